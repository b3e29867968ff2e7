"""Copies among many articles, on Spark or Sail: the same groups as `retold.copies`.

    python copies.py INPUT OUTPUT [--master sail]

`OUTPUT/copies` has a row for each article that is in a group: `id` and `group`, the id of one of them.
"""

import pyarrow as pa
from engine import Job, arguments, parsed, run
from pyspark.sql import functions as F
from retold import steps

SKETCH = "aid long, sum long, count int, keys array<int>, sample array<int>, shingles binary"
PAIR = "low long, high long"
LINK = "low long, high long, shingles_low long, shingles_high long, shared long"


def find(job, texts):
    """Links among articles (`aid`, `text`, `ranges`), and the classes of those with the same shingles.

    Of a class the first article stands for all in the links.
    """
    sketches = job.step(
        "copy_sketches", lambda: job.map(texts, "sketch", SKETCH, job.settings).where("count > 0")
    )
    classes = job.step("copy_classes", lambda: same_shingles(sketches))
    others = classes.select(F.explode("aids").alias("aid"), "first").where("aid != first").select("aid")
    first = sketches.join(others, "aid", "left_anti")
    pairs = job.step("copy_pairs", lambda: meeting(job, first))

    def verified():
        a = first.select(F.col("aid").alias("low"), F.col("shingles").alias("a"))
        b = first.select(F.col("aid").alias("high"), F.col("shingles").alias("b"))
        both = pairs.join(a, "low").join(b, "high").select("low", "high", "a", "b")
        return job.map(both, "are_copies", LINK, job.settings)

    return job.step("copy_links", verified), classes


def same_shingles(sketches):
    """Articles with the very same shingles: `sum` and `count` are a hint, the shingles tell."""
    alike = sketches.groupBy("sum", "count", "shingles").agg(
        F.min("aid").alias("first"), F.sort_array(F.collect_list("aid")).alias("aids")
    )
    return alike.where(F.size("aids") > 1).select("first", "aids")


def meeting(job, first):
    """The pairs that share the key of a band, or enough of their sampled passages."""
    banded = first.select("aid", F.posexplode("keys").alias("band", "key"))
    buckets = banded.groupBy("band", "key").agg(F.collect_list("aid").alias("members"))
    buckets = job.step("copy_buckets", lambda: buckets.where(F.size("members") > 1))
    small = buckets.where(F.size("members") <= steps.BAND_CAP).select("members")
    # Of a large bucket not all pairs are looked at: those next to each other by their other keys.
    large = buckets.where(F.size("members") > steps.BAND_CAP).select("band", "key", F.explode("members").alias("aid"))
    large = large.join(first.select("sum", "count", "aid", "keys"), "aid").groupBy("band", "key")
    large = large.agg(F.collect_list(F.struct("sum", "count", "aid", "keys")).alias("members"))
    by_bands = job.map(small, "sample_pairs", PAIR)
    by_bands = by_bands.union(job.map(large.select("band", "members"), "bucket_pairs", PAIR))
    sampled = first.select("aid", F.explode(F.array_distinct("sample")).alias("passage"))
    passages = sampled.groupBy("passage").agg(F.collect_list("aid").alias("members"))
    passages = passages.where(F.size("members").between(2, steps.SAMPLE_CAP)).select("members")
    met = job.map(passages, "sample_pairs", PAIR).groupBy("low", "high").agg(F.count("*").alias("shared"))
    size = lambda end: first.select(F.col("aid").alias(end), F.size("sample").alias(f"size_{end}"))
    met = met.join(size("low"), "low").join(size("high"), "high")
    met = met.select("low", "high", "shared", "size_low", "size_high")
    return by_bands.union(job.map(met, "enough_shared", PAIR)).distinct()


def connected(links, classes):
    """All pairs whose groups are wanted: links, and the first of each class with the others."""
    of_class = classes.select(F.col("first").alias("low"), F.explode("aids").alias("high")).where("low != high")
    return links.select("low", "high").union(of_class)


def main():
    job = Job("copies", parsed(arguments(__doc__.split("\n")[0])))
    numbered = job.number("articles", job.identified(job.input.select("id")), F.hash("id") % 256, ["id"], "aid")
    texts = job.input.select("id", "text").join(numbered, "id")
    texts = texts.select("aid", "text", F.array().cast("array<int>").alias("ranges"))
    links, classes = find(job, texts)
    job.step("copy_connected", lambda: connected(links, classes))
    pairs = job.fetch("copy_connected", low="int64", high="int64")
    grouped = job.table("copy_groups", lambda: pa.table(steps.groups(job.count, pairs)))
    ids = numbered.select(F.col("aid").alias("number"), "id")
    named = grouped.join(ids, "number").select("id", F.col("group").alias("number"))
    of = ids.select("number", F.col("id").alias("group"))
    job.step("copies", lambda: named.join(of, "number").select("id", "group"))


if __name__ == "__main__":
    run(main)
