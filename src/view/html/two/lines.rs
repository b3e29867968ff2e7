//! The order of rows: each column keeps the reading order of its side.
//!
//! What both sides say stands in one row. What was moved stands in two: where the left has it, and
//! where the right has it.

use super::first;
use crate::diff::{Diff, DiffRow, Group, Pair};

/// A row of the two columns.
#[derive(Clone, Copy)]
pub(super) enum Line<'s, 'a> {
    Both(Pair<'s, 'a>),
    /// The left place of what stands elsewhere on the right.
    MovedLeft(Pair<'s, 'a>),
    /// The right place of what stands elsewhere on the left.
    MovedRight(Pair<'s, 'a>),
    Left(Group<'s, 'a>),
    Right(Group<'s, 'a>),
}

/// All rows, in the left's order; what only the right column holds stands before the first row whose
/// right side comes later.
pub(super) fn of<'s, 'a>(diff: &'s Diff<'a>) -> Vec<Line<'s, 'a>> {
    let mut moved: Vec<_> = diff.shared().filter(|pair| pair.is_moved()).collect();
    moved.sort_by_key(|pair| first(pair.right()));
    let mut moved = moved.into_iter().peekable();
    let mut lines = Vec::new();
    for row in diff.rows() {
        let (line, right) = match row {
            DiffRow::Shared(pair) if pair.is_moved() => (Line::MovedLeft(pair), None),
            DiffRow::Shared(pair) => (Line::Both(pair), Some(first(pair.right()))),
            DiffRow::Left(group) => (Line::Left(group), None),
            DiffRow::Right(group) => (Line::Right(group), Some(first(group))),
        };
        if let Some(at) = right {
            while let Some(pair) = moved.next_if(|pair| first(pair.right()) < at) {
                lines.push(Line::MovedRight(pair));
            }
        }
        lines.push(line);
    }
    lines.extend(moved.map(Line::MovedRight));
    lines
}
