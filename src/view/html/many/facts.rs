//! The facts on which versions differ, each against the telling most of them are nearest to.

use std::fmt;

use super::Body;
use crate::diff::differing::Differing;
use crate::view::html::escape::Text;
use crate::view::html::{Part, about, open_section};

pub(super) const PART: Part = ("facts", "Facts that differ");

const HEADS: [&str; 4] = [
    "About",
    "Reference telling",
    "Other telling",
    "Versions that differ",
];

/// The start of the line over the facts of one statement.
const HEADING: &str = "<tr role=\"row\"><th scope=\"rowgroup\" role=\"rowheader\" colspan=\"4\">";

impl Body<'_, '_> {
    pub(super) fn write_facts(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        open_section(f, PART)?;
        if self.facts.is_empty() && self.title_facts.is_empty() {
            return f.write_str("<p>None was found in what the versions share.</p>\n</section>\n");
        }
        f.write_str(
            "<table class=\"stack by-statement\" role=\"table\">\n<thead role=\"rowgroup\"><tr role=\"row\">",
        )?;
        for head in HEADS {
            write!(f, "<th scope=\"col\" role=\"columnheader\">{head}</th>")?;
        }
        f.write_str("</tr></thead>\n")?;
        for facts in self.facts.chunk_by(|a, b| a.row == b.row) {
            let row = facts.first().and_then(|fact| self.statements.get(fact.row));
            f.write_str("<tbody role=\"rowgroup\">\n")?;
            if let Some(row) = row {
                let (number, text) = (row.row() + 1, row.to_string());
                write!(
                    f,
                    "{HEADING}<a class=\"text\" href=\"#statement-{number}\" dir=\"auto\" lang=\"\">"
                )?;
                writeln!(f, "{}</a></th></tr>", Text(&text))?;
            }
            self.write_told(f, facts)?;
        }
        for facts in self.title_facts.chunk_by(|a, b| a.row == b.row) {
            let row = facts.first().and_then(|fact| self.titles.get(fact.row));
            f.write_str("<tbody role=\"rowgroup\">\n")?;
            if let Some(row) = row {
                let text = row.to_string();
                writeln!(
                    f,
                    "{HEADING}Titles: <bdi class=\"text\" lang=\"\">{}</bdi></th></tr>",
                    Text(&text)
                )?;
            }
            self.write_told(f, facts)?;
        }
        f.write_str("</table>\n</section>\n")
    }

    /// The facts of one statement, which stand under its text.
    fn write_told(&self, f: &mut fmt::Formatter<'_>, facts: &[Differing]) -> fmt::Result {
        for fact in facts {
            let kind = about(fact.kind);
            write!(
                f,
                "<tr role=\"row\"><th scope=\"row\" role=\"rowheader\">{kind}</th>"
            )?;
            for (head, mark, said) in [
                (HEADS[1], "del", &fact.usual),
                (HEADS[2], "ins", &fact.other),
            ] {
                write!(f, "<td role=\"cell\" data-side=\"{head}\">")?;
                if said.is_empty() {
                    f.write_str("<span class=\"note\">does not say</span></td>")?;
                } else {
                    let said = Text(said);
                    write!(f, "<{mark}><bdi lang=\"\">{said}</bdi></{mark}></td>")?;
                }
            }
            write!(f, "<td role=\"cell\" data-side=\"{}\">", HEADS[3])?;
            self.write_names(f, &fact.versions)?;
            f.write_str("</td></tr>\n")?;
        }
        f.write_str("</tbody>\n")
    }
}
