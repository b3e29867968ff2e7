//! The phrases of furniture by the hashes of their words.

use std::ops::Range;
use std::sync::LazyLock;

use crate::Language;
use crate::language::boilerplate::{
    AGENCIES, BESIDE_DATES, BESIDE_TIMES, BY, PHRASES, PUBLISHED, ROLES, ROUNDUPS, SERIES,
};
use crate::text::{hash_word, words};

/// What a word may be a sign of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Signs(u16);

impl Signs {
    pub(super) const BY: Self = Self(1);
    pub(super) const ROLE: Self = Self(2);
    pub(super) const AGENCY: Self = Self(4);
    pub(super) const PUBLISHED: Self = Self(8);
    pub(super) const BESIDE_DATE: Self = Self(16);
    pub(super) const BESIDE_TIME: Self = Self(32);

    pub(super) const MONTH: Self = Self(64);
    /// May stand in the title of a roundup or column.
    pub(super) const SERIES: Self = Self(128);
    /// A month or a weekday.
    pub(super) const DAY: Self = Self(256);
    pub(super) const NUMBER: Self = Self(512);

    pub(super) fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(super) fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether something may begin with it.
    pub(super) fn starts(self) -> bool {
        self.has(Self(
            Self::BY.0 | Self::ROLE.0 | Self::AGENCY.0 | Self::PUBLISHED.0,
        ))
    }
}

/// How much goes with a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    Phrase,
    /// The rest of its sentence.
    Rest,
    /// All of its sentence.
    Sentence,
}

/// A phrase: runs of words by their hashes.
#[derive(Debug, Clone)]
pub(super) struct Pattern {
    /// What it is known by.
    pub(super) known: Box<[u64]>,
    pub(super) before: Box<[u64]>,
    pub(super) behind: Box<[u64]>,
    pub(super) opens: bool,
    pub(super) colon: bool,
    pub(super) extent: Extent,
}

impl Pattern {
    fn read(phrase: &str) -> Self {
        let hashes =
            |part: &str| -> Box<[u64]> { words(part).map(|(_, word)| hash_word(word)).collect() };
        let rest = phrase.trim();
        let (opens, rest) = rest
            .strip_prefix('^')
            .map_or((false, rest), |rest| (true, rest));
        let (sentence, rest) = rest
            .strip_prefix('…')
            .map_or((false, rest), |rest| (true, rest));
        let (to_end, rest) = rest
            .strip_suffix('…')
            .map_or((false, rest), |rest| (true, rest));
        let (colon, rest) = rest
            .strip_suffix(':')
            .map_or((false, rest), |rest| (true, rest));
        let (before, rest) = rest.split_once('[').unwrap_or(("", rest));
        let (known, behind) = rest.split_once(']').unwrap_or((rest, ""));
        Self {
            known: hashes(known),
            before: hashes(before),
            behind: hashes(behind),
            opens,
            colon,
            extent: match (sentence, to_end || colon) {
                (true, _) => Extent::Sentence,
                (false, true) => Extent::Rest,
                (false, false) => Extent::Phrase,
            },
        }
    }
}

/// What is known of one word.
#[derive(Debug, Clone)]
pub(super) struct Head {
    hash: u64,
    pub(super) signs: Signs,
    /// The phrases whose first known word it is, by their places.
    patterns: Range<u16>,
}

/// All that is known, by hash.
#[derive(Debug)]
pub(super) struct Table {
    /// Ascending by the first word each is known by.
    patterns: Vec<Pattern>,
    heads: Vec<Head>,
    /// Where the heads begin whose top bits have some value or a higher one.
    starts: Box<[u16]>,
    /// One bit for each value of the top bits of a hash that something may begin with.
    bits: Box<[u64; SIZE / 64]>,
}

const SIZE: usize = 1 << 14;
const STARTS: u32 = 11;

fn place(hash: u64) -> (usize, u32) {
    let top = hash >> (64 - SIZE.trailing_zeros());
    ((top / 64) as usize, (top % 64) as u32)
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let phrases = PHRASES.iter().flat_map(|phrases| phrases.iter());
    let mut patterns: Vec<(u64, Pattern)> = phrases
        .map(|phrase| Pattern::read(phrase))
        .filter_map(|pattern| Some((*pattern.known.first()?, pattern)))
        .collect();
    patterns.sort_by_key(|(hash, _)| *hash);
    let mut signs: Vec<(u64, Signs)> = Vec::new();
    let lists = [
        (BY, Signs::BY),
        (ROLES, Signs::ROLE),
        (AGENCIES, Signs::AGENCY),
        (BESIDE_DATES, Signs::BESIDE_DATE),
        (BESIDE_TIMES, Signs::BESIDE_TIME),
    ];
    for (list, sign) in lists {
        let first = |word| words(word).next().map_or(0, |(_, word)| hash_word(word));
        signs.extend(list.split_whitespace().map(|word| (first(word), sign)));
    }
    for phrase in PUBLISHED {
        signs.extend(
            words(phrase)
                .next()
                .map(|(_, word)| (hash_word(word), Signs::PUBLISHED)),
        );
    }
    for data in Language::all().iter().map(|language| language.data()) {
        let one = |word: &&&str| words(word).count() == 1;
        let months = data.months.iter().copied().flatten().filter(one);
        signs.extend(months.map(|word| (hash_word(word), Signs::MONTH.with(Signs::DAY))));
        let weekdays = data.weekdays.iter().copied().flatten().filter(one);
        signs.extend(weekdays.map(|word| (hash_word(word), Signs::DAY)));
        let numbers = data.numbers.iter().map(|(_, word)| word).filter(one);
        signs.extend(numbers.map(|word| (hash_word(word), Signs::NUMBER)));
    }
    signs.extend(
        SERIES
            .split_whitespace()
            .map(|word| (hash_word(word), Signs::SERIES)),
    );
    signs.sort_by_key(|(hash, _)| *hash);
    signs.dedup_by(|later, first| {
        let same = later.0 == first.0;
        if same {
            first.1 = first.1.with(later.1);
        }
        same
    });
    let mut heads: Vec<Head> = signs
        .into_iter()
        .map(|(hash, signs)| Head {
            hash,
            signs,
            patterns: 0..0,
        })
        .collect();
    for (at, (hash, _)) in (0_u16..).zip(&patterns) {
        let head = heads.partition_point(|head| head.hash < *hash);
        if heads.get(head).is_none_or(|head| head.hash != *hash) {
            let (hash, signs) = (*hash, Signs::default());
            let patterns = 0..0;
            heads.insert(
                head,
                Head {
                    hash,
                    signs,
                    patterns,
                },
            );
        }
        let known = &mut heads[head].patterns;
        let first = if known.start == known.end {
            at
        } else {
            known.start
        };
        *known = first..at + 1;
    }
    let mut bits = Box::new([0; SIZE / 64]);
    // What only stands beside something else is looked up there.
    let begins = |head: &&Head| head.signs.starts() || !head.patterns.is_empty();
    for head in heads.iter().filter(begins) {
        let (block, bit) = place(head.hash);
        bits[block] |= 1 << bit;
    }
    let start = |top: u64| heads.partition_point(|head| head.hash >> (64 - STARTS) < top) as u16;
    Table {
        patterns: patterns.into_iter().map(|(_, pattern)| pattern).collect(),
        starts: (0..1 << STARTS).map(start).collect(),
        heads,
        bits,
    }
});

impl Table {
    pub(super) fn get() -> &'static Self {
        &TABLE
    }

    /// Whether a word may begin anything.
    #[inline]
    pub(super) fn may_know(&self, hash: u64) -> bool {
        let (block, bit) = place(hash);
        self.bits[block] >> bit & 1 == 1
    }

    /// What is known of the word with this hash.
    pub(super) fn head(&self, hash: u64) -> Option<&Head> {
        let start = usize::from(self.starts[(hash >> (64 - STARTS)) as usize]);
        let heads = self.heads.get(start..).unwrap_or_default().iter();
        let mut near = heads.skip_while(|head| head.hash < hash);
        near.next().filter(|head| head.hash == hash)
    }

    /// The phrases that such a word is the first known one of.
    pub(super) fn patterns(&self, head: &Head) -> &[Pattern] {
        let places = usize::from(head.patterns.start)..usize::from(head.patterns.end);
        self.patterns.get(places).unwrap_or_default()
    }

    /// Whether a word names a roundup or a column by itself.
    pub(super) fn names_series(hash: u64) -> bool {
        static NAMES: LazyLock<Box<[u64]>> =
            LazyLock::new(|| ROUNDUPS.split_whitespace().map(hash_word).collect());
        NAMES.contains(&hash)
    }

    pub(super) fn signs(&self, hash: u64) -> Signs {
        self.head(hash).map_or(Signs::default(), |head| head.signs)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_phrase_is_known_by_some_words() {
        for phrase in PHRASES.iter().flat_map(|phrases| phrases.iter()) {
            assert!(!Pattern::read(phrase).known.is_empty(), "{phrase}");
        }
    }

    #[test]
    fn a_phrase_is_read() {
        let pattern = Pattern::read("the post * [appeared first on] …");
        assert_eq!(
            (
                pattern.before.len(),
                pattern.known.len(),
                pattern.behind.len()
            ),
            (2, 3, 0)
        );
        assert_eq!((pattern.opens, pattern.extent), (false, Extent::Rest));
        assert_eq!(Pattern::read("… [sign up] * newsletter …").behind.len(), 1);
    }
}
