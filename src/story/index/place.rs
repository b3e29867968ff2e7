//! The place of a new article among the stories, and local repair when one comes or goes.
//!
//! An article touches the stories of its best links. Only these are grouped again, by the very
//! average link the batch uses, from the links their articles already have: so a late article can
//! join two stories and a departure can split one, and nothing else moves. Large stories take part
//! with their newest articles, held together, which keeps the work bounded.

use std::collections::{BTreeMap, BTreeSet};

use super::change::{Change, StoryId, reconcile};
use super::held::{Articles, Representative};
use super::postings::Slot;
use crate::story::average_link::average_link;
use crate::story::frozen::Bars;
use crate::story::score::{NEIGHBOURS, Nearest, Standing, adjusted};

/// The most links an article keeps to those before it.
const LINKS: usize = 24;
/// The most scores with newer articles it keeps, to know its neighbourhood when some have gone.
const NEWER: usize = 2 * NEIGHBOURS;
/// Scores below this are the background noise of any two articles.
pub(super) const LEAST_SCORE: f64 = 0.02;
/// How many best links are looked at for the stories an article touches.
const TOUCHING_LINKS: usize = 24;
/// How many stories a new article can touch.
const TOUCHED: usize = 4;
/// A story of more articles takes part with a sample of its newest.
const LARGE: usize = 48;
/// How many of its newest articles are looked at for that.
const SAMPLE: usize = 24;

/// Articles whose story may be another now, and what changed.
type Regrouped = (Vec<(StoryId, Slot)>, Vec<Change<Slot>>);

/// The stories of an index: who is in which.
#[derive(Debug, Clone, Default)]
pub(super) struct Grouped {
    pub(super) members: BTreeMap<StoryId, BTreeSet<Slot>>,
    pub(super) next: u64,
}

impl Grouped {
    /// Makes `groups` of the articles of some stories, less those that have `gone`, and maybe
    /// others. Of a large story only a sample is in a group, and the rest follows it.
    pub(super) fn regroup(
        &mut self,
        stories: &[StoryId],
        groups: Vec<BTreeSet<Slot>>,
        samples: &BTreeMap<StoryId, BTreeSet<Slot>>,
        gone: &[Slot],
    ) -> Regrouped {
        let (mut before, mut large) = (BTreeMap::new(), BTreeMap::new());
        for story in stories {
            let Some(mut members) = self.members.remove(story) else {
                continue;
            };
            if let Some(sample) = samples.get(story) {
                let mut changing = sample.clone();
                changing.extend(gone.iter().filter(|slot| members.remove(slot)));
                before.insert(*story, changing);
                large.insert(*story, members);
            } else {
                before.insert(*story, members);
            }
        }
        let new = reconcile(&before, &groups, &mut self.next);
        let mut placed = Vec::new();
        for (story, mut members) in new.stories.into_iter().zip(groups) {
            placed.extend(members.iter().map(|&slot| (story, slot)));
            for (old, sample) in samples {
                if sample.first().is_none_or(|first| !members.contains(first)) {
                    continue;
                }
                let mut rest = large.remove(old).unwrap_or_default();
                if story != *old {
                    placed.extend(rest.iter().map(|&slot| (story, slot)));
                }
                if rest.len() > members.len() {
                    std::mem::swap(&mut rest, &mut members);
                }
                members.extend(rest);
            }
            self.members.insert(story, members);
        }
        (placed, new.changes)
    }
}

/// The links an article keeps: the best ones, descending.
pub(super) fn best_links(mut links: Vec<(Slot, f32)>) -> Box<[(Slot, f32)]> {
    let best = |a: &(Slot, f32), b: &(Slot, f32)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
    if links.len() > LINKS {
        links.select_nth_unstable_by(LINKS, best);
        links.truncate(LINKS);
    }
    links.sort_unstable_by(best);
    links.into_boxed_slice()
}

/// Where an article stands among those held, by its nearest ones that are still there.
pub(super) fn standing_of<K>(articles: &Articles<K>, representative: &Representative) -> Standing {
    let present =
        |&&(other, score): &&(Slot, f32)| score > 0.0 && articles.is_representative(other);
    let mut older = representative.links.iter().filter(present).peekable();
    let mut newer = representative.newer.iter().filter(present).peekable();
    // Both descend, so the nearest of both are in front.
    let mut nearest = Nearest::default();
    for _ in 0..NEIGHBOURS {
        let next = match (older.peek(), newer.peek()) {
            (Some(old), Some(new)) if new.1 > old.1 => newer.next(),
            (Some(_), _) => older.next(),
            (None, _) => newer.next(),
        };
        let Some(&(_, score)) = next else { break };
        nearest.add(score);
    }
    nearest.standing()
}

/// Adds a score with a newer article to those of an article, which keeps the best.
pub(super) fn note_score<K>(articles: &mut Articles<K>, slot: Slot, new: (Slot, f32)) {
    let Some(mut newer) = articles
        .representative_mut(slot)
        .map(|s| std::mem::take(&mut s.newer))
    else {
        return;
    };
    if newer.len() >= NEWER {
        newer.retain(|&(other, _)| articles.is_representative(other));
    }
    let at = newer.partition_point(|&(_, other)| other >= new.1);
    if at < NEWER {
        newer.truncate(NEWER - 1);
        if newer.len() == newer.capacity() {
            // A few at a time: most articles have few.
            newer.reserve_exact(4.min(NEWER - newer.len()));
        }
        newer.insert(at, new);
    }
    if let Some(representative) = articles.representative_mut(slot) {
        representative.newer = newer;
    }
}

/// The stories that an article's links reach, those of its copies first, then the best.
pub(super) fn touched<K>(
    articles: &Articles<K>,
    representative: &Representative,
    bar: f64,
) -> Vec<StoryId> {
    let mut best: BTreeMap<StoryId, f64> = BTreeMap::new();
    for &copy in &representative.copies {
        if let Some(held) = articles.get(copy) {
            best.insert(held.story, 2.0);
        }
    }
    let own = standing_of(articles, representative);
    for &(other, score) in representative.links.iter().take(TOUCHING_LINKS) {
        let Some(held) = articles.get(other) else {
            continue;
        };
        let Some(there) = held.representative.as_ref() else {
            continue;
        };
        let score = f64::from(score);
        // Nobody's neighbourhood can lift a score by more than a little.
        let at_most = adjusted(score, [Standing::ALONE; 2]);
        if at_most < bar / 2.0 {
            break;
        }
        if best.get(&held.story).is_some_and(|&best| best >= at_most) {
            continue;
        }
        let score = adjusted(score, [own, standing_of(articles, there)]);
        if score >= bar / 2.0 {
            let best = best.entry(held.story).or_default();
            *best = best.max(score);
        }
    }
    let mut stories: Vec<(f64, StoryId)> =
        best.into_iter().map(|(id, score)| (score, id)).collect();
    stories.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    stories.truncate(TOUCHED);
    stories.into_iter().map(|(_, story)| story).collect()
}

/// Some stories, with or without a new article, to be grouped again.
#[derive(Default)]
pub(super) struct Neighbourhood {
    /// Speaking articles that take part, ascending.
    nodes: Vec<Slot>,
    /// Of each large story, the articles that take part, held together; the rest follows them.
    pub(super) samples: BTreeMap<StoryId, BTreeSet<Slot>>,
    /// Echoes, and the node that each follows.
    followers: Vec<(Slot, Slot)>,
}

impl Neighbourhood {
    /// `representative_of` gives the representative of a slot's wording; nothing if the slot is empty.
    pub(super) fn new(
        grouped: &Grouped,
        stories: &[StoryId],
        new: Option<Slot>,
        representative_of: impl Fn(Slot) -> Option<Slot>,
    ) -> Self {
        let mut region = Self::default();
        for story in stories {
            let Some(members) = grouped.members.get(story) else {
                continue;
            };
            if members.len() > LARGE {
                let newest = members
                    .iter()
                    .rev()
                    .filter_map(|&slot| representative_of(slot));
                let sample: BTreeSet<Slot> = newest.take(SAMPLE).collect();
                region.nodes.extend(&sample);
                region.samples.insert(*story, sample);
                continue;
            }
            for &slot in members {
                match representative_of(slot) {
                    Some(representative) if representative == slot => region.nodes.push(slot),
                    Some(representative) => region.followers.push((slot, representative)),
                    None => {}
                }
            }
        }
        region.nodes.extend(new);
        region.nodes.sort_unstable();
        region
    }

    /// Groups the region: average link over the links its articles have.
    pub(super) fn group<K>(&self, articles: &Articles<K>, bars: &Bars) -> Vec<BTreeSet<Slot>> {
        let node = |slot: Slot| self.nodes.binary_search(&slot).ok();
        let representatives: Vec<Option<&Representative>> = self
            .nodes
            .iter()
            .map(|&slot| articles.representative(slot))
            .collect();
        let near: Vec<Standing> = representatives
            .iter()
            .map(|representative| {
                representative.map_or(Standing::ALONE, |one| standing_of(articles, one))
            })
            .collect();
        let (mut links, mut together) = (Vec::new(), Vec::new());
        for (at, representative) in representatives.iter().enumerate() {
            let Some(representative) = representative else {
                continue;
            };
            for (other, score) in &representative.links {
                if let Some(other) = node(*other) {
                    let score = adjusted(f64::from(*score), [near[at], near[other]]);
                    links.push((at.min(other) as u32, at.max(other) as u32, score as f32));
                }
            }
            together.extend(
                representative
                    .copies
                    .iter()
                    .filter_map(|&copy| Some((at as u32, node(copy)? as u32))),
            );
        }
        for sample in self.samples.values() {
            let nodes = sample.iter().filter_map(|&slot| Some(node(slot)? as u32));
            let nodes: Vec<u32> = nodes.collect();
            together.extend(nodes.windows(2).map(|pair| (pair[0], pair[1])));
        }
        // Each pair is known from its newer side alone, so none comes twice.
        links.sort_unstable_by_key(|&(low, high, _)| (low, high));
        let bar = |&slot: &Slot| {
            let held = articles.get(slot);
            bars.of(held.map_or(0, |held| held.digest.terms().language_place()))
        };
        let bars: Vec<f64> = self.nodes.iter().map(bar).collect();
        let labels = average_link(self.nodes.len(), links.iter().copied(), &together, &bars);

        let mut groups: BTreeMap<u32, BTreeSet<Slot>> = BTreeMap::new();
        for (at, &slot) in self.nodes.iter().enumerate() {
            groups.entry(labels[at]).or_default().insert(slot);
        }
        let mut apart = Vec::new();
        for &(follower, representative) in &self.followers {
            match node(representative) {
                Some(at) => {
                    groups.entry(labels[at]).or_default().insert(follower);
                }
                // Its representative stands in a story that is not looked at: no article is lost.
                None => apart.push(BTreeSet::from([follower])),
            }
        }
        groups.into_values().chain(apart).collect()
    }
}
