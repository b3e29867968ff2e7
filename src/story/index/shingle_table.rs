//! How many shingles one article shares with each of many.

use super::row::numbers;
use crate::hash;
use crate::table::Table;

/// Calls `visit` with each run of numbers as one, mixed; a shorter row is one run.
fn runs(numbers: &[u64], run: usize, mut visit: impl FnMut(u64)) {
    if numbers.len() <= run {
        if let [first, rest @ ..] = numbers {
            visit(rest.iter().fold(*first, |mixed, &n| hash::join(mixed, n)));
        }
    } else if run == 3 {
        for window in numbers.windows(3) {
            if let [a, b, c] = *window {
                visit(hash::join(hash::join(a, b), c));
            }
        }
    } else {
        numbers
            .windows(run)
            .for_each(|window| visit(hash::sequence(window)));
    }
}

/// The distinct shingles of one article, laid out to be compared with many others. Keeps its room
/// from one article to the next.
#[derive(Debug, Clone)]
pub(super) struct ShingleTable {
    run: usize,
    /// The article's words.
    numbers: Vec<u64>,
    /// Each shingle, and when it was last met: 0 if the place is free.
    met: Table<(u64, u32)>,
    len: usize,
    time: u32,
    /// Words of the article it is compared with.
    other: Vec<u64>,
}

const FREE: (u64, u32) = (0, 0);

fn is_free(entry: &(u64, u32)) -> bool {
    entry.1 == 0
}

impl Default for ShingleTable {
    fn default() -> Self {
        Self {
            run: 1,
            numbers: Vec::new(),
            met: Table::new(0, FREE),
            len: 0,
            time: 1,
            other: Vec::new(),
        }
    }
}

impl ShingleTable {
    /// Fills it with the shingles of `run` words that an article's words make.
    pub(super) fn fill(&mut self, words: impl Iterator<Item = u64>, run: usize) {
        self.run = run.max(1);
        let mut numbers = std::mem::take(&mut self.numbers);
        numbers.clear();
        numbers.extend(words);
        (self.len, self.time) = (0, 1);
        self.met.reset(numbers.len() * 3, FREE);
        runs(&numbers, self.run, |shingle| {
            let at = self.met.find(shingle, is_free);
            self.len += usize::from(is_free(&self.met[at]));
            self.met[at] = (shingle, 1);
        });
        self.numbers = numbers;
    }

    /// The words of the article laid out.
    pub(super) fn numbers(&self) -> &[u64] {
        &self.numbers
    }

    /// How many distinct shingles there are.
    pub(super) fn len(&self) -> usize {
        self.len
    }

    /// How many of them an article held has too.
    #[allow(clippy::needless_bitwise_bool, reason = "no branch")]
    pub(super) fn shared(&mut self, row: &[u16]) -> usize {
        // Four billion comparisons would take an hour; after that, what was met long ago is new.
        self.time = self.time.checked_add(1).unwrap_or(2);
        let mut other = std::mem::take(&mut self.other);
        other.clear();
        other.extend(numbers(row).map(u64::from));
        let mut shared = 0;
        runs(&other, self.run, |shingle| {
            let at = self.met.find(shingle, is_free);
            let met = &mut self.met[at].1;
            // Which are shared is unpredictable, so this is free of branches.
            let known = *met != 0;
            shared += usize::from(known & (*met != self.time));
            *met = if known { self.time } else { 0 };
        });
        self.other = other;
        shared
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sketch::Shingles;
    use crate::story::index::lexicon::Lexicon;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    proptest! {
        /// As many as of the frozen hashes, whether the words are known or not.
        #[test]
        fn shared_shingles_count_once(
            left in proptest::collection::vec(0..5_u64, 0..80),
            right in proptest::collection::vec(0..4_u64, 0..80),
            run in 1..5_usize,
        ) {
            let set = |words: &[u64]| {
                let mut shingles = Shingles::new(run);
                shingles.read_words(words);
                shingles.hashes().iter().copied().collect::<BTreeSet<_>>()
            };
            let mut lexicon = Lexicon::default();
            let mut table = ShingleTable::default();
            lexicon.lay_out(&right, run, &mut table);
            let held = lexicon.take_in(&right, &table);
            lexicon.lay_out(&left, run, &mut table);
            prop_assert_eq!(table.len(), set(&left).len());
            for _ in 0..2 {
                prop_assert_eq!(table.shared(&held), set(&left).intersection(&set(&right)).count());
            }
        }
    }
}
