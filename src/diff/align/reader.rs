//! Reads sentences for comparison: their words, what is quoted in them, their runs of characters.

use super::number_set::NumberSet;
use crate::diff::words::keys;
use crate::diff::words::rarity;
use crate::text::{self, Quote, SentenceKind, Token};
use crate::{event, hash};

/// Reads one sentence after another, with the same memory.
#[derive(Debug, Default)]
pub(crate) struct Reader {
    tokens: Vec<Token>,
    /// The sentence's folded words, one space between words that the text does not join.
    folded: String,
    /// Hashes of its folded words in reading order; of the sentence itself if it has no word.
    pub(crate) hashes: Vec<u64>,
    /// Words that say something, roughly: longer than three letters, or numbers.
    pub(crate) content: usize,
    seen: NumberSet,
    scratch: String,
}

impl Reader {
    /// Takes in a sentence and returns its key.
    pub(crate) fn read(&mut self, sentence: &str) -> u64 {
        self.hashes.clear();
        self.folded.clear();
        self.content = 0;
        let mut end = usize::MAX;
        keys::tokens_into(sentence, &mut self.tokens);
        for token in &self.tokens {
            // No space where the text has none, as between Chinese characters.
            if token.start != end {
                self.folded.push(' ');
            }
            let from = self.folded.len();
            let word = &sentence[token.span()];
            if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
                self.folded.push_str(word);
            } else {
                text::fold(word, &mut self.folded);
            }
            let folded = &self.folded[from..];
            let tells = folded.len() > 3 || folded.starts_with(|c: char| c.is_numeric());
            self.content += usize::from(tells);
            self.hashes.push(token.hash);
            end = token.end;
        }
        self.folded.push(' ');
        if self.hashes.is_empty() {
            self.folded.extend(sentence.split_whitespace());
            self.hashes.push(hash::bytes(self.folded.as_bytes()));
        }
        hash::sequence(&self.hashes)
    }

    /// A word of the sentence read last; of a sentence without words, the sentence.
    pub(crate) fn word<'t>(&self, sentence: &'t str, at: usize) -> &'t str {
        let token = self.tokens.get(at);
        token.map_or(sentence, |token| &sentence[token.span()])
    }

    /// The key of a word's stem.
    pub(crate) fn key(&mut self, word: &str, hash: u64) -> u32 {
        event::key_of(word, hash, &mut self.scratch)
    }

    /// Whether a word of the sentence read last is written like a name or a number: a capital or a
    /// digit where no sentence begins.
    pub(crate) fn is_name(&self, sentence: &str, kind: SentenceKind, at: usize) -> bool {
        let word = self.word(sentence, at);
        kind == SentenceKind::Prose
            && at > 0
            && !word.bytes().all(|byte| byte.is_ascii_lowercase())
            && word.contains(|c: char| c.is_uppercase() || c.is_numeric())
            && !rarity::is_common(self.hashes[at])
    }

    /// Hashes of the words of the sentence read last, which begins at `start`, that stand in one of
    /// these quotations.
    pub(crate) fn quoted(&self, start: usize, mut quotes: &[Quote]) -> Vec<u64> {
        let mut quoted = Vec::new();
        for token in &self.tokens {
            let start = start + token.start;
            while let [first, rest @ ..] = quotes
                && first.end <= start
            {
                quotes = rest;
            }
            if quotes.first().is_some_and(|quote| quote.start <= start) {
                quoted.push(token.hash);
            }
        }
        quoted
    }

    /// Adds the runs of four characters of the sentence read last, hashed to 31 bits, each once.
    pub(crate) fn grams_into(&mut self, grams: &mut Vec<u32>) {
        self.seen.clear(self.folded.len());
        // The last four characters, 32 bits each.
        let mut window = 0_u128;
        for (number, c) in self.folded.chars().enumerate() {
            window = window << 32 | u128::from(u32::from(c));
            if number >= 3 {
                let upper = ((window >> 64) as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
                let mixed = (upper ^ window as u64).wrapping_mul(0xd6e8_feb8_6659_fd93);
                let gram = (mixed >> 33) as u32;
                if self.seen.insert(gram) {
                    grams.push(gram);
                }
            }
        }
    }
}
