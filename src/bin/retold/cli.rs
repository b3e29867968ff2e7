//! The command line: its commands.

use clap::{Parser, Subcommand};

use crate::commands;
use crate::failure::EXIT_CODES;

/// Finds news articles that retell the same event and shows what each shares, rewords or adds.
#[derive(Debug, Parser)]
#[command(name = "retold", version, about, after_help = EXIT_CODES, propagate_version = true)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Compare two reports, or more: what they share, reword and add, and which facts differ.
    #[command(after_help = EXIT_CODES)]
    Compare(commands::compare::Options),
    /// Group articles into stories and mark the copies.
    #[command(after_help = EXIT_CODES, after_long_help = commands::cluster::help())]
    Cluster(commands::cluster::Options),
    /// Follow a feed: place each article in a story as it arrives, and keep everything in one file.
    #[command(after_help = EXIT_CODES, after_long_help = commands::live::help())]
    Live(commands::live::Options),
    /// Lay the versions of one story side by side: each statement, and who has it.
    #[command(after_help = EXIT_CODES)]
    Statements(commands::statements::Options),
    /// Measure the stories against your own labels, and find the threshold that fits.
    #[command(after_help = EXIT_CODES)]
    Evaluate(commands::evaluate::Options),
    /// Count how common words are in your articles, for `--background`.
    #[command(after_help = EXIT_CODES)]
    Background(commands::background::Options),
    /// Print the completions of a shell.
    Completions(commands::shell::Completions),
    /// Print the manual, or write it into a folder.
    Man(commands::shell::Pages),
}
