//! What each version added to those published before it.

use std::collections::BTreeSet;
use std::fmt;

use super::Body;
use crate::diff::Statement;
use crate::diff::html::escape::Text;
use crate::diff::html::{Count, Part, Published, open_section};

pub(super) const PART: Part = ("timeline", "What each version added");

impl<'d, 'a> Body<'d, 'a> {
    /// The version that made a statement before all others, if one did.
    pub(super) fn first(&self, row: Statement<'d, 'a>) -> Option<usize> {
        if !self.has_timeline() {
            return None;
        }
        let mut told = self
            .dated
            .iter()
            .filter(|(_, version)| row.group(*version).is_some());
        let (earliest, version) = told.next()?;
        let (next, _) = told.next()?;
        (earliest < next).then_some(*version)
    }

    pub(super) fn write_timeline(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        open_section(f, PART)?;
        f.write_str("<ol class=\"timeline\">\n")?;
        let mut told = BTreeSet::new();
        for &(date, version) in &self.dated {
            let of_version = self
                .statements
                .iter()
                .filter_map(|row| row.group(version).map(|group| (row, group)));
            let new: Vec<_> = of_version
                .filter(|(row, _)| told.insert(row.row()))
                .collect();
            let (name, count) = (self.name(version), Count(new.len(), "new statement"));
            writeln!(
                f,
                "<li><h3>{} <bdi lang=\"\">{name}</bdi></h3>",
                Published(date)
            )?;
            writeln!(f, "<p class=\"note\">{count}</p>")?;
            if !new.is_empty() {
                f.write_str("<ul>\n")?;
                for (_, group) in new {
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
