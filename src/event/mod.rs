//! The event channel: what an article is about, however it is worded.
//!
//! [`Terms`] are an article's words with what is known of them from that article alone. A
//! [`Census`] of many articles, blended with a [`Background`] table, makes weights of them: a
//! [`TermVector`], compared by its cosine. [`Candidates`] are the pairs worth it.
//!
//! ```
//! use retold::event::{Background, Census, Terms};
//!
//! let census = Census::alone(Background::english());
//! let [a, b, c] = [
//!     "A bridge in Porto collapsed on Monday, killing 3.",
//!     "Three people died when the Porto bridge collapsed.",
//!     "Shares in Porto rose on Monday.",
//! ]
//! .map(|text| census.weigh(&Terms::of(None, text)));
//! assert!(a.cosine(&b) > a.cosine(&c));
//! ```

mod background;
mod boilerplate;
mod by_story;
mod census;
mod counts;
mod days;
mod fading;
mod math;
mod particulars;
mod populations;
mod postings;
mod space;
mod stem;
mod terms;
mod vector;
mod weigher;
mod weights;

pub(crate) use background::KNOWN_LANGUAGE;
pub use background::{Background, BackgroundBuilder};
pub use census::Census;
pub use postings::{Candidates, Limits, Proposer, cap_list, units};
pub use stem::{is_stop_word, stem, term_key};
pub use terms::{Marks, Terms};
pub use vector::TermVector;
pub use weigher::{WeighedText, Weigher};

pub(crate) use by_story::{distinct, terms_of_story};
pub(crate) use days::Days;
pub(crate) use fading::Fading;
pub(crate) use math::{exp, ln};
pub(crate) use particulars::{Common, Makeup};
pub(crate) use populations::prior;
pub(crate) use space::Space;
pub(crate) use stem::{is_stop_hash, key_of};
pub(crate) use terms::{Occurrences, Reader, spell};
pub(crate) use vector::few_terms_factor;
pub(crate) use weigher::{Spread, Weighed};
pub(crate) use weights::{Scale, term_weights};
