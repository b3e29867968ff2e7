//! HTML as text: of a field of a feed, and of a saved page.
//!
//! Blocks become paragraphs; scripts, styles, menus and forms go. This is no browser: markup that is
//! broken gives a little too much or too little text, never an error.

use std::borrow::Cow;

use quick_xml::escape::resolve_html5_entity;

/// What a saved page says of itself.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Page {
    pub(crate) text: String,
    pub(crate) title: Option<String>,
    pub(crate) date: Option<String>,
    pub(crate) source: Option<String>,
    pub(crate) address: Option<String>,
}

/// Elements whose content is no text of the article.
const HIDDEN: [&str; 14] = [
    "script", "style", "head", "noscript", "template", "svg", "nav", "header", "footer", "aside",
    "form", "button", "iframe", "select",
];

/// Elements whose content no reader sees at all, and that may hold `<`.
const RAW: [&str; 3] = ["script", "style", "title"];

/// Elements that stand in a line of text.
const INLINE: [&str; 26] = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "u", "wbr",
];

/// One piece of HTML.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Piece<'a> {
    Text(&'a str),
    Start { name: &'a str, rest: &'a str },
    End(&'a str),
    Comment,
}

/// The text of some HTML; a text without any markup is given back as it is.
pub(crate) fn to_text(html: &str) -> String {
    if !html.contains(['<', '&']) {
        return html.to_owned();
    }
    let mut text = Writer::default();
    let mut hidden: Option<(&str, usize)> = None;
    for piece in Pieces::of(html) {
        match (piece, &mut hidden) {
            (Piece::Start { name, .. }, None)
                if ["script", "style"]
                    .iter()
                    .any(|raw| name.eq_ignore_ascii_case(raw)) =>
            {
                hidden = Some((name, 0));
            }
            (Piece::End(name), Some((open, _))) if name.eq_ignore_ascii_case(open) => hidden = None,
            (_, Some(_)) => {}
            (piece, None) => text.add(piece),
        }
    }
    text.finish()
}

/// The article of a saved page: what stands in `<article>` or `<main>`, or else in all of it.
pub(crate) fn page(html: &str) -> Page {
    let mut page = Page::default();
    let inside = |name: &str| {
        Pieces::of(html).any(|piece| matches!(piece, Piece::Start { name: found, .. } if found.eq_ignore_ascii_case(name)))
    };
    let container = ["article", "main"].into_iter().find(|name| inside(name));
    let (mut text, mut depth, mut hidden) = (Writer::default(), 0_usize, None::<(&str, usize)>);
    let mut pieces = Pieces::of(html);
    while let Some(piece) = pieces.next() {
        if let Piece::Start { name, rest } = piece {
            page.learn(name, rest, &pieces);
        }
        match piece {
            Piece::Start { name, .. }
                if container.is_some_and(|wanted| name.eq_ignore_ascii_case(wanted)) =>
            {
                depth += 1;
            }
            Piece::End(name)
                if container.is_some_and(|wanted| name.eq_ignore_ascii_case(wanted)) =>
            {
                depth = depth.saturating_sub(1);
            }
            _ => {}
        }
        match (piece, &mut hidden) {
            (Piece::Start { name, .. }, Some((open, count))) if name.eq_ignore_ascii_case(open) => {
                *count += 1;
            }
            (Piece::End(name), Some((open, count))) if name.eq_ignore_ascii_case(open) => {
                *count -= 1;
                if *count == 0 {
                    hidden = None;
                }
            }
            (Piece::Start { name, rest }, None)
                if HIDDEN.iter().any(|own| name.eq_ignore_ascii_case(own))
                    && !rest.ends_with('/') =>
            {
                hidden = Some((name, 1));
            }
            (piece, None) if container.is_none() || depth > 0 => text.add(piece),
            _ => {}
        }
    }
    page.text = text.finish();
    page
}

impl Page {
    /// Takes what the head of a page and its `<time>` tell.
    fn learn(&mut self, name: &str, rest: &str, after: &Pieces<'_>) {
        let name = name.to_ascii_lowercase();
        match name.as_str() {
            "title" if self.title.is_none() => {
                let end = after.rest.find("</").unwrap_or(after.rest.len());
                let title = to_text(&after.rest[..end]);
                self.title = Some(title.split_whitespace().collect::<Vec<_>>().join(" "))
                    .filter(|title| !title.is_empty());
            }
            "time" if self.date.is_none() => self.date = attribute(rest, "datetime"),
            "meta" => {
                let key = attribute(rest, "property")
                    .or_else(|| attribute(rest, "name"))
                    .or_else(|| attribute(rest, "itemprop"));
                let Some(content) = attribute(rest, "content") else {
                    return;
                };
                match key.unwrap_or_default().to_ascii_lowercase().as_str() {
                    "article:published_time"
                    | "datepublished"
                    | "date"
                    | "dc.date"
                    | "parsely-pub-date" => self.date = Some(content),
                    "og:title" => self.title = Some(content),
                    "og:site_name" => self.source = Some(content),
                    "og:url" => self.address = Some(content),
                    _ => {}
                }
            }
            _ => {}
        }
    }
}

/// The encoding a page declares.
pub(crate) fn declared_encoding(start: &str) -> Option<String> {
    Pieces::of(start).find_map(|piece| match piece {
        Piece::Start { name, rest } if name.eq_ignore_ascii_case("meta") => {
            attribute(rest, "charset").or_else(|| {
                let content = attribute(rest, "content")?;
                Some(content.split_once("charset=")?.1.trim().to_owned())
            })
        }
        _ => None,
    })
}

/// An attribute of a tag, with its references resolved.
fn attribute(tag: &str, wanted: &str) -> Option<String> {
    let mut rest = tag;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        let end = rest.find(|c: char| c.is_whitespace() || c == '=' || c == '/')?;
        let name = &rest[..end];
        rest = rest[end..].trim_start();
        let Some(value) = rest.strip_prefix('=') else {
            continue;
        };
        let value = value.trim_start();
        let (found, after) = match value.chars().next() {
            Some(quote @ ('"' | '\'')) => value[1..].split_once(quote).unwrap_or((&value[1..], "")),
            _ => value.split_once(char::is_whitespace).unwrap_or((value, "")),
        };
        if name.eq_ignore_ascii_case(wanted) {
            return Some(resolve(found).trim().to_owned()).filter(|found| !found.is_empty());
        }
        rest = after;
    }
}

/// Cuts HTML into pieces.
#[derive(Debug, Clone)]
struct Pieces<'a> {
    rest: &'a str,
    /// An element whose content is text up to its end tag.
    raw: Option<&'a str>,
}

impl<'a> Pieces<'a> {
    fn of(html: &'a str) -> Self {
        Self {
            rest: html,
            raw: None,
        }
    }

    /// Takes so many bytes from the front.
    fn take(&mut self, bytes: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at(bytes);
        self.rest = rest;
        taken
    }

    /// The text up to the end tag of an element that holds no other.
    fn raw_text(&mut self, name: &str) -> Option<Piece<'a>> {
        let is_end = |at: usize| {
            let found = self.rest.get(at + 2..at + 2 + name.len());
            found.is_some_and(|found| found.eq_ignore_ascii_case(name))
        };
        let end = self
            .rest
            .match_indices("</")
            .map(|(at, _)| at)
            .find(|&at| is_end(at));
        let text = self.take(end.unwrap_or(self.rest.len()));
        (!text.is_empty()).then_some(Piece::Text(text))
    }
}

impl<'a> Iterator for Pieces<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        if let Some(name) = self.raw.take()
            && let Some(piece) = self.raw_text(name)
        {
            return Some(piece);
        }
        if self.rest.is_empty() {
            return None;
        }
        let Some(after) = self.rest.strip_prefix('<') else {
            let end = self.rest.find('<').unwrap_or(self.rest.len());
            return Some(Piece::Text(self.take(end)));
        };
        if after.starts_with("!--") {
            let end = self.rest.find("-->").map_or(self.rest.len(), |at| at + 3);
            self.take(end);
            return Some(Piece::Comment);
        }
        if let Some(rest) = self.rest.strip_prefix("<![CDATA[") {
            self.rest = rest;
            return self.next().or(Some(Piece::Comment));
        }
        let is_tag = after.starts_with(|c: char| c.is_ascii_alphabetic() || c == '!' || c == '?')
            || after
                .strip_prefix('/')
                .is_some_and(|name| name.starts_with(|c: char| c.is_ascii_alphabetic()));
        let Some(end) = tag_end(after).filter(|_| is_tag) else {
            // A sign, not a tag.
            let end = after.find('<').map_or(self.rest.len(), |at| at + 1);
            return Some(Piece::Text(self.take(end)));
        };
        let tag = &self.take(end + 2)[1..=end];
        if tag.starts_with(['!', '?']) {
            return Some(Piece::Comment);
        }
        let (name, is_end) = tag
            .strip_prefix('/')
            .map_or((tag, false), |name| (name, true));
        let length = name
            .find(|c: char| c.is_whitespace() || c == '/')
            .unwrap_or(name.len());
        let (name, rest) = name.split_at(length);
        if is_end {
            return Some(Piece::End(name));
        }
        self.raw = RAW.into_iter().find(|raw| name.eq_ignore_ascii_case(raw));
        Some(Piece::Start { name, rest })
    }
}

/// Where a tag ends; `>` inside quotes does not end it. A tag without an end is none.
fn tag_end(tag: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in tag.bytes().enumerate() {
        match (byte, quote) {
            (b'"' | b'\'', None) if tag[..at].trim_end().ends_with('=') => quote = Some(byte),
            (byte, Some(open)) if byte == open => quote = None,
            (b'>', None) => return Some(at),
            _ => {}
        }
    }
    tag.find('>')
}

/// Puts text together again, with blank lines between blocks.
#[derive(Debug, Default)]
struct Writer {
    text: String,
    /// A block has ended or begun since the last text.
    parted: bool,
}

impl Writer {
    fn add(&mut self, piece: Piece<'_>) {
        match piece {
            Piece::Text(text) => self.write(&resolve(text)),
            Piece::Start { name, .. } if name.eq_ignore_ascii_case("br") => {
                self.parted |= !self.text.is_empty();
            }
            Piece::Start { name, .. } | Piece::End(name) => {
                let inline = INLINE.iter().any(|own| name.eq_ignore_ascii_case(own));
                self.parted |= !inline && !self.text.is_empty();
            }
            Piece::Comment => {}
        }
    }

    fn write(&mut self, text: &str) {
        for c in text.chars() {
            let space = c.is_whitespace();
            if space && (self.parted || self.text.is_empty() || self.text.ends_with(' ')) {
                continue;
            }
            if std::mem::take(&mut self.parted) {
                self.text.truncate(self.text.trim_end().len());
                self.text.push_str("\n\n");
            }
            self.text.push(if space { ' ' } else { c });
        }
    }

    fn finish(mut self) -> String {
        self.text.truncate(self.text.trim_end().len());
        self.text
    }
}

/// A text with its character references resolved; unknown ones stay as they are.
fn resolve(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut resolved = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        resolved.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some((found, length)) = reference(rest) {
            resolved.push_str(&found);
            rest = &rest[length..];
        } else {
            resolved.push('&');
            rest = &rest[1..];
        }
    }
    resolved.push_str(rest);
    Cow::Owned(resolved)
}

/// The characters of a reference at the start of a text, and its length.
fn reference(text: &str) -> Option<(Cow<'static, str>, usize)> {
    let end = text.bytes().take(34).position(|byte| byte == b';')?;
    let name = text.get(1..end)?;
    let Some(number) = name.strip_prefix('#') else {
        return resolve_html5_entity(name).map(|found| (Cow::Borrowed(found), end + 1));
    };
    let number = match number.strip_prefix(['x', 'X']) {
        Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
        None => number.parse(),
    };
    // As browsers do: numbers of Windows-1252 mean its characters.
    let number = number.ok()?;
    let c = match u8::try_from(number) {
        Ok(byte @ 0x80..=0x9f) => encoding_rs::WINDOWS_1252
            .decode_without_bom_handling(&[byte])
            .0
            .chars()
            .next(),
        _ => char::from_u32(number),
    };
    let c = c.filter(|&c| c != '\0').unwrap_or('\u{fffd}');
    Some((Cow::Owned(c.to_string()), end + 1))
}
