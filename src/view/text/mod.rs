//! Comparisons in plain text, for a terminal or a pipe, to be read aloud.

mod many;
mod two;

use std::fmt::{self, Display, Formatter, Write};

use super::odd::is_odd;
use crate::diff::{Change, Pair, Run};

/// How text marks the words that only one side has.
///
/// ```
/// use retold::view::Marks;
///
/// let comparison = retold::compare("At least 12 people were hurt.", "At least 15 people were hurt.");
/// assert!(comparison.marked(Marks::Signs).to_string().contains("At least [-12-]{+15+} people"));
/// assert!(comparison.marked(Marks::Colours).to_string().contains("\u{1b}[9;31m12\u{1b}[0m"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Marks {
    /// `[-only left-]` and `{+only right+}`, as `wdiff` does: for files, pipes and mails.
    #[default]
    Signs,
    /// Colours, for a terminal that knows ANSI escapes: left red and struck out, right green and
    /// underlined.
    Colours,
}

/// What a piece of text is marked as.
#[derive(Debug, Clone, Copy)]
enum Mark {
    Heading,
    Note,
    Left,
    Right,
}

impl Marks {
    /// A text between the marks for what it is.
    fn mark(self, mark: Mark, text: impl Display) -> String {
        let (open, close) = match (self, mark) {
            (Self::Signs, Mark::Heading | Mark::Note) => ("", ""),
            (Self::Signs, Mark::Left) => ("[-", "-]"),
            (Self::Signs, Mark::Right) => ("{+", "+}"),
            (Self::Colours, Mark::Heading) => ("\x1b[1m", "\x1b[0m"),
            (Self::Colours, Mark::Note) => ("\x1b[2m", "\x1b[0m"),
            (Self::Colours, Mark::Left) => ("\x1b[9;31m", "\x1b[0m"),
            (Self::Colours, Mark::Right) => ("\x1b[4;32m", "\x1b[0m"),
        };
        format!("{open}{text}{close}")
    }

    /// A pair of sentences as one text, word by word.
    fn words(self, pair: Pair<'_, '_>) -> String {
        let runs = pair.words();
        let marked = runs.iter().map(|run| match run {
            Run::Left(words) => self.mark(Mark::Left, Piece(words)),
            Run::Right(words) => self.mark(Mark::Right, Piece(words)),
            both @ Run::Both { .. } => Piece(both).to_string(),
        });
        marked.collect()
    }
}

/// `!` marks what is claimed, `*` what is shown.
fn write_change(change: &Change<'_>, f: &mut Formatter<'_>) -> fmt::Result {
    let (left, right) = (said(change.left), said(change.right));
    let mark = if change.is_fact() { '!' } else { '*' };
    write!(f, "  {mark} {}: {left} | {right}", change.kind.name())
}

/// What one side says of it.
fn said(text: &str) -> String {
    if text.is_empty() {
        "not said".to_owned()
    } else {
        OneLine(text).to_string()
    }
}

fn count(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

/// A text with its line breaks and other white space as single spaces, and without the characters a
/// terminal would obey.
struct OneLine<T>(T);

impl<T: Display> Display for OneLine<T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let text = self.0.to_string();
        for (number, word) in text.split_whitespace().enumerate() {
            if number > 0 {
                f.write_str(" ")?;
            }
            for c in word.chars() {
                f.write_char(if is_odd(c) { '\u{fffd}' } else { c })?;
            }
        }
        Ok(())
    }
}

/// A part of a line: like a line, but with the space at either end, as one.
struct Piece<T>(T);

impl<T: Display> Display for Piece<T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let text = self.0.to_string();
        let line = OneLine(&text).to_string();
        let space = |is_there: bool| if is_there { " " } else { "" };
        let before = space(text.starts_with(char::is_whitespace));
        let after = space(text.ends_with(char::is_whitespace) && !line.is_empty());
        write!(f, "{before}{line}{after}")
    }
}
