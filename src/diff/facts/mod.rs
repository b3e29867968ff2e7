//! Facts that differ between two reports of one event: few and sure.
//!
//! Three floors, each using only those below it: `read` finds typed values (numbers with what they
//! count, ages, moments, persons, streets), `pair` says which value of one report stands to which of
//! the other (in the same place of an aligned row, or in a slot an event has but once), and `judge`
//! says how the two stand to each other. What is not sure is no fact: it stands among the changes of
//! its row, which show every word that differs.
//!
//! The words behind this are English. Of texts in other languages nothing is claimed.
#![allow(
    clippy::cast_sign_loss,
    clippy::float_cmp,
    reason = "values are read from digits: never below 0 where they become whole, and equal only if written so"
)]

mod judge;
mod lexicon;
mod pair;
mod read;

use std::ops::Range;

use super::change::{Change, ChangeKind, Relation};
use crate::article::Date;
use pair::{Difference, Row};
use read::{Reading, Words};

pub(super) use read::is_same_value;

/// The facts on which two aligned groups of sentences differ, contradictions first.
///
/// `twelve` and `12`, `1.2m` and `1.2 million`, `at least 12` and `17` are no difference, nor is
/// what only one side says, nor what either text has anywhere in the words of the other. Exchanging
/// the sides exchanges left and right in every fact and nothing else. Spans outside a text or amid a
/// character are ignored.
///
/// ```
/// use retold::diff::{ChangeKind, Relation, facts::compare};
/// let (left, right) = ("The fire killed 12 people.", "The fire killed 17 people.");
/// let facts = compare(left, &[0..left.len()], right, &[0..right.len()]);
/// assert_eq!((facts[0].kind, facts[0].relation), (ChangeKind::Number, Some(Relation::Contradicts)));
/// assert_eq!((facts[0].left, facts[0].right), ("12 people", "17 people"));
/// assert_eq!(facts[0].spans, [16..25, 16..25]);
/// ```
pub fn compare<'a>(
    left: &'a str,
    left_spans: &[Range<usize>],
    right: &'a str,
    right_spans: &[Range<usize>],
) -> Vec<Change<'a>> {
    let told = |text, spans| Told {
        text,
        spans,
        source: None,
        date: None,
        version: 0,
    };
    let row = [left_spans.to_vec(), right_spans.to_vec()];
    between([told(left, left_spans), told(right, right_spans)], &[row])
}

/// One report: the sentences that tell something, and where it comes from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Told<'a, 's> {
    pub(super) text: &'a str,
    /// In order.
    pub(super) spans: &'s [Range<usize>],
    pub(super) source: Option<&'a str>,
    pub(super) date: Option<Date>,
    pub(super) version: usize,
}

/// Sentences that are read of a report, at most: a long report has three hundred.
const SENTENCES: usize = 1000;

/// What every fact weighs at least: more than any change that is only shown.
const CLAIMED: f64 = 10.0;

/// The facts on which two reports differ; `rows` are those of their sentences that say the same
/// thing, left and right.
pub(super) fn between<'a>(
    sides: [Told<'a, '_>; 2],
    rows: &[[Vec<Range<usize>>; 2]],
) -> Vec<Change<'a>> {
    let sides = sides.map(|side| Told {
        spans: &side.spans[..side.spans.len().min(SENTENCES)],
        ..side
    });
    let [left, right] = sides.map(|side| Reading::new(side.text, side.spans, side.date));
    if !left.words.is_english() || !right.words.is_english() {
        return Vec::new();
    }
    let number =
        |side: usize, span: &Range<usize>| sides[side].spans.iter().position(|known| known == span);
    let rows: Vec<Row> = rows
        .iter()
        .map(|row| Row {
            sentences: [0, 1].map(|side| {
                let spans = row[side].iter();
                spans.filter_map(|span| number(side, span)).collect()
            }),
        })
        .collect();
    let words = [&left.words, &right.words];
    let mut facts: Vec<Change<'a>> = pair::differences([&left, &right], &rows)
        .into_iter()
        .filter(|found| {
            let is_named = matches!(found.kind, ChangeKind::Name | ChangeKind::Place);
            is_named || !(0..2).any(|side| words[side].is_supposed(found.at[side].start))
        })
        .map(|found| fact(&sides, words, &found))
        .collect();
    facts.sort_by(Change::order);
    let mut once: Vec<Change<'a>> = Vec::with_capacity(facts.len());
    for fact in facts {
        let is_same = |known: &&mut Change<'a>| {
            (fact.kind, fact.left, fact.right) == (known.kind, known.left, known.right)
        };
        if let Some(known) = once.iter_mut().find(is_same) {
            if !known.also.contains(&fact.spans) {
                known.also.push(fact.spans);
            }
        } else if !once.iter().any(|known| is_part(&fact, known)) {
            once.push(fact);
        }
    }
    once
}

/// A difference as a fact, with all places where either side says the same.
fn fact<'a>(sides: &[Told<'a, '_>; 2], words: [&Words<'_>; 2], found: &Difference) -> Change<'a> {
    let spans = [0, 1].map(|side| words[side].phrase(&found.at[side]));
    let [left, right] = [0, 1].map(|side| sides[side].text.get(spans[side].clone()));
    let [ours, theirs] = [0, 1].map(|side| words[side].repeated(&found.at[side]));
    let place = |list: &[Range<usize>], side: usize, at: usize| {
        list.get(at).unwrap_or(&spans[side]).clone()
    };
    let also = 0..ours.len().max(theirs.len());
    let relation = match found.relation {
        Relation::Contradicts => 2.0,
        Relation::Later => 1.0,
        Relation::Precise => 0.0,
    };
    Change {
        kind: found.kind,
        relation: Some(found.relation),
        left: left.unwrap_or_default(),
        right: right.unwrap_or_default(),
        weight: CLAIMED + relation - 0.1 * f64::from(found.kind as u8),
        sentences: [0, 1].map(|side| {
            let number = words[side].sentence(found.at[side].start);
            sides[side].spans.get(number).cloned().unwrap_or_default()
        }),
        also: also
            .map(|at| [place(&ours, 0, at), place(&theirs, 1, at)])
            .collect(),
        spans,
        row: None,
        versions: [sides[0].version, sides[1].version],
        others: Vec::new(),
        sources: [sides[0].source, sides[1].source],
        dates: [sides[0].date, sides[1].date],
        in_titles: false,
    }
}

/// Whether one fact says no more than another: of the same street, or the same letter of a name.
fn is_part(fact: &Change<'_>, known: &Change<'_>) -> bool {
    let is_place =
        fact.kind == ChangeKind::Place && (fact.left == known.left || fact.right == known.right);
    let is_name = fact.kind == ChangeKind::Name
        && known.left.contains(fact.left)
        && known.right.contains(fact.right);
    fact.kind == known.kind && (is_place || is_name)
}
