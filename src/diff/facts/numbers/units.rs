//! What a number is measured in: money, shares, lengths, times, ages; and what it counts.

/// A unit, so that numbers of different units are not taken for one another.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Unit {
    /// It counts something, told by the noun.
    Count,
    /// Per cent of a whole; a fraction in words is a share too.
    Percent,
    /// Percentage points.
    Points,
    /// First, 2nd, No. 3.
    Rank,
    /// 3-1: what two sides have.
    Score,
    Money(Currency),
    /// Pounds: money or weight.
    Pounds,
    /// Years old.
    Age,
    /// A quantity of this dimension, and how many base units one of the unit is.
    Measure(Dimension, f64),
    /// Degrees, and of which scale if it is told.
    Degrees(Option<Scale>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Currency {
    /// A dollar, of which country is not said.
    Dollar,
    American,
    Australian,
    Canadian,
    HongKong,
    NewZealand,
    Singaporean,
    Pound,
    Euro,
    Yen,
    Rupee,
    Rouble,
    Won,
    Franc,
    Yuan,
    Peso,
    Cent,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dimension {
    Length,
    Weight,
    Duration,
    Speed,
    Area,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scale {
    Celsius,
    Fahrenheit,
}

const DAY: f64 = 86_400.0;
const YEAR: f64 = 365.25 * DAY;

/// Units by the folded word behind the number, sorted.
const UNITS: &[(&str, Unit)] = &[
    ("acre", Unit::Measure(Dimension::Area, 4_046.9)),
    ("acres", Unit::Measure(Dimension::Area, 4_046.9)),
    ("aud", Unit::Money(Currency::Australian)),
    ("c", Unit::Degrees(Some(Scale::Celsius))),
    ("cad", Unit::Money(Currency::Canadian)),
    ("celsius", Unit::Degrees(Some(Scale::Celsius))),
    ("cent", Unit::Money(Currency::Cent)),
    ("centimeters", Unit::Measure(Dimension::Length, 0.01)),
    ("centimetres", Unit::Measure(Dimension::Length, 0.01)),
    ("cents", Unit::Money(Currency::Cent)),
    ("chf", Unit::Money(Currency::Franc)),
    ("cm", Unit::Measure(Dimension::Length, 0.01)),
    ("cny", Unit::Money(Currency::Yuan)),
    ("day", Unit::Measure(Dimension::Duration, DAY)),
    ("days", Unit::Measure(Dimension::Duration, DAY)),
    ("degree", Unit::Degrees(None)),
    ("degrees", Unit::Degrees(None)),
    ("dlr", Unit::Money(Currency::Dollar)),
    ("dlrs", Unit::Money(Currency::Dollar)),
    ("dollar", Unit::Money(Currency::Dollar)),
    ("dollars", Unit::Money(Currency::Dollar)),
    ("eur", Unit::Money(Currency::Euro)),
    ("euro", Unit::Money(Currency::Euro)),
    ("euros", Unit::Money(Currency::Euro)),
    ("f", Unit::Degrees(Some(Scale::Fahrenheit))),
    ("fahrenheit", Unit::Degrees(Some(Scale::Fahrenheit))),
    ("feet", Unit::Measure(Dimension::Length, 0.3048)),
    ("foot", Unit::Measure(Dimension::Length, 0.3048)),
    ("franc", Unit::Money(Currency::Franc)),
    ("francs", Unit::Money(Currency::Franc)),
    ("ft", Unit::Measure(Dimension::Length, 0.3048)),
    ("gbp", Unit::Money(Currency::Pound)),
    ("gram", Unit::Measure(Dimension::Weight, 0.001)),
    ("grams", Unit::Measure(Dimension::Weight, 0.001)),
    ("hectare", Unit::Measure(Dimension::Area, 10_000.0)),
    ("hectares", Unit::Measure(Dimension::Area, 10_000.0)),
    ("hour", Unit::Measure(Dimension::Duration, 3_600.0)),
    ("hours", Unit::Measure(Dimension::Duration, 3_600.0)),
    ("inch", Unit::Measure(Dimension::Length, 0.0254)),
    ("inches", Unit::Measure(Dimension::Length, 0.0254)),
    ("inr", Unit::Money(Currency::Rupee)),
    ("kg", Unit::Measure(Dimension::Weight, 1.0)),
    ("kilogram", Unit::Measure(Dimension::Weight, 1.0)),
    ("kilograms", Unit::Measure(Dimension::Weight, 1.0)),
    ("kilometer", Unit::Measure(Dimension::Length, 1_000.0)),
    ("kilometers", Unit::Measure(Dimension::Length, 1_000.0)),
    ("kilometre", Unit::Measure(Dimension::Length, 1_000.0)),
    ("kilometres", Unit::Measure(Dimension::Length, 1_000.0)),
    ("kilos", Unit::Measure(Dimension::Weight, 1.0)),
    ("km", Unit::Measure(Dimension::Length, 1_000.0)),
    ("kmh", Unit::Measure(Dimension::Speed, 1.0)),
    ("kms", Unit::Measure(Dimension::Length, 1_000.0)),
    ("kph", Unit::Measure(Dimension::Speed, 1.0)),
    ("lb", Unit::Measure(Dimension::Weight, 0.4536)),
    ("lbs", Unit::Measure(Dimension::Weight, 0.4536)),
    ("meter", Unit::Measure(Dimension::Length, 1.0)),
    ("meters", Unit::Measure(Dimension::Length, 1.0)),
    ("metre", Unit::Measure(Dimension::Length, 1.0)),
    ("metres", Unit::Measure(Dimension::Length, 1.0)),
    ("mile", Unit::Measure(Dimension::Length, 1_609.344)),
    ("miles", Unit::Measure(Dimension::Length, 1_609.344)),
    ("millimeter", Unit::Measure(Dimension::Length, 0.001)),
    ("minute", Unit::Measure(Dimension::Duration, 60.0)),
    ("minutes", Unit::Measure(Dimension::Duration, 60.0)),
    ("mm", Unit::Measure(Dimension::Length, 0.001)),
    ("month", Unit::Measure(Dimension::Duration, YEAR / 12.0)),
    ("months", Unit::Measure(Dimension::Duration, YEAR / 12.0)),
    ("mph", Unit::Measure(Dimension::Speed, 1.609_344)),
    ("pct", Unit::Percent),
    ("percent", Unit::Percent),
    ("peso", Unit::Money(Currency::Peso)),
    ("pesos", Unit::Money(Currency::Peso)),
    ("pound", Unit::Pounds),
    ("pounds", Unit::Pounds),
    ("renminbi", Unit::Money(Currency::Yuan)),
    ("rmb", Unit::Money(Currency::Yuan)),
    ("rouble", Unit::Money(Currency::Rouble)),
    ("roubles", Unit::Money(Currency::Rouble)),
    ("rs", Unit::Money(Currency::Rupee)),
    ("ruble", Unit::Money(Currency::Rouble)),
    ("rubles", Unit::Money(Currency::Rouble)),
    ("rupee", Unit::Money(Currency::Rupee)),
    ("rupees", Unit::Money(Currency::Rupee)),
    ("second", Unit::Measure(Dimension::Duration, 1.0)),
    ("seconds", Unit::Measure(Dimension::Duration, 1.0)),
    ("ton", Unit::Measure(Dimension::Weight, 1_000.0)),
    ("tonne", Unit::Measure(Dimension::Weight, 1_000.0)),
    ("tonnes", Unit::Measure(Dimension::Weight, 1_000.0)),
    ("tons", Unit::Measure(Dimension::Weight, 1_000.0)),
    ("usd", Unit::Money(Currency::American)),
    ("week", Unit::Measure(Dimension::Duration, 7.0 * DAY)),
    ("weeks", Unit::Measure(Dimension::Duration, 7.0 * DAY)),
    ("yard", Unit::Measure(Dimension::Length, 0.9144)),
    ("yards", Unit::Measure(Dimension::Length, 0.9144)),
    ("year", Unit::Measure(Dimension::Duration, YEAR)),
    ("years", Unit::Measure(Dimension::Duration, YEAR)),
    ("yen", Unit::Money(Currency::Yen)),
    ("yr", Unit::Measure(Dimension::Duration, YEAR)),
    ("yuan", Unit::Money(Currency::Yuan)),
];

/// The unit of a folded word.
pub(super) fn unit_of(key: &str) -> Option<Unit> {
    let place = UNITS.binary_search_by(|entry| entry.0.cmp(key)).ok()?;
    UNITS.get(place).map(|entry| entry.1)
}

/// Currency signs before a number, the longer first.
const SIGNS: &[(&str, Currency)] = &[
    ("NZ$", Currency::NewZealand),
    ("US$", Currency::American),
    ("HK$", Currency::HongKong),
    ("AU$", Currency::Australian),
    ("CA$", Currency::Canadian),
    ("A$", Currency::Australian),
    ("C$", Currency::Canadian),
    ("S$", Currency::Singaporean),
    ("$", Currency::Dollar),
    ("€", Currency::Euro),
    ("£", Currency::Pound),
    ("¥", Currency::Yen),
    ("₹", Currency::Rupee),
    ("₽", Currency::Rouble),
    ("₩", Currency::Won),
];

/// The currency a text ends with, and its length in bytes.
pub(super) fn currency_before(text: &str) -> Option<(Currency, usize)> {
    if !text.ends_with(['$', '€', '£', '¥', '₹', '₽', '₩']) {
        return None;
    }
    SIGNS.iter().find_map(|(sign, currency)| {
        let before = text.strip_suffix(sign)?;
        let is_whole = sign.len() < 2
            || !sign.starts_with(char::is_alphabetic)
            || !before.ends_with(char::is_alphanumeric);
        is_whole.then_some((*currency, sign.len()))
    })
}

/// The currency a dollar is of, by the word before it: Canadian dollars.
pub(super) fn dollar_of(key: &str) -> Option<Currency> {
    Some(match key {
        "american" | "u.s" | "us" => Currency::American,
        "australian" => Currency::Australian,
        "canadian" => Currency::Canadian,
        "hong" | "kong" => Currency::HongKong,
        "singapore" => Currency::Singaporean,
        "zealand" => Currency::NewZealand,
        _ => return None,
    })
}

/// How two amounts in two units compare: both in one unit, or not at all. The flag tells that one
/// was converted, and so may have been rounded.
pub(super) fn in_common(left: (f64, Unit), right: (f64, Unit)) -> Option<(f64, f64, bool)> {
    use Unit::{Degrees, Measure, Money, Pounds};
    let ((l, a), (r, b)) = (left, right);
    match (a, b) {
        _ if a == b => Some((l, r, false)),
        (Money(Currency::Cent), Money(other)) if is_in_cents(other) => Some((l / 100.0, r, false)),
        (Money(other), Money(Currency::Cent)) if is_in_cents(other) => Some((l, r / 100.0, false)),
        (Money(a), Money(b)) => {
            // A dollar without a country may be any.
            let is_any = |one, other| one == Currency::Dollar && is_dollar(other);
            (is_any(a, b) || is_any(b, a)).then_some((l, r, false))
        }
        (Pounds, Measure(Dimension::Weight, base)) => Some((l * 0.4536, r * base, true)),
        (Measure(Dimension::Weight, base), Pounds) => Some((l * base, r * 0.4536, true)),
        (Measure(a, ours), Measure(b, theirs)) => (a == b).then_some((l * ours, r * theirs, true)),
        (Pounds, Money(Currency::Pound))
        | (Money(Currency::Pound), Pounds)
        | (Degrees(None), Degrees(_))
        | (Degrees(_), Degrees(None)) => Some((l, r, false)),
        (Degrees(a), Degrees(b)) => Some((celsius(l, a), celsius(r, b), true)),
        _ => None,
    }
}

fn is_in_cents(currency: Currency) -> bool {
    is_dollar(currency) || currency == Currency::Euro
}

fn is_dollar(currency: Currency) -> bool {
    use Currency::{American, Australian, Canadian, Dollar, HongKong, NewZealand, Singaporean};
    matches!(
        currency,
        Dollar | American | Australian | Canadian | HongKong | NewZealand | Singaporean
    )
}

fn celsius(degrees: f64, scale: Option<Scale>) -> f64 {
    match scale {
        Some(Scale::Fahrenheit) => (degrees - 32.0) / 1.8,
        _ => degrees,
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn tables_are_sorted() {
        assert!(super::UNITS.is_sorted_by_key(|entry| entry.0));
    }
}
