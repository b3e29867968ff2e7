//! The file itself: opening with all checks, and commits.

use std::hash::{BuildHasher, RandomState};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use redb::{Database, DatabaseError, ReadableDatabase, StorageError, TableHandle};

use super::error::{At, Damage};
use super::reading::Contents;
use super::tables::{ARTICLES, META, PLACES, WORDS};
use super::{Batch, StoreError, bundle};
use crate::frame::Bytes;
use crate::{OwnedArticle, hash};

/// Raised whenever the tables change their meaning.
const FORMAT: u32 = 2;

/// Everything is read once, on opening, so a large cache would only hold memory.
const CACHE: usize = 32 << 20;

/// Under what a file was made; one made under anything else is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::story) struct Identity {
    /// [`StoreKey::TAG`](super::StoreKey::TAG).
    pub(in crate::story) key: &'static str,
    /// The fingerprint of all settings that results depend on.
    pub(in crate::story) settings: u64,
    /// Each setting by name, to say which of them differs.
    pub(in crate::story) named: Vec<(&'static str, String)>,
}

impl Identity {
    /// Name, value: in the order they are checked.
    /// What a file says of how it was made, the plainest first: older files say nothing of single
    /// settings.
    fn entries(&self) -> Vec<(&'static str, String)> {
        // Scores may differ between minor versions of the crate, never between its patches.
        let version = env!("CARGO_PKG_VERSION");
        let minor = version.rsplit_once('.').map_or(version, |(minor, _)| minor);
        let mut entries = vec![
            ("format", FORMAT.to_string()),
            ("crate version", minor.to_owned()),
            ("hash version", hash::VERSION.to_string()),
            ("key type", self.key.to_owned()),
        ];
        entries.extend(self.named.iter().cloned());
        entries.push(("settings", format!("{:016x}", self.settings)));
        entries
    }
}

/// An open file.
#[derive(Debug)]
pub(in crate::story) struct File {
    path: PathBuf,
    identity: Identity,
    /// Closed after an error, since redb then refuses everything; the next commit opens it again.
    database: Option<Database>,
    /// The number of the commit that the file was last known to have.
    last: Option<u64>,
    /// The number of the commit that was tried last.
    tried: Option<u64>,
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
            last: None,
            tried: None,
        };
        if file.is_new(&database)? {
            file.write(&database, &Batch::default())?;
        }
        file.last = file.check(&database)?;
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
        let database = if let Some(database) = self.database.take() {
            database
        } else {
            let (database, last) = self.reopen()?;
            // The failed commit may have reached the disk after all.
            batch.landed |= last != self.last;
            self.last = last;
            database
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
    ) -> Result<Option<OwnedArticle>, StoreError> {
        let at = At(&self.path);
        let again;
        let database = if let Some(database) = &self.database {
            database
        } else {
            (again, _) = self.reopen()?;
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
        Ok(parts.map(|parts| parts.article.into_owned()))
    }

    /// Opens the file again after a failed commit, and gives the number of the commit it has: the one
    /// before, or the failed one. Meanwhile it was open to all, and another index may have written.
    fn reopen(&self) -> Result<(Database, Option<u64>), StoreError> {
        let database = database(&self.path)?;
        let last = self.check(&database)?;
        if last == self.last || last == self.tried {
            Ok((database, last))
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

    /// Compares the identity and gives the number of the last commit.
    fn check(&self, database: &Database) -> Result<Option<u64>, StoreError> {
        let at = At(&self.path);
        let read = database.begin_read().map_err(|e| at.error(e))?;
        let meta = read.open_table(META).map_err(|e| at.error(e))?;
        for (what, expected) in self.identity.entries() {
            let found = meta.get(what).map_err(|e| at.error(e))?;
            if found.is_none() && self.identity.named.iter().any(|&(name, _)| name == what) {
                continue;
            }
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
        let commit = meta.get("commit").map_err(|e| at.error(e))?;
        Ok(commit.and_then(|bytes| Bytes::new(bytes.value()).u64()))
    }

    fn write(&mut self, database: &Database, batch: &Batch) -> Result<(), StoreError> {
        let at = At(&self.path);
        let commit = drawn();
        self.tried = Some(commit);
        let write = database.begin_write().map_err(|e| at.error(e))?;
        {
            let mut articles = write.open_table(ARTICLES).map_err(|e| at.error(e))?;
            let mut places = write.open_table(PLACES).map_err(|e| at.error(e))?;
            let mut words = write.open_table(WORDS).map_err(|e| at.error(e))?;
            let mut meta = write.open_table(META).map_err(|e| at.error(e))?;
            let mut gone = batch.gone.clone();
            if batch.landed {
                // They are written once more, as they are now.
                gone.extend(batch.arrivals());
            }
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
            meta.insert("commit", &commit.to_le_bytes()[..])
                .map_err(|e| at.error(e))?;
        }
        write.commit().map_err(|e| at.error(e))?;
        self.last = Some(commit);
        Ok(())
    }
}

/// A number for a commit that no other has: a random one, since other processes commit too.
fn drawn() -> u64 {
    RandomState::new().hash_one((SystemTime::now(), std::process::id()))
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
    if made.is_ok() {
        // Else a power cut could take the name away again, and with it all that was committed. Not
        // every system lets a folder be opened; where it does not, nothing more can be done.
        let folder = path
            .parent()
            .filter(|parent| !parent.as_os_str().is_empty());
        let folder = std::fs::File::open(folder.unwrap_or(Path::new(".")));
        _ = folder.and_then(|folder| folder.sync_all());
    }
    // After a link or an error it is of no use any more, and after all else it is not there.
    _ = std::fs::remove_file(&new);
    made
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "in a test, a panic is the answer")]
mod tests {
    use super::*;
    use crate::{Article, AsArticle};

    fn open(path: &Path) -> File {
        let identity = Identity {
            key: "u64",
            settings: 0,
            named: Vec::new(),
        };
        File::open(path, identity).unwrap().0
    }

    fn batch(arrival: u64, text: &str) -> Batch {
        let mut batch = Batch::default();
        batch.add(arrival, b"key", &Article::new(text));
        batch
    }

    fn text(file: &File, arrival: u64) -> Option<String> {
        let article = file.article(arrival).unwrap()?;
        Some(article.as_article().text().to_owned())
    }

    /// A number that is taken makes a commit fail.
    #[test]
    fn a_failed_commit_takes_no_other_for_its_own() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("news.retold");
        let mut first = open(&path);
        first.commit(&mut batch(0, "A storm.")).unwrap();
        let mut failing = batch(0, "A flood.");
        failing.add(1, b"key", &Article::new("A fire."));
        let error = first.commit(&mut failing).unwrap_err();
        assert!(matches!(error, StoreError::Damaged { .. }), "{error}");
        assert_eq!(text(&first, 0).unwrap(), "A storm.");

        let mut second = open(&path);
        second.commit(&mut batch(1, "A quake.")).unwrap();
        drop(second);

        let error = first.commit(&mut batch(1, "A fire.")).unwrap_err();
        assert!(matches!(error, StoreError::Changed { .. }), "{error}");
        let error = first.article(1).unwrap_err();
        assert!(matches!(error, StoreError::Changed { .. }), "{error}");
        let third = open(&path);
        assert_eq!(text(&third, 0).unwrap(), "A storm.");
        assert_eq!(text(&third, 1).unwrap(), "A quake.");
    }

    /// A commit that failed and reached the disk all the same is done again, as things are then.
    #[test]
    fn a_failed_commit_that_landed_is_done_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("news.retold");
        let mut file = open(&path);
        let before = file.last;
        let mut landed = batch(0, "A storm.");
        landed.add(1, b"key", &Article::new("A fire."));
        file.commit(&mut landed).unwrap();
        // As after an error.
        (file.database, file.last) = (None, before);
        landed.remove(0);
        landed.add(2, b"key", &Article::new("A quake."));
        file.commit(&mut landed).unwrap();
        assert_eq!(text(&file, 0), None);
        assert_eq!(text(&file, 1).unwrap(), "A fire.");
        assert_eq!(text(&file, 2).unwrap(), "A quake.");
        file.commit(&mut batch(3, "A flood.")).unwrap();
        assert_eq!(text(&file, 3).unwrap(), "A flood.");
    }
}
