//! Many articles of Python: a list, a mapping of columns, or a frame of pandas, polars or pyarrow.

use arrow_array::ArrayRef;
use arrow_array::cast::AsArray;
use arrow_schema::DataType;
use pyo3::prelude::*;
use pyo3::types::{PyMapping, PyString};
use retold::{Article, Date};

use crate::arrow;
use crate::article::{PyArticle, field};
use crate::error::{kind, type_name, value as wrong};
use crate::key::Key;
use crate::strings::{Strings, arrow_dates, arrow_keys, of_article, python_dates, python_keys};
use crate::text::is_missing;

/// Columns that describe articles: those of the frame under their usual names, or those given.
#[derive(Default)]
pub(crate) struct Given<'py> {
    pub(crate) texts: Option<Bound<'py, PyAny>>,
    pub(crate) titles: Option<Bound<'py, PyAny>>,
    pub(crate) dates: Option<Bound<'py, PyAny>>,
    pub(crate) sources: Option<Bound<'py, PyAny>>,
    pub(crate) ids: Option<Bound<'py, PyAny>>,
}

/// Articles by columns.
pub(crate) struct Articles {
    texts: Strings,
    titles: Option<Strings>,
    dates: Option<Vec<Option<Date>>>,
    sources: Option<Strings>,
    pub(crate) ids: Option<Vec<Key>>,
}

/// One column, as it came.
enum Column<'py> {
    Arrow(Vec<ArrayRef>),
    Python(Bound<'py, PyAny>),
}

impl<'py> Column<'py> {
    fn of(value: &Bound<'py, PyAny>) -> PyResult<Self> {
        if arrow::is_arrow(value)?
            && let Ok((_, chunks)) = arrow::arrays(value)
        {
            return Ok(Self::Arrow(chunks));
        }
        Ok(Self::Python(value.clone()))
    }

    fn strings(&self, what: &str) -> PyResult<Strings> {
        match self {
            Self::Arrow(chunks) => Strings::of_arrow(chunks, what),
            Self::Python(column) => Strings::of_python(column, what),
        }
    }

    fn dates(&self) -> PyResult<Vec<Option<Date>>> {
        match self {
            Self::Arrow(chunks) => arrow_dates(chunks),
            Self::Python(column) => python_dates(column),
        }
    }

    fn keys(&self) -> PyResult<Vec<Key>> {
        match self {
            Self::Arrow(chunks) => arrow_keys(chunks),
            Self::Python(column) => python_keys(column),
        }
    }
}

/// Named columns.
struct Table<'py>(Vec<(String, Column<'py>)>);

impl<'py> Table<'py> {
    /// The columns of a frame or a mapping; nothing if the value is no such thing.
    fn of(value: &Bound<'py, PyAny>) -> PyResult<Option<Self>> {
        let has_columns = value.hasattr("columns")?;
        if arrow::is_arrow(value)? {
            match arrow::arrays(value) {
                Ok((DataType::Struct(fields), chunks)) => {
                    let column = |at: usize| {
                        let chunks = chunks.iter();
                        let chunks = chunks.map(|chunk| chunk.as_struct().column(at).clone());
                        Column::Arrow(chunks.collect())
                    };
                    let named = fields.iter().enumerate();
                    let named = named.map(|(at, field)| (field.name().clone(), column(at)));
                    return Ok(Some(Self(named.collect())));
                }
                Ok(_) => return Ok(None),
                // Columns of Python objects may not be for Arrow; a frame without pyarrow is not.
                Err(_) if has_columns => {}
                Err(error) => return Err(error),
            }
        }
        let names = if let Ok(mapping) = value.cast::<PyMapping>() {
            mapping.keys()?.into_any()
        } else if has_columns {
            value.getattr("columns")?
        } else {
            return Ok(None);
        };
        let mut named = Vec::new();
        for name in names.try_iter()? {
            let name = name?;
            let column = value.get_item(&name)?;
            named.push((
                name.str()?.to_string_lossy().into_owned(),
                Column::of(&column)?,
            ));
        }
        Ok(Some(Self(named)))
    }

    fn find(&self, name: &str) -> Option<&Column<'py>> {
        let mut columns = self.0.iter();
        Some(&columns.find(|column| column.0 == name)?.1)
    }

    fn needed(&self, name: &str, argument: &str) -> PyResult<&Column<'py>> {
        self.find(name).ok_or_else(|| {
            let names: Vec<&str> = self.0.iter().map(|column| column.0.as_str()).collect();
            wrong(format!(
                "there is no column `{name}`; name one by `{argument}`: there are {}",
                names.join(", ")
            ))
        })
    }
}

impl Articles {
    pub(crate) fn read<'py>(articles: &Bound<'py, PyAny>, given: &Given<'py>) -> PyResult<Self> {
        if articles.is_instance_of::<PyString>() {
            return Err(kind(
                "articles are a str, but must be a list of texts or a frame",
            ));
        }
        let table = Table::of(articles)?;
        let all = match &table {
            Some(table) => Self::of_table(table, given)?,
            None => Self::of_rows(articles, given)?,
        };
        all.check()?;
        Ok(all)
    }

    fn of_table<'py>(table: &Table<'py>, given: &Given<'py>) -> PyResult<Self> {
        let texts = match find(table, given.texts.as_ref(), ["text", "texts"])? {
            Some(texts) => texts,
            None => Found::Own(table.needed("text", "texts")?),
        };
        let titles = find(table, given.titles.as_ref(), ["title", "titles"])?;
        let dates = find(table, given.dates.as_ref(), ["date", "dates"])?;
        let sources = find(table, given.sources.as_ref(), ["source", "sources"])?;
        let ids = find(table, given.ids.as_ref(), ["id", "ids"])?;
        let strings = |column: Option<Found<'_, 'py>>, what: &str| {
            column.map(|column| column.get().strings(what)).transpose()
        };
        Ok(Self {
            texts: texts.get().strings("a text")?,
            titles: strings(titles, "a title")?,
            dates: dates.map(|column| column.get().dates()).transpose()?,
            sources: strings(sources, "a source")?,
            ids: ids.map(|column| column.get().keys()).transpose()?,
        })
    }

    /// Articles that were read one by one.
    fn of_parts(articles: Vec<PyArticle>, ids: Option<Vec<Key>>) -> Self {
        let (mut texts, mut titles) = (Vec::new(), Vec::new());
        let (mut dates, mut sources) = (Vec::new(), Vec::new());
        for article in articles {
            texts.push(Some(article.text));
            titles.push(article.title);
            dates.push(article.date);
            sources.push(article.source);
        }
        Self {
            texts: Strings::Python(texts),
            titles: Some(Strings::Python(titles)),
            dates: Some(dates),
            sources: Some(Strings::Python(sources)),
            ids,
        }
    }

    fn of_rows(articles: &Bound<'_, PyAny>, given: &Given<'_>) -> PyResult<Self> {
        let mut all = match Column::of(articles)? {
            column @ Column::Arrow(_) => Self {
                texts: column.strings("a text")?,
                titles: None,
                dates: None,
                sources: None,
                ids: None,
            },
            Column::Python(_) => rows(articles)?,
        };
        let columns = [&given.titles, &given.dates, &given.sources, &given.ids];
        let mut columns = columns.into_iter().flatten();
        if given.texts.is_some() || columns.any(|column| column.is_instance_of::<PyString>()) {
            return Err(kind(
                "a column is named, but the articles are a list without columns",
            ));
        }
        if let Some(titles) = &given.titles {
            all.titles = Some(Column::of(titles)?.strings("a title")?);
        }
        if let Some(dates) = &given.dates {
            all.dates = Some(Column::of(dates)?.dates()?);
        }
        if let Some(sources) = &given.sources {
            all.sources = Some(Column::of(sources)?.strings("a source")?);
        }
        if let Some(ids) = &given.ids {
            all.ids = Some(Column::of(ids)?.keys()?);
        }
        Ok(all)
    }

    pub(crate) fn len(&self) -> usize {
        self.texts.len()
    }

    fn check(&self) -> PyResult<()> {
        let count = self.len();
        let len = |strings: &Option<Strings>| strings.as_ref().map(Strings::len);
        for (name, len) in [
            ("titles", len(&self.titles)),
            ("dates", self.dates.as_ref().map(Vec::len)),
            ("sources", len(&self.sources)),
            ("ids", self.ids.as_ref().map(Vec::len)),
        ] {
            if let Some(len) = len.filter(|&len| len != count) {
                return Err(wrong(format!(
                    "there are {len} {name}, but {count} articles"
                )));
            }
        }
        Ok(())
    }

    /// All of them, by reference. An article without a text has an empty one.
    pub(crate) fn all(&self) -> Vec<Article<'_>> {
        let [titles, sources] =
            [&self.titles, &self.sources].map(|strings| strings.as_ref().map(Strings::all));
        let texts = self.texts.all().into_iter().enumerate();
        let article = |(at, text): (usize, Option<_>)| {
            Article::new(text.unwrap_or_default())
                .with_title(titles.as_ref().and_then(|titles| titles[at]))
                .with_date(self.dates.as_ref().and_then(|dates| dates[at]))
                .with_source(sources.as_ref().and_then(|sources| sources[at]))
        };
        texts.map(article).collect()
    }
}

/// A column that is there: one of the table, or one that was given.
enum Found<'t, 'py> {
    Own(&'t Column<'py>),
    Given(Column<'py>),
}

impl<'py> Found<'_, 'py> {
    fn get(&self) -> &Column<'py> {
        match self {
            Self::Own(column) => column,
            Self::Given(column) => column,
        }
    }
}

/// The column an argument names or is; without one the table's own under its usual name.
fn find<'t, 'py>(
    table: &'t Table<'py>,
    given: Option<&Bound<'py, PyAny>>,
    [usual, argument]: [&str; 2],
) -> PyResult<Option<Found<'t, 'py>>> {
    let Some(given) = given else {
        return Ok(table.find(usual).map(Found::Own));
    };
    match given.cast::<PyString>() {
        Ok(name) => {
            let name = name.to_string_lossy();
            table
                .needed(&name, argument)
                .map(|column| Some(Found::Own(column)))
        }
        Err(_) => Column::of(given).map(|column| Some(Found::Given(column))),
    }
}

/// A list of articles, each as [`PyArticle`] takes it, with an id where all have one.
fn rows(articles: &Bound<'_, PyAny>) -> PyResult<Articles> {
    let iterator = articles.try_iter().map_err(|_| {
        kind(format!(
            "articles are a {}, but must be a list of texts or a frame",
            type_name(articles)
        ))
    })?;
    let (mut all, mut ids) = (Vec::new(), Vec::new());
    for (at, row) in iterator.enumerate() {
        let row = row?;
        let named = |error: PyErr| of_article(row.py(), at, &error);
        all.push(PyArticle::read(&row).map_err(named)?);
        if row.is_instance_of::<PyString>() {
            continue;
        }
        if let Some(id) = field(&row, "id")?.filter(|id| !is_missing(id)) {
            ids.push(Key::read(&id).map_err(named)?);
        }
    }
    let ids = (ids.len() == all.len() && !all.is_empty()).then_some(ids);
    Ok(Articles::of_parts(all, ids))
}
