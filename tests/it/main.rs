//! The integration tests, one crate so that they link once.

mod data;
mod frozen_hash;
mod sentences;
