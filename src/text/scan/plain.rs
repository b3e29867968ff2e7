//! Word boundaries of 64 bytes of plain ASCII, one block behind another.
//!
//! Each byte is classed by arithmetic that the compiler turns into vector instructions, and a sum
//! of eight bytes at a time gathers one bit of each, so that a block becomes two integers of 64
//! bits, one bit a byte (as in Langdale and Lemire, *Parsing Gigabytes of JSON per Second*, VLDB
//! Journal 28, 2019, without their instructions). Words are runs of bits; where runs begin and end
//! is one shift and one exclusive-or.
//!
//! Between ASCII characters, UAX #29 looks no further than one character back and ahead. So all
//! that goes from one block to the next is two bits.

use super::BLOCK;

/// A block, and the byte behind it; zeros where the text has ended.
pub(super) type Window = [u8; BLOCK + 1];

/// The letters and digits of a block, and the characters that may join them.
#[derive(Clone, Copy)]
pub(super) struct Plain {
    core: u64,
    mids: u64,
    /// Whether a letter or digit comes next.
    ahead: bool,
}

#[inline]
fn is_core(byte: u8) -> bool {
    let letter = (byte | 0x20).wrapping_sub(b'a') < 26;
    let digit = byte.wrapping_sub(b'0') < 10;
    letter | digit
}

#[inline]
fn is_mid(byte: u8) -> bool {
    // , and . differ in one bit, as do : and ;
    let comma_or_stop = byte & 0xfd == b',';
    let colons = byte & 0xfe == b':';
    let apostrophe = byte == b'\'';
    comma_or_stop | colons | apostrophe
}

/// One bit for each byte, set where the byte is of a kind.
#[inline]
fn gather(bytes: &[u8; BLOCK], kind: impl Fn(u8) -> bool) -> u64 {
    let mut bits = [0_u8; BLOCK];
    for (n, (bit, &byte)) in bits.iter_mut().zip(bytes).enumerate() {
        *bit = if kind(byte) { 1 << (n % 8) } else { 0 };
    }
    let mut mask = 0;
    for (n, eight) in bits.as_chunks::<8>().0.iter().enumerate() {
        // No bit is there twice, so the sum is all of them.
        let sum = eight.iter().fold(0_u8, |sum, &bit| sum.wrapping_add(bit));
        mask |= u64::from(sum) << (8 * n);
    }
    mask
}

/// Whether a window is plain: ASCII without the low line, which joins words of its own kind.
#[inline]
pub(super) fn is_plain(window: &Window) -> bool {
    let [block @ .., next] = window;
    let special = |byte: u8| byte & 0x80 | (u8::from(byte == b'_') << 7);
    let mut specials = [0; BLOCK];
    for (special_byte, &byte) in specials.iter_mut().zip(block) {
        *special_byte = special(byte);
    }
    specials
        .iter()
        .fold(special(*next), |all, &byte| all | byte)
        == 0
}

impl Plain {
    #[inline]
    pub(super) fn read(window: &Window) -> Self {
        let [block @ .., next] = window;
        Self {
            core: gather(block, is_core),
            mids: gather(block, is_mid),
            ahead: is_core(*next),
        }
    }

    /// Where words begin and end. `bytes` is the text, in which the block stands at `start`; `open`
    /// is whether a word goes on from the block before.
    #[inline]
    pub(super) fn edges(self, bytes: &[u8], start: usize, open: bool) -> u64 {
        // A word goes on with a letter or digit, or with a mid character between two of them. Of the
        // former, the last byte may be before a mid character of this block.
        let words = self.core | self.joined(bytes, start, open);
        words ^ (words << 1 | u64::from(open))
    }

    /// The mid characters that join what is around them.
    #[inline]
    fn joined(self, bytes: &[u8], start: usize, open: bool) -> u64 {
        let before = self.core << 1 | u64::from(open);
        let behind = self.core >> 1 | u64::from(self.ahead) << (BLOCK - 1);
        let mut mids = self.mids & before & behind;
        let mut joined = 0;
        while mids != 0 {
            let bit = mids.trailing_zeros();
            if joins(bytes, start + bit as usize) {
                joined |= 1 << bit;
            }
            mids &= mids - 1;
        }
        joined
    }
}

/// Whether the mid character at a place joins the ASCII characters around it.
fn joins(bytes: &[u8], at: usize) -> bool {
    let Some(&[before, mid, behind]) = bytes
        .get(at.wrapping_sub(1)..)
        .and_then(<[u8]>::first_chunk)
    else {
        return false;
    };
    let letters = before.is_ascii_alphabetic() && behind.is_ascii_alphabetic();
    let digits = before.is_ascii_digit() && behind.is_ascii_digit();
    match mid {
        b':' => letters,
        b',' | b';' => digits,
        _ => letters || digits,
    }
}
