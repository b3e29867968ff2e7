//! Words of UAX #29 with their offsets.

use std::fmt;
use std::iter::FusedIterator;

use super::markup;
use super::scan::{Edges, NO_EDGES, Next, Scanner};

/// The words of a text with their byte offsets, made by [`words`].
///
/// ```
/// assert_eq!(retold::text::words("One two").count(), 2);
/// ```
#[derive(Clone)]
pub struct Words<'a> {
    text: &'a str,
    scanner: Scanner<'a>,
    /// Behind `base`.
    edges: Edges,
    base: usize,
    /// How many edges there are, and how many are used up.
    len: usize,
    used: usize,
    /// The words of a text with markup, which are found all at once.
    marked_up: Option<std::vec::IntoIter<(usize, &'a str)>>,
}

/// The words of a text, each with its first byte's offset.
///
/// Words are those of [UAX #29](https://www.unicode.org/reports/tr29/) that hold a letter or a
/// number: exactly what `unicode_words` of the crate `unicode-segmentation` 1.13 gives (Unicode
/// 17.0), several times as fast. The definition is frozen, as signatures rest on it.
///
/// Markup and addresses hold no words, and entities are the characters they stand for: see
/// [`readable`](super::readable).
///
/// ```
/// let words: Vec<_> = retold::text::words("Hello, world").collect();
/// assert_eq!(words, [(0, "Hello"), (7, "world")]);
/// let words = retold::text::words("<p>A caf&eacute;</p>");
/// assert_eq!(words.last(), Some((5, "caf&eacute;")));
/// ```
pub fn words(text: &str) -> Words<'_> {
    let readable = markup::Readable::new(text);
    let mut words = plain_words(text);
    if readable.is_marked_up() {
        let found = plain_words(&readable.text);
        let own = found.filter_map(|(at, word)| {
            let span = readable.word(at, word);
            Some((span.start, text.get(span)?))
        });
        words.marked_up = Some(own.collect::<Vec<_>>().into_iter());
    }
    words
}

/// The words of a text that is known to have no markup.
pub(super) fn plain_words(text: &str) -> Words<'_> {
    Words {
        marked_up: None,
        text,
        scanner: Scanner::new(text.as_bytes()),
        edges: NO_EDGES,
        base: 0,
        len: 0,
        used: 0,
    }
}

impl<'a> Iterator for Words<'a> {
    type Item = (usize, &'a str);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        if self.used >= self.len {
            if let Some(words) = &mut self.marked_up {
                return words.next();
            }
            (self.len, self.used) = (0, 0);
            match self.scanner.next(&mut self.edges) {
                Next::Words(base, len) => (self.base, self.len) = (base, len),
                Next::Long(start, end) => return Some((start, self.text.get(start..end)?)),
                Next::End => return None,
            }
        }
        let &[start, end] = self.edges.get(self.used..self.len)?.first_chunk()?;
        self.used += 2;
        let [start, end] = [start, end].map(|edge| self.base + usize::from(edge));
        Some((start, self.text.get(start..end)?))
    }
}

impl FusedIterator for Words<'_> {}

impl fmt::Debug for Words<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}
