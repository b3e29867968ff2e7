//! What versions tell differently: facts first, then the heaviest changes, each against the telling
//! that most versions are nearest to.

use std::fmt;

use super::Body;
use crate::diff::{Change, Statements};
use crate::view::html::escape::Text;
use crate::view::html::{Part, open_section, write_about};

pub(super) const PART: Part = ("changes", "What differs");

/// Changes on one page besides facts.
const MOST: usize = 12;

const HEADS: [&str; 3] = ["About", "Reference telling", "Other telling"];

/// The facts and the heaviest changes.
pub(super) fn of<'a>(statements: &Statements<'a>) -> Vec<Change<'a>> {
    let mut changes = statements.changes();
    changes.retain(|change| !change.is_trivial());
    let facts = changes.iter().filter(|change| change.is_fact()).count();
    changes.truncate(facts + MOST);
    changes
}

impl Body<'_, '_> {
    pub(super) fn write_changes(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        open_section(f, PART)?;
        if self.changes.is_empty() {
            return f
                .write_str("<p>Nothing was found in what the versions share.</p>\n</section>\n");
        }
        f.write_str("<table class=\"stack changes\" role=\"table\">\n<thead role=\"rowgroup\"><tr role=\"row\">")?;
        for head in HEADS {
            write!(f, "<th scope=\"col\" role=\"columnheader\">{head}</th>")?;
        }
        f.write_str("</tr></thead>\n<tbody role=\"rowgroup\">\n")?;
        for change in &self.changes {
            write_about(f, change, change.row)?;
            let [usual, other] = change.versions;
            let mut others = vec![other];
            others.extend(&change.others);
            self.write_said(f, HEADS[1], "del", change.left, &[usual])?;
            self.write_said(f, HEADS[2], "ins", change.right, &others)?;
            f.write_str("</tr>\n")?;
        }
        f.write_str("</tbody>\n</table>\n</section>\n")
    }

    fn write_said(
        &self,
        f: &mut fmt::Formatter<'_>,
        head: &str,
        mark: &str,
        said: &str,
        versions: &[usize],
    ) -> fmt::Result {
        write!(f, "<td role=\"cell\" data-side=\"{head}\">")?;
        if said.is_empty() {
            f.write_str("<span class=\"note\">not said</span>")?;
        } else {
            write!(f, "<{mark}><bdi lang=\"\">{}</bdi></{mark}>", Text(said))?;
        }
        f.write_str("<p class=\"note\">")?;
        self.write_names(f, versions)?;
        f.write_str("</p></td>")
    }
}
