//! German.
//!
//! Stop words: NLTK's list (Apache-2.0; it began as Snowball's, BSD-3-Clause), by way of the crate stop-words.
//! Months, weekdays and numbers: Unicode CLDR 48.2 (Unicode-3.0), with forms added. All else was written for this
//! project.

use super::{Apostrophe, Data, Ending, Script};

#[rustfmt::skip]
pub(super) const DATA: Data = Data {
    code: "de",
    name: "German",
    script: Script::Latin,
    capitalises_nouns: true,
    spaces_syllables: false,
    keeps_marks: false,
    ambiguous_days: "",
    acronyms: "",
    apostrophe: Apostrophe::Letters,
    prefixes: &[],
    letters: "ßäöü",
    frequent_words: "\
        aber als am an auch auf aus bei bis das dass dem den der des die durch ein eine einem \
        einen einer er es für gegen haben hat ihr ihre im ist kann man mehr mit nach nicht noch \
        nur oder sei seine sich sie sind so um und von vor war wenn werden wie wird wurde zu zum \
        zur über",
    endings: &[
        Ending::cut("ern", 4), Ending::cut("em", 4), Ending::cut("en", 4), Ending::cut("er", 4),
        Ending::cut("es", 4), Ending::cut("e", 4), Ending::cut("n", 4).after("el"),
        Ending::cut("s", 4).not_after("s"),
    ],
    abbreviations: "\
        Abb Abs Art Bd Dipl Dr Fr Frl Hr Hrn Ing Kap Mio Mrd Nr Prof Skt St Str Tel allg bzgl bzw \
        ca d.h ehem eigtl einschl etc evang evtl ggf inkl insb kath mind sog u.a usw v versch vgl \
        z.B zzgl",
    speech_verbs: "\
        behauptete berichtet berichtete berichteten bestätigt bestätigte betont betonte erklärt \
        erklärte erklärten erläuterte fordert forderte fügte hieß kritisiert kritisierte kündigte \
        laut lobte meint meinte nannte sagt sagte sagten schreibt schrieb teilte teilten warnt \
        warnte zufolge äußerte",
    // Made by tests/languages/make.py:
    stop_words: "\
        ab aber alle allem allen aller alles als also am an ander andere anderem anderen anderer \
        anderes anderm andern anderr anders auch auf aus bei beiden beim bereits bin bis bist da \
        dabei dafür daher damit dann darf das dass dasselbe davon dazu daß dein deine deinem \
        deinen deiner deines dem demselben den denn denselben der derer derselbe derselben des \
        deshalb desselben dessen dich die dies diese dieselbe dieselben diesem diesen dieser \
        dieses dir doch dort du durch dürfen ein eine einem einen einer eines einig einige einigem \
        einigen einiger einiges einmal er erst es etwa etwas euch euer eure eurem euren eurer \
        eures für gab gegen gegenüber geht gewesen gibt hab habe haben hat hatte hatten hier hin \
        hinter hätte hätten ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im immer in indem \
        ins ist jede jedem jeden jeder jedes jedoch jene jenem jenen jener jenes jetzt kann kein \
        keine keinem keinen keiner keines kommt können könnte laut machen mal man manche manchem \
        manchen mancher manches mehr mein meine meinem meinen meiner meines mich mir mit muss \
        musste müssen nach neben nicht nichts noch nun nur ob oder ohne rund sagt sagte schon sehr \
        sei seien sein seine seinem seinen seiner seines seit selbst sich sie sind so solche \
        solchem solchen solcher solches soll sollen sollte sondern sonst sowie trotz um und uns \
        unser unsere unserem unseren unseres unter viel vom von vor war waren warst was weg wegen \
        weil weiter welche welchem welchen welcher welches wenn werde werden wie wieder will wir \
        wird wirst wo wollen wollte worden wurde wurden während würde würden zu zudem zum zur zwar \
        zwischen über",
    months: [
        &["januar", "jan", "jänner"], &["februar", "feb"], &["märz"], &["april", "apr"], &["mai"],
        &["juni", "jun"], &["juli", "jul"], &["august", "aug"], &["september", "sep", "sept"],
        &["oktober", "okt"], &["november", "nov"], &["dezember", "dez"],
    ],
    weekdays: [
        &["montag"], &["dienstag"], &["mittwoch"], &["donnerstag"], &["freitag"], &["samstag"],
        &["sonntag"],
    ],
    numbers: &[
        (0, "null"), (1, "ein"), (1, "eine"), (1, "einem"), (1, "einen"), (1, "einer"),
        (1, "eines"), (1, "eins"), (2, "zwei"), (2, "zwo"), (3, "drei"), (4, "vier"), (5, "fünf"),
        (6, "sechs"), (7, "sieben"), (8, "acht"), (9, "neun"), (10, "zehn"), (11, "elf"),
        (12, "zwölf"), (13, "dreizehn"), (14, "vierzehn"), (15, "fünfzehn"), (16, "sechzehn"),
        (17, "siebzehn"), (18, "achtzehn"), (19, "neunzehn"), (20, "zwanzig"),
        (21, "einundzwanzig"), (22, "zweiundzwanzig"), (23, "dreiundzwanzig"),
        (24, "vierundzwanzig"), (25, "fünfundzwanzig"), (26, "sechsundzwanzig"),
        (27, "siebenundzwanzig"), (28, "achtundzwanzig"), (29, "neunundzwanzig"), (30, "dreißig"),
        (31, "einunddreißig"), (32, "zweiunddreißig"), (33, "dreiunddreißig"),
        (34, "vierunddreißig"), (35, "fünfunddreißig"), (36, "sechsunddreißig"),
        (37, "siebenunddreißig"), (38, "achtunddreißig"), (39, "neununddreißig"), (40, "vierzig"),
        (41, "einundvierzig"), (42, "zweiundvierzig"), (43, "dreiundvierzig"),
        (44, "vierundvierzig"), (45, "fünfundvierzig"), (46, "sechsundvierzig"),
        (47, "siebenundvierzig"), (48, "achtundvierzig"), (49, "neunundvierzig"), (50, "fünfzig"),
        (51, "einundfünfzig"), (52, "zweiundfünfzig"), (53, "dreiundfünfzig"),
        (54, "vierundfünfzig"), (55, "fünfundfünfzig"), (56, "sechsundfünfzig"),
        (57, "siebenundfünfzig"), (58, "achtundfünfzig"), (59, "neunundfünfzig"), (60, "sechzig"),
        (61, "einundsechzig"), (62, "zweiundsechzig"), (63, "dreiundsechzig"),
        (64, "vierundsechzig"), (65, "fünfundsechzig"), (66, "sechsundsechzig"),
        (67, "siebenundsechzig"), (68, "achtundsechzig"), (69, "neunundsechzig"), (70, "siebzig"),
        (71, "einundsiebzig"), (72, "zweiundsiebzig"), (73, "dreiundsiebzig"),
        (74, "vierundsiebzig"), (75, "fünfundsiebzig"), (76, "sechsundsiebzig"),
        (77, "siebenundsiebzig"), (78, "achtundsiebzig"), (79, "neunundsiebzig"), (80, "achtzig"),
        (81, "einundachtzig"), (82, "zweiundachtzig"), (83, "dreiundachtzig"),
        (84, "vierundachtzig"), (85, "fünfundachtzig"), (86, "sechsundachtzig"),
        (87, "siebenundachtzig"), (88, "achtundachtzig"), (89, "neunundachtzig"), (90, "neunzig"),
        (91, "einundneunzig"), (92, "zweiundneunzig"), (93, "dreiundneunzig"),
        (94, "vierundneunzig"), (95, "fünfundneunzig"), (96, "sechsundneunzig"),
        (97, "siebenundneunzig"), (98, "achtundneunzig"), (99, "neunundneunzig"), (100, "hundert"),
        (200, "zweihundert"), (300, "dreihundert"), (400, "vierhundert"), (500, "fünfhundert"),
        (600, "sechshundert"), (700, "siebenhundert"), (800, "achthundert"), (900, "neunhundert"),
        (1000, "tausend"), (1000000, "million"), (1000000, "millionen"), (1000000, "mio"),
        (1000000000, "milliarde"), (1000000000, "milliarden"), (1000000000, "mrd"),
    ],
    ordinals: &[
        (1, "erste"), (1, "erstem"), (1, "ersten"), (1, "erster"), (1, "erstes"), (2, "zweite"),
        (2, "zweitem"), (2, "zweiten"), (2, "zweiter"), (2, "zweites"), (3, "dritte"),
        (3, "drittem"), (3, "dritten"), (3, "dritter"), (3, "drittes"), (4, "vierte"),
        (4, "viertem"), (4, "vierten"), (4, "vierter"), (4, "viertes"), (5, "fünfte"),
        (5, "fünftem"), (5, "fünften"), (5, "fünfter"), (5, "fünftes"), (6, "sechste"),
        (6, "sechstem"), (6, "sechsten"), (6, "sechster"), (6, "sechstes"), (7, "siebte"),
        (7, "siebtem"), (7, "siebten"), (7, "siebter"), (7, "siebtes"), (8, "achte"), (8, "achtem"),
        (8, "achten"), (8, "achter"), (8, "achtes"), (9, "neunte"), (9, "neuntem"), (9, "neunten"),
        (9, "neunter"), (9, "neuntes"), (10, "zehnte"), (10, "zehntem"), (10, "zehnten"),
        (10, "zehnter"), (10, "zehntes"), (11, "elfte"), (11, "elftem"), (11, "elften"),
        (11, "elfter"), (11, "elftes"), (12, "zwölfte"), (12, "zwölftem"), (12, "zwölften"),
        (12, "zwölfter"), (12, "zwölftes"),
    ],
};
