//! Who says what: statements as rows, versions as columns, both headings staying in sight.

use std::fmt;

use super::Body;
use crate::diff::{Group, Label, Statement};
use crate::view::html::escape::Text;
use crate::view::html::{Part, open_section};

pub(super) const PART: Part = ("matrix", "Who says what");

/// Up to this many versions, the columns have room for names.
const NAMED_COLUMNS: usize = 8;

/// The signs of the cells, and what they mean.
const LEGEND: [(&str, &str); 5] = [
    ("●", "in the words most are nearest to"),
    ("◐", "edited"),
    ("○", "in other words"),
    ("≠", "contradicting them, so not counted as said by all"),
    ("–", "not said"),
];
const HINT: &str = "<p class=\"note\">A statement told in several wordings leads to them.</p>\n";

impl<'d, 'a> Body<'d, 'a> {
    pub(super) fn write_matrix(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        open_section(f, PART)?;
        f.write_str("<ul class=\"note legend\">\n")?;
        for (sign, meaning) in LEGEND {
            writeln!(f, "<li><span class=\"sign\">{sign}</span> {meaning}</li>")?;
        }
        f.write_str("</ul>\n")?;
        f.write_str(HINT)?;
        // What scrolls must be reachable by keyboard, and say what it is.
        f.write_str(
            "<div class=\"wide\" role=\"region\" aria-labelledby=\"matrix-heading\" tabindex=\"0\">\n\
             <table>\n<thead><tr><th scope=\"col\">Statement</th><th scope=\"col\" class=\"count\">Said by</th>",
        )?;
        let class = if self.names.len() <= NAMED_COLUMNS {
            "name"
        } else {
            "hidden"
        };
        for at in 0..self.names.len() {
            let (name, number) = (self.name(at), at + 1);
            write!(
                f,
                "<th scope=\"col\"><a href=\"#version-{number}\">{number} "
            )?;
            write!(f, "<bdi class=\"{class}\" lang=\"\">{name}</bdi></a></th>")?;
        }
        f.write_str("</tr></thead>\n<tbody>\n")?;
        let mut reworded = self.reworded().map(Statement::row).peekable();
        for row in self.statements.iter().filter(|row| row.len() > 1) {
            let has_wordings = reworded.next_if_eq(&row.row()).is_some();
            self.write_row(f, row, has_wordings)?;
        }
        f.write_str("</tbody>\n")?;
        // What only one version says is apart, so that it does not bury what several say.
        let mut alone = (0..self.names.len()).flat_map(|at| self.statements.only_in(at));
        if let Some(first) = alone.next() {
            let columns = self.names.len() + 2;
            write!(
                f,
                "<tbody>\n<tr><th scope=\"rowgroup\" colspan=\"{columns}\">Said by one version \
                 only</th></tr>\n"
            )?;
            for row in std::iter::once(first).chain(alone) {
                self.write_row(f, row, false)?;
            }
            f.write_str("</tbody>\n")?;
        }
        f.write_str("</table>\n</div>\n</section>\n")
    }

    fn write_row(
        &self,
        f: &mut fmt::Formatter<'_>,
        row: Statement<'d, 'a>,
        has_wordings: bool,
    ) -> fmt::Result {
        let text = row.to_string();
        f.write_str("<tr><th scope=\"row\"><p class=\"text\" dir=\"auto\" lang=\"\">")?;
        if has_wordings {
            write!(
                f,
                "<a href=\"#statement-{}\">{}</a>",
                row.row() + 1,
                Text(&text)
            )?;
        } else {
            write!(f, "{}", Text(&text))?;
        }
        write!(f, "</p></th><td class=\"count\">{}</td>", row.agreeing())?;
        let first = self.first(row);
        for version in 0..self.names.len() {
            write_cell(f, row.group(version), first == Some(version))?;
        }
        f.write_str("</tr>\n")
    }
}

fn write_cell(
    f: &mut fmt::Formatter<'_>,
    group: Option<Group<'_, '_>>,
    first: bool,
) -> fmt::Result {
    let contradicts = group.is_some_and(|group| !group.contradictions().is_empty());
    let (class, sign, words) = match group.map(Group::label) {
        _ if contradicts => (" class=\"against\"", "≠", "said otherwise, contradicting"),
        None => (" class=\"gap\"", "–", "not said"),
        Some(Label::Same | Label::Punctuation) => ("", "●", "said"),
        Some(Label::Edited) => ("", "◐", "said, edited"),
        Some(Label::Reworded | Label::Related) => ("", "○", "said in other words"),
    };
    write!(
        f,
        "<td{class}><span aria-hidden=\"true\">{sign}</span><span class=\"hidden\">{words}</span>"
    )?;
    if first {
        f.write_str(" <span class=\"first\">first</span>")?;
    }
    f.write_str("</td>")
}
