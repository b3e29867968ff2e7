//! What a file holds, as it is read on opening.

use std::ops::Range;
use std::path::{Path, PathBuf};

use redb::{Database, ReadableDatabase, ReadableTable, ReadableTableMetadata};

use super::error::{At, Damage};
use super::record::{self, Parts};
use super::tables::{ARTICLES, META, PLACES, WORDS};
use super::{StoreError, bundle};

/// All that a file holds.
pub(in crate::story) struct Contents {
    /// The counters as they were written last.
    pub(in crate::story) counters: Vec<u8>,
    /// The blocks of the lexicon, from the first on.
    pub(in crate::story) words: Vec<Vec<u8>>,
    /// How many articles there are.
    pub(in crate::story) len: usize,
    pub(in crate::story) articles: Reading,
}

impl Contents {
    pub(super) fn of(database: &Database, path: &Path) -> Result<Self, StoreError> {
        let at = At(path);
        let read = database.begin_read().map_err(|e| at.error(e))?;
        let meta = read.open_table(META).map_err(|e| at.error(e))?;
        let articles = read.open_table(ARTICLES).map_err(|e| at.error(e))?;
        let places = read.open_table(PLACES).map_err(|e| at.error(e))?;
        let table = read.open_table(WORDS).map_err(|e| at.error(e))?;
        let counters = meta.get("counters").map_err(|e| at.error(e))?;
        let mut words = Vec::new();
        for block in table.iter().map_err(|e| at.error(e))? {
            let (number, block) = block.map_err(|e| at.error(e))?;
            if number.value() != words.len() as u64 {
                return Err(at.damaged("some of its words are missing"));
            }
            words.push(block.value().to_vec());
        }
        let len = places.len().map_err(|e| at.error(e))?;
        Ok(Self {
            counters: counters.map_or_else(Vec::new, |bytes| bytes.value().to_vec()),
            words,
            len: usize::try_from(len).unwrap_or(usize::MAX),
            articles: Reading {
                bundles: articles.range::<u64>(..).map_err(|e| at.error(e))?,
                places: places.range::<u64>(..).map_err(|e| at.error(e))?,
                path: path.to_owned(),
            },
        })
    }
}

/// Some articles of a file, oldest first, each with its place.
#[derive(Debug, Default)]
pub(in crate::story) struct Rows {
    bundles: Vec<Vec<u8>>,
    /// Of each article the bundle, and where its record is in there.
    records: Vec<(usize, Range<usize>)>,
    places: Vec<(u64, Vec<u8>)>,
}

impl Rows {
    pub(in crate::story) fn len(&self) -> usize {
        self.places.len()
    }

    /// What the record of an article holds, and its place; an error says what is wrong with it.
    pub(in crate::story) fn get(&self, at: usize) -> Result<(Parts<'_>, &[u8]), Damage> {
        let record = self.records.get(at).and_then(|(bundle, span)| {
            let bundle = self.bundles.get(*bundle)?;
            bundle.get(span.clone())
        });
        let parts = record::decode(record.unwrap_or_default())?;
        match self.places.get(at) {
            Some((arrival, place)) if *arrival == parts.arrival => Ok((parts, place)),
            _ => Err(UNPAIRED.into()),
        }
    }
}

const UNPAIRED: &str = "an article has no place, or a place no article";

/// How many articles are read at a time, so that memory holds little more than what stays of them.
const READ_TOGETHER: usize = 2_048;

/// All articles of a file, some at a time.
pub(in crate::story) struct Reading {
    path: PathBuf,
    bundles: Entries,
    places: Entries,
}

/// What a table holds, in order.
type Entries = redb::Range<'static, u64, &'static [u8]>;

impl Reading {
    /// The next articles; none at the end.
    pub(in crate::story) fn next_rows(&mut self) -> Result<Option<Rows>, StoreError> {
        let at = At(&self.path);
        let mut rows = Rows::default();
        while rows.records.len() < READ_TOGETHER {
            let Some(next) = self.bundles.next() else {
                break;
            };
            let (_, bundle) = next.map_err(|e| at.error(e))?;
            let bundle = bundle.value().to_vec();
            let mut start = 0;
            for record in bundle::records(&bundle) {
                let record = record.ok_or_else(|| at.damaged("a bundle of articles is cut"))?;
                let place = self.places.next().transpose().map_err(|e| at.error(e))?;
                let (arrival, place) = place.ok_or_else(|| at.damaged(UNPAIRED))?;
                rows.places.push((arrival.value(), place.value().to_vec()));
                rows.records
                    .push((rows.bundles.len(), start..start + record.len()));
                start += record.len();
            }
            rows.bundles.push(bundle);
        }
        if rows.records.is_empty() {
            return match self.places.next() {
                None => Ok(None),
                Some(_) => Err(at.damaged(UNPAIRED)),
            };
        }
        Ok(Some(rows))
    }
}
