//! Two articles: what they are to each other, how alike, and what each says.

use super::Detector;
use crate::article::AsArticle;
use crate::diff::Diff;
use crate::sketch::ShingleSet;

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

/// Two articles compared: the measures, and the [`Diff`].
///
/// ```
/// let comparison = retold::compare("A storm hit the coast.", "A storm hit the town.");
/// assert_eq!(comparison.jaccard(), 0.5);
/// ```
#[derive(Debug, Clone)]
pub struct Comparison<'a> {
    relation: Relation,
    jaccard: f64,
    containment: [f64; 2],
    diff: Diff<'a>,
}

/// Jaccard similarity, or containment of the smaller side, from which a text is largely another's.
const COPY_JACCARD: f64 = 0.5;
const COPY_CONTAINMENT: f64 = 0.8;

impl<'a> Comparison<'a> {
    /// What the two are to each other.
    ///
    /// ```
    /// let comparison = retold::compare("A storm hit.", "Shares rose.");
    /// assert_eq!(comparison.relation(), retold::Relation::Unrelated);
    /// ```
    pub fn relation(&self) -> Relation {
        self.relation
    }

    /// Whether both report the same event, as a copy or in other words.
    ///
    /// ```
    /// assert!(retold::compare("A storm hit.", "A storm hit.").same_story());
    /// ```
    pub fn same_story(&self) -> bool {
        self.relation != Relation::Unrelated
    }

    /// Exact Jaccard similarity of the two shingle sets, from 0 to 1.
    ///
    /// ```
    /// assert_eq!(retold::compare("One.", "Two.").jaccard(), 0.0);
    /// ```
    pub fn jaccard(&self) -> f64 {
        self.jaccard
    }

    /// The part of the left article's shingles that the right holds too, from 0 to 1.
    ///
    /// ```
    /// assert_eq!(retold::compare("We saw it.", "We saw it. They did not.").containment_left(), 1.0);
    /// ```
    pub fn containment_left(&self) -> f64 {
        self.containment[0]
    }

    /// The part of the right article's shingles that the left holds too, from 0 to 1.
    ///
    /// ```
    /// assert_eq!(retold::compare("We saw it.", "We saw it. They did not.").containment_right(), 0.25);
    /// ```
    pub fn containment_right(&self) -> f64 {
        self.containment[1]
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

impl Detector {
    /// Compares two articles.
    ///
    /// ```
    /// let detector = retold::Detector::new();
    /// assert_eq!(detector.compare("One two three.", "One two three!").jaccard(), 1.0);
    /// ```
    pub fn compare<'a, L, R>(&self, left: &'a L, right: &'a R) -> Comparison<'a>
    where
        L: AsArticle + ?Sized,
        R: AsArticle + ?Sized,
    {
        let sides = [left.as_article(), right.as_article()];
        let [a, b] = sides.map(|side| ShingleSet::of_text(side.text(), self.shingle_words));
        let diff = Diff::of(sides, &self.background);
        let (jaccard, containment) = (a.jaccard(&b), [a.containment(&b), b.containment(&a)]);
        let statements = diff.statements();
        let told = statements.coverage(0).min(statements.coverage(1));
        let relation = if jaccard >= COPY_JACCARD
            || containment.iter().any(|&part| part >= COPY_CONTAINMENT)
        {
            Relation::Copy
        } else if told >= 0.2 {
            Relation::Retelling
        } else {
            Relation::Unrelated
        };
        Comparison {
            relation,
            jaccard,
            containment,
            diff,
        }
    }
}

/// Compares two articles with the default settings.
///
/// ```
/// let comparison = retold::compare("A storm hit the coast.", "A storm hit the town.");
/// assert!(comparison.jaccard() > 0.0);
/// ```
pub fn compare<'a, L, R>(left: &'a L, right: &'a R) -> Comparison<'a>
where
    L: AsArticle + ?Sized,
    R: AsArticle + ?Sized,
{
    Detector::new().compare(left, right)
}
