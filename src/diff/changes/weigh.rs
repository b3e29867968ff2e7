//! What a change is about, and how much it weighs.

use super::phrases::{Figure, Phrase, Side, Word};
use crate::diff::change::ChangeKind;
use crate::diff::facts;
use crate::diff::words::senses::Sense;

/// What a change of a kind weighs before its words are counted.
const fn base(kind: ChangeKind) -> f64 {
    match kind {
        ChangeKind::Number | ChangeKind::Negation | ChangeKind::Status => 5.0,
        ChangeKind::Name | ChangeKind::Place | ChangeKind::Date => 4.0,
        ChangeKind::Certainty => 3.5,
        ChangeKind::Wording => 2.0,
        ChangeKind::Addition => 1.0,
        ChangeKind::Form => 0.1,
    }
}

/// The most that the words of one side add to a weight.
const MOST: f64 = 2.0;

/// What a name, a number or a time that only one side tells adds.
const TYPED: f64 = 1.5;
/// Words from which a phrase is long.
const LONG: usize = 12;

/// The kind of a change and its weight.
pub(super) fn judge(
    sides: &[Side<'_>; 2],
    phrase: &Phrase,
    is_exchanged: bool,
) -> (ChangeKind, f64) {
    // Words that the other side has nowhere: the rest has only moved.
    let own = [0, 1].map(|side| {
        let words = sides[side].words[phrase.words[side].clone()].iter();
        let own = words.filter(|word| !sides[1 - side].has(word.key));
        own.collect::<Vec<&Word>>()
    });
    let mut kind = kind_of(sides, phrase, &own);
    if is_exchanged && kind == ChangeKind::Form {
        kind = ChangeKind::Status;
    }
    let told = own.each_ref().map(|words| {
        let told: f64 = words.iter().map(|word| word.weight).sum();
        told.min(MOST)
    });
    if kind == ChangeKind::Form {
        return (kind, base(kind));
    }
    // What both sides tell counts in full; what one tells more, by a quarter.
    let weight = base(kind) + told[0].min(told[1]) + 0.25 * (told[0] - told[1]).abs();
    let is_typed =
        |word: &&&Word| word.is_value() || word.is_name || word.sense == Some(Sense::Time);
    let typed = own.iter().flatten().filter(is_typed).count();
    let weight = if kind == ChangeKind::Addition && typed > 0 {
        weight + TYPED
    } else {
        weight
    };
    // Long stretches have been told otherwise as a whole: what stands against what is not sure.
    let length = phrase.words.iter().map(ExactSizeIterator::len).max();
    let length = length.unwrap_or_default().max(LONG);
    (kind, weight * LONG as f64 / length as f64)
}

fn kind_of(sides: &[Side<'_>; 2], phrase: &Phrase, own: &[Vec<&Word>; 2]) -> ChangeKind {
    let both =
        |test: &dyn Fn(&Word) -> bool| own.iter().all(|words| words.iter().any(|word| test(word)));
    let one =
        |test: &dyn Fn(&Word) -> bool| own.iter().any(|words| words.iter().any(|word| test(word)));
    let denies = |side: usize| {
        let words = sides[side].words.iter();
        words
            .filter(|word| word.sense == Some(Sense::Negation))
            .count()
    };
    let is_telling = |word: &Word| word.weight > 0.0;
    if one(&|word| word.figure != Figure::None) && is_same_value(sides, phrase) {
        ChangeKind::Form
    } else if both(&|word| word.figure != Figure::None) && one(&|word| word.is_value()) {
        ChangeKind::Number
    } else if is_negated(phrase, sides) && denies(0) != denies(1) {
        ChangeKind::Negation
    } else if excludes(own) {
        ChangeKind::Status
    } else if both(&|word| word.sense == Some(Sense::Time) || word.is_value())
        && one(&|word| word.sense == Some(Sense::Time))
    {
        ChangeKind::Date
    } else if both(&|word| word.is_name) {
        if is_respelled(sides, phrase) {
            ChangeKind::Form
        } else {
            ChangeKind::Name
        }
    } else if one(&|word| word.sense == Some(Sense::Hedge)) {
        ChangeKind::Certainty
    } else if both(&is_telling) {
        if is_respelled(sides, phrase) {
            ChangeKind::Form
        } else {
            ChangeKind::Wording
        }
    } else if one(&is_telling) {
        ChangeKind::Addition
    } else {
        ChangeKind::Form
    }
}

/// Whether both sides of a phrase write one value: `three` and `3`, `half a million` and `500,000`.
fn is_same_value(sides: &[Side<'_>; 2], phrase: &Phrase) -> bool {
    let [left, right] = [0, 1].map(|side| {
        let span = sides[side].span(&phrase.words[side]);
        sides[side].text.get(span).unwrap_or_default()
    });
    facts::is_same_value(left, right)
}

/// Whether exactly one side of a phrase denies.
fn is_negated(phrase: &Phrase, sides: &[Side<'_>; 2]) -> bool {
    let [left, right] = [0, 1].map(|side| {
        let words = &sides[side].words[phrase.words[side].clone()];
        words.iter().any(|word| word.sense == Some(Sense::Negation))
    });
    left != right
}

/// Whether a word of one side and a word of the other exclude each other.
fn excludes(own: &[Vec<&Word>; 2]) -> bool {
    let states = own.each_ref().map(|words| {
        let senses = words.iter().filter_map(|word| word.sense);
        let states = senses.filter_map(|sense| match sense {
            Sense::State(block, line) => Some((block, line)),
            _ => None,
        });
        states.collect::<Vec<_>>()
    });
    let shared = states[0].iter().any(|state| states[1].contains(state));
    !shared
        && states[0]
            .iter()
            .any(|left| states[1].iter().any(|right| left.0 == right.0))
}

/// Whether two phrases are spellings of one: other capitals, marks or spaces, or letters doubled,
/// left out or exchanged by sound (`colour` and `color`, `organise` and `organize`).
fn is_respelled(sides: &[Side<'_>; 2], phrase: &Phrase) -> bool {
    let [left, right] = [0, 1].map(|side| {
        let span = sides[side].span(&phrase.words[side]);
        let text = sides[side].text.get(span).unwrap_or_default();
        let letters = text.chars().filter(|c| c.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect::<String>()
    });
    let plain = |word: &str| {
        word.replace("our", "or")
            .replace("ise", "ize")
            .replace("isi", "izi")
            .replace("ogue", "og")
            .replace("ll", "l")
    };
    left == right || plain(&left) == plain(&right)
}
