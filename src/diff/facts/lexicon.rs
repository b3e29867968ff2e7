//! What words tell: the table of English words that the facts are read with.

use std::sync::LazyLock;

use ahash::AHashMap;

use crate::language;

static ENGLISH: LazyLock<AHashMap<&'static str, Entry>> =
    LazyLock::new(|| parse(language::ENGLISH_FACTS));

/// Declares the classes of words and the names by which the table calls them.
macro_rules! classes {
    ($($class:ident $name:literal,)*) => {
        /// A kind of word.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum Class { $($class,)* }

        impl Class {
            fn of(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$class),)* _ => None }
            }
        }
    };
}

classes! {
    Numeral "numeral", Scale "scale", Vague "vague", Fraction "fraction", Multiple "multiple",
    Least "least", Most "most", About "about", Part "part",
    People "people", Who "who", Noun "noun", Fate "fate", State "state", Unit "unit", Money "money",
    Month "month", Weekday "weekday", DayPart "daypart", Oclock "oclock", Lead "lead",
    Title "title", Suffix "suffix", Particle "particle", Thing "thing",
    Street "street", Direction "direction", Ordinal "ordinal",
    Speech "speech", Condition "condition", Negation "negation", Label "label", Hedge "hedge", Modal "modal", Pronoun "pronoun", Stop "stop", Same "same",
}

/// What the table says of one word: its classes, each with a value. In classes whose lines gather
/// words of one meaning, the value is the number of the line.
#[derive(Debug, Default)]
pub(super) struct Entry(Vec<(Class, f64)>);

impl Entry {
    pub(super) fn value(&self, class: Class) -> Option<f64> {
        let found = self.0.iter().find(|(of, _)| *of == class);
        found.map(|(_, value)| *value)
    }
}

/// What the table says of a folded word.
pub(super) fn entry(key: &str) -> Option<&'static Entry> {
    ENGLISH.get(key)
}

fn parse(table: &'static str) -> AHashMap<&'static str, Entry> {
    let mut words: AHashMap<&'static str, Entry> = AHashMap::new();
    for (number, line) in table.lines().enumerate() {
        let mut fields = line.split_ascii_whitespace();
        let Some(class) = fields.next().and_then(Class::of) else {
            continue;
        };
        for field in fields {
            let (word, value) = match field.split_once('=') {
                Some((word, value)) => (word, value.parse().unwrap_or_default()),
                None => (field, number as f64),
            };
            let entry = words.entry(word).or_default();
            if entry.value(class).is_none() {
                entry.0.push((class, value));
            }
        }
    }
    words
}
