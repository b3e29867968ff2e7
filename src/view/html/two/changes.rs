//! What changed inside the statements that both sides make, phrase beside phrase, heaviest first.

use std::fmt;

use super::Body;
use crate::diff::Change;
use crate::view::html::{Part, open_section, write_changes};

pub(super) const PART: Part = ("changes", "What changed");

/// Changes seen at once; the others are behind their count.
const MOST: usize = 15;

impl Body<'_, '_> {
    pub(super) fn write_what_changed(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        open_section(f, PART)?;
        let heavy = self
            .changes
            .iter()
            .take_while(|change| !change.is_trivial());
        let (seen, folded) = self.changes.split_at(heavy.count().min(MOST));
        self.write_list(f, seen)?;
        if !folded.is_empty() {
            writeln!(
                f,
                "<details><summary>{} lighter ones</summary>",
                folded.len()
            )?;
            self.write_list(f, folded)?;
            f.write_str("</details>\n")?;
        }
        f.write_str("</section>\n")
    }

    #[allow(clippy::unused_self, reason = "called like its siblings")]
    fn write_list(&self, f: &mut fmt::Formatter<'_>, changes: &[Change<'_>]) -> fmt::Result {
        if changes.is_empty() {
            return Ok(());
        }
        write_changes(
            f,
            changes,
            |f, _, side| f.write_str(["left", "right"][side]),
            |_| None,
        )
    }
}
