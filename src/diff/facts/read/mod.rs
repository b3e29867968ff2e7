//! What some sentences tell, as typed values: numbers with what they count, ages, moments, persons
//! and streets. Nothing here knows of a second text.

mod ages;
mod moments;
mod numbers;
mod numerals;
mod people;
mod same;
mod streets;
mod words;

use std::ops::Range;

use crate::article::Date;

pub(super) use ages::{Age, Bearer};
pub(super) use moments::{Clock, Moment};
pub(super) use numbers::{Bound, Number, Unit, is_same_head, singular};
pub(super) use numerals::Amount;
pub(super) use people::Person;
pub(in crate::diff) use same::is_same_value;
pub(super) use streets::Street;
pub(super) use words::Words;

/// The values of some sentences, each kind in the order in which they stand.
#[derive(Debug)]
pub(super) struct Reading<'a> {
    pub(super) words: Words<'a>,
    /// When the report was published, where known.
    pub(super) date: Option<Date>,
    pub(super) numbers: Vec<Number>,
    pub(super) ages: Vec<Age>,
    pub(super) moments: Vec<Moment>,
    pub(super) people: Vec<Person>,
    pub(super) streets: Vec<Street>,
}

impl<'a> Reading<'a> {
    /// Reads the sentences of a text that stand at `spans`.
    pub(super) fn new(text: &'a str, spans: &[Range<usize>], date: Option<Date>) -> Self {
        let words = Words::new(text, spans);
        let streets = streets::read(&words);
        let moments = moments::read(&words);
        let people = people::read(&words);
        let ages = ages::read(&words, &people);
        let mut taken = vec![false; words.len()];
        let streets_at = streets.iter().map(|street| &street.at);
        let moments_at = moments.iter().map(|moment| &moment.at);
        let ages_at = ages.iter().map(|age| &age.at);
        for at in streets_at.chain(moments_at).chain(ages_at) {
            taken[at.clone()].fill(true);
        }
        let numbers = numbers::read(&words, &taken);
        Self {
            words,
            date,
            numbers,
            ages,
            moments,
            people,
            streets,
        }
    }
}
