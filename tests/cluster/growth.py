"""What each step of a job wrote: rows, bytes an article before compression, bytes on disk, and seconds.

    python growth.py OUTPUT

Before compression is about what an engine moves between machines when it groups or joins those records.
"""

import json
import pathlib
import sys

import pyarrow.parquet as pq


def main(output):
    output = pathlib.Path(output)
    count = lambda name: sum(pq.read_metadata(file).num_rows for file in (output / name).glob("*.parquet"))
    articles = count("digests")
    print(f"{articles} articles, {count('text_digests')} texts")
    print("| step | rows an article | bytes an article | on disk | seconds |")
    print("|---|---:|---:|---:|---:|")
    markers = sorted((output / "done").glob("*.json"), key=lambda path: path.stat().st_mtime)
    for marker in markers:
        name, seconds = marker.stem, json.loads(marker.read_text())["seconds"]
        rows, size = count(name), size_of(output / name)
        disk = sum(file.stat().st_size for file in (output / name).glob("*.parquet"))
        print(f"| {name} | {rows / articles:.2f} | {size / articles:.0f} | {disk / articles:.0f} | {seconds:.1f} |")
    print("\nWhat is moved without being written, bytes an article:")
    for of in ("first", "second"):
        lists = pq.read_table(output / f"{of}_lists", columns=["list", "left_out"]).to_pydict()
        asked = sum(len(own) * (len(own) // 8 + out) for own, out in zip(lists["list"], lists["left_out"]))
        vector = size_of(output / f"{of}_weighed") / count(f"{of}_weighed")
        pairs = count(f"{of}_candidates") + count(f"{of}_triangles")
        print(f"* {of} pass: lists to the texts that ask for them {asked / articles:.0f}")
        print(f"* {of} pass: vectors to the pairs to be scored {2 * pairs * vector / articles:.0f}")


def size_of(folder):
    """Bytes of a step before compression."""
    known = [pq.read_metadata(file) for file in folder.glob("*.parquet")]
    return sum(of.row_group(group).total_byte_size for of in known for group in range(of.num_row_groups))


if __name__ == "__main__":
    main(*sys.argv[1:])
