//! What the mean score of two groups is measured by: what a pair without a link counts for (what any
//! two articles have in common), and how much less than two single articles larger groups need. The
//! bar itself follows from the collection, see [`strangers`](super::strangers).

use std::sync::LazyLock;

/// What a pair without a link counts for: about what any two articles have in common.
pub(super) const UNLINKED: f64 = 0.04;
/// Scores from 0 to this tell no more than that, and are taken for no link.
const LEAST_LINK: f64 = 0.06;

/// What a score counts for beyond a pair without a link. One below 0 is evidence against a join.
pub(super) fn beyond_unlinked(score: f64) -> f64 {
    if (0.0..LEAST_LINK).contains(&score) {
        0.0
    } else {
        score - UNLINKED
    }
}

/// How much less than two single articles groups need, in the limit of large ones.
pub(super) const ALLOWANCE: f64 = 0.07;

/// What is added to a mean for the size of the larger group. A high mean over many pairs is harder
/// to reach by chance, and a story of many articles has more sides to it, so that its articles are
/// less alike on average.
pub(super) fn allowance(size: u32) -> f64 {
    // Twenty-four square roots in a row take longer than everything else done with a group.
    static SMALL: LazyLock<Vec<f64>> = LazyLock::new(|| (0..1_024).map(root_allowance).collect());
    let known = SMALL.get(size as usize).copied();
    known.unwrap_or_else(|| root_allowance(size))
}

fn root_allowance(size: u32) -> f64 {
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
