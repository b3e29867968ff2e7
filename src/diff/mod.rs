//! What versions of one report share, reword, move and add, sentence by sentence.

pub mod facts;
