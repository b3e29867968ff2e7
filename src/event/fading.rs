//! How passages fade that stand word for word in several articles, stories or sampled texts.
//!
//! A passage that recurs in article after article is boilerplate: it says nothing about any of them.
//! A census counts articles first, then, once it is known which of them report one event, stories; a
//! live index counts a sample of the texts it holds.

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fading {
    /// A passage in more than two articles fades in proportion: reprints share all of theirs, so
    /// they lose nothing by it.
    Articles,
    /// In two stories, which may be one that was torn apart, half is left; in more, nothing.
    Stories,
    /// Among sampled texts one story is reported several times over, mostly in different words.
    Sample,
}

impl Fading {
    /// What is left of the weight of a passage that so many have, from 0 to 1.
    pub(crate) fn of(self, holders: u32) -> f64 {
        match (self, holders) {
            (Self::Articles, _) => 2.0 / f64::from(holders.max(2)),
            (Self::Stories, 0 | 1) | (Self::Sample, 0..=2) => 1.0,
            (Self::Stories, 2) | (Self::Sample, 3) => 0.5,
            _ => 0.0,
        }
    }
}
