//! Turkish.
//!
//! Stop words: NLTK's list (Apache-2.0; it began as Snowball's, BSD-3-Clause), by way of the crate stop-words.
//! Months, weekdays and numbers: Unicode CLDR 48.2 (Unicode-3.0), with forms added. All else was written for this
//! project.

use super::{Apostrophe, Data, Ending, Script};

#[rustfmt::skip]
pub(super) const DATA: Data = Data {
    code: "tr",
    name: "Turkish",
    script: Script::Latin,
    capitalises_nouns: false,
    spaces_syllables: false,
    keeps_marks: false,
    ambiguous_days: "ekim ocak pazar",
    acronyms: "",
    apostrophe: Apostrophe::Ending,
    prefixes: &[],
    letters: "ğışçöü",
    frequent_words: "\
        ama ancak başkanı ben bile bin bir biz bu bunun da daha de dedi değil diye eden edildi en \
        etti ettiği gibi göre hem her iki ile ilk ise için kadar kendi ki mi nasıl ne o olan \
        olarak oldu olduğu olduğunu onun sen siz sonra tarafından türk var ve veya ya yaptığı yeni \
        yok yüzde çok önce üzerine şekilde şu",
    endings: &[
        Ending::cut("larından", 3), Ending::cut("lerinden", 3), Ending::cut("larının", 3),
        Ending::cut("lerinin", 3), Ending::cut("larında", 3), Ending::cut("lerinde", 3),
        Ending::cut("larına", 3), Ending::cut("lerine", 3), Ending::cut("larını", 3),
        Ending::cut("lerini", 3), Ending::cut("sından", 3), Ending::cut("sinden", 3),
        Ending::cut("lardan", 3), Ending::cut("lerden", 3), Ending::cut("ların", 3),
        Ending::cut("lerin", 3), Ending::cut("ından", 3), Ending::cut("inden", 3),
        Ending::cut("undan", 3), Ending::cut("ünden", 3), Ending::cut("sında", 3),
        Ending::cut("sinde", 3), Ending::cut("larda", 3), Ending::cut("lerde", 3),
        Ending::cut("sının", 4), Ending::cut("sinin", 4), Ending::cut("ları", 3),
        Ending::cut("leri", 3), Ending::cut("ında", 3), Ending::cut("inde", 3),
        Ending::cut("unda", 3), Ending::cut("ünde", 3), Ending::cut("ının", 4),
        Ending::cut("inin", 4), Ending::cut("unun", 4), Ending::cut("ünün", 4),
        Ending::cut("sına", 4), Ending::cut("sine", 4), Ending::cut("sını", 4),
        Ending::cut("sini", 4), Ending::cut("lar", 3), Ending::cut("ler", 3), Ending::cut("dan", 4),
        Ending::cut("den", 4), Ending::cut("tan", 4), Ending::cut("ten", 4), Ending::cut("nın", 4),
        Ending::cut("nin", 4), Ending::cut("nun", 4), Ending::cut("nün", 4), Ending::cut("da", 4),
        Ending::cut("de", 4), Ending::cut("ta", 4), Ending::cut("te", 4), Ending::cut("ya", 4),
        Ending::cut("ye", 4), Ending::cut("yı", 4), Ending::cut("yi", 4), Ending::cut("yu", 4),
        Ending::cut("yü", 4), Ending::cut("na", 4), Ending::cut("ne", 4), Ending::cut("nı", 4),
        Ending::cut("ni", 4), Ending::cut("sı", 4), Ending::cut("si", 4), Ending::cut("su", 4),
        Ending::cut("sü", 4), Ending::cut("ın", 4), Ending::cut("in", 4), Ending::cut("un", 4),
        Ending::cut("ün", 4), Ending::cut("ı", 4), Ending::cut("i", 4), Ending::cut("u", 4),
        Ending::cut("ü", 4),
    ],
    abbreviations: "\
        Alb Av Bul Cad Cum Doç Dr Gen Hz Kd Mah No Op Ord Org Ort Prof Sn Sok St T.C Tel Yrd Yzb \
        bkz s vb vd vs yy çev ör",
    speech_verbs: "\
        aktardı anlattı açıkladı açıklayan belirten belirtti bildirdi bildirildi dedi \
        değerlendirdi diyor doğruladı duyurdu ekledi hatırlattı iddia ifade kaydetti konuşan \
        konuştu savundu sordu söyledi söylediği söyleyen uyardı vurguladı vurgulayan yazdı",
    // Made by tests/languages/make.py:
    stop_words: "\
        acaba ama ancak arasında aslında ayrıca az açıkladı bana bazı belirtti belki ben beni bir \
        biri birkaç birşey biz bu bugün bulunan buna bunlar bunu bunun böyle bütün da daha de dedi \
        defa değil diye diyen dolayı dün eden edildi en etti ettiği eğer fakat gibi göre hem hep \
        hepsi her hiç ifade iki ile ilgili ise için içinde kadar karşı kaydetti kendi kez ki kim \
        mi mu mü mı nasıl ne neden nedeniyle nerde nerede nereye niye niçin o olan olarak oldu \
        olduğu olduğunu olması ona onlar onu onun rağmen sana sanki sen siz sonra söyledi \
        tarafından tüm var ve veya ya yani yaptı yaptığı yapılan yeni yok çok çünkü önce öyle \
        üzere üzerinde şekilde şey şu şöyle",
    months: [
        &["ocak"], &["şubat", "şub"], &["mart"], &["nisan", "nis"], &["mayıs"], &["haziran", "haz"],
        &["temmuz", "tem"], &["ağustos", "ağu"], &["eylül", "eyl"], &["ekim"], &["kasım"],
        &["aralık"],
    ],
    weekdays: [
        &["pazartesi", "pzt"], &["salı"], &["çarşamba", "çar"], &["perşembe"], &["cuma", "cum"],
        &["cumartesi", "cmt"], &["pazar"],
    ],
    numbers: &[
        (0, "sıfır"), (1, "bir"), (2, "iki"), (3, "üç"), (4, "dört"), (5, "beş"), (6, "altı"),
        (7, "yedi"), (8, "sekiz"), (9, "dokuz"), (10, "on"), (11, "on bir"), (12, "on iki"),
        (13, "on üç"), (14, "on dört"), (15, "on beş"), (16, "on altı"), (17, "on yedi"),
        (18, "on sekiz"), (19, "on dokuz"), (20, "yirmi"), (30, "otuz"), (40, "kırk"), (50, "elli"),
        (60, "altmış"), (70, "yetmiş"), (80, "seksen"), (90, "doksan"), (100, "yüz"), (1000, "bin"),
        (1000000, "milyon"), (1000000000, "milyar"),
    ],
    ordinals: &[
        (1, "birinci"), (2, "ikinci"), (3, "üçüncü"), (4, "dördüncü"), (5, "beşinci"),
        (6, "altıncı"), (7, "yedinci"), (8, "sekizinci"), (9, "dokuzuncu"), (10, "onuncu"),
    ],
};
