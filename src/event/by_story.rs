//! Counts over stories instead of articles.
//!
//! A name that stands in all twenty articles of one event is as informative as one that stands in its
//! only article, yet twenty times as common. Once a first clustering has said which articles may
//! tell one event, rarity is counted over these stories, and what several stories have word for
//! word is boilerplate, not content.

use std::ops::Range;

use super::background::Background;
use super::counts::Counts;
use super::fading::Fading;
use super::terms::Terms;

/// A term counts for a story by the square root of the share of its articles that hold it: most if
/// all do, but not little if one does. In these units, so that sums do not depend on the order.
const UNITS: f64 = 256.0;
/// Few stories count for as many as this, or the background would outweigh them, but each for no more
/// than [`MOST_WEIGHT`].
const LEAST_STORIES: f64 = 4_000.0;
const MOST_WEIGHT: f64 = 40.0;

/// A run of weightless passages of so many words is boilerplate in the copy channel too; shorter ones
/// are turns of phrase.
const LEAST_BOILERPLATE: usize = 8;

/// Counts taken over stories.
#[derive(Debug, Clone)]
pub(super) struct StoryCounts {
    stories: f64,
    /// Only terms of several articles, in units.
    terms: Counts<u32>,
    /// Only passages of several stories.
    passages: Counts<u64>,
}

impl StoryCounts {
    /// Counts the terms of articles, those that are `common` to several, and their passages, by the
    /// number of each article's story.
    pub(super) fn of(
        articles: &[&Terms],
        story: &[u32],
        common: impl Fn(u32) -> bool + Sync,
    ) -> Self {
        let mut order: Vec<u32> = (0..articles.len() as u32).collect();
        order.sort_unstable_by_key(|&at| (story[at as usize], at));
        let stories: Vec<&[u32]> = order
            .chunk_by(|&a, &b| story[a as usize] == story[b as usize])
            .collect();
        let members = |at: usize| {
            let of = |&article: &u32| articles[article as usize];
            stories[at].iter().map(of)
        };
        let terms = Counts::weighted(stories.len(), 1, |at, count| {
            for (key, units) in terms_of_story(members(at), &common) {
                count(key, units);
            }
        });
        let passages = Counts::new(stories.len(), 2, |at, count| {
            let passages = members(at).flat_map(Terms::passages);
            distinct(passages).into_iter().for_each(count);
        });
        Self::from_counts(stories.len(), terms, passages)
    }

    /// Counts that were taken elsewhere.
    pub(super) fn from_counts(stories: usize, terms: Counts<u32>, passages: Counts<u64>) -> Self {
        let stories = stories as f64;
        Self {
            stories,
            terms,
            passages,
        }
    }

    /// The rarity of a term that is counted among a `share` of all stories, with a table that counts
    /// for `prior` articles. One that only one article holds counts as one story.
    pub(super) fn idf(&self, key: u32, (share, prior): (f64, f64), background: &Background) -> f64 {
        let own = self
            .terms
            .get(key)
            .map_or(1.0, |units| f64::from(units) / UNITS);
        let stories = share * self.stories;
        let weight = (LEAST_STORIES / stories).clamp(1.0, MOST_WEIGHT);
        background.idf_blended(key, weight * own, weight * stories, prior)
    }

    /// What an occurrence in a passage counts for, from 0 to 1.
    pub(super) fn fade(&self, passage: u64) -> f64 {
        Fading::Stories.of(self.passages.get(passage).unwrap_or(1))
    }

    /// The boilerplate of a text, in words: runs of passages without weight, ascending.
    pub(super) fn boilerplate(&self, terms: &Terms) -> Vec<Range<usize>> {
        let mut runs: Vec<Range<usize>> = Vec::new();
        for (passage, words) in terms.text_passages() {
            if self.fade(terms.passages()[passage]) > 0.0 {
                continue;
            }
            match runs.last_mut() {
                Some(run) if run.end == words.start => run.end = words.end,
                _ => runs.push(words),
            }
        }
        runs.retain(|run| run.len() >= LEAST_BOILERPLATE);
        runs
    }
}

/// What the terms of one story count for, those that are `common` to several articles: in units of
/// 1/256, ascending by key.
pub(crate) fn terms_of_story<'a>(
    articles: impl ExactSizeIterator<Item = &'a Terms>,
    common: impl Fn(u32) -> bool,
) -> Vec<(u32, u32)> {
    let size = articles.len() as f64;
    let keys = articles.flat_map(|terms| terms.by_term().map(|term| term[0].key));
    let mut keys: Vec<u32> = keys.filter(|&key| common(key)).collect();
    keys.sort_unstable();
    let same = keys.chunk_by(|a, b| a == b);
    same.map(|same| (same[0], units((same.len() as f64 / size).sqrt())))
        .collect()
}

/// Some passages, each once, ascending.
pub(crate) fn distinct<'a>(passages: impl Iterator<Item = &'a u64>) -> Vec<u64> {
    let mut own: Vec<u64> = passages.copied().collect();
    own.sort_unstable();
    own.dedup();
    own
}

#[allow(clippy::cast_sign_loss, reason = "a root has no sign")]
fn units(share: f64) -> u32 {
    (share * UNITS) as u32
}
