//! Bytes that are not UTF-8: UTF-16 is recognised, what else is no UTF-8 is read as Latin-1, and a
//! user can name any encoding of the web.

use std::borrow::Cow;
use std::io::{self, BufRead, Read};

use encoding_rs::{CoderResult, Decoder, Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// A text, and how it was made of bytes that are not UTF-8.
#[derive(Debug)]
pub(crate) struct Decoded<'a> {
    pub(crate) text: Cow<'a, str>,
    pub(crate) how: Option<&'static str>,
}

/// Bytes as a text. Text in UTF-8 with a few broken bytes stays that; where no character beyond ASCII
/// is UTF-8, all are Latin-1, more exactly Windows-1252, as on the web.
pub(crate) fn text(bytes: &[u8]) -> Decoded<'_> {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Decoded {
            text: Cow::Borrowed(text),
            how: None,
        };
    }
    let has_utf8 = bytes.utf8_chunks().any(|chunk| !chunk.valid().is_ascii());
    if has_utf8 {
        return Decoded {
            text: String::from_utf8_lossy(bytes),
            how: Some("broken UTF-8, shown as U+FFFD"),
        };
    }
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
    Decoded {
        text,
        how: Some("not UTF-8, read as Latin-1; --encoding names another"),
    }
}

/// Bytes in the encoding that a declaration or a user names, if it is known.
pub(crate) fn declared<'a>(bytes: &'a [u8], label: Option<&str>) -> Decoded<'a> {
    let encoding = label.and_then(|label| Encoding::for_label(label.trim().as_bytes()));
    match encoding {
        Some(encoding) if encoding != encoding_rs::UTF_8 && std::str::from_utf8(bytes).is_err() => {
            Decoded {
                text: encoding.decode(bytes).0,
                how: None,
            }
        }
        _ => text(bytes),
    }
}

/// UTF-16, by its byte order mark or by the zero bytes of its ASCII characters.
pub(crate) fn utf16(start: &[u8]) -> Option<&'static Encoding> {
    match start {
        [0xff, 0xfe, ..] => return Some(UTF_16LE),
        [0xfe, 0xff, ..] => return Some(UTF_16BE),
        _ => {}
    }
    let pairs = start.as_chunks::<2>().0;
    let (mut little, mut big) = (0, 0);
    for pair in pairs.iter().take(128) {
        little += usize::from(pair[0] != 0 && pair[1] == 0);
        big += usize::from(pair[0] == 0 && pair[1] != 0);
    }
    let enough = pairs.len().clamp(2, 128) / 2;
    match (little, big) {
        (little, 0) if little > enough => Some(UTF_16LE),
        (0, big) if big > enough => Some(UTF_16BE),
        _ => None,
    }
}

/// Reads UTF-8 from bytes in another encoding.
pub(crate) struct Transcoder<R> {
    inner: R,
    decoder: Decoder,
    ended: bool,
}

impl<R: BufRead> Transcoder<R> {
    pub(crate) fn new(inner: R, encoding: &'static Encoding) -> Self {
        Self {
            inner,
            decoder: encoding.new_decoder_with_bom_removal(),
            ended: false,
        }
    }
}

impl<R: BufRead> Read for Transcoder<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if out.len() < 4 {
            // Too small for any character.
            return Err(io::Error::other("a buffer of at least 4 bytes is needed"));
        }
        while !self.ended {
            let input = self.inner.fill_buf()?;
            let last = input.is_empty();
            let (result, read, written, _) = self.decoder.decode_to_utf8(input, out, last);
            self.inner.consume(read);
            self.ended = last && result == CoderResult::InputEmpty;
            if written > 0 {
                return Ok(written);
            }
        }
        Ok(0)
    }
}
