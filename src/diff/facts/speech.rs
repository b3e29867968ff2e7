//! Quotations: the same words with another speaker, or a quotation cut or changed.

use std::borrow::Cow;
use std::ops::Range;

use super::bearer::{Bearer, is_spelling};
use super::pairing::{MOST, best_pairs};
use super::side::head;
use super::speakers::{self, Speaker};
use super::{Change, Told};
use super::{numbers, stems};
use crate::diff::words::lcs::heaviest_common;
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

/// A quotation and its words.
struct Speech {
    stems: Vec<u64>,
    /// Where each word stands, and whether it is an editor's, in brackets.
    said: Vec<(Range<usize>, bool)>,
    /// Pairs of neighbouring words, in order.
    pairs: Vec<(u64, u64)>,
    quote: Quote,
    /// From the quotation before to the one behind, within the line.
    room: Range<usize>,
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
    let room = |at: usize| {
        let before = at.checked_sub(1).map_or(0, |before| quotes[before].end);
        let behind = quotes.get(at + 1).map(|next| next.start);
        let (start, end) = (quotes[at].start, quotes[at].end);
        let from = told.text[before.min(start)..start].rfind('\n');
        let behind = behind.unwrap_or(told.text.len()).max(end);
        let to = head(&told.text[end..behind], PARAGRAPH).find('\n');
        let last = end + head(&told.text[end..behind], PARAGRAPH).len();
        from.map_or(before.min(start), |line| before + line + 1)..to.map_or(last, |line| end + line)
    };
    (0..quotes.len())
        .filter(|&at| quotes[at].words >= SPEECH)
        .filter_map(|at| Some((clipped(&quotes[at], told.spans)?, room(at))))
        .take(MOST)
        .map(|(quote, room)| Speech::new(told.text, quote, room))
        .collect()
}

impl Speech {
    fn new(text: &str, quote: Quote, room: Range<usize>) -> Self {
        let (mut stems, mut said) = (Vec::new(), Vec::new());
        let content = &text[quote.span()];
        let (mut end, mut is_bracketed) = (0, false);
        for (at, word) in words(content) {
            let gap = &content[end..at];
            is_bracketed = (is_bracketed || gap.contains(['(', '['])) && !gap.ends_with([')', ']']);
            let span = quote.start + at..quote.start + at + word.len();
            // month(-long), dozen(s): part of a word
            let is_part = content[at + word.len()..].starts_with(['(', '[']);
            for stem in spoken(&folded(word)) {
                stems.push(stem);
                said.push((span.clone(), is_bracketed || is_part));
            }
            end = at + word.len();
        }
        let mut pairs: Vec<_> = stems.windows(2).map(|pair| (pair[0], pair[1])).collect();
        pairs.sort_unstable();
        pairs.dedup();
        Self {
            stems,
            said,
            pairs,
            quote,
            room,
        }
    }

    /// Whether a stem of a range is a word that says something and that another quotation does not
    /// have in any place.
    fn says_more(&self, range: Range<usize>, other: &Self) -> bool {
        self.stems[range]
            .iter()
            .any(|stem| stem & 1 == 1 && !other.stems.contains(stem))
    }

    fn is_bracketed(&self, range: Range<usize>) -> bool {
        self.said[range].iter().any(|word| word.1)
    }

    fn part(&self, range: Range<usize>) -> Option<Range<usize>> {
        let (first, last) = (
            self.said.get(range.start)?,
            self.said.get(range.end.checked_sub(1)?)?,
        );
        (!range.is_empty()).then_some(first.0.start..last.0.end)
    }
}

/// The stems of a folded word as it is spoken: `we've` is `we have`, ten is 10.
fn spoken(key: &str) -> Vec<u64> {
    let stem = |key: &str| stems::read(key).1;
    if let Some(value) = numbers::value_of(key) {
        return vec![value.to_bits() | 1];
    }
    if key == "gonna" || key == "wanna" || key == "gotta" {
        let verb = match key {
            "gonna" => "going",
            "wanna" => "want",
            _ => "got",
        };
        return vec![stem(verb), stem("to")];
    }
    // It’ s, I’ m, as some corpora write it
    if key == "s" {
        return Vec::new();
    }
    if let "m" | "re" | "ve" | "ll" = key {
        let verb = match key {
            "m" => "am",
            "re" => "are",
            "ve" => "have",
            _ => "will",
        };
        return vec![stem(verb)];
    }
    for (ending, word) in [
        ("n't", "not"),
        ("'ve", "have"),
        ("'re", "are"),
        ("'ll", "will"),
        ("'m", "am"),
    ] {
        if let Some(base) = key.strip_suffix(ending).filter(|base| !base.is_empty()) {
            return vec![stem(base), stem(word)];
        }
    }
    vec![stem(key)]
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
pub(super) fn changes(left: Told<'_>, right: Told<'_>, is_english: bool) -> Vec<SharedQuote> {
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
        let named = if is_english {
            speaker(left.text, &ours, i).zip(speaker(right.text, &theirs, j))
        } else {
            None
        };
        let speakers = named
            .filter(|(a, b)| a.is_other(b, [left.text, right.text]))
            .map(|(a, b)| [a.span, b.span]);
        if words.is_some() || speakers.is_some() {
            changes.push(SharedQuote { words, speakers });
        }
    }
    changes
}

/// The speaker told beside a quotation, or beside the one before if this one goes on from it.
fn speaker(text: &str, speeches: &[Speech], at: usize) -> Option<Speaker> {
    let own = &speeches[at];
    let beside = speakers::speaker(text, &own.quote, &own.room);
    beside.or_else(|| {
        let before = &speeches[at.checked_sub(1)?];
        let gap = text.get(before.quote.end..own.quote.start)?;
        let goes_on =
            gap.len() < NEAR && !gap.contains('\n') && gap.matches(['.', '!', '?']).count() < 2;
        let is_told = own.quote.speaker.is_none() || own.quote.speaker == before.quote.speaker;
        (goes_on && is_told)
            .then(|| speakers::speaker(text, &before.quote, &before.room))
            .flatten()
    })
}

/// Bytes between two quotations of one speaker.
const NEAR: usize = 80;

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
    let inner = [from.0 + head..to.0 - tail, from.1 + head..to.1 - tail];
    let lens = inner.each_ref().map(Range::len);
    let is_short = lens[0].min(lens[1]) <= LONGEST && lens[0].max(lens[1]) <= 2 * LONGEST;
    let [a, b] = inner;
    let tells = ours.says_more(a.clone(), theirs) || theirs.says_more(b.clone(), ours);
    let is_edited = ours.is_bracketed(a.clone()) || theirs.is_bracketed(b.clone());
    if !is_short || !tells || is_edited {
        return None;
    }
    let parts = [ours.part(a), theirs.part(b)];
    let is_spelling = match &parts {
        [Some(a), Some(b)] => {
            let is_name = |text: &str| {
                words(text).all(|(_, word)| word == "the" || word.starts_with(char::is_uppercase))
            };
            let are_names = is_name(&left[a.clone()]) && is_name(&right[b.clone()]);
            let keys = |text: &str| {
                words(text)
                    .map(|(_, word)| folded(word))
                    .collect::<Vec<_>>()
            };
            let [a, b] = [keys(&left[a.clone()]), keys(&right[b.clone()])];
            a.len() == b.len()
                && a.iter()
                    .zip(&b)
                    .all(|(a, b)| is_spelling(a, b) || is_clipped(a, b))
                || a.concat() == b.concat()
                || are_names && is_one_bearer(&a, &b)
        }
        _ => false,
    };
    (!is_spelling).then_some(parts)
}

fn folded(word: &str) -> String {
    let mut key = String::with_capacity(word.len());
    fold(word, &mut key);
    key
}

/// Whether one word is the other cut short: Sept. and September.
fn is_clipped(left: &str, right: &str) -> bool {
    let (short, long) = if left.len() < right.len() {
        (left, right)
    } else {
        (right, left)
    };
    (3..5).contains(&short.len()) && long.len() > 5 && long.starts_with(short)
}

/// Whether two names are of one bearer: IS and Isis, the UK and the United Kingdom.
fn is_one_bearer(left: &[String], right: &[String]) -> bool {
    let [left, right] = [left, right].map(|keys| {
        let words = keys.iter().map(String::as_str).filter(|key| *key != "the");
        Bearer::new(words.collect())
    });
    left.is_like(&right)
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
