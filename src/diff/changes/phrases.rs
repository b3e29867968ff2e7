//! The phrases of two groups of sentences that stand against each other: what is between the words
//! they have in common order.

use std::ops::Range;

use crate::diff::align::figures;
use crate::diff::align::units::Units;
use crate::diff::words::senses::{self, Sense};
use crate::diff::words::{keys, lcs};
use crate::text;

/// A word of a side.
#[derive(Debug)]
pub(crate) struct Word {
    pub(crate) span: Range<usize>,
    /// Equal for forms of one word.
    pub(crate) key: u64,
    /// How much it tells, from 0 for a word that holds a sentence together.
    pub(crate) weight: f64,
    pub(crate) figure: Figure,
    pub(crate) is_name: bool,
    /// Whether the texts use it as a name somewhere.
    is_known_name: bool,
    pub(crate) sense: Option<Sense>,
}

/// Whether a word is a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Figure {
    None,
    /// It may be one, and may also stand for somebody: `one`.
    Perhaps,
    Value,
}

impl Word {
    pub(crate) fn is_value(&self) -> bool {
        self.figure == Figure::Value
    }
}

/// The words of one side.
#[derive(Debug)]
pub(crate) struct Side<'a> {
    pub(crate) text: &'a str,
    pub(crate) words: Vec<Word>,
}

impl<'a> Side<'a> {
    pub(crate) fn read(of: &'a str, spans: &[Range<usize>], units: &Units) -> Self {
        let mut words = Vec::new();
        for span in spans {
            let sentence = of.get(span.clone()).unwrap_or_default();
            for (at, token) in keys::tokens(sentence).into_iter().enumerate() {
                let word = &sentence[token.span()];
                let known = units.word(token.hash);
                let sense = senses::of(word, token.hash);
                // Not a and an, which count nothing where something else is said.
                let number = figures::number(token.hash).filter(|_| word.len() > 2);
                words.push(Word {
                    span: span.start + token.start..span.start + token.end,
                    key: match known {
                        // The table of words keeps `one` apart from 1: it may also be none.
                        _ if number == Some(1) => u64::from(text::hash_word("1") as u32),
                        Some(id) => u64::from(units.key(id)),
                        None => token.hash,
                    },
                    weight: known.map_or(0.0, |id| units.weight(id)),
                    figure: if sense == Some(Sense::Number)
                        || known.is_some_and(|id| units.is_value(id))
                    {
                        Figure::Value
                    } else if number.is_some() {
                        Figure::Perhaps
                    } else {
                        Figure::None
                    },
                    is_known_name: known
                        .is_some_and(|id| units.is_name(id) && !units.is_common(id)),
                    is_name: at > 0
                        && word.starts_with(char::is_uppercase)
                        && known.is_some_and(|id| !units.is_common(id)),
                    sense,
                });
            }
        }
        Self { text: of, words }
    }

    /// Where some words stand, from the first to the last.
    pub(crate) fn span(&self, words: &Range<usize>) -> Range<usize> {
        match &self.words[words.clone()] {
            [] => 0..0,
            [first, .., last] => first.span.start..last.span.end,
            [only] => only.span.clone(),
        }
    }

    /// The same with the signs that belong to a figure at either end: `$35,000,000`, `2:40`.
    pub(crate) fn shown_span(&self, words: &Range<usize>) -> Range<usize> {
        let mut span = self.span(words);
        if span.is_empty() {
            return span;
        }
        let is_part =
            |c: char| !c.is_whitespace() && (c.is_ascii_digit() || "$€£¥₹%:.,-−".contains(c));
        let is_digit = |c: char| c.is_ascii_digit();
        if self.text[span.clone()].starts_with(is_digit) {
            let before = &self.text[..span.start];
            let head = before.trim_end_matches(is_part);
            let is_own = head.is_empty() || head.ends_with(|c: char| c.is_whitespace() || c == '(');
            span.start = if is_own { head.len() } else { span.start };
        }
        if self.text[span.clone()].ends_with(is_digit) {
            let behind = &self.text[span.end..];
            let tail = behind.trim_start_matches(is_part);
            let tail = behind[..behind.len() - tail.len()].trim_end_matches(['.', ',', ':', '-']);
            span.end += tail.len();
        }
        span
    }

    /// Whether a word stands anywhere on this side.
    pub(crate) fn has(&self, key: u64) -> bool {
        self.words.iter().any(|word| word.key == key)
    }
}

/// Words of the left and words of the right that stand against each other; one may have none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Phrase {
    pub(crate) words: [Range<usize>; 2],
}

/// Whether both sides have the same words, and names among them have changed places: `Reid sued Bell`,
/// `Bell sued Reid`. The order of a list of names is none.
pub(crate) fn are_exchanged(sides: &[Side<'_>; 2]) -> bool {
    if sides[0].words.len() != sides[1].words.len() {
        return false;
    }
    let [left, right] = sides.each_ref().map(|side| {
        let (mut names, mut others) = (Vec::new(), Vec::new());
        for word in &side.words {
            let is_joint = matches!(&side.text[word.span.clone()], "and" | "or");
            if word.is_known_name {
                names.push((others.len(), word.key));
            } else if !is_joint {
                others.push(word.key);
            }
        }
        names.sort_unstable();
        (names, others)
    });
    let bag = |names: &[(usize, u64)]| {
        let mut names: Vec<u64> = names.iter().map(|name| name.1).collect();
        names.sort_unstable();
        names
    };
    left.1 == right.1 && left.0 != right.0 && bag(&left.0) == bag(&right.0)
}

/// Words that tell, between two changes, that make them two and not one.
const APART: usize = 3;

/// The phrases that differ, in reading order.
pub(crate) fn between(sides: &[Side<'_>; 2]) -> Vec<Phrase> {
    let keys = |side: &Side<'_>| side.words.iter().map(|word| word.key).collect::<Vec<_>>();
    let [left, right] = sides;
    let weight = |key: u64| {
        let word = left.words.iter().find(|word| word.key == key);
        #[expect(clippy::cast_sign_loss, reason = "weights are never negative")]
        word.map_or(1, |word| 1 + (32.0 * word.weight) as u32)
    };
    let pairs = lcs::heaviest_common(&keys(left), &keys(right), weight);
    let mut phrases: Vec<Phrase> = Vec::new();
    let mut next = [0, 0];
    let ends = (left.words.len(), right.words.len());
    for &(l, r) in pairs.iter().chain([&ends]) {
        let words = [next[0]..l, next[1]..r];
        if !words[0].is_empty() || !words[1].is_empty() {
            match phrases.last_mut() {
                Some(last) if is_one(sides, last, &words) => {
                    last.words = [0, 1].map(|side| last.words[side].start..words[side].end);
                }
                _ => phrases.push(Phrase { words }),
            }
        }
        next = [l + 1, r + 1];
    }
    pair_up(sides, &mut phrases);
    phrases
}

/// Whether two changes are one phrase told otherwise: fewer words that tell stand between them than
/// would part them, and than they change themselves.
fn is_one(sides: &[Side<'_>; 2], last: &Phrase, words: &[Range<usize>; 2]) -> bool {
    let telling = |side: usize, words: Range<usize>| {
        let words = sides[side].words[words].iter();
        words.filter(|word| word.weight > 0.0).count()
    };
    let between = telling(0, last.words[0].end..words[0].start);
    let changed =
        |words: &[Range<usize>; 2]| telling(0, words[0].clone()).max(telling(1, words[1].clone()));
    between == 0 || between < APART && between < changed(&last.words).min(changed(words)).max(2)
}

/// A phrase that only the left has and one that only the right has are one change if both tell the
/// same kind of thing: a time at the head of one sentence and at the end of the other.
fn pair_up(sides: &[Side<'_>; 2], phrases: &mut Vec<Phrase>) {
    let mut at = 0;
    while at < phrases.len() {
        let [l, r] = &phrases[at].words;
        if l.is_empty() != r.is_empty() {
            let side = usize::from(l.is_empty());
            let told = told(sides, side, &phrases[at].words[side]);
            let partner = (at + 1..phrases.len()).find(|&other| {
                let words = &phrases[other].words;
                let is_answer = words[side].is_empty() && !words[1 - side].is_empty();
                is_answer && told.is_some() && self::told(sides, 1 - side, &words[1 - side]) == told
            });
            if let Some(partner) = partner {
                let other = phrases.remove(partner);
                phrases[at].words[1 - side] = other.words[1 - side].clone();
            }
        }
        at += 1;
    }
}

/// What kind of thing some words of a side tell that the other side has nowhere.
fn told(sides: &[Side<'_>; 2], side: usize, words: &Range<usize>) -> Option<u8> {
    let own = sides[side].words[words.clone()].iter();
    let own: Vec<&Word> = own.filter(|word| !sides[1 - side].has(word.key)).collect();
    let tests: [&dyn Fn(&Word) -> bool; 4] = [
        &|word| word.sense == Some(Sense::Time),
        &|word| word.is_value(),
        &|word| word.is_name,
        &|word| word.sense == Some(Sense::Hedge),
    ];
    let found = tests
        .iter()
        .position(|test| own.iter().any(|word| test(word)));
    found.map(|at| at as u8)
}

/// Words that a phrase is shown with at most, besides its own.
const SHOWN: usize = 3;

/// The phrase with so much around it that it can be read: a number with what it counts, and where
/// only one side has words, the word they belong to on both.
pub(crate) fn shown(sides: &[Side<'_>; 2], phrase: &Phrase) -> Phrase {
    let [l, r] = &phrase.words;
    let is_one_sided = l.is_empty() || r.is_empty();
    let ends_in_value = |side: usize| {
        let words = &sides[side].words[phrase.words[side].clone()];
        words.last().is_some_and(Word::is_value)
    };
    if !(is_one_sided || ends_in_value(0) && ends_in_value(1)) {
        return phrase.clone();
    }
    let common = |l: usize, r: usize| {
        let words = [sides[0].words.get(l)?, sides[1].words.get(r)?];
        (words[0].key == words[1].key).then_some(words[0].weight > 0.0)
    };
    let is_end = |tells: &Option<bool>| *tells == Some(true);
    let behind: Vec<_> = (0..SHOWN).map(|n| common(l.end + n, r.end + n)).collect();
    let mut words = phrase.words.clone();
    if let Some(at) = behind
        .iter()
        .position(is_end)
        .filter(|&at| behind[..at].iter().all(Option::is_some))
    {
        words = words.map(|words| words.start..words.end + at + 1);
    } else if is_one_sided {
        let before: Vec<_> = (1..=SHOWN)
            .map(|n| common(l.start.checked_sub(n)?, r.start.checked_sub(n)?))
            .collect();
        if let Some(at) = before
            .iter()
            .position(is_end)
            .filter(|&at| before[..at].iter().all(Option::is_some))
        {
            words = words.map(|words| words.start - at - 1..words.end);
        }
    }
    Phrase { words }
}
