//! What changes an index: articles come, are replaced and go.

use std::borrow::Borrow;
use std::collections::{BTreeMap, BTreeSet};
use std::hash::Hash;

use super::change::{Change, StoryId};
use super::compare::Compared;
use super::fresh::{Fresh, Wording, scale};
use super::held::{Held, Representative};
use super::place::{LEAST_SCORE, Neighbourhood, best_links, note_score, touched};
use super::postings::Slot;
use super::search::Keys;
use super::workspace::Workspace;
use super::{PLACED, Placement, StoryIndex};
use crate::story::{CopyFinder, Digest};
use crate::{AsArticle, Date};

/// Why an article was not inserted. The index is as it was.
///
/// ```
/// use retold::story::{InsertError, StoryIndex};
/// let mut index = StoryIndex::new();
/// index.insert("a", "A storm hit.")?;
/// assert_eq!(index.insert("a", "Shares rose.").unwrap_err(), InsertError::Held);
/// # Ok::<(), InsertError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InsertError {
    /// An article is held under this key: see [`StoryIndex::replace`].
    #[error("the index already holds an article under this key")]
    Held,
    /// More than four billion articles have come since the index was made or opened.
    #[error("the index has numbered all the articles it can: make or open it again")]
    Full,
}

/// Without a file there is nothing to take note of.
#[cfg(not(feature = "store"))]
#[allow(clippy::unused_self, reason = "with the feature these write")]
impl<K> StoryIndex<K> {
    fn note_article(&mut self, _arrival: u64, _key: &K, _article: &crate::Article<'_>) {}

    pub(super) fn note_place(&mut self, _slot: Slot) {}

    fn note_removal(&mut self, _slot: Slot, _arrival: u64) {}
}

impl<K: Eq + Hash + Ord + Clone> StoryIndex<K> {
    /// Adds an article and says where it went.
    ///
    /// # Errors
    /// [`InsertError::Held`] if an article is held under this key.
    ///
    /// ```
    /// use retold::story::StoryIndex;
    /// let mut index = StoryIndex::new();
    /// let placement = index.insert("a", "A storm hit the coast of Portugal.")?;
    /// assert_eq!(index.articles_of(placement.story()), [&"a"]);
    /// # Ok::<(), retold::story::InsertError>(())
    /// ```
    #[allow(clippy::missing_panics_doc, reason = "what it expects always holds")]
    pub fn insert(&mut self, key: K, article: impl AsArticle) -> Result<Placement<K>, InsertError> {
        if self.slots.contains_key(&key) {
            return Err(InsertError::Held);
        }
        let slot = self.articles.next().ok_or(InsertError::Full)?;
        let article = article.as_article();
        let mut workspace = self.workspaces.take(&self.settings);
        let mut fresh = workspace.reader.read(&self.settings, article);
        self.search(&mut workspace.buffers, &mut fresh);
        self.remember(&workspace.buffers.found);
        let matches = self.matches(
            &workspace.reader,
            &workspace.buffers,
            article,
            &mut fresh.wording,
            PLACED,
        );
        let arrival = self.arrivals;
        self.arrivals += 1;
        self.note_article(arrival, &key, &article);
        self.slots.insert(key.clone(), slot);
        if let Some(date) = fresh.digest.date() {
            self.dates.insert((date, slot));
        }
        let changes = self.take_in(slot, key, arrival, fresh, &mut workspace);
        self.workspaces.give_back(workspace);
        let story = self.articles.held(slot).story;
        self.lookup
            .tidy(|slot| self.articles.is_representative(slot));
        Ok(Placement {
            story,
            matches,
            changes: self.with_keys(changes, &BTreeMap::new()),
        })
    }

    /// Puts an article in the place of the one held under this key, if there is one: exactly as if
    /// that one were removed and this one inserted.
    ///
    /// # Errors
    /// None but [`InsertError::Full`].
    ///
    /// ```
    /// use retold::story::StoryIndex;
    /// let mut index = StoryIndex::new();
    /// index.insert("a", "A storm hit the coast.")?;
    /// index.replace("a", "Shares rose on Monday in Porto.")?;
    /// assert_eq!(index.len(), 1);
    /// assert!(index.query("A storm hit the coast.").is_empty());
    /// # Ok::<(), retold::story::InsertError>(())
    /// ```
    pub fn replace(
        &mut self,
        key: K,
        article: impl AsArticle,
    ) -> Result<Placement<K>, InsertError> {
        self.articles.next().ok_or(InsertError::Full)?;
        let mut changes = self.remove(&key).unwrap_or_default();
        let mut placement = self.insert(key, article)?;
        changes.append(&mut placement.changes);
        placement.changes = changes;
        Ok(placement)
    }

    /// Removes an article, as if it had never come, and says what that changed; nothing if none is
    /// held under this key.
    ///
    /// ```
    /// use retold::story::StoryIndex;
    /// let mut index = StoryIndex::new();
    /// index.insert("a", "A storm hit the coast.")?;
    /// assert_eq!(index.remove(&"a").unwrap().len(), 2); // left, expired
    /// assert_eq!(index.remove(&"a"), None);
    /// # Ok::<(), retold::story::InsertError>(())
    /// ```
    pub fn remove<Q>(&mut self, key: &Q) -> Option<Vec<Change<K>>>
    where
        K: Borrow<Q>,
        Q: Eq + Hash + ?Sized,
    {
        let slot = *self.slots.get(key)?;
        Some(self.remove_all(&[slot]))
    }

    /// Removes all articles dated before a moment. An article without a date goes when all dated ones
    /// that came before it have gone, and with them one that came after it.
    ///
    /// ```
    /// use retold::{Article, Date, story::StoryIndex};
    /// let mut index = StoryIndex::new();
    /// let article = Article::new("A storm hit the coast.");
    /// index.insert("old", &article.with_date("2024-07-01".parse::<retold::Date>()?))?;
    /// index.insert("new", &article.with_date("2024-07-09".parse::<retold::Date>()?))?;
    /// index.expire("2024-07-05".parse::<Date>()?);
    /// assert!(!index.contains(&"old") && index.contains(&"new"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn expire(&mut self, before: Date) -> Vec<Change<K>> {
        let expired = self.dates.range(..(before, 0)).map(|&(_, slot)| slot);
        let mut expired: Vec<Slot> = expired.collect();
        if let Some(&last) = expired.iter().max() {
            let oldest = self.articles.iter();
            let oldest = oldest.map(|(slot, held)| (slot, held.digest.date()));
            let oldest = oldest
                .take_while(|&(slot, date)| slot < last && date.is_none_or(|date| date < before));
            let undated: Vec<Slot> = oldest
                .filter_map(|(slot, date)| date.is_none().then_some(slot))
                .collect();
            expired.extend(undated);
            expired.sort_unstable();
        }
        let changes = self.remove_all(&expired);
        if !expired.is_empty() {
            self.lookup
                .sweep(|slot| self.articles.is_representative(slot));
        }
        changes
    }

    /// Keeps what a search had to find out about others.
    fn remember(&mut self, found: &[Compared]) {
        let epoch = self.census.epoch();
        for found in found {
            if let Some(representative) = self.articles.representative_mut(found.slot) {
                representative.makeups = (epoch, found.makeups);
            }
        }
    }

    /// Makes an article that was just read part of the index.
    fn take_in(
        &mut self,
        slot: Slot,
        key: K,
        arrival: u64,
        fresh: Fresh,
        workspace: &mut Workspace,
    ) -> Vec<Change<Slot>> {
        let Fresh {
            digest,
            mut wording,
            keys,
        } = fresh;
        let shingles = wording.table(&self.lexicon, &self.settings).len() as u32;
        let same = |&first: &Slot| {
            let representative = self.articles.representative(first);
            representative.is_some_and(|representative| wording.is(&representative.words))
        };
        // Who searches long enough finds other words of the same hash.
        let first = self.representative_of(&digest).filter(same);
        let titled = digest.is_recognisable().then_some(digest.titled_wording());
        let mut held = Held {
            key,
            arrival,
            digest,
            story: StoryId::from_number(u64::MAX),
            representative: None,
        };
        if let Some(first) = first {
            let story = self.articles.held(first).story;
            self.articles.push(held);
            self.duplicates.entry(first).or_default().insert(slot);
            workspace.reader.give_back(wording, keys);
            self.grouped.members.entry(story).or_default().insert(slot);
            self.set_story(slot, story);
            return vec![Change::Joined { story, key: slot }];
        }
        held.representative = Some(Representative {
            scale: scale(held.digest.terms()),
            makeups: (self.census.epoch(), workspace.buffers.weighed.makeups()),
            shingles,
            words: wording.take_in(&mut self.lexicon),
            ..linked(&workspace.buffers.found, &self.settings.copies)
        });
        self.articles.push(held);
        if let Some(titled) = titled {
            self.representatives.insert(titled, slot);
        }
        self.publish(slot, &keys);
        workspace.reader.give_back(wording, keys);
        self.census.came(slot, &self.articles);
        let language = |held: &Held<K>| held.digest.terms().language_place();
        let bar = self.bars.of(self.articles.get(slot).map_or(0, language));
        let representative = self.articles.representative(slot);
        let representative = representative.expect("the article was put there as one just now");
        let stories = touched(&self.articles, representative, bar);
        self.repair(&stories, Some(slot), &[])
    }

    /// The present representative of this wording. Articles without words have none.
    pub(super) fn representative_of(&self, digest: &Digest) -> Option<Slot> {
        let first = self.representatives.get(&digest.titled_wording()).copied();
        first.filter(|_| digest.is_recognisable())
    }

    /// Lists a representative under its keys, and notes its scores with its neighbours.
    fn publish(&mut self, slot: Slot, keys: &Keys) {
        let entries = self.lookup.insert(slot, keys);
        let Some(representative) = self.articles.representative_mut(slot) else {
            return;
        };
        representative.entries = entries;
        let links = std::mem::take(&mut representative.links);
        for &(other, score) in links.iter().filter(|(_, score)| *score > 0.0) {
            note_score(&mut self.articles, other, (slot, score));
        }
        if let Some(representative) = self.articles.representative_mut(slot) {
            representative.links = links;
        }
    }

    /// Groups some stories again, with a new article or after some have gone.
    fn repair(
        &mut self,
        stories: &[StoryId],
        new: Option<Slot>,
        gone: &[Slot],
    ) -> Vec<Change<Slot>> {
        if let (Some(new), []) = (new, stories) {
            return self.regroup(&[], vec![BTreeSet::from([new])], &BTreeMap::new(), gone);
        }
        let representative_of = |slot: Slot| {
            let held = self.articles.get(slot)?;
            match held.representative {
                Some(_) => Some(slot),
                None => self.representative_of(&held.digest),
            }
        };
        let region = Neighbourhood::new(&self.grouped, stories, new, representative_of);
        let groups = region.group(&self.articles, &self.bars);
        self.regroup(stories, groups, &region.samples, gone)
    }

    /// Makes `groups` of the articles of some stories; see [`Book::regroup`](super::place::Book).
    pub(super) fn regroup(
        &mut self,
        stories: &[StoryId],
        groups: Vec<BTreeSet<Slot>>,
        samples: &BTreeMap<StoryId, BTreeSet<Slot>>,
        gone: &[Slot],
    ) -> Vec<Change<Slot>> {
        let (placed, changes) = self.grouped.regroup(stories, groups, samples, gone);
        for (story, slot) in placed {
            if self
                .articles
                .get(slot)
                .is_some_and(|held| held.story != story)
            {
                self.set_story(slot, story);
            }
        }
        changes
    }

    fn set_story(&mut self, slot: Slot, story: StoryId) {
        if let Some(held) = self.articles.get_mut(slot) {
            held.story = story;
        }
        self.note_place(slot);
    }

    /// Removes articles, then repairs the stories they were in.
    fn remove_all(&mut self, slots: &[Slot]) -> Vec<Change<K>> {
        let mut stories: BTreeMap<StoryId, Vec<Slot>> = BTreeMap::new();
        let mut gone: BTreeMap<Slot, K> = BTreeMap::new();
        let mut successors: Vec<Slot> = Vec::new();
        for &slot in slots {
            let Some(held) = self.articles.take(slot) else {
                continue;
            };
            stories.entry(held.story).or_default().push(slot);
            self.slots.remove(&held.key);
            self.note_removal(slot, held.arrival);
            if let Some(date) = held.digest.date() {
                self.dates.remove(&(date, slot));
            }
            match held.representative {
                Some(representative) => {
                    successors.extend(self.retire(slot, &held.digest, representative));
                }
                None => self.forget_duplicate(slot, held.digest.titled_wording()),
            }
            gone.insert(slot, held.key);
        }
        self.census.follow(&self.articles);
        for successor in successors {
            self.link_successor(successor);
        }
        let mut changes = Vec::new();
        for (story, gone) in stories {
            changes.extend(self.repair(&[story], None, &gone));
        }
        self.lookup
            .tidy(|slot| self.articles.is_representative(slot));
        self.with_keys(changes, &gone)
    }

    /// Withdraws a representative; its oldest duplicate, if any, takes its place.
    fn retire(
        &mut self,
        slot: Slot,
        digest: &Digest,
        representative: Representative,
    ) -> Option<Slot> {
        let wording = digest.titled_wording();
        let listed = representative.entries[1] as usize;
        let mut terms = Vec::new();
        self.settings.listed(digest.terms(), &mut terms);
        let terms = terms.into_iter().map(|(_, key)| key).take(listed);
        self.lookup.remove(representative.entries, terms);
        self.census.gone(slot, digest.terms());
        if self.representatives.get(&wording) == Some(&slot) {
            self.representatives.remove(&wording);
        }
        let Some(mut duplicates) = self.duplicates.remove(&slot) else {
            self.lexicon.let_go(&representative.words);
            return None;
        };
        let successor = duplicates.pop_first()?;
        if !duplicates.is_empty() {
            self.duplicates.insert(successor, duplicates);
        }
        self.representatives.insert(wording, successor);
        let unlinked = Representative {
            scale: scale(self.articles.get(successor)?.digest.terms()),
            words: representative.words,
            shingles: representative.shingles,
            ..Representative::default()
        };
        self.articles.make_representative(successor, unlinked);
        self.census.came(successor, &self.articles);
        Some(successor)
    }

    fn forget_duplicate(&mut self, slot: Slot, wording: u64) {
        let Some(first) = self.representatives.get(&wording) else {
            return;
        };
        if let Some(duplicates) = self.duplicates.get_mut(first) {
            duplicates.remove(&slot);
            if duplicates.is_empty() {
                self.duplicates.remove(first);
            }
        }
    }

    /// Links and lists an article that has become a representative, unless it has gone too.
    fn link_successor(&mut self, slot: Slot) {
        let Some(held) = self.articles.get(slot) else {
            return;
        };
        let Some(representative) = held.representative.as_ref() else {
            return;
        };
        let mut workspace = self.workspaces.take(&self.settings);
        let mut fresh = Fresh {
            wording: Wording::new(self.lexicon.words_of(&representative.words)),
            keys: Keys::default(),
            digest: held.digest.clone(),
        };
        let Fresh {
            digest,
            wording,
            keys,
        } = &mut fresh;
        workspace
            .reader
            .list(&self.settings, digest.terms(), &wording.words, keys);
        self.search(&mut workspace.buffers, &mut fresh);
        let linked = linked(&workspace.buffers.found, &self.settings.copies);
        self.workspaces.give_back(workspace);
        if let Some(representative) = self.articles.representative_mut(slot) {
            representative.links = linked.links;
            representative.copies = linked.copies;
        }
        self.publish(slot, &fresh.keys);
        self.note_place(slot);
    }

    /// Changes by key, for slots that are held and slots that have just `gone`.
    pub(super) fn with_keys(
        &self,
        changes: Vec<Change<Slot>>,
        gone: &BTreeMap<Slot, K>,
    ) -> Vec<Change<K>> {
        let key = |slot: Slot| {
            let held = self.articles.get(slot).map(|held| held.key.clone());
            held.or_else(|| gone.get(&slot).cloned())
        };
        changes
            .into_iter()
            .filter_map(|change| change.with_keys(key))
            .collect()
    }
}

/// The links of a speaking article: its best scores, and its copies.
fn linked(found: &[Compared], finder: &CopyFinder) -> Representative {
    let scored = found
        .iter()
        .filter(|found| found.score.abs() >= LEAST_SCORE);
    let links = scored
        .map(|found| (found.slot, found.score as f32))
        .collect();
    let copies = found.iter().filter(|found| found.joins(finder));
    Representative {
        links: best_links(links),
        copies: copies.map(|found| found.slot).collect(),
        ..Representative::default()
    }
}
