//! Words of UAX #29 with their offsets.

use std::fmt;
use std::iter::FusedIterator;

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
}

/// The words of a text, each with its first byte's offset.
///
/// Words are those of [UAX #29](https://www.unicode.org/reports/tr29/) that hold a letter or a
/// number: exactly what `unicode_words` of the crate `unicode-segmentation` 1.13 gives (Unicode
/// 17.0), several times as fast. The definition is frozen, as signatures rest on it.
///
/// ```
/// let words: Vec<_> = retold::text::words("Hello, world").collect();
/// assert_eq!(words, [(0, "Hello"), (7, "world")]);
/// ```
pub fn words(text: &str) -> Words<'_> {
    Words {
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
