//! Sentences of real news per second, beside the plain standard.
//!
//! `cargo bench --bench sentences`, with the measuring data in `../shared/data`; without it, on
//! made-up news.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use unicode_segmentation::UnicodeSegmentation;

/// Some megabytes of news.
fn news() -> Vec<String> {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../shared/data/corpus/news.jsonl"
    );
    std::fs::read_to_string(path).map_or_else(
        |_| {
            vec![
                "Mr. Fox left the U.S. on Monday. 12 people stayed, he said. “Why?” she asked.\n"
                    .repeat(50_000),
            ]
        },
        |content| {
            let text = |line| {
                serde_json::from_str::<serde_json::Value>(line).ok()?["text"]
                    .as_str()
                    .map(str::to_owned)
            };
            content.lines().take(3000).filter_map(text).collect()
        },
    )
}

fn split(c: &mut Criterion) {
    let articles = news();
    let mut group = c.benchmark_group("sentences");
    group.throughput(Throughput::Bytes(
        articles.iter().map(String::len).sum::<usize>() as u64,
    ));
    group.sample_size(20);
    group.bench_function("news", |b| {
        b.iter(|| -> usize {
            articles
                .iter()
                .map(|text| retold::text::sentences(black_box(text)).count())
                .sum()
        });
    });
    group.bench_function("unicode_sentences", |b| {
        b.iter(|| -> usize {
            articles
                .iter()
                .map(|text| black_box(text.as_str()).unicode_sentences().count())
                .sum()
        });
    });
    group.finish();
}

criterion_group!(benches, split);
criterion_main!(benches);
