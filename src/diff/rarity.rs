//! How much a word tells: rare words anchor, common ones hardly count.
//!
//! A word's weight is its inverse document frequency among the sentences at hand, times how rare it
//! is in general. With two sentences alone only the latter tells names from function words.

use crate::event::{self, Background};

/// The part of its weight that the commonest word keeps.
const KEPT: f64 = 0.45;
/// Rarity in general of a word the background does not know.
const UNKNOWN: f64 = 8.7;

/// The weight of a word that stands in `found` of `all` sentences.
pub(super) fn weight(word: &str, found: u32, all: usize, background: &Background) -> f64 {
    let here = event::ln(1.0 + all as f64 / f64::from(found.max(1)));
    here * in_general(word, background)
}

/// How much a word tells whatever the sentences at hand, from `KEPT` to 1.
pub(super) fn in_general(word: &str, background: &Background) -> f64 {
    KEPT + (1.0 - KEPT) * (background.idf(word) / UNKNOWN).min(1.0)
}

/// Whether a word is one of those that hold sentences together and say nothing alone.
pub(super) fn is_common(hash: u64) -> bool {
    event::is_stop_hash(hash)
}
