//! The byte of properties kept for each character.
//!
//! The lower five bits are its word boundary class ([UAX #29], section 4.1), with three changes
//! that the rules allow: Extend and Format are one class, since both are always skipped, and
//! `Extended_Pictographic`, a property of its own there, makes classes of its own here.
//!
//! [UAX #29]: https://www.unicode.org/reports/tr29/

/// Anything without a rule: punctuation, symbols, ideographs, Thai letters.
pub(crate) const OTHER: u8 = 0;
pub(crate) const CR: u8 = 1;
pub(crate) const LF: u8 = 2;
pub(crate) const NEWLINE: u8 = 3;
/// Extend and Format.
pub(crate) const EXTEND: u8 = 4;
pub(crate) const ZWJ: u8 = 5;
pub(crate) const REGIONAL: u8 = 6;
pub(crate) const KATAKANA: u8 = 7;
pub(crate) const HEBREW: u8 = 8;
pub(crate) const LETTER: u8 = 9;
pub(crate) const SINGLE_QUOTE: u8 = 10;
pub(crate) const DOUBLE_QUOTE: u8 = 11;
pub(crate) const MID_NUM_LET: u8 = 12;
pub(crate) const MID_LETTER: u8 = 13;
pub(crate) const MID_NUM: u8 = 14;
pub(crate) const NUMERIC: u8 = 15;
/// `ExtendNumLet`: `_` and its kin, which join letters, digits and Katakana.
pub(crate) const JOINER: u8 = 16;
/// `WSegSpace`.
pub(crate) const SPACE: u8 = 17;
/// `Extended_Pictographic`, otherwise without a rule.
pub(crate) const PICTOGRAPH: u8 = 18;
/// `Extended_Pictographic` and a letter, such as ℹ.
pub(crate) const LETTER_PICTOGRAPH: u8 = 19;

/// The bits of the boundary class.
pub(crate) const CLASS: u8 = 0x1f;
/// Alphabetic or a number: a segment is a word if it holds such a character.
pub(crate) const WORD: u8 = 0x20;

/// The bits that say how a character is folded.
pub(crate) const FOLD: u8 = 0xc0;
/// It stays as it is, and nothing behind it but a `FOLD_SLOWLY` can change that.
pub(crate) const FOLD_SAME: u8 = 0;
/// It becomes one other character, which would be `FOLD_SAME`.
pub(crate) const FOLD_OTHER: u8 = 0x40;
/// A combining mark that composes with nothing: it stays, unless two marks are out of order.
pub(crate) const FOLD_MARK: u8 = 0x80;
/// It becomes none or several characters, or changes with its neighbours.
pub(crate) const FOLD_SLOWLY: u8 = 0xc0;
