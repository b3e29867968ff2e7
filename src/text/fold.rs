//! Folding: what two spellings of one word have in common.
//!
//! # Definition, version 2
//!
//! Signatures, terms and every other stored number are made of hashes of folded words, so this
//! definition is frozen together with the [hash](crate::hash). It rests on tables of this crate and
//! on nothing that moves with a compiler or a dependency. The folded form of a word is made so:
//!
//! 1. **Take apart.** Every character is replaced by its full canonical decomposition (Unicode 18.0).
//! 2. **Map each part by itself:**
//!    * letters to the lower case of the upper case of their lower case, by the full mappings of
//!      Unicode 17.0, which is [caseless matching](https://www.unicode.org/versions/latest/core-spec/chapter-3/)
//!      in all but name: `STRASSE`, `Straße` and `STRAẞE` are one, so are `Σ`, `σ` and `ς`, and the
//!      dotless `ı` is an `i`. Only the Greek iota subscript stays a mark;
//!    * letters with a stroke and ligatures to what is written for them (`Ł` to `l`, `æ` to `ae`), full-width
//!      and mathematical letters to plain ones, the digits of other scripts to 0–9, the forms of Arabic alef,
//!      ya, kaf and ta to one each;
//!    * what is used as an apostrophe or a single quote (`' ‘ ’ ‛ ´ ′ ʹ ʻ ʼ ʽ ＇ ׳`) to `'`, and
//!      double quotes (`" “ ” „ ‟ ″ ＂ ״`) to `"`;
//!    * hyphens, dashes and the minus sign to `-`;
//!    * what is not seen (soft hyphen, zero-width space and joiners, direction marks, variation
//!      selectors and all else of `Default_Ignorable_Code_Point`, and the hyphenation point) to
//!      nothing, and so what is mostly left away: vowel marks of Arabic and Hebrew, the dot below of Devanagari.
//! 3. **Put together.** Marks are put in their canonical order; a dot right above an `i` is dropped, so
//!    that `İstanbul` is `istanbul`, and so are the dots of a Russian `ё`; and what composes is composed (Normalization Form C).
//! 4. **Possessive.** `'s` at the end is cut off, as often as it stands there, unless nothing would
//!    be left. The possessive of a plural needs no rule: the apostrophe behind `workers’` is not part
//!    of the word. Contractions lose it too (`it’s` is `it`), which costs nothing in comparisons.
//!
//! Two canonically equivalent words have one folded form, and folding a folded word changes
//! nothing. A word of invisible characters only folds to the empty string, which hashes like any
//! other. Words are never joined or split: `well-known` is two words before folding.

use super::chars::Chars;
use super::compose::{self, Sink};
use super::markup::readable;
use super::tables::class::{FOLD, FOLD_MARK, FOLD_OTHER, FOLD_SAME};
use crate::hash;

/// Appends the folded form of a word to `folded`.
///
/// ```
/// use retold::text::fold;
///
/// let folded = |word| {
///     let mut folded = String::new();
///     fold(word, &mut folded);
///     folded
/// };
/// assert_eq!(folded("Musk’s"), "musk");
/// assert_eq!(folded("STRASSE"), folded("Straße"));
/// assert_eq!(folded("ΟΔΟΣ"), folded("οδός").replace('ό', "ο"));
/// assert_eq!(folded("cafe\u{301}"), "caf\u{e9}"); // composed
/// assert_eq!(folded("co\u{ad}operate"), "cooperate"); // a soft hyphen
/// ```
pub fn fold(word: &str, folded: &mut String) {
    let start = folded.len();
    let mut tail = Tail {
        text: folded,
        start,
    };
    fold_into(word, &mut tail);
}

/// Appends a folded word without the marks on its Latin letters, as `José` is written where keyboards lack
/// them; and with Cyrillic letters amid Latin ones as those they look like.
pub(crate) fn without_marks(folded: &str, plain: &mut String) {
    let equivalents = Chars::get().equivalents();
    let is_mixed = folded.bytes().any(|b| b.is_ascii_lowercase());
    for c in folded.chars() {
        match c {
            'ø' => plain.push('o'),
            'đ' => plain.push('d'),
            '\u{80}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => {
                equivalents.decompose(c, &mut |part| {
                    if !('\u{300}'..='\u{36f}').contains(&part) {
                        plain.push(part);
                    }
                });
            }
            '\u{300}'..='\u{36f}' => {}
            'а'..='я' | 'і' | 'ј' | 'ѕ' if is_mixed => plain.push(latin_like(c)),
            _ => plain.push(c),
        }
    }
}

/// The Latin letter that a Cyrillic one looks like.
const fn latin_like(c: char) -> char {
    match c {
        'а' => 'a',
        'е' => 'e',
        'о' => 'o',
        'р' => 'p',
        'с' => 'c',
        'у' => 'y',
        'х' => 'x',
        'і' => 'i',
        'ј' => 'j',
        'ѕ' => 's',
        other => other,
    }
}

/// Appends a folded word with two letters for one, as `Håland` and `Müller` are written where keyboards
/// lack their letters; whether it has any such.
pub(crate) fn with_digraphs(folded: &str, spelled: &mut String) -> bool {
    let mut any = false;
    for c in folded.chars() {
        let pair = match c {
            'å' => "aa",
            'ä' => "ae",
            'ö' | 'ø' => "oe",
            'ü' => "ue",
            _ => "",
        };
        if pair.is_empty() {
            without_marks(c.encode_utf8(&mut [0; 4]), spelled);
        } else {
            spelled.push_str(pair);
            any = true;
        }
    }
    any
}

/// The frozen hash of a word's folded form.
///
/// ```
/// use retold::text::hash_word;
/// assert_eq!(hash_word("Musk’s"), hash_word("musk"));
/// ```
pub fn hash_word(word: &str) -> u64 {
    if is_folded(word) {
        return hash::bytes(word.as_bytes());
    }
    let mut folded = Short::new();
    fold_into(word, &mut folded);
    hash::bytes(folded.written())
}

/// Whether a word is plainly its own folded form, as nearly all words are of scripts without case, and
/// most of the others.
fn is_folded(word: &str) -> bool {
    let chars = Chars::get();
    let mut after_mark = false;
    word.chars().all(|c| {
        if c.is_ascii() {
            after_mark = false;
            return c.is_ascii_lowercase() || c.is_ascii_digit();
        }
        let folding = chars.properties(u32::from(c)) & FOLD;
        let stays = folding == FOLD_SAME || folding == FOLD_MARK && !after_mark;
        after_mark = folding == FOLD_MARK;
        stays
    })
}

/// Writes the folded form of a word.
fn fold_into(word: &str, sink: &mut impl Sink) {
    // A word of a text with markup: caf&eacute;.
    let marked_up = word.bytes().any(|byte| matches!(byte, b'&' | b'<'));
    let readable = marked_up.then(|| readable(word));
    let word = readable.as_deref().unwrap_or(word);
    if word.is_ascii() {
        for byte in word.bytes() {
            sink.put(char::from(byte.to_ascii_lowercase()));
        }
    } else {
        fold_characters(word, sink);
    }
    while let Some(owner @ [_, ..]) = sink.written().strip_suffix(b"'s") {
        let len = owner.len();
        sink.cut(len);
    }
}

fn fold_characters(word: &str, sink: &mut impl Sink) {
    let chars = Chars::get();
    let mut after_mark = false;
    for c in word.chars() {
        let folding = chars.properties(u32::from(c)) & FOLD;
        match folding {
            FOLD_SAME => sink.put(c),
            FOLD_OTHER => sink.put(chars.folded(c)),
            FOLD_MARK if !after_mark => sink.put(c),
            _ => {
                sink.cut(0);
                compose::fold_slowly(word, chars.equivalents(), sink);
                return;
            }
        }
        after_mark = folding == FOLD_MARK;
    }
}

/// The end of a string that others have written to.
struct Tail<'a> {
    text: &'a mut String,
    start: usize,
}

impl Sink for Tail<'_> {
    fn put(&mut self, c: char) {
        self.text.push(c);
    }

    fn written(&self) -> &[u8] {
        &self.text.as_bytes()[self.start..]
    }

    fn cut(&mut self, len: usize) {
        self.text.truncate(self.start + len);
    }
}

impl Sink for String {
    fn put(&mut self, c: char) {
        self.push(c);
    }

    fn written(&self) -> &[u8] {
        self.as_bytes()
    }

    fn cut(&mut self, len: usize) {
        self.truncate(len);
    }
}

/// A folded word of its own, on the stack unless it is very long.
pub(super) struct Short {
    bytes: [u8; 96],
    /// How many of them are written; unless `long` is in use, which then holds everything.
    len: usize,
    long: Vec<u8>,
}

impl Short {
    pub(super) fn new() -> Self {
        Self {
            bytes: [0; 96],
            len: 0,
            long: Vec::new(),
        }
    }

    #[cold]
    fn put_long(&mut self, encoded: &[u8]) {
        if self.long.is_empty() {
            self.long.extend_from_slice(&self.bytes[..self.len]);
        }
        self.long.extend_from_slice(encoded);
    }
}

impl Sink for Short {
    #[inline]
    fn put(&mut self, c: char) {
        let mut encoded = [0; 4];
        let encoded = c.encode_utf8(&mut encoded).as_bytes();
        let end = self.len + encoded.len();
        match self.bytes.get_mut(self.len..end) {
            Some(free) if self.long.is_empty() => {
                free.copy_from_slice(encoded);
                self.len = end;
            }
            _ => self.put_long(encoded),
        }
    }

    #[inline]
    fn written(&self) -> &[u8] {
        if self.long.is_empty() {
            &self.bytes[..self.len]
        } else {
            &self.long
        }
    }

    fn cut(&mut self, len: usize) {
        if self.long.is_empty() {
            self.len = len.min(self.len);
        } else {
            self.long.truncate(len);
            if len == 0 {
                self.len = 0;
            }
        }
    }
}
