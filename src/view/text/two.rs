//! Two versions in plain text: what differs first, then what is shared, then what one side says alone.

use std::fmt::{self, Display, Formatter};

use super::{Mark, Marks, OneLine, count, write_change};
use crate::diff::{Change, Diff, DiffRow, Group, Label, Pair, QuoteLabel, QuotePair};

/// Changes printed besides facts, the heaviest.
const CHANGES: usize = 10;

/// The text of [`Diff::marked`] with signs.
impl Display for Diff<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.marked(Marks::Signs).fmt(f)
    }
}

impl<'a> Diff<'a> {
    /// The whole report as plain text: a headline with counts, what differs (facts, marked `!`, before other
    /// changes, marked `*`), quotations, what is shared, what is reworded word by word, and what only one side
    /// says. Versions are called by their sources where both have one.
    ///
    /// ```
    /// use retold::{Article, diff::Diff, view::Marks};
    ///
    /// let wire = Article::new("The dam broke. Nobody was hurt.").with_source("Wire");
    /// let post = Article::new("The dam broke.").with_source("Post");
    /// let text = Diff::between(wire, post).marked(Marks::Signs).to_string();
    /// assert!(text.contains("Only in Wire (1)\n  < Nobody was hurt."));
    /// ```
    pub fn marked(&self, marks: Marks) -> impl Display + '_ + use<'_, 'a> {
        Report { diff: self, marks }
    }
}

struct Report<'d, 'a> {
    diff: &'d Diff<'a>,
    marks: Marks,
}

impl Display for Report<'_, '_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let diff = self.diff;
        let (same, reworded): (Vec<_>, Vec<_>) = diff
            .shared()
            .partition(|pair| pair.label() <= Label::Punctuation);
        self.write_counts(f, &same, &reworded)?;
        if let Some(titles) = diff.titles() {
            let rows: Vec<_> = titles.rows().collect();
            self.section(f, "Titles", &rows, |row, f| match row {
                DiffRow::Shared(pair) => self.write_pair(*pair, f),
                DiffRow::Left(group) => writeln!(f, "  < {}", OneLine(group)),
                DiffRow::Right(group) => writeln!(f, "  > {}", OneLine(group)),
            })?;
        }
        self.section(f, "What differs", &self.changes(), |change, f| {
            write_change(change, f)?;
            let places = match change.also.len() {
                0 if change.in_titles => " (titles)".to_owned(),
                0 => String::new(),
                more => format!(" ({} places)", more + 1),
            };
            writeln!(f, "{}", self.marks.mark(Mark::Note, places))
        })?;
        self.section(f, "Quotations", &diff.quotes(), |quote, f| {
            self.write_quote(quote, f)
        })?;
        for (title, pairs) in [("Shared", same), ("Reworded", reworded)] {
            self.section(f, title, &pairs, |pair, f| self.write_pair(*pair, f))?;
        }
        self.write_alone(f, 0, &diff.left_only().collect::<Vec<_>>())?;
        self.write_alone(f, 1, &diff.right_only().collect::<Vec<_>>())?;
        let related: Vec<_> = diff.related().collect();
        self.section(
            f,
            "Possibly related, not counted as shared",
            &related,
            |pair, f| {
                let (left, right) = (OneLine(pair.left()), OneLine(pair.right()));
                writeln!(f, "  < {left}\n  > {right}")
            },
        )
    }
}

impl<'d> Report<'d, '_> {
    /// Facts, and the heaviest of the other changes.
    fn changes(&self) -> Vec<Change<'d>> {
        let mut changes = self.diff.changes();
        changes.retain(|change| !change.is_trivial());
        let facts = changes.iter().filter(|change| change.is_fact()).count();
        changes.truncate(facts + CHANGES);
        changes
    }

    /// What a side is called: by its source where both have one, and not the same.
    fn name(&self, side: usize) -> Option<&str> {
        let versions = self.diff.statements().versions();
        let [left, right] = [0, 1].map(|at| versions.get(at)?.label());
        let name = [left?, right?];
        (name[0] != name[1]).then_some(name[side])
    }

    fn write_counts(
        &self,
        f: &mut Formatter<'_>,
        same: &[Pair<'_, '_>],
        reworded: &[Pair<'_, '_>],
    ) -> fmt::Result {
        let diff = self.diff;
        let shared = same.len() + reworded.len();
        let against = shared - diff.statements().shared_by_all().count();
        let quotes = diff.quotes();
        let common = quotes.iter().filter(|quote| quote.label().is_some());
        let facts = diff
            .changes()
            .iter()
            .filter(|change| change.is_fact())
            .count();
        writeln!(
            f,
            "{} shared ({} word for word{}), {} of {} shared, {}; {} only left, {} only right.",
            count(shared, "statement"),
            same.len(),
            match against {
                0 => String::new(),
                number => format!(", {number} contradicting"),
            },
            common.count(),
            count(quotes.len(), "quotation"),
            match facts {
                1 => "1 fact differs".to_owned(),
                number => format!("{} differ", count(number, "fact")),
            },
            diff.left_only().count(),
            diff.right_only().count(),
        )
    }

    fn section<T>(
        &self,
        f: &mut Formatter<'_>,
        title: &str,
        items: &[T],
        line: impl Fn(&T, &mut Formatter<'_>) -> fmt::Result,
    ) -> fmt::Result {
        if items.is_empty() {
            return Ok(());
        }
        writeln!(
            f,
            "\n{} ({})",
            self.marks.mark(Mark::Heading, title),
            items.len()
        )?;
        items.iter().try_for_each(|item| line(item, f))
    }

    /// What only one side says.
    fn write_alone(
        &self,
        f: &mut Formatter<'_>,
        side: usize,
        groups: &[Group<'_, '_>],
    ) -> fmt::Result {
        let (sign, word) = [('<', "left"), ('>', "right")][side];
        let title = match self.name(side) {
            Some(name) => format!("Only in {}", OneLine(name)),
            None => format!("Only {word}"),
        };
        self.section(f, &title, groups, |group, f| {
            writeln!(f, "  {sign} {}", OneLine(group))
        })
    }

    fn write_pair(&self, pair: Pair<'_, '_>, f: &mut Formatter<'_>) -> fmt::Result {
        let moved = if pair.is_moved() { " (moved)" } else { "" };
        let (left, right) = (OneLine(pair.left()), OneLine(pair.right()));
        match pair.label() {
            Label::Same => writeln!(f, "  = {left}{moved}"),
            Label::Punctuation => {
                let how = self
                    .marks
                    .mark(Mark::Note, format_args!("({})", pair.label()));
                writeln!(f, "  = {left}{moved}\n    {right} {how}")
            }
            label => {
                let how = format!(
                    "{label}{}, {:.0} % alike{}{moved}",
                    shape(pair),
                    100.0 * pair.similarity(),
                    if pair.agrees() { "" } else { ", contradicting" },
                );
                let how = self.marks.mark(Mark::Note, how);
                writeln!(f, "  ~ {how}\n    {}", self.marks.words(pair))
            }
        }
    }

    fn write_quote(&self, quote: &QuotePair<'_>, f: &mut Formatter<'_>) -> fmt::Result {
        let how = match (quote.label(), quote.left()) {
            (Some(label), _) => label.name(),
            (None, Some(_)) => "only left",
            (None, None) => "only right",
        };
        let sides = match quote.label() {
            Some(QuoteLabel::Same) => [quote.left(), None],
            _ => [quote.left(), quote.right()],
        };
        let lines = |texts: [Option<&str>; 2]| -> Vec<String> {
            let texts = texts.into_iter().flatten();
            texts.map(|text| OneLine(text).to_string()).collect()
        };
        let (said, mut speakers) = (lines(sides), lines(quote.speakers()));
        speakers.dedup();
        write!(f, "  “{}”", said.join("” | “"))?;
        let by = match speakers.join(" | ") {
            nobody if nobody.is_empty() => nobody,
            names => format!("; {names}"),
        };
        let how = format!("({how}{by})");
        writeln!(f, " {}", self.marks.mark(Mark::Note, how))
    }
}

/// How many sentences of one side stand for how many of the other.
fn shape(pair: Pair<'_, '_>) -> &'static str {
    match (pair.left().numbers().len(), pair.right().numbers().len()) {
        (1, 1) => "",
        (1, _) => ", split on the right",
        (_, 1) => ", merged on the right",
        _ => ", several to several",
    }
}
