//! Which sentences make one statement.
//!
//! Sentences of one wording are one row from the start. Rows then join along the links, best first,
//! as long as no version stands in both, or the one that does tells it in several sentences.

use super::candidates::Link;
use super::units::Units;
use crate::text::SentenceKind;

/// Score from which two sentences are taken to say the same.
const CLAIM: f64 = 0.27;
/// The same for a sentence of few words.
const CLAIM_SHORT: f64 = 0.6;
/// Content words below which a sentence is short.
const SHORT: usize = 5;
/// Score from which two sentences are shown as possibly related.
const RELATED: f64 = 0.2;
/// How far a further part of a split statement may stand from the parts found.
const REACH: usize = 2;
/// Part of a further sentence's weight that it must add to a split statement.
const ADDED: f64 = 0.2;

/// The rows, as groups of sentence numbers by version, ascending; and pairs of them that may be
/// related.
#[derive(Debug, Default)]
pub(super) struct Rows {
    pub(super) rows: Vec<Vec<(usize, Vec<usize>)>>,
    pub(super) related: Vec<(usize, usize, f64)>,
}

pub(super) fn build(units: &Units, links: &[Link]) -> Rows {
    let mut table = Table::new(units);
    for link in links {
        table.join(link);
    }
    table.finish(links)
}

/// Rows while they grow.
struct Table<'u> {
    units: &'u Units,
    /// The rows of each unit: one for each time that some version repeats it.
    of_unit: Vec<Vec<usize>>,
    /// Where a row went.
    parent: Vec<usize>,
    rows: Vec<Vec<(usize, Vec<usize>)>>,
}

impl<'u> Table<'u> {
    fn new(units: &'u Units) -> Self {
        let mut of_unit = vec![Vec::new(); units.list.len()];
        let mut rows: Vec<Vec<(usize, Vec<usize>)>> = Vec::new();
        let mut seen = vec![0; units.list.len()];
        for (version, column) in units.of.iter().enumerate() {
            for (number, &unit) in column.iter().enumerate() {
                if of_unit[unit].len() == seen[unit] {
                    of_unit[unit].push(rows.len());
                    rows.push(Vec::new());
                }
                let row: usize = of_unit[unit][seen[unit]];
                rows[row].push((version, vec![number]));
                seen[unit] += 1;
            }
            for &unit in column {
                seen[unit] = 0;
            }
        }
        Self {
            units,
            of_unit,
            parent: (0..rows.len()).collect(),
            rows,
        }
    }

    fn find(&mut self, mut row: usize) -> usize {
        while self.parent[row] != row {
            self.parent[row] = self.parent[self.parent[row]];
            row = self.parent[row];
        }
        row
    }

    /// Whether few words carry a link, or one side is no prose: headings and bylines say little of
    /// their own, and what they say stands in many sentences.
    fn is_slight(&self, link: &Link) -> bool {
        let (a, b) = (&self.units.list[link.a], &self.units.list[link.b]);
        let telling = |kind| {
            matches!(
                kind,
                SentenceKind::Prose | SentenceKind::Bullet | SentenceKind::Embed
            )
        };
        a.content.min(b.content) < SHORT || !telling(a.kind) || !telling(b.kind)
    }

    fn join(&mut self, link: &Link) {
        if link.score
            < if self.is_slight(link) {
                CLAIM_SHORT
            } else {
                CLAIM
            }
        {
            return;
        }
        let pairs = self.of_unit[link.a].len().min(self.of_unit[link.b].len());
        for nth in 0..pairs {
            let x = self.find(self.of_unit[link.a][nth]);
            let y = self.find(self.of_unit[link.b][nth]);
            if x != y
                && (self.may_unite(x, y)
                    || self.may_split(x, y, link.a, link.b)
                    || self.may_split(y, x, link.b, link.a))
            {
                self.unite(x, y);
            }
        }
    }

    fn may_unite(&self, x: usize, y: usize) -> bool {
        let (x, y) = (&self.rows[x], &self.rows[y]);
        if x.iter()
            .any(|(version, _)| y.iter().any(|(other, _)| version == other))
        {
            return false;
        }
        if x.len() + y.len() == 2 {
            return true;
        }
        // Average link: the rows as wholes must say the same, or chains would run away.
        let mut sum = 0.0;
        for (v, left) in x {
            for (w, right) in y {
                let groups = [(v, left), (w, right)].map(|(version, numbers)| {
                    numbers
                        .iter()
                        .map(|&n| self.units.of[*version][n])
                        .collect::<Vec<_>>()
                });
                sum += self.units.score_groups(&groups[0], &groups[1]);
            }
        }
        sum / (x.len() * y.len()) as f64 >= CLAIM
    }

    /// Whether `part`, a row of one sentence, is a further part of a statement that `whole` has:
    /// its version tells in several sentences what `center` tells in one.
    fn may_split(&self, whole: usize, part: usize, center: usize, sentence: usize) -> bool {
        let units = self.units;
        let part = &self.rows[part];
        if part.iter().any(|(_, numbers)| numbers.len() > 1) {
            return false;
        }
        part.iter().all(|(version, numbers)| {
            let cells = &self.rows[whole];
            let Some((_, group)) = cells.iter().find(|(v, _)| v == version) else {
                return false;
            };
            let others_whole = cells
                .iter()
                .all(|(v, g)| g.len() == 1 || part.iter().any(|(w, _)| v == w));
            let near = group.iter().any(|&n| n.abs_diff(numbers[0]) <= REACH);
            let told = |id: u32| {
                group
                    .iter()
                    .any(|&n| units.ids(units.of[*version][n]).binary_search(&id).is_ok())
            };
            let added: f64 = super::units::common(units.ids(center), units.ids(sentence))
                .filter(|&id| !told(id))
                .map(|id| units.weight(id).powi(2))
                .sum();
            others_whole && near && added >= ADDED * units.mass(sentence)
        })
    }

    fn unite(&mut self, x: usize, y: usize) {
        let (x, y) = (x.min(y), x.max(y));
        let moved = std::mem::take(&mut self.rows[y]);
        self.parent[y] = x;
        let row = &mut self.rows[x];
        for (version, numbers) in moved {
            match row.binary_search_by_key(&version, |(v, _)| *v) {
                Ok(at) => {
                    row[at].1.extend(numbers);
                    row[at].1.sort_unstable();
                }
                Err(at) => row.insert(at, (version, numbers)),
            }
        }
    }

    fn finish(mut self, links: &[Link]) -> Rows {
        let mut related = Vec::new();
        let mut taken = vec![false; self.rows.len()];
        for link in links.iter().filter(|link| link.score >= RELATED) {
            let pairs = self.of_unit[link.a].len().min(self.of_unit[link.b].len());
            for nth in 0..pairs {
                let x = self.find(self.of_unit[link.a][nth]);
                let y = self.find(self.of_unit[link.b][nth]);
                let slight = self.is_slight(link);
                let alone = |row: &Vec<(usize, Vec<usize>)>| row.len() == 1;
                if alone(&self.rows[x])
                    && alone(&self.rows[y])
                    && !taken[x]
                    && !taken[y]
                    && self.rows[x][0].0 != self.rows[y][0].0
                    && !slight
                {
                    taken[x] = true;
                    taken[y] = true;
                    let (x, y) = if self.rows[x][0].0 < self.rows[y][0].0 {
                        (x, y)
                    } else {
                        (y, x)
                    };
                    related.push((x, y, link.score));
                }
            }
        }
        Rows {
            rows: self.rows,
            related,
        }
    }
}
