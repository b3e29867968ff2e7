//! Links between articles, and the stories they make.

/// The stories found among some articles.
///
/// ```
/// assert!(retold::Detector::new().cluster::<&str>(&[]).is_empty());
/// ```
#[derive(Debug, Clone)]
pub struct Stories {
    pub(crate) count: usize,
}

impl Stories {
    /// How many stories there are.
    ///
    /// ```
    /// assert_eq!(retold::Detector::new().cluster(&["One."]).len(), 1);
    /// ```
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether there is no story: there was no article.
    ///
    /// ```
    /// assert!(retold::Detector::new().cluster::<&str>(&[]).is_empty());
    /// ```
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }
}

mod index;
pub use index::{Change, StoryId};

mod copies;
pub use copies::{Copies, CopyFinder, CopyLink};
