//! Average-link clustering (UPGMA, Sokal & Michener 1958) over sparse links.
//!
//! Two groups are joined while the mean score over all pairs between them reaches a threshold, the
//! best two first. Single link would chain: a handful of links between two large groups would join
//! them whatever the rest says.
//!
//! Links that cannot take part in any join are dropped first (see [`regions`](super::regions)), and
//! what is left falls apart into regions that are worked on at the same time.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use super::regions::{Region, regions};
use crate::parallel;

/// What a pair without a link counts for, about what any two articles have in common. Links below
/// it tell no more than none; those below 0 speak against a join.
pub(super) const UNLINKED: f64 = 0.04;

/// How much less than two single articles groups need, in the limit of large ones.
pub(super) const ALLOWANCE: f64 = 0.1;

/// What is added to a mean for the size of the larger group. A high mean over many pairs is harder
/// to reach by chance, and a story of many articles has more sides to it, so that its articles are
/// less alike on average.
pub(super) fn allowance(size: u32) -> f64 {
    // f64::cbrt may differ between system libraries; a power of two of square roots does not:
    // x^(1/3) is x^(1/4 + 1/16 + 1/64 + …).
    let fourth = |x: f64| x.sqrt().sqrt();
    let mut root = 1.0;
    let mut factor = f64::from(size);
    for _ in 0..12 {
        factor = fourth(factor);
        root *= factor;
    }
    ALLOWANCE * (1.0 - 1.0 / root)
}

/// Groups articles 0 to `count` − 1 by links (two articles and a score, each pair once), starting
/// from pairs that belong together whatever their score. Returns for every article the smallest
/// member of its group.
pub(crate) fn average_link(
    count: usize,
    links: impl Iterator<Item = (u32, u32, f32)> + Clone,
    together: &[(u32, u32)],
    threshold: f64,
) -> Vec<u32> {
    // What all pairs have is left away everywhere.
    let threshold = threshold - UNLINKED;
    let above = |score: f32| match f64::from(score) {
        contradiction if contradiction < 0.0 => contradiction - UNLINKED,
        score => (score - UNLINKED).max(0.0),
    };
    let links = links
        .map(|(low, high, score)| (low, high, above(score) as f32))
        .filter(|&(_, _, score)| score != 0.0);
    let (mut leaders, regions) = regions(count, links, together, threshold);
    let joined = parallel::map(regions.len(), |at| {
        Joining::new(&regions[at], threshold).joined()
    });
    for (region, joined) in regions.iter().zip(joined) {
        for (&group, into) in region.groups.iter().zip(joined) {
            leaders[group as usize] = region.groups[into as usize];
        }
    }
    // Groups from the start now point to the group they were joined to, which points to itself.
    for article in 0..count {
        leaders[article] = leaders[leaders[article] as usize];
    }
    leaders
}

/// Two groups that may be joined.
#[derive(Debug, PartialEq)]
struct Join {
    /// Their mean, with the allowance for their size. Once a group has grown it is too high, never
    /// too low: the same sum is shared by more pairs, which the allowance does not make up for.
    mean: f64,
    /// The smallest members of both, the lower one first.
    names: [u32; 2],
    /// Where both are kept.
    groups: [u32; 2],
    /// The sizes of both together when the mean was taken.
    size: u32,
}

impl Eq for Join {}

impl Ord for Join {
    fn cmp(&self, other: &Self) -> Ordering {
        let by_mean = self.mean.total_cmp(&other.mean);
        let by_names = || other.names.cmp(&self.names);
        by_mean.then_with(by_names).then(self.size.cmp(&other.size))
    }
}

impl PartialOrd for Join {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Groups of a region under construction. When two are joined, the one with fewer neighbours goes
/// into the other's place, so that however many are joined no link is moved often.
struct Joining {
    /// The group each has gone into, or itself.
    into: Vec<u32>,
    /// The smallest member of each.
    names: Vec<u32>,
    sizes: Vec<u32>,
    /// For each group, the sum of scores to every group it has a link to, ascending by group.
    sums: Vec<Vec<(u32, f64)>>,
    threshold: f64,
    /// The allowance for each size up to the largest so far.
    allowances: Vec<f64>,
    heap: BinaryHeap<Join>,
}

impl Joining {
    fn new(region: &Region, threshold: f64) -> Self {
        let count = region.groups.len();
        let mut joining = Self {
            into: (0..count as u32).collect(),
            names: (0..count as u32).collect(),
            sizes: region.sizes.clone(),
            sums: vec![Vec::new(); count],
            threshold,
            allowances: Vec::new(),
            heap: BinaryHeap::new(),
        };
        for &(low, high, score) in &region.links {
            for (from, to) in [(low, high), (high, low)] {
                joining.sums[from as usize].push((to, f64::from(score)));
            }
        }
        for sums in &mut joining.sums {
            // A stable sort: the scores of a pair are summed up in the order of the links.
            sums.sort_by_key(|&(other, _)| other);
            sums.dedup_by(|next, sum| {
                let same = next.0 == sum.0;
                if same {
                    sum.1 += next.1;
                }
                same
            });
        }
        for group in 0..count as u32 {
            for at in 0..joining.sums[group as usize].len() {
                let (other, sum) = joining.sums[group as usize][at];
                if other > group {
                    joining.propose(group, other, sum);
                }
            }
        }
        joining
    }

    /// Joins all that can be, and tells for each group the smallest one it is joined to.
    fn joined(mut self) -> Vec<u32> {
        while let Some(join) = self.heap.pop() {
            let [low, high] = join.groups;
            let is_alive = |group: u32| self.into[group as usize] == group;
            if !is_alive(low) || !is_alive(high) {
                continue;
            }
            if self.size(low) + self.size(high) == join.size {
                self.join(low, high);
            } else if let Ok(at) = self.find(low, high) {
                let (_, sum) = self.sums[low as usize][at];
                self.propose(low, high, sum);
            }
        }
        (0..self.into.len() as u32)
            .map(|group| {
                let mut root = group;
                while self.into[root as usize] != root {
                    root = self.into[root as usize];
                }
                self.names[root as usize]
            })
            .collect()
    }

    fn size(&self, group: u32) -> u32 {
        self.sizes[group as usize]
    }

    /// Where `other` stands among the neighbours of `group`, or would.
    fn find(&self, group: u32, other: u32) -> Result<usize, usize> {
        self.sums[group as usize].binary_search_by_key(&other, |&(to, _)| to)
    }

    fn allowance(&mut self, size: u32) -> f64 {
        let known = self.allowances.len() as u32;
        self.allowances.extend((known..=size).map(allowance));
        self.allowances[size as usize]
    }

    /// Puts a join on the heap if it reaches the threshold.
    fn propose(&mut self, left: u32, right: u32, sum: f64) {
        let (left_size, right_size) = (self.size(left), self.size(right));
        let mean = sum / (f64::from(left_size) * f64::from(right_size));
        let mean = mean + self.allowance(left_size.max(right_size));
        if mean >= self.threshold {
            let [a, b] = [left, right].map(|group| self.names[group as usize]);
            self.heap.push(Join {
                mean,
                names: [a.min(b), a.max(b)],
                groups: [left, right],
                size: left_size + right_size,
            });
        }
    }

    /// Joins two groups. Only what the one with fewer neighbours was linked to has to be told.
    fn join(&mut self, left: u32, right: u32) {
        let neighbours = |group: u32| self.sums[group as usize].len();
        let (kept, gone) = if neighbours(left) < neighbours(right) {
            (right, left)
        } else {
            (left, right)
        };
        self.into[gone as usize] = kept;
        self.sizes[kept as usize] += self.sizes[gone as usize];
        self.names[kept as usize] = self.names[kept as usize].min(self.names[gone as usize]);
        if let Ok(at) = self.find(kept, gone) {
            self.sums[kept as usize].remove(at);
        }
        let moved = std::mem::take(&mut self.sums[gone as usize]);
        for (other, sum) in moved {
            if other == kept {
                continue;
            }
            let sum = match self.find(kept, other) {
                Ok(at) => {
                    self.sums[kept as usize][at].1 += sum;
                    self.sums[kept as usize][at].1
                }
                Err(at) => {
                    self.sums[kept as usize].insert(at, (other, sum));
                    sum
                }
            };
            let Ok(from) = self.find(other, gone) else {
                continue;
            };
            let back = &mut self.sums[other as usize];
            match back.binary_search_by_key(&kept, |&(to, _)| to) {
                Ok(at) => {
                    back[at].1 = sum;
                    back.remove(from);
                }
                Err(at) => {
                    back[from] = (kept, sum);
                    if at > from {
                        back[from..at].rotate_left(1);
                    } else {
                        back[at..=from].rotate_right(1);
                    }
                }
            }
            self.propose(kept, other, sum);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{UNLINKED, allowance, average_link};

    /// The definition, word for word: of all pairs of groups the best is joined, as long as any
    /// reaches the threshold.
    fn by_definition(
        count: usize,
        links: &[(u32, u32, f32)],
        together: &[(u32, u32)],
        threshold: f64,
    ) -> Vec<u32> {
        let mut scores = vec![vec![UNLINKED; count]; count];
        for &(low, high, score) in links {
            let score = match f64::from(score) {
                contradiction if contradiction < 0.0 => contradiction,
                score => score.max(UNLINKED),
            };
            scores[low as usize][high as usize] = score;
            scores[high as usize][low as usize] = score;
        }
        let mut groups: Vec<Vec<usize>> = (0..count).map(|article| vec![article]).collect();
        let unite = |groups: &mut Vec<Vec<usize>>, left: usize, right: usize| {
            let gone = groups.remove(left.max(right));
            groups[left.min(right)].extend(gone);
        };
        for &(left, right) in together {
            let holds = |article| move |group: &Vec<usize>| group.contains(&article);
            let group_of = |article| groups.iter().position(holds(article)).unwrap_or(0);
            let (left, right) = (group_of(left as usize), group_of(right as usize));
            if left != right {
                unite(&mut groups, left, right);
            }
        }
        loop {
            let mut best = (threshold, None);
            for left in 0..groups.len() {
                for right in left + 1..groups.len() {
                    let (a, b) = (&groups[left], &groups[right]);
                    let pairs = a.iter().flat_map(|&x| b.iter().map(move |&y| (x, y)));
                    let sum: f64 = pairs.map(|(x, y)| scores[x][y]).sum();
                    let mean = sum / (a.len() * b.len()) as f64;
                    let mean = mean + allowance(a.len().max(b.len()) as u32);
                    if mean >= best.0 {
                        best = (mean + 1e-12, Some((left, right)));
                    }
                }
            }
            let Some((left, right)) = best.1 else { break };
            unite(&mut groups, left, right);
        }
        let mut smallest = vec![0; count];
        for group in groups {
            for &article in &group {
                smallest[article] = group.iter().fold(count, |a, &b| a.min(b)) as u32;
            }
        }
        smallest
    }

    #[test]
    fn it_is_what_the_definition_says() {
        let mut state = 1_u64;
        let mut random = || {
            state = state.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(1);
            (state >> 40) as f64 / f64::from(1 << 24)
        };
        for round in 0..60 {
            let count = 12 + round;
            let (density, top) = (random() * 0.5, 0.1 + random() * 0.5);
            let (mut links, mut together) = (Vec::new(), Vec::new());
            for low in 0..count as u32 {
                for high in low + 1..count as u32 {
                    if random() < density {
                        let score = if random() < 0.1 { -0.1 } else { random() * top };
                        links.push((low, high, score as f32));
                    }
                    if random() < 0.002 {
                        together.push((low, high));
                    }
                }
            }
            let found = average_link(count, links.iter().copied(), &together, 0.172);
            assert_eq!(
                found,
                by_definition(count, &links, &together, 0.172),
                "{round}"
            );
        }
    }
}
