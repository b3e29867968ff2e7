//! Python exceptions with the words of the library's errors.

use pyo3::exceptions::{PyException, PyKeyError, PyOSError, PyTypeError, PyValueError};
use pyo3::prelude::*;
use retold::story::{InsertError, StoreError as FileError};

pyo3::create_exception!(
    retold,
    SettingError,
    PyValueError,
    "A setting is outside its range; the message names both."
);
pyo3::create_exception!(
    retold,
    FormatError,
    PyValueError,
    "Bytes are not what they should be, or were made with other settings."
);
pyo3::create_exception!(
    retold,
    StoreError,
    PyException,
    "A file cannot be used as an index; the message says why."
);

pub(crate) fn setting(error: retold::SettingError) -> PyErr {
    SettingError::new_err(error.to_string())
}

pub(crate) fn format(error: retold::FormatError) -> PyErr {
    FormatError::new_err(error.to_string())
}

/// The words of an error about a file, with the names that things have in Python.
fn in_python(error: &FileError) -> String {
    let words = error.to_string();
    let words = words.replace(
        "; `story::read_articles` reads its articles all the same",
        "",
    );
    words.replace("`StoryIndex::open`", "`retold.Index(path)`")
}

/// What the disk refused is an `OSError`; everything else about a file is a `StoreError`.
pub(crate) fn store(error: FileError) -> PyErr {
    match error {
        FileError::Io { .. } => PyOSError::new_err(in_python(&error)),
        other => StoreError::new_err(in_python(&other)),
    }
}

pub(crate) fn insert(error: InsertError) -> PyErr {
    match error {
        InsertError::Held => PyKeyError::new_err(error.to_string()),
        other => PyValueError::new_err(other.to_string()),
    }
}

pub(crate) fn value(error: impl std::fmt::Display) -> PyErr {
    PyValueError::new_err(error.to_string())
}

pub(crate) fn kind(error: impl std::fmt::Display) -> PyErr {
    PyTypeError::new_err(error.to_string())
}

/// The name of a value's type, for messages.
pub(crate) fn type_name(value: &Bound<'_, PyAny>) -> String {
    let name = value.get_type().name();
    name.map_or_else(|_| "?".to_owned(), |name| name.to_string())
}

pub(crate) fn register(module: &Bound<'_, PyModule>) -> PyResult<()> {
    let py = module.py();
    module.add("SettingError", py.get_type::<SettingError>())?;
    module.add("FormatError", py.get_type::<FormatError>())?;
    module.add("StoreError", py.get_type::<StoreError>())
}
