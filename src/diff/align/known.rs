//! What is known of pairs of units, to look up.

use super::candidates::Link;
use super::units::Units;

/// A number for each of some pairs of units.
pub(crate) struct Known {
    /// Where the pairs of each lower unit begin in `others`.
    starts: Vec<usize>,
    others: Vec<(usize, f64)>,
}

impl Known {
    /// Of links in ascending order of their units.
    pub(crate) fn of(units: &Units, links: &[Link], number: impl Fn(&Link) -> f64) -> Self {
        let mut starts = vec![0; units.list.len() + 1];
        for link in links {
            starts[link.a + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let others = links.iter().map(|link| (link.b, number(link))).collect();
        Self { starts, others }
    }

    /// The number of two different units.
    pub(crate) fn get(&self, a: usize, b: usize) -> Option<f64> {
        let (low, high) = (a.min(b), a.max(b));
        let others = &self.others[self.starts[low]..self.starts[low + 1]];
        let at = others.binary_search_by_key(&high, |&(other, _)| other);
        at.ok().map(|at| others[at].1)
    }
}
