//! What is compared: every distinct sentence of all versions, read once.
//!
//! A *unit* is a sentence up to its folded words: sentences of one wording in many versions are one
//! unit, so that fifty near copies cost little more than one.

use std::ops::Range;

use ahash::AHashMap;

use super::reader::Reader;
use super::rims;
use super::sets::sort_tail;
use super::version::Version;
use crate::diff::words::rarity::{self, Rarity};
use crate::event::Background;
use crate::text::SentenceKind;

/// The distinct sentences of some versions, and what their words weigh.
#[derive(Debug, Clone, Default)]
pub(crate) struct Units {
    /// The unit of each sentence, version by version.
    pub(crate) of: Vec<Vec<usize>>,
    pub(crate) list: Vec<Unit>,
    words: Vec<Word>,
    /// The number of each word, by its hash.
    numbers: AHashMap<u64, u32>,
    order: Vec<u64>,
    ids: Vec<u32>,
    grams: Vec<u32>,
}

/// Squares of weights are multiples of the inverse of this.
const EXACT: f64 = 1_048_576.0;

/// A word of any sentence.
#[derive(Debug, Clone, Copy, Default)]
struct Word {
    /// Units that have it.
    found: u32,
    /// Whether it stands somewhere as a name or a number does.
    is_name: bool,
    /// Whether it says nothing alone.
    is_common: bool,
    weight: f64,
    /// The weight squared, cut to so few bits that sums are exact in any order.
    square: f64,
    hash: u64,
}

/// One distinct sentence.
#[derive(Debug, Clone)]
pub(crate) struct Unit {
    /// Hash of its folded words: equal means the same but for punctuation and case.
    pub(crate) key: u64,
    pub(crate) kind: SentenceKind,
    /// Words that say something, roughly: longer than three letters, or numbers.
    pub(crate) content: usize,
    /// The version that has it, if only one does.
    only_in: Option<usize>,
    /// Hashes of its words that stand in quotation marks.
    pub(crate) quoted: Vec<u64>,
    /// Hashes of its words in reading order, in `Units::order`.
    order: Range<usize>,
    /// Distinct word numbers, ascending, in `Units::ids`.
    ids: Range<usize>,
    /// Distinct runs of four characters, hashed, in `Units::grams`.
    grams: Range<usize>,
    /// Sum of squared word weights.
    mass: f64,
}

impl Units {
    pub(crate) fn of(versions: &[Version<'_>], background: &Background) -> Self {
        let mut units = Self::default();
        let mut known = AHashMap::new();
        let mut reader = Reader::default();
        let mut spelled: Vec<&str> = Vec::new();
        for version in versions {
            let mut column = Vec::with_capacity(version.len());
            let mut quotes = version.quotes();
            for (number, sentence) in version.sentences().iter().enumerate() {
                let text = version.sentence(number).unwrap_or_default();
                let told = rims::between(text);
                let (start, text) = (sentence.start + told.start, &text[told]);
                let past = quotes.partition_point(|quote| quote.end <= start);
                quotes = &quotes[past..];
                let key = reader.read(text);
                let unit = *known.entry(key).or_insert_with(|| {
                    units.add(key, text, sentence.kind, &mut reader, &mut spelled)
                });
                let quoted = reader.quoted(start, quotes);
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
        units.weigh(&spelled, background);
        units
    }

    /// Adds the sentence that `reader` read last, of the version that is being read.
    fn add<'t>(
        &mut self,
        key: u64,
        text: &'t str,
        kind: SentenceKind,
        reader: &mut Reader,
        spelled: &mut Vec<&'t str>,
    ) -> usize {
        let (order, ids, grams) = (self.order.len(), self.ids.len(), self.grams.len());
        for (at, &hash) in reader.hashes.iter().enumerate() {
            let number = *self.numbers.entry(hash).or_insert_with(|| {
                spelled.push(reader.word(text, at));
                self.words.push(Word {
                    hash,
                    is_common: rarity::is_common(hash),
                    ..Word::default()
                });
                self.words.len() as u32 - 1
            });
            let word = &mut self.words[number as usize];
            word.is_name = word.is_name || reader.is_name(text, kind, at);
            self.ids.push(number);
        }
        self.order.extend(&reader.hashes);
        sort_tail(&mut self.ids, ids);
        for &id in &self.ids[ids..] {
            self.words[id as usize].found += 1;
        }
        reader.grams_into(&mut self.grams);
        self.list.push(Unit {
            key,
            kind,
            only_in: Some(self.of.len()),
            quoted: Vec::new(),
            content: reader.content,
            order: order..self.order.len(),
            ids: ids..self.ids.len(),
            grams: grams..self.grams.len(),
            mass: 0.0,
        });
        self.list.len() - 1
    }

    fn weigh(&mut self, spelled: &[&str], background: &Background) {
        let mut rarity = Rarity::new(self.list.len(), background);
        for (word, spelled) in self.words.iter_mut().zip(spelled) {
            word.weight = rarity.weight(spelled, word.hash, word.found);
            word.square = (word.weight * word.weight * EXACT).round() / EXACT;
        }
        for unit in &mut self.list {
            let ids = self.ids[unit.ids.clone()].iter();
            unit.mass = ids.map(|&id| self.words[id as usize].square).sum();
        }
    }

    /// Hashes of the words of a unit in reading order.
    pub(crate) fn order(&self, unit: usize) -> &[u64] {
        &self.order[self.list[unit].order.clone()]
    }

    /// Distinct word numbers of a unit, ascending.
    pub(crate) fn ids(&self, unit: usize) -> &[u32] {
        &self.ids[self.list[unit].ids.clone()]
    }

    /// Distinct runs of four characters of a unit, hashed.
    pub(crate) fn grams(&self, unit: usize) -> &[u32] {
        &self.grams[self.list[unit].grams.clone()]
    }

    pub(crate) fn mass(&self, unit: usize) -> f64 {
        self.list[unit].mass
    }

    /// Whether two units stand in different versions anywhere.
    pub(crate) fn may_meet(&self, a: usize, b: usize) -> bool {
        let (in_a, in_b) = (self.list[a].only_in, self.list[b].only_in);
        a != b && (in_a != in_b || in_a.is_none())
    }

    /// How many different words there are.
    pub(crate) fn words(&self) -> usize {
        self.words.len()
    }

    /// In how many units a word stands.
    pub(crate) fn found(&self, id: u32) -> usize {
        self.words[id as usize].found as usize
    }

    pub(crate) fn is_name(&self, id: u32) -> bool {
        self.words[id as usize].is_name
    }

    pub(crate) fn is_common(&self, id: u32) -> bool {
        self.words[id as usize].is_common
    }

    pub(crate) fn weight(&self, id: u32) -> f64 {
        self.words[id as usize].weight
    }

    /// What orders words whatever order the sentences came in.
    pub(crate) fn hash(&self, id: u32) -> u64 {
        self.words[id as usize].hash
    }

    pub(crate) fn square(&self, id: u32) -> f64 {
        self.words[id as usize].square
    }

    /// How much a word tells, in sixteenths.
    #[expect(clippy::cast_sign_loss, reason = "weights are never negative")]
    pub(crate) fn worth(&self, hash: u64) -> u32 {
        let number = self.numbers.get(&hash);
        number.map_or(1, |&number| (16.0 * self.weight(number)) as u32)
    }
}
