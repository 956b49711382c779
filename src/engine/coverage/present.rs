//! The coverage of people present: whatever post they were rostered in, a shift has the posts that those who came can hold,
//! each of them one.

use super::tally::{Heads, Status};
use crate::model::{Duty, MemberIx, Shift};
use crate::rules::Ground;
use crate::rules::skill::has;

/// Those who are on a line, and the posts that they can hold together: captains first, then skills in order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Present {
    /// All of them.
    pub heads: u32,
    /// Captain posts, of those that the shift asks for.
    pub captains: u32,
    /// Skill posts, parallel to [`Shift::needs`].
    pub skills: Vec<u32>,
}

impl Present {
    /// Counts `heads` on a shift, those of them who are on the list of members being `here`.
    pub fn count(ground: &Ground, shift: &Shift, heads: u32, here: &[MemberIx]) -> Self {
        let needs = shift.needs.iter().map(|(skill, count)| (Duty::Skill(*skill), *count));
        let posts: Vec<(Duty, u32)> = std::iter::once((Duty::Captain, shift.captains)).chain(needs).collect();
        let mut seating = Seating {
            able: posts
                .iter()
                .map(|(duty, _)| here.iter().map(|member| has(ground, *member, *duty)).collect())
                .collect(),
            holds: vec![None; here.len()],
        };
        // Who was seated once keeps a post, if maybe another: so what stands first is filled as far as it can be.
        let mut filled = posts.iter().enumerate().map(|(kind, (_, count))| {
            (0..*count).take_while(|_| seating.seat(kind, &mut vec![false; here.len()])).count() as u32
        });
        Self { heads, captains: filled.next().unwrap_or_default(), skills: filled.collect() }
    }

    /// The coverage word.
    pub fn status(&self, shift: &Shift) -> Status {
        Heads { heads: self.heads, captains: self.captains, skills: &self.skills }.status(shift)
    }
}

/// Who holds a post of which kind.
struct Seating {
    /// By kind of post, then by person.
    able: Vec<Vec<bool>>,
    holds: Vec<Option<usize>>,
}

impl Seating {
    /// Fills one more post of `kind`, others changing theirs where that makes room; `asked` are those who can't.
    fn seat(&mut self, kind: usize, asked: &mut [bool]) -> bool {
        for person in 0..self.holds.len() {
            if !self.able[kind][person] || asked[person] || self.holds[person] == Some(kind) {
                continue;
            }
            asked[person] = true;
            if self.holds[person].is_none_or(|other| self.seat(other, asked)) {
                self.holds[person] = Some(kind);
                return true;
            }
        }
        false
    }
}
