//! Links between articles, and the stories they make.
//!
//! Each article is read once, into a [`Digest`]. From digests on, clustering is a chain of pure
//! functions over plain records, the [`steps`]: batch, live index and the link of two articles call the
//! same ones, so they agree, and an engine that spreads the work over machines can too.
//!
//! | to change | see |
//! |---|---|
//! | what two texts score, and how dates count | `score` |
//! | what a score is set against, and the bar | `frozen`, `bar` |
//! | what makes two texts copies | `copied`, `copies` |
//! | which pairs are scored | `links`, and `event` |
//! | how groups are joined | `average_link` |
//! | the live index, its file | `index`, `store` |
//!
//! # How scores are frozen
//!
//! What a term weighs depends on all articles at hand. Every clustering takes these counts once and
//! judges all pairs by them, so within one result no article's place depends on when another came.
//! A live index cannot count anew at each insertion: in between it judges by the background table
//! and the oldest texts it holds, and by all of them whenever it regroups.
//!
//! # The bar
//!
//! A score means little by itself: round-ups of one election have its names in common whatever day
//! they tell of. So what two articles need follows from the collection. After the first pass each
//! article is asked how close the four nearest articles of *other* stories come; the bar lies as far
//! above the mean of that as [`story_threshold`](Rules::story_threshold) lies above what is usual in
//! the news. It is found once per clustering and language, and [`Explanation`] says what it was. Where
//! nothing is clustered yet, and for two articles alone, it is the usual one; a live index keeps the
//! bar of its last [`recluster`](StoryIndex::recluster).
//!
//! The background table is believed in the same spirit, by what it knows: where it has most of the
//! words that recur it counts for 6,000 articles, in another language for 60.
//!
//! # Days
//!
//! A follow-up of three weeks later tells the same event if it names the same day; two crashes on one
//! road in a week do not if one was on Monday and the other on Wednesday. So *on Monday* and *3 March*
//! are read against the date of publication, in every language whose days are known. Articles of one day
//! in common count as of the same day. Articles that name days, none the same, and were not published
//! at the same time lose about a fifth of their score. Of labelled local news published more than ten
//! days apart, 9 in 10 of the alike pairs that name one day are one event, and 1 in 10 of the others.
//!
//! # How good it is
//!
//! `retold evaluate SET.jsonl` says it for labelled articles of your own, B-cubed and pairwise F1.
//!
//! The constants (what closeness is usual, for how many articles that counts, the allowance for
//! large stories, the weight of names) were chosen over all sets at once, by a trial of some hundred
//! settings; each stands on a plateau. A bar for each article by its own strangers was worse (a story
//! torn in two calls its other half strangers), and so was taking off what each article has in common
//! with any: it tears a collection of one story apart.
//!
//! Where your own articles are labelled, `retold evaluate SET.jsonl --threshold 0.16..=0.184 --step
//! 0.004` finds which threshold fits them; higher means fewer wrong joins and more stories torn apart.

mod average_link;
mod bar;
mod boilerplate;
mod closest;
mod clustering;
mod copied;
mod copies;
mod digest;
mod evidence;
mod explain;
mod few;
mod frozen;
mod index;
mod link;
mod links;
mod neighbours;
mod pair;
mod passages;
mod records;
mod regions;
mod rules;
mod score;
pub mod steps;
#[cfg(feature = "store")]
mod store;
mod stories;
mod strangers;
mod texts;

pub use copies::{Copies, CopyFinder, CopyLink};
pub use digest::Digest;
pub use explain::{Explanation, Reason};
pub use index::{
    Change, CopyMatch, IndexStats, InsertError, Match, Placement, StoryId, StoryIndex,
};
pub use link::{Link, SharedTerm};
pub use passages::SharedPassage;
pub use records::{LinkRecord, LinkRecords};
pub use rules::Rules;
#[cfg(feature = "store")]
pub use store::{StoreError, StoreKey, StoredArticles, read_articles};
pub use stories::{Stories, Story};

pub(crate) use boilerplate::read_without;
pub(crate) use clustering::group;
pub(crate) use copies::LEAST_EXCERPT;
pub(crate) use digest::DigestReader;
pub(crate) use texts::Texts;
