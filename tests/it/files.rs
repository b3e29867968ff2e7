//! The files of this repository, for tests that read them.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::Duration;

/// The directory of `Cargo.toml`.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below a directory, in order of path, without what is built or hidden.
pub(crate) fn all(directory: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(directory) else {
        return Vec::new();
    };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let mut files = Vec::new();
    for path in paths {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if path.is_file() {
            files.push(path);
        } else if name != "target" && (name == ".ci" || !name.starts_with('.')) {
            files.extend(all(&path));
        }
    }
    files
}

/// Every Rust file below a directory.
pub(crate) fn rust_files(directory: &Path) -> Vec<PathBuf> {
    let mut files = all(directory);
    files.retain(|path| path.extension().is_some_and(|extension| extension == "rs"));
    files
}

/// What an example says.
pub(crate) fn example(name: &str, arguments: &[&str]) -> Option<Output> {
    example_fed(name, arguments, "")
}

/// An example as built beside this test. `cargo test` builds all examples, `cargo test --test it` none:
/// then it is built here.
#[allow(
    clippy::unnecessary_wraps,
    reason = "the tests of the longer examples ask for it"
)]
pub(crate) fn example_path(name: &str) -> Option<PathBuf> {
    let test = std::env::current_exe().unwrap();
    let profile = test.parent().unwrap().parent().unwrap();
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    let program = profile.join("examples").join(file);
    if !program.is_file() {
        let mut build = Command::new(env!("CARGO"));
        build.args(["build", "--quiet", "--features", "cli", "--example", name]);
        if profile.ends_with("release") {
            build.arg("--release");
        }
        let built = build.current_dir(root()).status().unwrap();
        assert!(built.success(), "the example {name} cannot be built");
    }
    Some(program)
}

/// What an example says to some input; it is stopped, and the test fails, if it does not end.
pub(crate) fn example_fed(name: &str, arguments: &[&str], input: &str) -> Option<Output> {
    let mut command = Command::new(example_path(name)?);
    command.args(arguments).stdin(Stdio::piped());
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // Fails if the example ends without reading; that is its own affair.
    _ = child
        .stdin
        .take()
        .map(|mut pipe| pipe.write_all(input.as_bytes()));
    let (ended, waiting) = std::sync::mpsc::channel();
    let id = child.id();
    std::thread::spawn(move || ended.send(child.wait_with_output()));
    let output = waiting.recv_timeout(Duration::from_secs(120));
    Some(
        output
            .unwrap_or_else(|_| panic!("{name} (process {id}) does not end"))
            .unwrap(),
    )
}
