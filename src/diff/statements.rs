//! The comparison of any number of versions: statements as rows, versions as columns.

use std::fmt;
use std::ops::Range;

use super::label::Label;
use super::pair::Pair;
use super::units::Units;
use super::version::Version;
use super::{candidates, order, rows};
use crate::article::{Article, AsArticle};
use crate::event::Background;
use crate::text::{self, NewsSentences, SplitSentences};

/// Versions laid side by side: what each says, in rows of what says the same.
///
/// Every sentence of every version stands in exactly one row.
///
/// ```
/// use retold::diff;
/// let statements = diff::statements(&[
///     "The dam broke on Monday. Nobody was hurt.",
///     "The dam broke on Monday. Ten people were moved to a school.",
///     "The dam broke on Monday. Nobody was hurt.",
/// ]);
/// let shared: Vec<String> = statements.shared_by_all().map(|s| s.to_string()).collect();
/// assert_eq!(shared, ["The dam broke on Monday."]);
/// assert_eq!(statements.only_in(1).count(), 1);
/// ```
#[derive(Debug, Clone)]
pub struct Statements<'a> {
    pub(super) versions: Vec<Version<'a>>,
    /// Row by row, and in a row by ascending version.
    pub(super) cells: Vec<Cell>,
    /// Where each row begins in `cells`, and behind them the end of the last.
    pub(super) starts: Vec<usize>,
    /// Sentence numbers of all cells.
    pub(super) members: Vec<usize>,
    pub(super) related: Vec<RelatedRows>,
    pub(super) units: Units,
}

/// One version's part in a row.
#[derive(Debug, Clone)]
pub(super) struct Cell {
    pub(super) version: usize,
    /// Its sentence numbers, as a range of `Statements::members`.
    pub(super) members: Range<usize>,
    /// Against the row's base; of the base itself `Same` and 1.
    pub(super) label: Label,
    pub(super) similarity: f64,
    pub(super) moved: bool,
    pub(super) base: bool,
}

/// Two rows of one version each that may say the same.
#[derive(Debug, Clone, Copy)]
pub(super) struct RelatedRows {
    pub(super) left: usize,
    pub(super) right: usize,
    pub(super) similarity: f64,
}

/// Compares any number of versions sentence by sentence.
///
/// The rows come in reading order. Which sentences make a statement does not depend on the order of
/// the versions.
///
/// ```
/// let statements = retold::diff::statements(&["It rained.", "It rained. It poured."]);
/// assert_eq!(statements.len(), 2);
/// ```
pub fn statements<A: AsArticle>(versions: &[A]) -> Statements<'_> {
    statements_with(versions, &NewsSentences)
}

/// Compares any number of versions whose sentences are found by `splitter`.
///
/// ```
/// use retold::diff;
/// use retold::text::{Sentence, SentenceKind};
/// let lines = |text: &str| {
///     let whole = Sentence { start: 0, end: text.len(), kind: SentenceKind::Prose };
///     vec![whole]
/// };
/// assert_eq!(diff::statements_with(&["One. Two."], &lines).len(), 1);
/// ```
pub fn statements_with<'a, A: AsArticle>(
    versions: &'a [A],
    splitter: &impl SplitSentences,
) -> Statements<'a> {
    let articles = versions.iter().map(AsArticle::as_article);
    Statements::split_by(articles, splitter, &Background::english())
}

impl<'a> Statements<'a> {
    pub(crate) fn split_by(
        articles: impl IntoIterator<Item = Article<'a>>,
        splitter: &impl SplitSentences,
        background: &Background,
    ) -> Self {
        let column = |article: Article<'a>| Version::new(article, splitter.split(article.text()));
        let versions: Vec<_> = articles.into_iter().map(column).collect();
        let units = Units::of(&versions, background);
        let mut links = candidates::links(&units);
        super::context::support(&units, &mut links);
        let rows = rows::build(&units, &links);
        order::lay_out(versions, units, &rows)
    }

    pub(super) fn units_of(&self, cell: &Cell) -> Vec<usize> {
        let column = &self.units.of[cell.version];
        let numbers = self.members[cell.members.clone()].iter();
        numbers.map(|&number| column[number]).collect()
    }

    /// The versions, in the order given.
    ///
    /// ```
    /// assert_eq!(retold::diff::statements(&["One.", "Two."]).versions().len(), 2);
    /// ```
    pub fn versions(&self) -> &[Version<'a>] {
        &self.versions
    }

    /// How many statements there are.
    ///
    /// ```
    /// assert_eq!(retold::diff::statements(&["It rained.", "It rained."]).len(), 1);
    /// ```
    pub fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// Whether no version has a sentence.
    ///
    /// ```
    /// assert!(retold::diff::statements(&["", " "]).is_empty());
    /// ```
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

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

    /// The statements that at least `count` versions make.
    ///
    /// ```
    /// let statements = retold::diff::statements(&["It rained.", "It rained.", "Sunny day."]);
    /// assert_eq!(statements.shared_by(2).count(), 1);
    /// ```
    pub fn shared_by(&self, count: usize) -> impl Iterator<Item = Statement<'_, 'a>> {
        self.iter().filter(move |row| row.len() >= count)
    }

    /// The statements that every version makes.
    ///
    /// ```
    /// let statements = retold::diff::statements(&["It rained.", "It rained.", "Sunny day."]);
    /// assert_eq!(statements.shared_by_all().count(), 0);
    /// ```
    pub fn shared_by_all(&self) -> impl Iterator<Item = Statement<'_, 'a>> {
        self.shared_by(self.versions.len().max(1))
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

    /// The part of a version's words that stand in statements another version makes too, from 0 to
    /// 1; 0 for a version without words.
    ///
    /// ```
    /// let statements = retold::diff::statements(&["It rained.", "It rained. It poured."]);
    /// assert_eq!((statements.coverage(0), statements.coverage(1)), (1.0, 0.5));
    /// ```
    pub fn coverage(&self, version: usize) -> f64 {
        let (mut shared, mut all) = (0, 0);
        for row in self.iter() {
            if let Some(group) = row.group(version) {
                let words: usize = group.texts().map(|t| text::words(t).count()).sum();
                all += words;
                shared += if row.len() > 1 { words } else { 0 };
            }
        }
        if all == 0 {
            0.0
        } else {
            f64::from(shared as u32) / f64::from(all as u32)
        }
    }

    /// Pairs of statements of one version each that may say the same, nearest first.
    ///
    /// They are shown to a reader and never counted as shared.
    ///
    /// ```
    /// assert_eq!(retold::diff::statements(&["It rained.", "Shares fell."]).related().count(), 0);
    /// ```
    pub fn related(&self) -> impl Iterator<Item = Pair<'_, 'a>> {
        let group = |row: usize| Group {
            of: self,
            cell: &self.cells[self.starts[row]],
        };
        self.related
            .iter()
            .map(move |link| Pair::related(group(link.left), group(link.right), link.similarity))
    }
}

/// One row: what the versions that make one statement say. It prints as its base's text.
///
/// ```
/// let statements = retold::diff::statements(&["It rained.", "It rained."]);
/// let statement = statements.get(0).unwrap();
/// assert_eq!((statement.len(), statement.to_string()), (2, "It rained.".to_owned()));
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Statement<'s, 'a> {
    pub(super) of: &'s Statements<'a>,
    pub(super) row: usize,
}

impl<'s, 'a> Statement<'s, 'a> {
    pub(super) fn cells(self) -> &'s [Cell] {
        &self.of.cells[self.of.starts[self.row]..self.of.starts[self.row + 1]]
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

    /// Two versions' tellings side by side, if both make this statement.
    ///
    /// ```
    /// let statements = retold::diff::statements(&["It rained.", "Sunny.", "It rained!"]);
    /// let pair = statements.get(0).unwrap().pair(0, 2).unwrap();
    /// assert_eq!(pair.right().to_string(), "It rained!");
    /// ```
    pub fn pair(self, left: usize, right: usize) -> Option<Pair<'s, 'a>> {
        Some(Pair::of_row(self, self.group(left)?, self.group(right)?))
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
    pub(super) of: &'s Statements<'a>,
    pub(super) cell: &'s Cell,
}

impl<'s, 'a> Group<'s, 'a> {
    pub(super) fn source(self) -> &'s Version<'a> {
        &self.of.versions[self.cell.version]
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
        &self.of.members[self.cell.members.clone()]
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

    /// Its text in pieces that slice the source: sentences that follow each other are one.
    pub(super) fn pieces(self) -> Vec<&'a str> {
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
