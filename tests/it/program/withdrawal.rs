//! What a live feed takes back: corrected texts, withdrawn articles, ids that two sources share.

use retold::story::StoryIndex;
use serde_json::{Value, json};

use super::{BREWER, BRIDGE, BRIDGE_RETOLD, Run, retold};

fn fed(store: &str, feed: &[Value]) -> Run {
    let feed: String = feed.iter().map(|line| line.to_string() + "\n").collect();
    let run = retold(&["live", "--store", store], feed);
    assert_eq!(run.code, 0, "{run:?}");
    run
}

fn changes(run: &Run) -> Vec<String> {
    let rows = run.rows().into_iter();
    rows.filter_map(|row| row["change"].as_str().map(str::to_owned))
        .collect()
}

#[test]
fn a_corrected_text_replaces_the_held_one_and_says_what_changed() {
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("news.retold");
    let path = store.to_str().unwrap();
    let corrected = BRIDGE.replace("three", "four") + " The mayor spoke of a disaster.";
    let run = fed(
        path,
        &[
            json!({"id": "a", "text": BRIDGE, "date": "2026-03-04"}),
            json!({"id": "b", "text": BRIDGE_RETOLD, "date": "2026-03-04"}),
            json!({"id": "a", "text": corrected, "date": "2026-03-05"}),
            json!({"id": "a", "text": corrected, "date": "2026-03-05"}),
            json!({"id": "a", "text": BRIDGE, "date": "2026-03-04"}),
        ],
    );
    assert_eq!(
        changes(&run),
        ["created", "joined", "replaced", "known", "known"]
    );
    let rows = run.rows();
    let answer = rows.iter().find(|row| row["change"] == "replaced").unwrap();
    assert_eq!(answer["changed"]["fields"], json!(["text", "date"]));
    assert_eq!(
        answer["changed"]["added"],
        json!(["The mayor spoke of a disaster."])
    );
    assert!(
        answer["changed"]["reworded"][0]
            .as_str()
            .unwrap()
            .contains("[-three-]{+four+}")
    );
    run.says(&["5 articles: 2 known, 2 placed, 1 replaced; 2 articles in 1 story held"]);
    let index = StoryIndex::<String>::open(&store).unwrap();
    let held = index.article("\"a\"").unwrap().unwrap();
    assert_eq!(retold::AsArticle::as_article(&held).text(), corrected);
}

#[test]
fn what_is_withdrawn_is_gone() {
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("news.retold");
    let run = fed(
        store.to_str().unwrap(),
        &[
            json!({"id": "a", "text": BRIDGE}),
            json!({"id": 2, "text": BREWER}),
            json!({"id": "a", "withdrawn": true}),
            json!({"id": "never", "withdrawn": true}),
            json!({"id": 2, "withdrawn": false, "text": BREWER}),
        ],
    );
    assert_eq!(
        changes(&run),
        ["created", "created", "withdrawn", "unknown", "known"]
    );
    let rows = run.rows();
    assert_eq!(rows[2], json!({"event": "left", "story": 0, "id": "a"}));
    assert_eq!(rows[3], json!({"event": "expired", "story": 0}));
    assert_eq!(
        rows[4],
        json!({"id": "a", "story": null, "change": "withdrawn"})
    );
    let index = StoryIndex::<String>::open(&store).unwrap();
    assert_eq!(index.len(), 1);
}

#[test]
fn the_id_of_another_source_is_another_article() {
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("news.retold");
    let store = store.to_str().unwrap();
    let run = fed(
        store,
        &[
            json!({"id": 7, "source": "Wire", "text": BRIDGE}),
            json!({"id": 7, "source": {"name": "Post"}, "text": BREWER}),
            json!({"id": 7, "withdrawn": true}),
            json!({"id": 7, "source": "Post", "withdrawn": true}),
            // Only one source has it now.
            json!({"id": 7, "withdrawn": true}),
        ],
    );
    assert_eq!(
        changes(&run),
        ["created", "created", "unknown", "withdrawn", "withdrawn"]
    );
    run.says(&["several sources have it (Wire, Post); name one"]);
    let rows = run.rows();
    assert_eq!(rows[1]["source"], "Post");
    // Where the user says what an id is, it is that alone.
    let other = folder.path().join("other.retold");
    let feed = [
        json!({"guid": "x", "source": "A", "text": BRIDGE}),
        json!({"guid": "x", "source": "B", "text": BRIDGE}),
    ];
    let feed: String = feed.iter().map(|line| line.to_string() + "\n").collect();
    let run = retold(
        &["live", "--store", other.to_str().unwrap(), "--id", "guid"],
        feed,
    );
    assert_eq!(changes(&run), ["created", "known"]);
}

/// An article without an id would be new whenever it comes.
#[test]
fn without_an_id_nothing_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("news.retold");
    let run = retold(
        &["live", "--store", store.to_str().unwrap()],
        json!({"text": BRIDGE}).to_string(),
    );
    assert_eq!(run.code, 1);
    run.says(&[
        "line 1: no field has an id",
        "none of 1 entry is an article",
    ]);
}

/// A store made with other settings is refused in words that help.
#[test]
fn other_settings_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("news.retold");
    let store = store.to_str().unwrap();
    fed(store, &[json!({"id": 1, "text": BRIDGE})]);
    let run = retold(&["live", "--store", store, "--threshold", "0.5"], "");
    assert_eq!(run.code, 1);
    run.says(&[
        "made with story_threshold 0.",
        ", not 0.5; give the --threshold it was made with",
    ]);
}
