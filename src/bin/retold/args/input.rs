//! Which articles are read, and how.

use std::collections::HashMap;
use std::fs::Metadata;
use std::path::PathBuf;

use clap::Args;
use encoding_rs::Encoding;
use retold::Language;

use crate::failure::Failure;
use crate::input::faults::{Faults, Kind, Place};
use crate::input::fields::Fields;
use crate::input::{Sink, open};
use crate::progress::Progress;
use crate::record::{Record, identity};

#[derive(Debug, Args)]
pub(crate) struct Inputs {
    /// Files or folders; `-` for standard input.
    ///
    /// JSON lines, JSON, JSON Feed, RSS, Atom, CSV or TSV with a header, .txt and .html files, each
    /// also gzipped. What a file is, its content tells.
    #[arg(required = true, value_name = "INPUT")]
    pub(crate) inputs: Vec<PathBuf>,
}

/// Options of every command that reads articles. Their group comes last in each command, since a
/// heading holds for all options after it.
#[derive(Debug, Args)]
#[command(next_help_heading = "Reading")]
pub(crate) struct ReadingOptions {
    /// Read the field NAME as ROLE: id, text, title, date, source, language, event or withdrawn.
    ///
    /// The names that feeds, news interfaces and exports use are known. A dot looks inside:
    /// text=fields.bodyText.
    #[arg(long = "field", value_name = "ROLE=NAME")]
    fields: Vec<String>,
    /// The field of the id, or several that make it together: `source,guid`.
    #[arg(long, value_name = "NAME,…", value_delimiter = ',')]
    id: Vec<String>,
    /// The language of all articles by its code, such as `de`; found from the words unless given.
    ///
    /// Of articles in several languages, --field language=NAME says which field has each one's.
    #[arg(long, value_name = "CODE", value_parser = language)]
    language: Option<Language>,
    /// The encoding of the input, such as `windows-1251`; UTF-8 and UTF-16 are recognised.
    #[arg(long, value_name = "NAME")]
    encoding: Option<String>,
    /// Stop at the first line that cannot be read as it is meant.
    #[arg(long)]
    strict: bool,
    /// Name each fault; the first 10 of a kind unless given.
    #[arg(long)]
    all_faults: bool,
    /// Name no fault; they are counted all the same.
    #[arg(long, short, conflicts_with = "all_faults")]
    quiet: bool,
}

/// How many faults of one kind are named one by one.
const NAMED: usize = 10;

impl ReadingOptions {
    pub(crate) fn faults(&self) -> Faults {
        let named = match (self.all_faults, self.quiet) {
            (true, _) => usize::MAX,
            (_, true) => 0,
            _ => NAMED,
        };
        Faults::new(self.strict, named)
    }

    pub(crate) fn fields(&self) -> Result<Fields, Failure> {
        Fields::new(&self.fields, &self.id, self.language)
    }

    /// Whether the user said what an id is.
    pub(crate) fn names_id(&self) -> bool {
        !self.id.is_empty()
    }

    pub(crate) fn encoding(&self) -> Result<Option<&'static Encoding>, Failure> {
        let Some(name) = &self.encoding else {
            return Ok(None);
        };
        match Encoding::for_label(name.as_bytes()) {
            Some(encoding) => Ok(Some(encoding).filter(|&encoding| encoding != encoding_rs::UTF_8)),
            None => Err(Failure::usage(format!(
                "--encoding {name}: not a name of the Encoding Standard, such as windows-1252, gbk or utf-16le"
            ))),
        }
    }
}

/// The language with this code; an error lists those that are known.
fn language(code: &str) -> Result<Language, String> {
    Language::from_code(code).ok_or_else(|| {
        let known: Vec<&str> = Language::all().iter().map(|known| known.code()).collect();
        format!(
            "not one of {}; without the option, articles in any language are read",
            known.join(", ")
        )
    })
}

/// All articles of the input.
#[derive(Debug, Default)]
pub(crate) struct Input {
    pub(crate) records: Vec<Record>,
    pub(crate) faults: Faults,
}

/// Reads all articles of some files; ids are unique among them.
pub(crate) fn read_records(paths: &[PathBuf], reading: &ReadingOptions) -> Result<Input, Failure> {
    let mut fields = reading.fields()?;
    let encoding = reading.encoding()?;
    let mut input = Input {
        records: Vec::new(),
        faults: reading.faults(),
    };
    let Input { records, faults } = &mut input;
    let bytes = paths.iter().map(|path| {
        path.metadata()
            .ok()
            .filter(Metadata::is_file)
            .map(|data| data.len())
    });
    let progress = Progress::new("reading", bytes.sum());
    let bar = progress.bar();
    faults.watch(Some(progress));
    let mut seen = HashMap::new();
    let mut keep = |record: Record, place: Place<'_>, faults: &mut Faults| {
        take(record, place, records, &mut seen, faults)
    };
    for path in paths {
        let mut sink = Sink {
            fields: &mut fields,
            faults,
            needs_id: false,
            keep: &mut keep,
        };
        open::read(path, encoding, &bar, &mut sink)?;
    }
    faults.watch(None);
    input.records.retain(|record| !record.withdrawn);
    if input.records.is_empty() && input.faults.count(Kind::LeftOut) > 0 {
        let name = |path: &PathBuf| match path.to_str() {
            Some("-") => "standard input".to_owned(),
            _ => path.display().to_string(),
        };
        let names: Vec<String> = paths.iter().map(name).collect();
        return Err(Failure::failed(format!(
            "{}: no entry is an article",
            names.join(", ")
        )));
    }
    Ok(input)
}

/// Keeps an article, or of two with one id the newer.
fn take(
    record: Record,
    place: Place<'_>,
    records: &mut Vec<Record>,
    seen: &mut HashMap<String, usize>,
    faults: &mut Faults,
) -> Result<(), Failure> {
    let at = *seen.entry(identity(&record.id)).or_insert(records.len());
    let Some(held) = records.get_mut(at) else {
        records.push(record);
        return Ok(());
    };
    if record.withdrawn || held.withdrawn {
        *held = record;
        return Ok(());
    }
    let is_older = record.date < held.date && record.date.is_some();
    let which = if record.text == held.text && record.title == held.title {
        "with the same text"
    } else if is_older {
        "and this one is older; the other is kept"
    } else {
        "this one is kept"
    };
    let hint = if record.source == held.source {
        ""
    } else {
        "; --id source,id tells sources apart"
    };
    let what = format!("the id {} was there before, {which}{hint}", record.id);
    if !is_older {
        *held = record;
    }
    faults.note(Kind::Repeated, place, what)
}
