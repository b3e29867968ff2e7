//! `retold compare`: two reports side by side, or more as a table of who says what.

use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use retold::AsArticle;

use crate::args::{DetectorOptions, Input, PairOptions, ReadingOptions, read_records};
use crate::failure::Failure;
use crate::output::place::Output;
use crate::output::{comparison, versions};
use crate::record::Record;

#[derive(Debug, Args)]
pub(crate) struct Options {
    /// Two reports or more: text or HTML files, or files that hold several articles.
    #[arg(required = true, value_name = "INPUT")]
    inputs: Vec<PathBuf>,
    /// Print one JSON object.
    #[arg(long)]
    json: bool,
    /// Also write a web page.
    #[arg(long, value_name = "FILE")]
    html: Option<PathBuf>,
    #[command(flatten)]
    story: PairOptions,
    #[command(flatten)]
    detector: DetectorOptions,
    #[command(flatten)]
    reading: ReadingOptions,
}

pub(crate) fn run(options: &Options) -> Result<(), Failure> {
    let detector = options.story.detector(&options.detector)?;
    let mut input = read_records(&options.inputs, &options.reading)?;
    if input.records.len() > 2 && !options.json {
        // In the order in which what each of them added is told.
        input
            .records
            .sort_by_key(|record| (record.date.is_none(), record.date));
    }
    name_versions(&mut input, &options.inputs);
    let records = input.records.as_slice();
    let mut out = BufWriter::new(io::stdout().lock());
    let written = match records {
        [] | [_] => {
            let found = if records.is_empty() { "none" } else { "one" };
            return Err(Failure::failed(format!(
                "compare needs two reports, and the input has {found}"
            )));
        }
        [left, right] => {
            let [left, right] = [left, right].map(Record::as_article);
            let compared = detector.compare(left, right);
            save(options.html.as_deref(), &options.inputs, || {
                compared.to_html()
            })?;
            if options.json {
                serde_json::to_writer_pretty(&mut out, &compared)
                    .map_err(io::Error::from)
                    .and_then(|()| writeln!(out))
            } else {
                comparison::write(&mut out, &compared)
            }
        }
        several => {
            let table = retold::diff::statements(several);
            save(options.html.as_deref(), &options.inputs, || table.to_html())?;
            if options.json {
                versions::write_json(&mut out, several, &table)
            } else {
                versions::write(&mut out, several, &table)
            }
        }
    };
    written
        .and_then(|()| out.flush())
        .map_err(|error| Failure::output(&error))
}

/// Names each report by its source or its file, shorter where that tells them apart.
pub(crate) fn name_versions(input: &mut Input, inputs: &[PathBuf]) {
    let names: Vec<String> = input.records.iter().map(Record::name).collect();
    let file_name = |name: &str| {
        let path = Path::new(name);
        let is_file = inputs.iter().any(|input| path.starts_with(input));
        let last = path.file_name().filter(|_| is_file);
        last.map_or_else(
            || name.to_owned(),
            |last| last.to_string_lossy().into_owned(),
        )
    };
    let short: Vec<String> = names.iter().map(|name| file_name(name)).collect();
    let distinct = short.iter().collect::<std::collections::HashSet<_>>().len() == short.len();
    for (record, name) in input
        .records
        .iter_mut()
        .zip(if distinct { short } else { names })
    {
        record.source.get_or_insert(name);
    }
}

/// Writes a page, never over the input.
pub(crate) fn save(
    path: Option<&Path>,
    inputs: &[PathBuf],
    page: impl FnOnce() -> String,
) -> Result<(), Failure> {
    let Some(path) = path else { return Ok(()) };
    Output::open(Some(path), inputs)?.write(|out| out.write_all(page().as_bytes()))
}
