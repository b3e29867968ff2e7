//! A sealed table of band keys, for looking up what an article may be a copy of.

use super::keys::{BandKeys, row, shorten};

/// The band keys of some articles, sorted, to look others up in: 8 bytes an article and band.
///
/// ```
/// use retold::lsh::{BandKeys, BandTable, Banding};
/// use retold::sketch::MinHasher;
/// let hasher = MinHasher::default();
/// let banding = Banding::plan(&hasher, 0.5, 0.95)?;
/// let mut keys = BandKeys::new(banding.bands());
/// for text in ["A quake struck the coast.", "Shares rose."] {
///     keys.push(&banding.band_keys(&hasher.signature_of_text(text)));
/// }
/// let table = BandTable::new(&keys);
/// let query = banding.band_keys(&hasher.signature_of_text("a quake struck the coast"));
/// assert_eq!(table.find(&query, 256).articles, [0]);
/// # Ok::<(), retold::SettingError>(())
/// ```
#[derive(Debug, Clone)]
pub struct BandTable {
    bands: Vec<Vec<u64>>,
}

/// What [`BandTable::find`] found.
///
/// ```
/// use retold::lsh::{BandKeys, BandTable};
/// let found = BandTable::new(&BandKeys::new(1)).find(&[7 << 40], 256);
/// assert_eq!((found.articles.len(), found.left_out), (0, 0));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// The numbers of the articles that share a key, ascending and without repeats.
    pub articles: Vec<u32>,
    /// How many rows of too large buckets were left out.
    pub left_out: u64,
}

impl BandTable {
    /// A table of some articles.
    ///
    /// ```
    /// use retold::lsh::{BandKeys, BandTable};
    /// let mut keys = BandKeys::new(1);
    /// keys.push(&[7 << 40]);
    /// assert_eq!(BandTable::new(&keys).find(&[7 << 40], 256).articles, [0]);
    /// ```
    pub fn new(keys: &BandKeys) -> Self {
        let sorted = |band| {
            let mut rows: Vec<u64> =
                Iterator::map(band, |(key, article)| row(key, article)).collect();
            rows.sort_unstable();
            rows
        };
        Self {
            bands: keys.bands().map(sorted).collect(),
        }
    }

    /// The articles that share a key with the given ones; of a bucket with more than `cap`
    /// articles, only the first `cap`.
    ///
    /// ```
    /// use retold::lsh::{BandKeys, BandTable};
    /// let mut keys = BandKeys::new(1);
    /// for _ in 0..5 {
    ///     keys.push(&[7 << 40]);
    /// }
    /// let found = BandTable::new(&keys).find(&[7 << 40], 2);
    /// assert_eq!((found.articles, found.left_out), (vec![0, 1], 3));
    /// ```
    pub fn find(&self, keys: &[u64], cap: usize) -> Found {
        let mut found = Found::default();
        for (rows, &key) in self.bands.iter().zip(keys) {
            let key = shorten(key);
            let start = rows.partition_point(|&other| other < row(key, 0));
            let bucket = &rows[start..];
            let size = bucket.partition_point(|&other| other <= row(key, u32::MAX));
            let listed = bucket[..size].iter().take(cap);
            found.articles.extend(listed.map(|&row| row as u32));
            found.left_out += size.saturating_sub(cap) as u64;
        }
        found.articles.sort_unstable();
        found.articles.dedup();
        found
    }
}
