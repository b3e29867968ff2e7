//! Dutch.
//!
//! Stop words: NLTK's list (Apache-2.0; it began as Snowball's, BSD-3-Clause), by way of the crate stop-words.
//! Months, weekdays and numbers: Unicode CLDR 48.2 (Unicode-3.0), with forms added. All else was written for this
//! project.

use super::{Apostrophe, Data, Ending, Script};

#[rustfmt::skip]
pub(super) const DATA: Data = Data {
    code: "nl",
    name: "Dutch",
    script: Script::Latin,
    capitalises_nouns: false,
    spaces_syllables: false,
    keeps_marks: false,
    ambiguous_days: "",
    acronyms: "",
    apostrophe: Apostrophe::Letters,
    prefixes: &[],
    letters: "ëéï",
    frequent_words: "\
        aan al als bij daar dan dat de deze die dit door een en er gaat geen haar had hebben heeft \
        het hij hun ik in is je kan kunnen maar meer men met mijn moet na naar niet nog nu of om \
        omdat onder ons ook op over te tegen toen tot tussen uit van veel volgens voor waar was \
        wat we wel werd wil worden wordt zal ze zegt zich zijn zo zou",
    endings: &[
        Ending::cut("heden", 3), Ending::cut("eren", 4), Ending::cut("en", 4),
        Ending::cut("s", 4).not_after("s"), Ending::cut("e", 4),
    ],
    abbreviations: "\
        Dhr Dr Drs Ing Ir Jhr Mej Mevr Mr Mw Nr Prof St Stv a.u.b afd art bijv blz bv ca d.w.z dhr \
        dr drs e.d enz etc evt excl fig incl ing ir jl m.b.t mevr min mld mln mr mw nl nr o.a p \
        pag pp prof resp t.a.v t.o.v vgl zgn",
    speech_verbs: "\
        aldus antwoordde benadrukt benadrukte bevestigde bevestigt laat liet meldde melden meldt \
        noemde noemt reageerde reageert schreef schrijft stelde stelt verklaarde verklaart \
        vertelde vertelt vindt volgens vond waarschuwde waarschuwt weten zeggen zegt zei zeiden",
    // Made by tests/languages/make.py:
    stop_words: "\
        aan al alle alles als altijd andere ben bij daar dan dat de der deze die dit doch doen \
        door dus een eens eerst en er gaan gaat ge geen geweest haar had heb hebben heeft hem het \
        hier hij hoe hun iemand iets ik in is ja je kan komt kon kunnen laat maar me mee meer men \
        met mij mijn moest moet moeten na naar niet niets nog nu of om omdat onder ons onze ook op \
        over per reeds sinds te tegen terwijl tijdens toch toen tot tussen u uit uw van veel via \
        volgens voor want waren was wat weer wel werd werden wezen wie wil worden wordt zal ze \
        zegt zei zelf zich zij zijn zo zonder zou zouden zullen",
    months: [
        &["januari", "jan"], &["februari", "feb"], &["maart"], &["april", "apr"], &["mei"],
        &["juni", "jun"], &["juli", "jul"], &["augustus", "aug"], &["september", "sep"],
        &["oktober", "okt"], &["november", "nov"], &["december", "dec"],
    ],
    weekdays: [
        &["maandag"], &["dinsdag"], &["woensdag"], &["donderdag"], &["vrijdag"], &["zaterdag"],
        &["zondag"],
    ],
    numbers: &[
        (0, "nul"), (1, "een"), (1, "één"), (2, "twee"), (3, "drie"), (4, "vier"), (5, "vijf"),
        (6, "zes"), (7, "zeven"), (8, "acht"), (9, "negen"), (10, "tien"), (11, "elf"),
        (12, "twaalf"), (13, "dertien"), (14, "veertien"), (15, "vijftien"), (16, "zestien"),
        (17, "zeventien"), (18, "achttien"), (19, "negentien"), (20, "twintig"),
        (21, "eenentwintig"), (22, "tweeëntwintig"), (23, "drieëntwintig"), (24, "vierentwintig"),
        (25, "vijfentwintig"), (26, "zesentwintig"), (27, "zevenentwintig"), (28, "achtentwintig"),
        (29, "negenentwintig"), (30, "dertig"), (31, "eenendertig"), (32, "tweeëndertig"),
        (33, "drieëndertig"), (34, "vierendertig"), (35, "vijfendertig"), (36, "zesendertig"),
        (37, "zevenendertig"), (38, "achtendertig"), (39, "negenendertig"), (40, "veertig"),
        (41, "eenenveertig"), (42, "tweeënveertig"), (43, "drieënveertig"), (44, "vierenveertig"),
        (45, "vijfenveertig"), (46, "zesenveertig"), (47, "zevenenveertig"), (48, "achtenveertig"),
        (49, "negenenveertig"), (50, "vijftig"), (51, "eenenvijftig"), (52, "tweeënvijftig"),
        (53, "drieënvijftig"), (54, "vierenvijftig"), (55, "vijfenvijftig"), (56, "zesenvijftig"),
        (57, "zevenenvijftig"), (58, "achtenvijftig"), (59, "negenenvijftig"), (60, "zestig"),
        (61, "eenenzestig"), (62, "tweeënzestig"), (63, "drieënzestig"), (64, "vierenzestig"),
        (65, "vijfenzestig"), (66, "zesenzestig"), (67, "zevenenzestig"), (68, "achtenzestig"),
        (69, "negenenzestig"), (70, "zeventig"), (71, "eenenzeventig"), (72, "tweeënzeventig"),
        (73, "drieënzeventig"), (74, "vierenzeventig"), (75, "vijfenzeventig"),
        (76, "zesenzeventig"), (77, "zevenenzeventig"), (78, "achtenzeventig"),
        (79, "negenenzeventig"), (80, "tachtig"), (81, "eenentachtig"), (82, "tweeëntachtig"),
        (83, "drieëntachtig"), (84, "vierentachtig"), (85, "vijfentachtig"), (86, "zesentachtig"),
        (87, "zevenentachtig"), (88, "achtentachtig"), (89, "negenentachtig"), (90, "negentig"),
        (91, "eenennegentig"), (92, "tweeënnegentig"), (93, "drieënnegentig"),
        (94, "vierennegentig"), (95, "vijfennegentig"), (96, "zesennegentig"),
        (97, "zevenennegentig"), (98, "achtennegentig"), (99, "negenennegentig"), (100, "honderd"),
        (200, "tweehonderd"), (300, "driehonderd"), (400, "vierhonderd"), (500, "vijfhonderd"),
        (600, "zeshonderd"), (700, "zevenhonderd"), (800, "achthonderd"), (900, "negenhonderd"),
        (1000, "duizend"), (1000000, "miljoen"), (1000000, "mln"), (1000000000, "miljard"),
        (1000000000, "mld"),
    ],
    ordinals: &[
        (1, "eerste"), (2, "tweede"), (3, "derde"), (4, "vierde"), (5, "vijfde"), (6, "zesde"),
        (7, "zevende"), (8, "achtste"), (9, "negende"), (10, "tiende"), (11, "elfde"),
        (12, "twaalfde"),
    ],
};
