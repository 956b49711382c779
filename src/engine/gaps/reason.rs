//! Why a shift is short: every member counted once, under the first rule that keeps the member away.

use super::fill::Filler;
use crate::engine::candidates::missing_posts;
use crate::engine::candidates::sieve::{Columns, Sieve};
use crate::engine::coverage::{Status, Tally};
use crate::model::{Duty, Roster, ShiftIx, SiteIx};
use crate::rules::{Ground, RuleCode};

/// The count of members for one shift. `eligible` and the sum of `lost` make `members`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reason {
    /// Members whom no rule keeps away: those who stand there already, and those who could.
    pub eligible: u32,
    /// All members.
    pub members: u32,
    lost: [u32; RuleCode::ALL.len()],
}

impl Reason {
    /// How many are first kept away by `code`.
    pub fn lost(&self, code: RuleCode) -> u32 {
        self.lost[code as usize]
    }

    /// The rules that keep anyone away, in the contract's order, with how many.
    pub fn losses(&self) -> impl Iterator<Item = (RuleCode, u32)> {
        RuleCode::ALL.into_iter().zip(self.lost).filter(|(_, lost)| *lost > 0)
    }
}

/// Works out reasons. Keeps what several gaps have in common: whoever asks about many gaps asks one explainer, and about
/// one site's gaps together.
#[derive(Debug)]
pub struct Explainer<'a> {
    ground: &'a Ground,
    roster: &'a Roster,
    columns: Columns,
    reach: Option<(SiteIx, Vec<bool>)>,
    filler: Option<Filler<'a>>,
}

impl<'a> Explainer<'a> {
    /// An explainer of `roster`.
    pub fn new(ground: &'a Ground, roster: &'a Roster) -> Self {
        Self { ground, roster, columns: Columns::new(ground, roster), reach: None, filler: None }
    }

    /// Whom the rules take away from `shift`, with the roster as it is.
    ///
    /// The question follows what the shift lacks: heads (or nothing) – who could stand there as a picket; captains – who
    /// could hold a captain post; skills – who could hold one of the missing skill posts. A member who stands on the shift
    /// is judged with that place left out, and so normally counts as eligible; a shift that has its maximum of heads
    /// counts everyone else under `maximum`. `closed` never occurs: the shift exists.
    pub fn reason(&mut self, shift: ShiftIx) -> Reason {
        let the_shift = self.ground.shift(shift);
        let posts = self.posts_in_question(shift);
        let columns = &self.columns;
        let (_, reach) = match self.reach.take() {
            Some((site, reach)) if site == the_shift.site => self.reach.insert((site, reach)),
            _ => self.reach.insert((the_shift.site, columns.globe.column(self.ground, the_shift.site))),
        };
        let mut sieve = Sieve::new(self.ground, self.roster, columns, reach, shift);
        let mut reason = Reason { members: self.ground.strike.members.len() as u32, ..Reason::default() };
        for member in self.ground.strike.member_indices() {
            match sieve.first(member, &posts) {
                None => reason.eligible += 1,
                Some(code) => reason.lost[code as usize] += 1,
            }
        }
        reason
    }

    /// The reasons of many shifts, in their order; asked site by site.
    pub fn reasons(&mut self, shifts: &[ShiftIx]) -> Vec<Reason> {
        let mut by_site: Vec<usize> = (0..shifts.len()).collect();
        by_site.sort_by_key(|at| (self.ground.shift(shifts[*at]).site, *at));
        let mut reasons = vec![Reason::default(); shifts.len()];
        for at in by_site {
            reasons[at] = self.reason(shifts[at]);
        }
        reasons
    }

    /// How many more heads some re-arrangement of unpinned assignments could put on `shift` without opening another gap or
    /// deepening one. So many can always be put there; the search behind it tells when it is surely the most.
    ///
    /// It says how many could stand there, up to the shift's maximum, not only how many are missing.
    pub fn fillable(&mut self, shift: ShiftIx) -> u32 {
        let (ground, roster) = (self.ground, self.roster);
        self.filler.get_or_insert_with(|| Filler::new(ground, roster)).fillable(&self.columns, shift)
    }

    /// The posts that would have to be filled; none: a picket's place.
    fn posts_in_question(&self, shift: ShiftIx) -> Vec<Duty> {
        let the_shift = self.ground.shift(shift);
        let tally = Tally::of(self.ground, self.roster, shift);
        match tally.status(the_shift) {
            Status::Captain => vec![Duty::Captain],
            Status::Skill => missing_posts(self.ground, self.roster, shift),
            Status::Open | Status::Short | Status::Thin | Status::Full => Vec::new(),
        }
    }
}
