//! A live index of 20,000 articles: what an insertion and a query cost.
//!
//! `cargo bench --bench index`, with the measuring data in `../shared/data`; without it, on made-up
//! news. The ignored tests `soak` measure the same on a million articles.

use std::hint::black_box;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use retold::story::StoryIndex;

const HELD: usize = 20_000;

/// Some more articles than the index holds.
fn news() -> Vec<String> {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../shared/data/corpus/news.jsonl"
    );
    let made_up = || {
        let sentence = |n: usize| {
            format!(
                "Report {n} says that storm {} hit the town of {}. ",
                n / 3,
                n / 9
            )
        };
        (0..HELD + 2_000).map(|n| sentence(n).repeat(20)).collect()
    };
    let text = |line: &str| -> Option<String> {
        let row: serde_json::Value = serde_json::from_str(line).ok()?;
        row["text"].as_str().map(str::to_owned)
    };
    std::fs::read_to_string(path).map_or_else(
        |_| made_up(),
        |content| {
            content
                .lines()
                .take(HELD + 2_000)
                .filter_map(text)
                .collect()
        },
    )
}

fn live(c: &mut Criterion) {
    let articles = news();
    let (held, fresh) = articles.split_at(HELD);
    let mut index = StoryIndex::new();
    for (key, article) in held.iter().enumerate() {
        // The keys differ, so none of them fails.
        _ = index.insert(key, article);
    }
    let mut group = c.benchmark_group("index");
    group.sample_size(30);
    let mut next = fresh.iter().cycle();
    group.bench_function("query", |b| {
        b.iter_batched(
            || next.next(),
            |text| black_box(text.map(|text| index.query(text))),
            BatchSize::SmallInput,
        );
    });
    group.bench_function("copies_of", |b| {
        b.iter_batched(
            || next.next(),
            |text| black_box(text.map(|text| index.copies_of(text))),
            BatchSize::SmallInput,
        );
    });
    let mut key = HELD;
    group.bench_function("insert and remove", |b| {
        b.iter_batched(
            || next.next(),
            |text| {
                key += 1;
                _ = black_box(text.map(|text| index.insert(key, text)));
                index.remove(&key)
            },
            BatchSize::SmallInput,
        );
    });
    group.finish();
    println!(
        "{} bytes an article, {:?}",
        index.memory_usage() / index.len(),
        index.stats()
    );
}

criterion_group!(benches, live);
criterion_main!(benches);
