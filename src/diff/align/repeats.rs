//! Which occurrences of a repeated sentence are one row.
//!
//! A byline, “She declined to comment.” or a refrain stands several times in a version. Where two
//! versions differ in their number, those belong together that stand in the same order among all
//! sentences, by a longest common subsequence; only the others are paired first to first.

use std::cmp::Reverse;
use std::collections::VecDeque;

use super::units::Units;
use crate::diff::words::lcs;
use crate::hash;

/// For each version, which occurrence of its unit each sentence is: sentences of one unit and one
/// number are one row, and a version has each number once.
///
/// It does not depend on the order of the versions.
pub(crate) fn occurrences(units: &Units) -> Vec<Vec<usize>> {
    let mut numbers: Vec<Vec<usize>> = units.of.iter().map(|c| vec![0; c.len()]).collect();
    if !is_any_repeated(units) {
        return numbers;
    }
    let mut told = Told::new(units);
    let length = |version: &usize| Reverse(units.of[*version].len());
    let content = |version: &usize| hash::sequence(&keys(units, &units.of[*version]));
    let mut versions: Vec<usize> = (0..units.of.len()).collect();
    versions.sort_by_cached_key(|version| (length(version), content(version)));
    for version in versions {
        told.take_in(&units.of[version], &mut numbers[version]);
    }
    numbers
}

fn is_any_repeated(units: &Units) -> bool {
    let mut seen_in = vec![usize::MAX; units.list.len()];
    let mut columns = units.of.iter().enumerate();
    columns.any(|(version, column)| {
        let mut column = column.iter();
        column.any(|&unit| std::mem::replace(&mut seen_in[unit], version) == version)
    })
}

fn keys(units: &Units, column: &[usize]) -> Vec<u64> {
    column.iter().map(|&unit| units.list[unit].key).collect()
}

/// All versions taken in so far as one text.
struct Told<'u> {
    units: &'u Units,
    /// The unit and the occurrence of each sentence.
    sentences: Vec<(usize, usize)>,
    /// How many occurrences of each unit there are.
    count: Vec<usize>,
    /// Whether a unit stands in the version that is being taken in.
    is_here: Vec<bool>,
    /// The occurrences of each unit that no sentence of that version has.
    free: Vec<VecDeque<usize>>,
}

impl<'u> Told<'u> {
    fn new(units: &'u Units) -> Self {
        let all = units.list.len();
        Self {
            units,
            sentences: Vec::new(),
            count: vec![0; all],
            is_here: vec![false; all],
            free: vec![VecDeque::new(); all],
        }
    }

    fn take_in(&mut self, column: &[usize], numbers: &mut [usize]) {
        for &unit in column {
            self.is_here[unit] = true;
        }
        let there: Vec<usize> = (0..self.sentences.len())
            .filter(|&at| self.is_here[self.sentences[at].0])
            .collect();
        let here: Vec<usize> = (0..column.len())
            .filter(|&at| self.count[column[at]] > 0)
            .collect();
        let units_there: Vec<usize> = there.iter().map(|&at| self.sentences[at].0).collect();
        let units_here: Vec<usize> = here.iter().map(|&at| column[at]).collect();
        let pairs = lcs::heaviest_common(
            &keys(self.units, &units_there),
            &keys(self.units, &units_here),
            |_| 1,
        );
        let mut matched = vec![None; column.len()];
        let mut taken = vec![false; there.len()];
        for (a, b) in pairs {
            matched[here[b]] = Some(there[a]);
            taken[a] = true;
        }
        for (&at, _) in there.iter().zip(taken).filter(|(_, taken)| !taken) {
            let (unit, occurrence) = self.sentences[at];
            self.free[unit].push_back(occurrence);
        }
        let mut added: Vec<Vec<(usize, usize)>> = vec![Vec::new(); self.sentences.len() + 1];
        let mut behind = 0;
        for (at, &unit) in column.iter().enumerate() {
            numbers[at] = if let Some(there) = matched[at] {
                behind = there + 1;
                self.sentences[there].1
            } else if let Some(occurrence) = self.free[unit].pop_front() {
                occurrence
            } else {
                added[behind].push((unit, self.count[unit]));
                self.count[unit] += 1;
                self.count[unit] - 1
            };
        }
        for &unit in column {
            self.is_here[unit] = false;
            self.free[unit].clear();
        }
        let mut sentences = Vec::with_capacity(self.sentences.len() + column.len());
        for (at, new) in added.into_iter().enumerate() {
            sentences.extend(new);
            sentences.extend(self.sentences.get(at));
        }
        self.sentences = sentences;
    }
}
