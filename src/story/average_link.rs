//! Average-link clustering (UPGMA, Sokal & Michener 1958) over sparse links.
//!
//! Two groups are joined while the mean score over all pairs between them reaches their bar, those
//! first that are furthest above it. Single link would chain: a handful of links between two large groups would join
//! them whatever the rest says.
//!
//! Links that cannot take part in any join are dropped first (see [`regions`](super::regions)), and
//! what is left falls apart into regions that are worked on at the same time.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use super::bar::{UNLINKED, allowance, beyond_unlinked};
use super::few::{FEW, few};
use super::regions::{Region, regions};
use crate::parallel;

/// So few articles are grouped faster than threads are woken: a live index repairs its stories with
/// every article that comes.
const AT_ONCE: usize = 512;

/// Groups articles 0 to `count` − 1 by links (two articles and a score, each pair once), starting
/// from pairs that belong together whatever their score. Returns for every article the smallest
/// member of its group. Each article has a bar; the higher one counts.
pub(crate) fn average_link(
    count: usize,
    links: impl Iterator<Item = (u32, u32, f32)> + Clone,
    together: &[(u32, u32)],
    bars: &[f64],
) -> Vec<u32> {
    // The baseline that all pairs have in common is subtracted everywhere.
    let bars: Vec<f64> = bars.iter().map(|bar| bar - UNLINKED).collect();
    let links = links
        .map(|(low, high, score)| (low, high, beyond_unlinked(f64::from(score)) as f32))
        .filter(|&(_, _, score)| score != 0.0);
    if count <= FEW {
        return few(count, links, together, &bars);
    }
    let (mut leaders, regions) = regions(count, links, together, &bars);
    let join = |at: usize| Joining::new(&regions[at]).joined();
    let joined = if count < AT_ONCE {
        (0..regions.len()).map(join).collect()
    } else {
        parallel::map(regions.len(), join)
    };
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
    /// How far their mean score, with the allowance for their size, is above their bar.
    above: f64,
    /// The smallest members of both, the lower one first.
    names: [u32; 2],
    /// Where both are kept.
    groups: [u32; 2],
    /// The sizes of both together when the mean was taken; it is stale once either has grown.
    size: u32,
}

impl Eq for Join {}

impl Ord for Join {
    fn cmp(&self, other: &Self) -> Ordering {
        let by_score = self.above.total_cmp(&other.above);
        let by_names = || other.names.cmp(&self.names);
        by_score
            .then_with(by_names)
            .then(self.size.cmp(&other.size))
    }
}

impl PartialOrd for Join {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Groups of a region under construction.
struct Joining {
    /// The group each has gone into, or itself.
    into: Vec<u32>,
    /// The smallest member of each.
    names: Vec<u32>,
    sizes: Vec<u32>,
    /// For each group, what its scores with every group it has links to sum up to. A neighbour that
    /// has gone into another still stands under its own name, until the list is gone through.
    sums: Vec<Vec<(u32, f64)>>,
    /// The bar of each, the highest of its articles.
    bars: Vec<f64>,
    heap: BinaryHeap<Join>,
    /// Zeros, one for each group: room to add up the sums of two lists.
    totals: Vec<f64>,
}

impl Joining {
    fn new(region: &Region) -> Self {
        let count = region.groups.len();
        let mut degrees = vec![0; count];
        for &(left, right, _) in &region.links {
            degrees[left as usize] += 1;
            degrees[right as usize] += 1;
        }
        let mut joining = Self {
            into: (0..count as u32).collect(),
            names: (0..count as u32).collect(),
            sizes: region.sizes.clone(),
            sums: degrees.into_iter().map(Vec::with_capacity).collect(),
            bars: region.bars.clone(),
            heap: BinaryHeap::new(),
            totals: vec![0.0; count],
        };
        for &(left, right, score) in &region.links {
            for (from, to) in [(left, right), (right, left)] {
                joining.sums[from as usize].push((to, f64::from(score)));
            }
        }
        for group in 0..count as u32 {
            let sums = std::mem::take(&mut joining.sums[group as usize]);
            let sums = joining.added_up(sums, &[], group);
            for &(other, sum) in sums.iter().filter(|&&(other, _)| other > group) {
                joining.propose(group, other, sum);
            }
            joining.sums[group as usize] = sums;
        }
        joining
    }

    /// Joins all that can be, and gives for each group the smallest one it is joined to.
    fn joined(mut self) -> Vec<u32> {
        while let Some(join) = self.heap.pop() {
            let [left, right] = join.groups;
            let is_alive = |group: u32| self.into[group as usize] == group;
            if !is_alive(left) || !is_alive(right) {
                continue;
            }
            if self.size(left) + self.size(right) == join.size {
                self.join(left, right);
            }
        }
        let groups = 0..self.into.len() as u32;
        groups
            .map(|group| {
                let root = self.root(group);
                self.names[root as usize]
            })
            .collect()
    }

    fn size(&self, group: u32) -> u32 {
        self.sizes[group as usize]
    }

    /// The group that a group has gone into.
    fn root(&mut self, group: u32) -> u32 {
        let mut at = group;
        loop {
            let above = self.into[at as usize];
            if above == at {
                return at;
            }
            // Halves the way for the next who walks it.
            let top = self.into[above as usize];
            self.into[at as usize] = top;
            at = top;
        }
    }

    /// Puts a join on the heap if it reaches the bar.
    fn propose(&mut self, left: u32, right: u32, sum: f64) {
        let (left_size, right_size) = (self.size(left), self.size(right));
        let mean = sum / (f64::from(left_size) * f64::from(right_size));
        let bar = self.bars[left as usize].max(self.bars[right as usize]);
        let above = mean + allowance(left_size.max(right_size)) - bar;
        if above >= 0.0 {
            let [a, b] = [left, right].map(|group| self.names[group as usize]);
            self.heap.push(Join {
                above,
                names: [a.min(b), a.max(b)],
                groups: [left, right],
                size: left_size + right_size,
            });
        }
    }

    /// Joins two groups: the one with fewer neighbours goes into the other. The neighbours are not
    /// updated; they find out when they look.
    fn join(&mut self, left: u32, right: u32) {
        let neighbours = |group: u32| self.sums[group as usize].len();
        let (kept, gone) = if neighbours(left) < neighbours(right) {
            (right, left)
        } else {
            (left, right)
        };
        self.into[gone as usize] = kept;
        self.sizes[kept as usize] += self.sizes[gone as usize];
        self.bars[kept as usize] = self.bars[kept as usize].max(self.bars[gone as usize]);
        self.names[kept as usize] = self.names[kept as usize].min(self.names[gone as usize]);
        let more = std::mem::take(&mut self.sums[gone as usize]);
        let sums = std::mem::take(&mut self.sums[kept as usize]);
        let sums = self.added_up(sums, &more, kept);
        for &(other, sum) in &sums {
            self.propose(kept, other, sum);
        }
        self.sums[kept as usize] = sums;
    }

    /// Both lists as one: each living neighbour once, `own` left out.
    fn added_up(
        &mut self,
        mut sums: Vec<(u32, f64)>,
        more: &[(u32, f64)],
        own: u32,
    ) -> Vec<(u32, f64)> {
        sums.extend_from_slice(more);
        let mut len = 0;
        for at in 0..sums.len() {
            let (other, sum) = sums[at];
            let other = self.root(other);
            let total = &mut self.totals[other as usize];
            // A total of 0 is a neighbour not seen yet. Should scores cancel out, it is seen twice,
            // the second time with nothing.
            if *total == 0.0 {
                sums[len].0 = other;
                len += 1;
            }
            *total += sum;
        }
        sums.truncate(len);
        for (other, sum) in &mut sums {
            *sum = std::mem::take(&mut self.totals[*other as usize]);
        }
        sums.retain(|&(other, _)| other != own);
        sums
    }
}

#[cfg(test)]
mod tests {
    use super::{UNLINKED, allowance, average_link, beyond_unlinked};

    /// The definition, word for word: of all pairs of groups the best is joined, as long as any
    /// reaches its bar.
    fn by_definition(
        count: usize,
        links: &[(u32, u32, f32)],
        together: &[(u32, u32)],
        bars: &[f64],
    ) -> Vec<u32> {
        let mut scores = vec![vec![UNLINKED; count]; count];
        for &(low, high, score) in links {
            let score = beyond_unlinked(f64::from(score)) + UNLINKED;
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
            let mut best = (0.0, None);
            for left in 0..groups.len() {
                for right in left + 1..groups.len() {
                    let (a, b) = (&groups[left], &groups[right]);
                    let pairs = a.iter().flat_map(|&x| b.iter().map(move |&y| (x, y)));
                    let sum: f64 = pairs.map(|(x, y)| scores[x][y]).sum();
                    let mean = sum / (a.len() * b.len()) as f64;
                    let bar = a.iter().chain(b).fold(0.0, |bar: f64, &x| bar.max(bars[x]));
                    let above = mean + allowance(a.len().max(b.len()) as u32) - bar;
                    if above >= best.0 - 1e-12 && (best.1.is_none() || above > best.0 + 1e-12) {
                        best = (above, Some((left, right)));
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
        for round in 0..80 {
            let count = 1 + round;
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
            let bars: Vec<f64> = (0..count)
                .map(|_| if random() < 0.2 { 0.23 } else { 0.172 })
                .collect();
            let found = average_link(count, links.iter().copied(), &together, &bars);
            assert_eq!(
                found,
                by_definition(count, &links, &together, &bars),
                "{round}"
            );
        }
    }
}
