//! Which fact of one side answers which of the other.

/// Facts of one kind and side that are looked at: more is not a sentence any more, and keeps
/// hostile text from being quadratic.
pub(super) const MOST: usize = 128;

/// Pairs of best score first, each fact once; of equal scores the pair that comes earlier on both
/// sides. Left and right may be exchanged: pairs that tie and stand equally early never compete.
pub(super) fn best_pairs<L, R>(
    left: &[L],
    right: &[R],
    score: impl Fn(&L, &R) -> Option<usize>,
) -> Vec<(usize, usize)> {
    let mut candidates = Vec::new();
    for (i, l) in left.iter().enumerate() {
        for (j, r) in right.iter().enumerate() {
            if let Some(score) = score(l, r) {
                candidates.push((std::cmp::Reverse(score), i + j, i, j));
            }
        }
    }
    candidates.sort_unstable();
    let mut used = (vec![false; left.len()], vec![false; right.len()]);
    let mut pairs = Vec::new();
    for (_, _, i, j) in candidates {
        if !used.0[i] && !used.1[j] {
            used.0[i] = true;
            used.1[j] = true;
            pairs.push((i, j));
        }
    }
    pairs
}

/// The facts of both sides that no fact of the other equals, paired by score, by their places; `None`
/// where a fact has no partner. A fact is as often different as it is told and not answered once.
pub(super) fn differences<T>(
    left: &[T],
    right: &[T],
    equal: impl Fn(&T, &T) -> bool,
    score: impl Fn(&T, &T) -> Option<usize>,
) -> Vec<(Option<usize>, Option<usize>)> {
    if left.is_empty() && right.is_empty() {
        return Vec::new();
    }
    let is_alone = |at: &usize| !right.iter().any(|other| equal(&left[*at], other));
    let ours: Vec<usize> = (0..left.len()).filter(is_alone).collect();
    let is_alone = |at: &usize| !left.iter().any(|other| equal(other, &right[*at]));
    let theirs: Vec<usize> = (0..right.len()).filter(is_alone).collect();
    let pairs = best_pairs(&ours, &theirs, |&l, &r| score(&left[l], &right[r]));
    let is_used =
        |used: &dyn Fn(&(usize, usize)) -> usize, at| pairs.iter().any(|pair| used(pair) == at);
    let mut differences: Vec<_> = pairs
        .iter()
        .map(|&(i, j)| (Some(ours[i]), Some(theirs[j])))
        .collect();
    let only = |list: &[usize], used: &dyn Fn(&(usize, usize)) -> usize| {
        (0..list.len())
            .filter(|&at| !is_used(used, at))
            .map(|at| list[at])
            .collect::<Vec<_>>()
    };
    differences.extend(
        only(&ours, &|pair| pair.0)
            .into_iter()
            .map(|l| (Some(l), None)),
    );
    differences.extend(
        only(&theirs, &|pair| pair.1)
            .into_iter()
            .map(|r| (None, Some(r))),
    );
    differences
}
