//! What changed inside the rows, phrase by phrase, ordered by how much it weighs.
//!
//! Nothing is claimed here: every word that differs is shown, and what an editor must not miss comes
//! first: a value, a name, a state such as *killed* and *injured*, a denial, how sure the report is.

mod kind;
mod phrases;

use std::ops::Range;

pub use kind::ChangeKind;
use phrases::{Phrase, Side};

use super::rows::{Diff, Group, Label, Pair, Statements};
use crate::text::SentenceKind;

/// A phrase that two versions tell differently within one statement.
///
/// ```
/// use retold::diff::{ChangeKind, Diff};
/// let diff = Diff::between("The blast killed 12 people in the port.", "The blast injured 12 people in the port.");
/// let changes = diff.changes();
/// assert_eq!((changes[0].left, changes[0].right), ("killed", "injured"));
/// assert_eq!(changes[0].kind, ChangeKind::State);
/// ```
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Change<'a> {
    /// What it is about.
    pub kind: ChangeKind,
    /// What the left says; empty if it says nothing there.
    pub left: &'a str,
    /// What the right says; empty if it says nothing there.
    pub right: &'a str,
    /// Where they say it: bytes of the left text, bytes of the right text.
    pub spans: [Range<usize>; 2],
    /// How much it weighs: a contradiction much, spelling next to nothing.
    pub weight: f64,
    /// The row it stands in, counted from 0.
    pub row: usize,
    /// The versions on the left and on the right.
    pub versions: [usize; 2],
}

/// The part of their weight that changes of sentences have which are only possibly related.
const RELATED: f64 = 0.4;

/// Weight below which a change is trivial.
const TRIVIAL: f64 = 1.0;

impl Change<'_> {
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
}

impl<'a> Pair<'_, 'a> {
    /// The phrases that differ, heaviest first.
    ///
    /// ```
    /// use retold::diff::Diff;
    /// let diff = Diff::between("At least 12 people died in the old mill.", "At least 17 people died in the old mill.");
    /// let changes = diff.shared().next().unwrap().changes();
    /// assert_eq!((changes[0].left, changes[0].right), ("12 people", "17 people"));
    /// ```
    pub fn changes(self) -> Vec<Change<'a>> {
        let groups = [self.left(), self.right()];
        let sides = groups.map(|group| {
            let kinds = group.source().sentences();
            let told = group.numbers().iter().map(|&number| &kinds[number]);
            let told = told.filter(|sentence| {
                !matches!(sentence.kind, SentenceKind::Byline | SentenceKind::Dateline)
            });
            #[allow(
                clippy::redundant_closure_for_method_calls,
                reason = "the type has a long path"
            )]
            let spans: Vec<Range<usize>> = told.map(|sentence| sentence.span()).collect();
            Side::read(group.source().article().text(), &spans, group.units())
        });
        let texts = groups.map(|group| group.source().article().text());
        let sure = match self.label() {
            Label::Related => RELATED,
            _ => f64::midpoint(1.0, self.similarity()),
        };
        let change = |phrase: Phrase| {
            let (kind, weight) = kind::judge(&sides, &phrase);
            let phrase = phrases::shown(&sides, &phrase);
            let spans = [0, 1].map(|side| sides[side].span(&phrase.words[side]));
            let [left, right] = [0, 1].map(|side| texts[side].get(spans[side].clone()));
            Change {
                kind,
                left: left.unwrap_or_default(),
                right: right.unwrap_or_default(),
                spans,
                weight: weight * sure,
                row: self.row(),
                versions: groups.map(Group::version),
            }
        };
        let mut changes: Vec<Change<'a>> =
            phrases::between(&sides).into_iter().map(change).collect();
        sort(&mut changes);
        changes
    }
}

impl Diff<'_> {
    /// The phrases that differ in what both sides say, heaviest first; each once. Behind them in weight
    /// come those of sentences that are possibly [related](Self::related).
    ///
    /// ```
    /// use retold::diff::Diff;
    /// let left = "It began at noon in the old mill. The fire killed 12 people in the old mill.";
    /// let right = "It began at noon in the mill. The fire killed 17 people in the old mill.";
    /// let diff = Diff::between(left, right);
    /// assert_eq!((diff.changes()[0].left, diff.changes()[0].right), ("12 people", "17 people"));
    /// ```
    pub fn changes(&self) -> Vec<Change<'_>> {
        let pairs = self.shared().chain(self.related());
        let mut changes: Vec<Change<'_>> = pairs.flat_map(Pair::changes).collect();
        sort(&mut changes);
        let mut seen = ahash::AHashSet::new();
        changes.retain(|change| seen.insert((change.left, change.right)));
        changes
    }
}

impl Statements<'_> {
    /// The phrases that versions tell otherwise than the representative of their row, heaviest first;
    /// each once.
    ///
    /// ```
    /// use retold::diff::statements;
    /// let fire = ["The fire killed 12 people.", "The fire killed 12 people.", "The fire killed 17 people."];
    /// let table = statements(&fire);
    /// assert_eq!((table.changes()[0].left, table.changes()[0].right), ("12 people", "17 people"));
    /// ```
    pub fn changes(&self) -> Vec<Change<'_>> {
        let mut changes = Vec::new();
        for row in self.iter().filter(|row| row.len() > 1) {
            let base = row.base().version();
            let mut told = ahash::AHashSet::new();
            for group in row.groups().filter(|group| group.version() != base) {
                if told.insert(group.to_string()) {
                    let pair = row.pair(base, group.version());
                    changes.extend(pair.into_iter().flat_map(Pair::changes));
                }
            }
        }
        sort(&mut changes);
        let mut seen = ahash::AHashSet::new();
        changes.retain(|change| seen.insert((change.left, change.right)));
        changes
    }
}

/// Heaviest first; else in an order that swapping the sides does not change.
fn sort(changes: &mut [Change<'_>]) {
    changes.sort_by(|a, b| {
        let place = |change: &Change<'_>| change.spans[0].start + change.spans[1].start;
        let said = |change: &Change<'_>| {
            let mut said = [change.left.to_owned(), change.right.to_owned()];
            said.sort_unstable();
            said
        };
        b.weight
            .total_cmp(&a.weight)
            .then_with(|| place(a).cmp(&place(b)))
            .then_with(|| said(a).cmp(&said(b)))
    });
}
