"""A larger collection from a given one: each copy of it tells of other things in sentences of the same build.

    python generate.py INPUT.jsonl TIMES > OUTPUT.jsonl

In every copy but the first a third of the words, always the same ones, become others. So stories and reprints
of one copy are none of another's, and the vocabulary grows with the collection, as it does in news.
"""

import json
import re
import sys
import zlib

WORD = re.compile(r"\w{4,}")


def other(word, copy):
    """Another word for one, in the same letter case."""
    if zlib.crc32(word.lower().encode()) % 3:
        return word
    ending = "abcdefghijklmnopqrstuvwxyz"[copy % 26] + "uxo"[copy // 26 % 3]
    return word + (ending.upper() if word.isupper() else ending)


def main(path, times):
    for copy in range(int(times)):
        for line in open(path, encoding="utf-8"):
            row = json.loads(line)
            if copy:
                row["id"] = f"{row['id']}-{copy}"
                for name in ("title", "text"):
                    if row.get(name):
                        row[name] = WORD.sub(lambda word: other(word.group(), copy), row[name])
            print(json.dumps(row, ensure_ascii=False))


if __name__ == "__main__":
    main(*sys.argv[1:])
