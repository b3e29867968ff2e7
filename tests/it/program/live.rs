//! `retold live`, run as a newcomer would.

use std::collections::{BTreeMap, BTreeSet};

use retold::AsArticle;
use serde_json::{Value, json};

use super::{Run, program, retold};
use crate::generated;

const FEED: &str = concat!(
    r#"{"id":"a","text":"A road bridge in Porto collapsed on Monday and killed three workers who were painting it."}"#,
    "\n",
    r#"{"id":"b","text":"Three workers who were painting a road bridge in Porto were killed on Monday when it collapsed."}"#,
    "\n",
    "this is no JSON\n",
    r#"{"id":"c","text":"Shares of the brewer Sagres rose by nine percent after a good summer for lager."}"#,
    "\n",
    r#"{"id":"a","text":"A road bridge in Porto collapsed on Monday and killed three workers who were painting it."}"#,
);

/// The answers to some lines, without what happened to other articles, and standard error.
fn answers(store: &str, feed: &str) -> (Vec<Value>, String) {
    let run = retold(&["live", "--store", store], feed);
    assert_eq!(run.code, 0, "{run:?}");
    let mut rows = run.rows();
    rows.retain(|line| line["event"].is_null());
    (rows, run.said)
}

/// Whoever applies the lines in order has the stories the file has.
#[test]
fn the_lines_tell_all_stories() {
    let feed: Vec<String> = (0..400)
        .map(|n| {
            let article = generated::article(n, 40);
            let article = article.as_article();
            let date = article.date().map(|date| date.to_string());
            json!({"id": n, "title": article.title(), "text": article.text(), "date": date})
                .to_string()
        })
        .collect();
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("news.retold");
    let arguments = ["--store", store.to_str().unwrap(), "--window", "0.2"];
    let output = live(&arguments, &feed.join("\n"));
    assert_eq!(output.code, 0, "{output:?}");
    let mut stories: BTreeMap<u64, BTreeSet<u64>> = BTreeMap::new();
    let mut kinds: BTreeSet<String> = BTreeSet::new();
    for line in output.rows() {
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
    let (first, said) = answers(store, FEED);
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

    let (second, _) = answers(store, FEED);
    assert_eq!(changes(&second), ["known"; 4]);
    assert_eq!(second[1]["story"], first[1]["story"]);

    let story = first[0]["story"].to_string();
    let arguments = ["--store", store, "--follow-story", &story];
    let shown = live(&arguments, "");
    assert_eq!(shown.code, 0);
    for part in ["2 versions", "  1. undated a", "[1, 2] "] {
        assert!(shown.out.contains(part), "{}", shown.out);
    }
    let output = live(&["--store", store, "--follow-story", "99"], "");
    assert_eq!(output.code, 2);
}

/// Killed before it clustered, it does so when it is fed again, though nothing is new then.
#[test]
fn what_a_crash_left_is_clustered_at_the_end() {
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("news.retold");
    let mut index = retold::story::StoryIndex::<String>::open(&store).unwrap();
    let mut feed = Vec::new();
    for n in 0..400 {
        let article = generated::article(n, 12);
        index.insert(n.to_string(), &article).unwrap();
        feed.push(json!({"id": n, "text": article.as_article().text()}));
    }
    index.commit().unwrap();
    assert!(!index.recluster().is_empty(), "nothing to do");
    let keys_of = |index: &retold::story::StoryIndex<String>| -> Vec<Vec<String>> {
        let stories = index.stories().map(|(_, keys)| keys.into_iter().cloned());
        stories.map(Iterator::collect).collect()
    };
    let clustered = keys_of(&index);
    drop(index);
    let arguments = ["--store", store.to_str().unwrap()];
    let (lines, _) = fed(&arguments, &feed);
    let answers = lines.iter().filter(|line| line["event"].is_null());
    assert!(answers.into_iter().all(|line| line["change"] == "known"));
    assert!(lines.len() > feed.len(), "no event was told");
    let index = retold::story::StoryIndex::<String>::open(&store).unwrap();
    assert_eq!(keys_of(&index), clustered);
}

/// The program on a feed.
fn live(arguments: &[&str], feed: &str) -> Run {
    retold(&[&["live"], arguments].concat(), feed)
}

/// What it answers to some lines, each its object, and what it says on standard error.
fn fed(arguments: &[&str], feed: &[Value]) -> (Vec<Value>, String) {
    let feed: Vec<String> = feed.iter().map(Value::to_string).collect();
    let run = live(arguments, &feed.join("\n"));
    assert_eq!(run.code, 0, "{run:?}");
    (run.rows(), run.said)
}

/// A date that cannot be true must neither make all others old nor be believed later, when a window is
/// given; what has no date keeps none.
#[test]
fn a_wrong_date_empties_no_window() {
    let row = |id: &str, date: Option<&str>| {
        let text = format!("A storm hit the coast near Aveiro, said the mayor of {id}.");
        json!({"id": id, "text": text, "date": date})
    };
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("news.retold");
    let store = store.to_str().unwrap();
    let feed = [
        row("first", Some("2024-03-01")),
        row("undated", None),
        row("wrong", Some("9062-01-01")),
        row("second", Some("2024-03-05")),
    ];
    let (_, said) = fed(&["--store", store], &feed);
    assert!(
        said.contains("line 3") && said.contains("9062-01-01"),
        "{said}"
    );
    let windowed = ["--store", store, "--window", "3"];
    let (lines, _) = fed(&windowed, &[row("late", Some("2024-03-01"))]);
    assert_eq!(lines[0]["change"], "expired", "{lines:?}");
    let (lines, _) = fed(&windowed, &[row("third", Some("2024-03-06"))]);
    assert_ne!(lines[0]["change"], "expired", "{lines:?}");

    let index = retold::story::StoryIndex::<String>::open(store).unwrap();
    let held = |id: &str| index.contains(format!("{id:?}").as_str());
    assert!(held("second") && held("third"));
    assert!(!held("first") && !held("late"));
    assert!(
        held("undated") && held("wrong"),
        "what came before them has gone, and nothing that came after"
    );
    let article = index.article("\"undated\"").unwrap().unwrap();
    assert_eq!(article.as_article().date(), None);
}

/// What is answered is safe; what then falls out of the window is said in lines of its own.
#[test]
fn an_article_that_expires_at_once_is_answered_first() {
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("news.retold");
    let arguments = ["--store", store.to_str().unwrap(), "--window", "14"];
    let feed = [
        json!({"id": 1, "text": "A ferry sank off Ardmore with no one aboard.", "date": "2024-01-01"}),
        json!({"id": 2, "text": "Shares in Oakwell Bank fell by a tenth.", "date": "2024-03-01"}),
    ];
    let (lines, _) = fed(&arguments, &feed);
    let told: Vec<&str> = lines
        .iter()
        .map(|line| line["change"].as_str().or(line["event"].as_str()).unwrap())
        .collect();
    assert_eq!(told, ["created", "created", "left", "expired"]);
}

/// Ids that JSON would round are refused, not merged.
#[test]
fn an_id_is_kept_as_it_came() {
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("news.retold");
    let feed = concat!(
        r#"{"id":123456789012345678901234,"text":"One."}"#,
        "\n",
        r#"{"id":1.0,"text":"Two."}"#,
        "\n",
        r#"{"id":1,"text":"Two."}"#,
        "\n",
        r#"{"id":18446744073709551615,"text":"Three."}"#,
    );
    let output = live(&["--store", store.to_str().unwrap()], feed);
    let lines = &output.out;
    let changes = ["created", "known", "created"];
    assert_eq!(lines.lines().count(), changes.len(), "{lines}");
    for (line, change) in lines.lines().zip(changes) {
        assert!(line.contains(change), "{lines}");
    }
    assert!(lines.contains("18446744073709551615"), "{lines}");
    output.says(&["line 1: field id: 123456789012345678901234 is neither"]);
}

/// Ctrl-C ends the program cleanly, with all that was answered kept.
#[cfg(unix)]
#[test]
fn an_interrupt_ends_it_cleanly() {
    use std::io::{BufRead, BufReader, Write};
    use std::process::{Command, Stdio};

    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("news.retold");
    let mut command = program();
    command.args(["live", "--store", store.to_str().unwrap()]);
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
    for n in 0..5 {
        writeln!(
            stdin,
            r#"{{"id":{n},"text":"Report number {n} of the day."}}"#
        )
        .unwrap();
        // What becomes of older stories may be said before.
        let mut said = answers.by_ref().map(Result::unwrap);
        assert!(said.any(|answer| answer.contains(&format!("\"id\":{n}"))));
    }
    let id = child.id().to_string();
    let sent = Command::new("kill").args(["-INT", &id]).status().unwrap();
    assert!(sent.success());
    // Standard input stays open: only the interrupt ends it.
    assert!(child.wait().unwrap().success());
    drop(stdin);
    let index = retold::story::StoryIndex::<String>::open(&store).unwrap();
    assert_eq!(index.len(), 5);
}
