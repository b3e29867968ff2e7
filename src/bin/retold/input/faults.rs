//! What was wrong with the input: named on standard error, counted, and never a reason to stop
//! unless `--strict` says so.

use std::collections::BTreeMap;
use std::fmt;

use crate::failure::Failure;
use crate::progress::Progress;
use crate::words::{count, grouped};

/// Where in the input something stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place<'a> {
    /// The file as the user named it; `-` for standard input.
    pub(crate) file: &'a str,
    /// The line, from 1; nothing where a file is one article.
    pub(crate) line: Option<u64>,
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = if self.file == "-" {
            "standard input"
        } else {
            self.file
        };
        match self.line {
            Some(line) => write!(f, "{name}, line {line}"),
            None => f.write_str(name),
        }
    }
}

/// The kinds of faults.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// Something that is no article, and is left out.
    LeftOut,
    /// A date that cannot be read or cannot be true; the article counts as undated.
    Date,
    /// A field of a wrong type that an article can do without.
    Field,
    /// An id that was there before.
    Repeated,
    /// Broken characters or syntax that could be put right.
    Mended,
    /// An article without an id, known by its place instead.
    NoId,
}

impl Kind {
    fn counted(self, number: usize) -> String {
        match self {
            Self::LeftOut => format!("{} left out", count(number, "entry", "entries")),
            Self::Date => format!("{} unknown", count(number, "date", "dates")),
            Self::Field => format!("{} of no use", count(number, "field", "fields")),
            Self::Repeated => format!(
                "{} given up for another of the same id",
                count(number, "article", "articles")
            ),
            Self::Mended => format!("{} mended", count(number, "entry", "entries")),
            Self::NoId => format!(
                "{} without an id, known by file and line",
                count(number, "article", "articles")
            ),
        }
    }
}

/// The faults of one run.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    strict: bool,
    /// How many faults of one kind are named one by one.
    named: usize,
    counts: BTreeMap<Kind, usize>,
    progress: Option<Progress>,
}

impl Faults {
    /// With `strict`, the first fault ends the run; of each kind, so many are named.
    pub(crate) fn new(strict: bool, named: usize) -> Self {
        Self {
            strict,
            named,
            ..Self::default()
        }
    }

    /// Shows progress while something is read.
    pub(crate) fn watch(&mut self, progress: Option<Progress>) {
        self.progress = progress;
    }

    /// A line on standard error.
    pub(crate) fn say(&self, line: &str) {
        match &self.progress {
            Some(progress) => progress.say(line),
            None => eprintln!("{line}"),
        }
    }

    /// Takes note of a fault.
    pub(crate) fn note(
        &mut self,
        kind: Kind,
        place: Place<'_>,
        what: impl fmt::Display,
    ) -> Result<(), Failure> {
        if self.strict {
            return Err(Failure::failed(format!("{place}: {what}")));
        }
        let count = self.counts.entry(kind).or_default();
        *count += 1;
        if *count <= self.named {
            self.say(&format!("{place}: {what}"));
        }
        Ok(())
    }

    /// Counts what is no fault, but worth knowing in the end.
    pub(crate) fn tally(&mut self, kind: Kind) {
        *self.counts.entry(kind).or_default() += 1;
    }

    /// How many faults of a kind there were.
    pub(crate) fn count(&self, kind: Kind) -> usize {
        self.counts.get(&kind).copied().unwrap_or(0)
    }

    /// All faults in one line; nothing where there were none.
    pub(crate) fn summary(&self) -> Option<String> {
        let counted: Vec<String> = self
            .counts
            .iter()
            .map(|(kind, &number)| kind.counted(number))
            .collect();
        // What is only counted is never named.
        let faults = self.counts.iter().filter(|(kind, _)| **kind != Kind::NoId);
        let silent = faults.map(|(_, number)| number.saturating_sub(self.named));
        let more = match silent.sum() {
            0 => String::new(),
            _ if self.named == 0 => String::new(),
            silent => format!(
                " ({} not named above; --all-faults names them)",
                grouped(silent)
            ),
        };
        (!counted.is_empty()).then(|| format!("{}{more}", counted.join(", ")))
    }
}
