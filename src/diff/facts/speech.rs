//! Quotations: the same words with another speaker, or a quotation cut or changed.

use std::ops::Range;

use super::pairing::{MOST, best_pairs};
use super::side::head;
use crate::text::{Quote, fold, quotes, words};

/// Words of the shortest quotation that is compared: shorter ones are often irony or a title.
const SPEECH: usize = 4;

/// Bytes of the longest paragraph that is looked at for the marks of a quotation.
const PARAGRAPH: usize = 2000;

/// Marks without which there is no quotation.
const MARKS: [char; 8] = ['“', '"', '„', '«', '»', '‘', '\'', '「'];

/// A quotation that both sides have.
#[derive(Debug)]
pub(super) struct SharedQuote {
    /// What differs in their words, without what they begin and end with alike.
    pub(super) words: Option<[Option<Range<usize>>; 2]>,
    /// Their speakers, where both are named and differ.
    pub(super) speakers: Option<[Range<usize>; 2]>,
}

struct Speech {
    keys: Vec<String>,
    quote: Quote,
}

/// The quotations in the sentences of a side.
fn speeches(text: &str, spans: &[Range<usize>]) -> Vec<Speech> {
    let (Some(start), Some(end)) = (
        spans.iter().map(|span| span.start).min(),
        spans.iter().map(|span| span.end).max(),
    ) else {
        return Vec::new();
    };
    let (Some(before), Some(behind)) = (text.get(..start), text.get(end..)) else {
        return Vec::new();
    };
    // Whole paragraphs, so that the marks of a quotation are not torn apart, unless they are as
    // long as no paragraph is.
    let mut from = before.len().saturating_sub(PARAGRAPH);
    while !before.is_char_boundary(from) {
        from += 1;
    }
    let start = before[from..].rfind('\n').map_or(start, |at| from + at + 1);
    let start = if from == 0 && !before.contains('\n') {
        0
    } else {
        start
    };
    let behind = head(behind, PARAGRAPH);
    let end = end
        + behind
            .find('\n')
            .unwrap_or(if end + behind.len() == text.len() {
                behind.len()
            } else {
                0
            });
    let Some(lines) = text.get(start..end).filter(|lines| lines.contains(MARKS)) else {
        return Vec::new();
    };
    let shift = |range: Range<usize>| range.start + start..range.end + start;
    quotes(lines)
        .into_iter()
        .map(|quote| Quote {
            start: quote.start + start,
            end: quote.end + start,
            speaker: quote.speaker.map(shift),
            ..quote
        })
        .filter(|quote| quote.words >= SPEECH)
        .filter_map(|quote| clipped(quote, spans))
        .take(MOST)
        .map(|quote| Speech {
            keys: folded(&text[quote.span()]),
            quote,
        })
        .collect()
}

/// The part of a quotation that lies in the sentences of a side: what it says in others is theirs.
fn clipped(quote: Quote, spans: &[Range<usize>]) -> Option<Quote> {
    let parts = || {
        spans
            .iter()
            .filter(|span| span.start < quote.end && quote.start < span.end)
    };
    let start = parts().map(|span| span.start).min()?.max(quote.start);
    let end = parts().map(|span| span.end).max()?.min(quote.end);
    Some(Quote {
        start,
        end,
        ..quote
    })
}

fn folded(text: &str) -> Vec<String> {
    words(text)
        .map(|(_, word)| {
            let mut key = String::new();
            fold(word, &mut key);
            key
        })
        .collect()
}

/// The quotations both sides have, where words or speaker differ.
pub(super) fn changes(
    left: (&str, &[Range<usize>]),
    right: (&str, &[Range<usize>]),
) -> Vec<SharedQuote> {
    let (ours, theirs) = (speeches(left.0, left.1), speeches(right.0, right.1));
    let pairs = best_pairs(&ours, &theirs, |l, r| {
        let likeness = likeness(&l.keys, &r.keys);
        (likeness >= 600).then_some(likeness)
    });
    let mut changes = Vec::new();
    for (i, j) in pairs {
        let (l, r) = (&ours[i], &theirs[j]);
        let words = (l.keys != r.keys).then(|| differing(left.0, l, right.0, r));
        let speakers = l
            .quote
            .speaker
            .clone()
            .zip(r.quote.speaker.clone())
            .and_then(|(a, b)| {
                let is_one =
                    is_one_speaker(&folded(&left.0[a.clone()]), &folded(&right.0[b.clone()]));
                (!is_one).then_some([a, b])
            });
        if words.is_some() || speakers.is_some() {
            changes.push(SharedQuote { words, speakers });
        }
    }
    changes
}

/// The words of two quotations between those they begin with and those they end with alike.
fn differing(left: &str, l: &Speech, right: &str, r: &Speech) -> [Option<Range<usize>>; 2] {
    let shorter = l.keys.len().min(r.keys.len());
    let alike = |(a, b): &(&String, &String)| a == b;
    let head = l.keys.iter().zip(&r.keys).take_while(alike).count();
    let tail = l
        .keys
        .iter()
        .rev()
        .zip(r.keys.iter().rev())
        .take_while(alike)
        .count();
    let tail = tail.min(shorter - head);
    let part = |text: &str, speech: &Speech| {
        let span = speech.quote.span();
        let inner = head..speech.keys.len() - tail;
        let words: Vec<_> = words(&text[span.clone()]).collect();
        let (first, last) = (
            words.get(inner.start)?,
            words.get(inner.end.checked_sub(1)?)?,
        );
        (!inner.is_empty()).then(|| span.start + first.0..span.start + last.0 + last.1.len())
    };
    [part(left, l), part(right, r)]
}

fn is_one_speaker(left: &[String], right: &[String]) -> bool {
    left.last() == right.last()
        || left.iter().all(|key| right.contains(key))
        || right.iter().all(|key| left.contains(key))
}

/// Thousandths of the shorter quotation that the longer one has in the same order, from its pairs of
/// neighbouring words, so that a quotation cut short is still the same one.
fn likeness(left: &[String], right: &[String]) -> usize {
    let pairs = |keys: &[String]| -> Vec<(String, String)> {
        let mut pairs: Vec<_> = keys
            .windows(2)
            .map(|pair| (pair[0].clone(), pair[1].clone()))
            .collect();
        pairs.sort_unstable();
        pairs.dedup();
        pairs
    };
    let (left, right) = (pairs(left), pairs(right));
    let shared = left
        .iter()
        .filter(|pair| right.binary_search(pair).is_ok())
        .count();
    let shorter = left.len().min(right.len());
    if shorter < SPEECH - 1 {
        0
    } else {
        shared * 1000 / shorter
    }
}
