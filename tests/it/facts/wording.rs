//! Opposites, negations, hedges and claims.

use super::check;
use retold::diff::facts::FactKind::{Hedge, Negation, Opposite, Wording};

#[test]
fn opposites_are_seen_in_one_place() {
    for (left, right) in [
        ("rose", "fell"),
        ("increased", "decreased"),
        ("climbed", "dropped"),
    ] {
        let [one, other] =
            [left, right].map(|verb| format!("Shares of Acme {verb} 3 percent on Monday."));
        check(&[(&one, &other, &[(Opposite, left, right)])]);
    }
    check(&[
        (
            "Shares of Acme rose 3 percent.",
            "Shares of Acme climbed 3 percent.",
            &[],
        ),
        (
            "Shares of Acme are up 3 percent.",
            "Shares of Acme are down 3 percent.",
            &[(Opposite, "up", "down")],
        ),
        (
            "Acme beat estimates in the quarter.",
            "Acme missed estimates in the quarter.",
            &[(Opposite, "beat", "missed")],
        ),
        (
            "Acme posted a profit of $5 million.",
            "Acme posted a loss of $5 million.",
            &[(Opposite, "profit", "loss")],
        ),
        (
            "The man was arrested on Monday.",
            "The man was released on Monday.",
            &[(Opposite, "arrested", "released")],
        ),
        (
            "The council approved the plan.",
            "The council rejected the plan.",
            &[(Opposite, "approved", "rejected")],
        ),
        (
            "The jury found the man guilty.",
            "The jury found the man innocent.",
            &[(Opposite, "guilty", "innocent")],
        ),
        (
            "Rain is likely in the north.",
            "Rain is unlikely in the north.",
            &[(Opposite, "likely", "unlikely")],
        ),
        (
            "The boy was found dead in the mill.",
            "The boy was found alive in the mill.",
            &[(Opposite, "dead", "alive")],
        ),
        (
            "The town won its case in court.",
            "The town lost its case in court.",
            &[(Opposite, "won", "lost")],
        ),
        (
            "Smith admitted the theft.",
            "Smith denied the theft.",
            &[(Opposite, "admitted", "denied")],
        ),
        (
            "The ship lay 150 miles east of Aden.",
            "The ship lay 150 miles west of Aden.",
            &[(Opposite, "east", "west")],
        ),
        (
            "Smith agreed to sign the deal.",
            "Smith refused to sign the deal.",
            &[(Opposite, "agreed", "refused")],
        ),
        (
            "Smith was able to sign the deal.",
            "Smith was unable to sign the deal.",
            &[(Opposite, "able", "unable")],
        ),
    ]);
}

#[test]
fn one_claim_in_two_wordings_is_no_opposite() {
    check(&[
        (
            "The council did not approve the plan.",
            "The council rejected the plan.",
            &[],
        ),
        (
            "Prices rose in May and fell in June.",
            "Prices fell in June after they rose in May.",
            &[],
        ),
        (
            "The man was arrested after he was released.",
            "The man was arrested again.",
            &[],
        ),
        (
            "He was shot before the game in Lyon.",
            "After the game he went home.",
            &[],
        ),
    ]);
}

#[test]
fn negations_are_seen_though_all_else_is_equal() {
    check(&[
        (
            "The man was arrested.",
            "The man was not arrested.",
            &[(Negation, "was arrested", "was not arrested")],
        ),
        (
            "The man was arrested.",
            "The man wasn't arrested.",
            &[(Negation, "was arrested", "wasn't arrested")],
        ),
        ("The man wasn't arrested.", "The man was not arrested.", &[]),
        ("The man wasn’t arrested.", "The man wasn’ t arrested.", &[]),
        (
            "The firm will pay the fine.",
            "The firm will never pay the fine.",
            &[(Negation, "will pay", "will never pay")],
        ),
        (
            "Smith answers the call on time.",
            "Smith refuses to answer the call on time.",
            &[(Negation, "answers", "refuses to answer")],
        ),
        (
            "The ship sailed with cargo.",
            "The ship sailed without cargo.",
            &[(Opposite, "with", "without")],
        ),
        (
            "The gun was not stored properly in the house.",
            "The gun was stored improperly in the house.",
            &[],
        ),
        (
            "Not all snakes are poisonous in the wild.",
            "Some snakes are poisonous in the wild.",
            &[],
        ),
        (
            "The ministry said the woman was not the wife of the leader.",
            "The ministry denied that the woman was the wife of the leader.",
            &[],
        ),
        (
            "He will not return to the show as a host.",
            "Talks go on over his return to the show as a host.",
            &[],
        ),
        ("No one was hurt.", "Nobody was hurt.", &[]),
        (
            "It was not only cheap but good.",
            "It was cheap and good.",
            &[],
        ),
        (
            "The shop will no longer serve beer.",
            "The shop will stop serving beer.",
            &[],
        ),
        (
            "Power will not be restored until Monday.",
            "Power will be restored on Monday.",
            &[],
        ),
        (
            "The firm would not pay the fine.",
            "The firm should pay the fine.",
            &[],
        ),
    ]);
}

#[test]
fn hedges_are_seen_on_the_same_claim() {
    check(&[
        (
            "The man stole the car.",
            "The man allegedly stole the car.",
            &[(Hedge, "stole", "allegedly stole")],
        ),
        (
            "The man reportedly stole the car.",
            "The man allegedly stole the car.",
            &[],
        ),
        (
            "The man is accused of stealing the car.",
            "The man allegedly stole the car.",
            &[],
        ),
        (
            "The man is accused of stealing the car.",
            "The man stole the car.",
            &[(Hedge, "is accused of stealing", "stole")],
        ),
        (
            "The man stole the car, police said.",
            "The man allegedly stole the car.",
            &[],
        ),
        (
            "The blast killed 12 people.",
            "The blast may have killed 12 people.",
            &[(Hedge, "killed", "may have killed")],
        ),
        (
            "The blast killed 12 people.",
            "The blast killed at least 12 people.",
            &[(Hedge, "12 people", "at least 12 people")],
        ),
        (
            "The fine is 12 dollars a day.",
            "The fine is up to 12 dollars a day.",
            &[(Hedge, "12 dollars", "up to 12 dollars")],
        ),
        (
            "The blast killed about 12 people.",
            "The blast killed nearly 12 people.",
            &[],
        ),
        ("They talked about the car.", "They talked of the car.", &[]),
        (
            "Anyone who has news should call.",
            "Anyone who may have news should call.",
            &[],
        ),
        (
            "If they strike a deal, prices rise.",
            "They might strike a deal, and prices rise.",
            &[],
        ),
        (
            "Smith may have helped people, and helped others.",
            "Smith helped people.",
            &[],
        ),
    ]);
}

#[test]
fn claims_between_shared_names_are_compared() {
    check(&[
        (
            "Acme says the new model sets Delta apart from rivals like Omega.",
            "Acme says the new model sets Delta apart from rivals like Omega.",
            &[],
        ),
        (
            "The plant of Delta followed its exit from Omega.",
            "The plant of Delta partly stemmed from quarrels at Omega.",
            &[(
                Wording,
                "followed its exit from",
                "stemmed from quarrels at",
            )],
        ),
        (
            "On Monday Smith praised Jones.",
            "On Monday Smith lauded Jones.",
            &[],
        ),
        (
            "On Monday Smith praised Jones.",
            "On Monday Smith attacked Jones.",
            &[(Wording, "praised", "attacked")],
        ),
        (
            "Police said Smith started shooting at a crossing near Delta.",
            "Smith is accused of shooting into a crowd outside Delta.",
            &[],
        ),
    ]);
}
