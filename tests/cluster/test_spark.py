"""That `spark.py` counts only kills that hit work: by lines as Spark's log has them."""

from spark import hit

LOST = "21:10:04 WARN TaskSetManager: Lost task 0.0 in stage 3.0 (TID 5) (127.0.0.1 executor 1): ExecutorLostFailure"
GONE = "21:10:04 ERROR TaskSchedulerImpl: Lost executor 1 on 127.0.0.1: worker lost"
FETCH = "21:10:05 WARN TaskSetManager: Lost task 1.0 in stage 4.0 (TID 9) (127.0.0.1 executor 0): FetchFailed(null"
AGAIN = "21:10:05 INFO DAGScheduler: Resubmitted ShuffleMapTask(3, 0), so marking it as still running."


def test_hits():
    assert hit("map", "1").search(LOST)
    assert not hit("map", "0").search(LOST) and not hit("map", "11").search(LOST.replace("executor 1)", "executor 111)"))
    assert not hit("map", "1").search(GONE) and not hit("shuffle", "1").search(GONE)
    assert not hit("shuffle", "1").search(LOST)
    assert hit("shuffle", "1").search(FETCH) and hit("shuffle", "1").search(AGAIN)


if __name__ == "__main__":
    test_hits()
