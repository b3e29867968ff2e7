//! The commands, one file each.

pub(crate) mod background;
pub(crate) mod cluster;
pub(crate) mod compare;
pub(crate) mod evaluate;
