//! Reads the terms of an article, passage by passage.

use super::passages::{LONGEST_PASSAGE, compounds, passages, starts_sentence, title_parts};
use super::word::{Gathered, Opening, PLURAL, Passage, SHOUTED, Stand};
use super::{Marks, Occurrences, Terms};
use crate::event::boilerplate::{Boilerplate, names_series};
use crate::event::days::Days;
use crate::text::vocabulary::Evidence;
use crate::text::{self, Token};
use crate::{Article, Date, Language, hash};
use std::ops::Range;

/// The most words of the name of an outlet.
const LONGEST_OUTLET: usize = 5;

/// Reads terms; keeps its buffers from one article to the next.
#[derive(Debug, Default)]
pub(crate) struct Reader {
    /// The words; those of the title come first, with their places in the title.
    words: Gathered,
    occurrences: Vec<Occurrences>,
    passages: Vec<u64>,
    lengths: Vec<u8>,
    title_parts: usize,
    title_tokens: Vec<Token>,
    /// How many of the words' places are the title's.
    title_places: usize,
    boilerplate: Boilerplate,
    /// The passages of the title without the name of the outlet.
    title_news: Vec<u64>,
    /// The days that the article tells of.
    days: Days,
    /// What of the text at hand has no weight, by its bytes.
    weightless: Vec<Range<usize>>,
}

impl Reader {
    /// The terms of an article whose text has been cut into `tokens`.
    pub(crate) fn read(&mut self, article: Article<'_>, tokens: &[Token]) -> Terms {
        // Markup is no part of it, wherever that is looked at beside the tokens.
        let (title, text) = (
            article.title().map(text::readable),
            text::readable(article.text()),
        );
        let (title, text) = (title.as_deref(), &*text);
        self.title_news.clear();
        self.days = Days::default();
        self.find_outlet(article.source(), title, tokens);
        self.boilerplate.set_dated(article.date().is_some());
        self.words.clear();
        self.passages.clear();
        self.lengths.clear();
        let mut evidence = Evidence::default();
        if let Some(title) = title {
            text::tokenize_into(title, &mut self.title_tokens);
            evidence.read(title, &self.title_tokens);
        }
        let language = article.language().or_else(|| {
            evidence.read(text, tokens);
            evidence.language()
        });
        let mut position = 0;
        for part in title.into_iter().flat_map(title_parts) {
            let mut title_tokens = std::mem::take(&mut self.title_tokens);
            text::tokenize_into(part, &mut title_tokens);
            let before = self.words.places.len();
            let first_passage = self.passages.len();
            self.boilerplate
                .find(part, &title_tokens, &mut self.weightless);
            for some in title_tokens.chunks(LONGEST_PASSAGE) {
                let passage =
                    Passage::new(language, part, some, Opening::Title, self.passages.len());
                self.passage(&passage, some, &mut position);
            }
            // Of outlets that report under one title each adds its own name.
            if title_tokens
                .first()
                .is_some_and(|token| !self.is_boilerplate(token.start))
            {
                let passages = self.passages.get(first_passage..);
                self.title_news
                    .extend_from_slice(passages.unwrap_or_default());
            }
            self.read_days((part, &title_tokens), language, article.date());
            let offset = title.map_or(0, |title| part.as_ptr().addr() - title.as_ptr().addr());
            for (_, span) in self.words.places.iter_mut().skip(before) {
                let moved = |at: u32| at.wrapping_add(offset as u32);
                *span = moved(span.start)..moved(span.end);
            }
            self.title_tokens = title_tokens;
        }
        self.title_parts = self.passages.len();
        self.title_places = self.words.places.len();
        self.boilerplate.find(text, tokens, &mut self.weightless);
        let mut before = 0;
        for range in passages(text, tokens) {
            let some = &tokens[range];
            let start = some.first().map_or(before, |token| token.start);
            let opening = match text.get(before..start) {
                Some(gap) if before > 0 && !starts_sentence(gap) => Opening::Clause,
                _ => Opening::Sentence,
            };
            let passage = Passage::new(language, text, some, opening, self.passages.len());
            self.passage(&passage, some, &mut position);
            before = some.last().map_or(before, |token| token.end);
        }
        self.read_days((text, tokens), language, article.date());
        if self.is_series(title, text, tokens) {
            // It is evidence for none of the stories it tells, and what it repeats is no boilerplate.
            self.words.clear();
            self.passages.clear();
            self.lengths.clear();
            (self.title_parts, self.title_places) = (0, 0);
        }
        self.finish(language)
    }

    /// Reads the days that weekdays and months of a text tell, which were met since this was done last.
    fn read_days(
        &mut self,
        words: (&str, &[Token]),
        language: Option<Language>,
        published: Option<Date>,
    ) {
        let starts = self.words.days.drain(..);
        let (Some(language), Some(published)) = (language, published) else {
            return;
        };
        for start in starts {
            let at = words.1.partition_point(|token| token.start < start);
            self.days.read(words, at, language, published);
        }
    }

    /// The hash of the folded words of the title read last, without the name of the outlet; 0 for none.
    pub(crate) fn title_wording(&self) -> u64 {
        hash::sequence(&self.title_news)
    }

    /// Whether a byte of the text read last stands in what the page says beside the news.
    pub(crate) fn is_boilerplate(&self, at: usize) -> bool {
        self.boilerplate.is_furniture(at)
    }

    /// Finds out how the outlet is named: as the source of the article, else as the last part of its
    /// title if the text ends with the same words.
    fn find_outlet(&mut self, source: Option<&str>, title: Option<&str>, tokens: &[Token]) {
        let hashes = |name: &str| -> Vec<u64> {
            text::tokens(name).iter().map(|token| token.hash).collect()
        };
        let suffix = || {
            let name = hashes(title.and_then(|title| title_parts(title).skip(1).last())?);
            let end = tokens.get(tokens.len().checked_sub(name.len())?..)?;
            let same = end.iter().map(|token| token.hash).eq(name.iter().copied());
            (same && name.len() <= LONGEST_OUTLET).then_some(name)
        };
        let name = source.map(hashes).or_else(suffix).unwrap_or_default();
        self.boilerplate.set_outlet(name.into_iter());
    }

    /// Whether an article tells several stories or is a column of a series, by its title, or by the
    /// first words of a text without one.
    fn is_series(&mut self, title: Option<&str>, text: &str, tokens: &[Token]) -> bool {
        let Some(title) = title.filter(|title| !title.trim().is_empty()) else {
            let first = passages(text, tokens).next().unwrap_or_default();
            return names_series(text, tokens.get(first).unwrap_or_default());
        };
        let part = title.split([':', '|']).next().unwrap_or_default();
        let part = title_parts(part).next().unwrap_or_default();
        text::tokenize_into(part, &mut self.title_tokens);
        names_series(part, &self.title_tokens)
    }

    /// How the article read last first spells the words with these keys, ascending; an empty string
    /// for one it does not use.
    pub(crate) fn spell<'a>(&self, article: Article<'a>, keys: &[u32]) -> Vec<&'a str> {
        let mut spelled = vec![""; keys.len()];
        let (in_title, in_text) = self.words.places.split_at(self.title_places);
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

    fn passage(&mut self, passage: &Passage<'_>, tokens: &[Token], position: &mut usize) {
        let mut words = None;
        // The first word of a title or sentence has a capital for nothing.
        let mut own_capital = passage.opening == Opening::Clause;
        let mut before = 0;
        self.words.begin_passage();
        let first = tokens.first().map_or(0, |token| token.start);
        let mut weightless = self.weightless.partition_point(|span| span.end <= first);
        for compound in compounds(passage.text, tokens) {
            for word in compound {
                words = Some(words.map_or(word.hash, |sequence| hash::join(sequence, word.hash)));
            }
            let (Some(first), Some(last)) = (compound.first(), compound.last()) else {
                continue;
            };
            while self
                .weightless
                .get(weightless)
                .is_some_and(|span| span.end <= first.start)
            {
                weightless += 1;
            }
            if self
                .weightless
                .get(weightless)
                .is_some_and(|span| span.start <= first.start)
            {
                before = last.end;
                continue;
            }
            let gap = passage.text.get(before..first.start).unwrap_or_default();
            let stand = Stand {
                position: *position,
                own_capital: own_capital && (before == 0 || !starts_sentence(gap)),
            };
            self.words.compound(passage, compound, stand);
            own_capital = true;
            before = last.end;
            *position += 1;
        }
        if let Some(last) = self.passages.get_mut(usize::from(u16::MAX)) {
            *last = hash::join(*last, words.unwrap_or_default());
        } else {
            self.passages.extend(words);
            self.lengths.push(tokens.len() as u8);
        }
    }

    fn finish(&mut self, language: Option<Language>) -> Terms {
        self.words.seen.sort_unstable();
        // Where all words are in capitals, these tell nothing.
        let shouted = self
            .words
            .seen
            .iter()
            .filter(|&seen| seen & SHOUTED != 0)
            .count();
        if 2 * shouted > self.words.seen.len() {
            for seen in &mut self.words.seen {
                *seen &= !u64::from(Marks::UPPER);
            }
        }
        self.occurrences.clear();
        let mut named = false;
        for term in self.words.seen.chunk_by(|a, b| a >> 32 == b >> 32) {
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
            days: self.days,
            language,
        }
    }
}

/// How an article first spells the words with these keys, ascending; an empty string for one it does not use.
pub(crate) fn spell<'a>(article: Article<'a>, keys: &[u32]) -> Vec<&'a str> {
    let mut reader = Reader::default();
    let tokens = text::tokens(article.text());
    let _terms = reader.read(article, &tokens);
    reader.spell(article, keys)
}
