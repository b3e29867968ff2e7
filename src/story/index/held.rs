//! The articles an index holds, by number.

use std::collections::VecDeque;

use super::change::StoryId;
use super::postings::Slot;
use super::row::Row;
use crate::event::{Makeup, Scale};
use crate::story::Digest;

/// One article with all that is known of it.
#[derive(Debug, Clone)]
pub(super) struct Held<K> {
    pub(super) key: K,
    /// Its number in the order of arrival, which never changes; slots do when a file is opened.
    pub(super) arrival: u64,
    pub(super) digest: Digest,
    pub(super) story: StoryId,
    /// Nothing for a duplicate: an older article has the same wording, and represents both.
    pub(super) representative: Option<Representative>,
}

/// What the representative of a wording is compared by, beside its terms.
#[derive(Debug, Clone, Default)]
pub(super) struct Representative {
    /// How its terms weigh; nothing for a text that says too little to be about anything.
    pub(super) scale: Option<Scale>,
    /// What is known of it by counts among others, and the epoch of these.
    pub(super) makeups: (u32, Makeups),
    /// Its words, as the lexicon numbers them.
    pub(super) words: Row,
    /// How many distinct shingles these make.
    pub(super) shingles: u32,
    /// How many postings it has in each channel.
    pub(super) entries: [u32; 2],
    /// Articles that were there when this one came, and the score with each: the best, descending.
    pub(super) links: Box<[(Slot, f32)]>,
    /// Of those, whose text is a copy.
    pub(super) copies: Box<[Slot]>,
    /// The best of the newer articles that have a link to this one, and the scores, descending.
    pub(super) newer: Vec<(Slot, f32)>,
}

/// What follows from an article's terms and the counts among others.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Makeups {
    /// What its vector is made of, with rarity.
    pub(super) makeup: Makeup,
    /// Which of its passages fade: see [`Rarity::faded`](super::live_census::Rarity::faded).
    pub(super) faded: u64,
}

/// Articles by slot. Slots are given in order of arrival and never again, so that the oldest are in
/// front, where they are let go, [`CHUNK`] at a time.
#[derive(Debug, Clone)]
pub(super) struct Articles<K> {
    /// The number of the chunk in front.
    first: u32,
    chunks: VecDeque<Chunk<K>>,
    /// For each chunk one bit a slot: whether it holds a representative, read far more often
    /// than the rest.
    representing: VecDeque<u64>,
    /// The slot of the next article.
    next: u64,
    len: usize,
    representatives: usize,
}

const CHUNK: u32 = 64;

/// Neighbours in memory, as they are in time.
#[derive(Debug, Clone)]
struct Chunk<K> {
    /// How many slots hold an article.
    taken: u32,
    held: Vec<Option<Held<K>>>,
}

impl<K> Default for Articles<K> {
    fn default() -> Self {
        Self {
            first: 0,
            chunks: VecDeque::new(),
            representing: VecDeque::new(),
            next: 0,
            len: 0,
            representatives: 0,
        }
    }
}

impl<K> Articles<K> {
    /// The slot the next article gets; nothing once four billion have come.
    pub(super) fn next(&self) -> Option<Slot> {
        u32::try_from(self.next)
            .ok()
            .filter(|&slot| slot < Slot::MAX)
    }

    pub(super) fn push(&mut self, article: Held<K>) {
        let (slot, is_representative) = (self.next as Slot, article.representative.is_some());
        if self.chunks.is_empty() {
            self.first = slot / CHUNK;
        }
        if self.chunks.is_empty() || slot.is_multiple_of(CHUNK) {
            let mut held = Vec::with_capacity(CHUNK as usize);
            // Those before it in its chunk have come and gone.
            held.resize_with((slot % CHUNK) as usize, || None);
            self.chunks.push_back(Chunk { taken: 0, held });
            self.representing.push_back(0);
        }
        if let Some(chunk) = self.chunks.back_mut() {
            chunk.held.push(Some(article));
            chunk.taken += 1;
        }
        self.next += 1;
        self.len += 1;
        self.set_representative(slot, is_representative);
    }

    fn chunk(&self, slot: Slot) -> Option<&Chunk<K>> {
        let at = (slot / CHUNK).checked_sub(self.first)?;
        self.chunks.get(at as usize)
    }

    fn chunk_mut(&mut self, slot: Slot) -> Option<&mut Chunk<K>> {
        let at = (slot / CHUNK).checked_sub(self.first)?;
        self.chunks.get_mut(at as usize)
    }

    pub(super) fn get(&self, slot: Slot) -> Option<&Held<K>> {
        let held = &self.chunk(slot)?.held;
        held.get((slot % CHUNK) as usize)?.as_ref()
    }

    /// An article that is known to be there.
    pub(super) fn held(&self, slot: Slot) -> &Held<K> {
        let held = self.get(slot);
        held.expect("the slot is that of an article held")
    }

    pub(super) fn get_mut(&mut self, slot: Slot) -> Option<&mut Held<K>> {
        let held = &mut self.chunk_mut(slot)?.held;
        held.get_mut((slot % CHUNK) as usize)?.as_mut()
    }

    pub(super) fn representative(&self, slot: Slot) -> Option<&Representative> {
        self.get(slot)?.representative.as_ref()
    }

    pub(super) fn representative_mut(&mut self, slot: Slot) -> Option<&mut Representative> {
        self.get_mut(slot)?.representative.as_mut()
    }

    /// Makes an article the representative of its wording.
    pub(super) fn make_representative(&mut self, slot: Slot, representative: Representative) {
        if let Some(held) = self.get_mut(slot) {
            held.representative = Some(representative);
            self.set_representative(slot, true);
        }
    }

    pub(super) fn take(&mut self, slot: Slot) -> Option<Held<K>> {
        self.set_representative(slot, false);
        let chunk = self.chunk_mut(slot)?;
        let held = chunk.held.get_mut((slot % CHUNK) as usize)?.take()?;
        chunk.taken -= 1;
        self.len -= 1;
        while self.chunks.front().is_some_and(|chunk| chunk.taken == 0) {
            self.chunks.pop_front();
            self.representing.pop_front();
            self.first += 1;
        }
        Some(held)
    }

    fn set_representative(&mut self, slot: Slot, is_representative: bool) {
        let at = (slot / CHUNK).checked_sub(self.first);
        let representing = at.and_then(|at| self.representing.get_mut(at as usize));
        if let Some(representing) = representing {
            let bit = 1 << (slot % CHUNK);
            let spoke = *representing & bit != 0;
            *representing = if is_representative {
                *representing | bit
            } else {
                *representing & !bit
            };
            self.representatives += usize::from(is_representative);
            self.representatives -= usize::from(spoke);
        }
    }

    /// Whether a slot holds the representative of a wording.
    #[inline]
    pub(super) fn is_representative(&self, slot: Slot) -> bool {
        let at = (slot / CHUNK).wrapping_sub(self.first);
        let representing = self.representing.get(at as usize);
        representing.is_some_and(|representing| representing >> (slot % CHUNK) & 1 == 1)
    }

    /// How many representatives there are: how many different texts.
    pub(super) fn representatives(&self) -> usize {
        self.representatives
    }

    /// The first representative from `slot` on.
    pub(super) fn next_representative(&self, slot: Slot) -> Option<Slot> {
        let start = slot.max(self.first.checked_mul(CHUNK)?);
        let (mut number, mut skip) = (start / CHUNK, start % CHUNK);
        loop {
            let representing = self.representing.get((number - self.first) as usize)?;
            let rest = representing >> skip << skip;
            if rest != 0 {
                return Some(number * CHUNK + rest.trailing_zeros());
            }
            (number, skip) = (number + 1, 0);
        }
    }

    pub(super) fn len(&self) -> usize {
        self.len
    }

    /// All articles, oldest first.
    pub(super) fn iter(&self) -> impl Iterator<Item = (Slot, &Held<K>)> {
        let chunks = (self.first..).zip(&self.chunks);
        chunks.flat_map(|(number, chunk)| {
            let slots = (number * CHUNK..).zip(&chunk.held);
            slots.filter_map(|(slot, held)| Some((slot, held.as_ref()?)))
        })
    }

    /// Bytes held, without what keys own elsewhere.
    pub(super) fn bytes(&self) -> usize {
        let each = |(_, held): (Slot, &Held<K>)| {
            let representative = held.representative.as_ref().map_or(0, |representative| {
                size_of_val(&*representative.words)
                    + size_of_val(&*representative.links)
                    + size_of_val(&*representative.copies)
                    + representative.newer.capacity() * size_of::<(Slot, f32)>()
            });
            held.digest.memory() - size_of::<Digest>() + representative
        };
        let held = CHUNK as usize * size_of::<Option<Held<K>>>();
        let chunk = size_of::<Chunk<K>>() + size_of::<u64>() + held;
        self.iter().map(each).sum::<usize>() + self.chunks.len() * chunk
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn article(key: u32) -> Held<u32> {
        let is_representative = !key.is_multiple_of(3);
        Held {
            key,
            arrival: u64::from(key),
            digest: Digest::of("A storm."),
            story: StoryId::from_number(0),
            representative: is_representative.then(Representative::default),
        }
    }

    #[test]
    fn slots_last_while_the_front_is_let_go() {
        let (mut articles, mut model) = (Articles::default(), BTreeSet::new());
        for key in 0..1_000_u32 {
            assert_eq!(articles.next(), Some(key));
            articles.push(article(key));
            model.insert(key);
            // Some of the oldest go, and now and then one in the middle.
            for gone in [
                key.checked_sub(130),
                key.checked_sub(50).filter(|k| k.is_multiple_of(7)),
            ] {
                let gone = gone.filter(|slot| model.remove(slot));
                assert_eq!(
                    gone.and_then(|slot| articles.take(slot)).map(|a| a.key),
                    gone
                );
            }
            assert_eq!(articles.len(), model.len());
            for slot in 0..=key + 1 {
                assert_eq!(articles.get(slot).is_some(), model.contains(&slot));
                assert_eq!(
                    articles.is_representative(slot),
                    model.contains(&slot) && !slot.is_multiple_of(3)
                );
                let next = model
                    .range(slot..)
                    .copied()
                    .find(|slot| !slot.is_multiple_of(3));
                assert_eq!(articles.next_representative(slot), next);
            }
        }
        assert!(articles.chunks.len() < 5);
    }
}
