//! Who said it first, and what each version added.

use crate::article::Date;
use crate::diff::rows::{Pair, Statement, Statements};

/// What one version added to those before it.
///
/// ```
/// use retold::{Article, diff};
/// let versions = [
///     Article::new("The dam broke. Ten people are missing.").with_date("2024-07-25".parse::<retold::Date>()?),
///     Article::new("The dam broke.").with_date("2024-07-24".parse::<retold::Date>()?),
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
    /// Rows it tells otherwise than the last version before it that makes them, and that version.
    retold: Vec<(usize, usize)>,
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

    /// The statements it tells otherwise than the last version before it that makes them, with other
    /// facts or mostly in words of its own: that version left, this one right.
    ///
    /// ```
    /// let statements = retold::diff::statements(&["The fire killed 12 people.", "The fire killed 17 people."]);
    /// let timeline = statements.timeline();
    /// let changed = timeline[1].changed().next().unwrap();
    /// assert_eq!(changed.to_string(), "The fire killed [-12-]{+17+} people.");
    /// assert_eq!(changed.facts()[0].left, "12 people");
    /// ```
    pub fn changed(&self) -> impl Iterator<Item = Pair<'s, 'a>> {
        let (of, version) = (self.of, self.version);
        let pairs = self
            .retold
            .iter()
            .filter_map(move |&(row, before)| Statement { of, row }.pair(before, version));
        pairs.filter(|pair| pair.is_mostly_new() || !pair.facts().is_empty())
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
        let mut added: Vec<Added<'_, 'a>> =
            order.iter().map(|&version| self.added(version)).collect();
        let mut place = vec![0; order.len()];
        for (at, &version) in order.iter().enumerate() {
            place[version] = at;
        }
        for row in self.iter() {
            let mut tellings: Vec<_> = row.cells().iter().collect();
            tellings.sort_by_key(|cell| place[cell.version]);
            let first = tellings.first().map(|cell| place[cell.version]);
            if let Some(first) = first {
                added[first].rows.push(row.row());
            }
            for pair in tellings.windows(2) {
                let [before, after] = [pair[0], pair[1]];
                if self.units_of(before) != self.units_of(after) {
                    let retold = &mut added[place[after.version]].retold;
                    retold.push((row.row(), before.version));
                }
            }
        }
        added
    }

    fn added(&self, version: usize) -> Added<'_, 'a> {
        Added {
            of: self,
            version,
            rows: Vec::new(),
            retold: Vec::new(),
        }
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
    ///     Article::new("The dam broke.").with_date("2024-07-25".parse::<retold::Date>()?),
    ///     Article::new("The dam broke!").with_date("2024-07-24".parse::<retold::Date>()?),
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
