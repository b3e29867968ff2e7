//! Which texts stand together as copies, whatever their scores.

use ahash::AHashMap;

use crate::event::{Space, Spread};
use crate::parallel;

use super::Copies;

/// The cosine below which texts with much the same wording are still no copies.
pub(crate) const COPY_COSINE: f64 = 0.4;
/// Of texts that differ in their titles only, so many speak for all.
const CLASS_LINKS: usize = 8;

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
    let found = parallel::map_with(by_text.len(), Spread::default, |spread, at| {
        let text = by_text[at][0].0;
        let spread = space.spread(text as usize, spread);
        let same_event = |&&(_, other): &&(u32, u32)| {
            let other = other as usize;
            let cosine = space.cosine(other, spread);
            let factor = space.template_factor(other, text as usize, spread, cosine);
            cosine * factor >= COPY_COSINE
        };
        by_text[at]
            .iter()
            .filter(same_event)
            .copied()
            .collect::<Vec<_>>()
    });
    found.into_iter().flatten().collect()
}
