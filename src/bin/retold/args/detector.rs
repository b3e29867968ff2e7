//! How stories are found.

use std::path::PathBuf;

use clap::Args;
use retold::event::Background;
use retold::story::CopyFinder;
use retold::{Detector, DetectorBuilder};

use crate::failure::Failure;

#[derive(Debug, Args)]
#[command(next_help_heading = "Finding")]
pub(crate) struct DetectorOptions {
    /// How common words are in your language or domain: a table that `retold background` made.
    #[arg(long, value_name = "FILE")]
    background: Option<PathBuf>,
    /// The Jaccard similarity of their shingles from which two articles are copies.
    #[arg(long, value_name = "SHARE", default_value_t = COPY_SIMILARITY)]
    copy_similarity: f64,
    /// How many words make a shingle: fewer find looser copies.
    #[arg(long, value_name = "NUMBER", default_value_t = SHINGLE_WORDS)]
    shingle_words: usize,
}

/// How strict stories are; `evaluate` finds the threshold that fits.
#[derive(Debug, Args)]
#[command(next_help_heading = "Finding")]
pub(crate) struct StoryOptions {
    /// The score from which two articles are of one story: higher means fewer wrong joins and more
    /// stories torn apart. `retold evaluate` finds yours.
    #[arg(long, value_name = "SCORE")]
    threshold: Option<f64>,
}

/// How strict the verdict on two articles alone is.
#[derive(Debug, Args)]
#[command(next_help_heading = "Finding")]
pub(crate) struct PairOptions {
    /// The score from which two articles alone are of one story; they have no others to be set against,
    /// so it is a little higher than that of `cluster`.
    #[arg(long, value_name = "SCORE")]
    threshold: Option<f64>,
}

impl PairOptions {
    /// A detector with all settings.
    pub(crate) fn detector(&self, options: &DetectorOptions) -> Result<Detector, Failure> {
        let builder = options.builder()?;
        let builder = match self.threshold {
            Some(threshold) => builder.pair_threshold(threshold),
            None => builder,
        };
        builder.build().map_err(Failure::usage)
    }
}

impl StoryOptions {
    /// A detector with all settings.
    pub(crate) fn detector(
        &self,
        options: &DetectorOptions,
        window: Option<f64>,
    ) -> Result<Detector, Failure> {
        let mut builder = options.builder()?;
        if let Some(threshold) = self.threshold {
            builder = builder.story_threshold(threshold);
        }
        if let Some(days) = window {
            builder = builder.window_days(days);
        }
        builder.build().map_err(Failure::usage)
    }
}

const COPY_SIMILARITY: f64 = 0.5;
const SHINGLE_WORDS: usize = 3;

impl DetectorOptions {
    /// What the command line said of them, to say again.
    pub(crate) fn shown(&self) -> String {
        let background = self.background.as_ref();
        let background = background.map(|path| format!(" --background {}", path.display()));
        let similarity = (self.copy_similarity.to_bits() != COPY_SIMILARITY.to_bits())
            .then(|| format!(" --copy-similarity {}", self.copy_similarity));
        let words = (self.shingle_words != SHINGLE_WORDS)
            .then(|| format!(" --shingle-words {}", self.shingle_words));
        [background, similarity, words]
            .into_iter()
            .flatten()
            .collect()
    }

    /// Finds copies alone by these settings.
    pub(crate) fn copy_finder(&self) -> Result<CopyFinder, Failure> {
        CopyFinder::new(self.shingle_words, self.copy_similarity).map_err(Failure::usage)
    }

    /// A builder with these settings.
    pub(crate) fn builder(&self) -> Result<DetectorBuilder, Failure> {
        let background = match &self.background {
            None => Background::english(),
            Some(path) => Background::load(path).map_err(|error| Failure::file(path, error))?,
        };
        Ok(Detector::builder()
            .background(background)
            .copy_similarity(self.copy_similarity)
            .shingle_words(self.shingle_words))
    }
}
