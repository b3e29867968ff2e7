//! What an index holds, and what its caps left out.

use std::hash::Hash;
use std::sync::atomic::Ordering;

use super::StoryIndex;
use super::postings::Slot;

/// The state of an index in numbers.
///
/// ```
/// use retold::story::StoryIndex;
/// let mut index = StoryIndex::new();
/// index.insert(1, "A storm hit the coast.")?;
/// index.insert(2, "A storm hit the coast!")?;
/// let stats = index.stats();
/// assert_eq!((stats.articles, stats.texts, stats.stories), (2, 1, 1));
/// # Ok::<(), retold::story::InsertError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct IndexStats {
    /// Articles held.
    pub articles: usize,
    /// Different texts among them: articles that differ in case, spacing and punctuation alone
    /// count once.
    pub texts: usize,
    /// Stories they make.
    pub stories: usize,
    /// Sealed segments of postings, of both channels.
    pub segments: usize,
    /// The most texts that share one of their heaviest terms.
    pub longest_term_list: usize,
    /// The most texts that share one band of their signatures.
    pub largest_band: usize,
    /// How often a look-up read only the newest 64 of the texts that share a band.
    pub bands_cut_short: u64,
    /// How many term entries look-ups left unread because they had read enough.
    pub term_entries_left_out: u64,
    /// How many candidates look-ups left out because there were more than 32 that share terms, or
    /// more than 50 that share bands.
    pub candidates_left_out: u64,
}

impl<K: Eq + Hash + Ord + Clone> StoryIndex<K> {
    /// Counts what the index holds, and what its caps have left out since it was made or opened.
    /// Reads all of it, so call it now and then.
    ///
    /// ```
    /// let index = retold::story::StoryIndex::<u64>::new();
    /// assert_eq!(index.stats().articles, 0);
    /// ```
    pub fn stats(&self) -> IndexStats {
        let left_out = &self.lookup.left_out;
        IndexStats {
            articles: self.len(),
            texts: self
                .articles
                .iter()
                .filter(|(_, held)| held.representative.is_some())
                .count(),
            stories: self.grouped.members.len(),
            segments: self.lookup.segments(),
            longest_term_list: self.lookup.longest_list(),
            largest_band: self
                .lookup
                .largest_band(|slot| self.articles.is_representative(slot)),
            bands_cut_short: left_out.bands.load(Ordering::Relaxed),
            term_entries_left_out: left_out.terms.load(Ordering::Relaxed),
            candidates_left_out: left_out.candidates.load(Ordering::Relaxed),
        }
    }

    /// Bytes of memory that what the index holds takes, nearly. Not counted are what keys own
    /// elsewhere, what the allocator adds, what any index has whatever it holds (the background
    /// table, room to work in), and of a file what is not committed yet and what is cached of it.
    /// Reads all of it, so call it now and then.
    ///
    /// ```
    /// let mut index = retold::story::StoryIndex::new();
    /// let empty = index.memory_usage();
    /// index.insert(1, "A storm hit the coast.")?;
    /// assert!(index.memory_usage() > empty);
    /// # Ok::<(), retold::story::InsertError>(())
    /// ```
    pub fn memory_usage(&self) -> usize {
        // A hash map holds one control byte an entry; a tree is about two thirds full.
        let map = |capacity: usize, entry: usize| capacity * (entry + 1);
        let members = self
            .grouped
            .members
            .values()
            .map(std::collections::BTreeSet::len)
            .sum::<usize>();
        size_of::<Self>()
            + self.articles.bytes()
            + self.lookup.bytes()
            + self.lexicon.bytes()
            + self.census.bytes()
            + map(self.slots.capacity(), size_of::<(K, Slot)>())
            + map(self.representatives.capacity(), size_of::<(u64, Slot)>())
            + self
                .duplicates
                .values()
                .map(|duplicates| 48 + duplicates.len() * 8)
                .sum::<usize>()
            + self.dates.len() * 24
            + members * 6
            + self.grouped.members.len() * (48 + 64)
    }
}
