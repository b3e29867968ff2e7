//! French.
//!
//! Stop words: NLTK's list (Apache-2.0; it began as Snowball's, BSD-3-Clause), by way of the crate stop-words.
//! Months, weekdays and numbers: Unicode CLDR 48.2 (Unicode-3.0), with forms added. All else was written for this
//! project.

use super::{Apostrophe, Data, Ending, Script};

#[rustfmt::skip]
pub(super) const DATA: Data = Data {
    code: "fr",
    name: "French",
    script: Script::Latin,
    capitalises_nouns: false,
    spaces_syllables: false,
    keeps_marks: false,
    ambiguous_days: "",
    acronyms: "",
    apostrophe: Apostrophe::Article,
    prefixes: &[],
    letters: "éèêàçâîûôœëï",
    frequent_words: "\
        a après au aux avait avec ce ces cette comme d'un d'une dans de des deux du elle en entre \
        est et fait il l'on la le les leur mais même ne nous ont ou par pas plus pour que qui sa \
        se selon ses son sont sur un une vous à était été",
    endings: &[
        Ending::turn("eaux", "eau", 2), Ending::turn("aux", "al", 3), Ending::cut("es", 4),
        Ending::cut("s", 4).not_after("s"), Ending::cut("x", 4).after("u"), Ending::cut("e", 4),
    ],
    abbreviations: "\
        Dr M MM Mgr Mlle Mlles Mme Mmes Pr St Ste art av avr bd cf déc env etc ex fig févr janv \
        juil no nov oct p pp sept vol",
    speech_verbs: "\
        a affirme affirmé ajoute ajouté annonce annoncé assure assuré confie confirme confirmé \
        confié dit déclare déclaré dénonce dénoncé estime estimé explique expliqué indique indiqué \
        lance martelé précise précisé raconte raconté rappelle rappelé répond répondu selon \
        souligne souligné écrit",
    // Made by tests/languages/make.py:
    stop_words: "\
        a-t-elle a-t-il ai aie aient aies ainsi ait alors après as au aura aurai auraient aurais \
        aurait auras aurez auriez aurions aurons auront aussi autre autres aux avaient avais avait \
        avant avec avez aviez avions avons ayant ayante ayantes ayants ayez ayons c car ce cela \
        celle celles celui ces cet cette ceux chaque chez comme contre d dans de depuis des deux \
        donc dont du déjà elle en encore entre es est et eu eue eues eurent eus eusse eussent \
        eusses eussiez eussions eut eux eûmes eût eûtes faire fait furent fus fusse fussent fusses \
        fussiez fussions fut fûmes fût fûtes il ils j je jusqu l la le les leur lors lorsqu \
        lorsque lui m ma mais me mes moi moins mon même mêmes n ne ni non nos notre nous on ont ou \
        où par pas pendant peut plus pour puisqu qu quand que quelque quelques qui quoiqu s sa \
        sans se selon sera serai seraient serais serait seras serez seriez serions serons seront \
        ses si soient sois soit sommes son sont sous soyez soyons suis sur t ta te tes toi ton \
        tous tout toute toutes très tu un une vers vos votre vous y à ça étaient étais était étant \
        étante étantes étants étiez étions été étée étées étés êtes être",
    months: [
        &["janvier", "janv"], &["février", "févr"], &["mars"], &["avril", "avr"], &["mai"],
        &["juin"], &["juillet", "juil"], &["août"], &["septembre", "sept"], &["octobre", "oct"],
        &["novembre", "nov"], &["décembre", "déc"],
    ],
    weekdays: [
        &["lundi"], &["mardi", "mar"], &["mercredi"], &["jeudi", "jeu"], &["vendredi", "ven"],
        &["samedi"], &["dimanche"],
    ],
    numbers: &[
        (0, "zéro"), (1, "un"), (1, "une"), (2, "deux"), (3, "trois"), (4, "quatre"), (5, "cinq"),
        (6, "six"), (7, "sept"), (8, "huit"), (9, "neuf"), (10, "dix"), (11, "onze"), (12, "douze"),
        (13, "treize"), (14, "quatorze"), (15, "quinze"), (16, "seize"), (17, "dix-sept"),
        (18, "dix-huit"), (19, "dix-neuf"), (20, "vingt"), (30, "trente"), (40, "quarante"),
        (50, "cinquante"), (60, "soixante"), (70, "septante"), (70, "soixante-dix"),
        (80, "quatre-vingt"), (80, "quatre-vingts"), (90, "nonante"), (90, "quatre-vingt-dix"),
        (100, "cent"), (100, "cents"), (1000, "mille"), (1000000, "million"), (1000000, "millions"),
        (1000000000, "milliard"), (1000000000, "milliards"),
    ],
    ordinals: &[
        (1, "premier"), (1, "premiers"), (1, "première"), (1, "premières"), (2, "deuxième"),
        (2, "deuxièmes"), (3, "troisième"), (3, "troisièmes"), (4, "quatrième"), (4, "quatrièmes"),
        (5, "cinquième"), (5, "cinquièmes"), (6, "sixième"), (6, "sixièmes"), (7, "septième"),
        (7, "septièmes"), (8, "huitième"), (8, "huitièmes"), (9, "neuvième"), (9, "neuvièmes"),
        (10, "dixième"), (10, "dixièmes"), (11, "onzième"), (11, "onzièmes"), (12, "douzième"),
        (12, "douzièmes"),
    ],
};
