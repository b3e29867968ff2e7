//! What versions of one report share, reword, move and add, sentence by sentence.
//!
//! [`statements`] lays any number of versions side by side: each row is one [`Statement`], each
//! column a version, each cell the sentence of that version that makes the statement, or the
//! several it is split into. [`Diff`] is the same for two versions, a left and a right one, with
//! the facts that differ; neither side is the older.
//!
//! ```
//! use retold::diff::{Diff, Label};
//!
//! let diff = Diff::between(
//!     "The fire began at noon. At least 12 people died in the mill. Police are looking for witnesses.",
//!     "At least 17 people died in the mill. The fire began at noon. The owner was arrested.",
//! );
//! let labels: Vec<_> = diff.shared().map(|pair| pair.label()).collect();
//! assert_eq!(labels, [Label::Same, Label::Edited]);
//! assert_eq!(diff.right_only().next().unwrap().to_string(), "The owner was arrested.");
//! ```

pub mod facts;

mod align;
mod change;
mod changes;
mod rows;
mod words;

pub use align::Version;
pub use change::{Change, ChangeKind, Relation};
pub use changes::Added;
pub use rows::{
    Diff, DiffRow, Group, Label, Pair, Statement, Statements, statements, statements_with,
};
pub use words::{QuoteLabel, QuotePair, Run, agreement};
