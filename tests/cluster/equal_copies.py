"""Runs `copies.py` on an engine and compares the groups with those of `retold.copies` on this machine.

    python equal_copies.py INPUT.jsonl OUTPUT [arguments of copies.py]
"""

import collections
import json
import subprocess
import sys

import pyarrow.parquet as pq
import retold
from equal import JOB


def main(path, output, *arguments):
    subprocess.run([sys.executable, JOB.with_name("copies.py"), path, output, *arguments], check=True)
    rows = [json.loads(line) for line in open(path, encoding="utf-8") if line.strip()]
    groups = retold.copies([row["text"] for row in rows])
    expected = sorted(sorted(rows[at]["id"] for at in group) for group in groups)
    found = collections.defaultdict(list)
    for row in pq.read_table(f"{output}/copies").to_pylist():
        found[row["group"]].append(row["id"])
    found = sorted(map(sorted, found.values()))
    if found != expected:
        sys.exit(f"DIFFERENT: {len(expected)} groups expected, {len(found)} found")
    print(f"EQUAL: {len(found)} groups of copies among {len(rows)} articles")


if __name__ == "__main__":
    main(*sys.argv[1:])
