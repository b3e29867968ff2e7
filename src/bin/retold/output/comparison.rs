//! A comparison of two reports in words, for a terminal or a pipe.

use std::io::{self, IsTerminal, Write};

use retold::Comparison;
use retold::view::Marks;

/// Writes everything a comparison found: with colours for a terminal that wants them
/// (<https://no-color.org>), with signs elsewhere.
pub(crate) fn write(out: &mut impl Write, comparison: &Comparison<'_>) -> io::Result<()> {
    let unwanted = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let marks = if io::stdout().is_terminal() && !unwanted {
        Marks::Colours
    } else {
        Marks::Signs
    };
    write!(out, "{}", comparison.marked(marks))
}
