//! Lines of a text: what stands between two hard breaks.

use std::ops::Range;

/// The lines of a text that are not blank, without white space around them.
#[derive(Debug, Clone)]
pub(super) struct Lines<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Lines<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }
}

impl Iterator for Lines<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        loop {
            let rest = self.text.get(self.at..).filter(|rest| !rest.is_empty())?;
            let end = rest
                .find(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}'])
                .unwrap_or(rest.len());
            let line = &rest[..end];
            let start = self.at + line.len() - line.trim_start().len();
            let trimmed = line.trim();
            self.at += end + rest[end..].chars().next().map_or(0, char::len_utf8);
            if !trimmed.is_empty() {
                return Some(start..start + trimmed.len());
            }
        }
    }
}
