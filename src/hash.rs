//! The frozen hash: the same 64 bits for the same bytes, on every machine, for ever.
//!
//! Everything that leaves the process or is compared between machines (signatures, band keys,
//! term keys, checksums) rests on this one definition and on nothing else. In-memory maps may use
//! any hasher they like, since no map's order ever reaches a result.
//!
//! # Specification, version 1
//!
//! All arithmetic is on unsigned 64-bit integers that wrap; bytes are read as little-endian. The
//! constants are the first 64 bits of the fractional parts of square roots, with the lowest bit
//! set: `K0` of 5, `K1` of 2, `K2` of 3. `mum(a, b)` is the exclusive-or of the two halves of the
//! 128-bit product of `a` and `b`.
//!
//! * **Bytes.** Let `n` be the number of bytes and `state = n × K2`. Cut off 16-byte blocks from
//!   the front while more than 16 bytes remain; for each, with `a` and `b` its two 8-byte
//!   integers, `state = mum(a ^ K0, b ^ K1 ^ state)`. The final block is the last 16 bytes of the
//!   input (it may overlap the one before) or, of a shorter input, its bytes followed by zeros; the
//!   hash is the state after it.
//! * **Sequences.** The hash of the hashes `h1 … hn` starts as `h1`; each further `h` makes it
//!   `mum(state ^ K0, h ^ K1)`. It depends on the order.
//!
//! The mixer is that of the wyhash family. It spreads well, and no two words of natural text are
//! known to collide; but it does not withstand somebody who searches for collisions. A word of more
//! than 24 bytes can be made so that some of its letters do not matter. Words with equal hashes count
//! as one word, so who crafts them can pass an article of his own off as a copy of another of his own.
//! In a batch, so do whole texts, for which a search of a minute finds two; a live index compares
//! their words. Nothing worse follows: what others write cannot be chosen to collide, and every
//! structure stays bounded when hashes do.

/// The version of the definition above, part of every stored format.
///
/// ```
/// assert_eq!(retold::hash::VERSION, 1);
/// ```
pub const VERSION: u32 = 1;

const K0: u64 = 0x3c6e_f372_fe94_f82b;
const K1: u64 = 0x6a09_e667_f3bc_c909;
const K2: u64 = 0xbb67_ae85_84ca_a73b;

#[inline]
fn mum(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b);
    (product as u64) ^ ((product >> 64) as u64)
}

#[inline]
fn block(state: u64, bytes: &[u8; 16]) -> u64 {
    let both = u128::from_le_bytes(*bytes);
    mum((both as u64) ^ K0, ((both >> 64) as u64) ^ K1 ^ state)
}

/// The hash of a byte string.
///
/// ```
/// assert_eq!(retold::hash::bytes(b"quake"), 0x068a_45c5_f2f5_104d);
/// ```
#[inline]
pub fn bytes(input: &[u8]) -> u64 {
    let mut state = (input.len() as u64).wrapping_mul(K2);
    if let Some(last) = input.last_chunk::<16>() {
        for chunk in input[..input.len() - 1].as_chunks::<16>().0 {
            state = block(state, chunk);
        }
        return block(state, last);
    }
    let mut padded = [0; 16];
    padded[..input.len()].copy_from_slice(input);
    block(state, &padded)
}

/// The hash of `len` bytes (at most 16) that stand at the front of a zero-padded block: what
/// [`bytes`] gives for them, without a copy. With a greater `len`, or other bytes than zeros behind
/// the first `len`, it is a number that [`bytes`] gives for nothing in particular.
#[inline]
pub(crate) fn short(padded: &[u8; 16], len: usize) -> u64 {
    block((len as u64).wrapping_mul(K2), padded)
}

/// Adds one more hash to the hash of a sequence; order matters.
///
/// ```
/// use retold::hash;
/// let (a, b) = (hash::bytes(b"a"), hash::bytes(b"b"));
/// assert_ne!(hash::join(a, b), hash::join(b, a));
/// ```
#[inline]
pub fn join(sequence: u64, next: u64) -> u64 {
    mum(sequence ^ K0, next ^ K1)
}

/// The hash of a sequence of hashes; 0 for an empty one.
///
/// ```
/// use retold::hash;
/// let (a, b, c) = (1, 2, 3);
/// assert_eq!(hash::sequence(&[a, b, c]), hash::join(hash::join(a, b), c));
/// ```
#[inline]
pub fn sequence(hashes: &[u64]) -> u64 {
    match hashes {
        [] => 0,
        [first, rest @ ..] => rest.iter().fold(*first, |state, &next| join(state, next)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A factor of zero would make the other half of a block irrelevant. Text never makes one.
    #[test]
    fn no_text_reaches_a_zero_factor() {
        assert!(std::str::from_utf8(&K0.to_le_bytes()).is_err());
        for n in 0..=16_u8 {
            let zero = (K1 ^ u64::from(n).wrapping_mul(K2)).to_le_bytes();
            let (tail, padding) = zero.split_at(usize::from(n).saturating_sub(8));
            // A character may have begun in the first half of the block.
            let begun = tail.iter().take_while(|&&byte| byte & 0xc0 == 0x80).count();
            let is_text = begun <= 3 && std::str::from_utf8(&tail[begun..]).is_ok();
            assert!(
                !is_text || padding.iter().any(|&byte| byte != 0),
                "length {n}"
            );
        }
    }
}
