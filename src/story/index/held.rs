//! The articles an index holds, by number.

use std::collections::VecDeque;

use super::change::StoryId;
use super::postings::Slot;
use crate::event::TermVector;
use crate::sketch::ShingleSet;
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
    pub(super) speaker: Option<Box<Speaker>>,
}

/// What an article that speaks for its wording is compared by.
#[derive(Debug, Clone, Default)]
pub(super) struct Speaker {
    /// Weights without rarity, which changes.
    pub(super) vector: TermVector,
    /// The length of that vector with rarity, and the epoch it was taken in.
    pub(super) length: (u32, f64),
    pub(super) shingles: ShingleSet,
    /// How many postings it has in each channel.
    pub(super) entries: [u32; 2],
    /// Articles that were there when this one came, and the score with each: the best ones.
    pub(super) links: Vec<(Slot, f32)>,
    /// Of those, whose text is a copy.
    pub(super) copies: Vec<Slot>,
    /// The best of the newer articles that have a link to this one, and the scores, descending.
    pub(super) newer: Vec<(Slot, f32)>,
}

/// Articles by slot. Slots are given in order of arrival and never again, so that the oldest are in
/// front, where they are let go.
#[derive(Debug, Clone)]
pub(super) struct Articles<K> {
    first: Slot,
    held: VecDeque<Option<Box<Held<K>>>>,
    /// One bit a slot: whether it holds an article that speaks, read far more often than the rest.
    speaking: VecDeque<u64>,
    len: usize,
    speakers: usize,
}

impl<K> Default for Articles<K> {
    fn default() -> Self {
        Self {
            first: 0,
            held: VecDeque::new(),
            speaking: VecDeque::new(),
            len: 0,
            speakers: 0,
        }
    }
}

impl<K> Articles<K> {
    /// The slot the next article gets; nothing once four billion have come.
    pub(super) fn next(&self) -> Option<Slot> {
        let next = u64::from(self.first) + self.held.len() as u64;
        u32::try_from(next).ok().filter(|&slot| slot < Slot::MAX)
    }

    pub(super) fn push(&mut self, article: Held<K>) {
        let (at, speaks) = (self.held.len(), article.speaker.is_some());
        if (u64::from(self.first) + at as u64).is_multiple_of(64) || self.speaking.is_empty() {
            self.speaking.push_back(0);
        }
        let slot = self.first.wrapping_add(at as u32);
        self.held.push_back(Some(Box::new(article)));
        self.len += 1;
        self.set_speaking(slot, speaks);
    }

    fn at(&self, slot: Slot) -> Option<usize> {
        Some(slot.checked_sub(self.first)? as usize)
    }

    pub(super) fn get(&self, slot: Slot) -> Option<&Held<K>> {
        self.held.get(self.at(slot)?)?.as_deref()
    }

    pub(super) fn get_mut(&mut self, slot: Slot) -> Option<&mut Held<K>> {
        let at = self.at(slot)?;
        self.held.get_mut(at)?.as_deref_mut()
    }

    pub(super) fn speaker(&self, slot: Slot) -> Option<&Speaker> {
        self.get(slot)?.speaker.as_deref()
    }

    pub(super) fn speaker_mut(&mut self, slot: Slot) -> Option<&mut Speaker> {
        self.get_mut(slot)?.speaker.as_deref_mut()
    }

    /// Makes an article speak for its wording.
    pub(super) fn speak(&mut self, slot: Slot, speaker: Speaker) {
        if let Some(held) = self.get_mut(slot) {
            held.speaker = Some(Box::new(speaker));
            self.set_speaking(slot, true);
        }
    }

    pub(super) fn take(&mut self, slot: Slot) -> Option<Held<K>> {
        let at = self.at(slot)?;
        let held = self.held.get_mut(at)?.take()?;
        self.len -= 1;
        self.set_speaking(slot, false);
        while let Some(None) = self.held.front() {
            self.held.pop_front();
            self.first = self.first.wrapping_add(1);
            if self.first.is_multiple_of(64) {
                self.speaking.pop_front();
            }
        }
        Some(*held)
    }

    /// The word of a slot's bit: the front word holds the bits of the first slot's multiple of 64.
    fn word(&self, slot: Slot) -> Option<usize> {
        Some((slot / 64).checked_sub(self.first / 64)? as usize)
    }

    fn set_speaking(&mut self, slot: Slot, speaks: bool) {
        let word = self.word(slot);
        if let Some(word) = word.and_then(|word| self.speaking.get_mut(word)) {
            let bit = 1 << (slot % 64);
            let spoke = *word & bit != 0;
            *word = if speaks { *word | bit } else { *word & !bit };
            self.speakers += usize::from(speaks);
            self.speakers -= usize::from(spoke);
        }
    }

    /// Whether a slot holds an article that speaks for its wording.
    pub(super) fn speaks(&self, slot: Slot) -> bool {
        let word = self.word(slot).and_then(|word| self.speaking.get(word));
        word.is_some_and(|word| word >> (slot % 64) & 1 == 1)
    }

    /// How many articles speak for their wording: how many different texts there are.
    pub(super) fn speakers(&self) -> usize {
        self.speakers
    }

    /// The first article from `slot` on that speaks.
    pub(super) fn next_speaking(&self, slot: Slot) -> Option<Slot> {
        let slot = slot.max(self.first);
        let (mut at, mut skip) = (self.word(slot)?, slot % 64);
        loop {
            let rest = self.speaking.get(at)? >> skip << skip;
            if rest != 0 {
                let word = u64::from(self.first / 64) + at as u64;
                return u32::try_from(word * 64 + u64::from(rest.trailing_zeros())).ok();
            }
            (at, skip) = (at + 1, 0);
        }
    }

    pub(super) fn len(&self) -> usize {
        self.len
    }

    /// All articles, oldest first.
    pub(super) fn iter(&self) -> impl Iterator<Item = (Slot, &Held<K>)> {
        let slots = (self.first..).zip(&self.held);
        slots.filter_map(|(slot, held)| Some((slot, held.as_deref()?)))
    }

    /// Bytes held, without what keys own elsewhere.
    pub(super) fn bytes(&self) -> usize {
        let each = |(_, held): (Slot, &Held<K>)| {
            let speaker = held.speaker.as_deref().map_or(0, |speaker| {
                size_of::<Speaker>()
                    + speaker.vector.len() * size_of::<(u32, f32)>()
                    + speaker.shingles.len() * size_of::<u64>()
                    + speaker.links.capacity() * size_of::<(Slot, f32)>()
                    + speaker.copies.capacity() * size_of::<Slot>()
                    + speaker.newer.capacity() * size_of::<(Slot, f32)>()
            });
            size_of::<Held<K>>() + held.digest.memory() - size_of::<Digest>() + speaker
        };
        self.iter().map(each).sum::<usize>()
            + self.held.capacity() * size_of::<Option<Box<Held<K>>>>()
            + self.speaking.capacity() * size_of::<u64>()
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
            speaker: speaks.then(Box::default),
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
        assert!(articles.held.len() < 140 && articles.speaking.len() < 5);
    }
}
