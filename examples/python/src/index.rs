//! The live index: articles come one by one, and stories follow.

use std::path::PathBuf;
use std::sync::{RwLock, RwLockReadGuard, RwLockWriteGuard};

use pyo3::prelude::*;
use pyo3::types::{PyAny, PyDict};
use pythonize::pythonize;
use retold::story::{StoryId, StoryIndex};

use crate::article::{Beside, PyArticle};
use crate::error::{self, value as wrong};
use crate::key::Key;
use crate::settings::detector;
use crate::text;

/// A live index: articles come one by one under keys, which are strings or ints. With a path it is kept in one
/// file, which `commit` makes durable; used with `with` it commits at the end. Settings are those of `cluster`.
/// Several threads may use it.
///
/// >>> import retold
/// >>> index = retold.Index()
/// >>> bridge = "A bridge in Porto collapsed on Monday, killing three workers."
/// >>> first = index.insert("wire-1", bridge, date="2024-03-04")
/// >>> again = "Three workers died when the Porto bridge collapsed."
/// >>> second = index.insert("paper-9", again, date="2024-03-05")
/// >>> first.story == second.story
/// True
/// >>> [match["key"] for match in index.query("Porto bridge collapse kills three workers")]
/// ['paper-9', 'wire-1']
/// >>> index.expire("2024-03-05")
/// [{'change': 'left', 'story': 0, 'key': 'wire-1'}]
/// >>> changes = index.recluster()
/// >>> index.stories()
/// {0: ['paper-9']}
#[pyclass(frozen, module = "retold")]
pub(crate) struct Index {
    /// Nothing after it was closed.
    held: RwLock<Option<StoryIndex<Key>>>,
    has_file: bool,
}

type Held = Option<StoryIndex<Key>>;

impl Index {
    fn reading(&self) -> RwLockReadGuard<'_, Held> {
        self.held
            .read()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    fn writing(&self) -> RwLockWriteGuard<'_, Held> {
        self.held
            .write()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// Asks the index while other threads of Python run.
    fn ask<T: Send>(
        &self,
        py: Python<'_>,
        work: impl FnOnce(&StoryIndex<Key>) -> T + Send,
    ) -> PyResult<T> {
        py.detach(|| self.reading().as_ref().map(work))
            .ok_or_else(closed)
    }

    /// Changes the index while other threads of Python run.
    fn change<T: Send>(
        &self,
        py: Python<'_>,
        work: impl FnOnce(&mut StoryIndex<Key>) -> T + Send,
    ) -> PyResult<T> {
        py.detach(|| self.writing().as_mut().map(work))
            .ok_or_else(closed)
    }
}

fn closed() -> PyErr {
    wrong("the index is closed")
}

/// Where an article was placed, what it matched, and how stories changed for it.
#[pyclass(frozen, get_all, module = "retold")]
pub(crate) struct Placement {
    /// The lasting number of its story.
    story: u64,
    /// The best of what it matched, as `Index.query` gives them.
    matches: Py<PyAny>,
    /// How stories changed, in order: each with `change` and what it concerns.
    changes: Py<PyAny>,
}

#[pymethods]
impl Placement {
    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let matches = self.matches.bind(py).len()?;
        Ok(format!(
            "<Placement: story {}, matches {matches}>",
            self.story
        ))
    }
}

fn placed(py: Python<'_>, placement: &retold::story::Placement<Key>) -> PyResult<Placement> {
    Ok(Placement {
        story: placement.story().number(),
        matches: pythonize(py, placement.matches()).map_err(wrong)?.unbind(),
        changes: pythonize(py, placement.changes()).map_err(wrong)?.unbind(),
    })
}

fn article<'py>(
    article: &Bound<'py, PyAny>,
    title: Option<Bound<'py, PyAny>>,
    date: Option<Bound<'py, PyAny>>,
    source: Option<Bound<'py, PyAny>>,
) -> PyResult<PyArticle> {
    let mut article = PyArticle::read(article)?;
    article.add(&Beside {
        title,
        date,
        source,
    })?;
    Ok(article)
}

#[pymethods]
impl Index {
    #[new]
    #[pyo3(signature = (path=None, **settings))]
    fn new(
        py: Python<'_>,
        path: Option<PathBuf>,
        settings: Option<&Bound<'_, PyDict>>,
    ) -> PyResult<Self> {
        let detector = detector(settings)?;
        let has_file = path.is_some();
        let index = match path {
            Some(path) => py
                .detach(|| detector.open_index(path))
                .map_err(error::store)?,
            None => detector.index(),
        };
        Ok(Self {
            held: RwLock::new(Some(index)),
            has_file,
        })
    }

    /// Adds an article under a key of its own.
    #[pyo3(signature = (key, article, *, title=None, date=None, source=None))]
    fn insert<'py>(
        &self,
        py: Python<'py>,
        key: &Bound<'py, PyAny>,
        article: &Bound<'py, PyAny>,
        title: Option<Bound<'py, PyAny>>,
        date: Option<Bound<'py, PyAny>>,
        source: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Placement> {
        let (key, article) = (
            Key::read(key)?,
            self::article(article, title, date, source)?,
        );
        let placement = self.change(py, |index| index.insert(key, &article))?;
        placed(py, &placement.map_err(error::insert)?)
    }

    /// Adds an article in place of one with the same key.
    #[pyo3(signature = (key, article, *, title=None, date=None, source=None))]
    fn replace<'py>(
        &self,
        py: Python<'py>,
        key: &Bound<'py, PyAny>,
        article: &Bound<'py, PyAny>,
        title: Option<Bound<'py, PyAny>>,
        date: Option<Bound<'py, PyAny>>,
        source: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Placement> {
        let (key, article) = (
            Key::read(key)?,
            self::article(article, title, date, source)?,
        );
        let placement = self.change(py, |index| index.replace(key, &article))?;
        placed(py, &placement.map_err(error::insert)?)
    }

    /// The articles held that report the same event or are copies, the best first.
    #[pyo3(signature = (article, *, title=None, date=None, source=None))]
    fn query<'py>(
        &self,
        py: Python<'py>,
        article: &Bound<'py, PyAny>,
        title: Option<Bound<'py, PyAny>>,
        date: Option<Bound<'py, PyAny>>,
        source: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let article = self::article(article, title, date, source)?;
        let matches = self.ask(py, |index| index.query(&article))?;
        pythonize(py, &matches).map_err(wrong)
    }

    /// The articles held whose text is largely this one's, the closest first.
    fn copies_of<'py>(
        &self,
        py: Python<'py>,
        article: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let article = PyArticle::read(article)?;
        let copies = self.ask(py, |index| index.copies_of(&article))?;
        pythonize(py, &copies).map_err(wrong)
    }

    /// Removes an article; KeyError if there is none under the key. Returns how stories changed.
    fn remove<'py>(&self, py: Python<'py>, key: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        let own = Key::read(key)?;
        let changes = self.change(py, |index| index.remove(&own))?;
        let changes =
            changes.ok_or_else(|| pyo3::exceptions::PyKeyError::new_err(key.clone().unbind()))?;
        pythonize(py, &changes).map_err(wrong)
    }

    /// Removes what was published before a date. Returns how stories changed.
    fn expire<'py>(
        &self,
        py: Python<'py>,
        before: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let before = text::date(before)?;
        let before = before.ok_or_else(|| error::kind("expire needs a date"))?;
        let changes = self.change(py, |index| index.expire(before))?;
        pythonize(py, &changes).map_err(wrong)
    }

    /// Groups all articles anew: the stories that `cluster` would give. Returns how stories changed.
    fn recluster<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let changes = self.change(py, StoryIndex::recluster)?;
        pythonize(py, &changes).map_err(wrong)
    }

    /// Makes everything since the last commit durable.
    fn commit(&self, py: Python<'_>) -> PyResult<()> {
        self.change(py, StoryIndex::commit)?.map_err(error::store)
    }

    /// Commits, if there is a file, and gives the file up.
    fn close(&self, py: Python<'_>) -> PyResult<()> {
        if self.has_file && py.detach(|| self.reading().is_some()) {
            self.commit(py)?;
        }
        py.detach(|| drop(self.writing().take()));
        Ok(())
    }

    fn __enter__(this: Py<Self>) -> Py<Self> {
        this
    }

    /// Closes the index; an exception leaves the file as it was at the last commit.
    #[pyo3(signature = (kind, error, trace))]
    fn __exit__(
        &self,
        py: Python<'_>,
        kind: Option<Bound<'_, PyAny>>,
        error: Option<Bound<'_, PyAny>>,
        trace: Option<Bound<'_, PyAny>>,
    ) -> PyResult<()> {
        let _ = (error, trace);
        if kind.is_none() {
            return self.close(py);
        }
        py.detach(|| drop(self.writing().take()));
        Ok(())
    }

    /// The keys of each story's articles, by the lasting number of the story.
    fn stories<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let all = self.ask(py, |index| {
            let stories = index.stories();
            let owned = |(story, keys): (StoryId, Vec<&Key>)| {
                (story, keys.into_iter().cloned().collect::<Vec<_>>())
            };
            stories.map(owned).collect::<Vec<_>>()
        })?;
        let stories = PyDict::new(py);
        for (story, keys) in all {
            stories.set_item(story.number(), to_python(py, &keys)?)?;
        }
        Ok(stories)
    }

    /// The number of an article's story, or None.
    fn story_of(&self, py: Python<'_>, key: &Bound<'_, PyAny>) -> PyResult<Option<u64>> {
        let key = Key::read(key)?;
        let story = self.ask(py, |index| index.story_of(&key))?;
        Ok(story.map(StoryId::number))
    }

    /// The keys of a story's articles.
    fn articles_of<'py>(&self, py: Python<'py>, story: u64) -> PyResult<Vec<Bound<'py, PyAny>>> {
        let story = StoryId::from_number(story);
        let keys = self.ask(py, |index| {
            let keys = index.articles_of(story);
            keys.into_iter().cloned().collect::<Vec<_>>()
        })?;
        to_python(py, &keys)
    }

    /// An article as it was inserted, of an index with a file; None without one under the key.
    fn article<'py>(
        &self,
        py: Python<'py>,
        key: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let key = Key::read(key)?;
        let article = self.ask(py, |index| index.article(&key))?;
        pythonize(py, &article.map_err(error::store)?).map_err(wrong)
    }

    /// What the index holds, and what its caps left out.
    fn stats<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let stats = self.ask(py, StoryIndex::stats)?;
        pythonize(py, &stats).map_err(wrong)
    }

    fn __len__(&self, py: Python<'_>) -> PyResult<usize> {
        self.ask(py, StoryIndex::len)
    }

    fn __contains__(&self, py: Python<'_>, key: &Bound<'_, PyAny>) -> PyResult<bool> {
        let key = Key::read(key)?;
        self.ask(py, |index| index.contains(&key))
    }

    fn __repr__(&self, py: Python<'_>) -> String {
        let both = self.ask(py, |index| (index.len(), index.stories().count()));
        both.map_or_else(
            |_| "<Index: closed>".to_owned(),
            |(articles, stories)| format!("<Index: {articles} articles, {stories} stories>"),
        )
    }
}

fn to_python<'py>(py: Python<'py>, keys: &[Key]) -> PyResult<Vec<Bound<'py, PyAny>>> {
    keys.iter().map(|key| key.to_python(py)).collect()
}
