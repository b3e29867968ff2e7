//! An index kept in a file: opening, commits, and what is written in between.

use std::borrow::Borrow;
use std::collections::BTreeSet;
use std::hash::Hash;
use std::path::Path;

use super::fresh::ArticleReader;
use super::made;
use super::postings::Slot;
use super::search::Keys;
use super::stored_place::Place;
use super::{Held, Settings, StoryIndex};
use crate::event::Background;
use crate::story::store::{Batch, File, Identity};
use crate::story::{CopyFinder, Rules, StoreError, StoreKey};
use crate::{Article, OwnedArticle};

/// The file of an index, and what the next commit writes to it.
#[derive(Debug)]
pub(super) struct Journal<K> {
    file: File,
    batch: Batch,
    /// Slots whose place has changed.
    moved: BTreeSet<Slot>,
    /// The counters as the file has them: numbers once given are not given again.
    counters: Vec<u8>,
    to_bytes: fn(&K) -> Vec<u8>,
}

impl<K: StoreKey> StoryIndex<K> {
    /// Opens the index kept in a file, or makes an empty one there, with the default settings.
    ///
    /// It answers as it did at its last [`commit`](Self::commit), whatever happened since: the
    /// process may have been killed, or the power have failed. Only one index at a time can have a
    /// file open. A file without a byte in it counts as none.
    ///
    /// # Errors
    /// See [`StoreError`]: the file is in use, is no index, is damaged, or was made with another
    /// key type, other settings or a version of this crate that scores differently.
    ///
    /// ```
    /// use retold::story::StoryIndex;
    ///
    /// let folder = tempfile::tempdir()?;
    /// let path = folder.path().join("news.retold");
    /// let mut index = StoryIndex::open(&path)?;
    /// let story = index.insert("a".to_owned(), "A storm hit the coast.")?.story();
    /// index.commit()?;
    /// drop(index);
    ///
    /// let index = StoryIndex::<String>::open(&path)?;
    /// assert_eq!(index.story_of("a"), Some(story));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn open(path: impl AsRef<Path>) -> Result<Self, StoreError> {
        Self::open_with(path.as_ref(), Settings::default())
    }

    /// Opens a file with settings that the front door has checked.
    pub(crate) fn open_with_settings(
        path: impl AsRef<Path>,
        rules: Rules,
        copies: CopyFinder,
        background: Background,
    ) -> Result<Self, StoreError> {
        Self::open_with(path.as_ref(), Settings::new(rules, copies, background))
    }

    fn open_with(path: &Path, settings: Settings) -> Result<Self, StoreError> {
        let identity = Identity {
            key: K::TAG,
            settings: settings.fingerprint(),
            named: settings.named(),
        };
        let (file, contents) = File::open(path, identity)?;
        let mut index = Self::with(settings);
        index.take_contents(&file, contents)?;
        index.lexicon.follow_changes();
        index.journal = Some(Journal {
            file,
            batch: Batch::default(),
            moved: BTreeSet::new(),
            counters: index.counters(),
            to_bytes: K::to_bytes,
        });
        Ok(index)
    }

    /// Makes everything since the last commit durable: when this returns, the file holds it, and
    /// neither a crash nor a power cut can take it away. All of it is written, or nothing.
    ///
    /// A commit waits for the disk, a few milliseconds as a rule; so insert what is at hand, then
    /// commit once.
    ///
    /// # Errors
    /// [`StoreError::Io`] on a full or failing disk, and others; nothing is lost, the file is as it
    /// was, and the next commit tries again. [`StoreError::InMemory`] without a file.
    ///
    /// ```
    /// use retold::story::{StoreError, StoryIndex};
    /// let mut index = StoryIndex::<u64>::new();
    /// assert!(matches!(index.commit(), Err(StoreError::InMemory)));
    /// ```
    pub fn commit(&mut self) -> Result<(), StoreError> {
        let mut journal = self.journal.take().ok_or(StoreError::InMemory)?;
        let result = self.write(&mut journal);
        if result.is_ok() {
            self.lexicon.follow_changes();
        }
        self.journal = Some(journal);
        result
    }

    fn write(&self, journal: &mut Journal<K>) -> Result<(), StoreError> {
        let counters = self.counters();
        if journal.batch.is_empty() && journal.moved.is_empty() && journal.counters == counters {
            return Ok(());
        }
        let batch = &mut journal.batch;
        batch.places.clear();
        let mut reader = ArticleReader::new(&self.settings);
        for &slot in &journal.moved {
            let Some(held) = self.articles.get(slot) else {
                continue;
            };
            batch.places.push((held.arrival, self.place(held)));
            batch.complete(held.arrival, || self.made(held, &mut reader));
        }
        batch.words = self.lexicon.changed().collect();
        batch.counters.clone_from(&counters);
        journal.file.commit(batch)?;
        journal.batch = Batch::default();
        journal.moved.clear();
        journal.counters = counters;
        Ok(())
    }

    fn counters(&self) -> Vec<u8> {
        let bars = self.bars.all().iter().map(|bar| bar.to_le_bytes());
        let numbers = [self.arrivals.to_le_bytes(), self.grouped.next.to_le_bytes()];
        numbers.into_iter().chain(bars).flatten().collect()
    }

    /// What a file keeps of the place of an article.
    fn place(&self, held: &Held<K>) -> Vec<u8> {
        let mut place = Place {
            story: held.story.number(),
            ..Place::default()
        };
        if let Some(representative) = &held.representative {
            let arrival = |slot: Slot| Some(self.articles.get(slot)?.arrival);
            let links = representative.links.iter();
            place.links = links
                .filter_map(|&(other, score)| Some((arrival(other)?, score)))
                .collect();
            place.copies = representative
                .copies
                .iter()
                .filter_map(|&other| arrival(other))
                .collect();
        }
        place.to_bytes()
    }

    /// What a file keeps of an article beside it; a duplicate has the words of its
    /// representative.
    fn made(&self, held: &Held<K>, reader: &mut ArticleReader) -> Vec<u8> {
        let first = || {
            self.articles
                .representative(self.representative_of(&held.digest)?)
        };
        let Some(representative) = held.representative.as_ref().or_else(first) else {
            return Vec::new();
        };
        let words = self.lexicon.words_of(&representative.words);
        let mut keys = Keys::default();
        reader.list(&self.settings, held.digest.terms(), &words, &mut keys);
        made::to_bytes(
            &held.digest,
            representative.shingles,
            &keys,
            &representative.words,
        )
    }

    /// An article as it was inserted, read from the file; nothing for a key that is not held.
    ///
    /// # Errors
    /// [`StoreError::InMemory`] without a file, and whatever reading it meets.
    ///
    /// ```
    /// use retold::{AsArticle, story::StoryIndex};
    /// let folder = tempfile::tempdir()?;
    /// let mut index = StoryIndex::open(folder.path().join("news.retold"))?;
    /// index.insert(7_u64, "A storm hit the coast.")?;
    /// assert_eq!(index.article(&7)?.unwrap().as_article().text(), "A storm hit the coast.");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn article<Q>(&self, key: &Q) -> Result<Option<OwnedArticle>, StoreError>
    where
        K: Borrow<Q>,
        Q: Eq + Hash + ?Sized,
    {
        let journal = self.journal.as_ref().ok_or(StoreError::InMemory)?;
        let held = self
            .slots
            .get(key)
            .and_then(|&slot| self.articles.get(slot));
        let Some(arrival) = held.map(|held| held.arrival) else {
            return Ok(None);
        };
        match journal.batch.article(arrival) {
            Some(article) => Ok(Some(article)),
            None => journal.file.article(arrival),
        }
    }
}

impl<K: Eq + Hash + Ord + Clone> StoryIndex<K> {
    pub(super) fn note_article(&mut self, arrival: u64, key: &K, article: &Article<'_>) {
        if let Some(journal) = &mut self.journal {
            journal
                .batch
                .add(arrival, &(journal.to_bytes)(key), article);
        }
    }

    pub(super) fn note_place(&mut self, slot: Slot) {
        if let Some(journal) = &mut self.journal {
            journal.moved.insert(slot);
        }
    }

    pub(super) fn note_removal(&mut self, slot: Slot, arrival: u64) {
        if let Some(journal) = &mut self.journal {
            journal.moved.remove(&slot);
            journal.batch.remove(arrival);
        }
    }
}
