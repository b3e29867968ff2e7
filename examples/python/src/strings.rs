//! Columns of strings, dates and ids, of Arrow or of Python.

use arrow_array::cast::AsArray;
use arrow_array::types::{
    Date32Type, Date64Type, Float32Type, Float64Type, Int8Type, Int16Type, Int32Type, Int64Type,
    TimestampMicrosecondType, TimestampMillisecondType, TimestampNanosecondType,
    TimestampSecondType, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{Array, ArrayRef, LargeStringArray, StringArray, StringViewArray};
use arrow_schema::{DataType, TimeUnit};
use pyo3::prelude::*;
use retold::Date;

use crate::error::{kind, value as wrong};
use crate::key::Key;
use crate::text::{self, Text};

/// Some strings in the form in which they came.
pub(crate) enum Strings {
    Python(Vec<Option<Text>>),
    Arrow(Vec<Chunk>),
}

pub(crate) enum Chunk {
    Utf8(StringArray),
    Large(LargeStringArray),
    View(StringViewArray),
    /// Categories: the place of each row's value, or nothing.
    Dictionary(Vec<Option<usize>>, Box<Chunk>),
    Null(usize),
}

impl Strings {
    pub(crate) fn of_python(column: &Bound<'_, PyAny>, what: &str) -> PyResult<Self> {
        let texts = column.try_iter()?.map(|value| Text::read(&value?, what));
        Ok(Self::Python(texts.collect::<PyResult<_>>()?))
    }

    pub(crate) fn of_arrow(chunks: &[ArrayRef], what: &str) -> PyResult<Self> {
        let chunks = chunks.iter().map(|chunk| Chunk::of(chunk, what));
        Ok(Self::Arrow(chunks.collect::<PyResult<_>>()?))
    }

    pub(crate) fn len(&self) -> usize {
        match self {
            Self::Python(texts) => texts.len(),
            Self::Arrow(chunks) => chunks.iter().map(Chunk::len).sum(),
        }
    }

    /// All of them, by reference.
    pub(crate) fn all(&self) -> Vec<Option<&str>> {
        match self {
            Self::Python(texts) => {
                let texts = texts.iter();
                texts.map(|text| text.as_ref().map(Text::as_str)).collect()
            }
            Self::Arrow(chunks) => {
                let mut all = Vec::new();
                chunks.iter().for_each(|chunk| chunk.add_to(&mut all));
                all
            }
        }
    }
}

impl Chunk {
    fn of(array: &ArrayRef, what: &str) -> PyResult<Self> {
        Ok(match array.data_type() {
            DataType::Utf8 => Self::Utf8(array.as_string::<i32>().clone()),
            DataType::LargeUtf8 => Self::Large(array.as_string::<i64>().clone()),
            DataType::Utf8View => Self::View(array.as_string_view().clone()),
            DataType::Null => Self::Null(array.len()),
            DataType::Dictionary(_, _) if array.is_empty() => Self::Null(0),
            DataType::Dictionary(_, _) => {
                let dictionary = array.as_any_dictionary();
                if dictionary.values().is_empty() {
                    return Ok(Self::Null(array.len()));
                }
                let keys = dictionary.normalized_keys().into_iter().enumerate();
                let keys = keys.map(|(at, key)| array.is_valid(at).then_some(key));
                Self::Dictionary(
                    keys.collect(),
                    Box::new(Self::of(dictionary.values(), what)?),
                )
            }
            // Without a value a column has the type that its maker gives it, as pandas makes of missing texts.
            _ if holds_nothing(array) => Self::Null(array.len()),
            other => return Err(kind(format!("{what} is of type {other}, but must be text"))),
        })
    }

    fn len(&self) -> usize {
        match self {
            Self::Utf8(array) => array.len(),
            Self::Large(array) => array.len(),
            Self::View(array) => array.len(),
            Self::Dictionary(keys, _) => keys.len(),
            Self::Null(len) => *len,
        }
    }

    fn add_to<'a>(&'a self, all: &mut Vec<Option<&'a str>>) {
        match self {
            Self::Utf8(array) => all.extend(array.iter()),
            Self::Large(array) => all.extend(array.iter()),
            Self::View(array) => all.extend(array.iter()),
            Self::Null(len) => all.extend(std::iter::repeat_n(None, *len)),
            Self::Dictionary(keys, values) => {
                let mut known = Vec::new();
                values.add_to(&mut known);
                all.extend(keys.iter().map(|key| key.and_then(|key| known[key])));
            }
        }
    }
}

/// Whether all values are missing; NaN is.
fn holds_nothing(array: &ArrayRef) -> bool {
    let nan = |value: Option<f64>| value.is_none_or(f64::is_nan);
    match array.data_type() {
        DataType::Float64 => array.as_primitive::<Float64Type>().iter().all(nan),
        DataType::Float32 => {
            let values = array.as_primitive::<Float32Type>().iter();
            values.map(|value| value.map(f64::from)).all(nan)
        }
        _ => array.logical_null_count() == array.len(),
    }
}

/// Dates of Python, each a text, a date, a datetime or seconds; an error names the article.
pub(crate) fn python_dates(column: &Bound<'_, PyAny>) -> PyResult<Vec<Option<Date>>> {
    let dates = column.try_iter()?.enumerate();
    dates
        .map(|(at, value)| text::date(&value?).map_err(|error| of_article(column.py(), at, &error)))
        .collect()
}

/// The error, of the same type, with the place of the article before its words.
pub(crate) fn of_article(py: Python<'_>, at: usize, error: &PyErr) -> PyErr {
    let message = format!("article {at}: {}", error.value(py));
    PyErr::from_type(error.get_type(py), message)
}

/// Dates of Arrow; an error names the article.
pub(crate) fn arrow_dates(chunks: &[ArrayRef]) -> PyResult<Vec<Option<Date>>> {
    let mut dates = Vec::new();
    for chunk in chunks {
        add_dates(chunk, &mut dates, &mut |dates, date| {
            let at = dates.len();
            dates.push(date.map_err(|error| Python::attach(|py| of_article(py, at, &error)))?);
            Ok(())
        })?;
    }
    Ok(dates)
}

/// Dates of Arrow; for one that cannot be read none, and what is wrong with it.
pub(crate) fn arrow_dates_and_faults(array: &ArrayRef) -> PyResult<(Dates, Vec<Option<String>>)> {
    let (mut dates, mut faults) = (Vec::new(), vec![None; array.len()]);
    add_dates(array, &mut dates, &mut |dates, date| {
        dates.push(date.unwrap_or_else(|error| {
            faults[dates.len()] = Some(Python::attach(|py| error.value(py).to_string()));
            None
        }));
        Ok(())
    })?;
    Ok((dates, faults))
}

type Dates = Vec<Option<Date>>;
/// Takes a date or what is wrong with it.
type Take<'a> = &'a mut dyn FnMut(&mut Dates, PyResult<Option<Date>>) -> PyResult<()>;

fn add_dates(array: &ArrayRef, dates: &mut Dates, take: Take<'_>) -> PyResult<()> {
    const DAY: i64 = 86_400;
    macro_rules! seconds {
        ($kind:ty, $seconds:expr) => {{
            let seconds = $seconds;
            let date = |value| Date::from_unix_seconds(seconds(value));
            dates.extend(
                array
                    .as_primitive::<$kind>()
                    .iter()
                    .map(|value| value.map(date)),
            );
        }};
    }
    macro_rules! numbers {
        ($kind:ty) => {
            for value in array.as_primitive::<$kind>() {
                let date = value.map(|value| text::whole_since_1970(value.into()));
                take(dates, date.transpose())?;
            }
        };
    }
    macro_rules! fractions {
        ($kind:ty) => {
            for value in array.as_primitive::<$kind>() {
                let value = value.map(f64::from).filter(|value| !value.is_nan());
                take(dates, value.map(text::seconds_since_1970).transpose())?;
            }
        };
    }
    match array.data_type() {
        DataType::Timestamp(TimeUnit::Second, _) => {
            seconds!(TimestampSecondType, |value: i64| value)
        }
        DataType::Timestamp(TimeUnit::Millisecond, _) => {
            seconds!(TimestampMillisecondType, |value: i64| value
                .div_euclid(1_000));
        }
        DataType::Timestamp(TimeUnit::Microsecond, _) => {
            seconds!(TimestampMicrosecondType, |value: i64| value
                .div_euclid(1_000_000));
        }
        DataType::Timestamp(TimeUnit::Nanosecond, _) => {
            seconds!(TimestampNanosecondType, |value: i64| value
                .div_euclid(1_000_000_000));
        }
        DataType::Date32 => seconds!(Date32Type, |value: i32| i64::from(value) * DAY),
        DataType::Date64 => seconds!(Date64Type, |value: i64| value.div_euclid(1_000)),
        DataType::Int8 => numbers!(Int8Type),
        DataType::Int16 => numbers!(Int16Type),
        DataType::Int32 => numbers!(Int32Type),
        DataType::Int64 => numbers!(Int64Type),
        DataType::UInt8 => numbers!(UInt8Type),
        DataType::UInt16 => numbers!(UInt16Type),
        DataType::UInt32 => numbers!(UInt32Type),
        DataType::UInt64 => numbers!(UInt64Type),
        DataType::Float32 => fractions!(Float32Type),
        DataType::Float64 => fractions!(Float64Type),
        _ => {
            let chunk = Chunk::of(array, "a date").map_err(|_| {
                kind(format!(
                    "a date is of type {}, but must be text, a date, a timestamp or seconds since 1970",
                    array.data_type()
                ))
            })?;
            let mut texts = Vec::new();
            chunk.add_to(&mut texts);
            for text in texts {
                let date = text.map(text::parsed).transpose();
                take(dates, date.map(Option::flatten))?;
            }
        }
    }
    Ok(())
}

pub(crate) fn python_keys(column: &Bound<'_, PyAny>) -> PyResult<Vec<Key>> {
    column.try_iter()?.map(|value| Key::read(&value?)).collect()
}

pub(crate) fn arrow_keys(chunks: &[ArrayRef]) -> PyResult<Vec<Key>> {
    let mut keys = Vec::new();
    for chunk in chunks {
        if chunk.logical_null_count() > 0 {
            return Err(wrong("an article has no id"));
        }
        macro_rules! numbers {
            ($kind:ty) => {{
                let numbers = chunk.as_primitive::<$kind>().values().iter();
                keys.extend(numbers.map(|&number| Key::Number(number.into())));
            }};
        }
        match chunk.data_type() {
            DataType::Int64 => numbers!(Int64Type),
            DataType::Int32 => numbers!(Int32Type),
            DataType::Int16 => numbers!(Int16Type),
            DataType::Int8 => numbers!(Int8Type),
            DataType::UInt64 => numbers!(UInt64Type),
            DataType::UInt32 => numbers!(UInt32Type),
            DataType::UInt16 => numbers!(UInt16Type),
            DataType::UInt8 => numbers!(UInt8Type),
            _ => {
                let chunk = Chunk::of(chunk, "an id")?;
                let mut texts = Vec::new();
                chunk.add_to(&mut texts);
                let texts = texts.into_iter().flatten();
                keys.extend(texts.map(|text| Key::Text(text.to_owned())));
            }
        }
    }
    Ok(keys)
}
