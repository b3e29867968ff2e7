//! Stories as web pages: one each for those that more than one article tells, and an index.

use std::path::Path;

use retold::diff::{Diff, statements};
use retold::view::{Entry, Page};
use retold::{Article, AsArticle, Stories, Story, text};
use serde_json::Value;

use crate::common::Row;

/// Tellings on one page: a table of more columns is for machines.
const MOST_VERSIONS: usize = 50;

/// Writes `index.html` and a page for each story of several articles; says how many stories.
pub(crate) fn write(folder: &Path, rows: &[Row], stories: &Stories) -> Result<usize, String> {
    let save = |name: &str, page: String| {
        let path = folder.join(name);
        std::fs::write(&path, page).map_err(|error| format!("{}: {error}", path.display()))
    };
    std::fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut several: Vec<(usize, &Story)> = stories.iter().enumerate().collect();
    several.retain(|(_, story)| story.articles().len() > 1);
    several.sort_by_key(|(number, story)| (std::cmp::Reverse(story.articles().len()), *number));
    let mut entries = Vec::new();
    for (number, story) in several {
        let told = in_order(rows, story);
        let (name, title) = (format!("story-{number}.html"), title(&told));
        let note = note(&told);
        save(&name, page(&title, &told))?;
        entries.push(Entry::new(name, title, told.len()).note(note));
    }
    save("index.html", Page::new().title("Stories").index(&entries))?;
    Ok(entries.len())
}

/// The articles of a story, those with a date first and by date.
fn in_order<'r>(rows: &'r [Row], story: &Story) -> Vec<&'r Row> {
    let positions = story.articles().iter();
    let mut told: Vec<&Row> = positions.filter_map(|&at| rows.get(at)).collect();
    told.sort_by_key(|row| (row.date.is_none(), row.date));
    told
}

/// The newest headline, or the first sentence.
fn title(told: &[&Row]) -> String {
    let headline = told.iter().rev().find_map(|row| row.title.clone());
    headline.unwrap_or_else(|| {
        let text = told.first().map_or("", |row| &row.text);
        let first = text::sentences(text).next();
        let sentence = first.and_then(|first| text.get(first.span()));
        sentence.unwrap_or("A story").to_owned()
    })
}

/// From when to when, and who tells it, as far as known.
fn note(told: &[&Row]) -> String {
    let mut days: Vec<String> = told
        .iter()
        .filter_map(|row| row.date)
        .map(|date| date.to_string())
        .collect();
    for day in &mut days {
        day.truncate("YYYY-MM-DD".len());
    }
    days.sort();
    days.dedup();
    let mut sources: Vec<&str> = told
        .iter()
        .filter_map(|row| row.source.as_deref())
        .collect();
    sources.sort_unstable();
    sources.dedup();
    let when = match days.as_slice() {
        [] => None,
        [day] => Some(day.clone()),
        [first, .., last] => Some(format!("{first} to {last}")),
    };
    let who = match sources.as_slice() {
        [] => None,
        few if few.len() <= 5 => Some(few.join(", ")),
        many => Some(format!(
            "{} and {} more",
            many[..5].join(", "),
            many.len() - 5
        )),
    };
    let known: Vec<String> = when.into_iter().chain(who).collect();
    known.join(" · ")
}

fn page(title: &str, told: &[&Row]) -> String {
    let ids: Vec<String> = told.iter().map(|row| id(&row.id)).collect();
    let articles: Vec<Article<'_>> = told
        .iter()
        .zip(&ids)
        .map(|(row, id)| match row.source {
            Some(_) => row.as_article(),
            None => row.as_article().with_source(id),
        })
        .take(MOST_VERSIONS)
        .collect();
    let mut page = Page::new().title(title).up("index.html", "All stories");
    if told.len() > MOST_VERSIONS {
        page = page.figure(
            "articles, the earliest of them below",
            told.len().to_string(),
        );
    }
    match articles.as_slice() {
        [left, right] => page.diff(&Diff::between(left, right)),
        versions => page.statements(&statements(versions)),
    }
}

fn id(id: &Value) -> String {
    id.as_str().map_or_else(|| id.to_string(), str::to_owned)
}
