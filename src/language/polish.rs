//! Polish.
//!
//! Stop words: Stopwords ISO (MIT), by way of the crate stop-words. Months, weekdays and numbers: Unicode CLDR 48.2
//! (Unicode-3.0), with forms added. All else was written for this project.

use super::{Apostrophe, Data, Ending, Script};

#[rustfmt::skip]
pub(super) const DATA: Data = Data {
    code: "pl",
    name: "Polish",
    script: Script::Latin,
    capitalises_nouns: false,
    spaces_syllables: false,
    keeps_marks: false,
    ambiguous_days: "",
    acronyms: "",
    apostrophe: Apostrophe::Letters,
    prefixes: &[],
    letters: "ąćęłńśźżó",
    frequent_words: "\
        a aby ale bardzo bez być był była było będzie co czy dla do gdy go i ich jak jako jego jej \
        jest jeszcze już kiedy która które który lub mnie może można mu na nad nas nie o od oraz \
        po pod przed przez przy roku się są ta tak także te tego tej ten też to tylko tym w więc z \
        za ze został została zł że",
    endings: &[
        Ending::cut("owie", 3), Ending::cut("ami", 3), Ending::cut("ach", 3), Ending::cut("owi", 3),
        Ending::cut("ego", 3), Ending::cut("emu", 3), Ending::cut("ymi", 3), Ending::cut("imi", 3),
        Ending::cut("iem", 3), Ending::cut("ych", 3), Ending::cut("ich", 3), Ending::cut("ów", 3),
        Ending::cut("om", 3), Ending::cut("em", 3), Ending::cut("ie", 3), Ending::cut("ej", 3),
        Ending::cut("ym", 3), Ending::cut("im", 3), Ending::cut("ą", 3), Ending::cut("ę", 3),
        Ending::cut("y", 3), Ending::cut("i", 3), Ending::cut("a", 3), Ending::cut("e", 3),
        Ending::cut("o", 3), Ending::cut("u", 3),
    ],
    abbreviations: "\
        abp al bp br dr dyr gen hab im inż itd itp kpt ks lek los m.in mgr min mjr mld mln np nr \
        ok os p pl por proc prof pt płk r red rys s sp tel tj tys tzn tzw ub ul ur v vs w wiek woj \
        zob zł św",
    speech_verbs: "\
        dodaje dodał dodała informuje mówi mówił mówiła napisał napisała ocenił oceniła ostrzegł \
        oświadczył oświadczyła podkreśla podkreślił podkreśliła poinformowali poinformował \
        poinformowała potwierdził powiedział powiedziała powiedzieli przekazał przekazała przyznał \
        przyznała stwierdził stwierdziła twierdzi tłumaczy według wyjaśnia wyjaśnił wyjaśniła \
        zapewnił zapowiedział zapowiedziała zaznaczył zaznaczyła",
    // Made by tests/languages/make.py:
    stop_words: "\
        a aby ach acz aczkolwiek aj albo ale ależ ani aż bardziej bardzo bez bo bowiem by byli bym \
        bynajmniej być był była byłby było były będzie będą cali cała cały chce choć ci ciebie cię \
        co cokolwiek coraz coś czasami czasem czemu czy czyli często daleko dla dlaczego dlatego \
        do dodał dokąd dość dr dużo dzisiaj dziś gdy gdyby gdyż gdzie gdziekolwiek gdzieś go hab i \
        ich ile im inna inne inny innych inż iż ja jak jakaś jakby jaki jakichś jakie jakiś jakiż \
        jakkolwiek jako jakoś je jeden jedna jednak jednakże jedno jednym jedynie jego jej jemu \
        jest jestem jeszcze jeśli jeżeli już ją każdy kiedy kilka kilku kimś kto ktokolwiek ktoś \
        która które którego której który których którym którzy ku lat lecz lub ma mają mam mamy \
        mało mgr mi miał mimo między mnie mną mogą moi moim moja moje może możliwe można mu musi \
        my mój na nad nam nami nas nasi nasz nasza nasze naszego naszych natomiast natychmiast \
        nawet nic nich nie niech niego niej niemu nigdy nim nimi nią niż no nowe np nr o o.o obok \
        od ok około on ona one oni ono oraz oto owszem pan pana pani pl po pod podczas pomimo \
        ponad ponieważ powiedział powinien powinna powinni powinno poza prawie prof przecież przed \
        przede przedtem przez przy raz razie roku również sam sama się skąd sobie sobą sposób \
        swoich swoje swojego swoją swój są ta tak taka taki takich takie także tam te tego tej tel \
        temu ten teraz też to tobie tobą toteż totobą trzeba tu tutaj twoi twoim twoja twoje twym \
        twój ty tych tylko tym tys tzw tę u ul vol w wam wami was wasi wasz wasza wasze we według \
        wie wiele wielu więc więcej wraz wszyscy wszystkich wszystkie wszystkim wszystko wtedy wy \
        właśnie wśród z za zapewne zawsze zaś ze zeznowu znowu znów zostali zostać został została \
        zostało zł żaden żadna żadne żadnych że żeby",
    months: [
        &["styczeń", "stycznia", "styczniu"], &["luty", "lutego", "lutym"],
        &["marzec", "marca", "marcu"], &["kwiecień", "kwi", "kwietnia", "kwietniu"],
        &["maja", "maju"], &["czerwiec", "cze", "czerwca", "czerwcu"],
        &["lipiec", "lipca", "lipcu"], &["sierpień", "sierpnia", "sierpniu"],
        &["wrzesień", "wrz", "września", "wrześniu"],
        &["październik", "paź", "października", "październiku"],
        &["listopad", "lis", "listopada", "listopadzie"], &["grudzień", "grudnia", "grudniu"],
    ],
    weekdays: [
        &["poniedziałek", "poniedziałku"], &["wtorek", "wtorku"], &["środa", "środę", "środy"],
        &["czwartek", "czwartku"], &["piątek", "piątku"], &["sobota", "sobotę", "soboty"],
        &["niedziela", "niedzielę", "niedzieli"],
    ],
    numbers: &[
        (0, "zero"), (1, "jeden"), (1, "jedna"), (1, "jednego"), (1, "jednej"), (1, "jednemu"),
        (1, "jedno"), (1, "jednym"), (1, "jedną"), (2, "dwa"), (2, "dwaj"), (2, "dwie"),
        (2, "dwiema"), (2, "dwoma"), (2, "dwóch"), (2, "dwóm"), (3, "trzech"), (3, "trzej"),
        (3, "trzem"), (3, "trzema"), (3, "trzy"), (4, "czterech"), (4, "czterej"), (4, "czterem"),
        (4, "czterema"), (4, "cztery"), (5, "pięcioma"), (5, "pięciu"), (5, "pięć"),
        (6, "sześcioma"), (6, "sześciu"), (6, "sześć"), (7, "siedem"), (7, "siedmioma"),
        (7, "siedmiu"), (8, "osiem"), (8, "ośmioma"), (8, "ośmiu"), (9, "dziewięcioma"),
        (9, "dziewięciu"), (9, "dziewięć"), (10, "dziesięcioma"), (10, "dziesięciu"),
        (10, "dziesięć"), (11, "jedenastoma"), (11, "jedenastu"), (11, "jedenaście"),
        (12, "dwanaście"), (12, "dwunastoma"), (12, "dwunastu"), (13, "trzynastoma"),
        (13, "trzynastu"), (13, "trzynaście"), (14, "czternastoma"), (14, "czternastu"),
        (14, "czternaście"), (15, "piętnastoma"), (15, "piętnastu"), (15, "piętnaście"),
        (16, "szesnastoma"), (16, "szesnastu"), (16, "szesnaście"), (17, "siedemnastoma"),
        (17, "siedemnastu"), (17, "siedemnaście"), (18, "osiemnastoma"), (18, "osiemnastu"),
        (18, "osiemnaście"), (19, "dziewiętnastoma"), (19, "dziewiętnastu"), (19, "dziewiętnaście"),
        (20, "dwadzieścia"), (20, "dwudziestoma"), (20, "dwudziestu"), (30, "trzydziestoma"),
        (30, "trzydziestu"), (30, "trzydzieści"), (40, "czterdziestoma"), (40, "czterdziestu"),
        (40, "czterdzieści"), (50, "pięćdziesiąt"), (50, "pięćdziesięcioma"),
        (50, "pięćdziesięciu"), (60, "sześćdziesiąt"), (60, "sześćdziesięcioma"),
        (60, "sześćdziesięciu"), (70, "siedemdziesiąt"), (70, "siedemdziesięcioma"),
        (70, "siedemdziesięciu"), (80, "osiemdziesiąt"), (80, "osiemdziesięcioma"),
        (80, "osiemdziesięciu"), (90, "dziewięćdziesiąt"), (90, "dziewięćdziesięcioma"),
        (90, "dziewięćdziesięciu"), (100, "sto"), (100, "stu"), (200, "dwieście"), (200, "dwustu"),
        (300, "trzysta"), (300, "trzystu"), (400, "czterysta"), (400, "czterystu"),
        (500, "pięciuset"), (500, "pięćset"), (600, "sześciuset"), (600, "sześćset"),
        (700, "siedemset"), (700, "siedmiuset"), (800, "osiemset"), (800, "ośmiuset"),
        (900, "dziewięciuset"), (900, "dziewięćset"), (1000, "tys"), (1000, "tysiąc"),
        (1000, "tysiąca"), (1000, "tysiącach"), (1000, "tysiącami"), (1000, "tysiące"),
        (1000, "tysiącem"), (1000, "tysiącom"), (1000, "tysiącowi"), (1000, "tysiącu"),
        (1000, "tysięcy"), (1000000, "milion"), (1000000, "miliona"), (1000000, "milionach"),
        (1000000, "milionami"), (1000000, "milionem"), (1000000, "milionie"), (1000000, "milionom"),
        (1000000, "milionowi"), (1000000, "miliony"), (1000000, "milionów"), (1000000, "mln"),
        (1000000000, "miliard"), (1000000000, "miliarda"), (1000000000, "miliardach"),
        (1000000000, "miliardami"), (1000000000, "miliardem"), (1000000000, "miliardom"),
        (1000000000, "miliardowi"), (1000000000, "miliardy"), (1000000000, "miliardzie"),
        (1000000000, "miliardów"), (1000000000, "mld"),
    ],
    ordinals: &[
        (1, "pierwsi"), (1, "pierwsza"), (1, "pierwsze"), (1, "pierwszego"), (1, "pierwszej"),
        (1, "pierwszemu"), (1, "pierwszy"), (1, "pierwszych"), (1, "pierwszym"), (1, "pierwszymi"),
        (1, "pierwszą"), (2, "drudzy"), (2, "druga"), (2, "drugi"), (2, "drugich"), (2, "drugie"),
        (2, "drugiego"), (2, "drugiej"), (2, "drugiemu"), (2, "drugim"), (2, "drugimi"),
        (2, "drugą"), (3, "trzeci"), (3, "trzecia"), (3, "trzecich"), (3, "trzecie"),
        (3, "trzeciego"), (3, "trzeciej"), (3, "trzeciemu"), (3, "trzecim"), (3, "trzecimi"),
        (3, "trzecią"), (4, "czwarci"), (4, "czwarta"), (4, "czwarte"), (4, "czwartego"),
        (4, "czwartej"), (4, "czwartemu"), (4, "czwarty"), (4, "czwartych"), (4, "czwartym"),
        (4, "czwartymi"), (4, "czwartą"), (5, "piąci"), (5, "piąta"), (5, "piąte"), (5, "piątego"),
        (5, "piątej"), (5, "piątemu"), (5, "piąty"), (5, "piątych"), (5, "piątym"), (5, "piątymi"),
        (5, "piątą"), (6, "szósta"), (6, "szóste"), (6, "szóstego"), (6, "szóstej"),
        (6, "szóstemu"), (6, "szósty"), (6, "szóstych"), (6, "szóstym"), (6, "szóstymi"),
        (6, "szóstą"), (6, "szóści"), (7, "siódma"), (7, "siódme"), (7, "siódmego"), (7, "siódmej"),
        (7, "siódmemu"), (7, "siódmi"), (7, "siódmy"), (7, "siódmych"), (7, "siódmym"),
        (7, "siódmymi"), (7, "siódmą"), (8, "ósma"), (8, "ósme"), (8, "ósmego"), (8, "ósmej"),
        (8, "ósmemu"), (8, "ósmi"), (8, "ósmy"), (8, "ósmych"), (8, "ósmym"), (8, "ósmymi"),
        (8, "ósmą"), (9, "dziewiąci"), (9, "dziewiąta"), (9, "dziewiąte"), (9, "dziewiątego"),
        (9, "dziewiątej"), (9, "dziewiątemu"), (9, "dziewiąty"), (9, "dziewiątych"),
        (9, "dziewiątym"), (9, "dziewiątymi"), (9, "dziewiątą"), (10, "dziesiąci"),
        (10, "dziesiąta"), (10, "dziesiąte"), (10, "dziesiątego"), (10, "dziesiątej"),
        (10, "dziesiątemu"), (10, "dziesiąty"), (10, "dziesiątych"), (10, "dziesiątym"),
        (10, "dziesiątymi"), (10, "dziesiątą"), (11, "jedenasta"), (11, "jedenaste"),
        (11, "jedenastego"), (11, "jedenastej"), (11, "jedenastemu"), (11, "jedenasty"),
        (11, "jedenastych"), (11, "jedenastym"), (11, "jedenastymi"), (11, "jedenastą"),
        (11, "jedenaści"), (12, "dwunasta"), (12, "dwunaste"), (12, "dwunastego"),
        (12, "dwunastej"), (12, "dwunastemu"), (12, "dwunasty"), (12, "dwunastych"),
        (12, "dwunastym"), (12, "dwunastymi"), (12, "dwunastą"), (12, "dwunaści"),
    ],
};
