//! How close the articles of other stories come: what the bar follows from.
//!
//! The same score tells much among articles about everything and little among articles about one
//! thing: round-ups of one election have its names in common whatever day they tell of. So the bar is
//! not one number. Once the first pass has found stories, every text is asked how close its nearest
//! *strangers* come, the texts of other stories; the bar lies as far above the mean of that over all
//! texts as the [`story_threshold`](super::Rules::story_threshold) lies above what is usual in the
//! news. One threshold is then one rate of false joins, whatever the collection and the language.
//!
//! Only the mean over all texts is fit for that. A story that the first pass tore in two calls its own
//! other half strangers; a bar for each article by its own strangers would keep it torn, while the
//! mean hardly moves. Few texts tell little, so the usual closeness is counted in as if some more
//! texts had it. Each language has a bar of its own, for a word is not as telling in one as in
//! another, and a mixed collection is then judged as its parts are.

use super::Rules;
use super::score::{Nearest, mean_of_nearest};

/// How close the nearest strangers of a text come on average in the news, and for how many texts of
/// the collection at hand that counts.
const USUAL: f64 = 0.08;
const PRIOR_TEXTS: f64 = 60.0;
/// The bar is never lower than this part of the threshold: what so little is common to is no event.
const LEAST_BAR: f64 = 0.7;
/// Closenesses are summed up as whole numbers in these units, so that the order does not matter.
const UNITS: f64 = 1_048_576.0;

/// How close the nearest strangers of some texts come, summed up.
///
/// ```
/// use retold::story::{Rules, steps::Strangers};
/// let rules = Rules::default();
/// let none = Strangers::default();
/// assert_eq!(none.bar(&rules), rules.story_threshold);
/// let mut crowded = Strangers::default();
/// (0..500).for_each(|_| crowded.add([0.3, 0.2, 0.2, 0.1]));
/// assert!(crowded.bar(&rules) > 0.25);
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Strangers {
    units: u64,
    texts: u64,
}

impl Strangers {
    /// Adds a text by its adjusted scores with texts of other stories; its best
    /// [`NEIGHBOURS`](super::steps::NEIGHBOURS) are enough, and missing ones count as 0.
    ///
    /// ```
    /// use retold::story::steps::Strangers;
    /// let mut strangers = Strangers::default();
    /// strangers.add([0.5, 0.5]);
    /// assert_eq!((strangers.texts(), strangers.closeness()), (1, 0.25));
    /// ```
    pub fn add(&mut self, scores: impl IntoIterator<Item = f32>) {
        let mut nearest = Nearest::default();
        scores.into_iter().for_each(|score| nearest.add(score));
        self.add_nearest(nearest);
    }

    #[allow(
        clippy::cast_sign_loss,
        reason = "only scores above 0 are kept as nearest"
    )]
    pub(super) fn add_nearest(&mut self, nearest: Nearest) {
        self.units += (mean_of_nearest(nearest) * UNITS) as u64;
        self.texts += 1;
    }

    /// Adds what was summed up of other texts.
    ///
    /// ```
    /// use retold::story::steps::Strangers;
    /// let mut one = Strangers::default();
    /// one.add([0.2]);
    /// let mut both = one;
    /// both.merge(one);
    /// assert_eq!((both.texts(), both.closeness()), (2, one.closeness()));
    /// ```
    pub fn merge(&mut self, other: Self) {
        self.units += other.units;
        self.texts += other.texts;
    }

    /// The sums as they travel between machines: of closeness, in units of 2^-20, and of texts.
    ///
    /// ```
    /// use retold::story::steps::Strangers;
    /// let mut strangers = Strangers::default();
    /// strangers.add([0.5, 0.5]);
    /// let [units, texts] = strangers.sums();
    /// assert_eq!(Strangers::from_sums([units, texts]), strangers);
    /// ```
    pub fn sums(self) -> [u64; 2] {
        [self.units, self.texts]
    }

    /// What was summed up elsewhere.
    ///
    /// ```
    /// use retold::story::steps::Strangers;
    /// assert_eq!(Strangers::from_sums([1 << 20, 4]).closeness(), 0.25);
    /// ```
    pub fn from_sums([units, texts]: [u64; 2]) -> Self {
        Self { units, texts }
    }

    /// How many texts were added.
    ///
    /// ```
    /// assert_eq!(retold::story::steps::Strangers::default().texts(), 0);
    /// ```
    pub fn texts(self) -> u64 {
        self.texts
    }

    /// How close their nearest strangers come on average, from 0 to 1; 0 for no texts.
    ///
    /// ```
    /// assert_eq!(retold::story::steps::Strangers::default().closeness(), 0.0);
    /// ```
    pub fn closeness(self) -> f64 {
        self.units as f64 / UNITS / self.texts.max(1) as f64
    }

    /// The adjusted score that two single texts among these need to be one story: the threshold, and
    /// as much more or less as strangers come closer or less close than usual.
    ///
    /// ```
    /// use retold::story::{Rules, steps::Strangers};
    /// let mut far = Strangers::default();
    /// (0..500).for_each(|_| far.add([]));
    /// let rules = Rules::default();
    /// assert!(far.bar(&rules) < rules.story_threshold && far.bar(&rules) > 0.1);
    /// ```
    pub fn bar(self, rules: &Rules) -> f64 {
        let texts = self.texts as f64;
        let expected = (self.closeness() * texts + USUAL * PRIOR_TEXTS) / (texts + PRIOR_TEXTS);
        let bar = rules.story_threshold + expected - USUAL;
        bar.max(LEAST_BAR * rules.story_threshold)
    }
}
