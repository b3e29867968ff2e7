//! Passages that articles share: how an excerpt meets the much longer article it is from.
//!
//! Bands find articles of similar shingle *sets*; a short excerpt of a long report is not similar to
//! it in that sense. So each article also keeps a sample of its passages, of twice as many words as
//! a shingle has: those that start with a shingle whose hash is a multiple of 8. As the sample
//! depends on the words alone, what is sampled in the excerpt is sampled in the report as well
//! (Manber, *Finding similar files in a large file system*, 1994).

use super::Proposed;
use crate::hash;
use crate::lsh::repeated;
use crate::parallel::sort;

/// A sample of the passages of some articles, numbered in the order they were added.
#[derive(Debug, Default)]
pub(super) struct Passages {
    /// The passages of one article after the other.
    hashes: Vec<u32>,
    /// Where the passages of each article end.
    ends: Vec<usize>,
}

/// One shingle in so many starts a sampled passage.
const SAMPLED: u64 = 8;

/// A passage that more articles share says nothing about any two of them.
pub const SAMPLE_CAP: usize = 16;

/// The sampled passages of an article, by its shingles of `words` words, in text order.
pub(super) fn sampled(shingles: &[u64], words: usize) -> impl Iterator<Item = u32> {
    let ends = shingles.iter().skip(words);
    let starts = shingles.iter().zip(ends);
    let starts = starts.filter(|(start, _)| *start % SAMPLED == 0);
    starts.map(|(&start, &end)| (hash::join(start, end) >> 32) as u32)
}

/// Whether two articles share enough of their samples, of these sizes, to be compared.
///
/// ```
/// use retold::story::steps::enough_shared;
/// assert!(enough_shared([8, 100], 2) && !enough_shared([8, 100], 1));
/// ```
pub fn enough_shared(samples: [usize; 2], shared: usize) -> bool {
    shared as f64 >= SHARED * samples[0].min(samples[1]) as f64
}

/// The part of the smaller sample that must be shared. An excerpt shares 0.8 of its text, but what
/// is left of it in a small sample varies; most other pairs share a single passage.
const SHARED: f64 = 0.25;

impl Passages {
    /// Adds an article by its shingles of `words` words, in text order.
    pub(super) fn push(&mut self, shingles: &[u64], words: usize) {
        self.hashes.extend(sampled(shingles, words));
        self.ends.push(self.hashes.len());
    }

    /// Adds an article of another batch.
    pub(super) fn push_from(&mut self, other: &Self, article: usize) {
        self.hashes.extend_from_slice(other.of(article));
        self.ends.push(self.hashes.len());
    }

    fn of(&self, article: usize) -> &[u32] {
        let start = article.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.hashes[start..self.ends[article]]
    }

    /// Adds the pairs of articles that share enough of their samples, the smaller number first.
    pub(super) fn add_candidates(&self, candidates: &mut Proposed) {
        let articles = 0..self.ends.len() as u32;
        let rows = || {
            let articles = articles.clone();
            articles.flat_map(|n| self.of(n as usize).iter().map(move |&hash| (hash, n)))
        };
        let mut rows = repeated(rows, self.hashes.len());
        rows.dedup();
        let mut pairs: Vec<(u32, u32)> = Vec::new();
        for passage in rows.chunk_by(|a, b| a >> 32 == b >> 32) {
            if passage.len() <= SAMPLE_CAP {
                for (n, &left) in passage.iter().enumerate() {
                    let rights = passage[n + 1..].iter();
                    pairs.extend(rights.map(|&right| (left as u32, right as u32)));
                }
            } else {
                candidates.capped += 1;
                candidates.left_out += passage.len() as u64 * (passage.len() as u64 - 1) / 2;
            }
        }
        sort(&mut pairs);
        let enough = |pair: &&[(u32, u32)]| {
            let (left, right) = pair[0];
            let samples = [left, right].map(|article| self.of(article as usize).len());
            enough_shared(samples, pair.len())
        };
        let pairs = pairs.chunk_by(|a, b| a == b).filter(enough);
        candidates.pairs.extend(pairs.map(|pair| pair[0]));
    }
}
