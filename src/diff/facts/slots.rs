//! Where the words of one side stand in the other: the frame in which facts take each other's place.
//!
//! The words both sides have in common order are set against each other. What stands between two of
//! them is a slot; two facts in one slot say something of the same thing, and a fact whose slot is
//! empty on the other side was left out there.

use std::cell::OnceCell;
use std::ops::Range;

use super::lexicon::Tag;
use super::side::{Closeness, Side, Word};
use crate::diff::words::lcs::heaviest_common;

/// Content words of the longest slot in which two facts answer each other.
const LONGEST: usize = 4;

/// Small words that may stand for what the other side names, sorted.
pub(super) const PRONOUNS: &[&str] = &[
    "all", "another", "anyone", "both", "each", "everyone", "he", "her", "hers", "him", "his", "i",
    "it", "its", "many", "me", "my", "one", "other", "others", "our", "ours", "several", "she",
    "some", "somebody", "someone", "that", "their", "theirs", "them", "there", "these", "they",
    "this", "those", "us", "we", "which", "who", "whom", "whose", "you", "your",
];

/// The words both sides have in common order, as pairs of places.
#[derive(Debug)]
pub(super) struct Slots<'s, 'a> {
    sides: [&'s Side<'a>; 2],
    pairs: Vec<[usize; 2]>,
    closeness: OnceCell<Closeness>,
    are_of_others: OnceCell<bool>,
}

/// One of the two sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hand {
    Left,
    Right,
}

impl Hand {
    pub(super) fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }
}

impl<'s, 'a> Slots<'s, 'a> {
    pub(super) fn of(left: &'s Side<'a>, right: &'s Side<'a>) -> Self {
        let stems = |side: &Side<'_>| side.words.iter().map(|word| word.stem).collect::<Vec<_>>();
        // Content weighs more: small words follow where it leads.
        let weight = |stem: u64| if stem & 1 == 1 { 6 } else { 1 };
        let all = heaviest_common(&stems(left), &stems(right), weight);
        let is_beside = |at: usize, other: Option<&(usize, usize)>| {
            let (i, j) = all[at];
            other.is_some_and(|&(k, l)| i.abs_diff(k) == 1 && j.abs_diff(l) == 1)
        };
        let pairs = (0..all.len())
            .filter(|&at| {
                // A small word by itself, far from any other both have, is a coincidence.
                left.words[all[at].0].is_content()
                    || is_beside(at, all.get(at + 1))
                    || at > 0 && is_beside(at, all.get(at - 1))
            })
            .map(|at| [all[at].0, all[at].1])
            .collect();
        Self {
            sides: [left, right],
            pairs,
            closeness: OnceCell::new(),
            are_of_others: OnceCell::new(),
        }
    }

    /// How close the sides are; asked of few.
    pub(super) fn closeness(&self) -> Closeness {
        let [left, right] = self.sides;
        *self.closeness.get_or_init(|| left.closeness(right))
    }

    /// Whether both sides name someone or something, and nothing that both name.
    pub(super) fn are_of_others(&self) -> bool {
        let names = |side: &'s Side<'a>| {
            let words = side.words.iter().filter(|word| {
                word.text.starts_with(char::is_uppercase) && !word.is_taken && !word.is_in_a_table()
            });
            words.map(|word| word.stem)
        };
        *self.are_of_others.get_or_init(|| {
            let [left, right] = self.sides;
            names(left).next().is_some()
                && names(right).next().is_some()
                && !names(left).any(|stem| names(right).any(|other| other == stem))
        })
    }

    pub(super) fn side(&self, hand: Hand) -> &'s Side<'a> {
        self.sides[hand as usize]
    }

    /// The place of a word on the other side, if both have it.
    pub(super) fn across(&self, hand: Hand, at: usize) -> Option<usize> {
        let (own, other) = (hand as usize, 1 - hand as usize);
        let place = self.pairs.binary_search_by_key(&at, |pair| pair[own]);
        place.ok().map(|place| self.pairs[place][other])
    }

    /// The slot around a range of words: its part on this side and its part on the other.
    pub(super) fn slot(&self, hand: Hand, at: &Range<usize>) -> (Range<usize>, Range<usize>) {
        let (own, other) = (hand as usize, 1 - hand as usize);
        let from = self.pairs.partition_point(|pair| pair[own] < at.start);
        let to = self.pairs.partition_point(|pair| pair[own] < at.end);
        let start = from.checked_sub(1).map(|before| self.pairs[before]);
        let end = self.pairs.get(to);
        let part = |side: usize| {
            let len = self.sides[side].words.len();
            let start = start.map_or(0, |pair| pair[side] + 1);
            start..end.map_or(len, |pair| pair[side]).max(start)
        };
        (part(own), part(other))
    }

    /// Whether two ranges of words, left and right, take each other's place: they stand between the
    /// same words, next to one of them, and little else stands there.
    pub(super) fn is_exchange(&self, left: &Range<usize>, right: &Range<usize>) -> bool {
        let (own, other) = self.slot(Hand::Left, left);
        let (back, _) = self.slot(Hand::Right, right);
        if self.pairs.is_empty() || other != back {
            return false;
        }
        let rest = |side: &Side<'_>, slot: &Range<usize>, fact: &Range<usize>| {
            side.content(&(slot.start..fact.start)) + side.content(&(fact.end..slot.end))
        };
        let [ours, theirs] = self.sides;
        let beside = |side: &Side<'_>, slot: &Range<usize>, fact: &Range<usize>| {
            (slot.start > 0 && side.content(&(slot.start..fact.start)) == 0)
                || (slot.end < side.words.len() && side.content(&(fact.end..slot.end)) == 0)
        };
        rest(ours, &own, left) <= LONGEST
            && rest(theirs, &other, right) <= LONGEST
            && beside(ours, &own, left)
            && beside(theirs, &other, right)
    }

    /// Whether two ranges of words take each other's place and nothing else that says anything
    /// stands beside them.
    pub(super) fn is_plain_exchange(&self, left: &Range<usize>, right: &Range<usize>) -> bool {
        self.is_exchange_beside(left, right, |_| false)
    }

    /// The same, where what `may_stand` tells may stand beside them: another kind of fact, which
    /// differs by itself.
    pub(super) fn is_exchange_beside(
        &self,
        left: &Range<usize>,
        right: &Range<usize>,
        may_stand: impl Fn(&Word<'_>) -> bool,
    ) -> bool {
        let (own, other) = self.slot(Hand::Left, left);
        let is_free = |side: &Side<'_>, slot: &Range<usize>, fact: &Range<usize>| {
            let mut rest = (slot.start..fact.start).chain(fact.end..slot.end);
            rest.all(|at| !side.words[at].is_content() || may_stand(&side.words[at]))
        };
        let [ours, theirs] = self.sides;
        self.is_exchange(left, right) && is_free(ours, &own, left) && is_free(theirs, &other, right)
    }

    /// Whether a range of words was put in here or left out there: nothing that could say it stands
    /// in its slot on the other side, and little besides it on this one.
    pub(super) fn is_insertion(&self, hand: Hand, at: &Range<usize>) -> bool {
        let (own, other) = self.slot(hand, at);
        let (ours, theirs) = (self.sides[hand as usize], self.sides[1 - hand as usize]);
        let is_silent =
            |word: &Word<'_>| word.is(Tag::Speech) || !word.is_content() && !word.is(Tag::Pronoun);
        let around = ours.content(&(own.start..at.start)) + ours.content(&(at.end..own.end));
        // A slot at an end is open: nothing holds the fact in its place there but its nearness.
        let is_open = own.start == 0 || own.end == ours.words.len();
        !self.pairs.is_empty()
            && around <= if is_open { 2 } else { LONGEST }
            && theirs.words[other].iter().all(is_silent)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diff::facts::side::Folded;

    #[test]
    fn tables_are_sorted() {
        assert!(PRONOUNS.is_sorted());
    }

    #[test]
    fn facts_take_each_others_place() {
        let (left, right) = (
            "The fire in Lyon killed 12 men.",
            "The fire killed 17 women.",
        );
        let folded = [left, right].map(|text| {
            let whole = 0..text.len();
            Folded::new(text, std::slice::from_ref(&whole))
        });
        let sides = folded.each_ref().map(Side::new);
        let slots = Slots::of(&sides[0], &sides[1]);
        assert!(slots.is_exchange(&(5..6), &(3..4)));
        assert!(slots.is_insertion(Hand::Left, &(3..4)));
        assert!(!slots.is_insertion(Hand::Left, &(5..6)));
    }
}
