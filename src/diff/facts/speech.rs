//! Quotations: the same words with another speaker, or a quotation cut or changed.

use std::borrow::Cow;
use std::ops::Range;

use super::bearer::{Bearer, is_spelling};
use super::pairing::{MOST, best_pairs};
use super::side::head;
use super::stems;
use super::{Change, Told};
use crate::diff::lcs::heaviest_common;
use crate::text::{Quote, fold, quotes, words};

/// Words of the shortest quotation that is compared: shorter ones are often irony or a title.
const SPEECH: usize = 4;

/// Bytes of the longest paragraph that is looked at for the marks of a quotation.
const PARAGRAPH: usize = 2000;

/// Marks without which there is no quotation.
const MARKS: [char; 8] = ['“', '"', '„', '«', '»', '‘', '\'', '「'];

/// Words of the longest difference that is shown: where more differs, the quotations do.
const LONGEST: usize = 8;

/// A quotation that both sides have.
#[derive(Debug)]
pub(super) struct SharedQuote {
    /// What differs in their words, without what they begin and end with alike.
    pub(super) words: Option<Change>,
    /// Their speakers, where both are named and differ.
    pub(super) speakers: Option<[Range<usize>; 2]>,
}

struct Speech {
    stems: Vec<u64>,
    /// Pairs of neighbouring words, in order.
    pairs: Vec<(u64, u64)>,
    quote: Quote,
}

/// The quotations in the sentences of a side.
fn speeches(told: Told<'_>) -> Vec<Speech> {
    let (Some(start), Some(end)) = (
        told.spans.iter().map(|span| span.start).min(),
        told.spans.iter().map(|span| span.end).max(),
    ) else {
        return Vec::new();
    };
    let quotes = match told.quotes {
        Some(quotes) => {
            let from = quotes.partition_point(|quote| quote.end <= start);
            let len = quotes[from..].partition_point(|quote| quote.start < end);
            Cow::Borrowed(&quotes[from..from + len])
        }
        None => Cow::Owned(quotes_around(told.text, start..end)),
    };
    quotes
        .iter()
        .filter(|quote| quote.words >= SPEECH)
        .filter_map(|quote| clipped(quote, told.spans))
        .take(MOST)
        .map(|quote| {
            let folded = folded(&told.text[quote.span()]);
            let stems: Vec<u64> = folded.iter().map(|key| stems::read(key).1).collect();
            let mut pairs: Vec<_> = stems.windows(2).map(|pair| (pair[0], pair[1])).collect();
            pairs.sort_unstable();
            pairs.dedup();
            Speech {
                stems,
                pairs,
                quote,
            }
        })
        .collect()
}

/// The quotations of the paragraphs in which a range lies, so that the marks of a quotation are not
/// torn apart, unless they are as long as no paragraph is.
fn quotes_around(text: &str, range: Range<usize>) -> Vec<Quote> {
    let (Some(before), Some(behind)) = (text.get(..range.start), text.get(range.end..)) else {
        return Vec::new();
    };
    let mut from = before.len().saturating_sub(PARAGRAPH);
    while !before.is_char_boundary(from) {
        from += 1;
    }
    let start = match before[from..].rfind('\n') {
        Some(at) => from + at + 1,
        None if from == 0 => 0,
        None => range.start,
    };
    let near = head(behind, PARAGRAPH);
    let end = match near.find('\n') {
        Some(at) => range.end + at,
        None if near.len() == behind.len() => text.len(),
        None => range.end,
    };
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
        .collect()
}

/// The part of a quotation that lies in the sentences of a side: what it says in others is theirs.
fn clipped(quote: &Quote, spans: &[Range<usize>]) -> Option<Quote> {
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
        ..quote.clone()
    })
}

/// The quotations both sides have, where words or speaker differ.
pub(super) fn changes(left: Told<'_>, right: Told<'_>) -> Vec<SharedQuote> {
    let ours = speeches(left);
    if ours.is_empty() {
        return Vec::new();
    }
    let theirs = speeches(right);
    let pairs = best_pairs(&ours, &theirs, |l, r| {
        let likeness = likeness(&l.pairs, &r.pairs);
        (likeness >= 600 && are_telling(&l.stems, &r.stems)).then_some(likeness)
    });
    let mut changes = Vec::new();
    for (i, j) in pairs {
        let (l, r) = (&ours[i], &theirs[j]);
        let words = (l.stems != r.stems)
            .then(|| differing(left.text, l, right.text, r))
            .flatten();
        let named = l.quote.speaker.clone().zip(r.quote.speaker.clone());
        let speakers = named.and_then(|(a, b)| {
            let [ours, theirs] = [&left.text[a.clone()], &right.text[b.clone()]].map(folded);
            are_others(&ours, &theirs).then_some([a, b])
        });
        if words.is_some() || speakers.is_some() {
            changes.push(SharedQuote { words, speakers });
        }
    }
    changes
}

/// Whether two lists of words share three that say something.
fn are_telling(left: &[u64], right: &[u64]) -> bool {
    left.iter()
        .filter(|stem| *stem & 1 == 1 && right.contains(stem))
        .count()
        > 2
}

/// The words of two quotations between those they begin with and those they end with alike; nothing
/// if one is only cut short, or is another quotation there.
fn differing(left: &str, ours: &Speech, right: &str, theirs: &Speech) -> Option<Change> {
    let (l, r) = (&ours.stems[..], &theirs.stems[..]);
    let common = heaviest_common(l, r, |_| 1);
    let (&first, &last) = (common.first()?, common.last()?);
    // What stands before the first word of both or behind the last is cut off on the other side,
    // unless it is a word for a word.
    let from = if first.0 == first.1 && first.0 < 3 {
        (0, 0)
    } else {
        first
    };
    let rest = (l.len() - 1 - last.0, r.len() - 1 - last.1);
    let to = if rest.0 == rest.1 && rest.0 < 3 {
        (l.len(), r.len())
    } else {
        (last.0 + 1, last.1 + 1)
    };
    let (l, r) = (&l[from.0..to.0], &r[from.1..to.1]);
    let alike = |(a, b): &(&u64, &u64)| a == b;
    let head = l.iter().zip(r).take_while(alike).count();
    let tail = l.iter().rev().zip(r.iter().rev()).take_while(alike).count();
    let tail = tail.min(l.len().min(r.len()) - head);
    let part = |text: &str, speech: &Speech, range: Range<usize>| {
        let span = speech.quote.span();
        let words: Vec<_> = words(&text[span.clone()])
            .skip(range.start)
            .take(range.len())
            .collect();
        let (first, last) = (words.first()?, words.last()?);
        Some(span.start + first.0..span.start + last.0 + last.1.len())
    };
    let inner = (from.0 + head..to.0 - tail, from.1 + head..to.1 - tail);
    let lens = (inner.0.len(), inner.1.len());
    let is_short = lens.0.min(lens.1) <= LONGEST && lens.0.max(lens.1) <= 2 * LONGEST;
    let parts = [part(left, ours, inner.0), part(right, theirs, inner.1)];
    // A word that says something and that the other quotation does not have in another place.
    let says = |part: Option<&Range<usize>>, text: &str, other: &Speech| {
        part.is_some_and(|part| {
            folded(&text[part.clone()]).iter().any(|key| {
                let stem = stems::read(key).1;
                key.len() > 1 && stem & 1 == 1 && !other.stems.contains(&stem)
            })
        })
    };
    let tells = says(parts[0].as_ref(), left, theirs) || says(parts[1].as_ref(), right, ours);
    let is_spelling = match &parts {
        [Some(a), Some(b)] => {
            let [a, b] = [folded(&left[a.clone()]), folded(&right[b.clone()])];
            a.len() == b.len() && a.iter().zip(&b).all(|(a, b)| is_spelling(a, b))
                || a.concat() == b.concat()
        }
        _ => false,
    };
    (is_short && tells && !is_spelling).then_some(parts)
}

/// Whether two speakers are two persons.
fn are_others(left: &[String], right: &[String]) -> bool {
    let [left, right] =
        [left, right].map(|name| Bearer::new(name.iter().map(String::as_str).collect()));
    left.is_person() && right.is_person() && !left.is_like(&right)
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

/// Thousandths of the shorter quotation that the longer one has in the same order, from its pairs of
/// neighbouring words, so that a quotation cut short is still the same one.
fn likeness(left: &[(u64, u64)], right: &[(u64, u64)]) -> usize {
    let shared = left
        .iter()
        .filter(|pair| right.binary_search(pair).is_ok())
        .count();
    let shorter = left.len().min(right.len());
    if shorter < SPEECH - 1 || shared < SPEECH && shared < shorter {
        0
    } else {
        shared * 1000 / shorter
    }
}
