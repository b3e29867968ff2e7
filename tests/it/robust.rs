//! No text makes anything panic, hang or cut a character: whatever is UTF-8 has an answer.

use proptest::prelude::*;
use retold::diff::Run;
use retold::event::Terms;
use retold::{Comparison, Detector, text};

/// Everything this crate does with a text, against an ordinary report and against itself.
fn survive(hostile: &str) {
    let report = "A storm hit the coast on Monday. Three people were hurt, officials said.";
    for (at, word) in text::words(hostile) {
        assert_eq!(hostile.get(at..at + word.len()), Some(word));
    }
    for token in text::tokens(hostile) {
        assert!(!hostile[token.span()].is_empty());
    }
    let mut end = 0;
    for sentence in text::sentences(hostile) {
        assert!(sentence.start >= end && !hostile[sentence.span()].is_empty());
        end = sentence.end;
    }
    let wordless = text::words(hostile).next().is_none();
    compare(hostile, report);
    compare(report, hostile);
    let itself = compare(hostile, hostile);
    assert_eq!(itself.jaccard(), if wordless { 0.0 } else { 1.0 });
    assert_eq!(
        itself.diff().left_only().count(),
        0,
        "a text says all that it says"
    );

    let stories = Detector::new().cluster(&[hostile, report, hostile]);
    let says_nothing = Terms::of(None, hostile).is_empty();
    assert_eq!(stories.len(), if says_nothing { 3 } else { 2 });
}

/// Two texts compared, with every span slicing its text and both texts whole in the word diff.
fn compare<'a>(left: &'a str, right: &'a str) -> Comparison<'a> {
    let comparison = retold::compare(left, right);
    assert!((0.0..=1.0).contains(&comparison.jaccard()));
    let diff = comparison.diff();
    for pair in diff.shared().chain(diff.related()) {
        assert!(
            (0.0..=1.0).contains(&pair.similarity()),
            "{}",
            pair.similarity()
        );
        let words = pair.words();
        let side =
            |of: fn(&Run<'a>) -> Option<&'a str>| words.iter().filter_map(of).collect::<String>();
        assert_eq!(side(Run::left), pair.left().to_string());
        assert_eq!(side(Run::right), pair.right().to_string());
    }
    for fact in diff.facts() {
        let [of_left, of_right] = fact.spans;
        assert!(left.get(of_left).is_some() && right.get(of_right).is_some());
    }
    comparison
}

#[test]
fn small_oddities() {
    for hostile in [
        "",
        " ",
        "\0",
        "a",
        "é",
        ".",
        "\u{feff}",
        "\u{200b}\u{200d}\u{ad}",
        "e\u{301}\u{301}\u{301}",
        "\u{301}",
        "👨‍👩‍👧‍👦👨‍👩‍👧‍👦 🇵🇹🇵🇹🇵 👍🏽",
        "הסערה פגעה בחוף ביום שני. שלושה אנשים נפצעו.",
        "ضربت العاصفة الساحل يوم الاثنين. «أصيب ثلاثة»",
        "台风周一袭击海岸。三人受伤！“没有人死亡”他说？",
        "तूफान सोमवार को तट से टकराया। तीन लोग घायल हुए।",
        "พายุพัดถล่มชายฝั่งเมื่อวันจันทร์",
        "\u{202e}txet desrever\u{202c} and back",
        "“““““ ‘‘‘‘ \"\"\"\"\" ”””",
        "“An opening quote that never ends, he said. And goes on",
        "... ... !!! ??? .!? 。。。",
        "1,2,3.4.5.6 $$$ 6 billion billion -0 1e999 ½ Ⅻ ٣",
        "\r\n\r\r\n\u{2028}\u{2029}\u{85}\u{b}\u{c}",
        "</script><img onerror=alert(1)>",
    ] {
        survive(hostile);
    }
}

#[test]
fn ten_megabytes_without_a_space() {
    survive(&"a".repeat(10_000_000));
}

#[test]
fn ten_megabytes_of_one_accented_run() {
    survive(&"é’".repeat(10_000_000 / "é’".len()));
}

#[test]
fn a_million_newlines() {
    survive(&"\n".repeat(1_000_000));
}

#[test]
fn a_sentence_that_never_ends() {
    survive(&"and on it went, ".repeat(20_000));
}

#[test]
fn a_hundred_thousand_equal_sentences() {
    survive(&"She declined to comment. ".repeat(100_000));
}

#[test]
fn a_hundred_thousand_combining_marks() {
    survive(&format!("e{}", "\u{301}".repeat(100_000)));
}

/// Texts that mix what boundaries depend on: letters, marks, joiners, quotes, stops, line ends.
fn tangled() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        any::<char>().prop_map(String::from),
        "[a-zA-Z]{1,9}".prop_map(String::from),
        prop::sample::select(vec![
            " ",
            "  ",
            "\n",
            "\r\n",
            "\n\n",
            ". ",
            "! ",
            "? ",
            "…",
            "。",
            "।",
            "“",
            "”",
            "\"",
            "'",
            "’s",
            "‘",
            "«",
            "»",
            "—",
            "-",
            "\u{ad}",
            "\u{200d}",
            "\u{301}",
            "\u{202e}",
            "\u{feff}",
            "U.S. ",
            "Mr. ",
            "$6 billion ",
            "1.2m ",
            "not ",
            "said ",
            "Monday",
            "@",
            "#",
            "•",
            "👩‍🚒",
            "🇵🇹",
        ])
        .prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_text(hostile in any::<String>()) {
        survive(&hostile);
    }

    #[test]
    fn any_tangle(hostile in tangled()) {
        survive(&hostile);
    }
}
