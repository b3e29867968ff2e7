//! What the benches share: texts, a clock that other work on the machine does not move, and turns.
#![allow(dead_code, reason = "no bench needs all of it")]

pub(crate) mod made;

use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

/// `SplitMix64`.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub(crate) fn below(&mut self, n: usize) -> usize {
        ((u128::from(self.next()) * n as u128) >> 64) as usize
    }

    /// A text of so many words out of 5,000.
    pub(crate) fn text(&mut self, words: usize) -> String {
        let words = (0..words).map(|_| format!("w{}x", self.below(5_000)));
        words.collect::<Vec<_>>().join(" ")
    }
}

/// The articles of the measuring data, or made-up ones in their place.
pub(crate) fn news() -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data/corpus/news.jsonl");
    let Ok(rows) = std::fs::read_to_string(path) else {
        let mut random = Random(1);
        return (0..5_000).map(|_| random.text(250)).collect();
    };
    rows.lines()
        .filter_map(|row| serde_json::from_str::<serde_json::Value>(row).ok())
        .filter_map(|row| Some(row["text"].as_str()?.to_owned()))
        .collect()
}

pub(crate) fn bytes(texts: &[String]) -> u64 {
    texts.iter().map(|text| text.len() as u64).sum()
}

/// The CPU time of this thread where Linux tells it, else the time that has passed.
fn clock(start: Instant) -> Duration {
    let own = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    own.and_then(|line| line.split(' ').next()?.parse().ok())
        .map_or_else(|| start.elapsed(), Duration::from_nanos)
}

/// How many seconds of this thread a call takes.
pub(crate) fn seconds<T>(work: impl FnOnce() -> T) -> f64 {
    let start = Instant::now();
    let before = clock(start);
    black_box(work());
    clock(start).saturating_sub(before).as_secs_f64()
}

/// On one thread, so that its clock tells all the work.
pub(crate) fn alone<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    on_threads(1, work)
}

/// On so many threads, where the library uses threads at all.
pub(crate) fn on_threads<T: Send>(threads: usize, work: impl FnOnce() -> T + Send) -> T {
    #[cfg(feature = "rayon")]
    if let Ok(pool) = rayon::ThreadPoolBuilder::new().num_threads(threads).build() {
        return pool.install(work);
    }
    _ = threads;
    work()
}

/// Takes `ROUNDS` turns at all the work, and returns the seconds of each in each round.
pub(crate) fn turns<const N: usize>(work: [&dyn Fn(); N]) -> Vec<[f64; N]> {
    (0..ROUNDS).map(|_| work.map(seconds)).collect()
}

pub(crate) const ROUNDS: usize = 9;

/// The lowest, the median and the highest of some ratios.
pub(crate) fn spread(ratios: impl Iterator<Item = f64>) -> (f64, f64, f64) {
    let mut ratios: Vec<f64> = ratios.collect();
    ratios.sort_by(f64::total_cmp);
    (
        ratios[0],
        ratios[ratios.len() / 2],
        ratios[ratios.len() - 1],
    )
}

/// Whether the command line asks for something by name.
pub(crate) fn asked_for(name: &str) -> bool {
    std::env::args().any(|argument| argument == name)
}
