//! The heaviest common subsequence of two lists of word hashes.
//!
//! Short lists get the exact answer by dynamic programming. Long ones are first cut at words that
//! stand once on each side and in the same order, as in Bram Cohen's patience diff, so that the
//! work stays near linear.

use ahash::AHashMap;

/// Cells of the table of the exact method.
const TABLE: usize = 1 << 20;

/// Ascending pairs of positions whose hashes are equal, with the greatest sum of weights found.
///
/// With the sides swapped the pairs are mirrored.
pub(crate) fn heaviest_common(
    left: &[u64],
    right: &[u64],
    weight: impl Fn(u64) -> u32,
) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    if left <= right {
        align(left, right, (0, 0), &weight, &mut pairs);
    } else {
        align(right, left, (0, 0), &weight, &mut pairs);
        for pair in &mut pairs {
            *pair = (pair.1, pair.0);
        }
    }
    pairs
}

fn align(
    mut left: &[u64],
    mut right: &[u64],
    mut at: (usize, usize),
    weight: &impl Fn(u64) -> u32,
    pairs: &mut Vec<(usize, usize)>,
) {
    while let ([a, left_rest @ ..], [b, right_rest @ ..]) = (left, right) {
        if a != b {
            break;
        }
        pairs.push(at);
        (left, right, at) = (left_rest, right_rest, (at.0 + 1, at.1 + 1));
    }
    let mut ends = 0;
    while let ([left_rest @ .., a], [right_rest @ .., b]) = (left, right) {
        if a != b {
            break;
        }
        (left, right, ends) = (left_rest, right_rest, ends + 1);
    }
    if left.len().saturating_mul(right.len()) <= TABLE {
        exact(left, right, at, weight, pairs);
    } else {
        let (mut i, mut j) = (0, 0);
        let anchors = anchors(left, right);
        let last = anchors.is_empty().then_some((left.len(), right.len()));
        for &(a, b) in anchors.iter().chain([&(left.len(), right.len())]) {
            // Without an anchor there is nothing to cut at: the stretch counts as all different.
            if last.is_none() {
                align(
                    &left[i..a],
                    &right[j..b],
                    (at.0 + i, at.1 + j),
                    weight,
                    pairs,
                );
            }
            if a < left.len() {
                pairs.push((at.0 + a, at.1 + b));
            }
            (i, j) = (a + 1, b + 1);
        }
    }
    let (i, j) = (at.0 + left.len(), at.1 + right.len());
    pairs.extend((0..ends).map(|n| (i + n, j + n)));
}

/// Words that stand once on each side, as many as follow each other in both. Where there is none, the
/// first with the first, the second with the second, of words that stand equally often.
fn anchors(left: &[u64], right: &[u64]) -> Vec<(usize, usize)> {
    let mut places: AHashMap<u64, [Vec<usize>; 2]> = AHashMap::new();
    for (side, words) in [left, right].into_iter().enumerate() {
        for (number, &word) in words.iter().enumerate() {
            places.entry(word).or_default()[side].push(number);
        }
    }
    let once = |[a, b]: &&[Vec<usize>; 2]| a.len() == 1 && b.len() == 1;
    let equal = |[a, b]: &&[Vec<usize>; 2]| a.len() == b.len();
    let in_pairs = |[a, b]: &[Vec<usize>; 2]| -> Vec<(usize, usize)> {
        a.iter().copied().zip(b.iter().copied()).collect()
    };
    let mut pairs: Vec<(usize, usize)> = places.values().filter(once).flat_map(in_pairs).collect();
    if pairs.is_empty() {
        pairs = places.values().filter(equal).flat_map(in_pairs).collect();
    }
    // The map has no order of its own.
    pairs.sort_unstable();
    longest_increasing(&pairs)
}

/// A longest subsequence of ascending second numbers, by patience sorting.
fn longest_increasing(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut piles: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    for (number, pair) in pairs.iter().enumerate() {
        let pile = piles.partition_point(|&top| pairs[top].1 < pair.1);
        before.push(pile.checked_sub(1).map(|previous| piles[previous]));
        match piles.get_mut(pile) {
            Some(top) => *top = number,
            None => piles.push(number),
        }
    }
    let mut chain = Vec::with_capacity(piles.len());
    let mut next = piles.last().copied();
    while let Some(number) = next {
        chain.push(pairs[number]);
        next = before[number];
    }
    chain.reverse();
    chain
}

fn exact(
    left: &[u64],
    right: &[u64],
    at: (usize, usize),
    weight: &impl Fn(u64) -> u32,
    pairs: &mut Vec<(usize, usize)>,
) {
    if left.is_empty() || right.is_empty() {
        return;
    }
    let width = right.len() + 1;
    let mut best = vec![0_u32; (left.len() + 1) * width];
    for (i, &word) in left.iter().enumerate().rev() {
        let worth = weight(word).max(1);
        for (j, &other) in right.iter().enumerate().rev() {
            let skip = best[(i + 1) * width + j].max(best[i * width + j + 1]);
            best[i * width + j] = if word == other {
                skip.max(best[(i + 1) * width + j + 1].saturating_add(worth))
            } else {
                skip
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    while i < left.len() && j < right.len() {
        let here = best[i * width + j];
        if here == best[(i + 1) * width + j] {
            i += 1;
        } else if here == best[i * width + j + 1] {
            j += 1;
        } else {
            pairs.push((at.0 + i, at.1 + j));
            (i, j) = (i + 1, j + 1);
        }
    }
}
