//! What a clustering leaves behind, so that its decisions can be explained.

use super::clustering::Grouping;
use super::frozen::Frozen;
use super::neighbours::TextLink;
use super::{CopyFinder, Rules};
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
