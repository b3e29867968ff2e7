//! Which units to compare at all: those that share rare words.

use super::evidence::{self, Evidence};
use super::quoted;
use super::units::Units;

/// Two units, the lower first, and how sure it is that they say the same.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Link {
    pub(crate) a: usize,
    pub(crate) b: usize,
    /// Dice coefficient of their words, by weight.
    pub(crate) dice: f64,
    /// How sure it is by what they say themselves.
    pub(crate) alone: f64,
    /// The same with what stands around them.
    pub(crate) score: f64,
}

/// The pairs of units worth a look, and how many looks the limits below left out: words too common
/// to look up, and units beyond the nearest.
#[derive(Debug, Default)]
pub(crate) struct Candidates {
    pub(crate) links: Vec<Link>,
    pub(crate) left_out: u64,
}

/// Words of a unit that are looked up, the rarest.
const WORDS: usize = 12;
/// Units that share a word, beyond which it is no evidence.
const POSTINGS: usize = 64;
/// Units compared exactly with one.
const KEPT: usize = 16;
/// Likeness below which a pair is no evidence of any kind, not even for its neighbours.
const LEAST: f64 = 0.05;

/// Finds the pairs of units worth a look, each once, in ascending order.
pub(crate) fn find(units: &mut Units) -> Candidates {
    let mut left_out = 0;
    let mut pairs = Vec::new();
    let own = propose(units, &mut pairs, &mut left_out);
    for (unit, own) in units.list.iter_mut().zip(own) {
        unit.own = own;
    }
    let units = &*units;
    pairs.sort_unstable();
    pairs.dedup();
    let (quoted, capped) = quoted::anchors(units);
    left_out += capped;
    let mut evidence = Evidence::new(units);
    let mut link = |a, b, quoted: f64| {
        let alone = evidence.alone(a, b);
        Link {
            a,
            b,
            dice: alone.dice,
            alone: evidence::quoted(alone.score, quoted),
            score: 0.0,
        }
    };
    let mut links: Vec<Link> = pairs.into_iter().map(|(a, b)| link(a, b, 0.0)).collect();
    links.retain(|link| link.dice >= LEAST);
    for (a, b, shared) in quoted {
        let link = link(a, b, shared);
        match links.binary_search_by_key(&(a, b), |link| (link.a, link.b)) {
            Ok(at) => links[at] = link,
            Err(at) => links.insert(at, link),
        }
    }
    Candidates { links, left_out }
}

/// Pairs of units, the lower first, that share much of their rarest words; some come twice. Says also
/// how like each unit is to the most alike other one of its version, by those words.
fn propose(units: &Units, pairs: &mut Vec<(usize, usize)>, left_out: &mut u64) -> Vec<f64> {
    let mut own = Vec::with_capacity(units.list.len());
    let postings = Postings::of(units);
    let mut rarest: Vec<u32> = Vec::new();
    let mut shared = vec![0.0; units.list.len()];
    let mut touched = Vec::new();
    for unit in 0..units.list.len() {
        rarest.clear();
        let ids = units.ids(unit).iter();
        rarest.extend(ids.filter(|&&id| !units.is_common(id)));
        if rarest.len() > WORDS {
            let rarer = |&a: &u32, &b: &u32| {
                let by_weight = units.weight(b).total_cmp(&units.weight(a));
                by_weight.then(units.key(a).cmp(&units.key(b)))
            };
            rarest.select_nth_unstable_by(WORDS, rarer);
            rarest.truncate(WORDS);
        }
        for &id in &rarest {
            *left_out += u64::from(units.found(id) > POSTINGS);
            for &other in postings.of_word(id) {
                let other = other as usize;
                if unit != other {
                    if shared[other] == 0.0 {
                        touched.push(other);
                    }
                    shared[other] += units.square(id);
                }
            }
        }
        own.push(nearest_own(units, unit, &touched, &shared));
        touched.retain(|&other| {
            let meets = units.may_meet(unit, other);
            shared[other] = if meets { shared[other] } else { 0.0 };
            meets
        });
        if touched.len() > KEPT {
            let nearer = |&a: &usize, &b: &usize| {
                let (key_a, key_b) = (units.list[a].key, units.list[b].key);
                shared[b].total_cmp(&shared[a]).then(key_a.cmp(&key_b))
            };
            touched.select_nth_unstable_by(KEPT, nearer);
            *left_out += (touched.len() - KEPT) as u64;
        }
        pairs.extend(
            touched
                .iter()
                .take(KEPT)
                .map(|&other| (unit.min(other), unit.max(other))),
        );
        for other in touched.drain(..) {
            shared[other] = 0.0;
        }
    }
    own
}

/// The Dice coefficient of a unit and the nearest unit of its version, of those it shares words with.
fn nearest_own(units: &Units, unit: usize, touched: &[usize], shared: &[f64]) -> f64 {
    let together = touched
        .iter()
        .filter(|&&other| units.is_together(unit, other));
    let dice = |&other: &usize| 2.0 * shared[other] / (units.mass(unit) + units.mass(other));
    together.map(dice).fold(0.0, f64::max).min(1.0)
}

/// The units of each word that few enough have, in one list.
struct Postings {
    units: Vec<u32>,
    starts: Vec<usize>,
}

impl Postings {
    fn of(units: &Units) -> Self {
        let mut starts = Vec::with_capacity(units.words() + 1);
        let mut end = 0;
        for id in 0..units.words() {
            starts.push(end);
            let found = units.found(id as u32);
            end += if found > POSTINGS { 0 } else { found };
        }
        starts.push(end);
        let mut list = vec![0; end];
        let mut next = starts.clone();
        for unit in 0..units.list.len() {
            for &id in units.ids(unit) {
                let id = id as usize;
                if starts[id] < starts[id + 1] {
                    list[next[id]] = unit as u32;
                    next[id] += 1;
                }
            }
        }
        Self {
            units: list,
            starts,
        }
    }

    fn of_word(&self, id: u32) -> &[u32] {
        &self.units[self.starts[id as usize]..self.starts[id as usize + 1]]
    }
}
