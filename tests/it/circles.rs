//! No circles at any depth: of the submodules of one module, none uses another that uses it, on any way.
//!
//! A module and its own submodules may use each other: `mod.rs` says what is shared among them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::files;
use crate::layers::code_of;

/// A module by the names from the root of the crate down.
type Module = Vec<String>;

#[test]
fn no_submodules_form_a_circle() {
    for root in ["src", "src/bin/retold"] {
        let circles = House::read(&files::root().join(root)).circles();
        assert!(circles.is_empty(), "circles in {root}: {circles:#?}");
    }
}

/// The check itself finds a circle through a re-export, and none where a child uses its parent.
#[test]
fn circles_are_found() {
    let house = House::of([
        ("", ""),
        ("a", "pub use one::One;\nfn shared() {}"),
        ("a/one", "use super::two::Two;\npub struct One;"),
        (
            "a/two",
            "use std::fmt;\nuse crate::a::{One, shared};\npub struct Two;",
        ),
        ("a/three", "fn f() { super::shared(); super::two::g() }"),
    ]);
    assert_eq!(
        house.circles(),
        [("a".to_owned(), vec!["one".to_owned(), "two".to_owned()])]
    );
}

/// All modules, and the paths each of them uses.
struct House {
    uses: BTreeMap<Module, Vec<Vec<String>>>,
    /// The paths a module re-exports, by the last name.
    exports: BTreeMap<Module, BTreeMap<String, Vec<String>>>,
}

impl House {
    fn read(src: &Path) -> Self {
        let sources: Vec<(String, String)> = files::rust_files(src)
            .iter()
            .map(|path| (path.strip_prefix(src).unwrap(), path))
            .filter(|(inside, _)| !inside.starts_with("bin"))
            .map(|(inside, path)| {
                let name = inside
                    .with_extension("")
                    .to_string_lossy()
                    .replace('\\', "/");
                let name = name.trim_end_matches("/mod").to_owned();
                let is_root = matches!(name.as_str(), "lib" | "main");
                let name = if is_root { String::new() } else { name };
                (name, fs::read_to_string(path).unwrap())
            })
            .collect();
        Self::of(
            sources
                .iter()
                .map(|(name, code)| (name.as_str(), code.as_str())),
        )
    }

    fn of<'a>(sources: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let (mut uses, mut exports) = (BTreeMap::new(), BTreeMap::new());
        for (name, source) in sources {
            let module: Module = name
                .split('/')
                .filter(|part| !part.is_empty())
                .map(str::to_owned)
                .collect();
            let code = code_of(source);
            let mut paths = Vec::new();
            let mut exported = BTreeMap::new();
            for (public, tree) in use_trees(&code) {
                for path in flatten(&tree) {
                    if public {
                        exported.insert(path.last().cloned().unwrap_or_default(), path.clone());
                    }
                    paths.push(path);
                }
            }
            paths.extend(inline_paths(&code));
            uses.insert(module.clone(), paths);
            exports.insert(module, exported);
        }
        Self { uses, exports }
    }

    /// The module a path leads to, as written in `module`.
    fn resolve(&self, module: &[String], path: &[String], depth: usize) -> Option<Module> {
        let mut at = module.to_vec();
        let mut rest = path;
        match path.first()?.as_str() {
            "crate" => (at, rest) = (Vec::new(), &path[1..]),
            "self" => rest = &path[1..],
            "super" => {
                while rest.first().is_some_and(|name| name == "super") {
                    at.pop();
                    rest = &rest[1..];
                }
            }
            name if self.uses.contains_key(&child(module, name)) => {}
            _ => return None,
        }
        for name in rest {
            if self.uses.contains_key(&child(&at, name)) {
                at.push(name.clone());
                continue;
            }
            let export = self.exports.get(&at).and_then(|names| names.get(name));
            return match export {
                Some(path) if depth < 6 => self.resolve(&at, path, depth + 1).or(Some(at)),
                _ => Some(at),
            };
        }
        Some(at)
    }

    /// Per module the groups of its submodules that use each other in a circle.
    fn circles(&self) -> Vec<(String, Vec<String>)> {
        let mut edges: BTreeMap<Module, BTreeMap<String, BTreeSet<String>>> = BTreeMap::new();
        for (module, paths) in &self.uses {
            for used in paths
                .iter()
                .filter_map(|path| self.resolve(module, path, 0))
            {
                let common = module.iter().zip(&used).take_while(|(a, b)| a == b).count();
                if let (Some(from), Some(to)) = (module.get(common), used.get(common)) {
                    let siblings = edges.entry(module[..common].to_vec()).or_default();
                    siblings.entry(from.clone()).or_default().insert(to.clone());
                }
            }
        }
        let mut circles = Vec::new();
        for (module, siblings) in &edges {
            let mut seen = BTreeSet::new();
            for name in siblings.keys() {
                let there = reachable(siblings, name);
                let circle: Vec<String> = there
                    .iter()
                    .filter(|other| reachable(siblings, other).contains(name))
                    .cloned()
                    .collect();
                if circle.len() > 1 && seen.insert(circle.clone()) {
                    circles.push((module.join("/"), circle));
                }
            }
        }
        circles
    }
}

fn child(module: &[String], name: &str) -> Module {
    let mut child = module.to_vec();
    child.push(name.to_owned());
    child
}

fn reachable(edges: &BTreeMap<String, BTreeSet<String>>, from: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut left = vec![from.to_owned()];
    while let Some(name) = left.pop() {
        for next in edges.get(&name).into_iter().flatten() {
            if found.insert(next.clone()) {
                left.push(next.clone());
            }
        }
    }
    found
}

/// Every `use` of some code, and whether it is a re-export.
fn use_trees(code: &str) -> Vec<(bool, String)> {
    let mut trees = Vec::new();
    let starts = |line: &str| {
        let line = line.trim_start();
        let public = line.starts_with("pub");
        let rest = line.split_once("use ").filter(|(before, _)| {
            before.is_empty()
                || public && !before.contains(['=', '{', ';']) && before.ends_with(' ')
        });
        rest.map(|(_, rest)| (public, rest.to_owned()))
    };
    let mut lines = code.lines();
    while let Some(line) = lines.next() {
        let Some((public, mut tree)) = starts(line) else {
            continue;
        };
        while !tree.contains(';') {
            let Some(more) = lines.next() else { break };
            tree.push_str(more);
        }
        trees.push((
            public,
            tree.split(';').next().unwrap_or_default().to_owned(),
        ));
    }
    trees
}

/// The paths of a `use`, groups taken apart.
fn flatten(tree: &str) -> Vec<Vec<String>> {
    let Some((before, group)) = tree.split_once('{') else {
        let path = tree.split(" as ").next().unwrap_or_default();
        return vec![
            path.split("::")
                .map(|name| name.trim().to_owned())
                .collect(),
        ];
    };
    let group = group.rsplit_once('}').map_or(group, |(inside, _)| inside);
    let mut depth = 0;
    let members = group.split(|c| {
        depth += i32::from(c == '{') - i32::from(c == '}');
        c == ',' && depth == 0
    });
    members
        .filter(|member| !member.trim().is_empty())
        .flat_map(|member| flatten(&format!("{before}{}", member.trim())))
        .collect()
}

/// The paths that start with `crate` or `super` anywhere in some code.
fn inline_paths(code: &str) -> Vec<Vec<String>> {
    code.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':'))
        .filter(|path| path.starts_with("crate::") || path.starts_with("super::"))
        .map(|path| {
            path.split("::")
                .filter(|name| !name.is_empty())
                .map(str::to_owned)
                .collect()
        })
        .collect()
}
