//! Looking words up in what is known of languages, by the hashes of their folded forms.
//!
//! The words of all languages stand in one table, so that a word costs one look, which nearly always says
//! that it is in none of the lists.

mod evidence;

use std::sync::LazyLock;

use super::hash_word;
use crate::Language;
pub(crate) use evidence::Evidence;
pub use evidence::language_of;

/// What a word is in one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Known {
    /// It tells nothing about an event.
    pub(crate) is_stop_word: bool,
    /// A weekday or a month.
    pub(crate) day: Option<Day>,
    /// The number it stands for.
    pub(crate) number: Option<u64>,
    /// The ordinal it stands for.
    pub(crate) ordinal: Option<u64>,
}

/// A weekday or a month, counted from 0: Monday, January.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Day {
    Weekday(u8),
    Month(u8),
}

impl Day {
    /// What the folded word with this hash is in a language.
    pub(crate) fn of(language: Language, hash: u64) -> Option<Self> {
        look_up(language, hash).day
    }
}

/// One of the lists a word may stand in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum List {
    Frequent,
    StopWords,
    Days(Day),
    Number(u64),
    Ordinal(u64),
}

/// A word that stands in a list, and the languages in which it does, a bit each.
#[derive(Debug, Clone, Copy)]
struct Entry {
    hash: u64,
    list: List,
    languages: u32,
}

/// All entries, sorted by hash; one bit for each value of the top bits of a hash; and where the entries
/// begin whose fewer top bits have some value or a higher one.
struct Table {
    entries: Box<[Entry]>,
    bits: Box<[u64; BITS / 64]>,
    starts: Box<[u16]>,
}

const BITS: usize = 1 << 17;
const STARTS: u32 = 14;

/// Where the bit of a hash is: in which number, and which of its bits.
const fn place(hash: u64) -> (usize, u32) {
    let top = hash >> (64 - BITS.trailing_zeros());
    ((top / 64) as usize, (top % 64) as u32)
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut entries = Vec::new();
    for &language in Language::all() {
        let data = language.data();
        let mut add = |word: &str, list| {
            // A form of several words is read word by word.
            if !word.contains([' ', '-']) {
                entries.push(Entry {
                    hash: hash_word(word),
                    list,
                    languages: language.bit(),
                });
            }
        };
        for word in data.frequent_words.split_whitespace() {
            add(word, List::Frequent);
        }
        for word in data.stop_words.split_whitespace() {
            add(word, List::StopWords);
        }
        let weekdays = (0..).map(Day::Weekday).zip(&data.weekdays);
        let months = (0..).map(Day::Month).zip(&data.months);
        for (day, words) in weekdays.chain(months) {
            for word in *words {
                add(word, List::Days(day));
            }
        }
        for &(value, word) in data.numbers {
            add(word, List::Number(value));
        }
        for &(value, word) in data.ordinals {
            add(word, List::Ordinal(value));
        }
    }
    entries.sort_unstable_by_key(|entry| (entry.hash, entry.list));
    entries.dedup_by(|next, kept| {
        let same = (next.hash, next.list) == (kept.hash, kept.list);
        kept.languages |= if same { next.languages } else { 0 };
        same
    });
    let mut bits = Box::new([0; BITS / 64]);
    for entry in &entries {
        let (at, bit) = place(entry.hash);
        bits[at] |= 1 << bit;
    }
    let start = |top: u64| {
        let at = entries.partition_point(|entry| entry.hash >> (64 - STARTS) < top);
        u16::try_from(at).expect("the files of all languages have fewer than 65,536 words")
    };
    Table {
        starts: (0..1 << STARTS).map(start).collect(),
        entries: entries.into_boxed_slice(),
        bits,
    }
});

/// The lists of all languages that hold the folded word with this hash.
#[inline]
fn entries(hash: u64) -> &'static [Entry] {
    let table = &*TABLE;
    let (at, bit) = place(hash);
    if table.bits[at] >> bit & 1 == 0 {
        return &[];
    }
    found(table, hash)
}

fn found(table: &'static Table, hash: u64) -> &'static [Entry] {
    let start = usize::from(table.starts[(hash >> (64 - STARTS)) as usize]);
    let after = table.entries.get(start..).unwrap_or_default();
    let before = after.iter().take_while(|entry| entry.hash < hash).count();
    let after = after.get(before..).unwrap_or_default();
    let count = after.iter().take_while(|entry| entry.hash == hash).count();
    after.get(..count).unwrap_or_default()
}

/// Whether the folded word with this hash is a stop word of any language.
pub(crate) fn is_any_stop_word(hash: u64) -> bool {
    entries(hash)
        .iter()
        .any(|entry| entry.list == List::StopWords)
}

/// What the folded word with this hash is in a language.
#[inline]
pub(crate) fn look_up(language: Language, hash: u64) -> Known {
    let mut known = Known::default();
    for entry in entries(hash) {
        if entry.languages & language.bit() != 0 {
            match entry.list {
                List::Frequent => {}
                List::StopWords => known.is_stop_word = true,
                List::Days(day) => known.day = known.day.or(Some(day)),
                List::Number(value) => known.number = Some(value),
                List::Ordinal(value) => known.ordinal = Some(value),
            }
        }
    }
    known
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_known_in_its_own_language_only() {
        let known = |language, word| look_up(language, hash_word(word));
        assert!(known(Language::German, "die").is_stop_word);
        assert!(!known(Language::English, "die").is_stop_word);
        assert_eq!(known(Language::Turkish, "on").number, Some(10));
        assert_eq!(known(Language::English, "on").number, None);
        assert_eq!(known(Language::French, "Août").day, Some(Day::Month(7)));
        assert_eq!(known(Language::English, "third").ordinal, Some(3));
        assert_eq!(known(Language::English, "bridge"), Known::default());
    }
}
