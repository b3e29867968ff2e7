//! The program `retold`, run as a newcomer would.

mod cluster;
mod command_line;
mod compare;
mod dates;
mod faults;
mod formats;
mod live;
mod pipes;
mod withdrawal;

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::files;

/// The program as it was built for these tests.
fn program() -> Command {
    Command::new(env!("CARGO_BIN_EXE_retold"))
}

/// What a run of the program came to.
#[derive(Debug)]
struct Run {
    code: i32,
    /// Standard output.
    out: String,
    /// Standard error.
    said: String,
}

/// Runs the program with some arguments and some standard input.
fn retold(arguments: &[&str], input: impl AsRef<[u8]>) -> Run {
    let output = files::run(program().args(arguments), input.as_ref());
    Run {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        said: String::from_utf8(output.stderr).unwrap(),
    }
}

impl Run {
    /// Standard output, an object a line.
    fn rows(&self) -> Vec<Value> {
        let lines = self.out.lines();
        lines
            .map(|line| serde_json::from_str(line).unwrap())
            .collect()
    }

    /// One field of each line of output.
    fn all(&self, field: &str) -> Vec<Value> {
        self.rows()
            .into_iter()
            .map(|row| row[field].clone())
            .collect()
    }

    /// Whether all these words were said on standard error.
    fn says(&self, words: &[&str]) {
        for word in words {
            assert!(
                self.said.contains(word),
                "`{word}` is not in:\n{}",
                self.said
            );
        }
    }
}

/// A file in a folder for one test.
fn write(folder: &Path, name: &str, content: impl AsRef<[u8]>) -> String {
    let path: PathBuf = folder.join(name);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(&path, content).unwrap();
    path.to_str().unwrap().to_owned()
}

/// Bytes as `gzip` packs them.
fn gzipped(content: &[u8]) -> Vec<u8> {
    use std::io::Write;
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(content).unwrap();
    packed.finish().unwrap()
}

/// Two reports of one event and one of another.
const BRIDGE: &str =
    "A road bridge in Porto collapsed on Monday and killed three workers who were painting it.";
const BRIDGE_RETOLD: &str = "Three workers who were painting a road bridge in Porto were killed on Monday when it collapsed.";
const BREWER: &str =
    "Shares of the brewer Sagres rose by nine percent after a good summer for lager.";
