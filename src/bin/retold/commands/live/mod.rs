//! `retold live`: follows a feed, places each article in a story as it arrives, and keeps everything
//! in one file.
//!
//! Writes a line an article, in order, only once it is safe on disk: its id, its story, what changed,
//! and its best match with the reason. Stop it, kill it, feed it again: what was answered is kept;
//! lines that a crash kept from being written are not written later, but `known` tells the story of an
//! article as it is. Now and then, and when the feed ends, everything is clustered anew, as a batch
//! would; what arrived is safe and answered before that. [`OUTPUT`] lists what the lines say.

mod changed;
mod feed;
mod key;
mod lines;
mod reader;

use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use std::process;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::sync_channel;

use clap::Args;
use retold::story::{StoreError, StoryId, StoryIndex};

use crate::args::{DetectorOptions, ReadingOptions, StoryOptions};
use crate::failure::{EXIT_CODES, Failure};
use crate::output::versions;
use crate::record::Record;
use feed::Feed;
use reader::Event;

const OUTPUT: &str = "\
Output, one JSON object a line. An article has its id, its story, its best match, and what changed:
  created    it begins a story
  joined     it joins a story
  merged     it joins stories that are one from now on; `merged` lists those that ended
  known      it is held already, with the same text; nothing changes
  replaced   it is held with another text, which it replaces; `changed` says in what
  withdrawn  it is removed, as {\"id\": …, \"withdrawn\": true} asks for
  unknown    it should be removed and is not held
  expired    it is older than the window and is not kept

What becomes of other articles meanwhile has lines of its own. Who applies all lines in order has the
stories as they are:
  {\"event\":\"left\",\"story\":1,\"id\":\"a\"}     article a is in story 1 no longer
  {\"event\":\"joined\",\"story\":2,\"id\":\"a\"}   article a is in story 2 now
  {\"event\":\"split\",\"story\":9,\"from\":2,\"ids\":[\"a\",\"b\"]}  these, until now in 2, are a story of their own
  {\"event\":\"merged\",\"story\":3,\"into\":1}   all that is left of 3 is in 1 now
  {\"event\":\"created\",\"story\":4}           a story begins, empty as yet
  {\"event\":\"expired\",\"story\":5}           a story has no article left";

/// What `--help` says behind the options.
pub(crate) fn help() -> String {
    format!("{OUTPUT}\n\n{EXIT_CODES}")
}

#[derive(Debug, Args)]
pub(crate) struct Options {
    /// The feed: files or folders, or `-` for standard input, which is read as it comes.
    #[arg(value_name = "INPUT", default_value = "-")]
    inputs: Vec<PathBuf>,
    /// The file that keeps everything; made if it is not there.
    #[arg(long, value_name = "FILE")]
    store: PathBuf,
    /// Forget articles this many days older than the newest. One without a date, or with one in the
    /// future, is forgotten with those that came when it did.
    #[arg(long, value_name = "DAYS")]
    window: Option<f64>,
    /// Show what the articles of a story say, and when, instead of reading a feed.
    #[arg(long, value_name = "NUMBER")]
    follow_story: Option<u64>,
    #[command(flatten)]
    story: StoryOptions,
    #[command(flatten)]
    detector: DetectorOptions,
    #[command(flatten)]
    reading: ReadingOptions,
}

/// One commit covers at most this many articles: those that wait while the last one is written.
const TOGETHER: usize = 256;

pub(crate) fn run(options: &Options) -> Result<(), Failure> {
    if let Some(days) = options.window.filter(|&days| !(days > 0.0 && days < 1e9)) {
        return Err(Failure::usage(format!(
            "--window {days}: give a number of days above 0"
        )));
    }
    if options.follow_story.is_some() && !options.store.exists() {
        return Err(Failure::file(&options.store, "there is no such file"));
    }
    let detector = options.story.detector(&options.detector, None)?;
    let reader = reader::Reader::new(&options.inputs, &options.reading)?;
    let (events, waiting) = sync_channel(TOGETHER);
    let (stop, feeding) = (events.clone(), Arc::new(AtomicBool::new(false)));
    let begun = Arc::clone(&feeding);
    let handler = move || {
        if begun.load(Ordering::SeqCst) {
            // The end of the feed: what was read is placed, committed and answered.
            _ = stop.send(Event::Stop);
        } else {
            // Nothing has been read or written yet; opening a large file takes a while.
            process::exit(0);
        }
    };
    ctrlc::set_handler(handler).map_err(Failure::failed)?;
    let index = detector.open_index(&options.store).map_err(refused)?;
    if let Some(story) = options.follow_story {
        return follow(&index, StoryId::from_number(story));
    }
    feeding.store(true, Ordering::SeqCst);
    std::thread::spawn(move || reader.run(&events));
    Feed::new(index, options.window, options.reading.names_id()).run(&waiting)
}

/// Why a store is refused, and what to do about another setting.
fn refused(error: StoreError) -> Failure {
    let StoreError::Mismatch {
        path,
        what,
        found,
        expected,
        ..
    } = &error
    else {
        return Failure::failed(error);
    };
    let option = match *what {
        "story_threshold" => "--threshold",
        "background" => "--background",
        "copy_similarity" => "--copy-similarity",
        "shingle_words" => "--shingle-words",
        _ => return Failure::failed(error),
    };
    let why = format!("made with {what} {found}, not {expected}");
    let hint = format!("give the {option} it was made with, or another --store");
    Failure::file(path, format!("{why}; {hint}"))
}

/// What the articles of a story say: who added or changed what, and what most of them tell.
fn follow(index: &StoryIndex<String>, story: StoryId) -> Result<(), Failure> {
    let mut records = Vec::new();
    for key in index.articles_of(story) {
        if let Some(stored) = index.article(key).map_err(Failure::failed)? {
            records.push(Record {
                id: key::parts(key).id,
                text: stored.text,
                title: stored.title,
                date: stored.date,
                source: stored.source,
                language: stored.language,
                event: None,
                withdrawn: false,
            });
        }
    }
    if records.is_empty() {
        return Err(Failure::usage(format!(
            "--follow-story {story}: there is no story of this number"
        )));
    }
    records.sort_by_key(|record| (record.date.is_none(), record.date, record.name()));
    let table = retold::diff::statements(&records);
    let mut out = BufWriter::new(io::stdout().lock());
    let written = versions::write(&mut out, &records, &table).and_then(|()| out.flush());
    written.map_err(|error| Failure::output(&error))
}
