//! Text of unknown origin, made safe to stand in a page.
//!
//! Markup characters become references, so that no text can open a tag or leave an attribute.
//! Characters that turn the reading direction of what follows them (UAX #9, explicit formatting) and
//! control characters are shown by their number in place of their effect, so that what a reader
//! sees is what the text holds.

use std::fmt::{self, Write};

use crate::view::odd::is_odd;

/// A text inside an element: odd characters are marked up to be seen.
pub(super) struct Text<'a>(pub(super) &'a str);

/// A text where no markup can stand: a title or an attribute.
pub(super) struct Plain<'a>(pub(super) &'a str);

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        escape(f, self.0, |f, odd| {
            write!(f, "<span class=\"odd\">U+{:04X}</span>", u32::from(odd))
        })
    }
}

impl fmt::Display for Plain<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        escape(f, self.0, |f, _| f.write_char(char::REPLACEMENT_CHARACTER))
    }
}

fn escape(
    f: &mut fmt::Formatter<'_>,
    text: &str,
    show_odd: fn(&mut fmt::Formatter<'_>, char) -> fmt::Result,
) -> fmt::Result {
    let mut done = 0;
    for (at, c) in text.char_indices() {
        let reference = match c {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            '"' => "&quot;",
            '\'' => "&#39;",
            _ if is_odd(c) => "",
            _ => continue,
        };
        f.write_str(text.get(done..at).unwrap_or_default())?;
        done = at + c.len_utf8();
        if reference.is_empty() {
            show_odd(f, c)?;
        } else {
            f.write_str(reference)?;
        }
    }
    f.write_str(text.get(done..).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::{Plain, Text};

    #[test]
    fn markup_becomes_text() {
        let hostile = "</script><img src='x' onerror=\"alert(1)\">&amp;";
        let shown =
            "&lt;/script&gt;&lt;img src=&#39;x&#39; onerror=&quot;alert(1)&quot;&gt;&amp;amp;";
        assert_eq!(Text(hostile).to_string(), shown);
        assert_eq!(Plain(hostile).to_string(), shown);
    }

    #[test]
    fn what_turns_the_direction_is_shown_not_done() {
        let turned = "a\u{202e}b\u{2066}\0";
        assert_eq!(
            Text(turned).to_string(),
            "a<span class=\"odd\">U+202E</span>b<span class=\"odd\">U+2066</span>\
             <span class=\"odd\">U+0000</span>"
        );
        assert_eq!(Plain(turned).to_string(), "a\u{fffd}b\u{fffd}\u{fffd}");
        assert_eq!(Text("שלום\u{200f}\n").to_string(), "שלום\u{200f}\n");
    }
}
