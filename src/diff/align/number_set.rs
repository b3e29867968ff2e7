//! A set of numbers that is filled, asked and emptied again and again in the same memory.

use crate::table::{Entry, Table};

/// Places for each number: so many that almost all stand at their own.
const ROOM: usize = 16;

/// A number, below the stamp of the filling it came with. A place with an older stamp is free.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Stamped(u64);

impl Entry for Stamped {
    type Key = u32;

    #[inline]
    fn key(&self) -> u32 {
        self.0 as u32
    }
}

/// A set of numbers.
#[derive(Debug)]
pub(crate) struct NumberSet {
    table: Table<Stamped>,
    /// How often the set was filled, in the upper half.
    stamp: u64,
    len: usize,
}

impl Default for NumberSet {
    fn default() -> Self {
        Self {
            table: Table::new(2, Stamped(0)),
            stamp: 1 << 32,
            len: 0,
        }
    }
}

impl NumberSet {
    /// Makes the set hold what some lists hold, and calls `first` with each number once.
    pub(crate) fn fill<'l>(
        &mut self,
        lists: impl Iterator<Item = &'l [u32]> + Clone,
        mut first: impl FnMut(u32),
    ) {
        self.clear(lists.clone().map(<[u32]>::len).sum());
        for list in lists {
            for &number in list {
                if self.insert(number) {
                    first(number);
                }
            }
        }
    }

    /// Empties the set and makes room for so many numbers.
    pub(crate) fn clear(&mut self, count: usize) {
        self.len = 0;
        self.stamp = self.stamp.wrapping_add(1 << 32);
        let places = count.max(1) * ROOM;
        if places > self.table.places() || self.stamp == 0 {
            let places = places.max(self.table.places());
            self.table.reset(places, Stamped(0));
            self.stamp = 1 << 32;
        }
    }

    /// Adds a number, and says whether it is new. There must be room.
    pub(crate) fn insert(&mut self, number: u32) -> bool {
        let entry = self.entry(number);
        let place = self.place(number);
        let is_new = self.table[place] != entry;
        self.table[place] = entry;
        self.len += usize::from(is_new);
        is_new
    }

    pub(crate) fn len(&self) -> usize {
        self.len
    }

    pub(crate) fn contains(&self, number: u32) -> bool {
        self.table[self.place(number)] == self.entry(number)
    }

    /// How many of some numbers are in the set. Most are settled by one look, without a branch that
    /// the processor could predict wrongly.
    pub(crate) fn count(&self, numbers: &[u32]) -> usize {
        let mut count = 0;
        for &number in numbers {
            let entry = self.entry(number);
            let found = self.table[self.table.home(number)];
            count += usize::from(found == entry);
            if found.0 >= self.stamp && found != entry {
                count += usize::from(self.contains(number));
            }
        }
        count
    }

    fn entry(&self, number: u32) -> Stamped {
        Stamped(self.stamp | u64::from(number))
    }

    /// The place of a number, or the free one it belongs in.
    fn place(&self, number: u32) -> usize {
        self.table.find(number, |found| found.0 < self.stamp)
    }
}
