//! Comparisons as plain text, as web pages, and (feature `serde`) as JSON.
//!
//! [`Diff`](crate::diff::Diff) and [`Statements`](crate::diff::Statements) print as plain text and
//! have `to_html`; [`Page`] adds a title, figures and the way back to an index.
//!
//! ```
//! use retold::{diff::Diff, view::Page};
//! let diff = Diff::between("It rained.", "It poured.");
//! assert!(diff.to_string().starts_with("0 statements shared"));
//! assert!(Page::new().title("Rain").diff(&diff).starts_with("<!doctype html>"));
//! ```

mod html;
#[cfg(feature = "serde")]
mod json;
mod odd;
mod text;

pub use html::{Entry, Page};
pub use text::Marks;
