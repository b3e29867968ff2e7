//! Among how many articles a term is counted, and how far a background table is believed.
//!
//! A term is rare or common in its language: *Haus* that stands in a tenth of all German articles is no
//! rarer for the English ones beside them. So a term is counted among the articles of the languages it
//! is used in: the mean, over the articles that hold it, of how many there are in their language.
//!
//! A table says how common words are in general, and counts for so many articles as if they were at
//! hand. It is believed as far as it knows the language: where it knows most words that recur in a
//! collection it counts for many, else for few, lest every word be taken for a rare one.

use super::background::{Background, KNOWN_LANGUAGE};
use super::counts::Counts;
use super::terms::Terms;

/// One that does not.
const OTHER_LANGUAGE: f64 = 60.0;
/// It knows the language if it knows this share of the words that recur. English news has 0.88 to 0.94
/// of them in the English table; Spanish, German, Portuguese, Turkish, Russian 0.05 to 0.3.
const LEAST_KNOWN: f64 = 0.55;
/// Until so many recurring words were met, it is taken to know them.
const BENEFIT: f64 = 50.0;

/// Languages are told apart by numbers below this.
const PLACES: usize = 32;
/// Shares are summed up in these units.
const UNITS: f64 = 1_024.0;

/// For how many articles a table counts that knows `known` of `all` words that recur.
pub(crate) fn prior(known: u64, all: u64) -> f64 {
    if known as f64 + BENEFIT >= LEAST_KNOWN * (all as f64 + BENEFIT) {
        KNOWN_LANGUAGE
    } else {
        OTHER_LANGUAGE
    }
}

/// Among what part of all articles each term is counted, and for how many a table counts.
#[derive(Debug, Clone)]
pub(super) struct Populations {
    /// Where all articles are in one language, or nothing is counted.
    prior: f64,
    /// Where they are not: sums over the articles that hold each term.
    mixed: Option<Mixed>,
}

/// Most articles of a collection are in one language as a rule, so only what the others hold is summed up.
#[derive(Debug, Clone)]
struct Mixed {
    /// What an article in the language of most adds to each sum.
    most: Sums,
    /// How many articles in other languages hold each term.
    others: Counts<u32>,
    /// Over these, the share of all articles that are in the language of this one.
    shares: Counts<u32>,
    /// Over these, 1 where the table knows the language.
    known: Counts<u32>,
}

/// A share of all articles, and 1 or 0: whether the table knows a language.
#[derive(Debug, Clone, Copy)]
struct Sums {
    share: u32,
    known: u32,
}

impl Populations {
    /// Nothing is counted: a table is believed.
    pub(super) fn none() -> Self {
        Self {
            prior: KNOWN_LANGUAGE,
            mixed: None,
        }
    }

    /// One population, by how often each term is counted.
    pub(super) fn one(terms: &Counts<u32>, background: &Background) -> Self {
        let (known, all) = recurring(terms, background);
        Self {
            prior: prior(known, all),
            mixed: None,
        }
    }

    /// That of articles, by their languages.
    pub(super) fn of(articles: &[&Terms], terms: &Counts<u32>, background: &Background) -> Self {
        let place = |at: usize| usize::from(articles[at].language_place()).min(PLACES - 1);
        let mut articles_of = [0_u32; PLACES];
        (0..articles.len()).for_each(|at| articles_of[place(at)] += 1);
        if articles_of.iter().filter(|&&articles| articles > 0).count() <= 1 {
            return Self::one(terms, background);
        }
        let most = largest(&articles_of);
        let others: Vec<usize> = (0..articles.len())
            .filter(|&at| place(at) != most)
            .collect();
        let (mut known, mut all) = ([0_u64; PLACES], [0_u64; PLACES]);
        for &at in &others {
            let keys = articles[at].by_term().map(|term| term[0].key);
            for key in keys.filter(|&key| terms.get(key).is_some_and(|count| count > 1)) {
                all[place(at)] += 1;
                known[place(at)] += u64::from(background.knows(key));
            }
        }
        let (known_in_all, in_all) = recurring(terms, background);
        known[most] = known_in_all - known.iter().sum::<u64>();
        all[most] = in_all - all.iter().sum::<u64>();
        Self::mixed(&articles_of, &known, &all, |of| {
            Counts::weighted(others.len(), 1, |at, count| {
                for term in articles[others[at]].by_term() {
                    count(term[0].key, of[place(others[at])]);
                }
            })
        })
    }

    /// That of several languages: the articles of each, what is known of the words that recur in it, and
    /// sums over the articles in other languages than that of most, by what an article of each adds.
    fn mixed(
        articles_of: &[u32; PLACES],
        known: &[u64; PLACES],
        all: &[u64; PLACES],
        sum: impl Fn(&[u32; PLACES]) -> Counts<u32>,
    ) -> Self {
        let [shares, knows] = weights(articles_of, known, all);
        let most = largest(articles_of);
        Self {
            prior: KNOWN_LANGUAGE,
            mixed: Some(Mixed {
                most: Sums {
                    share: shares[most],
                    known: knows[most],
                },
                others: sum(&[1; PLACES]),
                shares: sum(&shares),
                known: sum(&knows),
            }),
        }
    }

    /// That of counts that were taken elsewhere: of the articles in each language, and of each term in
    /// each language. `terms` are the sums over languages.
    pub(super) fn of_counts(
        documents: &[(u8, u32)],
        by_language: &[(u32, u8, u32)],
        terms: &Counts<u32>,
        background: &Background,
    ) -> Self {
        let place = |language: u8| usize::from(language).min(PLACES - 1);
        let mut articles_of = [0_u32; PLACES];
        for &(language, articles) in documents {
            articles_of[place(language)] += articles;
        }
        if articles_of.iter().filter(|&&articles| articles > 0).count() <= 1 {
            return Self::one(terms, background);
        }
        let (mut known, mut all) = ([0_u64; PLACES], [0_u64; PLACES]);
        for &(key, language, articles) in by_language {
            if terms.get(key).is_some_and(|count| count > 1) {
                all[place(language)] += u64::from(articles);
                known[place(language)] += u64::from(articles) * u64::from(background.knows(key));
            }
        }
        let most = largest(&articles_of);
        let others = || by_language.iter().filter(|term| place(term.1) != most);
        Self::mixed(&articles_of, &known, &all, |of| {
            Counts::summed(others().map(|&(key, language, articles)| {
                (key, articles.saturating_mul(of[place(language)]))
            }))
        })
    }

    /// Among what part of all articles a term is counted that so many hold, and for how many articles
    /// a table counts.
    pub(super) fn of_term(&self, key: u32, documents: u32) -> (f64, f64) {
        let Some(mixed) = self.mixed.as_ref().filter(|_| documents > 0) else {
            return (1.0, self.prior);
        };
        let others = mixed.others.get(key);
        let sum = |sums: &Counts<u32>| others.and_then(|_| sums.get(key)).unwrap_or(0);
        let of_most = documents - others.unwrap_or(0).min(documents);
        let mean = |most: u32, others: u32| {
            f64::from(most.saturating_mul(of_most).saturating_add(others)) / f64::from(documents)
        };
        let known = mean(mixed.most.known, sum(&mixed.known));
        let prior = OTHER_LANGUAGE + (KNOWN_LANGUAGE - OTHER_LANGUAGE) * known;
        (mean(mixed.most.share, sum(&mixed.shares)) / UNITS, prior)
    }
}

/// How many words, counted over articles, recur that the table knows, and how many recur.
fn recurring(terms: &Counts<u32>, background: &Background) -> (u64, u64) {
    let (mut known, mut all) = (0, 0);
    for (key, count) in terms.iter().filter(|&(_, count)| count > 1) {
        all += u64::from(count);
        known += u64::from(count) * u64::from(background.knows(key));
    }
    (known, all)
}

/// The language of most articles; of equal ones the last.
fn largest(articles_of: &[u32; PLACES]) -> usize {
    let places = 0..PLACES;
    places.max_by_key(|&place| articles_of[place]).unwrap_or(0)
}

/// What an article counts for, by its language: the share of all articles that are in it, and 1 where
/// the table knows it.
#[allow(clippy::cast_sign_loss, reason = "shares are not below 0")]
fn weights(
    articles_of: &[u32; PLACES],
    known: &[u64; PLACES],
    all: &[u64; PLACES],
) -> [[u32; PLACES]; 2] {
    let articles: u32 = articles_of.iter().sum();
    let share = |of: u32| (f64::from(of) / f64::from(articles) * UNITS).max(1.0) as u32;
    let knows = |place| u32::from(prior(known[place], all[place]) >= KNOWN_LANGUAGE);
    [articles_of.map(share), std::array::from_fn(knows)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_believed_until_it_is_seen_not_to_know_the_language() {
        let of = |known, all| prior(known, all) >= KNOWN_LANGUAGE;
        assert!(of(0, 0), "nothing is known of the language");
        assert!(of(900, 1_000));
        assert!(!of(300, 1_000));
    }
}
