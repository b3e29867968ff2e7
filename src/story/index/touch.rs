//! Reading memory ahead of its use.

/// Reads some numbers for no other purpose than to have them near the processor when they are needed:
/// reads that do not wait for each other are answered together. Without it, insertions take 5 % more
/// CPU time (6.7 s against 6.4 for 31,847 news articles, medians of three).
#[inline]
pub(super) fn touch(numbers: impl Iterator<Item = u32>) {
    std::hint::black_box(numbers.fold(0, |all, number| all ^ number));
}
