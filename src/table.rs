//! One hash table for the hot paths: open addressing, with a secret multiplier.
//!
//! Keys are hashes of words and shingles that anybody can compute. A multiplier drawn at random for
//! each table decides where a key is placed (multiply-shift hashing, Dietzfelbinger et al. 1997), so
//! nobody can choose texts whose keys fall on one place. No result depends on the multiplier.
//!
//! What a place holds and when it counts as free is the user's business: a table that is cleared for
//! every article stamps its entries with a time, so that old ones are free without being erased.

use std::ops::{Index, IndexMut};

use ahash::RandomState;

/// What a place of a [`Table`] holds.
pub(crate) trait Entry: Copy {
    /// What it is found by.
    type Key: Copy + PartialEq + Into<u64>;
    fn key(&self) -> Self::Key;
}

impl<K: Copy + PartialEq + Into<u64>, V: Copy> Entry for (K, V) {
    type Key = K;

    #[inline]
    fn key(&self) -> K {
        self.0
    }
}

/// A power of two of places. At least one of them must always be free.
#[derive(Debug, Clone)]
pub(crate) struct Table<E> {
    places: Vec<E>,
    multiplier: u64,
    shift: u32,
    /// The places taken by [`insert`](Self::insert).
    len: usize,
}

impl<E: Entry> Table<E> {
    /// A table of at least so many places, all `free`.
    pub(crate) fn new(places: usize, free: E) -> Self {
        let mut table = Self {
            places: Vec::new(),
            multiplier: RandomState::new().hash_one(places) | 1,
            shift: 0,
            len: 0,
        };
        table.reset(places, free);
        table
    }

    /// Makes it a table of at least so many places, all `free`, in the same memory.
    pub(crate) fn reset(&mut self, places: usize, free: E) {
        let places = places.next_power_of_two().max(2);
        self.shift = 64 - places.ilog2();
        self.len = 0;
        self.places.clear();
        self.places.resize(places, free);
    }

    /// The place where a key would be if no other were in its way.
    #[inline]
    pub(crate) fn home(&self, key: E::Key) -> usize {
        (key.into().wrapping_mul(self.multiplier) >> self.shift) as usize
    }

    /// The place of a key, or the free one it belongs in.
    #[allow(
        clippy::needless_bitwise_bool,
        reason = "one branch, rarely taken, not two"
    )]
    #[inline]
    pub(crate) fn find(&self, key: E::Key, is_free: impl Fn(&E) -> bool) -> usize {
        let mask = self.places.len() - 1;
        let mut at = self.home(key) & mask;
        while !is_free(&self.places[at]) & (self.places[at].key() != key) {
            at = (at + 1) & mask;
        }
        at
    }

    /// The entry of a key; a free one if there is none.
    #[inline]
    pub(crate) fn get(&self, key: E::Key, is_free: impl Fn(&E) -> bool) -> E {
        self.places[self.find(key, is_free)]
    }

    /// Puts an entry in its place. At least half of the places stay free.
    pub(crate) fn insert(&mut self, entry: E, free: E, is_free: impl Fn(&E) -> bool) {
        let mut at = self.find(entry.key(), &is_free);
        if is_free(&self.places[at]) {
            if (self.len + 1) * 2 > self.places.len() {
                self.grow(self.places.len() * 2, free, &is_free);
                at = self.find(entry.key(), is_free);
            }
            self.len += 1;
        }
        self.places[at] = entry;
    }

    /// Moves all entries to a table of at least so many places.
    pub(crate) fn grow(&mut self, places: usize, free: E, is_free: impl Fn(&E) -> bool) {
        let (old, len) = (std::mem::take(&mut self.places), self.len);
        self.reset(places, free);
        self.len = len;
        for entry in old.into_iter().filter(|entry| !is_free(entry)) {
            let at = self.find(entry.key(), &is_free);
            self.places[at] = entry;
        }
    }

    /// What all places hold, in no order that means anything.
    pub(crate) fn iter(&self) -> std::slice::Iter<'_, E> {
        self.places.iter()
    }

    /// How many places there are.
    #[inline]
    pub(crate) fn places(&self) -> usize {
        self.places.len()
    }

    pub(crate) fn bytes(&self) -> usize {
        size_of_val(&*self.places)
    }
}

impl<E> Index<usize> for Table<E> {
    type Output = E;

    #[inline]
    fn index(&self, place: usize) -> &E {
        &self.places[place]
    }
}

impl<E> IndexMut<usize> for Table<E> {
    #[inline]
    fn index_mut(&mut self, place: usize) -> &mut E {
        &mut self.places[place]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    const FREE: (u32, u8) = (0, 0);

    #[allow(
        clippy::trivially_copy_pass_by_ref,
        reason = "the table asks by reference"
    )]
    fn is_free(entry: &(u32, u8)) -> bool {
        entry.1 == 0
    }

    proptest! {
        #[test]
        fn it_reads_as_a_map(pairs in proptest::collection::vec((0..200_u32, 1..9_u8), 0..400)) {
            let (mut table, mut map) = (Table::new(0, FREE), BTreeMap::new());
            for (key, value) in pairs {
                table.insert((key, value), FREE, is_free);
                map.insert(key, value);
                for key in 0..200 {
                    let value = table.get(key, is_free).1;
                    prop_assert_eq!(value, map.get(&key).copied().unwrap_or(0));
                }
            }
            let all = table.iter().copied().filter(|entry| !is_free(entry));
            let all: BTreeMap<u32, u8> = all.collect();
            prop_assert_eq!(all, map);
        }
    }

    /// How many places are looked at to find each of some keys, once all are in the table.
    fn looked_at(keys: &[u32], multiplier: Option<u64>) -> usize {
        let mut table = Table::new(4 * keys.len(), FREE);
        table.multiplier = multiplier.unwrap_or(table.multiplier);
        for &key in keys {
            table.insert((key, 1), FREE, is_free);
        }
        let steps = |&key: &u32| {
            let (home, at) = (table.home(key), table.find(key, is_free));
            1 + (at.wrapping_sub(home) & (table.places() - 1))
        };
        keys.iter().map(steps).sum()
    }

    #[test]
    fn chosen_keys_do_not_meet_on_one_place() {
        // Whoever knows the multiplier finds keys that all have one place, by its inverse.
        let known = 0x9e37_79b9_7f4a_7c15_u64;
        let count = 2_000;
        let home = |key: u32| u64::from(key).wrapping_mul(known) >> (64 - 13);
        let chosen = (0..u32::MAX).filter(|&key| home(key) == 0).take(count);
        let chosen: Vec<u32> = chosen.collect();
        assert!(looked_at(&chosen, Some(known)) > count * count / 4);
        // Of three tables, so that no unlucky draw fails the test.
        let drawn = (0..3).map(|_| looked_at(&chosen, None)).min();
        assert!(drawn < Some(8 * count), "{drawn:?}");
    }
}
