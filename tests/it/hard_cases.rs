//! The 22 groups of hard cases of comparing prose, each with a test that names it.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use retold::diff::{ChangeKind, Diff, Label, Pair, Run, Statement, statements};

use crate::alignment::claimed;
use crate::statements::assert_partition;
use crate::two_reports::{FIRST, SECOND};

fn label(left: &str, right: &str) -> Option<Label> {
    Diff::between(left, right).shared().next().map(Pair::label)
}

fn shared(left: &str, right: &str) -> usize {
    Diff::between(left, right).shared().count()
}

const BRIDGE: &str = "The old bridge over the river Ave was closed to lorries on Monday.";
const MAYOR: &str = "The mayor of Guimarães promised repairs before the winter.";
const BAKERS: &str = "Bakers on the far bank fear for their morning trade.";
const SCHOOL: &str = "Pupils now walk half an hour to the nearest school.";

/// 1. Two reports of one event in different words (the real pair is in `diff.rs`).
#[test]
fn group_01_two_real_tellings() {
    let diff = Diff::between(FIRST, SECOND);
    assert!(diff.shared().count() >= 4);
    assert!(diff.left_only().count() > 0 && diff.right_only().count() > 0);
}

/// 2. Swapped sides, equal sides, empty sides.
#[test]
fn group_02_swapped_equal_empty() {
    let mirrored = claimed(&Diff::between(SECOND, FIRST));
    assert!(
        claimed(&Diff::between(FIRST, SECOND))
            .iter()
            .all(|&(l, r)| mirrored.contains(&(r, l)))
    );
    assert!(Diff::between(FIRST, FIRST).rows().all(|row| {
        matches!(row, retold::diff::DiffRow::Shared(pair) if pair.label() == Label::Same && !pair.is_moved())
    }));
    for (left, right) in [("", ""), (" \n\t", ""), ("Yes", ""), ("", "No.")] {
        assert_eq!(shared(left, right), 0);
    }
    assert_eq!(label("Yes", "Yes"), Some(Label::Same));
}

/// 3. Quotes, spaces, hyphens and accents in another spelling are punctuation.
#[test]
fn group_03_spelling_of_punctuation() {
    for (left, right) in [
        (
            "“We stay,” she said of the café.",
            "\"We stay,\" she said of the cafe\u{301}.",
        ),
        ("Ann’s open-source tool won.", "Ann's open source tool won."),
        (
            "The vote\u{a0}was co\u{ad}operative.",
            "The vote was cooperative",
        ),
    ] {
        assert_eq!(
            label(left, right),
            Some(Label::Punctuation),
            "{left} {right}"
        );
    }
}

/// 4. Only a number differs.
#[test]
fn group_04_number_only() {
    let (left, right) = (
        "A fire in the mill killed 12 people on Monday.",
        "A fire in the mill killed 17 people on Monday.",
    );
    let diff = Diff::between(left, right);
    assert_eq!(diff.shared().next().unwrap().label(), Label::Edited);
    assert!(
        diff.facts()
            .iter()
            .any(|fact| fact.kind == ChangeKind::Number && fact.right == "17 people")
    );
    let words = Diff::between("A fire in the mill killed twelve people on Monday.", left).facts();
    assert!(
        words.iter().all(|fact| fact.kind != ChangeKind::Number),
        "{words:?}"
    );
}

/// 5. Only a negation differs.
#[test]
fn group_05_negation_only() {
    let diff = Diff::between(
        "The owner of the mill was arrested on Monday.",
        "The owner of the mill was not arrested on Monday.",
    );
    let pair = diff.shared().next().unwrap();
    assert!(pair.label() >= Label::Edited);
    assert!(!pair.agrees());
}

/// 6. Names change places.
#[test]
fn group_06_swapped_names() {
    let (left, right) = (
        "Smith sued Jones over the contract.",
        "Jones sued Smith over the contract.",
    );
    let diff = Diff::between(left, right);
    assert!(diff.shared().next().unwrap().label() >= Label::Edited);
    assert_eq!(diff.statements().shared_by_all().count(), 0);
}

/// 7. A quotation is kept by another speaker, or cut short.
#[test]
fn group_07_quotations() {
    let quote = "“We will never again let a bridge grow this old without care”";
    let (left, right) = (
        format!("{quote}, the mayor said."),
        format!("Ann Lee told the council: {quote}."),
    );
    assert_eq!(shared(&left, &right), 1);
    let other = format!("{quote}, John Poe said.");
    let same = format!("{quote}, Ann Lee said.");
    let diff = Diff::between(&other, &same);
    let changes = diff.changes();
    assert_eq!((changes[0].left, changes[0].right), ("John Poe", "Ann Lee"));
    assert_eq!(changes[0].kind, ChangeKind::Name);
    let cut = "She said: “We will never again let a bridge grow this old …”";
    assert_eq!(shared(&left, cut), 1);
    let indirect =
        "The mayor said that they would never again let a bridge grow this old without care.";
    assert_eq!(shared(&left, indirect), 1);
    // Each paragraph opens its marks, only the last closes them.
    let paragraphs = "The mayor spoke:\n“We will never again let a bridge grow this old without care.\n\
        “We owe that to the bakers on the far bank.”";
    let diff = Diff::between(&left, paragraphs);
    assert_eq!(diff.shared().count(), 1);
    let quotes = diff.quotes();
    assert!(
        quotes.iter().any(|quote| quote.label().is_some()),
        "{quotes:?}"
    );
}

/// 8. What stands at another place has moved; of two blocks that swap, the smaller one has.
#[test]
fn group_08_moves() {
    let (left, right) = (
        [BRIDGE, MAYOR, BAKERS, SCHOOL].join(" "),
        [SCHOOL, BRIDGE, MAYOR, BAKERS].join(" "),
    );
    let diff = Diff::between(&left, &right);
    let moved: Vec<_> = diff
        .shared()
        .filter(|pair| pair.is_moved())
        .map(|p| p.left().to_string())
        .collect();
    assert_eq!((diff.shared().count(), moved), (4, vec![SCHOOL.to_owned()]));
    let swapped = [BAKERS, SCHOOL, BRIDGE].join(" ");
    let diff = Diff::between(&[BRIDGE, BAKERS, SCHOOL].join(" "), &swapped).to_string();
    assert!(
        diff.matches("(moved)").count() == 1 && diff.contains(&format!("{BRIDGE} (moved)")),
        "{diff}"
    );
    let reversed = [SCHOOL, BAKERS, MAYOR, BRIDGE].join(" ");
    let diff = Diff::between(&left, &reversed);
    assert_eq!(diff.shared().filter(|pair| pair.is_moved()).count(), 3);
}

/// 9. Repeated sentences are matched in order, and their number counts.
#[test]
fn group_09_repetitions() {
    let (left, right) = (
        "She declined to comment. ".repeat(3),
        "She declined to comment. ".repeat(2),
    );
    let diff = Diff::between(&left, &right);
    assert_eq!((diff.shared().count(), diff.left_only().count()), (2, 1));
    assert!(claimed(&diff).iter().all(|(l, r)| l == r));
    let (left, right) = (
        format!("{BRIDGE} No comment. {MAYOR} No comment. {BAKERS}"),
        format!("{MAYOR} No comment. {BAKERS}"),
    );
    let diff = Diff::between(&left, &right);
    assert!(diff.shared().all(|pair| !pair.is_moved()), "{diff}");
}

/// 10. Headings, captions and bylines do not match prose that holds their words.
#[test]
fn group_10_headings() {
    let left = "Bridge closed\nBy Ann Lee";
    let right = "The old bridge over the river Ave, which Ann Lee has photographed for years, was closed to lorries.";
    assert_eq!(shared(left, right), 0);
}

/// 11. Sentences of one word.
#[test]
fn group_11_one_word() {
    assert_eq!(label("No.", "No!"), Some(Label::Punctuation));
    assert_eq!(
        shared("No.", "There was no way over the old bridge on Monday."),
        0
    );
}

/// 12. Split into three, merged from three, split at another place.
#[test]
fn group_12_splits() {
    let whole = "The old stone bridge over the river Ave was closed to heavy lorries on Monday, engineers found cracks in two pillars, and the council promised steel supports before winter.";
    let parts = "The old stone bridge over the river Ave was closed to heavy lorries on Monday. Engineers found cracks in two pillars. The council promised steel supports before winter.";
    let groups = |left: &str, right: &str| -> Vec<(usize, usize)> {
        Diff::between(left, right)
            .shared()
            .map(|p| (p.left().numbers().len(), p.right().numbers().len()))
            .collect()
    };
    assert_eq!(groups(whole, parts), [(1, 3)]);
    assert_eq!(groups(parts, whole), [(3, 1)]);
    let moved = format!("{BAKERS} {SCHOOL} {parts}");
    let whole = format!("{whole} {BAKERS} {SCHOOL}");
    assert!(groups(&whole, &moved).contains(&(1, 3)));
}

/// 13. One template, other figures or other names: never the same, never said by both, and every row
///     says which facts differ.
#[test]
fn group_13_templates() {
    let report = |[company, town, home, guest, country]: [&str; 5], n: [u32; 8]| {
        [
            format!("{company} reported a quarterly profit of {} million dollars on Monday.", n[0]),
            format!(
                "{town} will see highs of {} degrees on Tuesday with a {} percent chance of rain.",
                n[1], n[2]
            ),
            format!(
                "{home} beat {guest} {}-{} on Saturday to stay top of the league.",
                n[3], n[4]
            ),
            format!(
                "A magnitude {}.{} earthquake struck {} kilometres off the coast of {country} at dawn.",
                n[5], n[6], n[7]
            ),
        ]
        .join("\n")
    };
    let here = ["Alpha", "Porto", "Leixões", "Boavista", "Peru"];
    let there = ["Omega", "Braga", "Maia", "Famalicão", "Chile"];
    let (some, others) = ([12, 23, 40, 3, 1, 5, 1, 12], [45, 31, 10, 2, 0, 6, 4, 80]);
    let left = report(here, some);
    for right in [
        report(here, others),
        report(there, some),
        report(there, others),
    ] {
        let diff = Diff::between(&left, &right);
        assert_eq!(diff.shared().count(), 4, "{right}");
        for pair in diff.shared() {
            assert_eq!(pair.left().numbers(), pair.right().numbers(), "{pair}");
            assert!(pair.label() >= Label::Edited, "{pair}");
            // What is not sure enough for a fact is still shown as a change.
            let shown = pair.changes().iter().any(|change| !change.is_trivial());
            assert!(shown, "neither fact nor change: {pair}");
        }
    }
    // Of one company, each figure is a contradiction.
    let other = report(here, others);
    let diff = Diff::between(&left, &other);
    assert_eq!(diff.statements().shared_by_all().count(), 0);
}

/// 14. A live page: each version puts new lines on top of the one before.
#[test]
fn group_14_live_page() {
    let items = [BRIDGE, MAYOR, BAKERS, SCHOOL];
    let versions: Vec<String> = (1..=4)
        .map(|n| {
            items[..n]
                .iter()
                .rev()
                .copied()
                .collect::<Vec<_>>()
                .join("\n")
        })
        .collect();
    let table = statements(&versions);
    assert_eq!((table.len(), table.shared_by_all().count()), (4, 1));
    assert!(
        table
            .timeline()
            .iter()
            .all(|added| added.statements().len() == 1)
    );
    assert!(table.iter().all(|row| !row.is_moved()));
}

/// 15. A correction is appended.
#[test]
fn group_15_correction() {
    let note = "Correction: an earlier version of this report misspelled the river.";
    let (left, right) = (
        format!("{BRIDGE} {MAYOR}"),
        format!("{BRIDGE} {MAYOR}\n{note}"),
    );
    let diff = Diff::between(&left, &right);
    assert_eq!((diff.shared().count(), diff.left_only().count()), (2, 0));
    assert_eq!(diff.right_only().next().unwrap().to_string(), note);
}

/// 16. Another language.
#[test]
fn group_16_translation() {
    assert_eq!(
        shared(
            BRIDGE,
            "Стара брама міста була закрита для вантажівок у понеділок."
        ),
        0
    );
}

/// 17. Scripts without spaces are still aligned.
#[test]
fn group_17_no_spaces() {
    assert_eq!(
        shared(
            "水曜日に古い橋が閉鎖されました。",
            "古い橋は水曜日に閉鎖されました。"
        ),
        1
    );
    assert_eq!(shared("สะพานเก่าถูกปิดในวันจันทร์", "สะพานเก่าถูกปิดในวันจันทร์แล้ว"), 1);
}

/// 18. A sentence of 10,000 words, thousands of equal sentences, sentences of which all share their
///     words, fifty versions: none is left out, none takes long (the bench `diff` times them, and 100,000
///     sentences; here a quadratic step would take minutes).
#[test]
fn group_18_sizes() {
    let words: Vec<String> = (0..10_000).map(|n| format!("word{n}")).collect();
    let left = words.join(" ");
    let right = left.replace("word5000 ", "other ");
    let diff = Diff::between(&left, &right);
    let pair = diff.shared().next().unwrap();
    assert_eq!(pair.label(), Label::Edited);
    let changes = pair.words();
    let changed = changes
        .iter()
        .filter(|run| !matches!(run, Run::Both { .. }));
    assert_eq!(changed.count(), 2);

    let many = "The same sentence again and again. ".repeat(20_000);
    assert_eq!(shared(&many, &many), 20_000);
    let fewer = "The same sentence again and again. ".repeat(19_000);
    assert_eq!(shared(&many, &fewer), 19_000);

    let line = |n: usize| format!("Firm number {n} reported a profit of {} dollars.\n", n * 7);
    let templated: String = (0..5_000).map(line).collect();
    assert_eq!(shared(&templated, &templated), 5_000);

    let told = [BRIDGE, MAYOR, BAKERS, SCHOOL];
    let version = |n: usize| {
        let own = (0..30).map(|m| format!("Witness {n}-{m} spoke of matter{n} and thing{m}x{n}."));
        let told = told.iter().map(ToString::to_string);
        told.chain(own).collect::<Vec<_>>().join("\n")
    };
    let versions: Vec<String> = (0..50).map(version).collect();
    let start = Instant::now();
    let table = statements(&versions);
    assert_eq!(table.shared_by_all().count(), 4);
    assert!((0..50).all(|n| table.only_in(n).count() + 4 <= 34));
    assert!(
        start.elapsed() < Duration::from_secs(30),
        "{:?}",
        start.elapsed()
    );
}

/// 19. Each version is like the next; the first and the last have nothing in common.
#[test]
fn group_19_chains() {
    let words: Vec<String> = (0..110).map(|n| format!("topic{n}")).collect();
    let versions: Vec<String> = (0..50)
        .map(|n| format!("{}.", words[n * 2..n * 2 + 12].join(" ")))
        .collect();
    let longest = statements(&versions)
        .iter()
        .map(Statement::len)
        .max()
        .unwrap();
    assert!(longest <= 10, "{longest} versions in one row");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// 20. Laws for any text: sentences in order, each in one row, the same every time.
    #[test]
    fn group_20_laws(texts in prop::collection::vec(any::<String>(), 1..4)) {
        assert_partition(&texts);
        for version in statements(&texts).versions() {
            let spans = version.sentences().windows(2);
            prop_assert!(spans.into_iter().all(|pair| pair[0].end <= pair[1].start));
        }
        prop_assert_eq!(statements(&texts).to_string(), statements(&texts).to_string());
    }
}

/// 21. Junk at the rims of a sentence does not hide it, makes no two others alike, and stays in what
///     is shown.
#[test]
fn group_21_junk() {
    for junk in [
        format!("date 2024-07-24 {BRIDGE}"),
        format!("{} AI(File)", BRIDGE.trim_end_matches('.')),
        format!("date 2024-07-24 {} AI(File)", BRIDGE.trim_end_matches('.')),
        format!(
            "Updated: 2024-07-24 {} (File photo)",
            BRIDGE.trim_end_matches('.')
        ),
    ] {
        for (left, right) in [(BRIDGE, &*junk), (&*junk, BRIDGE)] {
            let diff = Diff::between(left, right);
            let pair = diff.shared().next().expect(&junk);
            assert_eq!(pair.label(), Label::Edited, "{pair}");
            assert_eq!(
                [pair.left().to_string(), pair.right().to_string()],
                [left, right]
            );
        }
    }
    let left = "date 2024-07-24 The mayor promised repairs(File)";
    let right = "date 2024-07-24 Pupils walk half an hour to school(File)";
    assert_eq!(shared(left, right), 0);
}

/// 22. Right-to-left text, combining marks and emoji families are never cut.
#[test]
fn group_22_graphemes() {
    use unicode_segmentation::UnicodeSegmentation;
    let (left, right) = (
        "الجسر القديم 👩‍👩‍👧 أغلق يوم الاثنين cafe\u{301} 🇵🇹 now.",
        "الجسر القديم 👨‍👩‍👦 أغلق يوم الثلاثاء cafe 🇵🇱 now.",
    );
    let diff = Diff::between(left, right);
    for pair in diff.shared() {
        for (side, text) in [(0, left), (1, right)] {
            let cuts: Vec<usize> = text
                .grapheme_indices(true)
                .map(|(at, _)| at)
                .chain([text.len()])
                .collect();
            let mut at = 0;
            for run in pair.words() {
                at += [run.left(), run.right()][side].map_or(0, str::len);
                assert!(cuts.contains(&at), "{run:?} ends inside a grapheme");
            }
        }
    }
}
