//! Seventeen ways in which libraries of this kind were seen to break, each tested against ours.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use retold::lsh::Banding;
use retold::sketch::{MinHasher, ShingleSet};
use retold::story::{CopyFinder, InsertError, StoryIndex};
use retold::{Detector, Relation};

use crate::files;
use crate::generated::next;

const NEWS: &str = "A bridge over the Douro in Porto collapsed on Monday, killing three workers of \
                    the builder Teixeira, whose engineer Marta Lopes had warned of cracks.";

/// A text of so many words, no two of which are the same.
fn words(from: u64, count: u64) -> String {
    let words: Vec<String> = (from..from + count).map(|n| format!("w{n}")).collect();
    words.join(" ")
}

/// Two sets of shingle hashes that share `shared` of `all` elements.
fn sets(state: &mut u64, shared: usize, all: usize) -> [ShingleSet; 2] {
    let both: Vec<u64> = (0..shared).map(|_| next(state)).collect();
    let half = (all - shared) / 2;
    [0, 1].map(|_| {
        let own = (0..half).map(|_| next(state));
        ShingleSet::from(both.iter().copied().chain(own).collect::<Vec<u64>>())
    })
}

#[test]
fn p01_a_threshold_is_a_recall() {
    let hasher = MinHasher::default();
    let mut state = 1;
    for shared in [200, 300, 500, 700, 800, 900] {
        let similarity = shared as f64 / 1_000.0;
        let plan = Banding::plan(&hasher, similarity, 0.95).unwrap();
        let met = (0..300).filter(|_| {
            let [left, right] = sets(&mut state, shared, 1_000);
            let keys = |set: &ShingleSet| plan.band_keys(&hasher.signature(set.hashes()));
            keys(&left).iter().zip(&keys(&right)).any(|(a, b)| a == b)
        });
        let recall = met.count() as f64 / 300.0;
        assert!(recall > 0.91, "at {similarity}: {recall} of the pairs met");
    }
}

#[test]
fn p02_a_threshold_decides() {
    // 8 shingles each, 5 or 6 of them shared: 5/11 and 6/10.
    let base = words(0, 10);
    let below = format!("{} {}", words(0, 7), words(100, 3));
    let above = format!("{} {}", words(0, 8), words(100, 2));
    let exactly = format!("{} {}", words(0, 14), words(100, 6)); // 12 of 24 against 20 words
    let finder = CopyFinder::new(3, 0.5).unwrap();
    let found = |texts: [&str; 2]| finder.find(2, |at, s| s.read_text(texts[at])).links().len();
    assert_eq!(found([&base, &below]), 0);
    assert_eq!(found([&base, &above]), 1);
    assert_eq!(
        found([&words(0, 20), &exactly]),
        1,
        "the threshold itself is reached"
    );
}

#[test]
fn p03_the_empty_match_nothing() {
    let mut index = StoryIndex::new();
    for (key, text) in ["", "", "…", "…", "\u{a0}", "Hm", "Yes"].iter().enumerate() {
        index.insert(key, *text).unwrap();
    }
    assert_eq!(index.stories().count(), 7);
    assert!(index.query("").is_empty() && index.copies_of("…").is_empty());
    let empty = retold::compare("", "");
    assert!(empty.jaccard() == 0.0 && empty.relation() == Relation::Unrelated);
    assert_eq!(Detector::new().cluster(&["", "", " "]).len(), 3);
}

#[test]
fn p04_inserting_again_and_removing_leaves_nothing_behind() {
    let mut index = StoryIndex::new();
    index.insert(1, NEWS).unwrap();
    assert_eq!(index.insert(1, "Shares rose."), Err(InsertError::Held));
    assert!(
        index.query(NEWS)[0].is_copy(),
        "a refused insertion changes nothing"
    );
    index
        .replace(1, "Galp shares fell after a fire at the Sines refinery.")
        .unwrap();
    assert!(index.query(NEWS).is_empty() && index.copies_of(NEWS).is_empty());
    index.remove(&1).unwrap();
    assert!(
        index
            .query("Galp shares fell after a fire at the Sines refinery.")
            .is_empty()
    );
    assert!(index.is_empty() && index.stories().next().is_none());
    assert_eq!(index.remove(&1), None);
}

#[test]
fn p05_a_chain_is_not_one_story() {
    // Each text shares half of its words with the next, and none with the one after that.
    let texts: Vec<String> = (0..30).map(|n| words(n * 20, 40)).collect();
    let stories = Detector::new().cluster(&texts);
    let largest = stories
        .iter()
        .map(|story| story.articles().len())
        .max()
        .unwrap();
    assert!(largest < 6, "{largest} articles chained");
}

#[test]
fn p06_one_bridge_does_not_join_two_stories() {
    let group = |event: u64| {
        (0..5).map(move |n| format!("{} {}", words(event, 30), words(event + 500 + n * 40, 15)))
    };
    let mut texts: Vec<String> = group(0).chain(group(10_000)).collect();
    texts.push(format!("{} {}", words(0, 9), words(10_000, 9)));
    let stories = Detector::new().cluster(&texts);
    assert_ne!(stories.number_of(0), stories.number_of(5));
    assert_eq!(stories.number_of(0), stories.number_of(4));
}

#[test]
fn p07_hot_buckets_are_not_quadratic() {
    let started = Instant::now();
    let texts = vec![NEWS; 20_000];
    assert_eq!(Detector::new().cluster(&texts).len(), 1);
    let mut index = StoryIndex::new();
    for key in 0..4_000 {
        index.insert(key, NEWS).unwrap();
    }
    for _ in 0..1_000 {
        assert_eq!(index.query(NEWS).len(), 50);
    }
    let took = started.elapsed();
    assert!(took < Duration::from_secs(20), "{took:?}");
}

#[test]
fn p08_what_is_stored_rests_on_a_frozen_hash() {
    let signature = MinHasher::default().signature_of_text("A storm hit the coast of Portugal.");
    let bytes = signature.to_bytes();
    let again = MinHasher::default().signature_of_text("a STORM hit the coast of portugal");
    assert_eq!(bytes, again.to_bytes());
    // The values themselves are held by `formats`, `frozen_hash` and `folding`.
    let source = files::rust_files(&files::root().join("src"));
    for path in source {
        let code = std::fs::read_to_string(&path).unwrap();
        assert!(!code.contains("DefaultHasher"), "{}", path.display());
    }
}

#[test]
fn p09_large_sets_are_estimated_without_bias() {
    let (hasher, mut state) = (MinHasher::default(), 3);
    let errors = (0..20).map(|_| {
        let [left, right] = sets(&mut state, 50_000, 100_000);
        let estimate = hasher
            .signature(left.hashes())
            .estimate_jaccard(&hasher.signature(right.hashes()));
        estimate.unwrap() - left.jaccard(&right)
    });
    let mean = errors.sum::<f64>() / 20.0;
    // The standard error of the mean of 20 is 0.01.
    assert!(mean.abs() < 0.035, "the mean error is {mean}");
}

#[test]
fn p10_shingles_know_where_words_end() {
    let set = |text| ShingleSet::of_text(text, 2);
    assert_eq!(set("ab c").intersection_len(&set("a bc")), 0);
    assert_eq!(set("ab c").intersection_len(&set("abc")), 0);
}

#[test]
fn p11_quotation_marks_and_dashes_are_not_words() {
    let plain = "\"It's over,\" he said - twice. Nobody's home.";
    let typeset = "“It’s over,” he said—twice. Nobody’s home.";
    assert_eq!(retold::compare(plain, typeset).jaccard(), 1.0);
}

#[test]
fn p12_a_match_is_named_and_always_the_same() {
    let mut forward = StoryIndex::new();
    let mut backward = StoryIndex::new();
    let texts: Vec<String> = (0..20)
        .map(|n| format!("{NEWS} Report {}.", n / 2))
        .collect();
    for (key, text) in texts.iter().enumerate() {
        forward.insert(format!("article {key}"), text).unwrap();
    }
    for (key, text) in texts.iter().enumerate().rev() {
        backward.insert(format!("article {key}"), text).unwrap();
    }
    let copies = forward.copies_of(&texts[7]);
    assert_eq!(copies, backward.copies_of(&texts[7]));
    let first: Vec<&str> = copies
        .iter()
        .take(2)
        .map(|copy| copy.key().as_str())
        .collect();
    assert_eq!(first, ["article 6", "article 7"]);
}

#[test]
fn p13_an_estimate_verifies_nothing() {
    // Around the threshold, where estimates err to both sides, links are exactly the exact ones.
    let texts: Vec<String> = (0..40)
        .map(|n| format!("{} {}", words(0, 60 + n), words(1_000 + n * 100, 60 - n)))
        .collect();
    let finder = CopyFinder::new(3, 0.5).unwrap().containment(1.0, 1_000);
    let copies = finder.find(texts.len(), |at, shingles| shingles.read_text(&texts[at]));
    let found: BTreeSet<(usize, usize)> = copies.pairs().collect();
    let sets: Vec<ShingleSet> = texts
        .iter()
        .map(|text| ShingleSet::of_text(text, 3))
        .collect();
    for left in 0..texts.len() {
        for right in left + 1..texts.len() {
            if found.contains(&(left, right)) {
                assert!(
                    sets[left].jaccard(&sets[right]) >= 0.5,
                    "{left} and {right}"
                );
            }
        }
    }
    assert!(found.len() > 50);
}

#[test]
fn p14_a_brief_is_found_in_a_long_report() {
    let report = words(0, 900);
    let brief = words(300, 300);
    let link = Detector::new().link(&brief, &report);
    assert!(link.is_copy() && link.containment_left() == 1.0 && link.jaccard() < 0.34);
}

#[test]
fn p15_the_order_of_the_input_does_not_matter() {
    let texts: Vec<String> = (0..60)
        .map(|n| {
            format!(
                "{} {}",
                words(n / 4 * 1_000, 25),
                words(90_000 + n * 50, 20)
            )
        })
        .collect();
    let mut order: Vec<usize> = (0..texts.len()).collect();
    let partition = |order: &[usize]| -> BTreeSet<BTreeSet<usize>> {
        let articles: Vec<&str> = order.iter().map(|&at| texts[at].as_str()).collect();
        let stories = Detector::new().cluster(&articles);
        stories
            .iter()
            .map(|story| story.articles().iter().map(|&at| order[at]).collect())
            .collect()
    };
    let expected = partition(&order);
    assert!(
        expected.iter().any(|story| story.len() == 4),
        "nothing was clustered"
    );
    let mut state = 9;
    for _ in 0..5 {
        order.sort_by_cached_key(|_| next(&mut state));
        assert_eq!(partition(&order), expected);
    }
}

#[test]
fn p16_nothing_hidden_changes_results() {
    let src = files::root().join("src");
    // The program asks whether colours are wanted (NO_COLOR); the library asks for nothing.
    let program = src.join("bin");
    for path in files::rust_files(&src) {
        if path.starts_with(&program) {
            continue;
        }
        let code = std::fs::read_to_string(&path).unwrap();
        assert!(
            !code.contains("env::var"),
            "{} reads the environment",
            path.display()
        );
    }
    let manifest = std::fs::read_to_string(files::root().join("Cargo.toml")).unwrap();
    assert!(!manifest.contains("panic = \"abort\""));
}

#[test]
fn p17_one_inserted_word_changes_little() {
    let mut index = StoryIndex::new();
    for (key, count) in [90_u64, 500].into_iter().enumerate() {
        index
            .insert(key, &words(key as u64 * 10_000, count))
            .unwrap();
    }
    for (key, count) in [90_u64, 500].into_iter().enumerate() {
        let from = key as u64 * 10_000;
        for at in [0, 1, count / 2, count] {
            let text = format!(
                "{} inserted {}",
                words(from, at),
                words(from + at, count - at)
            );
            let copies = index.copies_of(&text);
            assert!(
                copies.len() == 1 && *copies[0].key() == key,
                "{count} words, at {at}"
            );
            assert!(copies[0].jaccard() > 0.9);
        }
    }
}
