//! The settings of a job, which travel with its records.

use pyo3::prelude::*;
use pyo3::types::PyDict;
use retold::Detector;
use retold::event::Background;
use retold::story::steps::{Keep, named_settings};
use retold::story::{CopyFinder, Rules};

use crate::error::value as wrong;
use crate::settings;

/// The settings of a job, with the names that `retold.cluster` takes. They can be pickled.
///
/// >>> from retold.steps import Settings
/// >>> Settings(story_threshold=0.2).named()["story_threshold"]
/// '0.2'
#[pyclass(frozen, module = "retold.steps", name = "Settings")]
pub(crate) struct Settings {
    detector: Detector,
    given: Py<PyDict>,
}

impl Settings {
    pub(super) fn rules(&self) -> &Rules {
        self.detector.parts().0
    }

    pub(super) fn copies(&self) -> &CopyFinder {
        self.detector.parts().1
    }

    pub(super) fn background(&self) -> &Background {
        self.detector.parts().2
    }
}

#[pymethods]
impl Settings {
    #[new]
    #[pyo3(signature = (**settings))]
    fn new(py: Python<'_>, settings: Option<&Bound<'_, PyDict>>) -> PyResult<Self> {
        let given = settings.map_or_else(|| PyDict::new(py), Clone::clone);
        Ok(Self {
            detector: settings::detector(settings)?,
            given: given.unbind(),
        })
    }

    /// Each setting by its name, as text: what must be the same everywhere.
    fn named<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let named = PyDict::new(py);
        named.set_item("retold", env!("CARGO_PKG_VERSION"))?;
        for (name, value) in named_settings(self.rules(), self.copies(), self.background()) {
            named.set_item(name, value)?;
        }
        Ok(named)
    }

    /// The settings as keyword arguments.
    fn given<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        self.given.bind(py).copy()
    }

    /// Beyond how many days dated articles are never linked as retellings; None for no limit.
    #[getter]
    fn window_days(&self) -> Option<f64> {
        self.rules().window_days
    }

    fn __reduce__<'py>(
        &self,
        py: Python<'py>,
    ) -> PyResult<(Bound<'py, PyAny>, (Bound<'py, PyDict>,))> {
        let make = py.import("retold.steps")?.getattr("_settings")?;
        Ok((make, (self.given(py)?,)))
    }
}

/// What a pass keeps: "first", for counts only, or "second".
pub(super) fn keep(pass: &str) -> PyResult<Keep> {
    match pass {
        "first" => Ok(Keep::FIRST),
        "second" => Ok(Keep::SECOND),
        _ => Err(wrong(format!(
            "pass is {pass}, but must be first or second"
        ))),
    }
}
