//! Texts and dates of Python. A text is read where it lies, for as long as its object lives, if it is ASCII.

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
    if is_whole(value)? {
        let number = value.call_method0("__index__")?;
        let whole = number.extract().map_err(|_| not_seconds(&number))?;
        return whole_since_1970(whole).map(Some);
    }
    if matches!(type_name(value).as_str(), "float32" | "float16") {
        let seconds: f64 = value.call_method0("__float__")?.extract()?;
        return (!seconds.is_nan())
            .then(|| seconds_since_1970(seconds))
            .transpose();
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
    text.parse().map(Some).or_else(|error| match of_mail(text) {
        Some(date) => Ok(Some(date)),
        None => Err(wrong(error)),
    })
}

/// A date as RSS has it (RFC 822), read by Python: `Mon, 04 Mar 2024 10:30:00 GMT`.
fn of_mail(text: &str) -> Option<Date> {
    if !text.contains(':') || !text.contains(|sign: char| sign.is_ascii_alphabetic()) {
        return None;
    }
    Python::attach(|py| {
        let utils = py.import("email.utils").ok()?;
        let moment = utils.call_method1("parsedate_to_datetime", (text,)).ok()?;
        let moment = moment.call_method0("isoformat").ok()?;
        moment.extract::<String>().ok()?.parse().ok()
    })
}

/// Whether a value is a whole number, of Python or of numpy.
fn is_whole(value: &Bound<'_, PyAny>) -> PyResult<bool> {
    if value.is_instance_of::<PyBool>() || matches!(type_name(value).as_str(), "bool" | "bool_") {
        return Ok(false);
    }
    Ok(value.is_instance_of::<PyInt>() || value.hasattr("__index__")?)
}

/// The last second of the year 9999. What lies past it counts milliseconds, or smaller parts of a second.
const LAST: i64 = 253_402_300_799;

/// Whole seconds since 1970; past the year 9999 they are milliseconds, microseconds or nanoseconds.
pub(crate) fn whole_since_1970(number: i128) -> PyResult<Date> {
    let within = |number: &i128| number.unsigned_abs() <= u128::from(LAST.unsigned_abs());
    let units = [1, 1_000, 1_000_000, 1_000_000_000];
    let mut seconds = units.iter().map(|unit| number.div_euclid(*unit));
    let seconds = seconds
        .find(within)
        .and_then(|seconds| i64::try_from(seconds).ok());
    let seconds = seconds.ok_or_else(|| not_seconds(number))?;
    Ok(Date::from_unix_seconds(seconds))
}

fn not_seconds(number: impl std::fmt::Display) -> PyErr {
    wrong(format!("{number} is not a number of seconds since 1970"))
}

pub(crate) fn seconds_since_1970(seconds: f64) -> PyResult<Date> {
    if !seconds.is_finite() {
        return Err(not_seconds(seconds));
    }
    whole_since_1970(seconds.floor() as i128)
}
