//! The lines of output: one an article, and one for what happens to others.

use retold::story::{Change, Placement};
use serde::Serialize;
use serde_json::Value;

use super::changed::Changed;
use super::key;

/// One line of output.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(super) enum Line {
    Answer(Box<Answer>),
    Event(Other),
}

/// What became of an article that came.
#[derive(Debug, Serialize)]
pub(super) struct Answer {
    id: Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<String>,
    story: Option<u64>,
    change: &'static str,
    /// Stories that ended in this one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    merged: Vec<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    changed: Option<Changed>,
    #[serde(rename = "match", skip_serializing_if = "Option::is_none")]
    best: Option<Best>,
}

/// The article most like it.
#[derive(Debug, Serialize)]
struct Best {
    id: Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<String>,
    score: f64,
    jaccard: f64,
    copy: bool,
    why: Vec<String>,
}

/// Something that happened to other articles than the one that came.
#[derive(Debug, Serialize)]
#[serde(tag = "event", rename_all = "lowercase")]
pub(super) enum Other {
    Left {
        story: u64,
        id: Value,
        #[serde(skip_serializing_if = "Option::is_none")]
        source: Option<String>,
    },
    Joined {
        story: u64,
        id: Value,
        #[serde(skip_serializing_if = "Option::is_none")]
        source: Option<String>,
    },
    Split {
        story: u64,
        from: u64,
        ids: Vec<Value>,
        /// The source of each id, where any is known.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        sources: Vec<Option<String>>,
    },
    Merged {
        story: u64,
        into: u64,
    },
    Created {
        story: u64,
    },
    Expired {
        story: u64,
    },
}

impl Other {
    pub(super) fn of(change: &Change<String>) -> Option<Self> {
        let story = change.story().number();
        Some(match change {
            Change::Left { key, .. } => {
                let key::Parts { id, source } = key::parts(key);
                Self::Left { story, id, source }
            }
            Change::Joined { key, .. } => {
                let key::Parts { id, source } = key::parts(key);
                Self::Joined { story, id, source }
            }
            Change::Split { from, keys, .. } => {
                let parts = keys.iter().map(|key| key::parts(key));
                let (ids, sources): (Vec<Value>, Vec<Option<String>>) =
                    parts.map(|parts| (parts.id, parts.source)).unzip();
                let known = sources.iter().any(Option::is_some);
                Self::Split {
                    story,
                    from: from.number(),
                    ids,
                    sources: if known { sources } else { Vec::new() },
                }
            }
            Change::Merged { into, .. } => Self::Merged {
                story,
                into: into.number(),
            },
            Change::Created { .. } => Self::Created { story },
            Change::Expired { .. } => Self::Expired { story },
            _ => return None,
        })
    }
}

/// The line for an article that changes nothing, with the story it is in.
pub(super) fn unchanged(key: &str, story: Option<u64>, change: &'static str) -> Vec<Line> {
    let key::Parts { id, source } = key::parts(key);
    let answer = Answer {
        id,
        source,
        story,
        change,
        merged: Vec::new(),
        changed: None,
        best: None,
    };
    vec![Line::Answer(Box::new(answer))]
}

/// The lines for an article that was withdrawn: what that changed, then the answer.
pub(super) fn withdrawn(key: &str, changes: &[Change<String>]) -> Vec<Line> {
    let mut lines: Vec<Line> = changes
        .iter()
        .filter_map(Other::of)
        .map(Line::Event)
        .collect();
    lines.extend(unchanged(key, None, "withdrawn"));
    lines
}

/// The lines for an article that came. Its answer stands for its own arrival and for the stories
/// that ended in its own; what leaves a story does so before that, what joins one after it.
pub(super) fn placed(
    key: &str,
    placement: &Placement<String>,
    changed: Option<Changed>,
) -> Vec<Line> {
    let (mut before, mut after) = (Vec::new(), Vec::new());
    for change in placement.changes() {
        match change {
            Change::Left { .. } | Change::Split { .. } => before.extend(Other::of(change)),
            Change::Joined { key: other, .. } if other != key => after.extend(Other::of(change)),
            Change::Merged { into, .. } if *into != placement.story() => {
                before.extend(Other::of(change));
            }
            Change::Expired { .. } => after.extend(Other::of(change)),
            _ => {}
        }
    }
    let answer = Line::Answer(Box::new(answer(key, placement, changed)));
    let before = before.into_iter().map(Line::Event);
    before
        .chain([answer])
        .chain(after.into_iter().map(Line::Event))
        .collect()
}

fn answer(key: &str, placement: &Placement<String>, changed: Option<Changed>) -> Answer {
    let any = |wanted: fn(&Change<String>) -> bool| placement.changes().iter().any(wanted);
    let merged = placement
        .changes()
        .iter()
        .filter_map(|change| match change {
            Change::Merged { story, into } if *into == placement.story() => Some(story.number()),
            _ => None,
        });
    let merged: Vec<u64> = merged.collect();
    let change = if changed.is_some() {
        "replaced"
    } else if !merged.is_empty() {
        "merged"
    } else if any(|change| matches!(change, Change::Created { .. })) {
        "created"
    } else {
        "joined"
    };
    let rounded = |score: f64| (score * 1e4).round() / 1e4;
    let best = placement.matches().first().map(|best| {
        let key::Parts { id, source } = key::parts(best.key());
        Best {
            id,
            source,
            score: rounded(best.score()),
            jaccard: rounded(best.jaccard()),
            copy: best.is_copy(),
            why: best.terms().map(str::to_owned).collect(),
        }
    });
    let key::Parts { id, source } = key::parts(key);
    Answer {
        id,
        source,
        story: Some(placement.story().number()),
        change,
        merged,
        changed,
        best,
    }
}
