//! An article's terms with their weights, laid out to be compared with many others.

use ahash::RandomState;

use super::fresh::{faded_weights, scale};
use super::held::{Counted, Speaker};
use super::rarity::Rarity;
use crate::event::{Common, Makeup, Occurrences, Terms};

/// A term of the article laid out.
#[derive(Debug, Clone, Copy)]
struct Own {
    key: u32,
    /// Weight × rarity; of a vector of length 1, and negative for names and numbers.
    weight: f32,
    /// How rare it is, for whoever shares it.
    idf: f32,
    /// The place of another term of the same head, and one more; 0 for none.
    next: u32,
}

/// Terms and weights of one article, laid out. Keeps its room from one article to the next.
#[derive(Debug)]
pub(super) struct Weighed {
    terms: Vec<Own>,
    /// A hash table of chains, far larger than the article: nearly all terms of others are seen not
    /// to be here by one look. The place of a term, and one more; 0 for none.
    heads: Vec<u32>,
    /// Drawn at random: term keys follow from words by a public hash, and nobody shall be able to
    /// choose words with one head.
    multiplier: u32,
    shift: u32,
    makeup: Makeup,
    /// The same before the vector was given length 1, as others will need it.
    counted: Counted,
}

/// How many terms of another article are looked at before those of them that are shared are.
const AT_ONCE: usize = 64;

/// Heads for an article of the usual length, as a power of two: 16 KiB.
const HEADS: u32 = 12;

impl Default for Weighed {
    fn default() -> Self {
        Self {
            terms: Vec::new(),
            heads: Vec::new(),
            multiplier: RandomState::new().hash_one(0) as u32 | 1,
            shift: 0,
            makeup: Makeup::default(),
            counted: Counted::default(),
        }
    }
}

impl Weighed {
    /// Lays out the terms of another article.
    pub(super) fn lay_out(&mut self, terms: &Terms, rarity: &Rarity) {
        self.terms.clear();
        let mut faded = 0;
        if let Some(scale) = scale(terms) {
            faded = rarity.faded(terms);
            let weights = faded_weights(terms, scale, rarity, faded);
            let own = weights.map(|(key, weight)| {
                let idf = rarity.idf(key);
                Own {
                    key,
                    weight: weight * idf,
                    idf,
                    next: 0,
                }
            });
            self.terms.extend(own);
        }
        let makeup = |own: &[Own]| {
            let weights = own.iter().map(|own| f64::from(own.weight));
            Makeup::of(weights, terms.named())
        };
        self.counted = Counted {
            makeup: makeup(&self.terms),
            faded,
        };
        let squares = self.terms.iter().map(|own| f64::from(own.weight).powi(2));
        let length = squares.sum::<f64>().sqrt().max(f64::MIN_POSITIVE);
        for own in &mut self.terms {
            own.weight = (f64::from(own.weight) / length) as f32;
        }
        self.makeup = makeup(&self.terms);
        self.terms.retain(|own| own.weight.abs() > 0.0);
        self.link();
    }

    /// Fills the table.
    fn link(&mut self) {
        let bits = (self.terms.len() * 8).max(1).ilog2().max(HEADS);
        self.shift = 32 - bits;
        self.heads.clear();
        self.heads.resize(1 << bits, 0);
        for at in 0..self.terms.len() {
            let head = self.head(self.terms[at].key);
            self.terms[at].next = std::mem::replace(&mut self.heads[head], at as u32 + 1);
        }
    }

    #[inline]
    fn head(&self, key: u32) -> usize {
        (key.wrapping_mul(self.multiplier) >> self.shift) as usize
    }

    #[inline]
    fn may_hold(&self, key: u32) -> bool {
        self.heads
            .get(self.head(key))
            .is_some_and(|&head| head != 0)
    }

    /// A term of the article.
    #[inline]
    fn get(&self, key: u32) -> Option<&Own> {
        let mut next = *self.heads.get(self.head(key))?;
        while next != 0 {
            let own = self.terms.get(next as usize - 1)?;
            if own.key == key {
                return Some(own);
            }
            next = own.next;
        }
        None
    }

    /// What follows from its terms and the present counts.
    pub(super) fn counted(&self) -> Counted {
        self.counted
    }

    /// The weight of a term; 0 for one it does not have.
    #[inline]
    pub(super) fn weight(&self, key: u32) -> f32 {
        self.get(key).map_or(0.0, |own| own.weight.abs())
    }

    /// Calls `visit` with each term an article held shares, and both weights, one of length 1 and
    /// one of any.
    #[inline]
    pub(super) fn each_shared(
        &self,
        terms: &Terms,
        speaker: &Speaker,
        faded: u64,
        rarity: &Rarity,
        mut visit: impl FnMut(u32, f64, f64),
    ) {
        let Some(scale) = speaker.scale else { return };
        let mut shared = |term: &[Occurrences]| {
            let [first, ..] = term else { return };
            let Some(own) = self.get(first.key) else {
                return;
            };
            let count = rarity.count(terms, faded, term);
            if count > 0.0 {
                let there = scale.weight(count, first.marks) * f64::from(own.idf);
                visit(first.key, f64::from(own.weight), there);
            }
        };
        // Which terms are shared cannot be foretold; so they are first gathered, without a condition.
        let all = terms.occurrences();
        let mut hits = [0_u32; AT_ONCE];
        let mut next = 0;
        while next < all.len() {
            let some = all
                .get(next..all.len().min(next + AT_ONCE))
                .unwrap_or_default();
            let mut count = 0;
            for (at, here) in (next as u32..).zip(some) {
                hits[count] = at;
                count += usize::from(self.may_hold(here.key));
            }
            next += some.len();
            for &hit in &hits[..count] {
                let start = hit as usize;
                let key = all[start].key;
                // The first occurrence of a term stands for all of them.
                if start > 0 && all[start - 1].key == key {
                    continue;
                }
                let mut end = start + 1;
                while end < all.len() && all[end].key == key {
                    end += 1;
                }
                shared(&all[start..end]);
            }
        }
    }

    /// The cosine of an article held with this one, and what is left of its score if the two tell
    /// different events in one wording.
    pub(super) fn compared(
        &self,
        terms: &Terms,
        speaker: &Speaker,
        counted: Counted,
        rarity: &Rarity,
    ) -> (f64, f64) {
        let (mut product, mut common) = (0.0, Common::default());
        self.each_shared(terms, speaker, counted.faded, rarity, |_, here, there| {
            product += (here * there).abs();
            common.add(here, there);
        });
        let length = counted.makeup.square().sqrt();
        let cosine = if length > 0.0 {
            (product / length).min(1.0)
        } else {
            0.0
        };
        (cosine, common.factor(self.makeup, counted.makeup))
    }
}
