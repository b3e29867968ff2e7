//! The condition of the one patient of whom either text tells one.

use super::row;
use super::{Difference, Sides};
use crate::diff::facts::FactKind;
use crate::diff::facts::judge;
use crate::diff::facts::read::{Condition, Reading};

/// Words that say something which the sentences of one patient share, at least.
const SHARED: usize = 3;

pub(super) fn differences(sides: Sides<'_, '_>) -> Option<Difference> {
    let (our, their) = (only(sides[0])?, only(sides[1])?);
    let shared = row::shared_words(
        sides.map(|side| &side.words),
        [our.at.start, their.at.start],
    );
    (our.said != their.said && shared >= SHARED).then(|| Difference {
        kind: FactKind::Status,
        relation: judge::states(sides.map(|side| side.date)),
        at: [our.at.clone(), their.at.clone()],
    })
}

/// The condition a text tells of, if it is one and the same throughout.
fn only<'r>(side: &'r Reading<'_>) -> Option<&'r Condition> {
    let (first, rest) = side.conditions.split_first()?;
    rest.iter()
        .all(|other| other.said == first.said)
        .then_some(first)
}
