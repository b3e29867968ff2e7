//! Opens files and standard input, unpacks them, finds out what they are, and has them read.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::path::Path;

use encoding_rs::Encoding;
use flate2::bufread::MultiGzDecoder;
use indicatif::ProgressBar;

use super::encoding::{self, Transcoder};
use super::entry::Entry;
use super::faults::Kind;
use super::sniff::{self, Format};
use super::value::Value;
use super::{Sink, feed, folder, html, json, jsonl, table};
use crate::failure::Failure;

/// How much is looked at to tell a format.
const PEEK: usize = 1 << 16;

/// Reads a file, a folder, or standard input for `-`. What is no input at all is a failure where the
/// user named it, and a fault inside a folder.
pub(crate) fn read(
    path: &Path,
    encoding: Option<&'static Encoding>,
    progress: &ProgressBar,
    sink: &mut Sink<'_>,
) -> Result<(), Failure> {
    if path == Path::new("-") {
        return stream(io::stdin().lock(), None, encoding, sink).map_err(|wrong| match wrong {
            Wrong::Input(why) => Failure::failed(format!("standard input: {why}")),
            Wrong::Failure(failure) => failure,
        });
    }
    if !path.is_dir() {
        return file(path, encoding, progress, sink).map_err(|wrong| match wrong {
            Wrong::Input(why) => Failure::file(path, why),
            Wrong::Failure(failure) => failure,
        });
    }
    let files = folder::files(path).map_err(|error| Failure::file(path, error))?;
    if files.is_empty() {
        return Err(Failure::file(path, "no files in this folder"));
    }
    for path in files {
        match file(&path, encoding, progress, sink) {
            Ok(()) => {}
            Err(Wrong::Input(why)) => {
                let name = path.display().to_string();
                sink.faults
                    .note(Kind::LeftOut, super::place(&name, None), why)?;
            }
            Err(Wrong::Failure(failure)) => return Err(failure),
        }
    }
    Ok(())
}

/// Why a file was not read: it is no input, or the run ends.
#[derive(Debug)]
pub(crate) enum Wrong {
    Input(String),
    Failure(Failure),
}

impl From<Failure> for Wrong {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

impl From<io::Error> for Wrong {
    fn from(error: io::Error) -> Self {
        Self::Input(error.to_string())
    }
}

fn file(
    path: &Path,
    encoding: Option<&'static Encoding>,
    progress: &ProgressBar,
    sink: &mut Sink<'_>,
) -> Result<(), Wrong> {
    let file = progress.wrap_read(File::open(path)?);
    stream(
        BufReader::with_capacity(PEEK, file),
        Some(path),
        encoding,
        sink,
    )
}

/// Reads a stream of bytes, whatever it holds.
pub(crate) fn stream<'r>(
    body: impl BufRead + 'r,
    path: Option<&Path>,
    encoding: Option<&'static Encoding>,
    sink: &mut Sink<'_>,
) -> Result<(), Wrong> {
    let mut body: Box<dyn BufRead + 'r> = Box::new(body);
    let mut start = peek(&mut body)?;
    // Twice, for what was packed twice.
    for _ in 0..2 {
        if start.starts_with(&[0x1f, 0x8b]) {
            body = Box::new(BufReader::with_capacity(PEEK, MultiGzDecoder::new(body)));
            start = peek(&mut body)?;
        }
    }
    if let Some(encoding) = encoding.or_else(|| encoding::utf16(&start)) {
        body = Box::new(BufReader::with_capacity(
            PEEK,
            Transcoder::new(body, encoding),
        ));
        start = peek(&mut body)?;
    }
    if start.is_empty() {
        return Ok(());
    }
    if let Some(foreign) = sniff::foreign(&start) {
        return Err(Wrong::Input(format!("this is {foreign}")));
    }
    let name = path.map_or_else(|| "-".to_owned(), |path| path.display().to_string());
    let format = match (sniff::format(&start, path, sink.fields), path) {
        (Some(format), _) => format,
        (None, Some(_)) => Format::Text,
        (None, None) => Format::JsonLines,
    };
    match format {
        Format::JsonLines => jsonl::read(body, &name, sink)?,
        Format::Table(delimiter) => table::read(body, delimiter, &name, sink)?,
        Format::Json | Format::Feed | Format::Html | Format::Text => {
            whole(body, format, &name, sink)?;
        }
    }
    Ok(())
}

/// Reads what is one document.
fn whole(
    mut body: impl Read,
    format: Format,
    name: &str,
    sink: &mut Sink<'_>,
) -> Result<(), Wrong> {
    let mut bytes = Vec::new();
    if let Err(error) = body.read_to_end(&mut bytes) {
        // A file cut off while it was packed or sent: what is there is read.
        sink.faults.note(
            Kind::Mended,
            super::place(name, None),
            format!("{error}; read as far as it goes"),
        )?;
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(2048)]);
    let label = match format {
        Format::Feed => declared_by_xml(&start),
        Format::Html => html::declared_encoding(&start),
        _ => None,
    };
    let decoded = encoding::declared(bytes, label.as_deref());
    if let Some(how) = decoded.how {
        sink.faults
            .note(Kind::Mended, super::place(name, None), how)?;
    }
    let text = &*decoded.text;
    match format {
        Format::Json => json::document(text, name, sink)?,
        Format::Feed => feed::read(text, name, sink)?,
        Format::Html => {
            let page = html::page(text);
            let mut entry = Entry::default();
            let known = [
                ("id", page.address.or_else(|| Some(name.to_owned()))),
                ("text", Some(page.text)),
                ("title", page.title),
                ("date", page.date),
                ("source", page.source),
            ];
            for (field, value) in known {
                if let Some(value) = value {
                    entry.put(sink.fields, field, &Value::Text(value.into()));
                }
            }
            sink.entry(entry, name, None, None)?;
        }
        _ => {
            let mut entry = Entry::default();
            entry.put(sink.fields, "id", &Value::Text(name.into()));
            entry.put(sink.fields, "text", &Value::Text(text.into()));
            sink.entry(entry, name, None, None)?;
        }
    }
    Ok(())
}

/// The encoding an XML declaration names.
fn declared_by_xml(start: &str) -> Option<String> {
    let declaration = start.strip_prefix("<?xml")?.split("?>").next()?;
    let value = declaration
        .split("encoding")
        .nth(1)?
        .trim_start()
        .strip_prefix('=')?
        .trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    value[1..].split(quote).next().map(str::to_owned)
}

/// The first bytes, which are then read again. A pipe gives what it has: waiting for more would keep
/// a live feed waiting.
fn peek(body: &mut Box<dyn BufRead + '_>) -> io::Result<Vec<u8>> {
    let start = body.fill_buf()?.to_vec();
    if start.len() >= 512 || start.contains(&b'\n') || start.is_empty() {
        return Ok(start);
    }
    // A few bytes tell little; the first line, or the end, tells enough.
    let mut more = start;
    body.consume(more.len());
    while more.len() < PEEK && !more.contains(&b'\n') {
        let next = body.fill_buf()?;
        if next.is_empty() {
            break;
        }
        let length = next.len();
        more.extend_from_slice(next);
        body.consume(length);
    }
    let rest = std::mem::replace(body, Box::new(io::empty()));
    *body = Box::new(Cursor::new(more.clone()).chain(rest));
    Ok(more)
}
