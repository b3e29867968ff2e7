//! The pages a comparison writes: sound in structure, and nothing in a text becomes markup.

use std::collections::BTreeSet;

use proptest::prelude::*;
use retold::diff::{Diff, statements};
use retold::view::{Entry, Page};
use retold::{Article, Date};

use crate::files;

const FIRST: &str = include_str!("../../examples/reports/first.txt");
const SEARCH: &str = include_str!("../../src/view/html/search.js");
const SECOND: &str = include_str!("../../examples/reports/second.txt");

/// A tag of a page: its name, whether it closes, and its attributes as written.
struct Tag<'p> {
    name: &'p str,
    closes: bool,
    attributes: &'p str,
}

/// All tags behind the style sheet. Every `<` of a page opens one, and every `>` ends one.
fn tags(page: &str) -> Vec<Tag<'_>> {
    let (head, rest) = page.split_once("<style>").unwrap();
    let (_, body) = rest.split_once("</style>").unwrap();
    let head = head.strip_prefix("<!doctype html>").unwrap();
    [head, body].into_iter().flat_map(tags_of).collect()
}

fn tags_of(markup: &str) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    for piece in markup.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').expect("a tag that ends");
        assert!(!text.contains('>'), "a loose > in {text:?}");
        let (name, attributes) = tag.split_once([' ', '\n']).unwrap_or((tag, ""));
        let closes = name.starts_with('/');
        let name = name.trim_start_matches('/');
        assert!(
            name.bytes().all(|b| b.is_ascii_alphanumeric()),
            "tag {name:?}"
        );
        tags.push(Tag {
            name,
            closes,
            attributes,
        });
    }
    tags
}

/// The attributes of a tag, each a name and its value.
fn attributes<'p>(tag: &Tag<'p>) -> impl Iterator<Item = (&'p str, &'p str)> {
    let mut rest = tag.attributes;
    std::iter::from_fn(move || {
        let (name, value) = rest.trim_start().split_once("=\"")?;
        let (value, behind) = value.split_once('"').expect("a quoted value");
        rest = behind;
        Some((name, value))
    })
}

fn attribute<'p>(tag: &Tag<'p>, name: &str) -> Option<&'p str> {
    attributes(tag)
        .find(|(known, _)| *known == name)
        .map(|(_, value)| value)
}

/// What every page must keep, whatever it shows.
fn check(page: &str) {
    // The one script there may be is ours, and the policy lets no other run.
    let page = &page.replacen(&format!("<script>{SEARCH}</script>\n"), "", 1);
    let tags = tags(page);
    check_nesting(&tags);
    check_headings(&tags);
    check_links(&tags);
    for tag in tags.iter().filter(|tag| !tag.closes) {
        let allowed = [
            "html", "head", "meta", "title", "body", "a", "header", "h1", "h2", "h3", "dl", "div",
            "dt", "dd", "nav", "ul", "ol", "li", "main", "section", "p", "table", "thead", "tbody",
            "tr", "th", "td", "span", "bdi", "del", "ins", "time", "details", "summary", "label",
            "input", "output",
        ];
        assert!(allowed.contains(&tag.name), "<{}>", tag.name);
        for (name, _) in attributes(tag) {
            let plain = name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
            assert!(plain && !name.starts_with("on"), "attribute {name:?}");
        }
        if tag.name == "th" {
            assert!(attribute(tag, "scope").is_some(), "a heading of nothing");
        }
        if tag.name == "section" {
            let label = attribute(tag, "aria-labelledby").unwrap();
            assert!(page.contains(&format!("id=\"{label}\"")), "{label}");
        }
    }
    for landmark in ["header", "main"] {
        let count = tags
            .iter()
            .filter(|tag| tag.name == landmark && !tag.closes)
            .count();
        assert_eq!(count, 1, "{landmark}");
    }
    let outside = [
        "<script",
        "javascript:",
        "http:",
        "https:",
        "url(",
        "@import",
    ];
    assert!(
        outside.iter().all(|word| !page.contains(word)),
        "something to run or to fetch"
    );
    let turning = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    assert!(
        !page.contains(turning),
        "a character that turns the direction"
    );
    let control = |c: char| c.is_control() && !c.is_whitespace();
    assert!(!page.contains(control), "a control character");
}

fn check_nesting(tags: &[Tag<'_>]) {
    let mut open = Vec::new();
    for tag in tags {
        if tag.closes {
            assert_eq!(open.pop(), Some(tag.name), "closed in the wrong order");
        } else if !matches!(tag.name, "meta" | "input") {
            open.push(tag.name);
        }
    }
    assert!(open.is_empty(), "left open: {open:?}");
}

fn check_headings(tags: &[Tag<'_>]) {
    let level = |tag: &Tag<'_>| match tag.name {
        "h1" => 1,
        "h2" => 2,
        "h3" => 3,
        _ => 0,
    };
    let levels: Vec<usize> = tags
        .iter()
        .filter(|tag| !tag.closes)
        .map(level)
        .filter(|&l| l > 0)
        .collect();
    assert_eq!(levels.first(), Some(&1));
    assert_eq!(levels.iter().filter(|&&level| level == 1).count(), 1);
    for pair in levels.windows(2) {
        assert!(
            pair[1] <= pair[0] + 1,
            "a heading level is skipped: {levels:?}"
        );
    }
}

/// Every link within the page leads somewhere, and no two places share a name.
fn check_links(tags: &[Tag<'_>]) {
    let mut ids = BTreeSet::new();
    for id in tags.iter().filter_map(|tag| attribute(tag, "id")) {
        assert!(ids.insert(id), "two places are called {id}");
    }
    for address in tags.iter().filter_map(|tag| attribute(tag, "href")) {
        if let Some(target) = address.strip_prefix('#') {
            assert!(ids.contains(target), "nothing is called {target}");
        }
    }
}

/// The text of a page: what stands outside its tags, references resolved.
fn text_of(page: &str) -> String {
    let body = page.split_once("<main").unwrap().1;
    let outside: String = body
        .split('<')
        .filter_map(|piece| piece.split_once('>'))
        .map(|(_, text)| text)
        .collect();
    [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&nbsp;", " "),
        ("&amp;", "&"),
    ]
    .iter()
    .fold(outside, |text, (reference, c)| text.replace(reference, c))
}

fn dated(text: &str, source: &'static str, day: &str) -> (String, &'static str, Date) {
    (text.to_owned(), source, day.parse().unwrap())
}

/// Five versions with dates, sources and titles.
fn versions() -> Vec<(String, &'static str, Date)> {
    vec![
        dated(FIRST, "Morning Post", "2024-07-24"),
        dated(SECOND, "Evening News", "2024-07-24T18:00:00Z"),
        dated(&FIRST.replace("405", "400"), "Weekly", "2024-07-25"),
        dated(
            &format!("{SECOND}\nMore is to follow on Thursday."),
            "Late & Final",
            "2024-07-24T20:00:00Z",
        ),
        dated(
            "Nothing of the kind was ever said here.",
            "Other",
            "2024-07-26",
        ),
    ]
}

fn page_of(versions: &[(String, &'static str, Date)]) -> String {
    let articles: Vec<Article<'_>> = versions
        .iter()
        .map(|(text, source, date)| Article::new(text).with_source(source).with_date(*date))
        .collect();
    statements(&articles).to_html()
}

#[test]
fn two_versions_make_a_sound_page() {
    let diff = Diff::between(FIRST, SECOND);
    let page = diff.to_html();
    check(&page);
    let text = text_of(&page);
    for side in 0..2 {
        let version = &diff.statements().versions()[side];
        for only in diff.statements().only_in(side) {
            let told = only.to_string();
            assert!(
                text.contains(&told),
                "{told} of {:?} is missing",
                version.label()
            );
        }
    }
    assert!(
        diff.shared().any(retold::diff::Pair::is_moved),
        "the samples move something"
    );
    assert!(text.contains("told as sentence"), "what moved has a link");
    for fact in diff.facts() {
        assert!(
            text.contains(fact.left) && text.contains(fact.right),
            "{fact:?}"
        );
    }
    let place = |id: &str| page.find(&format!("<section id=\"{id}\"")).unwrap();
    assert!(
        place("changes") < place("sides"),
        "what differs comes first"
    );
}

#[test]
fn the_verdict_stands_on_top() {
    let page = retold::compare(FIRST, SECOND).to_html();
    check(&page);
    assert!(page.contains("<dt>Same story</dt>"));
}

#[test]
fn many_versions_make_a_sound_page() {
    let versions = versions();
    let page = page_of(&versions);
    check(&page);
    let text = text_of(&page);
    for (_, source, _) in &versions {
        assert!(text.contains(source), "{source}");
    }
    assert!(text.contains("More is to follow on Thursday."));
    assert!(
        text.contains("405") && text.contains("400"),
        "wordings that differ are shown"
    );
    assert!(page.contains("<time datetime=\"2024-07-24T18:00:00Z\">2024-07-24 18:00 UTC</time>"));
    assert!(page.contains("<time datetime=\"2024-07-25T00:00:00Z\">2024-07-25</time>"));
}

#[test]
fn odd_counts_of_versions_make_sound_pages() {
    check(&statements::<&str>(&[]).to_html());
    check(&statements(&[""]).to_html());
    check(&statements(&[FIRST]).to_html());
    check(&statements(&["It rained.", "", "It rained."]).to_html());
    check(&Diff::between("", "").to_html());
    let many: Vec<_> = versions().into_iter().cycle().take(12).collect();
    check(&page_of(&many));
    check(&Page::new().index(&[]));
}

#[test]
fn an_index_leads_to_its_stories() {
    let entries = [
        Entry::new("1.html", "Fire & water", 3).note("two days"),
        Entry::new("2.html", "\"><script>alert(1)</script>", 1),
    ];
    let page = Page::new().title("Stories").index(&entries);
    check(&page);
    assert!(page.contains("href=\"1.html\"") && text_of(&page).contains("Fire & water"));
    assert!(
        text_of(&page).contains("3 reports") && text_of(&page).contains("1 report"),
        "counted"
    );
}

const HOSTILE: &str = "</script><img src=x onerror=\"alert(1)\"><style>*{}</style>&lt;b&gt;'\u{202e}gnorw\u{2066}\0</td>";

#[test]
fn hostile_text_stays_text() {
    let shown = "</script><img src=x onerror=\"alert(1)\"><style>*{}</style>&lt;b&gt;'U+202Egnorw";
    let text = format!("{HOSTILE} fell on the town. At least 12 {HOSTILE} died on Monday.");
    let other =
        format!("{HOSTILE} fell on the town. At least 17 {HOSTILE} died on Monday. {HOSTILE}!");
    let left = Article::new(&text).with_source(HOSTILE).with_title(HOSTILE);
    let right = Article::new(&other).with_source(HOSTILE);
    let title = Page::new()
        .title(HOSTILE)
        .figure(HOSTILE, HOSTILE)
        .up(HOSTILE, HOSTILE);
    let diff = Diff::between(&left, &right);
    for page in [
        title.diff(&diff),
        title.statements(diff.statements()),
        title.statements(&statements(&[left, right, left])),
        title.index(&[Entry::new(HOSTILE, HOSTILE, 2).note(HOSTILE)]),
    ] {
        check(&page);
        assert!(text_of(&page).contains(shown), "the text is shown as it is");
    }
}

#[test]
fn texts_keep_their_own_direction() {
    let page = Diff::between(
        "הסערה פגעה בחוף ביום שני.",
        "The storm hit the coast on Monday.",
    )
    .to_html();
    check(&page);
    assert!(page.contains("<p class=\"text\" dir=\"auto\" lang=\"\">הסערה"));
}

/// Every control the pages have is a link, so a keyboard reaches all; what scrolls is reachable too.
#[test]
fn what_scrolls_can_be_reached() {
    let page = page_of(&versions());
    let wide = tags(&page)
        .into_iter()
        .find(|tag| attribute(tag, "class") == Some("wide"))
        .unwrap();
    assert_eq!(attribute(&wide, "tabindex"), Some("0"));
    assert_eq!(attribute(&wide, "role"), Some("region"));
}

#[cfg(feature = "cli")]
#[test]
fn the_program_writes_an_index_and_a_page_a_story() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    let mut lines = String::new();
    for (id, text) in [
        ("a", FIRST),
        ("b", SECOND),
        ("c", "Shares fell in Tokyo."),
        ("d", FIRST),
    ] {
        lines +=
            &serde_json::json!({"id": id, "text": text, "title": format!("<{id}>")}).to_string();
        lines += "\n";
    }
    std::fs::write(path("in.jsonl"), lines).unwrap();
    let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_retold"));
    program.args(["cluster", &path("in.jsonl"), "--html", &path("pages")]);
    let output = files::run(&mut program, b"");
    assert!(output.status.success(), "{output:?}");
    let mut pages: Vec<String> = files::all(&folder.path().join("pages"))
        .iter()
        .map(|page| std::fs::read_to_string(page).unwrap())
        .collect();
    for page in &pages {
        check(page);
    }
    assert_eq!(pages.len(), 2, "an index and one story of several articles");
    let story = pages.pop().unwrap();
    let title = ["a", "b", "d"].map(|id| format!("<h1><bdi>&lt;{id}&gt;</bdi></h1>"));
    assert!(title.iter().any(|title| story.contains(title)), "{story}");
    assert!(story.contains("href=\"index.html\""));
    assert!(pages[0].contains("href=\"story-0.html\"") && text_of(&pages[0]).contains("3 reports"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_texts_make_sound_pages(left in any::<String>(), right in any::<String>(), both in any::<String>()) {
        let (left, right) = (format!("{left}. {both}"), format!("{both} {right}"));
        check(&Diff::between(&left, &right).to_html());
        check(&statements(&[&left, &right, &both]).to_html());
    }
}

const STYLE: &str = include_str!("../../src/view/html/style.css");

/// Relative luminance of a colour, by WCAG 2.2.
fn luminance(colour: &str) -> f64 {
    let channel = |at: usize| {
        let value = u8::from_str_radix(&colour[at..at + 2], 16).unwrap();
        let value = f64::from(value) / 255.0;
        if value <= 0.04045 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

fn contrast(a: &str, b: &str) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Text reads at contrast AA (4.5), marks at 3, in light and in dark.
#[test]
fn colours_have_contrast() {
    let (light, rest) = STYLE
        .split_once("@media (prefers-color-scheme: dark)")
        .unwrap();
    let (dark, _) = rest.split_once("* {").unwrap();
    for theme in [light, dark] {
        let colour = |name: &str| {
            let (_, rest) = theme.split_once(&format!("--{name}: ")).unwrap();
            rest[..7].to_owned()
        };
        for text in ["ink", "soft", "link"] {
            for ground in ["page", "card", "left", "right"] {
                let got = contrast(&colour(text), &colour(ground));
                assert!(got >= 4.5, "{text} on {ground}: {got:.2}");
            }
        }
        for side in ["left", "right"] {
            let edge = colour(&format!("{side}-edge"));
            for ground in [side, "page", "card"] {
                let got = contrast(&edge, &colour(ground));
                assert!(got >= 3.0, "{side}-edge on {ground}: {got:.2}");
            }
        }
    }
}
