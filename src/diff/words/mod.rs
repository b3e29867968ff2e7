//! Texts compared word by word: how wordings are read, what two of them have in common order, how
//! much a word tells, and which quotations two texts share.

pub(crate) mod keys;
pub(crate) mod lcs;
pub(crate) mod quotes;
pub(crate) mod rarity;
pub(crate) mod runs;
pub(crate) mod senses;

mod agreement;

pub use agreement::agreement;
pub use quotes::{QuoteLabel, QuotePair};
pub use runs::Run;
