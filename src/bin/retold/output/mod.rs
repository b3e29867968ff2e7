//! What commands write besides their lines: files that are not written over by accident, comparisons
//! in words, pages.

pub(crate) mod comparison;
pub(crate) mod grouping;
pub(crate) mod pages;
pub(crate) mod place;
pub(crate) mod versions;
