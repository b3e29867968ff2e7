//! Names: who and what is in the story, and who does what to whom.

use std::ops::Range;

use super::Change;
use super::bearer::{Bearer, is_spelling};
use super::lexicon::Tag;
use super::markers::is_auxiliary;
use super::pairing::{MOST, differences};
use super::side::{Side, is_in, shared};
use super::slots::{Hand, Slots};
use super::stems::is_irregular;
use super::wording::is_verb;
use crate::text::name_runs_of;

/// A name as it stands in a sentence.
#[derive(Debug)]
pub(super) struct Name<'s> {
    bearer: Bearer<'s>,
    /// Its place among the words of the side.
    pub(super) at: Range<usize>,
    pub(super) span: Range<usize>,
    /// Whether only its place gives it a capital, as far as it tells itself.
    is_doubtful: bool,
}

/// Capitals that name a thing or an office rather than one of them, sorted.
#[rustfmt::skip]
const COMMON: &[&str] = &[
    "ai", "app", "atm", "ave", "avenue", "blvd", "boulevard", "ceo", "cfo", "coo", "cto", "deputy", "dna", "er", "gdp",
    "god", "hiv", "icu", "id", "internet", "ipo", "mp", "mps", "ok", "pc", "pm", "pr", "road", "rs", "st", "street", "suv",
    "tv", "vp", "web",
];

/// The names of a side.
pub(super) fn names<'s>(side: &'s Side<'_>, spans: &[Range<usize>]) -> Vec<Name<'s>> {
    let mut names: Vec<Name<'_>> = Vec::new();
    if side.is_capitalised {
        return names;
    }
    for (number, span) in spans.iter().enumerate() {
        let Some(sentence) = side.text.get(span.clone()) else {
            continue;
        };
        let first = side.words.partition_point(|word| word.sentence < number);
        let words = side
            .rest(first)
            .iter()
            .filter(|word| word.sentence == number);
        let words = words.map(|word| (word.span.start - span.start, word.text));
        for run in name_runs_of(sentence, span.start, words) {
            let from = side
                .words
                .partition_point(|word| word.span.end <= run.span.start);
            let to = side
                .words
                .partition_point(|word| word.span.start < run.span.end);
            // 1-800-222-TIPS
            let is_call = from > 0
                && side.between(from - 1) == Some("-")
                && side.words[from - 1]
                    .text
                    .starts_with(|c: char| c.is_ascii_digit());
            // An address of the web.
            let text = side.text;
            let is_address = text[..run.span.start].ends_with(['/', '.', '@', '#', '-'])
                || text[run.span.end..].starts_with(['/', '@']);
            // Original Post: what follows is told.
            let is_label = side.is_start(from) && text[run.span.end..].starts_with(':');
            if from >= to
                || is_address
                || is_label
                || is_call
                || side.words[from].is_taken
                || names.len() >= MOST
            {
                continue;
            }
            if let Some(name) = names.last_mut()
                && name.takes_in(side, from)
            {
                name.at.end = to;
                name.span.end = run.span.end;
                name.bearer.extend(keys(side, from..to));
                continue;
            }
            let keys: Vec<_> = keys(side, from..to).collect();
            if keys.is_empty()
                || keys.len() == 1 && (is_in(COMMON, keys[0]) || is_common(side, from))
            {
                continue;
            }
            names.push(Name {
                is_doubtful: run.is_initial && keys.len() == 1,
                bearer: Bearer::new(keys),
                at: from..to,
                span: run.span,
            });
        }
    }
    names
}

/// Whether a word of a table has a capital for its weight or its place only: NOT, When, West.
fn is_common(side: &Side<'_>, at: usize) -> bool {
    [Tag::Turn, Tag::Small, Tag::Negation, Tag::Pronoun]
        .iter()
        .any(|&tag| side.is(at, tag))
        && !side.is(at, Tag::Alias)
}

/// The folded words of a range that are part of a name.
fn keys<'s>(side: &'s Side<'_>, range: Range<usize>) -> impl Iterator<Item = &'s str> {
    side.words[range]
        .iter()
        .map(|word| word.key)
        .filter(|key| !matches!(*key, "of" | "the" | "and" | "for"))
}

/// Keeps of the doubtful names only those that the other mentions of both sides bear out, and those
/// that stand for each other before the same verb.
pub(super) fn settle<'s>(
    left: &mut Vec<Name<'s>>,
    right: &mut Vec<Name<'s>>,
    slots: &Slots<'_, '_>,
) {
    let [ours, theirs] = [Hand::Left, Hand::Right].map(|hand| slots.side(hand));
    for l in left.iter_mut().filter(|name| name.is_doubtful) {
        for r in right.iter_mut().filter(|name| name.is_doubtful) {
            let is_subject = is_subject(ours, l)
                && is_subject(theirs, r)
                && slots.across(Hand::Left, l.at.end) == Some(r.at.end)
                && slots.is_plain_exchange(&l.at, &r.at)
                && slots.closeness().is_half;
            if is_subject {
                (l.is_doubtful, r.is_doubtful) = (false, false);
            }
        }
    }
    let sure: Vec<&str> = left
        .iter()
        .chain(right.iter())
        .filter(|name| !name.is_doubtful)
        .flat_map(|name| name.bearer.keys.iter().copied())
        .collect();
    let is_sure = |name: &Name<'_>| {
        !name.is_doubtful || name.bearer.keys.iter().any(|key| sure.contains(key))
    };
    left.retain(is_sure);
    right.retain(is_sure);
}

impl Name<'_> {
    /// Whether a name that begins at a word is the rest of this one: Bureau of Investigation.
    fn takes_in(&self, side: &Side<'_>, from: usize) -> bool {
        let gap = side.words.get(self.at.end..from).unwrap_or_default();
        let is_link = match gap {
            [of] => of.key == "of",
            [of, the] => of.key == "of" && the.key == "the",
            _ => false,
        };
        if gap.is_empty() && from == self.at.end {
            return matches!(side.between(from - 1), Some(" & "));
        }
        is_link
            && !side.is_start(self.at.end)
            && (self.at.end - 1..from).all(|at| side.between(at) == Some(" "))
    }

    /// Whether it is only a part of what is named: Children of Children's Hospital, Southwest of Southwest
    /// 89th Street; or the letters of a name told before, in brackets.
    fn is_part(&self, side: &Side<'_>) -> bool {
        let behind = &side.text[self.span.end..];
        let is_owner = ["'s ", "’s "].iter().any(|ending| {
            let rest = behind.strip_prefix(ending);
            rest.is_some_and(|rest| rest.starts_with(char::is_uppercase))
        });
        let rank = side.key(self.at.end);
        let is_numbered = matches!(side.between(self.at.end - 1), Some(" " | ". "))
            && rank.starts_with(|c: char| c.is_ascii_digit());
        let is_bracketed = behind.starts_with(')') && side.text[..self.span.start].ends_with('(');
        let is_letters = side.text[self.span.clone()]
            .chars()
            .all(|c| c.is_uppercase() || c == '.');
        is_owner || is_numbered || is_bracketed && is_letters
    }

    /// Whether two mentions can be of one bearer.
    pub(super) fn is_like(&self, other: &Name<'_>) -> bool {
        self.bearer.is_like(&other.bearer)
    }
}

/// Whether a word with a capital is a name by its place: right before a verb, and of no table. A common
/// word would have an article there, or stand in the plural.
fn is_subject(side: &Side<'_>, name: &Name<'_>) -> bool {
    let (word, verb) = (&side.words[name.at.start], name.at.end);
    let key = side.key(verb);
    let is_verb = key.ends_with("ed") || is_irregular(key) || is_auxiliary(key);
    let is_common = word.key.ends_with('s')
        || word.key.ends_with("ly")
        || word.key.ends_with("ing")
        || word.key.ends_with("ed")
        || word.is_in_a_table();
    is_verb && !is_common && !side.is_start(verb) && side.between(verb - 1) == Some(" ")
}

/// The names on which two sides differ: replaced by another, or told by one side only.
pub(super) fn changes(left: &[Name<'_>], right: &[Name<'_>], slots: &Slots<'_, '_>) -> Vec<Change> {
    let [ours, theirs] = [Hand::Left, Hand::Right].map(|hand| slots.side(hand));
    // South Korea is not known where only Korea is, if the other one is North Korea.
    let knows = |side: &Side<'_>, own: &Side<'_>, name: &Name<'_>, other: &Name<'_>| {
        let own = own.words[name.at.clone()]
            .iter()
            .filter(|word| !other.bearer.keys.contains(&word.key) && word.is_content());
        own.clone().any(|word| {
            // The article a is no initial.
            side.words
                .iter()
                .any(|other| other.is_content() && is_spelling(other.key, word.key))
        }) || own
            .clone()
            .any(|word| super::says(side.text, bare(word.text)))
    };
    let says = |side: &Side<'_>, name: &Name<'_>| {
        name.bearer.keys.iter().any(|key| {
            let mut words = side.words.iter().filter(|word| word.is_content());
            words.any(|word| is_spelling(word.key, key))
        })
    };
    let equal = |l: &Name<'_>, r: &Name<'_>| l.is_like(r);
    let score = |l: &Name<'_>, r: &Name<'_>| {
        let context = shared(&ours.context(&l.at, 2), &theirs.context(&r.at, 2));
        let is_plain = slots.is_exchange_beside(&l.at, &r.at, |word| word.is_taken);
        let is_speaker = speaks(ours, l) || speaks(theirs, r);
        // Whoever is called by two names is called by both in most tellings; whoever speaks for a
        // body speaks too.
        let is_sure = is_plain
            && context > 0
            && !(is_speaker && l.bearer.is_person() != r.bearer.is_person())
            && !knows(theirs, ours, l, r)
            && !knows(ours, theirs, r, l);
        is_sure.then_some(context)
    };
    let mut changes = differences(left, right, equal, score);
    let is_both = changes.iter().any(|change| change.1.is_none())
        && changes.iter().any(|change| change.0.is_none());
    let mut seen: Vec<&[&str]> = Vec::new();
    let mut may_stand = |name, hand, other: &Side<'_>| {
        let name: &Name<'_> = name;
        let own = slots.side(hand);
        // The president may stand for President Jones.
        let is_titled = !own.is_start(name.at.start)
            && own.between(name.at.start - 1) == Some(" ")
            && slots.across(hand, name.at.start - 1).is_some()
            && own.words[name.at.start - 1].is_content()
            && !own.is_before(name.at.start, Tag::Speech)
            && !is_verb(own, name.at.start - 1);
        let is_first = !seen.contains(&&*name.bearer.keys);
        let stands = !own.is_foreign
            && !is_both
            && is_first
            && !is_titled
            && !speaks(own, name)
            && !name.is_part(own)
            && !name.is_doubtful
            && !says(other, name)
            && slots.closeness().is_near
            && slots.is_insertion(hand, &name.at);
        if stands {
            seen.push(&name.bearer.keys);
        }
        stands
    };
    changes.retain(|change| match *change {
        (Some(l), None) => may_stand(&left[l], Hand::Left, theirs),
        (None, Some(r)) => may_stand(&right[r], Hand::Right, ours),
        _ => true,
    });
    changes
        .into_iter()
        .map(|(l, r)| {
            [
                l.map(|l| left[l].span.clone()),
                r.map(|r| right[r].span.clone()),
            ]
        })
        .collect()
}

/// A word without the ending of a possessive.
fn bare(word: &str) -> &str {
    word.trim_end_matches("'s").trim_end_matches("’s")
}

/// Whether a name is that of one who is said to speak.
fn speaks(side: &Side<'_>, name: &Name<'_>) -> bool {
    let is_subject = side.is(name.at.end, Tag::Speech) && !side.is_start(name.at.end);
    is_subject
        || side.is_before(name.at.start, Tag::Speech)
            && matches!(side.key_before(name.at.start), "said" | "says" | "added")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        assert!(COMMON.is_sorted());
    }
}
