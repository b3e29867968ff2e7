//! `retold statements`: the versions of one story as a table, a row for each statement.

use std::collections::HashSet;
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

use clap::Args;

use super::compare::{name_versions, save};
use crate::args::{DetectorOptions, Inputs, ReadingOptions, StoryOptions, read_records};
use crate::failure::Failure;
use crate::output::versions;

#[derive(Debug, Args)]
pub(crate) struct Options {
    #[command(flatten)]
    input: Inputs,
    /// Find the story of this article first and take that alone; otherwise all are versions of one.
    #[arg(long, value_name = "ID", allow_hyphen_values = true)]
    of: Option<String>,
    /// Print one JSON object: {"rows": [[{"article": ID, "text": …, "start": BYTE}…]…]}.
    #[arg(long)]
    json: bool,
    /// Also write a web page.
    #[arg(long, value_name = "FILE")]
    html: Option<PathBuf>,
    #[command(flatten)]
    story: StoryOptions,
    #[command(flatten)]
    detector: DetectorOptions,
    #[command(flatten)]
    reading: ReadingOptions,
}

pub(crate) fn run(options: &Options) -> Result<(), Failure> {
    let detector = options.story.detector(&options.detector, None)?;
    let mut input = read_records(&options.input.inputs, &options.reading)?;
    if let Some(id) = &options.of {
        let found = input.records.iter().position(|record| record.name() == *id);
        let at =
            found.ok_or_else(|| Failure::usage(format!("--of {id}: no article has this id")))?;
        let stories = detector.cluster(&input.records);
        let story: HashSet<usize> = stories
            .story_of(at)
            .map(|story| story.articles().iter().copied().collect())
            .unwrap_or_default();
        let mut at = 0..;
        input
            .records
            .retain(|_| at.next().is_some_and(|at| story.contains(&at)));
    }
    if !options.json {
        input
            .records
            .sort_by_key(|record| (record.date.is_none(), record.date));
        name_versions(&mut input, &options.input.inputs);
    }
    let records = input.records.as_slice();
    let table = retold::diff::statements(records);
    save(options.html.as_deref(), &options.input.inputs, || {
        table.to_html()
    })?;
    let mut out = BufWriter::new(io::stdout().lock());
    let written = if options.json {
        versions::write_json(&mut out, records, &table)
    } else {
        versions::write(&mut out, records, &table)
    };
    written
        .and_then(|()| out.flush())
        .map_err(|error| Failure::output(&error))
}
