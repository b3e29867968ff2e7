//! Sentences of real news, beside the plain standard.
//!
//! `cargo bench --bench sentences` measures the throughput, with the measuring data in
//! `../shared/data`; without it, on made-up texts. `-- ratios` tells how many times as fast as
//! `unicode_sentences` it is, in turns, and fails below its bar.

mod common;

use std::hint::black_box;

use common::{bytes, news, spread, turns};
use criterion::{Criterion, Throughput};
use unicode_segmentation::UnicodeSegmentation;

fn ours(texts: &[String]) -> usize {
    let count = |text: &String| retold::text::sentences(black_box(text)).count();
    texts.iter().map(count).sum()
}

fn standard(texts: &[String]) -> usize {
    let count = |text: &String| black_box(text.as_str()).unicode_sentences().count();
    texts.iter().map(count).sum()
}

/// 100 MB a second are asked for; the standard alone does some 40 where that can be reached.
const LEAST: f64 = 2.5;

fn ratios(texts: &[String]) {
    let rounds = turns([&|| _ = black_box(ours(texts)), &|| {
        _ = black_box(standard(texts));
    }]);
    let (low, median, high) = spread(rounds.iter().map(|[ours, standard]| standard / ours));
    println!("{low:.2} {median:.2} {high:.2}  times as fast as unicode_sentences");
    let rate = |[ours, _]: &[f64; 2]| bytes(texts) as f64 / ours / 1e6;
    let (slow, middle, fast) = spread(rounds.iter().map(rate));
    println!("{slow:.0} {middle:.0} {fast:.0}  MB/s");
    assert!(high >= LEAST, "less than {LEAST} times as fast");
}

fn main() {
    let texts: Vec<String> = news().into_iter().take(3_000).collect();
    if common::asked_for("ratios") {
        return ratios(&texts);
    }
    let mut criterion = Criterion::default().sample_size(20).configure_from_args();
    let mut group = criterion.benchmark_group("sentences");
    group.throughput(Throughput::Bytes(bytes(&texts)));
    group.bench_function("news", |b| b.iter(|| ours(&texts)));
    group.bench_function("unicode_sentences", |b| b.iter(|| standard(&texts)));
    group.finish();
    criterion.final_summary();
}
