//! What stands around two sentences speaks for them: in two tellings of one event, neighbours of
//! sentences that say the same often say the same too.

use super::candidates::Link;
use super::units::Units;

/// How far apart neighbours stand at most, in sentences.
const REACH: usize = 2;
/// Different neighbours looked at on each side of a unit.
const NEIGHBOURS: usize = 6;
/// How much full support on one side lifts a score: in proportion to it, and by itself.
const LIFT: f64 = 0.3;
const GIFT: f64 = 0.1;

/// Raises the score of each link by what its neighbours share, and sorts the links, best first. Ties
/// are broken by content. They come in ascending order of their units.
pub(crate) fn support(units: &Units, links: &mut [Link]) {
    let [before, after] = neighbours(units);
    let known = Known::of(units, links);
    let score = |a: usize, b: usize| known.score(a, b);
    let best = |a: &Near, b: &Near| {
        let mut best = 0.0_f64;
        for &p in a.units() {
            for &q in b.units() {
                best = best.max(score(p, q));
            }
        }
        best
    };
    for link in links.iter_mut() {
        let (a, b) = (link.a, link.b);
        let around = best(&before[a], &before[b]) + best(&after[a], &after[b]);
        link.score = link.alone + (1.0 - link.alone) * around * (LIFT * link.alone + GIFT);
    }
    let keys = |link: &Link| {
        let (a, b) = (units.list[link.a].key, units.list[link.b].key);
        (a.min(b), a.max(b))
    };
    links.sort_unstable_by(|x, y| {
        y.score
            .total_cmp(&x.score)
            .then_with(|| keys(x).cmp(&keys(y)))
    });
}

/// The scores of all links by themselves, to look up.
struct Known {
    /// Where the links of each lower unit begin in `others`.
    starts: Vec<usize>,
    others: Vec<(usize, f64)>,
}

impl Known {
    fn of(units: &Units, links: &[Link]) -> Self {
        let mut starts = vec![0; units.list.len() + 1];
        for link in links {
            starts[link.a + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let others = links.iter().map(|link| (link.b, link.alone)).collect();
        Self { starts, others }
    }

    fn score(&self, a: usize, b: usize) -> f64 {
        if a == b {
            return 1.0;
        }
        let (low, high) = (a.min(b), a.max(b));
        let others = &self.others[self.starts[low]..self.starts[low + 1]];
        let at = others.binary_search_by_key(&high, |&(other, _)| other);
        at.map_or(0.0, |at| others[at].1)
    }
}

/// A few different units.
#[derive(Debug, Clone, Copy, Default)]
struct Near {
    units: [usize; NEIGHBOURS],
    len: usize,
}

impl Near {
    fn add(&mut self, unit: usize) {
        if self.len < NEIGHBOURS && !self.units().contains(&unit) {
            self.units[self.len] = unit;
            self.len += 1;
        }
    }

    fn units(&self) -> &[usize] {
        &self.units[..self.len]
    }
}

/// The different units that stand before and after each unit in any version.
fn neighbours(units: &Units) -> [Vec<Near>; 2] {
    let mut sides = [(); 2].map(|()| vec![Near::default(); units.list.len()]);
    for column in &units.of {
        for (number, &unit) in column.iter().enumerate() {
            for near in 1..=REACH {
                let places = [number.checked_sub(near), number.checked_add(near)];
                for (side, place) in sides.iter_mut().zip(places) {
                    let other = place.and_then(|place| column.get(place));
                    if let Some(&other) = other.filter(|&&other| other != unit) {
                        side[unit].add(other);
                    }
                }
            }
        }
    }
    sides
}
