//! Markup: what a feed or page puts around its words, and no reader sees.
//!
//! Feeds bring `<p>`, `&nbsp;`, tracking links and bare addresses in what they call text. All of it
//! is found by its own syntax, so nothing has to be configured, and a piece of a text is read as the
//! whole is. Nothing is cut out: [`readable`] makes a copy of the same length in which markup is
//! blank, so that every place found in it is a place in the caller's own text.
//!
//! * Tags, comments, scripts and styles become white space; tags of blocks (`<p>`, `<br>`, `<li>`)
//!   line breaks, so that sentences end there; tags inside a word nothing that is seen.
//! * Entities become their character, and what is left of their length is filled with what is not
//!   seen: `caf&eacute;` is one word.
//! * Addresses (`https://…`, `www.…`, `name@host`, `host.com/path`) become slashes: no words, yet part of
//!   their sentence.
//!
//! A text that only mentions `a < b`, `x<y>z` or AT&T has no markup: a tag needs a name that HTML
//! knows, or an attribute in quotes. The syntax is that of the [HTML standard], section 13.2.5, less
//! what it forgives.
//!
//! [HTML standard]: https://html.spec.whatwg.org/multipage/parsing.html#tokenization

mod address;
mod entity;
mod mask;
mod tag;

use std::borrow::Cow;
use std::ops::Range;

use mask::Mask;

/// A text as a reader sees it.
pub(super) struct Readable<'a> {
    /// As long as the text itself.
    pub(super) text: Cow<'a, str>,
    original: &'a str,
    /// Entities that stand for a character, ascending.
    entities: Vec<Range<usize>>,
}

impl<'a> Readable<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let Some(first) = next_sign(text.as_bytes(), 0) else {
            return Self {
                text: Cow::Borrowed(text),
                original: text,
                entities: Vec::new(),
            };
        };
        Mask::new(text).read(first)
    }

    /// Whether anything in the text is markup.
    pub(super) fn is_marked_up(&self) -> bool {
        matches!(self.text, Cow::Owned(_))
    }

    /// The span of a word: without tags behind it.
    pub(super) fn word(&self, at: usize, word: &str) -> Range<usize> {
        let seen = word.trim_end_matches(mask::UNSEEN);
        self.whole(at..at + seen.len().max(1), true)
    }

    /// A span of the readable text as one of the text itself: with all of the entities that it cuts
    /// through at its ends if `outward`, else with none of them.
    pub(super) fn whole(&self, span: Range<usize>, outward: bool) -> Range<usize> {
        let cut = |at: usize| {
            let after = self.entities.partition_point(|entity| entity.end <= at);
            let entity = self.entities.get(after);
            entity.filter(|entity| entity.start < at)
        };
        let start =
            cut(span.start).map_or(
                span.start,
                |entity| {
                    if outward { entity.start } else { entity.end }
                },
            );
        let end = cut(span.end).map_or(
            span.end,
            |entity| {
                if outward { entity.end } else { entity.start }
            },
        );
        // What is blank here may be any character there.
        let whole = |mut at: usize| {
            while !self.original.is_char_boundary(at) {
                at += 1;
            }
            at
        };
        let start = whole(start);
        start..whole(end).max(start)
    }
}

/// The text as a reader sees it, byte for byte in place: as long as `text`, with markup blank and
/// entities as their characters. A text without markup is given back as it is.
///
/// ```
/// use retold::text::readable;
/// assert_eq!(readable("<b>Dam</b> fails").trim_start(), "Dam     fails");
/// assert_eq!(readable("if a < b: AT&T"), "if a < b: AT&T");
/// ```
pub fn readable(text: &str) -> Cow<'_, str> {
    Readable::new(text).text
}

/// Bytes looked at together.
const CHUNK: usize = 32;

/// Where from `from` on the next byte stands with which markup may begin: `<`, `&`, the `/` or `@` of
/// an address, or the first of two `w`.
fn next_sign(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    let chunk = |at: usize| bytes.get(at..).and_then(<[u8]>::first_chunk::<CHUNK>);
    while let (Some(here), Some(next)) = (chunk(at), chunk(at + 1)) {
        // No early end, so that the compiler takes all bytes at once.
        let both = here.iter().zip(next);
        if both.fold(false, |any, (&byte, &next)| any | is_sign(byte, next)) {
            break;
        }
        at += CHUNK;
    }
    let rest = bytes.get(at..).unwrap_or_default();
    let next = rest.iter().skip(1).chain(&[0]);
    let found = rest
        .iter()
        .zip(next)
        .position(|(&byte, &next)| is_sign(byte, next));
    found.map(|found| at + found)
}

#[inline]
#[allow(
    clippy::needless_bitwise_bool,
    reason = "without branches it is one vector operation a block"
)]
fn is_sign(byte: u8, next: u8) -> bool {
    (byte == b'<')
        | (byte == b'&')
        | (byte == b'/')
        | (byte == b'@')
        | (byte | 0x20 == b'w') & (next | 0x20 == b'w')
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "in a test, a panic is the answer")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn any_text_keeps_its_length(
            text in "(<p>|</p>|<a href=\"|'|\">|&ldquo;|&amp;|&#8217;|&lt;|<!--|-->|<script>|www\\.|http://|a@b\\.c|[a-zé。 \n/<>&;=]){0,40}",
        ) {
            let read = Readable::new(&text);
            prop_assert_eq!(read.text.len(), text.len());
            for (at, _) in read.text.char_indices() {
                prop_assert!(text.get(read.whole(at..text.len(), true)).is_some());
            }
            for sentence in crate::text::sentences(&text) {
                prop_assert!(text.get(sentence.span()).is_some());
            }
            for quote in crate::text::quotes(&text) {
                prop_assert!(text.get(quote.span()).is_some());
            }
            for (at, word) in crate::text::words(&text) {
                prop_assert!(!word.is_empty() && text[at..].starts_with(word));
            }
        }
    }

    #[test]
    fn hostile_texts_take_no_longer() {
        for piece in [
            "<a b=\"", "<a b='", "<!--", "<script>", "&lt;a ", "<a x=1 ", "http://", "a@", "www.",
        ] {
            let text = piece.repeat(60_000);
            assert_eq!(readable(&text).len(), text.len());
        }
    }
}
