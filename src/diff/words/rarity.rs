//! How much a word tells: rare words anchor, common ones hardly count.
//!
//! A word's weight is its inverse document frequency among the sentences at hand, times how rare it
//! is in general. With two sentences alone only the latter tells names from function words.

use crate::event::{self, Background};

/// The part of its weight that the commonest word keeps.
const KEPT: f64 = 0.45;
/// Rarity in general of a word the background does not know.
const UNKNOWN: f64 = 8.7;

/// What words tell among some sentences.
pub(crate) struct Rarity<'b> {
    sentences: usize,
    background: &'b Background,
    /// Rarity among the sentences of a word that this many of them have.
    here: Vec<f64>,
    scratch: String,
}

impl<'b> Rarity<'b> {
    pub(crate) fn new(sentences: usize, background: &'b Background) -> Self {
        Self {
            sentences,
            background,
            here: Vec::new(),
            scratch: String::new(),
        }
    }

    /// The weight of a word with this hash of its folded form that stands in `found` sentences.
    pub(crate) fn weight(&mut self, word: &str, hash: u64, found: u32) -> f64 {
        let found = found.max(1) as usize;
        // Most words stand in few sentences.
        for times in self.here.len() + 1..=found.min(64) {
            self.here.push(rarity_among(self.sentences, times));
        }
        let here = self.here.get(found - 1).copied();
        here.unwrap_or_else(|| rarity_among(self.sentences, found)) * self.in_general(word, hash)
    }

    /// How much a word tells whatever the sentences at hand, from `KEPT` to 1.
    pub(crate) fn in_general(&mut self, word: &str, hash: u64) -> f64 {
        // Signs and the words that hold sentences together have no rarity.
        let idf = if is_common(hash) || !word.contains(char::is_alphanumeric) {
            0.0
        } else {
            let key = event::key_of(word, hash, &mut self.scratch);
            self.background.idf_of(key, 0, 0)
        };
        KEPT + (1.0 - KEPT) * (idf / UNKNOWN).min(1.0)
    }
}

fn rarity_among(sentences: usize, found: usize) -> f64 {
    event::ln(1.0 + sentences as f64 / found as f64)
}

/// Whether a word is one of those that hold sentences together and say nothing alone.
pub(crate) fn is_common(hash: u64) -> bool {
    event::is_stop_hash(hash)
}
