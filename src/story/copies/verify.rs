//! The second reading: candidates compared shingle by shingle.

use super::distinct::Distinct;
use super::{CopyFinder, CopyLink, PART};
use crate::parallel::{in_parts, sort};
use crate::sketch::{Shingles, intersection_len};

/// The shingle sets of the articles that are candidates, and of no others.
struct Sets {
    /// Where in `parts` the set of a class is.
    places: Vec<u32>,
    parts: Vec<Part>,
}

/// One set after the other.
#[derive(Default)]
struct Part {
    hashes: Vec<u64>,
    ends: Vec<usize>,
}

/// The place of a class that is no candidate.
const NOWHERE: u32 = u32::MAX;

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
    let sets = Sets::read(finder, pairs, distinct, read);
    let links = in_parts(
        pairs.len(),
        8 * PART,
        || (),
        |(), range| {
            let mut links = Vec::new();
            for &(a, b) in &pairs[range] {
                let (left, right) = (sets.of(a), sets.of(b));
                let shared = intersection_len(left, right);
                if finder.is_copy(left.len(), right.len(), shared) {
                    let link = CopyLink {
                        left: distinct.first(a) as usize,
                        right: distinct.first(b) as usize,
                        left_shingles: left.len(),
                        right_shingles: right.len(),
                        shared,
                    };
                    links.push(link.ordered());
                }
            }
            links
        },
    );
    let mut links = links.concat();
    sort(&mut links);
    links
}

impl Sets {
    fn read<F>(finder: &CopyFinder, pairs: &[(u32, u32)], distinct: &Distinct, read: &F) -> Self
    where
        F: Fn(usize, &mut Shingles) + Sync,
    {
        let mut places = vec![NOWHERE; distinct.len()];
        for &(a, b) in pairs {
            places[a as usize] = 0;
            places[b as usize] = 0;
        }
        let mut candidates = Vec::new();
        for (class, place) in (0..).zip(&mut places) {
            if *place != NOWHERE {
                *place = candidates.len() as u32;
                candidates.push(class);
            }
        }
        let scratch = || finder.shingles();
        let parts = in_parts(candidates.len(), PART, scratch, |shingles, range| {
            let mut part = Part::default();
            for &class in &candidates[range] {
                read(distinct.first(class) as usize, shingles);
                part.add(shingles.hashes());
            }
            part
        });
        Self { places, parts }
    }

    fn of(&self, class: u32) -> &[u64] {
        let place = self.places[class as usize] as usize;
        let part = &self.parts[place / PART];
        let n = place % PART;
        let start = if n == 0 { 0 } else { part.ends[n - 1] };
        &part.hashes[start..part.ends[n]]
    }
}

impl Part {
    /// Adds a set: what its shingles are without order and repeats.
    fn add(&mut self, shingles: &[u64]) {
        let start = self.hashes.len();
        self.hashes.extend_from_slice(shingles);
        let set = &mut self.hashes[start..];
        set.sort_unstable();
        let mut kept = 0;
        for n in 0..set.len() {
            set[kept] = set[n];
            kept += usize::from(set.get(n + 1) != Some(&set[kept]));
        }
        self.hashes.truncate(start + kept);
        self.ends.push(self.hashes.len());
    }
}
