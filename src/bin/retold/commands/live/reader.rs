//! Reads the feed in a thread of its own, so that all that wait can go into one commit.

use std::path::PathBuf;
use std::sync::mpsc::SyncSender;
use std::time::{SystemTime, UNIX_EPOCH};

use encoding_rs::Encoding;
use indicatif::ProgressBar;
use retold::Date;

use crate::args::ReadingOptions;
use crate::failure::Failure;
use crate::input::faults::{Faults, Kind, Place};
use crate::input::fields::Fields;
use crate::input::{Sink, open};
use crate::record::Record;

/// What the reader tells the one who places.
pub(super) enum Event {
    Article(Box<Record>),
    /// The end, with all that was wrong.
    End(Faults),
    /// Ctrl-C: as the end, but nobody waits for a clustering.
    Stop,
    Failed(Failure),
}

/// A feed to read.
pub(super) struct Reader {
    inputs: Vec<PathBuf>,
    fields: Fields,
    faults: Faults,
    encoding: Option<&'static Encoding>,
}

impl Reader {
    pub(super) fn new(inputs: &[PathBuf], options: &ReadingOptions) -> Result<Self, Failure> {
        Ok(Self {
            inputs: inputs.to_vec(),
            fields: options.fields()?,
            faults: options.faults(),
            encoding: options.encoding()?,
        })
    }

    /// Sends all articles, and then the end.
    pub(super) fn run(mut self, events: &SyncSender<Event>) {
        let mut keep = |mut record: Record, place: Place<'_>, faults: &mut Faults| {
            if let Some(date) = record.date.filter(|&date| date > tomorrow()) {
                // One wrong date must not make everything else old.
                record.date = None;
                faults.note(
                    Kind::Date,
                    place,
                    format!("{date} is in the future; taken as undated"),
                )?;
            }
            events
                .send(Event::Article(Box::new(record)))
                .map_err(|_| Failure::Closed)
        };
        for path in &self.inputs {
            let (fields, faults) = (&mut self.fields, &mut self.faults);
            let mut sink = Sink {
                fields,
                faults,
                needs_id: true,
                keep: &mut keep,
            };
            if let Err(failure) = open::read(path, self.encoding, &ProgressBar::hidden(), &mut sink)
            {
                _ = events.send(Event::Failed(failure));
                return;
            }
        }
        _ = events.send(Event::End(self.faults));
    }
}

/// A date after this is wrong.
pub(super) fn tomorrow() -> Date {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    let seconds = since.map_or(0, |since| since.as_secs());
    Date::from_unix_seconds(seconds.cast_signed().saturating_add(86_400))
}
