//! How much a word tells: rare words anchor, common ones hardly count.

/// The weight of a word that stands in `found` of `all` sentences.
pub(super) fn weight(_hash: u64, found: u32, all: usize) -> f64 {
    (1.0 + all as f64 / f64::from(found.max(1))).ln()
}
