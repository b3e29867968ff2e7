//! One article as it was read, owning its texts.

use retold::{Article, AsArticle, Date, Language};
use serde_json::Value;

/// An article of the input.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Record {
    /// A string or a number, written out again as it came.
    pub(crate) id: Value,
    pub(crate) text: String,
    pub(crate) title: Option<String>,
    pub(crate) date: Option<Date>,
    pub(crate) source: Option<String>,
    /// The language, where the user says it or which field has it.
    pub(crate) language: Option<Language>,
    /// The label of the event, where the input has labels.
    pub(crate) event: Option<String>,
    /// Whether the input says that it was withdrawn.
    pub(crate) withdrawn: bool,
}

impl AsArticle for Record {
    fn as_article(&self) -> Article<'_> {
        Article::new(&self.text)
            .with_title(&self.title)
            .with_date(self.date)
            .with_source(&self.source)
            .with_language(self.language)
    }
}

impl Record {
    /// What the article is called where people read: its id without quotes.
    pub(crate) fn name(&self) -> String {
        shown_id(&self.id)
    }
}

/// An id without quotes.
pub(crate) fn shown_id(id: &Value) -> String {
    id.as_str().map_or_else(|| id.to_string(), str::to_owned)
}

/// What an id is known by: numbers by their value, so that 1 and 1.0 are one id, and 1 and "1" two.
pub(crate) fn identity(id: &Value) -> String {
    match id.as_f64() {
        Some(number) if id.is_f64() && number.fract() == 0.0 => format!("{number:.0}"),
        _ => id.to_string(),
    }
}
