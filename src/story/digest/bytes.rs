//! A digest as bytes, as a store keeps it beside its article: the keys of title and text, the number
//! of words, and the terms. The key of the whole article is written too, and tells whether a digest
//! is that of the article it stands by.

use super::{Digest, content_key};
use crate::Article;
use crate::event::Terms;
use crate::frame::Bytes;

impl Digest {
    /// Appends it to what is written.
    pub(crate) fn put(&self, out: &mut Vec<u8>) {
        for part in [self.key, self.wording, self.titled] {
            out.extend_from_slice(&part.to_le_bytes());
        }
        out.extend_from_slice(&self.words.to_le_bytes());
        self.terms.put(out);
    }

    /// Takes the digest of an article off the front of some bytes; nothing if there is none, or if it
    /// is another article's.
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Date;

    #[test]
    fn a_digest_fits_its_own_article_alone() {
        let article = Article::new("A storm hit the coast of Portugal.")
            .with_title("Storm")
            .with_date(Date::from_unix_seconds(7));
        let digest = Digest::of(&article);
        let mut written = Vec::new();
        digest.put(&mut written);
        let read = |article| Digest::take(&mut Bytes::new(&written), article);
        assert_eq!(read(article), Some(digest));
        assert_eq!(read(article.with_title("A storm")), None);
        assert_eq!(read(article.with_date(Date::from_unix_seconds(8))), None);
    }
}
