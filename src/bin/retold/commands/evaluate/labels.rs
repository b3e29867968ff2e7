//! What is known about the articles of one input: the event of each, or of some pairs whether they
//! are of one.

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};

use retold::Stories;
use serde::Deserialize;
use serde_json::Value;

use super::metrics::{Agreement, Scores, agreement};
use crate::args::Input;
use crate::failure::Failure;
use crate::record::{Record, identity};
use crate::words::count;

/// The labels of one input.
pub(crate) enum Labels {
    /// The articles name their events.
    Events,
    /// Pairs of positions, and whether they are of one event.
    Pairs(Vec<(usize, usize, bool)>),
}

/// What a grouping is worth by the labels.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Worth {
    /// Nothing where only pairs are labelled.
    pub(crate) b_cubed: Option<Scores>,
    pub(crate) pairwise: Scores,
    pub(crate) rand: Option<f64>,
}

impl Worth {
    /// What thresholds are compared by: the mean of the F1 measures there are.
    pub(crate) fn mean(&self) -> f64 {
        match self.b_cubed {
            Some(b_cubed) => f64::midpoint(b_cubed.f1, self.pairwise.f1),
            None => self.pairwise.f1,
        }
    }
}

#[derive(Deserialize)]
struct Pair {
    a: Value,
    b: Value,
    same: bool,
}

impl Labels {
    /// The labels of some articles: their own, or the pairs of a file: one the user named, or
    /// `X_pairs.jsonl` beside `X.jsonl`.
    pub(crate) fn find(path: &Path, pairs: Option<&Path>, input: &Input) -> Result<Self, Failure> {
        let beside = beside(path);
        let pairs = pairs.or(beside.as_deref().filter(|path| path.is_file()));
        if input.records.iter().any(|record| record.event.is_some()) {
            return Ok(Self::Events);
        }
        let Some(pairs) = pairs else {
            let why = "no entry has an \"event\" label; --field event=NAME says which field has it, --pairs FILE gives labelled pairs";
            return Err(Failure::file(path, why));
        };
        let text = std::fs::read_to_string(pairs).map_err(|error| Failure::file(pairs, error))?;
        let positions = input
            .records
            .iter()
            .enumerate()
            .map(|(at, record)| (identity(&record.id), at));
        let positions: HashMap<String, usize> = positions.collect();
        let mut found = Vec::new();
        for (number, line) in (1..)
            .zip(text.lines())
            .filter(|(_, line)| !line.trim().is_empty())
        {
            let pair: Pair = serde_json::from_str(line).map_err(|_| {
                let shape = "not a pair as {\"a\": ID, \"b\": ID, \"same\": true}";
                Failure::file(pairs, format!("line {number}: {shape}"))
            })?;
            let ends = [&pair.a, &pair.b].map(|id| positions.get(&identity(id)).copied());
            let [Some(a), Some(b)] = ends else {
                let missing = if ends[0].is_none() { &pair.a } else { &pair.b };
                return Err(Failure::file(
                    pairs,
                    format!("line {number}: no article has the id {missing}"),
                ));
            };
            found.push((a, b, pair.same));
        }
        Ok(Self::Pairs(found))
    }

    /// How much is labelled, in words.
    pub(crate) fn describe(&self, records: &[Record]) -> String {
        let articles = count(records.len(), "article", "articles");
        match self {
            Self::Events => {
                let labels = || records.iter().filter_map(|record| record.event.as_deref());
                let events: BTreeSet<&str> = labels().collect();
                let events = count(events.len(), "event", "events");
                format!("{articles}, {} with a label, of {events}", labels().count())
            }
            Self::Pairs(pairs) => {
                let same = pairs.iter().filter(|pair| pair.2).count();
                format!(
                    "{articles}, {}, {same} of them of one event",
                    count(pairs.len(), "labelled pair", "labelled pairs")
                )
            }
        }
    }

    /// Measures some stories.
    pub(crate) fn measure(&self, records: &[Record], stories: &Stories) -> Worth {
        match self {
            Self::Events => {
                let labelled = records.iter().enumerate();
                let labelled: Vec<(usize, &str)> = labelled
                    .filter_map(|(at, record)| {
                        Some((stories.number_of(at)?, record.event.as_deref()?))
                    })
                    .collect();
                let Agreement {
                    b_cubed,
                    pairwise,
                    rand,
                } = agreement(&labelled);
                Worth {
                    b_cubed: Some(b_cubed),
                    pairwise,
                    rand: Some(rand),
                }
            }
            Self::Pairs(pairs) => {
                let (mut both, mut found, mut labelled) = (0, 0, 0);
                for &(a, b, same) in pairs {
                    let joined = stories.number_of(a) == stories.number_of(b);
                    both += usize::from(joined && same);
                    found += usize::from(joined);
                    labelled += usize::from(same);
                }
                let share = |whole: usize| {
                    if whole > 0 {
                        both as f64 / whole as f64
                    } else {
                        1.0
                    }
                };
                Worth {
                    b_cubed: None,
                    pairwise: Scores::new(share(found), share(labelled)),
                    rand: None,
                }
            }
        }
    }
}

/// `X_pairs.jsonl` for `X.jsonl`.
fn beside(path: &Path) -> Option<PathBuf> {
    let stem = path.file_stem()?.to_str()?;
    Some(path.with_file_name(format!("{stem}_pairs.jsonl")))
}
