//! How two forms of one name stand to each other.

use super::Relation;

/// The relation of two persons of one first and last name by their middle names and suffixes.
pub(in crate::diff::facts) fn middle_names(
    [left, right]: [&[&str]; 2],
    suffix: [Option<&str>; 2],
) -> Option<Relation> {
    let is_initial = |name: &str| name.chars().count() == 1;
    let begins = |long: &str, short: &str| is_initial(short) && long.starts_with(short);
    let is_same = |(one, two): (&&str, &&str)| {
        one == two || begins(one, two) || begins(two, one) || is_spelling(one, two)
    };
    let suffixes = match suffix {
        [Some(one), Some(two)] if one != two => return Some(Relation::Contradicts),
        [Some(_), Some(_)] | [None, None] => None,
        _ => Some(Relation::Precise),
    };
    if left == right {
        return suffixes;
    }
    if left.len() == right.len() {
        let is_same = left.iter().zip(right).all(is_same);
        return if is_same {
            suffixes
        } else {
            Some(Relation::Contradicts)
        };
    }
    // John A. Reid and John Reid
    let is_bare = |names: &[&str]| names.iter().all(|name| is_initial(name));
    if is_bare(left) && is_bare(right) {
        return suffixes;
    }
    Some(Relation::Precise)
}

/// Letters of the shortest name in which one other letter is told from another name.
const SHORTEST: usize = 4;

/// Whether two folded names differ in one letter, and not as two ways to write one name of another
/// alphabet, or with and without an ending: Arabia, Arabian.
pub(in crate::diff::facts) fn is_misspelt(left: &str, right: &str) -> bool {
    let [left, right]: [Vec<char>; 2] =
        [left, right].map(|name| name.chars().filter(|c| c.is_alphabetic()).collect());
    let (short, long) = if left.len() <= right.len() {
        (left, right)
    } else {
        (right, left)
    };
    if short.len() < SHORTEST || long.len() - short.len() > 1 || short == long {
        return false;
    }
    let head = short.iter().zip(&long).take_while(|(a, b)| a == b).count();
    let skip = usize::from(short.len() == long.len());
    let is_one_letter = short[head + skip..] == long[head + 1..];
    let is_plural =
        short.len() < long.len() && head == short.len() && matches!(long[head], 's' | 'n');
    is_one_letter
        && !is_plural
        && !is_vowel_put_in(&short, &long, head)
        && !is_spelling(&text(&short), &text(&long))
        && sounds(&short) != sounds(&long)
}

/// Whether two folded words are the British and the American spelling of one.
fn is_spelling(left: &str, right: &str) -> bool {
    let plain = |word: &str| {
        let word = word
            .replace('z', "s")
            .replace("our", "or")
            .replace("ll", "l")
            .replace("ae", "e");
        word.strip_suffix("re")
            .map_or(word.clone(), |head| format!("{head}er"))
    };
    left != right && plain(left) == plain(right)
}

/// Whether the longer name has a vowel more between two consonants: Dmitry, Dimitry.
fn is_vowel_put_in(short: &[char], long: &[char], at: usize) -> bool {
    let is_vowel = |c: &char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let is_between =
        at > 0 && short.get(at).is_some_and(|c| !is_vowel(c)) && !is_vowel(&short[at - 1]);
    long.len() > short.len() && is_between && is_vowel(&long[at])
}

fn text(letters: &[char]) -> String {
    letters.iter().collect()
}

/// A name as the ways to write one of another alphabet have it in common: `Qaddafi`, `Kadafi`.
fn sounds(name: &[char]) -> Vec<char> {
    let mut sounds: Vec<char> = Vec::new();
    let mut at = 0;
    while at < name.len() {
        let next = name.get(at + 1).copied();
        let (sound, len) = match (name[at], next) {
            ('k' | 'g' | 'd' | 't' | 's' | 'z', Some('h')) => (name[at], 2),
            ('o', Some('u' | 'o')) => ('u', 2),
            ('a', Some('e' | 'i' | 'y')) => ('e', 2),
            ('e' | 'i', Some('e')) | ('i' | 'y', Some('y' | 'i')) => ('i', 2),
            ('q' | 'c' | 'g', _) => ('k', 1),
            ('y' | 'j', _) => ('i', 1),
            ('w', _) => ('v', 1),
            ('h', None) => ('\0', 1),
            (c, _) => (c, 1),
        };
        if sound != '\0' && sounds.last() != Some(&sound) {
            sounds.push(sound);
        }
        at += len;
    }
    sounds
}
