//! From texts to verified copies.
//!
//! `cargo bench --bench copies` measures the whole way on news. `cargo bench --bench copies --
//! growth` shows the CPU time of one thread, an article, from 10,000 to a million short articles,
//! and on inputs made to be quadratic; `-- ratios` compares with one walk over `unicode_words`.

mod common;

use std::hint::black_box;
use std::time::Duration;

use common::{Random, alone, bytes, news, seconds, spread, turns};
use criterion::{Criterion, Throughput};
use retold::story::{Copies, CopyFinder};
use unicode_segmentation::UnicodeSegmentation;

fn find(texts: &[String]) -> Copies {
    CopyFinder::default().find(texts.len(), |n, shingles| shingles.read_text(&texts[n]))
}

/// Articles of 300 words of which each `every`-th is their own, each with `copies` near copies.
fn template(articles: usize, every: usize, copies: usize) -> Vec<String> {
    let mut random = Random(2);
    let text = random.text(300);
    let common: Vec<&str> = text.split(' ').collect();
    let mut texts = Vec::new();
    while texts.len() < articles {
        let own = random.text(300);
        let own = own.split(' ').enumerate();
        let mut words: Vec<&str> = own
            .map(|(n, own)| if n % every == 0 { own } else { common[n] })
            .collect();
        texts.push(words.join(" "));
        for _ in 0..copies {
            let at = random.below(300);
            words[at] = "changed";
            texts.push(words.join(" "));
        }
    }
    texts
}

fn growth() {
    let mut random = Random(1);
    let mut short = |count: usize, words: usize| -> Vec<String> {
        (0..count).map(|_| random.text(words)).collect()
    };
    let huge = Random(3).text(1_600_000);
    let cases = [
        ("35 words each", short(10_000, 35)),
        ("35 words each", short(100_000, 35)),
        ("35 words each", short(1_000_000, 35)),
        ("10 words each", short(100_000, 10)),
        ("all identical", vec![Random(4).text(300); 20_000]),
        ("a template, all of them copies", template(20_000, 10, 0)),
        ("a template, none of them copies", template(20_000, 7, 0)),
        ("a template, each with one copy", template(20_000, 7, 1)),
        ("two of 10 MB", vec![huge.clone(), huge + " end"]),
    ];
    println!(
        "{:32}{:>10}{:>8}{:>12}{:>10}{:>9}{:>14}",
        "articles of", "articles", "s", "µs/article", "compared", "groups", "left out"
    );
    for (name, texts) in cases {
        let (taken, copies) = alone(|| {
            let mut copies = None;
            let taken = seconds(|| copies = Some(find(&texts)));
            (taken, copies)
        });
        let Some(copies) = copies else { continue };
        println!(
            "{name:32}{:10}{taken:8.2}{:12.1}{:10}{:9}{:14}",
            texts.len(),
            taken * 1e6 / texts.len() as f64,
            copies.candidates(),
            copies.groups().len(),
            copies.left_out(),
        );
    }
}

fn ratios() {
    let texts = news();
    let (low, median, high) = alone(|| {
        let words = || {
            for text in &texts {
                black_box(text.unicode_words().count());
            }
        };
        let rounds = turns([&|| drop(find(&texts)), &words]);
        spread(rounds.iter().map(|[copies, words]| copies / words))
    });
    println!(
        "{low:5.2} {median:5.2} {high:5.2}  times one walk over the words of {} articles",
        texts.len()
    );
}

fn main() {
    if common::asked_for("growth") {
        return growth();
    }
    if common::asked_for("ratios") {
        return ratios();
    }
    let mut criterion = Criterion::default().configure_from_args();
    let texts = news();
    let mut group = criterion.benchmark_group("copies");
    group
        .sample_size(10)
        .measurement_time(Duration::from_secs(4));
    group.throughput(Throughput::Bytes(bytes(&texts)));
    group.bench_function("news", |b| b.iter(|| find(black_box(&texts))));
    group.finish();
    criterion.final_summary();
}
