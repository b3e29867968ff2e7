//! Scored pairs of texts, and what stands near a text.

use std::cmp::Ordering;

/// Two texts with their score, the lower number first. Below 0 for two events in one wording.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct TextLink {
    pub(crate) low: u32,
    pub(crate) high: u32,
    pub(crate) score: f32,
}

/// Two ordered lists of links as one; no pair may be in both.
pub(super) fn merged(left: Vec<TextLink>, right: Vec<TextLink>) -> Vec<TextLink> {
    let mut all = Vec::with_capacity(left.len() + right.len());
    let mut right = right.into_iter().peekable();
    for link in left {
        let pair = (link.low, link.high);
        while let Some(other) = right.next_if(|other| (other.low, other.high) < pair) {
            all.push(other);
        }
        all.push(link);
    }
    all.extend(right);
    all
}

/// Where the links of each text, as the lower one, start in ordered links; one more than there are
/// texts.
pub(super) fn by_low(count: usize, links: &[TextLink]) -> Vec<u32> {
    starts(count, links.iter().map(|link| link.low))
}

/// Where the items of each text start, in an order by text.
fn starts(count: usize, texts: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut starts = vec![0; count + 1];
    for text in texts {
        starts[text as usize + 1] += 1;
    }
    for text in 0..count {
        starts[text + 1] += starts[text];
    }
    starts
}

/// The better score first, of equal ones the lower text.
pub(super) fn best_first(a: &(f64, u32), b: &(f64, u32)) -> Ordering {
    b.0.total_cmp(&a.0).then(a.1.cmp(&b.1))
}

/// Some neighbours of each text.
pub(super) struct Neighbours {
    starts: Vec<u32>,
    others: Vec<u32>,
}

impl Neighbours {
    /// Of scored pairs the `most` best for each text.
    pub(super) fn best(
        count: usize,
        pairs: impl Iterator<Item = (u32, u32, f64)>,
        most: usize,
    ) -> Self {
        let mut each: Vec<(u32, f64, u32)> = Vec::new();
        for (low, high, score) in pairs {
            each.push((low, score, high));
            each.push((high, score, low));
        }
        each.sort_unstable_by(|a, b| {
            a.0.cmp(&b.0)
                .then_with(|| best_first(&(a.1, a.2), &(b.1, b.2)))
        });
        let best = each
            .chunk_by(|a, b| a.0 == b.0)
            .flat_map(|list| list.iter().take(most));
        let best: Vec<(u32, u32)> = best.map(|&(text, _, other)| (text, other)).collect();
        Self::new(count, &best)
    }

    /// Of pairs ordered by the first.
    fn new(count: usize, pairs: &[(u32, u32)]) -> Self {
        Self {
            starts: starts(count, pairs.iter().map(|pair| pair.0)),
            others: pairs.iter().map(|pair| pair.1).collect(),
        }
    }

    /// The same pairs, the other way round.
    pub(super) fn reversed(&self) -> Self {
        let count = self.starts.len() - 1;
        let texts =
            (0..count).flat_map(|text| self.of(text).iter().map(move |&o| (o, text as u32)));
        let mut pairs: Vec<(u32, u32)> = texts.collect();
        pairs.sort_unstable();
        Self::new(count, &pairs)
    }

    pub(super) fn of(&self, text: usize) -> &[u32] {
        &self.others[self.starts[text] as usize..self.starts[text + 1] as usize]
    }
}
