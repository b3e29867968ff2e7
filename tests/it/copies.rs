//! Copies among many articles: all of them, nothing else, and never a quadratic number of steps.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use retold::sketch::{ShingleSet, Shingles};
use retold::story::{Copies, CopyFinder};
use retold::{hash, text};

use crate::data;
use crate::sketch::Random;

/// The words of the file of pairs: `\w+` in lower case.
fn file_words(text: &str) -> Vec<u64> {
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !(c.is_alphanumeric() || c == '_'));
    let words = words.filter(|word| !word.is_empty());
    words.map(|word| hash::bytes(word.as_bytes())).collect()
}

fn own_words(text: &str) -> Vec<u64> {
    text::tokens(text).iter().map(|token| token.hash).collect()
}

fn find(finder: &CopyFinder, words: &[Vec<u64>]) -> Copies {
    finder.find(words.len(), |n, shingles: &mut Shingles| {
        shingles.read_words(&words[n]);
    })
}

/// Prints recall and precision of what was found at a threshold, and requires the promised ones.
fn judge(name: &str, threshold: f64, copies: &Copies, truth: &BTreeMap<(usize, usize), f64>) {
    let found: BTreeSet<(usize, usize)> = copies.pairs().collect();
    let wanted = truth.iter().filter(|(_, jaccard)| **jaccard >= threshold);
    let wanted: BTreeSet<(usize, usize)> = wanted.map(|(pair, _)| *pair).collect();
    let right = wanted.intersection(&found).count() as f64;
    let (recall, precision) = (right / wanted.len() as f64, right / found.len() as f64);
    println!(
        "{name}, {threshold}: recall {recall:.4}, precision {precision:.4} of {} pairs; {} compared",
        wanted.len(),
        copies.candidates()
    );
    assert!(recall >= 0.99, "{name}, {threshold}: recall {recall}");
    assert!(
        found.is_subset(&wanted),
        "{name}, {threshold}: precision {precision}"
    );
}

/// All pairs of the file, computed exactly from shingles of 5 words, at three thresholds: once with
/// the words of the file and once with this crate's. The latter keep `1,000` and `U.S` whole and
/// take `Musk's` for `musk`, which moves a few pairs across a threshold; so there the truth is
/// computed again for the pairs of the file.
#[data::needed]
#[test]
fn near_duplicates_of_the_corpus_are_found() {
    let (articles, pairs) = (
        data::rows("corpus/news.jsonl"),
        data::rows("corpus/near_duplicate_pairs.jsonl"),
    );
    let text = |row: &'static str| {
        move |value: &serde_json::Value| value[row].as_str().unwrap().to_owned()
    };
    let ids = articles.iter().map(text("id"));
    let numbers: HashMap<String, usize> = ids.zip(0..).collect();
    let pair = |row: &serde_json::Value| {
        let (a, b) = (numbers[&text("a")(row)], numbers[&text("b")(row)]);
        ((a.min(b), a.max(b)), row["jaccard"].as_f64().unwrap())
    };
    let of_file: BTreeMap<(usize, usize), f64> = pairs.iter().map(pair).collect();
    let texts: Vec<String> = articles.iter().map(text("text")).collect();
    let words = texts
        .iter()
        .map(|text| file_words(text))
        .collect::<Vec<_>>();
    let own = texts.iter().map(|text| own_words(text)).collect::<Vec<_>>();
    let own_set = |n: usize| ShingleSet::of_words(&own[n], 5);
    let of_own = of_file
        .keys()
        .map(|&(a, b)| ((a, b), own_set(a).jaccard(&own_set(b))));
    let of_own: BTreeMap<(usize, usize), f64> = of_own.collect();
    for threshold in [0.5, 0.7, 0.8] {
        let finder = CopyFinder::new(5, threshold).unwrap().containment(2.0, 0);
        judge(
            "words of the file",
            threshold,
            &find(&finder, &words),
            &of_file,
        );
        judge("own words", threshold, &find(&finder, &own), &of_own);
    }
}

/// Excerpts of real articles, of 50 to 400 words, from anywhere in them and with one word in 30
/// changed, in which four of five shingles and more are left.
#[data::needed]
#[test]
fn excerpts_are_found() {
    let articles = data::rows("corpus/news.jsonl");
    let texts = articles
        .iter()
        .map(|row| own_words(row["text"].as_str().unwrap()));
    let mut words: Vec<Vec<u64>> = texts
        .filter(|words| words.len() > 500)
        .take(1_000)
        .collect();
    let reports = words.len();
    let mut random = Random(3);
    for n in 0..reports {
        let report = &words[n];
        let len = 50 + random.below(350.min(report.len() - 50));
        let start = random.below(report.len() - len);
        let mut excerpt = report[start..start + len].to_vec();
        for _ in 0..len / 30 {
            let at = random.below(len);
            excerpt[at] = random.next();
        }
        words.push(excerpt);
    }
    let copies = find(&CopyFinder::default(), &words);
    let found: BTreeSet<(usize, usize)> = copies.pairs().collect();
    let missed: Vec<usize> = (0..reports)
        .filter(|&n| !found.contains(&(n, n + reports)))
        .collect();
    let contained = |n: &usize| {
        let [report, excerpt] = [*n, n + reports].map(|n| ShingleSet::of_words(&words[n], 3));
        excerpt.len() >= 40 && excerpt.containment(&report) >= 0.8
    };
    let missed = missed.iter().filter(|n| contained(n)).count();
    println!("{missed} of {reports} excerpts missed");
    assert!(missed <= reports / 50);
}

/// What was found, by what the articles say instead of their numbers.
fn by_words(copies: &Copies, words: &[Vec<u64>]) -> impl PartialEq + std::fmt::Debug {
    let name = |n: &usize| hash::sequence(&words[*n]);
    let mut links: Vec<_> = copies
        .links()
        .iter()
        .map(|link| {
            let mut sides = [
                (name(&link.left), link.left_shingles),
                (name(&link.right), link.right_shingles),
            ];
            sides.sort_unstable();
            (sides, link.shared)
        })
        .collect();
    links.sort_unstable();
    let named = |groups: &[Vec<usize>]| {
        let mut groups: Vec<Vec<u64>> = groups
            .iter()
            .map(|group| group.iter().map(name).collect())
            .collect();
        for group in &mut groups {
            group.sort_unstable();
        }
        groups.sort_unstable();
        groups
    };
    (
        links,
        named(copies.groups()),
        named(copies.identical()),
        copies.candidates(),
        copies.left_out(),
    )
}

/// 3,000 real articles and a template that 300 more follow, so that caps take part.
#[data::needed]
#[test]
fn neither_order_nor_threads_change_what_is_found() {
    let articles = data::rows("corpus/news.jsonl");
    let texts = articles
        .iter()
        .take(3_000)
        .map(|row| own_words(row["text"].as_str().unwrap()));
    let mut words: Vec<Vec<u64>> = texts.collect();
    words.extend(template(300, 10, 9));
    let finder = CopyFinder::default();
    let expected = find(&finder, &words);
    assert!(expected.left_out() > 0 && expected.groups().len() > 20);
    let mut random = Random(4);
    let mut shuffled = words.clone();
    for n in (1..shuffled.len()).rev() {
        shuffled.swap(n, random.below(n + 1));
    }
    assert_eq!(
        by_words(&find(&finder, &shuffled), &shuffled),
        by_words(&expected, &words)
    );
    #[cfg(feature = "rayon")]
    for threads in [1, 2, 5] {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()
            .unwrap();
        assert_eq!(pool.install(|| find(&finder, &words)), expected);
    }
}

/// Articles of 300 words of which each `every`-th is their own and the others are the same.
fn template(articles: usize, every: usize, seed: u64) -> Vec<Vec<u64>> {
    let mut random = Random(seed);
    let common = random.words(300);
    let mut article = || {
        let mut words = common.clone();
        words
            .iter_mut()
            .step_by(every)
            .for_each(|word| *word = random.next());
        words
    };
    (0..articles).map(|_| article()).collect()
}

#[test]
fn identical_articles_are_compared_once() {
    let words = vec![Random(5).words(300); 5_000];
    let copies = find(&CopyFinder::default(), &words);
    assert_eq!(copies.groups(), [(0..5_000).collect::<Vec<_>>()]);
    assert_eq!(copies.identical(), copies.groups());
    assert_eq!((copies.candidates(), copies.left_out()), (0, 0));
    assert_eq!(copies.pairs().count(), 5_000 * 4_999 / 2);
}

/// 0.73 of the shingles are the template's: each article is a copy of each.
#[test]
fn a_template_of_copies_is_one_group_at_little_cost() {
    let copies = find(&CopyFinder::default(), &template(3_000, 10, 6));
    assert_eq!(copies.groups().len(), 1);
    assert_eq!(copies.groups()[0].len(), 3_000);
    assert!(copies.left_out() > 1_000_000 && copies.capped_buckets() > 0);
    assert!(copies.candidates() < 3_000 * 64, "{}", copies.candidates());
}

/// Two in five shingles are the template's, too few for a copy; each article also has a true copy,
/// which must be found in the crowd.
#[test]
fn true_copies_meet_inside_a_template() {
    let mut words = template(1_500, 5, 7);
    let mut random = Random(8);
    for n in 0..1_500 {
        let mut copy = words[n].clone();
        copy[random.below(300)] = random.next();
        words.push(copy);
    }
    let copies = find(&CopyFinder::default(), &words);
    let expected: Vec<Vec<usize>> = (0..1_500).map(|n| vec![n, n + 1_500]).collect();
    assert_eq!(copies.groups(), expected);
    assert!(copies.candidates() < 3_000 * 64, "{}", copies.candidates());
}

#[test]
fn short_and_huge_articles_are_no_trouble() {
    let mut random = Random(10);
    // Of 30 words in all, so that many of them share a shingle.
    let vocabulary = random.words(30);
    let mut words: Vec<Vec<u64>> = (0..10_000)
        .map(|_| (0..10).map(|_| vocabulary[random.below(30)]).collect())
        .collect();
    words.extend([vec![], vec![1], vec![], vec![1]]);
    let huge = random.words(200_000);
    words.push(huge.clone());
    words.push([&huge[..], &[1]].concat());
    let copies = find(&CopyFinder::default(), &words);
    assert!(copies.groups().contains(&vec![10_001, 10_003]));
    assert!(copies.groups().contains(&vec![10_004, 10_005]));
    assert!(
        copies
            .groups()
            .iter()
            .flatten()
            .all(|&n| !words[n].is_empty())
    );
    assert!(copies.candidates() < 10_000 * 64);
}
