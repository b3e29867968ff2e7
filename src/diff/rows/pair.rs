//! What two versions say of one statement: word by word, and whether they agree.

use std::ops::Range;

use super::label::{self, Label};
use super::statement::{Group, Statement};
use super::statements::Statements;
use crate::diff::align::scorer::Scorer;
use crate::diff::align::version::{self, Version};
use crate::diff::facts::{self, FactChange, Relation, Told};
use crate::diff::words::keys;
use crate::diff::words::rarity;
use crate::diff::words::runs::{self, Run};
use crate::text::Sentence;

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

    /// The facts on which the two differ, the most serious kind first.
    ///
    /// ```
    /// use retold::diff::Diff;
    /// let diff = Diff::between("At least 12 people died.", "At least 17 people died.");
    /// let facts = diff.shared().next().unwrap().facts();
    /// assert_eq!((facts[0].left.as_str(), facts[0].right.as_str()), ("12 people", "17 people"));
    /// ```
    pub fn facts(self) -> Vec<FactChange> {
        let sides = [self.left, self.right].map(|side| (side.source(), telling(side)));
        let [left, right] = sides
            .each_ref()
            .map(|(version, spans)| told(version, spans));
        let row = sides.each_ref().map(|(_, spans)| spans.clone());
        facts::between([left, right], &[row])
    }

    /// Whether half of what the right says, or more, is in words the left does not have there.
    pub(crate) fn is_mostly_new(self) -> bool {
        if self.label <= Label::Edited {
            return false;
        }
        let (mut new, mut all) = (0, 0);
        for run in self.words() {
            let words = keys::tokens(run.right().unwrap_or_default());
            let telling = words.iter().filter(|word| !rarity::is_common(word.hash));
            let telling = telling.count();
            all += telling;
            new += if matches!(run, Run::Right(_)) {
                telling
            } else {
                0
            };
        }
        2 * new >= all
    }

    /// The facts on which the two contradict each other.
    ///
    /// ```
    /// use retold::diff::Diff;
    /// let diff = Diff::between("The fire killed 12 people.", "The fire killed 17 people.");
    /// assert_eq!(diff.shared().next().unwrap().contradictions().len(), 1);
    /// ```
    pub fn contradictions(self) -> Vec<FactChange> {
        if self.label <= Label::Punctuation {
            return Vec::new();
        }
        let mut facts = self.facts();
        facts.retain(|fact| fact.relation == Relation::Contradicts);
        facts
    }

    /// Whether the two tell it alike: without a [contradiction](Self::contradictions), and without
    /// another number, state or negation in the same place.
    ///
    /// ```
    /// use retold::diff::Diff;
    /// let diff = Diff::between("The owner was arrested.", "The owner was not arrested.");
    /// assert!(!diff.shared().next().unwrap().agrees());
    /// ```
    pub fn agrees(self) -> bool {
        if self.label <= Label::Punctuation {
            return true;
        }
        let sides = [self.left, self.right].map(|side| (side.source(), telling(side)));
        let told = sides
            .each_ref()
            .map(|(version, spans)| told(version, spans));
        !facts::disputes(told) && self.contradictions().is_empty()
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

    /// How many versions make it without contradicting its base; at least one.
    ///
    /// ```
    /// let fire = ["The fire killed 12 people.", "The fire killed 17 people.", "The fire killed 12 people!"];
    /// let statements = retold::diff::statements(&fire);
    /// let statement = statements.get(0).unwrap();
    /// assert_eq!((statement.len(), statement.agreeing()), (3, 2));
    /// ```
    pub fn agreeing(self) -> usize {
        let agrees = |group: &Group<'s, 'a>| Pair::of_row(self, self.base(), *group).agrees();
        self.groups().filter(agrees).count()
    }
}

impl Group<'_, '_> {
    /// The facts on which it contradicts the base of its row: see [`Pair::contradictions`].
    ///
    /// ```
    /// let statements = retold::diff::statements(&["The fire killed 12 people.", "The fire killed 17 people."]);
    /// let other = statements.get(0).unwrap().group(1).unwrap();
    /// assert_eq!(other.contradictions().len(), 1);
    /// ```
    pub fn contradictions(self) -> Vec<FactChange> {
        if self.cell.base {
            return Vec::new();
        }
        let row = Statement {
            of: self.of,
            row: self.cell.row,
        };
        Pair::of_row(row, row.base(), self).contradictions()
    }
}

impl<'a> Statements<'a> {
    /// The statements that at least `count` versions make, told alike: a telling that denies the
    /// others, or differs in a number, does not count ([`Group::contradictions`]).
    ///
    /// ```
    /// let statements = retold::diff::statements(&["It rained.", "It rained.", "Sunny day."]);
    /// assert_eq!(statements.shared_by(2).count(), 1);
    /// ```
    pub fn shared_by(&self, count: usize) -> impl Iterator<Item = Statement<'_, 'a>> {
        self.iter()
            .filter(move |row| row.len() >= count && row.agreeing() >= count)
    }

    /// The statements that every version makes, told alike.
    ///
    /// ```
    /// let statements = retold::diff::statements(&["It rained.", "It rained.", "Sunny day."]);
    /// assert_eq!(statements.shared_by_all().count(), 0);
    /// ```
    pub fn shared_by_all(&self) -> impl Iterator<Item = Statement<'_, 'a>> {
        self.shared_by(self.versions.len().max(1))
    }

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

/// The sentences of a group in which a report tells something.
pub(crate) fn telling(group: Group<'_, '_>) -> Vec<Range<usize>> {
    let sentences = group.source().sentences();
    let told = group
        .numbers()
        .iter()
        .filter_map(|&number| sentences.get(number));
    told.filter(|sentence| version::tells(sentence))
        .map(Sentence::span)
        .collect()
}

/// A version as the facts are read from it: these sentences of it.
pub(crate) fn told<'s>(version: &'s Version<'_>, spans: &'s [Range<usize>]) -> Told<'s> {
    Told {
        text: version.article().text(),
        spans,
        quotes: version.quotes(),
        source: version.label(),
        date: version.date(),
    }
}

/// The word diff in plain characters: `[-only left-]{+only right+}`.
impl std::fmt::Display for Pair<'_, '_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.words().iter().try_for_each(|run| run.fmt(f))
    }
}
