//! What single words are to the readers of facts, looked up once for each word.
//!
//! The tables stand where they are used; here they are gathered, so that a word is searched for once
//! and not once in each.

use std::sync::LazyLock;

use ahash::AHashMap;

use super::{bearer, dates, language, markers, numbers, opposites, side, slots, speakers, stems};
use crate::text::SPEECH_VERBS;

/// The tables in which a word stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Tags(u32);

/// A table of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tag {
    /// Says nothing by itself.
    Small,
    /// May stand for a name.
    Pronoun,
    English,
    Foreign,
    Negation,
    Failure,
    Ending,
    Doubt,
    Reserve,
    /// May begin a number.
    Number,
    /// May be many: dozens.
    Vague,
    /// An office or a kinship.
    Role,
    /// May begin a moment.
    Time,
    /// A verb of saying.
    Speech,
    /// Has an opposite.
    Opposite,
    /// Turns the name of a place into that of another.
    Turn,
    /// A name of which there are others for the same bearer.
    Alias,
}

impl Tags {
    /// The tables of a folded word, and the word it is an irregular form of, if it is one.
    pub(super) fn of(key: &str) -> (Self, Option<&'static str>) {
        if key.len() > LONGEST {
            return Default::default();
        }
        TAGS.get(key).copied().unwrap_or_default()
    }

    pub(super) fn has(self, tag: Tag) -> bool {
        self.0 & 1 << tag as u32 != 0
    }
}

/// Bytes of the longest word of any table.
const LONGEST: usize = 14;

type Entry = (Tags, Option<&'static str>);

static TAGS: LazyLock<AHashMap<&str, Entry>> = LazyLock::new(|| {
    let mut tags = AHashMap::<&str, Entry>::new();
    for (form, base) in stems::IRREGULAR {
        tags.entry(form).or_default().1 = Some(base);
    }
    let mut enter = |word, tag| tags.entry(word).or_default().0.0 |= 1 << tag as u32;
    for (tag, table) in [
        (Tag::Small, side::STOP_WORDS),
        (Tag::Pronoun, slots::PRONOUNS),
        (Tag::English, language::ENGLISH),
        (Tag::Foreign, language::FOREIGN),
        (Tag::Negation, markers::NEGATIONS),
        (Tag::Failure, markers::FAILURES),
        (Tag::Ending, markers::ENDINGS),
        (Tag::Doubt, markers::DOUBTS),
        (Tag::Reserve, markers::RESERVES),
        (Tag::Time, dates::WORDS),
        (Tag::Speech, SPEECH_VERBS),
        (Tag::Turn, bearer::TURNS),
    ] {
        for word in table {
            enter(word, tag);
        }
    }
    for word in numbers::VAGUE {
        enter(word, Tag::Vague);
    }
    for word in speakers::roles() {
        enter(word, Tag::Role);
    }
    for word in numbers::words() {
        enter(word, Tag::Number);
    }
    for (word, _) in bearer::ALIASES
        .iter()
        .filter(|entry| !entry.0.contains(' '))
    {
        enter(word, Tag::Alias);
    }
    for word in opposites::words() {
        enter(word, Tag::Opposite);
    }
    tags
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_a_table_is_found() {
        assert!(TAGS.keys().all(|word| word.len() <= LONGEST));
        assert!(Tags::of("no").0.has(Tag::Negation) && !Tags::of("house").0.has(Tag::Negation));
        assert!(Tags::of("before").0.has(Tag::Small) && Tags::of("before").0.has(Tag::Opposite));
    }
}
