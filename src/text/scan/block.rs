//! Word boundaries of 64 bytes at once.
//!
//! Each byte is classed by arithmetic that the compiler turns into vector instructions; a
//! multiplication then gathers one bit of eight classes into a byte, so that a block becomes a few
//! integers of 64 bits, one bit a byte (as in Langdale and Lemire, *Parsing Gigabytes of JSON per
//! Second*, VLDB Journal 28, 2019, without their instructions). Words are runs of bits; where runs
//! begin and end is one shift and one exclusive-or.
//!
//! A block starts at a word boundary and is cut at the last boundary that no following text can
//! move. So no state goes from one block to the next. What a block cannot decide is left to
//! the [segmenter](super::segment).

use super::BLOCK;
use super::segment::decode;
use crate::text::chars::Chars;
use crate::text::tables::class::{
    CLASS, LETTER, MID_NUM_LET, NEWLINE, OTHER, PICTOGRAPH, SPACE, WORD,
};

/// Classes of bytes, as bits.
const CORE: u32 = 0;
const MID: u32 = 1;
const JOINER: u32 = 2;
const HIGH: u32 = 7;
const HIGH_BIT: u8 = 1 << HIGH;

/// The properties of a letter as words are made of.
const LETTER_OF_WORD: u8 = LETTER | WORD;

/// What was found in a block.
pub(super) struct Found {
    /// Where words begin and end.
    pub(super) edges: u64,
    /// The block was understood up to here, which is a word boundary.
    pub(super) limit: usize,
    /// What comes next needs the segmenter.
    pub(super) stuck: bool,
}

/// The bits below a position.
#[inline]
fn below(position: usize) -> u64 {
    1_u64
        .checked_shl(position as u32)
        .unwrap_or(0)
        .wrapping_sub(1)
}

/// One bit of the class of each byte.
#[inline]
fn gather(classes: &[u8; BLOCK], bit: u32) -> u64 {
    let mut mask = 0;
    for (at, eight) in classes.as_chunks::<8>().0.iter().enumerate() {
        let bits = u64::from_le_bytes(*eight) >> bit & 0x0101_0101_0101_0101;
        mask |= (bits.wrapping_mul(0x0102_0408_1020_4080) >> 56) << (at * 8);
    }
    mask
}

#[inline]
fn classes(bytes: &[u8; BLOCK]) -> [u8; BLOCK] {
    let mut classes = [0; BLOCK];
    for (class, &byte) in classes.iter_mut().zip(bytes) {
        let letter = (byte | 0x20).wrapping_sub(b'a') < 26;
        let digit = byte.wrapping_sub(b'0') < 10;
        let joiner = byte == b'_';
        // , and . differ in one bit, as do : and ;
        let mid = byte & 0xfd == b',' || byte & 0xfe == b':' || byte == b'\'';
        *class = u8::from(letter | digit | joiner) << CORE
            | u8::from(mid) << MID
            | u8::from(joiner) << JOINER
            | byte & HIGH_BIT;
    }
    classes
}

/// Whether a mid character joins the bytes around it. Of other bytes than ASCII only those of
/// letters are asked about.
#[inline]
fn joins(before: u8, mid: u8, after: u8) -> bool {
    let letter = |byte: u8| byte >= 0x80 || byte.is_ascii_alphabetic();
    let letters = letter(before) && letter(after);
    let digits = before.is_ascii_digit() && after.is_ascii_digit();
    match mid {
        b':' => letters,
        b',' | b';' => digits,
        _ => letters || digits,
    }
}

/// Finds the words of a block. Only its first `len` bytes are text; if that is not all of it, the
/// text ends there.
#[inline(never)]
pub(super) fn find(bytes: &[u8; BLOCK], len: usize) -> Found {
    let classes = classes(bytes);
    let any = classes.iter().fold(0, |any, class| any | class);
    let core = gather(&classes, CORE);
    let mid = gather(&classes, MID);
    let wide = if any & HIGH_BIT == 0 {
        Wide::default()
    } else {
        look_at_wide(bytes, gather(&classes, HIGH))
    };
    let core = core | wide.letters;
    let quotes = wide.quotes * 7;
    let wordish = core | mid | quotes;
    // Certain boundaries: between what can be in words and what cannot, and between two mids.
    let certain = wordish ^ (wordish << 1) | mid & (mid << 1);
    let limit = match wide.stop {
        None if len < BLOCK => len,
        None if any & HIGH_BIT == 0 && wordish == 0 => blank(bytes),
        stop => highest(certain & below(stop.map_or(BLOCK, |stop| stop.last + 1))),
    };
    let joined = join(bytes, core, mid & below(limit), wide.quotes & below(limit));
    let mut words = (core | joined) & below(limit);
    if any & 1 << JOINER != 0 {
        words = without_joiners(words, gather(&classes, JOINER));
    }
    Found {
        edges: words ^ (words << 1),
        limit,
        stuck: limit == 0 || wide.stop.is_some_and(|stop| stop.stuck),
    }
}

/// The highest position but 0 in a mask, or 0.
#[inline]
fn highest(mask: u64) -> usize {
    (mask | 1).ilog2() as usize
}

/// The last boundary in a block of nothing but ASCII that is in no word: not between spaces, since
/// a mark behind them makes one segment of them.
fn blank(bytes: &[u8; BLOCK]) -> usize {
    let spaces = gather(&bytes.map(|byte| u8::from(byte == b' ')), 0);
    let feeds = gather(&bytes.map(|byte| u8::from(byte == b'\n')), 0);
    highest(!(spaces & spaces << 1 | feeds))
}

/// The mid characters that join what is around them. `quotes` has the first of the three bytes of
/// each.
#[inline]
fn join(bytes: &[u8; BLOCK], core: u64, mid: u64, quotes: u64) -> u64 {
    let byte = |at: usize| bytes[at % BLOCK];
    let mut joined = 0;
    let mut mids = mid & core << 1 & core >> 1;
    while mids != 0 {
        let at = mids.trailing_zeros() as usize;
        if joins(byte(at - 1), byte(at), byte(at + 1)) {
            joined |= 1 << at;
        }
        mids &= mids - 1;
    }
    let mut quotes = quotes & core << 1 & core >> 3;
    while quotes != 0 {
        let at = quotes.trailing_zeros() as usize;
        if joins(byte(at - 1), b'.', byte(at + 3)) {
            joined |= 7 << at;
        }
        quotes &= quotes - 1;
    }
    joined
}

/// Runs of joiners alone are no words.
#[cold]
fn without_joiners(mut words: u64, joiners: u64) -> u64 {
    let mut rest = words;
    while rest != 0 {
        let start = rest.trailing_zeros();
        let end = start + (rest >> start).trailing_ones();
        let run = below(end as usize) & !below(start as usize);
        if run & !joiners == 0 {
            words &= !run;
        }
        rest &= !run;
    }
    words
}

/// The characters of a block that are not ASCII.
#[derive(Default)]
struct Wide {
    /// Bytes of letters.
    letters: u64,
    /// First bytes of characters of three bytes that join letters and digits, such as ’.
    quotes: u64,
    stop: Option<Stop>,
}

/// A character a block cannot judge: one cut by its end, or one with rules of its own.
#[derive(Clone, Copy)]
struct Stop {
    /// Where the character before it starts, or 0.
    last: usize,
    stuck: bool,
}

/// Sorts characters into letters, joining quotes, and what only separates, up to the first that is
/// none of these: a mark, a joiner, an ideograph, a digit of another script.
fn look_at_wide(bytes: &[u8; BLOCK], mut high: u64) -> Wide {
    let chars = Chars::get();
    let mut wide = Wide::default();
    let mut last = 0;
    while high != 0 {
        let at = high.trailing_zeros() as usize;
        let (c, next) = decode(bytes, at);
        if at > 0 && bytes[(at - 1) % BLOCK].is_ascii() {
            last = at - 1;
        }
        let properties = chars.properties(c) & (CLASS | WORD);
        // Of a character that the end of the block cuts, nothing is known.
        let cut = c == 0;
        let character = below(next) & !below(at);
        match properties {
            LETTER_OF_WORD => wide.letters |= character,
            OTHER | PICTOGRAPH | SPACE | NEWLINE if !cut => {}
            MID_NUM_LET if next == at + 3 => wide.quotes |= 1 << at,
            _ => {
                let stuck = !cut;
                wide.stop = Some(Stop { last, stuck });
                break;
            }
        }
        last = at;
        high &= !character;
    }
    wide
}
