//! Sentences of several versions that may say the same: what is compared, which pairs are worth a
//! look, and how much the two of a pair say the same.

pub(crate) mod candidates;
pub(crate) mod context;
pub(crate) mod figures;
pub(crate) mod known;
pub(crate) mod repeats;
pub(crate) mod scorer;
pub(crate) mod sets;
pub(crate) mod units;
pub(crate) mod version;

mod evidence;
mod number_set;
mod quoted;
mod reader;
mod rims;

pub use version::Version;
