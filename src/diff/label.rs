//! How near two groups of sentences that make the same statement are in wording.

use super::statement::Group;
use super::statements::{Cell, Statements};
use super::units::Units;
use super::{lcs, rarity};

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

/// The same of a telling that differs at one place.
const EDITED_ONCE: f64 = 0.6;
/// Words of content that such tellings have in common at least.
const KEPT: usize = 2;

/// Judges the cells of the row that is being laid out against its base, which it chooses.
pub(super) fn judge_row(statements: &mut Statements<'_>) {
    let from = statements.starts.last().copied().unwrap_or(0);
    let cells = &statements.cells[from..];
    let units: Vec<Vec<usize>> = cells.iter().map(|cell| statements.units_of(cell)).collect();
    let base = base_of(&statements.units, &units);
    let judged: Vec<(Label, f64)> = (0..cells.len())
        .map(|at| {
            if at == base {
                (Label::Same, 1.0)
            } else {
                let cells = [&cells[base], &cells[at]];
                judge_units(statements, cells, [&units[base], &units[at]])
            }
        })
        .collect();
    let cells = statements.cells[from..].iter_mut();
    for (at, (cell, (label, similarity))) in cells.zip(judged).enumerate() {
        cell.base = at == base;
        cell.label = label;
        cell.similarity = similarity;
    }
}

/// The telling that is nearest to all others; of two, the first.
fn base_of(units: &Units, cells: &[Vec<usize>]) -> usize {
    let (mut base, mut nearest) = (0, -1.0);
    if cells.len() < 3 {
        return base;
    }
    // Most versions of a row have one wording: each is scored once.
    let mut wordings: Vec<(&[usize], usize, f64)> = Vec::new();
    for (at, cell) in cells.iter().enumerate() {
        match wordings.iter_mut().find(|wording| wording.0 == cell) {
            Some(wording) => wording.2 += 1.0,
            None => wordings.push((cell, at, 1.0)),
        }
    }
    for (wording, at, _) in &wordings {
        let near =
            |(other, _, times): &(&[usize], usize, f64)| times * units.score_groups(wording, other);
        let sum: f64 = wordings.iter().map(near).sum();
        if sum > nearest + 1e-9 {
            (base, nearest) = (*at, sum);
        }
    }
    base
}

/// How near two groups of one statement are.
pub(super) fn judge(statements: &Statements<'_>, left: &Cell, right: &Cell) -> (Label, f64) {
    let units = [left, right].map(|cell| statements.units_of(cell));
    judge_units(statements, [left, right], [&units[0], &units[1]])
}

fn judge_units(
    statements: &Statements<'_>,
    cells: [&Cell; 2],
    [a, b]: [&[usize]; 2],
) -> (Label, f64) {
    if a == b {
        let [left, right] = cells.map(|cell| {
            let of = statements;
            Group { of, cell }.texts().flat_map(str::split_whitespace)
        });
        let same = left.eq(right);
        return (
            if same {
                Label::Same
            } else {
                Label::Punctuation
            },
            1.0,
        );
    }
    let units = &statements.units;
    let edited = is_edited(&units.order(a), &units.order(b));
    let label = if edited {
        Label::Edited
    } else {
        Label::Reworded
    };
    (label, units.score_groups(a, b))
}

/// Whether two tellings have most words in common order, or differ at one place only.
fn is_edited(left: &[u64], right: &[u64]) -> bool {
    let common = lcs::heaviest_common(left, right, |_| 1);
    let share = 2.0 * common.len() as f64 / (left.len() + right.len()).max(1) as f64;
    if share >= EDITED {
        return true;
    }
    let ends = [(left.len(), right.len())];
    let mut next = (0, 0);
    let mut changes = 0;
    for &(l, r) in common.iter().chain(&ends) {
        changes += usize::from((l, r) != next);
        next = (l + 1, r + 1);
    }
    let content = common
        .iter()
        .filter(|pair| !rarity::is_common(left[pair.0]));
    share >= EDITED_ONCE && changes == 1 && content.count() >= KEPT
}
