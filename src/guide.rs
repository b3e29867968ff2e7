//! Guides: how to choose a threshold, and where to find what other tools call otherwise.
//!
//! * [`choose_a_threshold`]: from labels, or from a few articles you know.
//! * [`coming_from`]: the calls of datasketch, text-dedup and gaoya, and what does the same here.

#[doc = include_str!("guide/choose_a_threshold.md")]
pub mod choose_a_threshold {}

#[doc = include_str!("guide/coming_from.md")]
pub mod coming_from {}
