//! Small numbers for the shingles of a few articles, so that their sets can be compared by marks.

use crate::table::{Entry, Table};

/// Gives the distinct shingles of some articles numbers from 0 on, in the order they come.
///
/// The table is used again and again: what an earlier family of articles left in it counts as free,
/// and is never erased.
#[derive(Debug)]
pub(super) struct Numbers {
    /// Less than half of the places are in use.
    table: Table<Numbered>,
    /// How many shingles have a number.
    len: u32,
    /// When this family began, and the time now: the articles read since the start, from 1 on.
    began: u32,
    now: u32,
}

#[derive(Debug, Clone, Copy, Default)]
struct Numbered {
    hash: u64,
    number: u32,
    /// The last article that had this shingle.
    seen: u32,
}

impl Entry for Numbered {
    type Key = u64;

    fn key(&self) -> u64 {
        self.hash
    }
}

/// A table of so many places is kept for the next family; a larger one would be slow to reach.
const KEPT: usize = 1 << 12;

impl Numbers {
    pub(super) fn new() -> Self {
        Self {
            table: Table::new(KEPT, Numbered::default()),
            len: 0,
            began: 1,
            now: 0,
        }
    }

    /// Forgets all numbers.
    pub(super) fn clear(&mut self) {
        self.len = 0;
        self.began = self.now + 1;
        if self.table.places() > KEPT {
            self.table = Table::new(KEPT, Numbered::default());
        }
    }

    /// How many numbers there are.
    pub(super) fn len(&self) -> usize {
        self.len as usize
    }

    /// Appends the numbers of the distinct shingles of one more article.
    pub(super) fn read(&mut self, shingles: &[u64], numbers: &mut Vec<u32>) {
        let began = self.began;
        let is_free = |entry: &Numbered| entry.seen < began;
        let wanted = 2 * (self.len() + shingles.len());
        if wanted > self.table.places() {
            self.table.grow(wanted, Numbered::default(), is_free);
        }
        self.now += 1;
        numbers.reserve(shingles.len());
        for &hash in shingles {
            let at = self.table.find(hash, is_free);
            let entry = &mut self.table[at];
            if is_free(entry) {
                *entry = Numbered {
                    hash,
                    number: self.len,
                    seen: 0,
                };
                self.len += 1;
            }
            if entry.seen != self.now {
                entry.seen = self.now;
                numbers.push(entry.number);
            }
        }
    }
}
