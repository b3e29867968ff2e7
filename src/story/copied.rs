//! Whether two texts are copies, and which of them start in one story for it.

use ahash::AHashMap;

use crate::event::Space;
use crate::parallel;
use crate::sketch::ratio;

use super::pair::PairScorer;
use super::score::tell_one_event;
use super::{Copies, CopyFinder};

/// How many distinct shingles two texts have, and how many they share.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Overlap {
    pub(crate) sizes: [usize; 2],
    pub(crate) shared: usize,
}

/// A text too short to be about anything is a copy if it stands whole in the other, with so many
/// shingles.
const LEAST_SENTENCE: usize = 2;

impl Overlap {
    pub(crate) fn jaccard(self) -> f64 {
        ratio(self.shared, self.sizes[0] + self.sizes[1] - self.shared)
    }

    /// The part of each that stands in the other.
    pub(crate) fn containment(self) -> [f64; 2] {
        self.sizes.map(|size| ratio(self.shared, size))
    }

    /// The part of the shorter one that stands in the other.
    pub(crate) fn containment_of_shorter(self) -> f64 {
        ratio(self.shared, self.shorter())
    }

    fn shorter(self) -> usize {
        self.sizes[0].min(self.sizes[1])
    }

    /// Whether the text of one is largely the other's.
    pub(crate) fn are_copies(self, finder: &CopyFinder) -> bool {
        finder.are_copies(self.sizes[0], self.sizes[1], self.shared)
    }

    /// Whether two texts start in one story whatever their score: copies that tell one event.
    pub(crate) fn start_together(
        self,
        finder: &CopyFinder,
        cosine: f64,
        template_factor: f64,
    ) -> bool {
        self.are_copies(finder) && tell_one_event(cosine, template_factor)
    }

    /// Whether two texts are shown as copies: those that start together, those of the very same
    /// shingles even if they say too little to be about anything, and short ones that stand whole in
    /// the other and share what they are about.
    pub(crate) fn shown_as_copies(
        self,
        finder: &CopyFinder,
        cosine: f64,
        template_factor: f64,
        say_enough: bool,
    ) -> bool {
        let stands_whole = self.shorter() >= LEAST_SENTENCE && self.shared == self.shorter();
        self.start_together(finder, cosine, template_factor)
            || self.jaccard() >= 1.0
            || !say_enough && stands_whole && cosine > 0.0
    }
}

/// Of texts that differ in their titles only, so many represent all.
pub const CLASS_LINKS: usize = 8;

/// The texts that belong together as copies. Sharing most of their wording is not enough: two
/// reports made from one template, or two pages of one login, agree in all but what tells their
/// events apart, and that is what terms weigh.
pub(super) fn copied_texts(space: &Space, texts: &[u32], copies: &Copies) -> Vec<(u32, u32)> {
    // Articles with the very same shingles may still differ in their titles. Which of them a
    // link names depends on the order of the articles; which texts they are does not.
    let classes: Vec<Vec<u32>> = copies
        .identical()
        .iter()
        .map(|class| {
            let mut class: Vec<u32> = class.iter().map(|&at| texts[at]).collect();
            class.sort_unstable();
            class.dedup();
            class
        })
        .collect();
    let firsts: AHashMap<usize, usize> = (0..)
        .zip(copies.identical())
        .map(|(n, class)| (class[0], n))
        .collect();
    let alike = |article: usize| match firsts.get(&article) {
        Some(&class) => classes[class].iter().take(CLASS_LINKS).copied().collect(),
        None => vec![texts[article]],
    };
    let mut pairs: Vec<(u32, u32)> = Vec::new();
    for link in copies.links() {
        let right = alike(link.right);
        for left in alike(link.left) {
            pairs.extend(
                right
                    .iter()
                    .map(|&right| (left.min(right), left.max(right))),
            );
        }
    }
    for class in &classes {
        for (at, &low) in class.iter().enumerate() {
            let following = class[at + 1..].iter().take(CLASS_LINKS);
            pairs.extend(following.map(|&high| (low, high)));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    let by_text: Vec<&[(u32, u32)]> = pairs.chunk_by(|a, b| a.0 == b.0).collect();
    let found = parallel::map_with(by_text.len(), PairScorer::default, |scorer, at| {
        scorer.take(space.get(by_text[at][0].0 as usize));
        let same_event = |&&(_, other): &&(u32, u32)| scorer.one_event(space.get(other as usize));
        by_text[at]
            .iter()
            .filter(same_event)
            .copied()
            .collect::<Vec<_>>()
    });
    found.into_iter().flatten().collect()
}
