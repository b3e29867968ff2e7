//! Two versions: the two-column view of [`Statements`].

use std::ops::Range;

use super::label::{self, Label};
use super::statement::{Group, Statement};
use super::statements::Statements;
use crate::article::Article;
use crate::diff::align::scorer::Scorer;
use crate::diff::align::version::{self, Version};
use crate::diff::facts::{self, FactChange, Relation, Told};
use crate::diff::words::keys;
use crate::diff::words::quotes::{self, QuotePair};
use crate::diff::words::rarity;
use crate::diff::words::runs::{self, Run};
use crate::event::Background;
use crate::text::{NewsSentences, Sentence, SplitSentences};

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

    /// The facts on which the two sides differ in what both say, the most serious kind first. What
    /// several sentences tell is one fact, with all its places; what only the titles tell differently
    /// comes behind what the texts do, of each kind.
    ///
    /// ```
    /// use retold::{Article, diff::Diff};
    /// let left = Article::new("At least 12 people died.").with_title("Twelve die in fire at old mill");
    /// let right = Article::new("At least 17 people died.").with_title("Fifteen die in fire at old mill");
    /// let facts = Diff::between(&left, &right).facts();
    /// assert_eq!((facts[0].right.as_str(), facts[0].in_titles), ("17 people", false));
    /// assert_eq!((facts[1].right.as_str(), facts[1].in_titles), ("Fifteen die", true));
    /// ```
    pub fn facts(&self) -> Vec<FactChange> {
        let mut facts = self.facts_of_texts();
        let titles = self.titles();
        for fact in titles.iter().flat_map(Self::facts_of_texts) {
            let said = |fact: &FactChange| [&fact.left, &fact.right].map(|text| keys::of(text));
            let is_known =
                |known: &FactChange| known.kind == fact.kind && said(known) == said(&fact);
            if !facts.iter().any(is_known) {
                facts.push(FactChange {
                    in_titles: true,
                    ..fact
                });
            }
        }
        facts.sort_by_key(|fact| fact.kind);
        facts
    }

    /// The facts on which the texts differ.
    fn facts_of_texts(&self) -> Vec<FactChange> {
        let [left, right] = self.statements.versions() else {
            return Vec::new();
        };
        let rows: Vec<_> = self
            .shared()
            .map(|pair| [pair.left, pair.right].map(telling))
            .collect();
        let spans = [left, right].map(Version::telling);
        facts::between([told(left, &spans[0]), told(right, &spans[1])], &rows)
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

/// What two versions say of one statement.
///
/// ```
/// use retold::diff::{Diff, Label};
/// let diff = Diff::between("At least 12 people died in the fire.", "At least 17 people died in the fire.");
/// let pair = diff.shared().next().unwrap();
/// assert_eq!(pair.label(), Label::Edited);
/// assert_eq!(pair.to_string(), "At least [-12-]{+17+} people died in the fire.");
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Pair<'s, 'a> {
    left: Group<'s, 'a>,
    right: Group<'s, 'a>,
    label: Label,
    similarity: f64,
    moved: bool,
}

impl<'s, 'a> Pair<'s, 'a> {
    /// Two groups of one row. A stored judgement is of one group against the row's base.
    pub(crate) fn of_row(
        row: Statement<'s, 'a>,
        left: Group<'s, 'a>,
        right: Group<'s, 'a>,
    ) -> Self {
        let (label, similarity) = match (left.cell.base, right.cell.base) {
            (true, _) => (right.label(), right.similarity()),
            (_, true) => (left.label(), left.similarity()),
            _ => label::judge(
                &mut Scorer::new(&row.of.units),
                &left.telling(),
                &right.telling(),
            ),
        };
        Self {
            left,
            right,
            label,
            similarity,
            moved: left.is_moved() != right.is_moved(),
        }
    }

    pub(crate) fn related(left: Group<'s, 'a>, right: Group<'s, 'a>, similarity: f64) -> Self {
        Self {
            left,
            right,
            label: Label::Related,
            similarity,
            moved: false,
        }
    }

    /// Its row, counted from 0.
    pub(crate) fn row(self) -> usize {
        self.left.row()
    }

    /// What the left side says.
    ///
    /// ```
    /// use retold::diff::Diff;
    /// let diff = Diff::between("It rained.", "It rained!");
    /// assert_eq!(diff.shared().next().unwrap().left().to_string(), "It rained.");
    /// ```
    pub fn left(self) -> Group<'s, 'a> {
        self.left
    }

    /// What the right side says.
    ///
    /// ```
    /// use retold::diff::Diff;
    /// let diff = Diff::between("It rained.", "It rained!");
    /// assert_eq!(diff.shared().next().unwrap().right().to_string(), "It rained!");
    /// ```
    pub fn right(self) -> Group<'s, 'a> {
        self.right
    }

    /// How near the two are in wording.
    ///
    /// ```
    /// use retold::diff::{Diff, Label};
    /// let diff = Diff::between("It rained.", "It rained!");
    /// assert_eq!(diff.shared().next().unwrap().label(), Label::Punctuation);
    /// ```
    pub fn label(self) -> Label {
        self.label
    }

    /// How much the two say the same, from 0 to 1: the mean of the cosine of their words, weighted
    /// by rarity, and the Dice coefficient of their runs of four characters.
    ///
    /// ```
    /// use retold::diff::Diff;
    /// let diff = Diff::between("It rained.", "It rained!");
    /// assert_eq!(diff.shared().next().unwrap().similarity(), 1.0);
    /// ```
    pub fn similarity(self) -> f64 {
        self.similarity
    }

    /// Whether the two stand at different places among what both sides say.
    ///
    /// ```
    /// use retold::diff::Diff;
    /// let diff = Diff::between("It rained.", "It rained!");
    /// assert!(!diff.shared().next().unwrap().is_moved());
    /// ```
    pub fn is_moved(self) -> bool {
        self.moved
    }

    /// The two word by word: runs that both have and runs that only one has, in reading order.
    ///
    /// ```
    /// use retold::diff::{Diff, Run};
    /// let diff = Diff::between("At least 12 people died.", "At least 17 people died.");
    /// let runs = diff.shared().next().unwrap().words();
    /// assert!(runs.contains(&Run::Left("12")) && runs.contains(&Run::Right("17")));
    /// ```
    pub fn words(self) -> Vec<Run<'a>> {
        let units = &self.left.of.units;
        runs::runs(&self.left.pieces(), &self.right.pieces(), |word| {
            units.worth(word)
        })
    }

    /// The facts on which the two differ, the most serious kind first.
    ///
    /// ```
    /// use retold::diff::Diff;
    /// let diff = Diff::between("At least 12 people died.", "At least 17 people died.");
    /// let facts = diff.shared().next().unwrap().facts();
    /// assert_eq!((facts[0].left.as_str(), facts[0].right.as_str()), ("12 people", "17 people"));
    /// ```
    pub fn facts(self) -> Vec<FactChange> {
        let sides = [self.left, self.right].map(|side| (side.source(), telling(side)));
        let [left, right] = sides
            .each_ref()
            .map(|(version, spans)| told(version, spans));
        let row = sides.each_ref().map(|(_, spans)| spans.clone());
        facts::between([left, right], &[row])
    }

    /// Whether half of what the right says, or more, is in words the left does not have there.
    pub(crate) fn is_mostly_new(self) -> bool {
        if self.label <= Label::Edited {
            return false;
        }
        let (mut new, mut all) = (0, 0);
        for run in self.words() {
            let words = keys::tokens(run.right().unwrap_or_default());
            let telling = words.iter().filter(|word| !rarity::is_common(word.hash));
            let telling = telling.count();
            all += telling;
            new += if matches!(run, Run::Right(_)) {
                telling
            } else {
                0
            };
        }
        2 * new >= all
    }

    /// The facts on which the two contradict each other.
    ///
    /// ```
    /// use retold::diff::Diff;
    /// let diff = Diff::between("The fire killed 12 people.", "The fire killed 17 people.");
    /// assert_eq!(diff.shared().next().unwrap().contradictions().len(), 1);
    /// ```
    pub fn contradictions(self) -> Vec<FactChange> {
        if self.label <= Label::Punctuation {
            return Vec::new();
        }
        let mut facts = self.facts();
        facts.retain(|fact| fact.relation == Relation::Contradicts);
        facts
    }

    /// Whether the two tell it alike: without a [contradiction](Self::contradictions), and without
    /// another number, state or negation in the same place.
    ///
    /// ```
    /// use retold::diff::Diff;
    /// let diff = Diff::between("The owner was arrested.", "The owner was not arrested.");
    /// assert!(!diff.shared().next().unwrap().agrees());
    /// ```
    pub fn agrees(self) -> bool {
        if self.label <= Label::Punctuation {
            return true;
        }
        let sides = [self.left, self.right].map(|side| (side.source(), telling(side)));
        let told = sides
            .each_ref()
            .map(|(version, spans)| told(version, spans));
        !facts::disputes(told) && self.contradictions().is_empty()
    }
}

impl<'s, 'a> Statement<'s, 'a> {
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

    /// How many versions make it without contradicting its base; at least one.
    ///
    /// ```
    /// let fire = ["The fire killed 12 people.", "The fire killed 17 people.", "The fire killed 12 people!"];
    /// let statements = retold::diff::statements(&fire);
    /// let statement = statements.get(0).unwrap();
    /// assert_eq!((statement.len(), statement.agreeing()), (3, 2));
    /// ```
    pub fn agreeing(self) -> usize {
        let agrees = |group: &Group<'s, 'a>| Pair::of_row(self, self.base(), *group).agrees();
        self.groups().filter(agrees).count()
    }
}

impl Group<'_, '_> {
    /// The facts on which it contradicts the base of its row: see [`Pair::contradictions`].
    ///
    /// ```
    /// let statements = retold::diff::statements(&["The fire killed 12 people.", "The fire killed 17 people."]);
    /// let other = statements.get(0).unwrap().group(1).unwrap();
    /// assert_eq!(other.contradictions().len(), 1);
    /// ```
    pub fn contradictions(self) -> Vec<FactChange> {
        if self.cell.base {
            return Vec::new();
        }
        let row = Statement {
            of: self.of,
            row: self.cell.row,
        };
        Pair::of_row(row, row.base(), self).contradictions()
    }
}

impl<'a> Statements<'a> {
    /// The statements that at least `count` versions make, told alike: a telling that denies the
    /// others, or differs in a number, does not count ([`Group::contradictions`]).
    ///
    /// ```
    /// let statements = retold::diff::statements(&["It rained.", "It rained.", "Sunny day."]);
    /// assert_eq!(statements.shared_by(2).count(), 1);
    /// ```
    pub fn shared_by(&self, count: usize) -> impl Iterator<Item = Statement<'_, 'a>> {
        self.iter()
            .filter(move |row| row.len() >= count && row.agreeing() >= count)
    }

    /// The statements that every version makes, told alike.
    ///
    /// ```
    /// let statements = retold::diff::statements(&["It rained.", "It rained.", "Sunny day."]);
    /// assert_eq!(statements.shared_by_all().count(), 0);
    /// ```
    pub fn shared_by_all(&self) -> impl Iterator<Item = Statement<'_, 'a>> {
        self.shared_by(self.versions.len().max(1))
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
            cell: &self.layout.cells[self.layout.starts[row]],
        };
        self.layout
            .related
            .iter()
            .map(move |link| Pair::related(group(link.left), group(link.right), link.similarity))
    }
}

/// The sentences of a group in which a report tells something.
fn telling(group: Group<'_, '_>) -> Vec<Range<usize>> {
    let sentences = group.source().sentences();
    let told = group
        .numbers()
        .iter()
        .filter_map(|&number| sentences.get(number));
    told.filter(|sentence| version::tells(sentence))
        .map(Sentence::span)
        .collect()
}

/// A version as the facts are read from it: these sentences of it.
fn told<'s>(version: &'s Version<'_>, spans: &'s [Range<usize>]) -> Told<'s> {
    Told {
        text: version.article().text(),
        spans,
        quotes: version.quotes(),
        source: version.label(),
        date: version.date(),
    }
}

/// The word diff in plain characters: `[-only left-]{+only right+}`.
impl std::fmt::Display for Pair<'_, '_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.words().iter().try_for_each(|run| run.fmt(f))
    }
}
