//! A live index as it fills: what an insertion and a query cost, and how much memory it takes.
//!
//! `cargo bench --bench index -- [ARTICLES]` (100,000 unless told) fills two of them: one with
//! articles of about 60 words, those of the soak test; one with full-length news, from the measuring
//! data in `../shared/data` or made up without it. Beyond the end of the data, articles are made of
//! the first half of one and the second half of another, so that words stay as rare as they are.
//!
//! Each call is timed alone and medians are printed. Fails where one is above its bar: these are
//! what an idle machine keeps, without anything added for a busy one, so run it alone.

mod common;
#[path = "../tests/it/generated.rs"]
mod generated;

use std::hint::black_box;
use std::time::{Duration, Instant};

use retold::AsArticle;
use retold::story::StoryIndex;

/// How many of the latest insertions, and how many queries, a median is taken of.
const TAIL: usize = 5_000;
const PROBES: usize = 1_000;
/// Words of a short article, about as many as an agency's flash has.
const WORDS: usize = 60;

/// More than these the medians, and the bytes an article, must not be.
struct Bars {
    insert: Duration,
    copies: Duration,
    query: Duration,
    bytes: usize,
}

const SHORT: Bars = Bars {
    insert: Duration::from_micros(60),
    copies: Duration::from_micros(20),
    query: Duration::from_millis(1),
    bytes: 3_072,
};
const FULL_LENGTH: Bars = Bars {
    insert: Duration::from_micros(250),
    copies: Duration::from_micros(60),
    query: Duration::from_millis(1),
    bytes: 3_072,
};

/// Full-length article number `n`: the news themselves, then new ones made of halves of these.
fn full_length(news: &[String], n: usize) -> String {
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

fn timed<T>(work: impl FnOnce() -> T) -> Duration {
    let started = Instant::now();
    black_box(work());
    started.elapsed()
}

/// Fills an index with `articles`, and asks it about `probe`s along the way.
fn fill<A: AsArticle>(
    name: &str,
    bars: &Bars,
    articles: usize,
    article: impl Fn(usize) -> A,
    probe: impl Fn(usize) -> A,
) {
    println!("{name}");
    let mut index = StoryIndex::new();
    let (mut inserts, mut bytes) = (Vec::new(), 0);
    for n in 0..articles {
        let article = article(n);
        bytes += article.as_article().text().len();
        // The keys differ, so none of them fails.
        inserts.push(timed(|| index.insert(n, &article)));
        let full = n + 1 == articles;
        if !full && ![1_000, 10_000, 30_000, 100_000, 300_000].contains(&(n + 1)) {
            continue;
        }
        let (mut queries, mut copies) = (Vec::new(), Vec::new());
        for probe in (0..PROBES).map(&probe) {
            copies.push(timed(|| index.copies_of(&probe)));
            queries.push(timed(|| index.query(&probe)));
        }
        let latest = inserts.len().saturating_sub(TAIL);
        let latest = &mut inserts[latest..];
        let (insert, worst) = (median(latest), latest.iter().max().copied());
        let worst = worst.unwrap_or_default();
        let (copies, query) = (median(&mut copies), median(&mut queries));
        let each = index.memory_usage() / index.len();
        println!(
            "{:>8} of {} bytes: insert {insert:>6.1?} (at most {worst:.1?}), copies_of {copies:>6.1?}, query {query:>6.1?}; \
             {each} bytes each in memory",
            n + 1,
            bytes / (n + 1),
        );
        if full {
            println!("{:?}", index.stats());
            assert!(insert <= bars.insert, "insertion takes too long");
            assert!(copies <= bars.copies, "a copy query takes too long");
            assert!(query <= bars.query, "a query takes too long");
            // A small index takes more for each article: its tables have room for a larger one.
            assert!(n + 1 < 100_000 || each <= bars.bytes, "too much memory");
        }
    }
}

fn main() {
    let wanted = std::env::args().find_map(|argument| argument.parse().ok());
    let articles: usize = wanted.unwrap_or(100_000);
    let short = |n: usize| generated::article(n as u64, WORDS);
    // Reprints of what the index holds, with what else tells of their events.
    let probe =
        |probe: usize| generated::article((articles - probe * 7 % articles) as u64 + 13, WORDS);
    fill("Articles of 60 words:", &SHORT, articles, short, probe);
    let news = common::news();
    let full = |n: usize| full_length(&news, n);
    // As far from all numbers used, so that no probe is held.
    let probe = |probe: usize| full_length(&news, usize::MAX / 16_384 - probe * 31);
    fill("Full-length news:", &FULL_LENGTH, articles, full, probe);
}
