//! Sets of numbers as ascending lists.

/// What two ascending lists have in common.
pub(crate) fn common<'a>(a: &'a [u32], b: &'a [u32]) -> impl Iterator<Item = u32> + 'a {
    let (mut a, mut b) = (a.iter().copied(), b.iter().copied().peekable());
    std::iter::from_fn(move || {
        loop {
            let next = a.next()?;
            while b.peek().is_some_and(|&other| other < next) {
                b.next();
            }
            if b.next_if_eq(&next).is_some() {
                return Some(next);
            }
        }
    })
}

/// Sorts what stands from `from` on and drops repetitions.
pub(crate) fn sort_tail(list: &mut Vec<u32>, from: usize) {
    list[from..].sort_unstable();
    let mut kept = from;
    for at in from..list.len() {
        if at == from || list[at] != list[kept - 1] {
            list[kept] = list[at];
            kept += 1;
        }
    }
    list.truncate(kept);
}
