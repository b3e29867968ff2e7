//! Who says what: statements as rows, those that most versions make first; versions as columns while
//! there is room for them, else as a list of names.

use std::fmt;

use super::Body;
use crate::diff::{Group, Label, Statement};
use crate::view::html::escape::Text;
use crate::view::html::{Count, Part, open_section};

pub(super) const PART: Part = ("matrix", "Who says what");

/// Up to this many versions have a column each.
pub(super) const COLUMNS: usize = 12;

/// The signs of the cells, and what they mean.
const LEGEND: [(&str, &str); 5] = [
    ("●", "in the words most are nearest to"),
    ("◐", "edited"),
    ("○", "in other words"),
    ("≠", "contradicting them, so not counted as said by all"),
    ("–", "not said"),
];
const HINT: &str = "<p class=\"note\">Statements that most versions make come first. One told in several \
    wordings leads to them.</p>\n";

impl<'d, 'a> Body<'d, 'a> {
    pub(super) fn write_matrix(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        open_section(f, PART)?;
        if self.is_wide() {
            f.write_str(HINT)?;
        } else {
            f.write_str("<ul class=\"note legend\">\n")?;
            for (sign, meaning) in LEGEND {
                writeln!(f, "<li><span class=\"sign\">{sign}</span> {meaning}</li>")?;
            }
            f.write_str("</ul>\n")?;
            f.write_str(HINT)?;
            writeln!(
                f,
                "<p class=\"note sideways\" aria-hidden=\"true\">{} columns: scroll sideways →</p>",
                self.names.len()
            )?;
        }
        // What scrolls must be reachable by keyboard, and say what it is.
        f.write_str(
            "<div class=\"wide\" role=\"region\" aria-labelledby=\"matrix-heading\" tabindex=\"0\">\n\
             <table>\n<thead><tr><th scope=\"col\">Statement</th><th scope=\"col\" class=\"count\">Said by</th>",
        )?;
        if self.is_wide() {
            f.write_str("<th scope=\"col\">Versions</th>")?;
        } else {
            for at in 0..self.names.len() {
                write!(f, "<th scope=\"col\">")?;
                self.write_names(f, &[at])?;
                f.write_str("</th>")?;
            }
        }
        f.write_str("</tr></thead>\n<tbody>\n")?;
        let mut rows: Vec<_> = self.statements.iter().filter(|row| row.len() > 1).collect();
        rows.sort_by_key(|row| std::cmp::Reverse(row.len()));
        for row in rows {
            self.write_row(f, row)?;
        }
        f.write_str("</tbody>\n</table>\n</div>\n")?;
        self.write_alone(f)?;
        f.write_str("</section>\n")
    }

    /// Whether there are more versions than columns have room.
    pub(super) fn is_wide(&self) -> bool {
        self.names.len() > COLUMNS
    }

    fn write_row(&self, f: &mut fmt::Formatter<'_>, row: Statement<'d, 'a>) -> fmt::Result {
        let text = row.to_string();
        f.write_str("<tr><th scope=\"row\"><p class=\"text\" dir=\"auto\" lang=\"\">")?;
        if self.is_reworded(row) {
            let number = row.row() + 1;
            write!(f, "<a href=\"#statement-{number}\">{}</a>", Text(&text))?;
        } else {
            write!(f, "{}", Text(&text))?;
        }
        write!(f, "</p></th><td class=\"count\">{}</td>", row.agreeing())?;
        let first = self.first(row);
        if self.is_wide() {
            f.write_str("<td class=\"who\">")?;
            for (at, group) in row.groups().enumerate() {
                let comma = if at > 0 { ", " } else { "" };
                write!(
                    f,
                    "{comma}<bdi lang=\"\">{}</bdi>",
                    self.name(group.version())
                )?;
                if first == Some(group.version()) {
                    f.write_str(" <span class=\"first\">first</span>")?;
                }
            }
            f.write_str("</td>")?;
        } else {
            for version in 0..self.names.len() {
                let base = row.base().version();
                let contradicts = row.pair(base, version).is_some_and(|pair| !pair.agrees());
                write_cell(f, row.group(version), contradicts, first == Some(version))?;
            }
        }
        f.write_str("</tr>\n")
    }

    /// What only one version says, behind its count, so that it does not bury what several say.
    fn write_alone(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut alone = vec![Vec::new(); self.names.len()];
        for row in self.statements.iter().filter(|row| row.len() == 1) {
            alone[row.base().version()].push(row);
        }
        if alone.iter().any(|rows| !rows.is_empty()) {
            f.write_str("<h3>Said by one version only</h3>\n")?;
        }
        for (version, rows) in alone.into_iter().enumerate() {
            if rows.is_empty() {
                continue;
            }
            write!(
                f,
                "<details class=\"alone\"><summary><bdi lang=\"\">{}</bdi>",
                self.name(version)
            )?;
            writeln!(f, ": {}</summary>\n<ul>", Count(rows.len(), "statement"))?;
            for row in rows {
                let text = row.to_string();
                writeln!(
                    f,
                    "<li class=\"text\" dir=\"auto\" lang=\"\">{}</li>",
                    Text(&text)
                )?;
            }
            f.write_str("</ul></details>\n")?;
        }
        Ok(())
    }
}

fn write_cell(
    f: &mut fmt::Formatter<'_>,
    group: Option<Group<'_, '_>>,
    contradicts: bool,
    first: bool,
) -> fmt::Result {
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
