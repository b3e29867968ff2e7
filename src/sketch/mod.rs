//! The copy channel's view of a text: its word shingles, and a signature that estimates how many
//! of them two texts share.

mod set;

pub use set::ShingleSet;
