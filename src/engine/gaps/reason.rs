//! Why a shift is short: every member counted once, under the first rule that keeps the member away.

use super::bottleneck::{Bottleneck, Prover};
use super::crowd::Crowd;
use super::field::Field;
use super::fill::Filler;
use super::muster::{AFTER, BEFORE, Muster};
use crate::engine::candidates::missing_posts;
use crate::engine::coverage::{Status, Tally};
use crate::model::{Duty, Instant, MemberIx, Roster, ShiftIx};
use crate::rules::{Case, Ground, Refusal, RuleCode, refusal};
use std::sync::Arc;

/// Where [`BEFORE`] has the pools.
const POOL: usize = 2;

/// The count of members for one shift. `eligible` and the sum of `lost` make `members`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reason {
    /// Members whom no rule keeps away: those who stand there already, and those who could.
    pub eligible: u32,
    /// All members who are counted.
    pub members: u32,
    /// Of those kept away: whom nothing keeps away but what they stand on elsewhere. They could come if they left that.
    pub elsewhere: u32,
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

/// Works out reasons. Keeps what several gaps have in common: whoever asks about many gaps asks one explainer.
#[derive(Debug)]
pub struct Explainer<'a> {
    ground: &'a Ground,
    roster: &'a Roster,
    muster: Muster<'a>,
    from: Option<Instant>,
    filler: Option<Filler<'a>>,
    prover: Option<Prover>,
}

impl<'a> Explainer<'a> {
    /// An explainer of `roster`.
    pub fn new(ground: &'a Ground, roster: &'a Roster) -> Self {
        Self::within(Arc::new(Field::new(ground)), ground, roster)
    }

    /// The same, where the field is known already: most of the work is done then.
    pub fn within(field: Arc<Field>, ground: &'a Ground, roster: &'a Roster) -> Self {
        Self { ground, roster, muster: Muster::new(ground, roster, field), from: None, filler: None, prover: None }
    }

    /// The same, for somebody to whom the present matters: what began before `from` is as it is.
    #[must_use]
    pub fn since(mut self, from: Instant) -> Self {
        self.from = Some(from);
        self
    }

    /// Whom the rules take away from `shift`, with the roster as it is.
    ///
    /// The question follows what the shift lacks: heads (or nothing) – who could stand there as a picket; captains – who
    /// could hold a captain post; skills – who could hold one of the missing skill posts. A member who stands on the shift
    /// is judged with that place left out, and so normally counts as eligible; a shift that has its maximum of heads
    /// counts everyone else under `maximum`. `closed` never occurs: the shift exists.
    pub fn reason(&self, shift: ShiftIx) -> Reason {
        self.count(shift, None)
    }

    /// The same, counting only those who have the skill that is missing; None where no skill is.
    pub fn reason_of_skilled(&self, shift: ShiftIx) -> Option<Reason> {
        let posts = posts_in_question(self.ground, self.roster, shift);
        (!posts.is_empty()).then(|| self.count(shift, Some(&self.muster.able(&posts))))
    }

    fn count(&self, shift: ShiftIx, among: Option<&Crowd>) -> Reason {
        let the_shift = self.ground.shift(shift);
        let posts = posts_in_question(self.ground, self.roster, shift);
        let counted = |member: MemberIx| among.is_none_or(|among| among.has(member));
        let here: Vec<MemberIx> =
            self.roster.on(shift).iter().map(|each| each.member).filter(|member| counted(*member)).collect();
        let slot = self.muster.slot(shift);
        let everyone = self.ground.strike.members.len() as u32;
        let mut reason = Reason { members: among.map_or(everyone, Crowd::count), ..Reason::default() };
        let narrowed = |crowd: &Crowd| {
            let mut crowd = crowd.clone();
            among.inspect(|among| crowd.keep(among));
            for member in &here {
                crowd.remove(*member);
            }
            crowd
        };
        for (code, away) in BEFORE.into_iter().zip(&slot.before) {
            reason.lost[code as usize] = narrowed(away).count();
        }
        let mut left = narrowed(&slot.passed);
        let passed = left.count();
        left.keep(self.muster.reach(the_shift.site));
        reason.lost[RuleCode::Reach as usize] = passed - left.count();
        for (code, away) in std::iter::once((RuleCode::Restriction, self.muster.kept_away(shift)))
            .chain(AFTER.into_iter().zip(&slot.after))
        {
            reason.lost[code as usize] = left.shared(away);
            left.drop(away);
        }
        let able = if posts.is_empty() { None } else { Some(self.muster.able(&posts)) };
        let count = left.count();
        if self.roster.on(shift).len() as u32 >= the_shift.maximum {
            reason.lost[RuleCode::Maximum as usize] = count;
        } else if let Some(able) = &able {
            reason.eligible = left.shared(able);
            reason.lost[RuleCode::Skill as usize] = count - reason.eligible;
        } else {
            reason.eligible = count;
        }
        let mut elsewhere = narrowed(&self.muster.free(shift));
        able.inspect(|able| elsewhere.keep(able));
        elsewhere.drop(&left);
        elsewhere.drop(&slot.before[POOL]);
        reason.elsewhere = elsewhere.count();
        for member in here {
            match self.standing(shift, member, &posts) {
                None => reason.eligible += 1,
                Some(code) => reason.lost[code as usize] += 1,
            }
        }
        reason
    }

    /// The reasons of many shifts, in their order.
    pub fn reasons(&self, shifts: &[ShiftIx]) -> Vec<Reason> {
        shifts.iter().map(|shift| self.reason(*shift)).collect()
    }

    /// The first rule against one who stands on the shift, that place left out: the rules are asked themselves.
    fn standing(&self, shift: ShiftIx, member: MemberIx, posts: &[Duty]) -> Option<RuleCode> {
        let (ground, roster) = (self.ground, self.roster);
        let posts = if posts.is_empty() { &[Duty::Picket] } else { posts };
        let codes = posts.iter().map(|duty| {
            let case = Case { ground, roster, member, shift, duty: *duty };
            refusal(&case).as_ref().map(Refusal::code)
        });
        // Free in one of the posts is free; else the posts differ in skill only, which comes last.
        codes.min().flatten()
    }

    /// How many more heads some re-arrangement of unpinned assignments could put on `shift` without opening another gap or
    /// deepening one. So many can always be put there; the search behind it tells when it is surely the most.
    ///
    /// It says how many could stand there, up to the shift's maximum, not only how many are missing.
    pub fn fillable(&mut self, shift: ShiftIx) -> u32 {
        self.fillables(&[shift]).first().copied().unwrap_or(0)
    }

    /// The same for many shifts, in their order. The work one may ask of the search is shared between them evenly: of
    /// thousands of gaps, the number of one may be lower than when that one alone is asked about.
    pub fn fillables(&mut self, shifts: &[ShiftIx]) -> Vec<u32> {
        let (ground, roster, from) = (self.ground, self.roster, self.from);
        let filler = self.filler.get_or_insert_with(|| Filler::new(ground, roster, from));
        shifts.iter().map(|shift| filler.fillable(&self.muster, *shift, shifts.len())).collect()
    }

    /// A proof that no roster can fill `shift` and some others together; None when none was found, or the shift is no gap.
    pub fn bottleneck(&mut self, shift: ShiftIx) -> Option<Bottleneck> {
        self.bottlenecks(&[shift]).pop().flatten()
    }

    /// The same for many shifts, in their order. The work one may ask of the search is shared between them evenly.
    pub fn bottlenecks(&mut self, shifts: &[ShiftIx]) -> Vec<Option<Bottleneck>> {
        let prover = self.prover.get_or_insert_with(|| Prover::new(&self.muster));
        shifts.iter().map(|shift| prover.prove(&self.muster, *shift, shifts.len())).collect()
    }
}

/// The posts that would have to be filled; none: a picket's place.
fn posts_in_question(ground: &Ground, roster: &Roster, shift: ShiftIx) -> Vec<Duty> {
    let tally = Tally::of(ground, roster, shift);
    match tally.status(ground.shift(shift)) {
        Status::Captain => vec![Duty::Captain],
        Status::Skill => missing_posts(ground, roster, shift),
        Status::Open | Status::Short | Status::Thin | Status::Full => Vec::new(),
    }
}
