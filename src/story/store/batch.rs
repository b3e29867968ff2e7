//! What the next commit writes.

use super::record;
use crate::Article;
use crate::OwnedArticle;

/// What one commit writes.
#[derive(Debug, Default, Clone)]
pub(in crate::story) struct Batch {
    /// New articles, in order of arrival.
    articles: Vec<New>,
    /// Arrival number and place of each article that has a new one.
    pub(in crate::story) places: Vec<(u64, Vec<u8>)>,
    /// Number and content of each block of the lexicon that has changed.
    pub(in crate::story) words: Vec<(u64, Vec<u8>)>,
    /// Arrival numbers of articles that have gone; applied first.
    pub(super) gone: Vec<u64>,
    /// What the index counts: read back as it was written.
    pub(in crate::story) counters: Vec<u8>,
    /// Whether a commit of it failed: then it is unknown whether the file has it.
    pub(super) tried: bool,
    /// Whether the file has what it was when a commit of it failed.
    pub(super) landed: bool,
}

/// A new article.
#[derive(Debug, Clone)]
struct New {
    arrival: u64,
    /// The article in bytes.
    article: Vec<u8>,
    /// What the index made of it.
    made: Vec<u8>,
}

impl Batch {
    /// Adds a new article.
    pub(in crate::story) fn add(&mut self, arrival: u64, key: &[u8], article: &Article<'_>) {
        self.articles.push(New {
            arrival,
            article: record::encode(arrival, key, article),
            made: Vec::new(),
        });
    }

    /// Where a new article is; an error if it is none.
    fn find(&self, arrival: u64) -> Result<usize, usize> {
        self.articles
            .binary_search_by_key(&arrival, |new| new.arrival)
    }

    /// Takes an article out again, here or in the file.
    pub(in crate::story) fn remove(&mut self, arrival: u64) {
        let found = self.find(arrival);
        if let Ok(at) = found {
            self.articles.remove(at);
        }
        if found.is_err() || self.tried {
            self.gone.push(arrival);
        }
    }

    /// Says what the index made of an article, if that is new; else this is not asked.
    pub(in crate::story) fn complete(&mut self, arrival: u64, made: impl FnOnce() -> Vec<u8>) {
        if let Ok(at) = self.find(arrival)
            && let Some(new) = self.articles.get_mut(at)
        {
            new.made = made();
        }
    }

    /// The records of the new articles.
    pub(super) fn records(&self) -> impl Iterator<Item = (u64, Vec<u8>)> + '_ {
        let record = |new: &New| (new.arrival, record::finish(&new.article, &new.made));
        self.articles.iter().map(record)
    }

    /// The arrival numbers of the new articles.
    pub(super) fn arrivals(&self) -> impl Iterator<Item = u64> + '_ {
        self.articles.iter().map(|new| new.arrival)
    }

    /// An article of this batch.
    pub(in crate::story) fn article(&self, arrival: u64) -> Option<OwnedArticle> {
        let new = self.articles.get(self.find(arrival).ok()?)?;
        Some(record::read(&new.article)?.article.into_owned())
    }

    /// Whether there is nothing to write.
    pub(in crate::story) fn is_empty(&self) -> bool {
        self.articles.is_empty() && self.places.is_empty() && self.gone.is_empty()
    }
}
