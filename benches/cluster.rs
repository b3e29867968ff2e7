//! From articles to stories: both channels and the grouping.
//!
//! `cargo bench --bench cluster` measures the whole way on news. `-- ratios` tells the CPU time of
//! one thread beside one walk over `unicode_words`, in turns; `-- threads` the time that passes on
//! one thread and on two; `-- growth` shows 10,000 to 500,000 articles, `-- growth 2000000` up to
//! that many; `-- traps` inputs made to be quadratic.

mod common;

use std::hint::black_box;
use std::time::{Duration, Instant};

use common::made::made_up;
use common::{Random, alone, bytes, news, on_threads, seconds, spread};
use criterion::{Criterion, Throughput};
use retold::{Detector, Stories};
use unicode_segmentation::UnicodeSegmentation;

/// Rounds in which a walk over the words and the clustering take turns.
fn ratios() {
    let texts = news();
    let detector = Detector::new();
    let rounds: Vec<[f64; 2]> = (0..5)
        .map(|_| {
            let words = || -> usize { texts.iter().map(|text| text.unicode_words().count()).sum() };
            [
                seconds(words),
                alone(|| seconds(|| detector.cluster(&texts))),
            ]
        })
        .collect();
    let (low, median, high) = spread(rounds.iter().map(|[walk, all]| all / walk));
    println!("{low:.1} {median:.1} {high:.1}  times one walk over unicode_words");
    assert!(low <= 16.0, "too much CPU time");
    let (low, median, high) = spread(rounds.iter().map(|[_, all]| texts.len() as f64 / all));
    println!("{low:.0} {median:.0} {high:.0}  articles a second and core");
}

/// The time that passes on one thread and on two, in turns. Only an idle machine tells the truth.
fn threads() {
    let texts = news();
    let detector = Detector::new();
    let passed = |threads| {
        on_threads(threads, || {
            let start = Instant::now();
            black_box(detector.cluster(&texts));
            start.elapsed().as_secs_f64()
        })
    };
    let (low, median, high) = spread((0..5).map(|_| passed(1) / passed(2)));
    println!("{low:.2} {median:.2} {high:.2}  times as fast on two threads");
}

/// Clusters on one thread and prints what came of it.
fn row(name: &str, texts: &[String]) {
    let detector = Detector::new();
    let mut stories: Option<Stories> = None;
    let taken = alone(|| seconds(|| stories = Some(detector.cluster(texts))));
    let Some(stories) = stories else { return };
    let largest = stories.iter().map(|story| story.articles().len()).max();
    println!(
        "{name:32}{:9}{taken:9.2}{:12.1}{:9}{:9}{:12}{:14}",
        texts.len(),
        taken * 1e6 / texts.len() as f64,
        stories.len(),
        largest.unwrap_or(0),
        stories.candidates(),
        stories.left_out(),
    );
}

fn head() {
    println!(
        "{:32}{:>9}{:>9}{:>12}{:>9}{:>9}{:>12}{:>14}",
        "articles", "number", "CPU s", "µs/article", "stories", "largest", "candidates", "left out"
    );
}

fn growth() {
    let most = std::env::args().find_map(|argument| argument.parse().ok());
    let texts = news();
    head();
    for count in [
        10_000, 30_000, 100_000, 200_000, 500_000, 1_000_000, 2_000_000,
    ] {
        if count <= most.unwrap_or(500_000) {
            row("five tellings of each event", &made_up(&texts, count));
        }
    }
}

/// Articles of one template, in which only names and numbers differ.
fn template(count: usize) -> Vec<String> {
    let frame = Random(2).text(120);
    let mut random = Random(3);
    let mut name = || {
        let letters: String = (0..7)
            .map(|_| (b'a' + random.below(26) as u8) as char)
            .collect();
        format!("N{letters} {}", random.below(100_000))
    };
    (0..count)
        .map(|_| {
            let parts = frame.split_inclusive("x ").enumerate();
            let filled = parts.map(|(at, part)| match at % 20 {
                0 => format!("{part}{} ", name()),
                _ => part.to_owned(),
            });
            filled.collect()
        })
        .collect()
}

/// Articles that all share the same 24 rare words, and little else.
fn same_terms(count: usize) -> Vec<String> {
    let shared: Vec<String> = (0..24)
        .map(|n| format!("Shared{n}word Shared{n}word"))
        .collect();
    let mut random = Random(5);
    (0..count)
        .map(|_| format!("{}. {}", shared.join(", "), random.text(100)))
        .collect()
}

fn traps() {
    head();
    let mut random = Random(1);
    let ten: Vec<String> = (0..100_000).map(|_| random.text(10)).collect();
    row("ten words each", &ten[..50_000]);
    row("ten words each", &ten);
    let identical = vec![random.text(300); 20_000];
    row("all identical", &identical[..10_000]);
    row("all identical", &identical);
    let template = template(20_000);
    row("one template", &template[..10_000]);
    row("one template", &template);
    let same_terms = same_terms(20_000);
    row("24 words in all", &same_terms[..10_000]);
    row("24 words in all", &same_terms);
    let huge = random.text(1_600_000);
    row("one of 5 MB", &[huge[..huge.len() / 2].to_owned()]);
    row("one of 10 MB", &[huge]);
}

fn main() {
    for (name, bench) in [
        ("ratios", ratios as fn()),
        ("threads", threads),
        ("growth", growth),
        ("traps", traps),
    ] {
        if common::asked_for(name) {
            return bench();
        }
    }
    let texts: Vec<String> = news().into_iter().take(5_000).collect();
    let detector = Detector::new();
    let mut criterion = Criterion::default()
        .sample_size(10)
        .measurement_time(Duration::from_secs(10))
        .configure_from_args();
    let mut group = criterion.benchmark_group("cluster");
    group.throughput(Throughput::Bytes(bytes(&texts)));
    group.bench_function("5,000 articles", |b| {
        b.iter(|| detector.cluster(black_box(&texts)));
    });
    group.finish();
    criterion.final_summary();
}
