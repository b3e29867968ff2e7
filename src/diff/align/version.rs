//! One column of a comparison: a text and its sentences.

use std::ops::Range;

use crate::article::{Article, Date};
use crate::text::{self, Quote, Sentence, SentenceKind};

/// One version of a report: the article as given, and where its sentences stand.
///
/// ```
/// use retold::{Article, diff};
/// let versions = [Article::new("It rained. It poured.").with_source("Wire")];
/// let statements = diff::statements(&versions);
/// let version = &statements.versions()[0];
/// assert_eq!((version.label(), version.len()), (Some("Wire"), 2));
/// assert_eq!(version.sentence(1), Some("It poured."));
/// ```
#[derive(Debug, Clone)]
pub struct Version<'a> {
    article: Article<'a>,
    sentences: Vec<Sentence>,
    quotes: Vec<Quote>,
}

impl<'a> Version<'a> {
    /// Spans that do not slice the text, or overlap one before them, are left out: a caller's own
    /// splitter may err.
    pub(crate) fn new(article: Article<'a>, mut sentences: Vec<Sentence>) -> Self {
        let mut end = 0;
        sentences.retain(|sentence| {
            let slices = article
                .text()
                .get(sentence.span())
                .is_some_and(|s| !s.is_empty());
            let sound = slices && sentence.start >= end;
            if sound {
                end = sentence.end;
            }
            sound
        });
        Self {
            article,
            sentences,
            quotes: text::quotes(article.text()),
        }
    }

    /// The article as it was given.
    ///
    /// ```
    /// let statements = retold::diff::statements(&["It rained."]);
    /// assert_eq!(statements.versions()[0].article().text(), "It rained.");
    /// ```
    pub fn article(&self) -> Article<'a> {
        self.article
    }

    /// What to call this version: its source, else its title, where known.
    ///
    /// ```
    /// let statements = retold::diff::statements(&["It rained."]);
    /// assert_eq!(statements.versions()[0].label(), None);
    /// ```
    pub fn label(&self) -> Option<&'a str> {
        self.article.source().or(self.article.title())
    }

    /// When it was published, where known.
    ///
    /// ```
    /// let statements = retold::diff::statements(&["It rained."]);
    /// assert_eq!(statements.versions()[0].date(), None);
    /// ```
    pub fn date(&self) -> Option<Date> {
        self.article.date()
    }

    /// Its sentences in reading order.
    ///
    /// ```
    /// let statements = retold::diff::statements(&["It rained. It poured."]);
    /// assert_eq!(statements.versions()[0].sentences()[1].span(), 11..21);
    /// ```
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// Where its sentences stand that tell something.
    pub(crate) fn telling(&self) -> Vec<Range<usize>> {
        let told = self.sentences.iter().filter(|sentence| tells(sentence));
        told.map(Sentence::span).collect()
    }

    /// Its quotations in reading order.
    ///
    /// ```
    /// let statements = retold::diff::statements(&["“It was a rare moment,” Ann said."]);
    /// assert_eq!(statements.versions()[0].quotes()[0].words, 5);
    /// ```
    pub fn quotes(&self) -> &[Quote] {
        &self.quotes
    }

    /// How many sentences it has.
    ///
    /// ```
    /// assert_eq!(retold::diff::statements(&["It rained."]).versions()[0].len(), 1);
    /// ```
    pub fn len(&self) -> usize {
        self.sentences.len()
    }

    /// Whether it has no sentence.
    ///
    /// ```
    /// assert!(retold::diff::statements(&[" "]).versions()[0].is_empty());
    /// ```
    pub fn is_empty(&self) -> bool {
        self.sentences.is_empty()
    }

    /// The text of one sentence, counted from 0.
    ///
    /// ```
    /// let statements = retold::diff::statements(&["It rained."]);
    /// assert_eq!(statements.versions()[0].sentence(7), None);
    /// ```
    pub fn sentence(&self, number: usize) -> Option<&'a str> {
        self.article.text().get(self.sentences.get(number)?.span())
    }
}

/// Whether a report tells something in a sentence: not a byline, a dateline, the signature of a post
/// or the furniture of a page.
pub(crate) fn tells(sentence: &Sentence) -> bool {
    matches!(
        sentence.kind,
        SentenceKind::Prose | SentenceKind::Heading | SentenceKind::Bullet
    )
}
