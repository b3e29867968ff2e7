//! The comparison of any number of versions: statements as rows, versions as columns.

use super::build;
use super::order::{self, Cell, Layout};
use crate::article::{Article, AsArticle};
use crate::diff::align::candidates::{self, Candidates};
use crate::diff::align::context;
use crate::diff::align::scorer::Scorer;
use crate::diff::align::units::Units;
use crate::diff::align::version::Version;
use crate::event::Background;
use crate::text::{NewsSentences, SplitSentences};

/// Versions laid side by side: what each says, in rows of what says the same.
///
/// Every sentence of every version has its place in one row. One that says what two rows say stands in
/// both ([`Group::is_repeated`](super::Group::is_repeated)).
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
    pub(crate) versions: Vec<Version<'a>>,
    pub(crate) units: Units,
    pub(crate) layout: Layout,
    pub(crate) left_out: u64,
    background: Background,
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
        let mut units = Units::of(&versions, background);
        let Candidates {
            mut links,
            left_out,
        } = candidates::find(&mut units);
        let known = context::support(&units, &mut links);
        let mut scorer = Scorer::new(&units);
        let rows = build::build(&mut scorer, &links, &known);
        let layout = order::lay_out(&versions, &mut scorer, &rows);
        Self {
            versions,
            units,
            layout,
            left_out,
            background: background.clone(),
        }
    }

    /// The titles compared as texts of their own, and the versions that have one.
    pub(crate) fn titles(&self) -> (Self, Vec<usize>) {
        let titles = self
            .versions
            .iter()
            .map(|version| version.article().title());
        let titled = titles.enumerate();
        let (numbers, titles): (Vec<usize>, Vec<Article<'a>>) = titled
            .filter_map(|(number, title)| Some((number, Article::new(title?))))
            .unzip();
        let titles = Self::split_by(titles, &NewsSentences, &self.background);
        (titles, numbers)
    }

    pub(crate) fn units_of(&self, cell: &Cell) -> Vec<usize> {
        let column = &self.units.of[cell.version];
        let numbers = self.layout.members[cell.members.clone()].iter();
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
        self.layout.starts.len() - 1
    }

    /// Whether no version has a sentence.
    ///
    /// ```
    /// assert!(retold::diff::statements(&["", " "]).is_empty());
    /// ```
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many looks at sentences that share a word or a quotation were left out, because too many
    /// share it: a limit that only very many sentences meet.
    ///
    /// ```
    /// assert_eq!(retold::diff::statements(&["It rained.", "It poured."]).left_out(), 0);
    /// ```
    pub fn left_out(&self) -> u64 {
        self.left_out
    }
}
