//! Uniting links into groups: the same groups from any order of links and any number of parts.

/// Numbered members united into groups, each led by its smallest member.
///
/// ```
/// let mut groups = retold::lsh::Groups::new(4);
/// groups.unite(3, 1);
/// assert_eq!((groups.leader(3), groups.leader(2)), (1, 2));
/// assert_eq!(groups.into_groups(), [vec![0], vec![1, 3], vec![2]]);
/// ```
#[derive(Debug, Clone)]
pub struct Groups {
    /// Each member's way to its leader, which is its own parent. Parents are never larger.
    parents: Vec<u32>,
}

impl Groups {
    /// That many members (at most `u32::MAX`), each a group of its own.
    ///
    /// ```
    /// assert_eq!(retold::lsh::Groups::new(2).into_groups(), [[0], [1]]);
    /// ```
    pub fn new(members: usize) -> Self {
        Self {
            parents: (0..members.min(u32::MAX as usize) as u32).collect(),
        }
    }

    /// Makes one group of the groups of two members. Numbers that are no members are ignored.
    ///
    /// ```
    /// let mut groups = retold::lsh::Groups::new(3);
    /// groups.unite(0, 2);
    /// groups.unite(0, 99);
    /// assert_eq!(groups.into_groups(), [vec![0, 2], vec![1]]);
    /// ```
    pub fn unite(&mut self, a: u32, b: u32) {
        let members = self.parents.len();
        if (a as usize) < members && (b as usize) < members {
            let (a, b) = (self.leader(a), self.leader(b));
            self.parents[a.max(b) as usize] = a.min(b);
        }
    }

    /// The smallest member of a member's group; the number itself if it is no member.
    ///
    /// ```
    /// let mut groups = retold::lsh::Groups::new(3);
    /// groups.unite(2, 1);
    /// assert_eq!(groups.leader(2), 1);
    /// ```
    pub fn leader(&mut self, member: u32) -> u32 {
        let mut at = member;
        while let Some(&parent) = self.parents.get(at as usize) {
            let above = self.parents[parent as usize];
            if parent == above {
                return parent;
            }
            // Halves the way for the next who walks it.
            self.parents[at as usize] = above;
            at = above;
        }
        at
    }

    /// The groups, by their smallest member; each ascending.
    ///
    /// ```
    /// assert!(retold::lsh::Groups::new(0).into_groups().is_empty());
    /// ```
    pub fn into_groups(mut self) -> Vec<Vec<u32>> {
        let mut groups: Vec<Vec<u32>> = Vec::new();
        let mut place = vec![0; self.parents.len()];
        for member in 0..self.parents.len() as u32 {
            let leader = self.leader(member);
            if leader == member {
                place[member as usize] = groups.len();
                groups.push(vec![member]);
            } else {
                groups[place[leader as usize]].push(member);
            }
        }
        groups
    }
}

/// Unites links between any ids into groups: a row `(id, smallest id of its group)` for each id
/// that is not the smallest itself, ascending.
///
/// What it returns are links again. So each part of a large job can unite its own links, and uniting
/// all results, in any order, gives what all links at once would have given.
///
/// ```
/// use retold::lsh::connect;
/// let all = connect([(7, 5), (9, 7), (2, 1)]);
/// assert_eq!(all, [(2, 1), (7, 5), (9, 5)]);
/// let parts = [connect([(9, 7)]), connect([(2, 1), (7, 5)])];
/// assert_eq!(connect(parts.concat()), all);
/// ```
pub fn connect(links: impl IntoIterator<Item = (u64, u64)>) -> Vec<(u64, u64)> {
    let links: Vec<(u64, u64)> = links.into_iter().collect();
    let mut ids: Vec<u64> = links.iter().flat_map(|&(a, b)| [a, b]).collect();
    ids.sort_unstable();
    ids.dedup();
    let mut groups = Groups::new(ids.len());
    for (a, b) in links {
        if let (Ok(a), Ok(b)) = (ids.binary_search(&a), ids.binary_search(&b)) {
            groups.unite(a as u32, b as u32);
        }
    }
    let rows = (0..)
        .zip(&ids)
        .map(|(at, &id)| (id, ids[groups.leader(at) as usize]));
    rows.filter(|(id, leader)| id != leader).collect()
}
