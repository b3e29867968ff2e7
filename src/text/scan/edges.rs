//! Starts and ends of words as short offsets, and how the bits of a block become such offsets.

use super::BLOCK;

/// Edges gathered before they are handed over.
const ENOUGH: usize = 448;

/// Starts and ends of words, in turns, as byte offsets behind some base. A block has at most 64 of
/// them.
pub(in crate::text) type Edges = [u16; ENOUGH + BLOCK];

pub(in crate::text) const NO_EDGES: Edges = [0; ENOUGH + BLOCK];

/// A block that starts at most so far behind the base has edges whose offsets fit.
pub(super) const FAR: usize = u16::MAX as usize - BLOCK;

/// The edges behind the first `len`, if they are enough for a block.
#[inline]
pub(super) fn room(edges: &mut Edges, len: usize) -> Option<&mut [u16; BLOCK]> {
    edges.get_mut(len..)?.first_chunk_mut()
}

/// For each byte, where its bits stand, and then zeros.
static PLACES: [[u16; 8]; 256] = {
    let mut places = [[0; 8]; 256];
    let mut byte = 0;
    while byte < 256 {
        let (mut bit, mut len) = (0, 0);
        while bit < 8 {
            if byte >> bit & 1 == 1 {
                places[byte][len] = bit;
                len += 1;
            }
            bit += 1;
        }
        byte += 1;
    }
    places
};

/// How many bits each byte has.
static COUNTS: [u8; 256] = {
    let mut counts = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        counts[byte] = (byte as u8).count_ones() as u8;
        byte += 1;
    }
    counts
};

/// Writes where the bits of a block stand that starts at an offset, and says how many there are.
///
/// Eight offsets are written for each byte, however many count: that takes no branch that depends on
/// the text, and half the time of taking one bit after the other.
#[inline]
pub(super) fn write(bits: u64, start: usize, free: &mut [u16; BLOCK]) -> usize {
    let mut len = 0;
    let mut start = start as u16;
    for byte in bits.to_le_bytes() {
        if let Some(free) = free.get_mut(len..).and_then(<[u16]>::first_chunk_mut::<8>) {
            for (edge, place) in free.iter_mut().zip(&PLACES[usize::from(byte)]) {
                *edge = start.wrapping_add(*place);
            }
        }
        len += usize::from(COUNTS[usize::from(byte)]);
        start = start.wrapping_add(8);
    }
    len
}
