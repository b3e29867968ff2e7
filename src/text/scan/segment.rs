//! One segment of UAX #29 after another, character by character, for any script.
//!
//! The rules are those of [UAX #29], section 4.1.1, as `unicode_segmentation` reads them. Where the
//! two differ, as when a pictograph behind a zero-width joiner is also a letter, this follows the
//! crate: its words are the ones people know.
//!
//! [UAX #29]: https://www.unicode.org/reports/tr29/#Word_Boundary_Rules

use crate::text::chars::Chars;
use crate::text::tables::class::{
    CLASS, CR, DOUBLE_QUOTE, EXTEND, HEBREW, JOINER, KATAKANA, LETTER, LETTER_PICTOGRAPH, LF,
    MID_LETTER, MID_NUM, MID_NUM_LET, NEWLINE, NUMERIC, PICTOGRAPH, REGIONAL, SINGLE_QUOTE, SPACE,
    WORD, ZWJ,
};

/// The class of what follows the last character.
const END: u8 = CLASS;

/// Where a segment ends, and whether it is a word.
#[derive(Debug, Clone, Copy)]
pub(super) struct Segment {
    pub(super) end: usize,
    pub(super) is_word: bool,
}

impl Segment {
    /// One that ends here, made of characters of these properties.
    #[inline]
    fn new(end: usize, seen: u8) -> Self {
        let is_word = seen & WORD != 0;
        Self { end, is_word }
    }
}

/// The number of the character at a byte offset, and the offset behind it.
#[inline]
pub(super) fn decode(bytes: &[u8], at: usize) -> (u32, usize) {
    let low = |byte: u8| u32::from(byte & 0x3f);
    match *bytes.get(at..).unwrap_or_default() {
        [a, ..] if a < 0x80 => (u32::from(a), at + 1),
        [a, b, ..] if a < 0xe0 => (u32::from(a & 0x1f) << 6 | low(b), at + 2),
        [a, b, c, ..] if a < 0xf0 => (u32::from(a & 0xf) << 12 | low(b) << 6 | low(c), at + 3),
        [a, b, c, d, ..] => (
            u32::from(a & 7) << 18 | low(b) << 12 | low(c) << 6 | low(d),
            at + 4,
        ),
        _ => (0, at + 1),
    }
}

/// Finds segments of a text.
#[derive(Clone, Copy)]
pub(super) struct Segmenter<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) chars: &'static Chars,
}

impl Segmenter<'_> {
    /// The properties of the character at an offset, and the offset behind it.
    #[inline]
    fn look(self, at: usize) -> (u8, usize) {
        // One look at the text, not one for each byte, where it goes on far enough.
        if let Some(four) = self.bytes.get(at..).and_then(<[u8]>::first_chunk::<4>) {
            let [a, b, c, d] = four.map(u32::from);
            let (c, len) = if a < 0x80 {
                (a, 1)
            } else if a < 0xe0 {
                ((a & 0x1f) << 6 | b & 0x3f, 2)
            } else if a < 0xf0 {
                ((a & 0xf) << 12 | (b & 0x3f) << 6 | c & 0x3f, 3)
            } else {
                let upper = (a & 7) << 18 | (b & 0x3f) << 12;
                (upper | (c & 0x3f) << 6 | d & 0x3f, 4)
            };
            return (self.chars.properties(c), at + len);
        }
        self.look_near_end(at)
    }

    #[cold]
    fn look_near_end(self, at: usize) -> (u8, usize) {
        if at >= self.bytes.len() {
            return (END, at);
        }
        let (c, next) = decode(self.bytes, at);
        (self.chars.properties(c), next)
    }

    /// Whether this is a space between two segments, and no part of a longer one.
    #[inline]
    pub(super) fn is_single_space(self, at: usize) -> bool {
        const LONGER: u32 = 1 << SPACE | 1 << EXTEND | 1 << ZWJ;
        self.bytes.get(at) == Some(&b' ') && LONGER >> (self.look(at + 1).0 & CLASS) & 1 == 0
    }

    /// The segment that starts at a boundary.
    #[inline]
    pub(super) fn segment(self, start: usize) -> Segment {
        let (first, at) = self.look(start);
        match first & CLASS {
            class @ (LETTER | LETTER_PICTOGRAPH | HEBREW | NUMERIC | KATAKANA | JOINER) => {
                self.run(class, at, first)
            }
            CR => {
                let (second, next) = self.look(at);
                let end = if second & CLASS == LF { next } else { at };
                Segment::new(end, first)
            }
            LF | NEWLINE => Segment::new(at, first),
            SPACE => {
                let mut at = at;
                while let (properties, next) = self.look(at)
                    && properties & CLASS == SPACE
                {
                    at = next;
                }
                self.tail(at, false, first)
            }
            REGIONAL => self.flag(at, first),
            class => self.tail(at, class == ZWJ, first),
        }
    }

    /// What may still belong to a segment that is otherwise complete: skipped characters, and a
    /// pictograph behind each joiner among them (`WB3c`, `WB4`). `seen` gathers properties.
    #[inline]
    fn tail(self, mut at: usize, mut joined: bool, mut seen: u8) -> Segment {
        loop {
            let (properties, next) = self.look(at);
            match properties & CLASS {
                EXTEND => joined = false,
                ZWJ => joined = true,
                PICTOGRAPH | LETTER_PICTOGRAPH if joined => joined = false,
                _ => return Segment::new(at, seen),
            }
            seen |= properties;
            at = next;
        }
    }

    /// A regional indicator and the one that makes it a flag (`WB15`, `WB16`).
    fn flag(self, mut at: usize, mut seen: u8) -> Segment {
        let mut joined = false;
        loop {
            let (properties, next) = self.look(at);
            match properties & CLASS {
                EXTEND => joined = false,
                ZWJ => joined = true,
                PICTOGRAPH | LETTER_PICTOGRAPH if joined => {
                    return self.tail(next, false, seen | properties);
                }
                REGIONAL => return self.tail(next, false, seen),
                _ => return Segment::new(at, seen),
            }
            seen |= properties;
            at = next;
        }
    }

    /// Letters, digits, Katakana and what joins them (`WB5` to `WB13b`), behind a first of `class`.
    #[inline]
    fn run(self, mut class: u8, mut at: usize, mut seen: u8) -> Segment {
        let mut joined = false;
        loop {
            let (mut properties, mut next) = self.look(at);
            if !joined {
                // Nearly all that follows is of the same class or is passed over.
                let simple = 1_u32 << class | 1 << EXTEND;
                while simple >> (properties & CLASS) & 1 == 1 {
                    seen |= properties;
                    at = next;
                    (properties, next) = self.look(at);
                }
            }
            let found = properties & CLASS;
            match found {
                EXTEND | ZWJ => {
                    joined = found == ZWJ;
                    seen |= properties;
                    at = next;
                    continue;
                }
                PICTOGRAPH | LETTER_PICTOGRAPH if joined => {
                    return self.tail(next, false, seen | properties);
                }
                _ => joined = false,
            }
            if follows(class, found) {
                class = found;
                seen |= properties;
                at = next;
                continue;
            }
            let Some(wanted) = wanted_behind(class, found) else {
                return Segment::new(at, seen);
            };
            match self.behind_mid(next, wanted) {
                Behind::Wanted(found, next, behind) => {
                    class = found;
                    seen |= properties | behind;
                    at = next;
                }
                Behind::Pictograph(next, behind) => {
                    return self.tail(next, false, seen | properties | behind);
                }
                // A single quote belongs to the Hebrew letter before it in any case (`WB7a`).
                Behind::Other(next, behind) if class == HEBREW && found == SINGLE_QUOTE => {
                    return Segment::new(next, seen | properties | behind);
                }
                Behind::Other(..) => return Segment::new(at, seen),
            }
        }
    }

    /// The first character behind a mid character that is not skipped.
    fn behind_mid(self, mut at: usize, wanted: u32) -> Behind {
        let mut joined = false;
        let mut seen = 0;
        loop {
            let (properties, next) = self.look(at);
            let found = properties & CLASS;
            match found {
                EXTEND => joined = false,
                ZWJ => joined = true,
                PICTOGRAPH | LETTER_PICTOGRAPH if joined => {
                    return Behind::Pictograph(next, seen | properties);
                }
                _ if wanted >> found & 1 == 1 => {
                    return Behind::Wanted(found, next, seen | properties);
                }
                _ => return Behind::Other(at, seen),
            }
            seen |= properties;
            at = next;
        }
    }
}

/// What stands behind a mid character: a class with the offset behind it, or without; and the
/// properties of all that was passed.
enum Behind {
    Wanted(u8, usize, u8),
    Pictograph(usize, u8),
    Other(usize, u8),
}

const LETTERS: u32 = 1 << LETTER | 1 << LETTER_PICTOGRAPH | 1 << HEBREW;

/// Whether there is no boundary between two neighbours of these classes.
#[inline]
fn follows(class: u8, next: u8) -> bool {
    const ANY: u32 = LETTERS | 1 << NUMERIC | 1 << JOINER;
    let followers = match class {
        KATAKANA => 1 << KATAKANA | 1 << JOINER,
        JOINER => ANY | 1 << KATAKANA,
        _ => ANY,
    };
    followers >> next & 1 == 1
}

/// Which classes, as bits, a mid character joins to one before it; none if it never does.
#[inline]
fn wanted_behind(class: u8, mid: u8) -> Option<u32> {
    match (class, mid) {
        (HEBREW, DOUBLE_QUOTE) => Some(1 << HEBREW),
        (LETTER | LETTER_PICTOGRAPH | HEBREW, MID_LETTER | MID_NUM_LET | SINGLE_QUOTE) => {
            Some(LETTERS)
        }
        (NUMERIC, MID_NUM | MID_NUM_LET | SINGLE_QUOTE) => Some(1 << NUMERIC),
        _ => None,
    }
}
