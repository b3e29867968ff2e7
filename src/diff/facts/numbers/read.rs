//! Reading a number where it stands: its sign, its unit, its other end, and how exact it is.

use super::bounds::Bound;
use super::counted::Counted;
use super::label::{label_end, starts_with_digit};
use super::units::{Dimension, Unit, currency_before, dollar_of, unit_of};
use super::value::{Value, is_scale, may_begin};
use super::{Form, Number};
use crate::diff::facts::lexicon::Tag;
use crate::diff::facts::side::Side;

/// Words for an open number of things.
pub(in crate::diff::facts) const VAGUE: &[&str] = &[
    "billions",
    "dozens",
    "hundreds",
    "millions",
    "scores",
    "tens",
    "thousands",
];

/// Whether a number can begin at a word: at few it can.
pub(super) fn may_tell(side: &Side<'_>, at: usize) -> bool {
    let word = &side.words[at];
    if word.is(Tag::Number) {
        // A man is no number, a dozen men are.
        return !matches!(word.key, "a" | "an")
            || matches!(
                side.key(at + 1),
                "billion"
                    | "dozen"
                    | "half"
                    | "hundred"
                    | "lakh"
                    | "million"
                    | "quarter"
                    | "thousand"
                    | "trillion"
            )
            || side.is(at + 1, Tag::Number);
    }
    word.is(Tag::Vague) || word.key.starts_with(|c: char| c.is_ascii_digit())
}

/// Reads the number that begins at a word, if one does, and where reading goes on.
pub(super) fn number_at(side: &Side<'_>, at: usize) -> (Option<Number>, usize) {
    if let Some(vague) = vague_at(side, at) {
        let end = vague.at.end;
        return (Some(vague), end);
    }
    if !may_begin(side, at) || side.is_foreign && !starts_with_digit(side, at) {
        return (None, at + 1);
    }
    let Some(first) = Value::read(side, at) else {
        return (None, at + 1);
    };
    if let Some(end) = label_end(side, at, first.end) {
        return (None, end);
    }
    let reader = Reader { side, at };
    let number = reader.number(first);
    let end = number.as_ref().map_or(first.end, |number| number.at.end);
    (number, end)
}

/// Dozens, hundreds of, tens of thousands: no number, but bounds for one.
fn vague_at(side: &Side<'_>, at: usize) -> Option<Number> {
    let bounds = |key: &str| {
        Some(match key {
            "tens" => (20.0, 100.0),
            "dozens" | "scores" => (20.0, 140.0),
            "hundreds" => (150.0, 1_500.0),
            "thousands" => (1_500.0, 15_000.0),
            "millions" => (1_500_000.0, 15_000_000.0),
            "billions" => (1_500_000_000.0, 15_000_000_000.0),
            _ => return None,
        })
    };
    let key = side.key(at);
    if !side.is(at, Tag::Vague) || side.words.get(at)?.is_taken || side.is_foreign {
        return None;
    }
    let ((mut low, mut high), mut end) = (bounds(key)?, at + 1);
    if side.key(end) == "of"
        && let Some((scale, _)) =
            bounds(side.key(end + 1)).filter(|_| side.key(end + 1) != "dozens")
    {
        (low, high, end) = (low * scale / 1.5, high * scale / 1.5, end + 2);
    }
    if matches!(key, "tens" | "scores") && side.key(at + 1) != "of" {
        return None;
    }
    let range = at..end;
    let (counted, shown) = Counted::read(side, &range);
    Some(Number {
        low,
        high,
        other: None,
        form: Form::Vague,
        unit: Unit::Count,
        counted,
        bound: Bound::Exact,
        is_some: false,
        bound_start: side.words[at].span.start,
        is_weak: true,
        span: side.words[shown.start].span.start..side.words[shown.end - 1].span.end,
        at: range,
    })
}

/// A number before it is known what it counts.
struct Quantity {
    low: f64,
    high: f64,
    other: Option<f64>,
    form: Form,
    unit: Unit,
    is_word: bool,
    /// The word behind it.
    end: usize,
}

/// Whether what counts is taken for known by the word before its number.
fn is_known(key: &str) -> bool {
    matches!(
        key,
        "all"
            | "the"
            | "these"
            | "those"
            | "his"
            | "her"
            | "their"
            | "its"
            | "our"
            | "other"
            | "both"
    )
}

/// Reads what belongs to a number besides its value.
struct Reader<'s, 'a> {
    side: &'s Side<'a>,
    at: usize,
}

impl Reader<'_, '_> {
    /// The number that begins with a value.
    fn number(&self, first: Value) -> Option<Number> {
        let side = self.side;
        let quantity = self.quantity(first);
        let Quantity {
            low, unit, form, ..
        } = quantity;
        let range = self.at..quantity.end;
        let (counted, shown) = match unit {
            Unit::Count | Unit::Rank => Counted::read(side, &range),
            _ => (Counted::default(), range.clone()),
        };
        // One lump and another: two.
        let has_more = || {
            let rest = side.rest(range.end);
            rest.iter()
                .any(|word| matches!(word.key, "another" | "other" | "others"))
        };
        let is_part = quantity.is_word && unit == Unit::Count && low.abs() <= 1.0 && has_more();
        if self.is_year(&quantity, &counted) || self.is_decade() || is_part {
            return None;
        }
        // The two men: the number is taken for known.
        let is_known = is_known(side.key_before(self.at));
        let is_one = low.abs() <= 1.0;
        let start = self.sign().unwrap_or_else(|| {
            let start = side.words[shown.start].span.start;
            start - currency_before(&side.text[..start]).map_or(0, |sign| sign.1)
        });
        let last = side.words[shown.end - 1].span.end;
        let percent = side.text[last..].starts_with('%') && unit == Unit::Percent;
        // US$5: the letters of the currency are part of it.
        let has_letters = side.words[..range.start]
            .last()
            .is_some_and(|word| word.span.start >= start);
        let (bound, words) = Bound::of(side, range.start - usize::from(has_letters), range.end);
        let words = if words == 0 {
            0
        } else {
            words + usize::from(has_letters)
        };
        Some(Number {
            low,
            high: quantity.high,
            other: quantity.other,
            form,
            unit,
            counted,
            bound,
            is_some: side.key_before(self.at) == "some",
            bound_start: if words == 0 {
                start
            } else {
                side.words[self.at - words].span.start
            },
            is_weak: is_known || quantity.is_word && is_one || unit == Unit::Rank,
            span: start..last + usize::from(percent),
            at: range.start - usize::from(has_letters)..range.end,
        })
    }

    /// A value with its sign, its unit and the other end of a range.
    fn quantity(&self, first: Value) -> Quantity {
        let mut end = first.end;
        let mut unit = self.unit(&first, &mut end);
        let mut whole = Quantity {
            low: first.amount,
            high: first.amount,
            other: first.other,
            form: Form::One,
            unit: Unit::Count,
            is_word: first.is_word,
            end,
        };
        if let Some((second, form)) = self.second(first, end) {
            let mut last = second.end;
            let their_unit = self.unit(&second, &mut last);
            // 5 miles to 10 minutes is no range.
            if unit.is_none() || their_unit.is_none() || unit == their_unit {
                whole.high = second.amount;
                // 5 to 10 million
                if first.scale < second.scale && first.amount <= second.amount / second.scale {
                    whole.low *= second.scale;
                }
                unit = their_unit.or(unit);
                let is_upright = whole.low <= whole.high;
                whole.form = if form == Form::Range && !is_upright {
                    Form::Ordered
                } else {
                    form
                };
                (whole.is_word, whole.end) = (second.is_word, last);
            }
        } else if let Some((share, last)) = self.ratio(first) {
            (whole.low, whole.high, whole.end) = (share, share, last);
            unit = Some(Unit::Percent);
        }
        let is_spaced = self.side.between(first.end - 1) == Some(" ");
        let is_score = whole.form == Form::Ordered && unit.is_none() && !is_spaced;
        let unit = if is_score {
            Unit::Score
        } else {
            unit.unwrap_or(Unit::Count)
        };
        let (unit, factor, end) = self.age(unit, whole.end);
        let sign = if self.sign().is_some() { -1.0 } else { 1.0 };
        if whole.form != Form::One || sign < 0.0 || unit == Unit::Age {
            whole.other = None;
        }
        Quantity {
            low: whole.low * factor * sign,
            high: whole.high * factor * sign,
            unit,
            end,
            ..whole
        }
    }

    /// Whether a number is a year and counts nothing: 2008 Bentley.
    fn is_year(&self, quantity: &Quantity, counted: &Counted) -> bool {
        let is_long = self
            .side
            .words
            .get(self.at)
            .is_some_and(|word| word.text.len() == 4);
        let is_plural = self.side.words.get(quantity.end).is_some_and(|word| {
            word.text.starts_with(char::is_lowercase)
                && word.key.ends_with('s')
                && word.key.len() > 3
        });
        quantity.unit == Unit::Count
            && quantity.form == Form::One
            && is_long
            && (1900.0..2100.0).contains(&quantity.low)
            && !(counted.is_people || counted.fate.is_some() || is_plural)
    }

    /// Where the sign of a negative number stands: -5, −$5 million, minus five.
    fn sign(&self) -> Option<usize> {
        let before = self.side.before(self.at);
        let bare = &before[..before.len() - currency_before(before).map_or(0, |sign| sign.1)];
        if let Some(rest) = bare.strip_suffix(['-', '\u{2212}']) {
            let is_free = rest.is_empty()
                || rest.ends_with(|c: char| {
                    c.is_whitespace() || matches!(c, '(' | '“' | '"' | '$' | '€' | '£')
                });
            return is_free.then_some(rest.len());
        }
        let word = matches!(self.side.key_before(self.at), "minus" | "negative");
        let is_near = word && before.len() - bare.len() < 4;
        is_near.then(|| self.side.words[self.at - 1].span.start)
    }

    /// The unit of a value that ends before `end`, moved behind what tells it.
    fn unit(&self, value: &Value, end: &mut usize) -> Option<Unit> {
        let side = self.side;
        let first = if value.end == *end && value.end > self.at {
            self.start_of(value)
        } else {
            self.at
        };
        if let Some((currency, _)) = currency_before(side.before(first)) {
            return Some(Unit::Money(currency));
        }
        if let Some(unit @ Unit::Money(_)) = unit_of(side.key_before(first)).filter(|_| {
            first > 0
                && side
                    .between(first - 1)
                    .is_some_and(|marks| matches!(marks, " " | ". "))
        }) {
            return Some(unit);
        }
        if value.unit.is_some() {
            return value.unit;
        }
        let behind = side.behind(*end - 1);
        if behind.starts_with(['%', '\u{ff05}'])
            || behind.starts_with(" %")
            || behind.starts_with("\u{a0}%")
        {
            return Some(Unit::Percent);
        }
        let [next, after] = [side.key(*end), side.key(*end + 1)];
        let is_degree = behind.trim_start().starts_with(['°', 'º']);
        let is_spaced =
            side.between(*end - 1) == Some(" - ") && (unit_of(next).is_some() || next == "square");
        if !side.is_joined(*end - 1) && !is_degree && !is_spaced {
            return None;
        }
        if next == "square"
            && let Some(Unit::Measure(Dimension::Length, side)) = unit_of(after)
        {
            *end += 2;
            return Some(Unit::Measure(Dimension::Area, side * side));
        }
        if next == "per" && after == "cent" {
            *end += 2;
            return Some(Unit::Percent);
        }
        if next == "percentage" && after.starts_with("point") {
            *end += 2;
            return Some(Unit::Points);
        }
        if next == "euro" && after.starts_with("cent") {
            return None;
        }
        if let Some(currency) = dollar_of(next)
            && let Some(more) = [1, 2]
                .into_iter()
                .find(|more| side.key(*end + more).starts_with("dollar"))
        {
            *end += more + 1;
            return Some(Unit::Money(currency));
        }
        let word = side.words.get(*end)?;
        let is_letter = word.text.len() == 1;
        let is_half = next == "second" && value.amount > 1.0 && side.between(*end - 1) == Some(" ");
        let unit = unit_of(next)
            .filter(|_| !is_half && (!is_letter || word.text.starts_with(char::is_uppercase)));
        if let Some(unit) = unit {
            *end += 1;
            if unit == Unit::Percent && side.key(*end).starts_with("point") {
                *end += 1;
                return Some(Unit::Points);
            }
            if unit == Unit::Degrees(None)
                && let Some(scale @ Unit::Degrees(Some(_))) = unit_of(side.key(*end))
            {
                *end += 1;
                return Some(scale);
            }
            return Some(unit);
        }
        is_degree.then_some(Unit::Degrees(None))
    }

    /// The word with which a value begins.
    fn start_of(&self, value: &Value) -> usize {
        let mut start = value.end - 1;
        while start > self.at
            && (is_scale(self.side.key(start)) || !starts_with_digit(self.side, start))
        {
            start -= 1;
        }
        start
    }

    /// The second value of a range or a score, and what it makes of the two.
    fn second(&self, first: Value, end: usize) -> Option<(Value, Form)> {
        let side = self.side;
        if first.unit == Some(Unit::Rank) {
            return None;
        }
        let is_plain = !first.is_word && starts_with_digit(side, end);
        if let Some("-" | "–" | " - " | " – " | "\u{2011}") = side.between(end - 1)
            && is_plain
            && side.key(self.at).len() < 4
        {
            let second = Value::read(side, end).filter(|second| second.unit != Some(Unit::Rank))?;
            // 10-15 people: a range counts something or has a unit; a score stands by itself.
            let mut last = second.end;
            let has_unit = self.unit(&second, &mut last).is_some()
                || self.unit(&first, &mut first.end.clone()).is_some();
            let counts = side.is_joined(second.end - 1)
                && side.words[second.end].is_content()
                && side.words[second.end].text.starts_with(char::is_lowercase)
                && side.between(end - 1).is_some_and(|marks| marks.len() < 3);
            let is_range = has_unit || counts && first.amount < second.amount;
            return Some((second, if is_range { Form::Range } else { Form::Ordered }));
        }
        let link = side.key(end);
        let before = side.key_before(self.at);
        let is_spaced = side.between(end - 1) == Some(" ");
        let how = match (link, before) {
            ("to", "from") => Form::Ordered,
            ("to", _) | ("and", "between") => Form::Range,
            _ => return None,
        };
        let is_number = may_begin(side, end + 1)
            && !matches!(side.key(end + 1), "a" | "an" | "half" | "quarter");
        let second = Value::read(side, end + 1).filter(|_| {
            is_spaced && is_number && side.between(end).is_some_and(|marks| marks.len() < 5)
        })?;
        (second.unit.is_none() && second.is_word == first.is_word || link == "and")
            .then_some((second, how))
    }

    /// One in five, two out of three: a share in per cent.
    fn ratio(&self, first: Value) -> Option<(f64, usize)> {
        let side = self.side;
        let end = first.end;
        let from = match [side.key(end), side.key(end + 1)] {
            ["in" | "of", "every"] | ["out", "of"] => end + 2,
            ["in", _] => end + 1,
            _ => return None,
        };
        let second = Value::read(side, from).filter(|second| {
            second.unit.is_none() && may_begin(side, from) && !matches!(side.key(from), "a" | "an")
        })?;
        let is_ratio = first.amount < second.amount
            && second.amount <= 100.0
            && first.amount >= 1.0
            && first.amount <= 10.0
            && first.unit.is_none();
        let is_time = unit_of(side.key(second.end)).is_some();
        (is_ratio && !is_time && side.is_joined(end - 1))
            .then_some((100.0 * first.amount / second.amount, second.end))
    }

    /// An age in years, where a number of years, months, weeks or days is one.
    fn age(&self, unit: Unit, end: usize) -> (Unit, f64, usize) {
        let side = self.side;
        let years = match side.key(end - 1) {
            "year" | "years" | "yr" => 1.0,
            "month" | "months" => 1.0 / 12.0,
            "week" | "weeks" => 7.0 / 365.25,
            "day" | "days" => 1.0 / 365.25,
            _ => 0.0,
        };
        if years > 0.0 && matches!(side.key(end), "old" | "olds") {
            return (Unit::Age, years, end + 1);
        }
        if years > 0.0 && side.key(end) == "of" && side.key(end + 1) == "age" {
            return (Unit::Age, years, end + 2);
        }
        let is_aged = matches!(side.key_before(self.at), "aged");
        let is_bare =
            unit == Unit::Count && side.key(self.at).len() <= 2 && starts_with_digit(side, self.at);
        // Smith, 25, left.
        let is_apposed = is_bare
            && side.before(self.at).ends_with(", ")
            && (side.behind(end - 1).starts_with([',', '.']) || side.key(end) == "of")
            && self.at > 0
            && side.words[self.at - 1].text.starts_with(char::is_uppercase);
        if is_aged && unit == Unit::Count || is_apposed {
            return (Unit::Age, 1.0, end);
        }
        (unit, 1.0, end)
    }

    /// In his 20s, the 1990s: a decade, told elsewhere.
    fn is_decade(&self) -> bool {
        let key = self.side.key(self.at);
        key.ends_with("0s") && key.len() < 6
    }
}
