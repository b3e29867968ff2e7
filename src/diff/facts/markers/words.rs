//! The small words that deny or doubt, and those that make a claim less than plain.

/// Words that deny what is behind them, sorted.
#[rustfmt::skip]
pub(in crate::diff::facts) const NEGATIONS: &[&str] = &[
    "cannot", "cant", "denied", "denies", "deny", "denying", "didnt", "doesnt", "dont", "hasnt", "havent", "isnt", "neither",
    "never", "no", "nobody", "none", "nor", "not", "nothing", "wasnt", "werent", "without", "wont", "wouldnt", "zero",
];

/// Words that deny what is behind them when `to` or a noun follows: failed to pay. Sorted.
#[rustfmt::skip]
pub(in crate::diff::facts) const FAILURES: &[&str] = &[
    "decline", "declined", "declines", "fail", "failed", "failing", "fails", "neglected", "refuse", "refused", "refuses",
    "refusing", "unable",
];

/// Words that come to a denial, though nobody would call them one: stop serving. Sorted.
#[rustfmt::skip]
pub(in crate::diff::facts) const ENDINGS: &[&str] = &[
    "avoid", "avoided", "barely", "barred", "cease", "ceased", "end", "ended", "few", "halt", "halted", "hardly", "instead",
    "lack", "lacked", "lacks", "little", "non", "prevent", "prevented", "quit", "rarely", "rather", "scarcely", "seldom", "stop",
    "stopped", "stopping", "stops", "too", "unlikely", "yet",
];

/// Words that take a claim for possible or for told by others, sorted.
#[rustfmt::skip]
pub(in crate::diff::facts) const DOUBTS: &[&str] = &[
    "alleged", "allegedly", "apparent", "apparently", "could", "likely", "may", "maybe", "might", "perhaps",
    "possible", "possibly", "presumably", "probably", "purported", "purportedly", "reportedly", "rumored", "rumoured",
    "seemingly", "supposed", "supposedly", "suspected", "unconfirmed", "unlikely",
];

/// Words that take back a claim without being a hedge of it: with them a side is not plain. Sorted.
#[rustfmt::skip]
pub(in crate::diff::facts) const RESERVES: &[&str] = &[
    "accusation", "accusations", "accuse", "accused", "accuses", "accusing", "allegation", "allegations", "allege",
    "alleges", "appear", "appeared", "appears", "believe", "believed", "believes", "chance", "charged", "claim", "claimed",
    "claiming", "claims", "estimate", "estimates", "expect", "expected", "expects", "feared", "potential", "potentially",
    "prove", "purport", "purporting", "purports", "report", "reported", "reports", "rumor", "rumors", "rumour", "rumours",
    "seem", "seemed", "seems", "suggest", "suggested", "suggests", "suspect", "suspects", "suspicion", "think", "thinks",
    "thought", "unclear",
];

/// Whether a folded word tells that what follows was said but is not so.
pub(super) fn is_disowned(key: &str) -> bool {
    matches!(
        key,
        "claim"
            | "claimed"
            | "claiming"
            | "claims"
            | "fake"
            | "false"
            | "falsely"
            | "hoax"
            | "mistakenly"
            | "pretended"
            | "pretending"
            | "recanted"
            | "retracted"
            | "wrongly"
    )
}

/// Whether a folded word helps a verb.
pub(in crate::diff::facts) fn is_auxiliary(key: &str) -> bool {
    matches!(
        key,
        "is" | "are"
            | "was"
            | "were"
            | "be"
            | "been"
            | "has"
            | "have"
            | "had"
            | "do"
            | "does"
            | "did"
            | "will"
            | "would"
            | "should"
            | "can"
    )
}

/// Whether a folded word stands before a thing: what follows is no verb.
pub(super) fn leads_a_thing(key: &str) -> bool {
    matches!(
        key,
        "a" | "an"
            | "any"
            | "for"
            | "from"
            | "her"
            | "his"
            | "in"
            | "its"
            | "of"
            | "on"
            | "our"
            | "some"
            | "the"
            | "their"
            | "this"
            | "with"
    )
}

/// Whether a folded word has the form of one that is done or being done.
pub(super) fn is_participle(key: &str) -> bool {
    key.ends_with("ed")
        || key.ends_with("en")
        || key.ends_with("ing")
        || matches!(
            key,
            "lost" | "left" | "hit" | "shot" | "made" | "come" | "gone" | "won" | "struck"
        )
}

/// Words that say something but bear no claim: the marker means the word behind them. Sorted.
#[rustfmt::skip]
pub(super) const LIGHT: &[&str] = &[
    "again", "already", "always", "any", "anyone", "anything", "back", "because", "believed", "billion", "dozen", "even", "ever",
    "get", "got", "hundred", "longer", "made", "make", "million", "now", "often", "only", "soon", "still", "take", "thousand",
    "very", "well", "yet",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        for table in [NEGATIONS, FAILURES, ENDINGS, DOUBTS, RESERVES, LIGHT] {
            assert!(table.is_sorted(), "{table:?}");
        }
    }
}
