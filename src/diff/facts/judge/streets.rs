//! How two forms of one street stand to each other.

use super::Relation;
use crate::diff::facts::read::Street;

/// The relation of two streets of one name; nothing if they say the same.
pub(in crate::diff::facts) fn streets(left: &Street, right: &Street) -> Option<Relation> {
    let is_other = |left: Option<u32>, right: Option<u32>| {
        left.zip(right).is_some_and(|(left, right)| left != right)
    };
    if is_other(left.kind, right.kind) || is_other(left.direction, right.direction) {
        return Some(Relation::Contradicts);
    }
    if let (Some(ours), Some(theirs)) = (left.number, right.number)
        && ours != theirs
    {
        // 1417 Orchard Avenue is in its 1400 block.
        let is_inside = ours / 100 == theirs / 100 && (left.is_block || right.is_block);
        return Some(if is_inside {
            Relation::Precise
        } else {
            Relation::Contradicts
        });
    }
    let is_one_sided = |left: Option<u32>, right: Option<u32>| left.is_some() != right.is_some();
    let is_nearer = is_one_sided(left.number, right.number)
        || is_one_sided(left.direction, right.direction)
        || left.is_corner != right.is_corner;
    is_nearer.then_some(Relation::Precise)
}
