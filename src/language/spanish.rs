//! Spanish.
//!
//! Stop words: NLTK's list (Apache-2.0; it began as Snowball's, BSD-3-Clause), by way of the crate stop-words.
//! Months, weekdays and numbers: Unicode CLDR 48.2 (Unicode-3.0), with forms added. All else was written for this
//! project.

use super::{Apostrophe, Data, Ending, Script};

#[rustfmt::skip]
pub(super) const DATA: Data = Data {
    code: "es",
    name: "Spanish",
    script: Script::Latin,
    capitalises_nouns: false,
    spaces_syllables: false,
    keeps_marks: false,
    ambiguous_days: "",
    acronyms: "",
    apostrophe: Apostrophe::Letters,
    prefixes: &[],
    letters: "ñáéíóú",
    frequent_words: "\
        a ahora al ante así aunque años bien cada como con contra cuando de del desde después \
        donde dos durante e el en entre era es esa ese eso esta este está fue gobierno ha había \
        hace han hasta hay la las le lo los me mi mismo muy más ni no nos o otra otro otros para \
        parte pero por porque puede que qué se según ser si siempre sin sobre son su sus sólo \
        también tan te tiempo tiene todo todos tras un una uno vez vida y ya yo él",
    endings: &[
        Ending::turn("ces", "z", 3), Ending::cut("es", 3), Ending::cut("as", 4),
        Ending::cut("os", 4), Ending::cut("s", 3).not_after("s"), Ending::cut("a", 4),
        Ending::cut("o", 4), Ending::cut("e", 4),
    ],
    abbreviations: "\
        Arq Art Av Avda Cía D Da Dr Dra Dres EE.UU Excmo Gral Hno Hnos Ing Lic Ltda Núm Prof Profa \
        S.A Sr Sra Sras Sres Srta Sta Sto Tel Ud Uds aprox art cap etc núm p pp pág págs ss tel \
        vol",
    speech_verbs: "\
        admitió advierte advirtió afirma afirmó agrega agregó anuncia anunció apuntó asegura \
        aseguró añade añadió comenta comentó confirmaron confirmó criticó declara declaró denunció \
        destaca destacó detalló dice dijeron dijo escribió explica explicó expresó indica indicó \
        informa informó manifestaron manifestó precisa precisó reconoció recordó recuerda reiteró \
        respondió según señala señaló sostiene sostuvo subrayó",
    // Made by tests/languages/make.py:
    stop_words: "\
        a además al algo algunas algunos ante antes así aunque aún cada como con contra cual \
        cuales cuando de debe del desde dice dijo donde dos durante e el ella ellas ellos embargo \
        en entre era erais eran eras eres es esa esas ese eso esos esta estaba estabais estaban \
        estabas estad estada estadas estado estados estamos estando estar estaremos estará estarán \
        estarás estaré estaréis estaría estaríais estaríamos estarían estarías estas este estemos \
        esto estos estoy estuve estuviera estuvierais estuvieran estuvieras estuvieron estuviese \
        estuvieseis estuviesen estuvieses estuvimos estuviste estuvisteis estuviéramos \
        estuviésemos estuvo está estábamos estáis están estás esté estéis estén estés fue fuera \
        fuerais fueran fueras fueron fuese fueseis fuesen fueses fui fuimos fuiste fuisteis \
        fuéramos fuésemos ha habida habidas habido habidos habiendo habremos habrá habrán habrás \
        habré habréis habría habríais habríamos habrían habrías habéis había habíais habíamos \
        habían habías hace hacer hacia han has hasta hay haya hayamos hayan hayas hayáis he hemos \
        hube hubiera hubierais hubieran hubieras hubieron hubiese hubieseis hubiesen hubieses \
        hubimos hubiste hubisteis hubiéramos hubiésemos hubo la las le les lo los me mediante mi \
        mientras mis mucho muchos muy más mí mía mías mío míos nada ni no nos nosotras nosotros \
        nuestra nuestras nuestro nuestros o os otra otras otro otros para pero poco por porque \
        puede pueden que quien quienes qué se sea seamos sean seas según sentid sentida sentidas \
        sentido sentidos ser seremos será serán serás seré seréis sería seríais seríamos serían \
        serías seáis sido siente sin sintiendo sobre sois solo somos son soy su sus suya suyas \
        suyo suyos sí sólo también tanto te tendremos tendrá tendrán tendrás tendré tendréis \
        tendría tendríais tendríamos tendrían tendrías tened tenemos tenga tengamos tengan tengas \
        tengo tengáis tenida tenidas tenido tenidos teniendo tenéis tenía teníais teníamos tenían \
        tenías ti tiene tienen tienes todo todos tras tu tus tuve tuviera tuvierais tuvieran \
        tuvieras tuvieron tuviese tuvieseis tuviesen tuvieses tuvimos tuviste tuvisteis tuviéramos \
        tuviésemos tuvo tuya tuyas tuyo tuyos tú un una uno unos vez vosotras vosotros vuestra \
        vuestras vuestro vuestros y ya yo él éramos",
    months: [
        &["enero", "ene"], &["febrero", "feb"], &["marzo"], &["abril", "abr"], &["mayo"],
        &["junio", "jun"], &["julio", "jul"], &["agosto", "ago"],
        &["septiembre", "sept", "setiembre"], &["octubre", "oct"], &["noviembre", "nov"],
        &["diciembre", "dic"],
    ],
    weekdays: [
        &["lunes", "lun"], &["martes"], &["miércoles", "mié"], &["jueves", "jue"],
        &["viernes", "vie"], &["sábado", "sáb"], &["domingo", "dom"],
    ],
    numbers: &[
        (0, "cero"), (1, "un"), (1, "una"), (1, "uno"), (2, "dos"), (3, "tres"), (4, "cuatro"),
        (5, "cinco"), (6, "seis"), (7, "siete"), (8, "ocho"), (9, "nueve"), (10, "diez"),
        (11, "once"), (12, "doce"), (13, "trece"), (14, "catorce"), (15, "quince"),
        (16, "dieciséis"), (17, "diecisiete"), (18, "dieciocho"), (19, "diecinueve"),
        (20, "veinte"), (21, "veintiuna"), (21, "veintiuno"), (21, "veintiún"), (22, "veintidós"),
        (23, "veintitrés"), (24, "veinticuatro"), (25, "veinticinco"), (26, "veintiséis"),
        (27, "veintisiete"), (28, "veintiocho"), (29, "veintinueve"), (30, "treinta"),
        (40, "cuarenta"), (50, "cincuenta"), (60, "sesenta"), (70, "setenta"), (80, "ochenta"),
        (90, "noventa"), (100, "cien"), (100, "ciento"), (200, "doscientas"), (200, "doscientos"),
        (300, "trescientas"), (300, "trescientos"), (400, "cuatrocientas"), (400, "cuatrocientos"),
        (500, "quinientas"), (500, "quinientos"), (600, "seiscientas"), (600, "seiscientos"),
        (700, "setecientas"), (700, "setecientos"), (800, "ochocientas"), (800, "ochocientos"),
        (900, "novecientas"), (900, "novecientos"), (1000, "mil"), (1000000, "millones"),
        (1000000, "millón"),
    ],
    ordinals: &[
        (1, "primer"), (1, "primera"), (1, "primeras"), (1, "primero"), (1, "primeros"),
        (2, "segunda"), (2, "segundas"), (2, "segundo"), (2, "segundos"), (3, "tercer"),
        (3, "tercera"), (3, "terceras"), (3, "tercero"), (3, "terceros"), (4, "cuarta"),
        (4, "cuartas"), (4, "cuarto"), (4, "cuartos"), (5, "quinta"), (5, "quintas"), (5, "quinto"),
        (5, "quintos"), (6, "sexta"), (6, "sextas"), (6, "sexto"), (6, "sextos"), (7, "séptima"),
        (7, "séptimas"), (7, "séptimo"), (7, "séptimos"), (8, "octava"), (8, "octavas"),
        (8, "octavo"), (8, "octavos"), (9, "novena"), (9, "novenas"), (9, "noveno"), (9, "novenos"),
        (10, "décima"), (10, "décimas"), (10, "décimo"), (10, "décimos"), (11, "decimoprimera"),
        (11, "decimoprimeras"), (11, "decimoprimero"), (11, "decimoprimeros"), (11, "undécimo"),
        (12, "decimosegunda"), (12, "decimosegundas"), (12, "decimosegundo"),
        (12, "decimosegundos"), (12, "duodécimo"),
    ],
};
