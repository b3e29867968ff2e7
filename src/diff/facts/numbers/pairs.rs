//! Which number of one side speaks against which of the other, and which stands alone.

use super::Number;
use super::units::Unit;
use crate::diff::facts::Change;
use crate::diff::facts::pairing::differences;
use crate::diff::facts::side::{Side, Word, shared};
use crate::diff::facts::slots::{Hand, Slots};
use crate::diff::facts::verbs::is_of_one_verb;

/// The numbers on which two sides differ.
pub(in crate::diff::facts) fn changes(
    left: &[Number],
    right: &[Number],
    slots: &Slots<'_, '_>,
) -> Vec<Change> {
    Pairs { left, right, slots }.changes()
}

/// The numbers of both sides, and how the sides stand to each other.
struct Pairs<'p, 's, 'a> {
    left: &'p [Number],
    right: &'p [Number],
    slots: &'p Slots<'s, 'a>,
}

impl Pairs<'_, '_, '_> {
    fn changes(&self) -> Vec<Change> {
        let (left, right) = (self.left, self.right);
        let mut changes = differences(
            left,
            right,
            |l, r| self.is_equal(l, r),
            |l, r| self.score(l, r),
        );
        let alone = |change: &(Option<usize>, Option<usize>)| match *change {
            (l, None) => (l, None),
            (None, r) => (None, r),
            _ => (None, None),
        };
        let (our_rest, their_rest): (Vec<_>, Vec<_>) = changes.iter().map(alone).unzip();
        changes.retain(|change| match *change {
            (Some(l), None) => {
                let mut rivals = their_rest.iter().flatten().map(|&r| &right[r]);
                self.may_stand_alone(Hand::Left, &left[l])
                    && !rivals.any(|rival| left[l].compare(rival).is_some())
            }
            (None, Some(r)) => {
                let mut rivals = our_rest.iter().flatten().map(|&l| &left[l]);
                self.may_stand_alone(Hand::Right, &right[r])
                    && !rivals.any(|rival| right[r].compare(rival).is_some())
            }
            _ => true,
        });
        let span = |numbers: &[Number], at: Option<usize>| at.map(|at| numbers[at].span.clone());
        changes
            .into_iter()
            .map(|(l, r)| [span(left, l), span(right, r)])
            .collect()
    }

    /// Whether two numbers say the same.
    fn is_equal(&self, l: &Number, r: &Number) -> bool {
        if let Some(agree) = l.compare(r) {
            return agree && !self.is_crossed(l, r);
        }
        // 40 and 40 %: told of the same thing, one of them is wrong.
        let is_bare = l.unit == Unit::Count || r.unit == Unit::Count;
        // A bare 25 may be an age, a bare 0.41 the share that the other side calls one.
        let is_left_out = [l.unit, r.unit]
            .iter()
            .any(|unit| matches!(unit, Unit::Age | Unit::Measure(..)))
            || l.low % 1.0 != 0.0;
        is_bare && l.is_worth(r) && (is_left_out || !self.slots.is_plain_exchange(&l.at, &r.at))
    }

    /// 12 dead and 34 hurt, 34 dead and 12 hurt: equal numbers that count other things.
    fn is_crossed(&self, l: &Number, r: &Number) -> bool {
        let has = |numbers: &[Number], like: &Number, unlike: &Number| {
            numbers
                .iter()
                .any(|number| number.is_of(like) && !number.is_equal(unlike))
        };
        let is_count = |number: &Number| number.unit == Unit::Count && number.counted.noun != 0;
        is_count(l)
            && is_count(r)
            && !l.counted.is_like(&r.counted)
            && (l.counted.noun != r.counted.noun || l.counted.differs_in_fate(&r.counted))
            && has(self.right, l, r)
            && has(self.left, r, l)
    }

    /// How well two numbers that differ answer each other; nothing if they may tell other things.
    fn score(&self, l: &Number, r: &Number) -> Option<usize> {
        if l.counted.differs_in_fate(&r.counted) {
            return None;
        }
        let [ours, theirs] = self.sides();
        let is_exchange = self.slots.is_exchange(&l.at, &r.at);
        // Leeds 3-1, Derby 2-0: the names are told by themselves.
        let is_name = |word: &Word<'_>| word.text.starts_with(char::is_uppercase);
        let is_plain = || self.slots.is_exchange_beside(&l.at, &r.at, is_name);
        let is_comparable = l.compare(r).is_some();
        let is_unit_equal =
            is_comparable && !matches!(l.unit, Unit::Count | Unit::Rank | Unit::Score);
        let context = shared(&ours.context(&l.at, 3), &theirs.context(&r.at, 3));
        let is_of = l.is_of(r);
        let is_single = self.is_single(l, r);
        if self.slots.are_of_others() && !is_plain() {
            return None;
        }
        let is_sure = if !is_comparable {
            // 40 and 40 %, £6 and €6: one of them is wrong; 5 miles and 10 minutes tell other things,
            // £88m and €103m may be the same.
            is_plain() && l.is_worth(r)
        } else if l.unit == Unit::Age {
            (is_exchange || is_single) && self.is_of_one(l, r)
        } else if l.is_weak || r.is_weak {
            is_plain() && (l.is_weak == r.is_weak || is_of)
        } else if is_of || is_unit_equal {
            // Killing 12 people, a town of 15,000 people: people of two kinds.
            let is_mixed = l.counted.fate.is_some() != r.counted.fate.is_some();
            // Had five points in a minute, scored 23 points.
            let is_told_alike = l.counted.fate_is(&r.counted)
                || is_unit_equal
                || is_of_one_verb(ours, &l.at, theirs, &r.at)
                || is_plain();
            is_told_alike
                && (is_exchange && (!is_mixed || is_plain())
                    || !is_mixed && (is_of && context > 2 || is_single))
        } else {
            is_plain()
        };
        is_sure.then(|| {
            4 * usize::from(is_of)
                + 4 * usize::from(is_exchange)
                + 2 * usize::from(is_unit_equal)
                + context
        })
    }

    fn sides(&self) -> [&Side<'_>; 2] {
        [Hand::Left, Hand::Right].map(|hand| self.slots.side(hand))
    }

    /// Whether two numbers are the only ones of their kind on sides that are close.
    fn is_single(&self, l: &Number, r: &Number) -> bool {
        let count = |numbers: &[Number], like: &Number| {
            let is_such = |number: &&Number| {
                number.is_of(like) || number.unit == like.unit && like.unit != Unit::Count
            };
            numbers.iter().filter(is_such).count()
        };
        count(self.left, r) == 1 && count(self.right, l) == 1 && self.slots.closeness().is_close
    }

    /// Smith, 25, and John Smith, 26; not Smith, 25, and Jones, 26.
    fn is_of_one(&self, l: &Number, r: &Number) -> bool {
        let [ours, theirs] = self.sides();
        let named = |side: &Side<'_>, at: usize| {
            let from = (at.saturating_sub(4)..at)
                .rev()
                .take_while(|&place| !side.is_start(place + 1))
                .filter(|&place| side.words[place].text.starts_with(char::is_uppercase));
            from.map(|place| side.words[place].stem).collect::<Vec<_>>()
        };
        let is_apposed = |side: &Side<'_>, at: usize| {
            !side.is_start(at)
                && side.between(at - 1) == Some(", ")
                && side.words[at - 1].text.starts_with(char::is_uppercase)
        };
        match (is_apposed(ours, l.at.start), is_apposed(theirs, r.at.start)) {
            (false, false) => true,
            (true, true) => {
                let names = named(theirs, r.at.start);
                named(ours, l.at.start)
                    .iter()
                    .any(|stem| names.contains(stem))
            }
            _ => false,
        }
    }

    /// Whether a number that only one side tells was put in there or left out on the other.
    fn may_stand_alone(&self, hand: Hand, number: &Number) -> bool {
        let is_bare = number.unit == Unit::Count && number.counted.noun == 0;
        // Words for numbers are not known in other languages.
        !self.slots.side(hand).is_foreign
            && !number.is_weak
            && !is_bare
            && self.slots.closeness().is_near
            && self.slots.is_insertion(hand, &number.at)
    }
}
