//! Settings, all checked in one place.

use super::Detector;
use crate::SettingError;

/// Settings of a [`Detector`].
///
/// ```
/// let detector = retold::Detector::builder().shingle_words(5).build()?;
/// # Ok::<(), retold::SettingError>(())
/// ```
#[derive(Debug, Clone)]
pub struct DetectorBuilder {
    shingle_words: usize,
}

impl Default for DetectorBuilder {
    fn default() -> Self {
        Self { shingle_words: 3 }
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

    /// Checks every setting.
    ///
    /// # Errors
    /// The first setting outside its range, with the range.
    ///
    /// ```
    /// assert!(retold::Detector::builder().shingle_words(0).build().is_err());
    /// ```
    pub fn build(self) -> Result<Detector, SettingError> {
        if !(1..=16).contains(&self.shingle_words) {
            return Err(SettingError::new(
                "shingle_words",
                &self.shingle_words,
                "from 1 to 16",
            ));
        }
        Ok(Detector {
            shingle_words: self.shingle_words,
        })
    }
}
