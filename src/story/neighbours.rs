//! Scored pairs of texts, as a list and by text.

/// Two texts with their score, the lower number first.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct TextLink {
    pub(crate) low: u32,
    pub(crate) high: u32,
    pub(crate) score: f32,
}

/// Orders links by their texts; a pair proposed from both sides is kept once.
pub(super) fn sort(links: &mut Vec<TextLink>) {
    links.sort_unstable_by_key(|link| (link.low, link.high));
    links.dedup_by_key(|link| (link.low, link.high));
}

/// Links by text, both ways.
pub(super) struct Neighbours {
    starts: Vec<usize>,
    entries: Vec<(u32, f32)>,
}

impl Neighbours {
    pub(super) fn new(count: usize, links: &[TextLink]) -> Self {
        let mut starts = vec![0; count + 1];
        for link in links {
            starts[link.low as usize + 1] += 1;
            starts[link.high as usize + 1] += 1;
        }
        for at in 0..count {
            starts[at + 1] += starts[at];
        }
        let mut entries = vec![(0, 0.0); links.len() * 2];
        let mut next = starts.clone();
        for link in links {
            for (from, to) in [(link.low, link.high), (link.high, link.low)] {
                let place = &mut next[from as usize];
                entries[*place] = (to, link.score);
                *place += 1;
            }
        }
        Self { starts, entries }
    }

    pub(super) fn of(&self, text: usize) -> &[(u32, f32)] {
        &self.entries[self.starts[text]..self.starts[text + 1]]
    }
}
