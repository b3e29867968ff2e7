//! Finds news articles that retell the same event and shows what each version shares, rewords or adds.
//!
//! One crate, one machine: no model, no server, no network. Every result can be explained. Start with
//! these:
//!
//! * [`compare`] judges two reports and aligns them sentence by sentence.
//! * [`Detector::cluster`] groups any number of articles into stories.
//! * [`StoryIndex`] takes articles one by one and follows the stories they form.
//! * [`diff::statements`] lays many versions of one report side by side.
//!
//! # Example: two reports
//!
//! ```
//! let first = "The mill burned down on Monday night. At least 12 people were hurt, police said.";
//! let second = "At least 15 people were hurt, police said. The mill burned down on Monday night.";
//!
//! let comparison = retold::compare(first, second);
//! assert!(comparison.same_story());
//!
//! let diff = comparison.diff();
//! let shared: Vec<String> = diff.shared().map(|pair| pair.to_string()).collect();
//! assert_eq!(shared[1], "At least [-12-]{+15+} people were hurt, police said.");
//! assert_eq!(diff.facts()[0].left, "12 people");
//! ```
//!
//! Neither side counts as the older one: they are left and right, and swapping them mirrors the result.
//! Every text that a comparison returns is a slice of your own.
//!
//! # Example: many articles
//!
//! Any string is an article, and so is a pair of title and text. An [`Article`] carries a title, a date
//! and a source where you know them; an [`OwnedArticle`] holds them itself. Implement [`AsArticle`] to
//! use a record of your own.
//!
//! ```
//! use retold::{Article, Date, Detector};
//!
//! let day: Date = "2024-03-04".parse()?;
//! let articles = [
//!     Article::new("A ferry ran aground off Ardmore on Sunday with 84 passengers. The coastguard \
//!         took them ashore by helicopter.").with_date(day),
//!     Article::new("Shares in Oakwell Bank fell by a tenth after it cut its forecast.").with_date(day),
//!     Article::new("Coastguard helicopters lifted all 84 passengers from a ferry that had run aground \
//!         near Ardmore.").with_date(day),
//! ];
//! let stories = Detector::new().cluster(&articles);
//! assert_eq!(stories.len(), 2);
//! assert_eq!(stories.number_of(0), stories.number_of(2));
//! # Ok::<(), retold::DateError>(())
//! ```
//!
//! [`Detector::link`] says why two articles belong together or not: both scores, the threshold, and the
//! words behind them. [`Detector::builder`] changes settings and checks them all.
//!
//! # Example: a feed
//!
//! ```
//! use retold::StoryIndex;
//!
//! let mut index = StoryIndex::new();
//! let first = index.insert("wire-1", "A bridge in Porto collapsed on Monday, killing three workers.")?;
//! let second = index.insert("paper-9", "Three workers died when the Porto bridge collapsed.")?;
//! assert_eq!(first.story(), second.story());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! A [`StoryId`] stays with a story while it grows, splits and merges; each insertion says what changed.
//! Call [`StoryIndex::recluster`] now and then: it gives the stories that a batch of the same articles
//! would give.
//!
//! # Copies and retellings
//!
//! A *copy* has much of another article's text: a reprint, an update, an excerpt. A *retelling* reports
//! the same event in other words, and often shares hardly a phrase with it. So each article is read once
//! and answers two questions. The copy channel compares sets of word shingles by `MinHash` signatures and
//! bands ([`sketch`], [`lsh`]). The event channel compares weighted words, names and numbers ([`event`]).
//! In both, a shortcut only proposes candidates; each is verified exactly before it counts.
//!
//! # The layers
//!
//! Most users need none of the modules. They hold plain functions over plain records, for those who run
//! the same work on many machines or want one part of it. Each layer uses only those above it:
//!
//! | module | holds |
//! |---|---|
//! | [`hash`] | the frozen 64-bit hash behind all stored or exchanged results |
//! | [`text`] | words, sentences and quotations, with spans into the text |
//! | [`sketch`] | shingles, exact similarity of sets, `MinHash` signatures |
//! | [`lsh`] | banding plans, band keys and tables, union of links |
//! | [`event`] | weighted terms of an article, rarity of words |
//! | [`story`] | links, copies, stories, the live index |
//! | [`diff`] | alignment, word diff, facts that differ, statements × versions |
//! | [`view`] | comparisons, statements and stories as text, HTML and JSON |
//!
//! # Words used
//!
//! * **Article**: one report as published. **Story**: all articles that report the same event. In
//!   research on topic detection a "story" is one document; here it never is.
//! * **Jaccard** and **containment** are exact measures of sets. What a signature gives is called an
//!   estimate.
//! * **Score**: the number that is compared with a threshold.
//! * **Statement**: the sentences of one or more versions that say the same thing.
//!
//! # What you can rely on
//!
//! * The same articles give the same result in any order, on any number of threads, on any machine.
//! * Calls that take text cannot fail and never panic. Settings can fail ([`SettingError`]), and so can
//!   stored bytes ([`FormatError`]); each error names what is wrong.
//! * Spans slice your own text. No character is cut in two.
//!
//! # Crate features
//!
//! * **`rayon`** (on by default): work on all cores. Results are the same without it.
//! * **`serde`**: `Serialize` for results, and `Deserialize` for [`OwnedArticle`] and [`Date`].
//! * **`store`**: an index kept in one file on disk.
//! * **`cli`**: the program `retold`; a library has no use for it.
#![cfg_attr(docsrs, feature(doc_cfg))]
#![deny(clippy::print_stdout, clippy::print_stderr)]

pub mod diff;
pub mod event;
pub mod guide;
pub mod hash;
pub mod lsh;
pub mod sketch;
pub mod story;
pub mod text;
pub mod view;

mod article;
mod detector;
mod error;
#[cfg_attr(
    not(feature = "store"),
    allow(dead_code, reason = "some readers serve the store alone")
)]
mod frame;
#[allow(dead_code, reason = "not all that is known of languages is used yet")]
#[allow(
    clippy::unreadable_literal,
    clippy::unicode_not_nfc,
    clippy::match_same_arms,
    reason = "tables as they are read, one row for each thing that is known"
)]
mod language;
mod parallel;
mod table;

pub use article::{Article, AsArticle, Date, DateError, OptionalText, OwnedArticle};
pub use detector::{Comparison, Detector, DetectorBuilder, Relation, compare};
pub use error::{FormatError, SettingError};
pub use language::Language;
#[doc(inline)]
pub use story::{Stories, Story, StoryId, StoryIndex};

/// Runs the code blocks of the README as tests.
#[doc = include_str!("../README.md")]
#[cfg(doctest)]
#[derive(Debug)]
pub struct ReadmeDoctests;
