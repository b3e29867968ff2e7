//! What is known of one language: the fields of its file.

use super::Script;

/// All that is known of one language. Words are in lower case, unless a field says otherwise, and spelled as
/// readers expect; who looks them up folds them first. Lists of words stand in one string with spaces between
/// them, sorted by bytes.
#[derive(Debug)]
pub(crate) struct Data {
    /// The code of ISO 639-1: `en`.
    pub(crate) code: &'static str,
    /// The name in English: `English`.
    pub(crate) name: &'static str,
    /// The script most of its words are written in.
    pub(crate) script: Script,
    /// Whether every noun has a capital, so that one tells no name. The weight of names on all nouns was
    /// measured, and does German good.
    pub(crate) capitalises_nouns: bool,
    /// Whether spaces stand between syllables and not between words.
    pub(crate) spaces_syllables: bool,
    /// Whether marks on Latin letters make other words, so that nobody leaves them away.
    pub(crate) keeps_marks: bool,
    /// Months and weekdays that are other words without a capital: *march*.
    pub(crate) ambiguous_days: &'static str,
    /// Stop words that are names if they are written in capitals: `WHO`, `US`.
    pub(crate) acronyms: &'static str,
    /// What stands on either side of an apostrophe within a word.
    pub(crate) apostrophe: Apostrophe,
    /// Articles and conjunctions that are written as one with the word behind them, in the order they are
    /// tried; the first that fits is taken away if three letters stay.
    pub(crate) prefixes: &'static [&'static str],
    /// Words that tell nothing about an event: articles, pronouns, auxiliaries, prepositions.
    pub(crate) stop_words: &'static str,
    /// The words that tell a text to be in this language: its most frequent ones. Those that other languages
    /// have too count less by themselves.
    pub(crate) frequent_words: &'static str,
    /// Letters that this language has and most others of its script have not, in lower case.
    pub(crate) letters: &'static str,
    /// Endings that the forms of one word differ in, in the order they are tried: the first that fits is
    /// taken away, and no other. Empty for a language whose words do not change.
    pub(crate) endings: &'static [Ending],
    /// The twelve months, the full name first, then other forms and short ones: `["january", "jan"]`.
    pub(crate) months: [&'static [&'static str]; 12],
    /// The seven weekdays from Monday on, in the same way.
    pub(crate) weekdays: [&'static [&'static str]; 7],
    /// Words for numbers with their values, ascending by value, several forms of one value one after another.
    /// A form of several words has spaces.
    pub(crate) numbers: &'static [(u64, &'static str)],
    /// Words for ordinals up to the twelfth, in the same way.
    pub(crate) ordinals: &'static [(u64, &'static str)],
    /// Words whose full stop often ends no sentence, as they are written, without the stop.
    pub(crate) abbreviations: &'static str,
    /// Words that attribute speech, mostly verbs of saying.
    pub(crate) speech_verbs: &'static str,
}

/// What an apostrophe within a word joins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Apostrophe {
    /// Parts of one word: `o'clock`, `п'ять`.
    Letters,
    /// A small word and the word that counts: `l'incendie`.
    Article,
    /// A name and its ending: `Ankara'da`.
    Ending,
}

/// An ending that forms of one word differ in.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ending {
    /// What the word ends in.
    pub(crate) end: &'static str,
    /// What stands there instead in the stem; mostly nothing.
    pub(crate) to: &'static str,
    /// How many characters must stand before the ending.
    pub(crate) least: usize,
    /// If not empty: one of these characters must stand before the ending.
    pub(crate) after: &'static str,
    /// None of these characters may stand before it.
    pub(crate) not_after: &'static str,
}

impl Ending {
    /// An ending that is cut off behind at least so many characters.
    pub(crate) const fn cut(end: &'static str, least: usize) -> Self {
        Self::turn(end, "", least)
    }

    /// An ending that is another one in the stem.
    pub(crate) const fn turn(end: &'static str, to: &'static str, least: usize) -> Self {
        Self {
            end,
            to,
            least,
            after: "",
            not_after: "",
        }
    }

    /// The same where one of these characters stands before it.
    pub(crate) const fn after(mut self, characters: &'static str) -> Self {
        self.after = characters;
        self
    }

    /// The same where none of these characters stands before it.
    pub(crate) const fn not_after(mut self, characters: &'static str) -> Self {
        self.not_after = characters;
        self
    }
}
