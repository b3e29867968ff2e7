//! The examples that group and measure, run as a newcomer would.

use std::process::Output;

use serde_json::Value;

use crate::files::{example, example_fed};

const NEWS: &str = concat!(
    r#"{"id":"a","title":"Bridge falls","text":"A road bridge in Porto collapsed on Monday and killed three workers who were painting it.","date":"2024-03-04 10:00:00","event":1}"#,
    "\n",
    r#"{"id":2,"text":"Three workers who were painting a road bridge in Porto were killed on Monday when it collapsed.","date":"2024-03-04T10:00Z","event":"1"}"#,
    "\n",
    r#"{"id":"c","text":"Shares of the brewer Sagres rose by nine percent after a good summer for lager.","date":"2024-03-05T01:00:00+0200","event":"2"}"#,
    "\n",
    r#"{"id":"d","text":"A road bridge in Porto collapsed on Monday and killed three workers who were painting it!","date":"yesterday","event":1}"#,
    "\n",
);

fn said(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn rows(output: &Output) -> Vec<Value> {
    let lines = std::str::from_utf8(&output.stdout).unwrap().lines();
    lines
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

#[test]
fn articles_are_grouped_and_bad_lines_named() {
    let input = format!("{NEWS}\n[1,\n{{\"id\":\"e\"}}\n[\"f\",\"A text.\",null,null,null,null]\n");
    let Some(output) = example_fed("cluster", &["-", "--explain", "a", "2"], &input) else {
        return;
    };
    assert!(output.status.success(), "{output:?}");
    let rows = rows(&output);
    let of = |name: &str| rows.iter().map(|row| row[name].clone()).collect::<Vec<_>>();
    assert_eq!(
        of("id"),
        ["a".into(), Value::from(2), "c".into(), "d".into()]
    );
    assert_eq!(of("story"), [0, 0, 1, 0]);
    assert_eq!(rows[3]["copy_of"], "a");
    let said = said(&output);
    for told in [
        "line 4: `yesterday` is not a date",
        "line 6: not JSON: ",
        "line 7: missing field `text`\n",
        "4 articles: 2 stories, 1 of several articles (the largest of 3), 1 copy; ",
        "line 8: not a JSON object\n",
        "3 lines left out, 1 date not understood",
        "One story: they are alike enough by themselves.\n",
        "Shared words: ",
    ] {
        assert!(said.contains(told), "{told} is not in:\n{said}");
    }
    assert!(!said.contains("at line 1"), "{said}");
}

#[test]
fn what_cannot_be_used_is_an_error() {
    for (arguments, input, told) in [
        (&["-"][..], "no JSON\n[]\n", "no line is an article"),
        (&["-", "--strict"], "no JSON\n", "line 1: not JSON: "),
        (
            &["-"],
            &NEWS.repeat(2),
            "line 5: the id \"a\" was there before",
        ),
        (
            &["-"],
            "{\"id\": 1, \"text\": \"A storm.\"}\n{\"id\": \"1\", \"text\": \"A storm.\"}\n{\"id\": 1.0, \"text\": \"A storm.\"}\n",
            "line 3: the id 1.0 was there before",
        ),
        (
            &["-", "--explain", "a", "z"],
            NEWS,
            "no article has the id z",
        ),
        (&["none.jsonl"], "", "none.jsonl: "),
    ] {
        let Some(output) = example_fed("cluster", arguments, input) else {
            return;
        };
        assert_eq!(output.status.code(), Some(2), "{told}");
        assert!(said(&output).contains(told), "{}", said(&output));
    }
    let Some(output) = example_fed("cluster", &["-"], "") else {
        return;
    };
    assert!(output.status.success());
    assert!(said(&output).starts_with("0 articles: 0 stories, "));
}

#[test]
fn the_input_is_never_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("news.jsonl");
    std::fs::write(&path, NEWS).unwrap();
    let news = path.to_str().unwrap();
    for (option, place, told) in [
        ("--out", news, "is the input"),
        ("--html", news, "is no folder for pages"),
    ] {
        let Some(output) = example("cluster", &[news, option, place]) else {
            return;
        };
        assert_eq!(output.status.code(), Some(2));
        assert!(said(&output).contains(told), "{}", said(&output));
        assert_eq!(std::fs::read_to_string(&path).unwrap(), NEWS);
    }
}

#[test]
fn pages_have_the_numbers_of_their_stories() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    let Some(output) = example_fed("cluster", &["-", "--html", path], NEWS) else {
        return;
    };
    assert!(said(&output).contains("1 story of several articles as pages"));
    let story = &rows(&output)[0]["story"];
    let page = folder.path().join(format!("story-{story}.html"));
    assert!(page.is_file(), "{}", page.display());
}

#[test]
fn clustering_is_measured() {
    let Some(output) = example_fed("evaluate", &["-"], NEWS) else {
        return;
    };
    let table = String::from_utf8(output.stdout).unwrap();
    // The number 1 and the string "1" are one label.
    assert!(
        table.contains("  default        2 | 1.0000 1.0000 1.0000 | 1.0000 1.0000 1.0000 | 1.0000"),
        "{table}"
    );
    let folder = tempfile::tempdir().unwrap();
    let paths = ["one.jsonl", "two.jsonl"].map(|name| {
        let path = folder.path().join(name);
        std::fs::write(&path, NEWS).unwrap();
        path.to_str().unwrap().to_owned()
    });
    let arguments = [&paths[0], &paths[1], "--threshold", "0.17,0.99"];
    let Some(output) = example("evaluate", &arguments) else {
        return;
    };
    let table = String::from_utf8(output.stdout).unwrap();
    let last = "two.jsonl: 0.1700 | 1.0000 1.0000\nmean | 1.0000 1.0000\n";
    assert!(table.ends_with(last), "{table}");
    let unlabelled = NEWS.replace("\"event\"", "\"other\"");
    let Some(output) = example_fed("evaluate", &["-"], &unlabelled) else {
        return;
    };
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("-: no line has an \"event\" label"));
}

/// The reader of the output goes away after one line.
#[cfg(unix)]
#[test]
fn a_closed_pipe_is_no_error() {
    use std::io::{Read, Write};
    use std::process::{Command, Stdio};
    let Some(program) = crate::files::example_path("evaluate") else {
        return;
    };
    let many: Vec<String> = (1..2_000)
        .map(|step| format!("{}", 0.01 + f64::from(step) / 2_500.0))
        .collect();
    let mut child = Command::new(program)
        .args(["-", "--threshold", &many.join(",")])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(NEWS.as_bytes())
        .unwrap();
    let mut first = [0; 10];
    let mut out = child.stdout.take().unwrap();
    out.read_exact(&mut first).unwrap();
    drop(out);
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{output:?}");
    assert!(!said(&output).contains("panicked"), "{}", said(&output));
}
