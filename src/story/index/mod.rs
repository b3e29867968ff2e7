//! The live index: stories that take articles one by one, forget the old, and survive a crash.
//!
//! * `fresh` reads an article; `search` finds its candidates in two tiers of `postings`.
//! * `place` says which story it belongs to, and repairs the stories it touches.
//! * `regroup` clusters everything anew, by the very function the batch uses.
//! * `change` keeps the identity of stories through all of it, and tells what happened.
//!
//! # Live scores
//!
//! The batch counts terms and recurring passages among all articles at hand. A live index cannot,
//! at each insertion; its scores rest on the two articles, the background table and the terms of
//! the oldest texts held, up to 1,024 of them. [`StoryIndex::recluster`] does what the batch does,
//! and the links between the articles present are then those of the batch.

mod change;
mod fresh;
mod held;
mod matches;
mod place;
mod postings;
mod rarity;
mod regroup;
mod search;
mod stats;
#[cfg(feature = "store")]
mod stored;
mod write;

use std::borrow::Borrow;
use std::collections::BTreeSet;
use std::hash::Hash;

use ahash::AHashMap;

use crate::event::{Background, term_key};
use crate::sketch::ShingleSet;
use crate::text;
use crate::{Article, AsArticle, Date};

use super::score::date_factor;
use super::{CopyFinder, Rules};

pub use change::{Change, StoryId};
pub use matches::{CopyMatch, Match, Placement};
pub use stats::IndexStats;
pub use write::InsertError;

use fresh::{Fresh, Reader, Settings};
use held::{Articles, Held, Speaker};
use place::Book;
use postings::Slot;
use rarity::{Rarity, Weighed};
use search::Lookup;

/// Articles that arrive one by one, grouped into stories at any time.
///
/// Each insertion reads the article, finds the stories it matches and reports what changed.
/// [`recluster`](Self::recluster) now and then (say, every hour) does what the batch does: after it
/// the stories are exactly those of [`Detector::cluster`](crate::Detector::cluster) on the same
/// articles. Texts are not kept, unless the index has a file.
///
/// Keys are yours: identifiers, addresses, row numbers. Where articles tie, the smaller key comes
/// first.
///
/// ```
/// use retold::{Article, Date, story::StoryIndex};
///
/// let mut index = StoryIndex::new();
/// let day: Date = "2024-07-24".parse()?;
/// let report = Article::new("A bridge in Porto collapsed on Monday, killing three workers.");
/// let first = index.insert("wire-1", &report.with_date(day))?;
/// let second = index.insert("paper-9", "Three workers died when the Porto bridge collapsed.")?;
/// assert_eq!(first.story(), second.story());
/// assert_eq!(index.stories().count(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct StoryIndex<K> {
    settings: Settings,
    reader: Reader,
    rarity: Rarity,
    articles: Articles<K>,
    slots: AHashMap<K, Slot>,
    lookup: Lookup,
    book: Book,
    /// The article that speaks for each wording.
    speakers: AHashMap<u64, Slot>,
    /// Articles with the wording of an older one, by the slot of that one.
    echoes: AHashMap<Slot, Vec<Slot>>,
    /// Articles by date, for expiry.
    dates: BTreeSet<(Date, Slot)>,
    arrivals: u64,
    #[cfg(feature = "store")]
    journal: Option<stored::Journal<K>>,
}

/// The most matches a query gives.
const MATCHES: usize = 50;
/// The least score of a match that is no copy.
const LEAST_MATCH: f64 = 0.1;
/// The most matches an insertion reports.
const PLACED: usize = 8;
/// How many words explain a match.
const REASONS: usize = 8;

impl<K: Eq + Hash + Ord + Clone> StoryIndex<K> {
    /// An empty index with the default settings.
    ///
    /// ```
    /// assert!(retold::story::StoryIndex::<u64>::new().is_empty());
    /// ```
    pub fn new() -> Self {
        Self::with(Settings::default())
    }

    fn with(settings: Settings) -> Self {
        Self {
            reader: Reader::new(&settings),
            rarity: Rarity::new(settings.background().clone()),
            settings,
            articles: Articles::default(),
            slots: AHashMap::new(),
            lookup: Lookup::default(),
            book: Book::default(),
            speakers: AHashMap::new(),
            echoes: AHashMap::new(),
            dates: BTreeSet::new(),
            arrivals: 0,
            #[cfg(feature = "store")]
            journal: None,
        }
    }

    /// An empty index with settings that the front door has checked.
    pub(crate) fn with_settings(rules: Rules, copies: CopyFinder, background: Background) -> Self {
        Self::with(Settings::new(rules, copies, background))
    }

    /// How many articles there are.
    ///
    /// ```
    /// let mut index = retold::story::StoryIndex::new();
    /// index.insert(1, "A storm hit.")?;
    /// assert_eq!(index.len(), 1);
    /// # Ok::<(), retold::story::InsertError>(())
    /// ```
    pub fn len(&self) -> usize {
        self.articles.len()
    }

    /// Whether there is none.
    ///
    /// ```
    /// assert!(retold::story::StoryIndex::<u64>::new().is_empty());
    /// ```
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether an article is held under this key.
    ///
    /// ```
    /// let mut index = retold::story::StoryIndex::new();
    /// index.insert("a", "A storm hit.")?;
    /// assert!(index.contains(&"a") && !index.contains(&"b"));
    /// # Ok::<(), retold::story::InsertError>(())
    /// ```
    pub fn contains<Q>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
        Q: Eq + Hash + ?Sized,
    {
        self.slots.contains_key(key)
    }

    /// The story of an article; nothing for a key that is not held.
    ///
    /// ```
    /// let mut index = retold::story::StoryIndex::new();
    /// let placement = index.insert("a", "A storm hit.")?;
    /// assert_eq!(index.story_of(&"a"), Some(placement.story()));
    /// # Ok::<(), retold::story::InsertError>(())
    /// ```
    pub fn story_of<Q>(&self, key: &Q) -> Option<StoryId>
    where
        K: Borrow<Q>,
        Q: Eq + Hash + ?Sized,
    {
        Some(self.articles.get(*self.slots.get(key)?)?.story)
    }

    /// All stories, oldest first, each with its articles in order of arrival.
    ///
    /// ```
    /// let mut index = retold::story::StoryIndex::new();
    /// index.insert("a", "A storm hit the coast.")?;
    /// index.insert("b", "Shares rose on Monday.")?;
    /// let stories: Vec<_> = index.stories().map(|(_, keys)| keys).collect();
    /// assert_eq!(stories, [["a"], ["b"]]);
    /// # Ok::<(), retold::story::InsertError>(())
    /// ```
    pub fn stories(&self) -> impl Iterator<Item = (StoryId, Vec<K>)> + '_ {
        self.book.members.iter().map(|(&story, members)| {
            let keys = members
                .iter()
                .filter_map(|&slot| Some(self.articles.get(slot)?.key.clone()));
            (story, keys.collect())
        })
    }

    /// The articles of a story in order of arrival; none for a story that has ended.
    ///
    /// ```
    /// let mut index = retold::story::StoryIndex::new();
    /// let story = index.insert("a", "A storm hit.")?.story();
    /// assert_eq!(index.articles_of(story), ["a"]);
    /// # Ok::<(), retold::story::InsertError>(())
    /// ```
    pub fn articles_of(&self, story: StoryId) -> Vec<K> {
        let members = self.book.members.get(&story).into_iter().flatten();
        members
            .filter_map(|&slot| Some(self.articles.get(slot)?.key.clone()))
            .collect()
    }

    /// The articles that match one given, best first: copies by how much text is shared, then
    /// retellings by score; at most 50, and none with a score below 0.1 that is no copy. Of a text
    /// held more often than that, the oldest articles speak.
    ///
    /// Writes nothing; any number of threads may ask at once.
    ///
    /// ```
    /// let mut index = retold::story::StoryIndex::new();
    /// index.insert("a", "A bridge in Porto collapsed on Monday, killing three workers.")?;
    /// index.insert("b", "Shares rose on Monday.")?;
    /// let matches = index.query("Three workers died when the Porto bridge collapsed.");
    /// assert_eq!(matches.len(), 1);
    /// assert_eq!(matches[0].key(), &"a");
    /// # Ok::<(), retold::story::InsertError>(())
    /// ```
    pub fn query<A: AsArticle + ?Sized>(&self, article: &A) -> Vec<Match<K>> {
        let article = article.as_article();
        let fresh = Reader::new(&self.settings).read(&self.settings, article);
        let found = self.search(&fresh);
        self.matches(article, &fresh, &found, MATCHES)
    }

    /// The articles whose text is largely that of the one given, or the other way round, best first,
    /// at most 50. Looks at the copy channel alone, which is much faster than a full query.
    ///
    /// Writes nothing; any number of threads may ask at once.
    ///
    /// ```
    /// let mut index = retold::story::StoryIndex::new();
    /// index.insert("a", "A bridge in Porto collapsed on Monday, killing three workers.")?;
    /// let copies = index.copies_of("A bridge in Porto collapsed on Monday, killing 3 workers.");
    /// assert_eq!(copies[0].key(), &"a");
    /// assert!(copies[0].jaccard() > 0.5);
    /// # Ok::<(), retold::story::InsertError>(())
    /// ```
    pub fn copies_of<A: AsArticle + ?Sized>(&self, article: &A) -> Vec<CopyMatch<K>> {
        let text = article.as_article().text();
        let (shingles, bands) = Reader::new(&self.settings).read_shingles(&self.settings, text);
        let met = self
            .lookup
            .by_bands(&bands, |slot| self.articles.speaks(slot));
        let mut copies = Vec::new();
        for slot in met {
            let Some(held) = self.articles.get(slot) else {
                continue;
            };
            let Some(speaker) = held.speaker.as_deref() else {
                continue;
            };
            let overlap = self.overlap(&shingles, speaker);
            if overlap.copy {
                let echoes = self.echoes.get(&slot).into_iter().flatten();
                let echoes = echoes
                    .filter_map(|&echo| self.articles.get(echo))
                    .take(MATCHES);
                copies.extend(
                    std::iter::once(held)
                        .chain(echoes)
                        .map(|held| (overlap, &held.key)),
                );
            }
        }
        copies.sort_unstable_by(|(a, left), (b, right)| {
            let by_share = b
                .jaccard
                .total_cmp(&a.jaccard)
                .then(b.containment.total_cmp(&a.containment));
            by_share.then_with(|| left.cmp(right))
        });
        copies.truncate(MATCHES);
        let found = |(overlap, key): (Overlap, &K)| CopyMatch {
            key: key.clone(),
            jaccard: overlap.jaccard,
            containment: overlap.containment,
        };
        copies.into_iter().map(found).collect()
    }

    fn overlap(&self, shingles: &ShingleSet, speaker: &Speaker) -> Overlap {
        let (left, right) = (shingles.len(), speaker.shingles.len());
        let shared = shingles.intersection_len(&speaker.shingles);
        if shared == 0 {
            return Overlap::default();
        }
        Overlap {
            jaccard: shared as f64 / (left + right - shared) as f64,
            containment: shared as f64 / left.min(right) as f64,
            copy: self.settings.copies.is_copy(left, right, shared),
        }
    }

    /// The articles that speak, and how an article compares with each candidate among them.
    fn search(&self, fresh: &Fresh) -> Vec<Found> {
        let alive = |slot: Slot| self.articles.speaks(slot);
        let by_bands = self.lookup.by_bands(&fresh.keys.bands, alive);
        let weighed = Weighed::new(&fresh.vector, &self.rarity);
        let weight = |term: u32| weighed.weight(term);
        let mut candidates = self.lookup.by_terms(&fresh.keys.terms, weight, alive);
        candidates.extend(&by_bands);
        candidates.sort_unstable();
        candidates.dedup();
        let mut found = Vec::with_capacity(candidates.len());
        for slot in candidates {
            let Some(held) = self.articles.get(slot) else {
                continue;
            };
            let Some(speaker) = held.speaker.as_deref() else {
                continue;
            };
            let length = self.length(speaker);
            let cosine = weighed.cosine(&speaker.vector, length);
            let likeness = if cosine >= LEAST_MATCH {
                cosine * self.rarity.template_factor(&fresh.vector, &speaker.vector)
            } else {
                cosine
            };
            let date = date_factor(
                &self.settings.rules,
                fresh.digest.date(),
                held.digest.date(),
            );
            // Texts that share no term to speak of share no passage either.
            let overlap = if cosine >= LEAST_MATCH || by_bands.binary_search(&slot).is_ok() {
                self.overlap(&fresh.shingles, speaker)
            } else {
                Overlap::default()
            };
            found.push(Found {
                slot,
                length,
                likeness,
                score: (likeness * date).min(1.0),
                overlap,
            });
        }
        found
    }

    fn length(&self, speaker: &Speaker) -> f64 {
        match speaker.length {
            (epoch, length) if epoch == self.rarity.epoch() => length,
            _ => self.rarity.length(&speaker.vector),
        }
    }

    /// The matches to show: echoes beside those that speak for them, with reasons, best first.
    fn matches(
        &self,
        article: Article<'_>,
        fresh: &Fresh,
        found: &[Found],
        most: usize,
    ) -> Vec<Match<K>> {
        let mut ranked: Vec<(&Found, f64, &Held<K>)> = Vec::new();
        for found in found {
            let Some(speaker) = self.articles.get(found.slot) else {
                continue;
            };
            let echoes = self.echoes.get(&found.slot).into_iter().flatten();
            let echoes = echoes
                .filter_map(|&echo| self.articles.get(echo))
                .take(MATCHES);
            for held in std::iter::once(speaker).chain(echoes) {
                let dates = (fresh.digest.date(), held.digest.date());
                let date = date_factor(&self.settings.rules, dates.0, dates.1);
                let score = (found.likeness * date).min(1.0);
                if found.overlap.copy || score >= LEAST_MATCH {
                    ranked.push((found, score, held));
                }
            }
        }
        ranked.sort_unstable_by(|(a, a_score, left), (b, b_score, right)| {
            let alike = |found: &Found| {
                if found.overlap.copy {
                    found.overlap.jaccard
                } else {
                    0.0
                }
            };
            let by_copy = b
                .overlap
                .copy
                .cmp(&a.overlap.copy)
                .then(alike(b).total_cmp(&alike(a)));
            by_copy
                .then(b_score.total_cmp(a_score))
                .then_with(|| left.key.cmp(&right.key))
        });
        ranked.truncate(most);
        let reasons: Vec<Vec<u32>> = ranked
            .iter()
            .map(|(found, ..)| self.reasons(fresh, found.slot))
            .collect();
        let words = spelt(article, reasons.iter().flatten().copied().collect());
        let shown = ranked.into_iter().zip(reasons);
        shown
            .map(|((found, score, held), reasons)| Match {
                key: held.key.clone(),
                score,
                jaccard: found.overlap.jaccard,
                containment: found.overlap.containment,
                copy: found.overlap.copy,
                terms: reasons
                    .iter()
                    .filter_map(|key| words.get(key)?.clone())
                    .collect(),
            })
            .collect()
    }

    /// The terms that carry the score of an article with one that speaks, the heaviest first.
    fn reasons(&self, fresh: &Fresh, slot: Slot) -> Vec<u32> {
        let Some(speaker) = self.articles.speaker(slot) else {
            return Vec::new();
        };
        let weigh = |(key, product): (u32, f64)| (product * self.rarity.idf(key).powi(2), key);
        let mut shared: Vec<(f64, u32)> = fresh.vector.shared(&speaker.vector).map(weigh).collect();
        let heaviest = |a: &(f64, u32), b: &(f64, u32)| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1));
        if shared.len() > REASONS {
            shared.select_nth_unstable_by(REASONS, heaviest);
            shared.truncate(REASONS);
        }
        shared.sort_unstable_by(heaviest);
        shared.into_iter().map(|(_, key)| key).collect()
    }
}

impl<K: Eq + Hash + Ord + Clone> Default for StoryIndex<K> {
    fn default() -> Self {
        Self::new()
    }
}

/// How an article compares with one that speaks.
#[derive(Debug, Clone, Copy)]
struct Found {
    slot: Slot,
    /// Of the other article's vector with rarity, to be remembered.
    length: f64,
    /// Their cosine, or less if they tell different events in one wording.
    likeness: f64,
    score: f64,
    overlap: Overlap,
}

/// How much of two texts is the same.
#[derive(Debug, Clone, Copy, Default)]
struct Overlap {
    jaccard: f64,
    containment: f64,
    copy: bool,
}

/// The first words of an article that have these term keys.
fn spelt(article: Article<'_>, keys: Vec<u32>) -> AHashMap<u32, Option<String>> {
    let mut words: AHashMap<u32, Option<String>> =
        keys.into_iter().map(|key| (key, None)).collect();
    let mut missing = words.len();
    for text in [article.title().unwrap_or_default(), article.text()] {
        // Heavy terms tend to come early; what follows the last of them is not looked at.
        for (_, word) in text::words(text) {
            if missing == 0 {
                return words;
            }
            let place = term_key(word).and_then(|key| words.get_mut(&key));
            if let Some(place) = place.filter(|place| place.is_none()) {
                *place = Some(word.to_owned());
                missing -= 1;
            }
        }
    }
    words
}
