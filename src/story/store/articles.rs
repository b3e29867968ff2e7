//! The articles of a file, whatever made it: the way out of an old file, or one of other settings.

use std::path::{Path, PathBuf};
use std::vec::IntoIter;

use redb::{Database, ReadableDatabase};

use super::error::At;
use super::tables::ARTICLES;
use super::{StoreError, bundle};
use crate::OwnedArticle;

/// Reads the articles that an index kept in a file, in the order they came, each with the bytes of its
/// key (see [`StoreKey::from_bytes`](super::StoreKey::from_bytes)).
///
/// The file may have been made with any settings, keys or version of this crate. It is not changed.
///
/// # Errors
/// See [`StoreError`]: there is no such file, it is in use, or no index wrote it. Each article may
/// turn out to be damaged.
///
/// ```
/// use retold::{AsArticle, Detector, story::{StoreKey, StoryIndex, read_articles}};
///
/// let folder = tempfile::tempdir()?;
/// let path = folder.path().join("news.retold");
/// let strict = Detector::builder().story_threshold(0.3).build()?;
/// let mut index = strict.open_index(&path)?;
/// index.insert(7_u64, "A storm hit the coast.")?;
/// index.commit()?;
/// drop(index);
///
/// assert!(StoryIndex::<u64>::open(&path).is_err(), "it has other settings");
/// for article in read_articles(&path)? {
///     let (key, article) = article?;
///     assert_eq!(u64::from_bytes(&key), Some(7));
///     assert_eq!(article.as_article().text(), "A storm hit the coast.");
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn read_articles(path: impl AsRef<Path>) -> Result<StoredArticles, StoreError> {
    let path = path.as_ref();
    let at = At(path);
    let database = Database::builder().open(path);
    let database = database.map_err(|error| at.error(error))?;
    let read = database.begin_read().map_err(|e| at.error(e))?;
    let articles = read.open_table(ARTICLES).map_err(|e| at.error(e))?;
    Ok(StoredArticles {
        bundles: articles.range::<u64>(..).map_err(|e| at.error(e))?,
        bundle: Vec::new().into_iter(),
        path: path.to_owned(),
        _database: database,
    })
}

/// The articles of a file, one after another; made by [`read_articles`].
///
/// ```
/// use retold::story::{StoryIndex, read_articles};
///
/// let folder = tempfile::tempdir()?;
/// let path = folder.path().join("news.retold");
/// let mut index = StoryIndex::open(&path)?;
/// index.insert(7_u64, "A storm hit the coast.")?;
/// index.insert(8_u64, "Shares rose.")?;
/// index.commit()?;
/// drop(index);
/// assert_eq!(read_articles(&path)?.count(), 2);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct StoredArticles {
    bundles: redb::Range<'static, u64, &'static [u8]>,
    /// What is left of the bundle that was read last.
    bundle: IntoIter<Keyed>,
    path: PathBuf,
    /// Kept open for the range above.
    _database: Database,
}

type Keyed = Result<(Vec<u8>, OwnedArticle), StoreError>;

impl std::fmt::Debug for StoredArticles {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut shown = f.debug_struct("StoredArticles");
        shown.field("path", &self.path).finish_non_exhaustive()
    }
}

impl Iterator for StoredArticles {
    type Item = Keyed;

    fn next(&mut self) -> Option<Keyed> {
        loop {
            if let Some(article) = self.bundle.next() {
                return Some(article);
            }
            let at = At(&self.path);
            let bundle = match self.bundles.next()? {
                Ok((_, bundle)) => bundle.value().to_vec(),
                Err(error) => return Some(Err(at.error(error))),
            };
            let keyed = |record| {
                let parts = bundle::parts(record, &at)?;
                Ok((parts.key.to_vec(), parts.article.into_owned()))
            };
            let articles: Vec<Keyed> = bundle::records(&bundle).map(keyed).collect();
            self.bundle = articles.into_iter();
        }
    }
}

/// A reader that panicked elsewhere has read nothing by halves.
impl std::panic::UnwindSafe for StoredArticles {}
impl std::panic::RefUnwindSafe for StoredArticles {}
