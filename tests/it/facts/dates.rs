//! Dates: what both sides tell is compared, what only may be another day is not.

use super::check;
use retold::diff::facts::FactKind::Date;

#[test]
fn dates_are_compared_by_what_they_tell() {
    check(&[
        (
            "The vote is on Monday.",
            "The vote is on Tuesday.",
            &[(Date, "Monday", "Tuesday")],
        ),
        (
            "The vote is on July 22.",
            "The vote is on 22 July 2024.",
            &[],
        ),
        (
            "The vote is on July 22nd.",
            "The vote is on the 22nd of July.",
            &[],
        ),
        (
            "The vote is on Sept. 4.",
            "The vote is on September 4.",
            &[],
        ),
        (
            "The vote is on March 4.",
            "The vote is on 5 March.",
            &[(Date, "March 4", "5 March")],
        ),
        (
            "The vote was on July 22, 2024.",
            "The vote was on July 23, 2024.",
            &[(Date, "July 22, 2024", "July 23, 2024")],
        ),
        ("The vote was on Monday.", "The vote was on July 22.", &[]),
        (
            "The vote was on Monday.",
            "The vote was on July 22, 2024.",
            &[],
        ),
        (
            "The vote was on Sunday.",
            "The vote was on July 22, 2024.",
            &[(Date, "Sunday", "July 22, 2024")],
        ),
        (
            "He left the board in 2018.",
            "He left the board in 2019.",
            &[(Date, "2018", "2019")],
        ),
        (
            "Theresa May may march in March.",
            "Theresa May may march in April.",
            &[(Date, "March", "April")],
        ),
        (
            "It was founded in 2015 and sold in 2018.",
            "It was sold in 2018 after its start in 2015.",
            &[],
        ),
        (
            "The mayor resigned after the row.",
            "The mayor resigned on Friday after the row.",
            &[(Date, "", "Friday")],
        ),
        (
            "On Monday the mayor resigned after the row.",
            "The mayor resigned after the row of 3 June.",
            &[],
        ),
    ]);
}

#[test]
fn dates_in_digits_are_compared_where_they_are_sure() {
    check(&[
        (
            "The vote was on 2024-07-22.",
            "The vote was on July 22, 2024.",
            &[],
        ),
        (
            "The vote was on 22/7/2024.",
            "The vote was on 7/22/2024.",
            &[],
        ),
        (
            "The vote was on 22.07.2024.",
            "The vote was on July 22, 2024.",
            &[],
        ),
        (
            "The vote was on 3/4/2024.",
            "The vote was on March 4, 2024.",
            &[],
        ),
        (
            "The vote was on 3/4/2024.",
            "The vote was on April 3, 2024.",
            &[],
        ),
        (
            "The vote was on 3/4/2024.",
            "The vote was on 4/3/2024.",
            &[],
        ),
        (
            "The vote was on 3/4/2024.",
            "The vote was on March 5, 2024.",
            &[(Date, "3/4/2024", "March 5, 2024")],
        ),
        (
            "The vote was on 22/7/2024.",
            "The vote was on 23/7/2024.",
            &[(Date, "22/7/2024", "23/7/2024")],
        ),
    ]);
}

#[test]
fn times_of_day_are_compared() {
    check(&[
        (
            "Polls close at 5:30 p.m. local time.",
            "Polls close at 17:30 local time.",
            &[],
        ),
        ("Polls close at 5 p.m.", "Polls close at 5:00 PM.", &[]),
        ("Polls close at noon.", "Polls close at 12 p.m.", &[]),
        ("Polls close at 5 o'clock.", "Polls close at 5 p.m.", &[]),
        (
            "Polls close at 5:30 p.m. local time.",
            "Polls close at 6 p.m. local time.",
            &[(Date, "5:30 p.m", "6 p.m")],
        ),
        (
            "The shots fell at 7:45 p.m. in the yard.",
            "The shots fell just before 8 p.m. in the yard.",
            &[],
        ),
    ]);
}

#[test]
fn times_told_from_today_speak_only_against_their_like() {
    check(&[
        ("The vote was on Monday.", "The vote was yesterday.", &[]),
        ("The vote was today.", "The vote was yesterday.", &[]),
        ("The vote was last week.", "The vote was on 22 July.", &[]),
        (
            "The vote was last year.",
            "The vote was this year.",
            &[(Date, "last year", "this year")],
        ),
        (
            "He left two years ago.",
            "He left 3 years ago.",
            &[(Date, "two years ago", "3 years ago")],
        ),
        ("He left two years ago.", "He left 2 years ago.", &[]),
        (
            "He left two days ago.",
            "He left two weeks ago.",
            &[(Date, "two days ago", "two weeks ago")],
        ),
        ("He left two days ago.", "He left three days ago.", &[]),
        ("He left a week ago.", "He left seven days ago.", &[]),
        (
            "The vote was on 03/05/2024.",
            "The vote was on 04/05/2024.",
            &[(Date, "03/05/2024", "04/05/2024")],
        ),
        (
            "Earlier this year, the firm opened a plant.",
            "In January, the firm opened a plant.",
            &[(Date, "Earlier this year", "January")],
        ),
        (
            "The poll was held in the 1990s.",
            "The poll was held in the 1980s.",
            &[(Date, "1990s", "1980s")],
        ),
        (
            "The poll was held in the 1990s.",
            "The poll was held in the nineties.",
            &[],
        ),
        (
            "The poll was held in the 1990s.",
            "The poll was held in 1994.",
            &[],
        ),
        (
            "He was shot on Saturday, police said.",
            "He was shot, police said Sunday.",
            &[],
        ),
    ]);
}
