//! How many of the pairs that report one event are proposed, and at how many candidates.
//!
//! `cargo bench --bench candidates`, with the measuring data in `../shared/data`: labelled articles
//! mixed into a corpus, under the default limits and others. It fails if the default limits propose
//! less than 93 % of the pairs of one event, or more than 25 candidates an article per 10,000.

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use retold::event::{Background, Candidates, Census, Limits, Terms};

/// A row of a file of articles.
struct Row {
    event: Option<String>,
    terms: Terms,
}

/// The rows of a file whose texts have not been seen yet.
fn rows(name: &str, seen: &mut BTreeSet<String>) -> Option<Vec<Row>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../shared/data")
        .join(name);
    let content = std::fs::read_to_string(path).ok()?;
    let values = content
        .lines()
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
    let mut rows = Vec::new();
    for value in values {
        let text = value["text"].as_str()?;
        let event = value["event"].as_str();
        if seen.insert(text.to_owned()) || event.is_some() {
            rows.push(Row {
                event: event.map(|event| format!("{name} {event}")),
                terms: Terms::of(value["title"].as_str(), text),
            });
        }
    }
    Some(rows)
}

/// The pairs of one event, by file.
fn wanted(rows: &[Row]) -> BTreeMap<&str, BTreeSet<(usize, usize)>> {
    let mut events: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, row) in rows.iter().enumerate() {
        if let Some(event) = &row.event {
            events.entry(event).or_default().push(at);
        }
    }
    let mut pairs: BTreeMap<&str, BTreeSet<(usize, usize)>> = BTreeMap::new();
    for (event, articles) in events {
        let file = event.split(' ').next().unwrap_or_default();
        let pairs = pairs.entry(file).or_default();
        for (n, &low) in articles.iter().enumerate() {
            pairs.extend(articles[n + 1..].iter().map(|&high| (low, high)));
        }
    }
    pairs
}

fn main() {
    let mut seen = BTreeSet::new();
    let mut all = Vec::new();
    for name in [
        "stories/fnc.jsonl",
        "stories/ecb.jsonl",
        "stories/gva.jsonl",
        "corpus/news.jsonl",
    ] {
        let Some(rows) = rows(name, &mut seen) else {
            println!("skipped: the measuring data has no {name} here");
            return;
        };
        all.extend(rows);
    }
    let wanted = wanted(&all);
    let census = Census::of(Background::english(), all.iter().map(|row| &row.terms));
    println!("{} articles; recall of the pairs of one event", all.len());
    println!(
        "terms shared  list  most | candidates an article, per 10,000 articles | recall by file, CPU time an article"
    );
    let default = Limits::default();
    let mut settings = vec![default];
    for (terms, shared, list, candidates) in [
        (16, 2, 500, 48),
        (20, 2, 500, 48),
        (32, 2, 500, 48),
        (32, 3, 500, 48),
        (24, 2, 125, 48),
        (24, 2, 250, 48),
        (24, 2, 1_000, 48),
        (24, 2, 500, 24),
        (24, 2, 500, 32),
        (24, 2, 500, 64),
        (24, 2, 500, 80),
        (24, 2, 500, 160),
    ] {
        let mut limits = default;
        limits.terms = terms;
        limits.shared = shared;
        limits.list = list;
        limits.candidates = candidates;
        settings.push(limits);
    }
    for limits in settings {
        let mut candidates = Candidates::default();
        let seconds = common::alone(|| {
            let terms = all.iter().map(|row| &row.terms);
            common::seconds(|| candidates = Candidates::of(terms, &census, limits))
        });
        let found: BTreeSet<(usize, usize)> = candidates.pairs().collect();
        let each = candidates.proposed() as f64 / all.len() as f64;
        let scaled = each * 10_000.0 / all.len() as f64;
        assert!(limits != default || scaled <= 25.0, "too many candidates");
        print!(
            "{:5} {:6} {:5} {:5} | {each:6.1} {scaled:6.1} | ",
            limits.terms, limits.shared, limits.list, limits.candidates,
        );
        for (file, pairs) in &wanted {
            let recall = pairs.intersection(&found).count() as f64 / pairs.len() as f64;
            print!("{file} {recall:.4}  ");
            assert!(limits != default || recall >= 0.93, "too few of {file}");
        }
        println!("{:.0} µs", seconds * 1e6 / all.len() as f64);
    }
}
