//! One side of a comparison of facts: its words, folded once for all kinds of facts.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::text::{fold, words};

/// The sentences of one side and their words.
#[derive(Debug)]
pub(super) struct Side<'a> {
    pub(super) text: &'a str,
    pub(super) words: Vec<Word<'a>>,
    /// The stems of all its words.
    stems: BTreeSet<String>,
}

/// A word where it stands.
#[derive(Debug)]
pub(super) struct Word<'a> {
    pub(super) text: &'a str,
    /// Folded.
    pub(super) key: String,
    pub(super) span: Range<usize>,
    /// The number of its sentence in the group.
    pub(super) sentence: usize,
    /// Whether another fact is already told by it.
    pub(super) is_taken: bool,
}

/// Words that say nothing by themselves, sorted.
#[rustfmt::skip]
const STOP_WORDS: &[&str] = &[
    "a", "about", "after", "all", "also", "an", "and", "are", "as", "at", "be", "been", "before", "being", "but", "by",
    "can", "could", "did", "do", "does", "during", "for", "from", "had", "has", "have", "he", "her", "here", "him",
    "his", "how", "i", "if", "in", "into", "is", "it", "its", "just", "like", "may", "might", "more", "most", "my",
    "of", "on", "one", "or", "other", "our", "out", "over", "she", "should", "so", "some", "such", "than", "that",
    "the", "their", "them", "then", "there", "these", "they", "this", "those", "to", "too", "up", "was", "we", "were",
    "what", "when", "where", "which", "while", "who", "will", "with", "would", "you", "your",
];

impl<'a> Side<'a> {
    pub(super) fn new(text: &'a str, spans: &[Range<usize>]) -> Self {
        let mut all = Vec::new();
        let mut stems = BTreeSet::new();
        for (sentence, span) in spans.iter().enumerate() {
            let Some(content) = text.get(span.clone()) else {
                continue;
            };
            for (at, word) in words(content).skip_while(|word| word.0 < dateline_len(content)) {
                let mut key = String::new();
                fold(word, &mut key);
                stems.insert(stem(&key).to_owned());
                let start = span.start + at;
                all.push(Word {
                    text: word,
                    key,
                    span: start..start + word.len(),
                    sentence,
                    is_taken: false,
                });
            }
        }
        Self {
            text,
            words: all,
            stems,
        }
    }

    /// Whether most of what the side that says less says is said by the other too, so that what one
    /// has more was put in or left out.
    pub(super) fn is_close_to(&self, other: &Self) -> bool {
        let content = |side: &Self| side.stems.iter().filter(|stem| is_content(stem)).count();
        let shared = self
            .stems
            .iter()
            .filter(|stem| is_content(stem) && other.stems.contains(*stem))
            .count();
        shared * 4 >= content(self).min(content(other)) * 3
    }

    /// The folded word at a place; empty if there is none.
    pub(super) fn key(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| &word.key)
    }

    /// What stands between a word and the next one of its sentence.
    pub(super) fn between(&self, at: usize) -> Option<&'a str> {
        let (word, next) = (self.words.get(at)?, self.words.get(at + 1)?);
        (word.sentence == next.sentence)
            .then(|| self.text.get(word.span.end..next.span.start))
            .flatten()
    }

    /// The text right before a word, one character of it.
    pub(super) fn mark_before(&self, at: usize) -> Option<char> {
        let start = self.words.get(at)?.span.start;
        self.text.get(..start)?.chars().next_back()
    }

    /// The text right behind a word, one character of it.
    pub(super) fn mark_behind(&self, at: usize) -> Option<char> {
        let end = self.words.get(at)?.span.end;
        self.text.get(end..)?.chars().next()
    }

    /// Whether a word with this stem stands anywhere on this side.
    pub(super) fn has_stem(&self, stem: &str) -> bool {
        self.stems.contains(stem)
    }

    /// The stems of the content words next to a range of words, `reach` on either hand, within the
    /// sentence.
    pub(super) fn context(&self, at: &Range<usize>, reach: usize) -> Vec<&str> {
        let Some(sentence) = self.words.get(at.start).map(|word| word.sentence) else {
            return Vec::new();
        };
        let here = |word: &&Word<'_>| word.sentence == sentence;
        let content = |word: &&Word<'_>| is_content(&word.key);
        let before = self.words[..at.start].iter().rev().take_while(here);
        let behind = self.words[at.end.min(self.words.len())..]
            .iter()
            .take_while(here);
        before
            .filter(content)
            .take(reach)
            .chain(behind.filter(content).take(reach))
            .map(|word| stem(&word.key))
            .collect()
    }
}

/// Bytes of what tells only where a report was filed: `LONDON (Reuters) - `.
fn dateline_len(sentence: &str) -> usize {
    let place = head(sentence, 60);
    let is_shouted = place.split(|c: char| !c.is_alphabetic()).next();
    let is_shouted =
        is_shouted.is_some_and(|word| word.len() > 1 && word.chars().all(char::is_uppercase));
    let dash = [" - ", " — ", " – ", "— ", "– ", "-- "]
        .iter()
        .filter_map(|dash| place.find(dash));
    dash.min().filter(|_| is_shouted).unwrap_or(0)
}

/// The beginning of a text: its first `len` bytes at most.
pub(super) fn head(text: &str, len: usize) -> &str {
    let mut to = text.len().min(len);
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    &text[..to]
}

/// Whether a folded word says something by itself.
pub(super) fn is_content(key: &str) -> bool {
    STOP_WORDS.binary_search(&key).is_err()
}

/// A word without its ending, roughly: enough to tell that two forms are one word.
pub(super) fn stem(key: &str) -> &str {
    for ending in ["ing", "ies", "ied", "es", "ed", "s"] {
        if let Some(stem) = key.strip_suffix(ending)
            && stem.len() >= 4
        {
            return stem;
        }
    }
    key.strip_suffix('e')
        .filter(|stem| stem.len() >= 4)
        .unwrap_or(key)
}

/// How many of two lists of stems are shared.
pub(super) fn shared(left: &[&str], right: &[&str]) -> usize {
    left.iter().filter(|stem| right.contains(stem)).count()
}

#[cfg(test)]
mod tests {
    #[test]
    fn tables_are_sorted() {
        assert!(super::STOP_WORDS.is_sorted());
    }
}
