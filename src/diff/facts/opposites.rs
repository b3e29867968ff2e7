//! Words that say the opposite of each other.
//!
//! The table holds verbs, nouns and small words that news reports exchange when they contradict each
//! other. Each line has two sets of words; a word of one set speaks against any of the other. Left
//! out are pairs that tell one event from two ends (buy and sell, borrow and lend) and words whose
//! other meanings are more frequent (right, back, light).

use std::sync::LazyLock;

use ahash::AHashMap;

/// Two sets of words, each the opposite of the other, as folded words.
#[rustfmt::skip]
const OPPOSITES: &[[&[&str]; 2]] = &[
    // amounts
    [&["climb", "climbed", "climbs", "gain", "gained", "gains", "grew", "grow", "grows", "growth", "higher", "increase",
       "increased", "increases", "increasing", "jump", "jumped", "jumps", "rally", "rallied", "rise", "risen", "rises",
       "rising", "rose", "soar", "soared", "surge", "surged", "widened"],
     &["decline", "declined", "declines", "declining", "decrease", "decreased", "decreases", "dip", "dipped", "drop",
       "dropped", "drops", "dropping", "fall", "fallen", "falling", "falls", "fell", "lower", "narrowed", "plunge",
       "plunged", "sank", "shrank", "shrink", "slid", "slide", "slipped", "slump", "slumped", "tumbled", "lost"]],
    [&["raise", "raised", "raises", "raising", "hike", "hiked"], &["cut", "cuts", "lower", "lowered", "lowers", "reduce", "reduced", "slashed"]],
    [&["up"], &["down"]],
    [&["above", "exceeded", "over"], &["below", "under"]],
    [&["more", "most"], &["fewer", "fewest", "least", "less"]],
    [&["maximum"], &["minimum"]],
    [&["majority"], &["minority"]],
    [&["surplus"], &["deficit"]],
    [&["profit", "profits", "profitable"], &["loss", "losses", "unprofitable"]],
    [&["import", "imported", "imports"], &["export", "exported", "exports"]],
    [&["stronger", "strengthened"], &["weaker", "weakened"]],
    [&["upgrade", "upgraded"], &["downgrade", "downgraded"]],
    [&["optimistic"], &["pessimistic"]],
    [&["positive", "positively"], &["negative", "negatively"]],
    [&["best", "better"], &["worst", "worse"]],
    // contests
    [&["beat", "defeated", "victory", "win", "winner", "winning", "wins", "won"], &["defeat", "lose", "loser", "loses", "losing", "loss", "lost"]],
    [&["beat", "beats", "exceeded", "surpassed", "topped"], &["miss", "missed", "misses"]],
    [&["succeed", "succeeded", "success", "successful"], &["fail", "failed", "fails", "failure", "unsuccessful"]],
    // courts and police
    [&["arrested", "captured", "detained", "held", "imprisoned", "jailed"], &["freed", "released"]],
    [&["convicted", "guilty"], &["acquitted", "cleared", "exonerated", "innocent"]],
    [&["admit", "admits", "admitted", "confirm", "confirmed", "confirms"], &["denied", "denies", "deny"]],
    // lives
    [&["dead", "died", "dies", "killed"], &["alive", "survive", "survived", "survives", "unharmed", "unhurt"]],
    [&["injured", "hurt", "wounded"], &["unharmed", "unhurt", "uninjured"]],
    // decisions
    [&["accept", "accepted", "accepts", "adopted", "approve", "approved", "approves", "backed", "endorsed", "passed"],
     &["blocked", "declined", "refused", "reject", "rejected", "rejects", "vetoed"]],
    [&["back", "backed", "backs", "support", "supported", "supporters", "supports"], &["oppose", "opposed", "opponents", "opposes"]],
    [&["allow", "allowed", "allows", "permitted"], &["ban", "banned", "bans", "barred", "forbade", "prohibited"]],
    [&["for"], &["against"]],
    [&["agree", "agreed", "agrees"], &["declined", "disagree", "disagreed", "disagrees", "refused", "refuses"]],
    [&["able"], &["unable"]],
    [&["armed"], &["unarmed"]],
    [&["certain"], &["uncertain"]],
    [&["known"], &["unknown"]],
    [&["upheld"], &["overturned", "reversed"]],
    [&["hired", "appointed"], &["fired", "dismissed", "sacked"]],
    [&["join", "joined", "joins"], &["leave", "leaves", "left", "quit"]],
    [&["began", "begin", "begins", "start", "started", "starts", "resumed"], &["end", "ended", "ends", "finished", "halted", "stop", "stopped", "stops", "suspended"]],
    [&["open", "opened", "opens", "reopened"], &["close", "closed", "closes", "shut"]],
    // whether, when and where
    [&["likely"], &["unlikely"]],
    [&["possible"], &["impossible"]],
    [&["legal", "lawful"], &["illegal", "unlawful"]],
    [&["true"], &["false", "untrue"]],
    [&["safe"], &["dangerous", "unsafe"]],
    [&["before"], &["after"]],
    [&["early", "earlier"], &["late", "later"]],
    [&["first"], &["last"]],
    [&["north", "northern"], &["south", "southern"]],
    [&["east", "eastern"], &["west", "western"]],
    [&["inside", "indoors"], &["outdoors", "outside"]],
    [&["public"], &["private"]],
    [&["presence", "present"], &["absence", "absent"]],
    [&["war"], &["peace"]],
    [&["with"], &["without"]],
    // persons
    [&["boy", "boys"], &["girl", "girls"]],
    [&["father"], &["mother"]],
    [&["brother"], &["sister"]],
    [&["husband"], &["wife"]],
    [&["man", "men"], &["woman", "women"]],
    [&["male"], &["female"]],
    [&["son"], &["daughter"]],
];

/// Where each word of the table stands: its line and its side.
static PLACES: LazyLock<AHashMap<&str, Vec<(usize, usize)>>> = LazyLock::new(|| {
    let mut places = AHashMap::<_, Vec<_>>::new();
    for (line, sides) in OPPOSITES.iter().enumerate() {
        for (side, words) in sides.iter().enumerate() {
            for word in *words {
                places.entry(*word).or_default().push((line, side));
            }
        }
    }
    places
});

fn places(key: &str) -> &[(usize, usize)] {
    PLACES.get(key).map_or(&[], Vec::as_slice)
}

/// All words of the table.
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    OPPOSITES.iter().flatten().copied().flatten().copied()
}

/// Whether two folded words say the opposite of each other.
pub(super) fn are_opposite(left: &str, right: &str) -> bool {
    let prefixed = |word: &str, other: &str| {
        word.strip_prefix("un")
            .is_some_and(|rest| rest == other && rest.len() > 3)
    };
    prefixed(left, right)
        || prefixed(right, left)
        || places(left)
            .iter()
            .any(|&(line, side)| places(right).contains(&(line, 1 - side)))
}

/// Whether one word may stand for the other: two words of one side of a line.
pub(super) fn are_alike(left: &str, right: &str) -> bool {
    left == right
        || places(left)
            .iter()
            .any(|place| places(right).contains(place))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opposites_are_told_from_synonyms() {
        assert!(are_opposite("rose", "fell") && are_opposite("fell", "rose"));
        assert!(are_opposite("likely", "unlikely") && are_opposite("known", "unknown"));
        assert!(are_opposite("beat", "missed") && are_opposite("guilty", "acquitted"));
        assert!(!are_opposite("rose", "climbed") && are_alike("rose", "climbed"));
        assert!(!are_opposite("til", "until") && !are_opposite("der", "under"));
    }

    #[test]
    fn no_word_stands_on_both_sides_of_a_line() {
        for [one, other] in OPPOSITES {
            assert!(one.iter().all(|word| !other.contains(word)), "{one:?}");
        }
    }
}
