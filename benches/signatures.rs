//! From texts to signatures.
//!
//! `cargo bench --bench signatures` measures the stages and the sketch alone. `cargo bench --bench
//! signatures -- ratios` takes turns, nine rounds in the CPU time of one thread, at the whole path,
//! at its first part (words folded and hashed) and at the same work done plainly: `unicode_words`,
//! the same folding and hashing, and the sketch as the paper has it.

mod common;

use std::hint::black_box;
use std::time::Duration;

use common::{Random, bytes, news, spread, turns};
use criterion::{BenchmarkId, Criterion, Throughput};
use retold::sketch::MinHasher;
use retold::{hash, text};
use unicode_segmentation::UnicodeSegmentation;

fn hashed_words(texts: &[String]) {
    let mut tokens = Vec::new();
    for text in texts {
        text::tokenize_into(text, &mut tokens);
        black_box(&tokens);
    }
}

fn shingles(texts: &[String]) {
    let mut shingles = MinHasher::default().shingles();
    for text in texts {
        shingles.read_text(text);
        black_box(shingles.hashes());
    }
}

fn signatures(texts: &[String]) {
    let hasher = MinHasher::default();
    let (mut shingles, mut signature) = (hasher.shingles(), hasher.empty());
    for text in texts {
        shingles.read_text(text);
        hasher.sign(shingles.hashes(), &mut signature);
        black_box(&signature);
    }
}

/// The same by hand.
fn plain_signatures(texts: &[String]) {
    let (mut folded, mut words, mut shingles) = (String::new(), Vec::new(), Vec::new());
    for text in texts {
        words.clear();
        for word in text.unicode_words() {
            folded.clear();
            text::fold(word, &mut folded);
            words.push(hash::bytes(folded.as_bytes()));
        }
        shingles.clear();
        let n = words.len().clamp(1, 3);
        shingles.extend(words.windows(n).map(hash::sequence));
        black_box(plain_sketch(&shingles));
    }
}

/// Fast Similarity Sketching with a hash for each round, into slots that are still free.
fn plain_sketch(shingles: &[u64]) -> [u32; 128] {
    let mut slots = [u32::MAX; 128];
    let mut filled = [false; 128];
    let mut round = 0;
    while round < 128 && filled.contains(&false) {
        let free = filled.map(|filled| !filled);
        for &shingle in shingles {
            let w = if round == 0 {
                shingle
            } else {
                hash::join(shingle, round)
            };
            let slot = (w >> 57) as usize;
            if free[slot] {
                filled[slot] = true;
                slots[slot] = slots[slot].min(w as u32);
            }
        }
        round += 1;
        if shingles.is_empty() {
            break;
        }
    }
    slots
}

fn criterion_groups(c: &mut Criterion) {
    let mut texts = news();
    // As many tell the speed, and the slower side is done sooner.
    texts.truncate(3_000);
    let mut group = c.benchmark_group("signatures");
    group.throughput(Throughput::Bytes(bytes(&texts)));
    group
        .sample_size(10)
        .warm_up_time(Duration::from_millis(300));
    group.measurement_time(Duration::from_secs(2));
    for (name, stage) in [
        ("words hashed", hashed_words as fn(&[String])),
        ("shingles", shingles),
        ("signatures", signatures),
        ("plain signatures", plain_signatures),
    ] {
        group.bench_function(BenchmarkId::from_parameter(name), |b| {
            b.iter(|| stage(black_box(&texts)));
        });
    }
    group.finish();

    let mut group = c.benchmark_group("sketch of shingles");
    group
        .sample_size(20)
        .measurement_time(Duration::from_secs(1));
    let mut random = Random(2);
    for (slots, count) in [
        (128, 50),
        (128, 250),
        (128, 1_000),
        (256, 250),
        (1_024, 250),
    ] {
        let hasher = MinHasher::new(slots, 3).expect("a size in range");
        let shingles: Vec<u64> = (0..count).map(|_| random.next()).collect();
        let mut signature = hasher.empty();
        group.throughput(Throughput::Elements(count));
        group.bench_function(BenchmarkId::new(format!("{slots} slots"), count), |b| {
            b.iter(|| hasher.sign(black_box(&shingles), &mut signature));
        });
    }
    group.finish();
}

fn ratios() {
    let texts = news();
    let rounds = turns([
        &|| hashed_words(&texts),
        &|| shingles(&texts),
        &|| signatures(&texts),
        &|| plain_signatures(&texts),
    ]);
    let nanoseconds = |stage: usize| {
        let best = rounds
            .iter()
            .map(|round| round[stage])
            .fold(f64::MAX, f64::min);
        best * 1e9 / bytes(&texts) as f64
    };
    for (stage, name) in [
        "words hashed",
        "+ shingles",
        "+ signatures",
        "plain signatures",
    ]
    .iter()
    .enumerate()
    {
        println!(
            "{name:20}{:6.2} ns/byte {:6.0} MB/s",
            nanoseconds(stage),
            1e3 / nanoseconds(stage)
        );
    }
    println!(
        "the sketch alone    {:6.2} ns/byte",
        nanoseconds(2) - nanoseconds(1)
    );
    for (name, bar, (low, median, high)) in [
        (
            "times as fast as the plain way",
            3.5,
            spread(rounds.iter().map(|round| round[3] / round[2])),
        ),
        (
            "of the speed of hashing words",
            0.45,
            spread(rounds.iter().map(|round| round[0] / round[2])),
        ),
    ] {
        let verdict = if median >= bar { "reached" } else { "MISSED" };
        println!("{low:5.2} {median:5.2} {high:5.2}  {name} (at least {bar}: {verdict})");
    }
}

fn main() {
    if common::asked_for("ratios") {
        return ratios();
    }
    let mut criterion = Criterion::default().configure_from_args();
    criterion_groups(&mut criterion);
    criterion.final_summary();
}
