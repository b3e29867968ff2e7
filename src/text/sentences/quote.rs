//! What is known of one quotation.

use std::ops::Range;

/// A quotation: what stands between its marks, and its speaker where the text names one beside it.
///
/// ```
/// let text = "“We saw smoke,” Jane Doe said.";
/// let quote = &retold::text::quotes(text)[0];
/// assert_eq!(&text[quote.span()], "We saw smoke,");
/// assert_eq!(quote.speaker.clone().map(|span| &text[span]), Some("Jane Doe"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Quote {
    /// Byte offset behind its opening mark.
    pub start: usize,
    /// Byte offset of its closing mark.
    pub end: usize,
    /// How many words it has: those of one to three are often not speech but irony or a title.
    pub words: usize,
    /// Where its speaker is named.
    pub speaker: Option<Range<usize>>,
}

impl Quote {
    /// Its byte range in the text, without its marks.
    ///
    /// ```
    /// assert_eq!(retold::text::quotes("A \"rare\" moment")[0].span(), 3..7);
    /// ```
    pub fn span(&self) -> Range<usize> {
        self.start..self.end
    }
}
