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
    let date = row.date.as_deref().and_then(|date| date.parse().ok());
    Article::new(&row.text)
        .with_title(row.title.as_deref())
        .with_source(row.source.as_deref())
        .with_date(date)
}
