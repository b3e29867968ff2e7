//! Groups articles into stories.
//!
//! `cargo run --release --features cli --example cluster -- IN.jsonl [--out OUT.jsonl] [--html DIR]
//! [--explain ID ID] [--background TABLE]`
//!
//! Reads `{"id","title"?,"text","date"?,"source"?}` a line (dates as RFC 3339 or YYYY-MM-DD) and
//! writes `{"id","story","copy_of"?}` a line, in the order of the input. With `--explain`, says on
//! standard error why two of them are in one story, or why not.

mod common;
#[path = "common/pages.rs"]
mod pages;

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use clap::Parser;
use retold::{Detector, Stories};
use serde::Serialize;
use serde_json::Value;

use common::{Input, Row, count};

/// Groups articles into stories.
#[derive(Parser)]
struct Options {
    /// Articles as JSON lines; `-` for standard input.
    input: PathBuf,
    /// Where to write; standard output unless given.
    #[arg(long)]
    out: Option<PathBuf>,
    /// Also write web pages into this folder: an index, and a page a story of several articles.
    #[arg(long, value_name = "DIR")]
    html: Option<PathBuf>,
    /// Say why two articles are in one story, or are not.
    #[arg(long, num_args = 2, value_name = "ID")]
    explain: Vec<String>,
    /// A background table of another language or domain, made by the example `background`.
    #[arg(long)]
    background: Option<PathBuf>,
    /// Stop at the first line that is no article, or whose date cannot be read.
    #[arg(long)]
    strict: bool,
}

#[derive(Serialize)]
struct OutRow<'a> {
    id: &'a Value,
    story: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    copy_of: Option<&'a Value>,
}

fn run(options: &Options) -> Result<(), String> {
    let detector = Detector::builder()
        .background(common::background(options.background.as_ref())?)
        .build()
        .map_err(|error| error.to_string())?;
    let input = common::read(&options.input, options.strict)?;
    // Before the work is done, so that none is lost.
    let out = open(options)?;
    let started = Instant::now();
    let spinner = common::bar(None, "clustering");
    spinner.enable_steady_tick(Duration::from_millis(100));
    let stories = detector.cluster(&input.rows);
    spinner.finish_and_clear();
    let took = started.elapsed();
    match write(out, &input.rows, &stories) {
        // Who reads has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(()),
        Err(error) => {
            let out = options.out.as_deref();
            let out = out.unwrap_or(Path::new("standard output"));
            return Err(format!("{}: {error}", out.display()));
        }
        Ok(()) => {}
    }
    summarise(&input, &stories, took);
    if let [left, right] = options.explain.as_slice() {
        let [left, right] = [position(&input.rows, left)?, position(&input.rows, right)?];
        if let Some(explanation) = stories.explain(&input.rows, left, right) {
            eprint!("{explanation}");
        }
    }
    if let Some(folder) = &options.html {
        let pages = pages::write(folder, &input.rows, &stories)?;
        eprintln!(
            "{} as pages: open {}",
            count(
                pages,
                "story of several articles",
                "stories of several articles"
            ),
            folder.join("index.html").display()
        );
    }
    Ok(())
}

/// The position of an article by its id, given as it stands in the input, without quotes.
fn position(rows: &[Row], id: &str) -> Result<usize, String> {
    let is = |row: &Row| match row.id.as_str() {
        Some(own) => own == id,
        None => format!("{}", row.id) == id,
    };
    let found = rows.iter().position(is);
    found.ok_or_else(|| format!("no article has the id {id}"))
}

/// Where to write; also makes the folder for pages.
fn open(options: &Options) -> Result<Box<dyn Write>, String> {
    if let Some(folder) = &options.html {
        std::fs::create_dir_all(folder)
            .map_err(|error| format!("{} is no folder for pages: {error}", folder.display()))?;
    }
    let Some(path) = &options.out else {
        return Ok(Box::new(BufWriter::new(io::stdout().lock())));
    };
    let real = |path: &Path| path.canonicalize().ok();
    if real(path).is_some() && real(path) == real(&options.input) {
        return Err(format!("{} is the input", path.display()));
    }
    let file = File::create(path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(Box::new(BufWriter::new(file)))
}

fn write(mut out: Box<dyn Write>, rows: &[Row], stories: &Stories) -> io::Result<()> {
    for (at, row) in rows.iter().enumerate() {
        let Some(story) = stories.number_of(at) else {
            continue;
        };
        let copy_of = stories
            .copy_of(at)
            .and_then(|at| rows.get(at))
            .map(|row| &row.id);
        serde_json::to_writer(
            &mut out,
            &OutRow {
                id: &row.id,
                story,
                copy_of,
            },
        )?;
        out.write_all(b"\n")?;
    }
    out.flush()
}

fn summarise(input: &Input, stories: &Stories, took: Duration) {
    let copies = (0..input.rows.len())
        .filter(|&at| stories.copy_of(at).is_some())
        .count();
    let several = stories
        .iter()
        .filter(|story| story.articles().len() > 1)
        .count();
    let largest = stories
        .iter()
        .map(|story| story.articles().len())
        .max()
        .unwrap_or(0);
    eprintln!(
        "{}: {}, {several} of several articles (the largest of {largest}), {}; {:.2} s",
        count(input.rows.len(), "article", "articles"),
        count(stories.len(), "story", "stories"),
        count(copies, "copy", "copies"),
        took.as_secs_f64()
    );
    if input.bad_lines + input.bad_dates > 0 {
        eprintln!(
            "{} left out, {} not understood",
            count(input.bad_lines, "line", "lines"),
            count(input.bad_dates, "date", "dates")
        );
    }
    if stories.left_out() > 0 {
        eprintln!(
            "caps on work left out {} list entries, candidates and pairs of possible copies, all of \
             very common wording",
            stories.left_out()
        );
    }
}

fn main() -> ExitCode {
    match run(&Options::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}
