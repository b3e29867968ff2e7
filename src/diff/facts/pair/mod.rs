//! Which value of one text stands to which of the other: in the same place of an aligned row, or in
//! a slot that an event has but once.

mod ages;
mod conditions;
mod counts;
mod hedges;
mod moments;
mod people;
mod row;
mod streets;
mod swaps;

use std::ops::Range;

use super::FactKind;
use super::judge::Relation;
use super::read::Reading;

pub(super) use row::Row;

/// Two phrases that tell one thing differently, as words of either side.
#[derive(Debug)]
pub(super) struct Difference {
    pub(super) kind: FactKind,
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
    found.extend(conditions::differences(sides));
    found.extend(hedges::differences(sides, rows));
    found.extend(swaps::differences(sides, rows));
    found
}
