"""The steps over record batches; that they give what `cluster` gives is shown on engines (tests/cluster)."""

import json
import pickle

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import retold
from retold import steps


def digests(articles):
    return steps.digest(pa.RecordBatch.from_pylist(articles))


def census(folder, settings, read):
    texts = pa.record_batch({"digest": read["digest"]})
    tables = {"terms": steps.count_terms(texts), "passages": steps.count_passages(texts)}
    for name, batch in tables.items():
        (folder / name).mkdir(parents=True)
        pq.write_table(pa.Table.from_batches([batch]), folder / name / "part.parquet")
    known = {
        "settings": settings.named(),
        "languages": [[0, len(read)]],
        "folders": {name: str(folder / name) for name in tables},
    }
    (folder / "census.json").write_text(json.dumps(known))
    return str(folder)


def weighed(folder, settings, read):
    mapper = steps.Mapper("weigh", settings, census=census(folder, settings, read))
    batch = pa.record_batch({"tid": pa.array(range(len(read)), pa.int64()), "digest": read["digest"]})
    (vectors,) = pickle.loads(pickle.dumps(mapper))([batch])
    return vectors


def test_one_wording_is_one_text(articles):
    read = digests(articles)
    assert read.schema.names == ["id", "titled", "key", "known", "date", "words", "language", "digest", "fault"]
    titled = read["titled"].to_pylist()
    assert titled[3] != titled[4], "their titles differ"
    same = digests([{"id": 1, "text": "A storm."}, {"id": 2, "text": "A STORM!"}])
    assert len(set(same["titled"].to_pylist())) == 1 and len(set(same["key"].to_pylist())) == 2


def test_binaries_of_all_kinds_count_the_same(articles):
    read = digests(articles)["digest"]
    counts = [
        steps.count_terms(pa.record_batch({"digest": read.cast(kind)})).to_pydict()
        for kind in (pa.binary(), pa.large_binary(), pa.binary_view())
    ]
    assert counts[0] == counts[1] == counts[2] and len(counts[0]["key"]) > 20


def test_a_pair_scores_as_cluster_says(tmp_path, articles):
    dated = [row for row in articles if row["date"]]
    vectors = weighed(tmp_path, steps.Settings(), digests(dated))["vector"]
    pair = {
        "low": pa.array([0, 0], pa.int64()),
        "high": pa.array([2, 1], pa.int64()),
        "a": pa.array([vectors[0].as_py()] * 2),
        "b": pa.array([vectors[2].as_py(), vectors[1].as_py()]),
        "date_a": pa.array([None, None], pa.int64()),
        "date_b": pa.array([None, None], pa.int64()),
    }
    found = steps.score(pa.record_batch(pair), steps.Settings(), "first").to_pylist()
    assert [(link["low"], link["high"]) for link in found] == [(0, 2)] and 0.2 < found[0]["score"] <= 1


def test_a_shortened_list_keeps_the_heaviest():
    entries = [{"tid": n, "units": n} for n in range(700)]
    types = pa.schema(
        [
            ("block", pa.int32()),
            ("term", pa.int32()),
            ("texts", pa.list_(pa.struct([("tid", pa.int64()), ("units", pa.int32())]))),
        ]
    )
    capped = steps.cap_lists(pa.RecordBatch.from_pylist([{"block": 0, "term": 7, "texts": entries}], schema=types))
    assert capped["left_out"].to_pylist() == [200] and len(capped["list"][0].as_py()) == 8 * 500
    assert capped["list"][0].as_py()[:4] == (200).to_bytes(4, "little")


def test_settings_travel():
    settings = steps.Settings(story_threshold=0.3, window_days=30)
    again = pickle.loads(pickle.dumps(settings))
    assert again.named() == settings.named() and settings.named()["window_days"] == "30 days"
    with pytest.raises(retold.SettingError, match="story_threshold is 3"):
        steps.Settings(story_threshold=3)


def test_other_settings_are_refused_by_name(tmp_path, articles):
    folder = census(tmp_path, steps.Settings(), digests(articles))
    with pytest.raises(ValueError, match="story_threshold is 0.172, but 0.3 was expected"):
        steps.Census.read(steps.Settings(story_threshold=0.3), folder)
    mapper = steps.Mapper("standing", steps.Settings())
    mapper.expected = {**mapper.expected, "retold": "9.9.9"}
    with pytest.raises(ValueError, match="this worker: retold is .*, but 9.9.9 was expected"):
        next(mapper([None]))


def test_a_bad_date_is_a_fault_of_its_row():
    texts = pa.array(["A storm.", "Rain.", "Snow."])
    read = steps.digest(pa.record_batch({"id": [1, 2, 3], "text": texts, "date": ["2024-03-04", "some day", None]}))
    assert [date is None for date in read["date"].to_pylist()] == [False, True, True]
    good, bad, none = read["fault"].to_pylist()
    assert good is None and none is None and bad.startswith("`some day` is not a date")
    huge = pa.array([1e30, None, 7.0])
    assert steps.digest(pa.record_batch({"id": [1, 2, 3], "text": texts, "date": huge}))["fault"].null_count == 2


def test_counts_without_a_row_need_no_folder(tmp_path, articles):
    folder = census(tmp_path, steps.Settings(), digests(articles))
    for name in ("terms", "passages"):
        (tmp_path / name / "part.parquet").unlink()
        (tmp_path / name).rmdir()
    vectors = steps.Census.read(steps.Settings(), folder).weigh(
        pa.record_batch({"tid": pa.array([], pa.int64()), "digest": pa.array([], pa.binary())})
    )
    assert vectors.num_rows == 0


def test_errors_name_the_column():
    with pytest.raises(ValueError, match="there is no column `text`: there are id"):
        steps.digest(pa.record_batch({"id": [1]}))
    with pytest.raises(TypeError, match="column `scores` is Utf8, but must be a list"):
        steps.standing(pa.record_batch({"tid": [1], "scores": ["x"]}))
    with pytest.raises(ValueError, match="not valid|not a|bytes"):
        steps.count_terms(pa.record_batch({"digest": [b"no digest"]}))
    with pytest.raises(TypeError, match="a int is not a record batch"):
        steps.adjust(7)


def test_groups():
    pairs = {"low": pa.array([1, 4], pa.int64()), "high": pa.array([2, 2], pa.int64())}
    grouped = steps.groups(5, pa.record_batch(pairs))
    assert grouped.to_pydict() == {"number": [1, 2, 4], "group": [1, 1, 1]}
    with pytest.raises(ValueError, match="there is a number 4, but only 3 in all"):
        steps.groups(3, pa.record_batch(pairs))


def test_a_link_of_stories():
    texts = {"tid": pa.array([0, 1, 2], pa.int64()), "language": pa.array([0, 0, 0], pa.int32())}
    links = {
        "low": pa.array([0], pa.int64()),
        "high": pa.array([2], pa.int64()),
        "adjusted": pa.array([0.5]),
    }
    none = pa.record_batch({"low": pa.array([], pa.int64()), "high": pa.array([], pa.int64())})
    found = steps.average_link(3, pa.record_batch(texts), pa.record_batch(links), none, {0: 0.172})
    assert found.to_pydict() == {"tid": [0, 1, 2], "story": [0, 1, 0], "copies": [0, 1, 2]}
