"""What both jobs need of an engine: steps in folders of their own, each done once.

Only calls that Spark Connect has are used, so that the same job runs on Spark and on Sail. A step is written
as Parquet to a folder; a marker beside it says that it is complete, with the job, its input, the settings it was
made under and the version of the library. A step with a marker is skipped, and one that fails is tried again, so
that a job that is started again goes on where it was.
"""

import argparse
import json
import os
import re
import sys
import time
import traceback

import pyarrow as pa
import pyarrow.fs
import pyarrow.parquet as pq
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pyspark.errors import AnalysisException
from pyspark.sql.pandas.types import to_arrow_schema
from pyspark.sql.types import StructType
from retold import steps


def arguments(description):
    """The arguments that both jobs take."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("input", help="Parquet, or JSON lines where the name ends in .jsonl or .json")
    parser.add_argument("output", help="a folder that every worker reaches under this name")
    parser.add_argument(
        "--master",
        default="sail",
        help="sail (in this process, the default), sc://HOST:PORT (Spark Connect or Sail), or spark://HOST:PORT",
    )
    parser.add_argument("--partitions", type=int, default=8, help="of each shuffle (8)")
    parser.add_argument("--tries", type=int, default=4, help="of each step (4)")
    parser.add_argument("--conf", action="append", default=[], metavar="NAME=VALUE", help="a setting of Spark")
    parser.add_argument(
        "--setting", action="append", default=[], metavar="NAME=VALUE", help="a setting of retold.cluster"
    )
    return parser


def parsed(parser):
    """The options of the command line, checked."""
    options = parser.parse_args()
    for name in ("setting", "conf"):
        for given in getattr(options, name):
            if "=" not in given:
                parser.error(f"--{name} {given}: must be NAME=VALUE")
    for name in ("partitions", "tries"):
        if getattr(options, name) < 1:
            parser.error(f"--{name} is {getattr(options, name)}, but must be at least 1")
    try:
        settings(options.setting)
    except (ValueError, TypeError, OSError) as error:
        parser.error(f"--setting: {error}")
    return options


def run(main):
    """Runs a job, and ends the process.

    With the server of Sail in it, Python's own way to end may wait for the server's threads without end.
    """
    try:
        main()
        code = 0
    except SystemExit as error:
        code = error.code if isinstance(error.code, int) else int(error.code is not None)
        if isinstance(error.code, str):
            print(error.code, file=sys.stderr)
    except BaseException:
        traceback.print_exc()
        code = 1
    sys.stdout.flush()
    sys.stderr.flush()
    if "pysail" in sys.modules:
        os._exit(code)
    sys.exit(code)


def settings(given):
    """The settings of the library, from NAME=VALUE; a value is JSON, or else a text."""

    def value(text):
        try:
            return json.loads(text)
        except ValueError:
            return text

    named = dict(setting.split("=", 1) for setting in given)
    return steps.Settings(**{name: value(text) for name, text in named.items()})


def session(options):
    """A session of the engine."""
    builder = SparkSession.builder.appName("retold")
    if options.master == "sail":
        os.environ.setdefault("RUST_LOG", "error")
        from pysail.spark import SparkConnectServer

        server = SparkConnectServer("127.0.0.1", 0)
        server.start()
        address = server.listening_address
        options.server = server
        builder = builder.remote(f"sc://{address[0]}:{address[1]}")
    elif options.master.startswith("sc://"):
        builder = builder.remote(options.master)
    else:
        builder = builder.master(options.master)
    if not options.master.startswith("sc://"):
        for setting in options.conf:
            builder = builder.config(*setting.split("=", 1))
    spark = builder.getOrCreate()
    spark.conf.set("spark.sql.shuffle.partitions", str(options.partitions))
    if options.master != "sail":
        # A row may bring lists of a hundred thousand bytes.
        spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", "1000")
    return spark


NAMED = re.compile(r"(?:[\w.]*\.)?(\w+(?:Error|Exception)): .*")
LASTING = {"ValueError", "TypeError", "KeyError", "SettingError", "FormatError", "ImportError", "ModuleNotFoundError"}


def cause(error):
    """What an error says: its last line that names an error, since an engine puts its own words around it.

    Also whether it would come again: a fault of the input, the settings or the code is no lost worker.
    """
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    named = [found for found in map(NAMED.search, lines) if found]
    lasting = isinstance(error, (ValueError, TypeError, AnalysisException, SystemExit))
    if lasting and not named:
        return (lines or [type(error).__name__])[-1], True
    if named:
        # A worker's own error stands before the engine's report of it.
        own = [found for found in named if found[1] in LASTING]
        return (own or named)[-1][0], lasting or bool(own)
    return (lines or [type(error).__name__])[-1], False


def identity(files, root, frame):
    """What an input is: its files, or where they cannot be looked at its rows."""
    try:
        found = files.get_file_info(root)
        if found.type == pa.fs.FileType.Directory:
            found = files.get_file_info(pa.fs.FileSelector(root, recursive=True))
            found = [file for file in found if file.type == pa.fs.FileType.File]
        elif found.type == pa.fs.FileType.File:
            found = [found]
        else:
            found = []
    except OSError:
        found = []
    if found:
        size, last = sum(file.size for file in found), max(file.mtime_ns or 0 for file in found)
        return {"input_files": f"{len(found)} with {size} bytes, changed at {last / 1e9:.3f}"}
    hashed = F.hash(F.col("id")).cast("long")
    row = frame.agg(F.count("*").alias("rows"), F.sum(hashed).alias("hash")).collect()[0]
    return {"input_rows": f"{row['rows']} with the hash {row['hash']}"}


class Job:
    """Steps in folders of one output."""

    def __init__(self, name, options, **chosen):
        """`chosen` are options of this job that change what its steps give."""
        self.start = time.monotonic()
        self.settings = settings(options.setting)
        # The options hold the server, which must outlive this job.
        self.options = options
        self.spark = session(options)
        self.tries = options.tries
        self.output = options.output.rstrip("/")
        self.files, self.root = self.place(self.output)
        self.files.create_dir(f"{self.root}/done", recursive=True)
        self.input = self.read(options.input)
        self.source = options.input
        try:
            place = self.place(options.input)
        except (OSError, ValueError):  # a file system of the engine alone
            place = pa.fs.LocalFileSystem(), options.input
        self.made_by = {"job": name, "input": self.source, **identity(*place, self.input)}
        self.made_by.update({name: str(value) for name, value in chosen.items()})

    @staticmethod
    def place(path):
        """A file system and the path in it."""
        return pa.fs.FileSystem.from_uri(path) if "://" in path else (pa.fs.LocalFileSystem(), path)

    def read(self, path):
        """The articles: `id`, `text` and, where there are any, `title`, `date` and `source`."""
        read = self.spark.read
        frame = read.json(path) if path.endswith((".jsonl", ".json")) else read.parquet(path)
        missing = {"id", "text"} - set(frame.columns)
        if missing:
            raise SystemExit(f"{path}: there is no column {', '.join(sorted(missing))}: {frame.columns}")
        return frame.select([name for name in ("id", "title", "date", "source", "text") if name in frame.columns])

    def id_type(self):
        return dict(self.input.dtypes)["id"]

    def identified(self, frame):
        """The rows that have an id; one that stands twice is refused by name."""
        unnamed = frame.where("id is null").count()
        if unnamed:
            self.say(f"{unnamed} rows have no id, and are left out")
        twice = frame.where("id is not null").groupBy("id").count().where("count > 1").limit(1).collect()
        if twice:
            raise SystemExit(f"{self.source}: the id {twice[0]['id']} stands twice")
        return frame.where("id is not null")

    def map(self, frame, step, schema, *arguments, census=None):
        """A step of `retold.steps` over all batches of a frame."""
        return frame.mapInArrow(steps.Mapper(step, self.settings, *arguments, census=census), schema)

    def step(self, name, make):
        """What `make` gives, from its folder; made, if it is not there yet."""
        marker = self.marker(name)
        if marker is None:

            def write():
                made = make()
                made.write.mode("overwrite").parquet(f"{self.output}/{name}")
                self.fill(name, made.schema)
                return made.schema

            marker = self.attempt(name, write)
        schema = StructType.fromJson(marker["schema"])
        return self.spark.read.schema(schema).parquet(f"{self.output}/{name}")

    def fill(self, name, schema):
        """Writes a file without rows where a step without rows wrote none, so that every reader finds its columns."""
        folder = f"{self.root}/{name}"
        found = self.files.get_file_info(pa.fs.FileSelector(folder, allow_not_found=True))
        if not any(file.base_name.endswith(".parquet") for file in found):
            self.files.create_dir(folder, recursive=True)
            empty = to_arrow_schema(schema).empty_table()
            pq.write_table(empty, f"{folder}/part-empty.parquet", filesystem=self.files)

    def table(self, name, make):
        """A table that the driver makes, from its folder; made, if it is not there yet."""
        if self.marker(name) is None:

            def write():
                made = make()
                self.files.create_dir(f"{self.root}/{name}", recursive=True)
                pq.write_table(made, f"{self.root}/{name}/part.parquet", filesystem=self.files)

            self.attempt(name, write)
        return self.spark.read.parquet(f"{self.output}/{name}")

    def fetch(self, name, **types):
        """Columns of a step, at the driver, as one record batch."""
        schema = pa.schema([(column, pa.type_for_alias(kind)) for column, kind in types.items()])
        return steps.read_folder(self.files, f"{self.root}/{name}", schema)

    def attempt(self, name, write):
        """Runs a step, again if it fails, and marks it complete."""
        self.say(f"{name} begins")
        for attempt in range(1, self.tries + 1):
            begin = time.monotonic()
            try:
                schema = write()
                break
            except Exception as error:  # whatever a worker or the engine met
                words, lasting = cause(error)
                self.say(f"{name}: try {attempt} of {self.tries} failed: {words[:500]}")
                if lasting:
                    raise SystemExit(f"{name}: {words}") from error
                if attempt == self.tries:
                    raise
                time.sleep(2 * attempt)
        seconds = round(time.monotonic() - begin, 2)
        marker = {"settings": self.settings.named(), "made_by": self.made_by, "seconds": seconds}
        if schema is not None:
            marker["schema"] = schema.jsonValue()
        self.write_json(f"done/{name}.json", marker)
        self.say(f"{name}: {seconds:.1f} s")
        return marker

    def marker(self, name):
        """What says that a step is complete; None if it is not.

        One of another job, input or option, or of other settings, is refused by name.
        """
        path = f"{self.root}/done/{name}.json"
        if self.files.get_file_info(path).type == pa.fs.FileType.NotFound:
            return None
        with self.files.open_input_stream(path) as file:
            marker = json.loads(file.read())
        where = f"{self.output}/{name}"
        try:
            steps.check(marker.get("made_by", {}), self.made_by, where)
            steps.check(marker["settings"], self.settings.named(), where)
        except ValueError as error:
            raise SystemExit(f"{error}; write to another folder, or remove this one") from None
        self.say(f"{name}: done before")
        return marker

    def write_json(self, path, value):
        self.files.create_dir(f"{self.root}/{path}".rpartition("/")[0], recursive=True)
        with self.files.open_output_stream(f"{self.root}/{path}") as file:
            file.write(json.dumps(value, indent=1).encode())

    def say(self, words):
        print(f"{time.monotonic() - self.start:8.1f}  {words}", file=sys.stderr, flush=True)

    def number(self, name, frame, part, order, column):
        """The rows of a frame with the numbers 0, 1, … in an order, written to a folder.

        `part` is the first thing they are ordered by, and cuts them into parts that are ordered by themselves;
        how many rows each part has tells where its numbers start.
        """
        place = F.row_number().over(Window.partitionBy("part").orderBy(*order))
        ordered = self.step(name, lambda: frame.withColumn("part", part).withColumn("place", place))
        parts = ordered.groupBy("part").agg(F.count("*").alias("rows")).collect()
        offsets, self.count = [], 0
        for row in sorted(parts, key=lambda row: row["part"]):
            offsets.append((row["part"], self.count - 1))
            self.count += row["rows"]
        offsets = self.spark.createDataFrame(offsets or [(0, 0)], "part int, offset long")
        numbered = ordered.join(offsets, "part").withColumn(column, F.col("place") + F.col("offset"))
        return numbered.drop("place", "offset", "part")
