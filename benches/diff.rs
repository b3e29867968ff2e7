//! Comparing versions sentence by sentence: two reports, a story of fifty versions, and texts of very
//! many sentences, all equal, all different, or all of one template.
//!
//! `cargo bench --bench diff`

use std::hint::black_box;
use std::time::Instant;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use retold::diff::{Diff, statements};

const FIRST: &str = include_str!("reports/first.txt");
const SECOND: &str = include_str!("reports/second.txt");

/// Sentences of made-up words, no two alike; equal seeds give equal sentences. There are four times as
/// many words as sentences, so that each stands in a few of them however many there are.
fn sentences(count: u64, seed: u64) -> String {
    let (mut state, words) = (seed | 1, 4 * count.max(100));
    let mut sentence = || {
        let mut text = String::new();
        for _ in 0..12 {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            text.push('w');
            text.push_str(&(state % words).to_string());
            text.push(' ');
        }
        text + "end.\n"
    };
    (0..count).map(|_| sentence()).collect()
}

/// Sentences that differ in numbers only.
fn templated(count: usize, from: usize) -> String {
    let sentence = |n: usize| {
        let profit = n * 7 % 9973;
        format!(
            "The company with number {n} reported a profit of {profit} million dollars on Monday.\n"
        )
    };
    (from..from + count).map(sentence).collect()
}

/// Two reports of 600 words, of which most is told by both.
fn two_reports(c: &mut Criterion) {
    let mut group = c.benchmark_group("two reports");
    group.throughput(Throughput::Bytes((FIRST.len() + SECOND.len()) as u64));
    group.bench_function("diff", |b| {
        b.iter(|| Diff::between(black_box(FIRST), black_box(SECOND)));
    });
    group.bench_function("verdict and diff", |b| {
        b.iter(|| retold::compare(black_box(FIRST), black_box(SECOND)));
    });
    group.bench_function("verdict, diff and facts", |b| {
        b.iter(|| {
            retold::compare(black_box(FIRST), black_box(SECOND))
                .diff()
                .facts()
        });
    });
    group.finish();
}

fn fifty_versions(c: &mut Criterion) {
    let lines: Vec<&str> = FIRST
        .lines()
        .chain(SECOND.lines())
        .filter(|l| !l.is_empty())
        .collect();
    let version = |n: usize| -> String {
        let kept = lines
            .iter()
            .enumerate()
            .filter(|(at, _)| !(at * 7 + n * 3).is_multiple_of(5));
        let own = sentences(6, n as u64 + 1);
        kept.map(|(_, line)| *line).collect::<Vec<_>>().join("\n") + "\n" + &own
    };
    let versions: Vec<String> = (0..50).map(version).collect();
    let mut group = c.benchmark_group("statements");
    group.throughput(Throughput::Bytes(
        versions.iter().map(String::len).sum::<usize>() as u64,
    ));
    group.sample_size(10);
    group.bench_function("fifty versions", |b| {
        b.iter(|| statements(black_box(&versions)));
    });
    group.finish();
}

/// How the time grows up to 100,000 sentences. A run of these lasts long enough to be timed once.
fn very_many(_: &mut Criterion) {
    for count in [25_000, 50_000, 100_000] {
        let equal = "The same sentence again and again.\n".repeat(count);
        let pairs = [
            ("equal", equal.clone(), equal),
            (
                "of one template",
                templated(count, 0),
                templated(count, count),
            ),
            (
                "different",
                sentences(count as u64, 11),
                sentences(count as u64, 12_345),
            ),
        ];
        for (kind, left, right) in &pairs {
            let start = Instant::now();
            black_box(Diff::between(black_box(left), black_box(right)));
            println!("{count:>6} sentences, {kind}: {:.2?}", start.elapsed());
        }
    }
}

/// As many quotations on each side, all different.
fn many_quotations(c: &mut Criterion) {
    let mut group = c.benchmark_group("many quotations");
    group.sample_size(10);
    for count in [1_000, 2_000, 4_000] {
        let said = |seed| -> String {
            let lines = sentences(count, seed);
            let marked = lines.lines().flat_map(|line| ["“", line, "” she said.\n"]);
            marked.collect()
        };
        let (left, right) = (said(3), said(12_347));
        group.throughput(Throughput::Elements(2 * count));
        group.bench_function(count.to_string(), |b| {
            b.iter(|| {
                Diff::between(black_box(&left), black_box(&right))
                    .quotes()
                    .len()
            });
        });
    }
    group.finish();
}

criterion_group!(
    benches,
    two_reports,
    fifty_versions,
    very_many,
    many_quotations
);
criterion_main!(benches);
