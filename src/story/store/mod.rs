//! The embedded store: an index kept in one file, on [redb](https://docs.rs/redb).
//!
//! The file holds what cannot be computed again: each article as it came, its place, and under
//! which key type, settings and version all of it was made. Signatures, terms and postings follow
//! from the articles and are made afresh on opening, so no file can disagree with its texts.
//!
//! | table | key | content |
//! |---|---|---|
//! | `meta` | name | the identity of the file, and its counters |
//! | `articles` | arrival number | the key and the article, written once |
//! | `places` | arrival number | story and links, written again whenever they change |
//!
//! One commit is one redb transaction: after a crash the file holds all of a commit or nothing of
//! it. redb checks every page on opening; each record also carries the frozen checksum.

mod error;
mod file;
mod key;
mod record;

pub use error::StoreError;
pub use key::StoreKey;
pub use record::StoredArticle;

pub(super) use file::{Batch, File, Identity, Row};
