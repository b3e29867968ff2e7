//! Regions: parts of a graph of links within which average link does all its joins.
//!
//! The mean over the pairs of two groups is at most the best score among them. So a link below what
//! groups of a region's size need at least cannot carry a join there by itself, and two articles
//! that no chain of better links connects never come together, whatever weaker links say. Nearly
//! all links are of that kind: the background noise of any two articles.

use super::bar::{ALLOWANCE, allowance};
use crate::lsh::Groups;

/// Groups from the start, and the links between them.
#[derive(Debug, Default)]
pub(super) struct Region {
    /// The smallest member of each group, ascending.
    pub(super) groups: Vec<u32>,
    /// How many articles each has.
    pub(super) sizes: Vec<u32>,
    /// The bar of each, the highest of its articles.
    pub(super) bars: Vec<f64>,
    /// Links between articles of two groups, by where these stand in `groups`.
    pub(super) links: Vec<(u32, u32, f32)>,
}

/// Means are rounded, and scores are single precision.
const ROUNDING: f64 = 1e-6;

/// The regions of two or more groups; and for every article the smallest member of the group it
/// starts in.
pub(super) fn regions(
    count: usize,
    links: impl Iterator<Item = (u32, u32, f32)> + Clone,
    together: &[(u32, u32)],
    bars: &[f64],
) -> (Vec<u32>, Vec<Region>) {
    let mut start = Groups::new(count);
    for &(left, right) in together {
        start.unite(left, right);
    }
    let leaders: Vec<u32> = (0..count as u32)
        .map(|article| start.leader(article))
        .collect();
    let mut sizes = vec![0; count];
    for &leader in &leaders {
        sizes[leader as usize] += 1;
    }
    let threshold = bars.iter().copied().fold(f64::INFINITY, f64::min);
    let least = threshold - ALLOWANCE - ROUNDING;
    let mut connected = Groups::new(count);
    let links = links.map(|(low, high, score)| {
        let [left, right] = [low, high].map(|article| leaders[article as usize]);
        (left, right, score)
    });
    for (left, right, score) in links.clone() {
        if f64::from(score) >= least {
            connected.unite(left, right);
        }
    }
    let inside = |connected: &mut Groups, left, right| {
        left != right && connected.leader(left) == connected.leader(right)
    };
    let mut links: Vec<(u32, u32, f32)> = links
        .filter(|&(left, right, _)| inside(&mut connected, left, right))
        .collect();
    // Smaller regions need better links, and may fall apart into smaller ones again.
    loop {
        let mut members = vec![0; count];
        for (article, &leader) in leaders.iter().enumerate() {
            if leader as usize == article {
                members[connected.leader(leader) as usize] += sizes[article];
            }
        }
        // The larger of two groups has at most all articles of the region but one.
        let needed = |&size: &u32| match size {
            0 | 1 => f64::INFINITY,
            _ => threshold - allowance(size - 1) - ROUNDING,
        };
        let needed: Vec<f64> = members.iter().map(needed).collect();
        let mut next = Groups::new(count);
        for &(left, right, score) in &links {
            if f64::from(score) >= needed[connected.leader(left) as usize] {
                next.unite(left, right);
            }
        }
        connected = next;
        let before = links.len();
        links.retain(|&(left, right, _)| inside(&mut connected, left, right));
        if links.len() == before {
            break;
        }
    }
    let mut highest = vec![0.0_f64; count];
    for (&leader, &bar) in leaders.iter().zip(bars) {
        highest[leader as usize] = highest[leader as usize].max(bar);
    }
    let groups = links_by_region(&links, &sizes, &highest, connected);
    (leaders, groups)
}

/// Sorts what is left by region.
fn links_by_region(
    links: &[(u32, u32, f32)],
    sizes: &[u32],
    bars: &[f64],
    mut connected: Groups,
) -> Vec<Region> {
    const NONE: u32 = u32::MAX;
    let count = sizes.len();
    let mut regions: Vec<Region> = Vec::new();
    // The region of each connected set, by its leader; and the place of each group in its region.
    let mut numbers = vec![NONE; count];
    let mut places = vec![NONE; count];
    let mut linked = vec![false; count];
    for &(left, right, _) in links {
        linked[left as usize] = true;
        linked[right as usize] = true;
    }
    for group in (0..count as u32).filter(|&group| linked[group as usize]) {
        let number = &mut numbers[connected.leader(group) as usize];
        if *number == NONE {
            *number = regions.len() as u32;
            regions.push(Region::default());
        }
        let region = &mut regions[*number as usize];
        places[group as usize] = region.groups.len() as u32;
        region.groups.push(group);
        region.sizes.push(sizes[group as usize]);
        region.bars.push(bars[group as usize]);
    }
    for &(left, right, score) in links {
        let number = numbers[connected.leader(left) as usize];
        let (left, right) = (places[left as usize], places[right as usize]);
        regions[number as usize].links.push((left, right, score));
    }
    regions
}
