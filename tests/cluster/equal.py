"""Runs the job on an engine and compares what it finds with `retold.cluster` on this machine.

    python equal.py INPUT.jsonl OUTPUT [arguments of stories.py]

Exit code 0 means equal: the same stories, and the same original of each copy.
"""

import json
import pathlib
import subprocess
import sys
import time

import pyarrow as pa
import pyarrow.parquet as pq
import retold

JOB = pathlib.Path(__file__).resolve().parents[2] / "examples" / "cluster" / "stories.py"


def partition(stories):
    """For each article the first article of its story, by id."""
    first = {}
    for article, story in sorted(stories.items()):
        first.setdefault(story, article)
    return {article: first[story] for article, story in stories.items()}


def library(path):
    """What one machine says: the story and the original of each article."""
    rows = [json.loads(line) for line in open(path, encoding="utf-8") if line.strip()]
    names = [name for name in ("id", "title", "date", "source", "text") if any(name in row for row in rows)]
    start = time.process_time()
    stories = retold.cluster(pa.table({name: [row.get(name) for row in rows] for name in names}))
    print(f"library: {len(stories)} stories of {len(rows)} articles, {time.process_time() - start:.2f} s of CPU")
    ids = [row["id"] for row in rows]
    originals = {ids[at]: ids[of] for at, of in enumerate(stories.copy_of) if of is not None}
    return partition(dict(zip(ids, stories.story_of))), originals


def engine(output):
    rows = pq.read_table(f"{output}/stories").to_pylist()
    originals = {row["id"]: row["copy_of"] for row in rows if row["copy_of"] is not None}
    return partition({row["id"]: row["story"] for row in rows}), originals


def main(path, output, *arguments):
    start = time.monotonic()
    subprocess.run([sys.executable, JOB, path, output, *arguments], check=True)
    print(f"engine: {time.monotonic() - start:.1f} s")
    (expected, expected_copies), (found, found_copies) = library(path), engine(output)
    if sorted(expected) != sorted(found):
        sys.exit(f"DIFFERENT: {len(expected)} articles went in, {len(found)} came out")
    moved = [article for article in expected if expected[article] != found[article]]
    copies = [a for a in {*expected_copies, *found_copies} if expected_copies.get(a) != found_copies.get(a)]
    if moved or copies:
        sys.exit(f"DIFFERENT: {len(moved)} articles in other stories {moved[:5]}, {len(copies)} copies {copies[:5]}")
    print(f"EQUAL: {len(set(found.values()))} stories, {len(found_copies)} copies of {len(found)} articles")


if __name__ == "__main__":
    main(*sys.argv[1:])
