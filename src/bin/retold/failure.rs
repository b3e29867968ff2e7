//! How a run ends early, and the exit code that tells a script.

use std::fmt::Display;
use std::io;
use std::path::Path;
use std::process::ExitCode;

/// Why a command stopped before it was done.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The command line asks for something that cannot be: exit code 2.
    Usage(String),
    /// A file cannot be read or written, or holds nothing usable: exit code 1.
    Failed(String),
    /// Nobody reads the output any more, as after `head`: exit code 0.
    Closed,
}

/// What `--help` says about exit codes; the same for every command.
pub(crate) const EXIT_CODES: &str = "\
Exit codes:
  0  done; lines that could not be read were reported on standard error
  1  a file cannot be read or written, or nothing in it is an article; or, with --strict, a line is faulty
  2  the command line is wrong: an unknown option, a value out of range, or an id that is not there";

impl Failure {
    /// A command line that cannot be followed.
    pub(crate) fn usage(message: impl Display) -> Self {
        Self::Usage(message.to_string())
    }

    /// Something that went wrong.
    pub(crate) fn failed(message: impl Display) -> Self {
        Self::Failed(message.to_string())
    }

    /// What went wrong with a file.
    pub(crate) fn file(path: &Path, error: impl Display) -> Self {
        Self::Failed(format!("{}: {error}", path.display()))
    }

    /// An error while writing to standard output.
    pub(crate) fn output(error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::Closed,
            _ => Self::Failed(format!("standard output: {error}")),
        }
    }

    /// Says what went wrong, and gives the exit code.
    pub(crate) fn report(&self) -> ExitCode {
        match self {
            Self::Closed => ExitCode::SUCCESS,
            Self::Failed(message) => {
                eprintln!("retold: {message}");
                ExitCode::from(1)
            }
            Self::Usage(message) => {
                eprintln!("retold: {message}");
                ExitCode::from(2)
            }
        }
    }
}
