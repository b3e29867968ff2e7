//! Statements × versions: which sentences make one row, in which order rows are read, and what can
//! be asked of them.

mod build;
mod diff;
mod label;
mod order;
mod pair;
mod statement;
mod statements;

pub use diff::{Diff, DiffRow};
pub use label::Label;
pub use pair::Pair;
pub use statement::{Group, Statement};
pub use statements::{Statements, statements, statements_with};
