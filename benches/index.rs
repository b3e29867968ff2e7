//! A live index as it fills: what an insertion and a query cost, and how much memory it takes.
//!
//! `cargo bench --bench index -- [ARTICLES]` (100,000 unless told), with the measuring data in
//! `../shared/data`; without it, on made-up news. Beyond the end of the data, articles are made of
//! the first half of one and the second half of another, so that words stay as rare as they are.
//!
//! Each call is timed alone and medians are printed, which a busy machine disturbs least.

use std::hint::black_box;
use std::time::{Duration, Instant};

use retold::story::StoryIndex;

/// How many of the latest insertions, and how many queries, a median is taken of.
const TAIL: usize = 5_000;
const PROBES: usize = 1_000;

fn news() -> Vec<String> {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../shared/data/corpus/news.jsonl"
    );
    let made_up = || {
        let sentence = |n: usize| {
            format!(
                "Report {n} says that storm {} hit the town of {}. ",
                n / 3,
                n / 9
            )
        };
        (0..30_000).map(|n| sentence(n).repeat(20)).collect()
    };
    let text = |line: &str| -> Option<String> {
        let row: serde_json::Value = serde_json::from_str(line).ok()?;
        row["text"].as_str().map(str::to_owned)
    };
    let content = std::fs::read_to_string(path);
    content.map_or_else(
        |_| made_up(),
        |content| content.lines().filter_map(text).collect(),
    )
}

/// Article number `n`: the news themselves, then new ones made of halves of these.
fn article(news: &[String], n: usize) -> String {
    if let Some(text) = news.get(n) {
        return text.clone();
    }
    let second = n * 7_919 + n / news.len() * 104_729;
    let (first, second) = (&news[n % news.len()], &news[second % news.len()]);
    let half = |text: &str| {
        let middle = text.len() / 2;
        (0..=middle).rev().find(|&at| text.is_char_boundary(at))
    };
    let (end, start) = (half(first).unwrap_or(0), half(second).unwrap_or(0));
    format!("{}\n{}", &first[..end], &second[start..])
}

fn median(times: &mut [Duration]) -> Duration {
    let middle = times.len() / 2;
    *times.select_nth_unstable(middle).1
}

fn main() {
    let wanted = std::env::args().find_map(|argument| argument.parse().ok());
    let articles: usize = wanted.unwrap_or(100_000);
    let news = news();
    let mut index = StoryIndex::new();
    let (mut inserts, mut bytes) = (Vec::new(), 0);
    let began = Instant::now();
    for n in 0..articles {
        let text = article(&news, n);
        bytes += text.len();
        let started = Instant::now();
        // The keys differ, so none of them fails.
        _ = black_box(index.insert(n, &text));
        inserts.push(started.elapsed());
        let full = n + 1 == articles;
        if full || [1_000, 10_000, 30_000, 100_000, 300_000].contains(&(n + 1)) {
            let elapsed = began.elapsed();
            let (mut queries, mut copies) = (Vec::new(), Vec::new());
            for probe in 0..PROBES {
                // As far from all numbers used, so that no probe is held.
                let text = article(&news, usize::MAX / 16_384 - probe * 31);
                let started = Instant::now();
                black_box(index.copies_of(&text));
                copies.push(started.elapsed());
                let started = Instant::now();
                black_box(index.query(&text));
                queries.push(started.elapsed());
            }
            let latest = inserts.len().saturating_sub(TAIL);
            println!(
                "{:>7} articles of {} bytes: insert {:>6.1?}, copies_of {:>6.1?}, query {:>6.1?}; \
                 {} bytes each, filled in {elapsed:.1?}",
                n + 1,
                bytes / (n + 1),
                median(&mut inserts[latest..]),
                median(&mut copies),
                median(&mut queries),
                index.memory_usage() / index.len(),
            );
        }
    }
    println!("{:?}", index.stats());
}
