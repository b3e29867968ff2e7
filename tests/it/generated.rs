//! A feed without end: short news articles made from a number, always the same for the same number.
//!
//! Events last for some articles and then never return. The articles of an event share its names,
//! places and numbers; now and then one is a copy of another with a word changed.

use retold::{Article, AsArticle, Date};

/// The next number of a sequence that looks random (`SplitMix64`, Steele et al. 2014).
pub(crate) fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// One made-up article.
#[derive(Debug, Clone)]
pub(crate) struct Generated {
    text: String,
    title: String,
    date: Date,
}

impl AsArticle for Generated {
    fn as_article(&self) -> Article<'_> {
        Article::new(&self.text)
            .with_title(&self.title)
            .with_date(self.date)
    }
}

const COMMON: [&str; 48] = [
    "officials",
    "after",
    "report",
    "people",
    "early",
    "police",
    "several",
    "hours",
    "city",
    "government",
    "statement",
    "residents",
    "damage",
    "reported",
    "confirmed",
    "investigation",
    "minister",
    "company",
    "market",
    "told",
    "reporters",
    "expected",
    "region",
    "emergency",
    "services",
    "witnesses",
    "described",
    "weeks",
    "earlier",
    "although",
    "cause",
    "remains",
    "unclear",
    "spokesman",
    "announced",
    "further",
    "details",
    "families",
    "called",
    "support",
    "measures",
    "court",
    "local",
    "national",
    "agency",
    "injured",
    "morning",
    "evening",
];

/// A made-up word; the same for the same number.
fn word(number: u64) -> String {
    const SYLLABLES: [&str; 32] = [
        "ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "zu", "dar", "fen", "gil", "hol",
        "jun", "kas", "lem", "mir", "nor", "pul", "qua", "ros", "sten", "tor", "ull", "ven", "wit",
        "xan", "yor", "zel", "bre", "cho",
    ];
    let mut state = number;
    let count = 2 + next(&mut state) % 3;
    (0..count)
        .map(|_| SYLLABLES[next(&mut state) as usize % SYLLABLES.len()])
        .collect()
}

fn name(number: u64) -> String {
    let word = word(number);
    let (first, rest) = word.split_at(1);
    format!("{}{rest}", first.to_uppercase())
}

/// Article number `n` of the feed; each has about `words` words. A day brings 1,000 of them.
pub(crate) fn article(n: u64, words: usize) -> Generated {
    let mut state = n;
    // About five articles an event, mixed with those of some other events.
    let event = (n + next(&mut state) % 40) / 5;
    let is_copy = next(&mut state).is_multiple_of(10);
    let mut voice = if is_copy { event } else { next(&mut state) };
    let of_event = |place: u64| event * 16 + place;
    let mut text = String::new();
    let mut count = 0;
    while count < words {
        for place in 0..12 {
            let roll = next(&mut voice);
            let word = match roll % 6 {
                0 => name(of_event(roll / 8 % 8)),
                1 => word(of_event(8 + roll / 8 % 8)),
                2 if place == 5 => (of_event(roll / 8 % 3) % 9_973).to_string(),
                _ => COMMON[(roll / 8) as usize % COMMON.len()].to_owned(),
            };
            text += if place == 0 { "" } else { " " };
            text += &word;
        }
        count += 12;
        text += ". ";
    }
    if is_copy {
        text += &word(n);
    }
    Generated {
        text,
        title: format!(
            "{} {} {}",
            name(of_event(0)),
            word(of_event(9)),
            name(of_event(1))
        ),
        date: Date::from_unix_seconds((n * 86_400 / 1_000).cast_signed()),
    }
}
