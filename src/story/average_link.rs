//! Average-link clustering (UPGMA, Sokal & Michener 1958) over sparse links.
//!
//! Two groups are joined while the mean score over all pairs between them reaches a threshold, the
//! best two first. Pairs without a link count as 0. Single link would chain: a handful of links
//! between two large groups would join them whatever the rest says.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use ahash::AHashMap;

/// How much less than two single articles groups need, in the limit of large ones.
const ALLOWANCE: f64 = 0.1;

/// What is added to a mean for the size of the larger group. A high mean over many pairs is harder
/// to reach by chance, and a story of many articles has more sides to it, so that its articles are
/// less alike on average.
fn allowance(size: u32) -> f64 {
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

/// Two groups that may be joined. Groups are named by their smallest member.
#[derive(Debug, PartialEq)]
struct Join {
    mean: f64,
    low: u32,
    high: u32,
    /// The sizes of both together when the mean was taken; it is stale once either has grown.
    size: u32,
}

impl Eq for Join {}

impl Ord for Join {
    fn cmp(&self, other: &Self) -> Ordering {
        let by_mean = self.mean.total_cmp(&other.mean);
        let by_names = || (other.low, other.high).cmp(&(self.low, self.high));
        by_mean.then_with(by_names).then(self.size.cmp(&other.size))
    }
}

impl PartialOrd for Join {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Groups under construction.
#[derive(Debug)]
struct Groups {
    /// The group each article has been merged into, or itself.
    parents: Vec<u32>,
    sizes: Vec<u32>,
    /// For each group, the sum of scores to every group it has a link to.
    sums: Vec<AHashMap<u32, f64>>,
    threshold: f64,
    heap: BinaryHeap<Join>,
}

/// Groups articles 0 to `count` − 1 by links (two articles and a score, each pair once), starting
/// from pairs that belong together whatever their score. Returns for every article the smallest
/// member of its group.
pub(crate) fn average_link(
    count: usize,
    links: &[(u32, u32, f32)],
    together: &[(u32, u32)],
    threshold: f64,
) -> Vec<u32> {
    let mut groups = Groups {
        parents: (0..count as u32).collect(),
        sizes: vec![1; count],
        sums: vec![AHashMap::new(); count],
        threshold,
        heap: BinaryHeap::new(),
    };
    for &(left, right) in together {
        groups.unite(left, right);
    }
    for &(left, right, score) in links {
        let (left, right) = (groups.find(left), groups.find(right));
        if left != right {
            for (from, to) in [(left, right), (right, left)] {
                *groups.sums[from as usize].entry(to).or_default() += f64::from(score);
            }
        }
    }
    for group in 0..count as u32 {
        groups.propose(group, |other| other > group);
    }
    while let Some(join) = groups.heap.pop() {
        if groups.is_fresh(&join) {
            groups.join(join.low, join.high);
        }
    }
    (0..count as u32)
        .map(|article| groups.find(article))
        .collect()
}

impl Groups {
    fn find(&mut self, article: u32) -> u32 {
        let mut root = article;
        while self.parents[root as usize] != root {
            root = self.parents[root as usize];
        }
        let mut next = article;
        while next != root {
            next = std::mem::replace(&mut self.parents[next as usize], root);
        }
        root
    }

    /// Merges two articles' groups before there are any sums.
    fn unite(&mut self, left: u32, right: u32) {
        let (left, right) = (self.find(left), self.find(right));
        let (low, high) = (left.min(right), left.max(right));
        if low != high {
            self.parents[high as usize] = low;
            self.sizes[low as usize] += self.sizes[high as usize];
        }
    }

    fn size(&self, group: u32) -> u32 {
        self.sizes[group as usize]
    }

    fn is_fresh(&self, join: &Join) -> bool {
        let alive = |group: u32| self.parents[group as usize] == group;
        alive(join.low)
            && alive(join.high)
            && self.size(join.low) + self.size(join.high) == join.size
    }

    /// Puts a group's joins that reach the threshold on the heap.
    fn propose(&mut self, group: u32, wanted: impl Fn(u32) -> bool) {
        let size = self.size(group);
        for (&other, &sum) in &self.sums[group as usize] {
            let mean = sum / (f64::from(size) * f64::from(self.sizes[other as usize]));
            let mean = mean + allowance(size.max(self.sizes[other as usize]));
            if wanted(other) && mean >= self.threshold {
                self.heap.push(Join {
                    mean,
                    low: group.min(other),
                    high: group.max(other),
                    size: size + self.sizes[other as usize],
                });
            }
        }
    }

    /// Merges two groups. The sums of the one with fewer neighbours are added to the other's.
    fn join(&mut self, low: u32, high: u32) {
        let mut sums = std::mem::take(&mut self.sums[low as usize]);
        let mut fewer = std::mem::take(&mut self.sums[high as usize]);
        if sums.len() < fewer.len() {
            std::mem::swap(&mut sums, &mut fewer);
        }
        for (other, sum) in fewer {
            *sums.entry(other).or_default() += sum;
        }
        sums.remove(&low);
        sums.remove(&high);
        for (&other, &sum) in &sums {
            let back = &mut self.sums[other as usize];
            back.remove(&high);
            back.insert(low, sum);
        }
        self.sums[low as usize] = sums;
        self.sizes[low as usize] += self.sizes[high as usize];
        self.parents[high as usize] = low;
        self.propose(low, |_| true);
    }
}
