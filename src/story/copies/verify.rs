//! The second reading: candidates compared shingle by shingle.
//!
//! Candidates form families: what a chain of pairs connects. Most have a handful of articles, so a
//! family is read, compared and forgotten while all of it is near.

use super::distinct::Distinct;
use super::numbers::Numbers;
use super::{CopyFinder, CopyLink, PART};
use crate::lsh::Groups;
use crate::parallel::{in_parts, sort};
use crate::sketch::Shingles;

/// How many families one thread takes at a time.
const FAMILIES: usize = 32;

/// The links among some pairs of classes, each between the first articles of two classes.
pub(super) fn links<F>(
    finder: &CopyFinder,
    pairs: &[(u32, u32)],
    distinct: &Distinct,
    read: &F,
) -> Vec<CopyLink>
where
    F: Fn(usize, &mut Shingles) + Sync,
{
    let pairs = by_family(pairs, distinct.len());
    let families: Vec<&[Pair]> = pairs.chunk_by(|a, b| a.family == b.family).collect();
    let scratch = || (finder.shingles(), Numbers::new(), Family::default());
    let links = in_parts(families.len(), FAMILIES, scratch, |scratch, range| {
        let (shingles, numbers, family) = scratch;
        let mut links = Vec::new();
        for pairs in &families[range] {
            family.meet(pairs);
            numbers.clear();
            let articles = family.members.iter();
            let articles: Vec<usize> = articles
                .map(|&class| distinct.first(class) as usize)
                .collect();
            if articles.len() <= PART {
                for &article in &articles {
                    read(article, shingles);
                    family.add(shingles.hashes(), numbers);
                }
            } else {
                for part in read_apart(finder, &articles, read) {
                    for shingles in part {
                        family.add(&shingles, numbers);
                    }
                }
            }
            links.extend(family.links(finder, pairs, numbers.len(), distinct));
        }
        links
    });
    let mut links = links.concat();
    sort(&mut links);
    links
}

/// A pair of classes, and the smallest class of its family.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Pair {
    family: u32,
    left: u32,
    right: u32,
}

/// The pairs of each family together.
fn by_family(pairs: &[(u32, u32)], classes: usize) -> Vec<Pair> {
    let mut groups = Groups::new(classes);
    for &(left, right) in pairs {
        groups.unite(left, right);
    }
    let pair = |&(left, right): &(u32, u32)| Pair {
        family: groups.leader(left),
        left,
        right,
    };
    let mut pairs: Vec<Pair> = pairs.iter().map(pair).collect();
    sort(&mut pairs);
    pairs
}

/// The shingles of many articles.
fn read_apart<F>(finder: &CopyFinder, articles: &[usize], read: &F) -> Vec<Vec<Vec<u64>>>
where
    F: Fn(usize, &mut Shingles) + Sync,
{
    let scratch = || finder.shingles();
    in_parts(articles.len(), PART, scratch, |shingles, range| {
        let one = |&article: &usize| {
            read(article, shingles);
            shingles.hashes().to_vec()
        };
        articles[range].iter().map(one).collect()
    })
}

/// The shingle sets of the articles of a family, as numbers.
#[derive(Debug, Default)]
struct Family {
    /// The classes, ascending.
    members: Vec<u32>,
    /// One set after the other, and where each ends.
    numbers: Vec<u32>,
    ends: Vec<usize>,
}

impl Family {
    /// Starts anew with the classes of some pairs.
    fn meet(&mut self, pairs: &[Pair]) {
        self.members.clear();
        self.members
            .extend(pairs.iter().flat_map(|pair| [pair.left, pair.right]));
        self.members.sort_unstable();
        self.members.dedup();
        self.numbers.clear();
        self.ends.clear();
    }

    /// Adds the set of the next member.
    fn add(&mut self, shingles: &[u64], numbers: &mut Numbers) {
        numbers.read(shingles, &mut self.numbers);
        self.ends.push(self.numbers.len());
    }

    fn set(&self, class: u32) -> &[u32] {
        let at = self.members.partition_point(|&member| member < class);
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.numbers[start..self.ends[at]]
    }

    /// The links among the pairs of this family, whose shingles have so many numbers.
    fn links(
        &self,
        finder: &CopyFinder,
        pairs: &[Pair],
        numbers: usize,
        distinct: &Distinct,
    ) -> Vec<CopyLink> {
        let links = in_parts(
            pairs.len(),
            8 * PART,
            || vec![0_u8; numbers],
            |marks, range| {
                let mut links = Vec::new();
                for pairs in pairs[range].chunk_by(|a, b| a.left == b.left) {
                    let left = self.set(pairs[0].left);
                    for &number in left {
                        marks[number as usize] = 1;
                    }
                    for pair in pairs {
                        let right = self.set(pair.right);
                        let shared = right
                            .iter()
                            .map(|&number| usize::from(marks[number as usize]));
                        let shared = shared.sum();
                        if finder.are_copies(left.len(), right.len(), shared) {
                            let link = CopyLink {
                                left: distinct.first(pair.left) as usize,
                                right: distinct.first(pair.right) as usize,
                                left_shingles: left.len(),
                                right_shingles: right.len(),
                                shared,
                            };
                            links.push(link.ordered());
                        }
                    }
                    for &number in left {
                        marks[number as usize] = 0;
                    }
                }
                links
            },
        );
        links.concat()
    }
}
