//! The counts of a collection, frozen for one pass: every worker reads them once.

use std::collections::BTreeMap;

use arrow_array::builder::{Int32Builder, ListBuilder};
use arrow_array::{BinaryArray, Int32Array, Int64Array};
use pyo3::prelude::*;
use retold::event::{Census as Counted, Terms, Weigher};
use retold::story::{Digest, steps};

use super::columns::{Binaries, Columns};
use super::settings::Settings;
use super::texts::{passage_counts, read};
use crate::arrow::{Batch, reply, shared};
use crate::error::value as wrong;

/// The counts of a collection: of texts by `language`, of `terms` (`key`, `language`, `n`) and of `passages`
/// (`key`, `n`); for the second pass how many stories there are, and the same counts (`key`, `n`) over them.
#[pyclass(frozen, module = "retold.steps", name = "Census")]
pub(crate) struct Census(Weigher<'static>);

fn count(n: i64) -> u32 {
    u32::try_from(n.max(0)).unwrap_or(u32::MAX)
}

fn term_pairs(batch: &Bound<'_, PyAny>) -> PyResult<Vec<(u32, u32)>> {
    let batch = Columns::of(batch)?;
    let (keys, counts) = (batch.ints("key")?, batch.longs("n")?);
    let pairs = keys.values().iter().zip(counts.values());
    Ok(pairs
        .map(|(key, &n)| (key.cast_unsigned(), count(n)))
        .collect())
}

fn passage_pairs(batch: &Bound<'_, PyAny>) -> PyResult<Vec<(u64, u32)>> {
    let batch = Columns::of(batch)?;
    let (keys, counts) = (batch.longs("key")?, batch.longs("n")?);
    let pairs = keys.values().iter().zip(counts.values());
    Ok(pairs
        .map(|(key, &n)| (key.cast_unsigned(), count(n)))
        .collect())
}

#[pymethods]
impl Census {
    #[new]
    #[pyo3(signature = (settings, languages, terms, passages, stories=None, story_terms=None, story_passages=None))]
    #[allow(clippy::too_many_arguments, reason = "one for each kind of count")]
    fn new(
        py: Python<'_>,
        settings: &Settings,
        languages: Vec<(u8, u32)>,
        terms: &Bound<'_, PyAny>,
        passages: &Bound<'_, PyAny>,
        stories: Option<usize>,
        story_terms: Option<&Bound<'_, PyAny>>,
        story_passages: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Self> {
        let batch = Columns::of(terms)?;
        let (keys, of, counts) = (
            batch.ints("key")?,
            batch.ints("language")?,
            batch.longs("n")?,
        );
        let terms = keys.values().iter().zip(of.values()).zip(counts.values());
        let terms = terms.map(|((key, &of), &n)| (key.cast_unsigned(), of as u8, count(n)));
        let terms: Vec<_> = terms.collect();
        let passages = passage_pairs(passages)?;
        let over_stories = match (stories, story_terms, story_passages) {
            (Some(stories), Some(terms), Some(passages)) => {
                Some((stories, term_pairs(terms)?, passage_pairs(passages)?))
            }
            (None, None, None) => None,
            _ => {
                return Err(wrong(
                    "counts over stories need stories, story_terms and story_passages",
                ));
            }
        };
        Ok(py.detach(|| {
            let background = settings.background().clone();
            let mut census =
                Counted::from_language_counts(background, &languages, &terms, passages);
            if let Some((stories, terms, passages)) = over_stories {
                census = census.with_stories(stories, terms, passages);
            }
            Self(steps::weigher(census, settings.rules()))
        }))
    }

    /// `tid`, `digest` → `tid`, `vector`.
    fn weigh(&self, py: Python<'_>, batch: &Bound<'_, PyAny>) -> PyResult<Batch> {
        let batch = Columns::of(batch)?;
        py.detach(|| {
            let digests = batch.binaries("digest")?;
            let vector = |row| Ok(self.0.weigh(read(digests.value(row))?.terms()).to_bytes());
            let vectors = batch.rows().map(vector).collect::<PyResult<Vec<_>>>()?;
            let vectors = BinaryArray::from_iter_values(vectors);
            reply(vec![
                ("tid", batch.get("tid")?.clone()),
                ("vector", shared(vectors)),
            ])
        })
    }

    /// `tid`, `digest` → `tid`, `ranges`: where the words of its boilerplate start and end, of texts that
    /// have any.
    fn boilerplate(&self, py: Python<'_>, batch: &Bound<'_, PyAny>) -> PyResult<Batch> {
        let batch = Columns::of(batch)?;
        py.detach(|| {
            let (tids, digests) = (batch.longs("tid")?, batch.binaries("digest")?);
            let (mut tid, mut ranges) = (Vec::new(), ListBuilder::new(Int32Builder::new()));
            for row in batch.rows() {
                let found = self
                    .0
                    .census()
                    .boilerplate(read(digests.value(row))?.terms());
                if found.is_empty() {
                    continue;
                }
                tid.push(tids.value(row));
                for range in found {
                    ranges
                        .values()
                        .append_slice(&[range.start as i32, range.end as i32]);
                }
                ranges.append(true);
            }
            reply(vec![
                ("tid", shared(Int64Array::from(tid))),
                ("ranges", shared(ranges.finish())),
            ])
        })
    }

    /// `digests` of the texts of each story → `key`, `n`: what its terms count for; sums of one batch, to be
    /// added up.
    fn count_story_terms(&self, py: Python<'_>, batch: &Bound<'_, PyAny>) -> PyResult<Batch> {
        let batch = Columns::of(batch)?;
        py.detach(|| {
            let mut counts: BTreeMap<u32, i64> = BTreeMap::new();
            self.each_story(&batch, |(terms, _)| {
                for (key, units) in terms {
                    *counts.entry(key).or_default() += i64::from(units);
                }
            })?;
            let keys: Int32Array = counts.keys().map(|key| Some(key.cast_signed())).collect();
            let counts: Int64Array = counts.into_values().collect();
            reply(vec![("key", shared(keys)), ("n", shared(counts))])
        })
    }

    /// `digests` of the texts of each story → `key`, `n`: in how many stories a passage stands; sums of one
    /// batch, to be added up.
    fn count_story_passages(&self, py: Python<'_>, batch: &Bound<'_, PyAny>) -> PyResult<Batch> {
        let batch = Columns::of(batch)?;
        py.detach(|| {
            let mut counts: BTreeMap<u64, i64> = BTreeMap::new();
            self.each_story(&batch, |(_, passages)| {
                for passage in passages {
                    *counts.entry(passage).or_default() += 1;
                }
            })?;
            passage_counts(counts)
        })
    }
}

type StoryCount = (Vec<(u32, u32)>, Vec<u64>);

impl Census {
    fn each_story(&self, batch: &Columns, mut take: impl FnMut(StoryCount)) -> PyResult<()> {
        let stories = batch.lists("digests")?;
        let digests = Binaries::of(&stories.values, "digests")?;
        for row in batch.rows() {
            let texts = stories.range(row).map(|at| read(digests.value(at)));
            let texts = texts.collect::<PyResult<Vec<Digest>>>()?;
            let terms: Vec<&Terms> = texts.iter().map(Digest::terms).collect();
            take(steps::count_story(&terms, self.0.census()));
        }
        Ok(())
    }
}
