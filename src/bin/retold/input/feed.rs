//! RSS 0.9 to 2.0, Atom and news sitemaps: the entries of a feed, each a set of named texts.
//!
//! Read with `quick-xml` rather than a crate for feeds: an entry that is damaged is named by its line
//! and the others are kept, dates and ids come as they were written, so that what cannot be read is
//! reported, and fields of any namespace can be mapped (`--field text=media:description`).

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesStart, Event};

use super::Sink;
use super::entry::Entry;
use super::faults::Kind;
use super::value::Value;
use crate::failure::Failure;

/// The elements that are an article: of RSS, of Atom, of a sitemap.
const ENTRIES: [&str; 3] = ["item", "entry", "url"];

/// Reads all entries of a feed.
pub(crate) fn read(xml: &str, file: &str, sink: &mut Sink<'_>) -> Result<(), Failure> {
    let mut feed = Feed::new(xml, file);
    loop {
        match feed.reader.read_event() {
            Ok(Event::Eof) => return feed.end(sink),
            Ok(event) => feed.take(event, sink)?,
            Err(error) => {
                let why = format!("not XML: {error}; what follows cannot be read");
                let place = super::place(file, Some(feed.line()));
                sink.faults.note(Kind::LeftOut, place, why)?;
                return feed.end(sink);
            }
        }
    }
}

/// A field on its way: an element of an entry, with all text inside.
#[derive(Debug)]
struct Field {
    name: String,
    text: String,
    /// How many elements are open inside it.
    depth: usize,
    /// Whether it is text: `type="text"` of Atom.
    is_plain: bool,
}

#[derive(Debug)]
struct Feed<'x> {
    xml: &'x str,
    file: &'x str,
    reader: Reader<&'x [u8]>,
    /// The name of the feed, which is the source of its entries.
    title: Option<String>,
    /// The entry on its way, and the line it begins on.
    entry: Option<(Vec<Field>, u64)>,
    /// The field on its way; before the first entry, one of the feed.
    field: Option<Field>,
    /// Up to where lines are counted, and how many there are.
    counted: (usize, u64),
}

impl<'x> Feed<'x> {
    fn new(xml: &'x str, file: &'x str) -> Self {
        let mut reader = Reader::from_str(xml);
        let config = reader.config_mut();
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        config.allow_dangling_amp = true;
        Self {
            xml,
            file,
            reader,
            title: None,
            entry: None,
            field: None,
            counted: (0, 1),
        }
    }

    /// The line the reader is on.
    fn line(&mut self) -> u64 {
        let end = usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX);
        let (start, line) = self.counted;
        if let Some(between) = self.xml.as_bytes().get(start..end) {
            self.counted = (end, line + super::newlines(between));
        }
        self.counted.1
    }

    fn take(&mut self, event: Event<'_>, sink: &mut Sink<'_>) -> Result<(), Failure> {
        match event {
            Event::Start(tag) => self.start(&tag, false),
            Event::Empty(tag) => self.start(&tag, true),
            Event::End(tag) => return self.close(tag.name().0, sink),
            Event::Text(text) => self.text(&text),
            Event::CData(text) => self.text(&text),
            Event::GeneralRef(name) => match name.resolve_char_ref() {
                Ok(Some(c)) => self.text(c.encode_utf8(&mut [0; 4])),
                _ => match resolve_xml_entity(&name.xml10_content()) {
                    Some(known) => self.text(known),
                    // One of HTML, which is resolved with the markup.
                    None => self.text(&format!("&{};", name.xml10_content())),
                },
            },
            _ => {}
        }
        Ok(())
    }

    fn start(&mut self, tag: &BytesStart<'_>, is_empty: bool) {
        let name = tag.name().0;
        if let Some(field) = &mut self.field {
            // Markup inside a field, as in XHTML content.
            field.text.push('<');
            field.text.push_str(name);
            field.text.push('>');
            field.depth += usize::from(!is_empty);
            return;
        }
        if self.entry.is_none() && ENTRIES.contains(&local(name)) {
            let line = self.line();
            self.entry = Some((Vec::new(), line));
            return;
        }
        let attribute = |name: &str| {
            let found = tag
                .html_attributes()
                .with_checks(false)
                .flatten()
                .find(|found| found.key.0 == name)?;
            Some(
                found
                    .normalized_value(quick_xml::XmlVersion::Implicit1_0)
                    .map_or_else(|_| found.value.to_string(), Cow::into_owned),
            )
        };
        let is_title = self.entry.is_none() && self.title.is_none() && local(name) == "title";
        if self.entry.is_none() && !is_title {
            return;
        }
        // Atom has the address of an article in an attribute.
        let text = match local(name) {
            "link" if attribute("rel").is_none_or(|rel| rel == "alternate") => attribute("href"),
            "link" => return,
            _ => None,
        };
        let is_plain = attribute("type").is_some_and(|kind| kind == "text" || kind == "text/plain");
        let field = Field {
            name: name.to_owned(),
            text: text.unwrap_or_default(),
            depth: 0,
            is_plain,
        };
        if is_empty {
            self.keep(field);
        } else {
            self.field = Some(field);
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(field) = &mut self.field {
            field.text.push_str(text);
        }
    }

    fn close(&mut self, name: &str, sink: &mut Sink<'_>) -> Result<(), Failure> {
        match &mut self.field {
            // An entry that ends ends what is open in it.
            Some(_) if self.entry.is_some() && ENTRIES.contains(&local(name)) => {
                if let Some(field) = self.field.take() {
                    self.keep(field);
                }
            }
            Some(field) if field.depth > 0 => {
                field.depth -= 1;
                field.text.push_str("</");
                field.text.push_str(name);
                field.text.push('>');
                return Ok(());
            }
            Some(_) => {
                if let Some(field) = self.field.take() {
                    self.keep(field);
                }
                return Ok(());
            }
            None => {}
        }
        if ENTRIES.contains(&local(name))
            && let Some((fields, line)) = self.entry.take()
        {
            return self.finish(fields, line, sink);
        }
        Ok(())
    }

    fn keep(&mut self, field: Field) {
        if let Some((fields, _)) = &mut self.entry {
            fields.push(field);
        } else {
            let title = super::html::to_text(&field.text);
            self.title = Some(title.trim().to_owned()).filter(|title| !title.is_empty());
        }
    }

    fn finish(&mut self, found: Vec<Field>, line: u64, sink: &mut Sink<'_>) -> Result<(), Failure> {
        let mut entry = Entry::default();
        for field in found {
            let text = Cow::Owned(field.text);
            let value = if field.is_plain {
                Value::Text(text)
            } else {
                Value::Html(text)
            };
            entry.put(sink.fields, &field.name, &value);
        }
        sink.entry(entry, self.file, Some(line), self.title.as_deref())
    }

    /// Keeps an entry that the end of the file has cut off.
    fn end(&mut self, sink: &mut Sink<'_>) -> Result<(), Failure> {
        let Some((mut fields, line)) = self.entry.take() else {
            return Ok(());
        };
        fields.extend(self.field.take());
        sink.faults.note(
            Kind::Mended,
            super::place(self.file, Some(line)),
            "cut off; read as far as it goes",
        )?;
        self.finish(fields, line, sink)
    }
}

/// A name without its namespace.
fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}
