//! Links alone come to one place: average link.

use std::collections::BTreeMap;

use arrow_array::Int64Array;
use pyo3::prelude::*;
use retold::lsh::Groups;
use retold::story::steps::{self, Strangers};

use super::columns::{Columns, number};
use super::settings::Settings;
use crate::arrow::{Batch, reply, shared};
use crate::error::value as wrong;

/// The bar of each language, by the sums of closeness and of texts in it.
///
/// >>> from retold import steps
/// >>> steps.bars(steps.Settings(), {0: (0, 0)})
/// {0: 0.172}
#[pyfunction]
pub(crate) fn bars(settings: &Settings, sums: BTreeMap<u8, (u64, u64)>) -> BTreeMap<u8, f64> {
    let bar = |(units, texts)| Strangers::from_sums([units, texts]).bar(settings.rules());
    sums.into_iter()
        .map(|(language, sums)| (language, bar(sums)))
        .collect()
}

/// `texts` with `tid`, below `count`, and `language`; `links` with `low`, `high`, `adjusted`; `together` with
/// `low`, `high`; the bar of each language → `tid`, `story` and `copies`: the least text of its story, and of
/// the copies of it.
#[pyfunction]
pub(crate) fn average_link(
    py: Python<'_>,
    count: u32,
    texts: &Bound<'_, PyAny>,
    links: &Bound<'_, PyAny>,
    together: &Bound<'_, PyAny>,
    bars: BTreeMap<u8, f64>,
) -> PyResult<Batch> {
    let (texts, links) = (Columns::of(texts)?, Columns::of(links)?);
    let together = Columns::of(together)?;
    py.detach(|| {
        let bars = bars_of(count, &texts, &bars)?;
        let (low, high) = (links.longs("low")?, links.longs("high")?);
        let adjusted = links.doubles("adjusted")?;
        let link = |row: usize| {
            let [low, high] = [low, high].map(|ends| ends.value(row));
            Ok((
                text(count, low)?,
                text(count, high)?,
                adjusted.value(row) as f32,
            ))
        };
        let mut all = links.rows().map(link).collect::<PyResult<Vec<_>>>()?;
        all.sort_unstable_by_key(|link| (link.0, link.1));
        let together = pairs_of(count, &together)?;
        let story = steps::average_link(count as usize, &all, &together, &bars);
        let mut groups = groups_of(count, &together);
        let tids = texts.longs("tid")?.values();
        let stories = tids.iter().map(|&tid| Some(i64::from(story[tid as usize])));
        let copies = tids
            .iter()
            .map(|&tid| Some(i64::from(groups.leader(tid as u32))));
        let (stories, copies): (Int64Array, Int64Array) = (stories.collect(), copies.collect());
        reply(vec![
            ("tid", texts.get("tid")?.clone()),
            ("story", shared(stories)),
            ("copies", shared(copies)),
        ])
    })
}

/// `low`, `high` of numbers below `count` → `number`, `group`: the least number of those that pairs connect, of
/// all that stand in a pair.
#[pyfunction]
pub(crate) fn groups(py: Python<'_>, count: u32, pairs: &Bound<'_, PyAny>) -> PyResult<Batch> {
    let pairs = Columns::of(pairs)?;
    py.detach(|| {
        let pairs = pairs_of(count, &pairs)?;
        let mut groups = groups_of(count, &pairs);
        let mut numbers: Vec<u32> = pairs.iter().flat_map(|&(low, high)| [low, high]).collect();
        numbers.sort_unstable();
        numbers.dedup();
        let group = numbers
            .iter()
            .map(|&number| Some(i64::from(groups.leader(number))));
        let group: Int64Array = group.collect();
        let numbers: Int64Array = numbers
            .iter()
            .map(|&number| Some(i64::from(number)))
            .collect();
        reply(vec![("number", shared(numbers)), ("group", shared(group))])
    })
}

fn groups_of(count: u32, pairs: &[(u32, u32)]) -> Groups {
    let mut groups = Groups::new(count as usize);
    for &(low, high) in pairs {
        groups.unite(low, high);
    }
    groups
}

fn pairs_of(count: u32, pairs: &Columns) -> PyResult<Vec<(u32, u32)>> {
    let (low, high) = (pairs.longs("low")?, pairs.longs("high")?);
    let pair = |row| Ok((text(count, low.value(row))?, text(count, high.value(row))?));
    let mut pairs = pairs.rows().map(pair).collect::<PyResult<Vec<_>>>()?;
    pairs.sort_unstable();
    Ok(pairs)
}

fn text(count: u32, tid: i64) -> PyResult<u32> {
    let text = number(tid)?;
    if text < count {
        return Ok(text);
    }
    Err(wrong(format!(
        "there is a number {text}, but only {count} in all"
    )))
}

/// The bar of each text by its number.
fn bars_of(count: u32, texts: &Columns, bars: &BTreeMap<u8, f64>) -> PyResult<Vec<f64>> {
    let (tids, languages) = (texts.longs("tid")?, texts.ints("language")?);
    let mut all = vec![1.0; count as usize];
    for row in texts.rows() {
        let language = languages.value(row);
        let bar = u8::try_from(language)
            .ok()
            .and_then(|language| bars.get(&language));
        let bar = bar.ok_or_else(|| wrong(format!("there is no bar of language {language}")))?;
        all[text(count, tids.value(row))? as usize] = *bar;
    }
    Ok(all)
}
