//! The front door: settings, comparison of two articles, clustering of many.

mod builder;
mod cluster;
mod comparison;
mod index;
mod page;

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
pub struct Detector {
    copies: CopyFinder,
    rules: Rules,
    background: Background,
}

impl Detector {
    /// A detector with the default settings.
    ///
    /// ```
    /// assert!(retold::Detector::new().compare("", "").jaccard() == 0.0);
    /// ```
    pub fn new() -> Self {
        DetectorBuilder::default().unchecked()
    }

    /// Settings to change before a detector is built.
    ///
    /// ```
    /// let detector = retold::Detector::builder().shingle_words(5).build()?;
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
