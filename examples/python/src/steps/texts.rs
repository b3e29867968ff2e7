//! Articles to digests, and what texts count for.

use std::collections::BTreeMap;

use arrow_array::{BinaryArray, BooleanArray, Int32Array, Int64Array, StringArray};
use pyo3::prelude::*;
use retold::story::{Digest, steps};
use retold::{Article, Date};

use super::columns::{Binaries, Columns, ordered};
use crate::arrow::{Batch, reply, shared};
use crate::error::value as wrong;
use crate::strings::{Strings, arrow_dates_and_faults};

/// `id`, `text` and, where there are any, `title`, `date`, `source` → `id`, `titled` and `key` (what orders
/// texts), `known` (whether equal wordings are one text), `date` in seconds, `words`, `language`, `digest`,
/// and `fault`: why the date could not be read, of an article that is then taken without one.
#[pyfunction]
pub(crate) fn digest(py: Python<'_>, batch: &Bound<'_, PyAny>) -> PyResult<Batch> {
    let batch = Columns::of(batch)?;
    let strings = |name: &str| -> PyResult<Option<Strings>> {
        let column = batch.find(name);
        column
            .map(|column| Strings::of_arrow(std::slice::from_ref(column), name))
            .transpose()
    };
    let texts = Strings::of_arrow(std::slice::from_ref(batch.get("text")?), "text")?;
    let (titles, sources) = (strings("title")?, strings("source")?);
    let dates = batch.find("date").map(arrow_dates_and_faults).transpose()?;
    let (dates, faults) = dates.unzip();
    let faults = faults.unwrap_or_else(|| vec![None; batch.rows().len()]);
    let id = batch.get("id")?.clone();
    py.detach(|| {
        let [titles, sources] = [&titles, &sources].map(|all| all.as_ref().map(Strings::all));
        let digests: Vec<Digest> = (texts.all().into_iter().enumerate())
            .map(|(row, text)| {
                let article = Article::new(text.unwrap_or_default())
                    .with_title(titles.as_ref().and_then(|titles| titles[row]))
                    .with_date(dates.as_ref().and_then(|dates| dates[row]))
                    .with_source(sources.as_ref().and_then(|sources| sources[row]));
                Digest::of(article)
            })
            .collect();
        let all = || digests.iter();
        let key = |of: fn(&Digest) -> u64| all().map(move |digest| Some(ordered(of(digest))));
        let titled: Int64Array = key(|digest| steps::text_key(digest).0).collect();
        let keys: Int64Array = key(|digest| steps::text_key(digest).1).collect();
        let known: BooleanArray = all().map(|digest| Some(digest.is_recognisable())).collect();
        let date: Int64Array = all()
            .map(|digest| digest.date().map(Date::unix_seconds))
            .collect();
        let words: Int32Array = all().map(|digest| Some(digest.words() as i32)).collect();
        let language: Int32Array = all().map(|digest| Some(language_of(digest))).collect();
        let bytes: BinaryArray = all().map(|digest| Some(digest.to_bytes())).collect();
        reply(vec![
            ("id", id),
            ("titled", shared(titled)),
            ("key", shared(keys)),
            ("known", shared(known)),
            ("date", shared(date)),
            ("words", shared(words)),
            ("language", shared(language)),
            ("digest", shared(bytes)),
            ("fault", shared(StringArray::from(faults))),
        ])
    })
}

fn language_of(digest: &Digest) -> i32 {
    i32::from(steps::language(digest.terms()))
}

pub(super) fn read(bytes: &[u8]) -> PyResult<Digest> {
    Digest::from_bytes(bytes).map_err(wrong)
}

fn each(digests: &Binaries, count: usize) -> impl Iterator<Item = PyResult<Digest>> {
    (0..count).map(|row| read(digests.value(row)))
}

/// `digest` of texts → `key`, `language`, `n`: how many hold a term; sums of one batch, to be added up.
#[pyfunction]
pub(crate) fn count_terms(py: Python<'_>, batch: &Bound<'_, PyAny>) -> PyResult<Batch> {
    let batch = Columns::of(batch)?;
    py.detach(|| {
        let mut counts: BTreeMap<(u32, u8), i64> = BTreeMap::new();
        for digest in each(&batch.binaries("digest")?, batch.rows().len()) {
            let digest = digest?;
            let language = steps::language(digest.terms());
            for key in steps::term_keys(digest.terms()) {
                *counts.entry((key, language)).or_default() += 1;
            }
        }
        let keys: Int32Array = counts.keys().map(|key| Some(key.0.cast_signed())).collect();
        let languages: Int32Array = counts.keys().map(|key| Some(i32::from(key.1))).collect();
        reply(vec![
            ("key", shared(keys)),
            ("language", shared(languages)),
            ("n", shared(counts.into_values().collect::<Int64Array>())),
        ])
    })
}

/// `digest` of texts → `key`, `n`: how many hold a passage; sums of one batch, to be added up.
#[pyfunction]
pub(crate) fn count_passages(py: Python<'_>, batch: &Bound<'_, PyAny>) -> PyResult<Batch> {
    let batch = Columns::of(batch)?;
    py.detach(|| {
        let mut counts: BTreeMap<u64, i64> = BTreeMap::new();
        for digest in each(&batch.binaries("digest")?, batch.rows().len()) {
            for passage in steps::passages(digest?.terms()) {
                *counts.entry(passage).or_default() += 1;
            }
        }
        passage_counts(counts)
    })
}

pub(super) fn passage_counts(counts: BTreeMap<u64, i64>) -> PyResult<Batch> {
    let keys: Int64Array = counts.keys().map(|key| Some(key.cast_signed())).collect();
    let counts: Int64Array = counts.into_values().collect();
    reply(vec![("key", shared(keys)), ("n", shared(counts))])
}
