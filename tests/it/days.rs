//! The days that articles tell of: they say more than the days of publication.

use retold::{Article, Date, Detector};

fn factor(left: (&str, &str), right: (&str, &str)) -> f64 {
    let [left, right] = [left, right].map(|(text, date)| {
        let date: Date = date.parse().unwrap();
        Article::new(text).with_date(date)
    });
    Detector::new().link(left, right).date_factor()
}

/// What the days of publication alone make of articles so many days apart.
fn by_publication(days: f64) -> f64 {
    1.2 * (0.5 + 0.5 * (-days / 14.0).exp())
}

fn near(left: f64, right: f64) -> bool {
    (left - right).abs() < 1e-9
}

#[test]
fn a_day_in_common_counts_whenever_it_is_told() {
    for (first, later) in [
        (
            ("A footbridge in Lund fell on Monday.", "2026-03-03"),
            (
                "The mayor resigned over the bridge that fell on 2 March.",
                "2026-03-30",
            ),
        ),
        (
            ("Die Mühle in Lindau brannte am Sonntag ab.", "2026-03-02"),
            (
                "Nach dem Brand vom 1. März steht die Ursache fest.",
                "2026-04-10",
            ),
        ),
        (
            ("El tren descarriló el sábado cerca de Soria.", "2026-02-28"),
            (
                "La fiscalía acusa al maquinista del tren del 28 de febrero.",
                "2026-05-02",
            ),
        ),
    ] {
        assert!(near(factor(first, later), 1.2), "{first:?} {later:?}");
    }
}

#[test]
fn other_days_tell_other_events() {
    let monday = "A van hit a tree near Lund on Monday; the driver was hurt.";
    let wednesday = "A lorry hit a bus near Lund on Wednesday; three were hurt.";
    let undated = "A lorry hit a bus near Lund; three were hurt.";
    let published = ["2026-03-02", "2026-03-04"];
    let other = factor((monday, published[0]), (wednesday, published[1]));
    let unsaid = factor((monday, published[0]), (undated, published[1]));
    assert!(near(unsaid, by_publication(2.0)), "{unsaid}");
    assert!(near(other, by_publication(2.0) * 0.78), "{other}");
    // Reports of one day may look back on days of their own.
    let same_time = factor((monday, published[1]), (wednesday, published[1]));
    assert!(near(same_time, 1.2), "{same_time}");
}

#[test]
fn days_count_for_nothing_where_dates_do_not() {
    let detector = Detector::builder().date_decay(14.0, 1.0).build().unwrap();
    let [left, right] = [
        ("A van hit a tree near Lund on Monday.", "2026-03-02"),
        ("A lorry hit a bus near Lund on Wednesday.", "2026-03-04"),
    ]
    .map(|(text, date)| Article::new(text).with_date(date.parse::<Date>().unwrap()));
    assert!(near(detector.link(left, right).date_factor(), 1.2));
    let [left, right] = [left, right].map(|article| article.with_date(None));
    assert!(
        near(detector.link(left, right).date_factor(), 1.0),
        "nobody knows which Monday"
    );
}
