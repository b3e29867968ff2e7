//! Everything clustered anew, by the function the batch uses.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::hash::Hash;

use ahash::AHashMap;

use super::change::{Change, StoryId};
use super::place::{best_links, note_score};
use super::postings::Slot;
use super::{Held, StoryIndex};
use crate::story::Digest;
use crate::story::clustering::{Grouping, group};
use crate::story::read_without;
use crate::story::texts::Texts;

impl<K: Eq + Hash + Ord + Clone> StoryIndex<K> {
    /// Clusters all articles anew, with counts taken among them now, and says what that changed.
    ///
    /// After it the stories are those that [`Detector::cluster`](crate::Detector::cluster) finds
    /// among the same articles, and the scores between these stay as they are until the next call.
    ///
    /// ```
    /// use retold::story::StoryIndex;
    /// let mut index = StoryIndex::new();
    /// index.insert(1, "A bridge in Porto collapsed on Monday, killing three workers.")?;
    /// index.insert(2, "Three workers died when the Porto bridge collapsed.")?;
    /// assert!(index.recluster().is_empty()); // nothing moves
    /// # Ok::<(), retold::story::InsertError>(())
    /// ```
    pub fn recluster(&mut self) -> Vec<Change<K>> {
        let mut order: Vec<(Slot, &Held<K>)> = self.articles.iter().collect();
        order.sort_unstable_by(|(_, left), (_, right)| left.key.cmp(&right.key));
        let slots: Vec<Slot> = order.iter().map(|&(slot, _)| slot).collect();
        let digests: Vec<&Digest> = order.iter().map(|(_, held)| &held.digest).collect();
        // Articles of one wording have the same words, whichever of them keeps these.
        let words: AHashMap<u64, &[u16]> = order
            .iter()
            .filter_map(|(_, held)| {
                Some((held.digest.wording(), &*held.representative.as_ref()?.words))
            })
            .collect();
        let texts = Texts::new(&digests);
        let terms = texts.first.iter();
        let terms = terms.map(|&at| Cow::Borrowed(digests[at].terms()));
        let terms = terms.collect();
        let (rules, background) = (&self.settings.rules, self.settings.background());
        let grouping = group(texts, terms, rules, background, |boilerplate| {
            self.settings.copies.find(digests.len(), |at, into| {
                let digest = digests.get(at);
                let words = digest.and_then(|digest| words.get(&digest.wording()));
                let words = words.copied().unwrap_or_default();
                match boilerplate.of(at) {
                    [] => self.lexicon.read(words, into),
                    boilerplate => read_without(&self.lexicon.words_of(words), boilerplate, into),
                }
            })
        });

        let mut groups: BTreeMap<u32, BTreeSet<Slot>> = BTreeMap::new();
        for (&story, &slot) in grouping.story.iter().zip(&slots) {
            groups.entry(story).or_default().insert(slot);
        }
        self.take_links(&slots, &grouping);
        self.bars = grouping.frozen.by_language().clone();
        let stories: Vec<StoryId> = self.grouped.members.keys().copied().collect();
        let changes = self.regroup(
            &stories,
            groups.into_values().collect(),
            &BTreeMap::new(),
            &[],
        );
        self.with_keys(changes, &BTreeMap::new())
    }

    /// Keeps the links of a clustering in the place of the live ones.
    fn take_links(&mut self, slots: &[Slot], grouping: &Grouping) {
        let mut of_text: BTreeMap<u32, Slot> = BTreeMap::new();
        for (&text, &slot) in grouping.text.iter().zip(slots) {
            let first = of_text.entry(text).or_insert(slot);
            *first = slot.min(*first);
        }
        let mut links: BTreeMap<Slot, Vec<(Slot, f32)>> = BTreeMap::new();
        for link in &grouping.links {
            if let (Some(&low), Some(&high)) = (of_text.get(&link.low), of_text.get(&link.high)) {
                let newer = links.entry(low.max(high)).or_default();
                newer.push((low.min(high), link.score));
            }
        }
        for slot in of_text.values() {
            if let Some(representative) = self.articles.representative_mut(*slot) {
                representative.newer.clear();
            }
        }
        // Copies hold together by the oldest of their group.
        let mut leaders: BTreeMap<u32, Slot> = BTreeMap::new();
        let group_of = |text: u32| grouping.copies.get(text as usize).copied();
        for (&text, &slot) in &of_text {
            let leader = leaders
                .entry(group_of(text).unwrap_or(text))
                .or_insert(slot);
            *leader = slot.min(*leader);
        }
        let mut copies: BTreeMap<Slot, Box<[Slot]>> = BTreeMap::new();
        for (&text, &slot) in &of_text {
            let leader = group_of(text).and_then(|group| leaders.get(&group));
            let leader = leader.copied().filter(|&leader| leader != slot);
            copies.insert(slot, leader.into_iter().collect());
        }
        for (slot, copies) in copies {
            let links = best_links(links.remove(&slot).unwrap_or_default());
            for &(older, score) in links.iter().filter(|(_, score)| *score > 0.0) {
                note_score(&mut self.articles, older, (slot, score));
            }
            let Some(representative) = self.articles.representative_mut(slot) else {
                continue;
            };
            // What a file has is not written again.
            if representative.links != links || representative.copies != copies {
                (representative.links, representative.copies) = (links, copies);
                self.note_place(slot);
            }
        }
    }
}
