//! What articles are called: strings or whole numbers.

use pyo3::IntoPyObjectExt;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyInt, PyString};
use retold::story::StoreKey;
use serde::{Serialize, Serializer};

use crate::error::{kind, type_name};

/// A key of an article. A file with string keys is the same as one that the program `retold` or Rust
/// code with `String` keys made.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Key {
    Number(i128),
    Text(String),
}

/// No UTF-8 text begins with this byte, so no string key is taken for a number.
const NUMBER: u8 = 0xff;

impl StoreKey for Key {
    const TAG: &'static str = <String as StoreKey>::TAG;

    fn to_bytes(&self) -> Vec<u8> {
        match self {
            Self::Text(text) => text.as_bytes().to_vec(),
            Self::Number(number) => [&[NUMBER][..], &number.to_le_bytes()].concat(),
        }
    }

    fn from_bytes(bytes: &[u8]) -> Option<Self> {
        match bytes.split_first() {
            Some((&NUMBER, number)) => {
                let number = number.try_into().ok()?;
                Some(Self::Number(i128::from_le_bytes(number)))
            }
            _ => String::from_bytes(bytes).map(Self::Text),
        }
    }
}

impl Key {
    pub(crate) fn read(value: &Bound<'_, PyAny>) -> PyResult<Self> {
        if let Ok(text) = value.cast::<PyString>() {
            return Ok(Self::Text(text.to_string_lossy().into_owned()));
        }
        let number = value.is_instance_of::<PyInt>() && !value.is_instance_of::<PyBool>();
        if number || value.hasattr("__index__")? {
            let number = value.call_method0("__index__")?;
            if let Ok(number) = number.extract::<i64>() {
                return Ok(Self::Number(number.into()));
            }
            return Ok(Self::Number(number.extract::<u64>()?.into()));
        }
        Err(kind(format!(
            "an id is a {}, but must be a str or an int",
            type_name(value)
        )))
    }

    pub(crate) fn to_python<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        match self {
            Self::Text(text) => text.into_bound_py_any(py),
            Self::Number(number) => match i64::try_from(*number) {
                Ok(number) => number.into_bound_py_any(py),
                Err(_) => (*number as u64).into_bound_py_any(py),
            },
        }
    }
}

impl Serialize for Key {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => to.serialize_str(text),
            Self::Number(number) => match i64::try_from(*number) {
                Ok(number) => to.serialize_i64(number),
                Err(_) => to.serialize_u64(*number as u64),
            },
        }
    }
}
