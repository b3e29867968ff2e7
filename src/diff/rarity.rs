//! How much a word tells: rare words anchor, common ones hardly count.

use std::sync::LazyLock;

use crate::text;

/// The weight of a word that stands in `found` of `all` sentences.
pub(super) fn weight(_hash: u64, found: u32, all: usize) -> f64 {
    (1.0 + all as f64 / f64::from(found.max(1))).ln()
}

/// Whether a word is one of those that hold sentences together and say nothing alone.
pub(super) fn is_common(hash: u64) -> bool {
    static HASHES: LazyLock<Vec<u64>> = LazyLock::new(|| {
        let mut hashes: Vec<u64> = COMMON.split_whitespace().map(text::hash_word).collect();
        hashes.sort_unstable();
        hashes
    });
    HASHES.binary_search(&hash).is_ok()
}

const COMMON: &str = "a an the and or but nor so yet of in on at by for to from with as into over \
    after before about than then that this these those it its he she they them his her their him \
    we us our you your i my me who whom whose which what when where while there here is are was \
    were be been being am has have had do does did will would can could shall should may might \
    must also just up out off down";
