//! Sentences that quote the same words: the surest anchors, since reporters who reword everything
//! else leave quotations alone.

use ahash::AHashMap;

use super::units::Units;
use crate::diff::words::quotes::{POSTINGS, SHARED, WORDS, stretches};

/// Two units that quote the same words, the lower first, and how much of the shorter quotation
/// they share; and how many stretches were too common to look up.
pub(crate) fn anchors(units: &Units) -> (Vec<(usize, usize, f64)>, u64) {
    let mut left_out = 0;
    let mut places: AHashMap<u64, Vec<usize>> = AHashMap::new();
    let mut anchors = Vec::new();
    for unit in 0..units.list.len() {
        let stretches = stretches(&units.list[unit].quoted);
        let mut others: Vec<usize> = Vec::new();
        for stretch in &stretches {
            let list = places.entry(*stretch).or_default();
            if list.len() < POSTINGS {
                others.extend(list.iter());
                list.push(unit);
            } else {
                left_out += 1;
            }
        }
        others.sort_unstable();
        for run in others.chunk_by(|a, b| a == b) {
            let lengths = [unit, run[0]].map(|unit| units.list[unit].quoted.len());
            let shared = (run.len() + WORDS - 1) as f64 / lengths[0].min(lengths[1]) as f64;
            if shared >= SHARED && units.may_meet(run[0], unit) {
                anchors.push((run[0], unit, shared.min(1.0)));
            }
        }
    }
    (anchors, left_out)
}
