//! Copies among many articles: reprints, updates and excerpts, each verified exactly.
//!
//! Every article is read once, for its band keys. Articles with the same shingles are set aside, so
//! that a text published a thousand times is compared once. The others become candidates where
//! their keys meet; candidates are read a second time and compared shingle by shingle.

mod distinct;
mod found;
mod numbers;
mod passages;
mod sketch;
mod verify;

pub use found::{Copies, CopyLink};
pub use passages::{SAMPLE_CAP, enough_shared};
pub use sketch::{CopyReader, CopySketch};

use distinct::Distinct;

use crate::SettingError;
use crate::lsh::{BandKeys, Banding};
use crate::parallel::sort;
use crate::sketch::{MinHasher, Shingles};

/// Finds the copies among some articles.
///
/// Two articles are copies if the Jaccard similarity of their shingle sets reaches a threshold, or
/// if one largely contains the other.
///
/// ```
/// use retold::story::CopyFinder;
/// let articles = [
///     "A strong quake struck the northern coast on Monday, officials said.",
///     "Shares rose on Monday.",
///     "A strong quake struck the northern coast early on Monday, officials said.",
/// ];
/// let copies = CopyFinder::default().find(3, |n, shingles| shingles.read_text(articles[n]));
/// assert_eq!(copies.groups(), [[0, 2]]);
/// assert_eq!(copies.links()[0].jaccard(), 7.0 / 12.0);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct CopyFinder {
    hasher: MinHasher,
    banding: Banding,
    similarity: f64,
    containment: f64,
    least: usize,
}

/// At most so many articles that share a band are compared each with each; see
/// [`BandKeys::candidates`](crate::lsh::BandKeys::candidates).
pub const BAND_CAP: usize = 32;

/// A shorter text contained in another is a phrase rather than an excerpt.
pub(crate) const LEAST_EXCERPT: usize = 24;

/// The recall that is planned for at the threshold itself, where copies are hardest to find.
const RECALL: f64 = 0.99;

/// How many articles one thread takes at a time.
const PART: usize = 256;

/// Pairs of classes worth comparing, and what was too common to pair.
#[derive(Debug, Default)]
struct Proposed {
    pairs: Vec<(u32, u32)>,
    capped: usize,
    left_out: u64,
}

impl Proposed {
    fn add_bands(&mut self, keys: &BandKeys) {
        let found = keys.candidates(BAND_CAP);
        self.pairs.extend_from_slice(found.pairs());
        self.capped += found.capped_buckets();
        self.left_out += found.left_out();
    }
}

impl CopyFinder {
    /// A finder of copies whose shingles, of `words` words (1 to 16), have a Jaccard similarity of
    /// at least `similarity` (0.1 to 1).
    ///
    /// # Errors
    /// A number outside its range.
    ///
    /// ```
    /// use retold::story::CopyFinder;
    /// assert!(CopyFinder::new(5, 0.7).is_ok());
    /// assert!(CopyFinder::new(5, 7.0).is_err());
    /// ```
    pub fn new(words: usize, similarity: f64) -> Result<Self, SettingError> {
        if !(0.1..=1.0).contains(&similarity) {
            return Err(SettingError::new(
                "similarity",
                &similarity,
                "from 0.1 to 1",
            ));
        }
        let hasher = MinHasher::new(MinHasher::default().slots(), words)?;
        Ok(Self::of(hasher, similarity))
    }

    pub(crate) fn of(hasher: MinHasher, similarity: f64) -> Self {
        Self {
            banding: Banding::nearest(hasher.slots(), similarity, RECALL),
            hasher,
            similarity,
            containment: 0.8,
            least: LEAST_EXCERPT,
        }
    }

    /// From which part on (above 0, up to 1) an article that is contained in another is its copy,
    /// and how many distinct shingles it must have at least; default: 0.8 of 24. A `part` above 1
    /// leaves only similarity to judge by.
    ///
    /// An excerpt of a much longer article shares few bands with it; a sample of their passages
    /// brings the two together. Of 1,000 excerpts of 50 to 400 words from news, one word in 30
    /// changed, none was missed (the test `excerpts_are_found`).
    ///
    /// ```
    /// use retold::story::CopyFinder;
    /// let strict = CopyFinder::default().containment(0.9, 50);
    /// assert_ne!(strict, CopyFinder::default());
    /// ```
    #[must_use]
    pub fn containment(mut self, part: f64, least: usize) -> Self {
        self.containment = part;
        self.least = least;
        self
    }

    /// The plan by which candidates are found.
    ///
    /// ```
    /// let finder = retold::story::CopyFinder::default();
    /// assert!(finder.banding().expected_recall() >= 0.99);
    /// ```
    pub fn banding(&self) -> &Banding {
        &self.banding
    }

    /// Finds the copies among articles numbered from 0 (at most `u32::MAX`).
    ///
    /// `read` replaces the content of the given [`Shingles`] by those of an article. It is called
    /// from any thread, up to three times for each article, and must give the same every time.
    /// Whatever the order of the articles and the number of threads, the same articles are found to
    /// be copies, with the same numbers of shared shingles.
    ///
    /// ```
    /// let texts = ["One two three four.", "", "one, two, three, four", ""];
    /// let finder = retold::story::CopyFinder::default();
    /// let copies = finder.find(texts.len(), |n, shingles| shingles.read_text(texts[n]));
    /// assert_eq!(copies.groups(), [[0, 2]]);
    /// ```
    pub fn find(&self, articles: usize, read: impl Fn(usize, &mut Shingles) + Sync) -> Copies {
        let (distinct, keys, passages) = Distinct::read(self, articles, &read);
        let mut candidates = Proposed::default();
        candidates.add_bands(&keys);
        drop(keys);
        passages.add_candidates(&mut candidates);
        drop(passages);
        sort(&mut candidates.pairs);
        candidates.pairs.dedup();
        let links = verify::links(self, &candidates.pairs, &distinct, &read);
        Copies::new(articles, &distinct, links, &candidates)
    }

    /// Whether an article can be a copy by being contained in another.
    fn contained(&self) -> bool {
        self.containment <= 1.0 && self.least < usize::MAX
    }

    pub(crate) fn hasher(&self) -> &MinHasher {
        &self.hasher
    }

    /// One number for all settings, for what is stored together with results.
    #[cfg(feature = "store")]
    pub(crate) fn fingerprint(&self) -> u64 {
        crate::hash::sequence(&[
            self.hasher.settings(),
            self.banding.bands() as u64,
            self.banding.rows() as u64,
            self.similarity.to_bits(),
            self.containment.to_bits(),
            self.least as u64,
        ])
    }

    /// The settings by the builder's names for them.
    pub(crate) fn named(&self) -> [(&'static str, String); 4] {
        [
            ("slots", self.hasher.slots().to_string()),
            ("shingle_words", self.hasher.shingle_words().to_string()),
            ("copy_similarity", self.similarity.to_string()),
            ("copy_containment", self.containment.to_string()),
        ]
    }

    fn shingles(&self) -> Shingles {
        self.hasher.shingles()
    }

    /// Whether sets of these sizes with so many shared shingles are copies.
    ///
    /// ```
    /// let finder = retold::story::CopyFinder::default();
    /// assert!(finder.are_copies(100, 100, 70), "Jaccard 0.54");
    /// assert!(finder.are_copies(30, 400, 27), "an excerpt");
    /// assert!(!finder.are_copies(100, 100, 60), "Jaccard 0.43");
    /// ```
    pub fn are_copies(&self, left: usize, right: usize, shared: usize) -> bool {
        let smaller = left.min(right);
        let jaccard = shared as f64 / (left + right - shared) as f64;
        let contained = shared as f64 / smaller as f64;
        jaccard >= self.similarity || (smaller >= self.least && contained >= self.containment)
    }
}

/// Shingles of 3 words, similarity from 0.5 on.
impl Default for CopyFinder {
    fn default() -> Self {
        Self::of(MinHasher::default(), 0.5)
    }
}
