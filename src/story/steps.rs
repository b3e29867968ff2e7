//! Clustering as a chain of steps: pure functions over plain records with byte-stable forms.
//!
//! [`Detector::cluster`](crate::Detector::cluster) is the loop over these steps on one machine, and
//! the live index calls the same functions for what it can know. An engine that maps, groups by key
//! and joins can run them over many machines and gets the same result:
//!
//! 1. Map: article → [`Digest`].
//! 2. Group by [`text_key`] → texts, numbered in that order; a text has the earliest date of its
//!    articles.
//! 3. Count [`term_keys`] by [`language`], and [`passages`], over texts → [`Census::from_language_counts`].
//! 4. Map: [`weigher`] → [`WeighedText`].
//! 5. Group by term → lists, each shortened by [`cap_list`].
//! 6. Lists × texts: [`Proposer`] → pairs.
//! 7. Join the vectors: [`PairScorer`] → links, those that [`Keep`] keeps.
//! 8. Group by text: [`standing`]; [`adjusted`]; [`triangle_pairs`] of those that reach
//!    the [`story_threshold`](Rules::story_threshold), scored
//!    as in 7 unless they are known; then [`standing`] again.
//! 9. [`average_link`] over adjusted links → stories.
//! 10. Group by story: [`count_story`] → [`Census::with_stories`] → [`Census::boilerplate`].
//! 11. Map: [`CopyReader`] → [`CopySketch`]; group by band key: [`bucket_pairs`] up to [`BAND_CAP`];
//!     group by sampled passage up to [`SAMPLE_CAP`]: [`enough_shared`]; join the shingles:
//!     [`CopyFinder::are_copies`](super::CopyFinder::are_copies).
//! 12. Steps 4 to 8 again with the second census. Group by text: adjusted links with texts of other
//!     stories → [`Strangers`], summed up by language → the [bar](Strangers::bar) of each language.
//! 13. [`average_link`] by these bars; texts that are copies and
//!     [tell one event](PairScorer::tell_one_event) start together.
//!
//! Articles whose shingles are the same are one in step 11, by the first of them; [`CLASS_LINKS`] texts of
//! such a class speak for it in step 13. What is found rests on the [settings](named_settings), which
//! travel with the records. `examples/cluster` runs all this on Spark and Sail.
//!
//! ```
//! use retold::event::{Background, Census};
//! use retold::story::{Digest, Rules, steps};
//!
//! let digests = [
//!     "A bridge in Porto collapsed on Monday, killing three people.",
//!     "Three people died on Monday when the bridge in Porto collapsed.",
//! ]
//! .map(Digest::of);
//! let rules = Rules::default();
//! let census = Census::of(Background::english(), digests.iter().map(Digest::terms));
//! let weigher = steps::weigher(census, &rules);
//! let [low, high] = digests.map(|digest| weigher.weigh(digest.terms()));
//! let mut scorer = steps::PairScorer::default();
//! scorer.lay_out(&low);
//! let score = scorer.score(&high, [None, None], &rules);
//! let standing = steps::standing([score]);
//! let adjusted = steps::adjusted(score, [standing; 2]);
//! assert!(adjusted >= rules.story_threshold);
//! assert_eq!(steps::average_link(2, &[(0, 1, adjusted as f32)], &[], &[rules.story_threshold; 2]), [0, 0]);
//! ```

mod settings;

use std::borrow::Cow;

use super::score::LEAST_TERMS;
use super::{Digest, Rules, average_link as linking, neighbours, score};
use crate::event::{Census, Terms, Weigher, distinct, terms_of_story};

pub use super::copied::CLASS_LINKS;
pub use super::copies::{BAND_CAP, CopyReader, CopySketch, SAMPLE_CAP, enough_shared};
pub use super::links::{Keep, TRIANGLE_LINKS};
pub use super::pair::PairScorer;
pub use super::score::{NEIGHBOURS, Standing};
pub use super::strangers::Strangers;
pub use settings::named_settings;

pub use crate::event::{Limits, Proposer, WeighedText, cap_list, units};
pub use crate::lsh::bucket_pairs;

/// What orders articles into texts: those with equal first numbers are one text, if they are
/// [recognisable](Digest::is_recognisable); the second number decides which of them represents it.
///
/// ```
/// use retold::story::{Digest, steps::text_key};
/// let [a, b] = ["A storm hit.", "A STORM hit!"].map(|text| text_key(&Digest::of(text)));
/// assert!(a.0 == b.0 && a.1 != b.1);
/// ```
pub fn text_key(digest: &Digest) -> (u64, u64) {
    (digest.titled_wording(), digest.key())
}

/// The terms of a text, each once, ascending.
///
/// ```
/// use retold::{event::{Terms, term_key}, story::steps::term_keys};
/// assert_eq!(term_keys(&Terms::of(None, "A storm, the storm")), [term_key("storm").unwrap()]);
/// ```
pub fn term_keys(terms: &Terms) -> Vec<u32> {
    terms.by_term().map(|term| term[0].key).collect()
}

/// The number of the language a text is in, below 32; 0 for English and where it cannot be told. Terms are
/// [counted](Census::from_language_counts) and [bars](Strangers::bar) are found for each by itself.
///
/// ```
/// use retold::{event::Terms, story::steps::language};
/// let [english, german] = [
///     "The storm hit the coast on Monday and moved on.",
///     "Der Sturm traf die Küste am Montag und zog dann weiter.",
/// ]
/// .map(|text| language(&Terms::of(None, text)));
/// assert!(english == 0 && german > 0);
/// ```
pub fn language(terms: &Terms) -> u8 {
    terms.language_place()
}

/// The passages of a text, each once, ascending.
///
/// ```
/// use retold::{event::Terms, story::steps::passages};
/// assert_eq!(passages(&Terms::of(None, "Read more. A storm. Read more.")).len(), 2);
/// ```
pub fn passages(terms: &Terms) -> Vec<u64> {
    distinct(terms.passages().iter())
}

/// What the texts of one story count for: its terms that several texts of the collection hold, with
/// what is to be summed up over all stories, and its passages, each once.
///
/// ```
/// use retold::event::{Background, Census, Terms};
/// use retold::story::steps::count_story;
/// let texts = ["A storm hit Porto.", "The storm passed."].map(|text| Terms::of(None, text));
/// let census = Census::of(Background::english(), &texts);
/// let (terms, passages) = count_story(&[&texts[0], &texts[1]], &census);
/// assert_eq!((terms[0].1, terms.len(), passages.len()), (256, 1, 2), "only the storm is in both");
/// ```
pub fn count_story(texts: &[&Terms], census: &Census) -> (Vec<(u32, u32)>, Vec<u64>) {
    let common = |key| census.term_documents(key) > 1;
    let terms = terms_of_story(texts.iter().copied(), common);
    let passages = texts.iter().flat_map(|terms| terms.passages());
    (terms, distinct(passages))
}

/// A census made ready to weigh the texts it counted.
///
/// ```
/// use retold::event::{Background, Census, Terms};
/// use retold::story::{Rules, steps::weigher};
/// let terms = Terms::of(None, "A bridge in Porto collapsed on Monday.");
/// let census = Census::of(Background::english(), [&terms, &terms]);
/// assert_eq!(weigher(census, &Rules::default()).weigh(&terms).entries().len(), 4);
/// ```
pub fn weigher(census: Census, rules: &Rules) -> Weigher<'static> {
    Weigher::of(Cow::Owned(census), LEAST_TERMS, rules.candidate_terms)
}

/// Where a text stands, by its scores with others; the best [`NEIGHBOURS`] of them are enough.
///
/// ```
/// use retold::story::steps::standing;
/// assert_eq!(standing([0.4, 0.2, 0.2, 0.0, -0.1]).closeness, standing([0.4, 0.2, 0.2]).closeness);
/// assert!(standing([0.4]).closeness > standing([]).closeness);
/// ```
pub fn standing(scores: impl IntoIterator<Item = f32>) -> Standing {
    let mut nearest = score::Nearest::default();
    scores.into_iter().for_each(|score| nearest.add(score));
    nearest.standing()
}

/// A score set against where both texts stand: what is compared with
/// [`story_threshold`](Rules::story_threshold).
///
/// ```
/// use retold::story::steps::{adjusted, standing};
/// let [crowded, alone] = [standing([0.5; 4]), standing([])];
/// assert!(adjusted(0.5, [crowded, alone]) > adjusted(0.5, [crowded; 2]));
/// ```
pub fn adjusted(score: f32, standings: [Standing; 2]) -> f64 {
    score::adjusted(f64::from(score), standings)
}

/// The pairs among the best of one text's links that reach the bar, up to [`TRIANGLE_LINKS`] of them:
/// both are close to this text, so they are compared though no list proposed them.
///
/// ```
/// use retold::story::steps::triangle_pairs;
/// assert_eq!(triangle_pairs(vec![(0.3, 9), (0.5, 4), (0.2, 7)]), [(4, 9), (4, 7), (7, 9)]);
/// ```
pub fn triangle_pairs(mut links: Vec<(f64, u32)>) -> Vec<(u32, u32)> {
    links.sort_unstable_by(neighbours::best_first);
    links.truncate(TRIANGLE_LINKS);
    let texts: Vec<u32> = links.into_iter().map(|(_, text)| text).collect();
    let others = texts.iter().enumerate();
    let pair = |(n, &a): (usize, &u32)| {
        let pair = move |&b: &u32| (a.min(b), a.max(b));
        texts[n + 1..].iter().map(pair).collect::<Vec<_>>()
    };
    others.flat_map(pair).collect()
}

/// Joins texts 0 to `count` − 1 to stories by links with adjusted scores, in ascending order, each
/// pair once; `together` are those that start in one, and `bars` what each text needs, of two texts
/// the higher one. Says for every text the smallest of its story.
///
/// ```
/// use retold::story::steps::average_link;
/// let links = [(0, 1, 0.5), (1, 2, 0.5), (0, 2, 0.0)];
/// assert_eq!(average_link(3, &links, &[], &[0.4; 3]), [0, 0, 2], "0 and 2 have nothing in common");
/// ```
pub fn average_link(
    count: usize,
    links: &[(u32, u32, f32)],
    together: &[(u32, u32)],
    bars: &[f64],
) -> Vec<u32> {
    linking::average_link(count, links.iter().copied(), together, bars)
}
