//! How near two groups of sentences that make the same statement are in wording.

use super::statements::{Cell, Group, Statements};
use super::words;

/// How near two tellings of one statement are, from nearest to farthest.
///
/// ```
/// use retold::diff::{Diff, Label};
/// let label = |a, b| Diff::between(a, b).shared().next().map(|pair| pair.label());
/// let said = "The mayor said on Monday that the bridge was safe for all traffic.";
/// assert_eq!(label(said, said), Some(Label::Same));
/// assert_eq!(label(said, "The Mayor said, on Monday, that the bridge was safe for all traffic"),
///     Some(Label::Punctuation));
/// assert_eq!(label(said, "The mayor said on Tuesday that the bridge was safe for all traffic."),
///     Some(Label::Edited));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
pub enum Label {
    /// Character for character, white space aside.
    Same,
    /// The same words; punctuation, case or the form of quotes and hyphens differ.
    Punctuation,
    /// Most words are the same, in the same order.
    Edited,
    /// The same statement in other words.
    Reworded,
    /// Possibly the same statement: shown to a reader, never claimed or counted as shared.
    Related,
}

impl Label {
    /// Its name in lower case, as in JSON.
    ///
    /// ```
    /// assert_eq!(retold::diff::Label::Reworded.name(), "reworded");
    /// ```
    pub const fn name(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Punctuation => "punctuation",
            Self::Edited => "edited",
            Self::Reworded => "reworded",
            Self::Related => "related",
        }
    }
}

impl std::fmt::Display for Label {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.name())
    }
}

/// Share of words in common order from which a telling is edited rather than reworded.
const EDITED: f64 = 0.85;

/// Judges the cells of the row that is being laid out against its base, which it chooses.
pub(super) fn judge_row(statements: &mut Statements<'_>) {
    let from = statements.starts.last().copied().unwrap_or(0);
    let cells = &statements.cells[from..];
    let score = |a: &Cell, b: &Cell| {
        statements
            .units
            .score_groups(&statements.units_of(a), &statements.units_of(b))
    };
    let mut base = 0;
    let mut nearest = -1.0;
    if cells.len() > 2 {
        for (number, cell) in cells.iter().enumerate() {
            let sum: f64 = cells.iter().map(|other| score(cell, other)).sum();
            if sum > nearest + 1e-9 {
                (base, nearest) = (number, sum);
            }
        }
    }
    let judged: Vec<(Label, f64)> = (0..cells.len())
        .map(|number| {
            if number == base {
                (Label::Same, 1.0)
            } else {
                judge(statements, &cells[base], &cells[number])
            }
        })
        .collect();
    for (number, (cell, (label, similarity))) in
        statements.cells[from..].iter_mut().zip(judged).enumerate()
    {
        cell.base = number == base;
        cell.label = label;
        cell.similarity = similarity;
    }
}

/// How near two groups of one statement are.
pub(super) fn judge(statements: &Statements<'_>, left: &Cell, right: &Cell) -> (Label, f64) {
    let units = &statements.units;
    let (a, b) = (statements.units_of(left), statements.units_of(right));
    let texts = |cell| {
        Group {
            of: statements,
            cell,
        }
        .texts()
        .collect::<Vec<_>>()
    };
    let (left, right) = (texts(left), texts(right));
    if a == b {
        let same = spaced(&left).eq(spaced(&right));
        return (
            if same {
                Label::Same
            } else {
                Label::Punctuation
            },
            1.0,
        );
    }
    let similarity = units.score_groups(&a, &b);
    let edited = words::common_share(&left, &right) >= EDITED;
    (
        if edited {
            Label::Edited
        } else {
            Label::Reworded
        },
        similarity,
    )
}

/// What stands between white space.
fn spaced<'a>(texts: &'a [&'a str]) -> impl Iterator<Item = &'a str> {
    texts.iter().flat_map(|text| text.split_whitespace())
}
