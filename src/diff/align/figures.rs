//! Numbers in words: `three` is the word that 3 is.

use std::sync::LazyLock;

use ahash::AHashMap;

use crate::language::Language;
use crate::text;

/// The values of number words by the hashes of their folded forms.
static NUMBERS: LazyLock<AHashMap<u64, u64>> = LazyLock::new(|| {
    let numbers = Language::English.data().numbers.iter();
    let numbers = numbers.map(|&(value, word)| (text::hash_word(word), value));
    numbers.chain([(text::hash_word("both"), 2)]).collect()
});

/// The value of a number word with this hash.
pub(crate) fn number(hash: u64) -> Option<u64> {
    NUMBERS.get(&hash).copied()
}
