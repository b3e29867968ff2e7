//! How much a word tells: rare words anchor, common ones hardly count.
//!
//! A word is rare among the sentences at hand, in the articles of the world, or both. With two
//! sentences alone only the latter tells names from function words.

use crate::event::{self, Background};

/// Rarity in general of a word the background does not know.
const UNKNOWN: f64 = 8.7;

/// What words tell among some sentences.
pub(crate) struct Rarity<'b> {
    sentences: usize,
    background: &'b Background,
    /// Rarity among the sentences of a word that this many of them have.
    here: Vec<f64>,
}

/// Numbers of sentences for which rarity is kept: most words stand in few.
const KEPT: usize = 64;

impl<'b> Rarity<'b> {
    pub(crate) fn new(sentences: usize, background: &'b Background) -> Self {
        Self {
            sentences,
            background,
            here: (1..=KEPT.min(sentences))
                .map(|found| rarity_among(sentences, found))
                .collect(),
        }
    }

    /// How rare a word is that stands in `found` of the sentences, from 0 to 1.
    pub(crate) fn here(&self, found: u32) -> f64 {
        let found = found.max(1) as usize;
        let here = self.here.get(found - 1).copied();
        here.unwrap_or_else(|| rarity_among(self.sentences, found))
    }

    /// How rare a word with this key of its stem is whatever the sentences at hand, from 0 to 1.
    pub(crate) fn in_general(&self, key: u32) -> f64 {
        (self.background.idf_of(key, 0, 0) / UNKNOWN).min(1.0)
    }
}

fn rarity_among(sentences: usize, found: usize) -> f64 {
    let all = sentences as f64 + 1.0;
    event::ln(all / found as f64) / event::ln(all)
}

/// Whether a word is one of those that hold sentences together and say nothing alone.
pub(crate) fn is_common(hash: u64) -> bool {
    event::is_stop_hash(hash)
}
