//! The terms of an article: which words it uses, how often, where and how, passage by passage.
//!
//! Counts are kept for each passage (what stands between two punctuation marks or line breaks, or a
//! part of the title), because a passage that recurs in article after article is page furniture,
//! and which ones do is only known once all articles have been read. Everything here follows from
//! one article alone.

mod bytes;
mod known;
mod marks;
mod passages;
mod reader;
mod unspaced;
mod word;

use std::ops::Range;

use super::days::Days;
use super::stem::key_in;
use crate::{Article, Language, text};
pub use marks::Marks;
pub(crate) use reader::{Reader, spell};

/// How often one term stands in one passage. The marks are those of the term in the whole article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Occurrences {
    pub(crate) key: u32,
    /// Which passage; an article of more than 65,535 keeps all further ones in the last.
    pub(crate) passage: u16,
    /// How often; more than 255 count as 255, far beyond where counts saturate.
    pub(crate) count: u8,
    pub(crate) marks: Marks,
}

/// The terms of one article, compact: 8 bytes for each pair of term and passage, 9 a passage.
///
/// ```
/// let terms = retold::event::Terms::of(Some("Storm hits Porto"), "A storm hit the city.");
/// assert_eq!(terms.len(), 4); // storm, hit(s), Porto, city
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Terms {
    passages: Box<[u64]>,
    /// How many words each passage has. Where there are more passages than can be numbered, the
    /// last has all the words that are left.
    lengths: Box<[u8]>,
    /// How many of the passages are the title's.
    title_passages: u16,
    /// Ascending by key, then passage.
    occurrences: Box<[Occurrences]>,
    /// Whether any of them is a name or a day.
    named: bool,
    /// The days it tells of, if it is known when it was published.
    days: Days,
    language: Option<Language>,
}

impl Terms {
    /// Reads the terms of an article.
    ///
    /// ```
    /// assert!(retold::event::Terms::of(None, "It is what it is.").is_empty());
    /// ```
    pub fn of(title: Option<&str>, text: &str) -> Self {
        let mut reader = Reader::default();
        reader.read(Article::new(text).with_title(title), &text::tokens(text))
    }

    /// The language it was read in, if the library knows it.
    ///
    /// ```
    /// use retold::{Language, event::Terms};
    /// let terms = Terms::of(None, "Die Brücke ist wegen der Flut gesperrt.");
    /// assert_eq!(terms.language(), Some(Language::German));
    /// assert_eq!(terms.len(), 3); // Brücke, Flut, gesperrt
    /// ```
    pub fn language(&self) -> Option<Language> {
        self.language
    }

    /// How many distinct terms there are.
    ///
    /// ```
    /// assert_eq!(retold::event::Terms::of(None, "storm, storms").len(), 1);
    /// ```
    pub fn len(&self) -> usize {
        self.by_term().count()
    }

    /// Whether no word carries weight.
    ///
    /// ```
    /// assert!(retold::event::Terms::of(None, "…").is_empty());
    /// ```
    pub fn is_empty(&self) -> bool {
        self.occurrences.is_empty()
    }

    /// How a word is used here; nothing if it is not, or is a stop word.
    ///
    /// ```
    /// assert!(retold::event::Terms::of(None, "storm").marks("quake").is_none());
    /// ```
    pub fn marks(&self, word: &str) -> Option<Marks> {
        let key = key_in(word, self.language)?;
        let first = self.occurrences.partition_point(|o| o.key < key);
        self.occurrences
            .get(first)
            .filter(|o| o.key == key)
            .map(|o| o.marks)
    }

    /// The hash of each passage: of its folded words in order, so that spacing, case and
    /// punctuation do not tell two apart.
    ///
    /// ```
    /// let terms = retold::event::Terms::of(None, "Sign in.\n\nA storm hit.\nSIGN IN");
    /// assert_eq!(terms.passages().len(), 3);
    /// assert_eq!(terms.passages()[0], terms.passages()[2]);
    /// ```
    pub fn passages(&self) -> &[u64] {
        &self.passages
    }

    /// How many of the [`passages`](Self::passages), the first ones, are the title's.
    ///
    /// ```
    /// assert_eq!(retold::event::Terms::of(Some("Storm - BBC News"), "").title_passages(), 2);
    /// ```
    pub fn title_passages(&self) -> usize {
        usize::from(self.title_passages)
    }

    /// The passages of the text, without those of the title, by their places in
    /// [`passages`](Self::passages), each with the words of the text it stands for.
    pub(crate) fn text_passages(&self) -> impl Iterator<Item = (usize, Range<usize>)> + '_ {
        let title = self.title_passages();
        let lengths = self.lengths.iter().enumerate().skip(title);
        lengths.scan(0, |end, (passage, &length)| {
            let start = *end;
            *end += usize::from(length);
            Some((passage, start..*end))
        })
    }

    /// Bytes of memory it holds.
    ///
    /// ```
    /// assert!(retold::event::Terms::of(None, "A storm hit.").memory() < 120);
    /// ```
    pub fn memory(&self) -> usize {
        size_of::<Self>()
            + size_of_val(&*self.passages)
            + size_of_val(&*self.lengths)
            + size_of_val(&*self.occurrences)
    }

    /// A number below 32 for the language it is in: 0 for English, the language of the table of this
    /// crate, and for one that could not be told, which is a short item as a rule.
    pub(crate) fn language_place(&self) -> u8 {
        match self.language {
            None | Some(Language::English) => 0,
            Some(language) => language as u8 + 1,
        }
    }

    /// The days it tells of.
    pub(crate) fn days(&self) -> Days {
        self.days
    }

    /// Whether any term is a name or a day.
    pub(crate) fn named(&self) -> bool {
        self.named
    }

    /// All occurrences, those of a term together.
    pub(crate) fn occurrences(&self) -> &[Occurrences] {
        &self.occurrences
    }

    /// The occurrences of each term, terms ascending by key.
    pub(crate) fn by_term(&self) -> impl Iterator<Item = &[Occurrences]> {
        self.occurrences.chunk_by(|a, b| a.key == b.key)
    }
}
