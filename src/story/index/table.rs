//! A hash table from term keys to small values, read for every term of every article.
//!
//! Open addressing with a multiplier drawn at random: term keys follow from words by a public hash,
//! and nobody shall be able to choose words whose keys fall on one place. What is read never depends
//! on the multiplier.

use ahash::RandomState;

/// Values by term key; most keys have none, which reads as `absent`.
#[derive(Debug, Clone)]
pub(super) struct KeyTable<T> {
    places: Vec<(u32, T)>,
    absent: T,
    multiplier: u64,
    shift: u32,
    len: usize,
}

impl<T: Copy + PartialEq> KeyTable<T> {
    /// An empty table with room for so many keys. `absent` must never be stored.
    pub(super) fn new(keys: usize, absent: T) -> Self {
        let bits = (keys * 2).max(4).next_power_of_two().ilog2();
        Self {
            places: vec![(0, absent); 1 << bits],
            absent,
            multiplier: RandomState::new().hash_one(bits) | 1,
            shift: 64 - bits,
            len: 0,
        }
    }

    /// The value of a key, or `absent`.
    #[inline]
    pub(super) fn get(&self, key: u32) -> T {
        self.places[self.place(key)].1
    }

    /// Gives a key a value.
    pub(super) fn insert(&mut self, key: u32, value: T) {
        let mut at = self.place(key);
        if self.places[at].1 == self.absent {
            if (self.len + 1) * 2 > self.places.len() {
                self.grow();
                at = self.place(key);
            }
            self.len += 1;
        }
        self.places[at] = (key, value);
    }

    /// All keys with their values, in no order that means anything.
    pub(super) fn iter(&self) -> impl Iterator<Item = (u32, T)> + '_ {
        let places = self.places.iter().copied();
        places.filter(|&(_, value)| value != self.absent)
    }

    pub(super) fn bytes(&self) -> usize {
        self.places.len() * size_of::<(u32, T)>()
    }

    /// Where a key is, or would be. At least half of the places are free.
    #[inline]
    fn place(&self, key: u32) -> usize {
        let mask = self.places.len() - 1;
        let mut at = (u64::from(key).wrapping_mul(self.multiplier) >> self.shift) as usize & mask;
        while self.places[at].0 != key && self.places[at].1 != self.absent {
            at = (at + 1) & mask;
        }
        at
    }

    fn grow(&mut self) {
        let mut larger = Self::new(self.places.len(), self.absent);
        for (key, value) in self.iter() {
            larger.insert(key, value);
        }
        *self = larger;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    proptest! {
        #[test]
        fn reads_as_a_map(pairs in proptest::collection::vec((0..200_u32, 1..9_u8), 0..400)) {
            let (mut table, mut map) = (KeyTable::new(0, 0), BTreeMap::new());
            for (key, value) in pairs {
                table.insert(key, value);
                map.insert(key, value);
                for key in 0..200 {
                    prop_assert_eq!(table.get(key), map.get(&key).copied().unwrap_or(0));
                }
            }
            let mut all: Vec<_> = table.iter().collect();
            all.sort_unstable();
            prop_assert_eq!(all, map.into_iter().collect::<Vec<_>>());
        }
    }
}
