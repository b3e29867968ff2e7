"""Small collections, and what a job refuses or gets over: on Sail, in one process.

    python small.py OUTPUT

Collections without copies, without links and of one article give what the library gives. A folder of another
job, input or option is refused by name; rows that are wrong are named and do not end a job.
"""

import json
import pathlib
import subprocess
import sys

import pyarrow.parquet as pq
from equal import JOB

BRIDGE = "A bridge in Porto collapsed on Monday, killing three workers who were repairing it."
AGAIN = "Three workers died when the Porto bridge they were repairing collapsed."
SHARES = "Shares in Oakwell Bank fell by a tenth after it cut its forecast for the year."
SETS = {
    "no copies": [BRIDGE, AGAIN, SHARES],
    "no links": [BRIDGE, SHARES],
    "one article": [BRIDGE],
    "copies alone": [SHARES, SHARES],
}
HERE = pathlib.Path(__file__).resolve().parent


def write(path, rows):
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def run(script, *arguments):
    """The exit code of a job and what it said."""
    done = subprocess.run([sys.executable, script, *map(str, arguments)], capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


def expect(what, done, code, *words):
    found, said = done
    missing = [word for word in words if word not in said]
    if (found == 0) != (code == 0) or missing:
        sys.exit(f"{what}: exit code {found}, {missing} missing in\n{said[-3000:]}")
    print(f"{what}: as it should be", flush=True)


def main(output):
    output = pathlib.Path(output)
    output.mkdir(parents=True, exist_ok=True)
    for name, texts in SETS.items():
        path = write(output / f"{name}.jsonl", [{"id": f"a{at}", "text": text} for at, text in enumerate(texts)])
        for check in ("equal.py", "equal_copies.py"):
            expect(f"{name}, {check}", run(HERE / check, path, output / name / check), 0, "EQUAL")
    path, done = output / "no copies.jsonl", output / "no copies" / "equal.py"
    copies = JOB.with_name("copies.py")
    expect("the same again", run(JOB, path, done), 0, "first_links: done before")
    expect("blocks", run(JOB, path, done, "--blocks", 30), 1, "blocks is None, but 30.0 was expected")
    expect("another job", run(copies, path, done), 1, "job is stories, but copies was expected")
    expect("a setting", run(JOB, path, done, "--setting", "story_threshold=0.3"), 1, "story_threshold is 0.172")
    write(path, [{"id": "a0", "text": BRIDGE}])
    expect("another input", run(JOB, path, done), 1, "input_files is 1 with", "was expected")
    expect("a setting's name", run(JOB, path, done, "--setting", "slot=64"), 2, "usage:", "no setting `slot`")
    expect("a setting's value", run(JOB, path, done, "--setting", "slots=many"), 2, "usage:", "slots is 'many'")
    expect("no blocks", run(JOB, path, done, "--blocks", 0), 2, "usage:", "--blocks is 0.0")
    rows = [
        {"id": "good", "text": BRIDGE, "date": "2024-03-04"},
        {"id": "mail", "text": AGAIN, "date": "Mon, 04 Mar 2024 10:30:00 GMT"},
        {"id": "bad", "text": SHARES, "date": "some day"},
        {"text": "A row without an id.", "date": None},
    ]
    path = write(output / "wrong.jsonl", rows)
    expect("wrong rows", run(JOB, path, output / "wrong"), 0, "id bad: `some day`", "1 rows have no id")
    expect("wrong rows, copies", run(copies, path, output / "wrong copies"), 0, "1 rows have no id")
    found = {row["id"]: row["story"] for row in pq.read_table(output / "wrong" / "stories").to_pylist()}
    if set(found) != {"good", "mail", "bad"} or found["good"] != found["mail"]:
        sys.exit(f"wrong rows: {found}")
    path = write(output / "twice.jsonl", [{"id": "same", "text": BRIDGE}, {"id": "same", "text": AGAIN}])
    expect("an id twice", run(JOB, path, output / "twice"), 1, "the id same stands twice")
    expect("an id twice, copies", run(copies, path, output / "twice copies"), 1, "the id same stands twice")
    path = write(output / "numbers.jsonl", [{"id": "a", "text": 7}])
    said = run(JOB, path, output / "numbers")
    expect("no text", said, 1, "digests: try 1 of 4 failed: ", "TypeError: text is of type Int64")
    if "try 2 of 4" in said[1]:
        sys.exit("an error that would come again was tried again")


if __name__ == "__main__":
    main(*sys.argv[1:])
