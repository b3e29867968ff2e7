"""The clustering as functions over Arrow record batches, for an engine that maps, groups and joins.

Each function takes a record batch of pyarrow and gives one; its docs name the columns. Run one after
another they give what `retold.cluster` gives: see `examples/cluster`, where Spark or Sail does the grouping
and joining between them. `Mapper` makes of a step what `mapInArrow` takes.
"""

import functools
import json

try:
    import pyarrow as pa
    import pyarrow.dataset
    import pyarrow.fs
except ImportError as error:
    raise ImportError("retold.steps needs pyarrow: pip install 'retold[steps]'") from error

from ._retold import _steps

BAND_CAP = _steps.BAND_CAP
SAMPLE_CAP = _steps.SAMPLE_CAP
CLASS_LINKS = _steps.CLASS_LINKS
Settings = _steps.Settings
bars = _steps.bars


def _over_batches(step):
    @functools.wraps(step)
    def over_batches(*arguments):
        return pa.record_batch(step(*arguments))

    return over_batches


digest = _over_batches(_steps.digest)
count_terms = _over_batches(_steps.count_terms)
count_passages = _over_batches(_steps.count_passages)
heaviest = _over_batches(_steps.heaviest)
cap_lists = _over_batches(_steps.cap_lists)
propose = _over_batches(_steps.propose)
score = _over_batches(_steps.score)
standing = _over_batches(_steps.standing)
adjust = _over_batches(_steps.adjust)
triangles = _over_batches(_steps.triangles)
strangers = _over_batches(_steps.strangers)
sketch = _over_batches(_steps.sketch)
bucket_pairs = _over_batches(_steps.bucket_pairs)
sample_pairs = _over_batches(_steps.sample_pairs)
enough_shared = _over_batches(_steps.enough_shared)
are_copies = _over_batches(_steps.are_copies)
tell_one_event = _over_batches(_steps.tell_one_event)
average_link = _over_batches(_steps.average_link)
groups = _over_batches(_steps.groups)


def read_folder(system, folder, schema):
    """Columns of the Parquet files in a folder, as one record batch.

    Without a row there may be no file, and no folder: then the batch is empty.
    """
    if system.get_file_info(folder).type == pa.fs.FileType.NotFound:
        return pa.RecordBatch.from_pylist([], schema=schema)
    read = pa.dataset.dataset(folder, schema=schema, format="parquet", filesystem=system)
    read = read.to_table().combine_chunks()
    return (read.to_batches() or [pa.RecordBatch.from_pylist([], schema=schema)])[0]


class Census:
    """The counts of a collection, frozen for one pass.

    `languages` are pairs of a language and how many texts are in it; `terms` has `key`, `language` and `n`,
    `passages` has `key` and `n`. For the second pass there are also the number of stories and the same counts
    (`key`, `n`) over them.
    """

    def __init__(self, settings, languages, terms, passages, stories=None, story_terms=None, story_passages=None):
        self._census = _steps.Census(
            settings, languages, terms, passages, stories, story_terms, story_passages
        )

    def weigh(self, batch):
        """`tid`, `digest` → `tid`, `vector`."""
        return pa.record_batch(self._census.weigh(batch))

    def boilerplate(self, batch):
        """`tid`, `digest` → `tid`, `ranges`, of texts that have any boilerplate."""
        return pa.record_batch(self._census.boilerplate(batch))

    def count_story_terms(self, batch):
        """`digests` of the texts of each story → `key`, `n`, to be added up."""
        return pa.record_batch(self._census.count_story_terms(batch))

    def count_story_passages(self, batch):
        """`digests` of the texts of each story → `key`, `n`, to be added up."""
        return pa.record_batch(self._census.count_story_passages(batch))

    @classmethod
    def read(cls, settings, path):
        """The counts that a job wrote into a folder: `census.json` and a folder for each table."""
        system, root = pa.fs.FileSystem.from_uri(path) if "://" in path else (pa.fs.LocalFileSystem(), path)
        with system.open_input_stream(f"{root}/census.json") as file:
            known = json.loads(file.read())
        check(known["settings"], settings.named(), path)

        def table(folder, types):
            return read_folder(system, folder, pa.schema(types.items()))

        term = {"key": pa.int32(), "language": pa.int32(), "n": pa.int64()}
        over_stories = {"key": pa.int32(), "n": pa.int64()}
        passage = {"key": pa.int64(), "n": pa.int64()}
        folders = known["folders"]
        return cls(
            settings,
            [tuple(language) for language in known["languages"]],
            table(folders["terms"], term),
            table(folders["passages"], passage),
            known.get("stories"),
            table(folders["story_terms"], over_stories) if "story_terms" in folders else None,
            table(folders["story_passages"], passage) if "story_passages" in folders else None,
        )


def check(found, expected, where):
    """Refuses records that were made under other settings or by another version, and says which.

    >>> from retold import steps
    >>> usual, strict = steps.Settings().named(), steps.Settings(story_threshold=0.3).named()
    >>> steps.check(strict, usual, "out/digests")
    Traceback (most recent call last):
    ValueError: out/digests: story_threshold is 0.3, but 0.172 was expected
    """
    for name, value in expected.items():
        if found.get(name) != value:
            raise ValueError(f"{where}: {name} is {found.get(name)}, but {value} was expected")


def _settings(given):
    """Settings from their keyword arguments; pickle calls this."""
    return Settings(**given)


class Mapper:
    """A step as `mapInArrow` takes it: `Mapper("score", settings, settings, "second")`.

    The settings and the version of the library travel with it, and a worker that has others refuses to run.
    With a census, the folder of one, the step is a method of it.
    """

    def __init__(self, step, settings, *arguments, census=None):
        self.step = step
        self.settings = settings
        self.expected = settings.named()
        self.arguments = arguments
        self.census = census
        self.__name__ = step

    def __call__(self, batches):
        check(self.settings.named(), self.expected, "this worker")
        step = globals()[self.step] if self.census is None else getattr(self._census(), self.step)
        for batch in batches:
            yield step(batch, *self.arguments)

    def _census(self):
        key = (self.census, json.dumps(self.expected, sort_keys=True))
        if key not in _READ:
            _READ.clear()
            _READ[key] = Census.read(self.settings, self.census)
        return _READ[key]


_READ = {}
"""The census that this process read last: every task of a worker asks for the same."""
