//! An article's terms with their weights, laid out to be compared with many others.

use super::fresh::{faded_weights, scale};
use super::held::{Counted, Speaker};
use super::rarity::Rarity;
use super::table::KeyTable;
use crate::event::{Common, Makeup, Terms};

/// A term of the article laid out.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
struct Own {
    /// Weight × rarity; of a vector of length 1, and negative for names and numbers.
    weight: f32,
    /// How rare it is, for whoever shares it.
    idf: f32,
}

/// Terms and weights of one article, laid out. Keeps its room from one article to the next.
#[derive(Debug)]
pub(super) struct Weighed {
    entries: Vec<(u32, Own)>,
    table: KeyTable<Own>,
    /// A bit for each of its keys, by the lowest bits of these: nearly all terms of other articles
    /// are seen not to be here by one look.
    filter: Box<[u64; 64]>,
    makeup: Makeup,
    /// The same before the vector was given length 1, as others will need it.
    counted: Counted,
}

impl Default for Weighed {
    fn default() -> Self {
        Self {
            entries: Vec::new(),
            table: KeyTable::new(0, Own::default()),
            filter: Box::new([0; 64]),
            makeup: Makeup::default(),
            counted: Counted::default(),
        }
    }
}

impl Weighed {
    /// Lays out the terms of another article.
    pub(super) fn lay_out(&mut self, terms: &Terms, rarity: &Rarity) {
        self.entries.clear();
        let mut faded = 0;
        if let Some(scale) = scale(terms) {
            faded = rarity.faded(terms);
            let weights = faded_weights(terms, scale, rarity, faded);
            self.entries.extend(weights.map(|(key, weight)| {
                let idf = rarity.idf(key);
                let weight = weight * idf;
                (key, Own { weight, idf })
            }));
        }
        let makeup = |entries: &[(u32, Own)]| {
            let weights = entries.iter().map(|(_, own)| f64::from(own.weight));
            Makeup::of(weights, terms.named())
        };
        self.counted = Counted {
            makeup: makeup(&self.entries),
            faded,
        };
        let weights = self.entries.iter().map(|(_, own)| own.weight);
        let square = weights.map(|weight| f64::from(weight).powi(2)).sum::<f64>();
        let length = square.sqrt().max(f64::MIN_POSITIVE);
        for (_, own) in &mut self.entries {
            own.weight = (f64::from(own.weight) / length) as f32;
        }
        self.makeup = makeup(&self.entries);
        // Sparse: nearly all terms looked up are not there, and the first place then says so.
        self.table.clear(self.entries.len() * 2);
        self.filter.fill(0);
        for &(key, own) in &self.entries {
            if own.weight.abs() > 0.0 {
                self.table.insert(key, own);
                self.filter[(key >> 6 & 63) as usize] |= 1 << (key & 63);
            }
        }
    }

    /// What follows from its terms and the present counts.
    pub(super) fn counted(&self) -> Counted {
        self.counted
    }

    /// The weight of a term; 0 for one it does not have.
    #[inline]
    pub(super) fn weight(&self, key: u32) -> f32 {
        self.table.get(key).weight.abs()
    }

    #[inline]
    fn may_hold(&self, key: u32) -> bool {
        self.filter[(key >> 6 & 63) as usize] >> (key & 63) & 1 == 1
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
        let mut rest = terms.occurrences();
        while let [first, after @ ..] = rest {
            if !self.may_hold(first.key) {
                rest = after;
                continue;
            }
            let more = after.iter().take_while(|more| more.key == first.key);
            let (term, after) = rest.split_at(1 + more.count());
            rest = after;
            let own = self.table.get(first.key);
            if own == Own::default() {
                continue;
            }
            let count = rarity.count(terms, faded, term);
            if count > 0.0 {
                let there = scale.weight(count, first.marks) * f64::from(own.idf);
                visit(first.key, f64::from(own.weight), there);
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
