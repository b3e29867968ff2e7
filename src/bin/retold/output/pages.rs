//! Groups of articles as web pages: one each for those of several articles, and an index.

use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use retold::diff::{Diff, statements};
use retold::view::{Entry, Page};
use retold::{Article, AsArticle, text};

use super::grouping::{Group, Grouping};
use crate::failure::Failure;
use crate::progress::Progress;
use crate::record::Record;
use crate::words::{grouped, one_line, shortened};

/// Versions on one page: a table of more columns is for machines.
const MOST_VERSIONS: usize = 50;

/// Writes `index.html` and a page for each group of several articles; says how many groups.
pub(crate) fn write(
    folder: &Path,
    records: &[Record],
    grouping: &Grouping,
) -> Result<usize, Failure> {
    let mut several: Vec<(usize, &Group)> = grouping.groups.iter().enumerate().collect();
    several.retain(|(_, group)| group.articles.len() > 1);
    several.sort_by_key(|(number, group)| (std::cmp::Reverse(group.articles.len()), *number));
    remove_old(folder)?;
    let progress = Progress::new("writing pages", Some(several.len() as u64));
    let next = AtomicUsize::new(0);
    let failure = Mutex::new(None);
    let work = || {
        while let Some(&(number, group)) = several.get(next.fetch_add(1, Ordering::Relaxed)) {
            let told = in_order(records, group);
            let path = folder.join(name(number));
            let page = page(&title(records, group), &told);
            if let Err(error) = std::fs::write(&path, page) {
                next.store(several.len(), Ordering::Relaxed);
                let failure = failure.lock();
                failure
                    .unwrap_or_else(std::sync::PoisonError::into_inner)
                    .get_or_insert(Failure::file(&path, error));
            }
            progress.step();
        }
    };
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(work);
        }
    });
    if let Some(failure) = failure
        .into_inner()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
    {
        return Err(failure);
    }
    let entries: Vec<Entry> = several
        .iter()
        .map(|&(number, group)| {
            let told = in_order(records, group);
            let day = span(&told).map(|(first, _)| first).unwrap_or_default();
            Entry::new(name(number), title(records, group), told.len())
                .day(day)
                .note(note(&told))
                .line(line(records, group))
        })
        .collect();
    let index = folder.join("index.html");
    let page = Page::new().title("Stories").index(&entries);
    std::fs::write(&index, page).map_err(|error| Failure::file(&index, error))?;
    Ok(entries.len())
}

/// Removes the pages of stories that an earlier run wrote, so that none of them stands beside the new
/// ones. Only a file of such a name that is a page of ours goes.
fn remove_old(folder: &Path) -> Result<(), Failure> {
    let files = std::fs::read_dir(folder).map_err(|error| Failure::file(folder, error))?;
    for path in files.flatten().map(|file| file.path()) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let number = name
            .strip_prefix("story-")
            .and_then(|name| name.strip_suffix(".html"));
        let is_story =
            number.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()));
        if is_story && std::fs::read_to_string(&path).is_ok_and(|page| page.contains(MARK)) {
            std::fs::remove_file(&path).map_err(|error| Failure::file(&path, error))?;
        }
    }
    Ok(())
}

/// What every page of a story has: the way back to the index.
const MARK: &str = "href=\"index.html\"";

fn name(number: usize) -> String {
    format!("story-{number}.html")
}

/// The articles of a group, those with a date first and by date.
fn in_order<'r>(records: &'r [Record], group: &Group) -> Vec<&'r Record> {
    let positions = group.articles.iter();
    let mut told: Vec<&Record> = positions.filter_map(|&at| records.get(at)).collect();
    told.sort_by_key(|record| (record.date.is_none(), record.date));
    told
}

/// What to call a group: the headline of the article shown for it, else of the first that has one, or its first sentence.
pub(crate) fn title(records: &[Record], group: &Group) -> String {
    let Some(record) = records.get(group.shown) else {
        return String::new();
    };
    // A headline of another article says more than a first sentence.
    let others = group.articles.iter().filter_map(|&at| records.get(at));
    let mut titles = std::iter::once(record).chain(others);
    if let Some(title) = titles.find_map(|record| record.title.as_ref()) {
        return one_line(title).trim().to_owned();
    }
    let first = text::sentences(&record.text).next();
    let sentence = first.and_then(|first| record.text.get(first.span()));
    shortened(one_line(sentence.unwrap_or("A story")).trim(), 140)
}

/// What the article shown for a group says first, behind its headline.
fn line(records: &[Record], group: &Group) -> String {
    let Some(record) = records.get(group.shown) else {
        return String::new();
    };
    let prose = text::sentences(&record.text)
        .filter(|sentence| sentence.kind == text::SentenceKind::Prose)
        .nth(usize::from(record.title.is_none()));
    let sentence = prose.and_then(|sentence| record.text.get(sentence.span()));
    shortened(one_line(sentence.unwrap_or_default()).trim(), 140)
}

/// The first and the last day, where any is known.
pub(crate) fn span(told: &[&Record]) -> Option<(String, String)> {
    let day = |record: &&Record| {
        let date = record.date.map(|date| date.to_string());
        date.and_then(|date| date.get(.."YYYY-MM-DD".len()).map(str::to_owned))
    };
    let days = || told.iter().filter_map(day);
    Some((days().min()?, days().max()?))
}

/// Who tells it, as far as known, in order.
pub(crate) fn sources<'r>(told: &[&'r Record]) -> Vec<&'r str> {
    let mut sources: Vec<&str> = told
        .iter()
        .filter_map(|record| record.source.as_deref())
        .collect();
    sources.sort_unstable();
    sources.dedup();
    sources
}

/// From when to when, and who tells it.
fn note(told: &[&Record]) -> String {
    let when = span(told).map(|(first, last)| {
        if first == last {
            first
        } else {
            format!("{first} to {last}")
        }
    });
    let sources = sources(told);
    let who = match sources.as_slice() {
        [] => None,
        few if few.len() <= 5 => Some(few.join(", ")),
        many => Some(format!(
            "{} and {} more",
            many[..5].join(", "),
            many.len() - 5
        )),
    };
    when.into_iter().chain(who).collect::<Vec<_>>().join(" · ")
}

fn page(title: &str, told: &[&Record]) -> String {
    let names: Vec<String> = told.iter().map(|record| record.name()).collect();
    let articles: Vec<Article<'_>> = told
        .iter()
        .zip(&names)
        .map(|(record, name)| match record.source {
            Some(_) => record.as_article(),
            None => record.as_article().with_source(name),
        })
        .take(MOST_VERSIONS)
        .collect();
    let mut page = Page::new().title(title).up("index.html", "All stories");
    if told.len() > MOST_VERSIONS {
        page = page.figure("articles, the earliest of them below", grouped(told.len()));
    }
    match articles.as_slice() {
        [left, right] => page.diff(&Diff::between(left, right)),
        versions => page.statements(&statements(versions)),
    }
}
