//! What was found: links, groups, and what was left out.

use super::Proposed;
use super::distinct::Distinct;
use crate::lsh::Groups;
use crate::sketch::ratio;

/// Two articles of which one is a copy of the other, or both of a third, with the exact measures of
/// their shingle sets. Neither side is the older one.
///
/// ```
/// use retold::story::CopyLink;
/// let link = CopyLink { left: 0, right: 1, left_shingles: 40, right_shingles: 60, shared: 20 };
/// assert_eq!((link.jaccard(), link.containment_left()), (0.25, 0.5));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct CopyLink {
    /// The number of one article.
    pub left: usize,
    /// The number of the other, the larger one.
    pub right: usize,
    /// Distinct shingles of the left article.
    pub left_shingles: usize,
    /// Distinct shingles of the right article.
    pub right_shingles: usize,
    /// Distinct shingles of both.
    pub shared: usize,
}

impl CopyLink {
    /// Shared shingles over all shingles of both, from 0 to 1.
    ///
    /// ```
    /// use retold::story::CopyLink;
    /// let link = CopyLink { left: 0, right: 1, left_shingles: 9, right_shingles: 9, shared: 9 };
    /// assert_eq!(link.jaccard(), 1.0);
    /// ```
    pub fn jaccard(&self) -> f64 {
        ratio(
            self.shared,
            self.left_shingles + self.right_shingles - self.shared,
        )
    }

    /// The part of the left article that the right one holds too, from 0 to 1.
    ///
    /// ```
    /// use retold::story::CopyLink;
    /// let link = CopyLink { left: 0, right: 1, left_shingles: 9, right_shingles: 90, shared: 9 };
    /// assert_eq!(link.containment_left(), 1.0);
    /// ```
    pub fn containment_left(&self) -> f64 {
        ratio(self.shared, self.left_shingles)
    }

    /// The part of the right article that the left one holds too, from 0 to 1.
    ///
    /// ```
    /// use retold::story::CopyLink;
    /// let link = CopyLink { left: 0, right: 1, left_shingles: 9, right_shingles: 90, shared: 9 };
    /// assert_eq!(link.containment_right(), 0.1);
    /// ```
    pub fn containment_right(&self) -> f64 {
        ratio(self.shared, self.right_shingles)
    }

    /// With the smaller number on the left.
    pub(super) fn ordered(self) -> Self {
        if self.left <= self.right {
            return self;
        }
        Self {
            left: self.right,
            right: self.left,
            left_shingles: self.right_shingles,
            right_shingles: self.left_shingles,
            shared: self.shared,
        }
    }
}

/// The copies among some articles, found by a [`CopyFinder`](super::CopyFinder).
///
/// ```
/// let copies = retold::story::CopyFinder::default().find(0, |_, _| {});
/// assert!(copies.groups().is_empty());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Copies {
    links: Vec<CopyLink>,
    identical: Vec<Vec<usize>>,
    groups: Vec<Vec<usize>>,
    candidates: usize,
    capped: usize,
    left_out: u64,
}

impl Copies {
    pub(super) fn new(
        articles: usize,
        distinct: &Distinct,
        links: Vec<CopyLink>,
        candidates: &Proposed,
    ) -> Self {
        let mut groups = Groups::new(articles);
        let mut identical = Vec::new();
        for class in distinct.classes().filter(|class| class.len() > 1) {
            for pair in class.windows(2) {
                groups.unite(pair[0], pair[1]);
            }
            identical.push(class.iter().map(|&n| n as usize).collect());
        }
        identical.sort_unstable();
        for link in &links {
            groups.unite(link.left as u32, link.right as u32);
        }
        let groups = groups.into_groups().into_iter();
        let groups = groups.filter(|group| group.len() > 1);
        Self {
            links,
            identical,
            groups: groups
                .map(|group| group.into_iter().map(|n| n as usize).collect())
                .collect(),
            candidates: candidates.pairs.len(),
            capped: candidates.capped,
            left_out: candidates.left_out,
        }
    }

    /// The verified links between articles that differ, ascending. Of articles with the same
    /// shingles only the first has links; see [`pairs`](Self::pairs).
    ///
    /// ```
    /// let texts = ["one two three four", "one two three four five", "one two three four"];
    /// let finder = retold::story::CopyFinder::default();
    /// let copies = finder.find(3, |n, shingles| shingles.read_text(texts[n]));
    /// let link = copies.links()[0];
    /// assert_eq!((link.left, link.right, link.shared), (0, 1, 2));
    /// assert_eq!(copies.links().len(), 1);
    /// ```
    pub fn links(&self) -> &[CopyLink] {
        &self.links
    }

    /// The classes of two or more articles that have the very same shingles, by their first
    /// article; each ascending.
    ///
    /// ```
    /// let texts = ["one two three", "four five six", "One two three."];
    /// let finder = retold::story::CopyFinder::default();
    /// let copies = finder.find(3, |n, shingles| shingles.read_text(texts[n]));
    /// assert_eq!(copies.identical(), [[0, 2]]);
    /// ```
    pub fn identical(&self) -> &[Vec<usize>] {
        &self.identical
    }

    /// Every pair of copies, the smaller number first: those that are linked, those of articles
    /// identical to either side of a link, and those of identical articles.
    ///
    /// There may be very many: a text published 1,000 times makes 499,500.
    ///
    /// ```
    /// let texts = ["one two three four", "one two three four five", "one two three four"];
    /// let finder = retold::story::CopyFinder::default();
    /// let copies = finder.find(3, |n, shingles| shingles.read_text(texts[n]));
    /// let pairs: Vec<_> = copies.pairs().collect();
    /// assert_eq!(pairs, [(0, 1), (1, 2), (0, 2)]);
    /// ```
    pub fn pairs(&self) -> impl Iterator<Item = (usize, usize)> {
        let alike = |n: usize| {
            let class = self.identical.binary_search_by_key(&n, |class| class[0]);
            class.map_or_else(|_| vec![n], |class| self.identical[class].clone())
        };
        let differing = self.links.iter().flat_map(move |link| {
            let right = alike(link.right);
            let pairs = alike(link.left).into_iter();
            pairs.flat_map(move |a| right.clone().into_iter().map(move |b| (a.min(b), a.max(b))))
        });
        let identical = self.identical.iter().flat_map(|class| {
            let pairs = class.iter().enumerate();
            pairs.flat_map(|(n, &a)| class[n + 1..].iter().map(move |&b| (a, b)))
        });
        differing.chain(identical)
    }

    /// The groups of two or more articles that links and identity connect, by their first article;
    /// each ascending.
    ///
    /// ```
    /// let texts = ["one two three", "four five six", "One two three."];
    /// let finder = retold::story::CopyFinder::default();
    /// let copies = finder.find(3, |n, shingles| shingles.read_text(texts[n]));
    /// assert_eq!(copies.groups(), [[0, 2]]);
    /// ```
    pub fn groups(&self) -> &[Vec<usize>] {
        &self.groups
    }

    /// How many pairs were compared exactly.
    ///
    /// ```
    /// let copies = retold::story::CopyFinder::default().find(0, |_, _| {});
    /// assert_eq!(copies.candidates(), 0);
    /// ```
    pub fn candidates(&self) -> usize {
        self.candidates
    }

    /// How many sets of articles that share a band or a sampled passage were too large to compare
    /// each with each; see [`BandKeys::candidates`](crate::lsh::BandKeys::candidates).
    ///
    /// ```
    /// let copies = retold::story::CopyFinder::default().find(0, |_, _| {});
    /// assert_eq!(copies.capped_buckets(), 0);
    /// ```
    pub fn capped_buckets(&self) -> usize {
        self.capped
    }

    /// How many pairs of articles in those sets were not compared; a pair counts once for each set
    /// it is in.
    ///
    /// ```
    /// let copies = retold::story::CopyFinder::default().find(0, |_, _| {});
    /// assert_eq!(copies.left_out(), 0);
    /// ```
    pub fn left_out(&self) -> u64 {
        self.left_out
    }
}
