//! A digest as bytes: its date, the keys of title and text, the number of words, and the terms. A
//! store keeps it beside its article, and leaves the date out. The key of the whole article is written too, and shows whether a digest
//! is that of the article it stands by.

use super::Digest;
#[cfg(feature = "store")]
use super::content_key;
#[cfg(feature = "store")]
use crate::Article;
use crate::event::Terms;
use crate::frame::{Bytes, Frame};
use crate::{Date, FormatError};

const FRAME: Frame = Frame {
    kind: "digest",
    magic: "RTdg",
    version: 2,
};

impl Digest {
    /// The digest as bytes, the same on every machine.
    ///
    /// ```
    /// use retold::story::Digest;
    /// let digest = Digest::of("A storm hit the coast of Portugal.");
    /// assert_eq!(Digest::from_bytes(&digest.to_bytes())?, digest);
    /// # Ok::<(), retold::FormatError>(())
    /// ```
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = vec![u8::from(self.date.is_some())];
        let seconds = self.date.map_or(0, Date::unix_seconds);
        bytes.extend_from_slice(&seconds.to_le_bytes());
        for part in [self.key, self.wording, self.titled] {
            bytes.extend_from_slice(&part.to_le_bytes());
        }
        bytes.extend_from_slice(&self.words.to_le_bytes());
        self.terms.put(&mut bytes);
        FRAME.wrap(0, &bytes)
    }

    /// Reads a digest that [`to_bytes`](Self::to_bytes) wrote.
    ///
    /// # Errors
    /// See [`FormatError`]: the bytes are of another kind or version, cut, or changed.
    ///
    /// ```
    /// assert!(retold::story::Digest::from_bytes(b"something else").is_err());
    /// ```
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, FormatError> {
        let mut rest = Bytes::new(FRAME.open_for(bytes, 0)?);
        let digest = Self::read(&mut rest).filter(|_| rest.is_empty());
        digest.ok_or_else(|| FRAME.invalid("its parts do not fill it"))
    }

    fn read(bytes: &mut Bytes<'_>) -> Option<Self> {
        let dated = bytes.u8()? == 1;
        let date = Date::from_unix_seconds(i64::from_le_bytes(bytes.array()?));
        Some(Self {
            date: dated.then_some(date),
            key: bytes.u64()?,
            wording: bytes.u64()?,
            titled: bytes.u64()?,
            words: bytes.u32()?,
            terms: Terms::take(bytes)?,
        })
    }

    /// Appends it to what is written.
    #[cfg(feature = "store")]
    pub(crate) fn put(&self, out: &mut Vec<u8>) {
        for part in [self.key, self.wording, self.titled] {
            out.extend_from_slice(&part.to_le_bytes());
        }
        out.extend_from_slice(&self.words.to_le_bytes());
        self.terms.put(out);
    }

    /// Takes the digest of an article off the front of some bytes; nothing if there is none, or if it
    /// is another article's.
    #[cfg(feature = "store")]
    pub(crate) fn take(bytes: &mut Bytes<'_>, article: Article<'_>) -> Option<Self> {
        let [key, wording, titled] = [bytes.u64()?, bytes.u64()?, bytes.u64()?];
        let digest = Self {
            key,
            wording,
            titled,
            words: bytes.u32()?,
            date: article.date(),
            terms: Terms::take(bytes)?,
        };
        (key == content_key(article)).then_some(digest)
    }
}

#[cfg(all(test, feature = "store"))]
mod tests {
    use super::*;

    #[test]
    fn a_digest_fits_its_own_article_alone() {
        let article = Article::new("A storm hit the coast of Portugal.")
            .with_title("Storm")
            .with_date(Date::from_unix_seconds(7));
        let digest = Digest::of(article);
        let mut written = Vec::new();
        digest.put(&mut written);
        let read = |article| Digest::take(&mut Bytes::new(&written), article);
        assert_eq!(read(article), Some(digest));
        assert_eq!(read(article.with_title("A storm")), None);
        assert_eq!(read(article.with_date(Date::from_unix_seconds(8))), None);
    }
}
