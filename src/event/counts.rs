//! Counting what many articles hold, on all cores: the same counts whatever the number of threads.
//!
//! Articles are taken in parts. What a part counts is split by the upper bits of the keys, and the
//! counts of each such shard are added up by themselves.

use std::hash::Hash;

use ahash::AHashMap;

use crate::parallel;

/// How many articles one thread takes at a time.
pub(super) const PART: usize = 256;
const SHARDS: usize = 32;

/// How often each key was counted. Keys are hashes: their upper bits tell the shard.
#[derive(Debug, Clone)]
pub(super) struct Counts<K>(Vec<AHashMap<K, u32>>);

/// A key spread over all its bits.
pub(super) trait Shard: Copy + Eq + Hash + Send + Sync {
    /// Its upper five bits.
    fn shard(self) -> usize;
}

impl Shard for u32 {
    fn shard(self) -> usize {
        (self >> 27) as usize
    }
}

impl Shard for u64 {
    fn shard(self) -> usize {
        (self >> 59) as usize
    }
}

impl<K: Shard> Counts<K> {
    pub(super) fn none() -> Self {
        Self(Vec::new())
    }

    /// Counts the keys that `visit` gives of each of `articles` articles, and keeps those counted
    /// at least `least` times.
    pub(super) fn new(
        articles: usize,
        least: u32,
        visit: impl Fn(usize, &mut dyn FnMut(K)) + Sync,
    ) -> Self {
        Self::weighted(articles, least, |at, count| {
            visit(at, &mut |key| count(key, 1));
        })
    }

    /// The same for keys that come with how often each is to be counted.
    pub(super) fn weighted(
        articles: usize,
        least: u32,
        visit: impl Fn(usize, &mut dyn FnMut(K, u32)) + Sync,
    ) -> Self {
        let parts = parallel::in_parts(articles, PART, AHashMap::new, |counts, range| {
            for article in range {
                visit(article, &mut |key: K, times: u32| {
                    let count: &mut u32 = counts.entry(key).or_insert(0);
                    *count = count.saturating_add(times);
                });
            }
            let mut shards: Vec<Vec<(K, u32)>> = vec![Vec::new(); SHARDS];
            for (key, count) in counts.drain() {
                shards[key.shard()].push((key, count));
            }
            shards
        });
        Self(parallel::map(SHARDS, |shard| {
            let mut counts: AHashMap<K, u32> = AHashMap::new();
            for &(key, count) in parts.iter().flat_map(|shards| &shards[shard]) {
                let sum = counts.entry(key).or_insert(0);
                *sum = sum.saturating_add(count);
            }
            counts.retain(|_, count| *count >= least);
            counts.shrink_to_fit();
            counts
        }))
    }
    /// Counts that were taken elsewhere, each key once.
    pub(super) fn from_pairs(pairs: impl IntoIterator<Item = (K, u32)>) -> Self {
        let mut shards = vec![AHashMap::new(); SHARDS];
        for (key, count) in pairs {
            shards[key.shard()].insert(key, count);
        }
        Self(shards)
    }

    /// The count of a key; nothing if it was not counted, or too few times.
    /// Counts taken elsewhere, those of one key added up.
    pub(super) fn summed(pairs: impl IntoIterator<Item = (K, u32)>) -> Self {
        let mut shards = vec![AHashMap::new(); SHARDS];
        for (key, count) in pairs {
            let sum: &mut u32 = shards[key.shard()].entry(key).or_insert(0);
            *sum = sum.saturating_add(count);
        }
        Self(shards)
    }

    pub(super) fn get(&self, key: K) -> Option<u32> {
        self.0.get(key.shard())?.get(&key).copied()
    }

    /// All counts, in no order.
    pub(super) fn iter(&self) -> impl Iterator<Item = (K, u32)> {
        self.0.iter().flatten().map(|(&key, &count)| (key, count))
    }
}
