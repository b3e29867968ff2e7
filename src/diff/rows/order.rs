//! The reading order of rows, and which of them a version tells at another place.

use std::ops::Range;

use super::build::Rows;
use super::label::{self, Label, Telling};
use crate::diff::align::scorer::Scorer;
use crate::diff::align::units::Units;
use crate::diff::align::version::Version;

/// Rows in reading order, and what stands in them.
#[derive(Debug, Clone)]
pub(crate) struct Layout {
    /// Row by row, and in a row by ascending version.
    pub(crate) cells: Vec<Cell>,
    /// Where each row begins in `cells`, and behind them the end of the last.
    pub(crate) starts: Vec<usize>,
    /// Sentence numbers of all cells.
    pub(crate) members: Vec<usize>,
    pub(crate) related: Vec<RelatedRows>,
}

/// One version's part in a row.
#[derive(Debug, Clone)]
pub(crate) struct Cell {
    pub(crate) version: usize,
    pub(crate) row: usize,
    /// Its sentence numbers, as a range of `Layout::members`.
    pub(crate) members: Range<usize>,
    /// Against the row's base; of the base itself `Same` and 1.
    pub(crate) label: Label,
    pub(crate) similarity: f64,
    pub(crate) moved: bool,
    pub(crate) base: bool,
    /// Whether its sentences have their place in another row.
    pub(crate) again: bool,
}

/// Two rows of one version each that may say the same.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RelatedRows {
    pub(crate) left: usize,
    pub(crate) right: usize,
    pub(crate) similarity: f64,
}

/// Lays out rows in reading order.
///
/// The first version gives the order; what each further version adds goes behind what precedes it
/// there. Of the rows that a version shares with those before it, a heaviest increasing sequence
/// stays; the others have moved.
#[allow(
    clippy::too_many_lines,
    reason = "one pass over the versions, step by step"
)]
pub(crate) fn lay_out(versions: &[Version<'_>], scorer: &mut Scorer<'_>, rows: &Rows) -> Layout {
    let units = scorer.units();
    let mut row_at: Vec<Vec<usize>> = units.of.iter().map(|c| vec![0; c.len()]).collect();
    for (row, cells) in rows.rows.iter().enumerate() {
        for (version, numbers) in cells {
            for &number in numbers {
                row_at[*version][number] = row;
            }
        }
    }
    let mut order: Vec<usize> = Vec::new();
    let mut moved: Vec<Vec<usize>> = vec![Vec::new(); versions.len()];
    let mut position = vec![usize::MAX; rows.rows.len()];
    for (version, column) in row_at.iter().enumerate() {
        let mut once = Vec::new();
        let mut seen = vec![false; rows.rows.len()];
        for &row in column {
            if !std::mem::replace(&mut seen[row], true) {
                once.push(row);
            }
        }
        let placed: Vec<(usize, u64)> = once
            .iter()
            .filter(|&&row| position[row] != usize::MAX)
            .map(|&row| (position[row], heaviness(units, &rows.rows[row])))
            .collect();
        let stays = heaviest_increasing(&placed);
        let mut added: Vec<Vec<usize>> = vec![Vec::new(); order.len() + 1];
        // What precedes all that stays goes right before it; without any, to the end.
        let kept = placed.iter().zip(&stays).find(|(_, stays)| **stays);
        let (mut nth, mut behind) = (0, kept.map_or(order.len(), |((first, _), _)| *first));
        for &row in &once {
            if position[row] == usize::MAX {
                added[behind].push(row);
            } else {
                if stays[nth] {
                    behind = position[row] + 1;
                } else {
                    moved[version].push(row);
                }
                nth += 1;
            }
        }
        let mut next = Vec::with_capacity(order.len() + once.len());
        for (at, new) in added.iter().enumerate() {
            next.extend(new);
            next.extend(order.get(at));
        }
        order = next;
        for (at, &row) in order.iter().enumerate() {
            position[row] = at;
        }
        moved[version].sort_unstable();
    }
    let (mut cells, mut starts, mut members) = (Vec::new(), vec![0], Vec::new());
    for &row in &order {
        let mut told: Vec<(usize, Vec<usize>, bool)> = Vec::new();
        for (version, numbers) in &rows.rows[row] {
            told.push((*version, numbers.clone(), false));
        }
        let from = rows.again.partition_point(|again| again.0 < row);
        for &(_, version, number) in rows.again[from..].iter().take_while(|again| again.0 == row) {
            told.push((version, vec![number], true));
        }
        told.sort_by_key(|(version, ..)| *version);
        let tellings: Vec<Telling<'_, '_>> = told
            .iter()
            .map(|(version, numbers, _)| {
                Telling::new(&versions[*version], &units.of[*version], numbers)
            })
            .collect();
        let base = label::base_of(scorer, &tellings);
        for (at, (version, numbers, again)) in told.iter().enumerate() {
            let from = members.len();
            members.extend(numbers);
            let (label, similarity) = if at == base {
                (Label::Same, 1.0)
            } else {
                label::judge(scorer, &tellings[base], &tellings[at])
            };
            cells.push(Cell {
                version: *version,
                row: starts.len() - 1,
                members: from..members.len(),
                label,
                similarity,
                moved: !again && moved[*version].binary_search(&row).is_ok(),
                base: at == base,
                again: *again,
            });
        }
        starts.push(cells.len());
    }
    let related = rows.related.iter();
    let related = related.map(|&(left, right, similarity)| RelatedRows {
        left: position[left],
        right: position[right],
        similarity,
    });
    Layout {
        cells,
        starts,
        members,
        related: related.collect(),
    }
}

/// How much a row weighs against moving: its words, and below them its content, so that two blocks
/// of one size that swap places are told apart alike from either side.
fn heaviness(units: &Units, row: &[(usize, Vec<usize>)]) -> u64 {
    let (mut words, mut content) = (0, 0_u64);
    for (version, numbers) in row {
        for &number in numbers {
            let unit = units.of[*version][number];
            words += units.ids(unit).len() as u64;
            content = content.wrapping_add(units.list[unit].key);
        }
    }
    (words + 1) << 16 | content >> 48
}

/// Marks a heaviest subsequence of increasing positions, in O(n log n) with a Fenwick tree of
/// maxima.
fn heaviest_increasing(items: &[(usize, u64)]) -> Vec<bool> {
    let mut ranks: Vec<usize> = items.iter().map(|item| item.0).collect();
    ranks.sort_unstable();
    let mut tree: Vec<(u64, usize)> = vec![(0, usize::MAX); items.len() + 1];
    let mut before = vec![usize::MAX; items.len()];
    let mut best = (0, usize::MAX);
    for (number, &(position, weight)) in items.iter().enumerate() {
        let rank = ranks.partition_point(|&other| other < position);
        let mut top = (0, usize::MAX);
        let mut at = rank;
        while at > 0 {
            if tree[at].0 > top.0 {
                top = tree[at];
            }
            at &= at - 1;
        }
        before[number] = top.1;
        let mine = (top.0 + weight, number);
        let mut at = rank + 1;
        while at <= items.len() {
            if mine.0 > tree[at].0 {
                tree[at] = mine;
            }
            at += at & at.wrapping_neg();
        }
        if mine.0 > best.0 {
            best = mine;
        }
    }
    let mut stays = vec![false; items.len()];
    let mut number = best.1;
    while let Some(stay) = stays.get_mut(number) {
        *stay = true;
        number = before[number];
    }
    stays
}
