//! Which tellings of one statement agree.

use crate::diff::change::{Change, ChangeKind, Relation};
use crate::diff::rows::{Group, Label, Pair, Statement, Statements};
use crate::diff::words::keys;
use crate::diff::words::rarity;
use crate::diff::words::runs::Run;

/// Weight from which a change of a number, a state or a negation is a disagreement: below it the phrase
/// is so long that what stands against what is not sure.
const GRAVE: f64 = 3.0;

impl Pair<'_, '_> {
    /// Whether the two tell it alike: without a fact on which they contradict each other, and without
    /// another number, state or negation in the same place.
    ///
    /// ```
    /// use retold::diff::Diff;
    /// let diff = Diff::between("The owner was arrested.", "The owner was not arrested.");
    /// assert!(!diff.shared().next().unwrap().agrees());
    /// ```
    pub fn agrees(self) -> bool {
        if self.label() <= Label::Punctuation {
            return true;
        }
        let differs = |change: &Change<'_>| {
            use ChangeKind::{Negation, Number, Status};
            matches!(change.kind, Status | Number | Negation) && change.weight >= GRAVE
        };
        let contradicts = |fact: &Change<'_>| fact.relation == Some(Relation::Contradicts);
        !self.phrases().iter().any(differs) && !self.facts().iter().any(contradicts)
    }

    /// Whether half of what the right says, or more, is in words the left does not have there.
    pub(super) fn is_mostly_new(self) -> bool {
        if self.label() <= Label::Edited {
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
}

impl<'s, 'a> Statement<'s, 'a> {
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

impl<'a> Statements<'a> {
    /// The statements that at least `count` versions make, told alike: a telling that denies the
    /// others, or differs in a number, does not count ([`Pair::agrees`]).
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
}
