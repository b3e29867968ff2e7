//! A comparison of two reports in words, for a terminal or a pipe.

use std::fmt::Display;
use std::io::{self, IsTerminal, Write};

use retold::Comparison;
use retold::diff::{Group, Label, Pair, QuoteLabel, QuotePair, Run};

use crate::words::one_line;

/// How the parts of the output are marked: with colours on a terminal, with signs elsewhere.
#[derive(Debug, Clone, Copy)]
struct Marks {
    bold: [&'static str; 2],
    dim: [&'static str; 2],
    left: [&'static str; 2],
    right: [&'static str; 2],
}

const PLAIN: Marks = Marks {
    bold: [""; 2],
    dim: [""; 2],
    left: ["[-", "-]"],
    right: ["{+", "+}"],
};

const COLOURED: Marks = Marks {
    bold: ["\x1b[1m", "\x1b[0m"],
    dim: ["\x1b[2m", "\x1b[0m"],
    left: ["\x1b[9;31m", "\x1b[0m"],
    right: ["\x1b[4;32m", "\x1b[0m"],
};

impl Marks {
    /// Colours for a terminal that wants them (<https://no-color.org>).
    fn of_stdout() -> Self {
        let unwanted = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        if io::stdout().is_terminal() && !unwanted {
            COLOURED
        } else {
            PLAIN
        }
    }

    fn bold(self, text: impl Display) -> String {
        format!("{}{text}{}", self.bold[0], self.bold[1])
    }

    fn dim(self, text: impl Display) -> String {
        format!("{}{text}{}", self.dim[0], self.dim[1])
    }
}

/// Writes everything a comparison found.
pub(crate) fn write(
    out: &mut impl Write,
    comparison: &Comparison<'_>,
    names: [&str; 2],
) -> io::Result<()> {
    let marks = Marks::of_stdout();
    let diff = comparison.diff();
    let [left, right] = names;
    let verdict = if comparison.same_story() { "yes" } else { "no" };
    writeln!(
        out,
        "{} ({})",
        marks.bold(format!("Same story: {verdict}")),
        comparison.relation()
    )?;
    writeln!(
        out,
        "Jaccard {:.2}; {:.0} % of {left} stands in {right}, {:.0} % of {right} in {left}",
        comparison.jaccard(),
        100.0 * comparison.containment_left(),
        100.0 * comparison.containment_right(),
    )?;
    facts(out, comparison, marks)?;
    let quotes = diff.quotes();
    if !quotes.is_empty() {
        heading(out, marks, "Quotations", quotes.len())?;
    }
    quotes
        .iter()
        .try_for_each(|quote| write_quote(out, marks, quote))?;
    let (same, reworded): (Vec<_>, Vec<_>) = diff
        .shared()
        .partition(|pair| matches!(pair.label(), Label::Same | Label::Punctuation));
    heading(out, marks, "Shared", same.len())?;
    for pair in same {
        writeln!(out, "  = {}{}", line(pair.left()), moved(pair))?;
        if pair.label() == Label::Punctuation {
            writeln!(
                out,
                "    {} {}",
                line(pair.right()),
                marks.dim(format!("({})", pair.label()))
            )?;
        }
    }
    heading(out, marks, "Reworded", reworded.len())?;
    for pair in reworded {
        let how = format!(
            "{}{}, {:.0} % alike{}{}",
            pair.label(),
            shape(pair),
            100.0 * pair.similarity(),
            if pair.agrees() { "" } else { ", contradicting" },
            moved(pair)
        );
        writeln!(out, "  ~ {}\n    {}", marks.dim(how), words(pair, marks))?;
    }
    only(out, marks, left, '<', diff.left_only())?;
    only(out, marks, right, '>', diff.right_only())?;
    let related: Vec<_> = diff.related().collect();
    if !related.is_empty() {
        heading(
            out,
            marks,
            "Possibly related, not counted as shared",
            related.len(),
        )?;
    }
    for pair in related {
        writeln!(out, "  ? {}\n    {}", line(pair.left()), line(pair.right()))?;
    }
    out.flush()
}

fn heading(out: &mut impl Write, marks: Marks, text: impl Display, count: usize) -> io::Result<()> {
    writeln!(out, "\n{} ({count})", marks.bold(text))
}

fn facts(out: &mut impl Write, comparison: &Comparison<'_>, marks: Marks) -> io::Result<()> {
    let facts = comparison.diff().facts();
    heading(out, marks, "Facts that differ", facts.len())?;
    let said = |words: &str| {
        if words.is_empty() {
            "(not said)".to_owned()
        } else {
            one_line(words)
        }
    };
    for fact in &facts {
        let places = match fact.also.len() {
            0 if fact.in_titles => " (titles)".to_owned(),
            0 => String::new(),
            more => format!(" ({} places)", more + 1),
        };
        let kind = marks.dim(format!("{:<8}", fact.kind.name()));
        writeln!(
            out,
            "  {kind}  {}  |  {}{}",
            said(fact.left),
            said(fact.right),
            marks.dim(places)
        )?;
    }
    Ok(())
}

fn write_quote(out: &mut impl Write, marks: Marks, quote: &QuotePair<'_>) -> io::Result<()> {
    let how = match (quote.label(), quote.left()) {
        (Some(label), _) => label.name(),
        (None, Some(_)) => "only left",
        (None, None) => "only right",
    };
    let sides = match quote.label() {
        Some(QuoteLabel::Same) => [quote.left(), None],
        _ => [quote.left(), quote.right()],
    };
    let said: Vec<String> = sides.into_iter().flatten().map(one_line).collect();
    let mut speakers: Vec<String> = quote
        .speakers()
        .into_iter()
        .flatten()
        .map(one_line)
        .collect();
    speakers.dedup();
    let how = marks.dim(format!("{how:<10}"));
    writeln!(
        out,
        "  {how}  “{}”  {}",
        said.join("”  |  “"),
        speakers.join(" | ")
    )
}

fn only<'s, 'a: 's>(
    out: &mut impl Write,
    marks: Marks,
    name: &str,
    mark: char,
    groups: impl Iterator<Item = Group<'s, 'a>>,
) -> io::Result<()> {
    let groups: Vec<_> = groups.collect();
    heading(out, marks, format_args!("Only in {name}"), groups.len())?;
    groups
        .into_iter()
        .try_for_each(|group| writeln!(out, "  {mark} {}", line(group)))
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

fn moved(pair: Pair<'_, '_>) -> &'static str {
    if pair.is_moved() { " (moved)" } else { "" }
}

/// A reworded pair word by word.
fn words(pair: Pair<'_, '_>, marks: Marks) -> String {
    let [left, right] = [marks.left, marks.right];
    let words = pair.words();
    let runs = words.iter().map(|run| match run {
        Run::Left(words) => format!("{}{}{}", left[0], one_line(words), left[1]),
        Run::Right(words) => format!("{}{}{}", right[0], one_line(words), right[1]),
        run @ Run::Both { .. } => one_line(&run.to_string()),
    });
    runs.collect()
}

fn line(text: impl Display) -> String {
    one_line(&text.to_string())
}
