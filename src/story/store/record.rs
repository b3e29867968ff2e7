//! One stored article, byte for byte.

use crate::frame::{Bytes, Frame, put_bytes};
use crate::{Article, Date, FormatError, Language};

const FRAME: Frame = Frame {
    kind: "stored article",
    magic: "RTar",
    version: 1,
};

/// What a record holds, in the order of the bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::story) struct Parts<'a> {
    /// The number of the article in the order of arrival.
    pub(in crate::story) arrival: u64,
    pub(in crate::story) key: &'a [u8],
    pub(in crate::story) article: Article<'a>,
    /// What the index made of the article: its own business.
    pub(in crate::story) made: &'a [u8],
}

/// The bytes of an article under this key: a record without its frame, and without what was made of
/// the article, which comes last.
pub(super) fn encode(arrival: u64, key: &[u8], article: &Article<'_>) -> Vec<u8> {
    let mut content = Vec::with_capacity(article.text().len() + key.len() + 80);
    content.extend_from_slice(&arrival.to_le_bytes());
    put_bytes(&mut content, key);
    put_bytes(&mut content, article.text().as_bytes());
    for optional in [article.title(), article.source()] {
        content.push(u8::from(optional.is_some()));
        put_bytes(&mut content, optional.unwrap_or_default().as_bytes());
    }
    let language = article.language();
    content.push(u8::from(article.date().is_some()) | (u8::from(language.is_some()) << 1));
    let seconds = article.date().map_or(0, Date::unix_seconds);
    content.extend_from_slice(&seconds.to_le_bytes());
    if let Some(language) = language {
        put_bytes(&mut content, language.code().as_bytes());
    }
    content
}

/// The whole record.
pub(super) fn finish(article: &[u8], made: &[u8]) -> Vec<u8> {
    FRAME.wrap(0, &[article, made].concat())
}

/// What a record holds.
pub(in crate::story) fn decode(framed: &[u8]) -> Result<Parts<'_>, FormatError> {
    read(FRAME.open_for(framed, 0)?).ok_or_else(|| FRAME.invalid("its parts do not fill it"))
}

/// What is left of a record without its frame.
pub(super) fn read(content: &[u8]) -> Option<Parts<'_>> {
    let mut bytes = Bytes::new(content);
    let (arrival, key) = (bytes.u64()?, bytes.bytes()?);
    let mut article = Article::new(string(&mut bytes)?);
    let mut optional = || Some((bytes.u8()? == 1, string(&mut bytes)?));
    if let (true, title) = optional()? {
        article = article.with_title(title);
    }
    if let (true, source) = optional()? {
        article = article.with_source(source);
    }
    let known = bytes.u8()?;
    let date = Date::from_unix_seconds(i64::from_le_bytes(bytes.array()?));
    if known & 1 == 1 {
        article = article.with_date(date);
    }
    if known & 2 == 2 {
        article = article.with_language(Language::from_code(string(&mut bytes)?));
    }
    Some(Parts {
        arrival,
        key,
        article,
        made: bytes.rest(),
    })
}

fn string<'a>(bytes: &mut Bytes<'a>) -> Option<&'a str> {
    str::from_utf8(bytes.bytes()?).ok()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "in a test, a panic is the answer")]
mod tests {
    use super::*;
    use crate::{AsArticle, Date, OwnedArticle};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_written_is_read(
            arrival in any::<u64>(),
            key in proptest::collection::vec(any::<u8>(), 0..9),
            text in ".*",
            title in proptest::option::of(".*"),
            source in proptest::option::of(".*"),
            date in proptest::option::of(any::<i64>()),
            language in proptest::option::of(proptest::sample::select(Language::all())),
            made in proptest::collection::vec(any::<u8>(), 0..9),
        ) {
            let date = date.map(Date::from_unix_seconds);
            let article = OwnedArticle { text, title, date, source, language };
            let record = finish(&encode(arrival, &key, &article.as_article()), &made);
            let parts = decode(&record).unwrap();
            prop_assert_eq!(parts.article.into_owned(), article);
            prop_assert_eq!((parts.arrival, parts.key, parts.made), (arrival, &key[..], &made[..]));
        }
    }
}
