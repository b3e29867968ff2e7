//! Many versions of one report: which sentences say the same, and who has them.

use std::io::{self, Write};

use retold::diff::{Statement, Statements};
use serde::Serialize;
use serde_json::Value;

use crate::record::Record;
use crate::words::{count, one_line};

/// One sentence of one article.
#[derive(Debug, Serialize)]
struct Cell<'a> {
    article: &'a Value,
    text: &'a str,
    /// Where it begins in the text of the article, in bytes.
    start: usize,
}

#[derive(Debug, Serialize)]
struct Table<'a> {
    rows: Vec<Vec<Cell<'a>>>,
}

/// Writes `{"rows": [[{"article", "text", "start"}…]…]}`: a row for each statement, a cell for each
/// sentence that makes it.
pub(crate) fn write_json<'a>(
    out: &mut impl Write,
    records: &'a [Record],
    statements: &Statements<'a>,
) -> io::Result<()> {
    let cells = |row: Statement<'_, 'a>| {
        let groups = row.groups().flat_map(|group| {
            let article = &records[group.version()].id;
            let sentences = group.texts().zip(group.spans());
            sentences.map(move |(text, span)| Cell {
                article,
                text,
                start: span.start,
            })
        });
        groups.collect()
    };
    serde_json::to_writer(
        &mut *out,
        &Table {
            rows: statements.iter().map(cells).collect(),
        },
    )?;
    writeln!(out)
}

/// Writes the versions, what each added to those before it, and every statement with the versions that
/// have it, the most widely told first.
pub(crate) fn write(
    out: &mut impl Write,
    records: &[Record],
    statements: &Statements<'_>,
) -> io::Result<()> {
    writeln!(out, "{}", count(records.len(), "version", "versions"))?;
    for added in statements.timeline() {
        let number = added.version();
        let Some(record) = records.get(number) else {
            continue;
        };
        writeln!(out, "{:>3}. {}", number + 1, headline(record))?;
        for statement in added.statements() {
            writeln!(out, "     + {}", line(&statement))?;
        }
        for pair in added.changed() {
            writeln!(out, "     ~ {}", one_line(&pair.to_string()))?;
        }
    }
    writeln!(out, "\nStatements, the most widely told first")?;
    let mut rows: Vec<_> = statements.iter().collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.len()));
    for row in rows {
        let told_by: Vec<String> = row
            .groups()
            .map(|group| (group.version() + 1).to_string())
            .collect();
        writeln!(
            out,
            "[{}] {}",
            told_by.join(", "),
            one_line(&row.base().to_string())
        )?;
    }
    Ok(())
}

fn line(statement: &Statement<'_, '_>) -> String {
    one_line(&statement.to_string())
}

/// When an article came, and what it is.
pub(crate) fn headline(record: &Record) -> String {
    let date = record
        .date
        .map_or_else(|| "undated".to_owned(), |date| date.to_string());
    // Midnight is what a day without a time comes to.
    let date = date.strip_suffix("T00:00:00Z").unwrap_or(&date).to_owned();
    // A report without a source is called by its id.
    let source = record
        .source
        .clone()
        .filter(|source| *source != record.name());
    let title = record.title.as_ref().map(|title| format!("“{title}”"));
    let parts = [Some(date), source, Some(record.name()), title];
    one_line(&parts.into_iter().flatten().collect::<Vec<_>>().join(" "))
}
