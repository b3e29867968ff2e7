//! The vectors of many articles in little memory, as fast to compare as can be.
//!
//! A [`Space`] holds the vectors that a [`Weigher`] makes of all articles of a collection.

use std::borrow::Cow;

use super::census::Census;
use super::counts::PART;
use super::days::Days;
use super::particulars::Makeup;
use super::terms::Terms;
use super::weigher::{Weighed, Weigher};
use crate::parallel;

/// The vectors of all articles of one collection.
#[derive(Debug)]
pub(crate) struct Space {
    parts: Vec<Part>,
    len: usize,
    heaviest: usize,
    terms: usize,
}

/// The vectors of [`PART`] articles.
#[derive(Debug, Default)]
struct Part {
    /// Where each vector ends.
    ends: Vec<u32>,
    entries: Vec<(u32, f32)>,
    makeups: Vec<(Makeup, Days)>,
}

/// Terms that are owned are given up after each so many articles.
const AT_ONCE: usize = 32 * PART;

impl Space {
    /// Weighs articles by a census. Those with fewer than `least` terms have an empty vector. The
    /// `heaviest` terms of each vector are distinguished.
    pub(crate) fn new(
        articles: Vec<Cow<'_, Terms>>,
        census: &Census,
        least: usize,
        heaviest: usize,
    ) -> Self {
        let weigher = Weigher::of(Cow::Borrowed(census), least, heaviest);
        let mut space = Self {
            parts: Vec::with_capacity(articles.len().div_ceil(PART)),
            len: articles.len(),
            heaviest,
            terms: weigher.terms(),
        };
        let mut articles = articles.into_iter();
        while articles.len() > 0 {
            let some: Vec<Cow<'_, Terms>> = articles.by_ref().take(AT_ONCE).collect();
            let parts = parallel::in_parts(some.len(), PART, Vec::new, |vector, range| {
                let mut part = Part::default();
                for terms in &some[range] {
                    let makeup = weigher.weigh_into(terms, vector);
                    part.makeups.push((makeup, terms.days()));
                    part.entries.extend_from_slice(vector);
                    part.ends.push(part.entries.len() as u32);
                }
                part.entries.shrink_to_fit();
                part
            });
            space.parts.extend(parts);
        }
        space
    }

    pub(crate) fn len(&self) -> usize {
        self.len
    }

    /// How many terms are numbered.
    pub(crate) fn terms(&self) -> usize {
        self.terms
    }

    /// An article as it was weighed.
    pub(crate) fn get(&self, article: usize) -> Weighed<'_> {
        let part = &self.parts[article / PART];
        let at = article % PART;
        let start = if at == 0 { 0 } else { part.ends[at - 1] };
        Weighed {
            entries: &part.entries[start as usize..part.ends[at] as usize],
            makeup: part.makeups[at].0,
            days: part.makeups[at].1,
        }
    }

    /// The terms that find its candidates.
    pub(crate) fn heaviest(&self, article: usize) -> &[(u32, f32)] {
        self.get(article).heaviest(self.heaviest)
    }
}
