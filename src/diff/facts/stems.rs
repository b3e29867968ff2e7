//! Stems: what the forms of one word have in common, roughly, so that `paid` stands beside `pays`.

use super::lexicon::{Tag, Tags};
use crate::hash;

/// Forms that no ending tells, and the word they are forms of.
#[rustfmt::skip]
pub(super) const IRREGULAR: &[(&str, &str)] = &[
    ("ate", "eat"), ("became", "become"), ("began", "begin"), ("begun", "begin"), ("bled", "bleed"),
    ("bought", "buy"), ("broke", "break"), ("broken", "break"), ("brought", "bring"), ("built", "build"),
    ("burnt", "burn"), ("came", "come"), ("caught", "catch"), ("chose", "choose"), ("chosen", "choose"),
    ("dealt", "deal"), ("died", "die"), ("dies", "die"), ("drawn", "draw"), ("drew", "draw"),
    ("driven", "drive"), ("drove", "drive"), ("dying", "die"), ("fallen", "fall"), ("fed", "feed"),
    ("fell", "fall"), ("felt", "feel"), ("flew", "fly"), ("flown", "fly"), ("forbade", "forbid"),
    ("fought", "fight"), ("found", "find"), ("gave", "give"), ("given", "give"), ("goes", "go"),
    ("gone", "go"), ("got", "get"), ("grew", "grow"), ("grown", "grow"), ("heard", "hear"), ("held", "hold"),
    ("hid", "hide"), ("hidden", "hide"), ("kept", "keep"), ("knew", "know"), ("known", "know"),
    ("laid", "lay"), ("leaves", "leave"), ("led", "lead"), ("left", "leave"), ("lent", "lend"),
    ("lives", "life"), ("lost", "lose"), ("lying", "lie"), ("made", "make"), ("meant", "mean"),
    ("men", "man"), ("met", "meet"), ("paid", "pay"), ("pays", "pay"), ("ran", "run"), ("rang", "ring"),
    ("ridden", "ride"), ("risen", "rise"), ("rode", "ride"), ("rose", "rise"), ("said", "say"),
    ("sang", "sing"), ("sank", "sink"), ("sat", "sit"), ("saw", "see"), ("says", "say"), ("seen", "see"),
    ("sent", "send"), ("shook", "shake"), ("shooting", "shoot"), ("shot", "shoot"), ("shown", "show"),
    ("slept", "sleep"), ("slid", "slide"), ("sold", "sell"), ("spent", "spend"), ("spoke", "speak"),
    ("spoken", "speak"), ("stole", "steal"), ("stolen", "steal"), ("stood", "stand"), ("struck", "strike"),
    ("swam", "swim"), ("swept", "sweep"), ("swore", "swear"), ("taken", "take"), ("taught", "teach"),
    ("thought", "think"), ("threw", "throw"), ("thrown", "throw"), ("told", "tell"), ("took", "take"),
    ("tried", "try"), ("tries", "try"), ("understood", "understand"), ("went", "go"), ("wives", "wife"),
    ("woke", "wake"), ("women", "woman"), ("won", "win"), ("wore", "wear"), ("worn", "wear"),
    ("written", "write"), ("wrote", "write"),
];

/// Whether a folded word is a form of a verb that no ending tells.
pub(super) fn is_irregular(key: &str) -> bool {
    IRREGULAR
        .binary_search_by(|entry| entry.0.cmp(key))
        .is_ok_and(|at| !matches!(IRREGULAR[at].1, "life" | "man" | "wife" | "woman"))
}

/// The tables in which a folded word stands, and a hash of its stem: odd if the word says something by
/// itself.
pub(super) fn read(key: &str) -> (Tags, u64) {
    let (tags, base) = Tags::of(key);
    let stem = hash::bytes(stem(base.unwrap_or(key)).as_bytes());
    (tags, stem & !1 | u64::from(!tags.has(Tag::Small)))
}

/// A word without its ending.
pub(super) fn stem(key: &str) -> &str {
    for ending in ["ies", "ied", "ing", "ed", "es", "s"] {
        if let Some(stem) = key.strip_suffix(ending)
            && stem.len() >= 4
            && !(ending == "s" && stem.ends_with('s'))
        {
            return if matches!(ending, "ing" | "ed") {
                undoubled(stem)
            } else {
                stem
            };
        }
    }
    key.strip_suffix(['e', 'y'])
        .filter(|stem| stem.len() >= 4)
        .unwrap_or(key)
}

/// A stem without the second of two equal consonants: stopp, plann; but not kill or press.
fn undoubled(stem: &str) -> &str {
    match stem.as_bytes() {
        [.., a, b]
            if a == b
                && !matches!(b, b'l' | b's' | b'z' | b'e' | b'o')
                && b.is_ascii_lowercase() =>
        {
            &stem[..stem.len() - 1]
        }
        _ => stem,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_word_have_one_stem() {
        for (left, right) in [
            ("paid", "pay"),
            ("rose", "rises"),
            ("stopped", "stop"),
            ("killed", "kills"),
            ("carried", "carry"),
            ("injuries", "injury"),
            ("shooting", "shot"),
            ("houses", "house"),
        ] {
            assert_eq!(read(left).1, read(right).1, "{left} {right}");
        }
        assert_ne!(read("press").1, read("pres").1);
    }

    #[test]
    fn table_is_sorted() {
        assert!(IRREGULAR.is_sorted());
    }
}
