//! Facts that differ: tables of cases, and the real pair by its sentence numbers.

use retold::diff::facts::{
    FactChange,
    FactKind::{self, Date, Hedge, Name, Negation, Number, Quote, Role, Speaker, Wording},
    compare,
};
use retold::text::sentences;

use crate::data;

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
    for (left, right, expected) in cases {
        let found = changes(left, right);
        let found: Vec<_> = found
            .iter()
            .map(|change| (change.kind, change.left.as_str(), change.right.as_str()))
            .collect();
        assert_eq!(found, *expected, "{left:?} {right:?}");
    }
}

#[test]
fn numbers_are_compared_by_value() {
    check(&[
        (
            "At least 12 people died in the fire.",
            "At least 17 people died in the fire.",
            &[(Number, "12", "17")],
        ),
        (
            "It has 1.2m users.",
            "It has 1.5m users.",
            &[(Number, "1.2m", "1.5m")],
        ),
        ("It has 1.2m users.", "It has 1.2 million users.", &[]),
        ("Twelve people died.", "The fire killed 12 people.", &[]),
        ("It cost $6 billion.", "It cost six billion dollars.", &[]),
        (
            "It cost $6 billion.",
            "It cost €6 billion.",
            &[(Number, "$6 billion", ""), (Number, "", "€6 billion")],
        ),
        ("Prices rose 2.5 percent.", "Prices rose by 2.5%.", &[]),
        (
            "Prices rose 2.5 percent.",
            "Prices rose by 3.5%.",
            &[(Number, "2.5 percent", "3.5%")],
        ),
        (
            "Some 1,200 homes lost power.",
            "Some 1200 homes lost power.",
            &[],
        ),
        ("Twenty-one homes burned.", "21 homes burned.", &[]),
        ("He is a 25-year-old man.", "The man is 25 years old.", &[]),
        (
            "The fire left 12 dead and 34 hurt.",
            "The fire left 34 dead and 12 hurt.",
            &[(Number, "12", "34"), (Number, "34", "12")],
        ),
        (
            "The fire left 12 dead and 34 hurt.",
            "The fire left 17 dead and 41 hurt.",
            &[(Number, "12", "17"), (Number, "34", "41")],
        ),
        (
            "The storm closed roads.",
            "The storm closed 40 roads.",
            &[(Number, "", "40")],
        ),
        ("One of the men died.", "A man died.", &[]),
        ("OpenAI has GPT-4.", "OpenAI has its GPT-4 model.", &[]),
        (
            "It came 4th in the race.",
            "It came fourth in the race.",
            &[],
        ),
    ]);
}

#[test]
fn dates_are_compared_by_what_they_tell() {
    check(&[
        (
            "The vote is on Monday.",
            "The vote is on Tuesday.",
            &[(Date, "Monday", "Tuesday")],
        ),
        (
            "The vote is on July 22.",
            "The vote is on 22 July 2024.",
            &[],
        ),
        (
            "The vote was on July 22, 2024.",
            "The vote was on July 23, 2024.",
            &[(Date, "July 22, 2024", "July 23, 2024")],
        ),
        (
            "The vote was on Monday.",
            "The vote was on July 22.",
            &[(Date, "Monday", "July 22")],
        ),
        (
            "The vote was on Monday.",
            "The vote was on July 22, 2024.",
            &[],
        ),
        (
            "The vote was on Sunday.",
            "The vote was on July 22, 2024.",
            &[(Date, "Sunday", "July 22, 2024")],
        ),
        ("The vote was on Monday.", "The vote was yesterday.", &[]),
        (
            "Earlier this year, the firm opened a plant.",
            "In January, the firm opened a plant.",
            &[(Date, "Earlier this year", "January")],
        ),
        (
            "Polls close at 5:30 p.m. local time.",
            "Polls close at 17:30 local time.",
            &[],
        ),
        (
            "Polls close at 5:30 p.m. local time.",
            "Polls close at 6 p.m. local time.",
            &[(Date, "5:30 p.m", "6 p.m")],
        ),
        (
            "He left the board in 2018.",
            "He left the board in 2019.",
            &[(Date, "2018", "2019")],
        ),
        (
            "Theresa May may march in March.",
            "Theresa May may march in April.",
            &[(Date, "March", "April")],
        ),
        (
            "It was founded in 2015 and sold in 2018.",
            "It was sold in 2018 after its start in 2015.",
            &[],
        ),
    ]);
}

#[test]
fn negations_are_seen_though_all_else_is_equal() {
    check(&[
        (
            "The man was arrested.",
            "The man was not arrested.",
            &[(Negation, "was arrested", "was not arrested")],
        ),
        ("The man wasn't arrested.", "The man was not arrested.", &[]),
        (
            "The firm will pay the fine.",
            "The firm will never pay the fine.",
            &[(Negation, "will pay", "will never pay")],
        ),
        (
            "Smith admitted the theft.",
            "Smith denied the theft.",
            &[(Negation, "theft", "denied the theft")],
        ),
        ("No one was hurt.", "Nobody was hurt.", &[]),
        (
            "It was not only cheap but good.",
            "It was cheap and good.",
            &[],
        ),
    ]);
}

#[test]
fn hedges_are_seen_on_the_same_claim() {
    check(&[
        (
            "The man stole the car.",
            "The man allegedly stole the car.",
            &[(Hedge, "stole", "allegedly stole")],
        ),
        (
            "The man reportedly stole the car.",
            "The man allegedly stole the car.",
            &[],
        ),
        (
            "The blast killed 12 people.",
            "The blast may have killed 12 people.",
            &[(Hedge, "killed", "may have killed")],
        ),
        (
            "The blast killed 12 people.",
            "The blast killed at least 12 people.",
            &[(Hedge, "12 people", "at least 12 people")],
        ),
        (
            "The blast killed about 12 people.",
            "The blast killed nearly 12 people.",
            &[],
        ),
        ("They talked about the car.", "They talked of the car.", &[]),
        (
            "Smith may have helped people, and helped others.",
            "Smith helped people.",
            &[],
        ),
    ]);
}

#[test]
fn names_are_compared_and_never_merely_counted() {
    check(&[
        (
            "On Monday Smith sued Jones.",
            "On Monday Jones sued Smith.",
            &[(Role, "Smith sued Jones", "Jones sued Smith")],
        ),
        (
            "Smith sued Jones.",
            "Jones sued Smith.",
            &[(Role, "Smith sued Jones", "Jones sued Smith")],
        ),
        ("Smith sued Jones.", "Jones was sued by Smith.", &[]),
        ("The judge fined Jane Smith.", "The judge fined Smith.", &[]),
        (
            "The judge fined Jane Smith.",
            "The judge fined Mary Jones.",
            &[(Name, "Jane Smith", "Mary Jones")],
        ),
        (
            "Police searched a house in Lyon.",
            "Police searched a house.",
            &[(Name, "Lyon", "")],
        ),
        (
            "The Federal Trade Commission agreed.",
            "On Monday the FTC agreed.",
            &[],
        ),
        (
            "Officials closed the bridge.",
            "Workers closed the bridge.",
            &[],
        ),
    ]);
}

#[test]
fn quotes_and_their_speakers_are_compared() {
    let quote = "“We saw the smoke and we ran,”";
    check(&[
        (
            &format!("{quote} Jane Doe said."),
            &format!("{quote} Doe said."),
            &[],
        ),
        (
            &format!("{quote} Jane Doe said."),
            &format!("{quote} John Roe said."),
            &[
                (Name, "Jane Doe", "John Roe"),
                (Speaker, "Jane Doe", "John Roe"),
            ],
        ),
        (
            "Doe said: “We saw the smoke … and never looked back at it.”",
            "Doe said: “We saw the smoke and we ran and never looked back at it.”",
            &[(Quote, "", "we ran and")],
        ),
        (
            "Doe said: “We’re fine, it's over.”",
            "Doe said: \"We're fine – it’s over.\"",
            &[],
        ),
    ]);
}

#[test]
fn claims_between_shared_names_are_compared() {
    check(&[
        (
            "Acme says the new model sets Delta apart from rivals like Omega.",
            "Acme says the new model sets Delta apart from rivals like Omega.",
            &[],
        ),
        (
            "On Monday Delta overtook every rival of Omega.",
            "On Monday Delta gained ground with Omega.",
            &[],
        ),
        (
            "The plant of Delta followed its exit from Omega.",
            "The plant of Delta partly stemmed from quarrels at Omega.",
            &[(
                Wording,
                "followed its exit from",
                "stemmed from quarrels at",
            )],
        ),
        (
            "On Monday Smith praised Jones.",
            "On Monday Smith lauded Jones.",
            &[],
        ),
        (
            "On Monday Smith praised Jones.",
            "On Monday Smith attacked Jones.",
            &[(Wording, "praised", "attacked")],
        ),
    ]);
}

#[test]
fn facts_of_the_real_pair_are_found() {
    let (Some(left), Some(right)) = (
        data::read("reports/report_a.txt"),
        data::read("reports/report_b.txt"),
    ) else {
        return;
    };
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
    for kind in [
        Negation, Number, Role, Name, Date, Speaker, Quote, Hedge, Wording,
    ] {
        assert_eq!(serde_json::to_value(kind).expect("JSON"), kind.name());
    }
    assert_eq!(
        serde_json::to_value(retold::text::SentenceKind::Byline).expect("JSON"),
        "byline"
    );
}
