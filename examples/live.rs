//! Follows a feed: places each article in a story as it arrives, and keeps everything in one file.
//!
//! `cargo run --release --features cli --example live -- --store FILE [--window DAYS]`
//!
//! Reads `{"id","title"?,"text","date"?,"source"?}` a line from standard input and writes a line an
//! article, in order, only once it is safe on disk: its id, its story, what changed (`created`,
//! `joined`; `merged`, with the stories that ended in this one; `known` for an id that is held
//! already, which is placed no second time; `expired` for one older than the window, which is not
//! kept), and its best match with the reason. Stop it, kill it, feed it again: what was answered is
//! kept; lines that a crash kept from being written are not written later, but `known` tells the story
//! of an article as it is. Now and then, and when the feed ends, everything is clustered anew, as a
//! batch would; what arrived is safe and answered before that.
//!
//! What happens to other articles meanwhile has lines of its own, by which a reader who applies all
//! lines in order has the stories as they are:
//!
//! | line | meaning |
//! |---|---|
//! | `{"event":"left","story":1,"id":"a"}` | article a is in story 1 no longer |
//! | `{"event":"joined","story":2,"id":"a"}` | article a is in story 2 now |
//! | `{"event":"split","story":9,"from":2,"ids":["a","b"]}` | these, until now in 2, are a story of their own |
//! | `{"event":"merged","story":3,"into":1}` | all that is left of 3 is in 1 now |
//! | `{"event":"created","story":4}` | a story begins, empty as yet |
//! | `{"event":"expired","story":5}` | a story has no article left |
//!
//! `… --features cli --example live -- --store FILE --follow-story ID` shows what each article of a story added to
//! those before it, what it tells otherwise, and what most of them tell.

mod common;

use std::io::{self, BufRead, Write};
use std::path::PathBuf;
use std::process::{self, ExitCode};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;
use std::time::{SystemTime, UNIX_EPOCH};

use clap::Parser;
use retold::diff::statements;
use retold::story::{Change, Placement, StoryId, StoryIndex};
use retold::{AsArticle, Date, OwnedArticle};
use serde::Serialize;
use serde_json::Value;

/// Places articles in stories as they arrive.
#[derive(Parser)]
struct Options {
    /// The file that keeps everything; made if it is not there.
    #[arg(long, value_name = "FILE")]
    store: PathBuf,
    /// Forget articles this many days older than the newest. One without a date, or with one in the
    /// future, is forgotten with those that came when it did.
    #[arg(long, value_name = "DAYS")]
    window: Option<f64>,
    /// Show what the articles of a story say, and when, instead of reading a feed.
    #[arg(long, value_name = "ID")]
    follow_story: Option<u64>,
}

/// One commit covers at most this many articles: those that wait while the last one is written.
const TOGETHER: usize = 256;

enum Event {
    Line(usize, Vec<u8>),
    End,
    /// Ctrl-C: as the end, but nobody waits for a clustering.
    Stop,
    Failed(io::Error),
}

#[derive(Serialize)]
struct Answer {
    id: Value,
    story: Option<u64>,
    change: &'static str,
    /// Stories that ended in this one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    merged: Vec<u64>,
    #[serde(rename = "match", skip_serializing_if = "Option::is_none")]
    best: Option<Best>,
}

/// One line of output.
#[derive(Serialize)]
#[serde(untagged)]
enum Line {
    Answer(Answer),
    Event(Other),
}

/// Something that happened to other articles than the one that came.
#[derive(Serialize)]
#[serde(tag = "event", rename_all = "lowercase")]
enum Other {
    Left {
        story: u64,
        id: Value,
    },
    Joined {
        story: u64,
        id: Value,
    },
    Split {
        story: u64,
        from: u64,
        ids: Vec<Value>,
    },
    Merged {
        story: u64,
        into: u64,
    },
    Created {
        story: u64,
    },
    Expired {
        story: u64,
    },
}

impl Other {
    fn of(change: &Change<String>) -> Option<Self> {
        let story = change.story().number();
        Some(match change {
            Change::Left { key, .. } => Self::Left {
                story,
                id: id_of(key),
            },
            Change::Joined { key, .. } => Self::Joined {
                story,
                id: id_of(key),
            },
            Change::Split { from, keys, .. } => Self::Split {
                story,
                from: from.number(),
                ids: keys.iter().map(|key| id_of(key)).collect(),
            },
            Change::Merged { into, .. } => Self::Merged {
                story,
                into: into.number(),
            },
            Change::Created { .. } => Self::Created { story },
            Change::Expired { .. } => Self::Expired { story },
            _ => return None,
        })
    }
}

#[derive(Serialize)]
struct Best {
    id: Value,
    score: f64,
    jaccard: f64,
    copy: bool,
    why: Vec<String>,
}

/// Ids are kept as the JSON they came as, so that 1 and "1" stay two.
fn id_of(key: &str) -> Value {
    serde_json::from_str(key).unwrap_or_default()
}

fn answer(key: &str, placement: &Placement<String>) -> Answer {
    let any = |wanted: fn(&Change<String>) -> bool| placement.changes().iter().any(wanted);
    let merged = placement
        .changes()
        .iter()
        .filter_map(|change| match change {
            Change::Merged { story, into } if *into == placement.story() => Some(story.number()),
            _ => None,
        });
    let merged: Vec<u64> = merged.collect();
    let change = if !merged.is_empty() {
        "merged"
    } else if any(|change| matches!(change, Change::Created { .. })) {
        "created"
    } else {
        "joined"
    };
    let rounded = |score: f64| (score * 1e4).round() / 1e4;
    let best = placement.matches().first().map(|best| Best {
        id: id_of(best.key()),
        score: rounded(best.score()),
        jaccard: rounded(best.jaccard()),
        copy: best.is_copy(),
        why: best.terms().map(str::to_owned).collect(),
    });
    Answer {
        id: id_of(key),
        story: Some(placement.story().number()),
        change,
        merged,
        best,
    }
}

/// The lines for an article that came. Its answer stands for its own arrival and for the stories
/// that ended in its own; what leaves a story does so before that, what joins one after it.
fn lines(key: &str, placement: &Placement<String>) -> Vec<Line> {
    let (mut before, mut after) = (Vec::new(), Vec::new());
    for change in placement.changes() {
        match change {
            Change::Left { .. } | Change::Split { .. } => before.extend(Other::of(change)),
            Change::Joined { key: other, .. } if other != key => after.extend(Other::of(change)),
            Change::Merged { into, .. } if *into != placement.story() => {
                before.extend(Other::of(change));
            }
            Change::Expired { .. } => after.extend(Other::of(change)),
            _ => {}
        }
    }
    let answer = std::iter::once(Line::Answer(answer(key, placement)));
    let before = before.into_iter().map(Line::Event);
    before
        .chain(answer)
        .chain(after.into_iter().map(Line::Event))
        .collect()
}

/// Reads lines in a thread of its own, so that all that wait can go into one commit.
fn read_lines(events: &SyncSender<Event>) {
    for (number, line) in (1..).zip(io::stdin().lock().split(b'\n')) {
        let line = line.map(|line| match line.strip_prefix(b"\xef\xbb\xbf") {
            Some(rest) => rest.to_vec(),
            None => line,
        });
        let event = match line {
            Ok(line) if line.iter().all(u8::is_ascii_whitespace) => continue,
            Ok(line) => Event::Line(number, line),
            Err(error) => Event::Failed(error),
        };
        if events.send(event).is_err() {
            return;
        }
    }
    _ = events.send(Event::End);
}

struct Feed {
    index: StoryIndex<String>,
    window: Option<f64>,
    /// Articles placed since everything was clustered.
    placed: usize,
    /// Whether everything was clustered since the file was opened; nobody knows how it was left.
    clustered: bool,
    good: usize,
    bad: usize,
}

impl Feed {
    fn place(&mut self, line: &[u8]) -> Result<(Vec<Line>, Option<String>), String> {
        let (mut row, mut complaint) = common::parse(line)?;
        let key = common::identity(&row.id);
        let without_match = |story, change| {
            vec![Line::Answer(Answer {
                id: id_of(&key),
                story,
                change,
                merged: Vec::new(),
                best: None,
            })]
        };
        if let Some(story) = self.index.story_of(&key) {
            return Ok((without_match(Some(story.number()), "known"), complaint));
        }
        if let Some(date) = row.date.filter(|&date| date > tomorrow()) {
            // One wrong date must not make everything else old.
            row.date = None;
            complaint = Some(format!("{date} is in the future; taken as undated"));
        }
        if self.oldest().is_some_and(|oldest| row.date < Some(oldest)) && row.date.is_some() {
            return Ok((without_match(None, "expired"), complaint));
        }
        let placement = self
            .index
            .insert(key.clone(), &row)
            .map_err(|error| error.to_string())?;
        self.placed += 1;
        Ok((lines(&key, &placement), complaint))
    }

    /// The start of the window.
    fn oldest(&self) -> Option<Date> {
        let newest = self.index.newest_until(tomorrow())?.unix_seconds();
        let seconds = (self.window? * 86_400.0) as i64;
        Some(Date::from_unix_seconds(newest.saturating_sub(seconds)))
    }

    /// Forgets what is old, and clusters anew once a quarter of what is held is new; tells what that
    /// changed.
    fn tidy(&mut self, ended: bool) -> Vec<Line> {
        let mut changes = Vec::new();
        if let Some(oldest) = self.oldest() {
            changes = self.index.expire(oldest);
        }
        let due = self.placed > 0 || !self.clustered;
        if self.placed > (self.index.len() / 4).max(500) || ended && due {
            changes.extend(self.index.recluster());
            (self.placed, self.clustered) = (0, true);
        }
        changes
            .iter()
            .filter_map(Other::of)
            .map(Line::Event)
            .collect()
    }

    /// Makes what was done durable, and only then tells it.
    fn tell(&mut self, lines: &[Line], out: &mut impl Write) -> Result<(), String> {
        self.index.commit().map_err(|error| error.to_string())?;
        let mut write = || -> io::Result<()> {
            for line in lines {
                serde_json::to_writer(&mut *out, line)?;
                out.write_all(b"\n")?;
            }
            out.flush()
        };
        write().map_err(|error| error.to_string())
    }

    /// Takes all lines that wait and answers them, then forgets and clusters what is due.
    fn run(&mut self, events: &Receiver<Event>) -> Result<(), String> {
        let mut out = io::stdout().lock();
        let (mut ended, mut stopped) = (false, false);
        while !ended && !stopped {
            let Ok(first) = events.recv() else { break };
            let waiting = std::iter::once(first).chain(events.try_iter());
            let mut lines = Vec::new();
            let mut failure = None;
            for event in waiting.take(TOGETHER) {
                match event {
                    Event::Line(number, line) => match self.place(&line) {
                        Ok((answer, complaint)) => {
                            self.good += 1;
                            lines.extend(answer);
                            if let Some(complaint) = complaint {
                                eprintln!("line {number}: {complaint}");
                            }
                        }
                        Err(complaint) => {
                            self.bad += 1;
                            eprintln!("line {number}: {complaint}");
                        }
                    },
                    Event::Failed(error) => failure = Some(error.to_string()),
                    Event::End => ended = true,
                    Event::Stop => stopped = true,
                }
            }
            self.tell(&lines, &mut out)?;
            if let Some(failure) = failure {
                return Err(failure);
            }
            if !stopped {
                let changes = self.tidy(ended);
                self.tell(&changes, &mut out)?;
            }
        }
        if self.good == 0 && self.bad > 0 {
            return Err(format!("none of {} lines was an article", self.bad));
        }
        Ok(())
    }
}

fn tomorrow() -> Date {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    let seconds = since.map_or(0, |since| since.as_secs());
    Date::from_unix_seconds(seconds.cast_signed().saturating_add(86_400))
}

/// What the articles of a story say: who added or changed what, and what most of them tell.
fn follow(index: &StoryIndex<String>, story: StoryId) -> Result<(), String> {
    let mut articles: Vec<(String, OwnedArticle)> = Vec::new();
    for key in index.articles_of(story) {
        let article = index.article(&key).map_err(|error| error.to_string())?;
        articles.extend(article.map(|article| (key, article)));
    }
    if articles.is_empty() {
        return Err(format!("there is no story {story}"));
    }
    articles.sort_by_key(|(key, article)| {
        let date = article.as_article().date();
        (date.is_none(), date, key.clone())
    });
    let versions: Vec<&OwnedArticle> = articles.iter().map(|(_, article)| article).collect();
    let compared = statements(&versions);
    let mut out = io::stdout().lock();
    let mut print = || -> io::Result<()> {
        writeln!(out, "Story {story}: {} articles", articles.len())?;
        writeln!(out, "\nTimeline")?;
        for added in compared.timeline() {
            let number = added.version();
            let Some((key, article)) = articles.get(number) else {
                continue;
            };
            writeln!(out, "{:>3}. {}", number + 1, headline(key, article))?;
            for statement in added.statements() {
                writeln!(out, "     + {}", shown(&statement.to_string()))?;
            }
            for pair in added.changed() {
                writeln!(out, "     ~ {}", shown(&pair.to_string()))?;
            }
        }
        writeln!(out, "\nStatements, the most widely told first")?;
        let mut rows: Vec<_> = compared.iter().collect();
        rows.sort_by_key(|row| std::cmp::Reverse(row.len()));
        for row in rows {
            let told_by: Vec<String> = row
                .groups()
                .map(|group| (group.version() + 1).to_string())
                .collect();
            let told_by = told_by.join(", ");
            writeln!(out, "[{told_by}] {}", shown(&row.base().to_string()))?;
        }
        out.flush()
    };
    print().map_err(|error| error.to_string())
}

/// When an article came, and what it is.
fn headline(key: &str, article: &OwnedArticle) -> String {
    let article = article.as_article();
    let date = article.date().map(|date| date.to_string());
    let source = article.source().map(|source| format!("{source}:"));
    let id = id_of(key);
    let parts = [
        Some(date.unwrap_or_else(|| "undated".to_owned())),
        Some(id.as_str().map_or_else(|| id.to_string(), str::to_owned)),
        source,
        article.title().map(str::to_owned),
    ];
    shown(&parts.into_iter().flatten().collect::<Vec<_>>().join(" "))
}

/// What a feed says must not steer a terminal.
fn shown(text: &str) -> String {
    text.replace(char::is_control, "\u{fffd}")
}

fn run(options: &Options) -> Result<(), String> {
    if options
        .window
        .is_some_and(|days| !(days > 0.0 && days < 1e9))
    {
        return Err("--window must be a number of days above 0".to_owned());
    }
    if options.follow_story.is_some() && !options.store.exists() {
        return Err(format!("there is no file {}", options.store.display()));
    }
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
    ctrlc::set_handler(handler).map_err(|error| error.to_string())?;
    let index = StoryIndex::open(&options.store).map_err(|error| error.to_string())?;
    if let Some(story) = options.follow_story {
        return follow(&index, StoryId::from_number(story));
    }
    feeding.store(true, Ordering::SeqCst);
    thread::spawn(move || read_lines(&events));
    Feed {
        clustered: index.is_empty(),
        index,
        window: options.window,
        placed: 0,
        good: 0,
        bad: 0,
    }
    .run(&waiting)
}

fn main() -> ExitCode {
    match run(&Options::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
