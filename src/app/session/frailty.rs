//! What the shifts to come can bear: which of them one absence breaks, who carries most, where somebody waiting would help.

use super::Session;
use crate::engine::gaps::{Filter, Standby, Strength, carriers, standbys, strengths_while};
use crate::engine::threads;
use crate::model::{MemberIx, ShiftIx};

/// What one absence does to a roster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frailty {
    /// What each shift looked at can bear; those that are gaps already are left out.
    pub strengths: Vec<Strength>,
    /// On whom fragile shifts hang, and how many; most first.
    pub carriers: Vec<(MemberIx, u32)>,
    /// Where somebody waiting would help most; most first.
    pub standbys: Vec<Standby>,
}

impl Frailty {
    /// The shifts that one absence can break.
    pub fn fragile(&self) -> impl Iterator<Item = &Strength> {
        self.strengths.iter().filter(|each| each.is_fragile())
    }
}

impl Session {
    /// Looks at the shifts of `filter` that have not begun. `go_on` hears from whatever thread how many shifts of how many are
    /// done; once it says no, None comes.
    pub fn frailty(&self, filter: Filter, go_on: &(dyn Fn(usize, usize) -> bool + Sync)) -> Option<Frailty> {
        let (ground, now) = (&self.ground, self.now());
        let to_come = |ix: &ShiftIx| filter.lists(ground.shift(*ix)) && ground.shift(*ix).span.start > now;
        let shifts: Vec<ShiftIx> = ground.timetable.indices().filter(to_come).collect();
        let threads = threads::all();
        let strengths =
            strengths_while(ground, &self.roster, &shifts, Some(now), threads, &|done| go_on(done, shifts.len()))?;
        let (carriers, standbys) = (carriers(&self.roster, &strengths), standbys(ground, &strengths));
        Some(Frailty { strengths, carriers, standbys })
    }
}
