//! Looking words up in what is known of languages, by the hashes of their folded forms; and, from what is
//! found, the language of a text.
//!
//! The words of all languages stand in one table, so that a word costs one look, which nearly always says
//! that it is in none of the lists.

use std::sync::LazyLock;

use super::{Token, hash_word};
use crate::Language;
use crate::language::Script;

/// More words than these tell nothing new of the language.
const ENOUGH: usize = 400;

/// What a word is in some languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Known {
    /// One of the most frequent words.
    Frequent,
    /// A stop word.
    Stop,
    /// A weekday or a month.
    Day,
    /// A number.
    Number(u64),
}

/// A word of one kind, and the languages it is that in, a bit each.
#[derive(Debug, Clone, Copy)]
struct Entry {
    hash: u64,
    known: Known,
    languages: u32,
}

/// All entries, sorted by hash, and one bit for each value of the top bits of a hash.
struct Table {
    entries: Box<[Entry]>,
    bits: Box<[u64; SIZE / 64]>,
}

const SIZE: usize = 1 << 17;

const fn place(hash: u64) -> (usize, u32) {
    let top = hash >> (64 - SIZE.trailing_zeros());
    ((top / 64) as usize, (top % 64) as u32)
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut entries = Vec::new();
    for &language in Language::all() {
        let data = language.data();
        let mut add = |word: &str, known| {
            // A form of several words is read word by word.
            if !word.contains(' ') {
                entries.push(Entry {
                    hash: hash_word(word),
                    known,
                    languages: language.bit(),
                });
            }
        };
        for word in data.frequent_words.split_whitespace() {
            add(word, Known::Frequent);
        }
        for word in data.stop_words.split_whitespace() {
            add(word, Known::Stop);
        }
        for word in data.months.iter().chain(&data.weekdays).copied().flatten() {
            add(word, Known::Day);
        }
        for &(value, word) in data.numbers {
            add(word, Known::Number(value));
        }
    }
    entries.sort_unstable_by_key(|entry| (entry.hash, entry.known));
    entries.dedup_by(|next, kept| {
        let same = (next.hash, next.known) == (kept.hash, kept.known);
        kept.languages |= if same { next.languages } else { 0 };
        same
    });
    let mut bits = Box::new([0; SIZE / 64]);
    for entry in &entries {
        let (at, bit) = place(entry.hash);
        bits[at] |= 1 << bit;
    }
    Table {
        entries: entries.into_boxed_slice(),
        bits,
    }
});

/// What the folded word with this hash is, in any language.
#[inline]
fn entries(hash: u64) -> &'static [Entry] {
    let table = &*TABLE;
    let (at, bit) = place(hash);
    if table.bits[at] >> bit & 1 == 0 {
        return &[];
    }
    let after = &table.entries[table.entries.partition_point(|entry| entry.hash < hash)..];
    let count = after.iter().take_while(|entry| entry.hash == hash).count();
    &after[..count]
}

/// What the folded word with this hash is in a language.
#[inline]
pub(crate) fn known(language: Language, hash: u64) -> impl Iterator<Item = Known> {
    let found = entries(hash).iter();
    found
        .filter(move |entry| entry.languages & language.bit() != 0)
        .map(|entry| entry.known)
}

/// Whether the folded word with this hash is a stop word of a language.
#[inline]
pub(crate) fn is_stop_word(language: Language, hash: u64) -> bool {
    known(language, hash).any(|known| known == Known::Stop)
}

/// The language that a text is in, if its words tell one that the library [knows](Language).
///
/// ```
/// use retold::{Language, text::language_of};
/// assert_eq!(language_of("The bridge is closed to all traffic."), Some(Language::English));
/// assert_eq!(language_of("Die Brücke ist für den Verkehr gesperrt."), Some(Language::German));
/// assert_eq!(language_of("Le pont est fermé à la circulation."), Some(Language::French));
/// assert_eq!(language_of("2024"), None);
/// ```
pub fn language_of(text: &str) -> Option<Language> {
    let mut evidence = Evidence::default();
    evidence.read(text, &super::tokens(text));
    evidence.language()
}

/// What words tell of the language they are in.
#[derive(Debug, Clone, Default)]
pub(crate) struct Evidence {
    points: [u32; 32],
}

impl Evidence {
    /// Reads the first words of a text.
    pub(crate) fn read(&mut self, text: &str, tokens: &[Token]) {
        for token in tokens.iter().take(ENOUGH) {
            if let Some(Entry { languages, .. }) = entries(token.hash)
                .first()
                .filter(|e| e.known == Known::Frequent)
            {
                // A word that many languages have tells less of each.
                self.add(*languages, 60 / languages.count_ones().max(1));
            }
            let word = text.get(token.span()).unwrap_or_default();
            if !word.is_ascii() {
                for language in Language::all() {
                    let letters = language.data().letters;
                    if word.chars().any(|c| letters.contains(c)) {
                        self.add(language.bit(), 20);
                    }
                }
            }
        }
    }

    fn add(&mut self, languages: u32, points: u32) {
        for language in Language::all() {
            if languages & language.bit() != 0 {
                self.points[*language as usize] += points;
            }
        }
    }

    /// The language, if the words told one.
    pub(crate) fn language(&self) -> Option<Language> {
        let points = |language: &&Language| self.points[**language as usize];
        let best = Language::all().iter().rev().max_by_key(points)?;
        (points(&best) > 0 && best.data().script != Script::Other).then_some(*best)
    }
}
