//! What is compared: every distinct sentence of all versions, read once.
//!
//! A *unit* is a sentence up to its folded words: sentences of one wording in many versions are one
//! unit, so that fifty near copies cost little more than one.

use std::ops::Range;

use ahash::AHashMap;

use super::version::Version;
use super::{keys, rarity};
use crate::event::Background;
use crate::hash;
use crate::text::{self, Quote, Sentence, SentenceKind, Token};

/// The distinct sentences of some versions, and what their words weigh.
#[derive(Debug, Clone, Default)]
pub(super) struct Units {
    /// The unit of each sentence, version by version.
    pub(super) of: Vec<Vec<usize>>,
    pub(super) list: Vec<Unit>,
    /// Weight of each word number.
    weights: Vec<f64>,
    /// The number of each word, by its hash.
    numbers: AHashMap<u64, u32>,
    ids: Vec<u32>,
    grams: Vec<u32>,
}

/// One distinct sentence.
#[derive(Debug, Clone)]
pub(super) struct Unit {
    /// Hash of its folded words: equal means the same but for punctuation and case.
    pub(super) key: u64,
    pub(super) kind: SentenceKind,
    /// Words that say something, roughly: longer than three letters, or numbers.
    pub(super) content: usize,
    /// The version that has it, if only one does.
    only_in: Option<usize>,
    /// Hashes of its words that stand in quotation marks.
    pub(super) quoted: Vec<u64>,
    /// Distinct word numbers, ascending, in `Units::ids`.
    ids: Range<usize>,
    /// Distinct runs of four characters, hashed, ascending, in `Units::grams`.
    grams: Range<usize>,
    /// Sum of squared word weights.
    mass: f64,
}

impl Units {
    pub(super) fn of(versions: &[Version<'_>], background: &Background) -> Self {
        let mut units = Self::default();
        let mut numbers: AHashMap<u64, u32> = AHashMap::new();
        let mut known = AHashMap::new();
        let mut found: Vec<(&str, u32)> = Vec::new();
        let mut reader = Reader::default();
        for version in versions {
            let mut column = Vec::with_capacity(version.len());
            let mut quotes = version.quotes();
            for (number, sentence) in version.sentences().iter().enumerate() {
                let text = version.sentence(number).unwrap_or_default();
                let past = quotes.partition_point(|quote| quote.end <= sentence.start);
                quotes = &quotes[past..];
                let key = reader.read(text);
                let unit = *known.entry(key).or_insert_with(|| {
                    let from = units.ids.len();
                    for (at, &hash) in reader.hashes.iter().enumerate() {
                        units.ids.push(*numbers.entry(hash).or_insert_with(|| {
                            let word = reader.tokens.get(at).map_or(text, |t| &text[t.span()]);
                            found.push((word, 0));
                            found.len() as u32 - 1
                        }));
                    }
                    sort_tail(&mut units.ids, from);
                    for &id in &units.ids[from..] {
                        found[id as usize].1 += 1;
                    }
                    let gram_from = units.grams.len();
                    reader.grams_into(&mut units.grams);
                    sort_tail(&mut units.grams, gram_from);
                    units.list.push(Unit {
                        key,
                        kind: sentence.kind,
                        only_in: Some(units.of.len()),
                        quoted: Vec::new(),
                        content: reader.content,
                        ids: from..units.ids.len(),
                        grams: gram_from..units.grams.len(),
                        mass: 0.0,
                    });
                    units.list.len() - 1
                });
                let quoted = reader.quoted(sentence, quotes);
                if units.list[unit].only_in != Some(units.of.len()) {
                    units.list[unit].only_in = None;
                }
                if quoted.len() > units.list[unit].quoted.len() {
                    units.list[unit].quoted = quoted;
                }
                column.push(unit);
            }
            units.of.push(column);
        }
        let all = units.list.len();
        let weigh = |&(word, count): &(&str, u32)| rarity::weight(word, count, all, background);
        units.weights = found.iter().map(weigh).collect();
        units.numbers = numbers;
        for unit in &mut units.list {
            let squares = units.ids[unit.ids.clone()].iter();
            unit.mass = squares.map(|&id| square(units.weights[id as usize])).sum();
        }
        units
    }

    /// Distinct word numbers of a unit, ascending.
    pub(super) fn ids(&self, unit: usize) -> &[u32] {
        &self.ids[self.list[unit].ids.clone()]
    }

    /// Distinct runs of four characters of a unit, hashed, ascending.
    pub(super) fn grams(&self, unit: usize) -> &[u32] {
        &self.grams[self.list[unit].grams.clone()]
    }

    pub(super) fn mass(&self, unit: usize) -> f64 {
        self.list[unit].mass
    }

    /// Whether two units stand in different versions anywhere.
    pub(super) fn may_meet(&self, a: usize, b: usize) -> bool {
        let (in_a, in_b) = (self.list[a].only_in, self.list[b].only_in);
        a != b && (in_a != in_b || in_a.is_none())
    }

    /// How many different words there are.
    pub(super) fn words(&self) -> usize {
        self.weights.len()
    }

    pub(super) fn weight(&self, id: u32) -> f64 {
        self.weights[id as usize]
    }

    /// How much a word tells, in sixteenths.
    pub(super) fn worth(&self, hash: u64) -> u32 {
        let number = self.numbers.get(&hash);
        number.map_or(1, |&number| whole(16.0 * self.weight(number)))
    }

    /// How much two units say the same, from 0 to 1.
    pub(super) fn score(&self, a: usize, b: usize) -> f64 {
        if self.list[a].key == self.list[b].key {
            return 1.0;
        }
        let shared: f64 = common(self.ids(a), self.ids(b))
            .map(|id| square(self.weight(id)))
            .sum();
        let cosine = ratio(shared, (self.mass(a) * self.mass(b)).sqrt());
        let grams = common(self.grams(a), self.grams(b)).count();
        let dice = ratio(
            2.0 * grams as f64,
            (self.grams(a).len() + self.grams(b).len()) as f64,
        );
        f64::midpoint(cosine, dice)
    }

    /// How much two groups of units say the same, from 0 to 1: each taken as one long sentence.
    pub(super) fn score_groups(&self, left: &[usize], right: &[usize]) -> f64 {
        if let ([a], [b]) = (left, right) {
            return self.score(*a, *b);
        }
        let union = |units: &[usize], part: fn(&Self, usize) -> &[u32]| {
            let mut all: Vec<u32> = units.iter().flat_map(|&u| part(self, u)).copied().collect();
            sort_tail(&mut all, 0);
            all
        };
        let mass = |ids: &[u32]| -> f64 { ids.iter().map(|&id| square(self.weight(id))).sum() };
        let (a, b) = (union(left, Self::ids), union(right, Self::ids));
        let shared: f64 = common(&a, &b).map(|id| square(self.weight(id))).sum();
        let cosine = ratio(shared, (mass(&a) * mass(&b)).sqrt());
        let (a, b) = (union(left, Self::grams), union(right, Self::grams));
        let dice = ratio(
            2.0 * common(&a, &b).count() as f64,
            (a.len() + b.len()) as f64,
        );
        f64::midpoint(cosine, dice)
    }
}

/// Reads one sentence after another, with the same memory.
#[derive(Debug, Default)]
struct Reader {
    tokens: Vec<Token>,
    hashes: Vec<u64>,
    folded: String,
    content: usize,
}

impl Reader {
    /// Takes in a sentence and returns its key.
    fn read(&mut self, sentence: &str) -> u64 {
        self.hashes.clear();
        self.folded.clear();
        self.content = 0;
        let mut end = usize::MAX;
        keys::tokens_into(sentence, &mut self.tokens);
        for token in &self.tokens {
            // No space where the text has none, as between Chinese characters.
            if token.start != end {
                self.folded.push(' ');
            }
            let from = self.folded.len();
            text::fold(&sentence[token.span()], &mut self.folded);
            let folded = &self.folded[from..];
            let tells = folded.len() > 3 || folded.starts_with(|c: char| c.is_numeric());
            self.content += usize::from(tells);
            self.hashes.push(token.hash);
            end = token.end;
        }
        self.folded.push(' ');
        if self.hashes.is_empty() {
            self.folded.extend(sentence.split_whitespace());
            self.hashes.push(hash::bytes(self.folded.as_bytes()));
        }
        hash::sequence(&self.hashes)
    }

    /// Hashes of the words of the sentence read last that stand in one of these quotations.
    fn quoted(&self, sentence: &Sentence, mut quotes: &[Quote]) -> Vec<u64> {
        let mut quoted = Vec::new();
        for token in &self.tokens {
            let start = sentence.start + token.start;
            while let [first, rest @ ..] = quotes
                && first.end <= start
            {
                quotes = rest;
            }
            if quotes.first().is_some_and(|quote| quote.start <= start) {
                quoted.push(token.hash);
            }
        }
        quoted
    }

    fn grams_into(&self, grams: &mut Vec<u32>) {
        let mut window = [0_u32; 4];
        for (number, c) in self.folded.chars().enumerate() {
            window.rotate_left(1);
            window[3] = u32::from(c);
            if number >= 3 {
                let mixed = window.iter().fold(0_u64, |state, &c| {
                    (state.rotate_left(21) ^ u64::from(c)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
                });
                grams.push((mixed >> 32) as u32);
            }
        }
    }
}

/// What two ascending lists have in common.
pub(super) fn common<'a>(a: &'a [u32], b: &'a [u32]) -> impl Iterator<Item = u32> + 'a {
    let (mut a, mut b) = (a.iter().copied(), b.iter().copied().peekable());
    std::iter::from_fn(move || {
        loop {
            let next = a.next()?;
            while b.peek().is_some_and(|&other| other < next) {
                b.next();
            }
            if b.next_if_eq(&next).is_some() {
                return Some(next);
            }
        }
    })
}

#[expect(clippy::cast_sign_loss, reason = "weights are never negative")]
fn whole(weight: f64) -> u32 {
    weight as u32
}

fn square(weight: f64) -> f64 {
    weight * weight
}

fn ratio(part: f64, whole: f64) -> f64 {
    if whole > 0.0 {
        (part / whole).min(1.0)
    } else {
        0.0
    }
}

/// Sorts what stands from `from` on and drops repetitions.
fn sort_tail(list: &mut Vec<u32>, from: usize) {
    list[from..].sort_unstable();
    let mut kept = from;
    for at in from..list.len() {
        if at == from || list[at] != list[kept - 1] {
            list[kept] = list[at];
            kept += 1;
        }
    }
    list.truncate(kept);
}
