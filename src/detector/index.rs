//! Live indexes with the settings of a detector.

use std::hash::Hash;

use super::Detector;
use crate::story::StoryIndex;

#[cfg(feature = "store")]
use crate::story::{StoreError, StoreKey};

impl Detector {
    /// An empty live index with these settings, for articles that come one by one.
    ///
    /// ```
    /// use retold::Detector;
    /// let mut index = Detector::builder().story_threshold(0.2).build()?.index();
    /// index.insert("a", "A storm hit the coast.")?;
    /// assert_eq!(index.len(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn index<K: Eq + Hash + Ord + Clone>(&self) -> StoryIndex<K> {
        StoryIndex::with_settings(
            self.rules.clone(),
            self.copies.clone(),
            self.background.clone(),
        )
    }

    /// Opens the live index kept in a file, or makes an empty one there, with these settings: see
    /// [`StoryIndex::open`].
    ///
    /// # Errors
    /// See [`StoreError`]; one of them is that the file was made with other settings.
    ///
    /// ```
    /// use retold::Detector;
    /// let folder = tempfile::tempdir()?;
    /// let path = folder.path().join("news.retold");
    /// drop(Detector::new().open_index::<u64>(&path)?);
    /// let other = Detector::builder().story_threshold(0.2).build()?;
    /// let error = other.open_index::<u64>(&path).unwrap_err();
    /// assert!(error.to_string().contains("story_threshold is 0.172, but 0.2 was expected"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[cfg(feature = "store")]
    pub fn open_index<K: StoreKey>(
        &self,
        path: impl AsRef<std::path::Path>,
    ) -> Result<StoryIndex<K>, StoreError> {
        let rules = self.rules.clone();
        StoryIndex::open_with_settings(path, rules, self.copies.clone(), self.background.clone())
    }
}
