//! Average link for a handful of articles, word for word as it is defined.
//!
//! A live index groups a few articles with each one that comes, and a heap with its lists takes
//! longer to set up than all pairs take to look at.

use super::bar::allowance;

/// The most articles that are grouped this way.
pub(super) const FEW: usize = 16;

/// Groups articles 0 to `count` − 1 (at most [`FEW`]), starting from pairs that belong together: of
/// all groups with links between them the best two are joined, while any reach their bar.
/// Returns for every article the smallest member of its group. See
/// [`average_link`](super::average_link::average_link), of which this is the part after noise has
/// been taken off the scores.
pub(super) fn few(
    count: usize,
    links: impl Iterator<Item = (u32, u32, f32)>,
    together: &[(u32, u32)],
    bars: &[f64],
) -> Vec<u32> {
    let mut groups = FewGroups {
        labels: (0..count as u32).collect(),
        sizes: [1; FEW],
        bars: [0.0; FEW],
        sums: [[0.0; FEW]; FEW],
    };
    groups.bars[..count].copy_from_slice(bars);
    for (left, right, score) in links {
        let (left, right) = (left as usize, right as usize);
        groups.sums[left][right] += f64::from(score);
        groups.sums[right][left] += f64::from(score);
    }
    for &(left, right) in together {
        let [left, right] = [left, right].map(|article| groups.labels[article as usize] as usize);
        if left != right {
            groups.join(left.min(right), left.max(right));
        }
    }
    while let Some((left, right)) = groups.best() {
        groups.join(left, right);
    }
    groups.labels
}

struct FewGroups {
    /// The group of each article, which is its smallest member.
    labels: Vec<u32>,
    /// How many articles each group has; one that is gone has none.
    sizes: [u32; FEW],
    /// The bar of each, the highest of its articles.
    bars: [f64; FEW],
    /// What the scores between two groups sum up to.
    sums: [[f64; FEW]; FEW],
}

impl FewGroups {
    /// The two groups whose mean score is furthest above their bar, if any reaches it; of equal ones
    /// the first.
    fn best(&self) -> Option<(usize, usize)> {
        let mut best: Option<(f64, usize, usize)> = None;
        for left in 0..self.labels.len() {
            for right in left + 1..self.labels.len() {
                let (sum, sizes) = (
                    self.sums[left][right],
                    [self.sizes[left], self.sizes[right]],
                );
                if sum == 0.0 || sizes.contains(&0) {
                    continue;
                }
                let mean = sum / (f64::from(sizes[0]) * f64::from(sizes[1]));
                let bar = self.bars[left].max(self.bars[right]);
                let above = mean + allowance(sizes[0].max(sizes[1])) - bar;
                if above >= 0.0 && best.is_none_or(|(best, ..)| above > best) {
                    best = Some((above, left, right));
                }
            }
        }
        best.map(|(_, left, right)| (left, right))
    }

    /// Makes two groups one.
    fn join(&mut self, kept: usize, gone: usize) {
        self.sizes[kept] += std::mem::take(&mut self.sizes[gone]);
        self.bars[kept] = self.bars[kept].max(self.bars[gone]);
        let more = self.sums[gone];
        for (sum, more) in self.sums[kept].iter_mut().zip(more) {
            *sum += more;
        }
        for row in &mut self.sums {
            row[kept] += std::mem::take(&mut row[gone]);
        }
        for label in &mut self.labels {
            if *label == gone as u32 {
                *label = kept as u32;
            }
        }
    }
}
