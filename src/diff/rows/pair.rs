//! What two versions say of one statement, word by word.

use super::label::{self, Label};
use super::statement::{Group, Statement};
use super::statements::Statements;
use crate::diff::align::scorer::Scorer;
use crate::diff::words::runs::{self, Run};

/// What two versions say of one statement.
///
/// ```
/// use retold::diff::{Diff, Label};
/// let diff = Diff::between("At least 12 people died in the fire.", "At least 17 people died in the fire.");
/// let pair = diff.shared().next().unwrap();
/// assert_eq!(pair.label(), Label::Edited);
/// assert_eq!(pair.to_string(), "At least [-12-]{+17+} people died in the fire.");
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Pair<'s, 'a> {
    left: Group<'s, 'a>,
    right: Group<'s, 'a>,
    label: Label,
    similarity: f64,
    moved: bool,
}

impl<'s, 'a> Pair<'s, 'a> {
    /// Two groups of one row. A stored judgement is of one group against the row's base.
    pub(crate) fn of_row(
        row: Statement<'s, 'a>,
        left: Group<'s, 'a>,
        right: Group<'s, 'a>,
    ) -> Self {
        let (label, similarity) = match (left.cell.base, right.cell.base) {
            (true, _) => (right.label(), right.similarity()),
            (_, true) => (left.label(), left.similarity()),
            _ => label::judge(
                &mut Scorer::new(&row.of.units),
                &left.telling(),
                &right.telling(),
            ),
        };
        Self {
            left,
            right,
            label,
            similarity,
            moved: left.is_moved() != right.is_moved(),
        }
    }

    pub(crate) fn related(left: Group<'s, 'a>, right: Group<'s, 'a>, similarity: f64) -> Self {
        Self {
            left,
            right,
            label: Label::Related,
            similarity,
            moved: false,
        }
    }

    /// Its row, counted from 0.
    pub(crate) fn row(self) -> usize {
        self.left.row()
    }

    /// What the left side says.
    ///
    /// ```
    /// use retold::diff::Diff;
    /// let diff = Diff::between("It rained.", "It rained!");
    /// assert_eq!(diff.shared().next().unwrap().left().to_string(), "It rained.");
    /// ```
    pub fn left(self) -> Group<'s, 'a> {
        self.left
    }

    /// What the right side says.
    ///
    /// ```
    /// use retold::diff::Diff;
    /// let diff = Diff::between("It rained.", "It rained!");
    /// assert_eq!(diff.shared().next().unwrap().right().to_string(), "It rained!");
    /// ```
    pub fn right(self) -> Group<'s, 'a> {
        self.right
    }

    /// How near the two are in wording.
    ///
    /// ```
    /// use retold::diff::{Diff, Label};
    /// let diff = Diff::between("It rained.", "It rained!");
    /// assert_eq!(diff.shared().next().unwrap().label(), Label::Punctuation);
    /// ```
    pub fn label(self) -> Label {
        self.label
    }

    /// How much the two say the same, from 0 to 1: the mean of the cosine of their words, weighted
    /// by rarity, and the Dice coefficient of their runs of four characters.
    ///
    /// ```
    /// use retold::diff::Diff;
    /// let diff = Diff::between("It rained.", "It rained!");
    /// assert_eq!(diff.shared().next().unwrap().similarity(), 1.0);
    /// ```
    pub fn similarity(self) -> f64 {
        self.similarity
    }

    /// Whether the two stand at different places among what both sides say.
    ///
    /// ```
    /// use retold::diff::Diff;
    /// let diff = Diff::between("It rained.", "It rained!");
    /// assert!(!diff.shared().next().unwrap().is_moved());
    /// ```
    pub fn is_moved(self) -> bool {
        self.moved
    }

    /// The two word by word: runs that both have and runs that only one has, in reading order.
    ///
    /// ```
    /// use retold::diff::{Diff, Run};
    /// let diff = Diff::between("At least 12 people died.", "At least 17 people died.");
    /// let runs = diff.shared().next().unwrap().words();
    /// assert!(runs.contains(&Run::Left("12")) && runs.contains(&Run::Right("17")));
    /// ```
    pub fn words(self) -> Vec<Run<'a>> {
        let units = &self.left.of.units;
        runs::runs(&self.left.pieces(), &self.right.pieces(), |word| {
            units.worth(word)
        })
    }
}

impl<'s, 'a> Statement<'s, 'a> {
    /// Two versions' tellings side by side, if both make this statement.
    ///
    /// ```
    /// let statements = retold::diff::statements(&["It rained.", "Sunny.", "It rained!"]);
    /// let pair = statements.get(0).unwrap().pair(0, 2).unwrap();
    /// assert_eq!(pair.right().to_string(), "It rained!");
    /// ```
    pub fn pair(self, left: usize, right: usize) -> Option<Pair<'s, 'a>> {
        Some(Pair::of_row(self, self.group(left)?, self.group(right)?))
    }
}

impl<'a> Statements<'a> {
    /// Pairs of statements of one version each that may say the same, nearest first.
    ///
    /// They are shown to a reader and never counted as shared.
    ///
    /// ```
    /// assert_eq!(retold::diff::statements(&["It rained.", "Shares fell."]).related().count(), 0);
    /// ```
    pub fn related(&self) -> impl Iterator<Item = Pair<'_, 'a>> {
        let group = |row: usize| Group {
            of: self,
            cell: &self.layout.cells[self.layout.starts[row]],
        };
        self.layout
            .related
            .iter()
            .map(move |link| Pair::related(group(link.left), group(link.right), link.similarity))
    }
}

/// The word diff in plain characters: `[-only left-]{+only right+}`.
impl std::fmt::Display for Pair<'_, '_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.words().iter().try_for_each(|run| run.fmt(f))
    }
}
