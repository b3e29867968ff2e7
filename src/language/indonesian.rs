//! Indonesian.
//!
//! Stop words: NLTK's list (Apache-2.0; it began as Snowball's, BSD-3-Clause), by way of the crate stop-words.
//! Months, weekdays and numbers: Unicode CLDR 48.2 (Unicode-3.0), with forms added. All else was written for this
//! project.

use super::{Apostrophe, Data, Ending, Script};

#[rustfmt::skip]
pub(super) const DATA: Data = Data {
    code: "id",
    name: "Indonesian",
    script: Script::Latin,
    capitalises_nouns: false,
    spaces_syllables: false,
    keeps_marks: false,
    ambiguous_days: "minggu",
    acronyms: "",
    apostrophe: Apostrophe::Letters,
    prefixes: &[],
    letters: "",
    frequent_words: "\
        ada adalah agar akan antara atau bagi bahwa belum bisa dalam dan dari dengan di dia hanya \
        harus hingga ia ini itu jika juga kami karena kata ke kepada kita lalu lebih masih menjadi \
        mereka namun oleh pada para saat saya sebagai sebuah secara seorang seperti setelah sudah \
        tahun tak telah tersebut tidak untuk yang",
    endings: &[
        Ending::cut("nya", 4), Ending::cut("kah", 4), Ending::cut("lah", 4), Ending::cut("pun", 4),
    ],
    abbreviations: "\
        Dr Dra Drs H Hj Ir Jend Jl Kab Kec Kol Letjen Mayjen No Prof Rp S.E S.H S.Pd Sdr Tbk Tel \
        Yth a.n d.a dkk dll dsb dst hlm s.d tgl",
    speech_verbs: "\
        imbuh jelas jelasnya kata katanya membantah menambahkan menegaskan mengaku mengatakan \
        mengumumkan mengungkapkan menilai menjelaskan menurut menuturkan menyatakan menyebut \
        menyebutkan pungkas pungkasnya sebut tegas tegasnya terang tutur tuturnya ucap ucapnya \
        ujar ujarnya ungkap ungkapnya",
    // Made by tests/languages/make.py:
    stop_words: "\
        ada adalah adanya adapun agak agaknya agar akan akankah akhir akhiri akhirnya aku akulah \
        amat amatlah anda andalah antar antara antaranya apa apaan apabila apakah apalagi apatah \
        artinya asal asalkan atas atau ataukah ataupun awal awalnya bagai bagaikan bagaimana \
        bagaimanakah bagaimanapun bagi bagian bahkan bahwa bahwasanya baik bakal bakalan balik \
        banyak baru bawah beberapa begini beginian beginikah beginilah begitu begitukah begitulah \
        begitupun belakang belakangan belum belumlah benar benarkah benarlah berada berakhir \
        berakhirlah berakhirnya berapa berapakah berapalah berapapun berarti berawal berbagai beri \
        berikan berikut berikutnya berjumlah berkali-kali berkata berkehendak berkeinginan \
        berkenaan berlainan berlalu berlangsung berlebihan bermacam bermacam-macam bermaksud \
        bermula bersama bersama-sama bersiap bersiap-siap bertanya bertanya-tanya berturut \
        berturut-turut bertutur berujar berupa besar betul betulkah biasa biasanya bila bilakah \
        bisa bisakah boleh bolehkah bolehlah buat bukan bukankah bukanlah bukannya bulan cara \
        caranya cukup cukupkah cukuplah cuma dahulu dalam dan dapat dari daripada dekat demi \
        demikian demikianlah dengan depan di dia diakhiri diakhirinya dialah diantara diantaranya \
        diberi diberikan diberikannya dibuat dibuatnya didapat didatangkan digunakan diibaratkan \
        diibaratkannya diingat diingatkan diinginkan dijawab dijelaskan dijelaskannya dikarenakan \
        dikatakan dikatakannya dikerjakan diketahui diketahuinya dikira dilakukan dilalui dilihat \
        dimaksud dimaksudkan dimaksudkannya dimaksudnya diminta dimintai dimisalkan dimulai \
        dimulailah dimulainya dimungkinkan dini dipastikan diperbuat diperbuatnya dipergunakan \
        diperkirakan diperlihatkan diperlukan diperlukannya dipersoalkan dipertanyakan dipunyai \
        diri dirinya disampaikan disebut disebutkan disebutkannya disini disinilah ditambahkan \
        ditandaskan ditanya ditanyai ditanyakan ditegaskan ditujukan ditunjuk ditunjuki \
        ditunjukkan ditunjukkannya ditunjuknya dituturkan dituturkannya diucapkan diucapkannya \
        diungkapkan dong dulu enggak enggaknya entah entahlah guna gunakan hal hampir hanya \
        hanyalah hari harus haruslah harusnya hendak hendaklah hendaknya hingga ia ialah ibarat \
        ibaratkan ibaratnya ikut ingat ingat-ingat ingin inginkah inginkan ini inikah inilah itu \
        itukah itulah jadi jadilah jadinya jangan jangankan janganlah jauh jawab jawaban jawabnya \
        jelas jelaskan jelaslah jelasnya jika jikalau juga jumlah jumlahnya justru kala kalau \
        kalaulah kalaupun kalian kami kamilah kamu kamulah kan kapan kapankah kapanpun karena \
        karenanya kata katakan katakanlah katanya ke keadaan kebetulan kecil kedua keduanya \
        keinginan kelamaan kelihatan kelihatannya kelima keluar kembali kemudian kemungkinan \
        kemungkinannya kenapa kepada kepadanya kesampaian keseluruhan keseluruhannya keterlaluan \
        ketika khususnya kini kinilah kira kira-kira kiranya kita kitalah kok kurang lagi lagian \
        lah lain lainnya lalu lama lamanya lanjut lanjutnya lebih lewat luar macam maka makanya \
        makin malah malahan mampu mampukah mana manakala manalagi masa masalah masalahnya masih \
        masihkah masing masing-masing mau maupun melainkan melakukan melalui melihat melihatnya \
        memang memastikan memberi memberikan membuat memerlukan memihak meminta memintakan \
        memisalkan memperbuat mempergunakan memperkirakan memperlihatkan mempersiapkan \
        mempersoalkan mempertanyakan mempunyai memulai memungkinkan menambahkan menandaskan \
        menanti menanti-nanti menantikan menanya menanyai menanyakan mendapat mendapatkan \
        mendatang mendatangi mendatangkan menegaskan mengakhiri mengapa mengatakan mengatakannya \
        mengenai mengerjakan mengetahui menggunakan menghendaki mengibaratkan mengibaratkannya \
        mengingat mengingatkan menginginkan mengira mengucapkan mengucapkannya mengungkapkan \
        menjadi menjawab menjelaskan menuju menunjuk menunjuki menunjukkan menunjuknya menurut \
        menuturkan menyampaikan menyangkut menyatakan menyebutkan menyeluruh menyiapkan merasa \
        mereka merekalah merupakan meski meskipun meyakini meyakinkan minta mirip misal misalkan \
        misalnya mula mulai mulailah mulanya mungkin mungkinkah nah namun nanti nantinya nyaris \
        nyatanya oleh olehnya pada padahal padanya pak paling panjang pantas para pasti pastilah \
        penting pentingnya per percuma perlu perlukah perlunya pernah persoalan pertama \
        pertama-tama pertanyaan pertanyakan pihak pihaknya pukul pula pun punya rasa rasanya rata \
        rupanya saat saatnya saja sajalah saling sama sama-sama sambil sampai sampai-sampai \
        sampaikan sana sangat sangatlah saya sayalah se sebab sebabnya sebagai sebagaimana \
        sebagainya sebagian sebaik sebaik-baiknya sebaiknya sebaliknya sebanyak sebegini sebegitu \
        sebelum sebelumnya sebenarnya seberapa sebesar sebetulnya sebisanya sebuah sebut sebutlah \
        sebutnya secara secukupnya sedang sedangkan sedemikian sedikit sedikitnya seenaknya segala \
        segalanya segera seharusnya sehingga seingat sejak sejauh sejenak sejumlah sekadar \
        sekadarnya sekali sekali-kali sekalian sekaligus sekalipun sekarang sekecil seketika \
        sekiranya sekitar sekitarnya sekurang-kurangnya sekurangnya sela selain selaku selalu \
        selama selama-lamanya selamanya selanjutnya seluruh seluruhnya semacam semakin semampu \
        semampunya semasa semasih semata semata-mata semaunya sementara semisal semisalnya sempat \
        semua semuanya semula sendiri sendirian sendirinya seolah seolah-olah seorang sepanjang \
        sepantasnya sepantasnyalah seperlunya seperti sepertinya sepihak sering seringnya serta \
        serupa sesaat sesama sesampai sesegera sesekali seseorang sesuatu sesuatunya sesudah \
        sesudahnya setelah setempat setengah seterusnya setiap setiba setibanya setidak-tidaknya \
        setidaknya setinggi seusai sewaktu siap siapa siapakah siapapun sini sinilah soal soalnya \
        suatu sudah sudahkah sudahlah supaya tadi tadinya tahu tahun tak tambah tambahnya tampak \
        tampaknya tandas tandasnya tanpa tanya tanyakan tanyanya tapi tegas tegasnya telah tempat \
        tengah tentang tentu tentulah tentunya tepat terakhir terasa terbanyak terdahulu terdapat \
        terdiri terhadap terhadapnya teringat teringat-ingat terjadi terjadilah terjadinya terkira \
        terlalu terlebih terlihat termasuk ternyata tersampaikan tersebut tersebutlah tertentu \
        tertuju terus terutama tetap tetapi tiap tiba tiba-tiba tidak tidakkah tidaklah tinggi toh \
        tunjuk turut tutur tuturnya ucap ucapnya ujar ujarnya umum umumnya ungkap ungkapnya untuk \
        usah usai waduh wah wahai waktu waktunya walau walaupun wong yaitu yakin yakni yang",
    months: [
        &["januari", "jan"], &["februari", "feb"], &["maret", "mar"], &["april", "apr"], &["mei"],
        &["juni", "jun"], &["juli", "jul"], &["agustus", "agu"], &["september", "sep"],
        &["oktober", "okt"], &["november", "nov"], &["desember", "des"],
    ],
    weekdays: [
        &["senin"], &["selasa"], &["rabu"], &["kamis"], &["jumat"], &["sabtu"], &["minggu"],
    ],
    numbers: &[
        (0, "nol"), (1, "satu"), (2, "dua"), (3, "tiga"), (4, "empat"), (5, "lima"), (6, "enam"),
        (7, "tujuh"), (8, "delapan"), (9, "sembilan"), (10, "sepuluh"), (11, "sebelas"),
        (12, "dua belas"), (13, "tiga belas"), (14, "empat belas"), (15, "lima belas"),
        (16, "enam belas"), (17, "tujuh belas"), (18, "delapan belas"), (19, "sembilan belas"),
        (20, "dua puluh"), (30, "tiga puluh"), (40, "empat puluh"), (50, "lima puluh"),
        (60, "enam puluh"), (70, "tujuh puluh"), (80, "delapan puluh"), (90, "sembilan puluh"),
        (100, "seratus"), (1000, "ribu"), (1000, "seribu"), (1000000, "juta"),
        (1000000000, "miliar"),
    ],
    ordinals: &[
        (1, "pertama"), (2, "kedua"), (3, "ketiga"), (4, "keempat"), (5, "kelima"), (6, "keenam"),
        (7, "ketujuh"), (8, "kedelapan"), (9, "kesembilan"), (10, "kesepuluh"), (11, "kesebelas"),
    ],
};
