//! Quotations: what both sides quote, whole or in part, and what only one does.

use std::fmt;

use super::{Body, Side};
use crate::diff::QuoteLabel;
use crate::view::html::escape::Text;
use crate::view::html::{Part, open_section};

pub(super) const PART: Part = ("quotes", "Quotations");

impl Body<'_, '_> {
    pub(super) fn write_quotes(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        open_section(f, PART)?;
        f.write_str("<table class=\"stack pair quotes\" role=\"table\">\n")?;
        self.write_head(f, "How")?;
        for quote in self.diff.quotes() {
            let how = match quote.label() {
                Some(QuoteLabel::Same) => "same",
                Some(QuoteLabel::Cut) => "cut short by one",
                Some(QuoteLabel::Altered) => "altered",
                None if quote.left().is_some() => "only left",
                None => "only right",
            };
            write!(
                f,
                "<tr role=\"row\"><th scope=\"row\" role=\"rowheader\" class=\"how\">{how}</th>"
            )?;
            let sides = Side::BOTH.into_iter().zip([quote.left(), quote.right()]);
            for ((side, said), speaker) in sides.zip(quote.speakers()) {
                let Some(said) = said else {
                    f.write_str(super::NOTHING)?;
                    continue;
                };
                self.open_cell(f, side, None)?;
                write!(
                    f,
                    "<p class=\"text\" dir=\"auto\" lang=\"\">“{}”</p>",
                    Text(said)
                )?;
                if let Some(speaker) = speaker {
                    write!(
                        f,
                        "<p class=\"note\"><bdi lang=\"\">{}</bdi></p>",
                        Text(speaker)
                    )?;
                }
                f.write_str("</td>")?;
            }
            f.write_str("</tr>\n")?;
        }
        f.write_str("</tbody>\n</table>\n</section>\n")
    }
}
