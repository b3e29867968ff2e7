//! Makes the copy of a text in which its markup is blank.

use std::borrow::Cow;
use std::ops::Range;

use super::tag::{Kind, Tag};
use super::{Readable, address, entity, next_sign, tag};

/// A soft hyphen and a word joiner: neither is seen, neither ends a word, and together they fill any
/// length but one byte.
pub(super) const UNSEEN: [char; 2] = ['\u{ad}', '\u{2060}'];
/// The longest `<!DOCTYPE …>` or `<?xml …?>` that is looked for, in bytes.
const LONGEST_DECLARATION: usize = 400;

pub(super) struct Mask<'a> {
    text: &'a str,
    /// The copy as far as it has been made; what follows is as in the text.
    copy: String,
    entities: Vec<Range<usize>>,
    /// What was looked for in vain is looked for no more.
    missing: Vec<&'static str>,
}

impl<'a> Mask<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            text,
            copy: String::new(),
            entities: Vec::new(),
            missing: Vec::new(),
        }
    }

    /// Reads a text of which the first byte that may be markup is known.
    pub(super) fn read(mut self, first: usize) -> Readable<'a> {
        let mut next = Some(first);
        while let Some(at) = next {
            let behind = match self.text.as_bytes().get(at) {
                Some(b'<') => self.markup(at),
                Some(b'&') => self.markup(at).or_else(|| self.entity(at)),
                _ => self.address(at),
            };
            next = next_sign(self.text.as_bytes(), behind.unwrap_or(at + 1));
        }
        if self.copy.is_empty() {
            return Readable {
                text: Cow::Borrowed(self.text),
                original: self.text,
                entities: self.entities,
            };
        }
        self.copy
            .push_str(self.text.get(self.copy.len()..).unwrap_or_default());
        Readable {
            text: Cow::Owned(self.copy),
            original: self.text,
            entities: self.entities,
        }
    }

    /// Copies the text up to a place, which must not be behind what is done.
    fn copy_to(&mut self, at: usize) {
        let done = self.copy.len();
        self.copy
            .push_str(self.text.get(done..at).unwrap_or_default());
    }

    fn fill(&mut self, range: Range<usize>, with: char) {
        self.copy_to(range.start);
        self.copy
            .extend(std::iter::repeat_n(with, range.end - self.copy.len()));
    }

    fn unseen(&mut self, range: Range<usize>) {
        self.copy_to(range.start);
        let mut left = range.end - self.copy.len();
        if left == 1 {
            self.copy.push(' ');
            return;
        }
        if left % 2 == 1 {
            self.copy.push(UNSEEN[1]);
            left -= UNSEEN[1].len_utf8();
        }
        for _ in 0..left / 2 {
            self.copy.push(UNSEEN[0]);
        }
    }

    /// Two line breaks, so that a sentence ends even in text that is wrapped.
    fn line_break(&mut self, range: Range<usize>) {
        self.copy_to(range.start);
        for _ in 0..2 {
            if self.copy.len() < range.end {
                self.copy.push('\n');
            }
        }
        self.fill(range, ' ');
    }

    /// The character before a place, as far as it is seen.
    fn before(&self, at: usize) -> Option<char> {
        let done = self.copy.len();
        let rest = self
            .text
            .get(done..at)
            .and_then(|rest| rest.chars().next_back());
        let unseen = |c: &char| !matches!(c, '\u{ad}' | '\u{2060}');
        rest.or_else(|| self.copy.chars().rev().find(unseen))
    }

    fn after(&self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
    }

    /// Blanks the tags, comments and scripts from a place on; nothing if none stands there.
    fn markup(&mut self, at: usize) -> Option<usize> {
        let mut end = at;
        let (mut block, mut words, mut links) = (false, true, [false; 2]);
        while let Some(Tag { kind, len }) = self.one(end) {
            end += len;
            match kind {
                Kind::Block => block = true,
                Kind::Inline => {}
                Kind::Link { opens } => {
                    words &= !(opens && links[0]);
                    links[usize::from(opens)] = true;
                }
                Kind::Other | Kind::Raw => words = false,
            }
        }
        if end == at {
            return None;
        }
        let (before, after) = (self.before(at), self.after(end));
        let is_free = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let stops = before.is_some_and(|c| matches!(c, '.' | '!' | '?' | ',' | ';' | ':'));
        if block {
            self.line_break(at..end);
        } else if !words
            || is_free(before)
            || is_free(after)
            || stops && after.is_some_and(char::is_alphanumeric)
        {
            self.fill(at..end, ' ');
        } else {
            self.unseen(at..end);
        }
        Some(end)
    }

    /// One tag, with its content if that is no text; or a comment.
    fn one(&mut self, at: usize) -> Option<Tag> {
        let rest = self.text.get(at..)?;
        if !rest.starts_with(['<', '&']) {
            return None;
        }
        let other = |len| {
            Some(Tag {
                kind: Kind::Other,
                len,
            })
        };
        if rest.starts_with("<!--") {
            return other(self.behind(at + 4, "-->").map_or(4, |end| end - at));
        }
        if rest.starts_with("<![CDATA[") {
            return other("<![CDATA[".len());
        }
        if rest.starts_with("<!") || rest.starts_with("<?") {
            let declares = rest
                .get(2..)?
                .starts_with(|c: char| c.is_ascii_alphabetic());
            let mut near = rest.bytes().take(LONGEST_DECLARATION);
            let len = near.position(|byte| matches!(byte, b'\n' | b'>'))? + 1;
            let ends = rest.as_bytes().get(len - 1) == Some(&b'>');
            return (declares && ends).then_some(Tag {
                kind: Kind::Other,
                len,
            });
        }
        let tag = tag::parse(rest, self.text.get(..at)?.chars().next_back())?;
        if tag.kind != Kind::Raw || rest.get(..tag.len)?.ends_with("/>") {
            return Some(tag);
        }
        let name = RAW_ENDS.iter().find(|end| {
            let name = end.get(2..).unwrap_or_default();
            let opened = rest.trim_start_matches("&lt;").trim_start_matches('<');
            opened
                .get(..name.len())
                .is_some_and(|opened| opened.eq_ignore_ascii_case(name))
        })?;
        let end = self
            .behind(at + tag.len, name)
            .map_or(tag.len, |end| end - at - name.len());
        Some(Tag {
            kind: tag.kind,
            len: end,
        })
    }

    /// The place behind the next `wanted`, in lower case or upper.
    fn behind(&mut self, from: usize, wanted: &'static str) -> Option<usize> {
        if self.missing.contains(&wanted) {
            return None;
        }
        let rest = self.text.as_bytes().get(from..)?;
        let found = rest
            .windows(wanted.len())
            .position(|some| some.eq_ignore_ascii_case(wanted.as_bytes()));
        if found.is_none() {
            self.missing.push(wanted);
        }
        found.map(|found| from + found + wanted.len())
    }

    /// Puts the character in place of an entity.
    fn entity(&mut self, at: usize) -> Option<usize> {
        let (c, len) = entity::decode(self.text.get(at..)?)?;
        let range = at..at + len;
        match c {
            '\n' => self.line_break(range.clone()),
            _ if c.is_whitespace() => self.fill(range.clone(), ' '),
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => {
                self.unseen(range.clone());
            }
            _ => {
                let before = self.before(at);
                let (first, padding) = (c.is_alphanumeric(), len - c.len_utf8());
                if !first && before.is_none_or(char::is_whitespace) {
                    // An opening mark stands right before its word.
                    self.fill(at..at + padding, ' ');
                    self.copy.push(c);
                } else {
                    self.copy_to(at);
                    self.copy.push(c);
                    let ends = self
                        .after(range.end)
                        .is_none_or(|c| c.is_whitespace() || c == '<');
                    let rest = at + c.len_utf8()..range.end;
                    if !first && ends {
                        self.fill(rest, ' ');
                    } else {
                        self.unseen(rest);
                    }
                }
                self.entities.push(range.clone());
            }
        }
        Some(range.end)
    }

    fn address(&mut self, at: usize) -> Option<usize> {
        let address = address::find(self.text, at, self.copy.len())?;
        self.fill(address.clone(), '/');
        Some(address.end)
    }
}

/// How the content of each element ends whose content is no text.
const RAW_ENDS: [&str; 5] = ["</math", "</script", "</style", "</svg", "</template"];
