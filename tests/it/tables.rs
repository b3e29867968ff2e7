//! The tables of `src/text/tables` are what the dependencies' own tables say.
//!
//! They are frozen: every stored hash rests on them. So this compares only while the versions of
//! Unicode are the same, and says so otherwise. For a new version of the frozen definition, a failing
//! comparison prints the new table.
//!
//! Word boundary classes are found by asking `unicode_segmentation` how a character behaves,
//! decompositions come from `unicode_normalization`, letter case from the standard library.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use unicode_normalization::char::{canonical_combining_class, compose, decompose_canonical};
use unicode_segmentation::UnicodeSegmentation;

const LAST: u32 = 0x10_ffff;

fn scalars() -> impl Iterator<Item = char> {
    (0..=LAST).filter_map(char::from_u32)
}

/// Whether the parts together are one segment of UAX #29.
fn one(parts: &[&str]) -> bool {
    parts.concat().split_word_bounds().count() == 1
}

/// The boundary class of a character, by what it does among known ones.
fn class(c: char) -> &'static str {
    let s = c.to_string();
    let s = s.as_str();
    let skipped = one(&["-", s]);
    let pictograph = !skipped && one(&["\u{200d}", s]);
    match c {
        '\r' => return "CR",
        '\n' => return "LF",
        '\u{200d}' => return "ZWJ",
        '\'' => return "SINGLE_QUOTE",
        '"' => return "DOUBLE_QUOTE",
        _ if skipped => return "EXTEND",
        _ => {}
    }
    let after = |left: &str| one(&[left, s]);
    let before = |right: &str| one(&[s, right]);
    if !before("\u{301}") {
        "NEWLINE"
    } else if after("a") && after("ア") {
        "JOINER"
    } else if before("ア") {
        "KATAKANA"
    } else if after("א\"") {
        "HEBREW"
    } else if after("a:") && before("1") {
        if pictograph {
            "LETTER_PICTOGRAPH"
        } else {
            "LETTER"
        }
    } else if after("1,") && before("1") {
        "NUMERIC"
    } else if before("\u{1f1e6}") {
        "REGIONAL"
    } else if before(" ") {
        "SPACE"
    } else {
        match (one(&["a", s, "a"]), one(&["1", s, "1"])) {
            (true, true) => "MID_NUM_LET",
            (true, false) => "MID_LETTER",
            (false, true) => "MID_NUM",
            (false, false) if pictograph => "PICTOGRAPH",
            (false, false) => "OTHER",
        }
    }
}

/// Runs of equal values over all scalars; those of the default are left out.
fn runs<T: PartialEq + Copy>(default: T, value: impl Fn(char) -> T) -> Vec<(u32, u32, T)> {
    let mut runs: Vec<(u32, u32, T)> = Vec::new();
    for c in scalars() {
        let (c, value) = (u32::from(c), value(c));
        match runs.last_mut() {
            Some(last) if last.2 == value && (last.1 + 1 == c || c == 0xe000) => last.1 = c,
            _ => runs.push((c, c, value)),
        }
    }
    runs.retain(|run| run.2 != default);
    runs
}

/// The items in lines of at most 100 columns.
fn wrap(items: &[String]) -> String {
    let mut text = String::new();
    let mut width = 0;
    for item in items {
        let wide = item.chars().count() + 2;
        if width == 0 || width + wide > 96 {
            text.push_str(if width == 0 { "    " } else { "\n    " });
            width = 4;
        } else {
            text.push(' ');
        }
        text.push_str(item);
        text.push(',');
        width += wide;
    }
    text + "\n"
}

fn compare<V: PartialEq + Copy + std::fmt::Debug>(file: &str, table: &str, now: V, frozen: V) {
    if now != frozen {
        println!("skipped: Unicode {now:?} is another version than {frozen:?}");
        return;
    }
    assert!(file.contains(table), "the table would be:\n{table}");
}

#[test]
fn boundaries() {
    let mut names = BTreeMap::new();
    let found = runs(("OTHER", false), |c| {
        let word = c.to_string().unicode_words().next().is_some();
        (class(c), word)
    });
    let items: Vec<String> = found
        .iter()
        .map(|&(first, last, (class, word))| {
            let name: String = class.split('_').map(|part| &part[..1]).collect();
            let name = match class {
                "LETTER_PICTOGRAPH" => "LP".to_owned(),
                "PICTOGRAPH" => "P".to_owned(),
                "NEWLINE" | "CR" | "LF" | "ZWJ" => class.to_owned(),
                "SPACE" => "SP".to_owned(),
                _ => name,
            };
            let name = if word { format!("{name}W") } else { name };
            let full = if word {
                format!("{class} | WORD")
            } else {
                class.to_owned()
            };
            let before = names.insert(name.clone(), full.clone());
            assert!(before.is_none_or(|before| before == full), "{name}");
            format!("({first:#x}, {last:#x}, {name})")
        })
        .collect();
    let file = include_str!("../../src/text/tables/boundary.rs");
    let version = unicode_segmentation::UNICODE_VERSION;
    let mut shorts = String::new();
    for (name, full) in names {
        if name != full {
            let _ = writeln!(shorts, "const {name}: u8 = {full};");
        }
    }
    compare(file, &shorts, version, (17, 0, 0));
    compare(file, &wrap(&items), version, (17, 0, 0));
}

fn escaped(c: char) -> String {
    // Letters that an editor could normalise away, and everything invisible, are written as numbers.
    let plain = c.is_alphanumeric()
        && canonical_combining_class(c) == 0
        && unicode_normalization::is_nfc(c.encode_utf8(&mut [0; 4]))
        && !('\u{1100}'..='\u{11ff}').contains(&c)
        && !('\u{16d63}'..='\u{16d6a}').contains(&c)
        && !class(c).starts_with("EXTEND");
    if plain {
        c.to_string()
    } else {
        c.escape_unicode().to_string()
    }
}

fn parts(c: char) -> Vec<char> {
    let mut parts = Vec::new();
    decompose_canonical(c, |part| parts.push(part));
    parts
}

/// A character's decomposition as a first and a second part, if that composes to it again.
fn pair(c: char, parts: &[char]) -> Option<(char, char)> {
    let (&second, front) = parts.split_last()?;
    let (&start, front) = front.split_first()?;
    // The first of the two is what all parts but the last compose to.
    let first = front
        .iter()
        .try_fold(start, |first, &next| compose(first, next))?;
    (compose(first, second) == Some(c)).then_some((first, second))
}

/// The characters of a string, escapes left whole, over lines of 80.
fn lines(mut text: &str) -> String {
    let mut lines = vec![String::new()];
    while let Some(c) = text.chars().next() {
        let len = if c == '\\' {
            text.find('}').unwrap() + 1
        } else {
            c.len_utf8()
        };
        let (item, rest) = text.split_at(len);
        if lines[lines.len() - 1].chars().count() + item.chars().count() > 80 {
            lines.push(String::new());
        }
        lines.last_mut().unwrap().push_str(item);
        text = rest;
    }
    lines.join("\\\n         ")
}

fn compare_canonical(table: &str) {
    compare(
        include_str!("../../src/text/tables/canonical.rs"),
        table,
        unicode_normalization::UNICODE_VERSION,
        (18, 0, 0),
    );
}

#[test]
fn decompositions() {
    let mut pairs: BTreeMap<char, String> = BTreeMap::new();
    let mut never: Vec<String> = Vec::new();
    let mut singles: Vec<(char, char, String)> = Vec::new();
    for c in scalars().filter(|c| !('가'..='힣').contains(c)) {
        let parts = parts(c);
        if parts == [c] {
        } else if let [one] = parts[..] {
            match singles.last_mut() {
                Some((_, last, to)) if (*last..=c).count() == 2 => {
                    *last = c;
                    to.push_str(&escaped(one));
                }
                _ => singles.push((c, c, escaped(one))),
            }
        } else if let Some((first, second)) = pair(c, &parts) {
            let to = pairs.entry(second).or_default();
            to.push_str(&(escaped(first) + &escaped(c)));
        } else {
            let parts: String = parts.iter().map(|&c| escaped(c)).collect();
            never.push(format!("('{}', \"{parts}\")", escaped(c)));
        }
    }
    let row = |(c, to): (char, String)| format!("    ('{}', \"{}\"),\n", escaped(c), lines(&to));
    compare_canonical(&pairs.into_iter().map(row).collect::<String>());
    compare_canonical(&wrap(&never));
    let singles = singles.into_iter().map(|(first, _, to)| (first, to));
    compare_canonical(&singles.map(row).collect::<String>());
}

#[test]
fn combining_classes() {
    let marks: Vec<String> = runs(0, canonical_combining_class)
        .iter()
        .map(|(first, last, class)| format!("({first:#x}, {last:#x}, {class})"))
        .collect();
    compare_canonical(&wrap(&marks));
}

/// Lower case of the upper case of the lower case.
fn caseless(c: char) -> String {
    c.to_lowercase()
        .flat_map(char::to_uppercase)
        .flat_map(char::to_lowercase)
        .collect()
}

#[test]
fn case() {
    let mut single: Vec<(u32, u32)> = Vec::new();
    let mut several = Vec::new();
    for c in scalars().filter(|&c| c != '\u{345}' && parts(c) == [c]) {
        let to = caseless(c);
        let mut chars = to.chars();
        match (chars.next(), chars.next()) {
            (Some(one), None) if one == c => {}
            (Some(one), None) => single.push((u32::from(c), u32::from(one))),
            _ => several.push(format!("('{}', \"{to}\")", escaped(c))),
        }
    }
    // (first, last, step, lower - upper)
    let mut ranges: Vec<(u32, u32, u32, i64)> = Vec::new();
    for (c, to) in single {
        let delta = i64::from(to) - i64::from(c);
        match ranges.last_mut() {
            Some((first, last, step, d))
                if *d == delta && (first == last && c - *last <= 2 || c - *last == *step) =>
            {
                *step = c - *last;
                *last = c;
            }
            _ => ranges.push((c, c, 1, delta)),
        }
    }
    let items: Vec<String> = ranges
        .iter()
        .map(|(first, last, step, delta)| format!("({first:#x}, {last:#x}, {step}, {delta})"))
        .collect();
    let file = include_str!("../../src/text/tables/case.rs");
    compare(file, &wrap(&items), char::UNICODE_VERSION, (17, 0, 0));
    compare(file, &wrap(&several), char::UNICODE_VERSION, (17, 0, 0));
}
