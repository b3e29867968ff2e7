//! Two articles compared, and the versions of one report side by side.

use pyo3::prelude::*;
use pyo3::types::PyDict;
use pythonize::pythonize;
use retold::Detector;
use retold::diff;

use crate::article::PyArticle;
use crate::articles::{Articles, Given};
use crate::error::value as wrong;
use crate::settings::detector;

/// Two articles compared: what they are to each other, and what each says.
///
/// `relation` is "copy", "retelling" or "unrelated", and `verdict` says it in words. `same_story`,
/// `score`, `threshold`, `jaccard`, `containment_left` and `containment_right` are its measures. `shared`,
/// `left_only`, `right_only` and `related` are what both or one of them say; `facts`, `changes`, `quotes` and
/// `titles` are what differs. In a notebook it shows itself as a page.
#[pyclass(frozen, module = "retold")]
pub(crate) struct Comparison {
    sides: [PyArticle; 2],
    detector: Detector,
    /// What JSON would hold.
    fields: Py<PyDict>,
    /// All of it as text; the first line is the verdict.
    text: String,
}

/// Compares two articles: a str each, a (title, text) pair, or a mapping with `text` and, where known,
/// `title`, `date` and `source`. Settings are those of `cluster`.
///
/// >>> import retold
/// >>> comparison = retold.compare(
/// ...     "The mill burned down on Monday night. At least 12 people were hurt, police said.",
/// ...     "At least 15 people were hurt, police said. The mill burned down on Monday night.",
/// ... )
/// >>> comparison.same_story
/// True
/// >>> [(fact["left"], fact["right"]) for fact in comparison.facts]
/// [('12 people', '15 people')]
/// >>> comparison.shared[0]["left"]
/// ['The mill burned down on Monday night.']
/// >>> page = comparison.to_html()  # a page of its own
#[pyfunction]
#[pyo3(signature = (left, right, **settings))]
pub(crate) fn compare(
    py: Python<'_>,
    left: &Bound<'_, PyAny>,
    right: &Bound<'_, PyAny>,
    settings: Option<&Bound<'_, PyDict>>,
) -> PyResult<Comparison> {
    let detector = detector(settings)?;
    let sides = [PyArticle::read(left)?, PyArticle::read(right)?];
    let compared = py.detach(|| detector.compare(&sides[0], &sides[1]));
    let fields = pythonize(py, &compared).map_err(wrong)?;
    let text = compared.to_string();
    drop(compared);
    Ok(Comparison {
        fields: fields.cast_into::<PyDict>()?.unbind(),
        text,
        sides,
        detector,
    })
}

impl<'a> From<&'a PyArticle> for retold::Article<'a> {
    fn from(article: &'a PyArticle) -> Self {
        retold::AsArticle::as_article(article)
    }
}

#[pymethods]
impl Comparison {
    /// What the library finds, by name: `relation`, `score`, `shared`, `facts` and others.
    fn __getattr__<'py>(&self, py: Python<'py>, name: &str) -> PyResult<Bound<'py, PyAny>> {
        let found = self.fields.bind(py).get_item(name)?;
        found.ok_or_else(|| {
            let message = format!("'Comparison' object has no attribute '{name}'");
            pyo3::exceptions::PyAttributeError::new_err(message)
        })
    }

    fn __dir__(&self, py: Python<'_>) -> PyResult<Vec<String>> {
        let mut names: Vec<String> = self.fields.bind(py).keys().extract()?;
        names.extend(["verdict", "to_dict", "to_html"].map(str::to_owned));
        Ok(names)
    }

    /// The verdict in words: the first line of its text.
    #[getter]
    fn verdict(&self) -> &str {
        self.text.lines().next().unwrap_or_default()
    }

    /// The same as JSON has it.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        self.fields.bind(py).copy()
    }

    /// A web page of its own.
    fn to_html(&self, py: Python<'_>) -> String {
        py.detach(|| {
            let [left, right] = &self.sides;
            self.detector.compare(left, right).to_html()
        })
    }

    fn _repr_html_(&self, py: Python<'_>) -> String {
        framed(&self.to_html(py))
    }

    fn __str__(&self) -> &str {
        &self.text
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let fields = self.fields.bind(py);
        let relation: String = fields.as_any().get_item("relation")?.extract()?;
        let score: f64 = fields.as_any().get_item("score")?.extract()?;
        Ok(format!("<Comparison: {relation}, score {score:.2}>"))
    }
}

/// A page in a frame of its own, so that its style stays its own in a notebook.
fn framed(page: &str) -> String {
    let escaped = page.replace('&', "&amp;").replace('"', "&quot;");
    format!("<iframe srcdoc=\"{escaped}\" style=\"width: 100%; height: 40em; border: 0\"></iframe>")
}

/// Versions of one report side by side: each statement is a row, each version a column.
///
/// It is a sequence of rows, each with `kind`, `moved`, `first_seen` and `groups`: what each version says.
#[pyclass(frozen, module = "retold")]
pub(crate) struct Statements {
    versions: Articles,
    fields: Py<PyDict>,
}

/// Lays versions of one report side by side, sentence by sentence. Versions are given as articles are to
/// `cluster`.
///
/// >>> import retold
/// >>> versions = ["The dam broke on Monday. Nobody was hurt.", "The dam broke on Monday. Ten families were moved."]
/// >>> rows = retold.statements(versions, sources=["Wire", "Evening News"])
/// >>> [group["text"] for group in rows[0]["groups"]]
/// [['The dam broke on Monday.'], ['The dam broke on Monday.']]
/// >>> [row["groups"][0]["text"] for row in rows if len(row["groups"]) == 1]
/// [['Ten families were moved.'], ['Nobody was hurt.']]
#[pyfunction]
#[pyo3(signature = (versions, *, texts=None, titles=None, dates=None, sources=None))]
pub(crate) fn statements<'py>(
    py: Python<'py>,
    versions: &Bound<'py, PyAny>,
    texts: Option<Bound<'py, PyAny>>,
    titles: Option<Bound<'py, PyAny>>,
    dates: Option<Bound<'py, PyAny>>,
    sources: Option<Bound<'py, PyAny>>,
) -> PyResult<Statements> {
    let given = Given {
        texts,
        titles,
        dates,
        sources,
        ids: None,
    };
    Statements::of(py, Articles::read(versions, &given)?)
}

impl Statements {
    fn of(py: Python<'_>, versions: Articles) -> PyResult<Self> {
        let all = versions.all();
        let laid_out = py.detach(|| diff::statements(&all));
        let fields = pythonize(py, &laid_out).map_err(wrong)?;
        let fields = fields.cast_into::<PyDict>()?.unbind();
        drop(laid_out);
        drop(all);
        Ok(Self { versions, fields })
    }
}

#[pymethods]
impl Statements {
    /// The versions, each with its label, its date and its sentences.
    #[getter]
    fn versions<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.fields.bind(py).as_any().get_item("versions")
    }

    /// Pairs of sentences about the same that are no one statement.
    #[getter]
    fn related<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.fields.bind(py).as_any().get_item("related")
    }

    fn __len__(&self, py: Python<'_>) -> PyResult<usize> {
        self.rows(py)?.len()
    }

    fn __getitem__<'py>(
        &self,
        py: Python<'py>,
        row: Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        self.rows(py)?.get_item(row)
    }

    fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        Ok(self.rows(py)?.try_iter()?.into_any())
    }

    /// The same as JSON has it.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        self.fields.bind(py).copy()
    }

    /// A web page of its own.
    fn to_html(&self, py: Python<'_>) -> String {
        let versions = self.versions.all();
        py.detach(|| diff::statements(&versions).to_html())
    }

    fn _repr_html_(&self, py: Python<'_>) -> String {
        framed(&self.to_html(py))
    }

    fn __str__(&self, py: Python<'_>) -> String {
        let versions = self.versions.all();
        py.detach(|| diff::statements(&versions).to_string())
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let (rows, versions) = (self.rows(py)?.len()?, self.versions.all().len());
        Ok(format!("<Statements: {rows} of {versions} versions>"))
    }
}

impl Statements {
    fn rows<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.fields.bind(py).as_any().get_item("statements")
    }
}
