//! Measures clustering against labelled articles.
//!
//! `cargo run --release --example evaluate -- IN.jsonl [--threshold 0.10,0.12,0.14] [--no-dates]`
//!
//! Reads what the example `cluster` reads, with an `"event"` label a line, and prints B-cubed and
//! pairwise precision, recall and F1 and the adjusted Rand index: with the default threshold, or
//! with each one named.

mod common;
#[path = "common/metrics.rs"]
mod metrics;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use retold::{Detector, DetectorBuilder, Stories};

use common::Row;
use metrics::{Agreement, Scores, agreement};

/// Measures clustering against labelled articles.
#[derive(Parser)]
struct Options {
    /// Labelled articles as JSON lines; `-` for standard input.
    input: PathBuf,
    /// Thresholds to try instead of the default, separated by commas.
    #[arg(long, value_delimiter = ',')]
    threshold: Vec<f64>,
    /// Act as if no article had a date.
    #[arg(long)]
    no_dates: bool,
    /// A background table of another language or domain, made by the example `background`.
    #[arg(long)]
    background: Option<PathBuf>,
    /// Stop at the first line that is no article.
    #[arg(long)]
    strict: bool,
}

fn run(options: &Options) -> Result<(), String> {
    let background = common::background(options.background.as_ref())?;
    let mut rows = common::read(&options.input, options.strict)?.rows;
    if options.no_dates {
        for row in &mut rows {
            row.date = None;
        }
    }
    let labelled = rows.iter().filter(|row| row.event.is_some()).count();
    if labelled == 0 {
        return Err("no line has an \"event\" label".into());
    }
    println!("{} articles, {labelled} with a label", rows.len());
    println!(
        "threshold  stories | B-cubed P     R     F1  | pairwise P    R     F1  | adjusted Rand"
    );
    let builder = || Detector::builder().background(background.clone());
    if options.threshold.is_empty() {
        measure("default", builder(), &rows)?;
    }
    for &threshold in &options.threshold {
        let builder = builder().story_threshold(threshold);
        measure(&format!("{threshold:.4}"), builder, &rows)?;
    }
    Ok(())
}

fn measure(name: &str, builder: DetectorBuilder, rows: &[Row]) -> Result<(), String> {
    let detector = builder.build().map_err(|error| error.to_string())?;
    let stories = detector.cluster(rows);
    let Agreement {
        b_cubed,
        pairwise,
        rand,
    } = agreement(&labelled(rows, &stories));
    let show = |scores: Scores| {
        format!(
            "{:.4} {:.4} {:.4}",
            scores.precision, scores.recall, scores.f1
        )
    };
    println!(
        "{name:>9} {:>8} | {} | {} | {rand:.4}",
        stories.len(),
        show(b_cubed),
        show(pairwise)
    );
    Ok(())
}

/// The story and the label of every article that has a label.
fn labelled<'a>(rows: &'a [Row], stories: &Stories) -> Vec<(usize, &'a str)> {
    let found = rows.iter().enumerate();
    found
        .filter_map(|(at, row)| Some((stories.number_of(at)?, row.event.as_deref()?)))
        .collect()
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
