//! Faults in JSON that programs make often and that leave no doubt: `NaN` where there is no value,
//! and control characters inside strings.

/// The same JSON with the known faults put right; nothing where it has none of them.
pub(crate) fn syntax(json: &str) -> Option<String> {
    let mut mended = String::with_capacity(json.len());
    let (mut inside, mut escaped, mut changed) = (false, false, false);
    let mut at = 0;
    while let Some(c) = json[at..].chars().next() {
        if inside {
            let is_control = c < ' ';
            mended.push(if is_control { ' ' } else { c });
            changed |= is_control;
            inside = escaped || c != '"';
            escaped = !escaped && c == '\\';
        } else if let Some(word) = ["-Infinity", "Infinity", "NaN"]
            .iter()
            .find(|word| json[at..].starts_with(**word))
        {
            mended.push_str("null");
            changed = true;
            at += word.len();
            continue;
        } else {
            mended.push(c);
            inside = c == '"';
        }
        at += c.len_utf8();
    }
    changed.then_some(mended)
}
