//! Groups articles into stories.
//!
//! `cargo run --release --example cluster -- IN.jsonl [--out OUT.jsonl] [--html DIR] [--background TABLE]`
//!
//! Reads `{"id","title"?,"text","date"?,"source"?}` a line (dates as RFC 3339 or YYYY-MM-DD) and
//! writes `{"id","story","copy_of"?}` a line, in the order of the input.

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

use common::{Input, Row};

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
    /// A background table of another language or domain, made by the example `background`.
    #[arg(long)]
    background: Option<PathBuf>,
    /// Stop at the first line that is no article.
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
    let started = Instant::now();
    let spinner = common::bar(None, "clustering");
    spinner.enable_steady_tick(Duration::from_millis(100));
    let stories = detector.cluster(&input.rows);
    spinner.finish_and_clear();
    let took = started.elapsed();
    write(options.out.as_deref(), &input.rows, &stories).map_err(|error| {
        let out = options
            .out
            .as_deref()
            .unwrap_or(Path::new("standard output"));
        format!("{}: {error}", out.display())
    })?;
    summarise(&input, &stories, took);
    if let Some(folder) = &options.html {
        let pages = pages::write(folder, &input.rows, &stories)?;
        eprintln!(
            "{pages} stories of several articles as pages: open {}",
            folder.join("index.html").display()
        );
    }
    Ok(())
}

fn write(out: Option<&Path>, rows: &[Row], stories: &Stories) -> io::Result<()> {
    let mut out: Box<dyn Write> = match out {
        Some(path) => Box::new(BufWriter::new(File::create(path)?)),
        None => Box::new(BufWriter::new(io::stdout().lock())),
    };
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
        "{} articles: {} stories, {several} of several articles (the largest of {largest}), {copies} copies; {:.2} s",
        input.rows.len(),
        stories.len(),
        took.as_secs_f64()
    );
    if input.bad_lines + input.bad_dates > 0 {
        eprintln!(
            "{} lines left out, {} dates not understood",
            input.bad_lines, input.bad_dates
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
