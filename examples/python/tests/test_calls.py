"""What each call gives, and that other threads run meanwhile."""

import collections.abc
import copy
import pickle
import subprocess
import sys
import threading
import time

import pytest
import retold

BRIDGE = "A bridge in Porto collapsed on Monday, killing three workers."
AGAIN = "Three workers died when the Porto bridge collapsed."
SHARES = "Shares in Oakwell Bank fell by a tenth after it cut its forecast."


class Report:
    def __init__(self, text, title=None):
        self.text, self.title = text, title


def test_compare():
    comparison = retold.compare(BRIDGE, AGAIN)
    assert comparison.relation == "retelling" and comparison.same_story
    assert comparison.verdict == "Same story: yes (retelling)"
    assert comparison.score >= comparison.threshold
    assert comparison.to_dict()["score"] == comparison.score
    assert comparison.verdict in str(comparison) and "retelling" in repr(comparison)
    unrelated = retold.compare(BRIDGE, SHARES)
    assert unrelated.relation == "unrelated" and unrelated.shared == []
    assert unrelated.verdict == "Same story: no (unrelated)" == str(unrelated).splitlines()[0]
    assert {"facts", "changes", "to_html", "verdict"} <= set(dir(comparison))
    with pytest.raises(AttributeError, match="no attribute 'scores'"):
        comparison.scores


def test_compare_takes_articles_of_all_kinds():
    expected = retold.compare(("Porto", BRIDGE), AGAIN).to_dict()
    for article in ({"title": "Porto", "text": BRIDGE}, Report(BRIDGE, "Porto")):
        assert retold.compare(article, AGAIN).to_dict() == expected
    assert retold.compare(BRIDGE, AGAIN).to_dict() != expected


def test_pages():
    comparison = retold.compare("<b>Three</b> & more.", "<b>Three</b> & more. \"Rain\" fell.")
    page = comparison.to_html()
    assert page.startswith("<!") and "<b>Three" not in page and "Three&lt;/b&gt;" in page
    shown = comparison._repr_html_()
    assert shown.startswith("<iframe srcdoc=") and shown.count('"') == 4, "the page stays inside its frame"


def test_statements():
    versions = ["The dam broke on Monday. Nobody was hurt.", "The dam broke on Monday. Ten families were moved."]
    rows = retold.statements({"text": versions, "source": ["Wire", "Evening News"]})
    assert len(rows) == 3 and len(list(rows)) == 3
    assert [version["label"] for version in rows.versions] == ["Wire", "Evening News"]
    assert "Ten families were moved." in rows.to_html() and "Ten families" in str(rows)
    assert rows.to_dict()["statements"] == list(rows) and rows[-1] == list(rows)[-1]


def test_settings_count():
    assert len(retold.cluster([BRIDGE, AGAIN])) == 1
    assert len(retold.cluster([BRIDGE, AGAIN], story_threshold=0.95)) == 2
    assert len(retold.cluster([BRIDGE, AGAIN], dates=["2024-01-01", "2024-06-01"], window_days=30)) == 2


def test_stories():
    stories = retold.cluster([BRIDGE, SHARES, AGAIN, SHARES])
    assert stories.story_of == [0, 1, 0, 1]
    first, second = stories
    assert first.articles == [0, 2] and first.ids == [0, 2] and first.copies == []
    assert second.copies == [[1, 3]] and second.cohesion == 1.0 and second.dates is None
    assert first.weakest_link[:2] == (0, 2) and 0 < first.weakest_link[2] <= 1
    assert stories[-1].number == 1
    with pytest.raises(IndexError):
        stories[2]
    why = stories.explain(0, 2)
    assert why["reason"] == "own_score" and why["text"].startswith("One story")
    with pytest.raises(IndexError):
        stories.explain(0, 4)


def test_results_are_sequences():
    stories = retold.cluster([BRIDGE, SHARES, AGAIN, "Rain fell in the hills."])
    assert [story.number for story in stories[1:]] == [1, 2] and stories[5:] == []
    assert [story.number for story in stories[::-1]] == [2, 1, 0] == [story.number for story in reversed(stories)]
    assert stories[-3] == stories[0] and stories[0] != stories[1] and stories[1] in stories
    assert stories.index(stories[2]) == 2 and stories.count(stories[2]) == 1 and len({*stories, *stories}) == 3
    for outside in (3, -4, 10**30):
        with pytest.raises(IndexError):
            stories[outside]
    with pytest.raises(TypeError, match="is a str, but must be an int or a slice"):
        stories["1"]
    rows = retold.statements([BRIDGE, BRIDGE + " Rain fell."])
    assert isinstance(rows, collections.abc.Sequence) and list(reversed(rows)) == list(rows)[::-1] == rows[::-1]
    assert rows[0] in rows and rows.index(rows[-1]) == len(rows) - 1 and rows[:1] == [rows[0]]
    with pytest.raises(IndexError):
        rows[len(rows)]
    with pytest.raises(TypeError):
        rows["1"]


def test_lists_of_results_are_made_once():
    stories = retold.cluster([BRIDGE, SHARES, AGAIN])
    for name in ("story_of", "copy_of", "links"):
        assert getattr(stories, name) is getattr(stories, name)


def test_docs_show_the_call_once():
    for call in (retold.compare, retold.cluster, retold.copies, retold.statements, retold.Index, retold.MinHash):
        assert "--\n" not in call.__doc__ and f"{call.__name__}(" not in call.__doc__.split("\n")[0]
        assert call.__text_signature__.startswith("(")


def test_steps_without_pyarrow_name_what_they_need():
    code = "import sys; sys.modules['pyarrow'] = None; import retold.steps"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert "retold[steps]" in done.stderr.splitlines()[-1]


def test_index(tmp_path):
    path = tmp_path / "news.retold"
    with retold.Index(path) as index:
        first = index.insert("a", BRIDGE, date="2024-03-04")
        assert first.changes[0] == {"change": "created", "story": first.story}
        assert index.insert(7, {"title": "Again", "text": AGAIN}).matches[0]["key"] == "a"
        with pytest.raises(KeyError, match="already holds an article under this key"):
            index.insert("a", SHARES)
        with pytest.raises(retold.StoreError, match="in use"):
            retold.Index(path)
    with pytest.raises(ValueError, match="the index is closed"):
        index.query(BRIDGE)
    with pytest.raises(retold.StoreError, match="story_threshold is 0.172, but 0.3 was expected"):
        retold.Index(path, story_threshold=0.3)
    index = retold.Index(path)
    assert index.stories() == {0: ["a", 7]} and index.story_of(7) == 0 and 7 in index and "b" not in index
    assert index.article(7)["title"] == "Again" and index.article("b") is None
    assert index.articles_of(0) == ["a", 7] and len(index) == 2 and index.stats()["articles"] == 2
    assert [match["key"] for match in index.copies_of(BRIDGE)] == ["a"]
    assert index.replace("a", SHARES).story != 0
    assert index.remove("a")[0] == {"change": "left", "story": 1, "key": "a"}
    with pytest.raises(KeyError):
        index.remove("a")
    assert index.recluster() == []
    assert "1 articles" in repr(index)
    index.close()
    assert "closed" in repr(index)


def test_an_exception_commits_nothing(tmp_path):
    path = tmp_path / "news.retold"
    with pytest.raises(RuntimeError):
        with retold.Index(path) as index:
            index.insert("a", BRIDGE)
            index.commit()
            index.insert("b", AGAIN)
            raise RuntimeError
    assert retold.Index(path).stories() == {0: ["a"]}


def test_index_without_a_file():
    with pytest.raises(retold.StoreError, match=r"the index has no file: make it with `retold.Index\(path\)`"):
        retold.Index().commit()


def test_minhash():
    left, right = retold.MinHash(num_perm=256), retold.MinHash(256)
    assert left.is_empty() and left.jaccard(left) == 0
    for n in range(300):
        left.update(b"%d" % n)
        right.update(b"%d" % (n + 100))
    assert abs(left.jaccard(right) - 0.5) < 0.1
    both = left.copy()
    both.merge(right)
    assert both != left and both.jaccard(left) > left.jaccard(right) and copy.copy(left) == left
    assert len(left.hashvalues) == 256 == left.num_perm
    with pytest.raises(ValueError, match="num_perm is 256 here, but 128 there"):
        left.jaccard(retold.MinHash())
    with pytest.raises(retold.SettingError):
        retold.MinHash(num_perm=8)


def test_minhash_as_datasketch_has_it():
    one, two = retold.MinHash.bulk([[b"a", b"b", b"a"], [b"b", b"c"]], num_perm=64)
    assert one.count() == 2 and len(one) == 64 and one.digest().tolist() == one.hashvalues.tolist()
    assert one.hashvalues.shape == (64,)
    both = retold.MinHash.union(one, two)
    assert both.count() == 3 and one.count() == 2
    merged = one.copy()
    merged.merge(two)
    assert merged == both
    again = pickle.loads(pickle.dumps(both))
    assert again == both and again.count() == 3 and again.jaccard(both) == 1
    again.clear()
    assert again.is_empty() and again.count() == 0 and both.count() == 3 and again == retold.MinHash(64)
    with pytest.raises(ValueError, match="at least two"):
        retold.MinHash.union(one)
    with pytest.raises(ValueError, match="num_perm is 64 here, but 128 there"):
        retold.MinHash.union(one, retold.MinHash())
    for make in (retold.MinHash, retold.MinHash.of_text, lambda num_perm: retold.MinHashLSH(num_perm=num_perm)):
        with pytest.raises(retold.SettingError, match="num_perm is 8, but must be from 32 to 1024"):
            make("A.", num_perm=8) if make is retold.MinHash.of_text else make(num_perm=8)
    with pytest.raises(retold.SettingError, match="threshold is 7"):
        retold.MinHashLSH(threshold=7)


def test_insertion():
    lsh = retold.MinHashLSH(threshold=0.5)
    one, two = retold.MinHash.bulk([[b"a"], [b"b"]])
    with lsh.insertion_session(buffer_size=10) as session:
        session.insert("x", one)
        session.insert("y", two)
        with pytest.raises(ValueError, match="the key 'x' already exists"):
            session.insert("x", two)
    assert lsh.query(one) == ["x"] and len(lsh) == 2
    lsh.insert("x", two, check_duplication=False)
    assert lsh.query(one) == [] and sorted(lsh.query(two)) == ["x", "y"] and len(lsh) == 2


def test_minhash_lsh():
    lsh = retold.MinHashLSH(threshold=0.5, num_perm=128)
    sketches = {}
    for key in range(20):
        sketch = sketches[key] = retold.MinHash()
        sketch.update_batch(b"%d" % n for n in range(key * 10, key * 10 + 200))
        lsh.insert(key, sketch)
    assert {9, 10, 11} <= set(lsh.query(sketches[10])) and 3 in lsh and len(lsh) == 20
    with pytest.raises(ValueError, match="already exists"):
        lsh.insert(3, sketches[3])
    lsh.remove(10)
    assert 10 not in lsh.query(sketches[10])
    with pytest.raises(KeyError):
        lsh.remove(10)
    by_hand = retold.MinHashLSH(num_perm=128, params=(16, 8))
    assert (by_hand.b, by_hand.r) == (16, 8) and by_hand.is_empty()


def test_other_threads_run_meanwhile():
    texts = [f"{BRIDGE} Number {n} of the day was {n * 17}." * 3 for n in range(3000)]
    ticks, done = [], threading.Event()

    def tick():
        while not done.is_set():
            ticks.append(time.monotonic())
            time.sleep(0.002)

    thread = threading.Thread(target=tick)
    thread.start()
    start = time.monotonic()
    retold.cluster(texts)
    end = time.monotonic()
    done.set()
    thread.join()
    during = [at for at in ticks if start + (end - start) / 4 < at < end - (end - start) / 4]
    assert len(during) > 5, f"{len(during)} ticks in the middle half of {end - start:.2f} s"


def test_threads_share_an_index():
    index = retold.Index()

    def feed(of):
        for n in range(30):
            index.insert(f"{of}-{n}", f"{BRIDGE} Report {of} {n}.")
            index.query(AGAIN)

    threads = [threading.Thread(target=feed, args=(of,)) for of in range(4)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert len(index) == 120
