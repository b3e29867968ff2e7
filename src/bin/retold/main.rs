//! `retold`, the program: groups the articles of feeds, exports and folders into stories, and compares
//! reports.
//!
//! | part | does |
//! |---|---|
//! | [`cli`] | the command line |
//! | [`args`] | options that several commands share |
//! | [`input`] | reads articles in the formats people have them in |
//! | [`commands`] | one file a command |
//! | [`output`] | lines, tables and pages |
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program prints"
)]

mod args;
mod cli;
mod commands;
mod failure;
mod input;
mod output;
mod progress;
mod record;
mod words;

use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use cli::{Cli, Command};

fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Compare(options) => commands::compare::run(&options),
        Command::Cluster(options) => commands::cluster::run(&options),
        Command::Live(options) => commands::live::run(&options),
        Command::Statements(options) => commands::statements::run(&options),
        Command::Completions(options) => {
            commands::shell::completions(&options, &mut Cli::command())
        }
        Command::Man(options) => commands::shell::man(&options, Cli::command()),
        Command::Evaluate(options) => commands::evaluate::run(&options),
        Command::Background(options) => commands::background::run(&options),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}
