//! The house has floors: a layer uses the layers below it, never one above.

use std::fs;
use std::path::{Path, PathBuf};

use crate::files;

/// Each top-level module of `src` and the modules it may use. Errors and articles are plain records
/// that every layer may name; the front door (`detector`, `lib`) may use everything.
const HOUSE: &[(&str, &[&str])] = &[
    ("guide", &[]),
    ("hash", &[]),
    ("error", &[]),
    ("frame", &["hash", "error"]),
    ("article", &["language"]),
    ("language", &[]),
    ("text", &["language", "hash", "error"]),
    ("sketch", &["text", "frame", "hash", "error"]),
    ("parallel", &[]),
    ("table", &[]),
    ("lsh", &["sketch", "frame", "hash", "error", "parallel"]),
    (
        "event",
        &[
            "text", "language", "frame", "hash", "error", "article", "parallel",
        ],
    ),
    (
        "story",
        &[
            "event", "lsh", "sketch", "text", "language", "frame", "hash", "error", "article",
            "parallel", "table",
        ],
    ),
    (
        "diff",
        &[
            "event", "text", "language", "hash", "error", "article", "table",
        ],
    ),
    ("view", &["diff", "text", "article"]),
];
/// `bin` is the program, a user of the library like any other.
const FRONT: &[&str] = &["lib", "detector", "bin"];

#[test]
fn no_layer_reaches_up() {
    let src = files::root().join("src");
    let exports = root_names(&fs::read_to_string(src.join("lib.rs")).unwrap());
    let mut wrong = Vec::new();
    for path in files::rust_files(&src) {
        let module = top_module(&src, &path);
        if FRONT.contains(&module.as_str()) {
            continue;
        }
        let Some((_, allowed)) = HOUSE.iter().find(|(name, _)| *name == module) else {
            wrong.push(format!(
                "{module} has no floor: add it to HOUSE in this test"
            ));
            continue;
        };
        let code = code_of(&fs::read_to_string(&path).unwrap());
        // In the root file of a module `super` is the crate, and further down two of them may be.
        let root = path.parent() == Some(src.as_path()) || path == src.join(&module).join("mod.rs");
        if code.contains("super::super::") || root && code.contains("super::") {
            wrong.push(format!("{}: write crate:: for super::", path.display()));
        }
        for name in uses(&code) {
            let used = exports
                .iter()
                .find(|(export, _)| *export == name)
                .map_or(name.as_str(), |(_, home)| home.as_str());
            if used != module && !allowed.contains(&used) {
                wrong.push(format!(
                    "{}: {module} uses {name} of {used}",
                    path.display()
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The check itself sees what it should: groups, nested groups, single names, and no comments.
#[test]
fn uses_are_found_in_every_spelling() {
    let code = code_of(
        "use crate::text;\nuse crate::{diff::{a, b}, hash, Detector};\n// crate::story\n\
         fn f() -> crate::lsh::Banding {}\n#[cfg(test)]\nmod tests { use crate::event; }",
    );
    let mut found = uses(&code);
    found.sort();
    assert_eq!(found, ["Detector", "diff", "hash", "lsh", "text"]);
    assert_eq!(
        root_names("pub use detector::{Comparison, Detector};\npub use story::Stories;"),
        [
            ("Comparison".to_owned(), "detector".to_owned()),
            ("Detector".to_owned(), "detector".to_owned()),
            ("Stories".to_owned(), "story".to_owned()),
        ]
    );
}

/// The top-level module a file belongs to.
fn top_module(src: &Path, path: &Path) -> String {
    let inside: PathBuf = path
        .strip_prefix(src)
        .unwrap()
        .components()
        .take(1)
        .collect();
    inside.with_extension("").to_string_lossy().into_owned()
}

/// The code without comments and unit tests.
pub(crate) fn code_of(source: &str) -> String {
    source
        .lines()
        .take_while(|line| line.trim() != "#[cfg(test)]")
        .map(|line| line.split("//").next().unwrap_or_default())
        .collect::<Vec<_>>()
        .join("\n")
}

/// The first name behind every `crate::`, groups taken apart.
fn uses(code: &str) -> Vec<String> {
    let mut names = Vec::new();
    for (at, marker) in code.match_indices("crate::") {
        let rest = &code[at + marker.len()..];
        match rest.strip_prefix('{') {
            Some(group) => names.extend(group_heads(group)),
            None => names.push(identifier(rest)),
        }
    }
    names
}

/// The first name of each member of a `{…}` group, whose opening brace is already read.
fn group_heads(group: &str) -> Vec<String> {
    let mut depth = 1;
    let mut members = vec![String::new()];
    for c in group.chars() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 1 => members.push(String::new()),
            _ if depth == 1 => members.last_mut().unwrap().push(c),
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    members
        .iter()
        .map(|member| identifier(member.trim()))
        .filter(|name| !name.is_empty())
        .collect()
}

fn identifier(text: &str) -> String {
    text.chars()
        .take_while(|c| c.is_alphanumeric() || *c == '_')
        .collect()
}

/// What `lib.rs` re-exports, with the module each name comes from.
fn root_names(lib: &str) -> Vec<(String, String)> {
    let code = code_of(lib);
    let mut names = Vec::new();
    for (at, marker) in code.match_indices("pub use ") {
        let rest = &code[at + marker.len()..];
        let statement = rest.split(';').next().unwrap_or_default();
        let home = identifier(statement);
        let last = statement.rsplit("::").next().unwrap_or_default();
        match statement.split_once('{') {
            Some((_, group)) => {
                names.extend(
                    group_heads(group)
                        .into_iter()
                        .map(|name| (name, home.clone())),
                );
            }
            None => names.push((identifier(last), home)),
        }
    }
    names
}
