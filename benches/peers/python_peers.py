"""Runs one Python library as the Rust peers are run: NAME CORPUS THRESHOLD PAIRS.

Makes a virtual environment beside the build on first use. Prints the cost as JSON and writes the
pairs found, one a line. Called by the Rust program when it is given --python.
"""

import json
import os
import pathlib
import subprocess
import sys
import time

SLOTS, SHINGLE = 128, 5
HOME = pathlib.Path(__file__).resolve().parent / "target" / "python"


def enter_environment():
    """Runs this script again inside its virtual environment, made if need be."""
    python = HOME / "bin" / "python"
    if pathlib.Path(sys.prefix) == HOME:
        return
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(HOME)], check=True, stdout=sys.stderr)
        wanted = [str(python), "-m", "pip", "install", "--quiet", "rensa", "datasketch"]
        subprocess.run(wanted, check=True, stdout=sys.stderr)
    os.execv(python, [str(python), __file__, *sys.argv[1:]])


def shingles(text):
    words = text.split(" ")
    n = min(SHINGLE, len(words))
    return [" ".join(words[i : i + n]) for i in range(len(words) - n + 1)]


def bands(threshold):
    return 32 if threshold <= 0.5 else 16


def run_rensa(texts, threshold, signed):
    """The full R-MinHash: its faster mode samples words and misses most copies."""
    from rensa import RMinHash, RMinHashLSH

    signatures = []
    for text in texts:
        signature = RMinHash(num_perm=SLOTS, seed=1)
        signature.update(shingles(text))
        signatures.append(signature)
    signed()
    index = RMinHashLSH(threshold=threshold, num_perm=SLOTS, num_bands=bands(threshold))
    for number, signature in enumerate(signatures):
        index.insert(number, signature)
    for number, signature in enumerate(signatures):
        for hit in index.query(signature):
            if hit < number and signature.jaccard(signatures[hit]) >= threshold:
                yield hit, number


def run_datasketch(texts, threshold, signed):
    from datasketch import MinHash, MinHashLSH

    rows = [[shingle.encode() for shingle in shingles(text)] for text in texts]
    signatures = MinHash.bulk(rows, num_perm=SLOTS)
    signed()
    rows_each = SLOTS // bands(threshold)
    index = MinHashLSH(num_perm=SLOTS, params=(bands(threshold), rows_each))
    for number, signature in enumerate(signatures):
        index.insert(number, signature)
    for number, signature in enumerate(signatures):
        for hit in index.query(signature):
            if hit < number and signature.jaccard(signatures[hit]) >= threshold:
                yield hit, number


def resident(field):
    lines = pathlib.Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith(field))


def main():
    enter_environment()
    name, corpus, threshold, pairs = sys.argv[1:]
    runner = {"rensa (Python)": run_rensa, "datasketch (Python)": run_datasketch}[name]
    texts = pathlib.Path(corpus).read_text(encoding="utf-8").split("\n")
    pathlib.Path("/proc/self/clear_refs").write_text("5")  # the peak is what is resident now
    before = resident("VmRSS:")
    start = time.process_time()
    marks = []
    found = list(runner(texts, float(threshold), lambda: marks.append(time.process_time())))
    end = time.process_time()
    peak = resident("VmHWM:")
    pathlib.Path(pairs).write_text("\n".join(f"{a} {b}" for a, b in found))
    cost = {"sign": marks[0] - start, "total": end - start, "memory": peak - before}
    print(json.dumps(cost))


if __name__ == "__main__":
    main()
