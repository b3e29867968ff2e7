//! Counts a background table on articles of your own.
//!
//! `cargo run --release --features cli --example background -- IN.jsonl --out TABLE`
//!
//! The table of this crate, `src/event/english.rtbg`, was made by this program on the news of the
//! measuring data without the labelled articles (`--without` names their files).

mod common;

use std::collections::HashSet;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use retold::event::Background;
use retold::story::Digest;

/// Counts in how many articles each word stands.
#[derive(Parser)]
struct Options {
    /// Articles as JSON lines: {"id","title"?,"text"}; `-` for standard input.
    input: PathBuf,
    /// The table to write.
    #[arg(long)]
    out: PathBuf,
    /// How many of the most frequent terms to keep.
    #[arg(long, default_value_t = 20_000)]
    terms: usize,
    /// In how many articles a term must stand.
    #[arg(long, default_value_t = 3)]
    min_documents: u32,
    /// Leave out articles whose text is also in this file; may be repeated.
    #[arg(long)]
    without: Vec<PathBuf>,
}

fn run(options: &Options) -> Result<(), String> {
    let mut seen = HashSet::new();
    for path in &options.without {
        let rows = common::read(path, false)?.rows;
        seen.extend(rows.iter().map(|row| Digest::of(&row.text).wording()));
    }
    let input = common::read(&options.input, false)?;
    let mut builder = Background::builder();
    for row in &input.rows {
        // A reprint says no more about the language than its original.
        if seen.insert(Digest::of(&row.text).wording()) {
            builder.add(row);
        }
    }
    let table = builder.build(options.terms, options.min_documents);
    table
        .save(&options.out)
        .map_err(|error| format!("{}: {error}", options.out.display()))?;
    eprintln!(
        "{} terms of {} articles in {} bytes; {} lines left out",
        table.len(),
        table.documents(),
        table.to_bytes().len(),
        input.bad_lines
    );
    Ok(())
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
