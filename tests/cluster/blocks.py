"""What blocks by date cost: B-cubed and pairwise precision and recall of labelled articles, with and without.

    python blocks.py LABELLED.jsonl OUTPUT DAYS [DAYS …]

Each line of the input has `event` beside what an article has. Runs on Sail in one process.
"""

import collections
import json
import pathlib
import subprocess
import sys

from equal import JOB, engine


def agreement(events, stories):
    """B-cubed and pairwise precision and recall."""
    both = collections.Counter((events[article], stories[article]) for article in events)
    event, story = collections.Counter(events.values()), collections.Counter(stories.values())
    precision = sum(n * n / story[of] for (_, of), n in both.items()) / len(events)
    recall = sum(n * n / event[of] for (of, _), n in both.items()) / len(events)
    pairs = lambda counts: sum(n * (n - 1) for n in counts.values())
    return precision, recall, pairs(both) / max(1, pairs(story)), pairs(both) / max(1, pairs(event))


def f1(precision, recall):
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def main(path, output, *days):
    rows = [json.loads(line) for line in open(path, encoding="utf-8")]
    events = {row["id"]: row["event"] for row in rows}
    print("blocks of days | candidates | B3 P | R | F1 | pairs P | R | F1")
    for blocks in ("none", *days):
        out = pathlib.Path(output) / f"blocks-{blocks}"
        arguments = [] if blocks == "none" else ["--blocks", blocks]
        subprocess.run([sys.executable, JOB, path, out, *arguments], check=True, stderr=subprocess.DEVNULL)
        import pyarrow.dataset

        candidates = pyarrow.dataset.dataset(out / "second_candidates", format="parquet").count_rows()
        precision, recall, of_pairs, pairs = agreement(events, engine(out)[0])
        figures = (precision, recall, f1(precision, recall), of_pairs, pairs, f1(of_pairs, pairs))
        print(blocks, candidates, *(f"{figure:.4f}" for figure in figures), sep=" | ", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
