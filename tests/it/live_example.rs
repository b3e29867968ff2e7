//! The example that follows a feed, run as a newcomer would.

use std::collections::{BTreeMap, BTreeSet};

use retold::AsArticle;
use serde_json::Value;

use crate::{files, generated};

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
        .map(|line| serde_json::from_str::<Value>(line).unwrap())
        .filter(|line| line["event"].is_null())
        .collect();
    Some((answers, String::from_utf8(output.stderr).unwrap()))
}

/// Whoever applies the lines in order has the stories the file has.
#[test]
fn the_lines_tell_all_stories() {
    let feed: Vec<String> = (0..400)
        .map(|n| {
            let article = generated::article(n, 40);
            let article = article.as_article();
            let date = article.date().map(|date| date.to_string());
            serde_json::json!({"id": n, "title": article.title(), "text": article.text(), "date": date}).to_string()
        })
        .collect();
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("news.retold");
    let arguments = ["--store", store.to_str().unwrap(), "--window", "0.2"];
    let Some(output) = files::example_fed("live", &arguments, &feed.join("\n")) else {
        return;
    };
    assert!(output.status.success(), "{output:?}");
    let mut stories: BTreeMap<u64, BTreeSet<u64>> = BTreeMap::new();
    let mut kinds: BTreeSet<String> = BTreeSet::new();
    for line in String::from_utf8(output.stdout).unwrap().lines() {
        let line: Value = serde_json::from_str(line).unwrap();
        let number = |field: &str| line[field].as_u64().unwrap();
        let event = line["event"].as_str().unwrap_or("answer");
        kinds.insert(event.to_owned());
        match event {
            "left" => assert!(
                stories
                    .get_mut(&number("story"))
                    .unwrap()
                    .remove(&number("id"))
            ),
            "joined" => assert!(
                stories
                    .get_mut(&number("story"))
                    .unwrap()
                    .insert(number("id"))
            ),
            "split" => {
                let ids = line["ids"].as_array().unwrap();
                let ids: BTreeSet<u64> = ids.iter().map(|id| id.as_u64().unwrap()).collect();
                let from = stories.get_mut(&number("from")).unwrap();
                assert!(ids.iter().all(|id| from.remove(id)));
                assert!(stories.insert(number("story"), ids).is_none());
            }
            "merged" => {
                let mut moved = stories.remove(&number("story")).unwrap();
                stories.get_mut(&number("into")).unwrap().append(&mut moved);
            }
            "created" => assert!(stories.insert(number("story"), BTreeSet::new()).is_none()),
            "expired" => assert!(stories.remove(&number("story")).unwrap().is_empty()),
            _ if line["change"] == "expired" => {}
            _ => {
                let story = number("story");
                for merged in line["merged"].as_array().into_iter().flatten() {
                    let mut moved = stories.remove(&merged.as_u64().unwrap()).unwrap();
                    stories.entry(story).or_default().append(&mut moved);
                }
                assert!(stories.entry(story).or_default().insert(number("id")));
            }
        }
    }
    assert!(
        kinds.contains("left") && kinds.contains("expired"),
        "{kinds:?}"
    );
    let index = retold::story::StoryIndex::<String>::open(&store).unwrap();
    let held: BTreeMap<u64, BTreeSet<u64>> = index
        .stories()
        .map(|(story, keys)| {
            (
                story.number(),
                keys.iter().map(|key| key.parse().unwrap()).collect(),
            )
        })
        .collect();
    assert_eq!(stories, held);
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
