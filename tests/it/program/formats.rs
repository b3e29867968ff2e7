//! Every format people have articles in, and every shape of its fields.

use serde_json::{Value, json};

use super::{BREWER, BRIDGE, Run, gzipped, retold, write};

/// One story a line, for what is known of each article.
fn stories(input: impl AsRef<[u8]>) -> Vec<Value> {
    let run = retold(&["cluster", "-", "--stories"], input);
    assert_eq!(run.code, 0, "{run:?}");
    run.rows()
}

/// Title, day, outlet and id of each story.
fn known(stories: &[Value]) -> Vec<[String; 4]> {
    let text = |value: &Value| {
        value
            .as_str()
            .map_or_else(|| value.to_string(), str::to_owned)
    };
    let fields = |story: &Value| {
        [
            text(&story["title"]),
            text(&story["first"]),
            text(&story["outlets"][0]),
            text(&story["ids"][0]),
        ]
    };
    stories.iter().map(fields).collect()
}

const RSS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
  <title>Evening &amp; Morning</title>
  <link>https://evening.example/</link>
  <item>
    <title>Bridge &#8220;falls&#8221; &amp; kills</title>
    <link>https://evening.example/bridge</link>
    <guid isPermaLink="false">e-1</guid>
    <pubDate>Wed, 04 Mar 2026 23:05:00 -0500</pubDate>
    <description>A short word.</description>
    <content:encoded><![CDATA[<p>A road bridge in <b>Porto</b> collapsed on Monday.</p><script>var x = 1 < 2;</script><p>It killed three workers&nbsp;&ndash; all painters.</p>]]></content:encoded>
  </item>
  <item>
    <title>Brewer up</title>
    <link>https://evening.example/brewer</link>
    <dc:date>2026-03-03</dc:date>
    <source url="https://wire.example/">The Wire</source>
    <description>&lt;p&gt;Shares of the brewer Sagres rose &amp;amp; rose.&lt;/p&gt;</description>
  </item>
</channel></rss>"#;

#[test]
fn rss_is_read() {
    let rows = known(&stories(RSS));
    assert_eq!(
        rows[0],
        [
            "Bridge “falls” & kills",
            "2026-03-05",
            "Evening & Morning",
            "e-1"
        ]
    );
    assert_eq!(
        rows[1],
        [
            "Brewer up",
            "2026-03-03",
            "The Wire",
            "https://evening.example/brewer"
        ]
    );
    // The whole text, without its markup, each paragraph one of its own.
    let run = retold(&["statements", "-", "--json"], RSS);
    let rows: Value = serde_json::from_str(&run.out).unwrap();
    let texts: Vec<&str> = rows["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row[0]["text"].as_str().unwrap())
        .collect();
    assert_eq!(
        texts,
        [
            "A road bridge in Porto collapsed on Monday.",
            "It killed three workers – all painters.",
            "Shares of the brewer Sagres rose & rose.",
        ]
    );
}

#[test]
fn atom_and_rdf_are_read() {
    let atom = r#"<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title type="html">The &lt;b&gt;Post&lt;/b&gt;</title>
        <entry><id>tag:post.example,2026:7</id><title>Ferry aground</title><link rel="self" href="https://post.example/self"/>
        <link href="https://post.example/ferry"/><updated>2026-03-06T08:00:00Z</updated><published>2026-03-05T08:00:00Z</published>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>A ferry ran aground.</p><p>All were saved.</p></div></content></entry>
        <entry><title>No id</title><link rel="alternate" href="https://post.example/second"/><summary>Something else happened in Braga.</summary></entry></feed>"#;
    let rows = known(&stories(atom));
    assert_eq!(
        rows[0],
        [
            "Ferry aground",
            "2026-03-05",
            "The Post",
            "tag:post.example,2026:7"
        ]
    );
    assert_eq!(
        rows[1],
        ["No id", "null", "The Post", "https://post.example/second"]
    );
    let rdf = r#"<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel rdf:about="x"><title>Old Feed</title></channel>
        <item rdf:about="https://old.example/1"><title>Old news</title><link>https://old.example/1</link><description>It is old.</description><dc:date>2003-07-01</dc:date></item></rdf:RDF>"#;
    assert_eq!(
        known(&stories(rdf)),
        [[
            "Old news",
            "2003-07-01",
            "Old Feed",
            "https://old.example/1"
        ]]
    );
}

#[test]
fn json_feed_and_responses_are_read() {
    let feed = json!({
        "version": "https://jsonfeed.org/version/1.1", "title": "JSON Times", "description": "All of it",
        "items": [
            {"id": "1", "url": "https://times.example/1", "content_html": "<p>A bridge fell.</p>", "title": "Bridge", "date_published": "2026-03-04T10:00:00+01:00"},
            {"id": "2", "content_text": "Shares rose in Lisbon.", "date_published": "2026-03-05"},
        ],
    });
    for written in [
        feed.to_string(),
        serde_json::to_string_pretty(&feed).unwrap(),
    ] {
        let rows = known(&stories(written));
        assert_eq!(rows[0], ["Bridge", "2026-03-04", "JSON Times", "1"]);
        assert_eq!(
            rows[1],
            ["Shares rose in Lisbon.", "2026-03-05", "JSON Times", "2"]
        );
    }
    let newsapi = json!({"status": "ok", "totalResults": 1, "articles": [{
        "source": {"id": null, "name": "The Wire"}, "author": "Jane", "title": "Bridge", "description": "It fell.",
        "url": "https://wire.example/b", "urlToImage": null, "publishedAt": "2026-03-04T10:00:00Z", "content": "It fell on Monday… [+1234 chars]",
    }]});
    assert_eq!(
        known(&stories(newsapi.to_string())),
        [["Bridge", "2026-03-04", "The Wire", "https://wire.example/b"]]
    );
    let gdelt = json!({"articles": [{"url": "https://a.example/1", "title": "Bridge", "seendate": "20260304T101500Z", "domain": "a.example", "language": "English"}]});
    assert_eq!(
        known(&stories(gdelt.to_string())),
        [["Bridge", "2026-03-04", "a.example", "https://a.example/1"]]
    );
    let nested = json!({"response": {"status": "ok", "pages": 1, "results": [{
        "id": "world/1", "webTitle": "Bridge", "webPublicationDate": "2026-03-04T10:00:00Z", "fields": {"bodyText": "It fell."},
    }]}});
    assert_eq!(
        known(&stories(nested.to_string())),
        [["Bridge", "2026-03-04", "null", "world/1"]]
    );
}

#[test]
fn lists_and_objects_over_several_lines_are_read() {
    let [bridge, brewer] = [
        json!({"id": 1, "text": BRIDGE}),
        json!({"id": 2, "text": BREWER}),
    ];
    let list = json!([bridge, brewer]);
    let pretty = |value: &Value| serde_json::to_string_pretty(value).unwrap();
    let lines = format!("{bridge}\r\n\r\n{brewer}");
    let bom = format!("\u{feff}{lines}");
    for input in [
        list.to_string(),
        pretty(&list),
        lines,
        bom,
        pretty(&bridge) + "\n" + &pretty(&brewer),
    ] {
        let run = retold(&["cluster", "-"], &input);
        assert_eq!(run.all("id"), [1, 2], "{input}");
        assert!(!run.said.contains("left out"), "{}", run.said);
    }
}

#[test]
fn tables_are_read() {
    let csv = "guid,Headline,full_text,Published At,Outlet\n\
               1,\"Bridge, fallen\",\"It fell.\nIt \"\"killed\"\" three.\",2026/03/04,Wire\n\
               2,Brewer,Shares rose.,1772582400000,Post\n";
    let expected = [
        ["Bridge, fallen", "2026-03-04", "Wire", "1"],
        ["Brewer", "2026-03-04", "Post", "2"],
    ];
    assert_eq!(known(&stories(csv)), expected);
    let tsv = "id\ttitle\tbody\tpubDate\tsource\n1\tBridge, fallen\tIt fell.\t20260304\tWire\n2\tBrewer\tShares rose.\t2026-03-04 09:00\tPost\n";
    assert_eq!(known(&stories(tsv)), expected);
    let semicolons = "id;title;text;date;source\n1;Bridge, fallen;It fell.;4 March 2026;Wire\n2;Brewer;Shares rose.;Mar 4, 2026 1:05 PM;Post\n";
    assert_eq!(known(&stories(semicolons)), expected);
}

#[test]
fn fields_can_be_mapped() {
    let run = retold(
        &["cluster", "-", "--stories", "--field", "text=lead.main", "--field", "title=kicker", "--field", "date=when", "--field", "id=nr"],
        json!({"nr": 5, "id": 9, "lead": {"main": BRIDGE}, "kicker": "Fall", "when": "2026-03-04", "title": "No"}).to_string(),
    );
    assert_eq!(known(&run.rows()), [["Fall", "2026-03-04", "null", "5"]]);
    let csv = "nr,lead\n1,It fell.\n";
    let unmapped = retold(&["cluster", "-"], csv);
    assert_eq!(unmapped.code, 1);
    let mapped = retold(
        &["cluster", "-", "--field", "text=lead", "--field", "id=nr"],
        csv,
    );
    assert_eq!(mapped.all("id"), ["1"]);
}

#[test]
fn folders_are_read_with_all_that_is_in_them() {
    let folder = tempfile::tempdir().unwrap();
    let page = "<!doctype html><html><head><title>Ferry aground - Wire</title><meta property=\"og:title\" content=\"Ferry aground\">\
                <meta property='article:published_time' content='2026-03-04T10:00:00Z'><meta property=og:site_name content=Wire>\
                <style>p { color: red }</style></head><body><nav><a href=/>Home</a></nav><article><h1>Ferry aground</h1><p>A ferry ran aground off Ardmore.</p>\
                <p>All 84&nbsp;passengers were saved.</p><aside>Read this too</aside></article><footer>All rights reserved</footer></body></html>";
    write(folder.path(), "a/page.html", page);
    write(
        folder.path(),
        "b.txt",
        "Oakwell Bank cut its forecast for the year.",
    );
    write(folder.path(), "feed.xml.gz", gzipped(RSS.as_bytes()));
    write(folder.path(), ".hidden.txt", "Not this.");
    write(folder.path(), "photo.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    let run = retold(
        &["cluster", folder.path().to_str().unwrap(), "--stories"],
        "",
    );
    assert_eq!(run.code, 0, "{run:?}");
    let rows = known(&run.rows());
    let titles: Vec<&str> = rows.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(
        titles,
        [
            "Ferry aground",
            "Oakwell Bank cut its forecast for the year.",
            "Bridge “falls” & kills",
            "Brewer up"
        ]
    );
    assert_eq!(rows[0][1..3], ["2026-03-04", "Wire"]);
    assert!(rows[0][3].ends_with("page.html"), "{rows:?}");
    run.says(&["photo.png: this is not text", "1 entry left out"]);
    let path = folder.path().join("a/page.html");
    let run = retold(&["statements", path.to_str().unwrap(), "--json"], "");
    assert!(
        run.out
            .contains("\"text\":\"All 84 passengers were saved.\""),
        "{}",
        run.out
    );
    assert!(
        !run.out.contains("rights") && !run.out.contains("Read this too"),
        "{}",
        run.out
    );
}

#[test]
fn what_is_packed_is_unpacked() {
    let folder = tempfile::tempdir().unwrap();
    let line = json!({"id": 1, "text": BRIDGE}).to_string() + "\n";
    let twice = gzipped(&gzipped(line.as_bytes()));
    // Several members, as parallel gzip writes them, and a name that tells nothing.
    let members = [
        gzipped(line.as_bytes()),
        gzipped(line.replace('1', "2").as_bytes()),
    ]
    .concat();
    let path = write(folder.path(), "news.jsonl", &members);
    assert_eq!(retold(&["cluster", &path], "").all("id"), [1, 2]);
    assert_eq!(retold(&["cluster", "-"], twice).all("id"), [1]);
    // Cut off on its way: what came is read, and the rest is named.
    let many: String = (0..3_000)
        .map(|n| json!({"id": n, "text": format!("{n} {BRIDGE} {}", n * n)}).to_string() + "\n")
        .collect();
    let packed = gzipped(many.as_bytes());
    let run = retold(
        &["cluster", "-", "--copies-only"],
        &packed[..packed.len() / 2],
    );
    assert_eq!(run.code, 0, "{run:?}");
    assert!(
        (100..3_000).contains(&run.rows().len()),
        "{}",
        run.rows().len()
    );
    run.says(&["what follows cannot be read"]);
    for (start, told) in [
        (&b"\x28\xb5\x2f\xfd    "[..], "zstd -dc"),
        (b"PAR1    ", "Parquet"),
        (b"PK\x03\x04    ", "unzip -p"),
    ] {
        let path = write(folder.path(), "packed.jsonl", start);
        let run = retold(&["cluster", &path], "");
        assert_eq!(run.code, 1);
        run.says(&[told]);
    }
}

#[test]
fn other_encodings_are_read() {
    let row = json!({"id": 1, "title": "Ponte caída em São João – três mortos", "text": BRIDGE, "date": "2026-03-04"}).to_string() + "\n";
    let title = |run: &Run| run.rows()[0]["title"].as_str().unwrap().to_owned();
    let little: Vec<u8> = row.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = [0xfeff]
        .into_iter()
        .chain(row.encode_utf16())
        .flat_map(u16::to_be_bytes)
        .collect();
    let (latin, _, _) = encoding_rs::WINDOWS_1252.encode(&row);
    for (bytes, told) in [
        (&little[..], &[][..]),
        (&big, &[]),
        (&latin, &["line 1: not UTF-8, read as Latin-1"]),
    ] {
        let run = retold(&["cluster", "-", "--stories"], bytes);
        assert_eq!(
            title(&run),
            "Ponte caída em São João – três mortos",
            "{run:?}"
        );
        run.says(told);
    }
    let (cyrillic, _, _) = encoding_rs::WINDOWS_1251
        .encode("{\"id\":1,\"title\":\"Мост рухнул\",\"text\":\"Мост рухнул в понедельник.\"}");
    let run = retold(
        &["cluster", "-", "--stories", "--encoding", "windows-1251"],
        cyrillic,
    );
    assert_eq!(title(&run), "Мост рухнул");
    let declared = RSS
        .replace("UTF-8", "ISO-8859-1")
        .replace("Brewer up", "Cervejaria São");
    let (declared, _, _) = encoding_rs::WINDOWS_1252.encode(&declared);
    let run = retold(&["cluster", "-", "--stories"], declared);
    assert_eq!(run.rows()[1]["title"], "Cervejaria São");
    assert!(!run.said.contains("UTF-8"), "{}", run.said);
}

/// A document whose lines begin like those of JSON lines: the wrapper on one, an article on each other.
#[test]
fn a_document_may_have_an_article_a_line() {
    let article = |n: usize| {
        json!({"url": format!("u{n}"), "title": format!("Headline {n}"), "text": format!("Text {n}.")})
            .to_string()
    };
    let articles: Vec<String> = (0..3).map(article).collect();
    let lines = articles.join(",\n");
    for document in [
        format!("{{\"status\":\"ok\",\"articles\":[\n{lines}\n]}}"),
        format!("{{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{lines}]}}"),
        format!("{{\n\"items\":\n[{lines}]\n}}"),
        format!("[\n{lines}\n]"),
    ] {
        let run = retold(&["cluster", "-"], &document);
        assert_eq!(run.rows().len(), 3, "{document}\n{run:?}");
    }
    // A damaged first line is a damaged line, and the others are read.
    for damaged in [r#"{"id": 1, "text": "cut"#, r#"{"id": 1, "text": "a" "b"}"#] {
        let lines = format!("{damaged}\n{}\n{}", articles[0], articles[1]);
        assert_eq!(retold(&["cluster", "-"], &lines).rows().len(), 2, "{lines}");
    }
}
