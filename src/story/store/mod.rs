//! The embedded store: an index kept in one file, on [redb](https://docs.rs/redb).
//!
//! The file holds each article as it came, with what the index made of it (terms, band keys, words),
//! so that opening reads no text again; its place; and under which key type, settings and version all
//! of it was made. What follows from these (postings, counts, rarities) is made afresh on opening.
//!
//! | table | key | content |
//! |---|---|---|
//! | `meta` | name | the identity of the file, and its counters with the bars of its last clustering |
//! | `articles` | arrival number of the first | articles that came one after another, in a bundle |
//! | `places` | arrival number | story and links, written again when they have changed |
//! | `words` | number of the block | the hashes of 480 words, by the numbers that articles have them under |
//!
//! One commit is one redb transaction: after a crash the file holds all of a commit or nothing of
//! it. redb checks every page on opening; each article, with what was made of it, and each place
//! also carries the frozen checksum.

mod articles;
mod batch;
mod bundle;
mod error;
mod file;
mod key;
mod reading;
mod record;
mod tables;

pub use articles::{StoredArticles, read_articles};
pub use error::StoreError;
pub use key::StoreKey;

pub(super) use batch::Batch;
pub(super) use error::Damage;
pub(super) use file::{File, Identity};
pub(super) use reading::{Contents, Rows};
