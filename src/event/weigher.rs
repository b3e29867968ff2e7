//! One text weighed for comparison with many others.
//!
//! Terms are numbered densely, so that one vector can be spread out over an array and compared with
//! many others by plain look-ups. The most common terms have the lowest numbers: what is looked up
//! most stands together. A term only one article holds takes part in no product; it has done its
//! work when the vector was brought to length 1, and is left out.

use std::borrow::Cow;
use std::cmp::Reverse;

use ahash::AHashMap;

use super::census::Census;
use super::days::Days;
use super::particulars::{Common, Makeup};
use super::terms::Terms;
use super::vector::few_terms_factor;
use crate::frame::Bytes;
use crate::parallel;

/// A census made ready to weigh the texts it counted.
///
/// ```
/// use retold::event::{Background, Census, Terms};
/// use retold::story::{Rules, steps};
/// let terms = [
///     "A bridge in Porto collapsed on Monday, killing three workers.",
///     "Three workers died on Monday when the Porto bridge collapsed.",
/// ]
/// .map(|text| Terms::of(None, text));
/// let weigher = steps::weigher(Census::of(Background::english(), &terms), &Rules::default());
/// assert!(!weigher.weigh(&terms[0]).entries().is_empty());
/// ```
#[derive(Debug, Clone)]
pub struct Weigher<'c> {
    census: Cow<'c, Census>,
    /// The number and rarity of each term that several articles hold.
    numbers: AHashMap<u32, (u32, f64)>,
    least: usize,
    heaviest: usize,
}

impl<'c> Weigher<'c> {
    /// Texts with fewer than `least` terms get an empty vector; the `heaviest` terms of a vector
    /// come first.
    pub(crate) fn of(census: Cow<'c, Census>, least: usize, heaviest: usize) -> Self {
        Self {
            numbers: number(&census),
            census,
            least,
            heaviest,
        }
    }

    /// How many terms are numbered.
    pub(crate) fn terms(&self) -> usize {
        self.numbers.len()
    }

    /// The census it weighs by.
    ///
    /// ```
    /// use retold::event::{Background, Census};
    /// use retold::story::{Rules, steps};
    /// let weigher = steps::weigher(Census::alone(Background::english()), &Rules::default());
    /// assert_eq!(weigher.census().documents(), 0);
    /// ```
    pub fn census(&self) -> &Census {
        &self.census
    }

    /// The vector of one text. Its length is 1 together with the terms that no other text holds, which
    /// are left out.
    ///
    /// ```
    /// use retold::event::{Background, Census, Terms};
    /// use retold::story::{Rules, steps};
    /// let terms = ["A bridge in Porto collapsed on Monday.", "A bridge."].map(|text| Terms::of(None, text));
    /// let weigher = steps::weigher(Census::of(Background::english(), &terms), &Rules::default());
    /// let [long, short] = terms.map(|terms| weigher.weigh(&terms));
    /// assert_eq!(long.entries().len(), 1, "only the bridge is in both");
    /// assert!(short.entries().is_empty(), "one term says too little");
    /// ```
    pub fn weigh(&self, terms: &Terms) -> WeighedText {
        let mut entries = Vec::new();
        let makeup = self.weigh_into(terms, &mut entries);
        WeighedText {
            entries,
            makeup,
            days: terms.days(),
        }
    }

    pub(crate) fn weigh_into(&self, terms: &Terms, vector: &mut Vec<(u32, f32)>) -> Makeup {
        let idf = |key| {
            let known = self.numbers.get(&key);
            known.map_or_else(|| self.census.idf(key), |term| term.1)
        };
        self.census.weigh_into(terms, idf, vector);
        let weights = vector.iter().map(|&(_, weight)| f64::from(weight));
        let mut makeup = Makeup::of(weights, terms.named());
        if self.census.is_first() {
            makeup = makeup.without_slots();
        }
        if vector.len() < self.least {
            vector.clear();
        }
        vector.retain_mut(|entry| {
            let number = self.numbers.get(&entry.0);
            entry.0 = number.map_or(entry.0, |term| term.0);
            number.is_some()
        });
        heaviest_first(vector, self.heaviest);
        makeup
    }
}

/// A text as it was weighed: a record with a byte-stable form.
///
/// ```
/// use retold::event::WeighedText;
/// let text = WeighedText::default();
/// assert_eq!(WeighedText::from_bytes(&text.to_bytes()), Some(text));
/// assert_eq!(WeighedText::from_bytes(b"no text"), None);
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct WeighedText {
    entries: Vec<(u32, f32)>,
    makeup: Makeup,
    days: Days,
}

impl WeighedText {
    /// Numbers of terms and weights, the heaviest first; negative for names, days and numbers.
    ///
    /// ```
    /// assert!(retold::event::WeighedText::default().entries().is_empty());
    /// ```
    pub fn entries(&self) -> &[(u32, f32)] {
        &self.entries
    }

    pub(crate) fn view(&self) -> Weighed<'_> {
        Weighed {
            entries: &self.entries,
            makeup: self.makeup,
            days: self.days,
        }
    }

    /// The same on every machine: the makeup (17 bytes), the days it tells of (how many in 1 byte, 4
    /// for each), then each term's number and weight (4 bytes each, little-endian).
    ///
    /// ```
    /// assert_eq!(retold::event::WeighedText::default().to_bytes().len(), 18);
    /// ```
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(42 + 8 * self.entries.len());
        self.makeup.put(&mut bytes);
        self.days.put(&mut bytes);
        for (number, weight) in &self.entries {
            bytes.extend_from_slice(&number.to_le_bytes());
            bytes.extend_from_slice(&weight.to_le_bytes());
        }
        bytes
    }

    /// Reads what [`to_bytes`](Self::to_bytes) wrote; nothing if the bytes are something else.
    ///
    /// ```
    /// assert!(retold::event::WeighedText::from_bytes(&[0; 16]).is_none());
    /// ```
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut bytes = Bytes::new(bytes);
        let makeup = Makeup::take(&mut bytes)?;
        let days = Days::take(&mut bytes)?;
        let mut entries = Vec::new();
        while !bytes.is_empty() {
            entries.push((bytes.u32()?, bytes.f32()?));
        }
        Some(Self {
            entries,
            makeup,
            days,
        })
    }
}

/// The same, held elsewhere.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Weighed<'a> {
    pub(crate) entries: &'a [(u32, f32)],
    pub(crate) makeup: Makeup,
    pub(crate) days: Days,
}

impl<'a> Weighed<'a> {
    /// The terms that find its candidates.
    pub(crate) fn heaviest(self, most: usize) -> &'a [(u32, f32)] {
        &self.entries[..self.entries.len().min(most)]
    }
}

/// Numbers the terms that several articles hold, the most common first, equal ones by key.
fn number(census: &Census) -> AHashMap<u32, (u32, f64)> {
    let shared = census.shared_terms();
    let mut terms: Vec<(Reverse<u32>, u32)> = shared
        .map(|(key, documents)| (Reverse(documents), key))
        .collect();
    parallel::sort(&mut terms);
    let numbered = (0..).zip(terms);
    numbered
        .map(|(number, (_, key))| (key, (number, census.idf(key))))
        .collect()
}

fn heaviest_first(vector: &mut [(u32, f32)], heaviest: usize) {
    let by_weight = |a: &(u32, f32), b: &(u32, f32)| {
        b.1.abs().total_cmp(&a.1.abs()).then_with(|| a.0.cmp(&b.0))
    };
    if vector.len() > heaviest {
        vector.select_nth_unstable_by(heaviest, by_weight);
        let (first, others) = vector.split_at_mut(heaviest);
        first.sort_unstable_by(by_weight);
        others.sort_unstable_by_key(|&(term, _)| term);
    } else {
        vector.sort_unstable_by(by_weight);
    }
}

/// One text spread out over an array, to be compared with many others.
#[derive(Debug, Default)]
pub(crate) struct Spread {
    weights: Vec<f32>,
    /// The terms whose weights are not 0.
    filled: Vec<u32>,
    makeup: Makeup,
    days: Days,
}

impl Spread {
    /// Makes room for so many numbered terms.
    pub(crate) fn reserve(&mut self, terms: usize) {
        if self.weights.len() < terms {
            self.weights.resize(terms, 0.0);
        }
    }

    /// Spreads a text out, in the room of the one before.
    pub(crate) fn lay_out(&mut self, text: Weighed<'_>) {
        for term in self.filled.drain(..) {
            self.weights[term as usize] = 0.0;
        }
        for &(term, weight) in text.entries {
            self.reserve(term as usize + 1);
            self.weights[term as usize] = weight;
            self.filled.push(term);
        }
        self.makeup = text.makeup;
        self.days = text.days;
    }

    /// The days that the text laid out tells of.
    pub(crate) fn days(&self) -> Days {
        self.days
    }

    #[inline]
    fn get(&self, term: u32) -> f32 {
        self.weights.get(term as usize).copied().unwrap_or(0.0)
    }

    /// The cosine of another text with the one laid out, less where they share few terms.
    pub(crate) fn cosine(&self, other: Weighed<'_>) -> f64 {
        let (mut sum, mut shared) = (0.0, 0);
        for &(term, weight) in other.entries {
            let product = (f64::from(weight) * f64::from(self.get(term))).abs();
            sum += product;
            shared += u32::from(product > 0.0);
        }
        sum.min(1.0) * few_terms_factor(shared)
    }

    /// Less than 1 if both, whose cosine this is, tell different events in one wording.
    pub(crate) fn template_factor(&self, other: Weighed<'_>, cosine: f64) -> f64 {
        if !other.makeup.may_share_wording(&self.makeup, cosine) {
            return 1.0;
        }
        let mut common = Common::default();
        for &(term, weight) in other.entries {
            let own = self.get(term);
            if own != 0.0 {
                common.add(f64::from(weight), f64::from(own));
            }
        }
        common.factor(other.makeup, self.makeup)
    }
}
