//! The heaviest changes of all statements, phrase beside phrase.

use std::fmt;

use super::Body;
use crate::diff::{Change, Statements};
use crate::view::html::{Part, open_section, write_changes};

pub(super) const PART: Part = ("changes", "What changed");

/// Changes on one page.
const MOST: usize = 12;

/// The heaviest changes: what each other wording of a statement changes against its representative.
pub(super) fn of<'d>(statements: &'d Statements<'_>) -> Vec<Change<'d>> {
    let mut changes = statements.changes();
    changes.retain(|change| !change.is_trivial());
    changes.truncate(MOST);
    changes
}

impl Body<'_, '_> {
    pub(super) fn write_changes(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.changes.is_empty() {
            return Ok(());
        }
        open_section(f, PART)?;
        write_changes(
            f,
            &self.changes,
            |f, change, side| self.write_names(f, &[change.versions[side]]),
            |change| Some(format!("statement-{}", change.row + 1)),
        )?;
        f.write_str("</section>\n")
    }
}
