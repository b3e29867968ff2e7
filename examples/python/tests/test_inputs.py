"""The same articles give the same answer, whatever they come in."""

import collections
import datetime

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import retold

STORIES = [0, 1, 0, 2, 2]
COPIES = [None, None, None, None, 3]


def chunked(table):
    return pa.concat_tables([table.slice(0, 2), table.slice(2, 0), table.slice(2)])


def cast(table, kind):
    names = [field.name for field in table.schema]
    return pa.table([table[name].cast(kind) for name in names], names=names)


FRAMES = {
    "dicts": lambda rows, columns: rows,
    "generator of dicts": lambda rows, columns: (row for row in rows),
    "mapping": lambda rows, columns: columns,
    "pandas": lambda rows, columns: pd.DataFrame(columns),
    "pandas, odd index": lambda rows, columns: pd.DataFrame(columns, index=[9, 7, 5, 3, 1]),
    "pandas, objects": lambda rows, columns: pd.DataFrame(columns, dtype=object),
    "pandas, categories": lambda rows, columns: pd.DataFrame(columns).astype({"source": "category"}),
    "mapping of series": lambda rows, columns: {k: pd.Series(v) for k, v in columns.items()},
    "polars": lambda rows, columns: pl.DataFrame(columns),
    "polars, categories": lambda rows, columns: pl.DataFrame(columns).with_columns(
        pl.col("source").cast(pl.Categorical)
    ),
    "polars, days": lambda rows, columns: pl.DataFrame(columns).with_columns(pl.col("date").str.to_date()),
    "polars, chunks": lambda rows, columns: pl.concat(
        [pl.DataFrame(columns)[:3], pl.DataFrame(columns)[3:]], rechunk=False
    ),
    "pyarrow": lambda rows, columns: pa.table(columns),
    "pyarrow batch": lambda rows, columns: pa.record_batch(columns),
    "large strings": lambda rows, columns: cast(pa.table(columns), pa.large_string()),
    "string views": lambda rows, columns: cast(pa.table(columns), pa.string_view()),
    "dictionaries": lambda rows, columns: pa.table(
        {name: pa.array(column).dictionary_encode() for name, column in columns.items()}
    ),
    "slices": lambda rows, columns: pa.table({k: ["x", *v] for k, v in columns.items() if k != "date"})
    .slice(1)
    .append_column("date", pa.array(columns["date"])),
    "chunks": lambda rows, columns: chunked(pa.table(columns)),
    "a stream": lambda rows, columns: chunked(pa.table(columns)).to_reader(),
}


@pytest.mark.parametrize("frame", FRAMES)
def test_frames(frame, articles, columns):
    stories = retold.cluster(FRAMES[frame](articles, columns))
    assert stories.story_of == STORIES
    assert stories.copy_of == COPIES
    assert stories.to_dict() == retold.cluster(articles).to_dict()
    assert [story.ids for story in stories] == [["bridge-1", "bridge-2"], ["bank"], ["flood-1", "flood-2"]]
    assert stories[0].dates[1] == datetime.datetime(2024, 3, 5, tzinfo=datetime.timezone.utc)


COLUMNS = {
    "list": list,
    "tuple": tuple,
    "pandas": pd.Series,
    "polars": pl.Series,
    "pyarrow": pa.array,
    "pyarrow chunks": lambda values: pa.chunked_array([values[:1], values[1:]]),
    "numpy": lambda values: pd.Series(values, dtype=object).to_numpy(),
}


@pytest.mark.parametrize("of_texts", COLUMNS)
@pytest.mark.parametrize("of_others", COLUMNS)
def test_columns(of_texts, of_others, articles, columns):
    others = {name: COLUMNS[of_others](columns[name]) for name in ("title", "date", "source", "id")}
    stories = retold.cluster(
        COLUMNS[of_texts](columns["text"]),
        titles=others["title"],
        dates=others["date"],
        sources=others["source"],
        ids=others["id"],
    )
    assert stories.to_dict() == retold.cluster(articles).to_dict()
    assert stories[1].ids == ["bank"]


DAY = datetime.datetime(2024, 3, 4, 10, 30, tzinfo=datetime.timezone.utc)
DATES = {
    "text": "2024-03-04T10:30:00Z",
    "another zone": "2024-03-04T12:30:00+02:00",
    "datetime": DAY,
    "datetime of a zone": DAY.astimezone(datetime.timezone(datetime.timedelta(hours=5))),
    "datetime without one": DAY.replace(tzinfo=None),
    "seconds": int(DAY.timestamp()),
    "float": DAY.timestamp(),
    "pandas": pd.Timestamp(DAY),
    "numpy": pd.Timestamp(DAY).to_datetime64(),
    "numpy int": np.int64(DAY.timestamp()),
    "numpy uint": np.uint64(DAY.timestamp()),
    "numpy float": np.float64(DAY.timestamp()),
    "milliseconds": int(DAY.timestamp()) * 1000,
    "microseconds": int(DAY.timestamp()) * 10**6,
    "nanoseconds": int(DAY.timestamp()) * 10**9,
    "milliseconds, float": DAY.timestamp() * 1000,
    "RSS": "Mon, 04 Mar 2024 10:30:00 GMT",
    "RSS of a zone": "4 Mar 2024 12:30:00 +0200",
}


@pytest.mark.parametrize("date", DATES)
def test_dates(date):
    text = "A bridge in Porto collapsed on Monday, killing three workers."
    stories = retold.cluster([text, text], dates=[None, DATES[date]])
    assert stories[0].dates == [DAY, DAY]
    index = retold.Index()
    index.insert("a", text, date=DATES[date])
    assert index.expire(DAY) == []
    assert len(index.expire(DAY + datetime.timedelta(seconds=1))) > 0


@pytest.mark.parametrize("unit", ["s", "ms", "us", "ns"])
def test_timestamps(unit):
    column = pa.array([DAY, None], pa.timestamp(unit, "Europe/Paris"))
    assert retold.cluster(["A storm.", "Rain."], dates=column)[0].dates == [DAY, DAY]
    early = pa.array([datetime.datetime(1960, 1, 1, 0, 0, 0), None], pa.timestamp(unit))
    assert retold.cluster(["A storm.", "Rain."], dates=early)[0].dates[0].year == 1960


@pytest.mark.parametrize("kind", [pa.date32(), pa.date64()])
def test_days(kind):
    column = pa.array([DAY.date(), None], kind)
    assert retold.cluster(["A storm.", "Rain."], dates=column)[0].dates[0].date() == DAY.date()


KINDS = [pa.int64(), pa.uint64(), pa.float64(), pa.int32(), pa.uint32()]


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_numbers_are_seconds(kind):
    column = pa.array([int(DAY.timestamp()), None], kind)
    assert retold.cluster(["A storm.", "Rain."], dates=column)[0].dates[0] == DAY
    wide = kind not in (pa.int32(), pa.uint32())
    if wide:
        column = pa.array([int(DAY.timestamp()) * 1000, None], kind)
        assert retold.cluster(["A storm.", "Rain."], dates=column)[0].dates[0] == DAY


def test_the_year_9999_is_the_last_of_seconds():
    last = 253_402_300_799
    for seconds, year in ((last, 9999), (last + 1, 1978), (-62_135_596_800, 1), (-last - 1, 1961)):
        assert retold.cluster(["A storm."], dates=[seconds])[0].dates[0].year == year
        assert retold.cluster(["A storm."], dates=pa.array([seconds]))[0].dates[0].year == year


@pytest.mark.parametrize("kind", [pa.float64(), pa.float32(), pa.null(), pa.int64(), pa.bool_()], ids=str)
def test_a_column_without_values(kind):
    none = pa.array([None, None], kind)
    texts = ["A storm.", "Rain."]
    stories = retold.cluster(pa.table({"text": texts, "title": none, "source": none, "date": none}))
    assert stories.to_dict() == retold.cluster(texts).to_dict()
    frame = pd.DataFrame({"text": texts, "title": [float("nan")] * 2, "date": [float("nan")] * 2})
    assert retold.cluster(frame).to_dict() == stories.to_dict()
    assert retold.cluster(pa.Table.from_pandas(frame)).to_dict() == stories.to_dict()


@pytest.mark.parametrize("kind", [pa.int8(), pa.uint8(), pa.int16(), pa.uint16(), pa.int32()], ids=str)
def test_small_numbers_are_ids(kind):
    assert retold.cluster(["A storm.", "Rain."], ids=pa.array([7, 9], kind))[1].ids == [9]


class Row(tuple):
    """As Spark has it: a tuple that names its fields and gives them as attributes."""

    def __new__(cls, **fields):
        row = tuple.__new__(cls, fields.values())
        row.__fields__ = list(fields)
        return row

    def __getattr__(self, name):
        if name.startswith("__") or name not in self.__fields__:
            raise AttributeError(name)
        return self[self.__fields__.index(name)]


def test_tuples_with_names_go_by_them(articles):
    expected = retold.cluster(articles)
    names = collections.namedtuple("Report", ["text", "source", "id", "date", "title"])
    for make in (lambda row: names(**row), lambda row: Row(**row), lambda row: Row(**dict(sorted(row.items())))):
        found = retold.cluster([make(row) for row in articles])
        assert found.to_dict() == expected.to_dict() and found[0].ids == ["bridge-1", "bridge-2"]
    pair = collections.namedtuple("Pair", ["text", "title"])
    text = "A bridge in Porto collapsed on Monday, killing three workers."
    assert retold.compare(pair(text, "Porto"), text).to_dict() == retold.compare(("Porto", text), text).to_dict()
    with pytest.raises(TypeError, match="this Other has none"):
        retold.compare(collections.namedtuple("Other", ["title", "body"])("a", "b"), text)
    frame = pd.DataFrame(articles)
    assert retold.cluster(frame.itertuples(index=False)).to_dict() == expected.to_dict()
    with pytest.raises(TypeError, match="must be a pair"):
        retold.compare(("a", "b", "c"), text)


def test_missing_values():
    texts = ["A storm hit Porto.", None, float("nan"), pd.NA]
    stories = retold.cluster(texts, titles=[None, pd.NA, pd.NaT, float("nan")], dates=[pd.NaT, None, pd.NA, ""])
    assert len(stories) == 4, "nothing is in common"
    assert retold.cluster([]).story_of == []
    assert retold.cluster(pl.DataFrame({"text": []})).story_of == []


def test_text_never_fails():
    odd = "A storm \ud800 hit \x00 Porto 🌩 \u202e"
    assert retold.compare(odd, odd).relation == "copy"
    assert len(retold.cluster([odd, "", "🌩"])) == 3


def test_named_columns(columns):
    frame = pl.DataFrame(columns).rename({"text": "body", "date": "day", "id": "url"})
    stories = retold.cluster(frame, texts="body", dates="day", ids="url")
    assert stories.story_of == STORIES and stories[1].ids == ["bank"]


def test_whole_numbers_are_ids():
    for ids in ([7, 2**40], pa.array([7, 2**40]), pl.Series([7, 2**40]), pd.Series([7, 2**40])):
        stories = retold.cluster(["A storm.", "Rain."], ids=ids)
        assert [story.ids for story in stories] == [[7], [2**40]]
    assert retold.cluster(["A storm."], ids=pa.array([2**63 + 1], pa.uint64()))[0].ids == [2**63 + 1]


def test_results_speak_arrow(articles):
    stories = retold.cluster(articles)
    expected = {
        "article": [0, 1, 2, 3, 4],
        "id": [row["id"] for row in articles],
        "story": STORIES,
        "copy_of": COPIES,
    }
    assert pa.table(stories).to_pydict() == expected
    assert pl.DataFrame(stories).to_dict(as_series=False) == expected
    links = pa.table(stories.links_arrow()).to_pydict()
    assert list(zip(links["left"], links["right"], links["score"])) == stories.links
    assert (0, 2) in [link[:2] for link in stories.links]


WRONG = [
    (lambda: retold.cluster("A storm."), TypeError, "articles are a str, but must be a list of texts or a frame"),
    (lambda: retold.cluster(7), TypeError, "articles are a int, but must be a list of texts or a frame"),
    (lambda: retold.cluster(["A.", 7]), TypeError, "article 1: an article must be a str"),
    (lambda: retold.cluster(["A."], titles=[7]), TypeError, "a title is a int, but must be a str or None"),
    (lambda: retold.cluster(["A."], titles=["a", "b"]), ValueError, "there are 2 titles, but 1 articles"),
    (lambda: retold.cluster(["A."], titles="title"), TypeError, "a column is named, but the articles are a list"),
    (lambda: retold.cluster(pl.DataFrame({"body": ["A."]})), ValueError, "no column `text`.*`texts`.*body"),
    (lambda: retold.cluster(pa.table({"text": [1]})), TypeError, "a text is of type Int64, but must be text"),
    (lambda: retold.cluster(["A.", "B."], dates=[None, "May"]), ValueError,
     "article 1: `May` is not a date as YYYY-MM-DD or RFC 3339"),
    (lambda: retold.cluster(pa.table({"text": ["A."], "date": ["May"]})), ValueError, "article 0: `May` is not a date"),
    (lambda: retold.cluster(["A."], dates=[b"x"]), TypeError, "a date is a bytes"),
    (lambda: retold.cluster(["A."], ids=[1.5]), TypeError, "an id is a float, but must be a str or an int"),
    (lambda: retold.cluster(["A."], slots=16), retold.SettingError, "slots is 16, but must be from 32 to 1024"),
    (lambda: retold.cluster(["A."], slot=16), TypeError, "there is no setting `slot`; there are shingle_words"),
    (lambda: retold.compare("A.", "B.", pair_threshold=7), retold.SettingError, "pair_threshold is 7, but"),
    (lambda: retold.cluster(["A."], slots="many"), TypeError, "slots is 'many', but must be a whole number"),
    (lambda: retold.cluster(["A."], story_threshold="x"), TypeError, "story_threshold is 'x', but must be a number"),
    (lambda: retold.cluster(["A."], window_days=[1]), TypeError, "window_days is .1., but must be a number"),
    (lambda: retold.cluster(["A."], background=7), TypeError, "background is 7, but must be bytes or a path"),
    (lambda: retold.cluster(["A."], dates=[float("inf")]), ValueError, "inf is not a number of seconds since 1970"),
    (lambda: retold.cluster(["A."], dates=[10**40]), ValueError, "10{40} is not a number of seconds since 1970"),
    (lambda: retold.cluster(["A."], dates=["Foo, 99 Bar 2024 99:00"]), ValueError, "is not a date"),
    (lambda: retold.cluster(["A."], dates=[True]), TypeError, "a date is a bool"),
    (lambda: retold.cluster([{"text": "A.", "id": 1.5}]), TypeError, "article 0: an id is a float"),
    (lambda: retold.compare("A.", {"body": "B."}), TypeError, "must be a str, a .* or have `text`; this dict has none"),
]


@pytest.mark.parametrize("call, kind, words", WRONG)
def test_errors_say_what_is_wrong(call, kind, words):
    with pytest.raises(kind, match=words):
        call()
