//! The file itself: opening with all checks, and commits.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use redb::{Database, DatabaseError, ReadableDatabase, StorageError, TableDefinition, TableHandle};

use super::error::{At, Damage};
use super::reading::Contents;
use super::record::Parts;
use super::{Batch, StoreError, StoredArticle, bundle};
use crate::frame::Bytes;
use crate::hash;

/// Raised whenever the tables change their meaning.
const FORMAT: u32 = 2;

pub(super) const META: TableDefinition<'_, &str, &[u8]> = TableDefinition::new("meta");
pub(super) const ARTICLES: TableDefinition<'_, u64, &[u8]> = TableDefinition::new("articles");
pub(super) const PLACES: TableDefinition<'_, u64, &[u8]> = TableDefinition::new("places");
pub(super) const WORDS: TableDefinition<'_, u64, &[u8]> = TableDefinition::new("words");

/// Everything is read once, on opening, so a large cache would only hold memory.
const CACHE: usize = 32 << 20;

/// Under what a file was made; one made under anything else is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::story) struct Identity {
    /// [`StoreKey::TAG`](super::StoreKey::TAG).
    pub(in crate::story) key: &'static str,
    /// The fingerprint of all settings that results depend on.
    pub(in crate::story) settings: u64,
}

impl Identity {
    /// Name, value: in the order they are checked.
    fn entries(&self) -> [(&'static str, String); 5] {
        // Scores may differ between minor versions of the crate, never between its patches.
        let version = env!("CARGO_PKG_VERSION");
        let minor = version.rsplit_once('.').map_or(version, |(minor, _)| minor);
        [
            ("format", FORMAT.to_string()),
            ("crate version", minor.to_owned()),
            ("hash version", hash::VERSION.to_string()),
            ("key type", self.key.to_owned()),
            ("settings", format!("{:016x}", self.settings)),
        ]
    }
}

/// An open file.
#[derive(Debug)]
pub(in crate::story) struct File {
    path: PathBuf,
    identity: Identity,
    /// Closed after an error, since redb then refuses everything; the next commit opens it again.
    database: Option<Database>,
    commits: u64,
}

/// A transaction that a panic interrupts is rolled back.
impl std::panic::UnwindSafe for File {}
impl std::panic::RefUnwindSafe for File {}

impl File {
    /// Opens a file, or makes it, to be read at once.
    pub(in crate::story) fn open(
        path: &Path,
        identity: Identity,
    ) -> Result<(Self, Contents), StoreError> {
        let database = database(path)?;
        let mut file = Self {
            path: path.to_owned(),
            identity,
            database: None,
            commits: 0,
        };
        if file.is_new(&database)? {
            file.write(&database, &Batch::default())?;
        }
        file.commits = file.check(&database)?;
        let contents = Contents::of(&database, path)?;
        file.database = Some(database);
        Ok((file, contents))
    }

    /// The error for a file that holds what cannot be.
    pub(in crate::story) fn damaged(&self, what: impl Into<Damage>) -> StoreError {
        At(&self.path).damaged(what)
    }

    /// Writes a batch durably: when this returns, it survives a crash and a power cut.
    pub(in crate::story) fn commit(&mut self, batch: &mut Batch) -> Result<(), StoreError> {
        batch.tried = true;
        let database = match self.database.take() {
            Some(database) => database,
            None => self.reopen()?,
        };
        // On an error the database is dropped here, and with it redb's memory of the failure.
        self.write(&database, batch)?;
        self.database = Some(database);
        Ok(())
    }

    /// An article as it was committed.
    pub(in crate::story) fn article(
        &self,
        arrival: u64,
    ) -> Result<Option<StoredArticle>, StoreError> {
        let at = At(&self.path);
        let again;
        let database = if let Some(database) = &self.database {
            database
        } else {
            again = self.reopen()?;
            &again
        };
        let read = database.begin_read().map_err(|e| at.error(e))?;
        let articles = read.open_table(ARTICLES).map_err(|e| at.error(e))?;
        let mut before = articles.range(..=arrival).map_err(|e| at.error(e))?;
        let Some(bundle) = before.next_back() else {
            return Ok(None);
        };
        let (_, bundle) = bundle.map_err(|e| at.error(e))?;
        let parts = bundle::find(bundle.value(), arrival, &at)?;
        Ok(parts.map(Parts::to_stored))
    }

    fn reopen(&self) -> Result<Database, StoreError> {
        let database = database(&self.path)?;
        let commits = self.check(&database)?;
        // The failed commit may have reached the disk after all; written twice, it is the same.
        if commits == self.commits || commits == self.commits + 1 {
            Ok(database)
        } else {
            Err(StoreError::Changed {
                path: self.path.clone(),
            })
        }
    }

    fn is_new(&self, database: &Database) -> Result<bool, StoreError> {
        let at = At(&self.path);
        let read = database.begin_read().map_err(|e| at.error(e))?;
        let mut tables = read.list_tables().map_err(|e| at.error(e))?;
        Ok(tables.all(|table| table.name() != META.name()) && {
            let mut tables = read.list_tables().map_err(|e| at.error(e))?;
            // A redb file of somebody else is left alone.
            tables.next().is_none()
        })
    }

    /// Compares the identity and gives the number of commits.
    fn check(&self, database: &Database) -> Result<u64, StoreError> {
        let at = At(&self.path);
        let read = database.begin_read().map_err(|e| at.error(e))?;
        let meta = read.open_table(META).map_err(|e| at.error(e))?;
        for (what, expected) in self.identity.entries() {
            let found = meta.get(what).map_err(|e| at.error(e))?;
            let found = found.ok_or_else(|| at.damaged("it does not say how it was made"))?;
            let found = String::from_utf8_lossy(found.value());
            if found != expected {
                return Err(StoreError::Mismatch {
                    path: self.path.clone(),
                    what,
                    found: found.into_owned(),
                    expected,
                });
            }
        }
        let commits = meta.get("commits").map_err(|e| at.error(e))?;
        let commits = commits.and_then(|bytes| Bytes::new(bytes.value()).u64());
        commits.ok_or_else(|| at.damaged("it does not count its commits"))
    }

    fn write(&mut self, database: &Database, batch: &Batch) -> Result<(), StoreError> {
        let at = At(&self.path);
        let commits = self.commits + 1;
        let write = database.begin_write().map_err(|e| at.error(e))?;
        {
            let mut articles = write.open_table(ARTICLES).map_err(|e| at.error(e))?;
            let mut places = write.open_table(PLACES).map_err(|e| at.error(e))?;
            let mut words = write.open_table(WORDS).map_err(|e| at.error(e))?;
            let mut meta = write.open_table(META).map_err(|e| at.error(e))?;
            let mut gone = batch.gone.clone();
            gone.sort_unstable();
            bundle::remove(&mut articles, &gone, &at)?;
            for arrival in gone {
                places.remove(arrival).map_err(|e| at.error(e))?;
            }
            bundle::add(&mut articles, batch.records(), &at)?;
            for (table, rows) in [(&mut places, &batch.places), (&mut words, &batch.words)] {
                for (number, bytes) in rows {
                    table.insert(number, &bytes[..]).map_err(|e| at.error(e))?;
                }
            }
            for (what, value) in self.identity.entries() {
                meta.insert(what, value.as_bytes())
                    .map_err(|e| at.error(e))?;
            }
            meta.insert("counters", &batch.counters[..])
                .map_err(|e| at.error(e))?;
            let count = commits.to_le_bytes();
            meta.insert("commits", &count[..])
                .map_err(|e| at.error(e))?;
        }
        write.commit().map_err(|e| at.error(e))?;
        self.commits = commits;
        Ok(())
    }
}

fn database(path: &Path) -> Result<Database, StoreError> {
    if !path.exists() {
        make(path).map_err(|error| At(path).error(error))?;
    }
    open_or_create(path).map_err(|error| At(path).error(error))
}

fn open_or_create(path: &Path) -> Result<Database, DatabaseError> {
    Database::builder()
        .set_cache_size(CACHE)
        .set_check_integrity_on_open(true)
        .create(path)
}

/// Makes an empty file elsewhere and gives it its name when it is whole: a crash meanwhile leaves
/// nothing under that name.
fn make(path: &Path) -> Result<(), DatabaseError> {
    let mut new = path.as_os_str().to_owned();
    new.push(format!(".new-{}", std::process::id()));
    let new = PathBuf::from(new);
    let made = open_or_create(&new).and_then(|database| {
        drop(database);
        // A link never takes the place of a file that has come meanwhile, as a renamed one would;
        // not every file system has links.
        match std::fs::hard_link(&new, path) {
            Err(error) if error.kind() != ErrorKind::AlreadyExists => std::fs::rename(&new, path),
            _ => Ok(()),
        }
        .map_err(|error| DatabaseError::Storage(StorageError::Io(error)))
    });
    // After a link or an error it is of no use any more, and after all else it is not there.
    _ = std::fs::remove_file(&new);
    made
}
