//! The first reading: what articles may meet by, and which of them have the same shingles.

use super::passages::Passages;
use super::sketch::{Print, Signing};
use super::{CopyFinder, PART};
use crate::lsh::BandKeys;
use crate::parallel::{in_parts, sort};
use crate::sketch::{Shingles, sort_distinct};

/// The articles by their shingles: classes of articles that have the same ones.
///
/// The classes are ordered by what their shingles are, not by where their articles stood, so that
/// nothing later can depend on the order of the articles.
#[derive(Debug)]
pub(super) struct Distinct {
    /// The articles of one class after the other, ascending within it.
    articles: Vec<u32>,
    /// Where each class starts.
    starts: Vec<u32>,
}

/// What is kept of some articles after they were read.
struct Part {
    prints: Vec<Print>,
    /// The shortened band keys of one article after the other; zeros for one without words.
    keys: Vec<u32>,
    bands: usize,
    passages: Passages,
}

impl Distinct {
    /// Reads all articles. Also returns the band keys and the sampled passages of each class.
    pub(super) fn read<F>(
        finder: &CopyFinder,
        articles: usize,
        read: &F,
    ) -> (Self, BandKeys, Passages)
    where
        F: Fn(usize, &mut Shingles) + Sync,
    {
        let bands = finder.banding.bands();
        let scratch = || (finder.shingles(), Signing::new(finder));
        let parts = in_parts(articles, PART, scratch, |scratch, range| {
            let (shingles, signing) = scratch;
            let mut part = Part {
                prints: Vec::with_capacity(range.len()),
                keys: Vec::with_capacity(bands * range.len()),
                bands,
                passages: Passages::default(),
            };
            for n in range {
                read(n, shingles);
                part.add(finder, shingles, signing);
            }
            part
        });
        let part_of = |n: u32| (&parts[n as usize / PART], n as usize % PART);

        let prints = parts.iter().flat_map(|part| &part.prints);
        let classes = Self::classified(finder, prints, read);
        let firsts = || classes.classes().map(|class| part_of(class[0]));
        let mut keys = BandKeys::with_capacity(bands, classes.len());
        let mut passages = Passages::default();
        // A few at a time, so that what is read stays near while it goes to all the bands.
        let rows: Vec<&[u32]> = firsts().map(|(part, n)| part.keys(n)).collect();
        rows.chunks(64).for_each(|rows| keys.push_rows(rows));
        if finder.contained() {
            firsts().for_each(|(part, n)| passages.push_from(&part.passages, n));
        }
        (classes, keys, passages)
    }

    /// Puts articles with the same shingles in one class: those of the same print are compared.
    fn classified<'p, F>(
        finder: &CopyFinder,
        prints: impl Iterator<Item = &'p Print>,
        read: &F,
    ) -> Self
    where
        F: Fn(usize, &mut Shingles) + Sync,
    {
        let prints = (0..).zip(prints);
        let prints = prints.filter(|(_, print)| print.count > 0);
        let mut order: Vec<(Print, u32)> = prints.map(|(n, &print)| (print, n)).collect();
        sort(&mut order);
        let mut runs = Vec::new();
        let mut end = 0;
        for run in order.chunk_by(|a, b| a.0 == b.0) {
            runs.push(end as u32..(end + run.len()) as u32);
            end += run.len();
        }
        let articles: Vec<u32> = order.into_iter().map(|(_, n)| n).collect();
        let scratch = || (finder.shingles(), Vec::new(), Vec::new());
        let starts = in_parts(
            runs.len(),
            PART,
            scratch,
            |(shingles, first, other), range| {
                let mut starts = Vec::with_capacity(range.len());
                for run in &runs[range] {
                    starts.push(run.start);
                    if run.len() == 1 {
                        continue;
                    }
                    let mut load = |at: u32, into: &mut Vec<u64>| {
                        read(articles[at as usize] as usize, shingles);
                        into.clear();
                        into.extend_from_slice(shingles.hashes());
                        sort_distinct(into);
                    };
                    load(run.start, first);
                    for at in run.start + 1..run.end {
                        load(at, other);
                        if first != other {
                            starts.push(at);
                            std::mem::swap(first, other);
                        }
                    }
                }
                starts
            },
        );
        let starts = starts.concat();
        Self { articles, starts }
    }

    /// How many classes there are.
    pub(super) fn len(&self) -> usize {
        self.starts.len()
    }

    /// The articles of each class, ascending.
    pub(super) fn classes(&self) -> impl Iterator<Item = &[u32]> {
        let ends = self.starts.iter().skip(1).map(|&end| end as usize);
        let ends = ends.chain([self.articles.len()]);
        let starts = self.starts.iter().map(|&start| start as usize);
        starts
            .zip(ends)
            .map(|(start, end)| &self.articles[start..end])
    }

    /// The first article of a class, which stands for it.
    pub(super) fn first(&self, class: u32) -> u32 {
        self.articles[self.starts[class as usize] as usize]
    }
}

impl Part {
    /// The shortened band keys of an article that has words.
    fn keys(&self, n: usize) -> &[u32] {
        &self.keys[n * self.bands..][..self.bands]
    }

    fn add(&mut self, finder: &CopyFinder, shingles: &Shingles, scratch: &mut Signing) {
        self.prints.push(Print::of(shingles));
        scratch.band_keys(finder, shingles, &mut self.keys);
        self.keys.resize(self.prints.len() * self.bands, 0);
        if finder.contained() {
            self.passages.push(shingles.hashes(), shingles.words());
        }
    }
}
