//! Candidates: articles that share some of their heaviest terms.
//!
//! An inverted index of each article's heaviest terms proposes nearly every pair that reports one
//! event, where shingles propose one in ten. Two caps keep the work near-linear whatever comes in:
//! on the length of a list, and on the candidates of an article. What they leave out is counted.

use super::space::Space;

/// Posting lists over the heaviest terms of each article.
#[derive(Debug)]
pub(crate) struct Postings {
    /// Where each term's list starts; one more than there are terms.
    starts: Vec<usize>,
    /// Article and weight, heaviest first within a list.
    entries: Vec<(u32, f32)>,
    /// The heaviest terms of each article.
    terms: usize,
    left_out: u64,
}

/// How candidates are chosen.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limits {
    /// How many of an article's heaviest terms are listed and looked up.
    pub(crate) terms: usize,
    /// How many of them two articles must share.
    pub(crate) shared: u32,
    /// The longest list kept.
    pub(crate) list: usize,
    /// The most candidates an article proposes.
    pub(crate) candidates: usize,
}

/// Room for one query, used again by the next.
#[derive(Debug, Default)]
pub(crate) struct Query {
    sums: Vec<(f32, u32)>,
    touched: Vec<u32>,
    heaviest: Vec<(u32, f32)>,
}

impl Postings {
    /// Lists every article of `space` under its heaviest terms.
    pub(crate) fn new(space: &Space, limits: Limits) -> Self {
        let mut heaviest = Vec::new();
        let mut all: Vec<(u32, f32, u32)> = Vec::new();
        for article in 0..space.len() {
            space.heaviest(article, limits.terms, &mut heaviest);
            all.extend(
                heaviest
                    .iter()
                    .map(|&(term, weight)| (term, weight, article as u32)),
            );
        }
        all.sort_unstable_by(|a, b| {
            let order = a.0.cmp(&b.0).then_with(|| b.1.total_cmp(&a.1));
            order.then_with(|| a.2.cmp(&b.2))
        });
        let mut postings = Self {
            starts: Vec::with_capacity(space.term_count() + 1),
            entries: Vec::with_capacity(all.len()),
            terms: limits.terms,
            left_out: 0,
        };
        for list in all.chunk_by(|a, b| a.0 == b.0) {
            let term = list[0].0 as usize;
            postings.starts.resize(term + 1, postings.entries.len());
            let kept = &list[..list.len().min(limits.list)];
            postings.left_out += (list.len() - kept.len()) as u64;
            postings
                .entries
                .extend(kept.iter().map(|&(_, weight, article)| (article, weight)));
        }
        postings
            .starts
            .resize(space.term_count() + 1, postings.entries.len());
        postings
    }

    /// How many entries the cap on a list's length left out.
    pub(crate) fn left_out(&self) -> u64 {
        self.left_out
    }

    fn list(&self, term: u32) -> &[(u32, f32)] {
        let term = term as usize;
        &self.entries[self.starts[term]..self.starts[term + 1]]
    }

    /// The articles that share enough of their heaviest terms with `article`, those with the most
    /// shared weight if there are too many, ascending; returns how many were left out.
    pub(crate) fn candidates(
        &self,
        space: &Space,
        article: usize,
        limits: Limits,
        query: &mut Query,
        into: &mut Vec<u32>,
    ) -> u64 {
        into.clear();
        query.sums.resize(space.len(), (0.0, 0));
        space.heaviest(article, self.terms, &mut query.heaviest);
        for &(term, weight) in &query.heaviest {
            for &(other, other_weight) in self.list(term) {
                let (sum, shared) = &mut query.sums[other as usize];
                if *shared == 0 {
                    query.touched.push(other);
                }
                *sum += weight * other_weight;
                *shared += 1;
            }
        }
        let sums = &query.sums;
        let enough =
            |&other: &u32| other as usize != article && sums[other as usize].1 >= limits.shared;
        into.extend(query.touched.iter().copied().filter(enough));
        let left_out = into.len().saturating_sub(limits.candidates);
        if left_out > 0 {
            let weight = |other: u32| sums[other as usize].0;
            into.select_nth_unstable_by(limits.candidates, |&a, &b| {
                weight(b).total_cmp(&weight(a)).then_with(|| a.cmp(&b))
            });
            into.truncate(limits.candidates);
        }
        into.sort_unstable();
        for other in query.touched.drain(..) {
            query.sums[other as usize] = (0.0, 0);
        }
        left_out as u64
    }
}
