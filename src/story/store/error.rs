//! What can go wrong with a file.

use std::error::Error;
use std::io;
use std::path::{Path, PathBuf};

use crate::FormatError;

/// Why an index could not be opened, read or committed.
///
/// A failed commit loses nothing: what it would have written stays in memory, and the file holds
/// what it held before. The next commit tries again.
///
/// ```
/// use retold::story::{StoreError, StoryIndex};
///
/// let folder = tempfile::tempdir()?;
/// let path = folder.path().join("news.retold");
/// std::fs::write(&path, "not an index")?;
/// let error = StoryIndex::<String>::open(&path).unwrap_err();
/// assert!(matches!(error, StoreError::NotAStore { .. }));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// Another index, here or in another process, has the file open.
    #[error("{} is in use: another index has it open", path.display())]
    #[non_exhaustive]
    InUse {
        /// The file.
        path: PathBuf,
    },
    /// The file is not one that an index wrote.
    #[error("{} is not a story index", path.display())]
    #[non_exhaustive]
    NotAStore {
        /// The file.
        path: PathBuf,
    },
    /// The file was made with other keys, settings or versions than it is opened with.
    #[error(
        "{}: {what} is {found}, but {expected} was expected; `story::read_articles` reads its articles all the same",
        path.display()
    )]
    #[non_exhaustive]
    Mismatch {
        /// The file.
        path: PathBuf,
        /// What differs: the name of a setting, `key type`, `format`, `crate version` or `hash version`.
        what: &'static str,
        /// As the file has it.
        found: String,
        /// As this program has it.
        expected: String,
    },
    /// The file was changed or cut by something other than an index.
    #[error("{} is damaged: {what}", path.display())]
    #[non_exhaustive]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What does not hold.
        what: &'static str,
        /// What noticed it, where that says more.
        source: Option<Box<dyn Error + Send + Sync>>,
    },
    /// Another program committed to the file after this index failed to; open it again.
    #[error("{} was changed by another index", path.display())]
    #[non_exhaustive]
    Changed {
        /// The file.
        path: PathBuf,
    },
    /// The index was not opened from a file, so there is nowhere to commit to.
    #[error("the index has no file: make it with `StoryIndex::open`")]
    InMemory,
    /// The file could not be read or written: no permission, a full disk, a failing one.
    #[error("{}: {source}", path.display())]
    #[non_exhaustive]
    Io {
        /// The file.
        path: PathBuf,
        /// What the operating system said.
        source: io::Error,
    },
}

/// An error is a report of what happened: a panic elsewhere leaves it as it was.
impl std::panic::UnwindSafe for StoreError {}
impl std::panic::RefUnwindSafe for StoreError {}

/// What is wrong with the content of a file.
#[derive(Debug)]
pub(in crate::story) struct Damage {
    what: &'static str,
    source: Option<Box<dyn Error + Send + Sync>>,
}

impl From<&'static str> for Damage {
    fn from(what: &'static str) -> Self {
        Self { what, source: None }
    }
}

impl From<FormatError> for Damage {
    fn from(error: FormatError) -> Self {
        Self {
            what: "one of its records is not as it was written",
            source: Some(error.into()),
        }
    }
}

/// Errors of redb, as ours.
#[derive(Clone, Copy)]
pub(super) struct At<'a>(pub(super) &'a Path);

impl At<'_> {
    pub(super) fn error(&self, error: impl Into<redb::Error>) -> StoreError {
        let path = self.0.to_owned();
        match error.into() {
            redb::Error::DatabaseAlreadyOpen | redb::Error::LockProtocolMismatch => {
                StoreError::InUse { path }
            }
            redb::Error::Io(source) if source.kind() == io::ErrorKind::InvalidData => {
                StoreError::NotAStore { path }
            }
            redb::Error::Io(source) if source.kind() == io::ErrorKind::UnexpectedEof => self
                .damaged(Damage {
                    what: "it ends too early",
                    source: Some(source.into()),
                }),
            redb::Error::Io(source) => StoreError::Io { path, source },
            redb::Error::UpgradeRequired(version) => StoreError::Mismatch {
                path,
                what: "format",
                found: format!("redb file format {version}"),
                expected: "that of redb 4".to_owned(),
            },
            redb::Error::TableDoesNotExist(_)
            | redb::Error::TableTypeMismatch { .. }
            | redb::Error::TableIsMultimap(_)
            | redb::Error::TypeDefinitionChanged { .. } => StoreError::NotAStore { path },
            error @ redb::Error::Corrupted(_) => self.damaged(Damage {
                what: "its pages do not match their checksums",
                source: Some(error.into()),
            }),
            // The database was given up after an error of the disk, or cannot hold so much.
            other => StoreError::Io {
                path,
                source: io::Error::other(other),
            },
        }
    }

    pub(super) fn damaged(&self, damage: impl Into<Damage>) -> StoreError {
        let Damage { what, source } = damage.into();
        StoreError::Damaged {
            path: self.0.to_owned(),
            what,
            source,
        }
    }
}
