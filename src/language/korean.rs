//! Korean.
//!
//! Stop words: made for this project. Months, weekdays and numbers: Unicode CLDR 48.2 (Unicode-3.0), with forms
//! added. All else was written for this project.

use super::{Apostrophe, Data, Ending, Script};

#[rustfmt::skip]
pub(super) const DATA: Data = Data {
    code: "ko",
    name: "Korean",
    script: Script::Hangul,
    capitalises_nouns: false,
    spaces_syllables: false,
    keeps_marks: false,
    ambiguous_days: "",
    acronyms: "",
    apostrophe: Apostrophe::Letters,
    prefixes: &[],
    letters: "",
    frequent_words: "\
        것 것으로 것이다 그 는 대한 대해 등 따르면 때문에 를 말했다 및 밝혔다 수 에 오전 오후 위해 은 을 의 이 이날 이번 있는 있다 있다고 전했다 지난 통해 한 \
        한다 함께 했다 했다고",
    endings: &[
        Ending::cut("으로부터", 1), Ending::cut("에게서는", 1), Ending::cut("에서부터", 1),
        Ending::cut("으로써는", 1), Ending::cut("에서는", 1), Ending::cut("으로는", 1), Ending::cut("에게는", 1),
        Ending::cut("이라고", 1), Ending::cut("에서도", 1), Ending::cut("으로서", 1), Ending::cut("으로써", 1),
        Ending::cut("이라는", 1), Ending::cut("까지는", 1), Ending::cut("부터는", 1), Ending::cut("에서", 2),
        Ending::cut("에게", 2), Ending::cut("으로", 2), Ending::cut("까지", 2), Ending::cut("부터", 2),
        Ending::cut("에는", 2), Ending::cut("에도", 2), Ending::cut("라고", 2), Ending::cut("라는", 2),
        Ending::cut("이나", 2), Ending::cut("이며", 2), Ending::cut("이고", 2), Ending::cut("처럼", 2),
        Ending::cut("보다", 2), Ending::cut("마다", 2), Ending::cut("만의", 2), Ending::cut("와의", 2),
        Ending::cut("과의", 2), Ending::cut("들은", 2), Ending::cut("들이", 2), Ending::cut("들을", 2),
        Ending::cut("들의", 2), Ending::cut("은", 2), Ending::cut("는", 2), Ending::cut("이", 2),
        Ending::cut("가", 2), Ending::cut("을", 2), Ending::cut("를", 2), Ending::cut("의", 2),
        Ending::cut("에", 2), Ending::cut("와", 2), Ending::cut("과", 2), Ending::cut("도", 2),
        Ending::cut("로", 2), Ending::cut("만", 2),
    ],
    abbreviations: "\
        ",
    speech_verbs: "\
        강조했다 경고했다 답했다 덧붙였다 말했다 말했습니다 발표했다 밝혔다 밝혔습니다 보도했다 비판했다 설명했다 언급했다 전했다 전했습니다 주장했다 지적했다 촉구했다",
    // Made by tests/languages/make.py:
    stop_words: "\
        가장 같은 같이 것 것으로 것은 것이 것이다 경우 과 관련 그 그녀는 그는 그러나 그리고 는 다시 당시 대한 대해 더 도 됐다 되는 된 된다 될 등 따라 따르면 \
        때 때문에 또 또한 라고 라며 로 를 말했다 며 면서 모두 못한 및 바로 밝혔다 설명했다 수 아직 않고 않는 않았다 않은 없는 없다 에 에서 와 우리 우리는 위한 \
        위해 으로 은 을 의 이 이날 이를 이미 이번 이에 이전 이후 있고 있는 있다 있다고 있어 있었다 있으며 저 전했다 중 지난 통해 하고 하는 하지 하지만 한 한다 \
        할 함께 했다 했다고 현재",
    months: [
        &["1월"], &["2월"], &["3월"], &["4월"], &["5월"], &["6월"], &["7월"], &["8월"], &["9월"], &["10월"],
        &["11월"], &["12월"],
    ],
    weekdays: [
        &["월요일"], &["화요일"], &["수요일"], &["목요일"], &["금요일"], &["토요일"], &["일요일"],
    ],
    numbers: &[
        (1, "하나"), (1, "한"), (2, "두"), (2, "둘"), (3, "삼"), (3, "셋"), (4, "넷"), (5, "다섯"), (6, "여섯"),
        (7, "일곱"), (7, "칠"), (8, "여덟"), (8, "팔"), (9, "아홉"), (10, "십"), (10, "열"), (20, "스무"),
        (20, "스물"), (30, "서른"), (40, "마흔"), (50, "쉰"), (100, "백"), (1000, "천"), (10000, "만"),
        (1000000, "백만"), (1000000000, "십억"),
    ],
    ordinals: &[
        (1, "첫째"), (2, "둘째"), (3, "셋째"), (4, "넷째"), (5, "다섯째"), (6, "여섯째"), (7, "일곱째"), (8, "여덟째"),
        (9, "아홉째"), (10, "열째"), (11, "열한째"), (12, "열두째"),
    ],
};
