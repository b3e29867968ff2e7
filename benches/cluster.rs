//! From articles to stories: both channels and the grouping.
//!
//! `cargo bench --bench cluster` measures the whole way; `-- ratios` tells the CPU time of one
//! thread beside one walk over `unicode_words`, in turns.

mod common;

use std::hint::black_box;
use std::time::Duration;

use common::{bytes, news, seconds};
use criterion::{Criterion, Throughput};
use retold::Detector;
use unicode_segmentation::UnicodeSegmentation;

/// On one thread, so that its clock tells all the work.
fn alone<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    #[cfg(feature = "rayon")]
    if let Ok(pool) = rayon::ThreadPoolBuilder::new().num_threads(1).build() {
        return pool.install(work);
    }
    work()
}

/// Rounds in which a walk over the words and the clustering take turns.
fn ratios() {
    let texts = news();
    let detector = Detector::new();
    let mut found: Vec<(f64, f64)> = (0..3)
        .map(|_| {
            let walk = || {
                texts
                    .iter()
                    .map(|text| text.unicode_words().count())
                    .sum::<usize>()
            };
            let (walk, all) = (
                seconds(walk),
                alone(|| seconds(|| detector.cluster(&texts))),
            );
            (all / walk, texts.len() as f64 / all)
        })
        .collect();
    found.sort_by(|a, b| a.0.total_cmp(&b.0));
    for (ratio, rate) in found {
        println!("{ratio:.1} walks over unicode_words; {rate:.0} articles a second");
    }
}

fn main() {
    if std::env::args().any(|argument| argument == "ratios") {
        return ratios();
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
