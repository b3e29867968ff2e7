//! What the forms of one word have in common, in each language.
//!
//! The stemmers are light: they take inflections away and leave derivations alone, in the spirit of Harman
//! (1991, "How effective is suffixing?") and Savoy (2006, "Light stemming approaches"). Stronger ones merge
//! names (`Powers` with `Power` is enough harm) and gain nothing here. The endings themselves stand in
//! `language/`.

use std::borrow::Cow;
use std::sync::LazyLock;

use crate::language::{Apostrophe, Data, Ending, Script};
use crate::text::vocabulary::{Known, look_up};
use crate::text::{self, Token};
use crate::{Language, hash};

/// Numbers in words that are those in digits. Smaller ones are mostly written in words, and in digits are
/// dates and scores; larger ones are scales (*3 million*). In compounds all are (*3-year-old*).
const NUMBERS: std::ops::Range<u64> = 10..1_000;
/// Letters that stay behind a prefix that is taken away.
const BEHIND_PREFIX: usize = 3;

/// What is done to the words of a language to find what they have in common.
#[derive(Debug)]
pub(crate) struct Stemmer {
    language: Option<Language>,
    /// Whether its words are in Latin letters, as far as is known.
    is_latin: bool,
    /// Whether spaces stand between syllables and not between words.
    pub(crate) spaces_syllables: bool,
    apostrophe: Apostrophe,
    keeps_marks: bool,
    prefixes: Vec<String>,
    /// Each with what stands there instead, as stems are written.
    endings: Vec<(String, String, Ending)>,
    /// The letters from a to z in which an ending may end, a bit each.
    last: u32,
}

static STEMMERS: LazyLock<Vec<Stemmer>> = LazyLock::new(|| {
    let all = Language::all().iter();
    all.map(|&language| Stemmer::new(Some(language), Some(language.data())))
        .collect()
});
static UNKNOWN: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::new(None, None));

impl Stemmer {
    /// The stemmer of a language; for an unknown one, one that leaves every word as it is.
    pub(crate) fn of(language: Option<Language>) -> &'static Self {
        let own = language.and_then(|language| STEMMERS.get(language as usize));
        own.unwrap_or_else(|| &UNKNOWN)
    }

    fn new(language: Option<Language>, data: Option<&'static Data>) -> Self {
        let endings = data.map_or(&[][..], |data| data.endings);
        let keeps_marks = data.is_some_and(|data| data.keeps_marks);
        let mut folded: Vec<(String, String, Ending)> = Vec::new();
        for &ending in endings {
            let end = plain(ending.end, keeps_marks);
            // Some endings differ in nothing that folding keeps.
            let is_known = |(known, _, other): &(String, String, Ending)| {
                *known == end && other.after == ending.after
            };
            if !folded.iter().any(is_known) {
                folded.push((end, plain(ending.to, keeps_marks), ending));
            }
        }
        let lasts = || {
            folded
                .iter()
                .filter_map(|(end, ..)| end.chars().next_back())
        };
        let bit = |c: char| 1 << (u32::from(c) & 31);
        Self {
            language,
            is_latin: data.is_none_or(|data| data.script == Script::Latin),
            spaces_syllables: data.is_some_and(|data| data.spaces_syllables),
            keeps_marks,
            apostrophe: data.map_or(Apostrophe::Letters, |data| data.apostrophe),
            prefixes: data
                .map_or(&[][..], |data| data.prefixes)
                .iter()
                .map(|prefix| plain(prefix, keeps_marks))
                .collect(),
            last: lasts()
                .filter(char::is_ascii)
                .map(bit)
                .fold(0, |set, bit| set | bit),
            endings: folded,
        }
    }

    /// The language whose words it knows.
    pub(crate) fn language(&self) -> Option<Language> {
        self.language
    }

    /// Whether a word is counted and weighed as the number in digits that it stands for.
    pub(crate) fn is_in_digits(known: Known) -> bool {
        !known.is_stop_word && known.number.is_some_and(|number| NUMBERS.contains(&number))
    }

    /// Whether the day or month with this hash is another word without a capital.
    pub(crate) fn is_other_word(&self, hash: u64) -> bool {
        let days = self
            .language
            .map_or("", |language| language.data().ambiguous_days);
        days.split_whitespace()
            .any(|day| text::hash_word(day) == hash)
    }

    /// What is known of a word, by the hash of its folded form.
    #[inline]
    pub(crate) fn look_up(&self, hash: u64) -> Known {
        self.language
            .map_or_else(Known::default, |language| look_up(language, hash))
    }

    /// Whether the folded word with this hash is a stop word.
    #[inline]
    pub(crate) fn is_stop_word(&self, hash: u64) -> bool {
        self.look_up(hash).is_stop_word
    }

    /// Whether a word may have another stem than itself, as far as its last byte tells.
    #[inline]
    fn may_change(&self, word: &str) -> bool {
        // Folding takes a possessive ending away, and may change whatever is not ASCII.
        let bytes = word.strip_suffix("'s").unwrap_or(word).as_bytes();
        match bytes.last() {
            Some(last) if last.is_ascii_alphabetic() => self.last >> (last & 31) & 1 == 1,
            Some(last) if last.is_ascii() => false,
            _ => !self.endings.is_empty(),
        }
    }

    /// The stem of a folded word.
    pub(crate) fn stem<'a>(&self, folded: &'a str) -> Cow<'a, str> {
        let prefix = self.prefixes.iter().find_map(|prefix| {
            let rest = folded.strip_prefix(prefix.as_str())?;
            rest.chars().nth(BEHIND_PREFIX - 1).map(|_| rest)
        });
        let word = prefix.unwrap_or(folded);
        for (end, to, ending) in &self.endings {
            if let Some(stem) = word
                .strip_suffix(end.as_str())
                .filter(|stem| ending.fits(stem))
            {
                return if to.is_empty() {
                    Cow::Borrowed(stem)
                } else {
                    Cow::Owned(format!("{stem}{to}"))
                };
            }
        }
        Cow::Borrowed(word)
    }

    /// The key of a word whose folded hash is known; nothing for a stop word. The stem is only looked for
    /// where the last letter allows one, which spares most words a second hashing; `scratch` is overwritten.
    pub(crate) fn key_of(&self, word: &str, hash: u64, scratch: &mut String) -> Option<u32> {
        self.key_of_known(word, hash, self.look_up(hash), scratch)
    }

    /// The same where what is known of the word has been looked up.
    #[inline]
    pub(crate) fn key_of_known(
        &self,
        word: &str,
        hash: u64,
        known: Known,
        scratch: &mut String,
    ) -> Option<u32> {
        if known.is_stop_word {
            return None;
        }
        if let Some(number) = known.number.filter(|_| Self::is_in_digits(known)) {
            return Some(number_hash(number) as u32);
        }
        if self.apostrophe != Apostrophe::Letters && word.contains(['\'', '’']) {
            return self.key_beside_apostrophe(word, scratch);
        }
        Some(self.stem_hash(word, hash, scratch) as u32)
    }

    /// The hash of a word's stem.
    fn stem_hash(&self, word: &str, hash: u64, scratch: &mut String) -> u64 {
        let has_marks = !word.is_ascii() && !self.keeps_marks;
        if !has_marks && self.prefixes.is_empty() && !self.may_change(word) {
            return hash;
        }
        scratch.clear();
        text::fold(word, scratch);
        let folded = scratch.len();
        if has_marks {
            let word = scratch.clone();
            text::without_marks(&word, scratch);
        }
        let from = if has_marks { folded } else { 0 };
        let stem = self.stem(scratch.get(from..).unwrap_or_default());
        hash::bytes(stem.as_bytes())
    }

    /// The key of another spelling of a word, with two letters for one: `Haaland` for `Håland`.
    pub(crate) fn other_spelling(&self, word: &str, scratch: &mut String) -> Option<u32> {
        if word.is_ascii() || self.language.is_some_and(|l| l != Language::English) {
            return None;
        }
        scratch.clear();
        text::with_digraphs(&fold(word), scratch)
            .then(|| hash::bytes(self.stem(scratch).as_bytes()) as u32)
    }

    /// The key of what counts of two parts joined by an apostrophe.
    #[cold]
    fn key_beside_apostrophe(&self, word: &str, scratch: &mut String) -> Option<u32> {
        let (before, after) = word.split_once(['\'', '’'])?;
        let part = match self.apostrophe {
            Apostrophe::Article if self.is_stop_word(text::hash_word(before)) => after,
            Apostrophe::Ending => before,
            Apostrophe::Article | Apostrophe::Letters => word,
        };
        let hash = text::hash_word(part);
        if self.is_stop_word(hash) || part.chars().nth(1).is_none() {
            return None;
        }
        Some(self.stem_hash(part, hash, scratch) as u32)
    }

    /// The key of a compound: that of its words in order, numbers in words as digits. One of numbers only is
    /// a number itself.
    pub(crate) fn compound_key(&self, words: &[Token]) -> Option<u32> {
        let mut sum = Some(0);
        let mut key: Option<u64> = None;
        for word in words {
            let known = self.look_up(word.hash);
            let hash = known.number.map_or(word.hash, number_hash);
            key = Some(key.map_or(hash, |key| hash::join(key, hash)));
            sum = match (sum, known.number) {
                // Four twenties are eighty, twenty and four are twenty-four.
                (Some(sum), Some(more)) if sum > 0 && more > sum => sum.checked_mul(more),
                (Some(sum), Some(more)) => sum.checked_add(more),
                (Some(sum), None) if sum > 0 && known.is_stop_word => Some(sum),
                _ => None,
            };
        }
        sum.map(number_hash).or(key).map(|key| key as u32)
    }
}

impl Ending {
    /// Whether it may be taken away where this is left.
    fn fits(&self, stem: &str) -> bool {
        stem.chars().next_back().is_some_and(|last| {
            (self.after.is_empty() || self.after.contains(last))
                && !self.not_after.contains(last)
                && stem.chars().nth(self.least.saturating_sub(1)).is_some()
        })
    }
}

fn fold(word: &str) -> String {
    let mut folded = String::new();
    text::fold(word, &mut folded);
    folded
}

/// A word as stems are written: folded, and without marks unless the language keeps them.
fn plain(word: &str, keeps_marks: bool) -> String {
    let folded = fold(word);
    if keeps_marks {
        return folded;
    }
    let mut plain = String::new();
    text::without_marks(&folded, &mut plain);
    plain
}

/// The hash of a number in digits.
fn number_hash(number: u64) -> u64 {
    hash::bytes(number.to_string().as_bytes())
}

/// Whether the folded word with this hash is an English stop word.
pub(crate) fn is_stop_hash(hash: u64) -> bool {
    look_up(Language::English, hash).is_stop_word
}

/// The key of an English word whose folded hash is known, and which is no stop word.
pub(crate) fn key_of(word: &str, hash: u64, scratch: &mut String) -> u32 {
    let key = Stemmer::of(Some(Language::English)).key_of(word, hash, scratch);
    key.unwrap_or(hash as u32)
}

/// Whether a word is one of the English words that carry no weight (*the*, *said*, *because*),
/// whatever its case.
///
/// ```
/// use retold::event::is_stop_word;
/// assert!(is_stop_word("The") && is_stop_word("doesn’t"));
/// assert!(!is_stop_word("earthquake"));
/// ```
pub fn is_stop_word(word: &str) -> bool {
    is_stop_hash(text::hash_word(word))
}

/// The stem of a folded English word: `stories` and `story`, `crashes` and `crash`, `shots` and `shot` are
/// the same; `gas`, `status` and `press` stay as they are.
///
/// ```
/// use retold::event::stem;
/// assert_eq!([stem("shots"), stem("crashes"), stem("press")], ["shot", "crash", "press"]);
/// assert_eq!(stem("stories"), "story");
/// ```
pub fn stem(folded: &str) -> Cow<'_, str> {
    Stemmer::of(Some(Language::English)).stem(folded)
}

/// The key under which a word of an English text is counted and weighed: the low half of the frozen hash of
/// its stem, so that two forms of a word have one key. A compound with hyphens is one word, and a number in
/// words is that in digits. Nothing for a stop word and for what holds no word.
///
/// ```
/// use retold::event::term_key;
/// assert_eq!(term_key("Shots"), term_key("shot"));
/// assert_eq!(term_key("15-year-old"), term_key("Fifteen‑Year‑Old"));
/// assert_eq!(term_key("the"), None);
/// ```
pub fn term_key(word: &str) -> Option<u32> {
    key_in(word, Some(Language::English))
}

/// The key of a word of a text in some language.
pub(super) fn key_in(word: &str, language: Option<Language>) -> Option<u32> {
    let stemmer = Stemmer::of(language);
    match text::tokens(word).as_slice() {
        [] => None,
        [token] => {
            let word = word.get(token.span())?;
            stemmer
                .for_word(word)
                .key_of(word, token.hash, &mut String::new())
        }
        tokens => stemmer.compound_key(tokens),
    }
}

impl Stemmer {
    /// The stemmer for a word of such a text: words in Latin letters amid others are read as English ones.
    #[inline]
    pub(crate) fn for_word(&'static self, word: &str) -> &'static Self {
        let is_ascii = word.as_bytes().first().is_some_and(u8::is_ascii_alphabetic);
        if self.is_latin || !is_ascii {
            self
        } else {
            Self::of(Some(Language::English))
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "in a test, a panic is the answer")]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_same(language: Language, forms: &[&str]) {
        let keys: Vec<_> = forms
            .iter()
            .map(|form| key_in(form, Some(language)))
            .collect();
        assert!(
            keys[0].is_some() && keys.iter().all(|key| *key == keys[0]),
            "{forms:?}: {keys:?}"
        );
    }

    #[test]
    fn forms_of_a_word_have_one_key() {
        assert_same(
            Language::German,
            &["Unglück", "Unglücks", "Unglücke", "Unglücken"],
        );
        assert_same(
            Language::French,
            &["incendie", "l'incendie", "incendies", "l’incendie"],
        );
        assert_same(
            Language::Italian,
            &["incidente", "incidenti", "l'incidente", "dell’incidente"],
        );
        assert_same(
            Language::Spanish,
            &["detenido", "detenidos", "detenida", "detenidas"],
        );
        assert_same(Language::Spanish, &["coche", "coches"]);
        assert_same(Language::French, &["bateau", "bateaux"]);
        assert_same(Language::Portuguese, &["explosão", "explosões"]);
        assert_same(Language::Russian, &["поезд", "поезда", "поезде", "поездом"]);
        assert_same(Language::Turkish, &["Ankara", "Ankara'da", "Ankara’nın"]);
        assert_same(
            Language::Arabic,
            &["انفجار", "الانفجار", "والانفجار", "انفجارات"],
        );
        assert_same(Language::Korean, &["지진", "지진이", "지진은", "지진으로"]);
        assert_same(Language::English, &["storms", "storm", "Storm's"]);
    }

    #[test]
    fn numbers_in_words_are_those_in_digits() {
        assert_same(Language::English, &["34", "thirty-four"]);
        assert_same(Language::English, &["12", "twelve", "dozen"]);
        assert_same(Language::English, &["3-year-old", "three-year-old"]);
        assert_same(Language::German, &["34", "vierunddreißig"]);
        assert_same(Language::French, &["97", "quatre-vingt-dix-sept"]);
        assert_same(Language::French, &["21", "vingt-et-un"]);
        assert_same(Language::Turkish, &["50", "elli"]);
    }

    #[test]
    fn an_unknown_language_keeps_its_words() {
        assert_ne!(key_in("talot", None), key_in("talo", None));
        assert!(key_in("the", None).is_some());
    }
}
