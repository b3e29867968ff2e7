//! Japanese.
//!
//! Stop words: made for this project. Months, weekdays and numbers: Unicode CLDR 48.2 (Unicode-3.0), with forms
//! added. All else was written for this project.

use super::{Apostrophe, Data, Script};

#[rustfmt::skip]
pub(super) const DATA: Data = Data {
    code: "ja",
    name: "Japanese",
    script: Script::Kana,
    capitalises_nouns: false,
    spaces_syllables: false,
    keeps_marks: false,
    ambiguous_days: "",
    acronyms: "",
    apostrophe: Apostrophe::Letters,
    prefixes: &[],
    letters: "",
    frequent_words: "\
        い が さ し た て で と な に の は も る れ を",
    endings: &[],
    abbreviations: "\
        ",
    speech_verbs: "\
        主張した 伝えた 報じた 強調した 指摘した 明らかにした 求めた 発表した 示した 答えた 言う 言った 訴えた 話した 話す 語った 語る 説明した 述べた",
    // Made by tests/languages/make.py:
    stop_words: "\
        あの ある あれ い いた いる および から が ここ こと この これ さ さらに され された されて し しかし した して している する そこ その それ た ため \
        だった った て で である でした です と という として な なお など に において について にて によって による の は ました ます また まで も もの より る \
        れ を",
    months: [
        &["1月"], &["2月"], &["3月"], &["4月"], &["5月"], &["6月"], &["7月"], &["8月"], &["9月"], &["10月"],
        &["11月"], &["12月"],
    ],
    weekdays: [
        &["月曜日"], &["火曜日"], &["水曜日"], &["木曜日"], &["金曜日"], &["土曜日"], &["日曜日"],
    ],
    numbers: &[
        (0, "零"), (1, "一"), (1, "壱"), (2, "二"), (2, "弐"), (3, "三"), (3, "参"), (4, "四"), (5, "五"),
        (6, "六"), (7, "七"), (8, "八"), (9, "九"), (10, "十"), (10, "拾"), (100, "百"), (1000, "千"),
        (10000, "万"), (10000, "萬"), (1000000, "百万"), (1000000, "百萬"), (100000000, "億"),
        (1000000000, "十億"), (1000000000, "拾億"),
    ],
    ordinals: &[
        (1, "第一"), (2, "第二"), (3, "第三"), (4, "第四"), (5, "第五"), (6, "第六"), (7, "第七"), (8, "第八"),
        (9, "第九"), (10, "第十"), (11, "第十一"), (12, "第十二"),
    ],
};
