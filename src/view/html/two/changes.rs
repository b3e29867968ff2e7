//! What the two sides tell differently: facts first, then the heaviest changes, each with links to
//! where it is said.

use std::fmt;

use super::{Anchor, Body, Side, first, titles};
use crate::diff::{Change, Version};
use crate::view::html::escape::Text;
use crate::view::html::{Part, open_section, write_about};

pub(super) const PART: Part = ("changes", "What differs");

/// Changes seen at once besides facts; the others are behind their count.
const MOST: usize = 15;

impl Body<'_, '_> {
    pub(super) fn write_changes(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        open_section(f, PART)?;
        if self.changes.is_empty() {
            return f.write_str("<p>Nothing was found in what both sides say.</p>\n</section>\n");
        }
        let anchors = self.anchors();
        let heavy = |change: &&Change<'_>| !change.is_trivial();
        let heavy = self.changes.iter().take_while(heavy).count();
        let (seen, folded) = self.changes.split_at(heavy.min(self.facts() + MOST));
        self.write_list(f, seen, &anchors)?;
        if !folded.is_empty() {
            let count = folded.len();
            writeln!(f, "<details><summary>{count} lighter ones</summary>")?;
            self.write_list(f, folded, &anchors)?;
            f.write_str("</details>\n")?;
        }
        f.write_str("</section>\n")
    }

    fn write_list(
        &self,
        f: &mut fmt::Formatter<'_>,
        changes: &[Change<'_>],
        anchors: &[Vec<usize>; 2],
    ) -> fmt::Result {
        if changes.is_empty() {
            return Ok(());
        }
        f.write_str("<table class=\"stack changes\" role=\"table\">\n")?;
        self.write_head(f, "About")?;
        for change in changes {
            write_about(f, change, None)?;
            for (side, anchors) in Side::BOTH.into_iter().zip(anchors) {
                self.write_said(f, side, change, anchors)?;
            }
            f.write_str("</tr>\n")?;
        }
        f.write_str("</tbody>\n</table>\n")
    }

    fn write_said(
        &self,
        f: &mut fmt::Formatter<'_>,
        side: Side,
        change: &Change<'_>,
        anchors: &[usize],
    ) -> fmt::Result {
        let (said, mark) = match side {
            Side::Left => (change.left, "del"),
            Side::Right => (change.right, "ins"),
        };
        self.open_cell(f, side, None)?;
        if said.is_empty() {
            return f.write_str("<span class=\"note\">not said</span></td>");
        }
        write!(f, "<{mark}><bdi lang=\"\">{}</bdi></{mark}>", Text(said))?;
        if change.in_titles {
            let anchor = titles::ANCHOR;
            return write!(
                f,
                " <a class=\"number where\" href=\"#{anchor}\">title</a></td>"
            );
        }
        let sentences = self
            .version(side)
            .map_or(&[][..], |version| version.sentences());
        let places = std::iter::once(&change.spans).chain(&change.also);
        let mut told: Vec<usize> = places
            .map(|spans| &spans[side as usize])
            .map(|span| sentences.partition_point(|sentence| sentence.end <= span.start))
            .collect();
        told.sort_unstable();
        told.dedup();
        for number in told {
            if let Some(&place) = anchors.get(number) {
                let (anchor, number) = (Anchor(side, place), number + 1);
                write!(
                    f,
                    " <a class=\"number where\" href=\"#{anchor}\">sentence {number}</a>"
                )?;
            }
        }
        f.write_str("</td>")
    }

    /// For every sentence of each side, the sentence its group begins with.
    fn anchors(&self) -> [Vec<usize>; 2] {
        Side::BOTH.map(|side| {
            let count = self.version(side).map_or(0, Version::len);
            let mut anchors: Vec<usize> = (0..count).collect();
            let rows = self.diff.statements().iter();
            for group in rows.filter_map(|row| row.group(side as usize)) {
                for &number in group.numbers() {
                    if let Some(anchor) = anchors.get_mut(number) {
                        *anchor = first(group);
                    }
                }
            }
            anchors
        })
    }
}
