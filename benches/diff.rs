//! Comparing versions sentence by sentence: two reports, a story of fifty versions, and texts of very
//! many sentences, all equal, all different, or all of one template.
//!
//! `cargo bench --bench diff` times reports and stories. `-- ratios` tells the CPU time of two reports
//! beside one walk over their words, and fails beyond its bars; `-- growth` shows 25,000 to 100,000
//! sentences, and fails where they are not near linear.

mod common;

use std::hint::black_box;

use common::{seconds, spread, turns};
use criterion::{Criterion, Throughput};
use retold::diff::{Diff, statements};
use unicode_segmentation::UnicodeSegmentation;

/// Walks over the words of two reports that each step may take.
const DIFF: f64 = 8.0;
const VERDICT: f64 = 11.0;
const FACTS: f64 = 16.0;

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

/// Sentences that differ in numbers only, of which each stands in a few of them however many there are.
fn templated(count: usize, from: usize) -> String {
    let sentence = |n: usize| {
        let profit = n * 7 % (count / 3);
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

/// What a reader gets of two reports beside one walk over their words, in turns: a slower machine
/// walks slower too. On that of `benches/README.md` a millisecond is 7.4 walks; the bars lie half as high
/// again as what was measured there.
fn ratios() {
    let walk = || {
        let words = |text: &str| text.unicode_words().count();
        black_box(words(black_box(FIRST)) + words(black_box(SECOND)));
    };
    let diff = || _ = black_box(Diff::between(black_box(FIRST), black_box(SECOND)));
    let verdict = || _ = black_box(retold::compare(black_box(FIRST), black_box(SECOND)));
    let facts = || _ = black_box(retold::compare(FIRST, SECOND).diff().facts());
    let often = |work: &dyn Fn()| (0..200).for_each(|_| work());
    let rounds = turns([
        &|| often(&walk),
        &|| often(&diff),
        &|| often(&verdict),
        &|| often(&facts),
    ]);
    for (at, name, bar) in [
        (1, "diff", DIFF),
        (2, "verdict and diff", VERDICT),
        (3, "verdict, diff and facts", FACTS),
    ] {
        let (low, median, high) = spread(rounds.iter().map(|round| round[at] / round[0]));
        let (best, ..) = spread(rounds.iter().map(|round| round[at] / 200.0 * 1e3));
        println!("{low:.1} {median:.1} {high:.1}  walks over unicode_words, {best:.2} ms: {name}");
        assert!(low <= bar, "{name}: more than {bar} walks");
    }
}

/// How the time grows up to 100,000 sentences. A run of these lasts long enough to be timed once.
fn growth() {
    let equal = |count: usize| {
        let text = "The same sentence again and again.\n".repeat(count);
        [text.clone(), text]
    };
    let template = |count: usize| [templated(count, 0), templated(count, count)];
    let different = |count: usize| [11, 12_345].map(|seed| sentences(count as u64, seed));
    for (kind, texts) in [
        ("equal", &equal as &dyn Fn(usize) -> [String; 2]),
        ("of one template", &template),
        ("different", &different),
    ] {
        let taken = [25_000, 50_000, 100_000].map(|count| {
            let [left, right] = texts(count);
            let taken = seconds(|| Diff::between(black_box(&left), black_box(&right)));
            println!("{count:>6} sentences, {kind}: {taken:.2} s");
            taken
        });
        // Twice per doubling is linear, four times quadratic.
        let twice = (taken[2] / taken[0]).sqrt();
        println!("{twice:.1} times per doubling, {kind}");
        assert!(twice <= 3.0, "{kind}: not near linear");
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

fn main() {
    for (name, bench) in [("ratios", ratios as fn()), ("growth", growth)] {
        if common::asked_for(name) {
            return bench();
        }
    }
    let mut criterion = Criterion::default().configure_from_args();
    two_reports(&mut criterion);
    fifty_versions(&mut criterion);
    many_quotations(&mut criterion);
    criterion.final_summary();
}
