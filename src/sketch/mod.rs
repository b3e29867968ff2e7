//! The copy channel's view of a text: its word shingles, and a signature that estimates how many
//! of them two texts share.
//!
//! A shingle is a run of `n` words, kept as one 64-bit hash (*Mining of Massive Datasets*, ch. 3.2).
//! [`Shingles`] reads them off a text again and again without allocating, [`ShingleSet`] compares
//! them exactly, and [`MinHasher`] condenses them into a [`Signature`] of a fixed size.

mod bins;
mod minhash;
mod set;
mod shingles;
mod signature;

pub use minhash::MinHasher;
pub use set::ShingleSet;
pub(crate) use set::{ratio, sort_distinct};
pub use shingles::Shingles;
pub use signature::Signature;
