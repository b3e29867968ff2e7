//! The articles an index holds, by number.

use std::collections::VecDeque;

use super::change::StoryId;
use super::lexicon::Row;
use super::postings::Slot;
use crate::event::{Makeup, Scale};
use crate::story::Digest;

/// One article with all that is known of it.
#[derive(Debug, Clone)]
pub(super) struct Held<K> {
    pub(super) key: K,
    /// Its number in the order of arrival, for ever; slots are given anew on opening a file.
    pub(super) arrival: u64,
    pub(super) digest: Digest,
    pub(super) story: StoryId,
    /// Nothing for an article whose wording an older one has too: that one speaks for both.
    pub(super) speaker: Option<Speaker>,
}

/// What an article that speaks for its wording is compared by, beside its terms.
#[derive(Debug, Clone, Default)]
pub(super) struct Speaker {
    /// How its terms weigh; nothing for a text that says too little to be about anything.
    pub(super) scale: Option<Scale>,
    /// What is known of it by counts among others, and the epoch of these.
    pub(super) counted: (u32, Counted),
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
pub(super) struct Counted {
    /// What its vector is made of, with rarity.
    pub(super) makeup: Makeup,
    /// Which of its passages fade: see [`Rarity::faded`](super::rarity::Rarity::faded).
    pub(super) faded: u64,
}

/// Articles by slot. Slots are given in order of arrival and never again, so that the oldest are in
/// front, where they are let go, [`CHUNK`] at a time.
#[derive(Debug, Clone)]
pub(super) struct Articles<K> {
    /// The number of the chunk in front.
    first: u32,
    chunks: VecDeque<Chunk<K>>,
    /// For each chunk one bit a slot: whether it holds an article that speaks, read far more often
    /// than the rest.
    speaking: VecDeque<u64>,
    /// The slot of the next article.
    next: u64,
    len: usize,
    speakers: usize,
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
            speaking: VecDeque::new(),
            next: 0,
            len: 0,
            speakers: 0,
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
        let (slot, speaks) = (self.next as Slot, article.speaker.is_some());
        if self.chunks.is_empty() {
            self.first = slot / CHUNK;
        }
        if self.chunks.is_empty() || slot.is_multiple_of(CHUNK) {
            let mut held = Vec::with_capacity(CHUNK as usize);
            // Those before it in its chunk have come and gone.
            held.resize_with((slot % CHUNK) as usize, || None);
            self.chunks.push_back(Chunk { taken: 0, held });
            self.speaking.push_back(0);
        }
        if let Some(chunk) = self.chunks.back_mut() {
            chunk.held.push(Some(article));
            chunk.taken += 1;
        }
        self.next += 1;
        self.len += 1;
        self.set_speaking(slot, speaks);
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

    pub(super) fn get_mut(&mut self, slot: Slot) -> Option<&mut Held<K>> {
        let held = &mut self.chunk_mut(slot)?.held;
        held.get_mut((slot % CHUNK) as usize)?.as_mut()
    }

    pub(super) fn speaker(&self, slot: Slot) -> Option<&Speaker> {
        self.get(slot)?.speaker.as_ref()
    }

    pub(super) fn speaker_mut(&mut self, slot: Slot) -> Option<&mut Speaker> {
        self.get_mut(slot)?.speaker.as_mut()
    }

    /// Makes an article speak for its wording.
    pub(super) fn speak(&mut self, slot: Slot, speaker: Speaker) {
        if let Some(held) = self.get_mut(slot) {
            held.speaker = Some(speaker);
            self.set_speaking(slot, true);
        }
    }

    pub(super) fn take(&mut self, slot: Slot) -> Option<Held<K>> {
        self.set_speaking(slot, false);
        let chunk = self.chunk_mut(slot)?;
        let held = chunk.held.get_mut((slot % CHUNK) as usize)?.take()?;
        chunk.taken -= 1;
        self.len -= 1;
        while self.chunks.front().is_some_and(|chunk| chunk.taken == 0) {
            self.chunks.pop_front();
            self.speaking.pop_front();
            self.first += 1;
        }
        Some(held)
    }

    fn set_speaking(&mut self, slot: Slot, speaks: bool) {
        let at = (slot / CHUNK).checked_sub(self.first);
        let speaking = at.and_then(|at| self.speaking.get_mut(at as usize));
        if let Some(speaking) = speaking {
            let bit = 1 << (slot % CHUNK);
            let spoke = *speaking & bit != 0;
            *speaking = if speaks {
                *speaking | bit
            } else {
                *speaking & !bit
            };
            self.speakers += usize::from(speaks);
            self.speakers -= usize::from(spoke);
        }
    }

    /// Whether a slot holds an article that speaks for its wording.
    #[inline]
    pub(super) fn speaks(&self, slot: Slot) -> bool {
        let at = (slot / CHUNK).wrapping_sub(self.first);
        let speaking = self.speaking.get(at as usize);
        speaking.is_some_and(|speaking| speaking >> (slot % CHUNK) & 1 == 1)
    }

    /// How many articles speak for their wording: how many different texts there are.
    pub(super) fn speakers(&self) -> usize {
        self.speakers
    }

    /// The first article from `slot` on that speaks.
    pub(super) fn next_speaking(&self, slot: Slot) -> Option<Slot> {
        let start = slot.max(self.first.checked_mul(CHUNK)?);
        let (mut number, mut skip) = (start / CHUNK, start % CHUNK);
        loop {
            let speaking = self.speaking.get((number - self.first) as usize)?;
            let rest = speaking >> skip << skip;
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
            let speaker = held.speaker.as_ref().map_or(0, |speaker| {
                size_of_val(&*speaker.words)
                    + size_of_val(&*speaker.links)
                    + size_of_val(&*speaker.copies)
                    + speaker.newer.capacity() * size_of::<(Slot, f32)>()
            });
            held.digest.memory() - size_of::<Digest>() + speaker
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
        let speaks = !key.is_multiple_of(3);
        Held {
            key,
            arrival: u64::from(key),
            digest: Digest::of("A storm."),
            story: StoryId::from_number(0),
            speaker: speaks.then(Speaker::default),
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
                    articles.speaks(slot),
                    model.contains(&slot) && !slot.is_multiple_of(3)
                );
                let next = model
                    .range(slot..)
                    .copied()
                    .find(|slot| !slot.is_multiple_of(3));
                assert_eq!(articles.next_speaking(slot), next);
            }
        }
        assert!(articles.chunks.len() < 5);
    }
}
