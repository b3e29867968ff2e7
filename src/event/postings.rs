//! Candidates: articles that share some of their heaviest terms.
//!
//! An inverted index of each article's heaviest terms proposes nearly every pair that reports one
//! event, where shingles propose one in ten. Two caps keep the work near-linear whatever comes in:
//! on the length of a list, and on the candidates of an article. What they leave out is counted.

use std::borrow::Cow;

use super::census::Census;
use super::space::Space;
use super::terms::Terms;
use crate::parallel;

/// How many articles one thread takes at a time.
const PART: usize = 64;

/// How candidates are chosen.
///
/// ```
/// let mut limits = retold::event::Limits::default();
/// limits.candidates = 40;
/// assert_eq!(limits.shared, 2);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// How many of its heaviest terms find an article's candidates.
    pub terms: usize,
    /// How many of them two articles must share.
    pub shared: u32,
    /// The longest list of articles looked through for one term; of a longer one those are kept in
    /// which the term weighs most.
    pub list: usize,
    /// The most candidates an article proposes: those with the most shared weight.
    pub candidates: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            terms: 24,
            shared: 2,
            list: 500,
            candidates: 48,
        }
    }
}

/// The pairs of articles worth scoring, each once, and what the caps left out.
///
/// ```
/// use retold::event::{Background, Candidates, Census, Limits, Terms};
/// let terms = [
///     "A bridge in Porto collapsed on Monday.",
///     "Shares in Lisbon rose on Tuesday.",
///     "The Porto bridge that collapsed was closed.",
/// ]
/// .map(|text| Terms::of(None, text));
/// let census = Census::of(Background::english(), &terms);
/// let candidates = Candidates::of(&terms, &census, Limits::default());
/// assert_eq!(candidates.pairs().collect::<Vec<_>>(), [(0, 2)]);
/// ```
#[derive(Debug, Default)]
pub struct Candidates {
    /// Where the candidates of each article start; one more than there are articles.
    starts: Vec<usize>,
    /// Of each article, those of a higher number, in no order; some may stand there twice.
    higher: Vec<u32>,
    proposed: u64,
    entries_left_out: u64,
    left_out: u64,
}

/// Posting lists over the heaviest terms of each article.
struct TermLists {
    /// Where each term's list starts; one more than there are terms.
    starts: Vec<usize>,
    /// Article and [`units`] of weight, ascending by article.
    entries: Vec<(u32, u32)>,
    left_out: u64,
}

/// A weight as a whole number up to 65,535. What articles share is summed up in whole numbers, so
/// that the order does not matter and one place holds the sum and the number of terms.
///
/// ```
/// use retold::event::units;
/// assert_eq!((units(0.5), units(-0.5), units(1.0)), (32_767, 32_767, 65_535));
/// ```
#[allow(clippy::cast_sign_loss, reason = "an absolute value has none")]
pub fn units(weight: f32) -> u32 {
    (weight.abs() * 65_535.0) as u32
}

/// What is kept of the product of two weights in units: 20 bits.
const PRODUCT_SHIFT: u32 = 12;
/// Where the number of shared terms starts in a sum; the products add up to 2²⁰ at most, the square
/// of an article's length, and a little more for rounding.
const COUNT_SHIFT: u32 = 22;

/// Finds the candidates of one text after another, in the same memory.
///
/// ```
/// use retold::event::{Limits, Proposer};
/// // Text 0 and its two heaviest terms; text 7 holds both, text 8 one of them.
/// let lists: [(u32, &[(u32, u32)]); 2] = [(9_000, &[(0, 9_000), (7, 8_000)]), (7_000, &[(7, 60), (8, 50)])];
/// let (mut proposer, mut found) = (Proposer::new(9), Vec::new());
/// proposer.propose(0, lists, &Limits::default(), &mut found);
/// assert_eq!(found, [7]);
/// ```
#[derive(Debug, Default)]
pub struct Proposer {
    sums: Vec<u32>,
    touched: Vec<u32>,
    found: Vec<u64>,
}

impl Proposer {
    /// For texts numbered below `texts`.
    ///
    /// ```
    /// let mut found = Vec::new();
    /// retold::event::Proposer::new(9).propose(0, [], &Default::default(), &mut found);
    /// assert!(found.is_empty(), "no terms, no candidates");
    /// ```
    pub fn new(texts: usize) -> Self {
        let mut proposer = Self::default();
        proposer.reserve(texts);
        proposer
    }

    fn reserve(&mut self, texts: usize) {
        self.sums.resize(texts, 0);
        self.touched.resize(texts + 1, 0);
    }

    /// Adds the best candidates of a text; says how many were left out. For each of the text's
    /// heaviest terms `lists` gives what it weighs there (see [`units`]) and its capped list of texts
    /// with what it weighs in each.
    ///
    /// ```
    /// use retold::event::{Limits, Proposer, units};
    /// let list = [(1, units(0.9)), (2, units(0.1))];
    /// let lists = [(units(0.5), &list[..]), (units(0.4), &list[..])];
    /// let mut limits = Limits::default();
    /// limits.candidates = 1;
    /// let mut found = Vec::new();
    /// assert_eq!(Proposer::new(3).propose(0, lists, &limits, &mut found), 1);
    /// assert_eq!(found, [1], "the two share more weight");
    /// ```
    pub fn propose<'l>(
        &mut self,
        text: u32,
        lists: impl IntoIterator<Item = (u32, &'l [(u32, u32)])>,
        limits: &Limits,
        into: &mut Vec<u32>,
    ) -> u64 {
        let mut len = 0;
        for (weight, list) in lists {
            for &(other, other_weight) in list {
                let sum = &mut self.sums[other as usize];
                // No branch: whether a text was met before is as good as random.
                self.touched[len] = other;
                len += usize::from(*sum == 0);
                *sum += (1 << COUNT_SHIFT) + ((weight * other_weight) >> PRODUCT_SHIFT);
            }
        }
        self.found.clear();
        for &other in &self.touched[..len] {
            let sum = std::mem::take(&mut self.sums[other as usize]);
            if sum >> COUNT_SHIFT >= limits.shared && other != text {
                // The larger this number, the better; of equal sums the lower text.
                let shared = sum & ((1 << COUNT_SHIFT) - 1);
                self.found.push(u64::from(shared) << 32 | u64::from(!other));
            }
        }
        let left_out = self.found.len().saturating_sub(limits.candidates);
        if left_out > 0 {
            self.found.select_nth_unstable(left_out);
        }
        let kept = self.found.iter().skip(left_out);
        into.extend(kept.map(|&candidate| !(candidate as u32)));
        left_out as u64
    }
}

/// Shortens the list of a term to the texts in which it weighs most, in their order; says how many
/// are left.
///
/// ```
/// let mut list = [(0, 5), (1, 9), (2, 7)];
/// let kept = retold::event::cap_list(&mut list, 2);
/// assert_eq!(list[..kept], [(1, 9), (2, 7)]);
/// ```
pub fn cap_list(list: &mut [(u32, u32)], longest: usize) -> usize {
    if list.len() <= longest {
        return list.len();
    }
    list.select_nth_unstable_by(longest, |a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    list[..longest].sort_unstable_by_key(|&(text, _)| text);
    longest
}

/// What some articles propose, one article after the other.
#[derive(Default)]
struct Proposals {
    ends: Vec<u32>,
    others: Vec<u32>,
    left_out: u64,
}

impl Candidates {
    /// Looks every article up among all others, its terms weighed by `census`.
    ///
    /// ```
    /// use retold::event::{Background, Candidates, Census, Limits};
    /// let census = Census::alone(Background::english());
    /// assert_eq!(Candidates::of([], &census, Limits::default()).pairs().count(), 0);
    /// ```
    pub fn of<'a>(
        articles: impl IntoIterator<Item = &'a Terms>,
        census: &Census,
        limits: Limits,
    ) -> Self {
        let articles = articles.into_iter().map(Cow::Borrowed).collect();
        Self::new(&Space::new(articles, census, 0, limits.terms), limits)
    }

    /// The pairs by the positions of their articles, the lower one first; ascending.
    ///
    /// ```
    /// assert_eq!(retold::event::Candidates::default().pairs().count(), 0);
    /// ```
    pub fn pairs(&self) -> impl Iterator<Item = (usize, usize)> {
        (0..self.starts.len().saturating_sub(1)).flat_map(|low| {
            let mut higher = Vec::new();
            self.above(low, &mut higher);
            higher.into_iter().map(move |high| (low, high as usize))
        })
    }

    /// How many candidates were proposed; a pair that both articles propose counts twice.
    ///
    /// ```
    /// assert_eq!(retold::event::Candidates::default().proposed(), 0);
    /// ```
    pub fn proposed(&self) -> u64 {
        self.proposed
    }

    /// How many proposals the cap on an article's candidates left out.
    ///
    /// ```
    /// assert_eq!(retold::event::Candidates::default().left_out(), 0);
    /// ```
    pub fn left_out(&self) -> u64 {
        self.left_out
    }

    /// How many entries the cap on the length of a list left out.
    ///
    /// ```
    /// assert_eq!(retold::event::Candidates::default().entries_left_out(), 0);
    /// ```
    pub fn entries_left_out(&self) -> u64 {
        self.entries_left_out
    }

    /// Looks every article of `space` up among all others.
    pub(crate) fn new(space: &Space, limits: Limits) -> Self {
        let postings = TermLists::new(space, limits.list);
        let proposer = || Proposer::new(space.len());
        let parts = parallel::in_parts(space.len(), PART, proposer, |proposer, range| {
            let mut part = Proposals::default();
            for article in range {
                let own = space.heaviest(article).iter();
                let lists = own.map(|&(term, weight)| (units(weight), postings.list(term)));
                part.left_out += proposer.propose(article as u32, lists, &limits, &mut part.others);
                part.ends.push(part.others.len() as u32);
            }
            part.others.shrink_to_fit();
            part
        });
        let mut candidates = Self {
            starts: vec![0; space.len() + 1],
            entries_left_out: postings.left_out,
            ..Self::default()
        };
        drop(postings);
        for (low, _) in parts.iter().enumerate().flat_map(|(n, part)| part.pairs(n)) {
            candidates.starts[low as usize + 1] += 1;
        }
        for article in 0..space.len() {
            candidates.starts[article + 1] += candidates.starts[article];
        }
        candidates.higher = vec![0; candidates.starts[space.len()]];
        let mut next = candidates.starts.clone();
        for (n, part) in parts.into_iter().enumerate() {
            for (low, high) in part.pairs(n) {
                let place = &mut next[low as usize];
                candidates.higher[*place] = high;
                *place += 1;
            }
            candidates.proposed += part.others.len() as u64;
            candidates.left_out += part.left_out;
        }
        candidates
    }

    /// Replaces `into` by the candidates of an article that have a higher number, ascending.
    pub(crate) fn above(&self, article: usize, into: &mut Vec<u32>) {
        into.clear();
        into.extend_from_slice(&self.higher[self.starts[article]..self.starts[article + 1]]);
        into.sort_unstable();
        into.dedup();
    }
}

impl Proposals {
    /// The pairs proposed by these articles, which are part `n` of all; the lower number first.
    fn pairs(&self, n: usize) -> impl Iterator<Item = (u32, u32)> {
        let starts = std::iter::once(&0).chain(&self.ends);
        let articles = (n * PART) as u32..;
        let each = articles.zip(starts.zip(&self.ends));
        each.flat_map(|(article, (&start, &end))| {
            let others = &self.others[start as usize..end as usize];
            let pair = move |&other: &u32| (article.min(other), article.max(other));
            others.iter().map(pair)
        })
    }
}

impl TermLists {
    /// Lists every article under its heaviest terms. A list longer than `longest` keeps those in
    /// which the term weighs most.
    fn new(space: &Space, longest: usize) -> Self {
        let mut starts = vec![0; space.terms() + 1];
        let each = || (0..space.len()).flat_map(|article| space.heaviest(article));
        for &(term, _) in each() {
            starts[term as usize + 1] += 1;
        }
        for term in 0..space.terms() {
            starts[term + 1] += starts[term];
        }
        let mut entries = vec![(0, 0); starts[space.terms()]];
        let mut next = starts.clone();
        for article in 0..space.len() {
            for &(term, weight) in space.heaviest(article) {
                let place = &mut next[term as usize];
                entries[*place] = (article as u32, units(weight));
                *place += 1;
            }
        }
        let mut postings = Self {
            starts,
            entries,
            left_out: 0,
        };
        postings.cap(longest);
        postings
    }

    /// Shortens long lists in place.
    fn cap(&mut self, longest: usize) {
        let all = self.entries.len();
        let (mut start, mut kept) = (0, 0);
        for end in self.starts.iter_mut().skip(1) {
            let list = start..*end;
            start = *end;
            let len = cap_list(&mut self.entries[list.clone()], longest);
            self.entries.copy_within(list.start..list.start + len, kept);
            kept += len;
            *end = kept;
        }
        self.entries.truncate(kept);
        self.left_out = (all - kept) as u64;
    }

    fn list(&self, term: u32) -> &[(u32, u32)] {
        let term = term as usize;
        &self.entries[self.starts[term]..self.starts[term + 1]]
    }
}
