//! Two texts: every measure within its range, and the same from both sides.
#![no_main]

libfuzzer_sys::fuzz_target!(|texts: (&str, &str)| {
    let (left, right) = texts;
    let detector = retold::Detector::new();
    let link = detector.link(left, right);
    let back = detector.link(right, left);
    for measure in [link.jaccard(), link.cosine(), link.score(), link.date_factor()] {
        assert!((0.0..=1.0).contains(&measure));
    }
    assert_eq!(link.jaccard().to_bits(), back.jaccard().to_bits());
    assert_eq!(link.containment_left().to_bits(), back.containment_right().to_bits());
    assert_eq!(link.is_same_story(), back.is_same_story());
    let stories = detector.cluster(&[left, right]);
    assert!((1..=2).contains(&stories.len()));
    let comparison = retold::compare(left, right);
    assert!((0.0..=1.0).contains(&comparison.jaccard()));
});
