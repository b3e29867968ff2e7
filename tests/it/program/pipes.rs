//! The program among others: readers that go away, runs that are stopped, places that cannot be
//! written.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, Stdio};

use serde_json::json;

use super::{BRIDGE, program, retold, write};

fn started(arguments: &[&str]) -> Child {
    let mut command = program();
    command
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command.spawn().unwrap()
}

fn feed(count: usize) -> String {
    let lines = (0..count).map(|n| {
        json!({"id": n, "text": format!("Report {n} of day {}: {BRIDGE}", n % 7), "event": n % 2})
            .to_string()
            + "\n"
    });
    lines.collect()
}

/// Reads one line of output, closes the pipe, and waits for the end.
fn after_one_line(arguments: &[&str], input: &str) {
    let mut child = started(arguments);
    let (mut pipe, input) = (child.stdin.take().unwrap(), input.to_owned());
    let writer = std::thread::spawn(move || pipe.write_all(input.as_bytes()));
    let mut out = BufReader::new(child.stdout.take().unwrap());
    let mut line = String::new();
    out.read_line(&mut line).unwrap();
    assert!(!line.is_empty());
    drop(out);
    let output = child.wait_with_output().unwrap();
    _ = writer.join().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {said}");
    assert!(
        !said.contains("pipe") && !said.contains("panicked"),
        "{said}"
    );
}

#[test]
fn who_has_seen_enough_may_go() {
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("news.retold");
    let input = feed(3_000);
    after_one_line(&["live", "--store", store.to_str().unwrap()], &input);
    after_one_line(&["cluster", "-"], &input);
    let thresholds: Vec<String> = (1..200)
        .map(|step| format!("{}", 0.01 + f64::from(step) / 250.0))
        .collect();
    after_one_line(
        &["evaluate", "-", "--threshold", &thresholds.join(",")],
        &feed(20),
    );
    after_one_line(&["statements", "-"], &feed(8));
    after_one_line(&["completions", "zsh"], "");
    // What was answered before is there.
    let again = retold(&["live", "--store", store.to_str().unwrap()], feed(1));
    assert_eq!(again.rows()[0]["change"], "known");
}

/// A feed that comes slowly is answered at once, also while the format is being found out.
#[test]
fn a_live_feed_is_answered_as_it_comes() {
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("news.retold");
    let mut child = started(&["live", "--store", store.to_str().unwrap()]);
    let mut pipe = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
    for n in 0..3 {
        let line = json!({"id": n, "text": format!("Report number {n}.")}).to_string();
        let (start, end) = line.split_at(5);
        pipe.write_all(start.as_bytes()).unwrap();
        pipe.flush().unwrap();
        writeln!(pipe, "{end}").unwrap();
        let answer = answers.next().unwrap().unwrap();
        assert!(answer.contains(&format!("\"id\":{n}")), "{answer}");
    }
    drop(pipe);
    assert!(child.wait().unwrap().success());
}

/// A batch that is stopped leaves the file that was there, and no half of a new one.
#[cfg(unix)]
#[test]
fn a_stopped_run_leaves_no_half_file() {
    let folder = tempfile::tempdir().unwrap();
    let out = write(folder.path(), "out.jsonl", "before\n");
    let mut child = started(&["cluster", "-", "--out", &out]);
    let mut pipe = child.stdin.take().unwrap();
    pipe.write_all(feed(10).as_bytes()).unwrap();
    // Standard input stays open: it is still reading.
    std::thread::sleep(std::time::Duration::from_millis(100));
    child.kill().unwrap();
    child.wait().unwrap();
    drop(pipe);
    assert_eq!(std::fs::read_to_string(&out).unwrap(), "before\n");
    let run = retold(&["cluster", "-", "--out", &out], feed(2));
    assert_eq!((run.code, run.out.as_str()), (0, ""));
    assert_eq!(std::fs::read_to_string(&out).unwrap().lines().count(), 2);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn what_cannot_be_written_is_named_before_the_work() {
    let folder = tempfile::tempdir().unwrap();
    let file = write(folder.path(), "file", "no folder");
    let inside = format!("{file}/out.jsonl");
    for arguments in [
        &["cluster", "-", "--out", &inside][..],
        &["cluster", "-", "--html", &inside],
        &["compare", "-", "--html", &inside],
        &["statements", "-", "--html", &inside],
        &["background", "-", "--min-documents", "1", "--out", &inside],
        &["live", "--store", &inside],
        &["man", &inside],
    ] {
        let run = retold(arguments, feed(2));
        assert_eq!(
            (run.code, run.out.as_str()),
            (1, ""),
            "{arguments:?}: {run:?}"
        );
        run.says(&["out.jsonl"]);
    }
}

/// What is no file, such as a pipe, is written to as it is.
#[cfg(target_os = "linux")]
#[test]
fn output_may_go_to_a_device() {
    let mut child = started(&["cluster", "-", "--out", "/dev/stdout"]);
    child
        .stdin
        .take()
        .unwrap()
        .write_all(feed(3).as_bytes())
        .unwrap();
    let mut out = String::new();
    child
        .stdout
        .take()
        .unwrap()
        .read_to_string(&mut out)
        .unwrap();
    assert!(child.wait().unwrap().success());
    assert_eq!(out.lines().count(), 3);
}
