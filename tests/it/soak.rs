//! Long runs of a live index. Ignored by default; `tests/README.md` has the commands.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::time::{Duration, Instant};

use retold::story::StoryIndex;
use retold::{AsArticle, Date};

use crate::generated::{self, next};

/// Words of an article, about as many as an agency's flash has.
const WORDS: usize = 60;

/// What an index of a million such articles may take, on an idle machine: medians, and bytes each.
const INSERTION: Duration = Duration::from_micros(60);
const COPY_QUERY: Duration = Duration::from_micros(20);
const EVENT_QUERY: Duration = Duration::from_millis(1);
const BYTES: usize = 3 * 1024;

/// How long opening a file of 100,000 articles of 250 words may take on an idle machine.
const OPENING: Duration = Duration::from_secs(2);

/// Bytes of memory of this process, where the system tells.
fn resident() -> usize {
    let pages = std::fs::read_to_string("/proc/self/statm").ok();
    let pages = pages.and_then(|line| line.split(' ').nth(1)?.parse::<usize>().ok());
    pages.unwrap_or(0) * 4096
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// Everything that must hold at any moment.
fn check(index: &StoryIndex<u64>, held: &BTreeMap<u64, u64>) {
    let members: Vec<&u64> = index.stories().flat_map(|(_, keys)| keys).collect();
    let distinct: BTreeSet<u64> = members.iter().map(|&&key| key).collect();
    assert_eq!(
        members.len(),
        distinct.len(),
        "an article is in two stories"
    );
    assert!(
        distinct.iter().eq(held.keys()),
        "the index lost or kept what it should not have"
    );
    assert_eq!(index.len(), held.len());
    for (&key, &made_of) in held.iter().step_by(held.len() / 50 + 1) {
        let copies = index.copies_of(&generated::article(made_of, WORDS));
        let found = copies.iter().any(|copy| *copy.key() == key);
        assert!(
            found || copies.len() == 50,
            "article {key} does not find itself"
        );
        assert!(copies.iter().all(|copy| held.contains_key(copy.key())));
    }
}

/// Feeds `articles` through a window of `window`: one in a hundred is replaced later, one in a
/// hundred removed, the rest expire. Reports each tenth, and fails if the last are slower or larger.
fn soak(articles: u64, window: u64) {
    let (mut index, mut held, mut state) = (StoryIndex::new(), BTreeMap::new(), 7);
    let (mut tenths, mut recent): (Vec<(Duration, usize, usize)>, VecDeque<u64>) =
        (Vec::new(), VecDeque::new());
    let mut times = Vec::new();
    for n in 0..articles {
        let article = generated::article(n, WORDS);
        let started = Instant::now();
        index.insert(n, &article).unwrap();
        times.push(started.elapsed());
        held.insert(n, n);
        recent.push_back(n);
        match next(&mut state) % 100 {
            0 => {
                let key = recent[next(&mut state) as usize % recent.len()];
                assert_eq!(index.remove(&key).is_some(), held.remove(&key).is_some());
            }
            1 => {
                let key = recent[next(&mut state) as usize % recent.len()];
                // The same moment, other words.
                if held.contains_key(&key) {
                    let made_of = key + (articles << 8);
                    index
                        .replace(key, &generated::article(made_of, WORDS))
                        .unwrap();
                    held.insert(key, made_of);
                }
            }
            _ => {}
        }
        if n % 1_000 == 999 {
            let before = n.saturating_sub(window);
            let date = generated::article(before, 12).as_article().date();
            index.expire(date.unwrap_or(Date::from_unix_seconds(0)));
            // Replacements bear later dates; they leave with the next removal of their key.
            while let Some(&oldest) = recent.front()
                && oldest < before
            {
                recent.pop_front();
                index.remove(&oldest);
                held.remove(&oldest);
            }
        }
        if (n + 1) % (articles / 10) == 0 {
            check(&index, &held);
            let (typical, memory) = (median(std::mem::take(&mut times)), index.memory_usage());
            println!(
                "{:>9} articles: {:>6} held, {typical:>9.1?} an insertion at the median, {memory} bytes \
                 ({} each), {} resident, {} segments",
                n + 1,
                index.len(),
                memory / index.len().max(1),
                resident(),
                index.stats().segments,
            );
            tenths.push((typical, memory, resident()));
        }
    }
    // The window is full after the first tenth or two.
    let (first, last) = (tenths[2], tenths[9]);
    assert!(
        last.0 < first.0 * 2,
        "insertions got slower: {first:?}, then {last:?}"
    );
    assert!(
        last.1 < first.1 * 5 / 4,
        "memory grew: {first:?}, then {last:?}"
    );
    // Of the process, too; in a short run what else it does weighs more.
    assert!(
        articles < 100_000 || last.2 < first.2 * 5 / 4,
        "the process grew: {first:?}, then {last:?}"
    );
}

#[test]
fn a_small_feed_through_a_small_window() {
    soak(5_000, 500);
}

/// The same kind of feed into a file, with a commit every 25 articles, opened again midway and at the
/// end: it answers as an index in memory does, and the file does not grow with what has gone.
#[cfg(feature = "store")]
#[test]
fn a_small_feed_into_a_file() {
    const WINDOW: u64 = 300;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("news.retold");
    let mut stored = StoryIndex::open(&path).unwrap();
    let (mut memory, mut state, mut sizes) = (StoryIndex::new(), 9, Vec::new());
    for n in 0..1_800 {
        let article = generated::article(n, WORDS);
        let placed = stored.insert(n, &article);
        assert_eq!(placed, memory.insert(n, &article));
        let some = n - next(&mut state) % WINDOW.min(n + 1);
        match next(&mut state) % 20 {
            0 => assert_eq!(stored.remove(&some), memory.remove(&some)),
            1 => {
                let article = generated::article(some + (1 << 20), WORDS);
                assert_eq!(
                    stored.replace(some, &article),
                    memory.replace(some, &article)
                );
            }
            _ => {}
        }
        if n % 25 == 24 {
            let before = n.saturating_sub(WINDOW);
            let date = generated::article(before, 12).as_article().date().unwrap();
            assert_eq!(stored.expire(date), memory.expire(date));
            // Replacements bear later dates.
            for old in before.saturating_sub(25)..before {
                assert_eq!(stored.remove(&old), memory.remove(&old));
            }
            if n % 600 == 599 {
                assert_eq!(stored.recluster(), memory.recluster());
            }
            stored.commit().unwrap();
        }
        if [899, 1_199, 1_799].contains(&n) {
            drop(stored);
            sizes.push(std::fs::metadata(&path).unwrap().len());
            stored = StoryIndex::open(&path).unwrap();
            assert!(stored.stories().eq(memory.stories()));
            assert_eq!(stored.len(), memory.len());
            for probe in (n - WINDOW - 60..n + 20).step_by(7) {
                let probe = generated::article(probe, WORDS);
                assert_eq!(stored.query(&probe), memory.query(&probe));
                assert_eq!(stored.copies_of(&probe), memory.copies_of(&probe));
            }
        }
    }
    println!("the file: {sizes:?} bytes");
    assert!(sizes[2] < sizes[0] * 3 / 2, "the file grew: {sizes:?}");
}

#[test]
#[ignore = "minutes; `cargo test --release --all-features --test it soak::a_million -- --ignored --nocapture`"]
fn a_million_articles_through_a_window_of_100_000() {
    soak(1_000_000, 100_000);
}

#[test]
#[ignore = "minutes; `cargo test --release --all-features --test it soak::holds -- --ignored --nocapture`"]
fn holds_a_million_articles() {
    let mut index = StoryIndex::new();
    let before = resident();
    let (mut times, mut medians) = (Vec::new(), [Duration::MAX; 3]);
    for n in 0..1_000_000 {
        let article = generated::article(n, WORDS);
        let started = Instant::now();
        index.insert(n, &article).unwrap();
        times.push(started.elapsed());
        if [9_999, 99_999, 299_999, 999_999].contains(&n) {
            let (mut queries, mut copies) = (Vec::new(), Vec::new());
            for probe in 0..1_000 {
                let article = generated::article(n - probe * 7 + 13, WORDS);
                let started = Instant::now();
                assert!(index.copies_of(&article).len() <= 50);
                copies.push(started.elapsed());
                let started = Instant::now();
                assert!(index.query(&article).len() <= 50);
                queries.push(started.elapsed());
            }
            let tail = median(times[times.len() - times.len().min(10_000)..].to_vec());
            medians = [tail, median(copies), median(queries)];
            println!(
                "{:>9} articles: insert {:.1?}, copies_of {:.1?}, query {:.1?} at the median, {} bytes \
                 each by count, {} by residence, {} stories",
                n + 1,
                medians[0],
                medians[1],
                medians[2],
                index.memory_usage() / index.len(),
                resident().saturating_sub(before) / index.len(),
                index.stats().stories,
            );
        }
    }
    let each = index.memory_usage().max(resident().saturating_sub(before)) / index.len();
    assert!(each <= BYTES, "{each} bytes an article");
    for (median, bar) in medians
        .into_iter()
        .zip([INSERTION, COPY_QUERY, EVENT_QUERY])
    {
        assert!(
            median <= bar,
            "{median:.1?} at the median, of {bar:?} at most"
        );
    }
}

/// A file of full-length articles, opened again.
#[test]
#[ignore = "minutes; `cargo test --release --all-features --test it soak::opens -- --ignored --nocapture`"]
fn opens_a_hundred_thousand_articles() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("news.retold");
    let mut index = StoryIndex::open(&path).unwrap();
    for n in 0..100_000 {
        index.insert(n, &generated::article(n, 250)).unwrap();
        if n % 1_000 == 999 {
            index.commit().unwrap();
        }
    }
    let stories = format!("{:?}", index.stories().collect::<Vec<_>>());
    drop(index);
    let size = std::fs::metadata(&path).unwrap().len();
    let started = Instant::now();
    let index = StoryIndex::<u64>::open(&path).unwrap();
    let opening = started.elapsed();
    println!(
        "100,000 articles of 250 words: a file of {} MB, opened in {opening:.2?}, {} bytes each in memory",
        size / 1_000_000,
        index.memory_usage() / index.len()
    );
    assert!(opening <= OPENING, "{opening:.2?} to open a file");
    let reopened = format!("{:?}", index.stories().collect::<Vec<_>>());
    assert!(reopened == stories, "other stories after opening");
}
