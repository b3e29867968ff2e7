//! The versions: when each was published, how much it shares, how much it alone says.

use std::fmt;

use super::Body;
use crate::view::html::escape::Text;
use crate::view::html::{Part, Published, open_section};

pub(super) const PART: Part = ("versions", "Versions");

impl Body<'_, '_> {
    pub(super) fn write_versions(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        open_section(f, PART)?;
        f.write_str(
            "<table class=\"stack brief\" role=\"table\">\n<thead role=\"rowgroup\"><tr role=\"row\">",
        )?;
        for head in ["Version", "Published"] {
            write!(f, "<th scope=\"col\" role=\"columnheader\">{head}</th>")?;
        }
        for head in ["Sentences", "Shared with others", "Only here"] {
            write!(
                f,
                "<th scope=\"col\" role=\"columnheader\" class=\"amount\">{head}</th>"
            )?;
        }
        f.write_str("</tr></thead>\n<tbody role=\"rowgroup\">\n")?;
        for (at, version) in self.statements.versions().iter().enumerate() {
            let (name, number) = (self.name(at), at + 1);
            write!(
                f,
                "<tr role=\"row\" id=\"version-{number}\"><th scope=\"row\" role=\"rowheader\">"
            )?;
            write!(f, "<bdi lang=\"\">{name}</bdi>")?;
            let article = version.article();
            if let (Some(_), Some(title)) = (article.source(), article.title()) {
                write!(
                    f,
                    " <span class=\"note\" dir=\"auto\" lang=\"\">{}</span>",
                    Text(title)
                )?;
            }
            f.write_str("</th>")?;
            f.write_str("<td role=\"cell\" data-side=\"Published\">")?;
            match version.date() {
                Some(date) => write!(f, "{}</td>", Published(date))?,
                None => f.write_str("<span class=\"note\">not known</span></td>")?,
            }
            let shared = 100.0 * self.statements.coverage(at);
            let amounts = [
                ("Sentences", version.len().to_string()),
                ("Shared with others", format!("{shared:.0} %")),
                ("Only here", self.statements.only_in(at).count().to_string()),
            ];
            for (name, amount) in amounts {
                write!(
                    f,
                    "<td role=\"cell\" class=\"amount\" data-side=\"{name}\">{amount}</td>"
                )?;
            }
            f.write_str("</tr>\n")?;
        }
        f.write_str("</tbody>\n</table>\n</section>\n")
    }
}
