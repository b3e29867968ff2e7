//! What one word of an article adds to its terms.

use std::ops::Range;

use super::Marks;
use super::known::{Word, Words};
use super::unspaced::Run;
use crate::Language;
use crate::event::stem::Stemmer;
use crate::language::Script;
use crate::text::Token;

/// Beside the marks of an occurrence, while an article is read: a plural whose capital may not be its
/// own.
pub(super) const PLURAL: u64 = 1 << 8;
/// Likewise: a word of capitals alone.
pub(super) const SHOUTED: u64 = 1 << 9;
/// Letters of an alphabet written without spaces that make a term: fewer tell little, more are seldom
/// found again.
const THAI_LETTERS: usize = 4;

/// A passage whose words are read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Passage<'a> {
    pub(super) text: &'a str,
    pub(super) opening: Opening,
    language: Option<Language>,
    stemmer: &'static Stemmer,
    number: u16,
    /// Whether all of it is in capitals, which then tell nothing.
    is_shouted: bool,
}

/// What a passage opens: its first word has a capital for nothing where that is a title or sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Opening {
    Title,
    Sentence,
    Clause,
}

/// How a word stands in its article.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stand {
    /// How many words come before it.
    pub(super) position: usize,
    /// Whether no sentence gave it its capital.
    pub(super) own_capital: bool,
}

impl<'a> Passage<'a> {
    pub(super) fn new(
        language: Option<Language>,
        text: &'a str,
        tokens: &[Token],
        opening: Opening,
        number: usize,
    ) -> Self {
        let word = |token: &Token| text.get(token.span()).unwrap_or_default();
        // Most passages show at their first words that they are not.
        let is_small = |token: &Token| word(token).contains(char::is_lowercase);
        Self {
            text,
            opening,
            language,
            stemmer: Stemmer::of(language),
            number: number.min(usize::from(u16::MAX)) as u16,
            is_shouted: tokens.len() > 1 && !tokens.iter().any(is_small),
        }
    }

    /// The marks of a word here.
    fn marks(&self, word: &str, stand: Stand, is_day: bool, is_spelled: bool) -> u8 {
        let in_title = self.opening == Opening::Title;
        let mut marks = Marks::of(word, stand.position, in_title);
        if self.is_shouted {
            marks &= !Marks::UPPER;
        } else if marks & Marks::UPPER != 0 && stand.own_capital && !in_title {
            marks |= Marks::OWN_CAPITAL;
        }
        if is_day {
            marks |= Marks::DAY;
        } else if is_spelled {
            marks |= Marks::SPELLED;
        }
        marks
    }

    /// Whether a word in capitals is a name here though it is a stop word otherwise: `WHO`.
    fn is_acronym(&self, word: &str) -> bool {
        if self.is_shouted || !word.bytes().all(|byte| byte.is_ascii_uppercase()) {
            return false;
        }
        let acronyms = self
            .language
            .map_or("", |language| language.data().acronyms);
        acronyms.split(' ').any(|acronym| acronym == word)
    }
}

/// Gathers what words add to the terms of an article.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    /// One number an occurrence: key, passage and marks, so that sorting groups them.
    pub(super) seen: Vec<u64>,
    /// The key of each word that carries weight, and where it stands.
    pub(super) places: Vec<(u32, Range<u32>)>,
    /// Where weekdays and months stand in the text at hand.
    pub(super) days: Vec<usize>,
    /// The letters before, in a script without spaces.
    run: Run,
    known: Words,
    scratch: String,
}

impl Gathered {
    /// Forgets the article before.
    pub(super) fn clear(&mut self) {
        self.seen.clear();
        self.places.clear();
        self.days.clear();
    }

    /// Begins a passage: no letter stands before it.
    pub(super) fn begin_passage(&mut self) {
        self.run = Run::default();
    }

    /// Reads a word, or several joined by hyphens.
    pub(super) fn compound(&mut self, passage: &Passage<'_>, words: &[Token], stand: Stand) {
        let [token] = words else {
            let Some(first) = words.first() else { return };
            let word = passage.text.get(first.span()).unwrap_or_default();
            let known = passage.stemmer.look_up(first.hash);
            let is_spelled = known.number.or(known.ordinal).is_some();
            if let Some(key) = passage.stemmer.compound_key(words) {
                let marks = passage.marks(word, stand, known.day.is_some(), is_spelled);
                self.add(passage, key, marks, words);
            }
            return;
        };
        let word = passage.text.get(token.span()).unwrap_or_default();
        match word.chars().next().map(Script::of) {
            Some(script) if script.is_unspaced() => self.letter(passage, script, *token, stand),
            // A single letter is an initial, a bullet, or what a font left of a dash.
            _ if matches!(word.as_bytes(), [byte] if !byte.is_ascii_digit()) => {}
            _ => self.word(passage, word, *token, stand),
        }
    }

    fn word(&mut self, passage: &Passage<'_>, word: &str, token: Token, stand: Stand) {
        let stemmer = passage.stemmer.for_word(word);
        let known = self.known.get(stemmer, word, token.hash);
        let key = if known.is(Word::STOP_WORD) && passage.is_acronym(word) {
            Some(token.hash as u32)
        } else {
            known.key
        };
        let Some(key) = key else { return };
        let may_be_day =
            || word.starts_with(char::is_uppercase) || !stemmer.is_other_word(token.hash);
        let is_day = known.is(Word::DAY) && may_be_day();
        let mut marks = passage.marks(word, stand, is_day, known.is(Word::SPELLED));
        if is_day {
            self.days.push(token.start);
        }
        if known.is(Word::IN_DIGITS) {
            marks |= Marks::NUMBER;
        }
        self.add(passage, key, marks, &[token]);
        if let Some(key) = stemmer.other_spelling(word, &mut self.scratch) {
            self.add(passage, key, marks, &[token]);
        }
        if passage.stemmer.spaces_syllables {
            // One space or hyphen stands between the syllables of a word.
            let touches = token.start == self.run.end() + 1;
            self.run.push(token.hash, token.start, token.end, touches);
            self.several(passage, 2, marks, token);
        }
    }

    /// Reads a letter of a script without spaces: Han characters count alone and in pairs, letters of
    /// alphabets in fours, katakana come as words, and hiragana hold sentences together.
    fn letter(&mut self, passage: &Passage<'_>, script: Script, token: Token, stand: Stand) {
        let marks = passage.marks("", stand, false, false);
        if script == Script::Kana {
            self.run = Run::default();
            let word = passage.text.get(token.span()).unwrap_or_default();
            if !word.chars().all(Script::is_hiragana) {
                self.add(passage, token.hash as u32, marks, &[token]);
            }
            return;
        }
        let touches = token.start == self.run.end();
        self.run.push(token.hash, token.start, token.end, touches);
        if script == Script::Han {
            self.add(passage, token.hash as u32, marks, &[token]);
            self.several(passage, 2, marks, token);
        } else {
            self.several(passage, THAI_LETTERS, marks, token);
        }
    }

    /// Adds the last few letters or syllables as one term.
    fn several(&mut self, passage: &Passage<'_>, count: usize, marks: u8, last: Token) {
        if let Some((hash, start)) = self.run.last(count) {
            self.add(passage, hash as u32, marks, &[Token { start, ..last }]);
        }
    }

    fn add(&mut self, passage: &Passage<'_>, key: u32, marks: u8, words: &[Token]) {
        let (Some(first), Some(last)) = (words.first(), words.last()) else {
            return;
        };
        let text = passage.text.get(first.start..last.end).unwrap_or_default();
        let plural = if marks & Marks::OWN_CAPITAL == 0 && text.ends_with('s') {
            PLURAL
        } else {
            0
        };
        let shouted = if is_shouted(text) { SHOUTED } else { 0 };
        let place = u64::from(passage.number) << 16;
        let seen = u64::from(key) << 32 | place | plural | shouted | u64::from(marks);
        self.seen.push(seen);
        self.places.push((key, first.start as u32..last.end as u32));
    }
}

/// Whether a word begins with three capitals.
fn is_shouted(word: &str) -> bool {
    word.chars().take(3).filter(|c| c.is_uppercase()).count() == 3
}
