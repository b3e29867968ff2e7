//! What a number counts: its noun, whether they are people, and what became of them.

use std::ops::Range;

use crate::diff::facts::side::{Side, Word, is_in};
use crate::diff::facts::stems::is_irregular;

/// What a number counts.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Counted {
    /// The stem of the noun; 0 if there is none.
    pub(super) noun: u64,
    pub(super) is_people: bool,
    pub(super) fate: Option<Fate>,
}

/// What became of the people counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    Dead,
    Hurt,
    Shot,
    Arrested,
    Charged,
    Missing,
    Rescued,
}

/// Words for people that one telling may use for another, sorted.
#[rustfmt::skip]
const PEOPLE: &[&str] = &[
    "adults", "boys", "bystanders", "casualties", "child", "children", "civilians", "employees",
    "females", "girls", "individuals", "inhabitants", "males", "man", "men", "migrants", "minors",
    "others", "passengers", "people", "person", "persons", "pupils", "residents", "soldiers",
    "students", "survivors", "teenagers", "teens", "troops", "victim", "victims", "villagers",
    "woman", "women", "workers", "youths",
];

/// What tells the fate of people, by folded word.
fn fate_of(key: &str) -> Option<Fate> {
    Some(match key {
        "dead" | "death" | "deaths" | "die" | "died" | "dies" | "dying" | "fatalities"
        | "fatally" | "killed" | "killing" | "kills" | "lives" | "perished" | "slain" => Fate::Dead,
        "hurt" | "hurting" | "injured" | "injures" | "injuries" | "injuring" | "wounded"
        | "wounding" | "wounds" | "hospitalised" | "hospitalized" => Fate::Hurt,
        "shooting" | "shot" => Fate::Shot,
        "arrest" | "arrested" | "arrests" | "custody" | "detained" | "jailed" => Fate::Arrested,
        "charged" | "convicted" | "indicted" => Fate::Charged,
        "missing" | "unaccounted" => Fate::Missing,
        "displaced" | "evacuated" | "rescued" | "saved" => Fate::Rescued,
        _ => return None,
    })
}

impl Counted {
    /// Reads what the number at `at` counts, and how far its words go: those a reader needs to know
    /// what the number is of.
    pub(super) fn read(side: &Side<'_>, at: &Range<usize>) -> (Self, Range<usize>) {
        let mut counted = Self::default();
        let mut shown = at.clone();
        let rest = side.rest(at.end);
        // 12 more armed men: the noun is the last of the words that belong together, seen from here
        // the first that is one, or else the first.
        let mut noun = None;
        for (number, word) in rest.iter().enumerate().take(4) {
            let place = at.end + number;
            if !side.is_joined(place - 1) || is_digit(word) {
                break;
            }
            if is_in(PEOPLE, word.key) {
                counted.is_people = true;
                noun = Some(place);
                break;
            }
            if fate_of(word.key).is_some() {
                noun = noun.or(Some(place));
                break;
            }
            // A quake of 6.4 struck the coast.
            if is_irregular(word.key) {
                break;
            }
            if word.is_content() && noun.is_none() && !word.key.ends_with("ed") {
                noun = Some(place);
            }
            let is_linked =
                matches!(word.key, "more" | "other" | "of" | "the") || word.is_content();
            if !is_linked {
                break;
            }
        }
        if let Some(noun) = noun {
            counted.noun = side.words[noun].stem;
            shown.end = noun + 1;
        }
        counted.fate = fate_behind(side, at.end).or_else(|| fate_before(side, at.start));
        if noun.is_none()
            && let Some(word) = side.words.get(at.start.wrapping_sub(1))
            && fate_of(word.key).is_some()
            && side.is_joined(at.start - 1)
        {
            shown.start -= 1;
        }
        (counted, shown)
    }

    /// Whether two numbers may count the same: the same noun, or people by two names, of one fate.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        let is_same = self.noun == other.noun && self.noun != 0;
        let is_fated = self.fate.is_some() && self.fate == other.fate;
        let is_of_people = |counted: &Self| counted.is_people || counted.noun == 0 || is_fated;
        !self.differs_in_fate(other)
            && (is_same
                || is_of_people(self)
                    && is_of_people(other)
                    && (is_fated || self.is_people && other.is_people))
    }

    /// Whether both tell of one fate.
    pub(super) fn fate_is(&self, other: &Self) -> bool {
        self.fate.is_some() && self.fate == other.fate
    }

    pub(super) fn differs_in_fate(&self, other: &Self) -> bool {
        self.fate
            .zip(other.fate)
            .is_some_and(|(ours, theirs)| ours != theirs)
    }
}

fn is_digit(word: &Word<'_>) -> bool {
    word.text.starts_with(|c: char| c.is_ascii_digit())
}

/// The fate told behind a number, before the next one: 12 people were killed.
fn fate_behind(side: &Side<'_>, at: usize) -> Option<Fate> {
    for (number, word) in side.rest(at).iter().enumerate().take(6) {
        let has_stop = number > 0
            && side
                .between(at + number - 1)
                .is_none_or(|marks| marks.contains([',', ';', ':', '—', '–']));
        if has_stop
            || matches!(word.key, "and" | "after" | "when" | "while" | "but")
            || is_digit(word)
        {
            return None;
        }
        if let Some(fate) = fate_of(word.key) {
            return Some(fate);
        }
    }
    None
}

/// The fate told before a number: killed 12 people.
fn fate_before(side: &Side<'_>, at: usize) -> Option<Fate> {
    let mut place = at;
    for _ in 0..4 {
        if side.is_start(place) {
            return None;
        }
        let has_stop = side
            .between(place - 1)
            .is_none_or(|marks| marks.contains([',', ';', ':', '—', '–']));
        place -= 1;
        if has_stop || is_digit(&side.words[place]) {
            return None;
        }
        if let Some(fate) = fate_of(side.key(place)) {
            return Some(fate);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    #[test]
    fn tables_are_sorted() {
        assert!(super::PEOPLE.is_sorted());
    }
}
