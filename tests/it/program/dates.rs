//! Dates in all the forms feeds have them; what stands for none is none.

use retold::Date;
use serde_json::{Value, json};

use super::{BREWER, retold};

/// The days that some values of a date come to, and what is said about them.
fn days(values: &[Value]) -> (Vec<Option<String>>, String) {
    let rows = values.iter().enumerate().map(|(n, date)| {
        json!({"id": n, "text": "", "title": format!("{n}"), "date": date}).to_string() + "\n"
    });
    let run = retold(&["cluster", "-", "--stories"], rows.collect::<String>());
    assert_eq!(run.code, 0, "{run:?}");
    let day = |row: Value| row["first"].as_str().map(str::to_owned);
    (run.rows().into_iter().map(day).collect(), run.said)
}

#[test]
fn usual_forms_are_read() {
    let moments = [
        json!("2026-03-04"),
        json!("2026-03-04T13:05:00Z"),
        json!("2026-03-04T13:05:00.123+0100"),
        json!("2026-03-04 13:05"),
        json!("Wed, 04 Mar 2026 13:05:00 GMT"),
        json!("Wed, 4 Mar 26 13:05 EST"),
        json!("4 March 2026 13:05:00 +0530"),
        json!("Wed Mar  4 13:05:00 2026"),
        json!("March 4, 2026, 1:05 p.m.")
            .as_str()
            .map(|text| json!(text.replace("p.m.", "pm")))
            .unwrap(),
        json!("Sept. 4th 2026")
            .as_str()
            .map(|text| json!(text.replace("Sept.", "Mar.")))
            .unwrap(),
        json!("04-Mar-2026"),
        json!("20260304"),
        json!(20_260_304),
        json!("20260304130500"),
        json!("20260304T130500Z"),
        json!("2026/03/04 13:05:00"),
        json!("2026.3.4"),
        json!(1_772_629_500),
        json!("1772629500"),
        json!(1_772_629_500_123_u64),
        json!(1_772_629_500.5),
        json!({"$date": "2026-03-04T13:05:00Z"}),
        json!({"$date": {"$numberLong": "1772629500000"}}),
    ];
    let (found, said) = days(&moments);
    for (moment, day) in moments.iter().zip(found) {
        assert_eq!(day.as_deref(), Some("2026-03-04"), "{moment}: {said}");
    }
}

/// A zone that is named counts, to the minute.
#[test]
fn zones_are_taken_into_account() {
    let late = [
        json!("Wed, 04 Mar 2026 23:30:00 EST"),
        json!("Wed, 04 Mar 2026 23:30:00 -0030"),
        json!("2026-03-04T23:30:00-01:00"),
        json!("20260304T233000-0100"),
    ];
    let (found, _) = days(&late);
    assert_eq!(found, vec![Some("2026-03-05".to_owned()); late.len()]);
}

#[test]
fn what_stands_for_no_date_is_unknown_and_counted() {
    let none = [
        json!("1970-01-01"),
        json!(0),
        json!("0"),
        json!("1970-01-01T00:00:00Z"),
        json!("Thu, 01 Jan 1970 00:00:00 GMT"),
        json!("0001-01-01T00:00:00"),
        json!(-62_135_596_800_i64),
        json!("9999-12-31"),
    ];
    let (found, said) = days(&none);
    assert!(found.iter().all(Option::is_none), "{found:?}");
    assert!(
        said.contains("`1970-01-01` stands for no date") && said.contains("8 dates unknown"),
        "{said}"
    );
    let unread = [
        json!("yesterday"),
        json!("04/03/2026"),
        json!("2026-02-30"),
        json!(2026),
        json!("Wed, 04 Foo 2026"),
        json!(true),
    ];
    let (found, said) = days(&unread);
    assert!(found.iter().all(Option::is_none), "{found:?}");
    assert!(said.contains("6 dates unknown"), "{said}");
    // Nothing is no fault, and an old paper is old.
    let (found, said) = days(&[
        json!(null),
        json!(""),
        json!("1912-04-16"),
        json!(-1_820_016_000),
    ]);
    assert_eq!(
        found,
        [
            None,
            None,
            Some("1912-04-16".to_owned()),
            Some("1912-04-30".to_owned())
        ]
    );
    assert!(!said.contains("unknown"), "{said}");
}

/// Of several dates the one of publication counts, and one that cannot be read gives way.
#[test]
fn the_date_of_publication_comes_first() {
    let row = json!({"id": 1, "text": BREWER, "updated": "2026-03-09", "published": "0", "pubDate": "Wed, 04 Mar 2026 13:05:00 GMT"});
    let run = retold(&["cluster", "-", "--stories"], row.to_string());
    assert_eq!(run.rows()[0]["first"], "2026-03-04");
    assert!(!run.said.contains("unknown"), "{}", run.said);
    assert_eq!(
        Date::from_unix_seconds(1_772_629_500).to_string(),
        "2026-03-04T13:05:00Z"
    );
}
