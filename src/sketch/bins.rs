//! Fast Similarity Sketching: each slot of a signature samples one shingle (Dahlgaard, Knudsen and
//! Thorup, [arXiv 1704.04370](https://arxiv.org/abs/1704.04370)).
//!
//! # Specification, version 1
//!
//! Let `k` be the number of slots and `h` a shingle hash; `join` is [`hash::join`], and `split(i)`
//! is the number `SplitMix64` gives for the state `i × 9e3779b97f4a7c15`.
//!
//! * **Rounds.** In each of 17 rounds every shingle falls into one slot with a 64-bit value `w`:
//!   the slot is `w × k / 2⁶⁴`, rounded down. In round 0, `w = h`. Rounds `2p + 1` and `2p + 2`,
//!   for `p` from 0 to 7, share `m = join(h ^ split(2p + 1), split(2p + 2))`: the first has
//!   `w = m`, the second `w = m` rotated by 32 bits.
//! * **Slots.** A slot is filled in the first round in which any shingle falls into it, by the
//!   smallest `w >> 8` of that round, of which the lower 32 bits are kept.
//! * **The rest.** A slot `s` into which no shingle fell in any round is filled by the smallest
//!   `join(h ^ split(1024 + 2s), split(1025 + 2s)) >> 8` of all shingles; again the lower 32 bits
//!   are kept.
//!
//! The paper gives every round a hash of its own and runs as many rounds as there are slots. Two
//! rounds to a multiplication, and no bookkeeping of which slots are free, make the texts of news
//! (50 to 500 words) two to three times cheaper; the error stays below that of `k` independent
//! hashes.

use crate::hash;

/// Rounds of the specification.
const ROUNDS: u64 = 17;

/// A slot that nothing fell into. Greater than every value, whose round is in the upper 8 bits.
const FREE: u64 = u64::MAX;

const fn split(i: u64) -> u64 {
    let mut z = i.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// Replaces `slots` by the `count` slots (1 to 1024) of some shingles, of which there is one at
/// least.
pub(super) fn fill(shingles: &[u64], count: usize, slots: &mut Vec<u32>) {
    slots.clear();
    // For a power of two the slot is in the upper bits, and the bins fit a small array.
    match count {
        32 => slots.extend(power_of_two::<32>(shingles)),
        64 => slots.extend(power_of_two::<64>(shingles)),
        128 => slots.extend(power_of_two::<128>(shingles)),
        256 => slots.extend(power_of_two::<256>(shingles)),
        512 => slots.extend(power_of_two::<512>(shingles)),
        1024 => slots.extend(power_of_two::<1024>(shingles)),
        _ => {
            let count = count.min(1024);
            let wide = count as u128;
            let bins = bins::<1024>(shingles, count, |w| ((u128::from(w) * wide) >> 64) as usize);
            slots.extend(bins.iter().take(count).map(|&value| value as u32));
        }
    }
}

fn power_of_two<const N: usize>(shingles: &[u64]) -> impl Iterator<Item = u32> {
    let bins = bins::<N>(shingles, N, |w| (w >> (64 - N.trailing_zeros())) as usize);
    bins.into_iter().map(|value| value as u32)
}

/// The first `count` of `N` bins, `N` a power of two; `slot` gives numbers below `count`.
#[inline]
fn bins<const N: usize>(shingles: &[u64], count: usize, slot: impl Fn(u64) -> usize) -> [u64; N] {
    let mut bins = [FREE; N];
    let put = |bins: &mut [u64; N], round: u64, w: u64| {
        // The mask changes nothing; it shows that the index is in range.
        let bin = &mut bins[slot(w) & (N - 1)];
        *bin = (*bin).min((round << 56) | (w >> 8));
    };
    let mixed = |h: u64, p: u64| hash::join(h ^ split(2 * p + 1), split(2 * p + 2));

    // A long text fills every slot in the first round; for all others, the second and third follow
    // in the same pass.
    let mut round = if shingles.len() >= 6 * count { 1 } else { 3 };
    for &h in shingles {
        put(&mut bins, 0, h);
        if round == 3 {
            let m = mixed(h, 0);
            put(&mut bins, 1, m);
            put(&mut bins, 2, m.rotate_left(32));
        }
    }
    while round < ROUNDS && bins.iter().take(count).any(|&bin| bin == FREE) {
        let p = round / 2;
        for &h in shingles {
            let m = mixed(h, p);
            put(&mut bins, round, m);
            put(&mut bins, round + 1, m.rotate_left(32));
        }
        round += 2;
    }
    for (s, bin) in (0..).zip(&mut bins).take(count) {
        if *bin == FREE {
            let (a, b) = (split(1024 + 2 * s), split(1025 + 2 * s));
            let values = shingles.iter().map(|&h| hash::join(h ^ a, b) >> 8);
            *bin = values.min().unwrap_or(FREE);
        }
    }
    bins
}
