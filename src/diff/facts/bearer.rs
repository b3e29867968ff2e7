//! Whether two names can be of one bearer: a surname and a full name, letters and the words they stand
//! for, two spellings; but not two persons of one surname, nor West Virginia and Virginia.

use super::lexicon::{Tag, Tags};
use super::side::is_in;

/// A name as it is compared.
#[derive(Debug)]
pub(super) struct Bearer<'s> {
    /// Its folded words, without `of` and `the`.
    pub(super) keys: Vec<&'s str>,
    /// Whether one of its words turns the name of a place into that of another.
    is_turned: bool,
    /// The country it stands for, if several names do.
    alias: Option<u8>,
}

/// Words that turn the name of a place into that of another one, sorted.
#[rustfmt::skip]
pub(super) const TURNS: &[&str] = &[
    "central", "east", "eastern", "great", "greater", "lower", "mid", "new", "north", "northeast", "northern",
    "northwest", "old", "south", "southeast", "southern", "southwest", "upper", "west", "western",
];

/// Names of which several stand for one country or body, each with the number of its bearer, sorted;
/// letters and the words they stand for need no entry.
#[rustfmt::skip]
pub(super) const ALIASES: &[(&str, u8)] = &[
    ("america", 0), ("american", 0), ("americans", 0), ("beijing", 2), ("britain", 1), ("british", 1),
    ("briton", 1), ("britons", 1), ("china", 2), ("chinese", 2), ("daesh", 10), ("dutch", 3), ("england", 5),
    ("english", 5), ("eu", 6), ("europe", 6), ("european", 6), ("european union", 6), ("france", 4),
    ("french", 4), ("great britain", 1), ("greece", 8), ("greek", 8), ("greeks", 8), ("holland", 3),
    ("i.s", 10), ("is", 10), ("isil", 10), ("isis", 10), ("islamic state", 10),
    ("islamic state iraq syria", 10), ("kremlin", 7), ("moscow", 7), ("netherlands", 3), ("russia", 7),
    ("russian", 7), ("russians", 7), ("spain", 9), ("spanish", 9), ("u.k", 1), ("u.s", 0), ("u.s.a", 0),
    ("uk", 1), ("united kingdom", 1), ("united states", 0), ("united states america", 0), ("us", 0),
    ("usa", 0), ("washington", 0),
];

/// Names of countries and states of which there are several by direction or age, sorted.
#[rustfmt::skip]
const TURNED: &[&str] = &[
    "africa", "carolina", "dakota", "england", "germany", "guinea", "hampshire", "ireland", "jersey", "korea", "macedonia",
    "mexico", "orleans", "sudan", "timor", "virginia", "wales", "yemen", "york", "zealand",
];

/// Short forms of first names that are no beginnings of them, sorted.
#[rustfmt::skip]
const NICKNAMES: &[(&str, &str)] = &[
    ("al", "albert"), ("andy", "andrew"), ("barb", "barbara"), ("ben", "benjamin"), ("beth", "elizabeth"),
    ("betty", "elizabeth"), ("bill", "william"), ("billy", "william"), ("bob", "robert"), ("bobby", "robert"),
    ("charlie", "charles"), ("chris", "christopher"), ("chuck", "charles"), ("dan", "daniel"),
    ("dave", "david"), ("dick", "richard"), ("ed", "edward"), ("gabe", "gabriel"), ("hank", "henry"),
    ("harry", "henry"), ("jack", "john"), ("jake", "jacob"), ("jeff", "jeffrey"), ("jen", "jennifer"),
    ("jenny", "jennifer"), ("jerry", "gerald"), ("jim", "james"), ("jimmy", "james"), ("joe", "joseph"),
    ("josh", "joshua"), ("kate", "katherine"), ("kathy", "katherine"), ("ken", "kenneth"),
    ("larry", "lawrence"), ("liz", "elizabeth"), ("maggie", "margaret"), ("matt", "matthew"),
    ("meg", "margaret"), ("mike", "michael"), ("nick", "nicholas"), ("pat", "patricia"), ("pat", "patrick"),
    ("peggy", "margaret"), ("pete", "peter"), ("rick", "richard"), ("rob", "robert"), ("ron", "ronald"),
    ("sandy", "alexander"), ("sasha", "alexander"), ("steve", "steven"), ("sue", "susan"), ("ted", "edward"),
    ("tim", "timothy"), ("tom", "thomas"), ("tony", "anthony"), ("vicky", "victoria"), ("will", "william"),
];

/// Words that many names of places and bodies have, so that sharing one tells nothing, sorted.
#[rustfmt::skip]
const GENERIC: &[&str] = &[
    "american", "army", "association", "bank", "bay", "board", "bureau", "central", "city", "college", "committee",
    "council", "county", "department", "district", "federal", "fort", "general", "great", "high", "international", "island",
    "lake", "los", "mount", "national", "new", "office", "party", "point", "port", "red", "republic", "royal", "saint", "san",
    "santa", "school", "society", "st", "state", "the", "union", "united", "university", "world",
];

/// Words of a name that is no person's, sorted: whoever speaks for it speaks too.
#[rustfmt::skip]
const SPOKEN_FOR: &[&str] = &[
    "agency", "ap", "associated", "bbc", "center", "city", "cnn", "company", "county", "court", "department", "facebook",
    "fbi", "hospital", "house", "ministry", "nbc", "news", "office", "police", "post", "press", "reuters", "school",
    "sheriff", "state", "times", "tv", "twitter", "university",
];

impl<'s> Bearer<'s> {
    pub(super) fn new(keys: Vec<&'s str>) -> Self {
        let mut bearer = Self {
            keys,
            is_turned: false,
            alias: None,
        };
        bearer.read();
        bearer
    }

    /// Adds words to the name.
    pub(super) fn extend(&mut self, keys: impl Iterator<Item = &'s str>) {
        self.keys.extend(keys);
        self.read();
    }

    fn read(&mut self) {
        self.is_turned = self.keys.iter().any(|key| Tags::of(key).0.has(Tag::Turn));
        let line = |name: &str| {
            let place = ALIASES.binary_search_by(|entry| entry.0.cmp(name)).ok()?;
            ALIASES.get(place).map(|entry| entry.1)
        };
        self.alias = match &self.keys[..] {
            [key] if Tags::of(key).0.has(Tag::Alias) => line(key),
            [first, ..] if matches!(*first, "european" | "great" | "islamic" | "united") => {
                line(&self.keys.join(" "))
            }
            _ => None,
        };
    }

    /// Whether it may be the name of a person, not of a body for which persons speak.
    pub(super) fn is_person(&self) -> bool {
        !self.keys.iter().any(|key| is_in(SPOKEN_FOR, key))
    }

    /// Whether two names can be of one bearer.
    pub(super) fn is_like(&self, other: &Bearer<'_>) -> bool {
        let (left, right) = (&self.keys[..], &other.keys[..]);
        if self.alias.is_some() && self.alias == other.alias {
            return true;
        }
        let lacks = |keys: &[&str], other: &[&str]| {
            keys.iter()
                .any(|key| is_in(TURNS, key) && !other.contains(key))
        };
        if self.is_turned && lacks(left, right) || other.is_turned && lacks(right, left) {
            // East Memphis is a part of Memphis, South Korea is none of Korea.
            let is_quarter = |long: &[&str], short: &[&str]| {
                long.len() == short.len() + 1
                    && long.ends_with(short)
                    && !short.iter().any(|key| is_in(TURNED, key))
            };
            return is_quarter(left, right) || is_quarter(right, left);
        }
        let (Some(last), Some(other_last)) = (left.last(), right.last()) else {
            return false;
        };
        let is_part = |long: &[&str], short: &[&str]| {
            short
                .iter()
                .all(|key| long.iter().any(|other| is_spelling(key, other)))
        };
        // Jane Smith and J. Smith are one, Jane Smith and John Smith are not.
        let is_family = || {
            is_spelling(last, other_last)
                && left[..left.len() - 1]
                    .iter()
                    .any(|a| right[..right.len() - 1].iter().any(|b| is_short_for(a, b)))
        };
        // Advocate Christ Medical Center and Christ Hospital.
        let shares_inner = || {
            let inner = |keys: &[&str], at: usize| at + 1 < keys.len();
            let is_shared = |(at, key): (usize, &&str)| {
                let mut others = right.iter().enumerate();
                others
                    .any(|(place, other)| key == other && (inner(left, at) || inner(right, place)))
                    && !is_in(GENERIC, key)
            };
            left.iter().enumerate().any(is_shared)
        };
        is_part(left, right)
            || is_part(right, left)
            || left.len().max(right.len()) > 2 && shares_inner()
            || is_family()
            || is_clipped(left, right)
            || is_one_string(left, right)
            || is_abbreviated(left, right)
            || is_abbreviated(right, left)
            || is_letters_of(left, right)
            || is_letters_of(right, left)
    }
}

/// Whether one word may be another spelling or form of the other: Qaeda and Qaida, Iran and Iranian.
pub(super) fn is_spelling(left: &str, right: &str) -> bool {
    if left == right {
        return true;
    }
    if left.as_bytes().first() != right.as_bytes().first() {
        return false;
    }
    if left.contains('.') || right.contains('.') {
        let letters = |name: &str| name.replace('.', "");
        return is_spelling(&letters(left), &letters(right));
    }
    let (short, long) = if left.len() <= right.len() {
        (left, right)
    } else {
        (right, left)
    };
    if matches!(
        (short, long),
        ("ft", "fort")
            | ("mt", "mount")
            | ("ne", "northeast")
            | ("nw", "northwest")
            | ("se", "southeast")
            | ("st", "saint")
            | ("sw", "southwest")
    ) {
        return true;
    }
    if short.len() == 1 {
        return long.starts_with(short);
    }
    if let Some(ending) = long.strip_prefix(short)
        && short.len() > 1 + usize::from(ending != "s")
    {
        let is_form = matches!(
            ending,
            "e" | "h"
                | "s"
                | "n"
                | "an"
                | "ian"
                | "ians"
                | "ans"
                | "ese"
                | "ish"
                | "i"
                | "is"
                | "'"
                | "es"
        );
        if is_form {
            return true;
        }
    }
    // One letter changed, put in or left out, or two exchanged: centre, center.
    let letters = |word: &str| word.chars().collect::<Vec<_>>();
    let (short, long) = (letters(short), letters(long));
    if short.len() < 5 || long.len().abs_diff(short.len()) > 1 {
        return false;
    }
    let (short, long) = if short.len() <= long.len() {
        (short, long)
    } else {
        (long, short)
    };
    let alike = |(a, b): &(&char, &char)| a == b;
    let head = short.iter().zip(&long).take_while(alike).count();
    let tail = short
        .iter()
        .rev()
        .zip(long.iter().rev())
        .take_while(alike)
        .count();
    let is_turned = head + tail + 2 == long.len()
        && short.len() == long.len()
        && short[head] == long[head + 1]
        && short[head + 1] == long[head];
    head + tail + 1 >= long.len() || is_turned
}

/// Whether one first name may stand for the other: J. and Jane, Dave and David.
fn is_short_for(left: &str, right: &str) -> bool {
    let alike = left
        .bytes()
        .zip(right.bytes())
        .take_while(|(a, b)| a == b)
        .count();
    let short = left.len().min(right.len());
    let is_nickname = |short: &str, long: &str| NICKNAMES.binary_search(&(short, long)).is_ok();
    alike == short
        || is_nickname(left, right)
        || is_nickname(right, left)
        || alike >= 3
        || alike >= 2 && short <= 4
        || is_spelling(left, right)
}

/// Whether two names differ in a last word that one of them clips: Chapel St. and Chapel Street.
fn is_clipped(left: &[&str], right: &[&str]) -> bool {
    let ([.., last], [.., other]) = (left, right) else {
        return false;
    };
    let (short, long) = if last.len() <= other.len() {
        (last, other)
    } else {
        (other, last)
    };
    left.len() == right.len()
        && left.len() > 1
        && left[..left.len() - 1] == right[..right.len() - 1]
        && short.len() <= 4
        && short.bytes().next() == long.bytes().next()
        && short
            .bytes()
            .next_back()
            .is_some_and(|end| long.bytes().any(|b| b == end))
}

/// Whether letters stand for the words of a name: FTC, U.N.
fn is_letters_of(letters: &[&str], words: &[&str]) -> bool {
    let [letters] = letters else { return false };
    let mut letters = letters.bytes().filter(|b| *b != b'.');
    let mut count = 0;
    let all = words.iter().all(|word| {
        count += 1;
        letters.next() == word.bytes().next()
    });
    all && count > 1 && letters.next().is_none()
}

/// Whether letters stand for the first words of a name: NY Times.
fn is_abbreviated(short: &[&str], long: &[&str]) -> bool {
    let [letters, rest @ ..] = short else {
        return false;
    };
    let count = letters.bytes().filter(|b| *b != b'.').count();
    !rest.is_empty()
        && long.len() == count + rest.len()
        && long.ends_with(rest)
        && is_letters_of(&[letters], &long[..count])
}

/// Whether two names are one but for their spaces: `Open AI` and `OpenAI`.
fn is_one_string(left: &[&str], right: &[&str]) -> bool {
    left.len() != right.len() && is_spelling(&left.concat(), &right.concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        assert!(
            TURNS.is_sorted()
                && TURNED.is_sorted()
                && SPOKEN_FOR.is_sorted()
                && ALIASES.is_sorted_by_key(|entry| entry.0)
        );
    }

    #[test]
    fn bearers_are_told_apart() {
        let is_one = |left: &str, right: &str| {
            let [left, right] = [left, right].map(|name| Bearer::new(name.split(' ').collect()));
            let found = left.is_like(&right);
            assert_eq!(found, right.is_like(&left));
            found
        };
        for (left, right) in [
            ("smith", "john smith"),
            ("j smith", "john smith"),
            ("dave smith", "david smith"),
            ("bill smith", "william smith"),
            ("advocate christ medical center", "christ hospital"),
            ("u.s", "united states"),
            ("us", "american"),
            ("un", "united nations"),
            ("federal trade commission", "ftc"),
            ("al qaeda", "al qaida"),
            ("iran", "iranian"),
            ("chapel st", "chapel street"),
            ("new york", "new york city"),
            ("open ai", "openai"),
        ] {
            assert!(is_one(left, right), "{left} {right}");
        }
        for (left, right) in [
            ("south korea", "north korea"),
            ("hillary clinton", "bill clinton"),
            ("jane smith", "john smith"),
            ("west virginia", "virginia"),
            ("university texas austin", "university iowa"),
            ("new york", "york"),
            ("iran", "iraq"),
            ("gambia", "zambia"),
            ("austria", "australia"),
            ("smith", "jones"),
        ] {
            assert!(!is_one(left, right), "{left} {right}");
        }
    }
}
