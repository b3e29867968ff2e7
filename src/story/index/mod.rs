//! The live index: stories that take articles one by one, forget the old, and survive a crash.
//!
//! * `fresh` reads an article; `search` finds its candidates in two tiers of `postings`; `compare`
//!   scores them, by what `held` and `lexicon` keep of each and how rare terms are (`live_census`): all
//!   in a `workspace` that is kept for the next article.
//! * `place` says which story it belongs to, and repairs the stories it touches.
//! * `regroup` clusters everything anew, by the very function the batch uses.
//! * `change` keeps the identity of stories through all of it, and reports what happened.
//! * `stored` writes all of it to a file, with what was `made` of each article; `opening` reads it.
//!
//! # Live scores
//!
//! The batch counts terms and recurring passages among all articles at hand. A live index cannot,
//! at each insertion; its scores rest on the two articles, the background table, and the terms and
//! passages of the oldest texts held, up to 1,024 of them. [`StoryIndex::recluster`] does what the
//! batch does, and the links between the articles present are then those of the batch.

mod change;
mod compare;
mod fresh;
mod held;
mod lexicon;
mod live_census;
mod long_list;
#[cfg(feature = "store")]
mod made;
mod matches;
#[cfg(feature = "store")]
mod opening;
mod place;
mod postings;
mod regroup;
mod row;
mod search;
mod sharded_map;
mod shingle_table;
mod stats;
#[cfg(feature = "store")]
mod stored;
#[cfg(feature = "store")]
mod stored_place;
mod term_table;
mod touch;
mod workspace;
mod write;

use std::borrow::Borrow;
use std::collections::BTreeSet;
use std::hash::Hash;

use crate::event::Background;
use crate::{AsArticle, Date};

use super::copied::Overlap;
use super::frozen::Bars;
use super::{CopyFinder, Rules};

pub use change::{Change, StoryId};
pub use matches::{CopyMatch, Match, Placement};
pub use stats::IndexStats;
pub use write::InsertError;

use fresh::Settings;
use held::{Articles, Held};
use lexicon::Lexicon;
use live_census::LiveCensus;
use place::Grouped;
use postings::Slot;
use search::Lookup;
use sharded_map::ShardedMap;
use workspace::Workspaces;

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
    census: LiveCensus,
    lexicon: Lexicon,
    articles: Articles<K>,
    slots: ShardedMap<K, Slot>,
    lookup: Lookup,
    workspaces: Workspaces,
    grouped: Grouped,
    /// What an adjusted score must reach, as the last clustering of everything found it.
    bars: Bars,
    /// The representative of each wording.
    representatives: ShardedMap<u64, Slot>,
    /// Articles with the wording of an older one, by the slot of that one.
    duplicates: ShardedMap<Slot, BTreeSet<Slot>>,
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
const PLACED: usize = 3;
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
            census: LiveCensus::new(settings.background().clone(), settings.usual().clone()),
            lexicon: Lexicon::default(),
            bars: Bars::usual(&settings.rules),
            settings,
            articles: Articles::default(),
            slots: ShardedMap::default(),
            lookup: Lookup::default(),
            workspaces: Workspaces::default(),
            grouped: Grouped::default(),
            representatives: ShardedMap::default(),
            duplicates: ShardedMap::default(),
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

    /// The latest date of the articles held that is not after a moment; nothing if none has one. With
    /// tomorrow as the moment, an article that says it comes from the year 2099 does not count.
    ///
    /// ```
    /// use retold::{Article, Date, story::StoryIndex};
    /// let mut index = StoryIndex::new();
    /// let day: Date = "2024-07-24".parse()?;
    /// index.insert("a", &Article::new("A storm hit.").with_date(day))?;
    /// assert_eq!(index.newest_until("2024-08-01".parse()?), Some(day));
    /// assert_eq!(index.newest_until("2024-07-01".parse()?), None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn newest_until(&self, moment: Date) -> Option<Date> {
        let until = self.dates.range(..=(moment, Slot::MAX));
        until.last().map(|&(date, _)| date)
    }

    /// All stories, oldest first, each with its articles in order of arrival.
    ///
    /// ```
    /// let mut index = retold::story::StoryIndex::new();
    /// index.insert("a", "A storm hit the coast.")?;
    /// index.insert("b", "Shares rose on Monday.")?;
    /// let stories: Vec<_> = index.stories().map(|(_, keys)| keys).collect();
    /// assert_eq!(stories, [[&"a"], [&"b"]]);
    /// # Ok::<(), retold::story::InsertError>(())
    /// ```
    pub fn stories(&self) -> impl Iterator<Item = (StoryId, Vec<&K>)> + '_ {
        let stories = self.grouped.members.keys();
        stories.map(|&story| (story, self.articles_of(story)))
    }

    /// The articles of a story in order of arrival; none for a story that has ended.
    ///
    /// ```
    /// let mut index = retold::story::StoryIndex::new();
    /// let story = index.insert("a", "A storm hit.")?.story();
    /// assert_eq!(index.articles_of(story), [&"a"]);
    /// # Ok::<(), retold::story::InsertError>(())
    /// ```
    pub fn articles_of(&self, story: StoryId) -> Vec<&K> {
        let members = self.grouped.members.get(&story).into_iter().flatten();
        members
            .filter_map(|&slot| Some(&self.articles.get(slot)?.key))
            .collect()
    }

    /// The articles that match one given, best first: copies by how much text is shared, then
    /// retellings by score; at most 50, and none with a score below 0.1 that is no copy. Of a text
    /// held more often than that, the oldest articles are shown.
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
    pub fn query(&self, article: impl AsArticle) -> Vec<Match<K>> {
        let article = article.as_article();
        let mut workspace = self.workspaces.take(&self.settings);
        let mut fresh = workspace.reader.read(&self.settings, article);
        self.search(&mut workspace.buffers, &mut fresh);
        let matches = self.matches(
            &workspace.reader,
            &workspace.buffers,
            article,
            &mut fresh.wording,
            MATCHES,
        );
        workspace.reader.give_back(fresh.wording, fresh.keys);
        self.workspaces.give_back(workspace);
        matches
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
    pub fn copies_of(&self, article: impl AsArticle) -> Vec<CopyMatch<K>> {
        let text = article.as_article().text();
        let mut workspace = self.workspaces.take(&self.settings);
        let (mut wording, keys) = workspace.reader.read_wording(&self.settings, text);
        let alive = |slot: Slot| self.articles.is_representative(slot);
        let met = self
            .lookup
            .by_bands(&mut workspace.buffers.lookup, &keys.bands, alive);
        let mut copies = Vec::new();
        for &slot in met {
            let Some(held) = self.articles.get(slot) else {
                continue;
            };
            let Some(representative) = held.representative.as_ref() else {
                continue;
            };
            let overlap = self.overlap(&mut wording, representative);
            if overlap.are_copies(&self.settings.copies) {
                let duplicates = self.duplicates.get(&slot).into_iter().flatten();
                let duplicates = duplicates
                    .filter_map(|&duplicate| self.articles.get(duplicate))
                    .take(MATCHES);
                copies.extend(
                    std::iter::once(held)
                        .chain(duplicates)
                        .map(|held| (overlap, &held.key)),
                );
            }
        }
        workspace.reader.give_back(wording, keys);
        self.workspaces.give_back(workspace);
        copies.sort_unstable_by(|(a, left), (b, right)| {
            let by_share = b.jaccard().total_cmp(&a.jaccard()).then(
                b.containment_of_shorter()
                    .total_cmp(&a.containment_of_shorter()),
            );
            by_share.then_with(|| left.cmp(right))
        });
        copies.truncate(MATCHES);
        let found = |(overlap, key): (Overlap, &K)| CopyMatch {
            key: key.clone(),
            jaccard: overlap.jaccard(),
            containment: overlap.containment_of_shorter(),
        };
        copies.into_iter().map(found).collect()
    }
}

impl<K: Eq + Hash + Ord + Clone> Default for StoryIndex<K> {
    fn default() -> Self {
        Self::new()
    }
}
