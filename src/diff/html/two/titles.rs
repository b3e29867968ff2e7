//! The titles of both reports, word by word, and the facts on which they differ.

use std::fmt;

use super::sides::write_runs;
use super::{Body, Side};
use crate::diff::html::escape::Text;
use crate::diff::html::{Part, about, open_section};
use crate::diff::{Diff, DiffRow};

pub(super) const PART: Part = ("titles", "Titles");

impl Body<'_, '_> {
    pub(super) fn write_titles(
        &self,
        f: &mut fmt::Formatter<'_>,
        titles: &Diff<'_>,
    ) -> fmt::Result {
        open_section(f, PART)?;
        f.write_str("<table class=\"stack pair quotes\" role=\"table\">\n")?;
        self.write_head(f, "How")?;
        for row in titles.rows() {
            let how = match row {
                DiffRow::Shared(pair) => pair.label().name(),
                DiffRow::Left(_) => "only left",
                DiffRow::Right(_) => "only right",
            };
            write!(
                f,
                "<tr role=\"row\"><th scope=\"row\" role=\"rowheader\" class=\"how\">{how}</th>"
            )?;
            for side in Side::BOTH {
                let alone = match (row, side) {
                    (DiffRow::Shared(_), _) => None,
                    (DiffRow::Left(group), Side::Left) | (DiffRow::Right(group), Side::Right) => {
                        Some(group)
                    }
                    _ => {
                        f.write_str(super::NOTHING)?;
                        continue;
                    }
                };
                self.open_cell(f, side, None)?;
                f.write_str("<p class=\"text title\" dir=\"auto\" lang=\"\">")?;
                match (row, alone) {
                    (DiffRow::Shared(pair), _) => write_runs(f, side, &pair.words())?,
                    (_, Some(group)) => write!(f, "{}", Text(&group.to_string()))?,
                    _ => {}
                }
                f.write_str("</p></td>")?;
            }
            f.write_str("</tr>\n")?;
        }
        for fact in titles.facts() {
            write!(
                f,
                "<tr role=\"row\"><th scope=\"row\" role=\"rowheader\" class=\"how\">{}</th>",
                about(fact.kind)
            )?;
            for (side, said) in Side::BOTH.into_iter().zip([&fact.left, &fact.right]) {
                self.open_cell(f, side, None)?;
                if said.is_empty() {
                    f.write_str("<span class=\"note\">does not say</span></td>")?;
                } else {
                    write!(f, "<bdi lang=\"\">{}</bdi></td>", Text(said))?;
                }
            }
            f.write_str("</tr>\n")?;
        }
        f.write_str("</tbody>\n</table>\n</section>\n")
    }
}
