//! Verbs of saying.

/// Verbs that attribute speech, sorted.
#[rustfmt::skip]
pub(crate) const SPEECH_VERBS: &[&str] = &[
    "according", "acknowledged", "acknowledges", "acknowledging", "added", "adding", "adds",
    "admits", "admitted", "admitting", "announced", "announces", "announcing", "argued",
    "argues", "arguing", "asked", "asking", "asks", "begged", "boasted", "claimed", "claiming",
    "claims", "commented", "commenting", "comments", "complained", "concluded", "concludes",
    "concluding", "confirmed", "confirming", "confirms", "continued", "continues", "continuing",
    "cried", "declared", "declares", "declaring", "demanded", "demands", "denied", "denies",
    "denying", "described", "describes", "emphasised", "emphasized", "exclaimed", "explained",
    "explaining", "explains", "insisted", "insisting", "insists", "joked", "lamented", "mused",
    "noted", "notes", "noting", "observed", "observes", "pleaded", "pledged", "posted",
    "posting", "posts", "predicted", "predicts", "promised", "quipped", "quoted", "quoting",
    "recalled", "recalling", "recalls", "remarked", "remarking", "remarks", "replied",
    "replies", "replying", "reported", "reporting", "reports", "responded", "responding",
    "responds", "revealed", "revealing", "reveals", "said", "say", "saying", "says", "shouted",
    "stated", "states", "stating", "stressed", "stresses", "stressing", "suggested", "suggests",
    "telling", "tells", "testified", "testifies", "testifying", "told", "tweeted", "tweeting",
    "tweets", "urged", "urges", "urging", "vowed", "vows", "warned", "warning", "warns",
    "whispered", "wondered", "writes", "writing", "wrote", "yelled",
];

/// Whether a word is a verb that attributes speech.
pub(super) fn is_speech_verb(word: &str) -> bool {
    SPEECH_VERBS.binary_search(&word).is_ok()
}

/// Whether a text begins with a name and a verb of saying: `Smith asked`, `Prime Minister May said`.
pub(super) fn is_attributed_ahead(text: &str) -> bool {
    let mut names = 0;
    for word in text.split_whitespace().take(6) {
        let bare = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        if word.starts_with(char::is_uppercase)
            && bare.len() + 1 >= word.len()
            && !word.ends_with(['!', '?', ','])
        {
            names += 1;
        } else {
            return names > 0 && is_speech_verb(bare);
        }
    }
    false
}

#[cfg(test)]
mod tests {
    #[test]
    fn verbs_are_sorted() {
        assert!(super::SPEECH_VERBS.is_sorted());
    }
}
