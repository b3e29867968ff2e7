//! What a clustering leaves behind, so that its decisions can be explained.

use super::clustering::Grouping;
use super::frozen::Frozen;
use super::neighbours::TextLink;
use super::{CopyFinder, Rules, Stories};
use crate::event::Census;

/// What a clustering leaves behind to be explained by.
#[derive(Debug, Clone)]
pub(super) struct Evidence {
    pub(super) text: Vec<u32>,
    pub(super) copies: Vec<u32>,
    pub(super) links: Vec<TextLink>,
    pub(super) frozen: Frozen,
    pub(super) census: Census,
    pub(super) finder: CopyFinder,
    pub(super) rules: Rules,
}

impl Evidence {
    pub(super) fn new(grouping: Grouping, finder: &CopyFinder, rules: &Rules) -> Self {
        Self {
            text: grouping.text,
            copies: grouping.copies,
            links: grouping.links,
            frozen: grouping.frozen,
            census: grouping.census,
            finder: finder.clone(),
            rules: rules.clone(),
        }
    }

    /// The score of two texts before the neighbourhoods, if they were compared and it was kept.
    pub(super) fn score(&self, left: u32, right: u32) -> Option<f32> {
        let pair = (left.min(right), left.max(right));
        let place = self
            .links
            .binary_search_by_key(&pair, |link| (link.low, link.high));
        Some(self.links.get(place.ok()?)?.score)
    }
}

impl Stories {
    /// The pairs of articles that were compared and have something in common: their positions and the
    /// score that was set against the bar. One article speaks for all of its wording.
    ///
    /// ```
    /// let stories = retold::Detector::new().cluster(&[
    ///     "A bridge in Porto collapsed on Monday, killing three workers.",
    ///     "Shares rose.",
    ///     "Three workers died when the Porto bridge collapsed.",
    /// ]);
    /// let links: Vec<_> = stories.links().map(|(left, right, _)| (left, right)).collect();
    /// assert_eq!(links, [(0, 2)]);
    /// ```
    pub fn links(&self) -> impl Iterator<Item = (usize, usize, f64)> + '_ {
        let evidence = &self.evidence;
        let mut first = vec![usize::MAX; evidence.frozen.len()];
        for (article, &text) in evidence.text.iter().enumerate().rev() {
            first[text as usize] = article;
        }
        evidence.links.iter().map(move |link| {
            let [low, high] = [link.low, link.high].map(|text| first[text as usize]);
            (low.min(high), low.max(high), evidence.frozen.score(link))
        })
    }
}
