//! The plan: how many bands of how many rows, and what to expect of them.

use crate::sketch::{MinHasher, Signature};
use crate::{SettingError, hash};

/// A plan for cutting signatures into bands, and the keys of those bands.
///
/// Two texts of Jaccard similarity `s` agree in all `r` rows of one of `b` bands with probability
/// `1 − (1 − sʳ)ᵇ`. The plan takes as many rows as it can, since each row more makes chance meetings
/// rarer, and then as few bands as reach the wanted recall at the wanted similarity. The *threshold*
/// in the name of many tools is the similarity where an S-curve is steepest, and they find about
/// half of the pairs there; here it is where at least the recall you ask for is reached.
///
/// ```
/// use retold::{lsh::Banding, sketch::MinHasher};
/// let banding = Banding::plan(&MinHasher::default(), 0.5, 0.95)?;
/// assert_eq!((banding.bands(), banding.rows()), (23, 3));
/// assert!(banding.probability(0.5) >= 0.95 && banding.probability(0.1) < 0.03);
/// # Ok::<(), retold::SettingError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[doc(alias = "threshold")]
#[doc(alias = "minhash lsh")]
pub struct Banding {
    bands: usize,
    rows: usize,
    similarity: f64,
}

impl Banding {
    /// The recall to ask for when nothing else is known.
    ///
    /// ```
    /// assert_eq!(retold::lsh::Banding::RECALL, 0.95);
    /// ```
    pub const RECALL: f64 = 0.95;

    /// The plan of most rows, and then of fewest bands, that finds pairs of Jaccard `similarity`
    /// (above 0, up to 1) with probability `recall` (above 0, below 1) or more.
    ///
    /// # Errors
    /// A number outside its range, or a similarity so low that no plan within the hasher's slots
    /// reaches the recall.
    ///
    /// ```
    /// use retold::{lsh::Banding, sketch::MinHasher};
    /// let error = Banding::plan(&MinHasher::default(), 0.01, 0.95).unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "similarity is 0.01, but must be at least 0.0232 for a recall of 0.95 from 128 slots",
    /// );
    /// ```
    pub fn plan(hasher: &MinHasher, similarity: f64, recall: f64) -> Result<Self, SettingError> {
        if !(similarity > 0.0 && similarity <= 1.0) {
            return Err(SettingError::new(
                "similarity",
                &similarity,
                "above 0 and at most 1",
            ));
        }
        if !(recall > 0.0 && recall < 1.0) {
            return Err(SettingError::new("recall", &recall, "above 0 and below 1"));
        }
        let slots = hasher.slots();
        let plan = Self::nearest(slots, similarity, recall);
        if plan.expected_recall() < recall {
            let least = 1.0 - (1.0 - recall).powf(1.0 / slots as f64);
            let least = (least * 1e4).ceil() / 1e4;
            let allowed = format!("at least {least} for a recall of {recall} from {slots} slots");
            return Err(SettingError::new("similarity", &similarity, allowed));
        }
        Ok(plan)
    }

    /// The plan, or if none reaches the recall, the one that comes nearest to it.
    pub(crate) fn nearest(slots: usize, similarity: f64, recall: f64) -> Self {
        let (mut rows, mut bands) = (1, slots);
        // A few rows more would still do for identical texts, but in a band of 16 slots there are
        // no chance meetings left to avoid.
        for more in 2..=16 {
            let most = slots / more;
            if reached(similarity, more, most) >= recall {
                (rows, bands) = (more, most);
            }
        }
        while bands > 1 && reached(similarity, rows, bands - 1) >= recall {
            bands -= 1;
        }
        Self {
            bands,
            rows,
            similarity,
        }
    }

    /// A plan with given numbers, each at least 1 and together within the hasher's slots.
    ///
    /// # Errors
    /// Numbers that do not fit.
    ///
    /// ```
    /// use retold::{lsh::Banding, sketch::MinHasher};
    /// let banding = Banding::new(&MinHasher::default(), 32, 4)?;
    /// assert!((banding.probability(0.5) - 0.87).abs() < 0.01);
    /// # Ok::<(), retold::SettingError>(())
    /// ```
    pub fn new(hasher: &MinHasher, bands: usize, rows: usize) -> Result<Self, SettingError> {
        let slots = hasher.slots();
        if !(1..=slots).contains(&rows) {
            return Err(SettingError::new(
                "rows",
                &rows,
                format!("from 1 to {slots}"),
            ));
        }
        if !(1..=slots / rows).contains(&bands) {
            let allowed = format!("from 1 to {} of {rows} rows", slots / rows);
            return Err(SettingError::new("bands", &bands, allowed));
        }
        // No recall was asked for: the similarity where the usual one is reached.
        let missed = (1.0 - Self::RECALL).powf(1.0 / bands as f64);
        let similarity = (1.0 - missed).powf(1.0 / rows as f64);
        Ok(Self {
            bands,
            rows,
            similarity,
        })
    }

    /// How many bands there are.
    ///
    /// ```
    /// use retold::{lsh::Banding, sketch::MinHasher};
    /// assert_eq!(Banding::plan(&MinHasher::default(), 0.8, 0.95)?.bands(), 13);
    /// # Ok::<(), retold::SettingError>(())
    /// ```
    pub fn bands(&self) -> usize {
        self.bands
    }

    /// How many slots make a band.
    ///
    /// ```
    /// use retold::{lsh::Banding, sketch::MinHasher};
    /// assert_eq!(Banding::plan(&MinHasher::default(), 0.8, 0.95)?.rows(), 7);
    /// # Ok::<(), retold::SettingError>(())
    /// ```
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// The similarity the plan was made for: from here on up, at least the wanted recall is
    /// expected.
    ///
    /// ```
    /// use retold::{lsh::Banding, sketch::MinHasher};
    /// let banding = Banding::plan(&MinHasher::default(), 0.7, 0.99)?;
    /// assert_eq!(banding.threshold(), 0.7);
    /// assert!(banding.expected_recall() >= 0.99);
    /// # Ok::<(), retold::SettingError>(())
    /// ```
    pub fn threshold(&self) -> f64 {
        self.similarity
    }

    /// The probability that two texts of a Jaccard similarity (0 to 1) become candidates.
    ///
    /// ```
    /// use retold::{lsh::Banding, sketch::MinHasher};
    /// let banding = Banding::plan(&MinHasher::default(), 0.5, 0.95)?;
    /// assert_eq!((banding.probability(0.0), banding.probability(1.0)), (0.0, 1.0));
    /// # Ok::<(), retold::SettingError>(())
    /// ```
    pub fn probability(&self, similarity: f64) -> f64 {
        reached(similarity, self.rows, self.bands)
    }

    /// The probability of finding a pair that is exactly as similar as the threshold, the hardest
    /// one.
    ///
    /// ```
    /// use retold::{lsh::Banding, sketch::MinHasher};
    /// assert!(Banding::plan(&MinHasher::default(), 0.5, 0.9)?.expected_recall() >= 0.9);
    /// # Ok::<(), retold::SettingError>(())
    /// ```
    pub fn expected_recall(&self) -> f64 {
        self.probability(self.similarity)
    }

    /// How many unrelated articles a query is expected to meet in an index of `articles`.
    ///
    /// `background` says how similar unrelated articles are: rows of a Jaccard similarity and the
    /// part of all pairs that have it. [`NEWS_BACKGROUND`](super::NEWS_BACKGROUND) was counted on
    /// news, for shingles of 3 words. Articles that are copies come on top, of course.
    ///
    /// ```
    /// use retold::lsh::{Banding, NEWS_BACKGROUND};
    /// use retold::sketch::MinHasher;
    /// let banding = Banding::plan(&MinHasher::default(), 0.5, 0.95)?;
    /// assert!(banding.expected_candidates(100_000, NEWS_BACKGROUND) < 10.0);
    /// # Ok::<(), retold::SettingError>(())
    /// ```
    pub fn expected_candidates(&self, articles: usize, background: &[(f64, f64)]) -> f64 {
        let met = background
            .iter()
            .map(|&(similarity, part)| part * self.probability(similarity));
        articles as f64 * met.sum::<f64>()
    }

    /// The key of each band, none for a text without words.
    ///
    /// Texts are candidates if they share a key. The number of the band and the settings of the
    /// signature are mixed into it, so that one table can hold all bands, and signatures of
    /// different settings never meet. A signature with too few slots for the plan has keys only for
    /// the bands it can fill.
    ///
    /// ```
    /// use retold::{lsh::Banding, sketch::MinHasher};
    /// let hasher = MinHasher::default();
    /// let banding = Banding::plan(&hasher, 0.5, 0.95)?;
    /// let keys = banding.band_keys(&hasher.signature_of_text("A quake struck the coast."));
    /// assert_eq!(keys.len(), banding.bands());
    /// assert!(banding.band_keys(&hasher.empty()).is_empty());
    /// # Ok::<(), retold::SettingError>(())
    /// ```
    pub fn band_keys(&self, signature: &Signature) -> Vec<u64> {
        let mut keys = Vec::with_capacity(self.bands);
        self.band_keys_into(signature, &mut keys);
        keys
    }

    /// Replaces the content of `keys` by the key of each band, see [`band_keys`](Self::band_keys).
    ///
    /// ```
    /// use retold::{lsh::Banding, sketch::MinHasher};
    /// let hasher = MinHasher::default();
    /// let banding = Banding::plan(&hasher, 0.5, 0.95)?;
    /// let mut keys = vec![1, 2, 3];
    /// banding.band_keys_into(&hasher.empty(), &mut keys);
    /// assert!(keys.is_empty());
    /// # Ok::<(), retold::SettingError>(())
    /// ```
    pub fn band_keys_into(&self, signature: &Signature, keys: &mut Vec<u64>) {
        keys.clear();
        let bands = signature.slots().chunks_exact(self.rows).take(self.bands);
        keys.extend((0..).zip(bands).map(|(number, band)| {
            let start = hash::join(signature.settings(), number);
            band.iter()
                .fold(start, |key, &slot| hash::join(key, u64::from(slot)))
        }));
    }
}

/// The probability of meeting in one of some bands.
fn reached(similarity: f64, rows: usize, bands: usize) -> f64 {
    1.0 - power(1.0 - power(similarity, rows), bands)
}

/// By squaring, and so the same on every machine, which the standard library does not promise.
fn power(mut base: f64, mut exponent: usize) -> f64 {
    let mut power = 1.0;
    while exponent > 0 {
        if exponent % 2 == 1 {
            power *= base;
        }
        base *= base;
        exponent /= 2;
    }
    power
}
