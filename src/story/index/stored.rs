//! An index kept in a file: opening, commits, and what is written in between.

use std::borrow::Borrow;
use std::collections::BTreeSet;
use std::hash::Hash;
use std::path::Path;

use super::change::StoryId;
use super::fresh::{Fresh, scale};
use super::held::Speaker;
use super::place::{best_links, note_score};
use super::postings::Slot;
use super::search::Keys;
use super::{Held, Settings, StoryIndex};
use crate::event::Background;
use crate::frame::{Bytes, Frame};
use crate::story::store::{Batch, File, Identity, Row};
use crate::story::{CopyFinder, Rules, StoreError, StoreKey, StoredArticle};
use crate::{Article, AsArticle, parallel};

const PLACE: Frame = Frame {
    kind: "stored place",
    magic: "RTpl",
    version: 1,
};

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

/// A place read back: links by arrival number.
#[derive(Debug, Default)]
struct Place {
    story: u64,
    links: Vec<(u64, f32)>,
    copies: Vec<u64>,
}

impl Place {
    fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = self.story.to_le_bytes().to_vec();
        bytes.extend_from_slice(&(self.links.len() as u32).to_le_bytes());
        for &(other, score) in &self.links {
            bytes.extend_from_slice(&other.to_le_bytes());
            bytes.extend_from_slice(&score.to_le_bytes());
        }
        for &other in &self.copies {
            bytes.extend_from_slice(&other.to_le_bytes());
        }
        PLACE.wrap(0, &bytes)
    }

    fn read(content: &[u8]) -> Option<Self> {
        let mut bytes = Bytes::new(content);
        let mut place = Self {
            story: bytes.u64()?,
            ..Self::default()
        };
        for _ in 0..bytes.u32()? {
            let link = (bytes.u64()?, bytes.f32()?);
            place.links.push(link);
        }
        while !bytes.is_empty() {
            place.copies.push(bytes.u64()?);
        }
        let scores = place
            .links
            .iter()
            .all(|(_, score)| (-1.0..=1.0).contains(score));
        scores.then_some(place)
    }
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
        };
        let (file, counters) = File::open(path, identity)?;
        let mut index = Self::with(settings);
        index.take_contents(&file, &counters)?;
        index.journal = Some(Journal {
            file,
            batch: Batch::default(),
            moved: BTreeSet::new(),
            counters: index.counters(),
            to_bytes: K::to_bytes,
        });
        Ok(index)
    }

    fn take_contents(&mut self, file: &File, counters: &[u8]) -> Result<(), StoreError> {
        if !counters.is_empty() {
            let mut counters = Bytes::new(counters);
            let both = counters.u64().zip(counters.u64());
            (self.arrivals, self.book.next) =
                both.ok_or_else(|| file.damaged("its counters are cut short"))?;
        }
        let (mut arrivals, mut read) = (Vec::new(), Vec::new());
        file.read(|rows| {
            let fresh = parallel::map_with(
                rows.len(),
                || super::Reader::new(&self.settings),
                |reader, at| reader.read(&self.settings, rows[at].article.as_article()),
            );
            for (row, fresh) in rows.iter().zip(fresh) {
                arrivals.push(row.arrival);
                read.push(self.take_row(row, fresh)?);
            }
            Ok(())
        })?;
        self.rarity.follow(&self.articles);
        for (at, (place, keys)) in read.into_iter().enumerate() {
            let Some(keys) = keys else { continue };
            // Slots were given from 0 on, and rows come in order of arrival.
            let slot_of = |arrival: u64| arrivals.binary_search(&arrival).ok().map(|at| at as Slot);
            let links = place.links.iter();
            let links = links.filter_map(|&(other, score)| Some((slot_of(other)?, score)));
            let links = best_links(links.collect());
            let copies = place
                .copies
                .iter()
                .filter_map(|&other| slot_of(other))
                .collect();
            let slot = at as Slot;
            let entries = self.lookup.insert(slot, &keys);
            for &(other, score) in links.iter().filter(|(_, score)| *score > 0.0) {
                note_score(&mut self.articles, other, (slot, score));
            }
            if let Some(speaker) = self.articles.speaker_mut(slot) {
                (speaker.entries, speaker.links, speaker.copies) = (entries, links, copies);
            }
            self.lookup.tidy(|slot| self.articles.speaks(slot));
        }
        Ok(())
    }

    /// Puts an article of the file in its place; gives its links, and the keys to list it under if it
    /// speaks for its wording.
    fn take_row(
        &mut self,
        row: &Row,
        mut fresh: Fresh,
    ) -> Result<(Place, Option<Keys>), &'static str> {
        let content = PLACE
            .open_for(&row.place, 0)
            .map_err(|_| "a place does not hold")?;
        let place = Place::read(content).ok_or("a place does not hold")?;
        let key = K::from_bytes(&row.key).ok_or("a key cannot be read")?;
        let slot = self.articles.next().ok_or("it holds too many articles")?;
        if self.slots.insert(key.clone(), slot).is_some() {
            return Err("it holds a key twice");
        }
        if row.arrival >= self.arrivals || place.story >= self.book.next {
            return Err("its counters are too low");
        }
        let story = StoryId::from_number(place.story);
        self.book.members.entry(story).or_default().insert(slot);
        if let Some(date) = fresh.digest.date() {
            self.dates.insert((date, slot));
        }
        let (mut speaker, mut keys) = (None, None);
        if let Some(first) = self.speaker_of(&fresh.digest) {
            self.echoes.entry(first).or_default().push(slot);
        } else {
            if fresh.digest.is_recognisable() {
                self.speakers.insert(fresh.digest.titled_wording(), slot);
            }
            keys = Some(fresh.keys);
            let shingles = fresh.wording.table(&self.lexicon, &self.settings);
            speaker = Some(Speaker {
                scale: scale(fresh.digest.terms()),
                shingles: shingles.len() as u32,
                words: self.lexicon.take_in(&fresh.wording.words),
                ..Speaker::default()
            });
        }
        self.articles.push(Held {
            key,
            arrival: row.arrival,
            digest: fresh.digest,
            story,
            speaker,
        });
        Ok((place, keys))
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
        self.journal = Some(journal);
        result
    }

    fn write(&self, journal: &mut Journal<K>) -> Result<(), StoreError> {
        let counters = self.counters();
        if journal.batch.is_empty() && journal.moved.is_empty() && journal.counters == counters {
            return Ok(());
        }
        journal.batch.places = journal
            .moved
            .iter()
            .filter_map(|&slot| self.place(slot))
            .collect();
        journal.batch.counters.clone_from(&counters);
        journal.file.commit(&journal.batch)?;
        journal.batch = Batch::default();
        journal.moved.clear();
        journal.counters = counters;
        Ok(())
    }

    fn counters(&self) -> Vec<u8> {
        [self.arrivals.to_le_bytes(), self.book.next.to_le_bytes()].concat()
    }

    fn place(&self, slot: Slot) -> Option<(u64, Vec<u8>)> {
        let held = self.articles.get(slot)?;
        let mut place = Place {
            story: held.story.number(),
            ..Place::default()
        };
        if let Some(speaker) = &held.speaker {
            let arrival = |slot: Slot| Some(self.articles.get(slot)?.arrival);
            let links = speaker.links.iter();
            place.links = links
                .filter_map(|&(other, score)| Some((arrival(other)?, score)))
                .collect();
            place.copies = speaker
                .copies
                .iter()
                .filter_map(|&other| arrival(other))
                .collect();
        }
        Some((held.arrival, place.to_bytes()))
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
    pub fn article<Q>(&self, key: &Q) -> Result<Option<StoredArticle>, StoreError>
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
