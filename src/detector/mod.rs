//! The front door: settings, comparison of two articles, clustering of many.

mod builder;
mod cluster;
mod comparison;
mod index;
mod page;
mod text;

pub use builder::DetectorBuilder;
pub use comparison::{Comparison, Relation, compare};

use crate::event::Background;
use crate::story::{CopyFinder, Rules};

/// Finds articles that report the same event, and compares them.
///
/// ```
/// let detector = retold::Detector::new();
/// let stories = detector.cluster(&["A storm hit the coast.", "Shares rose on Monday."]);
/// assert_eq!(stories.len(), 2);
/// ```
#[derive(Debug, Clone)]
#[doc(alias = "dedup")]
#[doc(alias = "deduplicate")]
#[doc(alias = "near-duplicate")]
pub struct Detector {
    copies: CopyFinder,
    rules: Rules,
    background: Background,
}

impl Detector {
    /// A detector with the default settings.
    ///
    /// ```
    /// use retold::Detector;
    /// let (left, right) = ("A storm hit the coast.", "A storm hit the town.");
    /// let same = Detector::builder().build()?;
    /// assert_eq!(Detector::new().link(left, right), same.link(left, right));
    /// # Ok::<(), retold::SettingError>(())
    /// ```
    pub fn new() -> Self {
        DetectorBuilder::default().unchecked()
    }

    /// What the settings come to: rules of clustering, the finder of copies, and the table of how rare words
    /// are; for who runs the [steps](crate::story::steps).
    ///
    /// ```
    /// use retold::{Detector, story::Rules};
    /// assert_eq!(Detector::new().parts().0, &Rules::default());
    /// ```
    pub fn parts(&self) -> (&Rules, &CopyFinder, &Background) {
        (&self.rules, &self.copies, &self.background)
    }

    /// Settings to change before a detector is built.
    ///
    /// ```
    /// use retold::Detector;
    /// let strict = Detector::builder().story_threshold(0.9).build()?;
    /// let articles = [
    ///     "A bridge in Porto collapsed on Monday, killing three workers.",
    ///     "Three workers died when the Porto bridge collapsed.",
    /// ];
    /// assert_eq!((Detector::new().cluster(&articles).len(), strict.cluster(&articles).len()), (1, 2));
    /// # Ok::<(), retold::SettingError>(())
    /// ```
    pub fn builder() -> DetectorBuilder {
        DetectorBuilder::default()
    }
}

impl Default for Detector {
    fn default() -> Self {
        Self::new()
    }
}
