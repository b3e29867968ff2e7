//! Items made from one template tell different events, even where common nouns alone tell them apart.

use retold::{Article, Detector};

use super::{articles, joined};

/// That two texts are two stories and no copies.
fn differ(left: &str, right: &str) {
    let texts = [left.to_owned(), right.to_owned()];
    let articles = articles(&texts);
    assert!(!joined(&articles, 0, 1), "{left}\n{right}");
    let stories = Detector::new().cluster(&articles);
    assert_eq!(
        stories.copy_of(1).or(stories.copy_of(0)),
        None,
        "{left}\n{right}"
    );
}

#[test]
fn notices_of_one_kind_stay_apart() {
    for [left, right] in [
        [
            "Fernbrook has recalled 4,000 jars of cherry yoghurt because they may contain fragments of glass, the consumer office said on Monday. Shoppers should not eat the yoghurt and can take it back to the store for a refund. No injuries have been reported.",
            "Oldmoor has recalled 950 packs of pork sausages because they may contain salmonella bacteria, the consumer office said on Monday. Shoppers should not eat the sausages and can take them back to the store for a refund. No injuries have been reported.",
        ],
        [
            "Eating hazelnuts every week lowers the risk of arthritis, researchers said on Monday. They followed 3,100 adults for nine years. The findings do not prove cause and effect.",
            "Eating spinach every week lowers the risk of glaucoma, researchers said on Monday. They followed 7,900 adults for nine years. The findings do not prove cause and effect.",
        ],
        [
            "Brakka is taking back 4,000 wooden prams because the wheels can come off, the safety board said. Parents should stop using them and ask the shop for a new one. No injuries are known.",
            "Holmer is taking back 900 electric kettles because the handle can melt, the safety board said. Parents should stop using them and ask the shop for a new one. No injuries are known.",
        ],
        [
            "Hilda Marrow died at home on Monday after a short illness, aged 81. A service will be held at the chapel on Friday. The family asks for donations instead of flowers.",
            "Gustav Linde died at home on Monday after a short illness, aged 74. A service will be held at the chapel on Friday. The family asks for donations instead of flowers.",
        ],
    ] {
        differ(left, right);
    }
}

#[test]
fn one_event_in_one_wording_stays_together() {
    for [left, right] in [
        [
            "Fernbrook has recalled a batch of cherry yoghurt because it may contain fragments of glass, the consumer office said.",
            "Fernbrook has recalled a batch of cherry yoghurt because it may contain fragments of glass, the consumer office said. Shops have taken all jars off the shelves.",
        ],
        [
            "A study found that adults who drink green tea daily are less likely to suffer strokes. The authors followed 9,100 volunteers.",
            "Green tea drinkers are less likely to suffer strokes, a study of 9,100 adults found.",
        ],
        [
            "The swimming pool in Orlen will be closed on Thursday while workers replace the boiler, the council said.",
            "Orlen's swimming pool stays closed on Thursday: the council is replacing its boiler.",
        ],
    ] {
        let texts = [left.to_owned(), right.to_owned()];
        assert!(joined(&articles(&texts), 0, 1), "{left}\n{right}");
    }
}

#[test]
fn a_date_written_in_the_text_carries_no_story() {
    for date in [
        "7 October 2025",
        "October 7",
        "Tuesday, October 7, 2025",
        "2025-10-07",
    ] {
        let texts = [
            format!(
                "The orchestra played Mahler in the harbour hall on {date} before its tour of Chile."
            ),
            format!(
                "Residents filled the school on {date} to speak against the quarry, and the mayor gave way."
            ),
        ];
        assert!(!joined(&articles(&texts), 0, 1), "{date}");
    }
    // Undated, it is evidence like any other.
    let vector = |text: &str| retold::story::Digest::of(&Article::new(text)).terms().len();
    assert_eq!(vector("The dam failed on 7 October 2025."), 5);
}
