//! Reads sentences for comparison: their words, what is quoted in them, their runs of characters.

use super::{keys, rarity};
use crate::hash;
use crate::text::{self, Quote, Sentence, SentenceKind, Token};

/// Reads one sentence after another, with the same memory.
#[derive(Debug, Default)]
pub(super) struct Reader {
    tokens: Vec<Token>,
    /// The sentence's folded words, one space between words that the text does not join.
    folded: String,
    /// Hashes of its folded words in reading order; of the sentence itself if it has no word.
    pub(super) hashes: Vec<u64>,
    /// Words that say something, roughly: longer than three letters, or numbers.
    pub(super) content: usize,
}

impl Reader {
    /// Takes in a sentence and returns its key.
    pub(super) fn read(&mut self, sentence: &str) -> u64 {
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
            text::fold(&sentence[token.span()], &mut self.folded);
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
    pub(super) fn word<'t>(&self, sentence: &'t str, at: usize) -> &'t str {
        let token = self.tokens.get(at);
        token.map_or(sentence, |token| &sentence[token.span()])
    }

    /// Whether a word of the sentence read last is written like a name or a number: a capital or a
    /// digit where no sentence begins.
    pub(super) fn is_name(&self, sentence: &str, kind: SentenceKind, at: usize) -> bool {
        let stands_out = |word: &str| word.contains(|c: char| c.is_uppercase() || c.is_numeric());
        kind == SentenceKind::Prose
            && at > 0
            && !rarity::is_common(self.hashes[at])
            && stands_out(self.word(sentence, at))
    }

    /// Hashes of the words of the sentence read last that stand in one of these quotations.
    pub(super) fn quoted(&self, sentence: &Sentence, mut quotes: &[Quote]) -> Vec<u64> {
        let mut quoted = Vec::new();
        for token in &self.tokens {
            let start = sentence.start + token.start;
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

    /// Adds the runs of four characters of the sentence read last, hashed to 31 bits.
    pub(super) fn grams_into(&self, grams: &mut Vec<u32>) {
        let mut window = [0_u64; 4];
        for (number, c) in self.folded.chars().enumerate() {
            window = [window[1], window[2], window[3], u64::from(c)];
            if number >= 3 {
                let mixed = window.iter().fold(0_u64, |state, &c| {
                    (state.rotate_left(21) ^ c).wrapping_mul(0x9e37_79b9_7f4a_7c15)
                });
                grams.push((mixed >> 33) as u32);
            }
        }
    }
}
