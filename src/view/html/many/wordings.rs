//! The shared statements, each in every wording it has.

use std::fmt;

use super::Body;
use crate::diff::Statement;
use crate::view::html::escape::Text;
use crate::view::html::{Part, open_section};

pub(super) const PART: Part = ("wordings", "Shared statements in their wordings");

impl Body<'_, '_> {
    pub(super) fn write_wordings(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        open_section(f, PART)?;
        for row in self.reworded() {
            let (base, number) = (row.base().to_string(), row.row() + 1);
            write!(
                f,
                "<h3 id=\"statement-{number}\" class=\"text\" dir=\"auto\" lang=\"\">"
            )?;
            write!(f, "{}</h3>\n<dl class=\"wordings\">\n", Text(&base))?;
            for (text, versions) in of(row) {
                f.write_str("<div><dt>")?;
                self.write_names(f, &versions)?;
                f.write_str("</dt>")?;
                if text == base {
                    f.write_str("<dd class=\"note\">in these words</dd>")?;
                } else {
                    write!(
                        f,
                        "<dd class=\"text\" dir=\"auto\" lang=\"\">{}</dd>",
                        Text(&text)
                    )?;
                }
                f.write_str("</div>\n")?;
            }
            f.write_str("</dl>\n")?;
        }
        f.write_str("</section>\n")
    }
}

/// The distinct wordings of a statement in order of version, each with the versions that have it.
fn of(row: Statement<'_, '_>) -> Vec<(String, Vec<usize>)> {
    let mut wordings: Vec<(String, Vec<usize>)> = Vec::new();
    for group in row.groups() {
        let text = group.to_string();
        match wordings.iter_mut().find(|(known, _)| *known == text) {
            Some((_, versions)) => versions.push(group.version()),
            None => wordings.push((text, vec![group.version()])),
        }
    }
    wordings
}
