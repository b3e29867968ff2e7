//! Many articles grouped into stories.

use std::sync::Arc;

use arrow_array::{ArrayRef, Float64Array, Int64Array, StringArray, UInt32Array};
use pyo3::IntoPyObjectExt;
use pyo3::exceptions::PyIndexError;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyCapsule, PyDateTime, PyDict, PyList, PyRange, PySlice, PyTzInfo};
use pythonize::pythonize;
use retold::Date;

use crate::arrow::{Batch, columns, reply, shared, to_stream};
use crate::articles::{Articles, Given};
use crate::error::{kind, type_name, value as wrong};
use crate::key::Key;
use crate::settings::detector;

/// Groups articles into stories. Articles are a list of texts, of (title, text) pairs or of mappings, a mapping
/// of columns, a frame of pandas, polars or pyarrow, or anything else that speaks Arrow. Of columns, `text`,
/// `title`, `date`, `source` and `id` are read; an argument names another one or is the column itself.
///
/// A date is a text (YYYY-MM-DD, RFC 3339, or RFC 822 as in RSS), a date, a datetime (UTC where it has no zone),
/// or seconds since 1970. A number past the year 9999 counts milliseconds, or smaller parts of a second.
/// Rows with names, as named tuples and those of Spark, go by their names.
///
/// Settings: `shingle_words`, `slots`, `candidate_terms`, `copy_similarity`, `copy_containment`,
/// `story_threshold`, `pair_threshold`, `window_days`, `date_decay` (days and floor), `background` (bytes or a
/// path).
///
/// >>> import retold
/// >>> stories = retold.cluster([
/// ...     "A bridge in Porto collapsed on Monday, killing three workers.",
/// ...     "Shares in Oakwell Bank fell by a tenth after it cut its forecast.",
/// ...     "Three workers died when the Porto bridge collapsed.",
/// ... ])
/// >>> stories.story_of
/// [0, 1, 0]
/// >>> stories[0].articles
/// [0, 2]
/// >>> retold.cluster(["A storm hit Porto."], story_threshold=2.0)
/// Traceback (most recent call last):
/// retold.SettingError: story_threshold is 2, but must be from 0.01 to 1
#[pyfunction]
#[pyo3(signature = (articles, *, texts=None, titles=None, dates=None, sources=None, ids=None, **settings))]
#[allow(clippy::too_many_arguments, reason = "keyword arguments of Python")]
pub(crate) fn cluster<'py>(
    py: Python<'py>,
    articles: &Bound<'py, PyAny>,
    texts: Option<Bound<'py, PyAny>>,
    titles: Option<Bound<'py, PyAny>>,
    dates: Option<Bound<'py, PyAny>>,
    sources: Option<Bound<'py, PyAny>>,
    ids: Option<Bound<'py, PyAny>>,
    settings: Option<&Bound<'py, PyDict>>,
) -> PyResult<Stories> {
    let detector = detector(settings)?;
    let given = Given {
        texts,
        titles,
        dates,
        sources,
        ids,
    };
    let articles = Articles::read(articles, &given)?;
    let stories = py.detach(|| detector.cluster(&articles.all()));
    Ok(Stories::of(Inner { articles, stories }))
}

/// Groups of articles, by position, whose text is largely the same: reprints, updates and excerpts. This asks
/// for wording alone, and is much quicker than `cluster`. Articles and settings are as there.
///
/// >>> import retold
/// >>> flood = "Floods closed the road to Vila Nova on Sunday, police said."
/// >>> retold.copies([flood, "Shares in Oakwell Bank fell by a tenth.", flood + " Rain goes on."])
/// [[0, 2]]
#[pyfunction]
#[pyo3(signature = (articles, *, texts=None, **settings))]
pub(crate) fn copies<'py>(
    py: Python<'py>,
    articles: &Bound<'py, PyAny>,
    texts: Option<Bound<'py, PyAny>>,
    settings: Option<&Bound<'py, PyDict>>,
) -> PyResult<Vec<Vec<usize>>> {
    let detector = detector(settings)?;
    let given = Given {
        texts,
        ..Given::default()
    };
    let articles = Articles::read(articles, &given)?;
    Ok(py.detach(|| {
        let articles = articles.all();
        let finder = detector.parts().1;
        let found = finder.find(articles.len(), |at, shingles| {
            shingles.read_text(articles[at].text());
        });
        found.groups().to_vec()
    }))
}

struct Inner {
    articles: Articles,
    stories: retold::Stories,
}

/// Articles grouped into stories, by their positions: a sequence of `Story`.
///
/// It speaks Arrow, a row for each article, so that `polars.DataFrame(stories)` and `pyarrow.table(stories)`
/// work.
///
/// >>> import retold
/// >>> flood = "Floods closed the road to Vila Nova on Sunday, police said."
/// >>> stories = retold.cluster({"id": ["a", "b"], "text": [flood, flood]})
/// >>> len(stories), stories.copy_of, stories[0].ids
/// (1, [None, 0], ['a', 'b'])
#[pyclass(frozen, module = "retold")]
pub(crate) struct Stories {
    all: Arc<Inner>,
    story_of: PyOnceLock<Py<PyList>>,
    copy_of: PyOnceLock<Py<PyList>>,
    links: PyOnceLock<Py<PyList>>,
}

impl Stories {
    fn of(all: Inner) -> Self {
        Self {
            all: Arc::new(all),
            story_of: PyOnceLock::new(),
            copy_of: PyOnceLock::new(),
            links: PyOnceLock::new(),
        }
    }

    fn numbers(&self) -> impl Iterator<Item = usize> {
        let articles = 0..self.all.articles.len();
        articles.filter_map(|at| self.all.stories.number_of(at))
    }

    fn originals(&self) -> impl Iterator<Item = Option<usize>> {
        let articles = 0..self.all.articles.len();
        articles.map(|at| self.all.stories.copy_of(at))
    }

    fn story(&self, number: usize) -> Story {
        let all = self.all.clone();
        Story { all, number }
    }
}

/// A list that is made when it is first asked for.
fn once<'py>(
    py: Python<'py>,
    held: &PyOnceLock<Py<PyList>>,
    make: impl FnOnce() -> PyResult<Bound<'py, PyList>>,
) -> PyResult<Bound<'py, PyList>> {
    let list = held.get_or_try_init(py, || make().map(Bound::unbind))?;
    Ok(list.bind(py).clone())
}

#[pymethods]
impl Stories {
    fn __len__(&self) -> usize {
        self.all.stories.len()
    }

    fn __getitem__<'py>(
        &self,
        py: Python<'py>,
        number: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let len = self.all.stories.len();
        if let Ok(slice) = number.cast::<PySlice>() {
            let range = py.get_type::<PyRange>().call1((len,))?.get_item(slice)?;
            let numbers = range.try_iter()?.map(|at| at?.extract());
            let numbers = numbers.collect::<PyResult<Vec<usize>>>()?;
            let stories: Vec<Story> = numbers.into_iter().map(|at| self.story(at)).collect();
            return stories.into_bound_py_any(py);
        }
        if !number.hasattr("__index__")? {
            return Err(kind(format!(
                "the number of a story is a {}, but must be an int or a slice",
                type_name(number)
            )));
        }
        // What no index can be lies outside too.
        let number = number.call_method0("__index__")?;
        let number = number.extract().unwrap_or(isize::MAX);
        let at = if number < 0 {
            len.checked_add_signed(number)
        } else {
            usize::try_from(number).ok()
        };
        let found = at.filter(|&at| at < len);
        let number =
            found.ok_or_else(|| PyIndexError::new_err(format!("story {number} of {len}")))?;
        self.story(number).into_bound_py_any(py)
    }

    /// For each article the number of its story.
    #[getter]
    fn story_of<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyList>> {
        once(py, &self.story_of, || {
            PyList::new(py, self.numbers().collect::<Vec<_>>())
        })
    }

    /// For each article the position of the article it is a copy of, or None.
    #[getter]
    fn copy_of<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyList>> {
        once(py, &self.copy_of, || {
            PyList::new(py, self.originals().collect::<Vec<_>>())
        })
    }

    /// The pairs of articles that were compared and have something in common: positions and score. One
    /// article speaks for all of its wording.
    #[getter]
    fn links<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyList>> {
        once(py, &self.links, || {
            PyList::new(py, self.all.stories.links().collect::<Vec<_>>())
        })
    }

    /// How many candidates and entries the caps left out.
    #[getter]
    fn left_out(&self) -> u64 {
        self.all.stories.left_out()
    }

    /// Why two articles, by position, are in one story or are not: as text and by its figures.
    fn explain<'py>(
        &self,
        py: Python<'py>,
        left: usize,
        right: usize,
    ) -> PyResult<Bound<'py, PyAny>> {
        let Inner { articles, stories } = &*self.all;
        let explained = py.detach(|| stories.explain(&articles.all(), left, right));
        let explained = explained.ok_or_else(|| {
            let len = articles.len();
            PyIndexError::new_err(format!("articles {left} and {right} of {len}"))
        })?;
        let fields = pythonize(py, &explained).map_err(wrong)?;
        fields.set_item("text", explained.to_string())?;
        Ok(fields)
    }

    /// The same as JSON has it: `stories`, `story_of` and `copy_of`.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        pythonize(py, &self.all.stories).map_err(wrong)
    }

    /// A row for each article: `article`, `id` if there are any, `story`, `copy_of`.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        // A request may be turned down: who made it converts.
        let _ = requested_schema;
        let articles = 0..self.all.articles.len();
        let mut named = vec![(
            "article",
            shared(
                articles
                    .clone()
                    .map(|at| at as u32)
                    .collect::<UInt32Array>(),
            ),
        )];
        if let Some(ids) = &self.all.articles.ids {
            named.push(("id", id_column(ids)));
        }
        let story = self.numbers().map(|story| story as u32);
        named.push(("story", shared(story.collect::<UInt32Array>())));
        let original = self.originals();
        let original = original.map(|original| original.map(|at| at as u32));
        named.push(("copy_of", shared(original.collect::<UInt32Array>())));
        to_stream(py, columns(named)?)
    }

    /// The links as Arrow: `left`, `right`, `score`.
    fn links_arrow(&self) -> PyResult<Batch> {
        let links: Vec<_> = self.all.stories.links().collect();
        let end = |of: fn(&(usize, usize, f64)) -> usize| {
            let ends = links.iter().map(|link| of(link) as u32);
            shared(ends.collect::<UInt32Array>())
        };
        let scores: Float64Array = links.iter().map(|link| Some(link.2)).collect();
        reply(vec![
            ("left", end(|link| link.0)),
            ("right", end(|link| link.1)),
            ("score", shared(scores)),
        ])
    }

    fn __repr__(&self) -> String {
        let (stories, articles) = (self.all.stories.len(), self.all.articles.len());
        format!("<Stories: {stories} of {articles} articles>")
    }
}

/// Whole numbers if all are, else texts.
fn id_column(ids: &[Key]) -> ArrayRef {
    let number = |id: &Key| match id {
        Key::Number(number) => i64::try_from(*number).ok(),
        Key::Text(_) => None,
    };
    let numbers: Option<Vec<i64>> = ids.iter().map(number).collect();
    if let Some(numbers) = numbers {
        return shared(Int64Array::from(numbers));
    }
    let text = |id: &Key| match id {
        Key::Number(number) => number.to_string(),
        Key::Text(text) => text.clone(),
    };
    shared(StringArray::from_iter_values(ids.iter().map(text)))
}

/// The articles that report one event.
#[pyclass(frozen, module = "retold")]
pub(crate) struct Story {
    all: Arc<Inner>,
    number: usize,
}

impl Story {
    fn get(&self) -> &retold::Story {
        let story = self.all.stories.get(self.number);
        story.expect("the number was checked where the story was made")
    }
}

#[pymethods]
impl Story {
    /// Its number among the stories.
    #[getter]
    fn number(&self) -> usize {
        self.number
    }

    /// The positions of its articles, ascending.
    #[getter]
    fn articles(&self) -> Vec<usize> {
        self.get().articles().to_vec()
    }

    /// The ids of its articles, or their positions where they have none.
    #[getter]
    fn ids<'py>(&self, py: Python<'py>) -> PyResult<Vec<Bound<'py, PyAny>>> {
        let ids = self.all.articles.ids.as_ref();
        let id = |&at: &usize| match ids {
            Some(ids) => ids[at].to_python(py),
            None => Key::Number(at as i128).to_python(py),
        };
        self.get().articles().iter().map(id).collect()
    }

    /// Groups of articles whose text is largely the same; each starts with the original.
    #[getter]
    fn copies(&self) -> Vec<Vec<usize>> {
        self.get().copies().to_vec()
    }

    /// The position of the article that is closest to all others.
    #[getter]
    fn medoid(&self) -> usize {
        self.get().medoid()
    }

    /// The mean score of its articles with each other.
    #[getter]
    fn cohesion(&self) -> f64 {
        self.get().cohesion()
    }

    /// The link without which the story would fall apart: two positions and their score.
    #[getter]
    fn weakest_link(&self) -> Option<(usize, usize, f64)> {
        self.get().weakest_link()
    }

    /// The dates of its first and last article, in UTC; None where no article has one.
    #[getter]
    fn dates<'py>(&self, py: Python<'py>) -> PyResult<Option<[Bound<'py, PyAny>; 2]>> {
        let Some((first, last)) = self.get().dates() else {
            return Ok(None);
        };
        Ok(Some([moment(py, first)?, moment(py, last)?]))
    }

    fn __len__(&self) -> usize {
        self.get().articles().len()
    }

    /// The same story of the same result.
    fn __eq__(&self, other: PyRef<'_, Self>) -> bool {
        Arc::ptr_eq(&self.all, &other.all) && self.number == other.number
    }

    fn __hash__(&self) -> usize {
        self.number
    }

    /// The same as JSON has it.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        pythonize(py, self.get()).map_err(wrong)
    }

    fn __repr__(&self) -> String {
        let articles = self.get().articles();
        let shown: Vec<String> = articles.iter().take(8).map(ToString::to_string).collect();
        let more = if articles.len() > 8 { ", …" } else { "" };
        format!(
            "<Story {}: articles {}{more}>",
            self.number,
            shown.join(", ")
        )
    }
}

/// A moment as a `datetime` in UTC.
pub(crate) fn moment(py: Python<'_>, date: Date) -> PyResult<Bound<'_, PyAny>> {
    let _ = PyTzInfo::utc(py)?;
    let class = py.get_type::<PyDateTime>();
    class.call_method1("fromisoformat", (date.to_string().replace('Z', "+00:00"),))
}
