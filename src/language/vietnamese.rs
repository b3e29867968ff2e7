//! Vietnamese.
//!
//! Stop words: Stopwords ISO (MIT), by way of the crate stop-words. Months, weekdays and numbers: Unicode CLDR 48.2
//! (Unicode-3.0), with forms added. All else was written for this project.

use super::{Apostrophe, Data, Script};

#[rustfmt::skip]
pub(super) const DATA: Data = Data {
    code: "vi",
    name: "Vietnamese",
    script: Script::Latin,
    capitalises_nouns: false,
    spaces_syllables: true,
    keeps_marks: true,
    ambiguous_days: "",
    acronyms: "",
    apostrophe: Apostrophe::Letters,
    prefixes: &[],
    letters: "đơưáàâéèêíìóòôúùýãõĩũăạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
    frequent_words: "\
        bà bị cho các còn có cùng cũng của do hơn họ khi không là lại mà một người nhiều như nhưng \
        những này nên năm nếu phải qua ra rất sau sẽ theo thì trong trên trước tôi tại từ và vào \
        vì về với ông đang đây đã đó được đến để ở",
    endings: &[],
    abbreviations: "\
        BS GS KS KTS LS P PGS PV Q TP TS ThS tr v.v",
    speech_verbs: "\
        biết báo hỏi kể nói viết đáp",
    // Made by tests/languages/make.py:
    stop_words: "\
        a-lô ai alô amen anh biết bà bài bèn béng bông bạn bản bấy bằng bển bệt bị bỗng bộ bớ bởi \
        bức cao chiếc cho choa chuyện chính chú chăng chưa chậc chắc chỉ chỉn chớ chợt chủn chứ \
        con cuốn cuộc càng các cái cây còn có cô cùng căn cũng cơ cơn cả cần cậu của cứ do duy dào \
        dì dưới dạ dẫu dữ em giữa gì hay hoặc hơn họ hỏi khi khác không luôn là làm lên lúc lại \
        lần lớn muốn mà mình mỗi một mới mợ ngay nghen nghỉm ngoài ngoải ngày ngôi ngươi người \
        ngọn ngọt nh nhau nhiều nhà nhé như nhưng nhất nhận nhỉ những nào này nên nó nóc nói năm \
        nơi nấy nếu nền nọ nớ nữa oái pho phè phóc phót phải phắt phỏng phốc phụt phứt qua quyết \
        quyển quá quả ra riêng riệt rày ráo rén rích răng rất rằng rồi rứa sao sau so suýt sì sạch \
        sất sắp sẽ số sự thanh theo thoạt thoắt thà tháng thì thôi thường thấy thẩy thậm thế thếch \
        thỏm thốc thốt thộc thửa toà toẹt trong trên trước trển trệt trỏng tuy tênh tôi tại tấm \
        tấn tắp tọt tột tớ tới từ từng veo việc và vào vâng vèo vì vẫn vậy về với vở vụt vừa xoét \
        xoẳn xoẹt xuể xuống xệp à ào á ái áng ông úi ý đang đi điều đây đã đó được đến đều để ơ ơi \
        ư ạ ấy ắt ồ ổng ớ ờ ở ủa ừ ử",
    months: [
        &["tháng 1", "thg 1"], &["tháng 2", "thg 2"], &["tháng 3", "thg 3"], &["tháng 4", "thg 4"],
        &["tháng 5", "thg 5"], &["tháng 6", "thg 6"], &["tháng 7", "thg 7"], &["tháng 8", "thg 8"],
        &["tháng 9", "thg 9"], &["tháng 10", "thg 10"], &["tháng 11", "thg 11"],
        &["tháng 12", "thg 12"],
    ],
    weekdays: [
        &["thứ hai", "thứ 2"], &["thứ ba", "thứ 3"], &["thứ tư", "thứ 4"], &["thứ năm", "thứ 5"],
        &["thứ sáu", "thứ 6"], &["thứ bảy", "thứ 7"], &["chủ nhật", "cn"],
    ],
    numbers: &[
        (0, "không"), (1, "mốt"), (1, "một"), (2, "hai"), (3, "ba"), (4, "bốn"), (4, "tư"),
        (5, "lăm"), (5, "năm"), (6, "sáu"), (7, "bảy"), (8, "tám"), (9, "chín"), (10, "chục"),
        (10, "mười"), (11, "mười một"), (12, "mười hai"), (13, "mười ba"), (14, "mười bốn"),
        (15, "mười lăm"), (16, "mười sáu"), (17, "mười bảy"), (18, "mười tám"), (19, "mười chín"),
        (20, "hai mươi"), (30, "ba mươi"), (40, "bốn mươi"), (50, "năm mươi"), (60, "sáu mươi"),
        (70, "bảy mươi"), (80, "tám mươi"), (90, "chín mươi"), (100, "trăm"), (1000, "nghìn"),
        (1000, "ngàn"), (1000000, "triệu"), (1000000000, "tỉ"), (1000000000, "tỷ"),
    ],
    ordinals: &[],
};
