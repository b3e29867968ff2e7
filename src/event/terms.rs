//! The terms of an article: which words it uses, how often, where and how, passage by passage.
//!
//! Counts are kept for each passage (what stands between two punctuation marks or line breaks, or a
//! part of the title), because a passage that recurs in article after article is page furniture,
//! and which ones do is only known once all articles have been read. Everything here follows from
//! one article alone.

mod bytes;

use std::ops::Range;

use super::counted::{Counted, counted};
use super::stem::{compound_key, is_stop_hash, key_of};
use crate::text::{self, Token};
use crate::{Article, hash};

/// Tokens from the start of an article (its title first) that count as its lead.
const LEAD_TOKENS: usize = 60;

/// How a term is used in an article: a set of marks.
///
/// ```
/// use retold::event::Terms;
/// let terms = Terms::of(None, "Police in Porto: 12 hurt, police said.");
/// let marks = terms.marks("Porto").unwrap();
/// assert!(marks.is_name() && marks.in_lead());
/// assert!(!terms.marks("police").unwrap().is_name());
/// assert!(terms.marks("12").unwrap().is_number());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Marks(u8);

impl Marks {
    const UPPER: u8 = 1;
    const LOWER: u8 = 2;
    const NUMBER: u8 = 4;
    const LEAD: u8 = 8;
    const TITLE: u8 = 16;
    /// With a capital that no sentence gave it.
    const OWN_CAPITAL: u8 = 32;
    const SPELLED: u8 = 64;
    const DAY: u8 = 128;

    /// A set of marks by its bits.
    pub(super) const fn from_bits(bits: u8) -> Self {
        Self(bits)
    }

    /// A number for each set of marks.
    #[inline]
    pub(super) const fn bits(self) -> u8 {
        self.0
    }

    fn of(word: &str, position: usize, in_title: bool) -> u8 {
        let case = match word.chars().next() {
            Some(c) if c.is_numeric() => Self::NUMBER,
            Some(c) if c.is_uppercase() => Self::UPPER,
            Some(c) if c.is_lowercase() => Self::LOWER,
            _ => 0,
        };
        let lead = if position < LEAD_TOKENS {
            Self::LEAD
        } else {
            0
        };
        case | lead | if in_title { Self::TITLE } else { 0 }
    }

    /// Name-like: with a capital wherever it stands, at least once, and nowhere without.
    ///
    /// ```
    /// let terms = retold::event::Terms::of(None, "Storm hits Porto; the storm passed.");
    /// assert!(!terms.marks("storm").unwrap().is_name());
    /// ```
    pub const fn is_name(self) -> bool {
        self.0 & (Self::UPPER | Self::LOWER) == Self::UPPER
    }

    /// It starts with a digit.
    ///
    /// ```
    /// assert!(retold::event::Terms::of(None, "5.4").marks("5.4").unwrap().is_number());
    /// ```
    pub const fn is_number(self) -> bool {
        self.0 & Self::NUMBER != 0
    }

    /// One of the words that tell which event it was: a name, a number, even spelled out, or a day.
    pub(crate) const fn is_particular(self) -> bool {
        self.0 & (Self::NUMBER | Self::SPELLED) != 0 || self.tells_place_or_day()
    }

    /// A name or a day: unlike a number, an update does not replace it.
    const fn tells_place_or_day(self) -> bool {
        self.0 & Self::DAY != 0 || self.is_name() && self.0 & Self::OWN_CAPITAL != 0
    }

    /// Among the first 60 words of the article, title included.
    ///
    /// ```
    /// assert!(retold::event::Terms::of(None, "storm").marks("storm").unwrap().in_lead());
    /// ```
    pub const fn in_lead(self) -> bool {
        self.0 & Self::LEAD != 0
    }

    /// In the title.
    ///
    /// ```
    /// let terms = retold::event::Terms::of(Some("Storm"), "It rained.");
    /// assert!(terms.marks("storm").unwrap().in_title());
    /// ```
    pub const fn in_title(self) -> bool {
        self.0 & Self::TITLE != 0
    }
}

/// How often one term stands in one passage. The marks are those of the term in the whole article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Occurrences {
    pub(crate) key: u32,
    /// Which passage; an article of more than 65,535 keeps all further ones in the last.
    pub(crate) passage: u16,
    /// How often; more than 255 count as 255, far beyond where counts saturate.
    pub(crate) count: u8,
    pub(crate) marks: Marks,
}

/// The terms of one article, compact: 8 bytes for each pair of term and passage, 9 a passage.
///
/// ```
/// let terms = retold::event::Terms::of(Some("Storm hits Porto"), "A storm hit the city.");
/// assert_eq!(terms.len(), 4); // storm, hit(s), Porto, city
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Terms {
    passages: Box<[u64]>,
    /// How many words each passage has. Where there are more passages than can be numbered, the
    /// last has all the words that are left.
    lengths: Box<[u8]>,
    /// How many of the passages are the title's.
    title_passages: u16,
    /// Ascending by key, then passage.
    occurrences: Box<[Occurrences]>,
    /// Whether any of them is a name or a day.
    named: bool,
}

impl Terms {
    /// Reads the terms of an article.
    ///
    /// ```
    /// assert!(retold::event::Terms::of(None, "It is what it is.").is_empty());
    /// ```
    pub fn of(title: Option<&str>, text: &str) -> Self {
        let mut reader = Reader::default();
        reader.read(title, text, &text::tokens(text))
    }

    /// How many distinct terms there are.
    ///
    /// ```
    /// assert_eq!(retold::event::Terms::of(None, "storm, storms").len(), 1);
    /// ```
    pub fn len(&self) -> usize {
        self.by_term().count()
    }

    /// Whether no word carries weight.
    ///
    /// ```
    /// assert!(retold::event::Terms::of(None, "…").is_empty());
    /// ```
    pub fn is_empty(&self) -> bool {
        self.occurrences.is_empty()
    }

    /// How a word is used here; nothing if it is not, or is a stop word.
    ///
    /// ```
    /// assert!(retold::event::Terms::of(None, "storm").marks("quake").is_none());
    /// ```
    pub fn marks(&self, word: &str) -> Option<Marks> {
        let key = super::term_key(word)?;
        let first = self.occurrences.partition_point(|o| o.key < key);
        self.occurrences
            .get(first)
            .filter(|o| o.key == key)
            .map(|o| o.marks)
    }

    /// The hash of each passage: of its folded words in order, so that spacing, case and
    /// punctuation do not tell two apart.
    ///
    /// ```
    /// let terms = retold::event::Terms::of(None, "Sign in.\n\nA storm hit.\nSIGN IN");
    /// assert_eq!(terms.passages().len(), 3);
    /// assert_eq!(terms.passages()[0], terms.passages()[2]);
    /// ```
    pub fn passages(&self) -> &[u64] {
        &self.passages
    }

    /// How many of the [`passages`](Self::passages), the first ones, are the title's.
    ///
    /// ```
    /// assert_eq!(retold::event::Terms::of(Some("Storm - BBC News"), "").title_passages(), 2);
    /// ```
    pub fn title_passages(&self) -> usize {
        usize::from(self.title_passages)
    }

    /// The passages of the text, without those of the title, by their places in
    /// [`passages`](Self::passages), each with the words of the text it stands for.
    pub(crate) fn text_passages(&self) -> impl Iterator<Item = (usize, Range<usize>)> + '_ {
        let title = self.title_passages();
        let lengths = self.lengths.iter().enumerate().skip(title);
        lengths.scan(0, |end, (passage, &length)| {
            let start = *end;
            *end += usize::from(length);
            Some((passage, start..*end))
        })
    }

    /// Bytes of memory it holds.
    ///
    /// ```
    /// assert!(retold::event::Terms::of(None, "A storm hit.").memory() < 120);
    /// ```
    pub fn memory(&self) -> usize {
        size_of::<Self>()
            + size_of_val(&*self.passages)
            + size_of_val(&*self.lengths)
            + size_of_val(&*self.occurrences)
    }

    /// Whether any term is a name or a day.
    pub(crate) fn named(&self) -> bool {
        self.named
    }

    /// All occurrences, those of a term together.
    pub(crate) fn occurrences(&self) -> &[Occurrences] {
        &self.occurrences
    }

    /// The occurrences of each term, terms ascending by key.
    pub(crate) fn by_term(&self) -> impl Iterator<Item = &[Occurrences]> {
        self.occurrences.chunk_by(|a, b| a.key == b.key)
    }
}

/// Reads terms; keeps its buffers from one article to the next.
#[derive(Debug, Default)]
pub(crate) struct Reader {
    /// One number an occurrence: key, passage and marks, so that sorting groups them.
    seen: Vec<u64>,
    occurrences: Vec<Occurrences>,
    passages: Vec<u64>,
    lengths: Vec<u8>,
    title_parts: usize,
    title_tokens: Vec<Token>,
    scratch: String,
    /// The key of each word that carries weight, and where it stands: first those of the title, in
    /// the title, then those of the text.
    places: Vec<(u32, Range<u32>)>,
    /// How many of them are the title's.
    title_places: usize,
}

impl Reader {
    /// The terms of an article whose text has been cut into `tokens`.
    pub(crate) fn read(&mut self, title: Option<&str>, text: &str, tokens: &[Token]) -> Terms {
        self.seen.clear();
        self.passages.clear();
        self.lengths.clear();
        self.places.clear();
        let mut position = 0;
        for part in title.into_iter().flat_map(title_parts) {
            let mut title_tokens = std::mem::take(&mut self.title_tokens);
            text::tokenize_into(part, &mut title_tokens);
            let before = self.places.len();
            for some in title_tokens.chunks(LONGEST_PASSAGE) {
                self.passage(part, some, &mut position, Opening::Title);
            }
            let offset = title.map_or(0, |title| part.as_ptr().addr() - title.as_ptr().addr());
            for (_, span) in self.places.iter_mut().skip(before) {
                let moved = |at: u32| at.wrapping_add(offset as u32);
                *span = moved(span.start)..moved(span.end);
            }
            self.title_tokens = title_tokens;
        }
        self.title_parts = self.passages.len();
        self.title_places = self.places.len();
        let mut before = 0;
        for range in passages(text, tokens) {
            let some = &tokens[range];
            let start = some.first().map_or(before, |token| token.start);
            let opening = match text.get(before..start) {
                Some(gap) if before > 0 && !starts_sentence(gap) => Opening::Clause,
                _ => Opening::Sentence,
            };
            self.passage(text, some, &mut position, opening);
            before = some.last().map_or(before, |token| token.end);
        }
        self.finish()
    }

    /// The hash of the folded words of the title read last; 0 for none.
    pub(crate) fn title_wording(&self) -> u64 {
        hash::sequence(self.passages.get(..self.title_parts).unwrap_or_default())
    }

    /// How the article read last first spells the words with these keys, ascending; an empty string
    /// for one it does not use.
    pub(crate) fn spell<'a>(&self, article: Article<'a>, keys: &[u32]) -> Vec<&'a str> {
        let mut spelled = vec![""; keys.len()];
        let (in_title, in_text) = self.places.split_at(self.title_places);
        let title = article.title().unwrap_or_default();
        for (places, text) in [(in_title, title), (in_text, article.text())] {
            for (key, span) in places {
                if let Ok(place) = keys.binary_search(key)
                    && let Some(word) = spelled.get_mut(place).filter(|word| word.is_empty())
                {
                    let span = span.start as usize..span.end as usize;
                    *word = text.get(span).unwrap_or_default();
                }
            }
        }
        spelled
    }

    fn passage(&mut self, text: &str, tokens: &[Token], position: &mut usize, opening: Opening) {
        if tokens.is_empty() {
            return;
        }
        let number = self.passages.len().min(usize::from(u16::MAX));
        let mut words = None;
        let in_title = opening == Opening::Title;
        let mut own_capital = opening == Opening::Clause;
        let mut before = 0;
        for compound in compounds(text, tokens) {
            for word in compound {
                words = Some(words.map_or(word.hash, |sequence| hash::join(sequence, word.hash)));
            }
            if let Some(key) = self.key(text, compound) {
                let first = text.get(compound[0].start..).unwrap_or_default();
                let mut marks = Marks::of(first, *position, in_title);
                marks |= match counted(compound[0].hash, compound.len() > 1) {
                    Some(Counted::Day) => Marks::DAY,
                    Some(_) => Marks::SPELLED,
                    None => 0,
                };
                if marks & Marks::UPPER != 0 && !in_title {
                    let gap = text.get(before..compound[0].start).unwrap_or_default();
                    if own_capital && (before == 0 || !starts_sentence(gap)) {
                        marks |= Marks::OWN_CAPITAL;
                    }
                }
                let plural = marks & Marks::OWN_CAPITAL == 0 && ends_in_s(text, compound);
                let plural = if plural { PLURAL } else { 0 };
                let shouted = if is_shouted(first) { SHOUTED } else { 0 };
                let place = (number as u64) << 16;
                self.seen
                    .push(u64::from(key) << 32 | place | plural | shouted | u64::from(marks));
                if let Some(last) = compound.last() {
                    self.places
                        .push((key, compound[0].start as u32..last.end as u32));
                }
            }
            own_capital = true;
            before = compound.last().map_or(before, |word| word.end);
            *position += 1;
        }
        if let Some(last) = self.passages.get_mut(usize::from(u16::MAX)) {
            *last = hash::join(*last, words.unwrap_or_default());
        } else {
            self.passages.extend(words);
            self.lengths.push(tokens.len() as u8);
        }
    }

    /// The key of a word or compound; nothing where it carries no weight.
    fn key(&mut self, text: &str, compound: &[Token]) -> Option<u32> {
        let [token] = compound else {
            return compound_key(compound);
        };
        let word = text.get(token.span()).unwrap_or_default();
        // A single letter is an initial, a bullet, or what a font left of a dash.
        let letter = matches!(word.as_bytes(), [byte] if !byte.is_ascii_digit());
        if letter || is_stop_hash(token.hash) {
            return None;
        }
        Some(key_of(word, token.hash, &mut self.scratch))
    }

    fn finish(&mut self) -> Terms {
        self.seen.sort_unstable();
        // Where all words are in capitals, these tell nothing.
        let shouted = self.seen.iter().filter(|&seen| seen & SHOUTED != 0).count();
        if 2 * shouted > self.seen.len() {
            for seen in &mut self.seen {
                *seen &= !u64::from(Marks::UPPER);
            }
        }
        self.occurrences.clear();
        let mut named = false;
        for term in self.seen.chunk_by(|a, b| a >> 32 == b >> 32) {
            let all = term.iter().fold(0, |marks, &seen| marks | seen);
            let (mut marks, plural) = (Marks(all as u8), all & PLURAL != 0);
            named |= marks.tells_place_or_day();
            if !plural {
                marks.0 |= Marks::OWN_CAPITAL;
            }
            for here in term.chunk_by(|a, b| a >> 16 == b >> 16) {
                self.occurrences.push(Occurrences {
                    key: (here[0] >> 32) as u32,
                    passage: (here[0] >> 16) as u16,
                    count: u8::try_from(here.len()).unwrap_or(u8::MAX),
                    marks,
                });
            }
        }
        Terms {
            passages: self.passages.as_slice().into(),
            lengths: self.lengths.as_slice().into(),
            title_passages: u16::try_from(self.title_parts).unwrap_or(u16::MAX),
            occurrences: self.occurrences.as_slice().into(),
            named,
        }
    }
}

/// What a passage opens: its first word has a capital for nothing where that is a title or sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Opening {
    Title,
    Sentence,
    Clause,
}

/// Beside the marks of an occurrence, while an article is read: a plural whose capital may be a
/// sentence's. Such are *officials* and *shares* far more often than names.
const PLURAL: u64 = 1 << 8;

/// Likewise: a word of capitals alone.
const SHOUTED: u64 = 1 << 9;

fn is_shouted(text: &str) -> bool {
    let mut letters = text.chars().take(3);
    letters.all(char::is_uppercase)
}

fn ends_in_s(text: &str, compound: &[Token]) -> bool {
    let end = compound.last().map_or(0, |word| word.end);
    matches!(text.as_bytes().get(end.wrapping_sub(1)), Some(b's'))
}

/// Whether what stands between two words gives the second a capital: the end of a sentence or line,
/// a colon, a bar, a quotation mark.
fn starts_sentence(gap: &str) -> bool {
    gap.contains(['.', '!', '?', '\n', '\r', ':', '|', '"', '“', '‘', '«', '„'])
}

/// The words of a passage, those joined by a hyphen alone together: `15-year-old` is one term, which
/// tells far more than its parts.
fn compounds<'a>(text: &'a str, tokens: &'a [Token]) -> impl Iterator<Item = &'a [Token]> {
    tokens.chunk_by(|left, right| {
        matches!(
            text.get(left.end..right.start),
            Some("-" | "\u{2010}" | "\u{2011}")
        )
    })
}

/// More words without a break make several passages, so that a byte holds how many words one has.
const LONGEST_PASSAGE: usize = u8::MAX as usize;

/// The token ranges of the passages: what stands between two line breaks or punctuation marks.
/// Finer than lines, so that furniture is recognised with a name or a date inserted.
fn passages<'a>(text: &'a str, tokens: &'a [Token]) -> impl Iterator<Item = Range<usize>> + 'a {
    let breaks = |byte| {
        matches!(
            byte,
            b'\n' | b'\r' | b'.' | b'!' | b'?' | b'|' | b',' | b';' | b':'
        )
    };
    let mut next = 0;
    std::iter::from_fn(move || {
        let start = next;
        next += 1;
        tokens.get(start)?;
        while let (Some(before), Some(token)) = (tokens.get(next - 1), tokens.get(next)) {
            let gap = text.get(before.end..token.start).unwrap_or_default();
            if gap.bytes().any(breaks) || next - start == LONGEST_PASSAGE {
                break;
            }
            next += 1;
        }
        Some(start..next)
    })
}

/// A title without the station's name counts as itself: it is cut where such names are joined.
fn title_parts(title: &str) -> impl Iterator<Item = &str> {
    title
        .split(" - ")
        .flat_map(|part| part.split(" | "))
        .flat_map(|part| part.split(" – "))
        .flat_map(|part| part.split(" — "))
}

/// How an article first spells the words with these keys; an empty string for one it does not use.
pub(crate) fn spell(title: Option<&str>, text: &str, keys: &[u32]) -> Vec<String> {
    let mut spelled = vec![String::new(); keys.len()];
    let mut reader = Reader::default();
    for part in title.into_iter().chain([text]) {
        let tokens = text::tokens(part);
        for compound in compounds(part, &tokens) {
            let key = reader.key(part, compound);
            let place = keys.iter().position(|&wanted| Some(wanted) == key);
            let (Some(first), Some(last)) = (compound.first(), compound.last()) else {
                continue;
            };
            if let Some(word) = place.and_then(|place| spelled.get_mut(place))
                && word.is_empty()
            {
                word.push_str(part.get(first.start..last.end).unwrap_or_default());
            }
        }
    }
    spelled
}
