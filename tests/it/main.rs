//! The integration tests, one crate so that they link once.
#![allow(clippy::unwrap_used, reason = "in a test, a panic is the answer")]
#![allow(clippy::float_cmp, reason = "same input, same output, to the last bit")]
#![allow(
    clippy::needless_borrows_for_generic_args,
    reason = "borrowed or not, an article is an article"
)]

mod alignment;
mod bar;
mod changes;
mod circles;
mod clustering;
mod comparison;
mod copies;
mod crash;
mod data;
mod days;
mod diff;
mod engine;
mod event;
mod explain;
mod facts;
mod feeds;
mod files;
mod folding;
mod forge;
mod formats;
mod frozen_hash;
mod furniture;
mod generated;
mod gold;
mod hard_cases;
mod hostile;
mod html;
mod labelled;
mod languages;
mod layers;
mod live;
mod lsh;
mod pitfalls;
#[cfg(feature = "cli")]
mod program;
mod robust;
mod scale;
mod sentences;
mod sketch;
mod soak;
mod statements;
mod store;
mod stories;
mod tables;
mod templates;
mod threads_send_sync;
mod tidy;
mod two_reports;
mod words;

#[path = "../../src/bin/retold/commands/evaluate/metrics.rs"]
#[allow(dead_code, reason = "the tests look at F1 only")]
mod metrics;
