//! Which words carry no meaning of their own, and what two forms of one word have in common.
//!
//! The stemmer is the *S stemmer* in the spirit of Harman (1991, "How effective is suffixing?"):
//! it only takes plural and third-person endings away. Stronger stemmers merge names (`Powers`
//! with `Power` is enough harm) and gain nothing here.

use std::borrow::Cow;
use std::sync::LazyLock;

use crate::hash;
use crate::text::{self, Token};

/// English words that tell nothing about an event: articles, pronouns, auxiliaries, prepositions,
/// and what every report says of its sources.
const STOP_WORDS: &str = "\
a an the this that these those i me my mine myself we us our ours ourselves you your yours \
yourself he him his himself she her hers herself it its itself they them their theirs themselves \
who whom whose which what where when why how am is are was were be been being have has had having \
do does did doing done will would shall should can could may might must ought and or nor but if \
then than so because as until while of at by for with about against between among into onto \
through during before after above below over under to from up down in out on off within without \
upon toward towards across along around behind beside besides beyond near per via again further \
once here there all any both each few more most other others another some such no not only own \
same too very just also now ever never still yet even though although however since unless \
whether either neither else much many less least else really quite rather almost already often \
always sometimes perhaps like said say says saying told tell tells added according mr mrs ms dr \
i'm i've i'll i'd you're you've you'll you'd he's he'd he'll she's she'd she'll it's it'll we're \
we've we'll we'd they're they've they'll they'd isn't aren't wasn't weren't don't doesn't didn't \
won't wouldn't shan't shouldn't can't cannot couldn't mustn't hasn't haven't hadn't ain't let's \
that's what's who's where's there's here's";

static STOP_HASHES: LazyLock<Box<[u64]>> = LazyLock::new(|| {
    let mut hashes: Vec<u64> = STOP_WORDS.split_whitespace().map(text::hash_word).collect();
    hashes.sort_unstable();
    hashes.dedup();
    hashes.into_boxed_slice()
});

/// One bit for each value of the top 12 bits of a stop word's hash, so that most other words are
/// told apart by one look.
static STOP_BITS: LazyLock<[u64; 64]> = LazyLock::new(|| {
    let mut bits = [0; 64];
    for hash in &*STOP_HASHES {
        bits[(hash >> 58) as usize] |= 1 << (hash >> 52 & 63);
    }
    bits
});

/// Whether the folded word with this hash is a stop word.
pub(crate) fn is_stop_hash(hash: u64) -> bool {
    STOP_BITS[(hash >> 58) as usize] >> (hash >> 52 & 63) & 1 == 1
        && STOP_HASHES.binary_search(&hash).is_ok()
}

/// Whether a word is one of the English words that carry no weight (*the*, *said*, *because*),
/// whatever its case.
///
/// ```
/// use retold::event::is_stop_word;
/// assert!(is_stop_word("The") && is_stop_word("doesn’t"));
/// assert!(!is_stop_word("earthquake"));
/// ```
pub fn is_stop_word(word: &str) -> bool {
    is_stop_hash(text::hash_word(word))
}

/// The stem of a folded word: `stories` and `story`, `crashes` and `crash`, `shots` and `shot` are
/// the same; `gas`, `status` and `press` stay as they are.
///
/// ```
/// use retold::event::stem;
/// assert_eq!([stem("shots"), stem("crashes"), stem("press")], ["shot", "crash", "press"]);
/// assert_eq!(stem("stories"), "story");
/// ```
pub fn stem(folded: &str) -> Cow<'_, str> {
    let longer_than = |characters| folded.chars().nth(characters).is_some();
    if longer_than(4) {
        if let Some(stem) = folded.strip_suffix("ies") {
            return Cow::Owned(format!("{stem}y"));
        }
        if let Some(stem) = folded.strip_suffix("es")
            && stem.ends_with(['s', 'x', 'z', 'h'])
        {
            return Cow::Borrowed(stem);
        }
    }
    if longer_than(3)
        && let Some(stem) = folded.strip_suffix('s')
        && !stem.ends_with(['s', 'u', 'i'])
    {
        return Cow::Borrowed(stem);
    }
    Cow::Borrowed(folded)
}

/// The key of a word whose folded hash is known. The stem is only looked for where the last letter
/// allows one, which spares most words a second hashing; `scratch` is overwritten.
pub(crate) fn key_of(word: &str, hash: u64, scratch: &mut String) -> u32 {
    // Folding takes a possessive ending away, and may change whatever is not ASCII.
    let bytes = word.strip_suffix("'s").unwrap_or(word).as_bytes();
    if bytes
        .last()
        .is_some_and(|last| last.is_ascii() && last | 0x20 != b's')
    {
        return hash as u32;
    }
    scratch.clear();
    text::fold(word, scratch);
    let stem = stem(scratch);
    if stem.len() == scratch.len() {
        hash as u32
    } else {
        hash::bytes(stem.as_bytes()) as u32
    }
}

/// The key under which a word is counted and weighed: the low half of the frozen hash of its
/// stem, so that two forms of a word have one key. A compound with hyphens is one word. Nothing for
/// a stop word and for what holds no word.
///
/// ```
/// use retold::event::term_key;
/// assert_eq!(term_key("Shots"), term_key("shot"));
/// assert_eq!(term_key("15-year-old"), term_key("15‑Year‑Old"));
/// assert_eq!(term_key("the"), None);
/// ```
pub fn term_key(word: &str) -> Option<u32> {
    match text::tokens(word).as_slice() {
        [] => None,
        [token] if is_stop_hash(token.hash) => None,
        [token] => word
            .get(token.span())
            .map(|word| key_of(word, token.hash, &mut String::new())),
        tokens => compound_key(tokens),
    }
}

/// The key of a compound: that of its words in order.
pub(crate) fn compound_key(words: &[Token]) -> Option<u32> {
    let key = words.iter().map(|word| word.hash).reduce(hash::join);
    key.map(|key| key as u32)
}
