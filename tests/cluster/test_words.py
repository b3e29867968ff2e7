"""The words of engines: which kill hit work (`spark.py`), and which error is whose (`engine.py`).

Lines are as the log of Spark and the errors of both engines have them.
"""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "examples" / "cluster"))

from engine import cause
from spark import hit

LOST = "21:10:04 WARN TaskSetManager: Lost task 0.0 in stage 3.0 (TID 5) (127.0.0.1 executor 1): ExecutorLostFailure"
GONE = "21:10:04 ERROR TaskSchedulerImpl: Lost executor 1 on 127.0.0.1: worker lost"
FETCH = "21:10:05 WARN TaskSetManager: Lost task 1.0 in stage 4.0 (TID 9) (127.0.0.1 executor 0): FetchFailed(null"
AGAIN = "21:10:05 INFO DAGScheduler: Resubmitted ShuffleMapTask(3, 0), so marking it as still running."


def test_hits():
    assert hit("map", "1").search(LOST)
    assert not hit("map", "0").search(LOST)
    assert not hit("map", "1").search(LOST.replace("executor 1)", "executor 11)"))
    assert not hit("map", "1").search(GONE) and not hit("shuffle", "1").search(GONE)
    assert not hit("shuffle", "1").search(LOST)
    assert hit("shuffle", "1").search(FETCH) and hit("shuffle", "1").search(AGAIN)


TRACE = """Job aborted due to stage failure: Task 0 in stage 2.0 failed 4 times, most recent failure: (executor 1):
org.apache.spark.api.python.PythonException: Traceback (most recent call last):
  File "steps.py", line 142, in check
    raise ValueError(f"{where}: {name} is {found.get(name)}, but {value} was expected")
ValueError: this worker: retold is 0.0.9, but 0.1.0 was expected

\tat org.apache.spark.api.python.BasePythonRunner$ReaderIterator.handlePythonException(PythonRunner.scala:581)
\t... 1 more"""
KILLED = """Job aborted due to stage failure: Task 1 in stage 5.0 failed 4 times, most recent failure:
Lost task 1.3 in stage 5.0 (TID 31) (127.0.0.1 executor 4): ExecutorLostFailure (executor 4 exited)
Driver stacktrace:"""


def test_causes():
    assert cause(RuntimeError(TRACE)) == ("ValueError: this worker: retold is 0.0.9, but 0.1.0 was expected", True)
    assert cause(RuntimeError("error in Python: retold.SettingError: slots is 1")) == (
        "retold.SettingError: slots is 1",
        True,
    )
    assert cause(RuntimeError(KILLED))[1] is False
    assert cause(OSError("java.net.ConnectException: refused")) == ("java.net.ConnectException: refused", False)
    assert cause(EOFError()) == ("EOFError", False)
    assert cause(ValueError("first\nthere is no column `x`")) == ("there is no column `x`", True)


if __name__ == "__main__":
    test_hits()
    test_causes()
