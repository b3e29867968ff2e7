//! The settings by name, to travel with what was made under them.

use crate::event::Background;
use crate::story::{CopyFinder, Rules};

/// Each setting by the builder's name for it, in one order: who gets records that were made under others
/// can say which.
///
/// ```
/// use retold::Detector;
/// use retold::story::steps::named_settings;
/// let [usual, strict] = [Detector::new(), Detector::builder().story_threshold(0.3).build()?].map(|detector| {
///     let (rules, copies, background) = detector.parts();
///     named_settings(rules, copies, background)
/// });
/// assert_eq!(usual[0], ("story_threshold", "0.172".to_owned()));
/// assert_eq!(strict[0], ("story_threshold", "0.3".to_owned()));
/// assert_eq!(usual[1..], strict[1..]);
/// # Ok::<(), retold::SettingError>(())
/// ```
pub fn named_settings(
    rules: &Rules,
    copies: &CopyFinder,
    background: &Background,
) -> Vec<(&'static str, String)> {
    let window = rules.window_days.map(|days| format!("{days} days"));
    let (days, floor) = (rules.date_days, rules.date_floor);
    let mut named = vec![
        ("story_threshold", rules.story_threshold.to_string()),
        ("date_decay", format!("{days} days down to {floor}")),
        ("window_days", window.unwrap_or_else(|| "none".to_owned())),
        ("candidate_terms", rules.candidate_terms.to_string()),
    ];
    named.extend(copies.named());
    let background = format!("the table {:016x}", background.fingerprint());
    named.push(("background", background));
    named
}
