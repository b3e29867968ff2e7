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
pub(crate) fn lay_out(versions: &[Version<'_>], scorer: &mut Scorer<'_>, rows: &Rows) -> Layout {
    let order = Order::of(scorer.units(), rows);
    let mut layout = Layout {
        cells: Vec::new(),
        starts: vec![0],
        members: Vec::new(),
        related: Vec::new(),
    };
    for &row in &order.rows {
        layout.add(versions, scorer, &told_in(rows, row), |version| {
            order.moved[version].binary_search(&row).is_ok()
        });
    }
    let related = rows.related.iter();
    let related = related.map(|&(left, right, similarity)| RelatedRows {
        left: order.position[left],
        right: order.position[right],
        similarity,
    });
    layout.related = related.collect();
    layout
}

/// What the versions of a row tell in it: version, sentence numbers, and whether these have their place
/// in another row. By ascending version.
fn told_in(rows: &Rows, row: usize) -> Vec<(usize, Vec<usize>, bool)> {
    let own = rows.rows[row].iter();
    let own = own.map(|(version, numbers)| (*version, numbers.clone(), false));
    let from = rows.again.partition_point(|again| again.0 < row);
    let again = rows.again[from..].iter().take_while(|again| again.0 == row);
    let again = again.map(|&(_, version, number)| (version, vec![number], true));
    let mut told: Vec<_> = own.chain(again).collect();
    told.sort_by_key(|(version, ..)| *version);
    told
}

impl Layout {
    /// Adds a row; `is_moved` says which versions tell it at another place.
    fn add(
        &mut self,
        versions: &[Version<'_>],
        scorer: &mut Scorer<'_>,
        told: &[(usize, Vec<usize>, bool)],
        is_moved: impl Fn(usize) -> bool,
    ) {
        let units = scorer.units();
        let telling = |&at: &usize| {
            let (version, numbers, _) = &told[at];
            Telling::new(&versions[*version], &units.of[*version], numbers)
        };
        let all: Vec<usize> = (0..told.len()).collect();
        let tellings: Vec<Telling<'_, '_>> = all.iter().map(telling).collect();
        // What has its place in another row stands for that one, and would make two rows look alike.
        let own: Vec<usize> = all.into_iter().filter(|&at| !told[at].2).collect();
        let of_row: Vec<Telling<'_, '_>> = own.iter().map(telling).collect();
        let base = own[label::base_of(scorer, &of_row)];
        for (at, &(version, ref numbers, again)) in told.iter().enumerate() {
            let from = self.members.len();
            self.members.extend(numbers);
            let (label, similarity) = if at == base {
                (Label::Same, 1.0)
            } else {
                label::judge(scorer, &tellings[base], &tellings[at])
            };
            self.cells.push(Cell {
                version,
                row: self.starts.len() - 1,
                members: from..self.members.len(),
                label,
                similarity,
                moved: !again && is_moved(version),
                base: at == base,
                again,
            });
        }
        self.starts.push(self.cells.len());
    }
}

/// Rows in reading order.
///
/// The first version gives the order; what each further version adds goes behind what precedes it
/// there. Of the rows that a version shares with those before it, a heaviest increasing sequence
/// stays; the others have moved.
struct Order {
    rows: Vec<usize>,
    /// Where each row stands in `rows`.
    position: Vec<usize>,
    /// The rows that each version tells at another place, ascending.
    moved: Vec<Vec<usize>>,
}

impl Order {
    fn of(units: &Units, rows: &Rows) -> Self {
        let mut row_at: Vec<Vec<usize>> = units.of.iter().map(|c| vec![0; c.len()]).collect();
        for (row, cells) in rows.rows.iter().enumerate() {
            for (version, numbers) in cells {
                for &number in numbers {
                    row_at[*version][number] = row;
                }
            }
        }
        let mut order = Self {
            rows: Vec::new(),
            position: vec![usize::MAX; rows.rows.len()],
            moved: Vec::with_capacity(row_at.len()),
        };
        for column in &row_at {
            let mut once = Vec::new();
            let mut seen = vec![false; rows.rows.len()];
            for &row in column {
                if !std::mem::replace(&mut seen[row], true) {
                    once.push(row);
                }
            }
            order.take_in(units, rows, &once);
        }
        order
    }

    /// Takes in the rows of a further version, each once, in its order.
    fn take_in(&mut self, units: &Units, rows: &Rows, once: &[usize]) {
        let placed: Vec<(usize, u64)> = once
            .iter()
            .filter(|&&row| self.position[row] != usize::MAX)
            .map(|&row| (self.position[row], heaviness(units, &rows.rows[row])))
            .collect();
        let stays = heaviest_increasing(&placed);
        let mut added: Vec<Vec<usize>> = vec![Vec::new(); self.rows.len() + 1];
        let mut moved = Vec::new();
        // What precedes all that stays goes right before it; without any, to the end.
        let kept = placed.iter().zip(&stays).find(|(_, stays)| **stays);
        let (mut nth, mut behind) = (0, kept.map_or(self.rows.len(), |((first, _), _)| *first));
        for &row in once {
            if self.position[row] == usize::MAX {
                added[behind].push(row);
            } else {
                if stays[nth] {
                    behind = self.position[row] + 1;
                } else {
                    moved.push(row);
                }
                nth += 1;
            }
        }
        let mut next = Vec::with_capacity(self.rows.len() + once.len());
        for (at, new) in added.iter().enumerate() {
            next.extend(new);
            next.extend(self.rows.get(at));
        }
        self.rows = next;
        for (at, &row) in self.rows.iter().enumerate() {
            self.position[row] = at;
        }
        moved.sort_unstable();
        self.moved.push(moved);
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
