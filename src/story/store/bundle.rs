//! Records in bundles: one value of the table for several articles that came one after another.
//!
//! redb keeps values in pages of 4 KiB, and an article with what was made of it takes about as much:
//! alone in a value each would leave much of its pages empty, and each page is read three times on
//! opening. A bundle is the records one after another; each frame states its own length.

use redb::{ReadableTable, Table};

use super::StoreError;
use super::error::At;
use super::record::{self, Parts};
use crate::frame::Frame;

/// A bundle is not made larger than this, unless one record is: one that fills eight pages, less what
/// redb adds.
const LARGEST: usize = (32 << 10) - 128;

/// Bundles by the arrival number of the first article that each of them ever had.
pub(super) type Bundles<'t> = Table<'t, u64, &'static [u8]>;

/// The records of a bundle; an error for bytes that are none.
pub(super) fn records(mut bundle: &[u8]) -> impl Iterator<Item = Option<&[u8]>> {
    std::iter::from_fn(move || {
        if bundle.is_empty() {
            return None;
        }
        let Some((record, rest)) = Frame::split_first(bundle) else {
            bundle = &[];
            return Some(None);
        };
        bundle = rest;
        Some(Some(record))
    })
}

/// Adds records of new articles, ascending; the last bundle is filled up first. One that does not come
/// after all that are here would take the place of another, and is refused.
pub(super) fn add(
    table: &mut Bundles<'_>,
    new: impl IntoIterator<Item = (u64, Vec<u8>)>,
    at: &At<'_>,
) -> Result<(), StoreError> {
    let (mut first, mut bundle) = match table.last().map_err(|e| at.error(e))? {
        Some((first, bundle)) => (first.value(), bundle.value().to_vec()),
        None => (0, Vec::new()),
    };
    let last = match records(&bundle).last() {
        Some(record) => Some(parts(record, at)?.arrival),
        None => None,
    };
    let mut changed = false;
    for (arrival, record) in new {
        if last.is_some_and(|last| arrival <= last) {
            return Err(at.damaged("it holds an article under the number of a new one"));
        }
        if bundle.is_empty() || bundle.len() + record.len() > LARGEST {
            if changed {
                table.insert(first, &bundle[..]).map_err(|e| at.error(e))?;
            }
            (first, bundle) = (arrival, record);
        } else {
            bundle.extend_from_slice(&record);
        }
        changed = true;
    }
    if changed {
        table.insert(first, &bundle[..]).map_err(|e| at.error(e))?;
    }
    Ok(())
}

/// Takes out the records of articles by their arrival numbers, ascending; those that are here.
pub(super) fn remove(
    table: &mut Bundles<'_>,
    mut gone: &[u64],
    at: &At<'_>,
) -> Result<(), StoreError> {
    while let Some((&next, others)) = gone.split_first() {
        let mut before = table.range(..=next).map_err(|e| at.error(e))?;
        let found = before.next_back().transpose().map_err(|e| at.error(e))?;
        let found = found.map(|(first, bundle)| (first.value(), bundle.value().to_vec()));
        drop(before);
        let Some((first, bundle)) = found else {
            gone = others;
            continue;
        };
        let mut kept = Vec::with_capacity(bundle.len());
        for record in records(&bundle) {
            let arrival = parts(record, at)?.arrival;
            while let Some((_, rest)) = gone.split_first().filter(|(next, _)| **next < arrival) {
                gone = rest;
            }
            match gone.split_first() {
                Some((&next, rest)) if next == arrival => gone = rest,
                _ => kept.extend_from_slice(record.unwrap_or_default()),
            }
        }
        if kept.is_empty() {
            table.remove(first).map_err(|e| at.error(e))?;
        } else if kept.len() < bundle.len() {
            table.insert(first, &kept[..]).map_err(|e| at.error(e))?;
        }
        if gone.first() == Some(&next) {
            // It came after all that are left here.
            gone = others;
        }
    }
    Ok(())
}

pub(super) fn parts<'b>(record: Option<&'b [u8]>, at: &At<'_>) -> Result<Parts<'b>, StoreError> {
    let record = record.ok_or_else(|| at.damaged("a bundle of articles is cut"))?;
    record::decode(record).map_err(|error| at.damaged(error))
}

/// The record of an article.
pub(super) fn find<'b>(
    bundle: &'b [u8],
    arrival: u64,
    at: &At<'_>,
) -> Result<Option<Parts<'b>>, StoreError> {
    for record in records(bundle) {
        let parts = parts(record, at)?;
        if parts.arrival == arrival {
            return Ok(Some(parts));
        }
    }
    Ok(None)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "in a test, a panic is the answer")]
mod tests {
    use super::*;
    use crate::Article;
    use proptest::prelude::*;
    use redb::{ReadableTableMetadata, TableDefinition};
    use std::collections::BTreeSet;
    use std::path::Path;

    const TABLE: TableDefinition<'_, u64, &[u8]> = TableDefinition::new("bundles");

    fn record(arrival: u64) -> (u64, Vec<u8>) {
        let text = "storm ".repeat(1 + (arrival * 977 % 900) as usize);
        let article = record::encode(arrival, b"key", &Article::new(&text));
        (arrival, record::finish(&article, b"made"))
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]

        /// Articles come and go, some commits are done twice; each article is there once.
        #[test]
        fn articles_come_and_go(
            steps in proptest::collection::vec((0..40_u64, proptest::collection::vec(any::<prop::sample::Index>(), 0..9), any::<bool>()), 1..12),
        ) {
            let backend = redb::backends::InMemoryBackend::new();
            let database = redb::Database::builder().create_with_backend(backend).unwrap();
            let write = database.begin_write().unwrap();
            let mut table = write.open_table(TABLE).unwrap();
            let (at, mut held, mut next) = (At(Path::new("file")), BTreeSet::new(), 0);
            for (new, gone, twice) in steps {
                let gone = gone.iter().filter_map(|gone| {
                    let held: Vec<u64> = held.iter().copied().collect();
                    (!held.is_empty()).then(|| held[gone.index(held.len())])
                });
                let gone: BTreeSet<u64> = gone.collect();
                let ascending: Vec<u64> = gone.iter().copied().collect();
                for again in 0..=u8::from(twice) {
                    remove(&mut table, &ascending, &at).unwrap();
                    if again > 0 && new > 0 {
                        prop_assert!(add(&mut table, (next..next + new).map(record), &at).is_err());
                        remove(&mut table, &(next..next + new).collect::<Vec<_>>(), &at).unwrap();
                    }
                    add(&mut table, (next..next + new).map(record), &at).unwrap();
                }
                held = &held - &gone;
                held.extend(next..next + new);
                next += new;
                let mut found = Vec::new();
                for entry in table.iter().unwrap() {
                    let (first, bundle) = entry.unwrap();
                    let all = records(bundle.value()).map(|r| parts(r, &at).unwrap().arrival);
                    let all: Vec<u64> = all.collect();
                    prop_assert!(first.value() <= all[0]);
                    prop_assert!(all.len() == 1 || bundle.value().len() <= LARGEST);
                    for &arrival in &all {
                        let parts = find(bundle.value(), arrival, &at).unwrap().unwrap();
                        prop_assert_eq!((parts.arrival, parts.made), (arrival, &b"made"[..]));
                    }
                    found.extend(all);
                }
                prop_assert_eq!(found, held.iter().copied().collect::<Vec<_>>());
            }
            prop_assert!(table.len().unwrap() <= next);
        }
    }
}
