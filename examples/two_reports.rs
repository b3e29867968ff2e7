//! Compares two reports: same story or not, how alike, and what each shares, rewords or adds.
//!
//! ```sh
//! cargo run --release --example two_reports
//! cargo run --release --example two_reports -- A.txt B.txt
//! cargo run --release --example two_reports -- --json A.txt B.txt
//! cargo run --release --example two_reports -- --html page.html A.txt B.txt
//! ```
//!
//! Without files it takes the two sample reports beside it. A file that cannot be read, or is no
//! UTF-8, is named in one line and ends the program with code 2.

use std::fmt::Display;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anstream::StripStream;
use anstyle::{AnsiColor, Style};
use lexopt::{Arg, Parser, ValueExt};
use retold::diff::{Change, Group, Label, Pair, QuoteLabel, QuotePair, Run};
use retold::{Article, Comparison};

const HELP: &str = "\
Compares two reports: same story or not, and what each shares, rewords or adds.

Usage: two_reports [OPTIONS] [LEFT RIGHT]

  LEFT RIGHT     Two text files in UTF-8; without them, the two sample reports.
  --json         Print one JSON object.
  --html FILE    Also write the comparison as a web page.
  -h, --help     Print this.
";

#[derive(Default)]
struct Arguments {
    files: Vec<PathBuf>,
    json: bool,
    html: Option<PathBuf>,
}

fn main() -> ExitCode {
    let done = match arguments() {
        Ok(Some(arguments)) => run(&arguments),
        Ok(None) => {
            print!("{HELP}");
            Ok(())
        }
        Err(error) => Err(format!("{error}; --help lists the options")),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("two_reports: {message}");
            ExitCode::from(2)
        }
    }
}

/// What the command line asks for; nothing if it asks for help.
fn arguments() -> Result<Option<Arguments>, lexopt::Error> {
    let mut parser = Parser::from_env();
    let mut arguments = Arguments::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Long("json") => arguments.json = true,
            Arg::Long("html") => arguments.html = Some(parser.value()?.parse()?),
            Arg::Short('h') | Arg::Long("help") => return Ok(None),
            Arg::Value(file) => arguments.files.push(file.into()),
            other => return Err(other.unexpected()),
        }
    }
    match arguments.files.len() {
        0 | 2 => Ok(Some(arguments)),
        other => Err(format!("two files are needed, or none; {other} given").into()),
    }
}

fn run(arguments: &Arguments) -> Result<(), String> {
    let samples = ["first.txt", "second.txt"].map(|name| {
        Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("reports")
            .join(name)
    });
    let [left_path, right_path] = match arguments.files.as_slice() {
        [left, right] => [left, right],
        _ => samples.each_ref(),
    };
    let (left_text, right_text) = (read(left_path)?, read(right_path)?);
    let names = [left_path, right_path].map(|path| file_name(path));
    let [left_name, right_name] = if names[0] == names[1] {
        [left_path, right_path].map(|path| path.display().to_string())
    } else {
        names
    };
    let left = Article::new(&left_text).with_source(&left_name);
    let right = Article::new(&right_text).with_source(&right_name);
    let comparison = retold::compare(left, right);

    if let Some(path) = &arguments.html {
        std::fs::write(path, comparison.to_html())
            .map_err(|error| format!("{}: {error}", path.display()))?;
    }
    let printed = if arguments.json {
        print_json(&comparison)
    } else {
        print_text(&comparison, &left_name, &right_name)
    };
    match printed {
        // Whoever reads may stop reading, as `head` does.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.to_string()),
        _ => Ok(()),
    }
}

/// The text of a file, without a byte order mark.
fn read(path: &Path) -> Result<String, String> {
    let bytes = std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        format!(
            "{}: not UTF-8 (first wrong byte at {valid})",
            path.display()
        )
    })?;
    Ok(match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    })
}

fn file_name(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    name.to_string_lossy().into_owned()
}

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();
const LEFT: Style = AnsiColor::Red.on_default().strikethrough();
const RIGHT: Style = AnsiColor::Green.on_default().underline();

fn print_text(comparison: &Comparison<'_>, left: &str, right: &str) -> io::Result<()> {
    let plain = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let coloured = io::stdout().is_terminal() && !plain;
    let mut out: Box<dyn Write> = if coloured {
        Box::new(io::stdout().lock())
    } else {
        Box::new(StripStream::new(io::stdout().lock()))
    };
    let diff = comparison.diff();

    let verdict = if comparison.same_story() { "yes" } else { "no" };
    let relation = comparison.relation();
    writeln!(out, "{BOLD}Same story: {verdict}{BOLD:#} ({relation})")?;
    writeln!(
        out,
        "Jaccard {:.2}; {:.0} % of {left} stands in {right}, {:.0} % of {right} in {left}",
        comparison.jaccard(),
        100.0 * comparison.containment_left(),
        100.0 * comparison.containment_right(),
    )?;

    let facts = diff.facts();
    heading(&mut out, "Facts that differ", facts.len())?;
    for fact in &facts {
        print_fact(&mut out, fact)?;
    }

    let quotes = diff.quotes();
    if !quotes.is_empty() {
        heading(&mut out, "Quotations", quotes.len())?;
    }
    for quote in &quotes {
        print_quote(&mut out, quote)?;
    }

    let (same, reworded): (Vec<_>, Vec<_>) = diff
        .shared()
        .partition(|pair| matches!(pair.label(), Label::Same | Label::Punctuation));
    heading(&mut out, "Shared", same.len())?;
    for pair in same {
        writeln!(out, "  = {}{}", one_line(pair.left()), moved(pair))?;
        if pair.label() == Label::Punctuation {
            let (right, how) = (one_line(pair.right()), pair.label());
            writeln!(out, "    {right} {DIM}({how}){DIM:#}")?;
        }
    }
    heading(&mut out, "Reworded", reworded.len())?;
    for pair in reworded {
        let (shape, percent) = (shape(pair), 100.0 * pair.similarity());
        let how = format!(
            "{}{shape}, {percent:.0} % alike{}{}",
            pair.label(),
            if pair.agrees() { "" } else { ", contradicting" },
            moved(pair)
        );
        writeln!(out, "  ~ {DIM}{how}{DIM:#}")?;
        writeln!(out, "    {}", words(pair, coloured))?;
    }
    print_only(&mut out, left, '<', diff.left_only())?;
    print_only(&mut out, right, '>', diff.right_only())?;

    let related: Vec<_> = diff.related().collect();
    if !related.is_empty() {
        heading(
            &mut out,
            "Possibly related, not counted as shared",
            related.len(),
        )?;
    }
    for pair in related {
        writeln!(
            out,
            "  ? {}\n    {}",
            one_line(pair.left()),
            one_line(pair.right())
        )?;
    }
    out.flush()
}

fn heading(out: &mut impl Write, text: impl Display, count: usize) -> io::Result<()> {
    writeln!(out, "\n{BOLD}{text}{BOLD:#} ({count})")
}

fn print_fact(out: &mut impl Write, fact: &Change<'_>) -> io::Result<()> {
    let said = |words: &str| {
        if words.is_empty() {
            "(not said)".to_owned()
        } else {
            one_line(words)
        }
    };
    let kind = fact.kind.name();
    let (left, right) = (said(fact.left), said(fact.right));
    let places = match fact.also.len() {
        0 if fact.in_titles => " (titles)".to_owned(),
        0 => String::new(),
        more => format!(" ({} places)", more + 1),
    };
    writeln!(
        out,
        "  {DIM}{kind:<8}{DIM:#}  {left}  |  {right}{DIM}{places}{DIM:#}"
    )
}

fn print_quote(out: &mut impl Write, quote: &QuotePair<'_>) -> io::Result<()> {
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
    let (said, speakers) = (said.join("”  |  “"), speakers.join(" | "));
    writeln!(out, "  {DIM}{how:<10}{DIM:#}  “{said}”  {speakers}")
}

fn print_only<'s, 'a: 's>(
    out: &mut impl Write,
    name: &str,
    mark: char,
    groups: impl Iterator<Item = Group<'s, 'a>>,
) -> io::Result<()> {
    let groups: Vec<_> = groups.collect();
    heading(out, format_args!("Only in {name}"), groups.len())?;
    groups
        .into_iter()
        .try_for_each(|group| writeln!(out, "  {mark} {}", one_line(group)))
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

/// A reworded pair word by word: in colour, or in brackets where there is none.
fn words(pair: Pair<'_, '_>, coloured: bool) -> String {
    pair.words()
        .iter()
        .map(|run| match run {
            Run::Left(words) if coloured => format!("{LEFT}{}{LEFT:#}", one_line(words)),
            Run::Right(words) if coloured => format!("{RIGHT}{}{RIGHT:#}", one_line(words)),
            run => one_line(run),
        })
        .collect()
}

/// A text in one line, without the characters a terminal would obey: controls, and those that turn
/// the reading direction.
fn one_line(text: impl Display) -> String {
    let turns = |c| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let obeyed = |c: char| turns(c) || (c.is_control() && !c.is_whitespace());
    let seen = |c: char| if obeyed(c) { '\u{fffd}' } else { c };
    let text: String = text.to_string().chars().map(seen).collect();
    let mut line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    // Runs of a word diff are joined, so the space at either end counts.
    if text.starts_with(char::is_whitespace) {
        line.insert(0, ' ');
    }
    if text.ends_with(char::is_whitespace) && !line.ends_with(' ') {
        line.push(' ');
    }
    line
}

/// The comparison as the library writes it.
fn print_json(comparison: &Comparison<'_>) -> io::Result<()> {
    let mut out = io::stdout().lock();
    serde_json::to_writer_pretty(&mut out, comparison)?;
    writeln!(out)
}
