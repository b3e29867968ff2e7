//! Articles made of real ones, in any number: events of their own names, each told several times.

use super::Random;

/// How many articles tell each event.
pub(crate) const TELLINGS: usize = 5;
/// About as many words an article has.
const WORDS: usize = 250;

/// `count` articles about `count / 5` events, from the sentences of `texts`.
///
/// An event takes two real articles and gives most of their names new ones of its own, so that the
/// vocabulary grows with the number of articles as that of real news does. Each telling chooses
/// among the sentences.
pub(crate) fn made_up(texts: &[String], count: usize) -> Vec<String> {
    let sources: Vec<Vec<&str>> = texts
        .iter()
        .map(|text| text.split_inclusive(['.', '\n']).collect())
        .collect();
    (0..count)
        .map(|number| {
            let event = (number / TELLINGS) as u64;
            let mut of_event = Random(event ^ 0x5eed);
            let from = [0, 1].map(|_| of_event.below(sources.len()));
            let mut own = Random((number as u64) << 20);
            let mut text = String::new();
            let mut words = 0;
            for sentence in from.iter().flat_map(|&source| &sources[source]) {
                if own.below(10) < 7 && words < WORDS {
                    rename(sentence, event, &mut text);
                    words += sentence.split_whitespace().count();
                }
            }
            text
        })
        .collect()
}

/// Gives the names of a sentence an ending that belongs to the event.
fn rename(sentence: &str, event: u64, into: &mut String) {
    for (at, word) in sentence.split_inclusive(' ').enumerate() {
        let name = word.trim_end();
        let is_name = at > 0 && name.chars().next().is_some_and(char::is_uppercase);
        let letters = name
            .bytes()
            .fold(event, |seed, byte| seed * 31 + u64::from(byte));
        if is_name && name.bytes().all(|byte| byte.is_ascii_alphabetic()) && letters % 4 > 0 {
            into.push_str(name);
            for digit in [event % 26, event / 26 % 26, event / 676 % 26] {
                into.push((b'a' + digit as u8) as char);
            }
            into.push_str(&word[name.len()..]);
        } else {
            into.push_str(word);
        }
    }
}
