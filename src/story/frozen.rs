//! The facts of a collection that every score of it is set against, frozen for one clustering.

use super::Rules;
use super::neighbours::TextLink;
use super::score::{Nearest, Standing, adjusted};

/// Where each text of a collection stands, and the bar.
#[derive(Debug, Clone)]
pub(crate) struct Frozen {
    standings: Vec<Standing>,
    /// What an adjusted score must reach for two single texts to be one story.
    pub(crate) bar: f64,
}

impl Frozen {
    /// By the links among so many texts.
    pub(super) fn new(count: usize, links: &[TextLink], rules: &Rules) -> Self {
        let mut nearest = vec![Nearest::default(); count];
        for link in links {
            for text in [link.low, link.high] {
                nearest[text as usize].add(link.score);
            }
        }
        Self {
            standings: nearest.into_iter().map(Nearest::standing).collect(),
            bar: rules.story_threshold,
        }
    }

    /// Where two texts stand.
    pub(crate) fn standings(&self, texts: [u32; 2]) -> [Standing; 2] {
        texts.map(|text| self.standings[text as usize])
    }

    /// The score of a link that is set against the bar.
    pub(crate) fn score(&self, link: &TextLink) -> f64 {
        adjusted(f64::from(link.score), self.standings([link.low, link.high]))
    }

    /// How many texts there are.
    pub(crate) fn len(&self) -> usize {
        self.standings.len()
    }
}
