//! Portuguese.
//!
//! Stop words: NLTK's list (Apache-2.0; it began as Snowball's, BSD-3-Clause), by way of the crate stop-words.
//! Months, weekdays and numbers: Unicode CLDR 48.2 (Unicode-3.0), with forms added. All else was written for this
//! project.

use super::{Apostrophe, Data, Ending, Script};

#[rustfmt::skip]
pub(super) const DATA: Data = Data {
    code: "pt",
    name: "Portuguese",
    script: Script::Latin,
    capitalises_nouns: false,
    spaces_syllables: false,
    keeps_marks: false,
    ambiguous_days: "",
    acronyms: "",
    apostrophe: Apostrophe::Letters,
    prefixes: &[],
    letters: "ãõçâêôáéíóú",
    frequent_words: "\
        a ainda ao aos após as até com como da das de dele deles depois disse do dos e ela elas \
        ele eles em entre era essa essas esse esses este está estão eu foi foram fosse havia há \
        isso já lhe mais mas me mesmo meu minha muito na nas nem no nos num numa não nós o os ou \
        para pela pelas pelo pelos por qual quando que quem se segundo seja sem ser será seu seus \
        sobre sua suas só também tem tenho ter tinha têm um uma você à às é",
    endings: &[
        Ending::turn("ões", "ã", 2), Ending::turn("ães", "ã", 2), Ending::turn("ais", "al", 2),
        Ending::turn("éis", "el", 2), Ending::turn("eis", "el", 3), Ending::turn("óis", "ol", 2),
        Ending::turn("ns", "m", 2), Ending::cut("es", 3).after("rzs"), Ending::cut("as", 4),
        Ending::cut("os", 4), Ending::cut("s", 3).not_after("s"), Ending::cut("a", 4),
        Ending::cut("o", 4), Ending::cut("e", 4),
    ],
    abbreviations: "\
        Art Av Cia D Dr Dra Dras Drs Eng Exma Exmo Fig Gen Jr Ltda Prof Profa Profs S.A Sr Sra \
        Sras Srs Srta Tel Trav aprox art cap etc nº p pp pág págs séc tel vol",
    speech_verbs: "\
        acrescenta acrescentou admitiu afirma afirmaram afirmou alerta alertou anuncia anunciou \
        argumentou avalia avaliou comentou completou confirmaram confirmou conta contou criticou \
        declara declarou destaca destacou disse disseram diz dizem escreveu explica explicou \
        garantiu informa informou lembra lembrou negou ressalta ressaltou revelou segundo",
    // Made by tests/languages/make.py:
    stop_words: "\
        a afirmou agora ainda além antes ao aos apenas após aquela aquelas aquele aqueles aquilo \
        as assim até cada com como da das de dela delas dele deles depois desde dessa desse desta \
        deste deve dia disse diz do dois dos duas durante e ela elas ele eles em enquanto entre \
        então era eram essa essas esse esses esta estamos estar estas estava estavam este esteja \
        estejam estejamos estes esteve estive estivemos estiver estivera estiveram estiverem \
        estivermos estivesse estivessem estivéramos estivéssemos estou está estávamos estão eu \
        fazer feito foi fomos for fora foram forem formos fosse fossem fui fôramos fôssemos haja \
        hajam hajamos havemos haver hei houve houvemos houver houvera houveram houverei houverem \
        houveremos houveria houveriam houvermos houverá houverão houveríamos houvesse houvessem \
        houvéramos houvéssemos há hão isso isto já lhe lhes lá mais mas me mesmo meu meus minha \
        minhas muito na nas nem nessa nesse nesta neste no nos nossa nossas nosso nossos num numa \
        não nós o onde os ou outra outras outro outros para pela pelas pelo pelos pode podem pois \
        por porque qual quando que quem se segundo seja sejam sejamos sem sendo ser serei seremos \
        seria seriam será serão seríamos seu seus sido sobre somos sou sua suas são só também te \
        tem temos tenha tenham tenhamos tenho terei teremos teria teriam terá terão teríamos teu \
        teus teve tinha tinham tive tivemos tiver tivera tiveram tiverem tivermos tivesse tivessem \
        tivéramos tivéssemos toda todas todo todos tu tua tuas tém tínhamos um uma vai você vocês \
        vos vão à às é éramos",
    months: [
        &["janeiro", "jan"], &["fevereiro", "fev"], &["março"], &["abril", "abr"], &["maio"],
        &["junho", "jun"], &["julho", "jul"], &["agosto", "ago"], &["setembro"],
        &["outubro", "out"], &["novembro", "nov"], &["dezembro", "dez"],
    ],
    weekdays: [
        &["segunda-feira", "segunda"], &["terça-feira", "terça"], &["quarta-feira", "quarta"],
        &["quinta-feira", "quinta"], &["sexta-feira", "sexta"], &["sábado", "sáb"],
        &["domingo", "dom"],
    ],
    numbers: &[
        (0, "zero"), (1, "um"), (1, "uma"), (2, "dois"), (2, "duas"), (3, "três"), (4, "quatro"),
        (5, "cinco"), (6, "seis"), (7, "sete"), (8, "oito"), (9, "nove"), (10, "dez"), (11, "onze"),
        (12, "doze"), (13, "treze"), (14, "catorze"), (14, "quatorze"), (15, "quinze"),
        (16, "dezasseis"), (16, "dezesseis"), (17, "dezassete"), (17, "dezessete"), (18, "dezoito"),
        (19, "dezanove"), (19, "dezenove"), (20, "vinte"), (30, "trinta"), (40, "quarenta"),
        (50, "cinquenta"), (60, "sessenta"), (70, "setenta"), (80, "oitenta"), (90, "noventa"),
        (100, "cem"), (100, "cento"), (200, "duzentas"), (200, "duzentos"), (300, "trezentas"),
        (300, "trezentos"), (400, "quatrocentas"), (400, "quatrocentos"), (500, "quinhentas"),
        (500, "quinhentos"), (600, "seiscentas"), (600, "seiscentos"), (700, "setecentas"),
        (700, "setecentos"), (800, "oitocentas"), (800, "oitocentos"), (900, "novecentas"),
        (900, "novecentos"), (1000, "mil"), (1000000, "milhão"), (1000000, "milhões"),
        (1000000000, "bilhão"), (1000000000, "bilhões"),
    ],
    ordinals: &[
        (1, "primeira"), (1, "primeiro"), (2, "segunda"), (2, "segundo"), (3, "terceira"),
        (3, "terceiro"), (4, "quarta"), (4, "quarto"), (5, "quinta"), (5, "quinto"), (6, "sexta"),
        (6, "sexto"), (7, "sétima"), (7, "sétimo"), (8, "oitava"), (8, "oitavo"), (9, "nona"),
        (9, "nono"), (10, "décima"), (10, "décimo"),
    ],
};
