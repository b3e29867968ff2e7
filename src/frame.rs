//! The frame around everything stored: what it is, how it was made, and that it is whole.
//!
//! All integers are little-endian.
//!
//! | bytes | content |
//! |---|---|
//! | 4 | magic: four ASCII characters that name the kind of record |
//! | 4 | version of the format of that kind |
//! | 8 | fingerprint of the settings it was made with |
//! | 8 | length of the content |
//! | n | content |
//! | 8 | checksum: [`hash::bytes`] of everything before it |

use crate::FormatError;
use crate::hash;

const HEAD: usize = 24;
const CHECKSUM: usize = 8;

/// A kind of framed record.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Frame {
    /// What errors call it: `signature`, `background table`, …
    pub(crate) kind: &'static str,
    /// Four ASCII characters.
    pub(crate) magic: &'static str,
    /// Raised whenever the content changes its meaning.
    pub(crate) version: u32,
}

impl Frame {
    /// The content in its frame.
    pub(crate) fn wrap(&self, settings: u64, content: &[u8]) -> Vec<u8> {
        let mut framed = Vec::with_capacity(HEAD + content.len() + CHECKSUM);
        framed.extend_from_slice(self.magic.as_bytes());
        framed.extend_from_slice(&self.version.to_le_bytes());
        framed.extend_from_slice(&settings.to_le_bytes());
        framed.extend_from_slice(&(content.len() as u64).to_le_bytes());
        framed.extend_from_slice(content);
        framed.extend_from_slice(&hash::bytes(&framed).to_le_bytes());
        framed
    }

    /// The content of a frame of this kind and version, and the settings it was made with.
    pub(crate) fn open<'a>(&self, framed: &'a [u8]) -> Result<(u64, &'a [u8]), FormatError> {
        let kind = self.kind;
        let too_short = FormatError::Length {
            kind,
            found: framed.len(),
            expected: HEAD + CHECKSUM,
        };
        if !framed.starts_with(self.magic.as_bytes()) {
            return Err(FormatError::WrongMagic {
                expected: kind,
                magic: self.magic,
            });
        }
        let mut bytes = Bytes::new(&framed[self.magic.len()..]);
        let version = bytes.u32().ok_or_else(|| too_short.clone())?;
        if version != self.version {
            return Err(FormatError::Version {
                kind,
                found: version,
                supported: self.version,
            });
        }
        let settings = bytes.u64().ok_or_else(|| too_short.clone())?;
        let length = bytes.u64().ok_or(too_short)?;
        let expected = usize::try_from(length)
            .unwrap_or(usize::MAX)
            .saturating_add(HEAD + CHECKSUM);
        let Some((body, checksum)) = framed
            .split_last_chunk()
            .filter(|_| framed.len() == expected)
        else {
            return Err(FormatError::Length {
                kind,
                found: framed.len(),
                expected,
            });
        };
        if hash::bytes(body) != u64::from_le_bytes(*checksum) {
            return Err(FormatError::Checksum { kind });
        }
        Ok((settings, &body[HEAD..]))
    }

    /// As [`open`](Self::open), for content that must have been made with these settings.
    pub(crate) fn open_for<'a>(
        &self,
        framed: &'a [u8],
        expected: u64,
    ) -> Result<&'a [u8], FormatError> {
        match self.open(framed)? {
            (found, content) if found == expected => Ok(content),
            (found, _) => Err(FormatError::Settings {
                kind: self.kind,
                found,
                expected,
            }),
        }
    }

    /// The frame that some bytes begin with, by the length it states, and what follows it.
    #[cfg(feature = "store")]
    pub(crate) fn split_first(framed: &[u8]) -> Option<(&[u8], &[u8])> {
        let length = framed.get(HEAD - 8..)?.first_chunk()?;
        let length = usize::try_from(u64::from_le_bytes(*length)).ok()?;
        framed.split_at_checked(length.checked_add(HEAD + CHECKSUM)?)
    }

    /// The error for a content whose checksum holds and that still cannot be right.
    pub(crate) fn invalid(&self, why: &'static str) -> FormatError {
        FormatError::Invalid {
            kind: self.kind,
            why,
        }
    }
}

/// Reads integers and strings off the front of some bytes; nothing where they end too early.
#[derive(Debug, Clone)]
pub(crate) struct Bytes<'a> {
    rest: &'a [u8],
}

impl<'a> Bytes<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    pub(crate) fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (array, rest) = self.rest.split_first_chunk()?;
        self.rest = rest;
        Some(*array)
    }

    pub(crate) fn u8(&mut self) -> Option<u8> {
        self.array().map(|[byte]| byte)
    }

    pub(crate) fn u32(&mut self) -> Option<u32> {
        self.array().map(u32::from_le_bytes)
    }

    pub(crate) fn u64(&mut self) -> Option<u64> {
        self.array().map(u64::from_le_bytes)
    }

    pub(crate) fn f32(&mut self) -> Option<f32> {
        self.array().map(f32::from_le_bytes)
    }

    pub(crate) fn slice(&mut self, len: usize) -> Option<&'a [u8]> {
        let (slice, rest) = self.rest.split_at_checked(len)?;
        self.rest = rest;
        Some(slice)
    }

    /// Bytes after their own length, as [`put_bytes`] writes them.
    pub(crate) fn bytes(&mut self) -> Option<&'a [u8]> {
        let len = usize::try_from(self.u64()?).ok()?;
        self.slice(len)
    }

    /// A number of any size, as [`put_number`] writes it.
    #[inline]
    pub(crate) fn number(&mut self) -> Option<u64> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.u8()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    /// How many things of at least `size` bytes follow, as [`put_number`] wrote it; nothing if there
    /// is no room for so many.
    pub(crate) fn count(&mut self, size: usize) -> Option<usize> {
        let count = usize::try_from(self.number()?).ok()?;
        (count.checked_mul(size)? <= self.rest.len()).then_some(count)
    }

    /// All that is left.
    pub(crate) fn rest(&mut self) -> &'a [u8] {
        std::mem::take(&mut self.rest)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }
}

/// Appends a number, seven bits a byte, the lowest first; all bytes but the last have the top bit.
pub(crate) fn put_number(out: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// Appends bytes after their length.
pub(crate) fn put_bytes(out: &mut Vec<u8>, bytes: &[u8]) {
    out.extend_from_slice(&(bytes.len() as u64).to_le_bytes());
    out.extend_from_slice(bytes);
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "in a test, a panic is the answer")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const NOTE: Frame = Frame {
        kind: "note",
        magic: "RTno",
        version: 3,
    };

    proptest! {
        #[test]
        fn any_change_is_noticed(
            content in proptest::collection::vec(any::<u8>(), 0..40),
            at in any::<prop::sample::Index>(),
            flip in 1..=255_u8,
        ) {
            let mut framed = NOTE.wrap(9, &content);
            prop_assert_eq!(NOTE.open(&framed), Ok((9, &content[..])));
            let cut = at.index(framed.len());
            prop_assert!(NOTE.open(&framed[..cut]).is_err());
            framed[cut] ^= flip;
            prop_assert!(NOTE.open(&framed).is_err());
        }
    }

    proptest! {
        #[test]
        fn numbers_come_back(numbers in proptest::collection::vec(any::<u64>(), 0..20), cut in 0..64) {
            let numbers: Vec<u64> = numbers.iter().map(|number| number >> cut).collect();
            let mut written = Vec::new();
            for &number in &numbers {
                put_number(&mut written, number);
            }
            let mut bytes = Bytes::new(&written);
            for number in numbers {
                prop_assert_eq!(bytes.number(), Some(number));
            }
            prop_assert!(bytes.is_empty() && bytes.number().is_none());
        }
    }

    #[test]
    fn errors_say_what_differs() {
        let framed = NOTE.wrap(9, b"content");
        let version = Frame { version: 4, ..NOTE }.open(&framed).unwrap_err();
        assert_eq!(
            version.to_string(),
            "note format 3, but this version reads 4"
        );
        let settings = NOTE.open_for(&framed, 8).unwrap_err();
        assert!(
            settings.to_string().contains("settings 0000000000000009"),
            "{settings}"
        );
        let length = NOTE.open(&framed[..10]).unwrap_err();
        assert_eq!(
            length.to_string(),
            "note has 10 bytes, but 32 were expected"
        );
    }
}
