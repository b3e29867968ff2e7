//! Finds news articles that retell the same event and shows what each telling shares, rewords or
//! adds.
//!
//! ```
//! let comparison = retold::compare("A storm hit the coast on Monday.", "A storm hit the town.");
//! assert!(comparison.jaccard() > 0.0);
//! ```
#![cfg_attr(docsrs, feature(doc_cfg))]
#![deny(clippy::print_stdout, clippy::print_stderr)]

pub mod diff;
pub mod event;
pub mod hash;
pub mod lsh;
pub mod sketch;
pub mod story;
pub mod text;

mod article;
mod detector;
mod error;
#[allow(dead_code)] // used as the formats arrive
mod frame;
mod parallel;

pub use article::{Article, AsArticle, Date, DateError};
pub use detector::{Comparison, Detector, DetectorBuilder, Relation, compare};
pub use error::{FormatError, SettingError};
pub use story::{Stories, Story};

/// Runs the code blocks of the README as tests.
#[doc = include_str!("../README.md")]
#[cfg(doctest)]
#[derive(Debug)]
pub struct ReadmeDoctests;
