//! Links between articles, and the stories they make.
//!
//! Each article is read once, into a [`Digest`]. From digests on, clustering is one pure function:
//! a batch and a live index call the same, so they agree.
//!
//! # How scores are frozen
//!
//! What a term weighs depends on all articles at hand. Every clustering takes these counts once and
//! judges all pairs by them, so within one result no article's place depends on when another came.
//! A live index keeps the counts of its last regrouping until the next one.

mod average_link;
mod clustering;
mod copied;
mod copies;
mod digest;
mod explain;
mod index;
mod link;
mod neighbours;
mod passages;
mod records;
mod regions;
mod rules;
mod score;
mod scorer;
#[cfg(feature = "store")]
mod store;
mod stories;
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
pub use store::{StoreError, StoreKey, StoredArticle};
pub use stories::{Stories, Story};

pub(crate) use clustering::Weighed;
pub(crate) use digest::DigestReader;
pub(crate) use texts::Texts;
