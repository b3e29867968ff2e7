//! What a file is, told by its first bytes, and by its name only where they leave it open.

use std::path::Path;

use serde::de::IgnoredAny;

use super::fields::Fields;
use super::table;

/// The formats that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    /// One JSON object a line.
    JsonLines,
    /// A JSON document: a list, a response, JSON Feed, or objects over several lines.
    Json,
    /// RSS, Atom or a news sitemap.
    Feed,
    /// CSV, TSV and their kin, with this delimiter.
    Table(u8),
    /// A saved page, which is one article.
    Html,
    /// A plain text, which is one article.
    Text,
}

/// What is recognised and cannot be read, with what to do about it.
pub(crate) fn foreign(start: &[u8]) -> Option<&'static str> {
    Some(match start {
        [0x28, 0xb5, 0x2f, 0xfd, ..] => "Zstandard; unpack it first: zstd -dc FILE | retold … -",
        [b'B', b'Z', b'h', ..] => "bzip2; unpack it first: bzip2 -dc FILE | retold … -",
        [0xfd, b'7', b'z', b'X', b'Z', ..] => "xz; unpack it first: xz -dc FILE | retold … -",
        [b'P', b'K', 3, 4, ..] => "a zip archive; unpack it first: unzip -p FILE | retold … -",
        [b'P', b'A', b'R', b'1', ..] => "Parquet; write it as JSON lines or CSV first",
        [b'%', b'P', b'D', b'F', ..] => "a PDF; write its text into a .txt file first",
        _ if start.starts_with(b"SQLite format 3") => {
            "an SQLite database; write a table as CSV first"
        }
        _ if start.starts_with(b"WARC/") => "a WARC archive; take the articles out of it first",
        _ if start.get(257..262) == Some(b"ustar") => {
            "a tar archive; unpack it and give its folder"
        }
        _ if start.iter().take(1024).any(|&byte| byte == 0) => "not text",
        _ => return None,
    })
}

/// The format of a file that begins so, after any compression and in UTF-8.
pub(crate) fn format(start: &[u8], path: Option<&Path>, fields: &mut Fields) -> Option<Format> {
    let text = start.utf8_chunks().next().map_or("", |chunk| chunk.valid());
    let text = text.trim_start_matches('\u{feff}').trim_start();
    by_content(text, fields).or_else(|| by_name(path))
}

fn by_content(text: &str, fields: &mut Fields) -> Option<Format> {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let first = lines.next()?;
    let lower = text
        .get(..text.len().min(2048))
        .unwrap_or(first)
        .to_ascii_lowercase();
    if lower.starts_with("<!doctype html") || lower.starts_with("<html") {
        return Some(Format::Html);
    }
    if ["<rss", "<feed", "<rdf:rdf", "<urlset"]
        .iter()
        .any(|root| lower.contains(root))
        && lower.starts_with('<')
    {
        return Some(Format::Feed);
    }
    if lower.starts_with("<?xml") {
        return Some(if lower.contains("<html") {
            Format::Html
        } else {
            Format::Feed
        });
    }
    if first.starts_with('[') {
        return Some(Format::Json);
    }
    if first.starts_with('{') {
        let one_a_line = lines.next().is_none_or(|second| {
            !goes_on(first) && (first.ends_with('}') || second.starts_with('{'))
        });
        return Some(if one_a_line {
            Format::JsonLines
        } else {
            Format::Json
        });
    }
    if let Some(delimiter) = table::delimiter(first, fields) {
        return Some(Format::Table(delimiter));
    }
    // A comment or a damaged line before the first object.
    lines
        .take(5)
        .any(|line| line.starts_with("{\""))
        .then_some(Format::JsonLines)
}

/// Whether a line is the beginning of an object over several lines. One that ends inside a text is a
/// damaged object, and the next line may be whole.
fn goes_on(line: &str) -> bool {
    line.ends_with(['{', '[', '}', ']', ',', ':'])
        && serde_json::from_str::<IgnoredAny>(line).is_err_and(|error| error.is_eof())
}

fn by_name(path: Option<&Path>) -> Option<Format> {
    let name = path?.file_name()?.to_str()?.to_ascii_lowercase();
    let name = name.strip_suffix(".gz").unwrap_or(&name);
    let extension = Path::new(name).extension()?.to_str()?;
    Some(match extension {
        "jsonl" | "ndjson" | "jsonlines" => Format::JsonLines,
        "json" => Format::Json,
        "csv" => Format::Table(b','),
        "tsv" | "tab" => Format::Table(b'\t'),
        "rss" | "atom" | "xml" | "rdf" => Format::Feed,
        "html" | "htm" | "xhtml" => Format::Html,
        "txt" | "text" | "md" => Format::Text,
        _ => return None,
    })
}
