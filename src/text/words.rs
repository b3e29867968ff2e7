//! Words of UAX #29 with their spans and folded hashes.

use std::ops::Range;

use unicode_segmentation::{UnicodeSegmentation, UnicodeWordIndices};

use super::fold::fold;
use crate::hash;

/// A word: its span in the text and the frozen hash of its folded form.
///
/// ```
/// let tokens = retold::text::tokens("The quake, the QUAKE");
/// assert_eq!(tokens[1].hash, tokens[3].hash);
/// assert_eq!(tokens[3].span(), 15..20);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Byte offset of its first byte.
    pub start: usize,
    /// Byte offset behind its last byte.
    pub end: usize,
    /// Hash of its folded form.
    pub hash: u64,
}

impl Token {
    /// Its byte range in the text.
    ///
    /// ```
    /// assert_eq!(retold::text::tokens("One two")[1].span(), 4..7);
    /// ```
    pub fn span(&self) -> Range<usize> {
        self.start..self.end
    }
}

/// The words of a text with their byte offsets, made by [`words`].
///
/// ```
/// assert_eq!(retold::text::words("One two").count(), 2);
/// ```
#[derive(Debug)]
pub struct Words<'a> {
    inner: UnicodeWordIndices<'a>,
}

/// The words of a text, exactly those of `unicode_segmentation`, each with its first byte's offset.
///
/// ```
/// let words: Vec<_> = retold::text::words("Hello, world").collect();
/// assert_eq!(words, [(0, "Hello"), (7, "world")]);
/// ```
pub fn words(text: &str) -> Words<'_> {
    Words {
        inner: text.unicode_word_indices(),
    }
}

impl<'a> Iterator for Words<'a> {
    type Item = (usize, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        self.inner.next()
    }
}

/// All tokens of a text.
///
/// ```
/// assert_eq!(retold::text::tokens("One two three").len(), 3);
/// ```
pub fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    tokenize_into(text, &mut tokens);
    tokens
}

/// Replaces the content of `tokens` by the tokens of `text`, so that its memory is used again.
///
/// ```
/// let mut tokens = Vec::new();
/// retold::text::tokenize_into("One two", &mut tokens);
/// assert_eq!(tokens.len(), 2);
/// ```
pub fn tokenize_into(text: &str, tokens: &mut Vec<Token>) {
    tokens.clear();
    let mut folded = String::new();
    for (start, word) in words(text) {
        folded.clear();
        fold(word, &mut folded);
        let hash = hash::bytes(folded.as_bytes());
        tokens.push(Token {
            start,
            end: start + word.len(),
            hash,
        });
    }
}
