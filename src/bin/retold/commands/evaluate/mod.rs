//! `retold evaluate`: measures stories against labels, and finds the threshold that fits.

mod labels;
mod metrics;
mod thresholds;

use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

use clap::Args;
use retold::DetectorBuilder;

use crate::args::{DetectorOptions, Inputs, ReadingOptions, read_records};
use crate::failure::Failure;
use crate::progress::Progress;
use crate::record::Record;
use labels::{Labels, Worth};
use metrics::Scores;
use thresholds::Span;

#[derive(Debug, Args)]
pub(crate) struct Options {
    #[command(flatten)]
    input: Inputs,
    /// Thresholds to try: numbers, or ranges as 0.1..=0.25; the default alone unless given.
    #[arg(long, value_name = "SCORE,…", value_delimiter = ',')]
    threshold: Vec<Span>,
    /// From one threshold of a range to the next.
    #[arg(long, default_value_t = 0.01, value_name = "SCORE")]
    step: f64,
    /// Labelled pairs as JSON lines: {"a": ID, "b": ID, "same": true}. For `X.jsonl` without labels,
    /// `X_pairs.jsonl` beside it is read.
    #[arg(long, value_name = "FILE")]
    pairs: Option<PathBuf>,
    /// Act as if no article had a date.
    #[arg(long)]
    no_dates: bool,
    /// Articles further apart than this many days are never of one story.
    #[arg(long, value_name = "DAYS")]
    window: Option<f64>,
    #[command(flatten)]
    detector: DetectorOptions,
    #[command(flatten)]
    reading: ReadingOptions,
}

const HEADING: &str =
    "threshold  stories | B-cubed P     R     F1  | pairwise P    R     F1  | adjusted Rand";

pub(crate) fn run(options: &Options) -> Result<(), Failure> {
    let thresholds = thresholds::all(&options.threshold, options.step)?;
    builder(options)?.build().map_err(Failure::usage)?;
    let mut out = BufWriter::new(io::stdout().lock());
    let mut sets: Vec<Vec<Worth>> = Vec::new();
    for path in &options.input.inputs {
        let mut input = read_records(std::slice::from_ref(path), &options.reading)?;
        if options.no_dates {
            input
                .records
                .iter_mut()
                .for_each(|record| record.date = None);
        }
        let labels = Labels::find(path, options.pairs.as_deref(), &input)?;
        if let Some(faults) = input.faults.summary() {
            eprintln!("{}: {faults}", path.display());
        }
        say(
            &mut out,
            &format!(
                "{}: {}\n{HEADING}",
                path.display(),
                labels.describe(&input.records)
            ),
        )?;
        if thresholds.is_empty() {
            measure(&mut out, options, None, &labels, &input.records)?;
        }
        let mut worths = Vec::new();
        for &threshold in &thresholds {
            worths.push(measure(
                &mut out,
                options,
                Some(threshold),
                &labels,
                &input.records,
            )?);
        }
        sets.push(worths);
    }
    if thresholds.len() > 1 {
        if sets.len() > 1 {
            leave_one_out(&mut out, options, &thresholds, &sets)?;
        }
        let best = best(&thresholds, &sets.iter());
        let threshold = thresholds[best];
        let others = options.detector.shown();
        say(
            &mut out,
            &format!(
                "best: {threshold:.4}; use it: retold cluster --threshold {threshold}{others} …"
            ),
        )?;
        let is_edge = [thresholds.first(), thresholds.last()].contains(&Some(&threshold));
        if is_edge && thresholds.len() > 2 {
            say(
                &mut out,
                "it is the first or the last that was tried: try more",
            )?;
        }
    }
    out.flush().map_err(|error| Failure::output(&error))
}

/// Everything but the threshold.
fn builder(options: &Options) -> Result<DetectorBuilder, Failure> {
    let builder = options.detector.builder()?;
    Ok(match options.window {
        Some(days) => builder.window_days(days),
        None => builder,
    })
}

/// A line of output, at once: the next one takes a while.
fn say(out: &mut impl Write, line: &str) -> Result<(), Failure> {
    writeln!(out, "{line}")
        .and_then(|()| out.flush())
        .map_err(|error| Failure::output(&error))
}

fn measure(
    out: &mut impl Write,
    options: &Options,
    threshold: Option<f64>,
    labels: &Labels,
    records: &[Record],
) -> Result<Worth, Failure> {
    let mut builder = builder(options)?;
    if let Some(threshold) = threshold {
        builder = builder.story_threshold(threshold);
    }
    let detector = builder.build().map_err(Failure::usage)?;
    let progress = Progress::new("clustering", None);
    let stories = detector.cluster(records);
    drop(progress);
    let worth = labels.measure(records, &stories);
    let show = |scores: Scores| {
        format!(
            "{:.4} {:.4} {:.4}",
            scores.precision, scores.recall, scores.f1
        )
    };
    let name = threshold.map_or_else(
        || "default".to_owned(),
        |threshold| format!("{threshold:.4}"),
    );
    let none = || format!("{:>6} {:>6} {:>6}", "–", "–", "–");
    let line = format!(
        "{name:>9} {:>8} | {} | {} | {}",
        stories.len(),
        worth.b_cubed.map_or_else(none, show),
        show(worth.pairwise),
        worth
            .rand
            .map_or_else(|| "–".to_owned(), |rand| format!("{rand:.4}")),
    );
    say(out, &line)?;
    Ok(worth)
}

/// The threshold with the best mean F1 over some sets. Of several that are as good it is the one in
/// their middle, which is the safest.
fn best<'s>(thresholds: &[f64], sets: &(impl Iterator<Item = &'s Vec<Worth>> + Clone)) -> usize {
    let sum = |at: usize| -> f64 { sets.clone().map(|set| set[at].mean()).sum() };
    let sums: Vec<f64> = (0..thresholds.len()).map(sum).collect();
    let most = sums.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let mut good: Vec<usize> = (0..sums.len())
        .filter(|&at| sums[at] > most - 1e-9)
        .collect();
    good.sort_by(|&a, &b| thresholds[a].total_cmp(&thresholds[b]));
    good.get(good.len() / 2).copied().unwrap_or_default()
}

/// For each set, the threshold that is best for the others, and what that gives on the one left out.
fn leave_one_out(
    out: &mut impl Write,
    options: &Options,
    thresholds: &[f64],
    sets: &[Vec<Worth>],
) -> Result<(), Failure> {
    say(
        out,
        "left out: threshold best for the others | B-cubed F1, pairwise F1",
    )?;
    let (mut b_cubed, mut pairwise) = (Vec::new(), Vec::new());
    for (left_out, (set, path)) in sets.iter().zip(&options.input.inputs).enumerate() {
        let others = sets
            .iter()
            .enumerate()
            .filter(|&(number, _)| number != left_out)
            .map(|(_, set)| set);
        let best = best(thresholds, &others);
        let worth = set[best];
        let shown = worth
            .b_cubed
            .map_or_else(|| "     –".to_owned(), |scores| format!("{:.4}", scores.f1));
        b_cubed.extend(worth.b_cubed.map(|scores| scores.f1));
        pairwise.push(worth.pairwise.f1);
        say(
            out,
            &format!(
                "{}: {:.4} | {shown} {:.4}",
                path.display(),
                thresholds[best],
                worth.pairwise.f1
            ),
        )?;
    }
    let mean = |all: &[f64]| match all {
        [] => "     –".to_owned(),
        all => format!("{:.4}", all.iter().sum::<f64>() / all.len() as f64),
    };
    say(
        out,
        &format!("mean | {} {}", mean(&b_cubed), mean(&pairwise)),
    )
}
