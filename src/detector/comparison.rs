//! Two articles: what they are to each other, and how alike.

use super::Detector;
use crate::AsArticle;
use crate::sketch::ShingleSet;

/// What two articles are to each other.
///
/// ```
/// let comparison = retold::compare("A storm hit.", "A storm hit.");
/// assert_eq!(comparison.relation(), retold::Relation::Copy);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// The text of one is largely the other's: a reprint, an update, an excerpt.
    Copy,
    /// The same event in different words.
    Retelling,
    /// Different events.
    Unrelated,
}

/// Two articles compared.
///
/// ```
/// let comparison = retold::compare("A storm hit the coast.", "A storm hit the town.");
/// assert_eq!(comparison.jaccard(), 0.5);
/// ```
#[derive(Debug, Clone)]
pub struct Comparison {
    jaccard: f64,
}

impl Comparison {
    /// What the two are to each other.
    ///
    /// ```
    /// let comparison = retold::compare("A storm hit.", "Shares rose.");
    /// assert_eq!(comparison.relation(), retold::Relation::Unrelated);
    /// ```
    pub fn relation(&self) -> Relation {
        if self.jaccard >= 0.5 {
            Relation::Copy
        } else {
            Relation::Unrelated
        }
    }

    /// Exact Jaccard similarity of the two shingle sets, from 0 to 1.
    ///
    /// ```
    /// assert_eq!(retold::compare("One.", "Two.").jaccard(), 0.0);
    /// ```
    pub fn jaccard(&self) -> f64 {
        self.jaccard
    }
}

impl Detector {
    /// Compares two articles.
    ///
    /// ```
    /// let detector = retold::Detector::new();
    /// assert_eq!(detector.compare("One two three.", "One two three!").jaccard(), 1.0);
    /// ```
    pub fn compare<L, R>(&self, left: &L, right: &R) -> Comparison
    where
        L: AsArticle + ?Sized,
        R: AsArticle + ?Sized,
    {
        let set = |text| ShingleSet::of_text(text, self.shingle_words);
        let (left, right) = (
            set(left.as_article().text()),
            set(right.as_article().text()),
        );
        Comparison {
            jaccard: left.jaccard(&right),
        }
    }
}

/// Compares two articles with the default settings.
///
/// ```
/// let comparison = retold::compare("A storm hit the coast.", "A storm hit the town.");
/// assert!(comparison.jaccard() > 0.0);
/// ```
pub fn compare<L, R>(left: &L, right: &R) -> Comparison
where
    L: AsArticle + ?Sized,
    R: AsArticle + ?Sized,
{
    Detector::new().compare(left, right)
}
