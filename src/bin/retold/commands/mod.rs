//! The commands, one file each.

pub(crate) mod background;
pub(crate) mod cluster;
pub(crate) mod compare;
pub(crate) mod evaluate;
pub(crate) mod live;
pub(crate) mod shell;
pub(crate) mod statements;
