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

use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use lexopt::{Arg, Parser, ValueExt};
use retold::view::Marks;
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
        print_text(&comparison)
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

/// With colours for a terminal that wants them, with signs elsewhere.
fn print_text(comparison: &Comparison<'_>) -> io::Result<()> {
    let unwanted = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let marks = if io::stdout().is_terminal() && !unwanted {
        Marks::Colours
    } else {
        Marks::Signs
    };
    write!(io::stdout().lock(), "{}", comparison.marked(marks))
}

/// The comparison as the library writes it.
fn print_json(comparison: &Comparison<'_>) -> io::Result<()> {
    let mut out = io::stdout().lock();
    serde_json::to_writer_pretty(&mut out, comparison)?;
    writeln!(out)
}
