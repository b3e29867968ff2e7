//! Whether two phrases write one value in two ways: `half a million homes`, `500,000 homes`.

use super::numerals;
use super::words::Words;
use crate::diff::facts::lexicon::Class;

/// Whether both phrases tell the same numbers in the same order, and nothing else that the other
/// does not tell.
pub(in crate::diff) fn is_same_value(left: &str, right: &str) -> bool {
    let words = [left, right].map(Words::of_phrase);
    let [ours, theirs] = words.each_ref().map(read);
    let is_same = |(our, their): (&(f64, f64), &(f64, f64))| our == their;
    if ours.amounts.is_empty()
        || ours.amounts.len() != theirs.amounts.len()
        || !ours.amounts.iter().zip(&theirs.amounts).all(is_same)
    {
        return false;
    }
    let is_told = |side: usize, at: &usize| {
        let (here, there) = (&words[side], &words[1 - side]);
        let is_small = [Class::Stop, Class::Money, Class::About]
            .iter()
            .any(|class| here.is(*at, *class));
        is_small || (0..there.len()).any(|other| there.hash(other) == here.hash(*at))
    };
    ours.rest.iter().all(|at| is_told(0, at)) && theirs.rest.iter().all(|at| is_told(1, at))
}

/// The numbers of a phrase, and its other words.
struct Read {
    amounts: Vec<(f64, f64)>,
    rest: Vec<usize>,
}

fn read(words: &Words<'_>) -> Read {
    let mut found = Read {
        amounts: Vec::new(),
        rest: Vec::new(),
    };
    let mut at = 0;
    while at < words.len() {
        if let Some(numeral) = numerals::read(words, at) {
            let amount = numeral.amount;
            found.amounts.push((amount.low, amount.high));
            at = numeral.end;
        } else {
            found.rest.push(at);
            at += 1;
        }
    }
    found
}
