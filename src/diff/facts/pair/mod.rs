//! Which value of one text stands to which of the other: in the same place of an aligned row, or in
//! a slot that an event has but once.

mod ages;
mod counts;
mod hedges;
mod moments;
mod people;
mod row;
mod streets;

use std::ops::Range;

use super::read::Reading;
use crate::diff::change::ChangeKind;
use crate::diff::change::Relation;

pub(super) use row::Row;

/// Two phrases that tell one thing differently, as words of either side.
#[derive(Debug)]
pub(super) struct Difference {
    pub(super) kind: ChangeKind,
    pub(super) relation: Relation,
    pub(super) at: [Range<usize>; 2],
}

/// Both texts, read.
pub(super) type Sides<'s, 'a> = [&'s Reading<'a>; 2];

/// The differences between two texts, as far as some of their sentences are aligned in rows.
pub(super) fn differences(sides: Sides<'_, '_>, rows: &[Row]) -> Vec<Difference> {
    let mut found = people::differences(sides);
    found.extend(streets::differences(sides));
    found.extend(ages::differences(sides, rows));
    found.extend(counts::differences(sides, rows));
    found.extend(moments::differences(sides, rows));
    found.extend(hedges::differences(sides, rows));
    found
}
