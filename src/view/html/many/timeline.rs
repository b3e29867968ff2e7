//! What each version added to those published before it.

use std::fmt;

use super::Body;
use crate::diff::{Pair, Statement};
use crate::view::html::escape::Text;
use crate::view::html::{Count, Part, Published, about, open_section};

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
            let changed: Vec<_> = added.changed().collect();
            write!(f, "<p class=\"note\">{}", Count(new.len(), "new statement"))?;
            if !changed.is_empty() {
                write!(f, ", {}", Count(changed.len(), "changed statement"))?;
            }
            f.write_str("</p>\n")?;
            if new.len() > 0 || !changed.is_empty() {
                f.write_str("<ul>\n")?;
                for group in new.filter_map(|row| row.group(added.version())) {
                    let text = group.to_string();
                    f.write_str("<li class=\"text\" dir=\"auto\" lang=\"\">")?;
                    writeln!(f, "{}</li>", Text(&text))?;
                }
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

/// What a version tells otherwise than the last one before it: the facts, and where all wordings are.
fn write_changed(f: &mut fmt::Formatter<'_>, pair: Pair<'_, '_>) -> fmt::Result {
    f.write_str("<li>")?;
    let facts = pair.facts();
    if facts.is_empty() {
        f.write_str("<span class=\"note\">with more</span>")?;
    }
    for (at, fact) in facts.iter().enumerate() {
        let comma = if at > 0 { "; " } else { "" };
        write!(
            f,
            "{comma}<span class=\"note\">{}</span> ",
            about(fact.kind)
        )?;
        for (mark, said, arrow) in [("del", &fact.left, " → "), ("ins", &fact.right, "")] {
            if said.is_empty() {
                write!(f, "<span class=\"note\">not said</span>{arrow}")?;
            } else {
                write!(
                    f,
                    "<{mark}><bdi lang=\"\">{}</bdi></{mark}>{arrow}",
                    Text(said)
                )?;
            }
        }
    }
    let (number, text) = (pair.right().row() + 1, pair.right().to_string());
    write!(
        f,
        ": <a class=\"text\" href=\"#statement-{number}\" dir=\"auto\" lang=\"\">"
    )?;
    writeln!(f, "{}</a></li>", Text(&text))
}
