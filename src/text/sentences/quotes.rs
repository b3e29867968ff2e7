//! Quotations: what stands between quotation marks, and who is said to have said it.
//!
//! A quotation may run over several sentences, so it lies over them as a layer of its own. One that
//! runs over several paragraphs opens again in each and closes once, as is the custom in print.

use std::ops::Range;

use super::lines::Lines;
use super::quote::Quote;
use super::speaker;
use crate::text::markup::Readable;
use crate::text::words;

/// The quotations of a text, in order; one inside another is part of it.
///
/// Marks are “ ”, " ", „ “, « », » «, 「 」, and ‘ ’ or ' ' where no apostrophe can be meant.
///
/// ```
/// let text = "Police said: „Wir wissen es nicht“. A «grand» day.";
/// let quotes = retold::text::quotes(text);
/// let inner: Vec<_> = quotes.iter().map(|quote| &text[quote.span()]).collect();
/// assert_eq!(inner, ["Wir wissen es nicht", "grand"]);
/// assert_eq!(quotes[0].words, 4);
/// ```
pub fn quotes(text: &str) -> Vec<Quote> {
    let readable = Readable::new(text);
    let mut quotes = quotes_in(&readable.text);
    for quote in quotes.iter_mut().filter(|_| readable.is_marked_up()) {
        let inner = readable.whole(quote.span(), false);
        (quote.start, quote.end) = (inner.start, inner.end);
        quote.speaker = quote.speaker.take().map(|span| readable.whole(span, true));
    }
    quotes
}

fn quotes_in(text: &str) -> Vec<Quote> {
    let mut quotes = Vec::new();
    let mut open: Option<Open> = None;
    for line in Lines::new(text) {
        let mut from = line.start;
        if let Some(quote) = open.take_if(|quote| !text[line.clone()].starts_with(quote.mark)) {
            quotes.extend(quote.abandoned(text));
        } else if let Some(quote) = &mut open {
            from += quote.mark.len_utf8();
        }
        let first = quotes.len();
        let marks = text[from..line.end].char_indices();
        for (at, c) in marks.filter(|(_, c)| is_mark(*c)) {
            let here = Place {
                at: from + at,
                mark: c,
                line: line.clone(),
            };
            match &open {
                Some(quote) if here.closes(text, quote.mark) => {
                    quotes.extend(quote.closed(text, here.at));
                    open = None;
                }
                None if here.opens(text) => {
                    open = Some(Open {
                        mark: c,
                        start: here.at + c.len_utf8(),
                        line_end: line.end,
                    });
                }
                _ => {}
            }
        }
        if let Some(quote) = &mut open {
            quote.line_end = line.end;
        }
        speaker::attribute(text, &line, &mut quotes[first..]);
    }
    quotes.extend(open.and_then(|quote| quote.abandoned(text)));
    quotes
}

/// Whether a character may open or close a quotation.
fn is_mark(c: char) -> bool {
    matches!(
        c,
        '"' | '\'' | '“' | '”' | '„' | '«' | '»' | '「' | '」' | '‘' | '’'
    )
}

/// A quotation that has begun.
#[derive(Debug, Clone, Copy)]
struct Open {
    mark: char,
    start: usize,
    /// The end of the last line it was seen in.
    line_end: usize,
}

impl Open {
    fn closed(self, text: &str, end: usize) -> Option<Quote> {
        let inner = text[self.start..end].trim();
        let start =
            self.start + text[self.start..end].len() - text[self.start..end].trim_start().len();
        let words = words(inner).count();
        (words > 0).then(|| Quote {
            start,
            end: start + inner.len(),
            words,
            speaker: None,
        })
    }

    /// A quotation that never closes: kept as far as its line goes if its mark can only open.
    fn abandoned(self, text: &str) -> Option<Quote> {
        matches!(self.mark, '“' | '„' | '«' | '「')
            .then(|| self.closed(text, self.line_end))
            .flatten()
    }
}

/// A character that may open or close a quotation.
#[derive(Debug, Clone)]
struct Place {
    at: usize,
    mark: char,
    line: Range<usize>,
}

impl Place {
    fn before(&self, text: &str) -> Option<char> {
        text[self.line.start..self.at].chars().next_back()
    }

    fn after(&self, text: &str) -> Option<char> {
        text[self.at + self.mark.len_utf8()..self.line.end]
            .chars()
            .next()
    }

    fn opens(&self, text: &str) -> bool {
        if !matches!(self.mark, '“' | '„' | '«' | '»' | '「' | '"' | '‘' | '\'') {
            return false;
        }
        let stands_free = self
            .before(text)
            .is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '—' | '–' | '-' | '/'));
        let leads = self.after(text).is_some_and(|c| !c.is_whitespace());
        match self.mark {
            '“' | '„' | '«' | '「' => true,
            '"' | '»' => stands_free && leads,
            '‘' | '\'' => {
                stands_free
                    && self.after(text).is_some_and(char::is_alphabetic)
                    && self.closes_single(text)
            }
            _ => false,
        }
    }

    /// Whether a single mark closes again in its line, and like a quotation: behind punctuation,
    /// or after a few words that do not end in s (the boys’ house).
    fn closes_single(&self, text: &str) -> bool {
        let inner = &text[self.at + self.mark.len_utf8()..self.line.end];
        let close = if self.mark == '‘' { '’' } else { '\'' };
        let mut chars = inner.char_indices().take(1000).peekable();
        let mut before = ' ';
        while let Some((at, c)) = chars.next() {
            if c == close && chars.peek().is_none_or(|(_, c)| !c.is_alphanumeric()) {
                let is_short = inner[..at].split_whitespace().take(7).count() < 7;
                return matches!(before, ',' | '.' | '?' | '!' | '…')
                    || is_short && before.is_alphanumeric() && (before != 's' || self.mark == '‘');
            }
            before = c;
        }
        false
    }

    fn closes(&self, text: &str, open: char) -> bool {
        match open {
            '“' => self.mark == '”',
            '„' => matches!(self.mark, '“' | '”'),
            '«' => self.mark == '»',
            '»' => self.mark == '«',
            '「' => self.mark == '」',
            '"' => self.mark == '"',
            '‘' => self.mark == '’' && self.after(text).is_none_or(|c| !c.is_alphanumeric()),
            _ => self.mark == '\'' && self.after(text).is_none_or(|c| !c.is_alphanumeric()),
        }
    }
}
