//! What each version added to those published before it.

use std::fmt;

use super::Body;
use crate::diff::Statement;
use crate::diff::html::escape::Text;
use crate::diff::html::{Count, Part, Published, open_section};

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
            let (name, new) = (self.name(added.version()), added.statements());
            writeln!(f, "<bdi lang=\"\">{name}</bdi></h3>")?;
            writeln!(
                f,
                "<p class=\"note\">{}</p>",
                Count(new.len(), "new statement")
            )?;
            if new.len() > 0 {
                f.write_str("<ul>\n")?;
                for group in new.filter_map(|row| row.group(added.version())) {
                    let text = group.to_string();
                    writeln!(
                        f,
                        "<li class=\"text\" dir=\"auto\" lang=\"\">{}</li>",
                        Text(&text)
                    )?;
                }
                f.write_str("</ul>\n")?;
            }
            f.write_str("</li>\n")?;
        }
        f.write_str("</ol>\n</section>\n")
    }
}
