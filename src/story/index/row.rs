//! An article's words as a row of numbers: 16 bits each, and 32 more for those that do not fit.

pub(super) type Row = Box<[u16]>;

/// Instead of a number: it follows, the lower half first.
const LARGE: u16 = u16::MAX;

/// Appends a number to a row.
#[inline]
pub(super) fn put(row: &mut Vec<u16>, number: u32) {
    match u16::try_from(number) {
        Ok(number) if number != LARGE => row.push(number),
        _ => row.extend([LARGE, number as u16, (number >> 16) as u16]),
    }
}

/// The numbers of a row.
pub(super) fn numbers(row: &[u16]) -> impl Iterator<Item = u32> + '_ {
    let mut rest = row.iter();
    std::iter::from_fn(move || {
        let &number = rest.next()?;
        if number != LARGE {
            return Some(u32::from(number));
        }
        let (&low, &high) = rest.next().zip(rest.next())?;
        Some(u32::from(low) | u32::from(high) << 16)
    })
}
