//! Abbreviations: words whose full stop often ends nothing, by what may follow them.
//!
//! A word that is a common word in lower case too (no, art, sat, mass) stands here with its capital
//! only. Tables are sorted by bytes, so that they can be searched by halves.

/// What the stop behind an abbreviation means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// Never the end of a sentence: a title before a name.
    Always,
    /// The end of a sentence only if a word follows that often begins one.
    UnlessStarter,
    /// Not the end of a sentence if a number follows.
    BeforeNumber,
    /// a.m. and p.m.: the end of a sentence unless the time goes on.
    Time,
}

/// Titles and connectives: a name or the rest of a phrase follows.
#[rustfmt::skip]
const ALWAYS: &[&str] = &[
    "Adj", "Adm", "Atty", "Brig", "Capt", "Card", "Cmdr", "Col", "Comdr", "Cpl", "Det", "Dipl",
    "Dr", "Dra", "Drs", "Fr", "Frl", "Gen", "Gov", "Hon", "Hr", "Hrn", "Ing", "Insp", "Lic",
    "Lt", "Maj", "Messrs", "Mgr", "Mlle", "Mlles", "Mme", "Mmes", "Mons", "Mr", "Mrs", "Ms",
    "Mt", "Mx", "Pfc", "Pres", "Prof", "Profs", "Pvt", "Rep", "Reps", "Rev", "Sen", "Sens",
    "Sgt", "Skt", "Spc", "Sra", "Srta", "Supt", "allg", "approx", "bzgl", "bzw", "ca", "cf",
    "dvs", "ehem", "eigtl", "einschl", "evang", "evtl", "ggf", "inkl", "insb", "kath", "med",
    "mind", "napr", "phil", "resp", "sog", "tzv", "v", "versch", "vgl", "viz", "vs", "zzgl",
];

/// Companies, places, months, degrees: they end a sentence as often as not.
#[rustfmt::skip]
const UNLESS_STARTER: &[&str] = &[
    "Ala", "Apr", "Ariz", "Ark", "Assn", "Assoc", "Aug", "Av", "Ave", "Bhd", "Bldg", "Blvd",
    "Bros", "Calif", "Cie", "Co", "Colo", "Conn", "Corp", "Cos", "Ct", "Dec", "Del", "Dept",
    "Dist", "Div", "Esq", "Feb", "Fla", "Ft", "Ga", "Hts", "Hwy", "Ill", "Inc", "Ind", "Inst",
    "Intl", "Jan", "Jr", "Jul", "Jun", "Kan", "Ky", "La", "Ltd", "Ltda", "Mass", "Md", "Mex",
    "Mfg", "Mich", "Minn", "Miss", "Mo", "Mont", "Natl", "Neb", "Nev", "Nov", "Oct", "Okla",
    "Ont", "Ore", "Pa", "Penn", "Pl", "Plc", "Pte", "Pty", "Que", "Rd", "Sep", "Sept", "Snr",
    "Sr", "St", "Sta", "Ste", "Str", "Tenn", "Tex", "Thur", "Thurs", "Tue", "Tues", "Univ",
    "Va", "Vt", "Wash", "Wis", "Wyo", "al", "co", "etc",
];

/// Numero, page, chapter, and short days: only a number makes them abbreviations.
#[rustfmt::skip]
const BEFORE_NUMBER: &[&str] = &[
    "Abb", "Abs", "Art", "Bd", "Ch", "Fig", "Figs", "Fri", "Kap", "Mar", "Mon", "No", "Nos",
    "Nr", "N°", "Nº", "Núm", "Op", "Para", "Pt", "Sat", "Sec", "Sun", "Tel", "Thu", "Vol",
    "Vols", "Wed", "ch", "ext", "fig", "kl", "nos", "nr", "p", "pp", "vol",
];

/// Words that often begin a sentence and hardly ever go on with a name, in lower case.
#[rustfmt::skip]
const STARTERS: &[&str] = &[
    "a", "aber", "about", "according", "after", "all", "also", "although", "among", "an", "and",
    "another", "any", "anyone", "are", "as", "at", "because", "before", "both", "but", "by",
    "can", "cette", "could", "cuando", "despite", "det", "did", "dies", "diese", "do", "does",
    "during", "each", "earlier", "either", "elle", "elles", "ellos", "es", "even", "every",
    "few", "for", "from", "had", "has", "have", "he", "her", "here", "het", "hij", "his", "how",
    "however", "hvad", "hvor", "hvordan", "i", "ich", "if", "ils", "in", "instead", "is", "it",
    "it's", "its", "it’s", "jeg", "just", "later", "maar", "mais", "many", "maybe", "meanwhile",
    "more", "most", "my", "neither", "no", "nobody", "none", "nor", "not", "nothing", "nous",
    "now", "of", "on", "once", "one", "only", "or", "other", "others", "our", "over", "perhaps",
    "pero", "quando", "questa", "questo", "she", "should", "sie", "since", "so", "some",
    "someone", "something", "still", "such", "that", "the", "their", "then", "there", "these",
    "they", "this", "those", "though", "through", "thus", "to", "und", "under", "until", "vi",
    "vous", "warum", "was", "we", "were", "what", "when", "where", "whether", "which", "while",
    "who", "whose", "why", "wie", "wij", "wir", "with", "within", "without", "would", "yes",
    "yet", "you", "your", "zij",
];

/// What may follow a.m. or p.m. as part of the time, in lower case.
#[rustfmt::skip]
const TIME_TAILS: &[&str] = &[
    "central", "cest", "cet", "cst", "eastern", "edt", "est", "et", "friday", "gmt", "ist",
    "jst", "local", "monday", "mountain", "mst", "pacific", "pdt", "pst", "pt", "saturday",
    "sunday", "thursday", "today", "tuesday", "utc", "wednesday",
];

/// Prepositions that open a phrase of time before its sentence begins in earnest.
#[rustfmt::skip]
const OPENERS: &[&str] = &[
    "about", "after", "around", "as", "at", "before", "between", "by", "from", "in", "just",
    "near", "on", "shortly", "since", "until",
];

/// Months of languages that write a day as an ordinal with a stop (12. Juni).
#[rustfmt::skip]
const ORDINAL_MONTHS: &[&str] = &[
    "april", "august", "brezna", "december", "dezember", "elokuuta", "feber", "februar",
    "februari", "heinäkuuta", "helmikuuta", "huhtikuuta", "januar", "januára", "joulukuuta",
    "juli", "juni", "jänner", "kesäkuuta", "lokakuuta", "maaliskuuta", "mai", "maj",
    "marraskuuta", "mars", "marts", "märz", "november", "oktober", "september", "syyskuuta",
    "tammikuuta", "toukokuuta",
];

/// The class of a word before a stop, without that stop; nothing if it is an ordinary word.
pub(super) fn class_of(word: &str) -> Option<Class> {
    if word.contains('.') {
        return class_of_dotted(word);
    }
    let first = word.chars().next()?;
    let is_single = word.len() == first.len_utf8();
    if is_single {
        // An initial; in lower case it stands for a word in some language.
        let class = match first {
            'v' => Class::Always,
            'p' => Class::BeforeNumber,
            _ => Class::UnlessStarter,
        };
        return first.is_alphabetic().then_some(class);
    }
    let is_shouted = word.len() < 8 && word.chars().all(char::is_uppercase);
    let lowered;
    let word = if is_shouted {
        let tail = &word[first.len_utf8()..];
        lowered = format!("{first}{}", tail.to_lowercase());
        &lowered
    } else {
        word
    };
    if is_in(ALWAYS, word) {
        Some(Class::Always)
    } else if is_in(UNLESS_STARTER, word) {
        Some(Class::UnlessStarter)
    } else if is_in(BEFORE_NUMBER, word) {
        Some(Class::BeforeNumber)
    } else {
        (!is_shouted && is_clipped(word)).then_some(Class::UnlessStarter)
    }
}

/// Letters with stops between them: U.S, a.m. Those of a degree (Ph.D, LL.M), told by a part of two
/// letters, stand behind a name and not before one, and so are ordinary words here.
fn class_of_dotted(word: &str) -> Option<Class> {
    if word.eq_ignore_ascii_case("a.m") || word.eq_ignore_ascii_case("p.m") {
        return Some(Class::Time);
    }
    if matches!(word, "e.g" | "i.e" | "z.B" | "u.a" | "d.h") {
        return Some(Class::Always);
    }
    let is_letter = |part: &str| part.chars().count() == 1 && part.chars().all(char::is_alphabetic);
    word.split('.')
        .all(is_letter)
        .then_some(Class::UnlessStarter)
}

/// Whether a capitalised word has no vowel and so must be clipped: Hwy, Blvd, Sgt.
fn is_clipped(word: &str) -> bool {
    let bytes = word.as_bytes();
    (2..=5).contains(&bytes.len())
        && bytes[0].is_ascii_uppercase()
        && bytes[1..].iter().all(u8::is_ascii_lowercase)
        && !bytes.iter().any(|b| {
            matches!(
                b.to_ascii_lowercase(),
                b'a' | b'e' | b'i' | b'o' | b'u' | b'y'
            )
        })
}

/// Whether a word often begins a sentence.
pub(super) fn is_starter(word: &str) -> bool {
    is_lowered_in(STARTERS, word)
}

/// Whether a word may follow a.m. or p.m. as part of the time.
pub(super) fn is_time_tail(word: &str) -> bool {
    is_lowered_in(TIME_TAILS, word)
}

/// Whether a word opens a phrase of time or place.
pub(super) fn is_opener(word: &str) -> bool {
    is_lowered_in(OPENERS, word)
}

/// Whether a word is a month that follows an ordinal.
pub(super) fn is_ordinal_month(word: &str) -> bool {
    is_lowered_in(ORDINAL_MONTHS, word)
}

fn is_lowered_in(table: &[&str], word: &str) -> bool {
    word.len() < 16 && is_in(table, &word.to_lowercase())
}

fn is_in(table: &[&str], word: &str) -> bool {
    table.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        for table in [
            ALWAYS,
            UNLESS_STARTER,
            BEFORE_NUMBER,
            STARTERS,
            TIME_TAILS,
            OPENERS,
            ORDINAL_MONTHS,
        ] {
            assert!(table.is_sorted(), "{table:?}");
        }
    }
}
