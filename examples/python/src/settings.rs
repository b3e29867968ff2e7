//! Settings as keyword arguments, checked by the library.

use pyo3::prelude::*;
use pyo3::types::PyDict;
use retold::Detector;
use retold::event::Background;

use crate::error;

/// A detector with these settings; the names are those of the methods of `DetectorBuilder`.
pub(crate) fn detector(settings: Option<&Bound<'_, PyDict>>) -> PyResult<Detector> {
    let Some(settings) = settings else {
        return Ok(Detector::new());
    };
    let mut builder = Detector::builder();
    for (name, value) in settings {
        let name: String = name.extract()?;
        builder = match name.as_str() {
            "shingle_words" => builder.shingle_words(count(&name, &value)?),
            "slots" => builder.slots(count(&name, &value)?),
            "candidate_terms" => builder.candidate_terms(count(&name, &value)?),
            "copy_similarity" => builder.copy_similarity(number(&name, &value)?),
            "copy_containment" => builder.copy_containment(number(&name, &value)?),
            "story_threshold" => builder.story_threshold(number(&name, &value)?),
            "pair_threshold" => builder.pair_threshold(number(&name, &value)?),
            "window_days" if value.is_none() => builder.window_days(None::<f64>),
            "window_days" => builder.window_days(Some(number(&name, &value)?)),
            "date_decay" => {
                let (days, floor) = value.extract().map_err(|_| {
                    error::kind("date_decay must be a pair of numbers: days and floor")
                })?;
                builder.date_decay(days, floor)
            }
            "background" => builder.background(background(&value)?),
            _ => {
                return Err(error::kind(format!(
                    "there is no setting `{name}`; there are {NAMES}"
                )));
            }
        };
    }
    builder.build().map_err(error::setting)
}

const NAMES: &str = "shingle_words, slots, candidate_terms, copy_similarity, copy_containment, \
    story_threshold, pair_threshold, window_days, date_decay, background";

fn count(name: &str, value: &Bound<'_, PyAny>) -> PyResult<usize> {
    let number: i64 = value
        .extract()
        .map_err(|_| other(name, "a whole number", value))?;
    usize::try_from(number).map_err(|_| {
        error::SettingError::new_err(format!("{name} is {number}, but must be above 0"))
    })
}

fn number(name: &str, value: &Bound<'_, PyAny>) -> PyResult<f64> {
    value.extract().map_err(|_| other(name, "a number", value))
}

fn other(name: &str, expected: &str, value: &Bound<'_, PyAny>) -> PyErr {
    let shown = value
        .repr()
        .map_or_else(|_| "?".to_owned(), |shown| shown.to_string());
    error::kind(format!("{name} is {shown}, but must be {expected}"))
}

/// A background table as bytes, or the path of its file.
fn background(value: &Bound<'_, PyAny>) -> PyResult<Background> {
    if let Ok(bytes) = value.extract::<Vec<u8>>() {
        return Background::from_bytes(&bytes).map_err(error::format);
    }
    let path: std::path::PathBuf = value
        .extract()
        .map_err(|_| other("background", "bytes or a path", value))?;
    Background::load(&path).map_err(|error| {
        pyo3::exceptions::PyOSError::new_err(format!("{}: {error}", path.display()))
    })
}
