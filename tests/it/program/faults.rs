//! Input as it should not be: no article is lost that can be read, and what is lost is named.

use serde_json::{Value, json};

use super::{BREWER, BRIDGE, retold};

#[test]
fn a_fault_in_a_field_nobody_needs_costs_nothing() {
    let lines = [
        r#"{"id":1,"text":"A bridge fell in Porto.","junk":"\ud800","tags":["\udc00"],"views":null}"#,
        r#"{"id":2,"text":"Shares rose in Lisbon.","author":{"a":[1,{"b":null}]},"score":1e999}"#,
        r#"{"id":3,"text":"A ferry ran aground.","body":12,"title":null,"source":null,"date":null}"#,
    ];
    let run = retold(&["cluster", "-"], lines.join("\n"));
    assert_eq!(run.all("id"), [1, 2, 3]);
    assert_eq!(
        run.said,
        "3 articles: 3 stories, 0 of several articles (the largest of 1), 0 copies\n"
    );
}

#[test]
fn a_fault_in_a_needed_field_is_named_and_the_article_kept() {
    for (line, told) in [
        (
            r#"{"id":1,"text":"A bridge \ud83d fell."}"#,
            "line 1: field text has half a character",
        ),
        (
            r#"{"id":1,"text":null,"title":"A bridge fell","body":7}"#,
            "line 1: field body: `7` is not a text",
        ),
        (
            r#"{"id":1,"text":["A bridge fell.","Three died."],"title":{"x":1}}"#,
            "line 1: field title: `{\"x\":1}` is not a title",
        ),
        (
            r#"{"id":1,"text":"A bridge fell.","title":NaN}"#,
            "read all the same",
        ),
        (
            "{\"id\":1,\"text\":\"A bridge\tfell.\"}",
            "read all the same",
        ),
        (
            r#"{"id":1,"text":"A bridge fell.","date":{"y":2026}}"#,
            "line 1: field date: `{\"y\":2026}` is not a date",
        ),
        (
            r#"{"id":1,"title":1984,"text":true}"#,
            "line 1: field text: `true` is not a text",
        ),
    ] {
        let run = retold(&["cluster", "-"], line);
        assert_eq!(run.code, 0, "{run:?}");
        assert_eq!(run.all("id"), [1], "{line}");
        run.says(&[told]);
        let strict = retold(&["cluster", "-", "--strict"], line);
        assert_eq!((strict.code, strict.out.as_str()), (1, ""), "{line}");
    }
}

/// Titles and sources that are numbers or objects are what they say.
#[test]
fn other_types_are_understood() {
    let rows = [
        json!({"id": 1, "title": 1984, "text": BRIDGE, "source": 7}),
        json!({"id": 2, "title": {"rendered": "A title"}, "text": [{"type": "text/html", "value": BREWER}], "source": [{"name": "Wire"}]}),
        json!({"_id": {"$oid": "5f"}, "text": "A ferry ran aground off Ardmore.", "origin": {"streamId": "feed/1", "title": "Post"}}),
    ];
    let run = retold(
        &["cluster", "-", "--stories"],
        rows.map(|row| row.to_string()).join("\n"),
    );
    assert_eq!(
        run.all("title"),
        [
            json!("1984"),
            json!("A title"),
            json!("A ferry ran aground off Ardmore.")
        ]
    );
    assert_eq!(
        run.all("outlets"),
        [json!(["7"]), json!(["Wire"]), json!(["Post"])]
    );
    assert_eq!(run.all("ids"), [json!([1]), json!([2]), json!(["5f"])]);
    assert_eq!(run.said.lines().count(), 1, "{}", run.said);
}

#[test]
fn what_is_no_article_is_named_by_file_and_line() {
    let input = "{\"id\":1,\"text\":\"A bridge fell.\"}\n{\"id\":2,\"text\"\n\n{\"id\":3,\"text\":\"\",\"title\":\" \"}\n{\"id\":[4],\"text\":\"x\"}\n{\"id\":5,\"name\":\"x\"}\n7\n";
    let run = retold(&["cluster", "-"], input);
    assert_eq!(run.all("id"), [1]);
    run.says(&[
        "standard input, line 2: not JSON: EOF while parsing",
        "standard input, line 4: field text is empty or no text, and there is no other",
        "standard input, line 5: field id: `[4]` is not an id",
        "standard input, line 6: no field has a text or a title; --field text=NAME says which one",
        "standard input, line 7: not a JSON object",
        "5 entries left out",
    ]);
}

/// Many faults of one kind are counted, not listed.
#[test]
fn many_faults_do_not_flood() {
    let lines: String = (0..50)
        .map(|n| {
            json!({"id": n, "text": format!("Report {n}."), "date": "soon"}).to_string() + "\n"
        })
        .collect();
    let run = retold(&["cluster", "-"], &lines);
    assert_eq!(run.said.matches("`soon`").count(), 10, "{}", run.said);
    run.says(&["50 dates unknown (40 not named above; --all-faults names them)"]);
    let all = retold(&["cluster", "-", "--all-faults"], &lines);
    assert_eq!(all.said.matches("`soon`").count(), 50);
}

#[test]
fn damaged_documents_give_what_they_have() {
    let list = format!(
        "[\n{},\n{},\n{{\"id\":3,",
        json!({"id": 1, "text": BRIDGE}),
        json!({"id": 2, "text": BREWER})
    );
    let run = retold(&["cluster", "-"], list);
    assert_eq!(run.all("id"), [1, 2]);
    run.says(&["line 4: not JSON: EOF", "what follows cannot be read"]);
    let feed = "<rss><channel><title>A & B</title>\n<item><guid>1</guid><title>Bridge & tunnel &nbsp; fall</title></item>\n\
                <item><guid>2</guid><title>Open <b>tag</title><description>It fell.</description></item>\n<item><guid>3</guid><title>Cut o";
    let run = retold(&["cluster", "-", "--stories"], feed);
    let titles: Vec<Value> = run.all("title");
    assert_eq!(titles[0], "Bridge & tunnel fall");
    assert!(titles[2] == "Cut o", "{titles:?}");
    run.says(&["line 4: cut off; read as far as it goes"]);
    let table = "id,text\n1,A bridge fell.,surplus\n2\n3,\"It never\n";
    let run = retold(&["cluster", "-"], table);
    assert_eq!(run.all("id"), ["1", "3"]);
    run.says(&[
        "line 2: 3 cells under 2 names",
        "line 3: ",
        "1 entry left out",
    ]);
}

/// An article without an id is known by its place.
#[test]
fn ids_are_made_where_there_are_none() {
    let run = retold(
        &["cluster", "-"],
        format!(
            "{}\n{}\n",
            json!({"text": BRIDGE}),
            json!({"id": null, "text": BREWER})
        ),
    );
    assert_eq!(run.all("id"), ["standard input:1", "standard input:2"]);
    run.says(&["2 articles without an id, known by file and line"]);
}

/// Names of lists mean nothing by themselves, and lists in lists are not followed for ever.
#[test]
fn a_field_named_like_a_list_hides_no_article() {
    let rows = [
        json!({"id": 1, "title": "Bridge falls", "data": {"x": 1}, "items": [1, 2], "hits": 3}),
        json!({"id": 2, "text": BREWER, "items": [{"id": 3, "text": "An item of an article."}]}),
    ];
    let run = retold(
        &["cluster", "-"],
        rows.map(|row| row.to_string()).join("\n"),
    );
    assert_eq!(run.all("id"), [1, 2]);
    let deep = "{\"items\":[".repeat(50_000) + &"]}".repeat(50_000);
    let run = retold(
        &["cluster", "-"],
        format!("{deep}\n{{\"id\":1,\"text\":\"A bridge fell.\"}}"),
    );
    assert_eq!(run.all("id"), [1], "{run:?}");
}
