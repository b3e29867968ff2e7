//! The exact truth: every pair of articles whose sets of five-word shingles have a Jaccard
//! similarity of at least a threshold, by the prefix filter of set joins (Chaudhuri, Ganti and
//! Kaushik, ICDE 2006; Bayardo, Ma and Srikant, WWW 2007), which loses nothing.

use std::collections::{BTreeSet, HashMap};

use crate::shingles::{SHINGLE, windows};

type Pair = (u32, u32);

/// Distinct shingles of each text, as numbers; rare shingles have small numbers.
fn sets_by_rarity(texts: &[String]) -> Vec<Vec<u32>> {
    // Whole strings would be exact by construction; 128 bits of hash are as good and fit memory.
    let mut seen: HashMap<u128, (u32, u32)> = HashMap::new();
    let mut sets: Vec<Vec<u32>> = Vec::with_capacity(texts.len());
    for text in texts {
        let mut set: Vec<u32> = Vec::new();
        for shingle in windows(text, SHINGLE) {
            let fresh = seen.len() as u32;
            let key = xxhash_rust::xxh3::xxh3_128(shingle.as_bytes());
            set.push(seen.entry(key).or_insert((fresh, 0)).0);
        }
        set.sort_unstable();
        set.dedup();
        sets.push(set);
    }
    let mut count = vec![0_u32; seen.len()];
    drop(seen);
    sets.iter()
        .flatten()
        .for_each(|&shingle| count[shingle as usize] += 1);
    let mut order: Vec<u32> = (0..count.len() as u32).collect();
    order.sort_unstable_by_key(|&shingle| (count[shingle as usize], shingle));
    let mut rank = vec![0; count.len()];
    for (place, &shingle) in order.iter().enumerate() {
        rank[shingle as usize] = place as u32;
    }
    for set in &mut sets {
        set.iter_mut()
            .for_each(|shingle| *shingle = rank[*shingle as usize]);
        set.sort_unstable();
    }
    sets
}

/// The pairs at or above `threshold`, each with the smaller number first.
pub fn pairs(texts: &[String], threshold: f64) -> BTreeSet<Pair> {
    let sets = sets_by_rarity(texts);
    let mut found = BTreeSet::new();
    let mut postings: HashMap<u32, Vec<u32>> = HashMap::new();
    let mut candidates = Vec::new();
    for (i, set) in sets.iter().enumerate() {
        // Two sets this alike share a shingle among the first of both.
        let prefix = set.len() - (threshold * set.len() as f64).ceil() as usize + 1;
        for shingle in set.iter().take(prefix) {
            let posting = postings.entry(*shingle).or_default();
            candidates.extend_from_slice(posting);
            posting.push(i as u32);
        }
        candidates.sort_unstable();
        candidates.dedup();
        for j in candidates.drain(..) {
            let other = &sets[j as usize];
            let shared = shared(set, other);
            if shared as f64 >= threshold * (set.len() + other.len() - shared) as f64 {
                found.insert((j, i as u32));
            }
        }
    }
    found
}

fn shared(left: &[u32], right: &[u32]) -> usize {
    let (mut i, mut j, mut shared) = (0, 0, 0);
    while i < left.len() && j < right.len() {
        let (a, b) = (left[i], right[j]);
        shared += usize::from(a == b);
        i += usize::from(a <= b);
        j += usize::from(b <= a);
    }
    shared
}
