//! Follows a feed: places each article in a story as it arrives, and keeps everything in one file.
//!
//! `cargo run --release --example live -- --store FILE [--window DAYS]`
//!
//! Reads `{"id","title"?,"text","date"?,"source"?}` a line from standard input and writes a line an
//! article, in order, only once it is safe on disk: its id, its story, what changed (`created`,
//! `joined`, `merged`; `known` for an id that is held already, which is placed no second time), and
//! its best match with the reason. Stop it, kill it, feed it again: what was answered is kept.
//!
//! `… --example live -- --store FILE --follow-story ID` shows what each article of a story added to
//! those before it, what it tells otherwise, and what most of them tell.

mod common;

use std::io::{self, BufRead, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;
use std::time::{SystemTime, UNIX_EPOCH};

use clap::Parser;
use retold::diff::statements;
use retold::story::{Change, Placement, StoredArticle, StoryId, StoryIndex};
use retold::{AsArticle, Date};
use serde::Serialize;
use serde_json::Value;

/// Places articles in stories as they arrive.
#[derive(Parser)]
struct Options {
    /// The file that keeps everything; made if it is not there.
    #[arg(long, value_name = "FILE")]
    store: PathBuf,
    /// Forget articles this many days older than the newest. Articles without a date count as of
    /// now.
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
    Failed(io::Error),
}

#[derive(Serialize)]
struct Answer {
    id: Value,
    story: u64,
    change: &'static str,
    #[serde(rename = "match", skip_serializing_if = "Option::is_none")]
    best: Option<Best>,
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
    let change = if any(|change| matches!(change, Change::Merged { .. })) {
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
        why: best.terms().to_vec(),
    });
    Answer {
        id: id_of(key),
        story: placement.story().number(),
        change,
        best,
    }
}

/// Reads lines in a thread of its own, so that all that wait can go into one commit.
fn read_lines(events: &SyncSender<Event>) {
    for (number, line) in (1..).zip(io::stdin().lock().split(b'\n')) {
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
    newest: Option<Date>,
}

impl Feed {
    fn place(&mut self, line: &[u8]) -> Result<(Answer, Option<String>), String> {
        let (mut row, complaint) = common::parse(line)?;
        let key = row.id.to_string();
        if let Some(story) = self.index.story_of(&key) {
            let known = Answer {
                id: row.id,
                story: story.number(),
                change: "known",
                best: None,
            };
            return Ok((known, complaint));
        }
        if self.window.is_some() {
            row.date = row.date.or_else(now);
            self.newest = self.newest.max(row.date);
        }
        let placement = self
            .index
            .insert(key.clone(), &row)
            .map_err(|error| error.to_string())?;
        Ok((answer(&key, &placement), complaint))
    }

    fn forget_the_old(&mut self) {
        if let (Some(days), Some(newest)) = (self.window, self.newest) {
            let before = newest
                .unix_seconds()
                .saturating_sub((days * 86_400.0) as i64);
            self.index.expire(Date::from_unix_seconds(before));
        }
    }

    /// Takes all lines that wait, makes them durable, and only then answers.
    fn run(&mut self, events: &Receiver<Event>) -> Result<(), String> {
        let mut out = io::stdout().lock();
        let mut ended = false;
        while !ended {
            let Ok(first) = events.recv() else { break };
            let waiting = std::iter::once(first).chain(events.try_iter());
            let mut answers = Vec::new();
            let mut failure = None;
            for event in waiting.take(TOGETHER) {
                match event {
                    Event::Line(number, line) => match self.place(&line) {
                        Ok((answer, complaint)) => {
                            answers.push(answer);
                            if let Some(complaint) = complaint {
                                eprintln!("line {number}: {complaint}");
                            }
                        }
                        Err(complaint) => eprintln!("line {number}: {complaint}"),
                    },
                    Event::Failed(error) => failure = Some(error.to_string()),
                    Event::End => ended = true,
                }
            }
            self.forget_the_old();
            self.index.commit().map_err(|error| error.to_string())?;
            for answer in &answers {
                let written = serde_json::to_writer(&mut out, answer).map_err(io::Error::from);
                written
                    .and_then(|()| out.write_all(b"\n"))
                    .map_err(|error| error.to_string())?;
            }
            out.flush().map_err(|error| error.to_string())?;
            if let Some(failure) = failure {
                return Err(failure);
            }
        }
        Ok(())
    }
}

fn now() -> Option<Date> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
    Some(Date::from_unix_seconds(
        i64::try_from(since.as_secs()).ok()?,
    ))
}

/// What the articles of a story say: who added or changed what, and what most of them tell.
fn follow(index: &StoryIndex<String>, story: StoryId) -> Result<(), String> {
    let mut articles: Vec<(String, StoredArticle)> = Vec::new();
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
    let versions: Vec<&StoredArticle> = articles.iter().map(|(_, article)| article).collect();
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
                writeln!(out, "     + {statement}")?;
            }
            for pair in added.changed() {
                writeln!(out, "     ~ {pair}")?;
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
            writeln!(out, "[{}] {}", told_by.join(", "), row.base())?;
        }
        out.flush()
    };
    print().map_err(|error| error.to_string())
}

/// When an article came, and what it is.
fn headline(key: &str, article: &StoredArticle) -> String {
    let article = article.as_article();
    let date = article.date().map(|date| date.to_string());
    let source = article.source().map(|source| format!("{source}:"));
    let parts = [
        Some(date.unwrap_or_else(|| "undated".to_owned())),
        Some(key.to_owned()),
        source,
        article.title().map(str::to_owned),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn run(options: &Options) -> Result<(), String> {
    if options
        .window
        .is_some_and(|days| !(days > 0.0 && days < 1e9))
    {
        return Err("--window must be a number of days above 0".to_owned());
    }
    let index = StoryIndex::open(&options.store).map_err(|error| error.to_string())?;
    if let Some(story) = options.follow_story {
        return follow(&index, StoryId::from_number(story));
    }
    let (events, waiting) = sync_channel(TOGETHER);
    let stop = events.clone();
    // Ctrl-C counts as the end of the feed: what was read is placed, committed and answered.
    ctrlc::set_handler(move || _ = stop.send(Event::End)).map_err(|error| error.to_string())?;
    thread::spawn(move || read_lines(&events));
    Feed {
        index,
        window: options.window,
        newest: None,
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
