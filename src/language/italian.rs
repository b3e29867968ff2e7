//! Italian.
//!
//! Stop words: NLTK's list (Apache-2.0; it began as Snowball's, BSD-3-Clause), by way of the crate stop-words.
//! Months, weekdays and numbers: Unicode CLDR 48.2 (Unicode-3.0), with forms added. All else was written for this
//! project.

use super::{Apostrophe, Data, Ending, Script};

#[rustfmt::skip]
pub(super) const DATA: Data = Data {
    code: "it",
    name: "Italian",
    script: Script::Latin,
    capitalises_nouns: false,
    spaces_syllables: false,
    keeps_marks: false,
    ambiguous_days: "",
    acronyms: "",
    apostrophe: Apostrophe::Article,
    prefixes: &[],
    letters: "àèìòùé",
    frequent_words: "\
        a ad ai al all alla alle anche ancora che chi ci come con contro così cui da dal dall \
        dalla degli dei del dell della delle di dopo dove e ed era essere fatto fra già gli ha \
        hanno i il in la le lo loro lui ma molto nei nel nell nella non o ora per perché più poi \
        prima quando quella quello questa questo se si sia solo sono stata stati stato su sua sull \
        sulla suo tra tutti un una è",
    endings: &[
        Ending::turn("chi", "c", 2), Ending::turn("che", "c", 3), Ending::turn("ghi", "g", 2),
        Ending::turn("ghe", "g", 3), Ending::turn("ii", "", 3), Ending::cut("i", 4),
        Ending::cut("a", 4), Ending::cut("o", 4), Ending::cut("e", 4),
    ],
    abbreviations: "\
        Arch Art Avv Cap Cav Dott Dott.ssa Dr Gen Geom Ing On Prof Prof.ssa Rag S.p.A Sen Sig \
        Sig.ra Sigg Spett art artt avv c.d cfr dott ecc es fig ing n p pag pagg pp prof sen sig \
        tel vol",
    speech_verbs: "\
        afferma affermato aggiunge aggiunto annuncia annunciato assicura assicurato avvertito \
        commenta commentato concluso conferma confermato detto dice dichiara dichiarato ha \
        osservato precisa precisato racconta raccontato replicato ribadito ricorda ricordato \
        riferisce riferito risponde risposto scritto scrive secondo sostenuto sostiene sottolinea \
        sottolineato spiega spiegato",
    // Made by tests/languages/make.py:
    stop_words: "\
        a abbia abbiamo abbiano abbiate ad agl agli ai al all alla alle allo altra altre altri \
        altro anche ancora avemmo avendo avesse avessero avessi avessimo aveste avesti avete aveva \
        avevamo avevano avevate avevi avevo avrai avranno avrebbe avrebbero avrei avremmo avremo \
        avreste avresti avrete avrà avrò avuta avute avuti avuto c c'è che chi ci cioè coi col \
        come con contro così cui d da dagl dagli dai dal dall dalla dalle dallo degl degli dei del \
        dell della delle dello detto deve di dopo dov dove durante e ebbe ebbero ebbi ed era erano \
        eravamo eravate eri ero essendo essere faccia facciamo facciano facciate faccio facemmo \
        facendo facesse facessero facessi facessimo faceste facesti faceva facevamo facevano \
        facevate facevi facevo fai fanno farai faranno farebbe farebbero farei faremmo faremo \
        fareste faresti farete farà farò fatto fece fecero feci fosse fossero fossi fossimo foste \
        fosti fra fu fui fummo furono già gli ha hai hanno ho i il in invece io l la le lei li lo \
        loro lui m ma meno mentre mi mia mie miei mio molto n ne negl negli nei nel nell nella \
        nelle nello noi non nostra nostre nostri nostro o ogni oltre per perché però più poi \
        possono prima proprio può quale quando quanta quante quanti quanto quell quella quelle \
        quelli quello quest questa queste questi questo quindi s sarai saranno sarebbe sarebbero \
        sarei saremmo saremo sareste saresti sarete sarà sarò se secondo sei sempre senza si sia \
        siamo siano siate siete solo sono sta stai stando stanno starai staranno starebbe \
        starebbero starei staremmo staremo stareste staresti starete starà starò stata state stati \
        stato stava stavamo stavano stavate stavi stavo stemmo stesse stessero stessi stessimo \
        steste stesti stette stettero stetti stia stiamo stiano stiate sto su sua sue sugl sugli \
        sui sul sull sulla sulle sullo suo suoi t ti tra tu tua tue tuo tuoi tutta tutte tutti \
        tutto un una uno v verso vi viene voi vostra vostre vostri vostro è",
    months: [
        &["gennaio"], &["febbraio", "feb"], &["marzo"], &["aprile", "apr"], &["maggio"],
        &["giugno", "giu"], &["luglio", "lug"], &["agosto", "ago"], &["settembre"],
        &["ottobre", "ott"], &["novembre", "nov"], &["dicembre", "dic"],
    ],
    weekdays: [
        &["lunedì"], &["martedì"], &["mercoledì"], &["giovedì", "gio"], &["venerdì"], &["sabato"],
        &["domenica"],
    ],
    numbers: &[
        (0, "zero"), (1, "un"), (1, "una"), (1, "uno"), (2, "due"), (3, "tre"), (4, "quattro"),
        (5, "cinque"), (6, "sei"), (7, "sette"), (8, "otto"), (9, "nove"), (10, "dieci"),
        (11, "undici"), (12, "dodici"), (13, "tredici"), (14, "quattordici"), (15, "quindici"),
        (16, "sedici"), (17, "diciassette"), (18, "diciotto"), (19, "diciannove"), (20, "venti"),
        (21, "ventun"), (21, "ventuna"), (21, "ventuno"), (22, "ventidue"), (23, "ventitré"),
        (24, "ventiquattro"), (25, "venticinque"), (26, "ventisei"), (27, "ventisette"),
        (28, "ventotto"), (29, "ventinove"), (30, "trenta"), (31, "trentun"), (31, "trentuna"),
        (31, "trentuno"), (32, "trentadue"), (33, "trentatré"), (34, "trentaquattro"),
        (35, "trentacinque"), (36, "trentasei"), (37, "trentasette"), (38, "trentotto"),
        (39, "trentanove"), (40, "quaranta"), (41, "quarantun"), (41, "quarantuna"),
        (41, "quarantuno"), (42, "quarantadue"), (43, "quarantatré"), (44, "quarantaquattro"),
        (45, "quarantacinque"), (46, "quarantasei"), (47, "quarantasette"), (48, "quarantotto"),
        (49, "quarantanove"), (50, "cinquanta"), (51, "cinquantun"), (51, "cinquantuna"),
        (51, "cinquantuno"), (52, "cinquantadue"), (53, "cinquantatré"), (54, "cinquantaquattro"),
        (55, "cinquantacinque"), (56, "cinquantasei"), (57, "cinquantasette"), (58, "cinquantotto"),
        (59, "cinquantanove"), (60, "sessanta"), (61, "sessantun"), (61, "sessantuna"),
        (61, "sessantuno"), (62, "sessantadue"), (63, "sessantatré"), (64, "sessantaquattro"),
        (65, "sessantacinque"), (66, "sessantasei"), (67, "sessantasette"), (68, "sessantotto"),
        (69, "sessantanove"), (70, "settanta"), (71, "settantun"), (71, "settantuna"),
        (71, "settantuno"), (72, "settantadue"), (73, "settantatré"), (74, "settantaquattro"),
        (75, "settantacinque"), (76, "settantasei"), (77, "settantasette"), (78, "settantotto"),
        (79, "settantanove"), (80, "ottanta"), (81, "ottantun"), (81, "ottantuna"),
        (81, "ottantuno"), (82, "ottantadue"), (83, "ottantatré"), (84, "ottantaquattro"),
        (85, "ottantacinque"), (86, "ottantasei"), (87, "ottantasette"), (88, "ottantotto"),
        (89, "ottantanove"), (90, "novanta"), (91, "novantun"), (91, "novantuna"),
        (91, "novantuno"), (92, "novantadue"), (93, "novantatré"), (94, "novantaquattro"),
        (95, "novantacinque"), (96, "novantasei"), (97, "novantasette"), (98, "novantotto"),
        (99, "novantanove"), (100, "cento"), (200, "duecento"), (300, "trecento"),
        (400, "quattrocento"), (500, "cinquecento"), (600, "seicento"), (700, "settecento"),
        (800, "ottocento"), (900, "novecento"), (1000, "mila"), (1000, "mille"),
        (1000000, "milione"), (1000000, "milioni"), (1000000000, "miliardi"),
        (1000000000, "miliardo"),
    ],
    ordinals: &[
        (1, "prima"), (1, "prime"), (1, "primi"), (1, "primo"), (2, "seconda"), (2, "seconde"),
        (2, "secondi"), (2, "secondo"), (3, "terza"), (3, "terze"), (3, "terzi"), (3, "terzo"),
        (4, "quarta"), (4, "quarte"), (4, "quarti"), (4, "quarto"), (5, "quinta"), (5, "quinte"),
        (5, "quinti"), (5, "quinto"), (6, "sesta"), (6, "seste"), (6, "sesti"), (6, "sesto"),
        (7, "settima"), (7, "settime"), (7, "settimi"), (7, "settimo"), (8, "ottava"),
        (8, "ottave"), (8, "ottavi"), (8, "ottavo"), (9, "nona"), (9, "none"), (9, "noni"),
        (9, "nono"), (10, "decima"), (10, "decime"), (10, "decimi"), (10, "decimo"),
        (11, "undicesima"), (11, "undicesime"), (11, "undicesimi"), (11, "undicesimo"),
        (12, "dodicesima"), (12, "dodicesime"), (12, "dodicesimi"), (12, "dodicesimo"),
    ],
};
