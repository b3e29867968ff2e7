//! Lays the versions of one story side by side, and prints the rows of what says the same as JSON.
//!
//! ```sh
//! cargo run --release --example statements -- STORY.jsonl
//! ```
//!
//! A line of the file is an article: `{"id": …, "text": …}`, and where known `title`, `date`, `source`.

use std::io::{self, Write};
use std::process::ExitCode;

use retold::Article;
use retold::diff;
use serde::Deserialize;
use serde_json::json;

#[derive(Deserialize)]
struct Row {
    id: String,
    text: String,
    title: Option<String>,
    date: Option<String>,
    source: Option<String>,
}

fn main() -> ExitCode {
    match run() {
        Err(message) => {
            eprintln!("statements: {message}");
            ExitCode::from(2)
        }
        Ok(()) => ExitCode::SUCCESS,
    }
}

fn run() -> Result<(), String> {
    let path = std::env::args().nth(1).ok_or("name a file of articles")?;
    let text = std::fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
    let lines = text.lines().enumerate();
    let rows: Vec<Row> = lines
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(at, line)| {
            serde_json::from_str(line).map_err(|error| format!("{path}:{}: {error}", at + 1))
        })
        .collect::<Result<_, _>>()?;
    let articles: Vec<Article<'_>> = rows.iter().map(article).collect();
    let statements = diff::statements(&articles);
    let told = statements.iter().filter(|row| row.len() > 1);
    let rows: Vec<_> = told
        .map(|row| {
            let cells = row.groups().flat_map(|group| {
                let id = &rows[group.version()].id;
                let sentences = group.texts().zip(group.spans());
                sentences.map(
                    move |(text, span)| json!({"article": id, "text": text, "start": span.start}),
                )
            });
            cells.collect::<Vec<_>>()
        })
        .collect();
    writeln!(io::stdout(), "{}", json!({ "rows": rows })).map_err(|error| error.to_string())
}

fn article(row: &Row) -> Article<'_> {
    let mut article = Article::new(&row.text);
    if let Some(title) = &row.title {
        article = article.with_title(title);
    }
    if let Some(source) = &row.source {
        article = article.with_source(source);
    }
    match row.date.as_deref().map(str::parse) {
        Some(Ok(date)) => article.with_date(date),
        _ => article,
    }
}
