//! Many versions in plain text: each statement and who makes it.

use std::fmt::{self, Display, Formatter};

use super::{OneLine, count, write_change};
use crate::diff::{Change, Group, Statements};

/// Each statement with the versions that make it, as numbers from 1.
impl Display for Statements<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let versions = self.versions().len();
        writeln!(
            f,
            "{}, {}, {} in all of them.",
            count(versions, "version"),
            count(self.len(), "statement"),
            self.shared_by_all().count(),
        )?;
        for version in 0..versions {
            let column = &self.versions()[version];
            let label = column.label().unwrap_or("without a name");
            write!(f, "  {}: {label}", version + 1)?;
            if let Some(date) = column.date() {
                write!(f, ", {date}")?;
            }
            let shared = 100.0 * self.coverage(version);
            writeln!(f, ", {shared:.0} % of its words stand in others too")?;
        }
        let mut facts = self.changes();
        facts.retain(Change::is_fact);
        for fact in facts.iter().filter(|fact| fact.in_titles) {
            f.write_str("  titles ")?;
            write_other(f, fact)?;
        }
        for row in self.iter() {
            let told: Vec<_> = row.groups().map(Group::version).collect();
            writeln!(f, "  [{}] {}", Numbers(&told), OneLine(row))?;
            for fact in facts.iter().filter(|fact| fact.row == Some(row.row())) {
                f.write_str("     ")?;
                write_other(f, fact)?;
            }
        }
        Ok(())
    }
}

/// A fact of many versions, with the numbers of those that tell it otherwise.
fn write_other(f: &mut Formatter<'_>, fact: &Change<'_>) -> fmt::Result {
    write_change(fact, f)?;
    let mut versions = vec![fact.versions[1]];
    versions.extend(&fact.others);
    writeln!(f, " [{}]", Numbers(&versions))
}

/// Versions by their numbers, from 1.
struct Numbers<'v>(&'v [usize]);

impl Display for Numbers<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for (at, version) in self.0.iter().enumerate() {
            let space = if at > 0 { " " } else { "" };
            write!(f, "{space}{}", version + 1)?;
        }
        Ok(())
    }
}
