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
            // In a worktree `.git` is a file.
            if name != ".git" {
                files.push(path);
            }
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

/// What an example says. `cargo test` builds all examples, `cargo test --test it` none: then it is
/// built here.
pub(crate) fn example(name: &str, arguments: &[&str]) -> Output {
    let test = std::env::current_exe().unwrap();
    let profile = test.parent().unwrap().parent().unwrap();
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    let program = profile.join("examples").join(file);
    if !program.is_file() {
        let mut build = Command::new(env!("CARGO"));
        build.args(["build", "--quiet", "--example", name]);
        if profile.ends_with("release") {
            build.arg("--release");
        }
        let built = build.current_dir(root()).status().unwrap();
        assert!(built.success(), "the example {name} cannot be built");
    }
    run(Command::new(program).args(arguments), b"")
}

/// What a program says to some input; the test fails if it does not end.
pub(crate) fn run(command: &mut Command, input: &[u8]) -> Output {
    command.stdin(Stdio::piped());
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let (id, mut pipe, input) = (child.id(), child.stdin.take().unwrap(), input.to_vec());
    // Fails if the program ends without reading; that is its own affair.
    std::thread::spawn(move || _ = pipe.write_all(&input));
    let (ended, waiting) = std::sync::mpsc::channel();
    std::thread::spawn(move || ended.send(child.wait_with_output()));
    let output = waiting.recv_timeout(Duration::from_secs(120));
    output
        .unwrap_or_else(|_| panic!("process {id} does not end"))
        .unwrap()
}
