//! Words are those of `unicode_words`, on any text, in a time that grows with its length.

use std::fmt::Write as _;

use proptest::prelude::*;
use retold::hash;
use retold::text::{fold, tokens, words};
use unicode_segmentation::UnicodeSegmentation;

use crate::data;

/// The first word that differs from that of `unicode_words`, or none.
fn difference(text: &str) -> Option<String> {
    let mut ours = words(text);
    let mut theirs = text.unicode_word_indices();
    loop {
        let (our, their) = (ours.next(), theirs.next());
        if our != their {
            return Some(format!("{our:?} is not {their:?} in {text:?}"));
        }
        our?;
    }
}

#[track_caller]
fn check(text: &str) {
    if let Some(difference) = difference(text) {
        panic!("{difference}");
    }
}

/// Addresses and tags are no words; a text without any has the words that Unicode says.
fn readable_difference(text: &str) -> Option<String> {
    let is_plain = retold::text::readable(text) == text;
    is_plain.then(|| difference(text)).flatten()
}

#[track_caller]
fn check_readable(text: &str) {
    if let Some(difference) = readable_difference(text) {
        panic!("{difference}");
    }
}

#[test]
fn every_character_in_many_places() {
    let mut text = String::new();
    for c in '\0'..=char::MAX {
        text.clear();
        // The later planes hold thousands of ideographs and little else.
        let _ = if c < '\u{20000}' {
            write!(
                text,
                "a{c}b 1{c}2 x {c} é{c}é ’{c}’{c}’ {c}{c} a.{c}a 1,{c}1 א\"{c}א\u{200d}{c} \
                 {c}_ and a few plain words.{c} More of them, to have it at the end of a block. {c}"
            )
        } else {
            write!(text, "a{c}b {c}{c}’1\u{301}{c}.a")
        };
        check(&text);
    }
}

/// What is most likely to go wrong next to each other.
const POOLS: &[&str] = &[
    "ab1 2.,':;_-A9 \t\"/@\r\n",
    "ab12 .’‘'“”–—… é'’",
    "aé ñüßÀ a'’.:,;19_",
    "a1 \u{300}\u{301}\u{308}\u{345}é.'",
    "a1 \u{200d}\u{ad}\u{200b}\u{200c}\u{feff}\u{202f}'.",
    "a \u{200d}😀👩🇩🇪🇫🏽\u{fe0f}©®ℹ™Ⓜ1",
    "a 가각\u{1100}\u{1161}\u{11a8}漢'1",
    "กขา\u{e34}\u{e49} a.1",
    "アイカー゛a_1 ァ\u{3099}",
    "漢字、。「」 a1日本\u{3000}",
    "אב\"'״׳ a1.\u{5b0}",
    "ابت ١٢،.a1\u{64e}\u{66b}",
    "नमसते\u{93e}\u{94d}\u{200d} a।१1",
    " \u{a0}\u{2003}\u{3000}\u{202f}\u{2028}\u{85}a\u{301}\r\n",
    "абвЁё'’.:1a-",
    "_‿a1⁀アא\u{301} ",
    "ªº²½¸·˂°a1.'\u{387}",
];

fn from_pools() -> impl Strategy<Value = String> {
    let char_of = |pool: &'static str| proptest::sample::select(pool.chars().collect::<Vec<_>>());
    let pools: Vec<_> = POOLS.iter().map(|pool| char_of(pool).boxed()).collect();
    let one = (0..POOLS.len()).prop_flat_map(move |at| {
        // Mostly plain letters around a stretch of the pool, so that both readers take turns.
        proptest::collection::vec(
            prop_oneof![
                4 => pools[at].clone(),
                1 => char_of("abc de.'’ "),
            ],
            0..40,
        )
    });
    proptest::collection::vec(
        prop_oneof![
            one.prop_map(String::from_iter),
            "[a-z ,.'’é]{0,70}",
            "[a-z]{55,70}",
            "[a-z1 ,.':]{60,140}",
            "[a ]{60,140}",
            " {60,140}",
        ],
        0..6,
    )
    .prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn nasty_texts(text in from_pools()) {
        prop_assert_eq!(readable_difference(&text), None);
    }

    #[test]
    fn any_texts(text in any::<String>()) {
        prop_assert_eq!(readable_difference(&text), None);
    }

    /// Tokens are the words, each with the hash of its folded form.
    #[test]
    fn tokens_are_folded_words(text in from_pools()) {
        let mut folded = String::new();
        let expected: Vec<_> = words(&text)
            .map(|(start, word)| {
                folded.clear();
                fold(word, &mut folded);
                (start..start + word.len(), hash::bytes(folded.as_bytes()))
            })
            .collect();
        let found: Vec<_> = tokens(&text).iter().map(|token| (token.span(), token.hash)).collect();
        prop_assert_eq!(found, expected);
    }
}

#[test]
#[ignore = "minutes; `cargo test --release --all-features --test it words::search -- --ignored`"]
fn search_for_differences() {
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig::with_cases(200_000));
    runner
        .run(&from_pools(), |text| {
            prop_assert_eq!(readable_difference(&text), None);
            Ok(())
        })
        .unwrap();
}

/// Every text of the measuring data, whole.
#[data::needed]
#[test]
fn real_texts() {
    let files = [
        ("corpus/news.jsonl", "text"),
        ("stories/fnc.jsonl", "text"),
        ("stories/gva_raw.jsonl", "text"),
        ("pairs/deplain_dev.jsonl", "original"),
    ];
    for (file, field) in files {
        for row in data::rows(file) {
            if let Some(text) = row[field].as_str() {
                check_readable(text);
            }
        }
    }
    for file in [
        "sentences/golden_rules_en.jsonl",
        "sentences/news_hard.jsonl",
        "sentences/news_pud.json",
        "sentences/other_rules.jsonl",
        "pairs/deplain_dev.jsonl",
    ] {
        let text = data::read(file);
        check_readable(&text);
        text.lines().for_each(check_readable);
    }
}

/// Texts made to be slow. Each is checked, then read at a length where anything that grows with
/// the square of it would not come to an end.
#[test]
fn hostile_texts() {
    let patterns = [
        "a",
        "a.",
        "a.a.a.é",
        "'",
        "’",
        "a’",
        "-",
        " ",
        "\n",
        "\r\n",
        "_",
        "1,",
        "é",
        "\u{301}",
        "a\u{301}",
        "a'\u{301}",
        "א\"",
        "א'\u{301}",
        "\u{200d}",
        "a\u{200d}",
        "👩\u{200d}",
        "🇩",
        "\u{3000}",
        " \u{301}",
        "ا ",
        "字",
        "ア",
        ".\u{301}",
        "a:\u{200d}©",
        "’é",
        "—",
        "— é\u{300}",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa ",
    ];
    for pattern in patterns {
        check(&pattern.repeat(2_000));
        check(&format!("a{}b", pattern.repeat(300)));
        let long = pattern.repeat(1_000_000 / pattern.len());
        assert_eq!(tokens(&long).len(), words(&long).count(), "{pattern:?}");
    }
}

/// Ten megabytes that are one word, or none.
#[test]
fn words_without_end() {
    for (text, count) in [
        ("a", 1),
        ("\n", 0),
        ("a.a.a.é", 1),
        ("’", 0),
        ("a'\u{301}", 1),
        ("\u{301}", 0),
    ] {
        let text = text.repeat(10_000_000 / text.len());
        assert_eq!(tokens(&text).len(), count, "{:?}", &text[..8]);
    }
}

/// Offsets are kept short, but a word may begin, end and go on where they are used up.
#[test]
fn words_at_the_ends_of_offsets() {
    for len in 65_380..65_680 {
        for filling in ["a", " "] {
            let filling = filling.repeat(len);
            check(&format!("{filling} b {filling}c é d"));
        }
    }
    for filling in ["é", "a ", "é ", "字", "\u{300}"] {
        for before in 0..70 {
            check(&format!(
                "{}{}",
                "b".repeat(before),
                filling.repeat(70_000 / filling.len() + 40)
            ));
        }
    }
}
