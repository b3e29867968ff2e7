//! The vectors of many articles in little memory, as fast to compare as can be.
//!
//! Terms are numbered densely, so that one vector can be spread out over an array and compared with
//! many others by plain look-ups. The most common terms have the lowest numbers: what is looked up
//! most stands together. A term only one article holds takes part in no product; it has done its
//! work when the vector was brought to length 1, and is left out.

use std::borrow::Cow;
use std::cmp::Reverse;

use ahash::AHashMap;

use super::census::Census;
use super::counts::PART;
use super::particulars::{Common, Makeup};
use super::terms::Terms;
use crate::parallel;

/// Vectors by article number, sharing one numbering of terms.
#[derive(Debug)]
pub(crate) struct Space {
    /// So many articles each, so that they need not be copied together.
    parts: Vec<Part>,
    len: usize,
    /// How many of an article's heaviest terms come first.
    heaviest: usize,
    terms: usize,
}

/// The vectors of some articles, one after the other.
#[derive(Debug, Default)]
struct Part {
    ends: Vec<u32>,
    /// Of each article the heaviest terms, then the others by number. The weights of particulars are
    /// negative.
    entries: Vec<(u32, f32)>,
    makeups: Vec<Makeup>,
}

/// How many articles are weighed before their terms are freed: a few parts for each core.
const AT_ONCE: usize = 32 * PART;

/// What is looked up of a term: its number and its rarity.
type Numbers = AHashMap<u32, (u32, f64)>;

impl Space {
    /// Weighs articles by `census`. Those of fewer than `least` terms have no vector. The
    /// `heaviest` terms of each are sorted out, for [`heaviest`](Self::heaviest).
    ///
    /// Given terms are freed along the way: there is never all of both.
    pub(crate) fn new(
        articles: Vec<Cow<'_, Terms>>,
        census: &Census,
        least: usize,
        heaviest: usize,
    ) -> Self {
        let numbers = number(census);
        let mut space = Self {
            parts: Vec::with_capacity(articles.len().div_ceil(PART)),
            len: articles.len(),
            heaviest,
            terms: numbers.len(),
        };
        let mut articles = articles.into_iter();
        while articles.len() > 0 {
            let some: Vec<Cow<'_, Terms>> = articles.by_ref().take(AT_ONCE).collect();
            space.add(&some, census, &numbers, least);
        }
        space
    }

    /// Adds articles; all but the last call must add whole parts.
    fn add(
        &mut self,
        articles: &[Cow<'_, Terms>],
        census: &Census,
        numbers: &Numbers,
        least: usize,
    ) {
        let heaviest = self.heaviest;
        let parts = parallel::in_parts(articles.len(), PART, Vec::new, |vector, range| {
            let mut part = Part::default();
            for terms in &articles[range] {
                let idf = |key| {
                    numbers
                        .get(&key)
                        .map_or_else(|| census.idf(key), |term| term.1)
                };
                census.weigh_into(terms, idf, vector);
                if vector.len() >= least {
                    let start = part.entries.len();
                    let known = vector.iter().filter_map(|&(key, weight)| {
                        numbers.get(&key).map(|&(number, _)| (number, weight))
                    });
                    part.entries.extend(known);
                    heaviest_first(&mut part.entries[start..], heaviest);
                }
                let weights = vector.iter().map(|&(_, weight)| f64::from(weight));
                part.makeups.push(Makeup::of(weights, terms.named()));
                part.ends.push(part.entries.len() as u32);
            }
            part.entries.shrink_to_fit();
            part
        });
        self.parts.extend(parts);
    }

    /// How many articles there are.
    pub(crate) fn len(&self) -> usize {
        self.len
    }

    /// How many terms there are.
    pub(crate) fn term_count(&self) -> usize {
        self.terms
    }

    /// The terms and weights of an article: the heaviest, heaviest first, then the others. The
    /// weights of particulars are negative.
    pub(crate) fn vector(&self, article: usize) -> &[(u32, f32)] {
        let part = &self.parts[article / PART];
        let at = article % PART;
        let start = if at == 0 { 0 } else { part.ends[at - 1] };
        &part.entries[start as usize..part.ends[at] as usize]
    }

    /// The heaviest terms of an article, heaviest first; equal weights by term number.
    pub(crate) fn heaviest(&self, article: usize) -> &[(u32, f32)] {
        let vector = self.vector(article);
        &vector[..vector.len().min(self.heaviest)]
    }

    /// Spreads an article's weights over `spread`, one place a term, zero elsewhere.
    pub(crate) fn spread<'a>(&self, article: usize, spread: &'a mut Spread) -> &'a [f32] {
        spread.weights.resize(self.terms, 0.0);
        for term in spread.filled.drain(..) {
            spread.weights[term as usize] = 0.0;
        }
        for &(term, weight) in self.vector(article) {
            spread.weights[term as usize] = weight;
            spread.filled.push(term);
        }
        &spread.weights
    }

    /// The cosine of an article with the one spread out.
    pub(crate) fn cosine(&self, article: usize, spread: &[f32]) -> f64 {
        let products = self
            .vector(article)
            .iter()
            .map(|&(term, weight)| (f64::from(weight) * f64::from(spread[term as usize])).abs());
        products.sum::<f64>().min(1.0)
    }

    /// What is left of the score of an article with the one spread out, `other`, of this cosine, if
    /// they tell different events in one wording.
    pub(crate) fn template_factor(
        &self,
        article: usize,
        other: usize,
        spread: &[f32],
        cosine: f64,
    ) -> f64 {
        let makeup = |article: usize| self.parts[article / PART].makeups[article % PART];
        let (left, right) = (makeup(article), makeup(other));
        if !left.may_share_wording(&right, cosine) {
            return 1.0;
        }
        let mut common = Common::default();
        for &(term, weight) in self.vector(article) {
            let other = spread[term as usize];
            if other != 0.0 {
                common.add(f64::from(weight), f64::from(other));
            }
        }
        common.factor(left, right)
    }
}

/// Numbers the terms that several articles hold, the most common first, equal ones by key.
fn number(census: &Census) -> Numbers {
    let shared = census.shared_terms();
    let mut terms: Vec<(Reverse<u32>, u32)> = shared
        .map(|(key, documents)| (Reverse(documents), key))
        .collect();
    parallel::sort(&mut terms);
    let numbered = (0..).zip(terms);
    numbered
        .map(|(number, (_, key))| (key, (number, census.idf(key))))
        .collect()
}

fn heaviest_first(vector: &mut [(u32, f32)], heaviest: usize) {
    let by_weight = |a: &(u32, f32), b: &(u32, f32)| {
        b.1.abs().total_cmp(&a.1.abs()).then_with(|| a.0.cmp(&b.0))
    };
    if vector.len() > heaviest {
        vector.select_nth_unstable_by(heaviest, by_weight);
        let (first, others) = vector.split_at_mut(heaviest);
        first.sort_unstable_by(by_weight);
        others.sort_unstable_by_key(|&(term, _)| term);
    } else {
        vector.sort_unstable_by(by_weight);
    }
}

/// One article's weights by term; kept from one article to the next.
#[derive(Debug, Default)]
pub(crate) struct Spread {
    weights: Vec<f32>,
    filled: Vec<u32>,
}
