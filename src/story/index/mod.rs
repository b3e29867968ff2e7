//! The live index: stories that take articles one by one.

#[allow(dead_code)] // until the index uses it
mod change;
#[allow(dead_code)] // until the index uses it
mod postings;

pub use change::{Change, StoryId};
