"""The memory and time of average link at the driver, by made-up links.

    python memory.py TEXTS LINKS_A_TEXT
"""

import random
import resource
import sys
import time

import pyarrow as pa
from retold import steps


def main(texts, per_text):
    texts, per_text = int(texts), int(per_text)
    chance = random.Random(1)
    low, high, adjusted = [pa.array([], kind) for kind in (pa.int64(), pa.int64(), pa.float64())]
    chunks = [[], [], []]
    for start in range(0, texts, 10_000):
        rows = [[], [], []]
        for text in range(start, min(start + 10_000, texts)):
            others = {text + 1 + int(chance.expovariate(0.02)) for _ in range(per_text)}
            for other in others:
                if other < texts:
                    # Seven texts in a row are a story; most links are weak.
                    strong = text // 7 == other // 7
                    score = chance.uniform(0.2, 0.7) if strong else chance.uniform(0.02, 0.15)
                    for row, value in zip(rows, (text, other, score)):
                        row.append(value)
        for chunk, row, kind in zip(chunks, rows, (pa.int64(), pa.int64(), pa.float64())):
            chunk.append(pa.array(row, kind))
    low, high, adjusted = (pa.concat_arrays(chunk) for chunk in chunks)
    links = pa.record_batch({"low": low, "high": high, "adjusted": adjusted})
    chunks.clear()
    english = pa.array([0] * texts, pa.int32())
    numbers = pa.record_batch({"tid": pa.array(range(texts), pa.int64()), "language": english})
    peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    before, start = peak(), time.process_time()
    found = steps.average_link(texts, numbers, links, links.slice(0, 0).select(["low", "high"]), {0: 0.172})
    stories = len(set(found["story"].to_pylist()))
    print(f"{texts} texts, {len(links)} links: {stories} stories, {time.process_time() - start:.1f} s of CPU")
    print(f"links take {links.nbytes / 1e9:.2f} GB; the process took {before:.2f} GiB, then {peak():.2f} GiB at most")


if __name__ == "__main__":
    main(*sys.argv[1:])
