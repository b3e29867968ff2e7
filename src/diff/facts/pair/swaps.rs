//! One phrase in the place of another, between words that are the same on both sides: what became of
//! somebody, who said it, a letter of a name, a word of a quotation, may and will.

use std::ops::Range;

use super::row::Row;
use super::{Difference, Sides};
use crate::diff::facts::FactKind;
use crate::diff::facts::judge::{self, Relation};
use crate::diff::facts::lexicon::Class;
use crate::diff::facts::read::singular;
use crate::diff::words::lcs;

/// The part of the words of the longer side that the other must have, in common order.
const ALIKE: f64 = 0.6;
/// Words on both hands of a phrase that must be the same, together.
const FRAME: usize = 3;
/// Words of the longest phrase.
const PHRASE: usize = 4;
/// Words of the longest side of a row that is looked at.
const LONGEST: usize = 200;

pub(super) fn differences(sides: Sides<'_, '_>, rows: &[Row]) -> Vec<Difference> {
    let mut found = Vec::new();
    for row in rows {
        let at = [0, 1].map(|side| {
            let words = &sides[side].words;
            let sentences = row.sentences[side].iter();
            sentences
                .flat_map(|number| words.of_sentence(*number))
                .collect::<Vec<usize>>()
        });
        if at
            .iter()
            .any(|words| words.is_empty() || words.len() > LONGEST)
        {
            continue;
        }
        for swap in swaps(sides, &at) {
            let (Some(left), Some(right)) = (swap.words(sides, 0), swap.words(sides, 1)) else {
                continue;
            };
            found.extend(swap.difference(sides, [left, right]));
        }
    }
    found
}

/// Words of one side that stand where the other has other words, or none.
#[derive(Debug)]
struct Swap<'t> {
    /// The words of the row on either side.
    at: &'t [Vec<usize>; 2],
    /// The places of the phrase among them.
    phrase: [Range<usize>; 2],
}

/// The swaps of a row between enough words that both sides have.
fn swaps<'t>(sides: Sides<'_, '_>, at: &'t [Vec<usize>; 2]) -> Vec<Swap<'t>> {
    let hashes = [0, 1].map(|side| {
        let words = &sides[side].words;
        at[side]
            .iter()
            .map(|&at| words.hash(at))
            .collect::<Vec<u64>>()
    });
    let common = lcs::heaviest_common(&hashes[0], &hashes[1], |_| 1);
    let longer = hashes[0].len().max(hashes[1].len());
    if (common.len() as f64) < ALIKE * longer as f64 {
        return Vec::new();
    }
    let ends = [at[0].len(), at[1].len()];
    let mut swaps = Vec::new();
    let mut from = [0, 0];
    for place in 0..=common.len() {
        let next = common
            .get(place)
            .map_or(ends, |&(left, right)| [left, right]);
        let phrase = [from[0]..next[0], from[1]..next[1]];
        let is_swap = phrase.iter().any(|phrase| !phrase.is_empty());
        if is_swap
            && phrase.iter().all(|phrase| phrase.len() <= PHRASE)
            && frame(&common, place, ends) >= FRAME
        {
            swaps.push(Swap { at, phrase });
        }
        from = next.map(|next| next + 1);
    }
    swaps
}

/// How many words right before and right behind a gap both sides have without another gap between,
/// three on either hand at most; the ends of the row count as such words.
fn frame(common: &[(usize, usize)], place: usize, ends: [usize; 2]) -> usize {
    let is_run = |pair: &[(usize, usize)]| pair[0].0 + 1 == pair[1].0 && pair[0].1 + 1 == pair[1].1;
    let run = |pairs: usize, whole: bool| if whole { FRAME } else { pairs.min(FRAME) };
    let (before, behind) = common.split_at(place);
    let first = before
        .windows(2)
        .rev()
        .take_while(|pair| is_run(pair))
        .count()
        + usize::from(!before.is_empty());
    let last =
        behind.windows(2).take_while(|pair| is_run(pair)).count() + usize::from(!behind.is_empty());
    let from_start = first == before.len() && before.first().is_none_or(|pair| *pair == (0, 0));
    let to_end = last == behind.len()
        && behind
            .last()
            .is_none_or(|pair| [pair.0 + 1, pair.1 + 1] == ends);
    run(first, from_start && first > 0) + run(last, to_end && last > 0)
}

impl Swap<'_> {
    /// The words of the phrase of a side, if they stand in one piece.
    fn words(&self, sides: Sides<'_, '_>, side: usize) -> Option<Range<usize>> {
        let (at, phrase) = (&self.at[side], &self.phrase[side]);
        if phrase.is_empty() {
            let next = at.get(phrase.start).copied();
            return Some(next.map_or(usize::MAX..usize::MAX, |next| next..next));
        }
        let range = at[phrase.start]..at[phrase.end - 1] + 1;
        let is_whole = range.len() == phrase.len()
            && sides[side].words.sentence(range.start) == sides[side].words.sentence(range.end - 1);
        is_whole.then_some(range)
    }

    /// The word right before the phrase of a side.
    fn before(&self, side: usize) -> Option<usize> {
        let place = self.phrase[side].start.checked_sub(1)?;
        self.at[side].get(place).copied()
    }

    /// The word right behind the phrase of a side.
    fn behind(&self, side: usize) -> Option<usize> {
        self.at[side].get(self.phrase[side].end).copied()
    }

    fn difference(&self, sides: Sides<'_, '_>, at: [Range<usize>; 2]) -> Option<Difference> {
        let difference = |kind, relation, at| Some(Difference { kind, relation, at });
        if at.iter().any(Range::is_empty) {
            return None;
        }
        if let Some(at) = states(sides, &at) {
            return difference(FactKind::Status, Relation::Contradicts, at);
        }
        if let Some(at) = self.modals(sides, &at) {
            return difference(FactKind::Certainty, Relation::Precise, at);
        }
        if self.is_of_speaker(sides) && are_speakers(sides, &at) {
            return difference(FactKind::Speaker, Relation::Contradicts, at);
        }
        if is_respelt(sides, &at) {
            return difference(FactKind::Name, Relation::Contradicts, at);
        }
        if is_requoted(sides, &at) {
            return difference(FactKind::Quote, Relation::Contradicts, at);
        }
        None
    }

    /// `may start` and `will start`.
    fn modals(&self, sides: Sides<'_, '_>, at: &[Range<usize>; 2]) -> Option<[Range<usize>; 2]> {
        let is_open = |side: usize| {
            let word = at[side].start;
            let words = &sides[side].words;
            (at[side].len() == 1 && words.is(word, Class::Modal))
                .then(|| matches!(words.key(word), "may" | "might" | "could"))
        };
        let (left, right) = (is_open(0)?, is_open(1)?);
        let next = [self.behind(0)?, self.behind(1)?];
        (left != right).then(|| [at[0].start..next[0] + 1, at[1].start..next[1] + 1])
    }

    /// Whether a verb of saying stands right beside the phrase on both sides.
    fn is_of_speaker(&self, sides: Sides<'_, '_>) -> bool {
        let speaks = |at: Option<usize>, side: usize| {
            let key = at.map(|at| sides[side].words.key(at));
            matches!(
                key,
                Some("said" | "says" | "told" | "added" | "wrote" | "tweeted")
            )
        };
        (0..2).all(|side| speaks(self.behind(side), side))
            || (0..2).all(|side| speaks(self.before(side), side))
    }
}

/// The words that say what became of somebody, the only one of either phrase, if they differ.
fn states(sides: Sides<'_, '_>, at: &[Range<usize>; 2]) -> Option<[Range<usize>; 2]> {
    let of = |side: usize| {
        let words = &sides[side].words;
        let state = |at: usize| {
            words
                .value(at, Class::Fate)
                .or_else(|| words.value(at, Class::State))
        };
        let mut said = at[side].clone().filter(|&at| !words.is(at, Class::Stop));
        let only = said.next().filter(|_| said.next().is_none())?;
        state(only).map(|state| (only, state))
    };
    let (left, right) = (of(0)?, of(1)?);
    let is_negated = [0, 1].map(|side| {
        at[side]
            .clone()
            .any(|at| sides[side].words.key(at) == "not")
    });
    (left.1 != right.1 && is_negated[0] == is_negated[1])
        .then(|| [left.0..left.0 + 1, right.0..right.0 + 1])
}

/// Whether two phrases name two speakers in the same manner: by name, by office, or as a body.
fn are_speakers(sides: Sides<'_, '_>, at: &[Range<usize>; 2]) -> bool {
    let manner = |side: usize| {
        let words = &sides[side].words;
        let at = at[side].clone();
        let is_none = |at: usize| {
            [Class::Pronoun, Class::Numeral, Class::Speech]
                .iter()
                .any(|class| words.is(at, *class))
        };
        if at.clone().any(is_none) {
            return None;
        }
        let is_article = |at: usize| matches!(words.key(at), "the" | "a" | "an");
        if is_article(at.start) || at.start > 0 && is_article(at.start - 1) {
            return at.clone().any(|at| !is_article(at)).then_some(0);
        }
        let is_known = |at: usize| {
            [Class::Who, Class::Title]
                .iter()
                .any(|class| words.is(at, *class))
        };
        if at.clone().all(is_known) {
            return Some(1);
        }
        at.clone()
            .all(|at| words.is_capitalised(at) && !words.is(at, Class::Stop))
            .then_some(2)
    };
    let is_shared = |left: usize| {
        at[1]
            .clone()
            .any(|right| singular(sides[0].words.key(left)) == singular(sides[1].words.key(right)))
    };
    let says = |left: &usize| !sides[0].words.is(*left, Class::Stop);
    manner(0).is_some() && manner(0) == manner(1) && !at[0].clone().filter(says).any(is_shared)
}

/// Whether the phrases are one name each, a letter apart, that the other text does not have.
fn is_respelt(sides: Sides<'_, '_>, at: &[Range<usize>; 2]) -> bool {
    let name = |side: usize| {
        let words = &sides[side].words;
        let word = at[side].start;
        // Not the Mill of Mill Street.
        let is_of_thing = words.is_joined(word)
            && [Class::Street, Class::Thing]
                .iter()
                .any(|class| words.is(word + 1, *class));
        let is_name = at[side].len() == 1
            && words.is_capitalised(word)
            && words.sentence_of(word).start < word
            && !is_of_thing;
        is_name.then(|| words.key(word))
    };
    let has = |side: usize, name: &str| {
        let words = &sides[side].words;
        (0..words.len()).any(|at| words.key(at) == name)
    };
    let (Some(left), Some(right)) = (name(0), name(1)) else {
        return false;
    };
    judge::is_misspelt(left, right) && !has(1, left) && !has(0, right)
}

/// Whether both phrases stand in quotations and say something else.
fn is_requoted(sides: Sides<'_, '_>, at: &[Range<usize>; 2]) -> bool {
    let told = [0, 1].map(|side| {
        let words = &sides[side].words;
        let span = words.span(&at[side]);
        let quotes = &sides[side].quotes;
        let is_quoted = quotes
            .iter()
            .any(|quote| quote.start <= span.start && span.end <= quote.end);
        let says = |at: &usize| !words.is(*at, Class::Stop);
        let said: Vec<&str> = at[side]
            .clone()
            .filter(says)
            .map(|at| singular(words.key(at)))
            .collect();
        (is_quoted && !said.is_empty()).then_some(said)
    });
    let [Some(left), Some(right)] = told else {
        return false;
    };
    let is_same = |left: &str, right: &str| left == right || judge::is_near(left, right);
    if left.concat() == right.concat() {
        // first-hand, firsthand
        return false;
    }
    !left
        .iter()
        .any(|left| right.iter().any(|right| is_same(left, right)))
}
