//! Runs retold and its peers on one generated corpus: one thread, interleaved rounds, a process of
//! its own for each run, exact truth for recall and precision, one table at the end.
//!
//! `cargo run --release -- --articles 10000 TEXTS…` from this folder; see `../README.md`.

mod corpus;
mod measure;
mod peers;
mod shingles;
mod table;
mod truth;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use clap::Parser;

use measure::Cost;
use table::Row;

/// Runs retold and its peers on one corpus, side by side.
#[derive(Parser)]
struct Options {
    /// Articles to generate.
    #[arg(long, default_value_t = 10_000)]
    articles: usize,
    /// Words of an article at the median.
    #[arg(long, default_value_t = 400)]
    words: usize,
    /// Seed of the generator.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Similarities to find pairs at.
    #[arg(long = "threshold", default_values_t = [0.5, 0.7, 0.8])]
    thresholds: Vec<f64>,
    /// Rounds; in each, every library runs once.
    #[arg(long, default_value_t = 3)]
    rounds: usize,
    /// Only libraries whose name contains this; retold always runs.
    #[arg(long)]
    only: Vec<String>,
    /// Run the Python libraries too (makes a virtual environment beside the build).
    #[arg(long)]
    python: bool,
    /// Write the corpus here, one text a line, and stop.
    #[arg(long)]
    corpus: Option<PathBuf>,
    /// Texts to walk over: JSONL with a `text` field, or plain text.
    #[arg(required = true)]
    texts: Vec<PathBuf>,
}

fn main() -> Result<(), Box<dyn Error>> {
    // A run in a process of its own: `child NAME CORPUS THRESHOLD PAIRS`.
    let arguments: Vec<String> = std::env::args().collect();
    if let [_, mode, name, corpus, threshold, pairs] = arguments.as_slice()
        && mode == "child"
    {
        return child(
            name,
            Path::new(corpus),
            threshold.parse()?,
            Path::new(pairs),
        );
    }
    let options = Options::parse();
    let plan = corpus::Plan {
        articles: options.articles,
        words: options.words,
        seed: options.seed,
    };
    let texts = corpus::generate(&options.texts, &plan)?;
    if let Some(file) = &options.corpus {
        return corpus::save(&texts, file);
    }
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("corpus");
    corpus::save(&texts, &file)?;
    let bytes: usize = texts.iter().map(String::len).sum();
    println!(
        "{} articles, {:.1} MB, seed {}",
        texts.len(),
        bytes as f64 / 1e6,
        options.seed
    );
    for &threshold in &options.thresholds {
        let truth = truth::pairs(&texts, threshold);
        let mut rows: Vec<Row> = wanted(&options).map(|name| Row::new(name)).collect();
        for round in 0..options.rounds {
            for row in &mut rows {
                let pairs = folder.path().join("pairs");
                let (cost, found) = run(&row.name, &file, threshold, &pairs)
                    .map_err(|error| format!("{} in round {round}: {error}", row.name))?;
                row.add(cost, &found, &truth);
            }
        }
        table::print(threshold, truth.len(), texts.len(), &rows);
    }
    Ok(())
}

/// The libraries to run, retold first.
fn wanted(options: &Options) -> impl Iterator<Item = &'static str> {
    let only = |name: &str| {
        options.only.is_empty() || options.only.iter().any(|part| name.contains(part.as_str()))
    };
    let python: &[&str] = if options.python {
        &["rensa (Python)", "datasketch (Python)"]
    } else {
        &[]
    };
    let names = peers::ALL
        .iter()
        .map(|peer| peer.name)
        .chain(python.iter().copied());
    names
        .filter(move |&name| name == "retold" || only(name))
        .collect::<Vec<_>>()
        .into_iter()
}

/// Runs one library in a process of its own and reads back what it found.
fn run(
    name: &str,
    corpus: &Path,
    threshold: f64,
    pairs: &Path,
) -> Result<(Cost, Vec<(u32, u32)>), Box<dyn Error>> {
    let mut command = match name.strip_suffix(" (Python)") {
        Some(_) => {
            let mut python = Command::new("python3");
            python.arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("python_peers.py"));
            python
        }
        None => {
            let mut own = Command::new(std::env::current_exe()?);
            own.arg("child");
            own
        }
    };
    command
        .arg(name)
        .arg(corpus)
        .arg(threshold.to_string())
        .arg(pairs);
    let output = command.stderr(Stdio::inherit()).output()?;
    if !output.status.success() {
        return Err(format!("ended with {}", output.status).into());
    }
    let found = std::fs::read_to_string(pairs)?;
    let pair = |line: &str| -> Option<(u32, u32)> {
        let (left, right) = line.split_once(' ')?;
        Some((left.parse().ok()?, right.parse().ok()?))
    };
    Ok((
        serde_json::from_slice(&output.stdout)?,
        found.lines().filter_map(pair).collect(),
    ))
}

fn child(name: &str, file: &Path, threshold: f64, pairs: &Path) -> Result<(), Box<dyn Error>> {
    let peer = peers::ALL
        .iter()
        .find(|peer| peer.name == name)
        .ok_or("no such library")?;
    let texts = corpus::load(file)?;
    let (found, cost) = (peer.run)(&texts, threshold);
    let lines: Vec<String> = found
        .iter()
        .map(|(left, right)| format!("{left} {right}"))
        .collect();
    std::fs::write(pairs, lines.join("\n"))?;
    println!("{}", serde_json::to_string(&cost)?);
    Ok(())
}
