//! The thresholds a user wants to try.

use std::num::ParseFloatError;
use std::str::FromStr;

use retold::Detector;

use crate::failure::Failure;

/// A threshold, or all from one to another.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Span {
    first: f64,
    last: f64,
}

impl FromStr for Span {
    type Err = ParseFloatError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (first, last) = text.split_once("..=").unwrap_or((text, text));
        Ok(Self {
            first: first.trim().parse()?,
            last: last.trim().parse()?,
        })
    }
}

/// All thresholds asked for, each of them one that can be set.
pub(crate) fn all(spans: &[Span], step: f64) -> Result<Vec<f64>, Failure> {
    let mut all = Vec::new();
    for span in spans {
        let steps = (span.last - span.first) / step;
        if !(0.0..=1_000.0).contains(&steps) {
            return Err(Failure::usage(
                "--threshold: a range goes up, in at most 1,000 steps",
            ));
        }
        let steps = (0..).take_while(|&number| f64::from(number) <= steps + 1e-9);
        // Without the dust of binary fractions: 0.15, not 0.15000000000000002.
        all.extend(
            steps.map(|number| ((span.first + f64::from(number) * step) * 1e9).round() / 1e9),
        );
    }
    for &threshold in &all {
        let checked = Detector::builder().story_threshold(threshold).build();
        checked.map_err(Failure::usage)?;
    }
    Ok(all)
}
