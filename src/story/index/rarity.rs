//! How rare terms are among the articles held, for live scores.
//!
//! A background table does not know that every report of a crime desk says "police". The index also
//! counts terms itself, in a sample: its oldest texts, a power of two of them, at most [`MOST`].
//! Which these are follows from the articles held alone, so a removal leaves no trace; and the
//! sample moves seldom, so what was computed from it holds for long.

use std::collections::BTreeSet;

use ahash::AHashMap;

use super::held::Articles;
use super::postings::Slot;
use crate::event::{Background, TermVector};

/// The largest sample.
const MOST: usize = 1_024;
/// Fewer texts than this say nothing of what is usual.
const LEAST: usize = 64;

/// The sampled texts, and the rarity of terms by them and the background.
#[derive(Debug, Clone)]
pub(super) struct Rarity {
    background: Background,
    /// The oldest texts, as many as [`sample_size`] says.
    sample: BTreeSet<Slot>,
    /// As many as the rarities below were taken with.
    size: usize,
    /// How many of them hold a term, and its rarity; the terms of the background always stand here.
    terms: AHashMap<u32, (u32, f64)>,
    /// The rarity of any other term.
    unknown: f64,
    epoch: u32,
}

/// How many of so many texts are sampled.
fn sample_size(texts: usize) -> usize {
    match texts.min(MOST) {
        few if few < LEAST => 0,
        texts => 1 << texts.ilog2(),
    }
}

impl Rarity {
    pub(super) fn new(background: Background) -> Self {
        let mut rarity = Self {
            background,
            sample: BTreeSet::new(),
            size: 0,
            terms: AHashMap::new(),
            unknown: 0.0,
            epoch: 0,
        };
        rarity.start_over(0);
        rarity
    }

    /// Changes whenever some rarity may have.
    pub(super) fn epoch(&self) -> u32 {
        self.epoch
    }

    /// The rarity of a term.
    pub(super) fn idf(&self, key: u32) -> f64 {
        self.terms.get(&key).map_or(self.unknown, |&(_, idf)| idf)
    }

    /// Takes note that a text has gone.
    pub(super) fn gone(&mut self, slot: Slot, vector: &TermVector) {
        if self.sample.remove(&slot) {
            self.count(vector, false);
        }
    }

    /// Takes note that a text has come, or that an article speaks for its wording from now on.
    pub(super) fn came<K>(&mut self, slot: Slot, articles: &Articles<K>) {
        if self.sample.last().is_some_and(|&last| slot < last) {
            self.add(slot, articles);
        }
        self.follow(articles);
    }

    /// Makes the sample what it should be, after texts have come or gone.
    pub(super) fn follow<K>(&mut self, articles: &Articles<K>) {
        let size = sample_size(articles.speakers());
        if size != self.size {
            self.start_over(size);
        }
        while self.sample.len() > size {
            let last = self
                .sample
                .pop_last()
                .and_then(|last| articles.speaker(last));
            if let Some(speaker) = last {
                self.count(&speaker.vector, false);
            }
        }
        while self.sample.len() < size {
            let from = self.sample.last().map_or(0, |&last| last + 1);
            let Some(next) = articles.next_speaking(from) else {
                return;
            };
            self.add(next, articles);
        }
    }

    fn add<K>(&mut self, slot: Slot, articles: &Articles<K>) {
        if let Some(speaker) = articles.speaker(slot)
            && self.sample.insert(slot)
        {
            self.count(&speaker.vector, true);
        }
    }

    fn count(&mut self, vector: &TermVector, more: bool) {
        self.epoch = self.epoch.wrapping_add(1);
        for (key, _) in vector.iter() {
            let (count, idf) = self.terms.entry(key).or_default();
            *count = if more {
                *count + 1
            } else {
                count.saturating_sub(1)
            };
            *idf = self.background.idf_of(key, *count, self.size as u32);
            if *count == 0 && idf.to_bits() == self.unknown.to_bits() {
                self.terms.remove(&key);
            }
        }
    }

    /// Starts with an empty sample, to be filled up to `size` texts.
    fn start_over(&mut self, size: usize) {
        self.epoch = self.epoch.wrapping_add(1);
        self.sample.clear();
        self.size = size;
        let idf = |key: u32| self.background.idf_of(key, 0, size as u32);
        self.terms = self
            .background
            .keys()
            .iter()
            .map(|&key| (key, (0, idf(key))))
            .collect();
        let absent = (0..u32::MAX).find(|key| !self.terms.contains_key(key));
        self.unknown = absent.map_or(0.0, idf);
    }

    /// What is left of a score if two articles tell different events in one wording.
    pub(super) fn template_factor(&self, left: &TermVector, right: &TermVector) -> f64 {
        left.template_factor(right, |key| self.idf(key))
    }

    /// The length of an article's vector of weights and rarities.
    pub(super) fn length(&self, vector: &TermVector) -> f64 {
        let square = |(key, weight): (u32, f32)| {
            let weight = f64::from(weight) * self.idf(key);
            weight * weight
        };
        vector.iter().map(square).sum::<f64>().sqrt()
    }
}

/// An article's weights, with rarity, laid out to be compared with many others.
#[derive(Debug)]
pub(super) struct Weighed {
    /// An open-addressing table; a weight of 0 is a free place.
    places: Vec<(u32, f32)>,
    mask: usize,
}

impl Weighed {
    pub(super) fn new(vector: &TermVector, rarity: &Rarity) -> Self {
        let places = (vector.len() * 4).next_power_of_two();
        let mut weighed = Self {
            places: vec![(0, 0.0); places],
            mask: places - 1,
        };
        let length = rarity.length(vector);
        for (key, weight) in vector.iter() {
            let idf = rarity.idf(key);
            // Once for the rarity of the term here, and once for that in the other article.
            let weight = (f64::from(weight) * idf * idf / length) as f32;
            if weight > 0.0 {
                let at = weighed.place(key);
                weighed.places[at] = (key, weight);
            }
        }
        weighed
    }

    fn place(&self, key: u32) -> usize {
        let mut at = key as usize & self.mask;
        while self.places[at].1 > 0.0 && self.places[at].0 != key {
            at = (at + 1) & self.mask;
        }
        at
    }

    /// The weight of a term, times its rarity.
    pub(super) fn weight(&self, key: u32) -> f32 {
        self.places[self.place(key)].1
    }

    /// The cosine with an article whose vector, with rarity, has this length.
    pub(super) fn cosine(&self, vector: &TermVector, length: f64) -> f64 {
        let products = vector
            .iter()
            .map(|(key, weight)| f64::from(self.weight(key) * weight));
        let dot: f64 = products.sum();
        if length > 0.0 {
            (dot / length).min(1.0)
        } else {
            0.0
        }
    }
}
