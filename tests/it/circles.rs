//! Modules have no circles, at any depth: of two modules at most one uses the other.
//!
//! A module and what is inside it count as one room: a file may use what the file of a module around
//! it defines. Everything else that names another file, directly or through the names that a module
//! passes on, is an arrow, and following arrows must never lead back.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use crate::files;

/// Circles that are still to be taken apart, by the modules they are in. Names only ever leave here.
const STILL: &[&str] = &["diff", "text"];

type Module = Vec<String>;

#[test]
fn no_module_uses_itself_through_others() {
    let house = House::read();
    let arrows: BTreeMap<&Module, BTreeSet<Module>> = house
        .code
        .iter()
        .map(|(module, code)| (module, house.uses(module, code)))
        .collect();
    let mut circles = BTreeSet::new();
    for module in arrows.keys() {
        if let Some(way) = way_back(&arrows, module) {
            let still = STILL.contains(&module[0].as_str());
            let names = way.iter().map(|module| module.join("::"));
            if !still {
                circles.insert(names.collect::<Vec<_>>().join(" -> "));
            }
        }
    }
    let circles: Vec<String> = circles.into_iter().collect();
    assert!(circles.is_empty(), "{}", circles.join("\n"));
}

#[test]
fn a_circle_is_found_through_names_that_are_passed_on() {
    let house = House::of(&[
        (&["a"], "mod b; mod c; pub use b::{B, Other};"),
        (
            &["a", "b"],
            "use super::c::C; // use super::Other;\n pub struct B(C);",
        ),
        (
            &["a", "c"],
            "pub(super) struct C; fn f(_: &crate::a::B) {}\n#[cfg(test)]\nmod tests { use super::d::D; }",
        ),
        (&["a", "d"], "use super::{c::{self, C}};"),
    ]);
    let uses = |module: &[&str]| {
        let module: Module = module.iter().map(|&name| name.to_owned()).collect();
        let uses = house.uses(&module, &house.code[&module]).into_iter();
        uses.map(|used| used.join("::")).collect::<Vec<_>>()
    };
    assert_eq!(uses(&["a", "b"]), ["a::c"]);
    assert_eq!(uses(&["a", "c"]), ["a::b"], "through the names of a");
    assert_eq!(uses(&["a", "d"]), ["a::c"]);
    assert!(uses(&["a"]).is_empty(), "passing on is no use");
}

/// The code of all modules, and the names each passes on.
struct House {
    code: BTreeMap<Module, String>,
    passed_on: BTreeMap<Module, BTreeMap<String, Vec<String>>>,
}

impl House {
    fn read() -> Self {
        let src = files::root().join("src");
        let mut sources = Vec::new();
        for path in files::rust_files(&src) {
            let inside = path.strip_prefix(&src).unwrap().with_extension("");
            let names = inside.components();
            let mut module: Module = names
                .map(|name| name.as_os_str().to_string_lossy().into_owned())
                .collect();
            module.retain(|name| name != "mod");
            if module != ["lib"] && module[0] != "bin" {
                sources.push((module, fs::read_to_string(&path).unwrap()));
            }
        }
        Self::new(sources)
    }

    fn of(sources: &[(&[&str], &str)]) -> Self {
        let owned = |&(module, code): &(&[&str], &str)| {
            let module = module.iter().map(|&name| name.to_owned()).collect();
            (module, code.to_owned())
        };
        Self::new(sources.iter().map(owned).collect())
    }

    fn new(sources: Vec<(Module, String)>) -> Self {
        let mut house = Self {
            code: BTreeMap::new(),
            passed_on: BTreeMap::new(),
        };
        for (module, source) in sources {
            let code = source
                .lines()
                .take_while(|line| !line.trim().starts_with("#[cfg(test)]"))
                .map(|line| line.split("//").next().unwrap_or_default())
                .collect::<Vec<_>>()
                .join("\n");
            let passed_on = house.passed_on.entry(module.clone()).or_default();
            for (public, path) in statements(&code) {
                if public {
                    passed_on.insert(path.last().cloned().unwrap_or_default(), path);
                }
            }
            house.code.insert(module, code);
        }
        house
    }

    /// The modules that the code of one uses, but for those around it.
    fn uses(&self, module: &Module, code: &str) -> BTreeSet<Module> {
        let paths = statements(code)
            .into_iter()
            .filter(|(public, _)| !public)
            .map(|(_, path)| path)
            .chain(inline(code));
        let used = paths.filter_map(|path| self.home(module, &path, 0));
        used.filter(|used| !used.is_empty() && !module.starts_with(used))
            .collect()
    }

    /// The module that defines what a path names.
    fn home(&self, from: &Module, path: &[String], depth: usize) -> Option<Module> {
        let (mut at, mut rest) = (from.clone(), path);
        match rest.first()?.as_str() {
            "crate" => {
                at.clear();
                rest = &rest[1..];
            }
            "self" | "super" => {
                while let Some(name) = rest
                    .first()
                    .filter(|name| ["self", "super"].contains(&name.as_str()))
                {
                    if name == "super" {
                        at.pop();
                    }
                    rest = &rest[1..];
                }
            }
            child => {
                if !self.code.contains_key(&inside(from, child)) {
                    return None;
                }
            }
        }
        while let Some(name) = rest.first()
            && self.code.contains_key(&inside(&at, name))
        {
            at.push(name.clone());
            rest = &rest[1..];
        }
        let passed_on = || self.passed_on.get(&at)?.get(rest.first()?);
        match passed_on().filter(|_| depth < 8) {
            Some(path) => self.home(&at, path, depth + 1).or(Some(at)),
            None => Some(at),
        }
    }
}

fn inside(module: &Module, name: &str) -> Module {
    let mut inner = module.clone();
    inner.push(name.to_owned());
    inner
}

/// A way along the arrows from a module back to itself.
fn way_back(arrows: &BTreeMap<&Module, BTreeSet<Module>>, start: &Module) -> Option<Vec<Module>> {
    let mut ways = vec![vec![start.clone()]];
    let mut seen = BTreeSet::new();
    while let Some(way) = ways.pop() {
        for next in arrows.get(way.last()?).into_iter().flatten() {
            let mut longer = way.clone();
            longer.push(next.clone());
            if next == start {
                return Some(longer);
            }
            if seen.insert(next.clone()) {
                ways.push(longer);
            }
        }
    }
    None
}

/// The paths of all `use` statements, and whether each is passed on.
fn statements(code: &str) -> Vec<(bool, Vec<String>)> {
    let mut paths = Vec::new();
    for (at, _) in code.match_indices("use ") {
        let line = code[..at].rsplit(['\n', ';', '}', '{']).next();
        let before = line.unwrap_or_default().trim();
        let public = before.starts_with("pub");
        if !(before.is_empty() || public) {
            continue;
        }
        let statement = code[at + 4..].split(';').next().unwrap_or_default();
        paths.extend(branches(statement).into_iter().map(|path| (public, path)));
    }
    paths
}

/// `a::{b, c::d}` as `a::b` and `a::c::d`.
fn branches(tree: &str) -> Vec<Vec<String>> {
    let Some((stem, group)) = tree.split_once('{') else {
        let path = tree.split(" as ").next().unwrap_or_default();
        let names = path.split("::").map(|name| name.trim().to_owned());
        return vec![names.filter(|name| !name.is_empty()).collect()];
    };
    let (mut depth, mut parts) = (0, vec![String::new()]);
    for c in group.chars() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(String::new());
                continue;
            }
            _ => {}
        }
        parts.last_mut().unwrap().push(c);
    }
    let parts = parts.iter().filter(|part| !part.trim().is_empty());
    parts
        .flat_map(|part| branches(&format!("{stem}{part}")))
        .collect()
}

/// Code without its `use` statements.
fn without_statements(code: &str) -> String {
    let part = |part: &str| {
        let lines = part.lines().take_while(|line| {
            let line = line.trim_start();
            !line.starts_with("use ") && !(line.starts_with("pub") && line.contains(" use "))
        });
        lines.collect::<Vec<_>>().join("\n")
    };
    code.split(';').map(part).collect::<Vec<_>>().join(";")
}

/// Paths in the code itself that start at the root, the module around, or a module inside.
fn inline(code: &str) -> Vec<Vec<String>> {
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    let mut paths = Vec::new();
    let code = without_statements(code);
    let mut rest = code.as_str();
    while let Some(at) = rest.find("::") {
        let start = rest[..at]
            .rfind(|c| !is_name(c))
            .map_or(0, |before| before + 1);
        let end = rest[at..]
            .find(|c| !is_name(c) && c != ':')
            .map_or(rest.len(), |end| at + end);
        let names = rest[start..end].split("::").filter(|name| !name.is_empty());
        let names: Vec<String> = names.map(str::to_owned).collect();
        if names.len() > 1 {
            paths.push(names);
        }
        rest = &rest[end.max(at + 2)..];
    }
    paths
}
