//! All that is known of languages, one file each: stop words, endings, months, numbers, abbreviations, verbs
//! of saying. This is data only; `text::vocabulary` looks words up in it and finds out the language of a text.
//! A language that has no file is read by counts alone.
//!
//! To change a word, change the file of its language: by hand what stands above the line `Made by`, and by
//! `tests/languages/make.py` what stands below it. To add a language, add its file and its name in
//! [`Language`], and run the tests, which say what a file must keep to.

mod arabic;
pub(crate) mod boilerplate;
mod chinese;
mod data;
mod dutch;
mod english;
mod french;
mod german;
mod hindi;
mod indonesian;
mod italian;
mod japanese;
mod korean;
mod polish;
mod portuguese;
mod russian;
mod script;
pub(crate) mod senses;
mod spanish;
#[cfg(test)]
mod tests;
mod thai;
mod turkish;
mod ukrainian;
mod vietnamese;

pub(crate) use data::{Apostrophe, Data, Ending};
pub(crate) use script::Script;

/// Words of English by what they tell, for comparing the facts of reports; its head says how it is read.
pub(crate) const ENGLISH_FACTS: &str = include_str!("english_facts.txt");

/// A language that the library knows words of.
///
/// ```
/// use retold::Language;
///
/// assert_eq!(Language::from_code("de"), Some(Language::German));
/// assert_eq!(Language::German.name(), "German");
/// assert_eq!(Language::from_code("tlh"), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Language {
    /// Arabic, `ar`.
    Arabic,
    /// Chinese, `zh`.
    Chinese,
    /// Dutch, `nl`.
    Dutch,
    /// English, `en`.
    English,
    /// French, `fr`.
    French,
    /// German, `de`.
    German,
    /// Hindi, `hi`.
    Hindi,
    /// Indonesian, `id`.
    Indonesian,
    /// Italian, `it`.
    Italian,
    /// Japanese, `ja`.
    Japanese,
    /// Korean, `ko`.
    Korean,
    /// Polish, `pl`.
    Polish,
    /// Portuguese, `pt`.
    Portuguese,
    /// Russian, `ru`.
    Russian,
    /// Spanish, `es`.
    Spanish,
    /// Thai, `th`.
    Thai,
    /// Turkish, `tr`.
    Turkish,
    /// Ukrainian, `uk`.
    Ukrainian,
    /// Vietnamese, `vi`.
    Vietnamese,
}

impl Language {
    /// All languages that the library knows.
    ///
    /// ```
    /// use retold::Language;
    /// assert!(Language::all().iter().all(|l| Language::from_code(l.code()) == Some(*l)));
    /// ```
    pub const fn all() -> &'static [Self] {
        &[
            Self::Arabic,
            Self::Chinese,
            Self::Dutch,
            Self::English,
            Self::French,
            Self::German,
            Self::Hindi,
            Self::Indonesian,
            Self::Italian,
            Self::Japanese,
            Self::Korean,
            Self::Polish,
            Self::Portuguese,
            Self::Russian,
            Self::Spanish,
            Self::Thai,
            Self::Turkish,
            Self::Ukrainian,
            Self::Vietnamese,
        ]
    }

    /// The language with a code of ISO 639-1, in any case and with a region or script behind it.
    ///
    /// ```
    /// use retold::Language;
    /// assert_eq!(Language::from_code("en-GB"), Some(Language::English));
    /// assert_eq!(Language::from_code("english"), None);
    /// ```
    pub fn from_code(code: &str) -> Option<Self> {
        let primary = code.split(['-', '_']).next().unwrap_or(code);
        let all = Self::all().iter().copied();
        all.into_iter()
            .find(|language| language.code().eq_ignore_ascii_case(primary))
    }

    /// Its code of ISO 639-1.
    ///
    /// ```
    /// assert_eq!(retold::Language::French.code(), "fr");
    /// ```
    pub fn code(self) -> &'static str {
        self.data().code
    }

    /// Its name in English.
    ///
    /// ```
    /// assert_eq!(retold::Language::French.name(), "French");
    /// ```
    pub fn name(self) -> &'static str {
        self.data().name
    }

    /// What is known of it.
    pub(crate) const fn data(self) -> &'static Data {
        match self {
            Self::Arabic => &arabic::DATA,
            Self::Chinese => &chinese::DATA,
            Self::Dutch => &dutch::DATA,
            Self::English => &english::DATA,
            Self::French => &french::DATA,
            Self::German => &german::DATA,
            Self::Hindi => &hindi::DATA,
            Self::Indonesian => &indonesian::DATA,
            Self::Italian => &italian::DATA,
            Self::Japanese => &japanese::DATA,
            Self::Korean => &korean::DATA,
            Self::Polish => &polish::DATA,
            Self::Portuguese => &portuguese::DATA,
            Self::Russian => &russian::DATA,
            Self::Spanish => &spanish::DATA,
            Self::Thai => &thai::DATA,
            Self::Turkish => &turkish::DATA,
            Self::Ukrainian => &ukrainian::DATA,
            Self::Vietnamese => &vietnamese::DATA,
        }
    }

    /// The bit that stands for it in a set of languages.
    pub(crate) const fn bit(self) -> u32 {
        1 << self as u32
    }
}

/// As its code: `de`.
#[cfg(feature = "serde")]
impl serde::Serialize for Language {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}
