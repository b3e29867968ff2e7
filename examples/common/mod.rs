//! What the examples share: articles as JSON lines, from a file or standard input.

#![allow(dead_code, reason = "each example uses a part of it")]

use std::collections::HashSet;
use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};

use indicatif::{ProgressBar, ProgressStyle};
use retold::{Article, AsArticle, Date};
use serde::Deserialize;
use serde_json::Value;

/// One line of input.
pub(crate) struct Row {
    /// A string or a number, written out again as it came.
    pub(crate) id: Value,
    pub(crate) text: String,
    pub(crate) title: Option<String>,
    pub(crate) date: Option<Date>,
    pub(crate) source: Option<String>,
    /// The label of the event, where the input has labels.
    pub(crate) event: Option<String>,
}

impl AsArticle for Row {
    fn as_article(&self) -> Article<'_> {
        let mut article = Article::new(&self.text);
        if let Some(title) = &self.title {
            article = article.with_title(title);
        }
        if let Some(date) = self.date {
            article = article.with_date(date);
        }
        if let Some(source) = &self.source {
            article = article.with_source(source);
        }
        article
    }
}

/// What an id is known by: numbers by their value, so that 1 and 1.0 are one id, and 1 and "1" two.
pub(crate) fn identity(id: &Value) -> String {
    match id.as_f64() {
        Some(number) if id.is_f64() && number.fract() == 0.0 => format!("{number:.0}"),
        _ => id.to_string(),
    }
}

#[derive(Deserialize)]
struct RawRow {
    id: Value,
    text: String,
    title: Option<String>,
    date: Option<Value>,
    source: Option<String>,
    event: Option<Value>,
}

/// All rows of an input and how many lines were not as they should be.
#[derive(Default)]
pub(crate) struct Input {
    pub(crate) rows: Vec<Row>,
    /// Lines that are no article, and were left out.
    pub(crate) bad_lines: usize,
    /// Articles whose date could not be read, and that count as undated.
    pub(crate) bad_dates: usize,
    pub(crate) bytes: u64,
}

/// Reads JSON lines from a path, or from standard input for `-`. A line that is no article is named
/// on standard error and left out; with `strict` it is an error. So is, always, a repeated id.
pub(crate) fn read(path: &Path, strict: bool) -> Result<Input, String> {
    let in_file = |error: io::Error| format!("{}: {error}", path.display());
    let (reader, length): (Box<dyn BufRead>, Option<u64>) = if path == Path::new("-") {
        (Box::new(io::stdin().lock()), None)
    } else {
        let file = File::open(path).map_err(in_file)?;
        let length = file.metadata().map_err(in_file)?.len();
        (
            Box::new(BufReader::with_capacity(1 << 16, file)),
            Some(length),
        )
    };
    let progress = bar(length, "reading");
    let mut input = Input::default();
    let mut ids = HashSet::new();
    for (number, line) in (1_usize..).zip(reader.split(b'\n')) {
        let line = line.map_err(in_file)?;
        input.bytes += line.len() as u64 + 1;
        progress.set_position(input.bytes);
        let line = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&line);
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        let complaint = match parse(line) {
            Ok((row, complaint)) => {
                if !ids.insert(identity(&row.id)) {
                    let file = path.display();
                    return Err(format!(
                        "{file}, line {number}: the id {} was there before",
                        row.id
                    ));
                }
                input.rows.push(row);
                input.bad_dates += usize::from(complaint.is_some());
                complaint
            }
            Err(complaint) => {
                input.bad_lines += 1;
                Some(complaint)
            }
        };
        if let Some(complaint) = complaint {
            let complaint = format!("{}, line {number}: {complaint}", path.display());
            if strict {
                return Err(complaint);
            }
            progress.suspend(|| eprintln!("{complaint}"));
        }
    }
    progress.finish_and_clear();
    if input.rows.is_empty() && input.bad_lines > 0 {
        return Err(format!("{}: no line is an article", path.display()));
    }
    Ok(input)
}

/// What is wrong with a line. The parser sees one line at a time and calls it the first.
fn wrong(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let what = text.split(" at line ").next().unwrap_or_default();
    if error.is_data() {
        return what.to_owned();
    }
    format!("not JSON: {what}, column {}", error.column())
}

/// A number with its noun: one story, 2 stories.
pub(crate) fn count(number: usize, one: &str, several: &str) -> String {
    match number {
        1 => format!("1 {one}"),
        _ => format!("{number} {several}"),
    }
}

/// A row, and what is wrong with its date if that cannot be read.
pub(crate) fn parse(line: &[u8]) -> Result<(Row, Option<String>), String> {
    let raw: Result<RawRow, _> = serde_json::from_slice(line);
    // A list of the right values would do as well, and does not mean what it seems to.
    let is_object = line.trim_ascii_start().starts_with(b"{");
    let raw = match raw {
        Err(error) if is_object || !error.is_data() => return Err(wrong(&error)),
        Ok(raw) if is_object => raw,
        _ => return Err("not a JSON object".into()),
    };
    // A larger number would be rounded, and two ids could become one.
    let is_exact = |id: f64| id.abs() < (1_u64 << 53) as f64;
    let whole = raw.id.is_i64() || raw.id.is_u64();
    if !(raw.id.is_string() || whole || raw.id.as_f64().is_some_and(is_exact)) {
        return Err("its id is neither a string nor a number of at most 64 bits".into());
    }
    let given = raw.date.filter(|date| !date.is_null()).map(plain);
    let given = given.filter(|date| !date.trim().is_empty());
    let (date, complaint) = match given.as_deref().map(str::parse::<Date>) {
        None => (None, None),
        Some(Ok(date)) => (Some(date), None),
        Some(Err(error)) => (None, Some(format!("{error}; taken as undated"))),
    };
    let row = Row {
        id: raw.id,
        text: raw.text,
        title: raw.title.filter(|title| !title.trim().is_empty()),
        date,
        source: raw.source,
        event: raw.event.filter(|event| !event.is_null()).map(plain),
    };
    Ok((row, complaint))
}

/// A string without quotes, anything else as JSON has it.
fn plain(value: Value) -> String {
    match value {
        Value::String(text) => text,
        other => other.to_string(),
    }
}

/// A progress bar on standard error, or a spinner where the length is unknown; nothing unless that
/// is a terminal.
pub(crate) fn bar(length: Option<u64>, what: &'static str) -> ProgressBar {
    let bar = length.map_or_else(ProgressBar::new_spinner, ProgressBar::new);
    let template = if length.is_some() {
        "{msg} {bar:40} {percent:>3} %"
    } else {
        "{msg} {spinner} {elapsed}"
    };
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style);
    }
    bar.with_message(what)
}

/// The table a user named, or the one of the crate.
pub(crate) fn background(path: Option<&PathBuf>) -> Result<retold::event::Background, String> {
    match path {
        None => Ok(retold::event::Background::english()),
        Some(path) => retold::event::Background::load(path)
            .map_err(|error| format!("{}: {error}", path.display())),
    }
}
