//! JSON: one object an article, a list of them, or a response that holds a list, as JSON Feed,
//! news interfaces give it.

use std::borrow::Cow;
use std::fmt;

use serde::Deserializer;
use serde::de::{DeserializeSeed, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::Sink;
use super::entry::Entry;
use super::faults::Kind;
use super::fields::Fields;
use super::value::Value;
use crate::failure::Failure;

/// Where lists of articles stand in the responses of interfaces.
const LISTS: [&str; 9] = [
    "articles", "items", "entries", "results", "data", "docs", "hits", "response", "news",
];

/// How deep a list may stand in a response.
const DEEPEST: usize = 3;

/// What one JSON object holds.
#[derive(Debug, Default)]
struct Object<'a> {
    entry: Entry<'a>,
    /// The fields that could hold a list of articles, or an object with one.
    lists: Vec<&'a str>,
}

/// Reads a whole JSON document, or several one after the other.
pub(crate) fn document(text: &str, file: &str, sink: &mut Sink<'_>) -> Result<(), Failure> {
    let mut reader = Reader::of(text, 1, file);
    if text.trim_ascii_start().starts_with('[') {
        return reader.list(text, None, DEEPEST, sink);
    }
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<&RawValue>();
    loop {
        match values.next() {
            None => return Ok(()),
            Some(Ok(raw)) => reader.value(raw.get(), None, DEEPEST, sink)?,
            Some(Err(error)) => {
                let why = format!("{}; what follows cannot be read", complaint(&error));
                let place = super::place(file, Some(error.line() as u64));
                return sink.faults.note(Kind::LeftOut, place, why);
            }
        }
    }
}

/// Reads one line of JSON lines; a fault in its syntax is put right where it is a known one.
pub(crate) fn line(
    json: &str,
    number: u64,
    file: &str,
    sink: &mut Sink<'_>,
) -> Result<(), Failure> {
    let why = match object(json, sink.fields) {
        Ok(found) => {
            return Reader::of(json, number, file).take(found, number, None, DEEPEST, sink);
        }
        Err(why) => why,
    };
    let place = super::place(file, Some(number));
    if let Some(mended) = super::mend::syntax(json)
        && let Ok(found) = object(&mended, sink.fields)
    {
        let what = format!("{why}; read all the same");
        sink.faults.note(Kind::Mended, place, what)?;
        return Reader::of(&mended, number, file).take(found, number, None, DEEPEST, sink);
    }
    sink.faults.note(Kind::LeftOut, place, why)
}

/// A document on its way: its text, and the line the reader is on.
struct Reader<'a> {
    lines: Lines<'a>,
    file: &'a str,
}

impl<'a> Reader<'a> {
    fn of(text: &'a str, first: u64, file: &'a str) -> Self {
        Self {
            lines: Lines::of(text, first),
            file,
        }
    }

    /// Reads one value as an article, or as a response that holds several.
    fn value(
        &mut self,
        json: &'a str,
        source: Option<&str>,
        depth: usize,
        sink: &mut Sink<'_>,
    ) -> Result<(), Failure> {
        let line = self.lines.at(json);
        match object(json, sink.fields) {
            Ok(found) => self.take(found, line, source, depth, sink),
            Err(why) => {
                let place = super::place(self.file, Some(line));
                sink.faults.note(Kind::LeftOut, place, why)
            }
        }
    }

    /// Takes an object as an article, or each object of the lists it holds.
    fn take(
        &mut self,
        found: Object<'a>,
        line: u64,
        source: Option<&str>,
        depth: usize,
        sink: &mut Sink<'_>,
    ) -> Result<(), Failure> {
        if depth == 0 || found.lists.is_empty() || found.entry.has_text() {
            return sink.entry(found.entry, self.file, Some(line), source);
        }
        let feed = found.entry.title();
        let feed = feed.as_deref().or(source);
        let mut has_list = false;
        for json in found.lists {
            if json[1..].trim_ascii_start().starts_with('{') {
                has_list = true;
                self.list(json, feed, depth - 1, sink)?;
            } else if json.starts_with('{')
                && let Ok(inner) = object(json, sink.fields)
                && !inner.lists.is_empty()
            {
                has_list = true;
                let line = self.lines.at(json);
                self.take(inner, line, feed, depth - 1, sink)?;
            }
        }
        // A field called `data` or `items` that holds something else.
        if has_list {
            return Ok(());
        }
        sink.entry(found.entry, self.file, Some(line), source)
    }

    /// Reads each element of a list; where it breaks off, those before are kept.
    fn list(
        &mut self,
        json: &'a str,
        source: Option<&str>,
        depth: usize,
        sink: &mut Sink<'_>,
    ) -> Result<(), Failure> {
        let (start, file) = (self.lines.at(json), self.file);
        let mut failure = None;
        let elements = Elements(|raw: &'a RawValue| {
            let taken = self.value(raw.get(), source, depth, sink);
            taken.map_err(|wrong| failure = Some(wrong)).is_ok()
        });
        let mut deserializer = serde_json::Deserializer::from_str(json);
        let read = deserializer.deserialize_seq(elements);
        let read = read.and_then(|()| deserializer.end());
        match (failure, read) {
            (Some(failure), _) => Err(failure),
            (None, Ok(())) => Ok(()),
            (None, Err(error)) => {
                let line = start + error.line() as u64 - 1;
                let why = format!("{}; what follows cannot be read", complaint(&error));
                let place = super::place(file, Some(line));
                sink.faults.note(Kind::LeftOut, place, why)
            }
        }
    }
}

/// The fields of one JSON object that mean something; all others are passed over unread.
fn object<'a>(json: &'a str, fields: &mut Fields) -> Result<Object<'a>, String> {
    if !json.trim_ascii_start().starts_with('{') {
        let is_list = json
            .starts_with('[')
            .then(|| serde_json::from_str::<IgnoredAny>(json));
        return Err(match is_list {
            Some(Err(error)) => complaint(&error),
            _ => "not a JSON object".to_owned(),
        });
    }
    let mut deserializer = serde_json::Deserializer::from_str(json);
    let object = deserializer.deserialize_map(Members(fields));
    object
        .and_then(|object| deserializer.end().map(|()| object))
        .map_err(|error| complaint(&error))
}

/// What is wrong with JSON, without the line: the parser may have seen one line only.
fn complaint(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let what = text.split(" at line ").next().unwrap_or_default();
    format!("not JSON: {what}, column {}", error.column())
}

struct Members<'f>(&'f mut Fields);

impl<'de> Visitor<'de> for Members<'_> {
    type Value = Object<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut found = Object::default();
        while let Some(name) = map.next_key_seed(Name)? {
            let is_list = LISTS.contains(&&*name);
            if !is_list && self.0.uses(&name).is_empty() {
                map.next_value::<IgnoredAny>()?;
                continue;
            }
            let json = map.next_value::<&'de RawValue>()?.get();
            if is_list && json.starts_with(['[', '{']) && json.contains('{') {
                found.lists.push(json);
            }
            found.entry.put(self.0, &name, &Value::Json(json));
        }
        Ok(found)
    }
}

/// The name of a field, borrowed where nothing in it is escaped.
struct Name;

impl<'de> DeserializeSeed<'de> for Name {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for Name {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a field")
    }

    fn visit_borrowed_str<E: Error>(self, name: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(name))
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(name.to_owned()))
    }
}

/// Hands over each element of a list until told to stop.
struct Elements<F>(F);

impl<'de, F: FnMut(&'de RawValue) -> bool> Visitor<'de> for Elements<F> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut list: A) -> Result<(), A::Error> {
        while let Some(element) = list.next_element::<&'de RawValue>()? {
            if !(self.0)(element) {
                break;
            }
        }
        Ok(())
    }
}

/// Counts lines on the way through a text.
#[derive(Debug)]
struct Lines<'a> {
    text: &'a str,
    seen: usize,
    line: u64,
}

impl<'a> Lines<'a> {
    /// The lines of a text whose first one has this number.
    fn of(text: &'a str, first: u64) -> Self {
        Self {
            text,
            seen: 0,
            line: first,
        }
    }

    /// The line on which a part of the text begins. Parts are asked for in order.
    fn at(&mut self, part: &str) -> u64 {
        let offset = (part.as_ptr() as usize).wrapping_sub(self.text.as_ptr() as usize);
        if let Some(between) = self.text.as_bytes().get(self.seen..offset) {
            self.line += super::newlines(between);
            self.seen = offset;
        }
        self.line
    }
}
