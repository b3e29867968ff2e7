//! The facts of a collection that every score of it is set against, frozen for one clustering.

use super::Rules;
use super::neighbours::TextLink;
use super::score::{Nearest, Standing, adjusted};
use super::strangers::Strangers;

/// Where each text of a collection stands, and the bar.
#[derive(Debug, Clone)]
pub(crate) struct Frozen {
    standings: Vec<Standing>,
    /// The place among `bars` of each text's language.
    languages: Vec<u8>,
    /// How close the texts of other stories come, by language; nothing if stories were not known.
    strangers: Vec<Strangers>,
    bars: Bars,
}

/// What an adjusted score must reach for two single texts of a language to be one story.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Bars(Vec<f64>);

impl Bars {
    /// One bar for all, by the settings alone.
    pub(crate) fn usual(rules: &Rules) -> Self {
        Self(vec![rules.story_threshold])
    }

    /// The bar of a language by its place; of one that was not met, that of all.
    pub(crate) fn of(&self, language: u8) -> f64 {
        let own = self.0.get(usize::from(language));
        own.or(self.0.first()).copied().unwrap_or(1.0)
    }

    /// All of them, by the places of languages.
    #[cfg(feature = "store")]
    pub(crate) fn all(&self) -> &[f64] {
        &self.0
    }

    /// Those that were written down.
    #[cfg(feature = "store")]
    pub(crate) fn from_all(bars: Vec<f64>) -> Self {
        Self(bars)
    }
}

impl Frozen {
    /// By the links among texts of these languages.
    pub(super) fn new(languages: &[u8], links: &[TextLink], rules: &Rules) -> Self {
        let mut nearest = vec![Nearest::default(); languages.len()];
        for link in links {
            for text in [link.low, link.high] {
                nearest[text as usize].add(link.score);
            }
        }
        Self {
            standings: nearest.into_iter().map(Nearest::standing).collect(),
            languages: languages.to_vec(),
            strangers: Vec::new(),
            bars: Bars::usual(rules),
        }
    }

    /// The same with bars by how close the texts of other stories come; `first` is the story of each
    /// text in the first pass.
    pub(super) fn with_bars(mut self, links: &[TextLink], first: &[u32], rules: &Rules) -> Self {
        let mut nearest = vec![Nearest::default(); self.len()];
        for link in links {
            let [low, high] = [link.low as usize, link.high as usize];
            if first[low] != first[high] {
                let score = self.score(link) as f32;
                nearest[low].add(score);
                nearest[high].add(score);
            }
        }
        let languages = self.languages.iter().max().map_or(1, |&most| most + 1);
        let mut strangers = vec![Strangers::default(); usize::from(languages)];
        for (&language, nearest) in self.languages.iter().zip(nearest) {
            strangers[usize::from(language)].add_nearest(nearest);
        }
        self.bars = Bars(
            strangers
                .iter()
                .map(|strangers| strangers.bar(rules))
                .collect(),
        );
        self.strangers = strangers;
        self
    }

    /// Where two texts stand.
    pub(crate) fn standings(&self, texts: [u32; 2]) -> [Standing; 2] {
        texts.map(|text| self.standings[text as usize])
    }

    /// The score of a link that is set against the bar.
    pub(crate) fn score(&self, link: &TextLink) -> f64 {
        adjusted(f64::from(link.score), self.standings([link.low, link.high]))
    }

    /// The bar of each text.
    pub(super) fn bars(&self) -> Vec<f64> {
        let bar = |&language: &u8| self.bars.of(language);
        self.languages.iter().map(bar).collect()
    }

    /// The bar of two texts, and how close the texts of other stories come in the language it is
    /// the bar of.
    pub(crate) fn bar_between(&self, texts: [u32; 2]) -> (f64, f64) {
        let languages = texts.map(|text| self.languages[text as usize]);
        let [left, right] = languages.map(|language| self.bars.of(language));
        let language = languages[usize::from(right > left)];
        let strangers = self.strangers.get(usize::from(language));
        (
            left.max(right),
            strangers.map_or(0.0, |strangers| strangers.closeness()),
        )
    }

    /// The bar of each language.
    pub(crate) fn by_language(&self) -> &Bars {
        &self.bars
    }

    /// How many texts there are.
    pub(crate) fn len(&self) -> usize {
        self.standings.len()
    }
}
