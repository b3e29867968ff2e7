//! Settings, all checked in one place.

use super::Detector;
use crate::SettingError;
use crate::event::Background;
use crate::story::Rules;

/// Settings of a [`Detector`].
///
/// ```
/// let detector = retold::Detector::builder().shingle_words(5).build()?;
/// # Ok::<(), retold::SettingError>(())
/// ```
#[derive(Debug, Clone)]
pub struct DetectorBuilder {
    shingle_words: usize,
    rules: Rules,
    background: Background,
}

impl Default for DetectorBuilder {
    fn default() -> Self {
        Self {
            shingle_words: 3,
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

    /// Average adjusted score from which groups of articles are one story, from 0.01 to 1; 0.14
    /// unless told. Higher means fewer wrong joins and more stories told apart.
    ///
    /// ```
    /// assert!(retold::Detector::builder().story_threshold(0.2).build().is_ok());
    /// ```
    #[must_use]
    pub fn story_threshold(mut self, threshold: f64) -> Self {
        self.rules.story_threshold = threshold;
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
        let words = self.shingle_words;
        if !(1..=16).contains(&words) {
            return Err(SettingError::new("shingle_words", &words, "from 1 to 16"));
        }
        let within = |name, value: f64, low: f64, high: f64| {
            if (low..=high).contains(&value) {
                Ok(())
            } else {
                Err(SettingError::new(
                    name,
                    &value,
                    format!("from {low} to {high}"),
                ))
            }
        };
        within("story_threshold", self.rules.story_threshold, 0.01, 1.0)?;
        Ok(self.unchecked())
    }

    /// The detector, for settings known to be in range.
    pub(super) fn unchecked(self) -> Detector {
        Detector {
            shingle_words: self.shingle_words,
            rules: self.rules,
            background: self.background,
        }
    }
}
