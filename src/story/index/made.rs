//! What the index makes of an article, as bytes: a file keeps it beside the article, so that opening
//! reads no text again.
//!
//! | bytes | content |
//! |---|---|
//! | | the digest, see its own page |
//! | 4 | how many distinct shingles there are |
//! | | how many bands |
//! | 4 each | the keys of the bands |
//! | | a bit for each term, eight a byte, the lowest first: whether the article is listed under it |
//! | 2 each | to the end: the words, as the lexicon numbers them |
//!
//! Everything here follows from the article and the settings, but for the numbers of words.

use super::row::Row;
use super::search::Keys;
use crate::Article;
use crate::frame::{Bytes, put_number};
use crate::story::Digest;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Made {
    pub(super) digest: Digest,
    pub(super) shingles: u32,
    /// What it is listed under.
    pub(super) keys: Keys,
    pub(super) words: Row,
}

/// The bytes of these parts.
pub(super) fn to_bytes(digest: &Digest, shingles: u32, keys: &Keys, words: &[u16]) -> Vec<u8> {
    let mut out = Vec::with_capacity(1_024 + 2 * words.len());
    digest.put(&mut out);
    out.extend_from_slice(&shingles.to_le_bytes());
    put_number(&mut out, keys.bands.len() as u64);
    out.extend(keys.bands.iter().flat_map(|band| band.to_le_bytes()));
    let mut listed = keys.terms.clone();
    listed.sort_unstable();
    let mut bits = vec![0; digest.terms().len().div_ceil(8)];
    for (at, term) in digest.terms().by_term().enumerate() {
        let is_listed = listed.binary_search(&term[0].key).is_ok();
        bits[at / 8] |= u8::from(is_listed) << (at % 8);
    }
    out.extend_from_slice(&bits);
    out.extend(words.iter().flat_map(|word| word.to_le_bytes()));
    out
}

impl Made {
    /// Reads what was made of an article; nothing if the bytes are not that.
    pub(super) fn read(bytes: &[u8], article: Article<'_>) -> Option<Self> {
        let mut bytes = Bytes::new(bytes);
        let (digest, shingles) = (Digest::take(&mut bytes, article)?, bytes.u32()?);
        let bands = bytes.count(4)?;
        let (bands, _) = bytes.slice(bands * 4)?.as_chunks();
        let listed = bytes.slice(digest.terms().len().div_ceil(8))?;
        let is_listed = |at: usize| {
            listed
                .get(at / 8)
                .is_some_and(|bits| bits >> (at % 8) & 1 == 1)
        };
        let terms = digest.terms().by_term().enumerate();
        let terms = terms.filter_map(|(at, term)| is_listed(at).then_some(term[0].key));
        let keys = Keys {
            bands: bands.iter().copied().map(u32::from_le_bytes).collect(),
            terms: terms.collect(),
        };
        let (words, []) = bytes.rest().as_chunks() else {
            return None;
        };
        Some(Self {
            digest,
            shingles,
            keys,
            words: words.iter().copied().map(u16::from_le_bytes).collect(),
        })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "in a test, a panic is the answer")]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let article = Article::new("A storm hit the coast of Portugal.");
        let digest = Digest::of(article);
        let mut terms: Vec<u32> = digest.terms().by_term().map(|term| term[0].key).collect();
        terms.remove(1);
        let keys = Keys {
            bands: vec![1, u32::MAX],
            terms,
        };
        let bytes = to_bytes(&digest, 5, &keys, &[3, 0, u16::MAX, 1, 0]);
        let made = Made {
            digest,
            shingles: 5,
            keys,
            words: Box::new([3, 0, u16::MAX, 1, 0]),
        };
        assert_eq!(Made::read(&bytes, article).unwrap(), made);
        assert_eq!(Made::read(&bytes, Article::new("A storm.")), None);
        for cut in 0..bytes.len() - 10 {
            assert_eq!(Made::read(&bytes[..cut], article), None);
        }
    }
}
