//! Boilerplate in the copy channel: two reports are no copies for a footer they share, and copies
//! they are though each stands in a page of its own.

use std::ops::Range;

use crate::event::{Census, Terms};
use crate::parallel;
use crate::sketch::Shingles;

/// The words of each text that are boilerplate.
pub(crate) struct Boilerplate<'a> {
    of_article: &'a [u32],
    /// Of each text, by the places of its words, ascending; most have none.
    ranges: Vec<Box<[Range<usize>]>>,
}

impl<'a> Boilerplate<'a> {
    pub(super) fn new<T: AsRef<Terms> + Sync>(
        of_article: &'a [u32],
        texts: &[T],
        census: &Census,
    ) -> Self {
        let ranges = parallel::map(texts.len(), |text| {
            census.boilerplate(texts[text].as_ref()).into_boxed_slice()
        });
        Self { of_article, ranges }
    }

    /// The boilerplate of an article's text.
    pub(crate) fn of(&self, article: usize) -> &[Range<usize>] {
        let text = self.of_article.get(article);
        let ranges = text.and_then(|&text| self.ranges.get(text as usize));
        ranges.map_or(&[], |ranges| ranges)
    }
}

/// Reads the words of a text, given as their hashes, without its boilerplate. No shingle spans what
/// is left out.
pub(crate) fn read_without(words: &[u64], boilerplate: &[Range<usize>], into: &mut Shingles) {
    into.read_words(&[]);
    let mut start = 0;
    for range in boilerplate {
        into.add_words(words.get(start..range.start).unwrap_or_default());
        start = range.end;
    }
    into.add_words(words.get(start..).unwrap_or_default());
}
