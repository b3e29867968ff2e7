//! What a field holds, in whatever shape it came: a string, a number, an object around them.

use std::borrow::Cow;
use std::fmt;

use serde::Deserializer;
use serde::de::{Error, Visitor};
use serde_json::Value as Json;

/// The value of a field before anybody knows whether it is needed.
#[derive(Debug, Clone)]
pub(crate) enum Value<'a> {
    /// A text as it is, of a table or a feed.
    Text(Cow<'a, str>),
    /// A text with HTML markup.
    Html(Cow<'a, str>),
    /// JSON as it stands in the input: nothing is read that is not needed.
    Json(&'a str),
}

/// A text found in a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found<'a> {
    pub(crate) text: Cow<'a, str>,
    /// Whether it had half a character, a lone surrogate, that U+FFFD now stands for.
    pub(crate) is_mended: bool,
}

/// Where texts stand in objects: `{"name": …}` of a source, `{"content": …}` of a text.
const OF_TEXTS: &[&str] = &[
    "content", "value", "text", "bodyText", "html", "main", "rendered", "default", "plain", "#text",
];
const OF_SOURCES: &[&str] = &["name", "title", "domain", "id", "uri", "url", "htmlUrl"];
const OF_DATES: &[&str] = &["$date", "$numberLong", "value", "iso"];
const OF_IDS: &[&str] = &["$oid", "value", "#text", "rendered"];

/// A value that is of no use, with the reason.
pub(crate) type Useless = String;

impl<'a> Value<'a> {
    /// The value as a text or a headline. Numbers and truth values are no text.
    pub(crate) fn as_text(&self) -> Result<Option<Found<'a>>, Useless> {
        self.read(OF_TEXTS, false, "a text")
    }

    /// The value as a headline: a number may be one.
    pub(crate) fn as_title(&self) -> Result<Option<Found<'a>>, Useless> {
        self.read(OF_TEXTS, true, "a title")
    }

    /// The value as the name of a source.
    pub(crate) fn as_source(&self) -> Result<Option<Found<'a>>, Useless> {
        self.read(OF_SOURCES, true, "the name of a source")
    }

    /// The value as a date yet to be read.
    pub(crate) fn as_date(&self) -> Result<Option<Found<'a>>, Useless> {
        self.read(OF_DATES, true, "a date")
    }

    /// The value as an id: a string or a whole number, which stays one.
    pub(crate) fn as_id(&self) -> Result<Option<Json>, Useless> {
        if let Self::Json(json) = self
            && json.starts_with(|c: char| c.is_ascii_digit() || c == '-')
        {
            // A larger number would be rounded, and two ids could become one.
            let is_exact = |number: f64| number.abs() < (1_u64 << 53) as f64;
            let number: Json =
                serde_json::from_str(json).map_err(|_| format!("{json} is no number"))?;
            let whole = number.is_i64() || number.is_u64();
            if !whole && !number.as_f64().is_some_and(is_exact) {
                return Err(format!(
                    "{json} is neither a text nor a number of at most 64 bits"
                ));
            }
            return Ok(Some(number));
        }
        if let Self::Json(json) = self
            && json.starts_with('[')
        {
            return Err(unlike(json, "an id"));
        }
        let found = self.read(OF_IDS, true, "an id")?;
        Ok(found.map(|found| Json::String(found.text.trim().to_owned())))
    }

    /// The value as a label: numbers and the strings that spell them are one.
    pub(crate) fn as_label(&self) -> Option<String> {
        match self {
            Self::Json(json) if !json.starts_with('"') => {
                (*json != "null").then(|| (*json).to_owned())
            }
            _ => self
                .read(OF_IDS, true, "a label")
                .ok()
                .flatten()
                .map(|found| found.text.into_owned()),
        }
    }

    /// The value as yes or no.
    pub(crate) fn as_flag(&self) -> bool {
        match self {
            Self::Json(json) => matches!(json.trim_matches('"'), "true" | "1" | "yes"),
            Self::Text(text) | Self::Html(text) => {
                matches!(text.trim(), "true" | "True" | "1" | "yes")
            }
        }
    }

    /// What stands inside an object, such as `bodyText` in `fields`.
    pub(crate) fn inner(&self, name: &str) -> Option<Value<'static>> {
        let Self::Json(json) = self else { return None };
        let mut value = &serde_json::from_str::<Json>(json).ok()?;
        for part in name.split('.') {
            let object = value.as_object()?;
            value = object
                .iter()
                .find(|(key, _)| key.eq_ignore_ascii_case(part))?
                .1;
        }
        match value {
            Json::String(text) => Some(Value::Text(Cow::Owned(text.clone()))),
            Json::Null => None,
            other => Some(Value::Text(Cow::Owned(other.to_string()))),
        }
    }

    /// The text of the value; nothing where it is empty.
    fn read(
        &self,
        inside: &[&str],
        numbers: bool,
        what: &str,
    ) -> Result<Option<Found<'a>>, Useless> {
        let found = match self {
            Self::Text(text) => Found {
                text: text.clone(),
                is_mended: false,
            },
            Self::Html(html) => Found {
                text: Cow::Owned(super::html::to_text(html)),
                is_mended: false,
            },
            Self::Json(json) => match json.as_bytes().first() {
                Some(b'"') => string(json)?,
                Some(b'n') | None => return Ok(None),
                Some(b'{' | b'[') => {
                    let json: Json = serde_json::from_str(json).map_err(|_| unlike(json, what))?;
                    let text =
                        search(&json, inside, 0).ok_or_else(|| unlike(&json.to_string(), what))?;
                    Found {
                        text: Cow::Owned(text),
                        is_mended: false,
                    }
                }
                Some(b't' | b'f') => return Err(unlike(json, what)),
                Some(_) if numbers => Found {
                    text: Cow::Owned(number(json)),
                    is_mended: false,
                },
                Some(_) => return Err(unlike(json, what)),
            },
        };
        Ok(Some(found).filter(|found| !found.text.trim().is_empty()))
    }
}

/// What is wrong with a value, in as many words as a line has room for.
fn unlike(json: &str, what: &str) -> Useless {
    format!("`{}` is not {what}", crate::words::shortened(json, 40))
}

/// A number as a person writes it: `1.7e9` in full.
fn number(json: &str) -> String {
    match json.parse::<f64>() {
        Ok(value) if json.contains(['e', 'E']) && value.abs() < 1e18 => format!("{value:.0}"),
        _ => json.to_owned(),
    }
}

/// The first text inside an object or a list. A list of texts is one text of several paragraphs.
fn search(json: &Json, inside: &[&str], depth: usize) -> Option<String> {
    match json {
        Json::String(text) => Some(text.clone()),
        Json::Number(number) => Some(self::number(&number.to_string())),
        Json::Array(items) if depth < 4 => {
            let texts: Vec<&str> = items.iter().filter_map(Json::as_str).collect();
            match texts.as_slice() {
                [] => items
                    .iter()
                    .find_map(|item| search(item, inside, depth + 1)),
                texts => Some(texts.join("\n\n")),
            }
        }
        Json::Object(object) if depth < 4 => inside
            .iter()
            .find_map(|name| search(object.get(*name)?, inside, depth + 1)),
        _ => None,
    }
}

/// A JSON string without its quotes; half characters become U+FFFD.
fn string(json: &str) -> Result<Found<'_>, Useless> {
    if let Ok(text) = borrowed(json) {
        return Ok(Found {
            text,
            is_mended: false,
        });
    }
    let mended = without_lone_surrogates(json);
    match serde_json::from_str(&mended) {
        Ok(text) => Ok(Found {
            text: Cow::Owned(text),
            is_mended: true,
        }),
        Err(_) => Err(unlike(json, "a text")),
    }
}

/// Borrows where nothing is escaped.
fn borrowed(json: &str) -> serde_json::Result<Cow<'_, str>> {
    struct Text;
    impl<'de> Visitor<'de> for Text {
        type Value = Cow<'de, str>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a string")
        }

        fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Self::Value, E> {
            Ok(Cow::Borrowed(text))
        }

        fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
            Ok(Cow::Owned(text.to_owned()))
        }
    }
    serde_json::Deserializer::from_str(json).deserialize_str(Text)
}

/// The same JSON string with `\ufffd` for each escaped half of a character that lacks the other.
fn without_lone_surrogates(json: &str) -> String {
    let unit = |at: usize| -> Option<u16> {
        let digits = json.get(at..at + 6)?.strip_prefix("\\u")?;
        u16::from_str_radix(digits, 16).ok()
    };
    let (mut text, mut at, mut copied) = (String::with_capacity(json.len()), 0, 0);
    while let Some(next) = json[at..].find('\\') {
        at += next;
        let (length, is_lone) = match unit(at) {
            Some(0xd800..=0xdbff) => match unit(at + 6) {
                Some(0xdc00..=0xdfff) => (12, false),
                _ => (6, true),
            },
            Some(0xdc00..=0xdfff) => (6, true),
            Some(_) => (6, false),
            None => (2, false),
        };
        if is_lone {
            text.push_str(&json[copied..at]);
            text.push_str("\\ufffd");
            copied = at + length;
        }
        at = (at + length).min(json.len());
        while !json.is_char_boundary(at) {
            at += 1;
        }
    }
    text.push_str(&json[copied..]);
    text
}
