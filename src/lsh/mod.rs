//! Banding: which signatures to compare at all (*Mining of Massive Datasets*, ch. 3.4).
//!
//! A signature is cut into bands of some rows; two texts are *candidates* if all rows of some band
//! agree. [`Banding`] plans how many bands of how many rows, from a similarity and a recall wanted
//! there. Candidates come from [`BandKeys`] (all pairs of a batch, by sorting) or from a
//! [`BandTable`] (lookups; articles come and go). None is believed before the texts themselves are compared.
//!
//! Everything here is a plain function over plain numbers, so that many machines can share the
//! work: compute [`Banding::band_keys`] anywhere, group by key with any engine, verify, and unite
//! the links of all parts with [`connect`].

mod background;
mod banding;
mod connect;
mod keys;
mod table;

pub use background::NEWS_BACKGROUND;
pub use banding::Banding;
pub use connect::{Groups, connect};
pub use keys::{BandKeys, BandPairs, bucket_pairs};
pub(crate) use keys::{repeated, shorten};
pub use table::{BandMatches, BandTable};
