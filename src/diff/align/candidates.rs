//! Which units to compare at all: those that share rare words.

use super::quoted;
use super::scorer::Scorer;
use super::units::Units;

/// Two units and how much they say the same.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Link {
    pub(crate) a: usize,
    pub(crate) b: usize,
    /// How much they say the same by themselves.
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
/// Scores below are not worth a link of any kind.
const LOWEST: f64 = 0.08;
/// Score of two units of which one quotes all that the other quotes.
const QUOTED: f64 = 0.6;

/// Finds the pairs of units worth a look, each once, in ascending order.
pub(crate) fn find(scorer: &mut Scorer<'_>) -> Candidates {
    let units = scorer.units();
    let mut left_out = 0;
    let mut pairs = Vec::new();
    propose(units, &mut pairs, &mut left_out);
    pairs.sort_unstable();
    pairs.dedup();
    let score = |(a, b)| Link {
        a,
        b,
        alone: scorer.score(a, b),
        score: 0.0,
    };
    let mut links: Vec<Link> = pairs.into_iter().map(score).collect();
    links.retain(|link| link.alone >= LOWEST);
    let (quoted, capped) = quoted::anchors(units);
    left_out += capped;
    for (a, b, shared) in quoted {
        let alone = scorer.score(a, b).max(QUOTED * shared);
        match links.binary_search_by_key(&(a, b), |link| (link.a, link.b)) {
            Ok(at) => links[at].alone = alone,
            Err(at) => links.insert(
                at,
                Link {
                    a,
                    b,
                    alone,
                    score: 0.0,
                },
            ),
        }
    }
    Candidates { links, left_out }
}

/// Pairs of units, the lower first, that share much of their rarest words; some come twice.
fn propose(units: &Units, pairs: &mut Vec<(usize, usize)>, left_out: &mut u64) {
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
                by_weight.then(units.hash(a).cmp(&units.hash(b)))
            };
            rarest.select_nth_unstable_by(WORDS, rarer);
            rarest.truncate(WORDS);
        }
        for &id in &rarest {
            *left_out += u64::from(units.found(id) > POSTINGS);
            for &other in postings.of_word(id) {
                let other = other as usize;
                if units.may_meet(unit, other) {
                    if shared[other] == 0.0 {
                        touched.push(other);
                    }
                    shared[other] += units.square(id);
                }
            }
        }
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
