//! Work on all cores under the feature `rayon`, and on one without it, with the same results.

use std::ops::Range;

/// Cuts `0..count` into parts of `size` (the last may be smaller), works on each, with a scratch
/// that is used again, and returns the results in the order of the parts.
#[cfg(feature = "rayon")]
pub(crate) fn in_parts<S, T: Send>(
    count: usize,
    size: usize,
    scratch: impl Fn() -> S + Send + Sync,
    work: impl Fn(&mut S, Range<usize>) -> T + Send + Sync,
) -> Vec<T> {
    use rayon::prelude::*;
    if count <= size {
        // Waking a thread takes longer than most small work.
        let whole = (count > 0).then(|| work(&mut scratch(), 0..count));
        return whole.into_iter().collect();
    }
    (0..count.div_ceil(size))
        .into_par_iter()
        .map_init(scratch, |scratch, n| work(scratch, part(count, size, n)))
        .collect()
}

/// The same on one core.
#[cfg(not(feature = "rayon"))]
pub(crate) fn in_parts<S, T>(
    count: usize,
    size: usize,
    scratch: impl Fn() -> S,
    work: impl Fn(&mut S, Range<usize>) -> T,
) -> Vec<T> {
    let mut scratch = scratch();
    (0..count.div_ceil(size))
        .map(|n| work(&mut scratch, part(count, size, n)))
        .collect()
}

fn part(count: usize, size: usize, n: usize) -> Range<usize> {
    n * size..count.min((n + 1) * size)
}

/// Sorts; equal items must not differ, since they may change places.
pub(crate) fn sort<T: Ord + Send>(items: &mut [T]) {
    #[cfg(feature = "rayon")]
    rayon::slice::ParallelSliceMut::par_sort_unstable(items);
    #[cfg(not(feature = "rayon"))]
    items.sort_unstable();
}

/// What `work` makes of every number below `count`, in order, with a scratch that is used again.
pub(crate) fn map_with<S, T: Send>(
    count: usize,
    scratch: impl Fn() -> S + Send + Sync,
    work: impl Fn(&mut S, usize) -> T + Send + Sync,
) -> Vec<T> {
    in_parts(count, 1, scratch, |scratch, part| work(scratch, part.start))
}

/// What `work` makes of every number below `count`, in order.
pub(crate) fn map<T: Send>(count: usize, work: impl Fn(usize) -> T + Send + Sync) -> Vec<T> {
    map_with(count, || (), |(), at| work(at))
}

/// Calls `take` with everything that `make` makes, in order, until it makes nothing more or `take`
/// fails. `make` works ahead meanwhile, by a step or two.
#[cfg(all(feature = "rayon", feature = "store"))]
pub(crate) fn pass_on<T: Send, E>(
    mut make: impl FnMut() -> Option<T> + Send,
    take: impl FnMut(T) -> Result<(), E>,
) -> Result<(), E> {
    std::thread::scope(|scope| {
        let (made, waiting) = std::sync::mpsc::sync_channel(1);
        scope.spawn(move || while make().is_some_and(|next| made.send(next).is_ok()) {});
        waiting.into_iter().try_for_each(take)
    })
}

/// The same on one core.
#[cfg(all(not(feature = "rayon"), feature = "store"))]
pub(crate) fn pass_on<T, E>(
    make: impl FnMut() -> Option<T>,
    take: impl FnMut(T) -> Result<(), E>,
) -> Result<(), E> {
    std::iter::from_fn(make).try_for_each(take)
}

/// What two pieces of work return.
#[cfg(all(feature = "rayon", feature = "store"))]
pub(crate) fn both<A: Send, B: Send>(
    left: impl FnOnce() -> A + Send,
    right: impl FnOnce() -> B + Send,
) -> (A, B) {
    rayon::join(left, right)
}

/// The same on one core.
#[cfg(all(not(feature = "rayon"), feature = "store"))]
pub(crate) fn both<A, B>(left: impl FnOnce() -> A, right: impl FnOnce() -> B) -> (A, B) {
    (left(), right())
}
