//! An article's terms with their weights, laid out to be compared with many others.

use super::fresh::{faded_weights, scale};
use super::held::{Makeups, Representative};
use super::live_census::LiveCensus;
use crate::event::{Common, Days, Makeup, Occurrences, Terms, few_terms_factor};
use crate::table::Table;

/// A term of the article laid out.
#[derive(Debug, Clone, Copy)]
struct Own {
    key: u32,
    /// Weight × rarity; of a vector of length 1, and negative for names and numbers.
    weight: f32,
    /// How rare it is, for articles that share it.
    idf: f32,
}

/// Terms and weights of one article, laid out. Keeps its room from one article to the next.
#[derive(Debug)]
pub(super) struct TermTable {
    terms: Vec<Own>,
    /// The position of each term, and one more; 0 if the place is free. The table is far larger than
    /// the article: one look shows that nearly all terms of others are not here.
    positions: Table<(u32, u32)>,
    makeup: Makeup,
    /// The same before the vector was given length 1, as others will need it.
    makeups: Makeups,
    /// The days the article tells of.
    days: Days,
}

/// How many terms of another article are looked at before those of them that are shared are.
const AT_ONCE: usize = 64;

/// Places for an article of the usual length: 16 KiB.
const PLACES: usize = 1 << 11;

const FREE: (u32, u32) = (0, 0);

#[allow(
    clippy::trivially_copy_pass_by_ref,
    reason = "the table asks by reference"
)]
fn is_free(entry: &(u32, u32)) -> bool {
    entry.1 == 0
}

impl Default for TermTable {
    fn default() -> Self {
        Self {
            terms: Vec::new(),
            positions: Table::new(0, FREE),
            makeup: Makeup::default(),
            makeups: Makeups::default(),
            days: Days::default(),
        }
    }
}

impl TermTable {
    /// Lays out the terms of another article.
    pub(super) fn lay_out(&mut self, terms: &Terms, census: &LiveCensus) {
        self.terms.clear();
        self.days = terms.days();
        let mut faded = 0;
        if let Some(scale) = scale(terms) {
            faded = census.faded(terms);
            let weights = faded_weights(terms, scale, census, faded);
            let own = weights.map(|(key, weight)| {
                let idf = census.idf(key);
                Own {
                    key,
                    weight: weight * idf,
                    idf,
                }
            });
            self.terms.extend(own);
        }
        let makeup = |own: &[Own]| {
            let weights = own.iter().map(|own| f64::from(own.weight));
            Makeup::of(weights, terms.named())
        };
        self.makeups = Makeups {
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
        self.positions
            .reset((self.terms.len() * 4).max(PLACES), FREE);
        for (own, position) in self.terms.iter().zip(1..) {
            let place = self.positions.find(own.key, is_free);
            self.positions[place] = (own.key, position);
        }
    }

    #[inline]
    fn may_hold(&self, key: u32) -> bool {
        !is_free(&self.positions[self.positions.home(key)])
    }

    /// A term of the article.
    #[inline]
    fn get(&self, key: u32) -> Option<&Own> {
        let (_, position) = self.positions.get(key, is_free);
        self.terms.get((position as usize).wrapping_sub(1))
    }

    /// The days it tells of.
    pub(super) fn days(&self) -> Days {
        self.days
    }

    /// What follows from its terms and the present counts.
    pub(super) fn makeups(&self) -> Makeups {
        self.makeups
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
        representative: &Representative,
        faded: u64,
        census: &LiveCensus,
        mut visit: impl FnMut(u32, f64, f64),
    ) {
        let Some(scale) = representative.scale else {
            return;
        };
        let mut shared = |term: &[Occurrences]| {
            let [first, ..] = term else { return };
            let Some(own) = self.get(first.key) else {
                return;
            };
            let count = census.count(terms, faded, term);
            if count > 0.0 {
                let there = scale.weight(count, first.marks) * f64::from(own.idf);
                visit(first.key, f64::from(own.weight), there);
            }
        };
        // Which terms are shared is unpredictable; so they are first gathered, free of branches.
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
        representative: &Representative,
        makeups: Makeups,
        census: &LiveCensus,
    ) -> (f64, f64) {
        let (mut product, mut shared, mut common) = (0.0, 0, Common::default());
        self.each_shared(
            terms,
            representative,
            makeups.faded,
            census,
            |_, here, there| {
                product += (here * there).abs();
                shared += u32::from((here * there).abs() > 0.0);
                common.add(here, there);
            },
        );
        let length = makeups.makeup.square().sqrt();
        let angle = if length > 0.0 {
            (product / length).min(1.0) * few_terms_factor(shared)
        } else {
            0.0
        };
        (angle, common.factor(self.makeup, makeups.makeup))
    }
}
