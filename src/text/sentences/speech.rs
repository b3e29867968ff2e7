//! Verbs of saying, and who is said to have spoken.

use std::ops::Range;

use super::abbreviations::{class_of, is_opener};
use super::cut::Line;
use super::names::name_runs;
use super::quotes::Quote;
use super::stop::{REACH, tail};
use crate::text::words;

/// Verbs that attribute speech, sorted.
#[rustfmt::skip]
const VERBS: &[&str] = &[
    "according", "acknowledged", "acknowledges", "acknowledging", "added", "adding", "adds",
    "admits", "admitted", "admitting", "announced", "announces", "announcing", "argued",
    "argues", "arguing", "asked", "asking", "asks", "begged", "boasted", "claimed", "claiming",
    "claims", "commented", "commenting", "comments", "complained", "concluded", "concludes",
    "concluding", "confirmed", "confirming", "confirms", "continued", "continues", "continuing",
    "cried", "declared", "declares", "declaring", "demanded", "demands", "denied", "denies",
    "denying", "described", "describes", "emphasised", "emphasized", "exclaimed", "explained",
    "explaining", "explains", "insisted", "insisting", "insists", "joked", "lamented", "mused",
    "noted", "notes", "noting", "observed", "observes", "pleaded", "pledged", "posted",
    "posting", "posts", "predicted", "predicts", "promised", "quipped", "quoted", "quoting",
    "recalled", "recalling", "recalls", "remarked", "remarking", "remarks", "replied",
    "replies", "replying", "reported", "reporting", "reports", "responded", "responding",
    "responds", "revealed", "revealing", "reveals", "said", "say", "saying", "says", "shouted",
    "stated", "states", "stating", "stressed", "stresses", "stressing", "suggested", "suggests",
    "telling", "tells", "testified", "testifies", "testifying", "told", "tweeted", "tweeting",
    "tweets", "urged", "urges", "urging", "vowed", "vows", "warned", "warning", "warns",
    "whispered", "wondered", "writes", "writing", "wrote", "yelled",
];

/// Whether a word is a verb that attributes speech.
pub(crate) fn is_speech_verb(word: &str) -> bool {
    VERBS.binary_search(&word).is_ok()
}

/// Whether a text begins with a name and a verb of saying: `Smith asked`, `Prime Minister May said`.
pub(super) fn is_attributed_ahead(text: &str) -> bool {
    let mut names = 0;
    for word in text.split_whitespace().take(6) {
        let bare = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        if word.starts_with(char::is_uppercase)
            && bare.len() + 1 >= word.len()
            && !word.ends_with(['!', '?', ','])
        {
            names += 1;
        } else {
            return names > 0 && is_speech_verb(bare);
        }
    }
    false
}

/// Names the speakers of the quotations of one line.
///
/// The text behind a quotation is asked first (`,” Smith said`), then the text before it
/// (`Smith said: “`). One without either that goes on in the same paragraph has the speaker of the
/// one before.
pub(super) fn attribute(text: &str, line: &Range<usize>, quotes: &mut [Quote]) {
    let mut from = line.start;
    let mut last: Option<Range<usize>> = None;
    for at in 0..quotes.len() {
        let next = quotes.get(at + 1).map_or(line.end, |next| next.start);
        let quote = &mut quotes[at];
        // A quotation begun in an earlier line stands before this one.
        let begin = quote.start.max(from);
        let speaker =
            speaker_behind(text, quote, next).or_else(|| speaker_before(text, from..begin));
        let is_near = quote.start.saturating_sub(from) < NEAR;
        quote.speaker =
            speaker.or_else(|| last.clone().filter(|_| is_near && quote.words >= SPEECH));
        last.clone_from(&quote.speaker);
        from = quote.end;
    }
}

/// Bytes between two quotations of one speaker.
const NEAR: usize = 80;

/// Words of the shortest quotation that is taken for speech without a verb beside it.
const SPEECH: usize = 4;

/// `,” Smith said`, `,” said the mayor, Jane Smith`: the name next to the verb.
fn speaker_behind(text: &str, quote: &Quote, next: usize) -> Option<Range<usize>> {
    let behind = text.get(quote.end..next)?;
    let behind =
        behind.trim_start_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '.' | '\n'));
    let start = next - behind.len();
    let is_ended = text[..quote.end].ends_with('.') && !behind.starts_with(char::is_lowercase);
    if behind.starts_with('.') || is_ended {
        return None;
    }
    let end = behind
        .find(['.', ';', '\n', '“', '"'])
        .unwrap_or(behind.len());
    let clause = clause(behind, end);
    let names = name_runs(clause, start);
    for (seen, (at, word)) in words(clause).take(12).enumerate() {
        if is_speech_verb(word) {
            let verb = start + at;
            return if seen == 0 {
                names.first().filter(|name| name.span.start < verb + 60)
            } else {
                // An apposition (Smith, the mayor, said) follows the name that counts.
                let first = names.first().filter(|name| name.span.end <= verb)?;
                let is_apposed = text[first.span.end..verb].starts_with(',');
                if is_apposed {
                    Some(first)
                } else {
                    names.iter().rev().find(|name| name.span.end <= verb)
                }
            }
            .map(|name| name.span.clone());
        }
    }
    None
}

/// A clause cut where a stop really ends it, so that initials stay whole.
fn clause(text: &str, end: usize) -> &str {
    let mut end = end;
    while text[end..].starts_with('.') {
        let word = text[..end]
            .rsplit(char::is_whitespace)
            .next()
            .unwrap_or_default();
        if class_of(word).is_none() {
            break;
        }
        end += 1;
        end += text[end..]
            .find(['.', ';', '\n', '“', '"'])
            .unwrap_or(text.len() - end);
    }
    &text[..end]
}

/// `Smith said: “`, `Smith attacked the plan, saying “`: the subject of the verb.
fn speaker_before(text: &str, before: Range<usize>) -> Option<Range<usize>> {
    let reach = tail(&text[before.clone()], REACH);
    let offset = before.end - reach.len();
    let lead = reach.trim_end_matches(|c: char| {
        !c.is_alphanumeric() && !matches!(c, ',' | ':' | '.' | '!' | '?')
    });
    let sentence = Line::new(lead).last()?;
    let (start, lead) = (offset + sentence.start, &lead[sentence]);
    if lead.ends_with(['.', '!', '?']) {
        return None;
    }
    let names = name_runs(lead, start);
    let verbs: Vec<(usize, &str)> = words(lead)
        .filter(|(_, word)| is_speech_verb(word))
        .collect();
    let Some(&(at, verb)) = verbs.last() else {
        // Smith has a plan: “
        let first = names.first().filter(|_| lead.ends_with(':'))?;
        return Some(first.span.clone());
    };
    if words(&lead[at..]).count() > 8 {
        return None;
    }
    let subjects = || names.iter().filter(|name| name.span.end <= start + at);
    let subject = if verb.ends_with("ing") {
        // In a post on X, Smith attacked the plan, saying: the subject stands behind the comma.
        let is_phrase = words(lead).next().is_some_and(|(_, word)| is_opener(word));
        let from = start + lead.find(", ").filter(|_| is_phrase).unwrap_or(0);
        subjects().find(|name| name.span.start >= from)
    } else {
        let last = subjects().next_back()?;
        let between = &text[last.span.end..start + at];
        // He, she or they stand between: the name before them need not be theirs.
        let has_pronoun = words(between)
            .any(|(_, word)| matches!(word, "he" | "she" | "they" | "who" | "I" | "we"));
        (!has_pronoun && words(between).count() <= 8).then_some(last)
    };
    subject.map(|name| name.span.clone())
}

#[cfg(test)]
mod tests {
    #[test]
    fn verbs_are_sorted() {
        assert!(super::VERBS.is_sorted());
    }
}
