//! How two values of one thing stand to each other.

mod moments;
mod names;
mod numbers;
mod streets;

pub(super) use moments::{apart, is_coarse, is_finer, moments, tells_all};
pub(super) use names::{is_misspelt, is_near, is_spelling, middle_names};
pub(super) use numbers::{can_agree, is_bound, numbers, states};
pub(super) use streets::streets;

/// How two values that differ stand to each other.
///
/// ```
/// use retold::diff::facts::{Relation, compare};
/// let (left, right) = ("Police arrested Ann Lee Reid.", "Police arrested Ann Reid.");
/// let changes = compare(left, &[0..left.len()], right, &[0..right.len()]);
/// assert_eq!(changes[0].relation, Relation::Precise);
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
