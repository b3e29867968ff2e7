//! What stands around two sentences speaks for them: in two tellings of one event, neighbours of
//! sentences that say the same often say the same too.

use super::candidates::Link;
use super::evidence;
use super::known::Known;
use super::units::Units;

/// How far apart neighbours stand at most, in sentences.
const REACH: usize = 2;
/// Different neighbours looked at on each side of a unit.
const NEIGHBOURS: usize = 6;
/// Raises the score of each link by what its neighbours share, and sorts the links, best first. Ties
/// are broken by content. They come in ascending order of their units. Returns the scores to look up.
pub(crate) fn support(units: &Units, links: &mut [Link]) -> Known {
    let [before, after] = neighbours(units);
    let known = Known::of(units, links, |link| link.dice);
    let best = |a: &Near, b: &Near| {
        let mut best = 0.0_f64;
        for &p in a.units() {
            for &q in b.units() {
                best = best.max(if p == q {
                    1.0
                } else {
                    known.get(p, q).unwrap_or(0.0)
                });
            }
        }
        best
    };
    for link in links.iter_mut() {
        let (a, b) = (link.a, link.b);
        let [before, after] = [&before, &after].map(|near| best(&near[a], &near[b]));
        link.score = evidence::around(link.alone, before, after);
    }
    let known = Known::of(units, links, |link| link.score);
    let keys = |link: &Link| {
        let (a, b) = (units.list[link.a].key, units.list[link.b].key);
        (a.min(b), a.max(b))
    };
    links.sort_unstable_by(|x, y| {
        y.score
            .total_cmp(&x.score)
            .then_with(|| keys(x).cmp(&keys(y)))
    });
    known
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
