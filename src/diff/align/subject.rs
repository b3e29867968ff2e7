//! Whom a sentence is about, as far as its first words tell: *he* or *she*, *both* or *six*.
//!
//! “Both suffered gunshot wounds” and “Six suffered gunshot wounds” share all but their subject, and
//! say different things.

use std::sync::LazyLock;

use ahash::AHashMap;

use crate::language::{Language, people};
use crate::text;

/// Words in which a person is looked for, and a count.
const PERSON: usize = 6;
const COUNT: usize = 2;

/// Whom a sentence is about.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Subject {
    is_woman: Option<bool>,
    count: Option<u64>,
}

/// What some words say of a subject, by the hashes of their folded forms.
struct Table {
    is_woman: AHashMap<u64, bool>,
    numbers: AHashMap<u64, u64>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let all = |words: &'static str, is_woman| {
        words
            .split_whitespace()
            .map(move |word| (text::hash_word(word), is_woman))
    };
    let numbers = Language::English.data().numbers.iter();
    let numbers = numbers.map(|&(value, word)| (text::hash_word(word), value));
    let both = [(text::hash_word("both"), 2)];
    Table {
        is_woman: all(people::MEN, false)
            .chain(all(people::WOMEN, true))
            .collect(),
        numbers: numbers.chain(both).collect(),
    }
});

/// The value of a number word with this hash.
pub(crate) fn number(hash: u64) -> Option<u64> {
    TABLE.numbers.get(&hash).copied()
}

impl Subject {
    /// Of a sentence whose words have these hashes; `value` reads a word in digits.
    pub(crate) fn of(hashes: &[u64], value: impl Fn(usize) -> Option<u64>) -> Self {
        let first = |most: usize| hashes.iter().take(most);
        let person = first(PERSON).find_map(|hash| TABLE.is_woman.get(hash));
        let mut counts = first(COUNT).enumerate();
        Self {
            is_woman: person.copied(),
            count: counts.find_map(|(at, &hash)| number(hash).or_else(|| value(at))),
        }
    }

    /// Whether one is about a man and the other about a woman.
    pub(crate) fn is_other_person(self, other: Self) -> bool {
        self.is_woman
            .zip(other.is_woman)
            .is_some_and(|(a, b)| a != b)
    }

    /// Whether both begin with a count, and not the same.
    pub(crate) fn is_other_count(self, other: Self) -> bool {
        self.count.zip(other.count).is_some_and(|(a, b)| a != b)
    }
}
