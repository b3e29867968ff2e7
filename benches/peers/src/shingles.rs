//! The shingler given to peers that have none: runs of words, as slices of the text itself.
//!
//! The corpus has single spaces between words, so a shingle is one slice and nothing is joined or
//! allocated: no plain shingler can be faster.

use xxhash_rust::xxh3::xxh3_64;

/// Words in a shingle, for everyone.
pub const SHINGLE: usize = 5;

/// The runs of `n` words of a text; all its words where it is shorter.
pub fn windows(text: &str, n: usize) -> impl Iterator<Item = &str> {
    let mut starts: Vec<usize> = Vec::with_capacity(text.len() / 5);
    let mut ends: Vec<usize> = Vec::with_capacity(text.len() / 5);
    if !text.is_empty() {
        starts.push(0);
        for (at, _) in text.bytes().enumerate().filter(|&(_, byte)| byte == b' ') {
            ends.push(at);
            starts.push(at + 1);
        }
        ends.push(text.len());
    }
    let n = n.min(starts.len()).max(1);
    (n..=ends.len()).map(move |last| &text[starts[last - n]..ends[last - 1]])
}

/// The 64-bit hashes of a text's shingles, for peers that want numbers.
pub fn hashes(text: &str) -> Vec<u64> {
    windows(text, SHINGLE)
        .map(|shingle| xxh3_64(shingle.as_bytes()))
        .collect()
}
