//! Terms as bytes, in about a third of the memory they take: part of what a store keeps of an
//! article, so that it need not be read again.
//!
//! Numbers are seven bits a byte ([`put_number`]) where no size is named.
//!
//! | bytes | content |
//! |---|---|
//! | | how many passages; how many of them are the title's |
//! | 1 | whether any term is a name or a day |
//! | 1 | its language, by its place among all plus one, or 0 |
//! | | the days it tells of: how many, in 1 byte, and 4 for each |
//! | 8 each | the passages |
//! | 1 each | how many words each of them has |
//! | | how many occurrences; how many terms |
//! | 5 each | for each term its key and its marks, then how many occurrences it has, then these: |
//! | | twice how many passages after the one before (the first: after the start), one more if ↓ |
//! | 1 | how often, where that is not once |

use super::{Marks, Occurrences, Terms};
use crate::Language;
use crate::event::days::Days;
use crate::frame::{Bytes, put_number};

impl Terms {
    /// Appends them to what is written.
    pub(crate) fn put(&self, out: &mut Vec<u8>) {
        put_number(out, self.passages.len() as u64);
        put_number(out, u64::from(self.title_passages));
        out.push(u8::from(self.named));
        out.push(self.language.map_or(0, |language| language as u8 + 1));
        self.days.put(out);
        for passage in &self.passages {
            out.extend_from_slice(&passage.to_le_bytes());
        }
        out.extend_from_slice(&self.lengths);
        put_number(out, self.occurrences.len() as u64);
        put_number(out, self.len() as u64);
        for term in self.by_term() {
            out.extend_from_slice(&term[0].key.to_le_bytes());
            out.push(term[0].marks.0);
            put_number(out, term.len() as u64);
            let mut before = 0;
            for here in term {
                let more = u64::from(here.count != 1);
                put_number(out, u64::from(here.passage - before) << 1 | more);
                if more == 1 {
                    out.push(here.count);
                }
                before = here.passage;
            }
        }
    }

    /// Takes terms off the front of some bytes; nothing if there are none as [`put`](Self::put) writes
    /// them.
    pub(crate) fn take(bytes: &mut Bytes<'_>) -> Option<Self> {
        let count = bytes.count(9)?;
        let title_passages = u16::try_from(bytes.number()?).ok()?;
        let named = bytes.u8()? == 1;
        let language = match bytes.u8()? {
            0 => None,
            place => Some(*Language::all().get(usize::from(place) - 1)?),
        };
        let days = Days::take(bytes)?;
        let (passages, _) = bytes.slice(count * 8)?.as_chunks();
        let passages: Box<[u64]> = passages.iter().copied().map(u64::from_le_bytes).collect();
        let lengths = bytes.slice(count)?.into();
        let (all, terms) = (bytes.count(1)?, bytes.number()?);
        let mut occurrences = Vec::with_capacity(all);
        let mut last = None;
        for _ in 0..terms {
            let (key, marks) = (bytes.u32()?, Marks(bytes.u8()?));
            // Ascending, so that a term can be found.
            if last.replace(key).is_some_and(|last| last >= key) {
                return None;
            }
            let mut passage = 0_u64;
            for at in 0..bytes.count(1)? {
                let step = bytes.number()?;
                if at > 0 && step >> 1 == 0 {
                    return None;
                }
                passage = passage.checked_add(step >> 1)?;
                occurrences.push(Occurrences {
                    key,
                    passage: u16::try_from(passage).ok()?,
                    count: if step & 1 == 1 { bytes.u8()? } else { 1 },
                    marks,
                });
            }
            // The last passage of a term is the farthest.
            if passage >= count as u64 || occurrences.len() > all {
                return None;
            }
        }
        let whole = occurrences.len() == all && usize::from(title_passages) <= count;
        whole.then(|| Self {
            passages,
            lengths,
            title_passages,
            occurrences: occurrences.into_boxed_slice(),
            named,
            days,
            language,
        })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "in a test, a panic is the answer")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn written(terms: &Terms) -> Vec<u8> {
        let mut bytes = Vec::new();
        terms.put(&mut bytes);
        bytes
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(
            title in proptest::option::of("[A-Za-z0-9 -]{0,30}"),
            text in "([A-Za-z0-9 ]{0,12}[.,\n-]?){0,40}",
        ) {
            let terms = Terms::of(title.as_deref(), &text);
            let written = written(&terms);
            let mut bytes = Bytes::new(&written);
            prop_assert_eq!(Terms::take(&mut bytes).unwrap(), terms);
            prop_assert!(bytes.is_empty());
        }

        /// Whatever is read back keeps what the rest of the crate takes for granted.
        #[test]
        fn no_bytes_make_terms_that_cannot_be(
            text in "([a-d]{1,2} ){0,12}[.]([a-d]{1,2} ){0,12}",
            changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..4),
        ) {
            let mut written = written(&Terms::of(None, &text));
            for (at, byte) in changes {
                let at = at.index(written.len());
                written[at] = byte;
            }
            let Some(terms) = Terms::take(&mut Bytes::new(&written)) else {
                return Ok(());
            };
            let places = terms.occurrences().iter().map(|o| (o.key, o.passage));
            prop_assert!(places.clone().is_sorted_by(|a, b| a < b));
            prop_assert!(places.clone().all(|(_, at)| usize::from(at) < terms.passages().len()));
            prop_assert_eq!(terms.lengths.len(), terms.passages.len());
            prop_assert!(terms.title_passages() <= terms.passages().len());
        }
    }

    #[test]
    fn a_text_of_many_passages_comes_back() {
        let text = "Porto storm. ".repeat(70_000);
        let terms = Terms::of(Some("Storm"), &text);
        assert_eq!(
            Terms::take(&mut Bytes::new(&written(&terms))).unwrap(),
            terms
        );
    }
}
