//! Facts that differ: tables of pairs that must yield one, and of pairs that must yield none.

use retold::diff::facts::compare;
use retold::diff::{Change, ChangeKind, Diff, Relation};
use retold::text::sentences;
use retold::{Article, Date, DateError};

mod same;
mod table;

/// The changes between two texts, all their sentences one group.
fn changes<'a>(left: &'a str, right: &'a str) -> Vec<Change<'a>> {
    let spans = |text: &str| sentences(text).map(|s| s.span()).collect::<Vec<_>>();
    let found = compare(left, &spans(left), right, &spans(right));
    let mut mirrored = compare(right, &spans(right), left, &spans(left));
    for change in &mut mirrored {
        std::mem::swap(&mut change.left, &mut change.right);
        change.spans.swap(0, 1);
        change.sentences.swap(0, 1);
        change.sources.swap(0, 1);
        change.dates.swap(0, 1);
        change.also.iter_mut().for_each(|spans| spans.swap(0, 1));
    }
    assert_eq!(found, mirrored, "{left:?} {right:?}");
    for change in &found {
        assert_eq!(change.left, &left[change.spans[0].clone()]);
        assert_eq!(change.right, &right[change.spans[1].clone()]);
    }
    found
}

/// A toll that is higher in the report of a later day has grown; one that is lower is disputed.
#[test]
fn a_toll_that_rises_is_no_dispute() -> Result<(), DateError> {
    let text = |toll: u32| format!("The storm killed {toll} people in Harlow.");
    let (before, after) = (text(12), text(17));
    let dated = |text, day: &str| -> Result<Article<'_>, DateError> {
        Ok(Article::new(text)
            .with_date(day.parse::<Date>()?)
            .with_source("Wire"))
    };
    for (left, right, expected) in [
        (
            dated(&before, "2031-05-04")?,
            dated(&after, "2031-05-05")?,
            Relation::Later,
        ),
        (
            dated(&after, "2031-05-05")?,
            dated(&before, "2031-05-04")?,
            Relation::Later,
        ),
        (
            dated(&after, "2031-05-04")?,
            dated(&before, "2031-05-05")?,
            Relation::Contradicts,
        ),
        (
            dated(&before, "2031-05-04")?,
            dated(&after, "2031-05-04")?,
            Relation::Contradicts,
        ),
    ] {
        let facts = Diff::between(&left, &right).facts();
        let relations: Vec<_> = facts.iter().map(|fact| fact.relation).collect();
        assert_eq!(relations, [Some(expected)]);
        // A fact carries its sentences, its sources and its dates.
        let sentences = [left.text(), right.text()];
        for side in [0, 1] {
            assert_eq!(
                &sentences[side][facts[0].sentences[side].clone()],
                sentences[side]
            );
            assert_eq!(facts[0].sources[side], Some("Wire"));
        }
        assert_eq!(facts[0].dates, [left.date(), right.date()]);
    }
    Ok(())
}

/// A byline names no person of the event.
#[test]
fn bylines_are_no_facts() {
    for (left, right) in [
        (
            "By Ruth Bell\nThe mine is closed.",
            "By Ruth Anne Bell\nThe mine is closed.",
        ),
        (
            "The mine is closed.\n(Reporting by Omar Aziz)",
            "The mine is closed.\n(Reporting by Omar Ali Aziz)",
        ),
        (
            "Photograph: Lena Fox\nThe mine is closed.",
            "Photograph: Lena Maria Fox\nThe mine is closed.",
        ),
    ] {
        assert_eq!(Diff::between(left, right).facts(), [], "{left}");
    }
}

/// What either text has anywhere in the words of the other is no difference.
#[test]
fn what_both_texts_have_somewhere_is_no_fact() {
    for (left, right) in [
        (
            "The fire killed 12 people. By Monday it had killed 17 people.",
            "The fire killed 17 people. At first 12 people were killed.",
        ),
        (
            "Police arrested Ruth Anne Bell. Ruth Bell was released.",
            "Police arrested Ruth Bell. Ruth Anne Bell was released.",
        ),
        (
            "The crash was on Oak Avenue near Oak Street.",
            "The crash was on Oak Street near Oak Avenue.",
        ),
    ] {
        assert_eq!(changes(left, right), [], "{left}");
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
    use ChangeKind::{Certainty, Date, Form, Name, Number, Place, Status, Wording};
    for kind in [Certainty, Date, Form, Name, Number, Place, Status, Wording] {
        assert_eq!(serde_json::to_value(kind).expect("JSON"), kind.name());
    }
    assert_eq!(
        serde_json::to_value(Relation::Later).expect("JSON"),
        "later"
    );
    assert_eq!(
        serde_json::to_value(retold::text::SentenceKind::Byline).expect("JSON"),
        "byline"
    );
}

/// What is said under a condition, or only says when a page was changed, is no fact.
#[test]
fn suppositions_and_stamps_are_no_facts() {
    for (left, right) in [
        (
            "If the fire kills 12 people in Harlow, the mill will be closed.",
            "If the fire kills 17 people in Harlow, the mill will be closed.",
        ),
        (
            "Unless the board pays 300 dollars by noon, the gate stays shut.",
            "Unless the board pays 500 dollars by noon, the gate stays shut.",
        ),
        (
            "The jury must say whether the guard fired three shots.",
            "The jury must say whether the guard fired five shots.",
        ),
        (
            "Published March 4, 2031 at 5 p.m.\nThe mine is closed.",
            "Published March 6, 2031 at 9 p.m.\nThe mine is closed.",
        ),
        (
            "Last updated on Monday morning\nThe mine is closed.",
            "Last updated on Tuesday morning\nThe mine is closed.",
        ),
        (
            "Posted 11:20 a.m. Friday\nThe mine is closed.",
            "Posted 4:45 p.m. Friday\nThe mine is closed.",
        ),
    ] {
        assert_eq!(changes(left, right), [], "{left}");
    }
}

/// Durations are compared where they are put to one use, and all places of a number are told.
#[test]
fn durations_of_two_uses_are_no_facts() {
    for (left, right) in [
        (
            "The girl died two weeks after she was shot in Harlow.",
            "The girl, shot two days ago in Harlow, died.",
        ),
        (
            "He waited three hours before the ferry left Harlow.",
            "He waited five hours after the ferry left Harlow.",
        ),
        (
            "The mine closed ten years ago in Harlow.",
            "The mine closed four years later in Harlow.",
        ),
    ] {
        assert_eq!(changes(left, right), [], "{left}");
    }
    let left = "The fire killed 12 people in Harlow. A bell rang. The town buried the 12 people.";
    let right = "The fire killed 17 people in Harlow.";
    let facts = changes(left, right);
    assert_eq!(facts.len(), 1, "{facts:?}");
    let also: Vec<&str> = facts[0]
        .also
        .iter()
        .map(|at| &left[at[0].clone()])
        .collect();
    assert_eq!(also, ["12 people"]);
    // What the other side says too is no difference.
    let both = "The fire killed 17 people in Harlow. At first 12 people were thought dead.";
    assert_eq!(changes(left, both), []);
}
