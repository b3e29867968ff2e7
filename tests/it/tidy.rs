//! What a reader of the repository may rely on: short files that say what they are for, nothing of
//! the machine they were written on, commands that work as written.

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

use crate::files;

const CODE: [&str; 4] = ["src", "tests", "benches", "examples"];

/// The Rust files of the repository, each with its path inside it and its content.
fn sources() -> Vec<(String, String)> {
    let root = files::root();
    CODE.iter()
        .flat_map(|part| files::rust_files(&root.join(part)))
        .map(|path| {
            let name = path.strip_prefix(&root).unwrap().display().to_string();
            (name, fs::read_to_string(&path).unwrap())
        })
        .collect()
}

fn assert_none(wrong: &[String], why: &str) {
    assert!(wrong.is_empty(), "{why}:\n{}", wrong.join("\n"));
}

#[test]
fn files_are_short() {
    let long: Vec<String> = sources()
        .into_iter()
        .filter(|(_, content)| content.lines().count() > 600)
        .map(|(name, _)| name)
        .collect();
    assert_none(&long, "over 600 lines; does each hold one idea?");
}

#[test]
fn files_say_what_they_are_for() {
    let silent: Vec<String> = sources()
        .into_iter()
        .filter(|(_, content)| !content.starts_with("//!"))
        .map(|(name, _)| name)
        .collect();
    assert_none(&silent, "without a module comment");
}

#[test]
fn nothing_is_left_open() {
    let markers = [
        concat!("to", "do!("),
        concat!("unimpl", "emented!("),
        concat!("FIX", "ME"),
        concat!("XX", "X"),
    ];
    let mut open = Vec::new();
    for (name, content) in sources() {
        for (number, line) in content.lines().enumerate() {
            if markers.iter().any(|marker| line.contains(marker)) {
                open.push(format!("{name}:{}: {line}", number + 1));
            }
        }
    }
    assert_none(&open, "left open");
}

#[test]
fn no_machine_shows_through() {
    let paths = [
        concat!("/wo", "rk/"),
        concat!("/ro", "ot/"),
        concat!("/ho", "me/"),
        concat!("/tm", "p/"),
    ];
    let root = files::root();
    let mut found = Vec::new();
    for path in files::all(&root) {
        let Ok(content) = fs::read_to_string(&path) else {
            continue;
        };
        if path.ends_with("Cargo.lock") {
            continue;
        }
        for (number, line) in content.lines().enumerate() {
            if paths.iter().any(|machine| line.contains(machine)) {
                found.push(format!("{}:{}: {line}", path.display(), number + 1));
            }
        }
    }
    assert_none(&found, "paths of one machine");
}

/// `missing_docs` sees to the words; this sees to the examples.
#[test]
fn every_public_item_has_an_example() {
    let mut bare = Vec::new();
    for (name, content) in sources() {
        if !name.starts_with("src") {
            continue;
        }
        let lines: Vec<&str> = content.lines().collect();
        for (at, line) in lines.iter().enumerate() {
            let for_tests = lines[..at]
                .iter()
                .rev()
                .take(2)
                .any(|line| *line == "#[cfg(doctest)]");
            if is_public_item(line) && !for_tests && !has_example(&lines[..at]) {
                bare.push(format!("{name}:{}: {}", at + 1, line.trim()));
            }
        }
    }
    assert_none(&bare, "public without an example that runs");
}

fn is_public_item(line: &str) -> bool {
    let Some(rest) = line.trim_start().strip_prefix("pub ") else {
        return false;
    };
    let rest = rest.strip_prefix("const ").unwrap_or(rest);
    ["fn ", "struct ", "enum ", "trait "]
        .iter()
        .any(|kind| rest.starts_with(kind))
}

/// Whether the comment right above an item holds an example of at least one line.
fn has_example(above: &[&str]) -> bool {
    let mut fences = Vec::new();
    for (back, line) in above.iter().rev().map(|line| line.trim()).enumerate() {
        let comment = line.starts_with("///");
        if !comment && (line.is_empty() || line == "}" || line.ends_with('{')) {
            break;
        }
        if line.starts_with("/// ```") {
            fences.push(back);
        }
    }
    fences
        .chunks(2)
        .any(|pair| matches!(pair, [end, start] if start - end > 1))
}

#[test]
fn the_changelog_knows_this_version() {
    let changelog = fs::read_to_string(files::root().join("CHANGELOG.md")).unwrap();
    let heading = format!("## {}", env!("CARGO_PKG_VERSION"));
    assert!(
        changelog.contains(&heading),
        "no `{heading}` in CHANGELOG.md"
    );
}

/// What README tells a newcomer to run is what every change is checked with.
#[test]
fn readme_commands_are_the_checked_ones() {
    let read = |name| fs::read_to_string(files::root().join(name)).unwrap();
    let (readme, checks) = (read("README.md"), read(".ci/run"));
    for command in [
        "cargo run --release --example two_reports",
        "cargo test --all-features",
    ] {
        assert!(
            readme.contains(command),
            "README.md does not name `{command}`"
        );
        assert!(
            checks.contains(command),
            ".ci/run does not call `{command}`"
        );
    }
}

/// Whoever finds a bench finds out what it measures and how to run it.
#[test]
fn every_bench_is_explained() {
    let explained = fs::read_to_string(files::root().join("benches/README.md")).unwrap();
    let silent: Vec<String> = files::rust_files(&files::root().join("benches"))
        .iter()
        .map(|path| {
            path.strip_prefix(files::root().join("benches"))
                .unwrap()
                .display()
                .to_string()
        })
        .filter(|name| !name.contains('/') && !explained.contains(name.as_str()))
        .collect();
    assert_none(&silent, "not in benches/README.md");
}

/// A newcomer sees at the top what every Rust crate has there, and nothing else. Files that are not
/// part of the repository do not count: README tells users to make some.
#[test]
fn the_top_level_is_small() {
    let expected = [
        "CHANGELOG.md",
        "Cargo.lock",
        "Cargo.toml",
        "LICENSE-APACHE",
        "LICENSE-MIT",
        "README.md",
        "benches",
        "examples",
        "src",
        "tests",
    ];
    let listed = Command::new("git")
        .args(["ls-files", "-z"])
        .current_dir(files::root())
        .output();
    let Ok(listed) = listed else { return };
    let names = String::from_utf8(listed.stdout).unwrap();
    let tops: BTreeSet<&str> = names
        .split('\0')
        .filter_map(|name| name.split('/').next())
        .filter(|top| !top.is_empty() && !top.starts_with('.'))
        .collect();
    let extra: Vec<String> = tops
        .into_iter()
        .filter(|top| !expected.contains(top))
        .map(str::to_owned)
        .collect();
    assert_none(&extra, "not expected at the top level");
}
