"""What both jobs need of an engine: steps in folders of their own, each done once.

Only calls that Spark Connect has are used, so that the same job runs on Spark and on Sail. A step is written
as Parquet to a folder; a marker beside it says that it is complete, with the settings it was made under and
the version of the library. A step with a marker is skipped, and one that fails is tried again, so that a job
that is started again goes on where it was.
"""

import argparse
import json
import os
import sys
import time

import pyarrow as pa
import pyarrow.dataset
import pyarrow.fs
import pyarrow.parquet as pq
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
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


def settings(given):
    """The settings of the library, from NAME=VALUE."""
    named = dict(setting.split("=", 1) for setting in given)
    return steps.Settings(**{name: json.loads(value) for name, value in named.items()})


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


def batch(table):
    """A table as one record batch."""
    return (table.combine_chunks().to_batches() or [pa.RecordBatch.from_pylist([], schema=table.schema)])[0]


class Job:
    """Steps in folders of one output."""

    def __init__(self, options):
        self.start = time.monotonic()
        self.settings = settings(options.setting)
        # The options hold the server, which must outlive this job.
        self.options = options
        self.spark = session(options)
        self.tries = options.tries
        self.output = options.output.rstrip("/")
        if "://" in self.output:
            self.files, self.root = pa.fs.FileSystem.from_uri(self.output)
        else:
            self.files, self.root = pa.fs.LocalFileSystem(), self.output
        self.files.create_dir(f"{self.root}/done", recursive=True)
        self.input = self.read(options.input)
        self.source = options.input

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
                return made.schema

            marker = self.attempt(name, write)
        # Without a row there may be no file that says what the columns are.
        schema = StructType.fromJson(marker["schema"])
        return self.spark.read.schema(schema).parquet(f"{self.output}/{name}")

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
        read = pa.dataset.dataset(f"{self.root}/{name}", schema=schema, format="parquet", filesystem=self.files)
        return batch(read.to_table())

    def attempt(self, name, write):
        """Runs a step, again if it fails, and marks it complete."""
        self.say(f"{name} begins")
        for attempt in range(1, self.tries + 1):
            begin = time.monotonic()
            try:
                schema = write()
                break
            except Exception as error:  # whatever a worker or the engine met
                words = str(error).strip().splitlines() or [type(error).__name__]
                self.say(f"{name}: try {attempt} of {self.tries} failed: {words[0][:200]}")
                if attempt == self.tries or isinstance(error, ValueError):
                    raise
                time.sleep(2 * attempt)
        seconds = round(time.monotonic() - begin, 2)
        marker = {"settings": self.settings.named(), "input": self.source, "seconds": seconds}
        if schema is not None:
            marker["schema"] = schema.jsonValue()
        self.write_json(f"done/{name}.json", marker)
        self.say(f"{name}: {seconds:.1f} s")
        return marker

    def marker(self, name):
        """What says that a step is complete; None if it is not. Other settings are refused by name."""
        path = f"{self.root}/done/{name}.json"
        if self.files.get_file_info(path).type == pa.fs.FileType.NotFound:
            return None
        with self.files.open_input_stream(path) as file:
            marker = json.loads(file.read())
        where = f"{self.output}/{name}"
        try:
            steps.check(marker["settings"], self.settings.named(), where)
            steps.check({"input": marker["input"]}, {"input": self.source}, where)
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
