//! Whether the words of a side can be read at all: the tables of this module know English.
//!
//! Numbers in digits, dates in digits and quotations are compared in any language. Whatever rests on
//! words (negations, hedges, opposites, claims, numbers in words) is only read in English, and names
//! only where a capital tells them.

use super::lexicon::Tag;
use super::side::Word;

/// Frequent small words of other languages that English does not have, sorted.
#[rustfmt::skip]
pub(super) const FOREIGN: &[&str] = &[
    "aan", "al", "alla", "als", "ao", "auf", "aus", "aux", "av", "avec", "bei", "ces", "che",
    "como", "con", "da", "dans", "dari", "das", "de", "dei", "del", "della", "dem", "den", "der",
    "des", "det", "di", "die", "dos", "du", "een", "ein", "eine", "einem", "einen", "einer",
    "eines", "el", "elle", "em", "en", "es", "est", "et", "fue", "för", "für", "gli", "het", "ihr",
    "ihre", "il", "im", "ist", "la", "las", "le", "les", "lo", "los", "mais", "mit", "más", "na",
    "nach", "nel", "nicht", "não", "och", "oder", "og", "os", "ou", "para", "pas", "por", "pour",
    "på", "que", "qui", "se", "seine", "sich", "sie", "sind", "som", "su", "sur", "um", "un", "una",
    "und", "une", "van", "vom", "von", "voor", "wie", "wird", "wurde", "y", "yang", "zu", "zum",
    "zur", "à", "är", "è", "é", "über",
];

/// Frequent small words of English, sorted.
#[rustfmt::skip]
pub(super) const ENGLISH: &[&str] = &[
    "a", "after", "and", "are", "as", "at", "be", "but", "by", "for", "from", "had", "has", "have",
    "he", "her", "his", "in", "is", "it", "its", "not", "of", "on", "or", "said", "she", "that",
    "the", "their", "they", "this", "to", "was", "were", "who", "will", "with",
];

/// Whether more small words of other languages than of English stand in both sides, or letters of
/// another script.
pub(super) fn is_foreign(left: &[Word<'_>], right: &[Word<'_>]) -> bool {
    let (mut foreign, mut english, mut strange, mut all) = (0, 0, 0, 0);
    for words in [left, right] {
        for word in &words[..words.len().min(64)] {
            all += 1;
            let is_english = word.is(Tag::English);
            english += usize::from(is_english);
            let is_plain = word.key.is_ascii();
            if is_plain && !word.is(Tag::Foreign) {
                continue;
            }
            strange += usize::from(word.key.starts_with(|c: char| c > '\u{24f}'));
            // A capital belongs to a name more often: La Paz, Los Angeles, Van Dyke.
            foreign += usize::from(word.text.starts_with(char::is_lowercase));
        }
    }
    foreign > english && foreign > 1 || strange * 2 > all
}

/// Whether so many words amid sentences have a capital that it tells no names.
pub(super) fn is_capitalised(words: &[Word<'_>], is_foreign: bool) -> bool {
    let (mut inner, mut capitals) = (0, 0);
    for pair in words.windows(2) {
        let [before, word] = pair else { continue };
        let is_long = word.text.len() > 3 && !word.is(Tag::Time);
        if before.sentence == word.sentence && is_long {
            inner += 1;
            capitals += usize::from(word.text.starts_with(char::is_uppercase));
        }
    }
    // German gives one to every noun.
    let share = if is_foreign { 3 } else { 7 };
    inner > 4 && capitals * 10 > inner * share
}

#[cfg(test)]
mod tests {
    #[test]
    fn tables_are_sorted() {
        assert!(super::FOREIGN.is_sorted(), "{:?}", {
            let mut sorted = super::FOREIGN.to_vec();
            sorted.sort_unstable();
            sorted.dedup();
            sorted
        });
        assert!(super::ENGLISH.is_sorted());
    }
}
