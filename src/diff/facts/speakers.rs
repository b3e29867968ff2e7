//! Who speaks: the phrase beside a quotation that names its speaker or tells their office.
//!
//! Only plain attributions are read: a subject right before its verb of saying or right behind it.
//! Two speakers differ if both are persons by name and cannot be one, or if both are told by an
//! office or a kinship and those are two: the mayor and the police chief.

use std::ops::Range;

use super::bearer::{Bearer, is_spelling};
use super::lexicon::{Tag, Tags};
use super::side::is_in;
use crate::text::{Quote, fold, words};

/// Offices and kinships by their words, each line one that a speaker has instead of those of other
/// lines. What one person may be beside another (a witness, a driver; an official, a spokesman, a
/// leader) stands here not at all.
#[rustfmt::skip]
const ROLES: &[&[&str]] = &[
    &["mayor"], &["governor"], &["president"], &["premier", "chancellor", "minister"], &["senator"],
    &["congressman", "congresswoman", "representative"], &["chief"], &["sheriff"], &["judge", "justice"],
    &["attorney", "counsel", "lawyer", "prosecutor", "solicitor", "barrister"], &["coroner", "pathologist"], &["ambassador"],
    &["detective", "inspector", "sergeant", "constable"], &["general", "admiral", "commander"], &["captain"],
    &["coach", "manager", "trainer"], &["ceo", "executive", "founder", "chairman", "chairwoman", "boss"],
    &["economist", "analyst"], &["scientist", "researcher", "professor", "seismologist"],
    &["doctor", "surgeon", "nurse", "paramedic"], &["principal", "headteacher", "headmaster"], &["superintendent"],
    &["bishop", "cardinal", "pastor", "priest", "vicar", "imam", "rabbi"], &["pope", "pontiff"], &["king"], &["queen"],
    &["mother", "mum", "mom"], &["father", "dad"], &["sister"], &["brother"], &["wife", "widow"], &["husband", "widower"],
    &["son"], &["daughter"], &["uncle"], &["aunt"], &["grandmother"], &["grandfather"], &["cousin"],
    &["neighbor", "neighbour"],
];

/// All words for offices and kinships.
pub(super) fn roles() -> impl Iterator<Item = &'static str> {
    ROLES.iter().copied().flatten().copied()
}

fn is_role(key: &str) -> bool {
    Tags::of(key).0.has(Tag::Role)
}

/// Words that end the phrase of a speaker, sorted.
#[rustfmt::skip]
const ENDS: &[&str] = &[
    "after", "and", "as", "at", "because", "before", "but", "by", "during", "from", "if", "in", "later", "on", "or", "since",
    "that", "though", "through", "to", "via", "when", "where", "which", "while", "who", "whose", "with",
];

/// Words of the longest phrase that is read.
const LONGEST: usize = 10;

/// The speaker of a quotation.
#[derive(Debug, Clone)]
pub(super) struct Speaker {
    /// Its phrase: the police chief, Jane Doe.
    pub(super) span: Range<usize>,
    keys: Vec<String>,
    /// Where the words of the name are among the keys, if a person is named.
    name: Option<Range<usize>>,
    /// The places of words for offices.
    roles: Vec<(usize, usize)>,
}

/// A word of an attribution: its place in the text and what stands before it.
struct Word<'t> {
    at: usize,
    text: &'t str,
    gap: &'t str,
}

/// Reads the speaker told beside a quotation, behind it (`,” Smith said`) or before it (`Smith said: “`),
/// between the quotations next to it.
pub(super) fn speaker(text: &str, quote: &Quote, room: &Range<usize>) -> Option<Speaker> {
    let behind = text.get(quote.end..room.end)?;
    let before = text.get(room.start..quote.start)?;
    self::behind(text, quote.end, behind).or_else(|| self::before(text, room.start, before))
}

fn listed(part: &str, offset: usize, most: usize) -> Vec<Word<'_>> {
    let mut end = 0;
    words(part)
        .take(most)
        .map(|(at, word)| {
            let gap = &part[end..at];
            end = at + word.len();
            Word {
                at: offset + at,
                text: word,
                gap,
            }
        })
        .collect()
}

fn is_verb(word: &Word<'_>) -> bool {
    word.text.bytes().all(|b| b.is_ascii_lowercase()) && Tags::of(word.text).0.has(Tag::Speech)
}

/// Whether a sentence or a line ends between two words: not behind an initial or a clipped title.
fn is_stop(before: &str, gap: &str) -> bool {
    let is_clipped = before.starts_with(char::is_uppercase) && before.len() < 5;
    gap.contains([
        ';', '\n', '!', '?', '“', '”', '"', '‘', '’', '\'', '—', '–', ':',
    ]) || gap.contains('.') && !is_clipped
}

/// `,” Smith said`, `,” said the mayor, Jane Smith`.
fn behind(text: &str, offset: usize, part: &str) -> Option<Speaker> {
    let all = listed(part, offset, 2 * LONGEST);
    let first = all.first()?;
    // Only marks of quotation and a comma may stand between, and the sentence goes on.
    let is_on = !first.gap.contains(['.', '\n', ';', '(', '—', '–'])
        && (first.text.starts_with(char::is_lowercase)
            || !text[..offset].ends_with(['.', '…'])
            || first.gap.contains(','));
    if !is_on {
        return None;
    }
    if is_verb(first) {
        let rest = &all[1..];
        let rest = match first.text {
            "according" => rest.get(1..).filter(|_| rest[0].text == "to")?,
            "told" | "telling" => return None,
            _ => rest,
        };
        let mut len = 0;
        while let Some(word) = rest.get(len).filter(|_| len < LONGEST) {
            let before = len.checked_sub(1).map_or("", |at| rest[at].text);
            let is_apposed = word.gap.starts_with(',')
                && !rest[..len]
                    .iter()
                    .skip(1)
                    .any(|word| word.gap.contains(','))
                && (matches!(word.text, "the" | "a" | "an" | "his" | "her" | "their")
                    || word.text.starts_with(char::is_uppercase));
            let goes_on = len == 0
                || !is_stop(before, word.gap)
                    && (is_apposed || !word.gap.contains([',', '(', ')']));
            if !goes_on || is_in(ENDS, word.text) {
                break;
            }
            len += 1;
        }
        return Speaker::of(text, &rest[..len]);
    }
    // The subject: words without a verb, up to the verb.
    let verb = all.iter().take(LONGEST + 1).position(is_verb)?;
    let is_whole = (1..=verb).all(|at| !is_stop(all[at - 1].text, all[at].gap));
    let subject = &all[..verb];
    let has_clause = subject.iter().any(|word| is_in(ENDS, word.text));
    (is_whole && !has_clause).then(|| Speaker::of(text, subject))?
}

/// `Smith said: “`, `On Monday, Smith told reporters that “`.
fn before(text: &str, offset: usize, part: &str) -> Option<Speaker> {
    // The last sentence.
    let all = listed(part, offset, usize::MAX);
    let first = (1..all.len())
        .rev()
        .find(|&at| is_stop(all[at - 1].text, all[at].gap))
        .unwrap_or(0);
    let all = &all[first..];
    let last = all.last()?;
    let tail = &text[last.at + last.text.len()..offset + part.len()];
    if tail.contains(['.', '!', '?', '\n', ';', ')']) {
        return None;
    }
    let verb = all.iter().rposition(is_verb)?;
    let is_near = all.len() - verb <= 7
        && all[verb + 1..].iter().all(|word| {
            !word.gap.contains([',', '(']) || word.text.starts_with(char::is_lowercase)
        });
    if !is_near || verb == 0 || all[verb].text.ends_with("ing") || all[verb].text == "according" {
        return None;
    }
    // Jane Smith, the mayor, said; on Monday, Smith said.
    let commas: Vec<usize> = (1..=verb)
        .filter(|&at| all[at].gap.starts_with(','))
        .collect();
    let start = match commas[..] {
        [] => 0,
        [.., start, end] if end == verb => {
            let head = commas[..commas.len() - 2].last().copied().unwrap_or(0);
            if start - head <= LONGEST / 2 {
                head
            } else {
                return None;
            }
        }
        [only] if only == verb => return None,
        [.., start] => start,
    };
    let subject = &all[start..verb];
    let has_clause = subject.len() > LONGEST
        || subject
            .iter()
            .any(|word| is_in(ENDS, word.text) || is_verb(word));
    (!has_clause).then(|| Speaker::of(text, subject))?
}

impl Speaker {
    fn of(text: &str, phrase: &[Word<'_>]) -> Option<Self> {
        let is_filler = |word: &Word<'_>| {
            word.text.ends_with("ly")
                || matches!(
                    word.text,
                    "also" | "has" | "had" | "have" | "then" | "later" | "would"
                )
        };
        let len = phrase.iter().rposition(|word| !is_filler(word))? + 1;
        // For one pizza, Smith said: the phrase begins behind the comma.
        let tells = |part: &[Word<'_>]| {
            let is_name = |word: &Word<'_>| word.text.starts_with(char::is_uppercase);
            part.iter().skip(usize::from(part.len() > 1)).any(is_name)
                || part.iter().any(|word| is_role(word.text))
                || part.len() == 1 && part.iter().any(is_name)
        };
        let first = (1..len)
            .find(|&at| phrase[at].gap.starts_with(','))
            .filter(|&at| !tells(&phrase[..at]))
            .unwrap_or(0);
        let phrase = &phrase[first..len];
        let (first, last) = (phrase.first()?, phrase.last()?);
        let keys: Vec<String> = phrase
            .iter()
            .map(|word| {
                let mut key = String::new();
                fold(word.text, &mut key);
                for ending in ["'s", "’s"] {
                    if let Some(bare) = key.strip_suffix(ending) {
                        key.truncate(bare.len());
                    }
                }
                key
            })
            .collect();
        let roles: Vec<(usize, usize)> = keys
            .iter()
            .enumerate()
            .filter_map(|(at, key)| {
                let line = is_role(key)
                    .then(|| ROLES.iter().position(|line| line.contains(&&**key)))
                    .flatten();
                let is_owner = phrase[at].text.ends_with(['\'', '’'])
                    || phrase[at].text.ends_with("'s")
                    || phrase[at].text.ends_with("’s");
                line.filter(|_| !is_owner).map(|line| (at, line))
            })
            .collect();
        // Authorities said: a capital by its place.
        let before = text[..first.at].trim_end();
        let begins = before.is_empty() || before.ends_with(['.', '!', '?', '”', '"']);
        let is_plural = keys.len() == 1 && keys[0].ends_with('s') && begins;
        let name = name(phrase, &keys).filter(|_| !is_plural);
        (name.is_some() || !roles.is_empty()).then(|| Self {
            span: first.at..last.at + last.text.trim_end_matches("'s").len(),
            keys,
            name: name.filter(|_| !text.is_empty()),
            roles,
        })
    }

    fn named(&self) -> Option<Vec<&str>> {
        let name = self.name.clone()?;
        Some(self.keys[name].iter().map(String::as_str).collect())
    }

    /// Whether two speakers are two persons.
    pub(super) fn is_other(&self, other: &Self, texts: [&str; 2]) -> bool {
        if let (Some(ours), Some(theirs)) = (self.named(), other.named()) {
            let is_said = |name: &[&str], keys: &[String]| {
                name.last().is_some_and(|last| {
                    keys.iter()
                        .any(|key| is_spelling(key, last) || sounds_like(key, last))
                })
            };
            let is_kin = ours.last() == theirs.last();
            let (is_ours, is_theirs) = (is_said(&ours, &other.keys), is_said(&theirs, &self.keys));
            // Jess and Smith: one, if Jess Smith is in the story.
            let is_whole =
                |first: &str, last: &str| texts.iter().any(|text| is_beside(text, first, last));
            let is_one = match (&ours[..], &theirs[..]) {
                ([a], [b]) => is_whole(a, b) || is_whole(b, a),
                _ => false,
            };
            return (is_kin || !is_ours && !is_theirs)
                && !is_one
                && !Bearer::new(ours).is_like(&Bearer::new(theirs));
        }
        // One of them is named, and told by no office that the other could have.
        if self.roles.is_empty() || other.roles.is_empty() {
            return false;
        }
        let shares = |(at, line): &(usize, usize)| {
            other.roles.iter().any(|(place, role)| {
                line == role
                    && !(self
                        .modified(*at)
                        .iter()
                        .any(|key| !other.keys.contains(key))
                        && other
                            .modified(*place)
                            .iter()
                            .any(|key| !self.keys.contains(key)))
            })
        };
        !self.roles.iter().any(shares)
    }

    /// The words that tell which office: those right before it, `fire` of fire chief.
    fn modified(&self, at: usize) -> &[String] {
        let is_small = |key: &String| Tags::of(key).0.has(Tag::Small) || key.len() < 3;
        let start = self.keys[..at]
            .iter()
            .rposition(is_small)
            .map_or(0, |before| before + 1);
        &self.keys[start.max(at.saturating_sub(1))..at]
    }
}

/// The words of a phrase that name a person: the capitals its first part ends with.
fn name(phrase: &[Word<'_>], keys: &[String]) -> Option<Range<usize>> {
    let is_capital = |at: usize| {
        let word = phrase[at].text;
        let is_shouted = word.len() > 2 && word.chars().all(char::is_uppercase);
        word.starts_with(char::is_uppercase)
            && !Tags::of(&keys[at]).0.has(Tag::Pronoun)
            && !is_shouted
            && !word.ends_with("'s")
            && !word.ends_with("’s")
    };
    // Jane Doe, the mayor; the mayor, Jane Doe; Jane Doe of Acme.
    let cut = |from: usize| {
        (from + 1..phrase.len())
            .find(|&at| phrase[at].gap.starts_with(',') || matches!(phrase[at].text, "of" | "for"))
            .unwrap_or(phrase.len())
    };
    let mut from = 0;
    while from < phrase.len() {
        let to = cut(from);
        let is_titled =
            matches!(&*keys[from], "the" | "a" | "an") && (from + 1..to).all(is_capital);
        let mut start = to;
        while start > from && is_capital(start - 1) && !is_in(TITLED, &keys[start - 1]) {
            start -= 1;
        }
        let len = to - start;
        let has_role = keys[start..to].iter().any(|key| is_role(key));
        if len > 0 && len < 5 && !is_titled && !has_role && is_person(&keys[start..to]) {
            return Some(start..to);
        }
        from = to + usize::from(to < phrase.len() && phrase[to].gap.is_empty());
        if to < phrase.len() && matches!(phrase[to].text, "of" | "for") {
            return None;
        }
        from = from.max(to);
        if to == phrase.len() {
            break;
        }
    }
    None
}

/// Titles with a capital that are no part of a name, sorted.
#[rustfmt::skip]
const TITLED: &[&str] = &[
    "archbishop", "attorney", "bishop", "capt", "captain", "cardinal", "chief", "col", "colonel", "congressman", "congresswoman",
    "constable", "councillor", "councilman", "councilwoman", "cpl", "deputy", "det", "detective", "director", "dr", "gen", "general",
    "gov", "governor", "inspector", "judge", "justice", "lt", "maj", "major", "manager", "mayor", "minister", "mr", "mrs", "ms",
    "officer", "police", "president", "prof", "professor", "rep", "representative", "rev", "secretary", "sen", "senator", "sgt",
    "sheriff", "sir", "sister", "spokesman", "spokeswoman", "supt",
];

fn is_person(keys: &[String]) -> bool {
    let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
    Bearer::new(keys).is_person()
}

/// Whether two folded words stand beside each other in a text as a name.
fn is_beside(text: &str, first: &str, last: &str) -> bool {
    let mut before = String::new();
    let mut key = String::new();
    words(super::side::head(text, super::ARTICLE)).any(|(_, word)| {
        key.clear();
        fold(word, &mut key);
        let is_first = before == first || first.len() > 2 && before.starts_with(first);
        let is_last = is_first && key.strip_suffix("'s").unwrap_or(&key) == last;
        std::mem::swap(&mut before, &mut key);
        is_last
    })
}

/// Whether two words may be one name in two scripts: Mashnuq and Machnouk.
fn sounds_like(left: &str, right: &str) -> bool {
    let bare = |word: &str| -> Vec<char> {
        word.chars()
            .filter(|c| !matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'h'))
            .collect()
    };
    let (ours, theirs) = (bare(left), bare(right));
    let shared = ours.iter().filter(|c| theirs.contains(c)).count();
    left.chars().next() == right.chars().next()
        && left.len().min(right.len()) > 4
        && shared + 2 >= ours.len().max(theirs.len())
        && shared > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        assert!(ENDS.is_sorted() && TITLED.is_sorted());
    }

    #[test]
    fn phrases_are_read_beside_their_quotations() {
        for (text, phrase) in [
            ("“We saw smoke and ran,” Doe said.", Some("Doe")),
            (
                "“We saw smoke and ran,” said the police chief on Monday.",
                Some("the police chief"),
            ),
            (
                "“We saw smoke and ran,” said the mayor, Jane Doe, in Lyon.",
                Some("the mayor, Jane Doe"),
            ),
            (
                "“We saw smoke and ran,” the mayor of Lyon told reporters.",
                Some("the mayor of Lyon"),
            ),
            ("The mayor said: “We saw smoke and ran.”", Some("The mayor")),
            (
                "On Monday, Jane Doe, the mayor, said: “We saw smoke and ran.”",
                Some("Jane Doe, the mayor"),
            ),
            (
                "“We saw smoke and ran,” according to the mayor.",
                Some("the mayor"),
            ),
            ("“We saw smoke and ran,” she said.", None),
            ("“We saw smoke and ran.” The mayor did not say more.", None),
            (
                "Roe attacked the plan by Doe, saying, “We saw smoke and ran.”",
                None,
            ),
        ] {
            let quote = &crate::text::quotes(text)[0];
            let found = speaker(text, quote, &(0..text.len()));
            assert_eq!(found.map(|speaker| &text[speaker.span]), phrase, "{text}");
        }
    }
}
