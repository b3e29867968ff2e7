//! Measures clustering against labelled articles.
//!
//! `cargo run --release --features cli --example evaluate -- IN.jsonl... [--threshold 0.15,0.172,0.19] [--no-dates]`;
//! `--threshold 0.1..=0.25 --step 0.01` tries a range.
//!
//! Reads what the example `cluster` reads, with an `"event"` label a line, and prints B-cubed and
//! pairwise precision, recall and F1 and the adjusted Rand index: with the default threshold, or
//! with each one named. For several inputs and thresholds it also leaves one input out at a time:
//! the threshold that is best for the others, and what that gives on the one left out.

mod common;
#[path = "common/metrics.rs"]
mod metrics;

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::num::ParseFloatError;
use std::path::PathBuf;
use std::process::ExitCode;
use std::str::FromStr;

use clap::Parser;
use retold::{Detector, DetectorBuilder, Stories};

use common::Row;
use metrics::{Agreement, Scores, agreement};

/// Measures clustering against labelled articles.
#[derive(Parser)]
struct Options {
    /// Labelled articles as JSON lines; `-` for standard input.
    #[arg(required = true)]
    inputs: Vec<PathBuf>,
    /// Thresholds to try instead of the default, separated by commas: numbers, or ranges as 0.1..=0.25.
    #[arg(long, value_delimiter = ',')]
    threshold: Vec<Span>,
    /// From one threshold of a range to the next.
    #[arg(long, default_value_t = 0.01)]
    step: f64,
    /// Act as if no article had a date.
    #[arg(long)]
    no_dates: bool,
    /// A background table of another language or domain, made by the example `background`.
    #[arg(long)]
    background: Option<PathBuf>,
    /// Stop at the first line that is no article, or whose date cannot be read.
    #[arg(long)]
    strict: bool,
}

/// A threshold, or all from one to another.
#[derive(Clone, Copy)]
struct Span {
    first: f64,
    last: f64,
}

impl FromStr for Span {
    type Err = ParseFloatError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (first, last) = text.split_once("..=").unwrap_or((text, text));
        Ok(Self {
            first: first.trim().parse()?,
            last: last.trim().parse()?,
        })
    }
}

/// All thresholds asked for, each of them one that can be set.
fn thresholds(options: &Options) -> Result<Vec<f64>, String> {
    let mut all = Vec::new();
    for span in &options.threshold {
        let steps = (span.last - span.first) / options.step;
        if !(0.0..=1_000.0).contains(&steps) {
            return Err("a range goes up, in at most 1,000 steps".to_owned());
        }
        let steps = (0..).take_while(|&step| f64::from(step) <= steps + 1e-9);
        all.extend(steps.map(|step| span.first + f64::from(step) * options.step));
    }
    for &threshold in &all {
        let checked = Detector::builder().story_threshold(threshold).build();
        checked.map_err(|error| error.to_string())?;
    }
    Ok(all)
}

/// What ends a run early: a message, or nobody left to read the output.
enum Stop {
    Wrong(String),
    Closed,
}

impl From<String> for Stop {
    fn from(message: String) -> Self {
        Self::Wrong(message)
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::Closed,
            _ => Self::Wrong(error.to_string()),
        }
    }
}

/// B-cubed F1 and pairwise F1.
type F1 = [f64; 2];

fn run(options: &Options) -> Result<(), Stop> {
    let thresholds = thresholds(options)?;
    let mut out = io::stdout().lock();
    let background = common::background(options.background.as_ref())?;
    let builder = || Detector::builder().background(background.clone());
    let mut sets: Vec<Vec<F1>> = Vec::new();
    for input in &options.inputs {
        let mut rows = common::read(input, options.strict)?.rows;
        if options.no_dates {
            for row in &mut rows {
                row.date = None;
            }
        }
        let labelled = rows.iter().filter(|row| row.event.is_some()).count();
        if labelled == 0 {
            return Err(format!("{}: no line has an \"event\" label", input.display()).into());
        }
        let articles = common::count(rows.len(), "article", "articles");
        let events: BTreeSet<&str> = rows.iter().filter_map(|row| row.event.as_deref()).collect();
        let events = common::count(events.len(), "event", "events");
        writeln!(
            out,
            "{}: {articles}, {labelled} with a label, of {events}",
            input.display()
        )?;
        writeln!(
            out,
            "threshold  stories | B-cubed P     R     F1  | pairwise P    R     F1  | adjusted Rand"
        )?;
        if thresholds.is_empty() {
            measure(&mut out, "default", builder(), &rows)?;
        }
        let mut scores = Vec::new();
        for &threshold in &thresholds {
            let builder = builder().story_threshold(threshold);
            scores.push(measure(
                &mut out,
                &format!("{threshold:.4}"),
                builder,
                &rows,
            )?);
        }
        sets.push(scores);
    }
    if sets.len() > 1 && thresholds.len() > 1 {
        leave_one_out(&mut out, options, &thresholds, &sets)?;
    }
    Ok(())
}

fn measure(
    out: &mut impl Write,
    name: &str,
    builder: DetectorBuilder,
    rows: &[Row],
) -> Result<F1, Stop> {
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
    writeln!(
        out,
        "{name:>9} {:>8} | {} | {} | {rand:.4}",
        stories.len(),
        show(b_cubed),
        show(pairwise)
    )?;
    Ok([b_cubed.f1, pairwise.f1])
}

/// The story and the label of every article that has a label.
fn labelled<'a>(rows: &'a [Row], stories: &Stories) -> Vec<(usize, &'a str)> {
    let found = rows.iter().enumerate();
    found
        .filter_map(|(at, row)| Some((stories.number_of(at)?, row.event.as_deref()?)))
        .collect()
}

/// For each set the threshold with the best mean F1 of both kinds on the others.
fn leave_one_out(
    out: &mut impl Write,
    options: &Options,
    thresholds: &[f64],
    sets: &[Vec<F1>],
) -> io::Result<()> {
    writeln!(
        out,
        "left out: threshold best for the others | B-cubed F1, pairwise F1"
    )?;
    let mut means = [0.0; 2];
    for (left_out, (set, input)) in sets.iter().zip(&options.inputs).enumerate() {
        let sum = |at: usize| -> f64 {
            let others = sets
                .iter()
                .enumerate()
                .filter(|&(number, _)| number != left_out);
            others
                .map(|(_, scores)| scores[at].iter().sum::<f64>())
                .sum()
        };
        let best = (0..thresholds.len()).max_by(|&a, &b| sum(a).total_cmp(&sum(b)));
        let best = best.unwrap_or_default();
        let [b_cubed, pairwise] = set[best];
        means = [means[0] + b_cubed, means[1] + pairwise];
        let threshold = thresholds[best];
        writeln!(
            out,
            "{}: {threshold:.4} | {b_cubed:.4} {pairwise:.4}",
            input.display()
        )?;
    }
    let [b_cubed, pairwise] = means.map(|sum| sum / sets.len() as f64);
    writeln!(out, "mean | {b_cubed:.4} {pairwise:.4}")
}

fn main() -> ExitCode {
    match run(&Options::parse()) {
        Ok(()) | Err(Stop::Closed) => ExitCode::SUCCESS,
        Err(Stop::Wrong(error)) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}
