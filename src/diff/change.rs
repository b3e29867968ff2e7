//! One difference between two versions: what it is about, what either side says, how much it weighs,
//! and whether it is claimed as a fact or only shown.

use std::cmp::Ordering;
use std::ops::Range;

use crate::article::Date;

/// What a difference is about, the gravest first.
///
/// ```
/// use retold::diff::ChangeKind;
/// assert!(ChangeKind::Number < ChangeKind::Wording);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(rename_all = "lowercase")
)]
#[non_exhaustive]
pub enum ChangeKind {
    /// What became of somebody, who they are, of how many it holds: words that exclude each other, names
    /// that have changed places.
    Status,
    /// A count, an amount, a share, a measure, an age.
    Number,
    /// One side denies.
    Negation,
    /// The name of a person, a place, a body.
    Name,
    /// A street or an address.
    Place,
    /// A date, a weekday, a part of the day, a time of the clock.
    Date,
    /// How sure the report is: `fired` and `reportedly fired`.
    Certainty,
    /// Other words for it, or for something else.
    Wording,
    /// What only one side says.
    Addition,
    /// Spelling, order, the form of a value, a word that holds a sentence together.
    Form,
}

impl ChangeKind {
    /// Its name in small letters, as in JSON.
    ///
    /// ```
    /// assert_eq!(retold::diff::ChangeKind::Status.name(), "status");
    /// ```
    pub const fn name(self) -> &'static str {
        match self {
            Self::Status => "status",
            Self::Number => "number",
            Self::Negation => "negation",
            Self::Name => "name",
            Self::Place => "place",
            Self::Date => "date",
            Self::Certainty => "certainty",
            Self::Wording => "wording",
            Self::Addition => "addition",
            Self::Form => "form",
        }
    }
}

/// How the two sides of a fact stand to each other.
///
/// ```
/// use retold::diff::{Diff, Relation};
/// let facts = Diff::between("Police arrested Ann Lee Reid.", "Police arrested Ann Reid.");
/// assert_eq!(facts.facts()[0].relation, Some(Relation::Precise));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(rename_all = "lowercase")
)]
#[non_exhaustive]
pub enum Relation {
    /// Both cannot be right.
    Contradicts,
    /// The later report has another number of something that grows while it is counted: a toll.
    Later,
    /// Both can be right: one tells more exactly what the other tells too.
    Precise,
}

/// Something that two versions tell differently.
///
/// A *fact* is claimed: it has a [`relation`](Self::relation). Every other change is shown, so that
/// nothing is lost, and weighed, so that what an editor must not miss comes first.
///
/// ```
/// use retold::diff::{ChangeKind, Diff, Relation};
/// let diff = Diff::between("At least 12 people died in the old mill.", "At least 17 people died in the mill.");
/// let changes = diff.changes();
/// assert_eq!((changes[0].left, changes[0].right), ("12 people", "17 people"));
/// assert_eq!((changes[0].kind, changes[0].relation), (ChangeKind::Number, Some(Relation::Contradicts)));
/// assert_eq!((changes[1].left, changes[1].is_fact()), ("old mill", false));
/// ```
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Change<'a> {
    /// What it is about.
    pub kind: ChangeKind,
    /// How the two sides stand to each other, if it is claimed as a fact.
    pub relation: Option<Relation>,
    /// What the left says; empty if it says nothing there.
    pub left: &'a str,
    /// What the right says; empty if it says nothing there.
    pub right: &'a str,
    /// How much it weighs: a contradiction much, spelling next to nothing.
    pub weight: f64,
    /// Where they say it: bytes of the left text, bytes of the right text.
    pub spans: [Range<usize>; 2],
    /// The sentences in which they say it.
    pub sentences: [Range<usize>; 2],
    /// Where else they say the same, for facts.
    pub also: Vec<[Range<usize>; 2]>,
    /// The row it stands in, counted from 0, if it is told within one.
    pub row: Option<usize>,
    /// The versions on the left and on the right.
    pub versions: [usize; 2],
    /// Further versions that tell it as the right does.
    pub others: Vec<usize>,
    /// Who published either report, where known.
    pub sources: [Option<&'a str>; 2],
    /// When either report was published, where known.
    pub dates: [Option<Date>; 2],
    /// Whether the titles differ on it, and not the texts: then the places are bytes of the titles.
    pub in_titles: bool,
}

/// Weight below which a change is trivial.
const TRIVIAL: f64 = 1.0;

impl Change<'_> {
    /// Whether it is claimed as a fact that differs.
    ///
    /// ```
    /// use retold::diff::Diff;
    /// let diff = Diff::between("The fire killed 12 people.", "The fire killed 17 people.");
    /// assert!(diff.changes()[0].is_fact());
    /// ```
    pub fn is_fact(&self) -> bool {
        self.relation.is_some()
    }

    /// Whether it is only spelling, order or a word that holds a sentence together.
    ///
    /// ```
    /// use retold::diff::Diff;
    /// let diff = Diff::between("The colour of the old mill was red.", "The color of the old mill was red.");
    /// assert!(diff.changes().iter().all(|change| change.is_trivial()));
    /// ```
    pub fn is_trivial(&self) -> bool {
        self.weight < TRIVIAL
    }

    /// Facts first, then the heaviest; else in an order that exchanging the sides does not change.
    pub(crate) fn order(&self, other: &Self) -> Ordering {
        let place = |change: &Self| change.spans[0].start + change.spans[1].start;
        let said = |change: &Self| {
            let (left, right) = (change.left.to_owned(), change.right.to_owned());
            // Of two readings of one place the fuller comes first.
            let length = std::cmp::Reverse(left.len() + right.len());
            (length, left.clone().min(right.clone()), left.max(right))
        };
        let by_weight = other.weight.total_cmp(&self.weight);
        by_weight
            .then_with(|| self.in_titles.cmp(&other.in_titles))
            .then_with(|| place(self).cmp(&place(other)))
            .then_with(|| said(self).cmp(&said(other)))
    }
}
