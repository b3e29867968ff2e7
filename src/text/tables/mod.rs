//! What is known of each character, generated and then frozen: words, their folded forms and so every
//! stored hash rest on it, and must not move with a compiler or a dependency.
//!
//! `tests/it/tables.rs` holds how they were made, and that they are what their sources say.

pub(super) mod boundary;
pub(super) mod canonical;
pub(super) mod case;
pub(crate) mod class;
