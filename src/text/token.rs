//! Tokens: words with the hash of their folded form.

use std::ops::Range;

use super::fold::hash_word;
use super::markup::Readable;
use super::scan::{NO_EDGES, Next, Scanner};
use super::words::plain_words;
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
    read_into(text, tokens, |token| token);
}

/// Replaces the content of `items` by what `item` makes of each token of `text`.
#[inline]
pub(crate) fn read_into<T>(text: &str, items: &mut Vec<T>, item: impl Fn(Token) -> T) {
    items.clear();
    let readable = Readable::new(text);
    if readable.is_marked_up() {
        items.extend(marked_up(&readable).map(item));
        return;
    }
    let item = |start, end| item(token_at(text, start, end));
    let mut scanner = Scanner::new(text.as_bytes());
    let mut edges = NO_EDGES;
    loop {
        match scanner.next(&mut edges) {
            Next::Words(base, len) => {
                let words = edges.get(..len).unwrap_or_default().as_chunks().0;
                let spans = words.iter().map(|word| word.map(usize::from));
                items.extend(spans.map(|[start, end]| item(base + start, base + end)));
            }
            Next::Long(start, end) => items.push(item(start, end)),
            Next::End => return,
        }
    }
}

/// Calls `visit` with each token of `text`, in order, without a list of them.
///
/// Words are found, folded and hashed in one pass that allocates nothing, but for words beyond 96
/// bytes that are not ASCII.
///
/// ```
/// let mut hashes = Vec::new();
/// retold::text::for_each_token("One two", |token| hashes.push(token.hash));
/// assert_eq!(hashes, [retold::text::hash_word("one"), retold::text::hash_word("two")]);
/// ```
#[inline]
pub fn for_each_token(text: &str, mut visit: impl FnMut(Token)) {
    let readable = Readable::new(text);
    if readable.is_marked_up() {
        marked_up(&readable).for_each(visit);
        return;
    }
    let mut scanner = Scanner::new(text.as_bytes());
    let mut edges = NO_EDGES;
    loop {
        match scanner.next(&mut edges) {
            Next::Words(base, len) => {
                for &[start, end] in edges.get(..len).unwrap_or_default().as_chunks().0 {
                    visit(token_at(
                        text,
                        base + usize::from(start),
                        base + usize::from(end),
                    ));
                }
            }
            Next::Long(start, end) => visit(token_at(text, start, end)),
            Next::End => return,
        }
    }
}

/// The tokens of a text with markup.
fn marked_up(readable: &Readable<'_>) -> impl Iterator<Item = Token> {
    plain_words(&readable.text).map(|(at, word)| {
        let Range { start, end } = readable.word(at, word);
        Token {
            start,
            end,
            hash: hash_word(word),
        }
    })
}

#[inline]
fn token_at(text: &str, start: usize, end: usize) -> Token {
    let hash = hash_at(text, start, end);
    Token { start, end, hash }
}

/// For each length up to 16, the bits of that many bytes.
const BYTES: [u128; 17] = {
    let mut masks = [u128::MAX; 17];
    let mut len = 0;
    while len < 16 {
        masks[len] = (1 << (len * 8)) - 1;
        len += 1;
    }
    masks
};

const ALL: u64 = 0x0101_0101_0101_0101;

/// What [`hash_word`] gives for a word of the text. Words are mostly ASCII and short: such a word
/// is taken as one number of 16 bytes, and folded by arithmetic.
#[inline]
fn hash_at(text: &str, start: usize, end: usize) -> u64 {
    let bytes = text.as_bytes();
    if end - start <= 16
        && let Some(window) = bytes.get(start..).and_then(<[u8]>::first_chunk)
    {
        let window = u128::from_le_bytes(*window);
        let hash = if bytes.get(end.wrapping_sub(2)) == Some(&b'\'') {
            hash_with_apostrophe(window, end - start)
        } else {
            hash_short(window, end - start)
        };
        if let Some(hash) = hash {
            return hash;
        }
    }
    hash_word(text.get(start..end).unwrap_or_default())
}

/// The hash of the first bytes of a window in lower case, if they are ASCII.
#[inline]
fn hash_short(window: u128, len: usize) -> Option<u64> {
    let word = window & BYTES.get(len)?;
    let (low, high) = (word as u64, (word >> 64) as u64);
    if (low | high) & (ALL << 7) != 0 {
        return None;
    }
    let folded = u128::from(lower_case(low)) | u128::from(lower_case(high)) << 64;
    Some(hash::short(&folded.to_le_bytes(), len))
}

/// The same of a word that may end in `'s`, unless that stands there twice.
#[inline(never)]
fn hash_with_apostrophe(window: u128, len: usize) -> Option<u64> {
    let bytes = window.to_le_bytes();
    match bytes.get(..len)? {
        [.., b'\'', _, b'\'', _] => None,
        [_, .., b'\'', b's' | b'S'] => hash_short(window, len - 2),
        _ => hash_short(window, len),
    }
}

/// Eight bytes of ASCII in lower case.
#[inline]
fn lower_case(eight: u64) -> u64 {
    let from_a = eight + ALL * u64::from(0x80 - b'A');
    let behind_z = eight + ALL * u64::from(0x7f - b'Z');
    eight | ((from_a & !behind_z) >> 2 & ALL << 5)
}
