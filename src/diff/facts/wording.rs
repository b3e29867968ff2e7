//! Wording: what is claimed between two names that both sides connect, in words that do not mean
//! the same.
//!
//! Only a claim is looked at that stands between two shared names, has a verb on both sides, and
//! shares next to nothing. Verbs known to mean the same are no difference.

use std::ops::Range;

use super::names::Name;
use super::side::{Side, is_content, stem};
use crate::text::is_speech_verb;

/// Words between two names that are still one claim.
const LONGEST: usize = 14;

/// Verbs of the same meaning, a line each, as stems.
#[rustfmt::skip]
const SYNONYMS: &[&[&str]] = &[
    &["acclaim", "applaud", "commend", "compliment", "congratulat", "hail", "laud", "prais", "salut"],
    &["attack", "blast", "condemn", "criticis", "criticiz", "decri", "denounc", "rebuk", "slam"],
    &["acquir", "bought", "buy", "purchas"],
    &["arrest", "detain", "held", "apprehend"],
    &["climb", "gain", "jump", "rise", "rose", "soar", "surg"],
    &["declin", "drop", "fall", "fell", "plung", "slid", "slip", "sank", "tumbl"],
    &["kill", "murder", "slay", "slain"],
    &["began", "begin", "launch", "start"],
    &["conclud", "end", "finish"],
    &["leav", "left", "quit", "resign"],
    &["beat", "defeat", "overcam"],
    &["assail", "challeng"],
    &["met", "meet"],
];

/// A claim on which two sides differ.
pub(super) fn changes(
    left: &Side<'_>,
    right: &Side<'_>,
    ours: &[Name],
    theirs: &[Name],
) -> Vec<[Range<usize>; 2]> {
    let anchors = common(ours, theirs);
    let mut changes: Vec<[Range<usize>; 2]> = Vec::new();
    for pair in anchors.windows(2) {
        let [(a, c), (b, d)] = pair else { continue };
        let (a, b, c, d) = (&ours[*a], &ours[*b], &theirs[*c], &theirs[*d]);
        if a.is_like(b) {
            continue;
        }
        let claims = claim(left, a.at.end..b.at.start).zip(claim(right, c.at.end..d.at.start));
        if let Some((l, r)) = claims.filter(|(l, r)| is_other(l, r)) {
            changes.push([l.span(left, b.at.start), r.span(right, d.at.start)]);
        }
    }
    changes
}

/// The longest run of names in the same order on both sides, as pairs of their places.
fn common(ours: &[Name], theirs: &[Name]) -> Vec<(usize, usize)> {
    let width = theirs.len() + 1;
    let mut lengths = vec![0_u32; (ours.len() + 1) * width];
    for i in (0..ours.len()).rev() {
        for j in (0..theirs.len()).rev() {
            lengths[i * width + j] = if ours[i].is_like(&theirs[j]) {
                lengths[(i + 1) * width + j + 1] + 1
            } else {
                lengths[(i + 1) * width + j].max(lengths[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut pairs = Vec::new();
    while i < ours.len() && j < theirs.len() {
        if ours[i].is_like(&theirs[j]) {
            pairs.push((i, j));
            i += 1;
            j += 1;
        } else {
            let (down, across) = (lengths[(i + 1) * width + j], lengths[i * width + j + 1]);
            // Both at once where they tie, so that left and right may be exchanged.
            i += usize::from(down >= across);
            j += usize::from(across >= down);
        }
    }
    pairs
}

/// What is said between two names: from its verb on.
struct Claim {
    /// Place of the verb among the words of the side.
    verb: usize,
    is_speech: bool,
    /// Stems of its words that say something.
    stems: Vec<String>,
    verb_stem: String,
}

impl Claim {
    /// From the verb to the name behind the claim.
    fn span(&self, side: &Side<'_>, end: usize) -> Range<usize> {
        side.words[self.verb].span.start..side.words[end - 1].span.end
    }
}

/// The claim between two names, if it is short, within one sentence, and has a verb.
fn claim(side: &Side<'_>, range: Range<usize>) -> Option<Claim> {
    let words = side
        .words
        .get(range.clone())
        .filter(|words| !words.is_empty() && words.len() <= LONGEST)?;
    let sentence = side.words.get(range.start.checked_sub(1)?)?.sentence;
    let is_one = words
        .iter()
        .chain(side.words.get(range.end))
        .all(|word| word.sentence == sentence);
    let last = range.end.checked_sub(1)?;
    let has_comma = (range.start - 1..=last).any(|at| {
        side.between(at)
            .is_none_or(|marks| marks.contains([',', ';', '(', '“', '"']))
    });
    if !is_one || has_comma {
        return None;
    }
    let content: Vec<_> = words
        .iter()
        .filter(|word| is_content(&word.key) && !is_speech_verb(&word.key))
        .collect();
    let verb = range
        .clone()
        .find(|&at| is_verb(side, at) && !is_speech_verb(side.key(at)));
    let is_speech = words.iter().any(|word| is_speech_verb(&word.key));
    let verb = verb?;
    Some(Claim {
        verb,
        is_speech,
        stems: content
            .iter()
            .map(|word| stem(&word.key).to_owned())
            .collect(),
        verb_stem: stem(side.key(verb)).to_owned(),
    })
}

/// Whether a word looks like a verb: -ed, or -s where no noun can stand.
fn is_verb(side: &Side<'_>, at: usize) -> bool {
    let Some(word) = side.words.get(at) else {
        return false;
    };
    let key = word.key.as_str();
    if !word.text.starts_with(char::is_lowercase) || key.len() < 3 || !is_content(key) {
        return false;
    }
    let before = side.key(at.wrapping_sub(1));
    let is_behind_article = matches!(
        before,
        "the"
            | "a"
            | "an"
            | "his"
            | "her"
            | "its"
            | "their"
            | "of"
            | "in"
            | "on"
            | "with"
            | "for"
            | "from"
            | "by"
            | "at"
            | "some"
            | "many"
            | "and"
    );
    let has_ending =
        key.ends_with("ed") || key.ends_with('s') && !key.ends_with("ss") && !key.ends_with("us");
    let is_irregular = matches!(
        key,
        "beat"
            | "began"
            | "bought"
            | "built"
            | "came"
            | "cut"
            | "fell"
            | "gave"
            | "held"
            | "hit"
            | "left"
            | "led"
            | "lost"
            | "made"
            | "met"
            | "paid"
            | "put"
            | "ran"
            | "rose"
            | "saw"
            | "sent"
            | "set"
            | "shot"
            | "sold"
            | "spent"
            | "took"
            | "won"
    );
    !is_behind_article && (has_ending || is_irregular)
}

/// Whether two claims do not say the same.
fn is_other(left: &Claim, right: &Claim) -> bool {
    if left.is_speech && right.is_speech && left.stems.len().min(right.stems.len()) < 2 {
        return false;
    }
    let shared = left
        .stems
        .iter()
        .filter(|stem| right.stems.contains(stem))
        .count();
    let all = left.stems.len() + right.stems.len() - shared;
    let class = |claim: &Claim| {
        SYNONYMS
            .iter()
            .position(|line| line.contains(&claim.verb_stem.as_str()))
    };
    match (class(left), class(right)) {
        (Some(a), Some(b)) if a == b => false,
        (Some(_), Some(_)) => true,
        // One word for another may well be a synonym nobody listed.
        _ => shared * 5 <= all && left.stems.len().max(right.stems.len()) >= 2,
    }
}
