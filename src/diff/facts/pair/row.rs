//! An aligned row, and whether two values stand in the same place of it.

use std::ops::Range;

use crate::diff::facts::lexicon::Class;
use crate::diff::facts::read::{Words, singular};

/// The sentences of either side that say the same thing, by their numbers among the sentences read.
#[derive(Debug, Clone, Default)]
pub(in crate::diff::facts) struct Row {
    pub(in crate::diff::facts) sentences: [Vec<usize>; 2],
}

impl Row {
    /// Whether a word of a side stands in this row.
    pub(super) fn holds(&self, side: usize, words: &Words<'_>, at: &Range<usize>) -> bool {
        self.sentences[side].contains(&words.sentence(at.start))
    }
}

/// Words that say something on either hand of a place that stand close to it, and near it.
const CLOSE: usize = 3;
const NEAR: usize = 6;

/// How many words that say something stand close to both of two places, in their sentences.
pub(super) fn shared_context(words: [&Words<'_>; 2], at: [&Range<usize>; 2]) -> usize {
    shared_within(CLOSE, words, at)
}

/// How many stand near both.
pub(super) fn shared_near(words: [&Words<'_>; 2], at: [&Range<usize>; 2]) -> usize {
    shared_within(NEAR, words, at)
}

fn shared_within(reach: usize, words: [&Words<'_>; 2], at: [&Range<usize>; 2]) -> usize {
    let [left, right] = [0, 1].map(|side| {
        let (before, behind) = around(words[side], at[side]);
        let mut near: Vec<&str> = before.take(reach).chain(behind.take(reach)).collect();
        near.sort_unstable();
        near.dedup();
        near
    });
    left.iter().filter(|word| right.contains(word)).count()
}

/// How many words that say something the sentences of two places share.
pub(super) fn shared_words(words: [&Words<'_>; 2], at: [usize; 2]) -> usize {
    let at = at.map(|at| at..at);
    shared_within(usize::MAX, words, [&at[0], &at[1]])
}

/// Whether the word before both of two places that says something is the same, or the word behind.
pub(super) fn is_same_neighbour(words: [&Words<'_>; 2], at: [&Range<usize>; 2]) -> bool {
    let [left, right] = [0, 1].map(|side| {
        let (mut before, mut behind) = around(words[side], at[side]);
        (before.next(), behind.next())
    });
    left.0.is_some() && left.0 == right.0 || left.1.is_some() && left.1 == right.1
}

/// Whether the words before and behind two places that say something are the same, one at least.
pub(super) fn are_same_neighbours(words: [&Words<'_>; 2], at: [&Range<usize>; 2]) -> bool {
    let [left, right] = [0, 1].map(|side| {
        let (mut before, mut behind) = around(words[side], at[side]);
        (before.next(), behind.next())
    });
    left == right && left != (None, None)
}

/// The words that say something before a place, the nearest first, and behind it, without endings.
fn around<'w>(
    words: &'w Words<'_>,
    at: &Range<usize>,
) -> (impl Iterator<Item = &'w str>, impl Iterator<Item = &'w str>) {
    let sentence = words.sentence_of(at.start);
    let classes = [Class::Stop, Class::Numeral, Class::Ordinal, Class::Unit];
    let says = move |at: &usize| !classes.iter().any(|class| words.is(*at, *class));
    let key = |at: usize| singular(words.key(at));
    let before = (sentence.start..at.start).rev().filter(says).map(key);
    let behind = (at.end..sentence.end).filter(says).map(key);
    (before, behind)
}

/// The pairs of a left and a right value that fit each other and nothing else.
pub(super) fn pairs<'r, T>(
    left: &[&'r T],
    right: &[&'r T],
    fits: impl Fn(&T, &T) -> bool,
) -> Vec<(&'r T, &'r T)> {
    let mut pairs = Vec::new();
    for &our in left {
        let mut theirs = right.iter().filter(|their| fits(our, their));
        let (Some(&their), None) = (theirs.next(), theirs.next()) else {
            continue;
        };
        let ours = left.iter().filter(|our| fits(our, their));
        if ours.count() == 1 {
            pairs.push((our, their));
        }
    }
    pairs
}
