//! One row of a comparison, and what one version says in it.

use std::fmt;
use std::ops::Range;

use super::label::{Label, Telling};
use super::order::Cell;
use super::statements::Statements;
use crate::diff::align::units::Units;
use crate::diff::align::version::Version;
use crate::text;

/// One row: what the versions that make one statement say. It prints as its base's text.
///
/// ```
/// let statements = retold::diff::statements(&["It rained.", "It rained."]);
/// let statement = statements.get(0).unwrap();
/// assert_eq!((statement.len(), statement.to_string()), (2, "It rained.".to_owned()));
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Statement<'s, 'a> {
    pub(crate) of: &'s Statements<'a>,
    pub(crate) row: usize,
}

impl<'s, 'a> Statement<'s, 'a> {
    pub(crate) fn cells(self) -> &'s [Cell] {
        let layout = &self.of.layout;
        &layout.cells[layout.starts[self.row]..layout.starts[self.row + 1]]
    }

    /// Its row, counted from 0.
    ///
    /// ```
    /// let statements = retold::diff::statements(&["It rained. It poured."]);
    /// assert_eq!(statements.only_in(0).last().unwrap().row(), 1);
    /// ```
    pub fn row(self) -> usize {
        self.row
    }

    /// How many versions make it; at least one.
    ///
    /// ```
    /// assert_eq!(retold::diff::statements(&["It rained."]).get(0).unwrap().len(), 1);
    /// ```
    #[expect(
        clippy::len_without_is_empty,
        reason = "no statement is without a version"
    )]
    pub fn len(self) -> usize {
        self.cells().len()
    }

    /// What each version that makes it says, by ascending version.
    ///
    /// ```
    /// let statements = retold::diff::statements(&["It rained.", "Sunny.", "It rained!"]);
    /// let versions: Vec<_> = statements.get(0).unwrap().groups().map(|g| g.version()).collect();
    /// assert_eq!(versions, [0, 2]);
    /// ```
    pub fn groups(self) -> impl ExactSizeIterator<Item = Group<'s, 'a>> {
        let of = self.of;
        self.cells().iter().map(move |cell| Group { of, cell })
    }

    /// What one version says, if it makes this statement.
    ///
    /// ```
    /// let statements = retold::diff::statements(&["It rained.", "Sunny."]);
    /// assert!(statements.get(0).unwrap().group(1).is_none());
    /// ```
    pub fn group(self, version: usize) -> Option<Group<'s, 'a>> {
        let cells = self.cells();
        let at = cells.binary_search_by_key(&version, |cell| cell.version);
        at.ok().map(|at| Group {
            of: self.of,
            cell: &cells[at],
        })
    }

    /// The telling that is nearest to the others; labels and similarities of groups refer to it.
    ///
    /// ```
    /// let statements = retold::diff::statements(&["It rained.", "It rained."]);
    /// assert_eq!(statements.get(0).unwrap().base().similarity(), 1.0);
    /// ```
    pub fn base(self) -> Group<'s, 'a> {
        let cells = self.cells();
        let base = cells.iter().find(|cell| cell.base);
        Group {
            of: self.of,
            cell: base.unwrap_or(&cells[0]),
        }
    }

    /// The farthest label of its groups; nothing if only one version makes it.
    ///
    /// ```
    /// let statements = retold::diff::statements(&["It rained.", "It rained."]);
    /// assert_eq!(statements.get(0).unwrap().label(), Some(retold::diff::Label::Same));
    /// ```
    pub fn label(self) -> Option<Label> {
        let farthest = self.cells().iter().map(|cell| cell.label).max();
        farthest.filter(|_| self.len() > 1)
    }

    /// The lowest similarity of its groups to the base, from 0 to 1.
    ///
    /// ```
    /// let statements = retold::diff::statements(&["It rained.", "It rained."]);
    /// assert_eq!(statements.get(0).unwrap().similarity(), 1.0);
    /// ```
    pub fn similarity(self) -> f64 {
        let all = self.cells().iter().map(|cell| cell.similarity);
        all.fold(1.0, f64::min)
    }

    /// Whether some version tells it at another place than the others do.
    ///
    /// ```
    /// let statements = retold::diff::statements(&["It rained. We left.", "We left. It rained."]);
    /// assert_eq!(statements.iter().filter(|s| s.is_moved()).count(), 1);
    /// ```
    pub fn is_moved(self) -> bool {
        self.cells().iter().any(|cell| cell.moved)
    }
}

impl<'a> Statements<'a> {
    /// All statements in reading order.
    ///
    /// ```
    /// let statements = retold::diff::statements(&["It rained.", "It poured. It rained."]);
    /// let rows: Vec<String> = statements.iter().map(|s| s.to_string()).collect();
    /// assert_eq!(rows, ["It poured.", "It rained."]);
    /// ```
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Statement<'_, 'a>> {
        (0..self.len()).map(|row| Statement { of: self, row })
    }

    /// The statement of a row, counted from 0.
    ///
    /// ```
    /// assert!(retold::diff::statements(&["It rained."]).get(1).is_none());
    /// ```
    pub fn get(&self, row: usize) -> Option<Statement<'_, 'a>> {
        (row < self.len()).then_some(Statement { of: self, row })
    }

    /// The statements that only this version makes.
    ///
    /// ```
    /// let statements = retold::diff::statements(&["It rained.", "It rained. It poured."]);
    /// assert_eq!(statements.only_in(1).next().unwrap().to_string(), "It poured.");
    /// ```
    pub fn only_in(&self, version: usize) -> impl Iterator<Item = Statement<'_, 'a>> {
        self.iter()
            .filter(move |row| row.len() == 1 && row.group(version).is_some())
    }

    /// The part of a version's words that stand in statements another version makes too, agreeing or
    /// not, from 0 to 1; 0 for a version without words.
    ///
    /// ```
    /// let statements = retold::diff::statements(&["It rained.", "It rained. It poured."]);
    /// assert_eq!((statements.coverage(0), statements.coverage(1)), (1.0, 0.5));
    /// ```
    pub fn coverage(&self, version: usize) -> f64 {
        let Some(column) = self.versions.get(version) else {
            return 0.0;
        };
        let mut is_shared = vec![false; column.len()];
        for row in self.iter().filter(|row| row.len() > 1) {
            for &number in row.group(version).iter().flat_map(|group| group.numbers()) {
                is_shared[number] = true;
            }
        }
        let (mut shared, mut all) = (0, 0);
        for (number, is_shared) in is_shared.into_iter().enumerate() {
            let words = text::words(column.sentence(number).unwrap_or_default()).count();
            all += words;
            shared += if is_shared { words } else { 0 };
        }
        if all == 0 {
            0.0
        } else {
            f64::from(shared as u32) / f64::from(all as u32)
        }
    }
}

impl fmt::Display for Statement<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.base().fmt(f)
    }
}

/// The sentences of one version that make one statement: one, or several where it is split.
///
/// It prints as those sentences, with ` … ` where others stand between them.
///
/// ```
/// use retold::diff::Diff;
/// let diff = Diff::between("It rained. It poured.", "It poured.");
/// let left = diff.shared().next().unwrap().left();
/// assert_eq!((left.to_string(), left.numbers()), ("It poured.".to_owned(), &[1][..]));
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Group<'s, 'a> {
    pub(crate) of: &'s Statements<'a>,
    pub(crate) cell: &'s Cell,
}

impl<'s, 'a> Group<'s, 'a> {
    pub(crate) fn row(self) -> usize {
        self.cell.row
    }

    pub(crate) fn units(self) -> &'s Units {
        &self.of.units
    }

    pub(crate) fn source(self) -> &'s Version<'a> {
        &self.of.versions[self.cell.version]
    }

    pub(crate) fn telling(self) -> Telling<'s, 'a> {
        let column = &self.of.units.of[self.cell.version];
        Telling::new(self.source(), column, self.numbers())
    }

    /// Whose words these are: a number of [`Statements::versions`].
    ///
    /// ```
    /// let statements = retold::diff::statements(&["It rained.", "Sunny."]);
    /// assert_eq!(statements.get(1).unwrap().base().version(), 1);
    /// ```
    pub fn version(self) -> usize {
        self.cell.version
    }

    /// The numbers of its sentences in their version, from 0 and ascending; never none.
    ///
    /// ```
    /// let statements = retold::diff::statements(&["It rained. It poured."]);
    /// assert_eq!(statements.get(1).unwrap().base().numbers(), [1]);
    /// ```
    pub fn numbers(self) -> &'s [usize] {
        &self.of.layout.members[self.cell.members.clone()]
    }

    /// The texts of its sentences, as given.
    ///
    /// ```
    /// let statements = retold::diff::statements(&["It rained."]);
    /// assert_eq!(statements.get(0).unwrap().base().texts().collect::<Vec<_>>(), ["It rained."]);
    /// ```
    pub fn texts(self) -> impl Iterator<Item = &'a str> {
        let source = self.source();
        let numbers = self.numbers().iter();
        numbers.filter_map(move |&number| source.sentence(number))
    }

    /// The byte ranges of its sentences in their text.
    ///
    /// ```
    /// let statements = retold::diff::statements(&["It rained. It poured."]);
    /// assert_eq!(statements.get(1).unwrap().base().spans().next(), Some(11..20 + 1));
    /// ```
    pub fn spans(self) -> impl Iterator<Item = Range<usize>> {
        let sentences = self.source().sentences();
        self.numbers()
            .iter()
            .map(|&number| sentences[number].span())
    }

    /// How near its wording is to the base of its row; of the base itself `Same`.
    ///
    /// ```
    /// let statements = retold::diff::statements(&["It rained."]);
    /// assert_eq!(statements.get(0).unwrap().base().label(), retold::diff::Label::Same);
    /// ```
    pub fn label(self) -> Label {
        self.cell.label
    }

    /// Similarity to the base of its row, from 0 to 1; of the base itself 1.
    ///
    /// ```
    /// let statements = retold::diff::statements(&["It rained."]);
    /// assert_eq!(statements.get(0).unwrap().base().similarity(), 1.0);
    /// ```
    pub fn similarity(self) -> f64 {
        self.cell.similarity
    }

    /// Whether this version tells it at another place than the versions before it.
    ///
    /// ```
    /// let statements = retold::diff::statements(&["It rained."]);
    /// assert!(!statements.get(0).unwrap().base().is_moved());
    /// ```
    pub fn is_moved(self) -> bool {
        self.cell.moved
    }

    /// Whether its sentences have their place in another row, and this row holds them too: they say what
    /// both rows say.
    ///
    /// ```
    /// let statements = retold::diff::statements(&["It rained."]);
    /// assert!(!statements.get(0).unwrap().base().is_repeated());
    /// ```
    pub fn is_repeated(self) -> bool {
        self.cell.again
    }

    /// Its text in pieces that slice the source: sentences that follow each other are one.
    pub(crate) fn pieces(self) -> Vec<&'a str> {
        let source = self.source();
        let text = source.article().text();
        let mut pieces = Vec::new();
        for run in self.numbers().chunk_by(|a, b| a + 1 == *b) {
            let sentences = source.sentences();
            let span = sentences[run[0]].start..sentences[run[run.len() - 1]].end;
            if !pieces.is_empty() {
                pieces.push(" … ");
            }
            pieces.extend(text.get(span));
        }
        pieces
    }
}

impl fmt::Display for Group<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.pieces()
            .into_iter()
            .try_for_each(|piece| f.write_str(piece))
    }
}
