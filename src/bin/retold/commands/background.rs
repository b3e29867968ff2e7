//! `retold background`: counts how common words are, in another language or domain.
//!
//! The table of this crate, `src/event/english.rtbg`, was made by this command on the news of the
//! measuring data without the labelled articles (`--without` names their files).

use std::collections::HashSet;
use std::path::PathBuf;

use clap::Args;
use retold::event::Background;
use retold::story::Digest;

use crate::args::{Inputs, ReadingOptions, read_records};
use crate::failure::Failure;
use crate::words::count;

#[derive(Debug, Args)]
pub(crate) struct Options {
    #[command(flatten)]
    input: Inputs,
    /// The table to write, for `--background`.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// How many of the most frequent terms to keep.
    #[arg(long, default_value_t = 20_000, value_name = "NUMBER")]
    terms: usize,
    /// In how many articles a term must stand.
    #[arg(long, default_value_t = 3, value_name = "NUMBER")]
    min_documents: u32,
    /// Leave out articles whose text is also in this file; may be repeated.
    #[arg(long, value_name = "FILE")]
    without: Vec<PathBuf>,
    #[command(flatten)]
    reading: ReadingOptions,
}

pub(crate) fn run(options: &Options) -> Result<(), Failure> {
    let mut seen = HashSet::new();
    let without = read_records(&options.without, &options.reading)?;
    seen.extend(
        without
            .records
            .iter()
            .map(|record| Digest::of(&record.text).wording()),
    );
    let input = read_records(&options.input.inputs, &options.reading)?;
    let mut builder = Background::builder();
    for record in &input.records {
        // A reprint says no more about the language than its original.
        if seen.insert(Digest::of(&record.text).wording()) {
            builder.add(record);
        }
    }
    let table = builder.build(options.terms, options.min_documents);
    if table.is_empty() {
        return Err(Failure::failed(format!(
            "no term stands in {} of the {}; give more articles, or a lower --min-documents",
            count(options.min_documents as usize, "article", "articles"),
            count(table.documents() as usize, "article", "articles"),
        )));
    }
    table
        .save(&options.out)
        .map_err(|error| Failure::file(&options.out, error))?;
    eprintln!(
        "{} of {} in {}",
        count(table.len(), "term", "terms"),
        count(table.documents() as usize, "article", "articles"),
        options.out.display()
    );
    if let Some(faults) = input.faults.summary() {
        eprintln!("{faults}");
    }
    Ok(())
}
