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

/// The facts of both sides that no fact of the other equals, paired by score; `None` where a fact
/// stays alone.
pub(super) fn differences<T>(
    left: Vec<T>,
    right: Vec<T>,
    equal: impl Fn(&T, &T) -> bool,
    score: impl Fn(&T, &T) -> Option<usize>,
) -> Vec<(Option<T>, Option<T>)> {
    let has_equal = |fact: &T, others: &[T]| others.iter().any(|other| equal(fact, other));
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    let is_ours: Vec<bool> = left.iter().map(|fact| has_equal(fact, &right)).collect();
    let is_theirs: Vec<bool> = right
        .iter()
        .map(|fact| left.iter().any(|other| equal(other, fact)))
        .collect();
    ours.extend(
        left.into_iter()
            .zip(is_ours)
            .filter(|fact| !fact.1)
            .map(|fact| Some(fact.0)),
    );
    theirs.extend(
        right
            .into_iter()
            .zip(is_theirs)
            .filter(|fact| !fact.1)
            .map(|fact| Some(fact.0)),
    );
    let score = |l: &Option<T>, r: &Option<T>| score(l.as_ref()?, r.as_ref()?);
    let pairs = best_pairs(&ours, &theirs, score);
    let mut differences: Vec<_> = pairs
        .into_iter()
        .map(|(i, j)| (ours[i].take(), theirs[j].take()))
        .collect();
    differences.extend(ours.into_iter().flatten().map(|fact| (Some(fact), None)));
    differences.extend(theirs.into_iter().flatten().map(|fact| (None, Some(fact))));
    differences
}
