//! Which shifts there are, by slot and site.

use super::bits::Bits;
use super::task::{Post, Task};

/// In which slots there are shifts at each site.
pub(super) struct Offers(Bits);

impl Offers {
    /// Of these shifts.
    pub(super) fn new(task: &Task, shifts: impl IntoIterator<Item = u32>) -> Self {
        let mut slots = Bits::new(task.ground.strike.sites.len(), task.slots.len());
        for s in shifts {
            let post = &task.posts[s as usize];
            slots.set(post.site, post.slot);
        }
        Self(slots)
    }

    /// In which slots the members of a class can stand anywhere.
    pub(super) fn to(&self, task: &Task, class: u32) -> Vec<bool> {
        let mut slots = vec![false; task.slots.len()];
        for &site in &task.classes[class as usize].sites {
            for slot in self.0.row(site) {
                slots[slot as usize] = true;
            }
        }
        slots
    }
}

/// Shifts by slot and site, in rows.
#[derive(Debug)]
pub(super) struct ShiftsAt {
    first: Vec<u32>,
    shifts: Vec<u32>,
    sites: usize,
}

impl ShiftsAt {
    /// Of these posts, a shift each.
    pub(super) fn new(posts: &[Post], slots: usize, sites: usize) -> Self {
        let row = |post: &Post| post.slot as usize * sites + post.site as usize;
        let mut first = vec![0; slots * sites + 1];
        for post in posts {
            first[row(post) + 1] += 1;
        }
        for i in 1..first.len() {
            first[i] += first[i - 1];
        }
        let mut next = first.clone();
        let mut shifts = vec![0; posts.len()];
        for (s, post) in posts.iter().enumerate() {
            let at = &mut next[row(post)];
            shifts[*at as usize] = s as u32;
            *at += 1;
        }
        Self { first, shifts, sites }
    }

    /// The shifts in a slot at a site, in order.
    pub(super) fn get(&self, slot: u32, site: u32) -> &[u32] {
        let row = slot as usize * self.sites + site as usize;
        &self.shifts[self.first[row] as usize..self.first[row + 1] as usize]
    }
}
