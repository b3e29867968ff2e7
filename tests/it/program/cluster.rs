//! `retold cluster` and `retold evaluate`.

use serde_json::{Value, json};

use super::{BREWER, BRIDGE, BRIDGE_RETOLD, retold, write};

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

#[test]
fn articles_are_grouped_and_bad_lines_named() {
    let input = format!("{NEWS}\n[1,\n{{\"id\":\"e\"}}\n[\"f\",\"A text.\",null,null,null,null]\n");
    let run = retold(&["cluster", "-", "--explain", "a", "2"], input);
    assert_eq!(run.code, 0, "{run:?}");
    assert_eq!(
        run.all("id"),
        [json!("a"), json!(2), json!("c"), json!("d")]
    );
    assert_eq!(run.all("story"), [0, 0, 1, 0]);
    assert_eq!(run.rows()[3]["copy_of"], "a");
    run.says(&[
        "line 4: field date: `yesterday` is not a date",
        "line 6: not JSON: ",
        "line 7: no field has a text or a title",
        "line 8: not a JSON object\n",
        "4 articles: 2 stories, 1 of several articles (the largest of 3), 1 copy\n",
        "3 entries left out, 1 date unknown\n",
        "One story: they are alike enough by themselves.\n",
        "Shared words: ",
    ]);
    assert!(!run.said.contains("at line 1"), "{}", run.said);
}

#[test]
fn what_cannot_be_used_is_an_error() {
    for (arguments, input, code, told) in [
        (&["-"][..], "no JSON\n[]\n", 1, "no entry is an article"),
        (
            &["-", "--strict"],
            "no JSON\n",
            1,
            "line 1: not a JSON object",
        ),
        (
            &["-", "--explain", "a", "z"],
            NEWS,
            2,
            "no article has this id",
        ),
        (
            &["-", "--explain", "-1", "2"],
            NEWS,
            2,
            "--explain -1: no article has this id",
        ),
        (&["none.jsonl"], "", 1, "none.jsonl: "),
        (
            &["-", "--threshold", "7"],
            NEWS,
            2,
            "must be from 0.01 to 1",
        ),
        (
            &["-", "--field", "texts=a"],
            NEWS,
            2,
            "the role must be one of",
        ),
        (&["-", "--encoding", "utf-9"], NEWS, 2, "--encoding utf-9"),
    ] {
        let run = retold(&[&["cluster"], arguments].concat(), input);
        assert_eq!(run.code, code, "{told}: {run:?}");
        run.says(&[told]);
    }
    let run = retold(&["cluster", "-"], "");
    assert_eq!(run.code, 0);
    run.says(&["0 articles: 0 stories, "]);
}

/// Numbers are one id by their value; a number and a string are two. The newer text is kept.
#[test]
fn of_one_id_the_newer_text_is_kept() {
    let row = |id: &str, text: &str, date: &str| {
        format!("{{\"id\":{id},\"text\":\"{text}\",\"date\":\"{date}\"}}\n")
    };
    let input = [
        row("1", BRIDGE, "2024-03-04"),
        row("\"1\"", BREWER, "2024-03-04"),
        row("1.0", BREWER, "2024-03-05"),
        row("1", BRIDGE, "2024-03-01"),
    ];
    let run = retold(&["cluster", "-"], input.concat());
    assert_eq!(run.all("id"), [json!(1.0), json!("1")]);
    assert_eq!(run.all("story"), [0, 0]);
    run.says(&[
        "line 3: the id 1.0 was there before, this one is kept",
        "line 4: ",
        "this one is older",
        "2 articles given up for another of the same id",
    ]);
    let strict = retold(&["cluster", "-", "--strict"], input.concat());
    assert_eq!(strict.code, 1);
}

/// Two outlets number their articles alike.
#[test]
fn ids_can_be_of_several_fields() {
    let row = |source: &str, text: &str| {
        json!({"guid": 1, "source": {"name": source}, "text": text}).to_string() + "\n"
    };
    let input = row("Wire", BRIDGE) + &row("Post", BREWER);
    let apart = retold(&["cluster", "-", "--id", "source,guid"], &input);
    assert_eq!(apart.all("id"), ["Wire/1", "Post/1"]);
    let one = retold(&["cluster", "-"], &input);
    assert_eq!(one.all("id"), [1]);
    one.says(&["--id source,id tells sources apart"]);
}

#[test]
fn the_input_is_never_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let news = &write(folder.path(), "news.jsonl", NEWS);
    for (option, told) in [
        ("--out", "this is the input"),
        ("--html", "cannot write pages here"),
    ] {
        let run = retold(&["cluster", news, option, news], "");
        assert!(matches!(run.code, 1 | 2), "{run:?}");
        run.says(&[told]);
        assert_eq!(std::fs::read_to_string(news).unwrap(), NEWS);
    }
}

#[test]
fn pages_have_the_numbers_of_their_stories() {
    let folder = tempfile::tempdir().unwrap();
    let pages = folder.path().join("pages");
    let run = retold(&["cluster", "-", "--html", pages.to_str().unwrap()], NEWS);
    run.says(&["1 story of several articles as pages"]);
    let story = &run.rows()[0]["story"];
    let page = std::fs::read_to_string(pages.join(format!("story-{story}.html"))).unwrap();
    assert!(page.contains("Bridge falls") && pages.join("index.html").is_file());
}

#[test]
fn a_story_has_a_line() {
    let rows = [
        json!({"id": "a", "title": "Bridge falls", "text": BRIDGE, "date": "2024-03-04", "source": "Wire"}),
        json!({"id": "b", "text": BRIDGE_RETOLD, "date": "2024-03-06", "source": "Post"}),
        json!({"id": "c", "text": format!("{BRIDGE} "), "date": "2024-03-05", "source": "Echo"}),
        json!({"id": "d", "text": BREWER}),
    ];
    let input: String = rows.iter().map(|row| row.to_string() + "\n").collect();
    let run = retold(&["cluster", "-", "--stories"], input);
    let stories = run.rows();
    assert_eq!(stories.len(), 2);
    let story = &stories[0];
    assert_eq!(story["ids"], json!(["a", "b", "c"]));
    assert_eq!(story["outlets"], json!(["Echo", "Post", "Wire"]));
    assert_eq!(
        [&story["first"], &story["last"]],
        ["2024-03-04", "2024-03-06"]
    );
    assert_eq!(
        [&story["articles"], &story["copies"], &story["independent"]],
        [3, 1, 2]
    );
    assert_eq!(stories[1]["title"], BREWER);
    assert_eq!(stories[1]["first"], Value::Null);
}

#[test]
fn copies_alone_are_grouped() {
    let row = |id: &str, text: &str, date: &str| {
        json!({"id": id, "text": text, "date": date}).to_string() + "\n"
    };
    let input = row("late", BRIDGE, "2024-03-05")
        + &row("early", BRIDGE, "2024-03-04")
        + &row("other", BRIDGE_RETOLD, "2024-03-04");
    let run = retold(&["cluster", "-", "--copies-only"], &input);
    assert_eq!(run.all("story"), [0, 0, 1]);
    assert_eq!(
        run.all("copy_of"),
        [json!("early"), Value::Null, Value::Null]
    );
    assert_eq!(run.all("score"), [json!(1.0), json!(1.0), Value::Null]);
    run.says(&["3 articles: 1 copy in 1 group of copies"]);
    let both = retold(
        &["cluster", "-", "--copies-only", "--threshold", "0.2"],
        &input,
    );
    assert_eq!(both.code, 2);
}

/// What `evaluate` finds can be given to `cluster`.
#[test]
fn a_threshold_decides() {
    let story =
        |threshold: &str| retold(&["cluster", "-", "--threshold", threshold], NEWS).all("story");
    assert_eq!(story("0.1"), [0, 0, 1, 0]);
    assert_eq!(story("1"), [0, 1, 2, 0]);
}

#[test]
fn clustering_is_measured() {
    let run = retold(&["evaluate", "-"], NEWS);
    // The number 1 and the string "1" are one label.
    let line = "  default        2 | 1.0000 1.0000 1.0000 | 1.0000 1.0000 1.0000 | 1.0000";
    assert!(run.out.contains(line), "{}", run.out);
    let folder = tempfile::tempdir().unwrap();
    let [one, two] = ["one.jsonl", "two.jsonl"].map(|name| write(folder.path(), name, NEWS));
    let run = retold(&["evaluate", &one, &two, "--threshold", "0.17,0.99"], "");
    let last = "two.jsonl: 0.1700 | 1.0000 1.0000\nmean | 1.0000 1.0000\n\
                best: 0.1700; use it: retold cluster --threshold 0.17 …\n";
    assert!(run.out.ends_with(last), "{}", run.out);
    let unlabelled = retold(&["evaluate", "-"], NEWS.replace("\"event\"", "\"other\""));
    assert_eq!(unlabelled.code, 1);
    unlabelled.says(&["-: no entry has an \"event\" label"]);
}

#[test]
fn labelled_pairs_are_measured() {
    let folder = tempfile::tempdir().unwrap();
    let news = write(
        folder.path(),
        "news.jsonl",
        NEWS.replace("\"event\"", "\"other\""),
    );
    let pairs = "{\"a\":\"a\",\"b\":2,\"same\":true}\n{\"a\":\"a\",\"b\":\"c\",\"same\":true}\n{\"a\":2,\"b\":\"d\",\"same\":false}\n";
    write(folder.path(), "news_pairs.jsonl", pairs);
    let run = retold(&["evaluate", &news], "");
    assert!(
        run.out
            .contains("4 articles, 3 labelled pairs, 2 of them of one event"),
        "{}",
        run.out
    );
    // One of two joins is right, and one of two pairs of one event is joined.
    assert!(run.out.contains("| 0.5000 0.5000 0.5000 |"), "{}", run.out);
    let strange = write(
        folder.path(),
        "strange.jsonl",
        "{\"a\":\"z\",\"b\":2,\"same\":true}",
    );
    let run = retold(&["evaluate", &news, "--pairs", &strange], "");
    assert_eq!(run.code, 1);
    run.says(&["strange.jsonl: line 1: no article has the id \"z\""]);
}

/// A table of counts changes what is rare, and is refused by name where it is none.
#[test]
fn a_background_can_be_counted_and_used() {
    let folder = tempfile::tempdir().unwrap();
    let table = folder.path().join("own.rtbg");
    let table = table.to_str().unwrap();
    let run = retold(
        &["background", "-", "--out", table, "--min-documents", "2"],
        NEWS,
    );
    assert_eq!(run.code, 0, "{run:?}");
    run.says(&["of 3 articles in "]); // one is a reprint
    let run = retold(&["cluster", "-", "--background", table], NEWS);
    assert_eq!(run.code, 0, "{run:?}");
    let news = write(folder.path(), "news.jsonl", NEWS);
    let run = retold(&["cluster", &news, "--background", &news], "");
    assert_eq!(run.code, 1);
    run.says(&["news.jsonl: "]);
}

/// Of thresholds that are as good, the middle is safest; settings that were measured with are said again.
#[test]
fn the_best_of_equal_thresholds_is_their_middle() {
    let arguments = ["evaluate", "-", "--shingle-words", "4", "--threshold"];
    let run = retold(&[&arguments[..], &["0.1..=0.3"]].concat(), NEWS);
    let best = run
        .out
        .lines()
        .rev()
        .find(|line| line.starts_with("best: "));
    let best = best.unwrap_or_else(|| panic!("{run:?}"));
    let threshold: f64 = best["best: ".len()..][..6].parse().unwrap();
    assert!((0.15..=0.25).contains(&threshold), "{best}");
    assert!(
        best.ends_with(&format!("--threshold {threshold} --shingle-words 4 …")),
        "{best}"
    );
    assert!(!run.out.contains("try more"), "{}", run.out);
    // At the edge there may be better ones beyond.
    let run = retold(&[&arguments[..], &["0.3,0.95,0.99"]].concat(), NEWS);
    assert!(run.out.contains("try more"), "{}", run.out);
}

/// A second run leaves no page of the first, and no other file is touched.
#[test]
fn pages_of_an_earlier_run_go() {
    let folder = tempfile::tempdir().unwrap();
    let pages = folder.path().to_str().unwrap();
    let mine = write(folder.path(), "story-9.html", "<p>A page of my own.</p>");
    let two = format!(
        "{NEWS}{}",
        NEWS.replace("Porto", "Braga")
            .replace("\"id\":\"", "\"id\":\"x")
    );
    assert_eq!(retold(&["cluster", "-", "--html", pages], &two).code, 0);
    let count = || {
        let files = std::fs::read_dir(folder.path()).unwrap().flatten();
        files
            .filter(|file| file.file_name().to_string_lossy().starts_with("story-"))
            .count()
    };
    let before = count();
    assert_eq!(
        retold(&["cluster", "-", "--html", pages, "-q"], NEWS).code,
        0
    );
    assert!(count() < before, "{} of {before}", count());
    assert!(std::path::Path::new(&mine).is_file());
}

/// The lines of output are described where people look.
#[test]
fn help_says_what_comes_out() {
    for (command, words) in [
        ("cluster", &["copy_of", "independent", "Exit codes"][..]),
        ("live", &["replaced", "\"event\":\"split\"", "Exit codes"]),
    ] {
        let help = retold(&[command, "--help"], "").out;
        for word in words {
            assert!(help.contains(word), "{command}: {word}");
        }
    }
}

#[test]
fn a_background_of_nothing_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("own.rtbg");
    let run = retold(
        &[
            "background",
            "-",
            "--out",
            out.to_str().unwrap(),
            "--min-documents",
            "9",
        ],
        NEWS,
    );
    assert_eq!(run.code, 1, "{run:?}");
    run.says(&["no term stands in 9 articles", "--min-documents"]);
    assert!(!out.exists());
}
