//! What a query finds, with its reasons, and what an insertion reports.

use super::change::{Change, StoryId};

/// An article of the index that an article given matches, and why.
///
/// ```
/// use retold::story::StoryIndex;
///
/// let mut index = StoryIndex::new();
/// index.insert("first", "A bridge in Porto collapsed on Monday, killing three workers.")?;
/// let matches = index.query("Three workers died when the Porto bridge collapsed.");
/// assert_eq!(matches[0].key(), &"first");
/// assert!(matches[0].score() > 0.3 && !matches[0].is_copy());
/// # Ok::<(), retold::story::InsertError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Match<K> {
    pub(super) key: K,
    pub(super) score: f64,
    pub(super) jaccard: f64,
    pub(super) containment: f64,
    #[cfg_attr(feature = "serde", serde(rename = "is_copy"))]
    pub(super) copy: bool,
    /// Words have no spaces in them, so a space parts them.
    #[cfg_attr(feature = "serde", serde(serialize_with = "as_list"))]
    pub(super) terms: String,
}

#[cfg(feature = "serde")]
fn as_list<S: serde::Serializer>(terms: &str, to: S) -> Result<S::Ok, S::Error> {
    to.collect_seq(terms.split(' ').filter(|term| !term.is_empty()))
}

impl<K> Match<K> {
    /// The key of the article that matches.
    ///
    /// ```
    /// # use retold::story::StoryIndex;
    /// let mut index = StoryIndex::new();
    /// index.insert(7, "A storm hit the coast of Portugal.")?;
    /// assert_eq!(index.query("A storm hit the coast of Portugal.")[0].key(), &7);
    /// # Ok::<(), retold::story::InsertError>(())
    /// ```
    pub fn key(&self) -> &K {
        &self.key
    }

    /// How much the two are about the same: the cosine of their weighted terms times the date
    /// factor, less where both tell different events in one wording; at most 1. How rare a term is
    /// follows from the background table and the oldest texts of the index. It is not yet set
    /// against other articles, as the score is that `story_threshold` is compared with.
    ///
    /// ```
    /// # use retold::story::StoryIndex;
    /// let mut index = StoryIndex::new();
    /// index.insert(7, "A storm hit the coast of Portugal.")?;
    /// assert!(index.query("The Portugal coast was hit by a storm.")[0].score() > 0.8);
    /// # Ok::<(), retold::story::InsertError>(())
    /// ```
    pub fn score(&self) -> f64 {
        self.score
    }

    /// Exact Jaccard similarity of the two texts' shingles, from 0 to 1.
    ///
    /// ```
    /// # use retold::story::StoryIndex;
    /// let mut index = StoryIndex::new();
    /// index.insert(7, "A storm hit the coast of Portugal.")?;
    /// assert_eq!(index.query("A storm hit the coast of Portugal!")[0].jaccard(), 1.0);
    /// # Ok::<(), retold::story::InsertError>(())
    /// ```
    pub fn jaccard(&self) -> f64 {
        self.jaccard
    }

    /// The part of the shorter text's shingles that the longer one holds too, from 0 to 1.
    ///
    /// ```
    /// # use retold::story::StoryIndex;
    /// let mut index = StoryIndex::new();
    /// index.insert(7, "A storm hit the coast of Portugal on Monday and moved north.")?;
    /// assert_eq!(index.query("A storm hit the coast of Portugal")[0].containment(), 1.0);
    /// # Ok::<(), retold::story::InsertError>(())
    /// ```
    pub fn containment(&self) -> f64 {
        self.containment
    }

    /// Whether one text is largely the other's: a reprint, an update, an excerpt.
    ///
    /// ```
    /// # use retold::story::StoryIndex;
    /// let mut index = StoryIndex::new();
    /// index.insert(7, "A storm hit the coast of Portugal.")?;
    /// assert!(index.query("A storm hit the coast of Portugal.")[0].is_copy());
    /// # Ok::<(), retold::story::InsertError>(())
    /// ```
    pub fn is_copy(&self) -> bool {
        self.copy
    }

    /// The words of the article given that carried the score, the heaviest first, at most eight.
    ///
    /// ```
    /// # use retold::story::StoryIndex;
    /// let mut index = StoryIndex::new();
    /// index.insert(7, "A storm hit the coast of Portugal.")?;
    /// let matches = index.query("Portugal's coast saw the worst storm in years.");
    /// assert_eq!(matches[0].terms().next(), Some("Portugal's"));
    /// # Ok::<(), retold::story::InsertError>(())
    /// ```
    pub fn terms(&self) -> impl Iterator<Item = &str> {
        self.terms.split_ascii_whitespace()
    }
}

/// An article of the index whose text is largely that of an article given, or the other way round.
///
/// ```
/// let mut index = retold::story::StoryIndex::new();
/// index.insert(7, "A storm hit the coast of Portugal.")?;
/// let copies = index.copies_of("A storm hit the coast of Portugal!");
/// assert_eq!((copies[0].key(), copies[0].jaccard()), (&7, 1.0));
/// # Ok::<(), retold::story::InsertError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct CopyMatch<K> {
    pub(super) key: K,
    pub(super) jaccard: f64,
    pub(super) containment: f64,
}

impl<K> CopyMatch<K> {
    /// The key of the copy.
    ///
    /// ```
    /// # use retold::story::StoryIndex;
    /// let mut index = StoryIndex::new();
    /// index.insert(7, "A storm hit.")?;
    /// assert_eq!(index.copies_of("A storm hit.")[0].key(), &7);
    /// # Ok::<(), retold::story::InsertError>(())
    /// ```
    pub fn key(&self) -> &K {
        &self.key
    }

    /// Exact Jaccard similarity of the two texts' shingles, from 0 to 1.
    ///
    /// ```
    /// # use retold::story::StoryIndex;
    /// let mut index = StoryIndex::new();
    /// index.insert(7, "A storm hit.")?;
    /// assert_eq!(index.copies_of("A storm hit.")[0].jaccard(), 1.0);
    /// # Ok::<(), retold::story::InsertError>(())
    /// ```
    pub fn jaccard(&self) -> f64 {
        self.jaccard
    }

    /// The part of the shorter text's shingles that the longer one holds too, from 0 to 1.
    ///
    /// ```
    /// # use retold::story::StoryIndex;
    /// let mut index = StoryIndex::new();
    /// index.insert(7, "A storm hit.")?;
    /// assert_eq!(index.copies_of("A storm hit.")[0].containment(), 1.0);
    /// # Ok::<(), retold::story::InsertError>(())
    /// ```
    pub fn containment(&self) -> f64 {
        self.containment
    }
}

/// Where a new article went.
///
/// ```
/// use retold::story::{Change, StoryIndex};
///
/// let mut index = StoryIndex::new();
/// let first = index.insert(1, "A bridge in Porto collapsed on Monday, killing three workers.")?;
/// let second = index.insert(2, "Three workers died when the Porto bridge collapsed.")?;
/// assert_eq!(second.story(), first.story());
/// assert_eq!(second.matches()[0].key(), &1);
/// assert_eq!(second.changes(), [Change::Joined { story: first.story(), key: 2 }]);
/// # Ok::<(), retold::story::InsertError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Placement<K> {
    pub(super) story: StoryId,
    pub(super) matches: Vec<Match<K>>,
    pub(super) changes: Vec<Change<K>>,
}

impl<K> Placement<K> {
    /// The story the article is in.
    ///
    /// ```
    /// # use retold::story::StoryIndex;
    /// let mut index = StoryIndex::new();
    /// let placement = index.insert(1, "A storm hit.")?;
    /// assert_eq!(index.story_of(&1), Some(placement.story()));
    /// # Ok::<(), retold::story::InsertError>(())
    /// ```
    pub fn story(&self) -> StoryId {
        self.story
    }

    /// The best of what [`StoryIndex::query`](super::StoryIndex::query) would have found just before,
    /// at most three.
    ///
    /// ```
    /// # use retold::story::StoryIndex;
    /// let mut index = StoryIndex::new();
    /// assert!(index.insert(1, "A storm hit.")?.matches().is_empty());
    /// # Ok::<(), retold::story::InsertError>(())
    /// ```
    pub fn matches(&self) -> &[Match<K>] {
        &self.matches
    }

    /// What the article changed, in the order to apply it.
    ///
    /// ```
    /// # use retold::story::StoryIndex;
    /// let mut index = StoryIndex::new();
    /// assert_eq!(index.insert(1, "A storm hit.")?.changes().len(), 2); // created, joined
    /// # Ok::<(), retold::story::InsertError>(())
    /// ```
    pub fn changes(&self) -> &[Change<K>] {
        &self.changes
    }

    /// The changes, taken out.
    ///
    /// ```
    /// # use retold::story::StoryIndex;
    /// let mut index = StoryIndex::new();
    /// let log = index.insert(1, "A storm hit.")?.into_changes();
    /// assert_eq!(log.len(), 2);
    /// # Ok::<(), retold::story::InsertError>(())
    /// ```
    pub fn into_changes(self) -> Vec<Change<K>> {
        self.changes
    }
}
