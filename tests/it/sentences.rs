//! Sentence boundaries against gold, and the laws that hold for any text.

use std::collections::{BTreeMap, BTreeSet};

use retold::text::{SentenceKind, quotes, sentences};
use serde_json::Value;
use unicode_segmentation::UnicodeSegmentation;

use crate::data;

/// The sentences of a text as [`sentences`] cuts it.
fn ours(text: &str) -> Vec<&str> {
    sentences(text).map(|s| &text[s.span()]).collect()
}

/// The sentences of a text as UAX #29 alone cuts it.
fn plain(text: &str) -> Vec<&str> {
    text.unicode_sentences()
        .map(str::trim)
        .filter(|s| !s.is_empty())
        .collect()
}

/// Whether a splitter gives exactly the gold sentences of a row.
fn is_exact(row: &Value, split: fn(&str) -> Vec<&str>) -> bool {
    let gold = row["expected"].as_array().expect("gold sentences");
    let cut = split(row["input"].as_str().expect("an input"));
    let exact =
        cut.len() == gold.len() && cut.iter().zip(gold).all(|(a, b)| Some(*a) == b.as_str());
    if !exact && std::env::var_os("SHOW_MISSES").is_some() {
        println!("gold {gold:?}\n cut {cut:?}");
    }
    exact
}

#[data::needed]
#[test]
fn golden_rules_hold() {
    let rows = data::rows("sentences/golden_rules_en.jsonl");
    let prose = rows
        .iter()
        .filter(|row| !(31..=39).contains(&row["id"].as_u64().expect("an id")));
    let (count, exact) = prose.fold((0, 0), |(count, exact), row| {
        (count + 1, exact + usize::from(is_exact(row, ours)))
    });
    println!("golden rules without inline lists: {exact} of {count}");
    assert_eq!(count, 39);
    assert!(exact >= 37, "{exact}");
}

#[data::needed]
#[test]
fn hard_news_is_cut_right() {
    let rows = data::rows("sentences/news_hard.jsonl");
    let exact = rows.iter().filter(|row| is_exact(row, ours)).count();
    println!("hard news: {exact} of {}", rows.len());
    assert!(exact >= 22, "{exact}");
}

/// Precision, recall and F1 of boundaries inside paragraphs whose sentences are joined by a space.
fn boundary_scores(paragraphs: &[Vec<String>], split: fn(&str) -> Vec<&str>) -> [f64; 3] {
    let (mut hits, mut found, mut gold) = (0, 0, 0);
    for paragraph in paragraphs {
        let text = paragraph.join(" ");
        let mut ends = BTreeSet::new();
        let mut end = 0;
        for sentence in paragraph {
            end += sentence.len();
            ends.insert(end);
            end += 1;
        }
        let cut: BTreeSet<usize> = split(&text)
            .iter()
            .map(|s| s.as_ptr().addr() - text.as_ptr().addr() + s.len())
            .collect();
        if std::env::var_os("SHOW_MISSES").is_some() {
            for at in ends.symmetric_difference(&cut) {
                let (before, after) = text.split_at(*at);
                let before: String = before.chars().rev().take(40).collect();
                let before: String = before.chars().rev().collect();
                let after: String = after.chars().take(40).collect();
                println!(
                    "{} {before}|{after}",
                    if ends.contains(at) { "missed" } else { "extra" }
                );
            }
        }
        hits += ends.intersection(&cut).count();
        found += cut.len();
        gold += ends.len();
    }
    let (precision, recall) = (hits as f64 / found as f64, hits as f64 / gold as f64);
    [
        precision,
        recall,
        2.0 * precision * recall / (precision + recall),
    ]
}

#[data::needed]
#[test]
fn boundaries_of_real_news_are_found() {
    let content = data::read("sentences/news_pud.json");
    let documents: Value = serde_json::from_str(&content).expect("JSON");
    let paragraphs: Vec<Vec<String>> = documents
        .as_array()
        .expect("documents")
        .iter()
        .flat_map(|document| document["paras"].as_array().expect("paragraphs"))
        .map(|paragraph| serde_json::from_value(paragraph.clone()).expect("sentences"))
        .collect();
    let scores = boundary_scores(&paragraphs, ours);
    let baseline = boundary_scores(&paragraphs, plain);
    println!("news boundaries P, R, F1: {scores:.4?}, plain UAX #29 {baseline:.4?}");
    assert!(scores[2] >= 0.997, "{scores:?}");
}

#[data::needed]
#[test]
fn no_language_is_cut_worse_than_by_the_plain_standard() {
    let rows = data::rows("sentences/other_rules.jsonl");
    let mut languages = BTreeMap::<&str, [usize; 3]>::new();
    for row in &rows {
        let language = row["lang"].as_str().expect("a language");
        let counts = languages.entry(language).or_default();
        counts[0] += 1;
        let exact = [is_exact(row, plain), is_exact(row, ours)];
        counts[1] += usize::from(exact[0]);
        counts[2] += usize::from(exact[1]);
        if exact == [true, false] && std::env::var_os("SHOW_MISSES").is_some() {
            println!(
                "worse: {language} {:?}",
                ours(row["input"].as_str().expect("an input"))
            );
        }
    }
    println!("language  cases  plain  ours");
    for (language, [cases, plain, ours]) in &languages {
        println!("{language:8} {cases:6} {plain:6} {ours:5}");
    }
    for (language, [_, plain, ours]) in &languages {
        assert!(ours >= plain, "{language}: {ours} < {plain}");
    }
}

#[test]
fn kinds_are_told_by_looks() {
    use SentenceKind::{Boilerplate, Bullet, Byline, Dateline, Embed, Heading, Prose};
    for (text, kind) in [
        ("Two people died in the fire.", Prose),
        ("“We saw smoke,” she said.", Prose),
        (
            "The mayor, who had promised to speak to the families on Tuesday evening, did not appear at the hall, and neither did any of his deputies",
            Prose,
        ),
        ("Storm hits town", Heading),
        ("What we know so far:", Heading),
        ("Shared Ambitions in AI", Heading),
        ("Why did the bridge fall?", Heading),
        ("• GDP fell 0.3%", Bullet),
        ("- Prices rose in May.", Bullet),
        ("* One more thing", Bullet),
        ("By Jane Doe", Byline),
        ("By Jane Doe and John Roe, Associated Press", Byline),
        ("By JANE DOE", Byline),
        (
            "(Reporting by Jane Doe in London; Editing by John Roe)",
            Byline,
        ),
        ("Reporting by Jane Doe; editing by John Roe", Byline),
        ("Photograph: Jane Doe/Reuters", Byline),
        ("By Monday the storm had passed.", Prose),
        ("By then the storm had passed", Heading),
        ("LONDON (Reuters) -", Dateline),
        ("READING, Pa. —", Dateline),
        ("date 2024-07-24", Dateline),
        ("Published: 5:30 p.m. July 24, 2024", Dateline),
        ("July 24, 2024", Dateline),
        ("Updated 24 Jul 2024 10:15 GMT", Dateline),
        ("Monday, 6 May 2019", Dateline),
        ("Thursday, Apr 2, 2009 | Updated 1:32 PM PDT", Dateline),
        ("8:45 p.m. update", Dateline),
        ("UPDATE @ 9 p.m. (Oct. 26):", Dateline),
        ("July 13, 2009 12:49 PM EDT", Dateline),
        ("Update on the fire in Lyon", Heading),
        ("May 12 deaths", Heading),
        ("LONDON (Reuters) - Shares fell on Monday.", Prose),
        ("In July 2024 shares fell.", Prose),
        ("— Jane Doe (@janedoe) July 24, 2024", Embed),
        ("pic.twitter.com/abc123", Embed),
        ("Stay safe! pic.twitter.com/abc123", Embed),
        ("Subscribe to our newsletter", Boilerplate),
        (
            "Sign up for our daily newsletter to get the news in your inbox.",
            Boilerplate,
        ),
        ("We use cookies to improve your experience.", Boilerplate),
        ("Read more: Storm hits town", Boilerplate),
        ("READ MORE", Boilerplate),
        ("Follow us on Twitter", Boilerplate),
        ("Click here to read the full story.", Boilerplate),
        (
            "Copyright 2024 The Associated Press. All rights reserved.",
            Boilerplate,
        ),
        ("© 2024 Example News", Boilerplate),
        ("All rights reserved.", Boilerplate),
        ("Advertisement", Boilerplate),
        (
            "This material may not be published, broadcast, rewritten or redistributed.",
            Boilerplate,
        ),
        (
            "The bakery may use cookies as a gift, the mayor joked.",
            Prose,
        ),
        ("The company said it would read more letters.", Prose),
        ("Subscribers left the service in May.", Prose),
    ] {
        assert_eq!(
            sentences(text).next().expect("a sentence").kind,
            kind,
            "{text}"
        );
    }
}

/// The quotations of a text and their speakers.
fn quoted(text: &str) -> Vec<(&str, Option<&str>)> {
    quotes(text)
        .into_iter()
        .map(|quote| (&text[quote.span()], quote.speaker.map(|span| &text[span])))
        .collect()
}

#[test]
fn speakers_are_named_beside_their_quotes() {
    for (text, speaker) in [
        ("“We saw smoke and ran,” Doe said.", Some("Doe")),
        (
            "“We saw smoke and ran,” said Jane Doe, a teacher.",
            Some("Jane Doe"),
        ),
        (
            "“We saw smoke and ran,” fire chief John Roe told reporters.",
            Some("John Roe"),
        ),
        (
            "“We saw smoke and ran,” John Roe, the mayor of Lyon, said.",
            Some("John Roe"),
        ),
        ("“Did you see smoke there?” Mr. Roe asked.", Some("Roe")),
        (
            "\"We saw smoke and ran,\" J. K. Roe wrote on Monday.",
            Some("J. K. Roe"),
        ),
        ("On Monday, Roe said: “We saw smoke and ran.”", Some("Roe")),
        (
            "Roe attacked the plan by Doe, saying, “We saw smoke and ran.”",
            Some("Roe"),
        ),
        ("Roe is not so sure: “We saw smoke and ran.”", Some("Roe")),
        (
            "In a post on X, Roe attacked the plan, saying, “We saw smoke and ran.”",
            Some("Roe"),
        ),
        (
            "They met on X. Roe called it good and added: “We saw smoke and ran.”",
            Some("Roe"),
        ),
        (
            "“We saw smoke and ran,” said Acme fire chief Jane Doe.",
            Some("Jane Doe"),
        ),
        (
            "“We saw smoke and ran,” said Jane Doe, a chief with Acme.",
            Some("Jane Doe"),
        ),
        ("“We saw smoke and ran,” said Doe and Roe.", Some("Doe")),
        ("“We saw smoke and ran,” Doe and Roe said.", Some("Doe")),
        ("“We saw smoke and ran,” Doe later said.", Some("Doe")),
        (
            "Jane Doe, vice president of the Acme Group, added that “we saw smoke and ran.”",
            Some("Jane Doe"),
        ),
        (
            "Asked by Acme, a spokeswoman, Jane Doe, said, “We saw smoke and ran.”",
            Some("Jane Doe"),
        ),
        (
            "Doe answered, the Tribune reported: “We saw smoke and ran.”",
            None,
        ),
        (
            "Doe replied again, the Tribune reported: “We saw smoke and ran.”",
            Some("Doe"),
        ),
        (
            "They asked around, with Jane Doe saying “we saw smoke and ran.”",
            Some("Jane Doe"),
        ),
        // Not the one who is spoken for, or to, or of.
        ("“We saw smoke and ran,” an Acme spokesman said.", None),
        ("“We saw smoke and ran,” said an aide to Jane Doe.", None),
        ("“We saw smoke and ran,” said Doe’s lawyer.", None),
        (
            "She did not discuss Doe’s words, but insisted that “we saw smoke and ran.”",
            None,
        ),
        ("“We saw smoke and ran,” she said.", None),
        ("“We saw smoke and ran.” Doe did not say more.", None),
        ("He wrote to Doe, “We saw smoke and ran.”", None),
        ("The «grand old party of ours» won.", None),
    ] {
        assert_eq!(quoted(text)[0].1, speaker, "{text}");
    }
    let text = "“We saw smoke,” Doe said. “It was black, and it stank.”";
    assert_eq!(
        quoted(text),
        [
            ("We saw smoke,", Some("Doe")),
            ("It was black, and it stank.", Some("Doe"))
        ]
    );
}

#[test]
fn quotations_run_over_paragraphs_and_hold_others() {
    let text = "“First part.\n\n“Second part, ‘inner’ words.”\n\nDoe left. The boys' house and the '60s stayed.";
    assert_eq!(
        quoted(text),
        [("First part.\n\n“Second part, ‘inner’ words.", None)]
    );
    assert_eq!(
        quoted("He called it ‘a mess’ and 'a shame,' no less."),
        [("a mess", None), ("a shame,", None)]
    );
    assert_eq!(quoted("A 6' 2\" man and a stray \" mark."), []);
    assert_eq!(
        quoted("“Cut off by the page\nNext line."),
        [("Cut off by the page", None)]
    );
    assert_eq!(quoted("“”\"\" « » “ "), []);
}

#[test]
fn rules_hold_beyond_the_gold() {
    for (text, expected) in [
        ("He bought Acme Inc. The price was not told.", 2),
        ("Acme Inc. Chairman Jane Doe left.", 1),
        ("It opened on Jan. 6 at 5 p.m. Tuesday in Wash. state.", 1),
        (
            "Gov. Doe met Lt. Col. Roe in St. Paul, Minn. They talked.",
            2,
        ),
        ("“Why now?” Prime Minister Doe asked. He left.", 2),
        ("“Go away!” the man cried.", 1),
        ("The firm fell 3%. 12 rivals rose. $5 million went.", 3),
        ("It was cited.[3] Critics disagreed.[4][5] Nobody knew.", 3),
        ("See or mail a.B@c.de or www.Example.Com/A.B now.", 1),
        ("He left in 2015.The firm closed.", 2),
        ("\"I saw it.\"Doe said no more.", 2),
        ("It costs $3.50 at 3.45pm in the U.S.A. today.", 1),
        ("Der Brief kam am 3. Oktober. Er lag z. B. im Flur.", 2),
        ("这是第一句。这是第二句！好吗？", 3),
        ("यह पहला है। यह दूसरा है।", 2),
        ("هل أنت هنا؟ نعم.", 2),
        (
            "He posted it on X. Doe called it good. Malcolm X. Doe left.",
            3,
        ),
        ("The vote was 5-4. 3 judges dissented.", 2),
        ("The score was 3:2. 40,000 people watched.", 2),
        ("eBay rose. macOS grew. watchOS did not.", 3),
        ("Yahoo! Inc. said it.", 1),
        ("It was -5 C. Profit fell.", 2),
        ("It was 30 °C. People stayed in.", 2),
        ("Louis C. Doe left. Jane F. Roe came.", 2),
        (
            "She is the no. 3 Democrat in the House. He is no. 3 in the list.",
            2,
        ),
        ("She said no. Twelve people left.", 2),
        ("He went to No. 10. The mayor was at No. 12 Mill Lane.", 2),
        ("It stands on example.org. iPhone sales rose.", 2),
        ("Read example.org. 12 people did.", 2),
        ("「今日は寒い。」と彼は言った。雪が降った。", 2),
        ("彼女は「はい。」と答え、「行きます！」と言った。", 1),
        ("「今日は寒い。」彼は言った。", 2),
        ("", 0),
        (" \n\t ", 0),
        ("...", 1),
    ] {
        assert_eq!(ours(text).len(), expected, "{:?}", ours(text));
    }
}

#[test]
fn wrapped_text_is_told_by_its_lines() {
    let paragraph = "The mayor of the town said on Tuesday that the\ncouncil would not raise any taxes this year. He\nspoke at a meeting in the hall and left early.";
    let two = format!("Town hall news\n\n{paragraph}\n\n{paragraph}\n- a point that was made\n");
    assert_eq!(ours(&two).len(), 6, "{:?}", ours(&two));
    assert!(ours(&two)[1].contains('\n'));
    // Lines of a list or of short paragraphs are not wrapped text.
    assert_eq!(ours("apples\npears and plums\nsome bread").len(), 3);
    assert_eq!(
        ours("Storm hits town\nTwo people died.\nRoads are closed.\r\nMore soon.").len(),
        4
    );
}

#[test]
fn sentences_are_found_as_they_are_asked_for() {
    let text = "It rained.\n\n".repeat(100_000);
    let begun = std::time::Instant::now();
    assert_eq!(sentences(&text).take(3).count(), 3);
    let some = begun.elapsed();
    assert_eq!(sentences(&text).count(), 100_000);
    assert!(some * 10 < begun.elapsed());
}

proptest::proptest! {
    #[test]
    fn sentences_cover_all_but_white_space(text in "([A-Za-z]{1,6}|[.!?…。।:;\"'“”()\\[\\]]|[0-9]{1,3}|U\\.S\\.|[ \n\r\u{2028}]|é|e\u{301}|漢|Ж|\u{ad}){0,60}") {
        let mut end = 0;
        for sentence in sentences(&text) {
            proptest::prop_assert!(sentence.start >= end && sentence.end > sentence.start);
            proptest::prop_assert!(text[end..sentence.start].trim().is_empty());
            let inner = &text[sentence.span()];
            proptest::prop_assert_eq!(inner, inner.trim());
            end = sentence.end;
        }
        proptest::prop_assert!(text[end..].trim().is_empty());
        for quote in quotes(&text) {
            proptest::prop_assert!(text.get(quote.span()).is_some() && quote.words > 0);
            proptest::prop_assert!(quote.speaker.is_none_or(|span| text.get(span).is_some()));
        }
    }
}
