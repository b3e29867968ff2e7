//! Which sentences make one statement.
//!
//! Sentences of one wording are one row from the start. Rows then join along the links, best first,
//! as long as no version stands in both. At last a version that tells in several sentences what
//! others tell in one gathers them.

use crate::diff::align::candidates::Link;
use crate::diff::align::known::Known;
use crate::diff::align::repeats;
use crate::diff::align::scorer::Scorer;
use crate::diff::align::sets::common;
use crate::diff::align::units::{self, Units};
use crate::text::SentenceKind;

/// Score from which two sentences are taken to say the same.
const CLAIM: f64 = 0.0;
/// The same where a side is no prose or has few words.
const CLAIM_SLIGHT: f64 = 0.5;
/// The same where a side is hardly more than a name or a date.
const CLAIM_HARDLY: f64 = 2.0;
/// The same of a sentence that is to stand in a second row.
const CLAIM_AGAIN: f64 = 0.5;
/// Score that a claimed pair must have by itself, whatever stands around it.
const ALONE: f64 = -3.0;
/// Score of two sentences without a link.
const STRANGERS: f64 = -7.0;
/// Score of two sentences of one wording.
const EQUAL: f64 = 7.0;
/// Content words below which a sentence has few, and words besides numbers below which it has hardly any.
const FEW: usize = 5;
const HARDLY: usize = 3;
/// Score from which a sentence may be a further part of a statement.
const PART: f64 = -1.5;
/// What such a part must add to the statement, as a share of itself.
const GAIN: f64 = 0.2;
/// Names that such a part may add instead.
const NAMES: usize = 2;
/// Passes in search of further parts: a statement told in more sentences than these is not found
/// whole.
const PASSES: usize = 8;
/// Score from which two sentences are shown as possibly related.
const RELATED: f64 = -1.5;

/// A row while it grows: the sentence numbers of each version, ascending.
pub(crate) type Row = Vec<(usize, Vec<usize>)>;

/// The rows, and pairs of them that may be related. Rows that went into others are empty.
#[derive(Debug, Default)]
#[allow(clippy::struct_field_names, reason = "the rows of the rows")]
pub(crate) struct Rows {
    pub(crate) rows: Vec<Row>,
    /// Sentences that say what a second row says, besides their own: row, version, number.
    pub(crate) again: Vec<(usize, usize, usize)>,
    pub(crate) related: Vec<(usize, usize, f64)>,
}

pub(crate) fn build(scorer: &mut Scorer<'_>, links: &[Link], known: &Known) -> Rows {
    let mut table = Table::new(scorer, known);
    for link in links {
        table.visit(link, Table::join);
    }
    // A part may stand next to another part only once that one has come.
    let parts = &links[..links.partition_point(|link| link.score >= PART)];
    for pass in 1..=PASSES {
        table.pass = pass;
        let gathered = parts.iter().filter(|link| table.visit(link, Table::gather));
        if gathered.count() == 0 {
            break;
        }
    }
    for link in links {
        table.visit(link, Table::repeat);
    }
    for link in links {
        table.visit(link, Table::relate);
    }
    table.again.sort_unstable();
    Rows {
        rows: table.rows,
        again: table.again,
        related: table.related,
    }
}

struct Table<'s, 'u> {
    units: &'u Units,
    scorer: &'s mut Scorer<'u>,
    known: &'s Known,
    /// The rows of each unit: one for each time that some version repeats it.
    of_unit: Vec<Vec<usize>>,
    /// Where a row went.
    parent: Vec<usize>,
    rows: Vec<Row>,
    /// The pass in search of further parts in which each row changed last, and the present one.
    changed: Vec<usize>,
    pass: usize,
    again: Vec<(usize, usize, usize)>,
    related: Vec<(usize, usize, f64)>,
    /// Whether a row is in `related`, or has sentences of other rows.
    taken: Vec<bool>,
}

impl<'s, 'u> Table<'s, 'u> {
    fn new(scorer: &'s mut Scorer<'u>, known: &'s Known) -> Self {
        let units = scorer.units();
        let mut of_unit: Vec<Vec<usize>> = vec![Vec::new(); units.list.len()];
        let mut rows: Vec<Row> = Vec::new();
        let occurrences = repeats::occurrences(units);
        for (version, column) in units.of.iter().enumerate() {
            for (number, (&unit, &nth)) in column.iter().zip(&occurrences[version]).enumerate() {
                while of_unit[unit].len() <= nth {
                    of_unit[unit].push(rows.len());
                    rows.push(Vec::new());
                }
                rows[of_unit[unit][nth]].push((version, vec![number]));
            }
        }
        Self {
            units,
            scorer,
            known,
            of_unit,
            parent: (0..rows.len()).collect(),
            changed: vec![0; rows.len()],
            pass: 0,
            taken: vec![false; rows.len()],
            rows,
            again: Vec::new(),
            related: Vec::new(),
        }
    }

    fn find(&mut self, mut row: usize) -> usize {
        while self.parent[row] != row {
            self.parent[row] = self.parent[self.parent[row]];
            row = self.parent[row];
        }
        row
    }

    /// Offers the rows that a link connects to an `act`, and says whether it did something.
    /// Repeated sentences are matched in order.
    fn visit(&mut self, link: &Link, act: fn(&mut Self, &Link, usize, usize) -> bool) -> bool {
        let pairs = self.of_unit[link.a].len().min(self.of_unit[link.b].len());
        let mut acted = false;
        for nth in 0..pairs {
            let x = self.find(self.of_unit[link.a][nth]);
            let y = self.find(self.of_unit[link.b][nth]);
            acted |= x != y && act(self, link, x, y);
        }
        acted
    }

    /// Whether few words carry a link, or one side is no prose: headings and bylines say little of
    /// their own, and what they say stands in many sentences.
    fn is_slight(&self, link: &Link) -> bool {
        let (a, b) = (&self.units.list[link.a], &self.units.list[link.b]);
        a.content.min(b.content) < FEW || !is_telling(a.kind) || !is_telling(b.kind)
    }

    /// Whether the two sentences of a link say the same by themselves.
    fn is_claimed(&self, link: &Link) -> bool {
        let told = [link.a, link.b].map(|unit| self.units.told(unit));
        let least = if told[0].min(told[1]) < HARDLY {
            CLAIM_HARDLY
        } else if self.is_slight(link) {
            CLAIM_SLIGHT
        } else {
            CLAIM
        };
        link.alone >= ALONE && link.score >= least
    }

    fn join(&mut self, link: &Link, x: usize, y: usize) -> bool {
        let joins = self.is_claimed(link) && self.may_unite(x, y);
        if joins {
            self.unite(x, y);
        }
        joins
    }

    /// Whether two rows have no version in common and, on average, say the same: a chain of
    /// sentences each like the next must not run away.
    fn may_unite(&self, x: usize, y: usize) -> bool {
        let (x, y) = (&self.rows[x], &self.rows[y]);
        let is_apart = |(version, _): &(usize, Vec<usize>)| {
            y.binary_search_by_key(version, |(other, _)| *other)
                .is_err()
        };
        x.iter().all(is_apart) && (x.len() + y.len() == 2 || self.average(x, y) >= CLAIM)
    }

    /// The mean score of the sentences of two rows that are of different versions.
    fn average(&self, x: &Row, y: &Row) -> f64 {
        let (mut sum, mut count) = (0.0, 0_u32);
        for (version, numbers) in x {
            for (other, others) in y.iter().filter(|(other, _)| other != version) {
                for &number in numbers {
                    for &other_number in others {
                        let a = self.units.of[*version][number];
                        let b = self.units.of[*other][other_number];
                        sum += self.score(a, b);
                        count += 1;
                    }
                }
            }
        }
        sum / f64::from(count.max(1))
    }

    fn score(&self, a: usize, b: usize) -> f64 {
        if a == b {
            return EQUAL;
        }
        let score = self.known.get(a, b).unwrap_or(STRANGERS);
        units::exact(score.clamp(STRANGERS, EQUAL))
    }

    fn gather(&mut self, link: &Link, x: usize, y: usize) -> bool {
        let telling = [link.a, link.b]
            .iter()
            .all(|&u| is_telling(self.units.list[u].kind));
        // What was refused before is refused again while both rows are as they were.
        let is_new = self.changed[x].max(self.changed[y]) + 1 >= self.pass;
        let gathers = is_new
            && telling
            && self.average(&self.rows[x], &self.rows[y]) >= self.least_of_part(x, y)
            && (self.is_part(x, y, link.a, link.b) || self.is_part(y, x, link.b, link.a));
        if gathers {
            self.unite(x, y);
        }
        gathers
    }

    /// What a further part needs: more where several versions would have to agree that it is one.
    fn least_of_part(&self, x: usize, y: usize) -> f64 {
        let versions = self.rows[x].len().max(self.rows[y].len());
        if versions > 2 { CLAIM } else { PART }
    }

    /// Whether row `part`, of single sentences, adds to a statement that row `whole` has: its
    /// versions tell next to it, in several sentences, what unit `center` tells in one.
    fn is_part(&mut self, whole: usize, part: usize, center: usize, sentence: usize) -> bool {
        let units = self.units;
        let (whole, part) = (&self.rows[whole], &self.rows[part]);
        let in_part = |version: usize| part.iter().any(|(other, _)| *other == version);
        let is_whole =
            |(version, numbers): &(usize, Vec<usize>)| numbers.len() == 1 || in_part(*version);
        let told = |version: usize| {
            let group = whole.iter().find(|(other, _)| *other == version);
            group.map_or(&[][..], |(_, group)| group)
        };
        let is_near = |(version, numbers): &(usize, Vec<usize>)| {
            let near = |&number: &usize| number.abs_diff(numbers[0]) == 1;
            numbers.len() == 1 && told(*version).iter().any(near)
        };
        if !part.iter().all(is_near) || !whole.iter().all(is_whole) {
            return false;
        }
        let columns = part
            .iter()
            .map(|&(version, _)| (version, &units.of[version]));
        let told =
            columns.map(|(version, column)| told(version).iter().map(|&n| column[n]).collect());
        let told: Vec<Vec<usize>> = told.collect();
        told.iter().all(|told| self.adds(center, sentence, told))
    }

    /// Whether a sentence says of `center` what `told` does not: a good part of itself, or names.
    fn adds(&mut self, center: usize, sentence: usize, told: &[usize]) -> bool {
        let units = self.units;
        let is_told = |id| {
            told.iter()
                .any(|&unit| units.ids(unit).binary_search(&id).is_ok())
        };
        let names = common(units.ids(center), units.ids(sentence))
            .filter(|&id| units.is_name(id) && !is_told(id));
        names.count() >= NAMES || self.scorer.gain(center, sentence, told) >= GAIN
    }

    /// Lets a sentence that says what two rows say stand in both.
    fn repeat(&mut self, link: &Link, x: usize, y: usize) -> bool {
        // Both ways, so that it does not matter which unit is the first.
        self.is_claimed(link)
            && link.score >= CLAIM_AGAIN
            && (self.repeat_in(link.a, x, y) | self.repeat_in(link.b, y, x))
    }

    /// The sentences of a unit in row `home` also in row `other`, where their versions are missing.
    fn repeat_in(&mut self, unit: usize, home: usize, other: usize) -> bool {
        let row = &self.rows[home];
        if row.len() < 2 {
            return false;
        }
        let is_in_other = |version: usize| {
            let of_row = self.rows[other].iter().any(|(has, _)| *has == version);
            of_row
                || self
                    .again
                    .iter()
                    .any(|&(row, has, _)| row == other && has == version)
        };
        let mut found = Vec::new();
        for (version, numbers) in row {
            let number = numbers
                .iter()
                .find(|&&n| self.units.of[*version][n] == unit);
            if let Some(&number) = number.filter(|_| !is_in_other(*version)) {
                let alone: Row = vec![(*version, vec![number])];
                if self.average(&alone, &self.rows[other]) >= CLAIM_AGAIN {
                    found.push((other, *version, number));
                }
            }
        }
        self.taken[other] |= !found.is_empty();
        self.again.extend(&found);
        !found.is_empty()
    }

    fn relate(&mut self, link: &Link, x: usize, y: usize) -> bool {
        let ([(left, _)], [(right, _)]) = (&self.rows[x][..], &self.rows[y][..]) else {
            return false;
        };
        let (left, right) = (*left, *right);
        let relates = link.score >= RELATED
            && link.alone >= ALONE
            && left != right
            && !self.is_slight(link)
            && !self.taken[x]
            && !self.taken[y];
        if relates {
            (self.taken[x], self.taken[y]) = (true, true);
            let (x, y) = if left < right { (x, y) } else { (y, x) };
            self.related.push((x, y, link.alone));
        }
        relates
    }

    fn unite(&mut self, x: usize, y: usize) {
        let (x, y) = (x.min(y), x.max(y));
        let moved = std::mem::take(&mut self.rows[y]);
        self.parent[y] = x;
        self.changed[x] = self.pass;
        let row = &mut self.rows[x];
        for (version, numbers) in moved {
            match row.binary_search_by_key(&version, |(other, _)| *other) {
                Ok(at) => {
                    row[at].1.extend(numbers);
                    row[at].1.sort_unstable();
                }
                Err(at) => row.insert(at, (version, numbers)),
            }
        }
    }
}

fn is_telling(kind: SentenceKind) -> bool {
    matches!(
        kind,
        SentenceKind::Prose | SentenceKind::Bullet | SentenceKind::Embed
    )
}
