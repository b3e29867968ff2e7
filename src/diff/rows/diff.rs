//! Two versions: the two-column view of [`Statements`].

use super::pair::Pair;
use super::statement::{Group, Statement};
use super::statements::Statements;
use crate::article::Article;
use crate::diff::words::quotes::{self, QuotePair};
use crate::event::Background;
use crate::text::{NewsSentences, SplitSentences};

/// Two tellings compared sentence by sentence, a left and a right one, neither the older.
///
/// With the sides swapped the result is mirrored.
///
/// ```
/// use retold::diff::Diff;
/// let diff = Diff::between("It rained all day. We left.", "It rained all day. They stayed.");
/// assert_eq!(diff.shared().count(), 1);
/// assert_eq!(diff.left_only().next().unwrap().to_string(), "We left.");
/// assert_eq!(diff.right_only().next().unwrap().to_string(), "They stayed.");
/// ```
#[derive(Debug, Clone)]
pub struct Diff<'a> {
    statements: Statements<'a>,
}

/// A row of a [`Diff`].
///
/// ```
/// use retold::diff::{Diff, DiffRow};
/// let diff = Diff::between("It rained.", "It rained. They stayed.");
/// let right = diff.rows().filter(|row| matches!(row, DiffRow::Right(_)));
/// assert_eq!(right.count(), 1);
/// ```
#[derive(Debug, Clone, Copy)]
pub enum DiffRow<'s, 'a> {
    /// Both sides make this statement.
    Shared(Pair<'s, 'a>),
    /// Only the left side makes it.
    Left(Group<'s, 'a>),
    /// Only the right side makes it.
    Right(Group<'s, 'a>),
}

impl<'a> Diff<'a> {
    /// Compares two texts or articles.
    ///
    /// ```
    /// use retold::diff::Diff;
    /// assert_eq!(Diff::between("It rained.", "It rained.").left_only().count(), 0);
    /// ```
    pub fn between(left: impl Into<Article<'a>>, right: impl Into<Article<'a>>) -> Self {
        Self::of([left.into(), right.into()], &Background::english())
    }

    /// Compares two texts or articles whose sentences are found by `splitter`.
    ///
    /// ```
    /// use retold::diff::Diff;
    /// use retold::text::{Sentence, SentenceKind};
    /// let whole = |text: &str| vec![Sentence { start: 0, end: text.len(), kind: SentenceKind::Prose }];
    /// let diff = Diff::between_with("It rained. We left.", "It rained. They left.", &whole);
    /// assert_eq!(diff.shared().count(), 1);
    /// ```
    pub fn between_with(
        left: impl Into<Article<'a>>,
        right: impl Into<Article<'a>>,
        splitter: &impl SplitSentences,
    ) -> Self {
        Self::split_by(
            [left.into(), right.into()],
            splitter,
            &Background::english(),
        )
    }

    /// Compares two articles, left and right.
    pub(crate) fn of(sides: [Article<'a>; 2], background: &Background) -> Self {
        Self::split_by(sides, &NewsSentences, background)
    }

    fn split_by(
        sides: [Article<'a>; 2],
        splitter: &impl SplitSentences,
        background: &Background,
    ) -> Self {
        Self {
            statements: Statements::split_by(sides, splitter, background),
        }
    }

    /// The comparison as a table of two columns, left then right.
    ///
    /// ```
    /// use retold::diff::Diff;
    /// assert_eq!(Diff::between("It rained.", "It rained.").statements().versions().len(), 2);
    /// ```
    pub fn statements(&self) -> &Statements<'a> {
        &self.statements
    }

    /// All rows in reading order: that of the left, with what only the right has where it stands
    /// there.
    ///
    /// ```
    /// use retold::diff::Diff;
    /// assert_eq!(Diff::between("It rained. We left.", "It poured.").rows().count(), 3);
    /// ```
    pub fn rows(&self) -> impl Iterator<Item = DiffRow<'_, 'a>> {
        self.statements.iter().filter_map(|row| {
            Some(match (row.group(0), row.group(1)) {
                (Some(left), Some(right)) => DiffRow::Shared(Pair::of_row(row, left, right)),
                (Some(left), None) => DiffRow::Left(left),
                (None, right) => DiffRow::Right(right?),
            })
        })
    }

    /// What both sides say, in the left's reading order, whether or not they agree on its facts: the
    /// rows of [`statements`](Self::statements) that have both columns. Those that
    /// [agree](Pair::agrees) are the rows of [`Statements::shared_by_all`].
    ///
    /// ```
    /// use retold::diff::Diff;
    /// let diff = Diff::between("It rained. We left.", "It rained! We did not leave.");
    /// let agreed: Vec<bool> = diff.shared().map(|pair| pair.agrees()).collect();
    /// assert_eq!(agreed.iter().filter(|agrees| **agrees).count(), diff.statements().shared_by_all().count());
    /// ```
    pub fn shared(&self) -> impl Iterator<Item = Pair<'_, 'a>> {
        self.statements.iter().filter_map(|row| row.pair(0, 1))
    }

    /// What only the left side says.
    ///
    /// ```
    /// use retold::diff::Diff;
    /// assert_eq!(Diff::between("It rained.", "").left_only().count(), 1);
    /// ```
    pub fn left_only(&self) -> impl Iterator<Item = Group<'_, 'a>> {
        self.statements.only_in(0).map(Statement::base)
    }

    /// What only the right side says.
    ///
    /// ```
    /// use retold::diff::Diff;
    /// assert_eq!(Diff::between("It rained.", "").right_only().count(), 0);
    /// ```
    pub fn right_only(&self) -> impl Iterator<Item = Group<'_, 'a>> {
        self.statements.only_in(1).map(Statement::base)
    }

    /// The titles of both articles compared as texts of their own, where both are known.
    ///
    /// ```
    /// use retold::{Article, diff::Diff};
    /// let left = Article::new("").with_title("Twelve die in fire at old mill");
    /// let right = Article::new("").with_title("Fifteen die in fire at old mill");
    /// let diff = Diff::between(&left, &right);
    /// let titles = diff.titles().unwrap();
    /// let pair = titles.shared().next().unwrap();
    /// assert_eq!(pair.to_string(), "[-Twelve-]{+Fifteen+} die in fire at old mill");
    /// ```
    pub fn titles(&self) -> Option<Self> {
        let (statements, titled) = self.statements.titles();
        (titled.len() == 2).then_some(Self { statements })
    }

    /// The quotations of four words and more: those of both sides in the left's order, then those
    /// of the left only, then those of the right only.
    ///
    /// ```
    /// use retold::diff::Diff;
    /// let diff = Diff::between("“It was a rare moment,” Ann said.", "It was a “rare moment”.");
    /// assert_eq!(diff.quotes().len(), 1);
    /// ```
    pub fn quotes(&self) -> Vec<QuotePair<'_>> {
        match self.statements.versions() {
            [left, right] => quotes::pairs(
                (left.article().text(), left.quotes()),
                (right.article().text(), right.quotes()),
            ),
            _ => Vec::new(),
        }
    }

    /// Sentences that may say the same, nearest first. Each also stands in [`left_only`] or
    /// [`right_only`]: they are shown, not claimed.
    ///
    /// [`left_only`]: Self::left_only
    /// [`right_only`]: Self::right_only
    ///
    /// ```
    /// use retold::diff::Diff;
    /// assert_eq!(Diff::between("It rained.", "Shares fell.").related().count(), 0);
    /// ```
    pub fn related(&self) -> impl Iterator<Item = Pair<'_, 'a>> {
        self.statements.related()
    }
}
