//! Which units to compare at all: those that share rare words.

use super::quotes;
use super::units::Units;

/// Two units and how much they say the same.
#[derive(Debug, Clone, Copy)]
pub(super) struct Link {
    pub(super) a: usize,
    pub(super) b: usize,
    /// How much they say the same by themselves.
    pub(super) alone: f64,
    /// The same with what stands around them.
    pub(super) score: f64,
}

/// Words of a unit that are looked up, the rarest.
const WORDS: usize = 12;
/// Units that share a word, beyond which it is no evidence.
const POSTINGS: usize = 64;
/// Units compared exactly with one.
const KEPT: usize = 16;
/// Scores below are not worth a link of any kind.
const LOWEST: f64 = 0.08;
/// Score of two units of which one quotes all that the other quotes.
const QUOTED: f64 = 0.6;

/// The pairs of units worth a look.
pub(super) fn links(units: &Units) -> Vec<Link> {
    let mut postings: Vec<Vec<usize>> = vec![Vec::new(); units.words()];
    let mut rarest: Vec<Vec<u32>> = Vec::with_capacity(units.list.len());
    for unit in 0..units.list.len() {
        for &id in units.ids(unit) {
            postings[id as usize].push(unit);
        }
        let mut ids = units.ids(unit).to_vec();
        ids.sort_by(|&a, &b| units.weight(b).total_cmp(&units.weight(a)).then(a.cmp(&b)));
        ids.truncate(WORDS);
        rarest.push(ids);
    }
    let mut links = Vec::new();
    let mut shared = vec![0.0; units.list.len()];
    let mut touched = Vec::new();
    for (unit, ids) in rarest.iter().enumerate() {
        for &id in ids {
            let list = &postings[id as usize];
            if list.len() > POSTINGS {
                continue;
            }
            for &other in list {
                if units.may_meet(unit, other) {
                    if shared[other] == 0.0 {
                        touched.push(other);
                    }
                    shared[other] += units.weight(id) * units.weight(id);
                }
            }
        }
        let nearer = |&a: &usize, &b: &usize| {
            let (key_a, key_b) = (units.list[a].key, units.list[b].key);
            shared[b].total_cmp(&shared[a]).then(key_a.cmp(&key_b))
        };
        if touched.len() > KEPT {
            touched.select_nth_unstable_by(KEPT, nearer);
        }
        for &other in touched.iter().take(KEPT) {
            let (a, b) = (unit.min(other), unit.max(other));
            let score = units.score(a, b);
            if score >= LOWEST {
                links.push(Link {
                    a,
                    b,
                    alone: score,
                    score,
                });
            }
        }
        for other in touched.drain(..) {
            shared[other] = 0.0;
        }
    }
    for (a, b, shared) in quotes::anchors(units) {
        let score = units.score(a, b).max(QUOTED * shared);
        links.push(Link {
            a,
            b,
            alone: score,
            score,
        });
    }
    links.sort_unstable_by(|x, y| {
        (x.a, x.b)
            .cmp(&(y.a, y.b))
            .then(y.score.total_cmp(&x.score))
    });
    links.dedup_by_key(|link| (link.a, link.b));
    links
}
