//! A hash map in shards, so that growing never moves all of it at once.
//!
//! A table of a million entries takes some 40 ms to double, and the article that makes it double
//! would wait so long. Shards double one by one.

use std::borrow::Borrow;
use std::collections::hash_map::Entry;
use std::hash::Hash;

use ahash::{AHashMap, RandomState};

/// A power of two: a shard of an index of a million articles doubles in less than a millisecond.
const SHARDS: usize = 64;

#[derive(Debug, Clone)]
pub(super) struct ShardedMap<K, V> {
    /// Chooses the shard.
    hasher: RandomState,
    shards: Box<[AHashMap<K, V>]>,
}

impl<K, V> Default for ShardedMap<K, V> {
    fn default() -> Self {
        let hasher = RandomState::new();
        let shard = || AHashMap::from(std::collections::HashMap::with_hasher(hasher.clone()));
        let shards = std::iter::repeat_with(shard).take(SHARDS).collect();
        Self { hasher, shards }
    }
}

impl<K: Eq + Hash, V> ShardedMap<K, V> {
    /// A shard finds its places by the lowest and highest bits of a hash; the shard itself is found by
    /// some between.
    #[inline]
    fn shard_of<Q: Hash + ?Sized>(&self, key: &Q) -> usize {
        (self.hasher.hash_one(key) >> 40) as usize % SHARDS
    }

    #[inline]
    pub(super) fn get<Q>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
        Q: Eq + Hash + ?Sized,
    {
        self.shards[self.shard_of(key)].get(key)
    }

    pub(super) fn get_mut<Q>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
        Q: Eq + Hash + ?Sized,
    {
        let shard = self.shard_of(key);
        self.shards[shard].get_mut(key)
    }

    pub(super) fn contains_key<Q>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
        Q: Eq + Hash + ?Sized,
    {
        self.get(key).is_some()
    }

    pub(super) fn entry(&mut self, key: K) -> Entry<'_, K, V> {
        let shard = self.shard_of(&key);
        self.shards[shard].entry(key)
    }

    pub(super) fn insert(&mut self, key: K, value: V) -> Option<V> {
        let shard = self.shard_of(&key);
        self.shards[shard].insert(key, value)
    }

    pub(super) fn remove<Q>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
        Q: Eq + Hash + ?Sized,
    {
        let shard = self.shard_of(key);
        self.shards[shard].remove(key)
    }

    pub(super) fn values(&self) -> impl Iterator<Item = &V> {
        self.shards.iter().flat_map(|shard| shard.values())
    }

    /// Makes room for so many more.
    #[cfg(feature = "store")]
    pub(super) fn reserve(&mut self, more: usize) {
        for shard in &mut self.shards {
            shard.reserve(more.div_ceil(SHARDS));
        }
    }

    pub(super) fn capacity(&self) -> usize {
        self.shards.iter().map(|shard| shard.capacity()).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    proptest! {
        #[test]
        fn it_is_a_map(pairs in proptest::collection::vec((0..300_u64, 0..9_u32, any::<bool>()), 0..900)) {
            let (mut map, mut model) = (ShardedMap::default(), BTreeMap::new());
            for (key, value, goes) in pairs {
                if goes {
                    prop_assert_eq!(map.remove(&key), model.remove(&key));
                } else {
                    prop_assert_eq!(map.insert(key, value), model.insert(key, value));
                }
                prop_assert_eq!(map.get(&key), model.get(&key));
            }
            let mut values: Vec<u32> = map.values().copied().collect();
            values.sort_unstable();
            let mut expected: Vec<u32> = model.into_values().collect();
            expected.sort_unstable();
            prop_assert_eq!(values, expected);
            prop_assert!(map.capacity() < 64 * 64);
        }
    }
}
