//! `retold completions` and `retold man`: what a shell and `man` know of the commands, made from their
//! definition.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::{Args, Command};
use clap_complete::Shell;
use clap_mangen::Man;

use crate::failure::Failure;

#[derive(Debug, Args)]
pub(crate) struct Completions {
    /// The shell they are for.
    shell: Shell,
}

#[derive(Debug, Args)]
pub(crate) struct Pages {
    /// The folder to write a page for each command into; the page of `retold` on standard output unless
    /// given.
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
}

/// Prints the completions of a shell.
pub(crate) fn completions(options: &Completions, command: &mut Command) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(options.shell, command, "retold", &mut script);
    print(&script)
}

/// Writes the manual.
pub(crate) fn man(options: &Pages, command: Command) -> Result<(), Failure> {
    let Some(folder) = &options.folder else {
        let mut page = Vec::new();
        Man::new(command)
            .render(&mut page)
            .map_err(Failure::failed)?;
        return print(&page);
    };
    let wrong = |error: io::Error| Failure::file(folder, error);
    std::fs::create_dir_all(folder).map_err(wrong)?;
    clap_mangen::generate_to(command, folder).map_err(wrong)
}

fn print(bytes: &[u8]) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    out.write_all(bytes)
        .and_then(|()| out.flush())
        .map_err(|error| Failure::output(&error))
}
