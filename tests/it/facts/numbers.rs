//! Numbers: the same one in other words is no difference, and another one is told with what it counts.

use super::check;
use retold::diff::facts::FactKind::{Number, Opposite};

#[test]
fn numbers_are_compared_by_value() {
    check(&[
        (
            "At least 12 people died in the fire.",
            "At least 17 people died in the fire.",
            &[(Number, "12 people", "17 people")],
        ),
        (
            "It has 1.2m users.",
            "It has 1.5m users.",
            &[(Number, "1.2m users", "1.5m users")],
        ),
        ("It has 1.2m users.", "It has 1.2 million users.", &[]),
        ("It has 1.2m users.", "It has 1,234,000 users.", &[]),
        ("It sold 3.4 bn shares.", "It sold 3.4 billion shares.", &[]),
        (
            "It sold 40k tickets.",
            "It sold forty thousand tickets.",
            &[],
        ),
        ("Twelve people died.", "The fire killed 12 people.", &[]),
        ("A dozen people died.", "Twelve people died.", &[]),
        ("Two dozen people died.", "24 people died.", &[]),
        (
            "Two dozen people died.",
            "25 people died.",
            &[(Number, "Two dozen people", "25 people")],
        ),
        (
            "Some 1,200 homes lost power.",
            "Some 1200 homes lost power.",
            &[],
        ),
        ("Twenty-one homes burned.", "21 homes burned.", &[]),
        (
            "One hundred and twenty homes burned.",
            "120 homes burned.",
            &[],
        ),
        ("Two hundred fifty homes burned.", "250 homes burned.", &[]),
        (
            "Some 21,000 homes burned.",
            "Some 21 000 homes burned.",
            &[],
        ),
        (
            "Two hundred and five homes burned.",
            "205 homes burned.",
            &[],
        ),
        (
            "The fire left 12 dead and 34 hurt.",
            "The fire left 17 dead and 41 hurt.",
            &[
                (Number, "12 dead", "17 dead"),
                (Number, "34 hurt", "41 hurt"),
            ],
        ),
        (
            "The storm closed roads.",
            "The storm closed 40 roads.",
            &[(Number, "", "40 roads")],
        ),
        ("One of the men died.", "A man died.", &[]),
        (
            "The three men died on Monday.",
            "The men died on Monday.",
            &[],
        ),
        (
            "It came 4th in the race.",
            "It came fourth in the race.",
            &[],
        ),
        (
            "It came 4th in the race.",
            "It came 5th in the race.",
            &[(Number, "4th", "5th")],
        ),
        (
            "It was the second fire this year.",
            "It was the third fire this year.",
            &[(Number, "second fire", "third fire")],
        ),
    ]);
}

#[test]
fn signs_and_units_tell_numbers_apart() {
    check(&[
        (
            "The firm booked a result of -$5 million.",
            "The firm booked a result of $5 million.",
            &[(Number, "-$5 million", "$5 million")],
        ),
        (
            "The result was −2%.",
            "The result was 2%.",
            &[(Number, "−2%", "2%")],
        ),
        (
            "It was −5 degrees in Oslo.",
            "It was minus five degrees in Oslo.",
            &[],
        ),
        (
            "It was -5 C in Oslo.",
            "It was 5 C in Oslo.",
            &[(Number, "-5 C", "5 C")],
        ),
        (
            "It was 30 degrees Celsius.",
            "It was 86 degrees Fahrenheit.",
            &[],
        ),
        (
            "It was 30°C in Rome.",
            "It was 30 degrees Celsius in Rome.",
            &[],
        ),
        (
            "It was 30°C in Rome.",
            "It was 36°C in Rome.",
            &[(Number, "30°C", "36°C")],
        ),
    ]);
}

#[test]
fn currencies_and_shares_tell_numbers_apart() {
    check(&[
        ("It cost $6 billion.", "It cost six billion dollars.", &[]),
        ("It cost US$6 billion.", "It cost $6 billion.", &[]),
        (
            "It cost US$6 billion.",
            "It cost C$6 billion.",
            &[(Number, "US$6 billion", "C$6 billion")],
        ),
        (
            "It cost six billion Canadian dollars.",
            "It cost C$6 billion.",
            &[],
        ),
        (
            "It cost £6 billion.",
            "It cost €6 billion.",
            &[(Number, "£6 billion", "€6 billion")],
        ),
        ("It cost £6.", "It cost six pounds.", &[]),
        (
            "It raised 5 million in March.",
            "It raised $5 million in March.",
            &[(Number, "5 million", "$5 million")],
        ),
        (
            "Turnout was 40 on Monday.",
            "Turnout was 40% on Monday.",
            &[(Number, "40", "40%")],
        ),
        ("Prices rose 2.5 percent.", "Prices rose by 2.5%.", &[]),
        ("Prices rose 2.5 per cent.", "Prices rose by 2.5 pct.", &[]),
        (
            "Prices rose 2.5 percent.",
            "Prices rose by 3.5%.",
            &[(Number, "2.5 percent", "3.5%")],
        ),
        (
            "The rate rose by 2 percentage points.",
            "The rate rose by 2 percent.",
            &[(Number, "2 percentage points", "2 percent")],
        ),
        (
            "The plume is five miles long.",
            "The plume is eight kilometres long.",
            &[],
        ),
        ("The plume is 5 miles long.", "The plume is 8 km long.", &[]),
        (
            "The plume is 5 miles long.",
            "The plume is 5 km long.",
            &[(Number, "5 miles", "5 km")],
        ),
        (
            "They waited for 48 hours.",
            "They waited for two days.",
            &[],
        ),
        (
            "They waited for 48 hours.",
            "They waited for three days.",
            &[(Number, "48 hours", "three days")],
        ),
        (
            "The shop is two blocks from the school.",
            "The shop is three miles from the school.",
            &[],
        ),
    ]);
}

#[test]
fn shares_are_one_in_words_and_in_per_cent() {
    check(&[
        (
            "Half of the crew left.",
            "50 percent of the crew left.",
            &[],
        ),
        ("A third of the crew left.", "33% of the crew left.", &[]),
        (
            "A quarter of the crew left.",
            "One in four of the crew left.",
            &[],
        ),
        (
            "Two-thirds of the crew left.",
            "Three-quarters of the crew left.",
            &[(Number, "Two-thirds", "Three-quarters")],
        ),
        (
            "Half of the crew left.",
            "A third of the crew left.",
            &[(Number, "Half", "A third")],
        ),
        (
            "The second half of the game was dull.",
            "The game was dull.",
            &[],
        ),
    ]);
}

#[test]
fn ranges_and_scores_are_one_number() {
    check(&[
        ("It took 10-15 days.", "It took 10 to 15 days.", &[]),
        (
            "It took between 10 and 15 days.",
            "It took 10 to 15 days.",
            &[],
        ),
        (
            "It took 10-15 days.",
            "It took 20-25 days.",
            &[(Number, "10-15 days", "20-25 days")],
        ),
        ("It took 10 to 15 days.", "It took 12 days.", &[]),
        (
            "It took 10 to 15 days.",
            "It took 18 days.",
            &[(Number, "10 to 15 days", "18 days")],
        ),
        (
            "It cost $5-10 million.",
            "It cost between $5 million and $10 million.",
            &[],
        ),
        (
            "Leeds beat Derby 3-1 on Sunday.",
            "Leeds beat Derby 3-2 on Sunday.",
            &[(Number, "3-1", "3-2")],
        ),
        (
            "Leeds beat Derby 3-1 on Sunday.",
            "Leeds beat Derby 3–1 on Sunday.",
            &[],
        ),
        (
            "The Senate passed the bill 51-49.",
            "The Senate passed the bill 49-51.",
            &[(Number, "51-49", "49-51")],
        ),
        (
            "The rate rose from 2 to 3 percent.",
            "The rate rose from 3 to 2 percent.",
            &[(Number, "2 to 3 percent", "3 to 2 percent")],
        ),
        (
            "The rate rose from 2 to 3 percent.",
            "The rate fell from 3 to 2 percent.",
            &[
                (Opposite, "rose", "fell"),
                (Number, "2 to 3 percent", "3 to 2 percent"),
            ],
        ),
        (
            "The rate rose from 2 to 3 percent.",
            "The rate rose to 3 percent.",
            &[],
        ),
        (
            "The fire left 12 dead and 34 hurt.",
            "The fire left 34 dead and 12 hurt.",
            &[
                (Number, "12 dead", "34 dead"),
                (Number, "34 hurt", "12 hurt"),
            ],
        ),
    ]);
}

#[test]
fn vague_numbers_speak_against_none_within_them() {
    check(&[
        ("Dozens of people died.", "Some 40 people died.", &[]),
        ("Hundreds of people fled.", "About 500 people fled.", &[]),
        (
            "Tens of thousands of people fled.",
            "Some 40,000 people fled.",
            &[],
        ),
        (
            "Dozens of people died.",
            "Hundreds of people died.",
            &[(Number, "Dozens of people", "Hundreds of people")],
        ),
        (
            "More than 2,000 people came.",
            "Some 2,100 people came.",
            &[],
        ),
        (
            "It grew by more than 500 percent.",
            "It grew by 511 percent.",
            &[],
        ),
        (
            "More than 2,000 people came.",
            "More than 5,000 people came.",
            &[(Number, "2,000 people", "5,000 people")],
        ),
    ]);
}

#[test]
fn ages_are_compared_with_ages() {
    check(&[
        ("He is a 25-year-old man.", "The man is 25 years old.", &[]),
        (
            "Smith, 25, left the town.",
            "Smith, aged 25, left the town.",
            &[],
        ),
        (
            "Smith, 25, left the town.",
            "Smith, 26, left the town.",
            &[(Number, "25", "26")],
        ),
        (
            "A 25-year-old man left the town.",
            "A 26-year-old man left the town.",
            &[(Number, "25-year-old", "26-year-old")],
        ),
        (
            "An 18-month-old boy fell.",
            "A one-and-a-half-year-old boy fell.",
            &[],
        ),
        ("The 9 mm gun was found.", "The 23-year-old was found.", &[]),
    ]);
}

#[test]
fn numbers_of_names_places_and_calls_are_none() {
    check(&[
        ("OpenAI has GPT-4.", "OpenAI has its GPT-4 model.", &[]),
        (
            "He drove on Highway 10 to town.",
            "He drove on Highway 20 to town.",
            &[],
        ),
        (
            "They fell at 849 Chapel Street.",
            "They fell at Chapel Street.",
            &[],
        ),
        (
            "Call 203-946-6304 for help.",
            "Call 203-946-6305 for help.",
            &[],
        ),
        (
            "Wir sahen 1.200 Menschen und ein Auto.",
            "Wir sahen 1200 Menschen und ein Auto.",
            &[],
        ),
    ]);
}
