//! The rules put to everyone at once, kept for the many gaps that have the same question.
//!
//! What no roster changes is asked of the [`Field`]; what depends on a shift's time and the roster is worked out once for
//! every time at which shifts stand ([`Slot`]). Nothing is worked out before it is asked for. A test holds every answer to the
//! rules' own.

use super::crowd::Crowd;
use super::field::Field;
use crate::model::{Duty, MemberIx, Roster, Shift, ShiftIx, SiteIx};
use crate::rules::{Case, Ground, RuleCode, availability, essential, pool, status};
use rustc_hash::FxHashMap;
use std::cell::OnceCell;
use std::sync::Arc;

/// The rules before `reach` in the contract's order: none of them looks at the site.
pub(super) const BEFORE: [RuleCode; 5] =
    [RuleCode::Overlap, RuleCode::Essential, RuleCode::Pool, RuleCode::Status, RuleCode::Availability];
/// The rules after `restriction` that look at the member's other shifts.
pub(super) const AFTER: [RuleCode; 3] = [RuleCode::Daily, RuleCode::Weekly, RuleCode::Rest];

/// Everyone at one time of shifts, the roster being what it is. A member's place on a shift of that very time counts like
/// any other: those who stand on the shift in question are judged apart.
#[derive(Debug)]
pub(super) struct Slot {
    /// Whom each rule of [`BEFORE`] is the first to take away.
    pub before: [Crowd; BEFORE.len()],
    /// Whom none of them takes away.
    pub passed: Crowd,
    /// Whom each rule of [`AFTER`] is the first of those to take away, of everyone who passed.
    pub after: [Crowd; AFTER.len()],
}

/// What was worked out so far about a roster.
#[derive(Debug)]
pub(super) struct Muster<'a> {
    pub ground: &'a Ground,
    pub roster: &'a Roster,
    field: Arc<Field>,
    slots: Vec<OnceCell<Slot>>,
}

impl<'a> Muster<'a> {
    pub fn new(ground: &'a Ground, roster: &'a Roster, field: Arc<Field>) -> Self {
        let slots = std::iter::repeat_with(OnceCell::new).take(field.times()).collect();
        Self { ground, roster, field, slots }
    }

    /// What no roster changes.
    pub fn field(&self) -> &Field {
        &self.field
    }

    pub fn nobody(&self) -> Crowd {
        self.field.nobody()
    }

    pub fn slot(&self, shift: ShiftIx) -> &Slot {
        let at = self.field.time(shift);
        self.slots[at].get_or_init(|| slot(self.ground, self.roster, self.field.shift_of(at)))
    }

    /// Who reaches `site`.
    pub fn reach(&self, site: SiteIx) -> &Crowd {
        self.field.reach(self.ground, site)
    }

    /// Whose restrictions `shift` does not meet.
    pub fn kept_away(&self, shift: ShiftIx) -> &Crowd {
        self.field.kept_away(self.ground, shift)
    }

    /// Who has the skill of one of `posts`; a picket's place asks for none.
    pub fn able(&self, posts: &[Duty]) -> Crowd {
        let mut able = self.nobody();
        for duty in posts {
            match self.field.skilled(self.ground, *duty) {
                Some(skilled) => able.join(skilled),
                None => return self.field.everyone(),
            }
        }
        able
    }

    /// Whom no rule keeps off `shift` that no roster can change: as [`crate::rules::barred`] has it.
    pub fn free(&self, shift: ShiftIx) -> Crowd {
        self.field.free(self.ground, shift)
    }

    /// Who could come to `shift` as a picket without leaving anything, room there taken for granted. Of a pool that can
    /// spare a few, all are counted of whom one could come.
    pub fn at_hand(&self, shift: ShiftIx) -> Crowd {
        let slot = self.slot(shift);
        let mut at_hand = slot.passed.clone();
        at_hand.keep(self.reach(self.ground.shift(shift).site));
        at_hand.drop(self.kept_away(shift));
        slot.after.iter().for_each(|lost| at_hand.drop(lost));
        self.roster.on(shift).iter().for_each(|each| at_hand.remove(each.member));
        at_hand
    }
}

/// Everyone at the time of `shift`, which stands for all shifts of that time.
fn slot(ground: &Ground, roster: &Roster, shift: ShiftIx) -> Slot {
    let nobody = || Crowd::nobody(ground.strike.members.len());
    let mut slot =
        Slot { before: std::array::from_fn(|_| nobody()), passed: nobody(), after: std::array::from_fn(|_| nobody()) };
    let the_shift = ground.shift(shift);
    let mut comes: Vec<Option<bool>> = vec![None; ground.strike.patterns.len()];
    let mut pools: FxHashMap<u32, bool> = FxHashMap::default();
    for member in ground.strike.member_indices() {
        let around = Around::of(ground, roster.of(member), the_shift);
        let active = status::refuses(ground, member).is_none();
        let can_come = ground.strike.member(member).availability.is_none_or(|pattern| {
            *comes[pattern.ix()].get_or_insert_with(|| availability::refuses(ground, member, shift).is_none())
        });
        let on_duty = essential::refuses(ground, member, shift).is_some();
        // In the order of BEFORE; a pool is asked only when its answer counts.
        let lost = if around.overlaps {
            Some(0)
        } else if on_duty {
            Some(1)
        } else if pool_refuses(ground, roster, member, shift, &mut pools) {
            Some(2)
        } else if !active {
            Some(3)
        } else if can_come {
            None
        } else {
            Some(4)
        };
        if let Some(at) = lost {
            slot.before[at].insert(member);
            continue;
        }
        slot.passed.insert(member);
        let rules = &ground.strike.rules;
        let lost = [
            around.same_day >= rules.shifts_per_day,
            around.week_minutes + the_shift.minutes() > rules.minutes_per_week,
            around.unrested,
        ];
        if let Some(at) = lost.iter().position(|lost| *lost) {
            slot.after[at].insert(member);
        }
    }
    slot
}

/// Whether a pool refuses. All its members who stand on nothing near in time get the same answer; it is kept.
fn pool_refuses(
    ground: &Ground,
    roster: &Roster,
    member: MemberIx,
    shift: ShiftIx,
    answers: &mut FxHashMap<u32, bool>,
) -> bool {
    let refused = || pool::judge(&Case { ground, roster, member, shift, duty: Duty::Picket }).is_some();
    match ground.pools(member) {
        [] => false,
        // A member of several pools gets one answer for all of them, so it can't be shared.
        &[requirement] if !stands_near(ground, roster, member, shift) => {
            *answers.entry(requirement.0).or_insert_with(refused)
        }
        _ => refused(),
    }
}

/// True when the member stands so near in time that it may keep the member out of a pool as well.
fn stands_near(ground: &Ground, roster: &Roster, member: MemberIx, shift: ShiftIx) -> bool {
    let widened = |ix| ground.shift(ix).span.widened(ground.strike.rules.essential_buffer_minutes);
    let span = widened(shift);
    roster.of(member).iter().any(|other| widened(*other).overlaps(span))
}

/// A member's shifts, as far as one shift is concerned.
#[derive(Debug, Clone, Copy, Default)]
struct Around {
    overlaps: bool,
    unrested: bool,
    same_day: u32,
    week_minutes: i64,
}

impl Around {
    fn of(ground: &Ground, shifts: &[ShiftIx], this: &Shift) -> Self {
        let rest = ground.strike.rules.min_rest_minutes;
        let mut around = Self::default();
        for other in shifts.iter().map(|ix| ground.shift(*ix)) {
            around.same_day += u32::from(other.date == this.date);
            around.week_minutes += if other.week == this.week { other.minutes() } else { 0 };
            if other.span.overlaps(this.span) {
                around.overlaps = true;
            } else {
                around.unrested |=
                    crate::rules::rest::minutes_between(this.span, other.span).is_some_and(|between| between < rest);
            }
        }
        around
    }
}
