//! Texts and dates of Python: read where they lie, for as long as their objects live.

use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use pyo3::types::{PyBool, PyFloat, PyInt, PyString};
use retold::Date;

use crate::error::{kind, type_name, value as wrong};

/// A Python string, or what could be saved of one that is not UTF-8.
pub(crate) enum Text {
    Python(PyBackedStr),
    Saved(String),
}

impl Text {
    pub(crate) fn as_str(&self) -> &str {
        match self {
            Self::Python(text) => text,
            Self::Saved(text) => text,
        }
    }

    /// Lone surrogates, which a Python string may hold, become replacement characters: text never
    /// fails.
    pub(crate) fn of(text: &Bound<'_, PyString>) -> Self {
        PyBackedStr::try_from(text.clone()).map_or_else(
            |_| Self::Saved(text.to_string_lossy().into_owned()),
            Self::Python,
        )
    }

    /// A string, or nothing for a missing value; `what` names it in the error.
    pub(crate) fn read(value: &Bound<'_, PyAny>, what: &str) -> PyResult<Option<Self>> {
        if let Ok(text) = value.cast::<PyString>() {
            return Ok(Some(Self::of(text)));
        }
        if is_missing(value) {
            return Ok(None);
        }
        Err(kind(format!(
            "{what} is a {}, but must be a str or None",
            type_name(value)
        )))
    }
}

/// Whether a value stands for none: `None`, NaN, `pandas.NA` or `NaT`.
pub(crate) fn is_missing(value: &Bound<'_, PyAny>) -> bool {
    if value.is_none() {
        return true;
    }
    if let Ok(number) = value.cast::<PyFloat>() {
        return number.value().is_nan();
    }
    match type_name(value).as_str() {
        "NAType" | "NaTType" => true,
        "datetime64" => value.str().is_ok_and(|text| text == "NaT"),
        _ => false,
    }
}

/// A date as text, as a `date`, a `datetime` (UTC where it has no zone), or as seconds since 1970.
pub(crate) fn date(value: &Bound<'_, PyAny>) -> PyResult<Option<Date>> {
    if is_missing(value) {
        return Ok(None);
    }
    if let Ok(text) = value.cast::<PyString>() {
        return parsed(&text.to_string_lossy());
    }
    if value.is_instance_of::<PyInt>() && !value.is_instance_of::<PyBool>() {
        return Ok(Some(Date::from_unix_seconds(value.extract()?)));
    }
    if let Ok(seconds) = value.cast::<PyFloat>() {
        return seconds_since_1970(seconds.value()).map(Some);
    }
    if value.hasattr("isoformat")? {
        let text = value.call_method0("isoformat")?;
        return parsed(&text.cast::<PyString>()?.to_string_lossy());
    }
    if type_name(value) == "datetime64" {
        return parsed(&value.str()?.to_string_lossy());
    }
    Err(kind(format!(
        "a date is a {}, but must be a str, a date, a datetime, seconds since 1970 or None",
        type_name(value)
    )))
}

/// No text at all is no date, as feeds have it.
pub(crate) fn parsed(text: &str) -> PyResult<Option<Date>> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    text.parse().map(Some).map_err(wrong)
}

pub(crate) fn seconds_since_1970(seconds: f64) -> PyResult<Date> {
    if seconds.is_finite() && seconds.abs() < 1e15 {
        return Ok(Date::from_unix_seconds(seconds.floor() as i64));
    }
    Err(wrong(format!(
        "{seconds} is not a number of seconds since 1970"
    )))
}
