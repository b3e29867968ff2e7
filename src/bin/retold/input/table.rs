//! CSV and TSV whose first line names the columns.

use std::io::Read;

use super::Sink;
use super::encoding;
use super::entry::Entry;
use super::faults::Kind;
use super::fields::{Fields, Role};
use super::value::Value;
use crate::failure::Failure;

/// A row of so many lines is more likely one whose quote was left open.
const TALLEST: u64 = 2_000;

/// The delimiter of a table, told by its first line, which must name a column that has a text, a title
/// or an id.
pub(crate) fn delimiter(first: &str, fields: &mut Fields) -> Option<u8> {
    let useful = |cell: &str, fields: &mut Fields| {
        let name = cell.trim().trim_matches('"');
        fields
            .uses(name)
            .iter()
            .any(|used| matches!(used.role, Role::Text | Role::Title | Role::Id))
    };
    [b'\t', b',', b';', b'|'].into_iter().find(|&delimiter| {
        let cells: Vec<&str> = first.split(char::from(delimiter)).collect();
        cells.len() > 1 && cells.iter().any(|cell| useful(cell, fields))
    })
}

/// Reads all rows.
pub(crate) fn read(
    body: impl Read,
    delimiter: u8,
    file: &str,
    sink: &mut Sink<'_>,
) -> Result<(), Failure> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .from_reader(body);
    let wrong = |error: csv::Error| Failure::failed(format!("{file}: {error}"));
    let names: Vec<String> = reader
        .byte_headers()
        .map_err(wrong)?
        .iter()
        .map(|name| encoding::text(name).text.trim().to_owned())
        .collect();
    let mut row = csv::ByteRecord::new();
    let mut latin = false;
    loop {
        match reader.read_byte_record(&mut row) {
            Ok(false) => return Ok(()),
            Ok(true) => {}
            // A file cut off while it was packed or sent.
            Err(error) => {
                let why = format!("{error}; what follows cannot be read");
                let line = Some(reader.position().line());
                return sink
                    .faults
                    .note(Kind::LeftOut, super::place(file, line), why);
            }
        }
        let line = row.position().map(csv::Position::line);
        let place = super::place(file, line);
        let height = reader
            .position()
            .line()
            .saturating_sub(line.unwrap_or_default());
        if height > TALLEST {
            let why = format!("one row of {height} lines; is a quote left open?");
            sink.faults.note(Kind::LeftOut, place, why)?;
            continue;
        }
        if row.len() != names.len() {
            let why = format!("{} cells under {} names", row.len(), names.len());
            sink.faults.note(Kind::Field, place, why)?;
        }
        let mut entry = Entry::default();
        for (name, cell) in names.iter().zip(&row) {
            let cell = encoding::text(cell);
            if let Some(how) = cell.how.filter(|_| !std::mem::replace(&mut latin, true)) {
                sink.faults.note(Kind::Mended, place, how)?;
            }
            entry.put(sink.fields, name, &Value::Text(cell.text));
        }
        sink.entry(entry, file, line, None)?;
    }
}
