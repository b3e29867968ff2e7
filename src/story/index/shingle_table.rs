//! How many shingles one article shares with each of many.

use ahash::RandomState;

use super::lexicon::numbers;
use crate::hash;

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
    /// An open-addressing table: the shingle, and when it was last met; never, if the place is free.
    places: Vec<(u64, u32)>,
    multiplier: u64,
    shift: u32,
    len: usize,
    time: u32,
    /// Words of the article it is compared with.
    other: Vec<u64>,
}

impl Default for ShingleTable {
    fn default() -> Self {
        Self {
            run: 1,
            numbers: Vec::new(),
            places: Vec::new(),
            // Who knows the public hash shall not know this one.
            multiplier: RandomState::new().hash_one(0) | 1,
            shift: 63,
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
        let bits = (numbers.len() * 3).max(4).next_power_of_two().ilog2();
        (self.shift, self.len, self.time) = (64 - bits, 0, 1);
        self.places.clear();
        self.places.resize(1 << bits, (0, 0));
        runs(&numbers, self.run, |shingle| {
            let at = self.place(shingle);
            self.len += usize::from(self.places[at].1 == 0);
            self.places[at] = (shingle, 1);
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
            let at = self.place(shingle);
            let met = &mut self.places[at].1;
            // Which are shared cannot be foretold, and so decides no branch.
            let known = *met != 0;
            shared += usize::from(known & (*met != self.time));
            *met = if known { self.time } else { 0 };
        });
        self.other = other;
        shared
    }

    #[allow(
        clippy::needless_bitwise_bool,
        reason = "one branch, seldom taken, not two"
    )]
    #[inline]
    fn place(&self, shingle: u64) -> usize {
        let mask = self.places.len() - 1;
        let mut at = (shingle.wrapping_mul(self.multiplier) >> self.shift) as usize & mask;
        while (self.places[at].1 != 0) & (self.places[at].0 != shingle) {
            at = (at + 1) & mask;
        }
        at
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
