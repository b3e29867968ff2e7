//! Two articles: how they relate, how alike they are, and what each says.

use std::fmt;

use super::Detector;
use crate::article::{Article, AsArticle};
use crate::diff::{Diff, Statements};
use crate::story::{Link, Story};
use crate::text::NewsSentences;

/// What two articles are to each other.
///
/// ```
/// let comparison = retold::compare("A storm hit.", "A storm hit.");
/// assert_eq!(comparison.relation(), retold::Relation::Copy);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
pub enum Relation {
    /// The text of one is largely the other's: a reprint, an update, an excerpt.
    Copy,
    /// The same event in different words.
    Retelling,
    /// Different events.
    Unrelated,
}

impl Relation {
    /// Its name in lower case, as in JSON.
    ///
    /// ```
    /// assert_eq!(retold::Relation::Retelling.name(), "retelling");
    /// ```
    pub const fn name(self) -> &'static str {
        match self {
            Self::Copy => "copy",
            Self::Retelling => "retelling",
            Self::Unrelated => "unrelated",
        }
    }
}

impl fmt::Display for Relation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// Two articles compared: the measures, and the [`Diff`].
///
/// ```
/// let comparison = retold::compare("A storm hit the coast.", "A storm hit the town.");
/// assert_eq!(comparison.jaccard(), 0.5);
/// ```
#[derive(Debug, Clone)]
pub struct Comparison<'a> {
    link: Link,
    diff: Diff<'a>,
}

impl<'a> Comparison<'a> {
    /// What the two are to each other.
    ///
    /// ```
    /// use retold::{Relation, compare};
    /// assert_eq!(compare("A storm hit the coast.", "A storm hit the coast!").relation(), Relation::Copy);
    /// assert_eq!(compare("A storm hit the coast.", "Shares rose.").relation(), Relation::Unrelated);
    /// ```
    pub fn relation(&self) -> Relation {
        if self.link.is_copy() {
            Relation::Copy
        } else if self.link.is_same_story() {
            Relation::Retelling
        } else {
            Relation::Unrelated
        }
    }

    /// Whether both report the same event, as a copy or in other words.
    ///
    /// ```
    /// let first = "A bridge in Porto collapsed on Monday, killing three workers.";
    /// assert!(retold::compare(first, "Three workers died when the Porto bridge collapsed.").same_story());
    /// assert!(!retold::compare(first, "Police in Lisbon arrested a pickpocket.").same_story());
    /// ```
    pub fn same_story(&self) -> bool {
        self.relation() != Relation::Unrelated
    }

    /// Exact Jaccard similarity of the two shingle sets, from 0 to 1.
    ///
    /// ```
    /// let comparison = retold::compare("A storm hit the coast.", "A storm hit the town.");
    /// assert_eq!(comparison.jaccard(), 2.0 / 4.0); // "a storm hit" and "storm hit the", of four shingles
    /// ```
    pub fn jaccard(&self) -> f64 {
        self.link.jaccard()
    }

    /// The part of the left article's shingles that the right holds too, from 0 to 1.
    ///
    /// ```
    /// assert_eq!(retold::compare("We saw it.", "We saw it. They did not.").containment_left(), 1.0);
    /// ```
    pub fn containment_left(&self) -> f64 {
        self.link.containment_left()
    }

    /// The part of the right article's shingles that the left holds too, from 0 to 1.
    ///
    /// ```
    /// assert_eq!(retold::compare("We saw it.", "We saw it. They did not.").containment_right(), 0.25);
    /// ```
    pub fn containment_right(&self) -> f64 {
        self.link.containment_right()
    }

    /// How alike the two are as reports of an event, from 0 to 1. From [`Link::threshold`] they report
    /// the same event.
    ///
    /// ```
    /// let storm = "A storm hit Porto on Monday and closed the harbour.";
    /// let same = retold::compare(storm, "Porto's harbour closed on Monday when the storm hit.");
    /// let other = retold::compare(storm, "Shares in Oakwell Bank fell by a tenth.");
    /// assert!(same.score() > same.link().threshold());
    /// assert!(other.score() < other.link().threshold());
    /// ```
    pub fn score(&self) -> f64 {
        self.link.score()
    }

    /// The scores, their thresholds, and the words behind them.
    ///
    /// ```
    /// let comparison = retold::compare("A storm hit Porto on Monday.", "Porto was hit by a storm.");
    /// let words: Vec<&str> = comparison.link().terms().iter().map(|term| term.word()).collect();
    /// assert!(words.contains(&"Porto") && !words.contains(&"Monday"));
    /// ```
    pub fn link(&self) -> &Link {
        &self.link
    }

    /// What each says, sentence by sentence.
    ///
    /// ```
    /// let comparison = retold::compare("It rained.", "It rained. They stayed.");
    /// assert_eq!(comparison.diff().right_only().count(), 1);
    /// ```
    pub fn diff(&self) -> &Diff<'a> {
        &self.diff
    }
}

/// `{relation, same_story, jaccard, containment_left, containment_right, score, threshold}`, followed by
/// the fields of [`Diff`].
#[cfg(feature = "serde")]
impl serde::Serialize for Comparison<'_> {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        #[derive(serde::Serialize)]
        struct Fields<'s, 'a> {
            relation: Relation,
            same_story: bool,
            jaccard: f64,
            containment_left: f64,
            containment_right: f64,
            score: f64,
            threshold: f64,
            #[serde(flatten)]
            diff: &'s Diff<'a>,
        }

        let fields = Fields {
            relation: self.relation(),
            same_story: self.same_story(),
            jaccard: self.jaccard(),
            containment_left: self.containment_left(),
            containment_right: self.containment_right(),
            score: self.score(),
            threshold: self.link.threshold(),
            diff: &self.diff,
        };
        fields.serialize(to)
    }
}

impl Detector {
    /// Compares two articles. The result borrows their texts, not the articles.
    ///
    /// ```
    /// use retold::{Article, Detector};
    /// let (wire, paper) = (String::from("The dam broke on Monday."), "On Monday the dam broke.");
    /// let comparison = Detector::new().compare(&Article::new(&wire).with_source("Wire"), paper);
    /// assert!(comparison.containment_left() < 1.0);
    /// ```
    pub fn compare<'a>(
        &self,
        left: impl Into<Article<'a>>,
        right: impl Into<Article<'a>>,
    ) -> Comparison<'a> {
        let sides = [left.into(), right.into()];
        Comparison {
            link: self.link(sides[0], sides[1]),
            diff: Diff::of(sides, &self.background),
        }
    }

    /// Lays the articles of a story side by side: its versions are those of [`Story::articles`], in
    /// that order. `articles` are those that were clustered.
    ///
    /// ```
    /// let articles = ["It rained in Porto.", "Shares fell.", "It rained in Porto. It poured."];
    /// let detector = retold::Detector::new();
    /// let stories = detector.cluster(&articles);
    /// let story = stories.story_of(0).unwrap();
    /// let statements = detector.statements(&articles, story);
    /// assert_eq!(statements.versions().len(), story.articles().len());
    /// ```
    pub fn statements<'a, A: AsArticle>(&self, articles: &'a [A], story: &Story) -> Statements<'a> {
        let numbers = story.articles().iter();
        let versions = numbers.filter_map(|&number| Some(articles.get(number)?.as_article()));
        Statements::split_by(versions, &NewsSentences, &self.background)
    }
}

/// Compares two articles with the default settings.
///
/// ```
/// let comparison = retold::compare("A storm hit the coast.", "A storm hit the town.");
/// assert_eq!(comparison.diff().shared().next().unwrap().to_string(), "A storm hit the [-coast-]{+town+}.");
/// ```
#[doc(alias = "fuzzy")]
#[doc(alias = "similarity")]
#[doc(alias = "near-duplicate")]
pub fn compare<'a>(left: impl Into<Article<'a>>, right: impl Into<Article<'a>>) -> Comparison<'a> {
    Detector::new().compare(left, right)
}
