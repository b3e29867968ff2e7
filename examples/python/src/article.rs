//! One article of Python: a string, a pair of title and text, a mapping, or an object with attributes, which
//! named tuples and rows of Spark are too.

use pyo3::prelude::*;
use pyo3::types::{PyMapping, PyString, PyTuple};
use retold::{Article, AsArticle, Date};

use crate::error::{kind, type_name};
use crate::text::{self, Text, is_missing};

/// An article whose texts are those of Python objects.
pub(crate) struct PyArticle {
    pub(crate) text: Text,
    pub(crate) title: Option<Text>,
    pub(crate) date: Option<Date>,
    pub(crate) source: Option<Text>,
}

impl AsArticle for PyArticle {
    fn as_article(&self) -> Article<'_> {
        Article::new(self.text.as_str())
            .with_title(self.title.as_ref().map(Text::as_str))
            .with_date(self.date)
            .with_source(self.source.as_ref().map(Text::as_str))
    }
}

/// What may be said of an article beside its text.
#[derive(Default)]
pub(crate) struct Beside<'py> {
    pub(crate) title: Option<Bound<'py, PyAny>>,
    pub(crate) date: Option<Bound<'py, PyAny>>,
    pub(crate) source: Option<Bound<'py, PyAny>>,
}

impl PyArticle {
    pub(crate) fn read(value: &Bound<'_, PyAny>) -> PyResult<Self> {
        if let Ok(text) = value.cast::<PyString>() {
            return Ok(Self::plain(Text::of(text)));
        }
        if is_missing(value) {
            return Ok(Self::plain(Text::Saved(String::new())));
        }
        if let Ok(pair) = value.cast::<PyTuple>()
            && !has_names(value)?
        {
            let (title, text): (Bound<'_, PyAny>, Bound<'_, PyAny>) =
                pair.extract().map_err(|_| {
                    kind("a tuple for an article must be a pair of its title and its text")
                })?;
            let mut article = Self::plain(needed(&text)?);
            article.title = Text::read(&title, "the title of an article")?;
            return Ok(article);
        }
        let field = |name| field(value, name);
        let Some(text) = field("text")? else {
            return Err(kind(format!(
                "an article must be a str, a (title, text) pair, or have `text`; this {} has none",
                type_name(value)
            )));
        };
        let mut article = Self::plain(needed(&text)?);
        article.add(&Beside {
            title: field("title")?,
            date: field("date")?,
            source: field("source")?,
        })?;
        Ok(article)
    }

    fn plain(text: Text) -> Self {
        Self {
            text,
            title: None,
            date: None,
            source: None,
        }
    }

    /// Takes what is given in place of what the article has.
    pub(crate) fn add(&mut self, beside: &Beside<'_>) -> PyResult<()> {
        if let Some(title) = &beside.title {
            self.title = Text::read(title, "the title of an article")?;
        }
        if let Some(date) = &beside.date {
            self.date = text::date(date)?;
        }
        if let Some(source) = &beside.source {
            self.source = Text::read(source, "the source of an article")?;
        }
        Ok(())
    }
}

/// Whether a tuple goes by the names of its fields: a named tuple, a row of Spark, or one with a `text`.
fn has_names(tuple: &Bound<'_, PyAny>) -> PyResult<bool> {
    for name in ["_fields", "__fields__", "text"] {
        if tuple.hasattr(name)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// A field of a mapping or an attribute of an object.
pub(crate) fn field<'py>(
    value: &Bound<'py, PyAny>,
    name: &str,
) -> PyResult<Option<Bound<'py, PyAny>>> {
    match value.cast::<PyMapping>() {
        Ok(fields) if fields.contains(name)? => fields.get_item(name).map(Some),
        Ok(_) => Ok(None),
        Err(_) => value.getattr_opt(name),
    }
}

fn needed(text: &Bound<'_, PyAny>) -> PyResult<Text> {
    let text = Text::read(text, "the text of an article")?;
    Ok(text.unwrap_or_else(|| Text::Saved(String::new())))
}
