//! Copies: sketches, the pairs that meet, and whether they are copies.

use arrow_array::builder::{Int32Builder, ListBuilder};
use arrow_array::cast::AsArray;
use arrow_array::types::Int32Type;
use arrow_array::{Array, BinaryArray, Int32Array, Int64Array};
use pyo3::prelude::*;
use retold::story::steps::{self, CopyReader, PairScorer};

use super::columns::{Columns, Lists};
use super::links::{pairs, weighed, whole};
use super::settings::Settings;
use crate::arrow::{Batch, reply, shared};
use crate::error::{kind, value as wrong};
use crate::strings::Strings;

fn ints(lists: &Lists, range: std::ops::Range<usize>, name: &str) -> PyResult<Vec<i32>> {
    let values = lists.values.as_primitive_opt::<Int32Type>();
    let values = values.ok_or_else(|| {
        kind(format!(
            "column `{name}` is a list of {}",
            lists.values.data_type()
        ))
    })?;
    Ok(values.values()[range].to_vec())
}

/// `aid`, `text` and `ranges`, where its boilerplate is → `aid`, `sum` and `count` (a hint that two texts have
/// the same shingles), `keys` of bands, `sample` of passages, `shingles`.
#[pyfunction]
pub(crate) fn sketch(
    py: Python<'_>,
    batch: &Bound<'_, PyAny>,
    settings: &Settings,
) -> PyResult<Batch> {
    let batch = Columns::of(batch)?;
    let texts = Strings::of_arrow(std::slice::from_ref(batch.get("text")?), "text")?;
    py.detach(|| {
        let ranges = batch.lists("ranges")?;
        let mut reader = CopyReader::new(settings.copies().clone());
        let (mut sums, mut counts, mut shingles) = (Vec::new(), Vec::new(), Vec::new());
        let mut lists = [(); 2].map(|()| ListBuilder::new(Int32Builder::new()));
        for (row, text) in texts.all().into_iter().enumerate() {
            let boilerplate = ints(&ranges, ranges.range(row), "ranges")?;
            let boilerplate = boilerplate.as_chunks().0.iter();
            let boilerplate = boilerplate.map(|&[start, end]| start as usize..end as usize);
            let boilerplate: Vec<_> = boilerplate.collect();
            let (sketch, own) = reader.read(text.unwrap_or_default(), &boilerplate);
            let (sum, count) = sketch.print();
            sums.push(super::columns::ordered(sum));
            counts.push(count.cast_signed());
            for (list, numbers) in lists.iter_mut().zip([sketch.band_keys(), sketch.sample()]) {
                let numbers = numbers.iter().map(|number| Some(number.cast_signed()));
                list.append_value(numbers);
            }
            shingles.push(
                own.iter()
                    .flat_map(|hash| hash.to_le_bytes())
                    .collect::<Vec<u8>>(),
            );
        }
        let [keys, sample] = lists.map(|mut list| shared(list.finish()));
        reply(vec![
            ("aid", batch.get("aid")?.clone()),
            ("sum", shared(Int64Array::from(sums))),
            ("count", shared(Int32Array::from(counts))),
            ("keys", keys),
            ("sample", sample),
            ("shingles", shared(BinaryArray::from_iter_values(shingles))),
        ])
    })
}

/// `band` and `members` (a list of structs of `sum`, `count`, `aid` and `keys`) that share the key of a band →
/// `low`, `high`.
#[pyfunction]
pub(crate) fn bucket_pairs(py: Python<'_>, batch: &Bound<'_, PyAny>) -> PyResult<Batch> {
    let batch = Columns::of(batch)?;
    py.detach(|| {
        let (bands, lists) = (batch.ints("band")?, batch.lists("members")?);
        let members = lists.records("members")?;
        let (sums, counts) = (members.longs("sum")?, members.ints("count")?);
        let (aids, keys) = (members.longs("aid")?, members.lists("keys")?);
        let (mut low, mut high) = (Vec::new(), Vec::new());
        for row in batch.rows() {
            let member = |at: usize| {
                let keys = ints(&keys, keys.range(at), "keys")?;
                let keys: Vec<u32> = keys.into_iter().map(i32::cast_unsigned).collect();
                Ok(((sums.value(at), counts.value(at), aids.value(at)), keys))
            };
            let mut own = lists.range(row).map(member).collect::<PyResult<Vec<_>>>()?;
            // In the order of the batch, so that its shortcut through large buckets is the same.
            own.sort_unstable();
            for (a, b) in steps::bucket_pairs(&mut own, bands.value(row) as usize, steps::BAND_CAP)
            {
                low.push(a.2.min(b.2));
                high.push(a.2.max(b.2));
            }
        }
        pairs(low, high)
    })
}

/// `members` that share a sampled passage → `low`, `high`: all pairs.
#[pyfunction]
pub(crate) fn sample_pairs(py: Python<'_>, batch: &Bound<'_, PyAny>) -> PyResult<Batch> {
    let batch = Columns::of(batch)?;
    py.detach(|| {
        let lists = batch.lists("members")?;
        let (mut low, mut high) = (Vec::new(), Vec::new());
        for row in batch.rows() {
            let members = whole(&lists, row, "members")?;
            for (at, &a) in members.iter().enumerate() {
                for &b in &members[at + 1..] {
                    low.push(a.min(b));
                    high.push(a.max(b));
                }
            }
        }
        pairs(low, high)
    })
}

/// `low`, `high`, `shared` and the sizes of both samples, `size_low`, `size_high` → `low`, `high` of those that
/// share enough.
#[pyfunction]
pub(crate) fn enough_shared(py: Python<'_>, batch: &Bound<'_, PyAny>) -> PyResult<Batch> {
    let batch = Columns::of(batch)?;
    py.detach(|| {
        let both = [batch.longs("low")?, batch.longs("high")?];
        let sizes = [batch.ints("size_low")?, batch.ints("size_high")?];
        let shared = batch.longs("shared")?;
        let enough = |&row: &usize| {
            let sizes = sizes.map(|sizes| sizes.value(row) as usize);
            steps::enough_shared(sizes, shared.value(row) as usize)
        };
        let rows: Vec<usize> = batch.rows().filter(enough).collect();
        let [low, high] = both.map(|column| rows.iter().map(|&row| column.value(row)).collect());
        pairs(low, high)
    })
}

fn shingles(bytes: &[u8]) -> PyResult<Vec<u64>> {
    match bytes.as_chunks() {
        (hashes, []) => Ok(hashes
            .iter()
            .map(|hash| u64::from_le_bytes(*hash))
            .collect()),
        _ => Err(wrong("shingles are cut short")),
    }
}

/// How many hashes two ascending lists share.
fn shared_hashes(left: &[u64], right: &[u64]) -> usize {
    let mut right = right.iter().peekable();
    let shared = |hash: &&u64| {
        while right.next_if(|other| other < hash).is_some() {}
        right.peek().is_some_and(|other| other == hash)
    };
    left.iter().filter(shared).count()
}

/// `low`, `high` and their shingles `a`, `b` → `low`, `high`, `shingles_low`, `shingles_high`, `shared`, of
/// those that are copies.
#[pyfunction]
pub(crate) fn are_copies(
    py: Python<'_>,
    batch: &Bound<'_, PyAny>,
    settings: &Settings,
) -> PyResult<Batch> {
    let batch = Columns::of(batch)?;
    py.detach(|| {
        let (lows, highs) = (batch.longs("low")?, batch.longs("high")?);
        let (a, b) = (batch.binaries("a")?, batch.binaries("b")?);
        let mut columns: [Vec<i64>; 5] = Default::default();
        for row in batch.rows() {
            let (left, right) = (shingles(a.value(row))?, shingles(b.value(row))?);
            let shared = shared_hashes(&left, &right);
            if settings
                .copies()
                .are_copies(left.len(), right.len(), shared)
            {
                let counts = [left.len(), right.len(), shared].map(|count| count as i64);
                let [left, right, shared] = counts;
                let values = [lows.value(row), highs.value(row), left, right, shared];
                columns
                    .iter_mut()
                    .zip(values)
                    .for_each(|(column, value)| column.push(value));
            }
        }
        let names = ["low", "high", "shingles_low", "shingles_high", "shared"];
        let columns = columns.map(|column| shared(Int64Array::from(column)));
        reply(names.into_iter().zip(columns).collect())
    })
}

/// `low`, `high` and their vectors `a`, `b` → `low`, `high` of those that tell one event.
#[pyfunction]
pub(crate) fn tell_one_event(py: Python<'_>, batch: &Bound<'_, PyAny>) -> PyResult<Batch> {
    let batch = Columns::of(batch)?;
    py.detach(|| {
        let both = [batch.longs("low")?, batch.longs("high")?];
        let (a, b) = (batch.binaries("a")?, batch.binaries("b")?);
        let mut scorer = PairScorer::default();
        let one_event = |row| {
            scorer.lay_out(&weighed(a.value(row))?);
            Ok(scorer.tell_one_event(&weighed(b.value(row))?))
        };
        let keep = batch
            .rows()
            .map(one_event)
            .collect::<PyResult<Vec<bool>>>()?;
        let [low, high] = both.map(|column| {
            let rows = column.values().iter().zip(&keep);
            rows.filter(|row| *row.1).map(|row| *row.0).collect()
        });
        pairs(low, high)
    })
}
