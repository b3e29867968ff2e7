//! Who said it first, and what each version added.

use super::statements::{Statement, Statements};
use crate::article::Date;

/// What one version added to those before it.
///
/// ```
/// use retold::{Article, diff};
/// let versions = [
///     Article::new("The dam broke. Ten people are missing.").with_date("2024-07-25".parse()?),
///     Article::new("The dam broke.").with_date("2024-07-24".parse()?),
/// ];
/// let statements = diff::statements(&versions);
/// let timeline = statements.timeline();
/// assert_eq!((timeline[0].version(), timeline[1].version()), (1, 0));
/// assert_eq!(timeline[1].statements().next().unwrap().to_string(), "Ten people are missing.");
/// # Ok::<(), retold::DateError>(())
/// ```
#[derive(Debug, Clone)]
pub struct Added<'s, 'a> {
    of: &'s Statements<'a>,
    version: usize,
    rows: Vec<usize>,
}

impl<'s, 'a> Added<'s, 'a> {
    /// The version: a number of [`Statements::versions`].
    ///
    /// ```
    /// assert_eq!(retold::diff::statements(&["It rained."]).timeline()[0].version(), 0);
    /// ```
    pub fn version(&self) -> usize {
        self.version
    }

    /// When it was published, where known.
    ///
    /// ```
    /// assert_eq!(retold::diff::statements(&["It rained."]).timeline()[0].date(), None);
    /// ```
    pub fn date(&self) -> Option<Date> {
        self.of.versions().get(self.version)?.date()
    }

    /// The statements that no version before it makes, in reading order.
    ///
    /// ```
    /// let statements = retold::diff::statements(&["It rained.", "It rained. It poured."]);
    /// assert_eq!(statements.timeline()[1].statements().count(), 1);
    /// ```
    pub fn statements(&self) -> impl ExactSizeIterator<Item = Statement<'s, 'a>> {
        let of = self.of;
        self.rows.iter().map(move |&row| Statement { of, row })
    }
}

impl<'a> Statements<'a> {
    /// The versions by date, each with what it added: versions without a date come last, and those
    /// of one moment in the order given.
    ///
    /// ```
    /// let statements = retold::diff::statements(&["It rained.", "It rained."]);
    /// let added: Vec<_> = statements.timeline().iter().map(|a| a.statements().len()).collect();
    /// assert_eq!(added, [1, 0]);
    /// ```
    pub fn timeline(&self) -> Vec<Added<'_, 'a>> {
        let mut order: Vec<usize> = (0..self.versions.len()).collect();
        order.sort_by_key(|&version| self.moment(version));
        let mut rows = vec![Vec::new(); self.versions.len()];
        for row in self.iter() {
            let versions = row.cells().iter().map(|cell| cell.version);
            if let Some(first) = versions.min_by_key(|&version| self.moment(version)) {
                rows[first].push(row.row());
            }
        }
        let added = |version| Added {
            of: self,
            version,
            rows: std::mem::take(&mut rows[version]),
        };
        order.into_iter().map(added).collect()
    }

    /// What orders versions in time.
    fn moment(&self, version: usize) -> (bool, Option<Date>, usize) {
        let date = self.versions[version].date();
        (date.is_none(), date, version)
    }
}

impl Statement<'_, '_> {
    /// The version that made this statement first, by date; nothing if none of those that make it
    /// has a date.
    ///
    /// ```
    /// use retold::{Article, diff};
    /// let versions = [
    ///     Article::new("The dam broke.").with_date("2024-07-25".parse()?),
    ///     Article::new("The dam broke!").with_date("2024-07-24".parse()?),
    /// ];
    /// assert_eq!(diff::statements(&versions).get(0).unwrap().first_seen(), Some(1));
    /// # Ok::<(), retold::DateError>(())
    /// ```
    pub fn first_seen(self) -> Option<usize> {
        let versions = self.cells().iter().map(|cell| cell.version);
        let first = versions.min_by_key(|&version| self.of.moment(version))?;
        self.of.versions[first].date().map(|_| first)
    }
}
