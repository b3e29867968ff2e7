//! Folding: what two spellings of one word have in common.

use crate::hash;

/// Appends the folded form of a word to `folded`.
///
/// ```
/// let mut folded = String::new();
/// retold::text::fold("Musk’s", &mut folded);
/// assert_eq!(folded, "musk");
/// ```
pub fn fold(word: &str, folded: &mut String) {
    let word = word
        .strip_suffix("'s")
        .or_else(|| word.strip_suffix("’s"))
        .unwrap_or(word);
    for c in word.chars() {
        match c {
            '’' | '‘' => folded.push('\''),
            '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{feff}' => {}
            _ => folded.extend(c.to_lowercase()),
        }
    }
}

/// The frozen hash of a word's folded form.
///
/// ```
/// use retold::text::hash_word;
/// assert_eq!(hash_word("Musk’s"), hash_word("musk"));
/// ```
pub fn hash_word(word: &str) -> u64 {
    let mut folded = String::new();
    fold(word, &mut folded);
    hash::bytes(folded.as_bytes())
}
