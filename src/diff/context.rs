//! What stands around two sentences speaks for them: in two tellings of one event, neighbours of
//! sentences that say the same often say the same too.

use ahash::AHashMap;

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
/// are broken by content.
pub(super) fn support(units: &Units, links: &mut [Link]) {
    let scores: AHashMap<(usize, usize), f64> = links
        .iter()
        .map(|link| ((link.a, link.b), link.alone))
        .collect();
    let [before, after] = neighbours(units);
    let score = |a: usize, b: usize| {
        if a == b {
            1.0
        } else {
            scores.get(&(a.min(b), a.max(b))).copied().unwrap_or(0.0)
        }
    };
    let best = |a: &[usize], b: &[usize]| {
        let mut best = 0.0_f64;
        for &p in a {
            for &q in b {
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

/// The different units that stand before and after each unit in any version.
fn neighbours(units: &Units) -> [Vec<Vec<usize>>; 2] {
    let mut sides = [
        vec![Vec::new(); units.list.len()],
        vec![Vec::new(); units.list.len()],
    ];
    for column in &units.of {
        for (number, &unit) in column.iter().enumerate() {
            for near in 1..=REACH {
                let places = [number.checked_sub(near), number.checked_add(near)];
                for (side, place) in sides.iter_mut().zip(places) {
                    let Some(&other) = place.and_then(|place| column.get(place)) else {
                        continue;
                    };
                    let known = &mut side[unit];
                    if other != unit && known.len() < NEIGHBOURS && !known.contains(&other) {
                        known.push(other);
                    }
                }
            }
        }
    }
    sides
}
