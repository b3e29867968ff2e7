//! Two articles: what they are to each other, how alike, and what each says.

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
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
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
    /// let comparison = retold::compare("A storm hit.", "Shares rose.");
    /// assert_eq!(comparison.relation(), retold::Relation::Unrelated);
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
    /// assert!(retold::compare("A storm hit.", "A storm hit.").same_story());
    /// ```
    pub fn same_story(&self) -> bool {
        self.relation() != Relation::Unrelated
    }

    /// Exact Jaccard similarity of the two shingle sets, from 0 to 1.
    ///
    /// ```
    /// assert_eq!(retold::compare("One.", "Two.").jaccard(), 0.0);
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

    /// How alike the two are as reports of an event, from 0 to 1: the score that decides between a
    /// retelling and another event.
    ///
    /// ```
    /// assert_eq!(retold::compare("A storm hit Porto.", "Shares rose.").event_score(), 0.0);
    /// ```
    pub fn event_score(&self) -> f64 {
        self.link.score()
    }

    /// The scores, the limits they are held against, and the words that carried them.
    ///
    /// ```
    /// let comparison = retold::compare("A storm hit Porto.", "Shares rose.");
    /// assert!(comparison.link().terms().is_empty());
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

/// The verdict, the measures, and the whole [`Diff`] in plain text.
impl fmt::Display for Comparison<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.relation() {
            Relation::Copy => "Copy: the text of one is largely the other's.",
            Relation::Retelling => "Retelling: the same event in different words.",
            Relation::Unrelated => "Unrelated: different events.",
        })?;
        let percent = |part: f64| 100.0 * part;
        writeln!(
            f,
            " Event score {:.2}, Jaccard {:.2}; {:.0} % of the left text stands in the right, \
             {:.0} % of the right in the left.",
            self.event_score(),
            self.jaccard(),
            percent(self.containment_left()),
            percent(self.containment_right()),
        )?;
        self.diff.fmt(f)
    }
}

/// `{relation, same_story, jaccard, containment_left, containment_right, event_score, diff}`.
#[cfg(feature = "serde")]
impl serde::Serialize for Comparison<'_> {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let mut fields = to.serialize_struct("Comparison", 7)?;
        fields.serialize_field("relation", &self.relation())?;
        fields.serialize_field("same_story", &self.same_story())?;
        fields.serialize_field("jaccard", &self.jaccard())?;
        fields.serialize_field("containment_left", &self.containment_left())?;
        fields.serialize_field("containment_right", &self.containment_right())?;
        fields.serialize_field("event_score", &self.event_score())?;
        fields.serialize_field("diff", &self.diff)?;
        fields.end()
    }
}

impl Detector {
    /// Compares two articles.
    ///
    /// ```
    /// let detector = retold::Detector::new();
    /// assert_eq!(detector.compare("One two three.", "One two three!").jaccard(), 1.0);
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
        let told = numbers.filter_map(|&number| Some(articles.get(number)?.as_article()));
        Statements::split_by(told, &NewsSentences, &self.background)
    }
}

/// Compares two articles with the default settings.
///
/// ```
/// let comparison = retold::compare("A storm hit the coast.", "A storm hit the town.");
/// assert!(comparison.jaccard() > 0.0);
/// ```
pub fn compare<'a>(left: impl Into<Article<'a>>, right: impl Into<Article<'a>>) -> Comparison<'a> {
    Detector::new().compare(left, right)
}
