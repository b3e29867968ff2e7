//! What is compared: every distinct sentence of all versions, read once.
//!
//! A *unit* is a sentence up to its folded words: sentences of one wording in many versions are one
//! unit, so that fifty near copies cost little more than one.

use std::ops::Range;

use ahash::AHashMap;

use super::figures;
use super::reader::Reader;
use super::rims;
use super::sets::{common, sort_tail};
use super::version::Version;
use crate::diff::words::rarity::{self, Rarity};
use crate::event::Background;
use crate::text::{self, SentenceKind};

/// The distinct sentences of some versions, and what their words weigh.
#[derive(Debug, Clone, Default)]
pub(crate) struct Units {
    /// The unit of each sentence, version by version.
    pub(crate) of: Vec<Vec<usize>>,
    pub(crate) list: Vec<Unit>,
    words: Vec<Word>,
    /// The number of each word, by the hash of its folded form and by the key of its stem.
    numbers: AHashMap<u64, u32>,
    stems: AHashMap<u32, u32>,
    order: Vec<u64>,
    ids: Vec<u32>,
    /// For each of `ids`: how many sentences of the unit's version have the word.
    spread: Vec<u32>,
    grams: Vec<u32>,
}

/// A number cut to so few bits that sums are exact in any order.
pub(crate) fn exact(number: f64) -> f64 {
    const PARTS: f64 = 1_048_576.0;
    (number * PARTS).round() / PARTS
}

/// The part of a word's weight that its rarity among the sentences at hand has; the other is its
/// rarity in general.
const HERE: f64 = 0.75;

/// A word of any sentence; forms with one stem are one word, and so are `three` and `3`.
#[derive(Debug, Clone, Copy, Default)]
struct Word {
    /// Units that have it.
    found: u32,
    /// Whether it stands somewhere as a name or a number does.
    is_name: bool,
    /// Whether it says nothing alone.
    is_common: bool,
    /// Whether it is a number.
    is_value: bool,
    /// How rare it is in general, from 0 to 1.
    rarity: f64,
    weight: f64,
    /// The weight squared.
    square: f64,
    key: u32,
}

/// One distinct sentence.
#[derive(Debug, Clone)]
pub(crate) struct Unit {
    /// Hash of its folded words: equal means the same but for punctuation and case.
    pub(crate) key: u64,
    pub(crate) kind: SentenceKind,
    /// Words that say something, roughly: longer than three letters, or numbers.
    pub(crate) content: usize,
    /// The versions that have it, ascending.
    versions: Vec<u32>,
    /// Likeness to the most alike other sentence of its version, from 0 to 1.
    pub(crate) own: f64,
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
                let here = units.of.len() as u32;
                if units.list[unit].versions.last() != Some(&here) {
                    units.list[unit].versions.push(here);
                }
                if quoted.len() > units.list[unit].quoted.len() {
                    units.list[unit].quoted = quoted;
                }
                column.push(unit);
            }
            units.of.push(column);
        }
        units.weigh(&spelled, background);
        units.spread();
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
        for at in 0..reader.hashes.len() {
            let hash = reader.hashes[at];
            let number = self.numbers.get(&hash).copied();
            let number = number.unwrap_or_else(|| {
                let word = reader.word(text, at);
                let number = self.number(hash, word, reader.key(word, hash));
                if number as usize == spelled.len() {
                    spelled.push(word);
                }
                number
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
            versions: Vec::new(),
            own: 0.0,
            quoted: Vec::new(),
            content: reader.content,
            order: order..self.order.len(),
            ids: ids..self.ids.len(),
            grams: grams..self.grams.len(),
            mass: 0.0,
        });
        self.list.len() - 1
    }

    /// The number of a word that is new by its folded form.
    fn number(&mut self, hash: u64, word: &str, key: u32) -> u32 {
        let value = figures::number(hash).filter(|&value| value > 1);
        let key = value.map_or(key, |value| text::hash_word(&value.to_string()) as u32);
        let number = *self.stems.entry(key).or_insert_with(|| {
            self.words.push(Word {
                key,
                is_common: rarity::is_common(hash),
                is_value: value.is_some() || word.starts_with(|c: char| c.is_ascii_digit()),
                ..Word::default()
            });
            self.words.len() as u32 - 1
        });
        self.numbers.insert(hash, number);
        number
    }

    fn weigh(&mut self, spelled: &[&str], background: &Background) {
        let rarity = Rarity::new(self.list.len(), background);
        for (word, spelled) in self.words.iter_mut().zip(spelled) {
            if word.is_common || !spelled.contains(char::is_alphanumeric) {
                word.is_common = true;
                continue;
            }
            word.rarity = rarity.in_general(word.key);
            word.weight = exact((1.0 - HERE) * word.rarity + HERE * rarity.here(word.found));
            word.square = exact(word.weight * word.weight);
        }
        for unit in &mut self.list {
            let ids = self.ids[unit.ids.clone()].iter();
            unit.mass = ids.map(|&id| self.words[id as usize].square).sum();
        }
    }

    /// Counts the sentences of a unit's version that have each of its words; of several versions the
    /// least counts.
    fn spread(&mut self) {
        self.spread = vec![u32::MAX; self.ids.len()];
        let mut count = vec![0_u32; self.words.len()];
        for column in &self.of {
            let ids = |unit: usize| self.list[unit].ids.clone();
            for id in column.iter().flat_map(|&unit| &self.ids[ids(unit)]) {
                count[*id as usize] += 1;
            }
            for at in column.iter().flat_map(|&unit| ids(unit)) {
                let here = count[self.ids[at] as usize];
                self.spread[at] = self.spread[at].min(here);
            }
            for id in column.iter().flat_map(|&unit| &self.ids[ids(unit)]) {
                count[*id as usize] = 0;
            }
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

    /// The words that two units have in common, ascending, each with the product of its spreads in
    /// both versions.
    pub(crate) fn shared(&self, a: usize, b: usize) -> impl Iterator<Item = (u32, u32)> {
        let [mut a, mut b] = [a, b].map(|unit| self.list[unit].ids.clone());
        std::iter::from_fn(move || {
            while let (Some(x), Some(y)) =
                (self.ids[a.clone()].first(), self.ids[b.clone()].first())
            {
                let (at, other) = (a.start, b.start);
                a.start += usize::from(x <= y);
                b.start += usize::from(y <= x);
                if x == y {
                    let spread = self.spread[at].saturating_mul(self.spread[other]);
                    return Some((*x, spread.max(1)));
                }
            }
            None
        })
    }

    /// Whether two units stand in different versions anywhere.
    pub(crate) fn may_meet(&self, a: usize, b: usize) -> bool {
        let (in_a, in_b) = (&self.list[a].versions, &self.list[b].versions);
        a != b && (in_a != in_b || in_a.len() > 1)
    }

    /// How many words of a unit say something and are no number.
    pub(crate) fn told(&self, unit: usize) -> usize {
        let ids = self.ids(unit).iter().map(|&id| &self.words[id as usize]);
        ids.filter(|word| !word.is_common && !word.is_value).count()
    }

    /// Whether some version has both units.
    pub(crate) fn is_together(&self, a: usize, b: usize) -> bool {
        let (in_a, in_b) = (&self.list[a].versions, &self.list[b].versions);
        common(in_a, in_b).next().is_some()
    }

    /// How many different words there are.
    pub(crate) fn words(&self) -> usize {
        self.words.len()
    }

    /// The number of a word, by the hash of its folded form.
    pub(crate) fn word(&self, hash: u64) -> Option<u32> {
        self.numbers.get(&hash).copied()
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

    pub(crate) fn is_value(&self, id: u32) -> bool {
        self.words[id as usize].is_value
    }

    /// How rare a word is in general, from 0 to 1.
    pub(crate) fn rarity(&self, id: u32) -> f64 {
        self.words[id as usize].rarity
    }

    /// What orders words whatever order the sentences came in.
    pub(crate) fn key(&self, id: u32) -> u32 {
        self.words[id as usize].key
    }

    pub(crate) fn square(&self, id: u32) -> f64 {
        self.words[id as usize].square
    }

    /// How much a word tells against others, from 1 to 33.
    #[expect(clippy::cast_sign_loss, reason = "weights are never negative")]
    pub(crate) fn worth(&self, hash: u64) -> u32 {
        let number = self.numbers.get(&hash);
        number.map_or(1, |&number| 1 + (32.0 * self.weight(number)) as u32)
    }
}
