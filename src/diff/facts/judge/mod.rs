//! How two values of one thing stand to each other.

mod moments;
mod names;
mod numbers;
mod streets;

pub(super) use moments::{apart, is_coarse, is_finer, moments, tells_all};
pub(super) use names::{is_misspelt, middle_names};
pub(super) use numbers::{can_agree, numbers};
pub(super) use streets::streets;

use super::Relation;
