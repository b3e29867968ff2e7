//! Band keys, tables and candidates: `cargo bench --bench banding`.

mod common;

use std::hint::black_box;
use std::time::Duration;

use common::Random;
use criterion::{Criterion, Throughput};
use retold::lsh::{BandKeys, BandTable, Banding};
use retold::sketch::{MinHasher, Signature};

/// Signatures of articles of 100 shingles, one in ten of them a near copy of the one before.
fn signatures(count: usize) -> Vec<Signature> {
    let hasher = MinHasher::default();
    let mut random = Random(1);
    let mut shingles: Vec<u64> = Vec::new();
    let mut next = |n: usize| {
        if n.is_multiple_of(10) {
            for shingle in shingles.iter_mut().take(10) {
                *shingle = random.next();
            }
        } else {
            shingles = (0..100).map(|_| random.next()).collect();
        }
        hasher.signature(&shingles)
    };
    (1..=count).map(&mut next).collect()
}

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    let banding = Banding::plan(&MinHasher::default(), 0.5, 0.95).expect("a plan that exists");
    let signatures = signatures(100_000);
    let mut keys = BandKeys::new(banding.bands());
    for signature in &signatures {
        keys.push(&banding.band_keys(signature));
    }
    let all: Vec<Vec<u64>> = signatures
        .iter()
        .map(|signature| banding.band_keys(signature))
        .collect();
    let filled = || {
        let mut table = BandTable::new();
        for (number, keys) in all.iter().enumerate() {
            table.insert(number, keys);
        }
        table
    };
    let table = filled();

    let mut group = criterion.benchmark_group("banding");
    group
        .sample_size(10)
        .measurement_time(Duration::from_secs(2));
    group.throughput(Throughput::Elements(signatures.len() as u64));
    group.bench_function("keys", |b| {
        let mut keys = Vec::new();
        b.iter(|| {
            for signature in &signatures {
                banding.band_keys_into(black_box(signature), &mut keys);
                black_box(&keys);
            }
        });
    });
    group.bench_function("candidates", |b| b.iter(|| black_box(&keys).candidates(32)));
    group.bench_function("table", |b| b.iter(|| black_box(filled())));
    group.throughput(Throughput::Elements(1_000));
    let queries: Vec<Vec<u64>> = signatures
        .iter()
        .step_by(100)
        .map(|signature| banding.band_keys(signature))
        .collect();
    group.bench_function("find", |b| {
        b.iter(|| {
            queries
                .iter()
                .map(|query| table.find(black_box(query), 256).articles.len())
                .sum::<usize>()
        });
    });
    group.finish();
    criterion.final_summary();
}
