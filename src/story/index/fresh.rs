//! An article as the index compares it, made from its text alone.
//!
//! Nothing here depends on other articles: it is made once and stays.

use super::lexicon::Lexicon;
use super::live_census::{LiveCensus, Usual};
use super::row::{self, Row};
use super::search::Keys;
use super::shingle_table::ShingleTable;
use crate::Article;
use crate::event::{Background, Occurrences, Scale, Terms, term_weights};
#[cfg(feature = "store")]
use crate::hash;
use crate::sketch::{Shingles, Signature};
use crate::story::score::LEAST_TERMS;
#[cfg(feature = "store")]
use crate::story::steps::named_settings;
use crate::story::{CopyFinder, Digest, DigestReader, Rules};

/// How many more terms an article is listed under than the batch would choose.
const MORE_TERMS: usize = 8;

/// Everything that decides what the index makes of an article.
#[derive(Debug, Clone)]
pub(super) struct Settings {
    pub(super) rules: Rules,
    pub(super) copies: CopyFinder,
    background: Background,
    usual: Usual,
}

impl Default for Settings {
    fn default() -> Self {
        Self::new(
            Rules::default(),
            CopyFinder::default(),
            Background::english(),
        )
    }
}

impl Settings {
    pub(super) fn new(rules: Rules, copies: CopyFinder, background: Background) -> Self {
        Self {
            rules,
            copies,
            usual: Usual::new(&background),
            background,
        }
    }

    pub(super) fn background(&self) -> &Background {
        &self.background
    }

    /// One number for all of it: files made under another one are refused.
    #[cfg(feature = "store")]
    pub(super) fn fingerprint(&self) -> u64 {
        let rules = &self.rules;
        let numbers = [
            rules.story_threshold,
            rules.date_days,
            rules.date_floor,
            rules.window_days.unwrap_or(f64::INFINITY),
        ];
        let mut parts: Vec<u64> = numbers.iter().map(|number| number.to_bits()).collect();
        parts.extend([
            rules.candidate_terms as u64,
            self.copies.fingerprint(),
            self.background().fingerprint(),
        ]);
        hash::sequence(&parts)
    }

    /// Each setting by the builder's name for it: a file that was made with others says which.
    #[cfg(feature = "store")]
    pub(super) fn named(&self) -> Vec<(&'static str, String)> {
        named_settings(&self.rules, &self.copies, &self.background)
    }

    /// The rarity of terms by the background alone.
    pub(super) fn usual(&self) -> &Usual {
        &self.usual
    }

    /// The terms an article is listed under, each with its weight: the heaviest, by the background
    /// alone, so that an article's lists never change. Some more than the batch takes, which knows
    /// better.
    pub(super) fn listed(&self, terms: &Terms, listed: &mut Vec<(f32, u32)>) {
        listed.clear();
        let Some(scale) = scale(terms) else {
            return;
        };
        let weigh = |(key, weight): (u32, f32)| (weight.abs() * self.usual.idf(key), key);
        listed.extend(weights(terms, scale).map(weigh));
        let count = self.rules.candidate_terms + MORE_TERMS;
        if listed.len() > count {
            listed.select_nth_unstable_by(count, |a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
            listed.truncate(count);
        }
    }
}

/// How the terms of an article weigh by count; nothing for one that says too little to be matched
/// by what it is about.
pub(super) fn scale(terms: &Terms) -> Option<Scale> {
    let (mut distinct, mut length) = (0, 0);
    for term in terms.by_term() {
        distinct += 1;
        length += count(term);
    }
    (distinct >= LEAST_TERMS).then(|| Scale::of(f64::from(length)))
}

/// The weight of each term before rarity, ascending by key.
pub(super) fn weights(terms: &Terms, scale: Scale) -> impl Iterator<Item = (u32, f32)> + '_ {
    single(term_weights(terms, scale, |term| f64::from(count(term))))
}

/// The same where passages fade.
pub(super) fn faded_weights<'a>(
    terms: &'a Terms,
    scale: Scale,
    census: &'a LiveCensus,
    faded: u64,
) -> impl Iterator<Item = (u32, f32)> + 'a {
    let count = move |term: &[Occurrences]| census.count(terms, faded, term);
    single(term_weights(terms, scale, count))
}

fn single(weights: impl Iterator<Item = (u32, f64)>) -> impl Iterator<Item = (u32, f32)> {
    weights.map(|(key, weight)| (key, weight as f32))
}

/// How often a term occurs.
fn count(term: &[Occurrences]) -> u32 {
    term.iter().map(|here| u32::from(here.count)).sum()
}

/// An article just read.
#[derive(Debug)]
pub(super) struct Fresh {
    pub(super) digest: Digest,
    pub(super) wording: Wording,
    pub(super) keys: Keys,
}

/// The words of an article, laid out for comparison once there is something to compare with.
#[derive(Debug, Default)]
pub(super) struct Wording {
    pub(super) words: Vec<u64>,
    table: ShingleTable,
    laid_out: bool,
}

impl Wording {
    pub(super) fn new(words: Vec<u64>) -> Self {
        Self {
            words,
            ..Self::default()
        }
    }

    /// Room for the words of another article.
    fn cleared(mut self) -> Self {
        self.words.clear();
        self.laid_out = false;
        self
    }

    pub(super) fn table(&mut self, lexicon: &Lexicon, settings: &Settings) -> &mut ShingleTable {
        if !self.laid_out {
            let run = settings.copies.hasher().shingle_words();
            lexicon.lay_out(&self.words, run, &mut self.table);
            self.laid_out = true;
        }
        &mut self.table
    }

    /// Whether a row is of the same words, of the lexicon it was laid out by.
    pub(super) fn is(&self, words: &[u16]) -> bool {
        let numbers = self.table.numbers().iter().copied();
        numbers.eq(row::numbers(words).map(u64::from))
    }

    /// Its words as a row of the lexicon it was laid out by.
    pub(super) fn take_in(&self, lexicon: &mut Lexicon) -> Row {
        lexicon.take_in(&self.words, &self.table)
    }
}

/// Reads articles; keeps its buffers from one to the next.
#[derive(Debug)]
pub(super) struct ArticleReader {
    digests: DigestReader,
    shingles: Shingles,
    signature: Signature,
    band_keys: Vec<u64>,
    weights: Vec<(f32, u32)>,
    /// Room given back.
    spare: (Wording, Keys),
}

impl ArticleReader {
    pub(super) fn new(settings: &Settings) -> Self {
        Self {
            digests: DigestReader::default(),
            shingles: settings.copies.hasher().shingles(),
            signature: settings.copies.hasher().empty(),
            band_keys: Vec::new(),
            weights: Vec::new(),
            spare: <(Wording, Keys)>::default(),
        }
    }

    /// What the copy channel alone needs of a text: its words, and the bands it is listed under.
    pub(super) fn read_wording(&mut self, settings: &Settings, text: &str) -> (Wording, Keys) {
        self.digests.tokenize(text);
        let (wording, mut keys) = self.wording();
        self.sign(settings, &wording.words, &mut keys.bands);
        (wording, keys)
    }

    pub(super) fn read(&mut self, settings: &Settings, article: Article<'_>) -> Fresh {
        let digest = self.digests.read(article);
        let (wording, mut keys) = self.wording();
        self.list(settings, digest.terms(), &wording.words, &mut keys);
        Fresh {
            digest,
            wording,
            keys,
        }
    }

    /// The words of the text read last, and room for the keys they make.
    fn wording(&mut self) -> (Wording, Keys) {
        let (wording, keys) = std::mem::take(&mut self.spare);
        let mut wording = wording.cleared();
        let words = self.digests.tokens().iter().map(|token| token.hash);
        wording.words.extend(words);
        (wording, keys)
    }

    /// What an article of these terms and words is listed under.
    pub(super) fn list(
        &mut self,
        settings: &Settings,
        terms: &Terms,
        words: &[u64],
        keys: &mut Keys,
    ) {
        self.sign(settings, words, &mut keys.bands);
        settings.listed(terms, &mut self.weights);
        keys.terms.clear();
        keys.terms.extend(self.weights.iter().map(|&(_, key)| key));
    }

    /// How many words there is room for.
    pub(super) fn words(&self) -> usize {
        self.digests.room()
    }

    /// Takes back room, for the next article.
    pub(super) fn give_back(&mut self, wording: Wording, keys: Keys) {
        self.spare = (wording, keys);
    }

    /// How the article read last first spells the words with these keys, ascending; an empty string
    /// for one it does not use.
    pub(super) fn spell<'a>(&self, article: Article<'a>, keys: &[u32]) -> Vec<&'a str> {
        self.digests.terms().spell(article, keys)
    }

    /// The band keys of a text of these words; none without words.
    fn sign(&mut self, settings: &Settings, words: &[u64], bands: &mut Vec<u32>) {
        self.shingles.read_words(words);
        let shingles = self.shingles.hashes();
        let copies = &settings.copies;
        copies.hasher().sign(shingles, &mut self.signature);
        let (signature, keys) = (&self.signature, &mut self.band_keys);
        copies.banding().band_keys_into(signature, keys);
        bands.clear();
        // The upper half is enough: articles that share it are compared exactly.
        bands.extend(keys.iter().map(|&key| (key >> 32) as u32));
    }
}
