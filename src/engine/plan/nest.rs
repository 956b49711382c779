//! Which classes share ways: whoever reaches all that another class reaches can go where that one goes.
//!
//! At 55,000 members each class reaches some ten sites, and each site is in reach of a hundred classes; a way from each to each
//! would be three quarters of the network. Most of a class's sites are those of smaller classes, though, so that a few ways to
//! those and some to single sites are enough. It says nothing of times, posts or who is free.

use super::task::Class;

/// Through how many others one class may be reached at most: what is saved by more is little, and ways become long.
const DEEP: u8 = 2;
/// How many smaller classes are tried for one class.
const TRIES: usize = 500;

/// What a class reaches, in fewer words.
#[derive(Clone, Debug, Default)]
pub(super) struct Parts {
    /// Classes of whose sites every one is in reach of this class too.
    pub(super) classes: Vec<u32>,
    /// Sites that none of those has.
    pub(super) sites: Vec<u32>,
}

/// The parts of every class.
#[derive(Debug)]
pub(super) struct Nest(Vec<Parts>);

impl Nest {
    /// Of these classes, whose sites are among so many.
    pub(super) fn new(classes: &[Class], sites: usize) -> Self {
        let mut order: Vec<u32> = (0..classes.len() as u32).collect();
        order.sort_by_key(|&c| (classes[c as usize].sites.len(), c));
        let mut parts = vec![Parts::default(); classes.len()];
        let mut deep = vec![0_u8; classes.len()];
        // Smaller classes by their first site.
        let mut by_first: Vec<Vec<u32>> = vec![Vec::new(); sites];
        for c in order {
            let own = &classes[c as usize].sites;
            let Some(&first) = own.first() else { continue };
            let tried = own.iter().flat_map(|&site| by_first[site as usize].iter().rev()).take(TRIES);
            let inside: Vec<u32> = tried.copied().filter(|&other| is_in(&classes[other as usize].sites, own)).collect();
            let found = cover(classes, own, inside);
            deep[c as usize] = found.classes.iter().map(|&other| deep[other as usize] + 1).max().unwrap_or(0);
            if deep[c as usize] < DEEP && own.len() > 1 {
                by_first[first as usize].push(c);
            }
            parts[c as usize] = found;
        }
        Self(parts)
    }

    /// What a class reaches.
    pub(super) fn of(&self, class: u32) -> &Parts {
        &self.0[class as usize]
    }
}

/// Covers sites by classes `inside` of them, whichever brings most that is new first, as long as it brings more than one.
fn cover(classes: &[Class], own: &[u32], mut inside: Vec<u32>) -> Parts {
    let mut found = Parts { classes: Vec::new(), sites: own.to_vec() };
    loop {
        let brings = |other: u32| {
            let theirs = &classes[other as usize].sites;
            theirs.iter().filter(|&site| found.sites.binary_search(site).is_ok()).count()
        };
        // What brings nothing new now never will again.
        let mut counted: Vec<(usize, u32)> = inside.iter().map(|&other| (brings(other), other)).collect();
        counted.retain(|&(new, _)| new > 1);
        let Some(&(_, best)) = counted.iter().max_by_key(|&&(new, other)| (new, std::cmp::Reverse(other))) else {
            return found;
        };
        let theirs = &classes[best as usize].sites;
        found.sites.retain(|site| theirs.binary_search(site).is_err());
        found.classes.push(best);
        inside = counted.into_iter().map(|(_, other)| other).filter(|&other| other != best).collect();
    }
}

/// Whether all of `few` are among `many`, both in order.
fn is_in(few: &[u32], many: &[u32]) -> bool {
    let mut many = many.iter();
    few.len() <= many.len() && few.iter().all(|one| many.any(|other| other == one))
}
