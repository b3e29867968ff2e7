//! One stored article, byte for byte.

use crate::frame::{Bytes, Frame, put_bytes};
use crate::{Article, AsArticle, Date, FormatError};

const FRAME: Frame = Frame {
    kind: "stored article",
    magic: "RTar",
    version: 1,
};

/// An article as it was inserted, read back from the file of an index.
///
/// ```
/// use retold::{Article, AsArticle, story::StoryIndex};
///
/// let folder = tempfile::tempdir()?;
/// let mut index = StoryIndex::open(folder.path().join("news.retold"))?;
/// index.insert(1_u32, &Article::new("A storm hit the coast.").with_title("Storm"))?;
/// let article = index.article(&1)?.unwrap();
/// assert_eq!(article.as_article().title(), Some("Storm"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredArticle {
    text: String,
    title: Option<String>,
    date: Option<Date>,
    source: Option<String>,
}

impl AsArticle for StoredArticle {
    fn as_article(&self) -> Article<'_> {
        let mut article = Article::new(&self.text);
        if let Some(title) = &self.title {
            article = article.with_title(title);
        }
        if let Some(date) = self.date {
            article = article.with_date(date);
        }
        if let Some(source) = &self.source {
            article = article.with_source(source);
        }
        article
    }
}

/// The record of an article under this key.
pub(super) fn encode(key: &[u8], article: &Article<'_>) -> Vec<u8> {
    let mut content = Vec::with_capacity(article.text().len() + key.len() + 64);
    put_bytes(&mut content, key);
    put_bytes(&mut content, article.text().as_bytes());
    for optional in [article.title(), article.source()] {
        content.push(u8::from(optional.is_some()));
        put_bytes(&mut content, optional.unwrap_or_default().as_bytes());
    }
    content.push(u8::from(article.date().is_some()));
    let seconds = article.date().map_or(0, Date::unix_seconds);
    content.extend_from_slice(&seconds.to_le_bytes());
    FRAME.wrap(0, &content)
}

/// The key and the article of a record.
pub(super) fn decode(framed: &[u8]) -> Result<(&[u8], StoredArticle), FormatError> {
    let content = FRAME.open_for(framed, 0)?;
    read(content).ok_or_else(|| FRAME.invalid("its parts do not fill it"))
}

fn read(content: &[u8]) -> Option<(&[u8], StoredArticle)> {
    let mut bytes = Bytes::new(content);
    let key = bytes.bytes()?;
    let text = string(&mut bytes)?;
    let mut optional = || {
        let known = bytes.u8()? == 1;
        let value = string(&mut bytes)?;
        Some(known.then_some(value))
    };
    let (title, source) = (optional()?, optional()?);
    let dated = bytes.u8()? == 1;
    let date = Date::from_unix_seconds(i64::from_le_bytes(bytes.array()?));
    let article = StoredArticle {
        text,
        title,
        source,
        date: dated.then_some(date),
    };
    bytes.is_empty().then_some((key, article))
}

fn string(bytes: &mut Bytes<'_>) -> Option<String> {
    String::from_utf8(bytes.bytes()?.to_vec()).ok()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "in a test, a panic is the answer")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_written_is_read(
            key in proptest::collection::vec(any::<u8>(), 0..9),
            text in ".*",
            title in proptest::option::of(".*"),
            source in proptest::option::of(".*"),
            date in proptest::option::of(any::<i64>()),
        ) {
            let date = date.map(Date::from_unix_seconds);
            let article = StoredArticle { text, title, date, source };
            let record = encode(&key, &article.as_article());
            prop_assert_eq!(decode(&record).unwrap(), (&key[..], article));
        }
    }
}
