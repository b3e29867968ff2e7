//! The words of some sentences, folded once for everything that is read from them.

use std::ops::Range;

use crate::diff::facts::lexicon::{self, Class, Entry};
use crate::hash;
use crate::text;

/// Words below which the language of a text is not asked for.
const FEW: usize = 12;

/// A word where it stands.
#[derive(Debug)]
struct Word {
    span: Range<usize>,
    /// Its folded form among the keys, without a possessive ending.
    key: Range<usize>,
    sentence: usize,
    entry: Option<&'static Entry>,
}

/// The words of some sentences of a text.
#[derive(Debug)]
pub(in crate::diff::facts) struct Words<'a> {
    text: &'a str,
    keys: String,
    list: Vec<Word>,
}

impl<'a> Words<'a> {
    /// The words of the sentences at `spans`; spans that do not slice the text are ignored.
    pub(super) fn new(text: &'a str, spans: &[Range<usize>]) -> Self {
        let len: usize = spans.iter().map(Range::len).sum();
        let mut words = Self {
            text,
            keys: String::with_capacity(len),
            list: Vec::with_capacity(len / 5 + 1),
        };
        for (sentence, span) in spans.iter().enumerate() {
            let content = text.get(span.clone()).unwrap_or_default();
            if is_stamp(content) {
                continue;
            }
            let from = dateline_len(content);
            for (at, word) in text::words(content).skip_while(|(at, _)| *at < from) {
                words.add(word, span.start + at, sentence);
            }
        }
        words
    }

    /// The words of a phrase.
    pub(in crate::diff::facts) fn of_phrase(text: &'a str) -> Self {
        let mut words = Self {
            text,
            keys: String::with_capacity(text.len()),
            list: Vec::new(),
        };
        for (at, word) in text::words(text) {
            words.add(word, at, 0);
        }
        words
    }

    fn add(&mut self, word: &str, start: usize, sentence: usize) {
        let from = self.keys.len();
        if word.bytes().all(|b| b.is_ascii_lowercase()) {
            self.keys.push_str(word);
        } else {
            text::fold(word, &mut self.keys);
            if !self.keys[from..].is_ascii() {
                let plain: String = self.keys[from..].chars().map(plain).collect();
                self.keys.truncate(from);
                self.keys.push_str(&plain);
            }
            if self.keys[from..].ends_with("'s") && self.keys.len() > from + 2 {
                self.keys.truncate(self.keys.len() - 2);
            }
        }
        self.list.push(Word {
            span: start..start + word.len(),
            key: from..self.keys.len(),
            sentence,
            entry: lexicon::entry(&self.keys[from..]),
        });
    }

    pub(in crate::diff::facts) fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether the small words of the sentences are those of English, as far as a few words tell.
    pub(in crate::diff::facts) fn is_english(&self) -> bool {
        let known = (0..self.len())
            .filter(|at| self.is(*at, Class::Stop))
            .count();
        self.len() < FEW || known * 6 >= self.len()
    }

    /// The folded word at a place; empty if there is none.
    pub(in crate::diff::facts) fn key(&self, at: usize) -> &str {
        self.list
            .get(at)
            .map_or("", |word| &self.keys[word.key.clone()])
    }

    /// A word as a hash that is the same for a number in digits and in words.
    pub(in crate::diff::facts) fn hash(&self, at: usize) -> u64 {
        match self.value(at, Class::Numeral) {
            Some(value) => hash::bytes(format!("{value}").as_bytes()),
            None => hash::bytes(self.key(at).as_bytes()),
        }
    }

    /// The word at a place as it is written; empty if there is none.
    pub(in crate::diff::facts) fn raw(&self, at: usize) -> &'a str {
        let word = self.list.get(at);
        word.map_or("", |word| &self.text[word.span.clone()])
    }

    /// The number of the sentence a word stands in.
    pub(in crate::diff::facts) fn sentence(&self, at: usize) -> usize {
        self.list.get(at).map_or(usize::MAX, |word| word.sentence)
    }

    /// The value of a word in a class of the table.
    pub(in crate::diff::facts) fn value(&self, at: usize, class: Class) -> Option<f64> {
        self.list.get(at)?.entry?.value(class)
    }

    pub(in crate::diff::facts) fn is(&self, at: usize, class: Class) -> bool {
        self.value(at, class).is_some()
    }

    /// The bytes of a range of words, with the signs that belong to a figure at either end: `-`, `$`, `%`.
    pub(in crate::diff::facts) fn phrase(&self, at: &Range<usize>) -> Range<usize> {
        let mut span = self.span(at);
        if self.raw(at.start).starts_with(|c: char| c.is_ascii_digit()) {
            let before = &self.text[..span.start];
            let sign = before.trim_end_matches(['$', '€', '£', '¥', '₹', '-', '−']);
            // Not the hyphen of A-12.
            let is_own = !sign.ends_with(|c: char| c.is_alphanumeric()) || before.ends_with('$');
            if is_own {
                span.start = sign.len();
            }
        }
        let rest = &self.text[span.end..];
        let last = self.key(at.end.wrapping_sub(1));
        if rest.starts_with('%')
            || rest.starts_with('.') && matches!(last, "a.m" | "p.m" | "jr" | "sr")
        {
            span.end += 1;
        }
        span
    }

    /// The bytes of a range of words.
    pub(in crate::diff::facts) fn span(&self, at: &Range<usize>) -> Range<usize> {
        match self.list.get(at.clone()) {
            Some([first, .., last]) => first.span.start..last.span.end,
            Some([word]) => word.span.clone(),
            _ => 0..0,
        }
    }

    /// What stands between a word and the next of its sentence; nothing at the end of a sentence.
    pub(in crate::diff::facts) fn gap(&self, at: usize) -> Option<&'a str> {
        let (word, next) = (self.list.get(at)?, self.list.get(at + 1)?);
        (word.sentence == next.sentence).then(|| &self.text[word.span.end..next.span.start])
    }

    /// What stands before a word since the one before it in its sentence.
    pub(in crate::diff::facts) fn gap_before(&self, at: usize) -> Option<&'a str> {
        self.gap(at.checked_sub(1)?)
    }

    /// Whether only a space or a hyphen stands between a word and the next.
    pub(in crate::diff::facts) fn is_joined(&self, at: usize) -> bool {
        matches!(
            self.gap(at),
            Some(" " | "-" | "\u{a0}" | "\u{2011}" | "\u{202f}" | "\u{2009}" | "\n")
        )
    }

    /// The text behind a word.
    pub(in crate::diff::facts) fn behind(&self, at: usize) -> &'a str {
        let word = self.list.get(at);
        word.map_or("", |word| &self.text[word.span.end..])
    }

    /// The text before a word.
    pub(in crate::diff::facts) fn before(&self, at: usize) -> &'a str {
        let word = self.list.get(at);
        word.map_or("", |word| &self.text[..word.span.start])
    }

    /// Whether a word begins with a capital and goes on in small letters, or is one capital.
    pub(in crate::diff::facts) fn is_capitalised(&self, at: usize) -> bool {
        let raw = self.raw(at);
        let mut chars = raw.chars();
        chars.next().is_some_and(char::is_uppercase)
            && (chars.clone().next().is_none() || chars.any(char::is_lowercase))
    }

    /// Where the same words as those of a range stand again behind it.
    pub(in crate::diff::facts) fn repeated(&self, at: &Range<usize>) -> Vec<Range<usize>> {
        let is_same = |from: &usize| {
            let both = at.clone().zip(*from..);
            both.clone()
                .all(|(at, other)| self.hash(at) == self.hash(other))
                && self.sentence(*from) == self.sentence(from + at.len() - 1)
        };
        let later = at.end..(self.len() + 1).saturating_sub(at.len());
        let later = later.filter(|_| !at.is_empty()).filter(is_same);
        later
            .map(|from| self.phrase(&(from..from + at.len())))
            .collect()
    }

    /// Whether a word stands behind `if`, `unless` or `whether` in its clause: nobody says it is so.
    pub(in crate::diff::facts) fn is_supposed(&self, at: usize) -> bool {
        let sentence = self.sentence_of(at);
        let before = (sentence.start..at).rev();
        let mut clause = before.take_while(|&at| {
            self.gap(at)
                .is_some_and(|gap| !gap.contains([';', ':', '—', '–']))
        });
        clause.any(|at| matches!(self.key(at), "if" | "unless" | "whether" | "suppose"))
    }

    /// The words of the sentence that holds a word.
    pub(in crate::diff::facts) fn sentence_of(&self, at: usize) -> Range<usize> {
        self.of_sentence(self.sentence(at))
    }

    /// The words of a sentence by its number.
    pub(in crate::diff::facts) fn of_sentence(&self, number: usize) -> Range<usize> {
        let from = self.list.partition_point(|word| word.sentence < number);
        let to = self.list.partition_point(|word| word.sentence <= number);
        from..to
    }
}

/// A small letter without its accent.
fn plain(letter: char) -> char {
    const PLAIN: &[(&str, char)] = &[
        ("àáâãäåāăą", 'a'),
        ("çćĉċč", 'c'),
        ("ďđ", 'd'),
        ("èéêëēĕėęě", 'e'),
        ("ĝğġģ", 'g'),
        ("ìíîïĩīĭįı", 'i'),
        ("ł", 'l'),
        ("ñńņň", 'n'),
        ("òóôõöøōŏő", 'o'),
        ("ŕŗř", 'r'),
        ("śŝşšș", 's'),
        ("ţťț", 't'),
        ("ùúûüũūŭůűų", 'u'),
        ("ýÿŷ", 'y'),
        ("źżž", 'z'),
        ("’ʼ", '\''),
    ];
    let found = PLAIN.iter().find(|(letters, _)| letters.contains(letter));
    found.map_or(letter, |(_, plain)| *plain)
}

/// Whether a sentence tells only when a page was published or changed.
fn is_stamp(sentence: &str) -> bool {
    const STAMPS: [&str; 6] = [
        "published",
        "updated",
        "posted",
        "modified",
        "last",
        "first",
    ];
    let mut words = sentence.split(|c: char| !c.is_alphanumeric());
    let first = words.next().unwrap_or_default().to_ascii_lowercase();
    let second = words.next().unwrap_or_default().to_ascii_lowercase();
    STAMPS[..4].contains(&first.as_str())
        || STAMPS[4..].contains(&first.as_str()) && STAMPS[..4].contains(&second.as_str())
}

/// Bytes of what tells only where and by whom a report was filed: `LONDON (Reuters) - `.
fn dateline_len(sentence: &str) -> usize {
    let mut end = sentence.len().min(60);
    while !sentence.is_char_boundary(end) {
        end -= 1;
    }
    let head = &sentence[..end];
    let dash = [" - ", " — ", " – ", "— ", "– ", "-- "]
        .iter()
        .filter_map(|dash| head.find(dash))
        .min();
    let Some(dash) = dash else {
        return 0;
    };
    let place = head[..dash].trim_end();
    let word = place
        .split(|c: char| !c.is_alphabetic())
        .next()
        .unwrap_or_default();
    let is_shouted = word.chars().count() > 1 && word.chars().all(char::is_uppercase);
    if is_shouted || place.ends_with(')') {
        dash
    } else {
        0
    }
}
