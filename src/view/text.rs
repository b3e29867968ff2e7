//! Reports in plain text, to be read aloud: what differs first, then what is shared.

use std::fmt::{self, Display, Formatter, Write};

use super::odd::is_odd;
use crate::diff::{Change, Diff, DiffRow, Group, Label, Pair, QuotePair, Statements};

/// Changes printed besides facts, the heaviest.
const CHANGES: usize = 10;

/// The whole report: a headline with counts, what differs (facts first), quotations, what is shared, what is
/// reworded (word by word), what moved, and what only one side says.
impl Display for Diff<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let (mut changes, quotes) = (self.changes(), self.quotes());
        let facts = changes.iter().filter(|change| change.is_fact()).count();
        let (near, far): (Vec<_>, Vec<_>) = self.shared().map(DiffRow::Shared).partition(
            |row| matches!(row, DiffRow::Shared(pair) if pair.label() <= Label::Punctuation),
        );
        let common = quotes
            .iter()
            .filter(|quote| quote.label().is_some())
            .count();
        writeln!(
            f,
            "{} shared ({} word for word{}), {common} of {} shared, {}; {} only left, {} only right.",
            count(near.len() + far.len(), "statement"),
            near.len(),
            match near.len() + far.len() - self.statements().shared_by_all().count() {
                0 => String::new(),
                number => format!(", {number} contradicting"),
            },
            count(quotes.len(), "quotation"),
            match facts {
                1 => "1 fact differs".to_owned(),
                number => format!("{} differ", count(number, "fact")),
            },
            self.left_only().count(),
            self.right_only().count(),
        )?;
        if let Some(titles) = self.titles() {
            let told: Vec<_> = titles.rows().collect();
            section(f, "Titles", &told, write_row)?;
        }
        changes.retain(|change| !change.is_trivial());
        changes.truncate(facts + CHANGES);
        section(f, "What differs", &changes, |change, f| {
            write_change(change, f)?;
            match change.also.len() {
                0 if change.in_titles => writeln!(f, " (titles)"),
                0 => writeln!(f),
                more => writeln!(f, " ({} places)", more + 1),
            }
        })?;
        section(f, "Quotations", &quotes, |quote, f| write_quote(quote, f))?;
        section(f, "Shared", &near, write_row)?;
        section(f, "Reworded", &far, write_row)?;
        let moved: Vec<_> = self.shared().filter(|pair| pair.is_moved()).collect();
        section(f, "Moved", &moved, write_moved)?;
        let left: Vec<_> = self.left_only().map(DiffRow::Left).collect();
        section(f, "Only left", &left, write_row)?;
        let right: Vec<_> = self.right_only().map(DiffRow::Right).collect();
        section(f, "Only right", &right, write_row)?;
        let related: Vec<_> = self.related().collect();
        section(f, "Possibly related", &related, |pair, f| {
            writeln!(
                f,
                "  < {}\n  > {}",
                OneLine(pair.left()),
                OneLine(pair.right())
            )
        })
    }
}

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

fn section<T>(
    f: &mut Formatter<'_>,
    title: &str,
    items: &[T],
    line: impl Fn(&T, &mut Formatter<'_>) -> fmt::Result,
) -> fmt::Result {
    if items.is_empty() {
        return Ok(());
    }
    writeln!(f, "\n{title} ({})", items.len())?;
    items.iter().try_for_each(|item| line(item, f))
}

/// `!` marks what is claimed, `*` what is shown.
fn write_change(change: &Change<'_>, f: &mut Formatter<'_>) -> fmt::Result {
    let (left, right) = (said(change.left), said(change.right));
    let mark = if change.is_fact() { '!' } else { '*' };
    write!(f, "  {mark} {}: {left} | {right}", change.kind.name())
}

/// A fact of many versions, with the numbers of those that tell it otherwise.
fn write_other(f: &mut Formatter<'_>, fact: &Change<'_>) -> fmt::Result {
    write_change(fact, f)?;
    let mut versions = vec![fact.versions[1]];
    versions.extend(&fact.others);
    writeln!(f, " [{}]", Numbers(&versions))
}

/// What one side says of it.
fn said(text: &str) -> String {
    if text.is_empty() {
        "not said".to_owned()
    } else {
        OneLine(text).to_string()
    }
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

fn write_quote(quote: &QuotePair<'_>, f: &mut Formatter<'_>) -> fmt::Result {
    let text = quote.left().or(quote.right()).unwrap_or_default();
    let how = match quote.label() {
        Some(label) => label.name(),
        None if quote.left().is_some() => "only left",
        None => "only right",
    };
    write!(f, "  “{}” ({how}", OneLine(text))?;
    match quote.speakers() {
        [Some(left), Some(right)] if left != right => {
            write!(f, "; {} | {}", OneLine(left), OneLine(right))?;
        }
        [Some(speaker), _] | [_, Some(speaker)] => write!(f, "; {}", OneLine(speaker))?,
        _ => {}
    }
    writeln!(f, ")")
}

fn write_row(row: &DiffRow<'_, '_>, f: &mut Formatter<'_>) -> fmt::Result {
    match row {
        DiffRow::Shared(pair) if pair.label() == Label::Same => {
            writeln!(f, "  = {}", OneLine(pair.left()))
        }
        DiffRow::Shared(pair) if pair.label() == Label::Punctuation => {
            let (left, right) = (OneLine(pair.left()), OneLine(pair.right()));
            writeln!(f, "  = {left}\n    {right} ({})", pair.label())
        }
        DiffRow::Shared(pair) => writeln!(f, "  ~ {} ({})", OneLine(pair), pair.label()),
        DiffRow::Left(group) => writeln!(f, "  < {}", OneLine(group)),
        DiffRow::Right(group) => writeln!(f, "  > {}", OneLine(group)),
    }
}

fn write_moved(pair: &Pair<'_, '_>, f: &mut Formatter<'_>) -> fmt::Result {
    let number = |numbers: &[usize]| numbers.first().map_or(0, |first| first + 1);
    let (left, right) = (
        number(pair.left().numbers()),
        number(pair.right().numbers()),
    );
    writeln!(
        f,
        "  ^ sentence {left} left, {right} right: {}",
        OneLine(pair.left())
    )
}

fn count(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

/// A text with its line breaks and other white space as single spaces, and without the characters a
/// terminal would obey.
struct OneLine<T>(T);

impl<T: Display> Display for OneLine<T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let text = self.0.to_string();
        for (number, word) in text.split_whitespace().enumerate() {
            if number > 0 {
                f.write_str(" ")?;
            }
            for c in word.chars() {
                f.write_char(if is_odd(c) { '\u{fffd}' } else { c })?;
            }
        }
        Ok(())
    }
}
