//! The titles of both reports, word by word: the first row of the versions side by side. The facts
//! on which they differ stand with the others.

use std::fmt;

use super::sides::write_runs;
use super::{Body, Side, first};
use crate::diff::{Diff, DiffRow, Group, Pair};
use crate::view::html::escape::Text;

/// Where a fact that only the titles tell differently is said.
pub(super) const ANCHOR: &str = "titles";

impl Body<'_, '_> {
    pub(super) fn write_titles(
        &self,
        f: &mut fmt::Formatter<'_>,
        titles: &Diff<'_>,
    ) -> fmt::Result {
        write!(
            f,
            "<tr role=\"row\" class=\"both\" id=\"{ANCHOR}\"><th scope=\"row\" role=\"rowheader\" \
             class=\"how\">titles</th>"
        )?;
        for side in Side::BOTH {
            self.open_cell(f, side, None)?;
            f.write_str("<p class=\"text title\" dir=\"auto\" lang=\"\">")?;
            for (at, (group, pair)) in told_by(titles, side).into_iter().enumerate() {
                f.write_str(if at > 0 { " " } else { "" })?;
                match pair {
                    Some(pair) => write_runs(f, side, &pair.words())?,
                    None => write!(f, "{}", Text(&group.to_string()))?,
                }
            }
            f.write_str("</p></td>")?;
        }
        f.write_str("</tr>\n")
    }
}

/// What the title of a side says, in its order, and the pair where the other title says it too.
fn told_by<'s, 'a>(titles: &'s Diff<'a>, side: Side) -> Vec<(Group<'s, 'a>, Option<Pair<'s, 'a>>)> {
    let of_side = |row: DiffRow<'s, 'a>| match (row, side) {
        (DiffRow::Shared(pair), Side::Left) => Some((pair.left(), Some(pair))),
        (DiffRow::Shared(pair), Side::Right) => Some((pair.right(), Some(pair))),
        (DiffRow::Left(group), Side::Left) | (DiffRow::Right(group), Side::Right) => {
            Some((group, None))
        }
        _ => None,
    };
    let mut told: Vec<_> = titles.rows().filter_map(of_side).collect();
    told.sort_by_key(|(group, _)| first(*group));
    told
}
