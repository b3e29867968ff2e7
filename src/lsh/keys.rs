//! The band keys of a batch of articles, and all pairs that share one: by sorting, without any map.

use std::cmp::Ordering;
use std::ops::Range;

use crate::parallel;

/// The band keys of some articles, numbered in the order they were added.
///
/// Of each key only 32 bits are kept. That makes about one false candidate more per 4 billion
/// pairs and band, which does no harm, since every candidate is compared exactly anyway.
///
/// ```
/// use retold::lsh::{BandKeys, Banding};
/// use retold::sketch::MinHasher;
/// let hasher = MinHasher::default();
/// let banding = Banding::plan(&hasher, 0.5, 0.95)?;
/// let mut keys = BandKeys::new(banding.bands());
/// for text in ["A quake struck the coast.", "Shares rose.", "a quake struck the coast"] {
///     keys.push(&banding.band_keys(&hasher.signature_of_text(text)));
/// }
/// assert_eq!(keys.candidates(32).pairs(), [(0, 2)]);
/// # Ok::<(), retold::SettingError>(())
/// ```
#[derive(Debug, Clone)]
pub struct BandKeys {
    articles: usize,
    /// For each band the keys of all articles, as it is one band after the other that is worked on.
    bands: Vec<Vec<u32>>,
}

/// Stands for no key.
const NONE: u32 = 0;

/// With how many of the next ones, in the order of all their other keys, each article of a capped
/// bucket is still paired.
const NEXT: usize = 2;

/// The part of a band key that is kept.
pub(crate) fn shorten(key: u64) -> u32 {
    ((key >> 32) as u32).max(NONE + 1)
}

/// A key and an article, as one number that sorts by key.
fn row(key: u32, article: u32) -> u64 {
    u64::from(key) << 32 | u64::from(article)
}

impl BandKeys {
    /// No articles yet, with at most `bands` keys for each to come.
    ///
    /// ```
    /// assert!(retold::lsh::BandKeys::new(23).is_empty());
    /// ```
    pub fn new(bands: usize) -> Self {
        Self::with_capacity(bands, 0)
    }

    pub(crate) fn with_capacity(bands: usize, articles: usize) -> Self {
        Self {
            articles: 0,
            bands: (0..bands).map(|_| Vec::with_capacity(articles)).collect(),
        }
    }

    /// Adds an article by its keys; one without keys meets nothing.
    ///
    /// ```
    /// let mut keys = retold::lsh::BandKeys::new(2);
    /// keys.push(&[1 << 40, 2 << 40]);
    /// keys.push(&[]);
    /// assert_eq!(keys.len(), 2);
    /// ```
    pub fn push(&mut self, keys: &[u64]) {
        let keys = keys.iter().map(|&key| shorten(key));
        for (band, key) in self
            .bands
            .iter_mut()
            .zip(keys.chain(std::iter::repeat(NONE)))
        {
            band.push(key);
        }
        self.articles += 1;
    }

    /// Adds some articles by their shortened keys, one for each band.
    pub(crate) fn push_rows(&mut self, articles: &[&[u32]]) {
        for (n, band) in self.bands.iter_mut().enumerate() {
            band.extend(articles.iter().map(|keys| keys[n]));
        }
        self.articles += articles.len();
    }

    /// How many articles there are.
    ///
    /// ```
    /// assert_eq!(retold::lsh::BandKeys::new(23).len(), 0);
    /// ```
    pub fn len(&self) -> usize {
        self.articles
    }

    /// Whether there is no article.
    ///
    /// ```
    /// assert!(retold::lsh::BandKeys::new(23).is_empty());
    /// ```
    pub fn is_empty(&self) -> bool {
        self.articles == 0
    }

    /// The keys of an article in some bands, [`NONE`] where it has none.
    fn of(&self, article: u32, bands: Range<usize>) -> impl Iterator<Item = u32> {
        self.bands[bands]
            .iter()
            .map(move |band| band[article as usize])
    }

    /// All pairs of articles that share a key, where at most `cap` articles do.
    ///
    /// Where more do, as with a template that thousands of articles follow, each of them is paired
    /// only with the two that come next in the order of their other keys: an article's true copies
    /// share most of these, so they stand beside it there, and chains of pairs still hold a large
    /// group together. What is left out is counted. The work grows with the number of articles
    /// times `cap`, whatever they contain.
    ///
    /// ```
    /// let mut keys = retold::lsh::BandKeys::new(1);
    /// for _ in 0..100 {
    ///     keys.push(&[7 << 40]);
    /// }
    /// assert_eq!(keys.candidates(100).pairs().len(), 4_950);
    /// let few = keys.candidates(32);
    /// assert_eq!((few.pairs().len(), few.capped_buckets()), (197, 1));
    /// assert_eq!(few.left_out(), 4_950 - 197);
    /// ```
    pub fn candidates(&self, cap: usize) -> BandPairs {
        let shared = each_band(self.bands.len(), |band| {
            repeated(|| rows(&self.bands[band]), self.articles)
        });
        let mut hot: Vec<(usize, u32)> = Vec::new();
        for (band, rows) in shared.iter().enumerate() {
            let capped = buckets(rows).filter(|bucket| bucket.len() > cap);
            hot.extend(capped.map(|bucket| (band, (rows[bucket.start] >> 32) as u32)));
        }
        let met = each_band(self.bands.len(), |band| {
            self.meetings(band, &shared[band], cap, &hot)
        });
        let left_out = met.iter().map(|met| met.left_out).sum();
        let mut pairs: Vec<(u32, u32)> = met.into_iter().flat_map(|met| met.pairs).collect();
        parallel::sort(&mut pairs);
        pairs.dedup();
        BandPairs {
            pairs,
            capped: hot.len(),
            left_out,
        }
    }

    /// The pairs of one band that meet in no earlier one.
    fn meetings(&self, band: usize, rows: &[u64], cap: usize, hot: &[(usize, u32)]) -> Met {
        let mut met = Met::default();
        for bucket in buckets(rows) {
            let articles = rows[bucket].iter().map(|&row| row as u32);
            if articles.len() > cap {
                self.pair_neighbours(band, articles.collect(), &mut met);
                continue;
            }
            for (n, left) in articles.clone().enumerate() {
                for right in articles.clone().skip(n + 1) {
                    if !self.meet_before(band, left, right, hot) {
                        met.pairs.push((left, right));
                    }
                }
            }
        }
        met
    }

    fn meet_before(&self, band: usize, left: u32, right: u32, hot: &[(usize, u32)]) -> bool {
        let both = self.of(left, 0..band).zip(self.of(right, 0..band));
        both.enumerate().any(|(earlier, (a, b))| {
            a == b && a != NONE && (hot.is_empty() || hot.binary_search(&(earlier, a)).is_err())
        })
    }

    fn pair_neighbours(&self, band: usize, mut articles: Vec<u32>, met: &mut Met) {
        let before = met.pairs.len();
        let all = self.bands.len();
        let others = |article| {
            self.of(article, band + 1..all)
                .chain(self.of(article, 0..band))
        };
        next_in_order(
            &mut articles,
            |&a, &b| others(a).cmp(others(b)).then(a.cmp(&b)),
            |&left, &right| met.pairs.push((left.min(right), left.max(right))),
        );
        let all = articles.len() as u64 * (articles.len() as u64 - 1) / 2;
        met.left_out += all - (met.pairs.len() - before) as u64;
    }
}

/// Pairs each member of a bucket with the next few in some order.
fn next_in_order<T>(
    members: &mut [T],
    order: impl Fn(&T, &T) -> Ordering,
    mut pair: impl FnMut(&T, &T),
) {
    members.sort_unstable_by(order);
    for (n, left) in members.iter().enumerate() {
        for right in members.iter().skip(n + 1).take(NEXT) {
            pair(left, right);
        }
    }
}

/// The pairs of the articles that share the key of one band, each pair once: all of them, or of more
/// than `cap` articles those that are next to each other in the order of their other keys. Each
/// member is an article, by what orders articles, and all its band keys.
///
/// ```
/// use retold::lsh::bucket_pairs;
/// let mut members = [(1, vec![7, 1]), (2, vec![7, 1]), (3, vec![7, 2])];
/// assert_eq!(bucket_pairs(&mut members, 0, 32), [(1, 2), (1, 3), (2, 3)]);
/// let mut members: Vec<_> = (0..100).map(|n| (n, vec![7, n])).collect();
/// assert_eq!(bucket_pairs(&mut members, 0, 32).len(), 99 + 98);
/// ```
pub fn bucket_pairs<K: Ord + Copy>(
    members: &mut [(K, Vec<u32>)],
    band: usize,
    cap: usize,
) -> Vec<(K, K)> {
    let mut pairs = Vec::new();
    let mut pair = |a: &(K, Vec<u32>), b: &(K, Vec<u32>)| pairs.push((a.0.min(b.0), a.0.max(b.0)));
    if members.len() > cap {
        let others = |member: &(K, Vec<u32>)| {
            let keys = member.1.iter();
            let (before, after) = (keys.clone().take(band), keys.skip(band + 1));
            after.chain(before).copied().collect::<Vec<u32>>()
        };
        let order =
            |a: &(K, Vec<u32>), b: &(K, Vec<u32>)| others(a).cmp(&others(b)).then(a.0.cmp(&b.0));
        next_in_order(members, order, pair);
    } else {
        for (n, left) in members.iter().enumerate() {
            members[n + 1..].iter().for_each(|right| pair(left, right));
        }
    }
    pairs
}

/// The keys of one band with their articles.
fn rows(band: &[u32]) -> impl Iterator<Item = (u32, u32)> {
    let rows = band.iter().zip(0..).map(|(&key, article)| (key, article));
    rows.filter(|&(key, _)| key != NONE)
}

/// The rows whose key is not alone, sorted by key and article, out of about `count` in all.
pub(crate) fn repeated<I>(rows: impl Fn() -> I, count: usize) -> Vec<u64>
where
    I: Iterator<Item = (u32, u32)>,
{
    // Most keys are alone. Two bits for each key, found by its upper bits, tell nearly all of them
    // from the others in much less time than sorting would take.
    let bits = (8 * count).next_power_of_two().clamp(64, 1 << 32);
    let place = |key: u32| {
        let bit = (u64::from(key) * bits as u64) >> 32;
        ((bit / 64) as usize, 1_u64 << (bit % 64))
    };
    let (mut seen, mut again) = (vec![0_u64; bits / 64], vec![0_u64; bits / 64]);
    rows().for_each(|(key, _)| {
        let (word, bit) = place(key);
        again[word] |= seen[word] & bit;
        seen[word] |= bit;
    });
    let mut repeated: Vec<u64> = Vec::new();
    rows().for_each(|(key, article)| {
        let (word, bit) = place(key);
        if again[word] & bit != 0 {
            repeated.push(row(key, article));
        }
    });
    repeated.sort_unstable();
    repeated
}

#[derive(Debug, Default)]
struct Met {
    pairs: Vec<(u32, u32)>,
    left_out: u64,
}

/// The runs of rows of the same key that hold more than one.
fn buckets(rows: &[u64]) -> impl Iterator<Item = Range<usize>> {
    let mut end = 0;
    let runs = rows.chunk_by(|a, b| a >> 32 == b >> 32).map(move |run| {
        end += run.len();
        end - run.len()..end
    });
    runs.filter(|run| run.len() > 1)
}

fn each_band<T: Send>(bands: usize, work: impl Fn(usize) -> T + Send + Sync) -> Vec<T> {
    parallel::in_parts(bands, 1, || (), |(), band| work(band.start))
}

/// Pairs of articles worth comparing, found by [`BandKeys::candidates`].
///
/// ```
/// let candidates = retold::lsh::BandKeys::new(23).candidates(32);
/// assert!(candidates.pairs().is_empty());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BandPairs {
    pairs: Vec<(u32, u32)>,
    capped: usize,
    left_out: u64,
}

impl BandPairs {
    /// The pairs, the smaller number first, ascending and without repeats.
    ///
    /// ```
    /// let mut keys = retold::lsh::BandKeys::new(1);
    /// keys.push(&[7 << 40]);
    /// keys.push(&[7 << 40]);
    /// assert_eq!(keys.candidates(32).pairs(), [(0, 1)]);
    /// ```
    pub fn pairs(&self) -> &[(u32, u32)] {
        &self.pairs
    }

    /// How many buckets (articles that share a key) were larger than the cap.
    ///
    /// ```
    /// assert_eq!(retold::lsh::BandKeys::new(23).candidates(32).capped_buckets(), 0);
    /// ```
    pub fn capped_buckets(&self) -> usize {
        self.capped
    }

    /// How many pairs of those buckets were left out; pairs that share several such buckets count
    /// once for each.
    ///
    /// ```
    /// assert_eq!(retold::lsh::BandKeys::new(23).candidates(32).left_out(), 0);
    /// ```
    pub fn left_out(&self) -> u64 {
        self.left_out
    }
}
