//! What a single word claims, looked up by the hash of its folded form.

use std::sync::LazyLock;

use ahash::AHashMap;

use crate::language::{Language, senses};
use crate::text;

/// What a word claims.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sense {
    /// A state or an act: the block of those that exclude each other, and which of them.
    State(u8, u8),
    Negation,
    Hedge,
    /// A number, or so many as a word leaves open: twice, dozens.
    Number,
    /// A month, a weekday, a part of the day, a time told from today.
    Time,
}

static SENSES: LazyLock<AHashMap<u64, Sense>> = LazyLock::new(|| {
    let mut found = AHashMap::new();
    let of = |words: &'static str| words.split_whitespace().map(text::hash_word);
    let english = Language::English.data();
    let named = english.months.iter().chain(&english.weekdays);
    let named = named.flat_map(|forms| forms.iter().copied());
    let named = named.filter(|form| *form != "may" && *form != "march");
    found.extend(named.map(|word| (text::hash_word(word), Sense::Time)));
    found.extend(of(senses::TIMES).map(|word| (word, Sense::Time)));
    found.extend(of(senses::NUMBERS).map(|word| (word, Sense::Number)));
    found.extend(of(senses::HEDGES).map(|word| (word, Sense::Hedge)));
    found.extend(of(senses::NEGATIONS).map(|word| (word, Sense::Negation)));
    for (block, lines) in (0..).zip(senses::STATES.split("\n\n")) {
        for (line, words) in (0..).zip(lines.lines()) {
            for word in of(words) {
                found.entry(word).or_insert(Sense::State(block, line));
            }
        }
    }
    found
});

/// What a word with this hash claims; `word` is as it is written.
pub(crate) fn of(word: &str, hash: u64) -> Option<Sense> {
    let is_contracted = word.ends_with("n't") || word.ends_with("n’t");
    SENSES
        .get(&hash)
        .copied()
        .or(is_contracted.then_some(Sense::Negation))
}
