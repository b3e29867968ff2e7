//! Whether two sentences say the same, no more and no less.

use std::collections::BTreeMap;

use super::keys;
use super::lcs;
use super::rarity::{self, Rarity};
use crate::event::{self, Background};
use crate::text;

/// How far two sentences say the same, no more and no less, from 0 to 1.
///
/// It is the mean of three measures, each the part of the larger side that the other has too: words
/// weighted by rarity, runs of three characters, and words in common order. Unlike
/// [`Pair::similarity`], by which sentences are matched, it counts what one side adds against the
/// pair.
///
/// On the training part of the Microsoft Research Paraphrase Corpus a cut at 0.5 tells equal from
/// different meaning in 73.6 of 100 cases (cross-validated); 67.5 would be right by always saying
/// equal.
///
/// [`Pair::similarity`]: crate::diff::Pair::similarity
///
/// ```
/// use retold::diff::agreement;
/// let same = agreement("The mayor resigned on Monday.", "On Monday the mayor resigned.");
/// let more = agreement("The mayor resigned on Monday.", "The mayor resigned on Monday after a row over fees.");
/// assert!(same > more && more > agreement("The mayor resigned.", "Shares fell in Tokyo."));
/// ```
pub fn agreement(left: &str, right: &str) -> f64 {
    let background = Background::english();
    let [a, b] = [left, right].map(|sentence| Bag::of(sentence, &background));
    let larger = a.order.len().max(b.order.len());
    if larger == 0 {
        return if left.trim() == right.trim() {
            1.0
        } else {
            0.0
        };
    }
    let common = lcs::heaviest_common(&a.order, &b.order, |_| 1).len();
    let order = common as f64 / larger as f64;
    (part(&a.words, &b.words) + part(&a.grams, &b.grams) + order) / 3.0
}

/// The part of its weight that the commonest word keeps.
const KEPT: f64 = 0.45;

/// What a sentence is made of, with weights.
struct Bag {
    words: BTreeMap<u64, f64>,
    grams: BTreeMap<u64, f64>,
    order: Vec<u64>,
}

impl Bag {
    fn of(sentence: &str, background: &Background) -> Self {
        let tokens = keys::tokens(sentence);
        let (rarity, mut scratch) = (Rarity::new(1, background), String::new());
        let mut folded = String::from(" ");
        let mut words = BTreeMap::new();
        for token in &tokens {
            let word = &sentence[token.span()];
            text::fold(word, &mut folded);
            folded.push(' ');
            // Signs and the words that hold sentences together have no rarity.
            let rare = if rarity::is_common(token.hash) || !word.contains(char::is_alphanumeric) {
                0.0
            } else {
                rarity.in_general(event::key_of(word, token.hash, &mut scratch))
            };
            let weight = KEPT + (1.0 - KEPT) * rare;
            words.insert(token.hash, weight * weight);
        }
        let chars: Vec<char> = folded.chars().collect();
        let gram = |window: &[char]| {
            let key = window.iter().fold(0, |key, &c| key << 21 | u64::from(c));
            (key, 1.0)
        };
        Self {
            words,
            grams: chars.windows(3).map(gram).collect(),
            order: tokens.iter().map(|token| token.hash).collect(),
        }
    }
}

/// The part of the heavier side that both have, from 0 to 1.
fn part(a: &BTreeMap<u64, f64>, b: &BTreeMap<u64, f64>) -> f64 {
    let shared: f64 = a
        .iter()
        .filter(|(key, _)| b.contains_key(key))
        .map(|(_, w)| w)
        .sum();
    let whole = a.values().sum::<f64>().max(b.values().sum());
    if whole > 0.0 {
        (shared / whole).min(1.0)
    } else {
        0.0
    }
}
