//! Words that tell which event it was though they have no capital: numbers spelled out, and days
//! and months.

use std::sync::LazyLock;

use crate::text;

/// *One* and *second* are left out, being other things as well, and so is *May*; *March* has its
/// capital.
const NUMBERS: &str = "\
two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen \
seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand \
dozen third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth";
/// What counts as a number at the start of a compound: *second-quarter*.
const IN_COMPOUNDS: &str = "one first second";
const CALENDAR: &str = "\
monday tuesday wednesday thursday friday saturday sunday january february april june july august \
september october november december";

/// What kind of word it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Counted {
    Number,
    Ordinal,
    Day,
}

static WORDS: LazyLock<Vec<(u64, Counted)>> = LazyLock::new(|| {
    let lists = [
        (NUMBERS, Counted::Number),
        (IN_COMPOUNDS, Counted::Ordinal),
        (CALENDAR, Counted::Day),
    ];
    let words = lists.iter().flat_map(|&(list, kind)| {
        let hash = move |word| (text::hash_word(word), kind);
        list.split_whitespace().map(hash)
    });
    let mut words: Vec<(u64, Counted)> = words.collect();
    words.sort_unstable_by_key(|&(hash, _)| hash);
    words
});

/// One bit for each value of the top 12 bits of such a word's hash, so that most other words are
/// distinguished by one look-up.
static BITS: LazyLock<[u64; 64]> = LazyLock::new(|| {
    let mut bits = [0; 64];
    for (hash, _) in &*WORDS {
        bits[(hash >> 58) as usize] |= 1 << (hash >> 52 & 63);
    }
    bits
});

/// The kind of the folded word with this hash, if it is one of these; `joined` if it starts a
/// compound.
pub(super) fn counted(hash: u64, joined: bool) -> Option<Counted> {
    if BITS[(hash >> 58) as usize] >> (hash >> 52 & 63) & 1 == 0 {
        return None;
    }
    let at = WORDS.binary_search_by_key(&hash, |&(word, _)| word).ok()?;
    match WORDS.get(at)?.1 {
        Counted::Ordinal if joined => Some(Counted::Number),
        Counted::Ordinal => None,
        kind => Some(kind),
    }
}
