//! Input made to hurt: bounded time and memory, and errors with a name.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use retold::story::StoryIndex;
use retold::{Article, Date, Detector};

/// Generous, for machines that do other things too: what it guards against takes minutes.
const SOON: Duration = Duration::from_secs(20);

fn soon(what: &str, work: impl FnOnce()) {
    let started = Instant::now();
    work();
    assert!(
        started.elapsed() < SOON,
        "{what} took {:?}",
        started.elapsed()
    );
}

#[test]
fn a_term_repeated_a_million_times() {
    let text = "storm ".repeat(1_000_000);
    soon("a million storms", || {
        let mut index = StoryIndex::new();
        index.insert(0, &text).unwrap();
        index.insert(1, &format!("{text} Porto")).unwrap();
        assert!(
            index.memory_usage() < 4 << 20,
            "{} bytes",
            index.memory_usage()
        );
        assert!(
            index
                .query("A storm.")
                .iter()
                .all(|found| found.score() <= 1.0)
        );
    });
}

#[test]
fn an_article_of_ten_megabytes() {
    let words: Vec<String> = (0..1_500_000).map(|n| format!("w{}", n % 50_021)).collect();
    let text = words.join(" ");
    soon("ten megabytes", || {
        let mut index = StoryIndex::new();
        index.insert(0, &text).unwrap();
        assert!(index.query(&text)[0].is_copy());
    });
}

/// One text under thousands of titles, as pages that ask to sign in have it: every band of every
/// one of them is the same.
#[test]
fn thousands_share_every_band() {
    let text = "Sign in to read this story. Create a free account or use the one you have with us.";
    let titles: Vec<String> = (0..3_000).map(|n| format!("Title number {n}")).collect();
    soon("3,000 pages", || {
        let mut index = StoryIndex::new();
        for (key, title) in titles.iter().enumerate() {
            index
                .insert(key, &Article::new(text).with_title(title))
                .unwrap();
        }
        let stats = index.stats();
        assert_eq!(stats.texts, 3_000);
        assert!(
            stats.bands_cut_short > 0 && stats.largest_band >= 3_000,
            "{stats:?}"
        );
    });
}

/// One report that many print, each with a word of its own.
#[test]
fn hundreds_of_reprints() {
    let words: Vec<String> = (0..60).map(|n| format!("word{n}")).collect();
    let text = words.join(" ");
    for reprints in [40, 300, 1_000] {
        let mut index = StoryIndex::new();
        for n in 0..reprints {
            index.insert(n, &format!("{text} paper{n}")).unwrap();
        }
        assert_eq!(index.copies_of(&text).len(), reprints.min(50), "{reprints}");
    }
}

/// Two texts of the same hash though their words differ, and even their number: found by searching.
/// The live index looks at the words.
#[cfg(feature = "store")]
#[test]
fn texts_that_collide() {
    let [left, right] = ["ldpffemj pmgcoejm porto", "ckieinio candigah"];
    let wording = |text: &str| retold::story::Digest::of(text).wording();
    assert_eq!(wording(left), wording(right));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("news.retold");
    let mut index = StoryIndex::open(&path).unwrap();
    for (key, text) in [left, right, "A storm hit Porto.", right]
        .iter()
        .enumerate()
    {
        index.insert(key as u64, text).unwrap();
    }
    assert_ne!(index.story_of(&0), index.story_of(&1));
    index.remove(&0).unwrap();
    index.commit().unwrap();
    drop(index);
    let index = StoryIndex::<u64>::open(&path).unwrap();
    assert_eq!(index.query(right).len(), 2);
    assert_eq!(index.query("A storm hit Porto.")[0].key(), &2);
}

#[test]
fn thousands_of_the_same_article() {
    let text = "A bridge over the Douro in Porto collapsed on Monday, killing three workers.";
    soon("5,000 articles", || {
        let mut index = StoryIndex::new();
        for key in 0..5_000 {
            index.insert(key, text).unwrap();
        }
        let stats = index.stats();
        assert_eq!((stats.texts, stats.stories), (1, 1));
        assert_eq!(index.query(text).len(), 50);
        for key in 0..4_999 {
            index.remove(&key).unwrap();
        }
        assert_eq!(index.query(text)[0].key(), &4_999);
    });
    let [before, after]: [Date; 2] = ["2024-07-24", "2024-07-25"].map(|day| day.parse().unwrap());
    soon("100,000 that expire at once", || {
        let mut index = StoryIndex::new();
        for key in 0..100_000 {
            index
                .insert(key, &Article::new(text).with_date(before))
                .unwrap();
        }
        index.expire(after);
        assert!(index.is_empty());
    });
}

/// Different words with the same 32-bit term key: found by searching, as an enemy would. They count
/// as one word, and that is all.
#[test]
fn words_that_collide() {
    let mut seen: HashMap<u32, String> = HashMap::new();
    let mut pairs = Vec::new();
    for n in 0..300_000 {
        let word = format!("zq{n}x");
        let key = retold::event::term_key(&word).unwrap();
        if let Some(other) = seen.insert(key, word.clone()) {
            pairs.push((other, word));
        }
    }
    assert!(pairs.len() > 2, "a birthday search finds some: {pairs:?}");
    let left: Vec<&str> = pairs.iter().map(|(left, _)| left.as_str()).collect();
    let right: Vec<&str> = pairs.iter().map(|(_, right)| right.as_str()).collect();
    let mut index = StoryIndex::new();
    let common = "The quake shook Lisbon, Faro and Setubal on Friday at noon.";
    index
        .insert(0, &format!("{common} {}", left.join(" ")))
        .unwrap();
    let found = index.query(&format!("{common} {}", right.join(" ")));
    assert!(
        !found[0].is_copy() || found[0].jaccard() < 1.0,
        "the texts still differ"
    );
    assert!(found[0].score() <= 1.0);
}

/// Long words made so that eight letters of each do not count for the frozen hash. Two texts of such
/// words pass for one another, as the module `hash` says; who has none of them is not concerned.
#[test]
fn words_whose_letters_do_not_matter() {
    let word = |letters: u64| format!("wmqmzbaaaaaaaaaa{letters:08}bilt7755");
    assert_eq!(
        retold::text::hash_word(&word(1)),
        retold::text::hash_word(&word(2)),
        "the frozen hash has changed, or these no longer collide"
    );
    let mut index = StoryIndex::new();
    let honest = "A bridge over the Douro in Porto collapsed on Monday, killing three workers.";
    index.insert(u64::MAX, honest).unwrap();
    for n in 0..2_000 {
        let words: Vec<String> = (0..20).map(|at| word(n * 20 + at)).collect();
        let placement = index.insert(n, &words.join(" ")).unwrap();
        assert_ne!(Some(placement.story()), index.story_of(&u64::MAX));
    }
    assert!(index.query(&word(7)).len() <= 50);
    index.recluster();
    assert_eq!(
        index.articles_of(index.story_of(&u64::MAX).unwrap()),
        [&u64::MAX]
    );
    assert_eq!(index.stats().texts, 2, "one for all of them");
}

#[test]
fn dates_at_the_ends_of_time() {
    let ends = [i64::MIN, i64::MIN + 1, -1, 0, 1, i64::MAX - 1, i64::MAX];
    let mut index = StoryIndex::new();
    let text = "A bridge over the Douro in Porto collapsed on Monday, killing three workers.";
    for (key, seconds) in ends.into_iter().enumerate() {
        let date = Date::from_unix_seconds(seconds);
        let text = format!("{text} Report {key}.");
        let placement = index
            .insert(key, &Article::new(&text).with_date(date))
            .unwrap();
        let scores = placement.matches().iter().map(retold::story::Match::score);
        assert!(scores.into_iter().all(|score| (0.0..=1.0).contains(&score)));
    }
    index.recluster();
    index.expire(Date::from_unix_seconds(i64::MIN));
    assert_eq!(index.len(), ends.len());
    index.expire(Date::from_unix_seconds(i64::MAX));
    assert_eq!(index.len(), 1);
}

#[test]
fn settings_that_are_no_numbers() {
    for number in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, -1.0, 1e300] {
        let error = Detector::builder()
            .story_threshold(number)
            .build()
            .unwrap_err();
        assert_eq!(error.name(), "story_threshold");
    }
    for words in [0, 17, usize::MAX] {
        let error = Detector::builder()
            .shingle_words(words)
            .build()
            .unwrap_err();
        assert_eq!(error.name(), "shingle_words");
    }
}

/// Texts that are no text: nothing of them matches anything, and nothing fails.
#[test]
fn texts_without_words() {
    let texts = [
        "",
        " \n\t",
        "…—!?",
        "\u{200b}\u{feff}",
        "🌉🌉🌉",
        "\u{0}\u{1}",
    ];
    let mut index = StoryIndex::new();
    for (key, text) in texts.iter().enumerate() {
        index.insert(key, *text).unwrap();
        index.insert(key + 100, *text).unwrap();
    }
    assert_eq!(index.stories().count(), 2 * texts.len());
    assert!(texts.iter().all(|text| index.query(*text).is_empty()));
    assert!(index.recluster().is_empty());
    for key in 0..texts.len() {
        assert!(index.remove(&key).is_some());
    }
    assert_eq!(index.len(), texts.len());
}
