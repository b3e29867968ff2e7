//! One report as published: its text and what is known about it.

mod convert;
mod date;
mod owned;

use crate::Language;
pub use convert::OptionalText;
pub use date::{Date, DateError};
pub use owned::OwnedArticle;

/// One report: its text and, where known, its title, date and source. It borrows all of them; an
/// [`OwnedArticle`] holds its own.
///
/// ```
/// use retold::{Article, Date};
///
/// let report = Article::new("Three people were hurt when a bridge gave way.")
///     .with_title("Bridge collapse in Porto")
///     .with_date("2024-07-24".parse::<Date>()?)
///     .with_source("Wire");
/// assert_eq!(report.title(), Some("Bridge collapse in Porto"));
/// # Ok::<(), retold::DateError>(())
/// ```
///
/// Strings of any kind are articles too, and so are pairs of title and text:
///
/// ```
/// use retold::{Article, compare};
///
/// let (text, title) = (String::from("A ferry ran aground."), Some(String::from("Ferry")));
/// let same = compare(&text, "A ferry ran aground!");
/// let titled = compare(("Ferry", "A ferry ran aground."), &Article::new(&text).with_title(&title));
/// assert_eq!(same.jaccard(), titled.jaccard());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Article<'a> {
    text: &'a str,
    title: Option<&'a str>,
    date: Option<Date>,
    source: Option<&'a str>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    language: Option<Language>,
}

impl<'a> Article<'a> {
    /// An article of which only the text is known.
    ///
    /// ```
    /// let note = retold::Article::new("A short note.");
    /// assert_eq!((note.text(), note.title(), note.date()), ("A short note.", None, None));
    /// ```
    pub const fn new(text: &'a str) -> Self {
        Self {
            text,
            title: None,
            date: None,
            source: None,
            language: None,
        }
    }

    /// The same article with this headline. An absent one, `None`, leaves it without.
    ///
    /// ```
    /// use retold::Article;
    /// struct Row { text: String, title: Option<String> }
    ///
    /// let row = Row { text: "A storm hit the coast.".into(), title: None };
    /// assert_eq!(Article::new(&row.text).with_title(&row.title).title(), None);
    /// assert_eq!(Article::new(&row.text).with_title("Storm").title(), Some("Storm"));
    /// ```
    #[must_use]
    pub fn with_title(mut self, title: impl OptionalText<'a>) -> Self {
        self.title = title.text();
        self
    }

    /// The same article with this date of publication, a [`Date`] or an `Option` of one.
    ///
    /// ```
    /// use retold::{Article, Date};
    /// let day: Option<Date> = "2024-07-24".parse().ok();
    /// let unknown: Option<Date> = "last week".parse().ok();
    /// assert_eq!(Article::new("…").with_date(day).date(), day);
    /// assert_eq!(Article::new("…").with_date(unknown).date(), None);
    /// ```
    #[must_use]
    pub fn with_date(mut self, date: impl Into<Option<Date>>) -> Self {
        self.date = date.into();
        self
    }

    /// The same article with its publisher. An absent one, `None`, leaves it without.
    ///
    /// ```
    /// use retold::Article;
    /// let sources = [Some("Wire"), None].map(|source| Article::new("…").with_source(source).source());
    /// assert_eq!(sources, [Some("Wire"), None]);
    /// ```
    #[must_use]
    pub fn with_source(mut self, source: impl OptionalText<'a>) -> Self {
        self.source = source.text();
        self
    }

    /// The same article in this language; without one it is [found](crate::text::language_of) from the words.
    ///
    /// ```
    /// use retold::{Article, Language, event::Terms, story::Digest};
    ///
    /// let headline = Article::new("Gas strike");
    /// assert_eq!(headline.language(), None);
    /// assert_eq!(headline.with_language(Language::Dutch).language(), Some(Language::Dutch));
    /// assert_eq!(headline.with_language(Language::from_code("tlh")).language(), None);
    /// ```
    #[must_use]
    pub fn with_language(mut self, language: impl Into<Option<Language>>) -> Self {
        self.language = language.into();
        self
    }

    /// The text as given: every span this crate returns slices it.
    ///
    /// ```
    /// assert_eq!(retold::Article::new("  A note. ").text(), "  A note. ");
    /// ```
    pub const fn text(&self) -> &'a str {
        self.text
    }

    /// The headline, where known.
    ///
    /// ```
    /// let titled = retold::Article::from(("Storm", "A storm hit the coast."));
    /// assert_eq!(titled.title(), Some("Storm"));
    /// ```
    pub const fn title(&self) -> Option<&'a str> {
        self.title
    }

    /// The date of publication, where known.
    ///
    /// ```
    /// use retold::{Article, Date};
    /// let noon = Date::from_unix_seconds(1_721_822_400);
    /// assert_eq!(Article::new("…").with_date(noon).date(), Some(noon));
    /// ```
    pub const fn date(&self) -> Option<Date> {
        self.date
    }

    /// The publisher, where known.
    ///
    /// ```
    /// let copy = retold::Article::new("A note.").with_source("Wire");
    /// assert_eq!(copy.source(), Some("Wire"));
    /// ```
    pub const fn source(&self) -> Option<&'a str> {
        self.source
    }

    /// The language, where stated.
    ///
    /// ```
    /// assert_eq!(retold::Article::new("Die Brücke ist gesperrt.").language(), None);
    /// ```
    pub const fn language(&self) -> Option<Language> {
        self.language
    }

    /// The same article with its own memory, for when the borrowed texts go away.
    ///
    /// ```
    /// use retold::{Article, OwnedArticle};
    /// let owned: OwnedArticle = {
    ///     let line = String::from("A storm hit the coast.");
    ///     Article::new(&line).into_owned()
    /// };
    /// assert_eq!(owned.text, "A storm hit the coast.");
    /// ```
    pub fn into_owned(self) -> OwnedArticle {
        OwnedArticle {
            text: self.text.to_owned(),
            title: self.title.map(str::to_owned),
            date: self.date,
            source: self.source.map(str::to_owned),
            language: self.language,
        }
    }
}

/// Anything that can be read as an [`Article`]: a string, a pair of title and text, an article, or a
/// record of your own.
///
/// ```
/// use retold::{Article, AsArticle, Detector};
///
/// struct Row { headline: Option<String>, body: String }
/// impl AsArticle for Row {
///     fn as_article(&self) -> Article<'_> {
///         Article::new(&self.body).with_title(&self.headline)
///     }
/// }
/// let rows = vec![
///     Row { headline: Some("Storm".into()), body: "A storm hit the coast.".into() },
///     Row { headline: None, body: "Shares rose on Monday.".into() },
/// ];
/// assert_eq!(Detector::new().cluster(&rows).len(), 2);
///
/// let comparison = retold::compare(rows[0].as_article(), rows[1].as_article());
/// assert!(!comparison.same_story());
/// ```
pub trait AsArticle {
    /// This value as an article.
    ///
    /// ```
    /// use retold::AsArticle;
    /// let report = ("Storm", "A storm hit the coast.");
    /// assert_eq!(report.as_article().text(), "A storm hit the coast.");
    /// ```
    fn as_article(&self) -> Article<'_>;
}
