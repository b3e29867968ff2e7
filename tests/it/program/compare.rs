//! `retold compare` and `retold statements`.

use serde_json::{Value, json};

use super::{BREWER, BRIDGE, BRIDGE_RETOLD, retold, write};

#[test]
fn two_files_are_compared() {
    let folder = tempfile::tempdir().unwrap();
    let left = write(
        folder.path(),
        "left.txt",
        format!("{BRIDGE} At least 12 people were hurt."),
    );
    let right = write(
        folder.path(),
        "right.txt",
        format!("At least 15 people were hurt. {BRIDGE}"),
    );
    let page = folder.path().join("page.html");
    let run = retold(
        &["compare", &left, &right, "--html", page.to_str().unwrap()],
        "",
    );
    assert_eq!(run.code, 0, "{run:?}");
    for told in [
        "Same story: yes",
        "At least [-12-]{+15+} people were hurt.",
        "number: 12 people | 15 people",
    ] {
        assert!(run.out.contains(told), "{told} is not in:\n{}", run.out);
    }
    assert!(!run.out.contains('\x1b'), "colours in a pipe");
    assert!(std::fs::read_to_string(page).unwrap().contains("right.txt"));
    let json = retold(&["compare", &left, &right, "--json"], "");
    let json: Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!(json["same_story"], true, "{json}");
    let one = retold(&["compare", &left], "");
    assert_eq!(one.code, 1);
    one.says(&["compare needs two reports, and the input has one"]);
}

/// Two files of one name are told apart by their folders.
#[test]
fn files_of_one_name_are_told_apart() {
    let folder = tempfile::tempdir().unwrap();
    let left = write(folder.path(), "a/report.txt", BRIDGE);
    let right = write(folder.path(), "b/report.txt", BREWER);
    let run = retold(&["compare", &left, &right], "");
    assert!(
        run.out.contains(&format!("Only in {left}"))
            && run.out.contains(&format!("Only in {right}")),
        "{}",
        run.out
    );
}

#[test]
fn statements_are_rows_of_sentences() {
    let added = "The mayor wept.";
    let rows = [
        json!({"id": "a", "text": format!("{BRIDGE} {added}")}),
        json!({"id": 2, "text": BRIDGE}),
        json!({"id": "c", "text": BREWER}),
    ];
    let input = rows.map(|row| row.to_string()).join("\n");
    let run = retold(&["statements", "-", "--json"], &input);
    let table: Value = serde_json::from_str(&run.out).unwrap();
    let cell = |article: Value, text: &str, start: usize| json!({"article": article, "text": text, "start": start});
    assert_eq!(
        table["rows"],
        json!([
            [cell(json!("a"), BRIDGE, 0), cell(json!(2), BRIDGE, 0)],
            [cell(json!("a"), added, BRIDGE.len() + 1)],
            [cell(json!("c"), BREWER, 0)],
        ])
    );
    let words = retold(&["statements", "-"], &input);
    assert!(
        words.out.contains("[1, 2] A road bridge in Porto")
            && words.out.contains("[1] The mayor wept."),
        "{}",
        words.out
    );
}

/// Of many articles, those of one story.
#[test]
fn a_story_can_be_picked() {
    let rows = [
        json!({"id": "a", "text": BRIDGE}),
        json!({"id": "b", "text": BREWER}),
        json!({"id": "-c", "text": BRIDGE_RETOLD}),
    ];
    let input = rows.map(|row| row.to_string()).join("\n");
    let run = retold(&["statements", "-", "--of", "-c"], &input);
    assert!(
        run.out.starts_with("2 versions") && !run.out.contains("Sagres"),
        "{run:?}"
    );
    assert_eq!(retold(&["statements", "-", "--of", "z"], &input).code, 2);
}

/// The verdict follows the threshold that a user sets.
#[test]
fn the_verdict_has_a_threshold() {
    let folder = tempfile::tempdir().unwrap();
    let left = write(folder.path(), "left.txt", BRIDGE);
    let right = write(folder.path(), "right.txt", BRIDGE_RETOLD);
    let verdict = |options: &[&str]| {
        let run = retold(&[&["compare", &left, &right], options].concat(), "");
        run.out.lines().next().unwrap_or_default().to_owned()
    };
    assert_eq!(verdict(&[]), "Same story: yes (retelling)");
    assert_eq!(verdict(&["--threshold", "1"]), "Same story: no (unrelated)");
}
