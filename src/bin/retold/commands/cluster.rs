//! `retold cluster`: groups articles into stories.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::Args;
use retold::{Detector, Stories};
use serde::Serialize;
use serde_json::Value;

use crate::args::{DetectorOptions, Input, Inputs, ReadingOptions, StoryOptions, read_records};
use crate::failure::{EXIT_CODES, Failure};
use crate::output::grouping::{Group, Grouping};
use crate::output::pages;
use crate::output::place::{self, Output};
use crate::progress::Progress;
use crate::record::Record;
use crate::words::{count, grouped};

#[derive(Debug, Args)]
pub(crate) struct Options {
    #[command(flatten)]
    input: Inputs,
    /// Where to write; standard output unless given.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Write one line a story instead of one an article.
    #[arg(long)]
    stories: bool,
    /// Also write web pages into this folder: an index, and a page a story of several articles.
    #[arg(long, value_name = "DIR")]
    html: Option<PathBuf>,
    /// Say why two articles are in one story, or why not.
    #[arg(long, num_args = 2, value_names = ["ID", "ID"], allow_hyphen_values = true, conflicts_with = "copies_only")]
    explain: Vec<String>,
    /// Group copies only: reprints, updates and excerpts. Faster; dates do not matter.
    #[arg(long, conflicts_with_all = ["threshold", "window", "background"])]
    copies_only: bool,
    /// Articles further apart than this many days are never of one story.
    #[arg(long, value_name = "DAYS")]
    window: Option<f64>,
    #[command(flatten)]
    story: StoryOptions,
    #[command(flatten)]
    detector: DetectorOptions,
    #[command(flatten)]
    reading: ReadingOptions,
}

const OUTPUT: &str = "\
Output, one JSON object a line:
  id       the id of the article
  story    the number of its story, from 0; a number holds for one run
  copy_of  the article whose text this one largely is, for a copy
  score    of the link that holds it in its story, from 0 to 1; absent for an article that is alone

With --stories, a line for each story:
  story        its number
  title        the headline of the article that is most like the others, or its first sentence
  first, last  the days between which its articles were published
  articles     how many it has
  copies       how many of them are copies
  independent  how many are not copies of each other
  outlets      who published them
  ids          of its articles";

/// What `--help` says behind the options.
pub(crate) fn help() -> String {
    format!("{OUTPUT}\n\n{EXIT_CODES}")
}

/// One line of output for an article.
#[derive(Debug, Serialize)]
struct ArticleLine<'a> {
    id: &'a Value,
    story: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    copy_of: Option<&'a Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<f64>,
}

/// One line of output for a story.
#[derive(Debug, Serialize)]
struct StoryLine<'a> {
    story: usize,
    title: String,
    /// The first and the last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    first: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last: Option<String>,
    articles: usize,
    copies: usize,
    /// Articles that are not copies of each other.
    independent: usize,
    outlets: Vec<&'a str>,
    ids: Vec<&'a Value>,
}

pub(crate) fn run(options: &Options) -> Result<(), Failure> {
    let detector = options.story.detector(&options.detector, options.window)?;
    let input = read_records(&options.input.inputs, &options.reading)?;
    let records = input.records.as_slice();
    // Before the work is done, so that none is lost.
    if let Some(folder) = &options.html {
        place::folder(folder)?;
    }
    let out = Output::open(options.out.as_deref(), &options.input.inputs)?;
    let [left, right] = match options.explain.as_slice() {
        [left, right] => [
            Some(position(records, left)?),
            Some(position(records, right)?),
        ],
        _ => [None; 2],
    };
    let (grouping, stories) = group(options, &detector, records)?;
    let lines = if options.stories {
        write_stories
    } else {
        write_articles
    };
    out.write(|out| lines(out, records, &grouping))?;
    summarise(&input, &grouping, options.copies_only);
    if let (Some(stories), Some(left), Some(right)) = (&stories, left, right)
        && let Some(explanation) = stories.explain(records, left, right)
    {
        eprint!("{explanation}");
    }
    if let Some(folder) = &options.html {
        let pages = pages::write(folder, records, &grouping)?;
        let stories = count(
            pages,
            "story of several articles",
            "stories of several articles",
        );
        eprintln!(
            "{stories} as pages: open {}",
            folder.join("index.html").display()
        );
    }
    Ok(())
}

/// Finds stories, or copies alone.
fn group(
    options: &Options,
    detector: &Detector,
    records: &[Record],
) -> Result<(Grouping, Option<Stories>), Failure> {
    let _progress = Progress::new(
        format!("grouping {}", count(records.len(), "article", "articles")),
        None,
    );
    if options.copies_only {
        let finder = options.detector.copy_finder()?;
        let copies = finder.find(records.len(), |at, shingles| {
            shingles.read_text(&records[at].text);
        });
        return Ok((Grouping::of_copies(&copies, records), None));
    }
    let stories = detector.cluster(records);
    Ok((Grouping::of_stories(&stories, records.len()), Some(stories)))
}

/// The position of an article by its id, given as it stands in the input, without quotes.
fn position(records: &[Record], id: &str) -> Result<usize, Failure> {
    let found = records.iter().position(|record| record.name() == id);
    found.ok_or_else(|| Failure::usage(format!("--explain {id}: no article has this id")))
}

fn write_articles(out: &mut dyn Write, records: &[Record], grouping: &Grouping) -> io::Result<()> {
    for (at, record) in records.iter().enumerate() {
        let copy_of = grouping.copy_of[at]
            .and_then(|at| records.get(at))
            .map(|record| &record.id);
        let score = grouping.score[at].map(|score| (score * 1e4).round() / 1e4);
        let line = ArticleLine {
            id: &record.id,
            story: grouping.of[at],
            copy_of,
            score,
        };
        serde_json::to_writer(&mut *out, &line)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

fn write_stories(out: &mut dyn Write, records: &[Record], grouping: &Grouping) -> io::Result<()> {
    for (number, group) in grouping.groups.iter().enumerate() {
        serde_json::to_writer(&mut *out, &story_line(number, group, records, grouping))?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

fn story_line<'r>(
    number: usize,
    group: &Group,
    records: &'r [Record],
    grouping: &Grouping,
) -> StoryLine<'r> {
    let told: Vec<&Record> = group
        .articles
        .iter()
        .filter_map(|&at| records.get(at))
        .collect();
    let span = pages::span(&told);
    let independent = grouping.independent(group);
    StoryLine {
        story: number,
        title: pages::title(records, group),
        first: span.as_ref().map(|(first, _)| first.clone()),
        last: span.map(|(_, last)| last),
        articles: told.len(),
        copies: told.len() - independent,
        independent,
        outlets: pages::sources(&told),
        ids: told.iter().map(|record| &record.id).collect(),
    }
}

fn summarise(input: &Input, grouping: &Grouping, copies_only: bool) {
    let copies = grouping.copy_of.iter().flatten().count();
    let sizes = || grouping.groups.iter().map(|group| group.articles.len());
    let several = sizes().filter(|&size| size > 1).count();
    let articles = count(input.records.len(), "article", "articles");
    let copies = count(copies, "copy", "copies");
    if copies_only {
        let groups = count(several, "group of copies", "groups of copies");
        eprintln!("{articles}: {copies} in {groups}");
    } else {
        let stories = count(grouping.groups.len(), "story", "stories");
        let largest = sizes().max().unwrap_or(0);
        let several = grouped(several);
        eprintln!(
            "{articles}: {stories}, {several} of several articles (the largest of {largest}), {copies}"
        );
    }
    if let Some(faults) = input.faults.summary() {
        eprintln!("{faults}");
    }
}
