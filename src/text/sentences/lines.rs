//! Lines: what stands between two hard breaks of a text.
//!
//! Web text breaks a line where a paragraph, a heading or a bullet ends, so a line break ends a
//! sentence too. Mail and wire services wrap: there a line ends wherever the column is full, and
//! only a blank line, a bullet, an indent or a short line ends anything. Which of the two a text is
//! shows in its first lines.

use std::ops::Range;

/// Adjacent lines looked at to tell whether a text is wrapped.
const SAMPLE: usize = 64;

/// Bytes of the longest line of wrapped text, and of the shortest that can be its full column.
const COLUMN: Range<usize> = 32..121;

/// The lines of a text that are not blank, without the white space around them, wrapped lines
/// joined.
#[derive(Debug, Clone)]
pub(super) struct Lines<'a> {
    physical: Physical<'a>,
    /// A line read ahead that was not joined to the one before.
    ahead: Option<Line>,
    /// The column at which the text is wrapped; 0 if it is not.
    column: usize,
}

impl<'a> Lines<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let physical = Physical { text, at: 0 };
        Self {
            column: wrap_column(physical.clone()),
            physical,
            ahead: None,
        }
    }
}

impl Iterator for Lines<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let mut line = match self.ahead.take() {
            Some(line) => line,
            None => self.physical.next()?,
        };
        if self.column == 0 {
            return Some(line.span);
        }
        let (text, start) = (self.physical.text, line.span.start);
        for next in self.physical.by_ref() {
            if !is_continued(text, &line, &next, self.column) {
                self.ahead = Some(next);
                break;
            }
            line = next;
        }
        Some(start..line.span.end)
    }
}

/// A line as it stands in the file.
#[derive(Debug, Clone)]
struct Line {
    span: Range<usize>,
    /// White space before it, in bytes.
    indent: usize,
    /// Whether blank lines stand before it, or nothing at all.
    after_blank: bool,
}

/// The lines of a text as they stand in the file, blank ones left out.
#[derive(Debug, Clone)]
struct Physical<'a> {
    text: &'a str,
    at: usize,
}

impl Iterator for Physical<'_> {
    type Item = Line;

    fn next(&mut self) -> Option<Line> {
        let mut after_blank = self.at == 0;
        loop {
            let rest = self.text.get(self.at..).filter(|rest| !rest.is_empty())?;
            let (line, break_len) = cut_line(rest);
            let trimmed = line.trim_start();
            let indent = line.len() - trimmed.len();
            let start = self.at + indent;
            self.at += line.len() + break_len;
            let trimmed = trimmed.trim_end();
            if !trimmed.is_empty() {
                return Some(Line {
                    span: start..start + trimmed.len(),
                    indent,
                    after_blank,
                });
            }
            after_blank = true;
        }
    }
}

/// Bytes with which a line break may begin.
const MAY_BREAK: [bool; 256] = {
    let mut table = [false; 256];
    table[b'\n' as usize] = true;
    table[b'\r' as usize] = true;
    table[0xc2] = true;
    table[0xe2] = true;
    table
};

/// The first line of a text and the length of the break behind it.
fn cut_line(text: &str) -> (&str, usize) {
    let bytes = text.as_bytes();
    let mut from = 0;
    while let Some(found) = bytes[from..]
        .iter()
        .position(|&b| MAY_BREAK[usize::from(b)])
    {
        let at = from + found;
        let break_len = match &bytes[at..] {
            [b'\r', b'\n', ..] | [0xc2, 0x85, ..] => 2,
            [b'\n' | b'\r', ..] => 1,
            [0xe2, 0x80, 0xa8 | 0xa9, ..] => 3,
            _ => 0,
        };
        if break_len > 0 {
            return (&text[..at], break_len);
        }
        from = at + 1;
    }
    (text, 0)
}

/// The column at which a text is wrapped: its longest line, if most adjacent lines are full and
/// many break amid a sentence. 0 if it is not wrapped.
fn wrap_column(lines: Physical<'_>) -> usize {
    let text = lines.text;
    let mut sample = Vec::new();
    for line in lines.take(SAMPLE) {
        if line.span.len() >= COLUMN.end {
            // One paragraph in a line: not wrapped, and no need to look further.
            return 0;
        }
        sample.push(line);
    }
    let column = sample.iter().map(|line| line.span.len()).max().unwrap_or(0);
    let (mut pairs, mut full, mut amid) = (0, 0, 0);
    for pair in sample.windows(2) {
        let [line, next] = pair else { continue };
        if next.after_blank {
            continue;
        }
        pairs += 1;
        full += usize::from(is_full(text, line, next, column));
        let stopped = text[line.span.clone()].ends_with(['.', '!', '?', ':', '”', '"']);
        let lower = text[next.span.clone()].starts_with(char::is_lowercase);
        amid += usize::from(!stopped && lower);
    }
    let is_wrapped =
        COLUMN.contains(&column) && pairs >= 2 && full * 5 >= pairs * 3 && amid * 5 >= pairs * 2;
    if is_wrapped { column } else { 0 }
}

/// Whether the first word of the next line would hardly have fitted onto this one.
fn is_full(text: &str, line: &Line, next: &Line, column: usize) -> bool {
    let word = text[next.span.clone()]
        .split_whitespace()
        .next()
        .map_or(0, str::len);
    (line.span.len() + 1 + word) * 5 >= column * 4
}

/// Whether a line of wrapped text goes on in the next one.
fn is_continued(text: &str, line: &Line, next: &Line, column: usize) -> bool {
    !next.after_blank
        && next.indent < line.indent + 2
        && is_full(text, line, next, column)
        && !super::kind::is_bullet(&text[next.span.clone()])
}
