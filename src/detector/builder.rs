//! Settings, all checked in one place.

use super::Detector;
use crate::SettingError;
use crate::event::Background;
use crate::sketch::MinHasher;
use crate::story::{CopyFinder, LEAST_EXCERPT, Rules};

/// Settings of a [`Detector`]. [`build`](Self::build) checks them all.
///
/// ```
/// use retold::Detector;
///
/// let detector = Detector::builder().copy_similarity(0.8).window_days(30.0).build()?;
/// let error = Detector::builder().copy_similarity(8.0).build().unwrap_err();
/// assert_eq!(error.to_string(), "copy_similarity is 8, but must be from 0.1 to 1");
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
    /// Words in a shingle, from 1 to 16; default: 3. Long shingles find literal copies only, short ones
    /// find loose similarity too.
    ///
    /// ```
    /// use retold::Detector;
    /// let (left, right) = ("The ferry ran aground off Ardmore.", "The ferry ran aground near Ardmore.");
    /// let words = Detector::builder().shingle_words(1).build()?;
    /// assert_eq!(words.compare(left, right).jaccard(), 5.0 / 7.0);
    /// assert_eq!(Detector::new().compare(left, right).jaccard(), 2.0 / 6.0);
    /// # Ok::<(), retold::SettingError>(())
    /// ```
    #[must_use]
    #[doc(alias = "ngram")]
    #[doc(alias = "shingle_size")]
    pub fn shingle_words(mut self, words: usize) -> Self {
        self.shingle_words = words;
        self
    }

    /// Slots of a `MinHash` signature, from 32 to 1024; default: 128. Other libraries call this the
    /// number of permutations. More slots find copies of a low similarity with fewer candidates.
    ///
    /// ```
    /// use retold::Detector;
    /// let detector = Detector::builder().copy_similarity(0.3).slots(256).build()?;
    /// let error = Detector::builder().slots(16).build().unwrap_err();
    /// assert_eq!(error.to_string(), "slots is 16, but must be from 32 to 1024");
    /// # Ok::<(), retold::SettingError>(())
    /// ```
    #[must_use]
    #[doc(alias = "num_perm")]
    #[doc(alias = "permutations")]
    pub fn slots(mut self, slots: usize) -> Self {
        self.slots = slots;
        self
    }

    /// Jaccard similarity of shingles from which two articles are copies, from 0.1 to 1; default: 0.5.
    ///
    /// ```
    /// use retold::Detector;
    /// let left = "The ferry ran aground off Ardmore on Sunday with 84 passengers on board.";
    /// let right = "The ferry ran aground off Ardmore on Sunday with 84 travellers on board.";
    /// let strict = Detector::builder().copy_similarity(0.8).build()?;
    /// assert!(Detector::new().link(left, right).is_copy());
    /// assert!(!strict.link(left, right).is_copy());
    /// # Ok::<(), retold::SettingError>(())
    /// ```
    #[must_use]
    #[doc(alias = "threshold")]
    #[doc(alias = "near-duplicate")]
    pub fn copy_similarity(mut self, similarity: f64) -> Self {
        self.copy_similarity = similarity;
        self
    }

    /// Share of the shorter article's shingles that must occur in the longer one for the shorter to be
    /// an excerpt, and so a copy; from 0.1 to 1, default: 0.8.
    ///
    /// ```
    /// use retold::Detector;
    /// let words: Vec<String> = (0..90).map(|n| format!("word{n}")).collect();
    /// let (whole, part) = (words.join(" "), words[..40].join(" ").replace("word20", "other"));
    /// let strict = Detector::builder().copy_containment(0.95).build()?;
    /// assert!(Detector::new().link(&whole, &part).is_copy()); // 35 of its 38 shingles
    /// assert!(!strict.link(&whole, &part).is_copy());
    /// # Ok::<(), retold::SettingError>(())
    /// ```
    #[must_use]
    pub fn copy_containment(mut self, containment: f64) -> Self {
        self.copy_containment = containment;
        self
    }

    /// Average score from which articles among many are one story, from 0.01 to 1; default: 0.172.
    /// Large groups need less, at most 0.07 less. A higher threshold joins fewer articles wrongly and
    /// splits more stories.
    ///
    /// ```
    /// use retold::Detector;
    /// let articles = [
    ///     "A bridge in Porto collapsed on Monday, killing three workers.",
    ///     "Three workers died when the Porto bridge collapsed.",
    /// ];
    /// let strict = Detector::builder().story_threshold(0.95).build()?;
    /// assert_eq!(Detector::new().cluster(&articles).len(), 1);
    /// assert_eq!(strict.cluster(&articles).len(), 2);
    /// # Ok::<(), retold::SettingError>(())
    /// ```
    #[must_use]
    #[doc(alias = "threshold")]
    pub fn story_threshold(mut self, threshold: f64) -> Self {
        self.rules.story_threshold = threshold;
        self
    }

    /// Score from which two articles compared alone are one story, from 0.01 to 1; default: 0.2.
    ///
    /// ```
    /// use retold::Detector;
    /// let left = "A bridge in Porto collapsed on Monday, killing three workers.";
    /// let right = "Three workers died when the Porto bridge collapsed.";
    /// let strict = Detector::builder().pair_threshold(0.95).build()?;
    /// assert!(Detector::new().compare(left, right).same_story());
    /// assert!(!strict.compare(left, right).same_story());
    /// # Ok::<(), retold::SettingError>(())
    /// ```
    #[must_use]
    #[doc(alias = "threshold")]
    pub fn pair_threshold(mut self, threshold: f64) -> Self {
        self.rules.pair_threshold = threshold;
        self
    }

    /// How many of an article's heaviest terms are used to find its candidates, from 4 to 64; default:
    /// 24. More terms find a few more retellings and cost more time.
    ///
    /// ```
    /// use retold::Detector;
    /// let fast = Detector::builder().candidate_terms(16).build()?;
    /// let error = Detector::builder().candidate_terms(1).build().unwrap_err();
    /// assert_eq!(error.to_string(), "candidate_terms is 1, but must be from 4 to 64");
    /// # Ok::<(), retold::SettingError>(())
    /// ```
    #[must_use]
    pub fn candidate_terms(mut self, terms: usize) -> Self {
        self.rules.candidate_terms = terms;
        self
    }

    /// How the score falls with the days between two articles: its date factor decays exponentially
    /// with time constant `days` (0.1 to 10,000; default: 14) towards the part `floor` (0 to 1;
    /// default: 0.5). A floor of 1 ignores the distance. Two known dates raise the score by a fifth,
    /// so that the factor runs from 1.2 down to 0.6.
    ///
    /// ```
    /// use retold::{Article, Date, Detector};
    /// let march = Article::new("A bridge in Porto collapsed, killing three workers.")
    ///     .with_date("2024-03-04".parse::<Date>()?);
    /// let april = march.with_date("2024-04-04".parse::<Date>()?);
    /// let steep = Detector::builder().date_decay(3.0, 0.2).build()?;
    /// assert!(steep.link(march, april).date_factor() < Detector::new().link(march, april).date_factor());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn date_decay(mut self, days: f64, floor: f64) -> Self {
        self.rules.date_days = days;
        self.rules.date_floor = floor;
        self
    }

    /// Days beyond which two dated articles are never linked as retellings; `None`, the default, sets no
    /// limit. Copies belong to one story whatever their dates.
    ///
    /// ```
    /// use retold::{Article, Date, Detector};
    /// let march = Article::new("A bridge in Porto collapsed on Monday, killing three workers.")
    ///     .with_date("2024-03-04".parse::<Date>()?);
    /// let april = Article::new("Three workers died when the Porto bridge collapsed.")
    ///     .with_date("2024-04-04".parse::<Date>()?);
    /// let recent = Detector::builder().window_days(7.0).build()?;
    /// assert!(Detector::new().link(march, april).is_same_story());
    /// assert!(!recent.link(march, april).is_same_story());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn window_days(mut self, days: impl Into<Option<f64>>) -> Self {
        self.rules.window_days = days.into();
        self
    }

    /// The table of how common words are; default: the shipped one, counted on news.
    ///
    /// ```
    /// use retold::{Detector, event::Background};
    /// let (left, right) = ("The storm hit the coast of Porto.", "The storm missed the coast of Porto.");
    /// let even = Detector::builder().background(Background::none()).build()?;
    /// assert_ne!(even.link(left, right).score(), Detector::new().link(left, right).score());
    /// # Ok::<(), retold::SettingError>(())
    /// ```
    #[must_use]
    #[doc(alias = "idf")]
    pub fn background(mut self, background: Background) -> Self {
        self.background = background;
        self
    }

    /// Checks every setting.
    ///
    /// # Errors
    /// The first setting outside its range, by the name of its method and with the range.
    ///
    /// ```
    /// let error = retold::Detector::builder().window_days(f64::INFINITY).build().unwrap_err();
    /// assert_eq!(error.name(), "window_days");
    /// assert_eq!(
    ///     error.to_string(),
    ///     "window_days is inf, but must be above 0 and finite, or None for no limit",
    /// );
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
        ] {
            if !(low..=high).contains(&value) {
                return Err(SettingError::new(
                    name,
                    &value,
                    format!("from {low} to {high}"),
                ));
            }
        }
        for (argument, value, low, high) in [
            ("days", rules.date_days, 0.1, 10_000.0),
            ("floor", rules.date_floor, 0.0, 1.0),
        ] {
            if !(low..=high).contains(&value) {
                let allowed = format!("from {low} to {high}");
                return Err(SettingError::new("date_decay", &value, allowed).of_argument(argument));
            }
        }
        if let Some(days) = rules.window_days
            && !(days > 0.0 && days.is_finite())
        {
            let allowed = "above 0 and finite, or None for no limit";
            return Err(SettingError::new("window_days", &days, allowed));
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
