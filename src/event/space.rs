//! The vectors of many articles in one block of memory, as fast to compare as can be.
//!
//! Terms are numbered densely, so that one vector can be spread out over an array and compared with
//! many others by plain look-ups. A term only one article holds takes part in no product; it has
//! done its work when the vector was brought to length 1, and is left out.

use ahash::AHashMap;

use super::census::Census;
use super::vector::TermVector;

/// Vectors by article number, sharing one numbering of terms.
#[derive(Debug, Default)]
pub(crate) struct Space {
    /// Where each article's entries start; one more than there are articles.
    starts: Vec<usize>,
    terms: Vec<u32>,
    weights: Vec<f32>,
    term_count: usize,
}

impl Space {
    /// Packs vectors weighed by `census`, in the order given.
    pub(crate) fn new(vectors: &[TermVector], census: &Census) -> Self {
        let mut numbers: AHashMap<u32, u32> = AHashMap::new();
        let mut space = Self {
            starts: Vec::with_capacity(vectors.len() + 1),
            ..Self::default()
        };
        space.starts.push(0);
        // Numbered as they appear: the articles' order is the canonical one, so this is too. Within
        // a vector terms stay in the order of their keys, and so do the sums over them.
        for vector in vectors {
            for (key, weight) in vector.iter() {
                if census.term_documents(key) > 1 {
                    let next = numbers.len() as u32;
                    space.terms.push(*numbers.entry(key).or_insert(next));
                    space.weights.push(weight);
                }
            }
            space.starts.push(space.terms.len());
        }
        space.term_count = numbers.len();
        space
    }

    /// How many articles there are.
    pub(crate) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// How many terms there are.
    pub(crate) fn term_count(&self) -> usize {
        self.term_count
    }

    /// The terms and weights of an article.
    pub(crate) fn vector(&self, article: usize) -> impl Iterator<Item = (u32, f32)> + Clone + '_ {
        let range = self.starts[article]..self.starts[article + 1];
        let weights = self.weights[range.clone()].iter().copied();
        self.terms[range].iter().copied().zip(weights)
    }

    /// The `count` heaviest terms of an article; equal weights by term number.
    pub(crate) fn heaviest(&self, article: usize, count: usize, into: &mut Vec<(u32, f32)>) {
        into.clear();
        into.extend(self.vector(article));
        let by_weight =
            |a: &(u32, f32), b: &(u32, f32)| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0));
        if into.len() > count {
            into.select_nth_unstable_by(count, by_weight);
            into.truncate(count);
        }
        into.sort_unstable_by(by_weight);
    }

    /// Spreads an article's weights over `spread`, one place a term, zero elsewhere.
    pub(crate) fn spread<'a>(&self, article: usize, spread: &'a mut Spread) -> &'a [f32] {
        spread.weights.resize(self.term_count, 0.0);
        for term in spread.filled.drain(..) {
            spread.weights[term as usize] = 0.0;
        }
        for (term, weight) in self.vector(article) {
            spread.weights[term as usize] = weight;
            spread.filled.push(term);
        }
        &spread.weights
    }

    /// The cosine of an article with the one spread out.
    pub(crate) fn cosine(&self, article: usize, spread: &[f32]) -> f64 {
        let products = self
            .vector(article)
            .map(|(term, weight)| f64::from(weight) * f64::from(spread[term as usize]));
        products.sum::<f64>().min(1.0)
    }
}

/// One article's weights by term; kept from one article to the next.
#[derive(Debug, Default)]
pub(crate) struct Spread {
    weights: Vec<f32>,
    filled: Vec<u32>,
}
