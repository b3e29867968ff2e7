//! The example that follows a feed, run as a newcomer would.

use serde_json::Value;

use crate::files;

const FEED: &str = concat!(
    r#"{"id":"a","text":"A road bridge in Porto collapsed on Monday and killed three workers who were painting it."}"#,
    "\n",
    r#"{"id":"b","text":"Three workers who were painting a road bridge in Porto were killed on Monday when it collapsed."}"#,
    "\n",
    "this is no JSON\n",
    r#"{"id":"c","text":"Shares of the brewer Sagres rose by nine percent after a good summer for lager."}"#,
    "\n",
    r#"{"id":"a","text":"The same identity once more."}"#,
);

fn answers(store: &str) -> Option<(Vec<Value>, String)> {
    let output = files::example_fed("live", &["--store", store], FEED)?;
    assert!(output.status.success(), "{output:?}");
    let lines = String::from_utf8(output.stdout).unwrap();
    let answers = lines
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    Some((answers, String::from_utf8(output.stderr).unwrap()))
}

#[test]
fn a_feed_ends_and_goes_on_where_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("news.retold");
    let store = store.to_str().unwrap();
    let Some((first, said)) = answers(store) else {
        return;
    };
    let changes = |answers: &[Value]| -> Vec<String> {
        answers
            .iter()
            .map(|answer| answer["change"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(changes(&first), ["created", "joined", "created", "known"]);
    assert_eq!(first[0]["story"], first[1]["story"]);
    assert_eq!(first[1]["match"]["id"], "a");
    assert!(said.contains("line 3"), "{said}");

    let Some((second, _)) = answers(store) else {
        return;
    };
    assert_eq!(changes(&second), ["known"; 4]);
    assert_eq!(second[1]["story"], first[1]["story"]);

    let story = first[0]["story"].to_string();
    let arguments = ["--store", store, "--follow-story", &story];
    let output = files::example("live", &arguments).unwrap();
    let shown = String::from_utf8(output.stdout).unwrap();
    assert!(
        output.status.success() && shown.contains("2 articles"),
        "{shown}"
    );
    assert!(
        shown.contains("Timeline") && shown.contains("[1, 2]"),
        "{shown}"
    );
    let output = files::example("live", &["--store", store, "--follow-story", "99"]).unwrap();
    assert!(!output.status.success());
}
