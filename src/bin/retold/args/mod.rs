//! Options that several commands share.

mod detector;
mod input;

pub(crate) use detector::{DetectorOptions, PairOptions, StoryOptions};
pub(crate) use input::{Input, Inputs, ReadingOptions, read_records};
