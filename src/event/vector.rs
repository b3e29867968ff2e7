//! Sparse vectors of weighted terms (Salton's vector space model).

use super::particulars::{Common, Makeup};

/// The weighted terms of an article, as a vector of length 1.
///
/// ```
/// use retold::event::{Background, Census, Terms};
/// let census = Census::alone(Background::english());
/// let vector = census.weigh(&Terms::of(None, "A storm hit Porto."));
/// assert!((vector.cosine(&vector) - 1.0).abs() < 1e-6);
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TermVector {
    /// Ascending by key; the weight of a particular is negative, so that no room is needed to tell
    /// which they are.
    entries: Box<[(u32, f32)]>,
    named: bool,
}

impl TermVector {
    /// Of entries ascending by key, at length 1; those of particulars negative. `named` if any of
    /// these is a name or a day.
    pub(super) fn new(entries: Vec<(u32, f32)>, named: bool) -> Self {
        Self {
            entries: entries.into_boxed_slice(),
            named,
        }
    }

    /// How many terms carry weight.
    ///
    /// ```
    /// assert_eq!(retold::event::TermVector::default().len(), 0);
    /// ```
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether none does.
    ///
    /// ```
    /// assert!(retold::event::TermVector::default().is_empty());
    /// ```
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Each term's key (see [`term_key`](super::term_key)) and weight, ascending by key.
    ///
    /// ```
    /// use retold::event::{Background, Census, Terms, term_key};
    /// let census = Census::alone(Background::english());
    /// let vector = census.weigh(&Terms::of(None, "storm"));
    /// assert_eq!(vector.iter().next(), Some((term_key("storm").unwrap(), 1.0)));
    /// ```
    pub fn iter(&self) -> impl Iterator<Item = (u32, f32)> + '_ {
        self.signed().map(|(key, weight)| (key, weight.abs()))
    }

    /// As [`iter`](Self::iter), with the weights of particulars negative.
    pub(crate) fn signed(&self) -> impl Iterator<Item = (u32, f32)> + '_ {
        self.entries.iter().copied()
    }

    /// What of it lies on particulars.
    pub(crate) fn makeup(&self, rarity: impl Fn(u32) -> f64) -> Makeup {
        let weigh = |(key, weight): (u32, f32)| f64::from(weight) * rarity(key);
        Makeup::of(self.signed().map(weigh), self.named)
    }

    /// What is left of a score with another article if the two tell different events in one
    /// wording. Where the weights leave out how rare a term is, `rarity` tells.
    pub(crate) fn template_factor(&self, other: &Self, rarity: impl Fn(u32) -> f64) -> f64 {
        let mut common = Common::default();
        for (key, left, right) in self.both(other) {
            let rarity = rarity(key);
            common.add(left * rarity, right * rarity);
        }
        common.factor(self.makeup(&rarity), other.makeup(&rarity))
    }

    /// The cosine of the angle between two vectors, from 0 (no term in common) to 1.
    ///
    /// ```
    /// use retold::event::{Background, Census, Terms};
    /// let census = Census::alone(Background::english());
    /// let [a, b] = ["A storm hit Porto.", "Shares rose."].map(|text| census.weigh(&Terms::of(None, text)));
    /// assert_eq!(a.cosine(&b), 0.0);
    /// ```
    pub fn cosine(&self, other: &Self) -> f64 {
        self.shared(other)
            .map(|(_, product)| product)
            .fold(0.0, |sum: f64, product| sum + product)
            .min(1.0)
    }

    /// What is left of the score of two texts that share few terms.
    pub(crate) fn few_terms_factor(&self, other: &Self) -> f64 {
        few_terms_factor(self.shared(other).count() as u32)
    }

    /// The terms both hold, each with what it adds to the cosine, ascending by key.
    ///
    /// ```
    /// use retold::event::{Background, Census, Terms, term_key};
    /// let census = Census::alone(Background::english());
    /// let [a, b] = ["A storm hit Porto.", "The storm passed."].map(|text| census.weigh(&Terms::of(None, text)));
    /// let shared: Vec<u32> = a.shared(&b).map(|(key, _)| key).collect();
    /// assert_eq!(shared, [term_key("storm").unwrap()]);
    /// ```
    pub fn shared<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = (u32, f64)> + 'a {
        self.both(other)
            .map(|(key, left, right)| (key, (left * right).abs()))
    }

    /// The terms both hold, with the signed weight in each.
    pub(crate) fn both<'a>(
        &'a self,
        other: &'a Self,
    ) -> impl Iterator<Item = (u32, f64, f64)> + 'a {
        let mut rest = &*other.entries;
        self.entries.iter().filter_map(move |&(key, weight)| {
            while let [(first, _), after @ ..] = rest
                && *first < key
            {
                rest = after;
            }
            let &(_, other) = rest.first().filter(|(first, _)| *first == key)?;
            Some((key, f64::from(weight), f64::from(other)))
        })
    }
}

/// What is left of a score by how many terms both texts hold: a name and its country, which may be most
/// of what two headlines say, are little evidence of one event, and one name alone is none.
#[inline]
pub(crate) fn few_terms_factor(shared: u32) -> f64 {
    const FACTORS: [f64; 5] = [0.0, 0.0, 0.5, 0.75, 0.9];
    FACTORS.get(shared as usize).copied().unwrap_or(1.0)
}

/// Scales weights to length 1; those of 0 go.
pub(super) fn normalise(entries: &mut Vec<(u32, f32)>) {
    entries.retain(|&(_, weight)| weight != 0.0);
    let squares = entries
        .iter()
        .map(|&(_, weight)| f64::from(weight) * f64::from(weight));
    let scale = 1.0 / squares.sum::<f64>().sqrt();
    for (_, weight) in entries {
        *weight = (f64::from(*weight) * scale) as f32;
    }
}
