//! Any number of versions: who says what, what differs, what came when, every wording.

mod changes;
mod matrix;
mod timeline;
mod versions;
mod wordings;

use std::fmt::{self, Display};

use super::escape::Text;
use super::{Figure, Part, label_of, names_of};
use crate::diff::{Change, Label, Statement, Statements};

pub(super) struct Body<'d, 'a> {
    statements: &'d Statements<'a>,
    names: Vec<String>,
    changes: Vec<Change<'a>>,
}

impl<'d, 'a> Body<'d, 'a> {
    pub(super) fn new(statements: &'d Statements<'a>) -> Self {
        Self {
            statements,
            names: names_of(statements.versions()),
            changes: changes::of(statements),
        }
    }

    pub(super) fn figures(&self) -> [Figure; 5] {
        let alone = self.statements.iter().filter(|row| row.len() == 1);
        let facts = self.changes.iter().filter(|change| change.is_fact());
        [
            ("versions", self.names.len()),
            ("statements", self.statements.len()),
            ("said by all", self.statements.shared_by_all().count()),
            ("said by one only", alone.count()),
            ("facts that differ", facts.count()),
        ]
    }

    pub(super) fn parts(&self) -> Vec<Part> {
        let mut parts = vec![matrix::PART, changes::PART, versions::PART];
        parts.extend(self.has_timeline().then_some(timeline::PART));
        parts.extend(self.reworded().next().map(|_| wordings::PART));
        parts
    }

    /// The statements that more than one version makes, and not all in the same words.
    fn reworded(&self) -> impl Iterator<Item = Statement<'d, 'a>> {
        let rows = self.statements.iter();
        rows.filter(|row| self.is_reworded(*row))
    }

    /// Whether a statement has several wordings. Signs can differ where the words are the same.
    fn is_reworded(&self, row: Statement<'_, '_>) -> bool {
        row.label().is_some_and(|label| label != Label::Same)
            || self
                .changes
                .iter()
                .any(|change| change.row == Some(row.row()))
    }

    fn name(&self, version: usize) -> Text<'_> {
        Text(self.names.get(version).map_or("", String::as_str))
    }

    /// What a version is called where its date stands beside.
    fn label(&self, version: usize) -> Text<'_> {
        let of = self.statements.versions().get(version);
        Text(
            of.and_then(label_of)
                .unwrap_or_else(|| self.names.get(version).map_or("", String::as_str)),
        )
    }

    /// The names of some versions, each a link to what is known of it.
    fn write_names(&self, f: &mut fmt::Formatter<'_>, versions: &[usize]) -> fmt::Result {
        for (at, &version) in versions.iter().enumerate() {
            let comma = if at > 0 { ", " } else { "" };
            let (name, number) = (self.name(version), version + 1);
            if self.is_wide() {
                // Links in every line would be most of the page.
                write!(f, "{comma}<bdi lang=\"\">{name}</bdi>")?;
            } else {
                write!(
                    f,
                    "{comma}<a href=\"#version-{number}\"><bdi lang=\"\">{name}</bdi></a>"
                )?;
            }
        }
        Ok(())
    }
}

impl Display for Body<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write_matrix(f)?;
        self.write_changes(f)?;
        self.write_versions(f)?;
        if self.has_timeline() {
            self.write_timeline(f)?;
        }
        if self.reworded().next().is_some() {
            self.write_wordings(f)?;
        }
        Ok(())
    }
}
