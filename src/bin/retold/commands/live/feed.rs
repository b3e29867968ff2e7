//! Places the articles of a feed in an index, and tells what was done once it is durable.

use std::collections::BTreeMap;
use std::io::{self, IsTerminal, Write};
use std::sync::mpsc::Receiver;

use retold::story::StoryIndex;
use retold::{AsArticle, Date};

use super::TOGETHER;
use super::changed::Changed;
use super::key;
use super::lines::{self, Line, Other};
use super::reader::{Event, tomorrow};
use crate::failure::Failure;
use crate::input::faults::{Faults, Kind};
use crate::progress::Progress;
use crate::record::{Record, identity};
use crate::words::count;

/// A feed and the index it goes into.
pub(super) struct Feed {
    index: StoryIndex<String>,
    window: Option<f64>,
    /// Whether an article is known by its id alone, whoever published it.
    id_alone: bool,
    /// Articles placed since everything was clustered.
    placed: usize,
    /// Whether everything was clustered since the file was opened; nobody knows how it was left.
    clustered: bool,
    /// How many articles were answered with each change.
    told: BTreeMap<&'static str, usize>,
    faults: Faults,
}

impl Feed {
    pub(super) fn new(index: StoryIndex<String>, window: Option<f64>, id_alone: bool) -> Self {
        Self {
            clustered: index.is_empty(),
            index,
            window,
            id_alone,
            placed: 0,
            told: BTreeMap::new(),
            faults: Faults::default(),
        }
    }

    /// Takes all articles that wait and answers them, then forgets and clusters what is due.
    pub(super) fn run(mut self, events: &Receiver<Event>) -> Result<(), Failure> {
        let mut out = io::stdout().lock();
        // Where the answers show on the terminal, they are the progress.
        let progress = (!out.is_terminal()).then(|| Progress::new("following", None));
        let (mut ended, mut stopped) = (false, false);
        while !ended && !stopped {
            let Ok(first) = events.recv() else { break };
            let waiting = std::iter::once(first).chain(events.try_iter());
            let mut lines = Vec::new();
            let mut failure = None;
            for event in waiting.take(TOGETHER) {
                match event {
                    Event::Article(record) => lines.extend(self.take(&record)?),
                    Event::Failed(error) => failure = Some(error),
                    Event::End(faults) => (ended, self.faults) = (true, faults),
                    Event::Stop => stopped = true,
                }
            }
            self.tell(&lines, &mut out)?;
            if let Some(progress) = &progress {
                progress.show(format!(
                    "following, {}",
                    count(self.answered(), "article", "articles")
                ));
            }
            if let Some(failure) = failure {
                return Err(failure);
            }
            if !stopped {
                let changes = self.tidy(ended);
                self.tell(&changes, &mut out)?;
            }
        }
        drop(progress);
        self.summarise();
        let bad = self.faults.count(Kind::LeftOut);
        if self.answered() == 0 && bad > 0 {
            return Err(Failure::failed(format!(
                "none of {} is an article",
                count(bad, "entry", "entries")
            )));
        }
        Ok(())
    }

    fn answered(&self) -> usize {
        self.told.values().sum()
    }

    /// Places, replaces or removes an article.
    fn take(&mut self, record: &Record) -> Result<Vec<Line>, Failure> {
        let key = key::of(record, self.id_alone);
        if record.withdrawn {
            return Ok(self.withdraw(record, key));
        }
        let mut changed = None;
        if let Some(story) = self.index.story_of(&key) {
            let held = self.index.article(&key).map_err(Failure::failed)?;
            changed = held.and_then(|held| Changed::of(held.as_article(), record));
            if changed.is_none() {
                return Ok(self.answer(
                    "known",
                    lines::unchanged(&key, Some(story.number()), "known"),
                ));
            }
        } else if record.date.is_some()
            && self
                .oldest()
                .is_some_and(|oldest| record.date < Some(oldest))
        {
            return Ok(self.answer("expired", lines::unchanged(&key, None, "expired")));
        }
        let change = if changed.is_some() {
            "replaced"
        } else {
            "placed"
        };
        let placement = self
            .index
            .replace(key.clone(), record)
            .map_err(Failure::failed)?;
        self.placed += 1;
        Ok(self.answer(change, lines::placed(&key, &placement, changed)))
    }

    /// Removes an article. Where the notice has no source, it means the one article with this id; of
    /// several, none.
    fn withdraw(&mut self, record: &Record, mut key: String) -> Vec<Line> {
        if !self.index.contains(&key) && record.source.is_none() {
            let id = identity(&record.id);
            let mut held: Vec<&String> = self.index.stories().flat_map(|(_, keys)| keys).collect();
            held.retain(|key| key::identity_in(key) == id);
            if let [one] = held.as_slice() {
                key = (*one).clone();
            } else if !held.is_empty() {
                let sources: Vec<String> = held
                    .iter()
                    .filter_map(|key| key::parts(key).source)
                    .collect();
                let sources = sources.join(", ");
                eprintln!(
                    "id {id} is to be withdrawn, and several sources have it ({sources}); name one"
                );
            }
        }
        match self.index.remove(&key) {
            Some(changes) => {
                self.placed += 1;
                self.answer("withdrawn", lines::withdrawn(&key, &changes))
            }
            None => self.answer("unknown", lines::unchanged(&key, None, "unknown")),
        }
    }

    fn answer(&mut self, change: &'static str, lines: Vec<Line>) -> Vec<Line> {
        *self.told.entry(change).or_default() += 1;
        lines
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
            let _progress = Progress::new("clustering anew", None);
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
    fn tell(&mut self, lines: &[Line], out: &mut impl Write) -> Result<(), Failure> {
        self.index.commit().map_err(Failure::failed)?;
        let mut write = || -> io::Result<()> {
            for line in lines {
                serde_json::to_writer(&mut *out, line)?;
                out.write_all(b"\n")?;
            }
            out.flush()
        };
        write().map_err(|error| Failure::output(&error))
    }

    /// What was done, in one line on standard error.
    fn summarise(&self) {
        let told = self
            .told
            .iter()
            .map(|(change, number)| format!("{} {change}", crate::words::grouped(*number)));
        let told: Vec<String> = told.collect();
        let came = count(self.answered(), "article", "articles");
        let came = if told.is_empty() {
            came
        } else {
            format!("{came}: {}", told.join(", "))
        };
        let held = count(self.index.len(), "article", "articles");
        let stories = count(self.index.stats().stories, "story", "stories");
        eprintln!("{came}; {held} in {stories} held");
        if let Some(faults) = self.faults.summary() {
            eprintln!("{faults}");
        }
    }
}
