//! Who is said to have spoken: the subject of the verb of saying beside a quotation.

use std::ops::Range;

use super::abbreviations::{class_of, is_opener};
use super::cut::Line;
use super::names::{NameRun, name_runs};
use super::quote::Quote;
use super::speech::is_speech_verb;
use super::stop::{REACH, tail};
use crate::text::words;

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

/// `,” Smith said`, `,” said the mayor, Jane Smith`: the name that is the subject of the verb.
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
    let (seen, (at, word)) = words(clause)
        .take(12)
        .enumerate()
        .find(|(_, (_, word))| is_speech_verb(word))?;
    let names = name_runs(clause, start);
    let verb = start + at;
    let speaker = if seen == 0 {
        object_behind(text, &names, verb + word.len()..start + clause.len())
    } else {
        subject_before(text, &names, verb)
    };
    speaker.map(|name| name.span.clone())
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

/// Words that end the phrase which names a speaker: said Jane Doe of Acme.
fn ends_phrase(word: &str) -> bool {
    matches!(
        word,
        "after"
            | "and"
            | "as"
            | "at"
            | "before"
            | "by"
            | "during"
            | "for"
            | "from"
            | "in"
            | "of"
            | "on"
            | "to"
            | "that"
            | "when"
            | "while"
            | "who"
            | "with"
    )
}

/// The last name of the phrase behind a verb of saying: said police chief Jane Doe. The aide in
/// `said an aide to Jane Doe` has none.
fn object_behind<'n>(
    text: &str,
    names: &'n [NameRun],
    phrase: Range<usize>,
) -> Option<&'n NameRun> {
    let (mut found, mut end) = (None, phrase.start);
    for (at, word) in words(&text[phrase.clone()]).take(14) {
        let start = phrase.start + at;
        let gap = &text[end..start];
        if gap.contains([',', ';', ':', '(', '—', '–']) {
            // Said the mayor, Jane Doe.
            let apposed = || {
                names
                    .iter()
                    .find(|name| name.span.start == start && gap == ", ")
            };
            return found.or_else(apposed);
        }
        let name = names.iter().find(|name| name.span.contains(&start));
        if let Some(name) = name.filter(|name| !is_possessive(text, name)) {
            found = Some(name);
        } else if ends_phrase(word) && (found.is_some() || word != "and") {
            break;
        }
        end = start + word.len();
    }
    found
}

fn is_possessive(text: &str, name: &NameRun) -> bool {
    let behind = &text[name.span.end..];
    behind.starts_with("'s") || behind.starts_with("’s")
}

/// The name that is the subject of a verb: the one right before it, or the one to which what stands
/// between is an apposition.
fn subject_before<'n>(text: &str, names: &'n [NameRun], verb: usize) -> Option<&'n NameRun> {
    let count = names
        .iter()
        .take_while(|name| name.span.end <= verb)
        .count();
    let (last, earlier) = names[..count].split_last()?;
    let between = &text[last.span.end..verb];
    if is_possessive(text, last) {
        return None;
    }
    if between.starts_with(',') && between.trim_end().ends_with(',') {
        // Doe, head of Acme, said: the name behind `of` is part of the apposition.
        let before = text[..last.span.start].trim_end();
        let before = before.strip_suffix(" the").unwrap_or(before);
        let word = before.rsplit(' ').next().unwrap_or_default();
        let is_own = word.ends_with("’s") || word.ends_with("'s");
        let is_inner = is_own || ends_phrase(word) && word != "and";
        let first = earlier
            .iter()
            .rev()
            .find(|name| text[name.span.end..].starts_with(','));
        return first.filter(|_| is_inner).or(Some(last));
    }
    let is_plain = |word: &str| {
        word.ends_with("ly")
            || matches!(
                word,
                "Jr" | "Sr"
                    | "again"
                    | "also"
                    | "had"
                    | "has"
                    | "have"
                    | "later"
                    | "once"
                    | "then"
                    | "would"
            )
    };
    if !between.contains(',') && words(between).all(|(_, word)| is_plain(word)) {
        // Doe and Roe said: the first of them.
        let pair = earlier
            .last()
            .filter(|name| &text[name.span.end..last.span.start] == " and ");
        return pair.or(Some(last));
    }
    // Doe called it good and said; but an Acme spokesman said.
    let has_pronoun =
        words(between).any(|(_, word)| matches!(word, "he" | "she" | "they" | "who" | "I" | "we"));
    let goes_on = words(between).any(|(_, word)| word == "and");
    (!has_pronoun && goes_on && words(between).count() <= 8).then_some(last)
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
    let Some(&(mut at, mut verb)) = verbs.last() else {
        // Smith has a plan: “
        let first = names.first().filter(|_| lead.ends_with(':'))?;
        return Some(first.span.clone());
    };
    // Smith replied, the paper reported: “
    if verb.starts_with("report") {
        if let [.., earlier, _] = verbs[..] {
            (at, verb) = earlier;
        } else if names
            .iter()
            .filter(|name| name.span.end <= start + at)
            .count()
            > 1
        {
            return None;
        }
    }
    if words(&lead[at..]).count() > 8 {
        return None;
    }
    let place = start + at;
    let subject = if verb.ends_with("ing") {
        // In a post on X, Smith attacked the plan, saying: the subject stands behind the comma. With
        // Smith saying: it stands right before.
        let is_beside = |name: &&NameRun| &text[name.span.end..place] == " ";
        let is_phrase = words(lead).next().is_some_and(|(_, word)| is_opener(word));
        let from = start + lead.find(", ").filter(|_| is_phrase).unwrap_or(0);
        let subjects = || names.iter().filter(|name| name.span.end <= place);
        subjects().next_back().filter(is_beside).or_else(|| {
            subjects().find(|name| name.span.start >= from && !is_possessive(text, name))
        })
    } else {
        subject_before(text, &names, place)
    };
    subject.map(|name| name.span.clone())
}
