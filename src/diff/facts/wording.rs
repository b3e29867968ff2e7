//! Wording: words that say the opposite in one place, and what is claimed between two names that both
//! sides connect, in words that do not mean the same.
//!
//! Only a claim is looked at that stands between two shared names and has one of the verbs of a table
//! on both sides.

use std::ops::Range;

use super::lexicon::Tag;
use super::markers::is_negated;
use super::names::Name;
use super::opposites::{are_alike, are_opposite};
use super::side::Side;
use super::slots::{Hand, Slots};
use super::stems::stem;

/// Words between two names that are still one claim.
const LONGEST: usize = 10;

/// Words of one side that are looked at for opposites, so that no text is quadratic.
const MOST: usize = 64;

/// Verbs that judge, compare, or tell what came of what, as stems: those of a line say the same, those
/// of two lines do not. Of other verbs the choice tells too little: most are synonyms in their place.
#[rustfmt::skip]
const CLAIMS: &[&[&str]] = &[
    // for and against someone
    &["acclaim", "applaud", "commend", "compliment", "congratulat", "hail", "laud", "prais", "salut"],
    &["attack", "blast", "condemn", "criticis", "criticiz", "decri", "denounc", "rebuk", "slam"],
    &["blam", "accus"],
    &["thank"],
    // one beside another
    &["beat", "exceed", "outdo", "outperform", "outpac", "outstrip", "overtak", "overtook", "surpass", "top"],
    &["set", "sets", "distinguish", "differentiat"],
    &["equal", "match", "rival"],
    &["lag", "lags", "trail"],
    // one after another
    &["caus", "prompt", "provok", "spark", "trigger"],
    &["follow", "succeed", "succ"],
    &["aris", "aros", "originat", "stem"],
    &["preced"],
    &["prevent", "avert"],
];

/// Small words, and words for persons and places, which mean an opposite only where all else around
/// them is the same.
fn needs_the_same_place(key: &str) -> bool {
    key.len() <= 6
        && !key.ends_with("ed")
        && !matches!(
            key,
            "rose"
                | "fell"
                | "won"
                | "lost"
                | "beat"
                | "missed"
                | "rise"
                | "fall"
                | "gain"
                | "drop"
                | "guilty"
                | "freed"
                | "loss"
                | "profit"
                | "denied"
                | "dead"
                | "alive"
                | "died"
        )
}

/// Whether a word bounds a number: more than, at least.
fn is_bound(side: &Side<'_>, at: usize) -> bool {
    matches!(
        side.key(at),
        "fewer" | "less" | "least" | "more" | "most" | "over" | "under"
    ) && (side.key(at + 1) == "than"
        || side.key_before(at) == "at"
        || side.words.get(at + 1).is_some_and(|word| word.is_taken))
}

/// Words in one place of both sides that say the opposite of each other.
pub(super) fn opposites(slots: &Slots<'_, '_>) -> Vec<[usize; 2]> {
    let [left, right] = [Hand::Left, Hand::Right].map(|hand| slots.side(hand));
    let candidates = |side: &Side<'_>, hand| -> Vec<usize> {
        (0..side.words.len())
            .filter(|&at| {
                let word = &side.words[at];
                word.text.starts_with(char::is_lowercase)
                    && (word.is(Tag::Opposite) || word.key.starts_with("un"))
                    && !word.is_taken
                    && !is_bound(side, at)
                    && slots.across(hand, at).is_none()
            })
            .take(MOST)
            .collect()
    };
    let ours = candidates(left, Hand::Left);
    if ours.is_empty() {
        return Vec::new();
    }
    let theirs = candidates(right, Hand::Right);
    let says = |side: &Side<'_>, key: &str| side.words.iter().any(|word| are_alike(word.key, key));
    let mut found = Vec::new();
    for &l in &ours {
        for &r in &theirs {
            let (a, b) = (left.key(l), right.key(r));
            if !are_opposite(a, b) || is_negated(left, l) != is_negated(right, r) {
                continue;
            }
            let (l_at, r_at) = (l..l + 1, r..r + 1);
            let is_in_place = if needs_the_same_place(a) || needs_the_same_place(b) {
                slots.is_plain_exchange(&l_at, &r_at)
            } else {
                slots.is_exchange(&l_at, &r_at)
            };
            if is_in_place && !says(right, a) && !says(left, b) {
                found.push([l, r]);
            }
        }
    }
    found
}

/// A claim on which two sides differ.
pub(super) fn changes(
    left: &Side<'_>,
    right: &Side<'_>,
    ours: &[Name<'_>],
    theirs: &[Name<'_>],
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
fn common(ours: &[Name<'_>], theirs: &[Name<'_>]) -> Vec<(usize, usize)> {
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
struct Claim<'s> {
    /// Place of the verb among the words of the side.
    verb: usize,
    verb_stem: &'s str,
}

impl Claim<'_> {
    /// From the verb to the name behind the claim.
    fn span(&self, side: &Side<'_>, end: usize) -> Range<usize> {
        side.words[self.verb].span.start..side.words[end - 1].span.end
    }
}

/// The claim between two names, if it is short, within one sentence, and has a verb.
fn claim<'s>(side: &'s Side<'_>, range: Range<usize>) -> Option<Claim<'s>> {
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
    let verb = range
        .clone()
        .find(|&at| is_verb(side, at) && !side.is(at, Tag::Speech));
    // The first name does what the verb says: only small words and adverbs stand between.
    let verb = verb.filter(|&verb| {
        let between = &side.words[range.start..verb];
        let strange = between
            .iter()
            .filter(|word| word.is_content() && !word.is(Tag::Speech) && !word.key.ends_with("ly"));
        // Acme claims that this model does.
        strange.count() <= usize::from(between.iter().any(|word| word.is(Tag::Speech)))
    })?;
    Some(Claim {
        verb,
        verb_stem: stem(side.key(verb)),
    })
}

/// Whether a word looks like a verb: -ed, or -s where no noun can stand.
pub(super) fn is_verb(side: &Side<'_>, at: usize) -> bool {
    let Some(word) = side.words.get(at) else {
        return false;
    };
    let key = word.key;
    if !word.text.starts_with(char::is_lowercase) || key.len() < 3 || !word.is_content() {
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

/// Whether two claims do not say the same: their verbs are of two lines.
fn is_other(left: &Claim<'_>, right: &Claim<'_>) -> bool {
    let line = |claim: &Claim<'_>| {
        CLAIMS
            .iter()
            .position(|line| line.contains(&claim.verb_stem))
    };
    let lines = line(left).zip(line(right));
    lines.is_some_and(|(ours, theirs)| ours != theirs)
}
