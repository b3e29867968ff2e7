//! Settings, all checked in one place.

use super::Detector;
use crate::SettingError;
use crate::event::Background;
use crate::sketch::MinHasher;
use crate::story::{CopyFinder, LEAST_EXCERPT, Rules};

/// Settings of a [`Detector`].
///
/// ```
/// let detector = retold::Detector::builder().shingle_words(5).build()?;
/// # Ok::<(), retold::SettingError>(())
/// ```
#[derive(Debug, Clone)]
pub struct DetectorBuilder {
    shingle_words: usize,
    slots: usize,
    copy_similarity: f64,
    copy_containment: f64,
    rules: Rules,
    background: Background,
}

impl Default for DetectorBuilder {
    fn default() -> Self {
        let hasher = MinHasher::default();
        Self {
            shingle_words: hasher.shingle_words(),
            slots: hasher.slots(),
            copy_similarity: 0.5,
            copy_containment: 0.8,
            rules: Rules::default(),
            background: Background::english(),
        }
    }
}

impl DetectorBuilder {
    /// Words in a shingle, from 1 to 16; 3 unless told.
    ///
    /// ```
    /// assert!(retold::Detector::builder().shingle_words(5).build().is_ok());
    /// ```
    #[must_use]
    pub fn shingle_words(mut self, words: usize) -> Self {
        self.shingle_words = words;
        self
    }

    /// Slots of a signature, from 32 to 1024; 128 unless told. More find copies of a low similarity
    /// with fewer candidates.
    ///
    /// ```
    /// assert!(retold::Detector::builder().slots(256).build().is_ok());
    /// ```
    #[must_use]
    pub fn slots(mut self, slots: usize) -> Self {
        self.slots = slots;
        self
    }

    /// Jaccard similarity of shingles from which two articles are copies, from 0.1 to 1; 0.5 unless
    /// told.
    ///
    /// ```
    /// assert!(retold::Detector::builder().copy_similarity(0.8).build().is_ok());
    /// ```
    #[must_use]
    pub fn copy_similarity(mut self, similarity: f64) -> Self {
        self.copy_similarity = similarity;
        self
    }

    /// Share of the smaller article's shingles that the larger one holds from which it is a copy,
    /// an excerpt, from 0.1 to 1; 0.8 unless told.
    ///
    /// ```
    /// assert!(retold::Detector::builder().copy_containment(0.9).build().is_ok());
    /// ```
    #[must_use]
    pub fn copy_containment(mut self, containment: f64) -> Self {
        self.copy_containment = containment;
        self
    }

    /// Average score from which two articles among many are one story, from 0.01 to 1; 0.172 unless
    /// told. Groups need less the larger they are, down to 0.1 less. Higher means fewer wrong joins
    /// and more stories torn apart.
    ///
    /// ```
    /// assert!(retold::Detector::builder().story_threshold(0.2).build().is_ok());
    /// ```
    #[must_use]
    pub fn story_threshold(mut self, threshold: f64) -> Self {
        self.rules.story_threshold = threshold;
        self
    }

    /// Score from which two articles compared alone are one story, from 0.01 to 1; 0.2 unless told.
    ///
    /// ```
    /// assert!(retold::Detector::builder().pair_threshold(0.25).build().is_ok());
    /// ```
    #[must_use]
    pub fn pair_threshold(mut self, threshold: f64) -> Self {
        self.rules.pair_threshold = threshold;
        self
    }

    /// How many of its heaviest terms find an article's candidates, from 4 to 64; 24 unless told.
    /// More find a few more retellings, at the price of more work.
    ///
    /// ```
    /// assert!(retold::Detector::builder().candidate_terms(16).build().is_ok());
    /// ```
    #[must_use]
    pub fn candidate_terms(mut self, terms: usize) -> Self {
        self.rules.candidate_terms = terms;
        self
    }

    /// How dates count: the days in which their factor comes down by 63 % of its way to the floor
    /// (0.1 to 10,000), and the floor, the part of it that is left however far apart they lie (0 to
    /// 1, where 1 means that distance does not count). 14 days and 0.5 unless told. That both dates
    /// are known is worth a factor of 1.2 by itself, so that it runs from 1.2 to 0.6.
    ///
    /// ```
    /// assert!(retold::Detector::builder().date_decay(3.0, 0.3).build().is_ok());
    /// ```
    #[must_use]
    pub fn date_decay(mut self, days: f64, floor: f64) -> Self {
        self.rules.date_days = days;
        self.rules.date_floor = floor;
        self
    }

    /// Days beyond which two dated articles are never linked by what they tell, above 0; no such
    /// window unless told, since stories run on. Copies are one story whatever their dates.
    ///
    /// ```
    /// assert!(retold::Detector::builder().window_days(30.0).build().is_ok());
    /// ```
    #[must_use]
    pub fn window_days(mut self, days: f64) -> Self {
        self.rules.window_days = Some(days);
        self
    }

    /// The table that says how common words are; the English one unless told.
    ///
    /// ```
    /// use retold::event::Background;
    /// let detector = retold::Detector::builder().background(Background::none()).build()?;
    /// # Ok::<(), retold::SettingError>(())
    /// ```
    #[must_use]
    pub fn background(mut self, background: Background) -> Self {
        self.background = background;
        self
    }

    /// Checks every setting.
    ///
    /// # Errors
    /// The first setting outside its range, with the range.
    ///
    /// ```
    /// assert!(retold::Detector::builder().shingle_words(0).build().is_err());
    /// ```
    pub fn build(self) -> Result<Detector, SettingError> {
        let hasher = MinHasher::new(self.slots, self.shingle_words)?;
        let rules = &self.rules;
        let terms = rules.candidate_terms;
        if !(4..=64).contains(&terms) {
            return Err(SettingError::new("candidate_terms", &terms, "from 4 to 64"));
        }
        for (name, value, low, high) in [
            ("copy_similarity", self.copy_similarity, 0.1, 1.0),
            ("copy_containment", self.copy_containment, 0.1, 1.0),
            ("story_threshold", rules.story_threshold, 0.01, 1.0),
            ("pair_threshold", rules.pair_threshold, 0.01, 1.0),
            ("date_days", rules.date_days, 0.1, 10_000.0),
            ("date_floor", rules.date_floor, 0.0, 1.0),
            (
                "window_days",
                rules.window_days.unwrap_or(1.0),
                f64::MIN_POSITIVE,
                f64::MAX,
            ),
        ] {
            if !(low..=high).contains(&value) {
                let allowed = match name {
                    "window_days" => "above 0".to_owned(),
                    _ => format!("from {low} to {high}"),
                };
                return Err(SettingError::new(name, &value, allowed));
            }
        }
        Ok(self.with(hasher))
    }

    /// The detector of the default settings.
    pub(super) fn unchecked(self) -> Detector {
        self.with(MinHasher::default())
    }

    fn with(self, hasher: MinHasher) -> Detector {
        let copies = CopyFinder::of(hasher, self.copy_similarity);
        Detector {
            copies: copies.containment(self.copy_containment, LEAST_EXCERPT),
            rules: self.rules,
            background: self.background,
        }
    }
}
