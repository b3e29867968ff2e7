//! Copies among many articles.

use std::collections::HashMap;

use retold::sketch::Shingles;
use retold::story::CopyFinder;
use retold::{hash, text};

use crate::data;

/// The words of the file of pairs: `\w+` in lower case.
fn file_words(text: &str) -> Vec<u64> {
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !(c.is_alphanumeric() || c == '_'));
    words
        .filter(|word| !word.is_empty())
        .map(|word| hash::bytes(word.as_bytes()))
        .collect()
}

fn own_words(text: &str) -> Vec<u64> {
    text::tokens(text).iter().map(|token| token.hash).collect()
}

fn read(words: &[Vec<u64>]) -> impl Fn(usize, &mut Shingles) + Sync {
    |n, shingles| shingles.read_words(&words[n])
}

/// Recall and precision against the pairs of the file, computed from 5-word shingles.
#[test]
fn near_duplicates_of_the_corpus_are_found() {
    let (Some(articles), Some(pairs)) = (
        data::rows("corpus/news.jsonl"),
        data::rows("corpus/near_duplicate_pairs.jsonl"),
    ) else {
        return;
    };
    let numbers: HashMap<&str, usize> = articles
        .iter()
        .enumerate()
        .map(|(n, row)| (row["id"].as_str().unwrap(), n))
        .collect();
    let pairs: HashMap<(usize, usize), f64> = pairs
        .iter()
        .map(|row| {
            let (a, b) = (
                numbers[row["a"].as_str().unwrap()],
                numbers[row["b"].as_str().unwrap()],
            );
            ((a.min(b), a.max(b)), row["jaccard"].as_f64().unwrap())
        })
        .collect();
    let texts: Vec<&str> = articles
        .iter()
        .map(|row| row["text"].as_str().unwrap())
        .collect();
    for (name, words) in [
        (
            "the file's words",
            texts
                .iter()
                .map(|text| file_words(text))
                .collect::<Vec<_>>(),
        ),
        (
            "own words",
            texts.iter().map(|text| own_words(text)).collect(),
        ),
    ] {
        for threshold in [0.5, 0.7, 0.8] {
            let finder = CopyFinder::new(5, threshold).unwrap().containment(2.0, 0);
            let start = std::time::Instant::now();
            let copies = finder.find(texts.len(), read(&words));
            let time = start.elapsed();
            let found: Vec<(usize, usize)> = copies.pairs().collect();
            let wanted = pairs.values().filter(|&&j| j >= threshold).count();
            let right = found
                .iter()
                .filter(|pair| pairs.get(*pair).is_some_and(|&j| j >= threshold))
                .count();
            println!(
                "{name}, {threshold}: recall {:.4} precision {:.4} of {wanted}, {} candidates, {} links, left out {}, {time:?}",
                right as f64 / wanted as f64,
                right as f64 / found.len() as f64,
                copies.candidates(),
                copies.links().len(),
                copies.left_out()
            );
        }
    }
}
