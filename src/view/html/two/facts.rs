//! The facts that differ, each with links to where it is said.

use std::fmt;

use super::{Anchor, Body, Side, first, titles};
use crate::diff::Version;
use crate::diff::facts::FactChange;
use crate::view::html::escape::Text;
use crate::view::html::{Part, about, open_section};

pub(super) const PART: Part = ("facts", "Facts that differ");

impl Body<'_, '_> {
    pub(super) fn write_facts(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        open_section(f, PART)?;
        if self.facts.is_empty() {
            return f.write_str("<p>None was found in what both sides say.</p>\n</section>\n");
        }
        let anchors = self.anchors();
        f.write_str("<table class=\"stack facts\" role=\"table\">\n")?;
        self.write_head(f, "About")?;
        for fact in &self.facts {
            let about = about(fact.kind);
            write!(
                f,
                "<tr role=\"row\"><th scope=\"row\" role=\"rowheader\">{about}</th>"
            )?;
            for (side, anchors) in Side::BOTH.into_iter().zip(&anchors) {
                self.write_fact(f, side, fact, anchors)?;
            }
            f.write_str("</tr>\n")?;
        }
        f.write_str("</tbody>\n</table>\n</section>\n")
    }

    fn write_fact(
        &self,
        f: &mut fmt::Formatter<'_>,
        side: Side,
        fact: &FactChange,
        anchors: &[usize],
    ) -> fmt::Result {
        let [left, right] = &fact.spans;
        let (said, span, mark) = match side {
            Side::Left => (&fact.left, left, "del"),
            Side::Right => (&fact.right, right, "ins"),
        };
        self.open_cell(f, side, None)?;
        if said.is_empty() {
            return f.write_str("<span class=\"note\">does not say</span></td>");
        }
        write!(f, "<{mark}><bdi lang=\"\">{}</bdi></{mark}>", Text(said))?;
        if fact.in_titles {
            let anchor = titles::ANCHOR;
            return write!(
                f,
                " <a class=\"number where\" href=\"#{anchor}\">title</a></td>"
            );
        }
        let sentences = self
            .version(side)
            .map_or(&[][..], |version| version.sentences());
        let also = fact.also.iter().map(|spans| &spans[side as usize]);
        let mut told: Vec<usize> = std::iter::once(span)
            .chain(also)
            .map(|span| sentences.partition_point(|sentence| sentence.end <= span.start))
            .collect();
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
