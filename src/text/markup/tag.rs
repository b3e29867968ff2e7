//! Tags: what they are, and what they do to the text around them.

use super::entity;

/// What stands in place of a tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// The beginning or end of a block, or a line break: a sentence ends here.
    Block,
    /// Marks up words in running text, and may stand inside one.
    Inline,
    /// A link: inline, but two of them side by side are two.
    Link { opens: bool },
    /// Something that is no text: an image, a form field.
    Other,
    /// Its content is no text either.
    Raw,
}

/// A tag that begins a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tag {
    pub(super) kind: Kind,
    pub(super) len: usize,
}

#[rustfmt::skip]
const BLOCKS: &[&str] = &[
    "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "dialog", "dir", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head",
    "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "optgroup", "option", "p", "pre", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul",
];
#[rustfmt::skip]
const INLINES: &[&str] = &[
    "abbr", "acronym", "b", "bdi", "bdo", "big", "blink", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd",
    "mark", "nobr", "q", "rb", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u",
    "var", "wbr",
];
#[rustfmt::skip]
const OTHERS: &[&str] = &[
    "applet", "area", "audio", "base", "button", "canvas", "col", "colgroup", "datalist", "embed", "frame", "frameset", "iframe",
    "img", "input", "label", "link", "map", "meta", "meter", "noframes", "noscript", "object", "output", "param", "picture",
    "progress", "select", "slot", "source", "textarea", "track", "video",
];
const RAW: &[&str] = &["math", "script", "style", "svg", "template"];
/// Attributes that need no value.
#[rustfmt::skip]
const BARE: &[&str] = &[
    "allowfullscreen", "async", "autofocus", "autoplay", "checked", "compact", "controls", "default", "defer", "disabled",
    "download", "hidden", "ismap", "itemscope", "loop", "multiple", "muted", "nomodule", "noshade", "novalidate",
    "nowrap", "open", "playsinline", "readonly", "required", "reversed", "scoped", "selected",
];
/// The longest end of a text that is taken for a tag cut off there.
const LONGEST_CUT: usize = 2_000;

/// A text read as markup, where `&lt;`, `&gt;` and `&quot;` may stand for what they say: many feeds
/// bring pages escaped.
struct Cursor<'a> {
    text: &'a str,
    at: usize,
    escaped: bool,
}

impl Cursor<'_> {
    /// The next byte and how many bytes stand for it.
    fn look(&self) -> Option<(u8, usize)> {
        let rest = self.text.get(self.at..)?;
        let first = *rest.as_bytes().first()?;
        if self.escaped
            && first == b'&'
            && let Some((c @ ('<' | '>' | '"' | '\''), len)) = entity::decode_once(rest)
        {
            return Some((c as u8, len));
        }
        // Of other characters the first byte is enough: none matters here.
        Some((first, rest.chars().next()?.len_utf8()))
    }

    fn peek(&self) -> Option<u8> {
        self.look().map(|(byte, _)| byte)
    }

    fn take_if(&mut self, wanted: impl Fn(u8) -> bool) -> bool {
        match self.look() {
            Some((byte, len)) if wanted(byte) => {
                self.at += len;
                true
            }
            _ => false,
        }
    }

    fn take_while(&mut self, wanted: impl Fn(u8) -> bool + Copy) -> &str {
        let start = self.at;
        while self.take_if(wanted) {}
        self.text.get(start..self.at).unwrap_or_default()
    }
}

/// What an attribute is.
enum Attribute {
    Quoted,
    Valued,
    Bare,
    Wrong,
    /// The text ends in it.
    Cut,
}

/// The tag at the beginning of a text; `before` is the character before it.
pub(super) fn parse(text: &str, before: Option<char>) -> Option<Tag> {
    let mut cursor = Cursor {
        text,
        at: 0,
        escaped: text.starts_with('&'),
    };
    if !cursor.take_if(|byte| byte == b'<') {
        return None;
    }
    let closes = cursor.take_if(|byte| byte == b'/');
    if !cursor.peek()?.is_ascii_alphabetic() {
        return None;
    }
    let name =
        cursor.take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b':' | b'-'));
    let name = name.to_ascii_lowercase();
    let known = kind_of(&name, !closes);
    let prefixed = name.contains(':') && !name.contains("::");
    let (mut quoted, mut valued, mut cut) = (false, false, false);
    loop {
        let spaced = !cursor
            .take_while(|byte| byte.is_ascii_whitespace())
            .is_empty();
        match cursor.look() {
            Some((b'>', _)) => break,
            Some((b'/', len)) => cursor.at += len,
            Some(_) if spaced && !closes => match attribute(&mut cursor) {
                Attribute::Quoted => (quoted, valued) = (true, true),
                Attribute::Valued => valued = true,
                Attribute::Bare => {}
                Attribute::Wrong => return None,
                Attribute::Cut => cut = true,
            },
            None if valued => cut = true,
            _ => return None,
        }
        if cut {
            break;
        }
    }
    if cut {
        let tail = text.get(..).filter(|tail| tail.len() <= LONGEST_CUT)?;
        let fits = known.is_some() && !tail.contains('\n') && !tail.get(1..)?.contains('<');
        return fits.then_some(Tag {
            kind: known?,
            len: text.len(),
        });
    }
    cursor.take_if(|byte| byte == b'>');
    let len = cursor.at;
    // Code in running text: x<b>z.
    let letters = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let behind = text.get(len..).and_then(|rest| rest.chars().next());
    let lone = matches!(&*name, "a" | "b" | "i" | "q" | "s" | "u") && !closes && !valued;
    if lone && letters(before) && (letters(behind) || name == "a") {
        return None;
    }
    let kind = match known {
        Some(kind) => kind,
        None if quoted || prefixed || closes => Kind::Other,
        None => return None,
    };
    // The end of what was never begun is passed alone.
    let kind = if kind == Kind::Raw && closes {
        Kind::Other
    } else {
        kind
    };
    Some(Tag { kind, len })
}

fn kind_of(name: &str, opens: bool) -> Option<Kind> {
    let is = |names: &[&str]| names.binary_search(&name).is_ok();
    if name == "a" {
        Some(Kind::Link { opens })
    } else if is(BLOCKS) {
        Some(Kind::Block)
    } else if is(INLINES) {
        Some(Kind::Inline)
    } else if is(OTHERS) {
        Some(Kind::Other)
    } else {
        is(RAW).then_some(Kind::Raw)
    }
}

/// Takes an attribute: a name, and mostly a value.
fn attribute(cursor: &mut Cursor<'_>) -> Attribute {
    let in_name = |byte: u8| {
        !byte.is_ascii_whitespace()
            && !matches!(byte, b'"' | b'\'' | b'<' | b'>' | b'/' | b'=' | b'&')
    };
    let starts = cursor
        .peek()
        .is_some_and(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'_' | b'@' | b':'));
    if !starts {
        return Attribute::Wrong;
    }
    let name = cursor.take_while(in_name).to_ascii_lowercase();
    let before = cursor.at;
    cursor.take_while(|byte| byte.is_ascii_whitespace());
    if !cursor.take_if(|byte| byte == b'=') {
        cursor.at = before;
        let known = BARE.binary_search(&&*name).is_ok() || name.starts_with("data-");
        return if known {
            Attribute::Bare
        } else {
            Attribute::Wrong
        };
    }
    cursor.take_while(|byte| byte.is_ascii_whitespace());
    match cursor.look() {
        Some((quote @ (b'"' | b'\''), len)) => {
            cursor.at += len;
            // A value holds no tag: this keeps a stray quotation mark from taking all that follows.
            cursor.take_while(|byte| byte != quote && byte != b'<');
            match cursor.look() {
                Some((byte, len)) if byte == quote => {
                    cursor.at += len;
                    Attribute::Quoted
                }
                Some(_) => Attribute::Wrong,
                None => Attribute::Cut,
            }
        }
        Some(_) => {
            let value = cursor.take_while(|byte| {
                !byte.is_ascii_whitespace() && !matches!(byte, b'"' | b'\'' | b'<' | b'>' | b'`')
            });
            if value.is_empty() {
                Attribute::Wrong
            } else {
                Attribute::Valued
            }
        }
        None => Attribute::Cut,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        for table in [BLOCKS, INLINES, OTHERS, RAW, BARE] {
            assert!(table.is_sorted(), "{table:?}");
        }
    }

    #[test]
    fn tags_are_told_from_code() {
        for tag in [
            "<p>",
            "</p>",
            "<br/>",
            "<BR />",
            "<a href='/x'>",
            "<img src=x.png width=1>",
            "<o:p>",
            "&lt;p&gt;",
            "</custom>",
            "<g-emoji alias=\"boom\">",
            "<video controls>",
            "&lt;a href=&quot;/x&quot;&gt;",
            "<b>",
            "<a href=\"https://example.com/cut",
            "<td nowrap>",
        ] {
            assert_eq!(
                parse(tag, None).map(|tag| tag.len),
                Some(tag.len()),
                "{tag}"
            );
        }
        for none in [
            "<",
            "< b",
            "<y>",
            "<3",
            "<b and c>",
            "<u8>",
            "<std::string>",
            "<->",
            "<b && c>",
            "</3>",
            "<an>",
            "<p",
        ] {
            assert_eq!(parse(none, None), None, "{none}");
        }
        assert_eq!(parse("<b>z", Some('x')), None);
    }
}
