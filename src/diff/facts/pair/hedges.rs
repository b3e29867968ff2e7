//! A verb or noun that one side of a row hedges and the other states, naming no source: `reportedly
//! fired` and `fired`.

use std::ops::Range;

use super::row::{self, Row};
use super::{Difference, Sides};
use crate::diff::change::ChangeKind;
use crate::diff::change::Relation;
use crate::diff::facts::lexicon::Class;
use crate::diff::facts::read::{Words, singular};

pub(super) fn differences(sides: Sides<'_, '_>, rows: &[Row]) -> Vec<Difference> {
    let mut found = Vec::new();
    for row in rows {
        for side in [0, 1] {
            let words = &sides[side].words;
            let here = row.sentences[side]
                .iter()
                .flat_map(|number| words.of_sentence(*number));
            for at in here.filter(|&at| words.is(at, Class::Hedge)) {
                found.extend(difference(sides, row, side, at));
            }
        }
    }
    found
}

fn difference(sides: Sides<'_, '_>, row: &Row, side: usize, hedge: usize) -> Option<Difference> {
    let (words, other) = (&sides[side].words, &sides[1 - side].words);
    let hedged = hedge + 1;
    let is_said = words.gap(hedge) == Some(" ") && !words.is(hedged, Class::Stop);
    let key = singular(words.key(hedged));
    let mut stated = row.sentences[1 - side]
        .iter()
        .flat_map(|number| other.of_sentence(*number))
        .filter(|&at| singular(other.key(at)) == key);
    let at = stated
        .next()
        .filter(|_| stated.next().is_none() && is_said)?;
    let is_open = other.sentence_of(at).any(|at| is_open(other, at));
    let words = sides.map(|side| &side.words);
    let phrase = |of: usize| -> Range<usize> {
        if of == side {
            hedge..hedged + 1
        } else {
            at..at + 1
        }
    };
    let at = [phrase(0), phrase(1)];
    (!is_open && row::shared_context(words, [&at[0], &at[1]]) > 1).then_some(Difference {
        kind: ChangeKind::Certainty,
        relation: Relation::Precise,
        at,
    })
}

/// Whether a word leaves open whether it is so: a hedge, a source, may.
fn is_open(words: &Words<'_>, at: usize) -> bool {
    let classes = [Class::Hedge, Class::Speech];
    classes.iter().any(|class| words.is(at, *class))
        || matches!(
            words.key(at),
            "according"
                | "accused"
                | "believed"
                | "alleged"
                | "claim"
                | "claims"
                | "may"
                | "might"
                | "could"
        )
}
