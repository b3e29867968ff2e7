//! Names: one bearer by two names is no difference, two bearers of one word are.

use super::check;
use retold::diff::facts::FactKind::{Name, Role, Speaker};

#[test]
fn one_bearer_by_two_names_is_no_difference() {
    for (left, right) in [
        ("Jane Smith", "Smith"),
        ("Mr. Smith", "John Smith"),
        ("J. Smith", "John Smith"),
        ("Dave Smith", "David Smith"),
        ("President Biden", "Joe Biden"),
        ("the U.S.", "the United States"),
        ("the US", "the U.S."),
        ("the UN", "the United Nations"),
        ("the FBI", "the Federal Bureau of Investigation"),
        ("the Federal Trade Commission", "the FTC"),
        ("al-Qaeda", "al-Qaida"),
        ("Chapel Street", "Chapel St."),
        ("A.J. Butler", "AJ Butler"),
        ("New York", "New York City"),
        ("President Biden", "the president"),
        ("Acme", "the company"),
        ("Britain", "the UK"),
    ] {
        let [left, right] = [left, right]
            .map(|name| format!("On Monday the judge heard from {name} about the fine."));
        check(&[(&left, &right, &[])]);
    }
}

#[test]
fn two_bearers_of_one_word_are_a_difference() {
    for (left, right) in [
        ("South Korea", "North Korea"),
        ("Hillary Clinton", "Bill Clinton"),
        ("West Virginia", "Virginia"),
        ("Jane Smith", "John Smith"),
        ("Jane Smith", "Mary Jones"),
        ("Iran", "Iraq"),
        ("Austria", "Australia"),
        ("Acme", "Bolt"),
    ] {
        let [one, other] =
            [left, right].map(|name| format!("On Monday the judge fined {name} for the spill."));
        check(&[(&one, &other, &[(Name, left, right)])]);
    }
}

#[test]
fn a_name_is_left_out_only_where_nothing_stands_for_it() {
    check(&[
        (
            "Police searched a house in Lyon on Monday.",
            "Police searched a house on Monday.",
            &[(Name, "Lyon", "")],
        ),
        (
            "Jane Smith told the Tribune that the house was empty.",
            "Jane Smith said that the house was empty.",
            &[(Name, "Tribune", "")],
        ),
        (
            "On Monday Smith left the house in Lyon.",
            "On Monday he left the house in Lyon.",
            &[],
        ),
        (
            "Police searched Smith and left.",
            "Police searched the man and left.",
            &[],
        ),
        (
            "The house was empty, Jane Smith said.",
            "The house was empty, police said.",
            &[],
        ),
        (
            "Officials closed the bridge.",
            "Workers closed the bridge.",
            &[],
        ),
        (
            "Mayor Opens New Bridge Over River",
            "Mayor Closes New Tunnel Over River",
            &[],
        ),
    ]);
}

#[test]
fn exchanged_parts_are_seen() {
    let exchange = (Role, "Smith sued Jones", "Jones sued Smith");
    check(&[
        (
            "On Monday Smith sued Jones.",
            "On Monday Jones sued Smith.",
            &[exchange],
        ),
        ("Smith sued Jones.", "Jones sued Smith.", &[exchange]),
        ("Smith sued Jones.", "Jones was sued by Smith.", &[]),
        (
            "Acme bought Bolt from Corvid on Monday.",
            "Corvid bought Bolt from Acme on Monday.",
            &[(
                Role,
                "Acme bought Bolt from Corvid",
                "Corvid bought Bolt from Acme",
            )],
        ),
        (
            "Acme bought Bolt from Corvid.",
            "Corvid sold Bolt to Acme.",
            &[],
        ),
        (
            "Lyon doctor Jane Doe saw it.",
            "Jane Doe, a doctor from Lyon, saw it.",
            &[],
        ),
    ]);
}

#[test]
fn speakers_are_compared_as_persons() {
    let quote = "“We saw the smoke and we ran,”";
    for (left, right) in [
        ("Jane Doe said", "Doe said"),
        ("Jane Doe said", "said Jane Doe, a teacher"),
        ("A.J. Doe said", "said AJ Doe"),
        ("Jane Doe said", "she said"),
        ("Jane Doe said", "Lyon Police said"),
        ("Jane Doe said", "said an aide to John Roe"),
    ] {
        let [left, right] = [left, right].map(|said| format!("{quote} {said}."));
        check(&[(&left, &right, &[])]);
    }
    for (left, right) in [
        ("Jane Doe", "John Roe"),
        ("Jane Doe", "John Doe"),
        ("Hillary Clinton", "Bill Clinton"),
    ] {
        let [one, other] = [left, right].map(|name| format!("{quote} {name} said."));
        check(&[(&one, &other, &[(Name, left, right), (Speaker, left, right)])]);
    }
}
