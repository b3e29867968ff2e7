//! Sentences: where they stand in a text, and what they are for.
//!
//! The boundaries are those of [UAX #29](https://www.unicode.org/reports/tr29/#Sentence_Boundaries),
//! corrected where news prose is known to break them.

mod abbreviations;
mod cut;
mod kind;
mod lines;
mod names;
mod quote;
mod quotes;
mod rules;
mod speaker;
mod speech;
mod stop;

use std::ops::Range;

use super::markup::Readable;
use cut::Line;
use lines::Lines;

pub use quote::Quote;
pub use quotes::quotes;

/// What a sentence is for, judged by its looks.
///
/// ```
/// use retold::text::{SentenceKind, sentences};
/// let kinds: Vec<_> = sentences("Storm hits town\nTwo people died.").map(|s| s.kind).collect();
/// assert_eq!(kinds, [SentenceKind::Heading, SentenceKind::Prose]);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(rename_all = "lowercase")
)]
#[non_exhaustive]
pub enum SentenceKind {
    /// Running text.
    Prose,
    /// A short line of its own without a full stop.
    Heading,
    /// A line that begins with a bullet.
    Bullet,
    /// Who wrote or edited the report.
    Byline,
    /// Where and when it was filed.
    Dateline,
    /// The signature of an embedded post.
    Embed,
    /// Furniture of the page: calls to subscribe, to share, to read on.
    Boilerplate,
}

/// A sentence: its span in the text and its kind.
///
/// ```
/// let text = "It rained. Two roads closed.";
/// let second = retold::text::sentences(text).nth(1).unwrap();
/// assert_eq!(&text[second.span()], "Two roads closed.");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Sentence {
    /// Byte offset of its first byte, never white space.
    pub start: usize,
    /// Byte offset behind its last byte, never white space.
    pub end: usize,
    /// What it is for.
    pub kind: SentenceKind,
}

impl Sentence {
    /// Its byte range in the text.
    ///
    /// ```
    /// assert_eq!(retold::text::sentences(" Yes. ").next().unwrap().span(), 1..5);
    /// ```
    pub fn span(&self) -> Range<usize> {
        self.start..self.end
    }
}

/// Something that splits a text into sentences, for a caller who has a better one for his language.
///
/// The spans must be in order, must not overlap, and must lie on character boundaries. A closure
/// will do:
///
/// ```
/// use retold::text::{NewsSentences, Sentence, SentenceKind, SplitSentences};
///
/// let whole = |text: &str| vec![Sentence { start: 0, end: text.len(), kind: SentenceKind::Prose }];
/// let splitters: [&dyn SplitSentences; 2] = [&whole, &NewsSentences];
/// let counts = splitters.map(|splitter| splitter.split("One. Two.").len());
/// assert_eq!(counts, [1, 2]);
/// ```
pub trait SplitSentences {
    /// The sentences of `text`, in order.
    ///
    /// ```
    /// use retold::text::{NewsSentences, SplitSentences};
    /// assert_eq!(NewsSentences.split("One. Two.").len(), 2);
    /// ```
    fn split(&self, text: &str) -> Vec<Sentence>;
}

impl<F: Fn(&str) -> Vec<Sentence>> SplitSentences for F {
    fn split(&self, text: &str) -> Vec<Sentence> {
        self(text)
    }
}

/// The splitter of this crate: what [`sentences`] does, as a [`SplitSentences`].
///
/// ```
/// use retold::text::{NewsSentences, SplitSentences};
/// assert_eq!(NewsSentences.split("The fox left. He drove.").len(), 2);
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct NewsSentences;

impl SplitSentences for NewsSentences {
    fn split(&self, text: &str) -> Vec<Sentence> {
        sentences(text).collect()
    }
}

/// The sentences of a text, made by [`sentences`].
///
/// ```
/// assert_eq!(retold::text::sentences("One. Two.").count(), 2);
/// ```
#[derive(Debug, Clone)]
pub struct Sentences<'a> {
    text: &'a str,
    lines: Lines<'a>,
    /// The line at hand and where it begins.
    line: Option<(usize, Line<'a>)>,
    /// The sentences of a text with markup, which are found all at once.
    marked_up: Option<std::vec::IntoIter<Sentence>>,
}

/// The sentences of a text, one after the other as they are asked for.
///
/// Together the spans cover everything but white space between sentences.
///
/// ```
/// let text = "Mr. Fox asked “Why?” and left. 12 people stayed.";
/// let all: Vec<_> = retold::text::sentences(text).map(|s| &text[s.span()]).collect();
/// assert_eq!(all, ["Mr. Fox asked “Why?” and left.", "12 people stayed."]);
/// ```
///
/// Tags of blocks end a sentence, and other markup is read over: see [`readable`](super::readable).
///
/// ```
/// let text = "<h2>Storm</h2><p>It <b>rained</b></p>";
/// let all: Vec<_> = retold::text::sentences(text).map(|s| &text[s.span()]).collect();
/// assert_eq!(all, ["Storm", "It <b>rained"]);
/// ```
pub fn sentences(text: &str) -> Sentences<'_> {
    let readable = Readable::new(text);
    let mut sentences = plain_sentences(text);
    if readable.is_marked_up() {
        let whole = |sentence: Sentence| {
            let span = readable.whole(sentence.span(), true);
            let line = text.get(span.start..).and_then(|rest| rest.lines().next());
            let kind = match line {
                Some(line) if kind::is_embed(line) => SentenceKind::Embed,
                _ => sentence.kind,
            };
            Sentence {
                start: span.start,
                end: span.end,
                kind,
            }
        };
        let found: Vec<Sentence> = plain_sentences(&readable.text).map(whole).collect();
        sentences.marked_up = Some(found.into_iter());
    }
    sentences
}

fn plain_sentences(text: &str) -> Sentences<'_> {
    Sentences {
        marked_up: None,
        text,
        lines: Lines::new(text),
        line: None,
    }
}

impl Iterator for Sentences<'_> {
    type Item = Sentence;

    fn next(&mut self) -> Option<Sentence> {
        if let Some(sentences) = &mut self.marked_up {
            return sentences.next();
        }
        loop {
            if let Some((offset, line)) = &mut self.line
                && let Some(span) = line.next()
            {
                return Some(Sentence {
                    start: *offset + span.start,
                    end: *offset + span.end,
                    kind: kind::kind_of(line.text(), &line.text()[span]),
                });
            }
            let span = self.lines.next()?;
            self.line = Some((span.start, Line::new(&self.text[span])));
        }
    }
}
