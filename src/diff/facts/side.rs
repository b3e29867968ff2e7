//! One side of a comparison of facts: its words, folded once for all kinds of facts.

use std::ops::Range;

use super::lexicon::{Tag, Tags};
use super::stems;
use crate::text::{fold, words};

/// The sentences of one side and their words.
#[derive(Debug)]
pub(super) struct Side<'a> {
    pub(super) text: &'a str,
    pub(super) words: Vec<Word<'a>>,
    /// How many words before each place say something, and before the end.
    told: Vec<u32>,
    /// Whether it is in a language whose words the tables of this module do not know.
    pub(super) is_foreign: bool,
    /// Whether capitals tell no names: a headline with all words capitalised, or German.
    pub(super) is_capitalised: bool,
}

/// How close two sides are.
#[derive(Debug, Clone, Copy)]
pub(super) struct Closeness {
    pub(super) is_close: bool,
    pub(super) is_near: bool,
    /// Whether half of either is said by both, and three words at least.
    pub(super) is_half: bool,
}

/// A word where it stands.
#[derive(Debug)]
pub(super) struct Word<'a> {
    pub(super) text: &'a str,
    /// Folded.
    pub(super) key: &'a str,
    tags: Tags,
    /// A hash of its stem; odd if the word says something by itself.
    pub(super) stem: u64,
    pub(super) span: Range<usize>,
    /// The number of its sentence in the group.
    pub(super) sentence: usize,
    /// Whether another fact is already told by it.
    pub(super) is_taken: bool,
}

impl Word<'_> {
    /// Whether the word says something by itself.
    pub(super) fn is_content(&self) -> bool {
        !self.is(Tag::Small)
    }

    /// Whether the word stands in a table.
    pub(super) fn is(&self, tag: Tag) -> bool {
        self.tags.has(tag)
    }

    /// Whether the word stands in any table, and so is a common one.
    pub(super) fn is_in_a_table(&self) -> bool {
        self.tags != Tags::default()
    }
}

/// Words that say nothing by themselves, sorted.
#[rustfmt::skip]
pub(super) const STOP_WORDS: &[&str] = &[
    "a", "about", "after", "all", "also", "an", "and", "are", "as", "at", "be", "been", "before", "being", "but", "by",
    "can", "could", "did", "do", "does", "during", "for", "from", "had", "has", "have", "he", "her", "here", "him",
    "his", "how", "i", "if", "in", "into", "is", "it", "its", "just", "like", "may", "might", "more", "most", "my",
    "of", "on", "one", "or", "other", "our", "out", "over", "she", "should", "so", "some", "such", "than", "that",
    "the", "their", "them", "then", "there", "these", "they", "this", "those", "to", "too", "up", "was", "we", "were",
    "what", "when", "where", "which", "while", "who", "will", "with", "would", "you", "your",
];

/// The words of one side as they are folded, which a [`Side`] borrows.
#[derive(Debug)]
pub(super) struct Folded<'a> {
    text: &'a str,
    words: Vec<FoldedWord<'a>>,
    /// The folded words that are not the same in the text, one behind the other.
    keys: String,
}

#[derive(Debug)]
struct FoldedWord<'a> {
    text: &'a str,
    start: usize,
    sentence: usize,
    /// Where it stands among the keys; nowhere if it is folded in the text already.
    key: Range<usize>,
}

impl<'a> Folded<'a> {
    pub(super) fn new(text: &'a str, spans: &[Range<usize>]) -> Self {
        let len: usize = spans.iter().map(Range::len).sum();
        let mut folded = Self {
            text,
            words: Vec::with_capacity(len / 5 + 1),
            keys: String::with_capacity(len / 4 + 16),
        };
        for (sentence, span) in spans.iter().enumerate() {
            let Some(content) = text.get(span.clone()) else {
                continue;
            };
            let from = dateline_len(content);
            for (at, word) in words(content).skip_while(|word| word.0 < from) {
                let start = folded.keys.len();
                // Most words are in small letters.
                if !word
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
                {
                    fold(word, &mut folded.keys);
                }
                folded.words.push(FoldedWord {
                    text: word,
                    start: span.start + at,
                    sentence,
                    key: start..folded.keys.len(),
                });
            }
        }
        folded
    }
}

impl<'a> Side<'a> {
    pub(super) fn new(folded: &'a Folded<'a>) -> Self {
        let text = folded.text;
        let read = |word: &FoldedWord<'a>| {
            let key = if word.key.is_empty() {
                word.text
            } else {
                &folded.keys[word.key.clone()]
            };
            let (tags, stem) = stems::read(key);
            Word {
                tags,
                stem,
                text: word.text,
                key,
                span: word.start..word.start + word.text.len(),
                sentence: word.sentence,
                is_taken: false,
            }
        };
        let all: Vec<_> = folded.words.iter().map(read).collect();
        let mut told = Vec::with_capacity(all.len() + 1);
        let mut count = 0;
        told.push(count);
        told.extend(all.iter().map(|word: &Word<'_>| {
            count += u32::from(word.is_content());
            count
        }));
        Self {
            text,
            told,
            is_foreign: false,
            is_capitalised: false,
            words: all,
        }
    }

    /// How close two sides are: whether most of what the one that says less says is said by the other
    /// too; and whether it is much of what the other says, so that what one has more was put in or left
    /// out.
    pub(super) fn closeness(&self, other: &Self) -> Closeness {
        let (ours, theirs) = (self.stems(), other.stems());
        let shared = ours
            .iter()
            .filter(|stem| theirs.binary_search(stem).is_ok())
            .count();
        let (less, more) = (ours.len().min(theirs.len()), ours.len().max(theirs.len()));
        let is_close = shared * 4 >= less * 3;
        Closeness {
            is_close,
            is_near: is_close && shared * 5 >= more * 2,
            is_half: shared > 2 && shared * 2 >= more,
        }
    }

    /// The different words that say something, as stems in order.
    fn stems(&self) -> Vec<u64> {
        let mut stems: Vec<u64> = self
            .words
            .iter()
            .filter(|word| {
                word.is_content()
                    && !(word.is(Tag::Negation) || word.is(Tag::Doubt) || word.is(Tag::Pronoun))
            })
            .map(|word| word.stem)
            .collect();
        stems.sort_unstable();
        stems.dedup();
        stems
    }

    /// How many words of a range say something.
    pub(super) fn content(&self, range: &Range<usize>) -> usize {
        let before = |at: usize| self.told.get(at).copied().unwrap_or(0);
        before(range.end).saturating_sub(before(range.start)) as usize
    }

    /// The folded word at a place; empty if there is none.
    pub(super) fn key(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| word.key)
    }

    /// Whether the word at a place stands in a table.
    pub(super) fn is(&self, at: usize, tag: Tag) -> bool {
        self.words.get(at).is_some_and(|word| word.is(tag))
    }

    /// Whether the word before a place, in the same sentence, stands in a table.
    pub(super) fn is_before(&self, at: usize, tag: Tag) -> bool {
        !self.is_start(at) && self.is(at - 1, tag)
    }

    /// The folded word before a place in the same sentence; empty if there is none.
    pub(super) fn key_before(&self, at: usize) -> &str {
        if self.is_start(at) {
            ""
        } else {
            self.key(at - 1)
        }
    }

    /// Whether a sentence begins at a place, or nothing stands there.
    pub(super) fn is_start(&self, at: usize) -> bool {
        let sentence = |at: usize| self.words.get(at).map(|word| word.sentence);
        at == 0 || sentence(at).is_none() || sentence(at) != sentence(at - 1)
    }

    /// What stands between a word and the next one of its sentence.
    pub(super) fn between(&self, at: usize) -> Option<&'a str> {
        let (word, next) = (self.words.get(at)?, self.words.get(at + 1)?);
        (word.sentence == next.sentence)
            .then(|| self.text.get(word.span.end..next.span.start))
            .flatten()
    }

    /// Whether nothing but a space or a hyphen stands between a word and the next.
    pub(super) fn is_joined(&self, at: usize) -> bool {
        matches!(self.between(at), Some(" " | "-" | "\u{a0}" | "\u{2011}"))
    }

    /// The text right before a word.
    pub(super) fn before(&self, at: usize) -> &'a str {
        self.words
            .get(at)
            .and_then(|word| self.text.get(..word.span.start))
            .unwrap_or_default()
    }

    /// The text right behind a word.
    pub(super) fn behind(&self, at: usize) -> &'a str {
        self.words
            .get(at)
            .and_then(|word| self.text.get(word.span.end..))
            .unwrap_or_default()
    }

    /// The words from a place on, as many as belong to its sentence.
    pub(super) fn rest(&self, at: usize) -> &[Word<'a>] {
        let rest = self.words.get(at..).unwrap_or_default();
        let sentence = rest.first().map(|word| word.sentence);
        let len = rest
            .iter()
            .take_while(|word| Some(word.sentence) == sentence)
            .count();
        &rest[..len]
    }

    /// The stems of the content words next to a range of words, `reach` on either hand, within the
    /// sentence.
    pub(super) fn context(
        &self,
        at: &Range<usize>,
        reach: usize,
    ) -> impl Iterator<Item = u64> + Clone {
        let sentence = self.words.get(at.start).map(|word| word.sentence);
        let here = move |word: &&Word<'_>| Some(word.sentence) == sentence;
        let before = self.words[..at.start.min(self.words.len())].iter().rev();
        let behind = self.words[at.end.min(self.words.len())..].iter();
        let content = |word: &&Word<'_>| word.is_content();
        let before = before.take_while(here).filter(content).take(reach);
        let behind = behind.take_while(here).filter(content).take(reach);
        before.chain(behind).map(|word| word.stem)
    }
}

/// Bytes of what tells only where and when a report was filed: `LONDON (Reuters) - `.
fn dateline_len(sentence: &str) -> usize {
    let place = head(sentence, 60);
    let word = place
        .split(|c: char| !c.is_alphabetic())
        .next()
        .unwrap_or_default();
    let is_shouted = word.len() > 1 && word.chars().all(char::is_uppercase);
    if !is_shouted && !place.contains('(') {
        return 0;
    }
    let dash = [" - ", " — ", " – ", "— ", "– ", "-- "]
        .iter()
        .filter_map(|dash| place.find(dash))
        .min();
    // A place in small letters needs its agency in brackets; only a date may stand alone in them.
    dash.filter(|&dash| is_shouted || place[..dash].trim_end().ends_with(')'))
        .unwrap_or(0)
}

/// The beginning of a text: its first `len` bytes at most.
pub(super) fn head(text: &str, len: usize) -> &str {
    let mut to = text.len().min(len);
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    &text[..to]
}

/// How many of the stems of one side are among those of the other, counted from the side that has
/// fewer.
pub(super) fn shared<L, R>(left: &L, right: &R) -> usize
where
    L: Iterator<Item = u64> + Clone,
    R: Iterator<Item = u64> + Clone,
{
    let ours = left
        .clone()
        .filter(|stem| right.clone().any(|other| other == *stem));
    let theirs = right
        .clone()
        .filter(|stem| left.clone().any(|other| other == *stem));
    ours.count().min(theirs.count())
}

/// Whether a sorted table has a word.
pub(super) fn is_in(table: &[&str], key: &str) -> bool {
    table.binary_search(&key).is_ok()
}

#[cfg(test)]
mod tests {
    #[test]
    fn tables_are_sorted() {
        assert!(super::STOP_WORDS.is_sorted());
    }
}
