//! Articles as people have them: JSON lines, JSON, JSON Feed, RSS, Atom, CSV, TSV, text and HTML
//! files, folders of these, each also gzipped.
//!
//! Every format comes down to entries of named fields, and every entry becomes an article in one
//! place ([`entry`]), so that a name or a date is understood everywhere or nowhere.

pub(crate) mod dates;
pub(crate) mod encoding;
pub(crate) mod entry;
pub(crate) mod faults;
pub(crate) mod feed;
pub(crate) mod fields;
pub(crate) mod folder;
pub(crate) mod html;
pub(crate) mod json;
pub(crate) mod jsonl;
pub(crate) mod mend;
pub(crate) mod open;
pub(crate) mod sniff;
pub(crate) mod table;
pub(crate) mod value;

use entry::{Context, Entry};
use faults::{Faults, Place};
use fields::Fields;

use crate::failure::Failure;
use crate::record::Record;

/// What is done with each article: the place it stands at, for what is said about it, and a way to
/// say it.
pub(crate) type Keep<'s> = dyn FnMut(Record, Place<'_>, &mut Faults) -> Result<(), Failure> + 's;

/// Where the readers of all formats bring their entries.
pub(crate) struct Sink<'s> {
    pub(crate) fields: &'s mut Fields,
    pub(crate) faults: &'s mut Faults,
    /// Whether an entry without an id is left out.
    pub(crate) needs_id: bool,
    pub(crate) keep: &'s mut Keep<'s>,
}

impl Sink<'_> {
    /// Makes an article of an entry and hands it on.
    pub(crate) fn entry(
        &mut self,
        entry: Entry<'_>,
        file: &str,
        line: Option<u64>,
        source: Option<&str>,
    ) -> Result<(), Failure> {
        let place = place(file, line);
        let context = Context {
            place,
            source,
            needs_id: self.needs_id,
        };
        match entry.finish(self.fields, context, self.faults)? {
            Some(record) => (self.keep)(record, place, self.faults),
            None => Ok(()),
        }
    }
}

/// A place in a file.
pub(crate) fn place(file: &str, line: Option<u64>) -> Place<'_> {
    Place { file, line }
}

/// How many lines end in some bytes.
fn newlines(bytes: &[u8]) -> u64 {
    bytes.split(|&byte| byte == b'\n').skip(1).count() as u64
}
