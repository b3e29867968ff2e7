//! How well a grouping agrees with labels: B-cubed, pairwise, adjusted Rand.

use std::collections::HashMap;
use std::hash::Hash;

/// Precision, recall and their harmonic mean, each from 0 to 1.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scores {
    pub(crate) precision: f64,
    pub(crate) recall: f64,
    pub(crate) f1: f64,
}

impl Scores {
    pub(crate) fn new(precision: f64, recall: f64) -> Self {
        let f1 = if precision + recall > 0.0 {
            2.0 * precision * recall / (precision + recall)
        } else {
            0.0
        };
        Self {
            precision,
            recall,
            f1,
        }
    }
}

/// All measures of one grouping.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Agreement {
    pub(crate) b_cubed: Scores,
    pub(crate) pairwise: Scores,
    /// Adjusted Rand index (Hubert & Arabie 1985).
    pub(crate) rand: f64,
}

/// Compares a grouping with labels: one pair of (found, label) an article.
pub(crate) fn agreement<F: Hash + Eq + Copy, L: Hash + Eq + Copy>(
    articles: &[(F, L)],
) -> Agreement {
    let mut found: HashMap<F, u64> = HashMap::new();
    let mut labels: HashMap<L, u64> = HashMap::new();
    let mut both: HashMap<(F, L), u64> = HashMap::new();
    for &(group, label) in articles {
        *found.entry(group).or_default() += 1;
        *labels.entry(label).or_default() += 1;
        *both.entry((group, label)).or_default() += 1;
    }
    let count = articles.len().max(1) as f64;
    let (mut precision, mut recall) = (0.0, 0.0);
    for (group, label) in articles {
        let shared = both[&(*group, *label)] as f64;
        precision += shared / found[group] as f64;
        recall += shared / labels[label] as f64;
    }
    let pairs = |sizes: &mut dyn Iterator<Item = u64>| -> f64 {
        sizes.map(|size| (size * (size - 1) / 2) as f64).sum()
    };
    let in_both = pairs(&mut both.values().copied());
    let in_found = pairs(&mut found.values().copied());
    let in_labels = pairs(&mut labels.values().copied());
    let of = |part: f64, whole: f64| if whole > 0.0 { part / whole } else { 1.0 };
    let all = pairs(&mut std::iter::once(articles.len() as u64));
    let expected = in_found * in_labels / all.max(1.0);
    let largest = f64::midpoint(in_found, in_labels);
    Agreement {
        b_cubed: Scores::new(precision / count, recall / count),
        pairwise: Scores::new(of(in_both, in_found), of(in_both, in_labels)),
        rand: if largest > expected {
            (in_both - expected) / (largest - expected)
        } else {
            1.0
        },
    }
}
