//! An article that holds its own text, to keep, to send, and to read from JSON.

use super::{Article, AsArticle, Date};
use crate::Language;

/// An article that holds its own text, title and source.
///
/// With feature `serde` it is written and read as `{"text", "title", "date", "source", "language"}`, of
/// which only `text` is required. A date is read from a string or from seconds since 1970; a language
/// from its code, where a code that the library does not know counts as none. Other fields are ignored,
/// so an id is kept beside the article with `flatten`:
///
/// ```
/// use retold::{Detector, OwnedArticle};
///
/// #[derive(serde::Deserialize)]
/// struct Row {
///     id: String,
///     #[serde(flatten)]
///     article: OwnedArticle,
/// }
/// let feed = r#"[
///     {"id": "a", "text": "A ferry ran aground off Ardmore.", "date": "2024-03-04", "lang": "en"},
///     {"id": "b", "text": "Shares in Oakwell Bank fell.", "title": null}
/// ]"#;
/// # #[cfg(feature = "serde")] {
/// let rows: Vec<Row> = serde_json::from_str(feed)?;
/// let articles: Vec<&OwnedArticle> = rows.iter().map(|row| &row.article).collect();
/// assert_eq!(Detector::new().cluster(&articles).len(), 2);
/// assert_eq!((rows[0].id.as_str(), rows[0].article.title.is_none()), ("a", true));
/// # }
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct OwnedArticle {
    /// The text: every span this crate returns slices it.
    pub text: String,
    /// The headline, where known.
    #[cfg_attr(feature = "serde", serde(default))]
    pub title: Option<String>,
    /// The date of publication, where known.
    #[cfg_attr(feature = "serde", serde(default))]
    pub date: Option<Date>,
    /// The publisher, where known.
    #[cfg_attr(feature = "serde", serde(default))]
    pub source: Option<String>,
    /// The language, where stated; otherwise it is found from the words.
    #[cfg_attr(
        feature = "serde",
        serde(default, deserialize_with = "language_by_code")
    )]
    pub language: Option<Language>,
}

/// A language by its code; none for a code of another.
#[cfg(feature = "serde")]
fn language_by_code<'de, D: serde::Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Language>, D::Error> {
    let code: Option<String> = serde::Deserialize::deserialize(deserializer)?;
    Ok(code.as_deref().and_then(Language::from_code))
}

impl OwnedArticle {
    /// An article of which only the text is known so far.
    ///
    /// ```
    /// let mut report = retold::OwnedArticle::new("A storm hit the coast.");
    /// report.title = Some("Storm".into());
    /// assert!(retold::compare(&report, "A storm hit the coast.").same_story());
    /// ```
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }
}

impl AsArticle for OwnedArticle {
    fn as_article(&self) -> Article<'_> {
        Article::new(&self.text)
            .with_title(&self.title)
            .with_date(self.date)
            .with_source(&self.source)
            .with_language(self.language)
    }
}

impl From<Article<'_>> for OwnedArticle {
    fn from(article: Article<'_>) -> Self {
        article.into_owned()
    }
}
