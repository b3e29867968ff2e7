//! The two sample reports, the pair every reader of this crate meets first.

use std::process::Output;

use retold::sketch::ShingleSet;
use serde_json::Value;

use crate::{data, files};

pub(crate) const FIRST: &str = include_str!("../../examples/reports/first.txt");
pub(crate) const SECOND: &str = include_str!("../../examples/reports/second.txt");

/// They are as far apart as two real reports of one event: far below what a copy detector asks for.
#[test]
fn samples_are_as_far_apart_as_real_reports() {
    let jaccard = retold::compare(FIRST, SECOND).jaccard();
    assert!((0.15..=0.25).contains(&jaccard), "3-word Jaccard {jaccard}");
}

/// They were written for this crate: no eight words in a row stand in the published reports.
#[data::needed]
#[test]
fn samples_take_no_sentence_from_published_reports() {
    for name in ["reports/report_a.txt", "reports/report_b.txt"] {
        let published = data::read(name);
        let published = ShingleSet::of_text(&published, 8);
        for sample in [FIRST, SECOND] {
            let shared = ShingleSet::of_text(sample, 8).intersection_len(&published);
            assert_eq!(shared, 0, "runs of eight words shared with {name}");
        }
    }
}

fn example(arguments: &[&str]) -> Output {
    files::example("two_reports", arguments)
}

fn texts(list: &Value) -> Vec<&str> {
    list.as_array()
        .unwrap()
        .iter()
        .map(|text| text.as_str().unwrap())
        .collect()
}

#[test]
fn the_example_tells_the_same_in_text_and_json() {
    let json = example(&["--json"]);
    assert!(json.status.success());
    let json: Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!(json["same_story"], true);
    assert_eq!(json["relation"], "retelling");
    for measure in ["jaccard", "containment_left", "containment_right"] {
        assert!(
            (0.0..=1.0).contains(&json[measure].as_f64().unwrap()),
            "{measure}"
        );
    }
    let mut shared = [Vec::new(), Vec::new()];
    for pair in json["shared"].as_array().unwrap() {
        let kinds = ["same", "punctuation", "edited", "reworded"];
        assert!(kinds.contains(&pair["kind"].as_str().unwrap()), "{pair}");
        assert!(
            (0.0..=1.0).contains(&pair["similarity"].as_f64().unwrap()),
            "{pair}"
        );
        shared[0].extend(texts(&pair["left"]));
        shared[1].extend(texts(&pair["right"]));
    }
    // Each sentence of each side stands in exactly one place, as the text has it.
    for (text, shared, only) in [
        (FIRST, &shared[0], "left_only"),
        (SECOND, &shared[1], "right_only"),
    ] {
        let groups = json[only].as_array().unwrap();
        let alone = groups.iter().flat_map(|group| texts(&group["text"]));
        let mut listed: Vec<&str> = shared.iter().copied().chain(alone).collect();
        listed.sort_unstable();
        let mut sentences: Vec<&str> = retold::text::sentences(text)
            .map(|s| &text[s.span()])
            .collect();
        sentences.sort_unstable();
        assert_eq!(listed, sentences);
        assert!(groups.iter().all(|group| group["kind"].is_null()));
    }
    let split = |pair: &Value| [&pair["left"], &pair["right"]].map(|side| texts(side).len());
    let shapes: Vec<_> = json["shared"]
        .as_array()
        .unwrap()
        .iter()
        .map(split)
        .collect();
    assert!(
        shapes.contains(&[1, 2]) && shapes.contains(&[2, 1]),
        "a split and a merge: {shapes:?}"
    );

    let plain = String::from_utf8(example(&[]).stdout).unwrap();
    assert!(
        plain.starts_with("Same story: yes (retelling)\n"),
        "{plain}"
    );
    assert!(!plain.contains('\u{1b}'), "colour where no terminal is");
    assert!(plain.contains("[-") && plain.contains("{+"));
}

#[test]
fn the_example_names_a_bad_file_in_one_line() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    let (missing, latin, good) = (path("missing.txt"), path("latin.txt"), path("good.txt"));
    std::fs::write(&latin, b"caf\xe9").unwrap();
    std::fs::write(&good, "It rained.").unwrap();
    for bad in [&missing, &latin] {
        let output = example(&[&good, bad]);
        assert_eq!(output.status.code(), Some(2));
        assert!(output.stdout.is_empty());
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(said.lines().count(), 1, "{said}");
        assert!(said.contains(bad), "{said}");
    }
    let page = path("page.html");
    let output = example(&["--html", &page, &good, &good]);
    assert!(output.status.success());
    assert!(
        std::fs::read_to_string(&page)
            .unwrap()
            .starts_with("<!doctype html>")
    );
}

/// What README shows first is what the example prints.
#[test]
fn readme_shows_real_output() {
    let output = example(&[]);
    let plain = String::from_utf8(output.stdout).unwrap();
    let readme = include_str!("../../README.md");
    let (_, rest) = readme.split_once("```text\n").unwrap();
    let (shown, _) = rest.split_once("```").unwrap();
    for line in shown.lines() {
        let line = line.trim().trim_end_matches('…').trim_end();
        assert!(plain.contains(line), "{line:?} is not in\n{plain}");
    }
}

/// The front door finds two published reports to be one story, in either order.
#[data::needed]
#[test]
fn published_reports_are_one_story() {
    let names = ["reports/report_a.txt", "reports/report_b.txt"];
    let [a, b] = names.map(data::read);
    assert!(retold::compare(&a, &b).same_story());
    assert!(retold::compare(&b, &a).same_story());
}
