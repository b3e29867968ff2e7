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
mod census;
mod counted;
mod counts;
mod math;
mod particulars;
mod postings;
mod space;
mod stem;
mod tellings;
mod terms;
mod vector;

pub use background::{Background, BackgroundBuilder};
pub use census::Census;
pub use postings::{Candidates, Limits};
pub use stem::{is_stop_word, stem, term_key};
pub use terms::{Marks, Terms};
pub use vector::TermVector;

pub(crate) use census::Scale;
pub(crate) use math::{exp, ln};
pub(crate) use particulars::{Common, Makeup};
pub(crate) use space::{Space, Spread};
pub(crate) use stem::{is_stop_hash, key_of};
pub(crate) use terms::{Occurrences, Reader, spell};
