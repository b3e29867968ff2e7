//! Facts that differ: tables of cases, each with wordings that say the same, and the real pair by its
//! sentence numbers.

use retold::diff::facts::{
    FactChange,
    FactKind::{self, Date, Number, Quote, Speaker, Wording},
    compare,
};
use retold::text::sentences;

use crate::data;

mod dates;
mod names;
mod numbers;
mod table;
mod wording;

/// The changes between two texts, all their sentences one group.
fn changes(left: &str, right: &str) -> Vec<FactChange> {
    let spans = |text: &str| sentences(text).map(|s| s.span()).collect::<Vec<_>>();
    let found = compare(left, &spans(left), right, &spans(right));
    let mut mirrored = compare(right, &spans(right), left, &spans(left));
    for change in &mut mirrored {
        std::mem::swap(&mut change.left, &mut change.right);
        change.spans.swap(0, 1);
    }
    assert_eq!(found, mirrored, "{left:?} {right:?}");
    for change in &found {
        assert_eq!(change.left, left[change.spans[0].clone()]);
        assert_eq!(change.right, right[change.spans[1].clone()]);
    }
    found
}

/// Two texts, and the facts in which they differ.
type Case<'a> = (&'a str, &'a str, &'a [(FactKind, &'a str, &'a str)]);

fn check(cases: &[Case<'_>]) {
    let mut wrong = Vec::new();
    for (left, right, expected) in cases {
        let found = changes(left, right);
        let found: Vec<_> = found
            .iter()
            .map(|change| (change.kind, change.left.as_str(), change.right.as_str()))
            .collect();
        if found != *expected {
            wrong.push(format!(
                "{left:?}\n{right:?}\n    found {found:?}\n expected {expected:?}"
            ));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn quotes_are_compared_by_what_differs() {
    check(&[
        (
            "Doe said: “We saw the smoke … and never looked back at it.”",
            "Doe said: “We saw the smoke and we ran and never looked back at it.”",
            &[(Quote, "", "we ran and")],
        ),
        (
            "Doe said: “The mayor has the whole support of this town.”",
            "Doe said: “The mayor has the full support of this town.”",
            &[(Quote, "whole", "full")],
        ),
        // Cut short, other marks, other spelling.
        (
            "Doe said: “We saw the smoke and we ran from the mill.”",
            "“We saw the smoke and we ran,” Doe said.",
            &[],
        ),
        (
            "Doe said: “We’re fine, it's over, and we go home.”",
            "Doe said: \"We're fine – it’s over, and we go home.\"",
            &[],
        ),
        (
            "Doe said: “The neighbours of the mill are fine.”",
            "Doe said: “The neighbors of the mill are fine.”",
            &[],
        ),
    ]);
}

#[test]
fn other_languages_give_no_false_facts() {
    check(&[
        (
            "Der Mann starb am Montag in der Stadt, weil die Brücke nicht hielt.",
            "Die Brücke hielt nicht, und so starb der Mann in der kleinen Stadt.",
            &[],
        ),
        (
            "Zwölf Menschen starben bei dem Brand in der Mühle.",
            "Bei dem Brand in der Mühle starben 12 Menschen.",
            &[],
        ),
        (
            "El alcalde no dijo nada sobre la multa de la empresa.",
            "El alcalde dijo que la empresa paga la multa.",
            &[],
        ),
        (
            "La police a arrêté un homme de 25 ans dans la nuit de lundi.",
            "Un homme âgé de 25 ans a été arrêté par la police lundi soir.",
            &[],
        ),
        (
            "Le feu a tué 12 personnes dans la ville de Lyon.",
            "Le feu a tué 17 personnes dans la ville de Lyon.",
            &[(Number, "12 personnes", "17 personnes")],
        ),
        (
            "Der Schaden liegt bei 1.200 Euro, so die Polizei.",
            "Der Schaden liegt bei 1.500 Euro, so die Polizei.",
            &[(Number, "1.200 Euro", "1.500 Euro")],
        ),
        ("市长在星期一辞职。", "市长星期二辞职了。", &[]),
    ]);
}

#[data::needed]
#[test]
fn facts_of_the_real_pair_are_found() {
    let (left, right) = (
        data::read("reports/report_a.txt"),
        data::read("reports/report_b.txt"),
    );
    let all = |text: &str| sentences(text).map(|s| s.span()).collect::<Vec<_>>();
    let (ours, theirs) = (all(&left), all(&right));
    assert_eq!((ours.len(), theirs.len()), (24, 18));
    // Aligned by hand, sentences counted from 1.
    let between = |a: &[usize], b: &[usize]| {
        let pick = |spans: &[std::ops::Range<usize>], numbers: &[usize]| -> Vec<_> {
            numbers.iter().map(|n| spans[n - 1].clone()).collect()
        };
        let found = compare(&left, &pick(&ours, a), &right, &pick(&theirs, b));
        for change in &found {
            println!(
                "{a:?} {b:?} {:?}: {:?} | {:?}",
                change.kind, change.left, change.right
            );
        }
        found
    };
    let has = |found: &[FactChange], kind, left: &str, right: &str| {
        found.iter().any(|change| {
            change.kind == kind && change.left.contains(left) && change.right.contains(right)
        })
    };
    assert!(has(
        &between(&[13, 14], &[10]),
        Date,
        "Earlier this year",
        "January"
    ));
    assert!(has(
        &between(&[5], &[5, 6]),
        Wording,
        "sets it apart from",
        "outperforms"
    ));
    assert!(has(
        &between(&[16], &[13, 14]),
        Wording,
        "followed",
        "stemmed from"
    ));
    // Shared quotations keep their speakers.
    for (a, b) in [(6, 7), (14, 10), (18, 15), (22, 18)] {
        assert!(
            between(&[a], &[b])
                .iter()
                .all(|change| change.kind != Speaker),
            "{a} {b}"
        );
    }
    // Equal facts in other words are no difference.
    assert_eq!(between(&[15], &[12]), []);
    for (a, b) in [(4, 3), (12, 9), (20, 17)] {
        between(&[a], &[b]);
    }
}

#[test]
fn hostile_groups_are_compared_in_good_time() {
    let many = "Smith not 12 may Jones 5 sued Monday. ".repeat(5000);
    let spans: Vec<_> = sentences(&many).map(|s| s.span()).collect();
    assert_eq!(compare(&many, &spans, &many, &spans), []);
    // One line, pair by pair: no pair may look at all of it.
    for span in &spans {
        assert_eq!(
            compare(
                &many,
                std::slice::from_ref(span),
                &many,
                std::slice::from_ref(span)
            ),
            []
        );
    }
    assert_eq!(compare("é", &[0..1, 5..9, 1..1], "", &[]), []);
}

#[cfg(feature = "serde")]
#[test]
fn kinds_have_small_names_in_json() {
    use FactKind::{Hedge, Name, Negation, Opposite, Role};
    for kind in [
        Negation, Opposite, Number, Role, Name, Date, Speaker, Quote, Hedge, Wording,
    ] {
        assert_eq!(serde_json::to_value(kind).expect("JSON"), kind.name());
    }
    assert_eq!(
        serde_json::to_value(retold::text::SentenceKind::Byline).expect("JSON"),
        "byline"
    );
}
