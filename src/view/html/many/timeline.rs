//! What each version added to those published before it.

use std::fmt;

use super::Body;
use crate::diff::{Pair, Statement};
use crate::view::html::escape::Text;
use crate::view::html::{Count, Part, Published, open_section};

pub(super) const PART: Part = ("timeline", "What each version added");

impl<'d, 'a> Body<'d, 'a> {
    /// What came first can be said only if every version has its date.
    pub(super) fn has_timeline(&self) -> bool {
        let versions = self.statements.versions();
        versions.len() > 1 && versions.iter().all(|version| version.date().is_some())
    }

    /// The version that made a statement before all others, if one did.
    pub(super) fn first(&self, row: Statement<'d, 'a>) -> Option<usize> {
        let first = row
            .first_seen()
            .filter(|_| row.len() > 1 && self.has_timeline())?;
        let date = |version: usize| self.statements.versions().get(version)?.date();
        row.groups()
            .all(|group| group.version() == first || date(group.version()) > date(first))
            .then_some(first)
    }

    pub(super) fn write_timeline(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        open_section(f, PART)?;
        f.write_str("<ol class=\"timeline\">\n")?;
        for added in self.statements.timeline() {
            f.write_str("<li><h3>")?;
            if let Some(date) = added.date() {
                write!(f, "{} ", Published(date))?;
            }
            let (name, new) = (self.label(added.version()), added.statements());
            writeln!(f, "<bdi lang=\"\">{name}</bdi></h3>")?;
            let changed: Vec<_> = added.changed().collect();
            write!(f, "<p class=\"note\">{}", Count(new.len(), "new statement"))?;
            if !changed.is_empty() {
                write!(f, ", {}", Count(changed.len(), "changed statement"))?;
            }
            f.write_str("</p>\n")?;
            if new.len() > 0 && !self.is_wide() {
                f.write_str("<details><summary>New statements</summary><ul>\n")?;
                for group in new.filter_map(|row| row.group(added.version())) {
                    let text = group.to_string();
                    f.write_str("<li class=\"text\" dir=\"auto\" lang=\"\">")?;
                    writeln!(f, "{}</li>", Text(&text))?;
                }
                f.write_str("</ul></details>\n")?;
            }
            if !changed.is_empty() && !self.is_wide() {
                f.write_str("<ul>\n")?;
                for pair in changed {
                    write_changed(f, pair)?;
                }
                f.write_str("</ul>\n")?;
            }
            f.write_str("</li>\n")?;
        }
        f.write_str("</ol>\n</section>\n")
    }
}

/// Changes shown of one statement.
const MOST: usize = 3;

/// What a version tells otherwise than the last one before it: the heaviest changes, and where all
/// wordings are.
fn write_changed(f: &mut fmt::Formatter<'_>, pair: Pair<'_, '_>) -> fmt::Result {
    f.write_str("<li>")?;
    let changes = pair.changes();
    let told = changes.iter().filter(|change| !change.is_trivial());
    for (at, change) in told.take(MOST).enumerate() {
        let comma = if at > 0 { "; " } else { "" };
        write!(
            f,
            "{comma}<span class=\"note\">{}</span> ",
            change.kind.name()
        )?;
        for (mark, said, arrow) in [("del", change.left, " → "), ("ins", change.right, "")] {
            if said.is_empty() {
                write!(f, "<span class=\"note\">not said</span>{arrow}")?;
            } else {
                let said = Text(said);
                write!(f, "<{mark}><bdi lang=\"\">{said}</bdi></{mark}>{arrow}")?;
            }
        }
    }
    let number = pair.right().row() + 1;
    writeln!(f, " <a href=\"#statement-{number}\">all wordings</a></li>")
}
