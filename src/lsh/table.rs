//! A table of band keys, for looking up what an article may be a copy of.

use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::hash::Hash;

use ahash::AHashMap;

/// The band keys of some articles, to look others up in. Articles come and go at any time, each under a
/// key of the caller's.
///
/// What it finds are candidates: articles that agree in a whole band. Compare their texts before you
/// believe it.
///
/// ```
/// use retold::lsh::{BandTable, Banding};
/// use retold::sketch::MinHasher;
///
/// let hasher = MinHasher::default();
/// let banding = Banding::plan(&hasher, 0.5, 0.95)?;
/// let keys = |text| banding.band_keys(&hasher.signature_of_text(text));
///
/// let mut table = BandTable::new();
/// table.insert("wire-1", &keys("A quake struck the coast."));
/// table.insert("wire-2", &keys("Shares in Oakwell Bank rose."));
/// assert_eq!(table.find(&keys("a quake struck the coast"), 256).articles, [&"wire-1"]);
///
/// table.remove("wire-1");
/// assert!(table.find(&keys("a quake struck the coast"), 256).articles.is_empty());
/// # Ok::<(), retold::SettingError>(())
/// ```
#[derive(Debug, Clone)]
#[doc(alias = "MinHashLSH")]
#[doc(alias = "dedup")]
#[doc(alias = "near-duplicate")]
pub struct BandTable<K> {
    /// The articles that have a band key, by number, ascending.
    buckets: AHashMap<u64, Vec<u64>>,
    /// Numbers count insertions, so that results come in the order of insertion.
    articles: BTreeMap<u64, (K, Box<[u64]>)>,
    numbers: AHashMap<K, u64>,
    next: u64,
}

/// What [`BandTable::find`] found.
///
/// ```
/// use retold::lsh::BandTable;
/// let mut table = BandTable::new();
/// table.insert("a", &[7]);
/// table.insert("b", &[7]);
/// let candidates = table.find(&[7], 1);
/// assert_eq!((candidates.articles, candidates.left_out), (vec![&"a"], 1));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct BandMatches<'t, K> {
    /// The keys of the articles that share a band key, in the order of insertion.
    pub articles: Vec<&'t K>,
    /// How many entries of buckets above the cap were left out.
    pub left_out: u64,
}

impl<K> Default for BandTable<K> {
    fn default() -> Self {
        Self {
            buckets: AHashMap::new(),
            articles: BTreeMap::new(),
            numbers: AHashMap::new(),
            next: 0,
        }
    }
}

impl<K: Eq + Hash + Clone> BandTable<K> {
    /// An empty table.
    ///
    /// ```
    /// let mut table = retold::lsh::BandTable::new();
    /// assert!(table.is_empty());
    /// table.insert(1, &[7, 8]);
    /// assert_eq!(table.len(), 1);
    /// ```
    pub fn new() -> Self {
        Self::default()
    }

    /// How many articles the table holds.
    ///
    /// ```
    /// let mut table = retold::lsh::BandTable::new();
    /// table.insert(1, &[7]);
    /// table.insert(1, &[8]); // in place of the first
    /// assert_eq!(table.len(), 1);
    /// ```
    pub fn len(&self) -> usize {
        self.articles.len()
    }

    /// Whether the table holds no article.
    ///
    /// ```
    /// let mut table = retold::lsh::BandTable::new();
    /// table.insert(1, &[7]);
    /// table.remove(&1);
    /// assert!(table.is_empty());
    /// ```
    pub fn is_empty(&self) -> bool {
        self.articles.is_empty()
    }

    /// Adds an article by its band keys, in place of one with the same key. Returns whether there was
    /// one.
    ///
    /// ```
    /// let mut table = retold::lsh::BandTable::new();
    /// assert!(!table.insert("a", &[7]));
    /// assert!(table.insert("a", &[8]));
    /// assert!(table.find(&[7], 256).articles.is_empty());
    /// ```
    pub fn insert(&mut self, key: K, band_keys: &[u64]) -> bool {
        let replaced = self.remove(&key);
        let mut band_keys = band_keys.to_vec();
        band_keys.sort_unstable();
        band_keys.dedup();
        for &band_key in &band_keys {
            self.buckets.entry(band_key).or_default().push(self.next);
        }
        self.numbers.insert(key.clone(), self.next);
        self.articles.insert(self.next, (key, band_keys.into()));
        self.next += 1;
        replaced
    }

    /// Removes an article. Returns whether there was one with this key.
    ///
    /// ```
    /// let mut table = retold::lsh::BandTable::new();
    /// table.insert(String::from("a"), &[7]);
    /// assert!(table.remove("a"));
    /// assert!(!table.remove("a"));
    /// ```
    pub fn remove<Q>(&mut self, key: &Q) -> bool
    where
        K: Borrow<Q>,
        Q: Eq + Hash + ?Sized,
    {
        let Some(number) = self.numbers.remove(key) else {
            return false;
        };
        let held = self.articles.remove(&number);
        for band_key in held.iter().flat_map(|(_, band_keys)| band_keys) {
            if let Some(bucket) = self.buckets.get_mut(band_key) {
                if let Ok(at) = bucket.binary_search(&number) {
                    bucket.remove(at);
                }
                if bucket.is_empty() {
                    self.buckets.remove(band_key);
                }
            }
        }
        true
    }

    /// The articles that share a band key with the given ones. Of a bucket with more than `cap`
    /// articles only the first `cap` are taken.
    ///
    /// ```
    /// let mut table = retold::lsh::BandTable::new();
    /// for key in 0..5 {
    ///     table.insert(key, &[7]);
    /// }
    /// let candidates = table.find(&[7], 2);
    /// assert_eq!((candidates.articles, candidates.left_out), (vec![&0, &1], 3));
    /// ```
    #[doc(alias = "query")]
    pub fn find(&self, band_keys: &[u64], cap: usize) -> BandMatches<'_, K> {
        let mut numbers = Vec::new();
        let mut left_out = 0;
        for bucket in band_keys.iter().filter_map(|key| self.buckets.get(key)) {
            numbers.extend(bucket.iter().take(cap));
            left_out += bucket.len().saturating_sub(cap) as u64;
        }
        numbers.sort_unstable();
        numbers.dedup();
        let keys = numbers.iter().map(|number| &self.articles[number].0);
        BandMatches {
            articles: keys.collect(),
            left_out,
        }
    }
}
