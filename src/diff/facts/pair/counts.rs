//! Numbers: two of one unit and one noun in one row, where neither text has the other's.

use std::ops::Range;

use super::row::{self, Row};
use super::{Difference, Sides};
use crate::diff::change::ChangeKind;
use crate::diff::facts::judge;
use crate::diff::facts::lexicon::Class;
use crate::diff::facts::read::{Number, Reading, Unit, is_same_head};

pub(super) fn differences(sides: Sides<'_, '_>, rows: &[Row]) -> Vec<Difference> {
    rows.iter().flat_map(|row| amounts(sides, row)).collect()
}

/// Another number of the same.
fn amounts(sides: Sides<'_, '_>, row: &Row) -> Vec<Difference> {
    let open = [0, 1].map(|side| {
        let there = sides[1 - side];
        let mut numbers = in_row(sides, row, side);
        numbers.retain(|number| !is_said(number, there));
        numbers
    });
    let pairs = row::pairs(&open[0], &open[1], |our, their| {
        is_alike(our, their) && is_one_state(our, their)
    });
    let pairs = pairs.into_iter().filter(|(our, their)| {
        is_placed(sides, our, their)
            && !our.is_part
            && !their.is_part
            && is_one_use(sides, our, their)
    });
    let difference = |(our, their): (&Number, &Number)| {
        let words = &sides[0].words;
        let is_toll = our.state_at.is_some_and(|at| words.is(at, Class::Fate));
        Difference {
            kind: ChangeKind::Number,
            relation: judge::numbers(our, their, sides.map(|side| side.date), is_toll),
            at: phrases(our, their),
        }
    };
    pairs.map(difference).collect()
}

/// The words of two numbers, with what bounds them where that differs.
fn phrases(our: &Number, their: &Number) -> [Range<usize>; 2] {
    [our, their].map(|number| {
        let from = if our.bound == their.bound {
            number.at.start
        } else {
            number.from
        };
        from..number.at.end
    })
}

/// Whether two numbers stand in the same place of a row; where nothing is said of what became of
/// those they count, more must be the same around them.
fn is_placed(sides: Sides<'_, '_>, our: &Number, their: &Number) -> bool {
    let is_told = our.state.is_some() && our.state == their.state;
    let needed = if is_told { 1 } else { 2 };
    near(sides, our, their) >= needed
        || row::are_same_neighbours(sides.map(|side| &side.words), [&our.at, &their.at])
}

/// Whether what is measured is put to one use: two days *ago*, two days *after*.
fn is_one_use(sides: Sides<'_, '_>, our: &Number, their: &Number) -> bool {
    let behind = [(0, our), (1, their)].map(|(side, number)| {
        let words = &sides[side].words;
        let is_next = words.gap_before(number.at.end) == Some(" ");
        words.key(if is_next { number.at.end } else { usize::MAX })
    });
    !matches!(our.unit, Unit::Measure(_)) || behind[0] == behind[1]
}

fn near(sides: Sides<'_, '_>, our: &Number, their: &Number) -> usize {
    row::shared_context(sides.map(|side| &side.words), [&our.at, &their.at])
}

fn in_row<'r>(sides: Sides<'r, '_>, row: &Row, side: usize) -> Vec<&'r Number> {
    let here: &Reading<'_> = sides[side];
    let numbers = here.numbers.iter();
    numbers
        .filter(|number| row.holds(side, &here.words, &number.at))
        .collect()
}

fn is_said(number: &Number, there: &Reading<'_>) -> bool {
    let mut others = there.numbers.iter();
    others.any(|other| is_alike(number, other) && judge::can_agree(number, other))
}

/// Whether two numbers count the same kind of thing.
fn is_alike(our: &Number, their: &Number) -> bool {
    let heads = match (our.head, their.head) {
        (Some(our), Some(their)) => is_same_head(our, their),
        (None, None) => true,
        _ => false,
    };
    our.unit == their.unit && heads
}

/// Whether the same became of those that two numbers count, as far as is told.
fn is_one_state(our: &Number, their: &Number) -> bool {
    match (our.state, their.state) {
        (Some(our), Some(their)) => our == their,
        (None, None) => true,
        _ => our.unit != Unit::Count,
    }
}
