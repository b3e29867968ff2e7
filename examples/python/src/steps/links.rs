//! Which pairs of texts are worth it, their scores, and where each text stands.

use arrow_array::cast::AsArray;
use arrow_array::types::{Float32Type, Float64Type, Int64Type};
use arrow_array::{
    Array, ArrowPrimitiveType, BinaryArray, Float32Array, Float64Array, Int32Array, Int64Array,
};
use pyo3::prelude::*;
use retold::Date;
use retold::event::{Limits, Proposer, WeighedText};
use retold::story::steps::{self, PairScorer, Standing, Strangers};

use super::columns::{Columns, Lists, number};
use super::settings::{Settings, keep};
use crate::arrow::{Batch, reply, shared};
use crate::error::{kind, value as wrong};

pub(super) fn weighed(bytes: &[u8]) -> PyResult<WeighedText> {
    WeighedText::from_bytes(bytes).ok_or_else(|| wrong("a vector is not as it was written"))
}

/// `tid`, `vector` → `tid`, `term`, `units`: the terms that find its candidates, a row each.
#[pyfunction]
pub(crate) fn heaviest(
    py: Python<'_>,
    batch: &Bound<'_, PyAny>,
    settings: &Settings,
) -> PyResult<Batch> {
    let batch = Columns::of(batch)?;
    py.detach(|| {
        let (tids, vectors) = (batch.longs("tid")?, batch.binaries("vector")?);
        let (mut tid, mut term, mut units) = (Vec::new(), Vec::new(), Vec::new());
        for row in batch.rows() {
            let vector = weighed(vectors.value(row))?;
            for &(number, weight) in vector
                .entries()
                .iter()
                .take(settings.rules().candidate_terms)
            {
                tid.push(tids.value(row));
                term.push(number.cast_signed());
                units.push(steps::units(weight).cast_signed());
            }
        }
        reply(vec![
            ("tid", shared(Int64Array::from(tid))),
            ("term", shared(Int32Array::from(term))),
            ("units", shared(Int32Array::from(units))),
        ])
    })
}

/// `block`, `term` and `texts` (a list of structs of `tid` and `units`) → `block`, `term`, `list` (eight bytes
/// a text), `left_out`.
#[pyfunction]
pub(crate) fn cap_lists(py: Python<'_>, batch: &Bound<'_, PyAny>) -> PyResult<Batch> {
    let batch = Columns::of(batch)?;
    py.detach(|| {
        let texts = batch.lists("texts")?;
        let members = texts.records("texts")?;
        let (tids, units) = (members.longs("tid")?, members.ints("units")?);
        let (mut lists, mut left_out) = (Vec::new(), Vec::new());
        for row in batch.rows() {
            let entry = |at| Ok((number(tids.value(at))?, units.value(at).cast_unsigned()));
            let mut list = texts.range(row).map(entry).collect::<PyResult<Vec<_>>>()?;
            let kept = steps::cap_list(&mut list, Limits::default().list);
            left_out.push((list.len() - kept) as i64);
            let bytes = |&(text, units): &(u32, u32)| [text.to_le_bytes(), units.to_le_bytes()];
            lists.push(
                list[..kept]
                    .iter()
                    .flat_map(bytes)
                    .flatten()
                    .collect::<Vec<u8>>(),
            );
        }
        reply(vec![
            ("block", batch.get("block")?.clone()),
            ("term", batch.get("term")?.clone()),
            ("list", shared(BinaryArray::from_iter_values(lists))),
            ("left_out", shared(Int64Array::from(left_out))),
        ])
    })
}

fn entries(bytes: &[u8]) -> Vec<(u32, u32)> {
    let pair = |bytes: &[u8; 8]| {
        let both = u64::from_le_bytes(*bytes);
        (both as u32, (both >> 32) as u32)
    };
    bytes.as_chunks().0.iter().map(pair).collect()
}

/// `tid` and `lists` (a list of structs of `units` and `list`) → `low`, `high`: pairs worth scoring.
#[pyfunction]
#[pyo3(signature = (batch, pass_))]
pub(crate) fn propose(py: Python<'_>, batch: &Bound<'_, PyAny>, pass_: &str) -> PyResult<Batch> {
    let (batch, keep) = (Columns::of(batch)?, keep(pass_)?);
    py.detach(|| {
        let (tids, lists) = (batch.longs("tid")?, batch.lists("lists")?);
        let members = lists.records("lists")?;
        let (units, bytes) = (members.ints("units")?, members.binaries("list")?);
        let mut limits = Limits::default();
        limits.candidates = keep.candidates;
        let (mut proposer, mut room) = (Proposer::default(), 0);
        let (mut low, mut high, mut found) = (Vec::new(), Vec::new(), Vec::new());
        for row in batch.rows() {
            let text = number(tids.value(row))?;
            let own = lists
                .range(row)
                .map(|at| (units.value(at).cast_unsigned(), entries(bytes.value(at))));
            let own: Vec<(u32, Vec<(u32, u32)>)> = own.collect();
            let last = own
                .iter()
                .flat_map(|(_, list)| list)
                .map(|&(text, _)| text)
                .max();
            let needed = last.unwrap_or(0).max(text) as usize + 1;
            if needed > room {
                room = needed.next_power_of_two();
                proposer = Proposer::new(room);
            }
            found.clear();
            let own = own.iter().map(|(units, list)| (*units, &list[..]));
            proposer.propose(text, own, &limits, &mut found);
            for &other in &found {
                low.push(i64::from(text.min(other)));
                high.push(i64::from(text.max(other)));
            }
        }
        pairs(low, high)
    })
}

pub(super) fn pairs(low: Vec<i64>, high: Vec<i64>) -> PyResult<Batch> {
    reply(vec![
        ("low", shared(Int64Array::from(low))),
        ("high", shared(Int64Array::from(high))),
    ])
}

/// `low`, `high`, their vectors `a`, `b` and dates `date_a`, `date_b` → `low`, `high`, `score`, of those worth
/// keeping.
#[pyfunction]
#[pyo3(signature = (batch, settings, pass_))]
pub(crate) fn score(
    py: Python<'_>,
    batch: &Bound<'_, PyAny>,
    settings: &Settings,
    pass_: &str,
) -> PyResult<Batch> {
    let (batch, keep) = (Columns::of(batch)?, keep(pass_)?);
    py.detach(|| {
        let (lows, highs) = (batch.longs("low")?, batch.longs("high")?);
        let (a, b) = (batch.binaries("a")?, batch.binaries("b")?);
        let dates = [batch.longs("date_a")?, batch.longs("date_b")?];
        let mut scorer = PairScorer::default();
        let (mut low, mut high, mut scores) = (Vec::new(), Vec::new(), Vec::new());
        for row in batch.rows() {
            scorer.lay_out(&weighed(a.value(row))?);
            let date = |dates: &Int64Array| {
                dates
                    .is_valid(row)
                    .then(|| Date::from_unix_seconds(dates.value(row)))
            };
            let score = scorer.score(&weighed(b.value(row))?, dates.map(date), settings.rules());
            if keep.keeps(score) {
                low.push(lows.value(row));
                high.push(highs.value(row));
                scores.push(score);
            }
        }
        reply(vec![
            ("low", shared(Int64Array::from(low))),
            ("high", shared(Int64Array::from(high))),
            ("score", shared(Float32Array::from(scores))),
        ])
    })
}

/// The numbers of one row's list.
fn numbers<T: ArrowPrimitiveType>(
    lists: &Lists,
    row: usize,
    name: &str,
) -> PyResult<Vec<T::Native>> {
    let values = lists.values.as_primitive_opt::<T>();
    let values = values.ok_or_else(|| {
        kind(format!(
            "column `{name}` is a list of {}",
            lists.values.data_type()
        ))
    })?;
    Ok(values.values()[lists.range(row)].to_vec())
}

/// `tid`, `scores` → `tid`, `closeness`.
#[pyfunction]
pub(crate) fn standing(py: Python<'_>, batch: &Bound<'_, PyAny>) -> PyResult<Batch> {
    let batch = Columns::of(batch)?;
    py.detach(|| {
        let lists = batch.lists("scores")?;
        let closeness = |row| {
            let scores = numbers::<Float32Type>(&lists, row, "scores")?;
            Ok(steps::standing(scores).closeness)
        };
        let closeness = batch
            .rows()
            .map(closeness)
            .collect::<PyResult<Vec<f64>>>()?;
        reply(vec![
            ("tid", batch.get("tid")?.clone()),
            ("closeness", shared(Float64Array::from(closeness))),
        ])
    })
}

/// `low`, `high`, `score` and where both stand, `near_low`, `near_high` → `low`, `high`, `score`, `adjusted`.
#[pyfunction]
pub(crate) fn adjust(py: Python<'_>, batch: &Bound<'_, PyAny>) -> PyResult<Batch> {
    let batch = Columns::of(batch)?;
    py.detach(|| {
        let scores = batch.floats("score")?;
        let standings = [batch.doubles("near_low")?, batch.doubles("near_high")?];
        let adjusted = |row| {
            let closeness = |column: &Float64Array| Standing {
                closeness: column.value(row),
            };
            Some(steps::adjusted(scores.value(row), standings.map(closeness)))
        };
        let adjusted: Float64Array = batch.rows().map(adjusted).collect();
        reply(vec![
            ("low", batch.get("low")?.clone()),
            ("high", batch.get("high")?.clone()),
            ("score", batch.get("score")?.clone()),
            ("adjusted", shared(adjusted)),
        ])
    })
}

/// `tid` and `links` (a list of structs of `adjusted` and `other`), those that reach the threshold → `low`,
/// `high`: pairs among the best of them.
#[pyfunction]
pub(crate) fn triangles(py: Python<'_>, batch: &Bound<'_, PyAny>) -> PyResult<Batch> {
    let batch = Columns::of(batch)?;
    py.detach(|| {
        let lists = batch.lists("links")?;
        let members = lists.records("links")?;
        let (adjusted, others) = (members.doubles("adjusted")?, members.longs("other")?);
        let (mut low, mut high) = (Vec::new(), Vec::new());
        for row in batch.rows() {
            let link = |at| Ok((adjusted.value(at), number(others.value(at))?));
            let links = lists.range(row).map(link).collect::<PyResult<Vec<_>>>()?;
            for (a, b) in steps::triangle_pairs(links) {
                low.push(i64::from(a));
                high.push(i64::from(b));
            }
        }
        pairs(low, high)
    })
}

/// `language` of a text and `scores`, its adjusted scores with texts of other stories → `language`, `units`,
/// to be added up.
#[pyfunction]
pub(crate) fn strangers(py: Python<'_>, batch: &Bound<'_, PyAny>) -> PyResult<Batch> {
    let batch = Columns::of(batch)?;
    py.detach(|| {
        let lists = batch.lists("scores")?;
        let units = |row| {
            let mut strangers = Strangers::default();
            let scores = numbers::<Float64Type>(&lists, row, "scores")?;
            strangers.add(scores.into_iter().map(|score| score as f32));
            Ok(strangers.sums()[0].cast_signed())
        };
        let units = batch.rows().map(units).collect::<PyResult<Vec<i64>>>()?;
        reply(vec![
            ("language", batch.get("language")?.clone()),
            ("units", shared(Int64Array::from(units))),
        ])
    })
}

/// The whole numbers of one row's list.
pub(super) fn whole(lists: &Lists, row: usize, name: &str) -> PyResult<Vec<i64>> {
    numbers::<Int64Type>(lists, row, name)
}
