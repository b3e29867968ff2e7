//! Cutting a line into sentences.
//!
//! Lines in the Latin script are searched for stops, and only there is anything decided: several
//! times faster than to classify every letter. Any other line is first cut by UAX #29 itself, so
//! that its own stops (。, ।, ؟) hold; the rules then see the stops it shares with Latin.

use std::iter::Peekable;
use std::ops::Range;

use unicode_segmentation::{USentenceBoundIndices, UnicodeSegmentation};

use super::stop::Stop;

/// The sentences of a line, as byte ranges in it.
#[derive(Debug, Clone)]
pub(super) struct Line<'a> {
    text: &'a str,
    at: usize,
    /// Boundaries of UAX #29, for a line not in the Latin script.
    standard: Option<Standard<'a>>,
}

impl<'a> Line<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            text,
            at: 0,
            standard: (!is_latin(text)).then(|| Standard::new(text)),
        }
    }

    pub(super) fn text(&self) -> &'a str {
        self.text
    }

    /// Where the sentence that begins at `at` ends, and the next begins.
    fn next_start(&mut self) -> usize {
        let mut from = self.at;
        while let Some(stop) = Stop::find(self.text, self.at, from) {
            let plain = match &mut self.standard {
                None => stop.is_plain_end(),
                Some(standard) => {
                    if let Some(start) = standard.boundary_within(from, stop.at) {
                        return start;
                    }
                    standard.has(stop.next)
                }
            };
            if stop.ends_sentence(plain) {
                return stop.next;
            }
            from = stop.close;
        }
        self.standard
            .as_mut()
            .and_then(|standard| standard.boundary_within(from, self.text.len()))
            .unwrap_or(self.text.len())
    }
}

impl Iterator for Line<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        if self.at >= self.text.len() {
            return None;
        }
        let start = self.at;
        self.at = self.next_start();
        let sentence = self.text[start..self.at].trim_end();
        // The standard leaves the indent of a wrapped line to the sentence behind it.
        self.at = self.text.len() - self.text[self.at..].trim_start().len();
        Some(start..start + sentence.len())
    }
}

/// The sentence boundaries of UAX #29 in a text, read in order.
#[derive(Clone)]
struct Standard<'a> {
    text: &'a str,
    bounds: Peekable<USentenceBoundIndices<'a>>,
}

impl std::fmt::Debug for Standard<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Standard").finish_non_exhaustive()
    }
}

impl<'a> Standard<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            text,
            bounds: text.split_sentence_bound_indices().peekable(),
        }
    }

    /// The first boundary behind `from` and at or before `to`, unless a line wrapped there.
    fn boundary_within(&mut self, from: usize, to: usize) -> Option<usize> {
        while let Some((at, _)) = self.bounds.next_if(|&(at, _)| at <= to) {
            if at > from && !self.is_wrap(at) && !self.is_quoted(at) {
                return Some(at);
            }
        }
        None
    }

    /// Whether a boundary is there only because a line was wrapped.
    fn is_wrap(&self, at: usize) -> bool {
        let before = &self.text[..at];
        before.ends_with(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}'])
            && before
                .trim_end()
                .ends_with(|c: char| c.is_alphanumeric() || c == ',')
    }

    /// Whether a Japanese sentence goes on behind a quotation that ends with a stop: 「…。」と言った。
    fn is_quoted(&self, at: usize) -> bool {
        self.text[..at].ends_with(['」', '』'])
            && self.text[at..].starts_with(|c| matches!(c, '\u{3041}'..='\u{3096}'))
    }

    /// Whether a boundary stands at `at`.
    fn has(&mut self, at: usize) -> bool {
        while self.bounds.next_if(|&(bound, _)| bound < at).is_some() {}
        self.bounds.peek().is_some_and(|&(bound, _)| bound == at)
    }
}

/// Whether every letter and mark of a line belongs to the Latin script, so that the stops of
/// [`Stop`] are all it can hold.
fn is_latin(line: &str) -> bool {
    line.is_ascii()
        || line.chars().all(|c| {
            matches!(c,
                '\0'..='\u{ac}' | '\u{ae}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' | '\u{2000}'..='\u{200a}'
                | '\u{2010}'..='\u{2023}' | '\u{2026}'..='\u{2027}' | '\u{202f}'..='\u{203a}' | '\u{20a0}'..='\u{20bf}'
                | '\u{2100}'..='\u{2bff}')
        })
}
