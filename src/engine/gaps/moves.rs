//! Moves of one member: the place taken, the places left, and what the rules on one member's time would have left.

use crate::model::{Duty, MemberIx, Shift, ShiftIx};
use crate::rules::Ground;
use crate::rules::rest::minutes_between;

/// A post on a shift, that wants a head or has one.
pub type Want = (ShiftIx, Duty);

/// One step of a chain: `member` takes the place wanted and leaves others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Step {
    /// The place taken.
    pub to: Want,
    /// Who.
    pub member: MemberIx,
    /// The place left, to be filled by the next step if the shift can't spare it. None: stood nowhere in the way.
    pub from: Option<Want>,
    /// A shift left besides, that can spare a head.
    pub also: Option<ShiftIx>,
}

impl Step {
    /// The shifts left (one may be that of the place taken: another post there).
    pub fn left(&self) -> impl Iterator<Item = ShiftIx> + use<> {
        self.from.map(|from| from.0).into_iter().chain(self.also)
    }

    /// Every place touched.
    pub fn touched(&self) -> impl Iterator<Item = (ShiftIx, MemberIx)> + use<> {
        let member = self.member;
        std::iter::once(self.to.0).chain(self.left()).map(move |shift| (shift, member))
    }
}

/// Every place that a chain touches.
pub(super) fn touched(chain: &[Step]) -> impl Iterator<Item = (ShiftIx, MemberIx)> {
    chain.iter().flat_map(Step::touched)
}

/// What a member gives up to come to a shift: nothing, one shift, or two.
pub(super) type Leaving = [Option<ShiftIx>; 2];

/// Writes down what a member who stands on `others` could give up to stand on `shift` as well, as far as the member's own
/// time goes: every least choice of none, one, or two shifts. Empty: more than two, or nothing helps.
pub(super) fn ways_in(ground: &Ground, others: &[ShiftIx], shift: ShiftIx, ways: &mut Vec<Leaving>) {
    ways.clear();
    let (rules, this) = (&ground.strike.rules, ground.shift(shift));
    let (mut same_day, mut minutes, mut clashes) = (0_u32, 0, 0_u32);
    let clashing =
        |other: &Shift| minutes_between(this.span, other.span).is_none_or(|between| between < rules.min_rest_minutes);
    for other in others.iter().map(|ix| ground.shift(*ix)) {
        same_day += u32::from(other.date == this.date);
        minutes += if other.week == this.week { other.minutes() } else { 0 };
        clashes += u32::from(clashing(other));
    }
    let fits = |leaving: &[ShiftIx]| {
        let (mut days, mut rostered, mut clash) = (same_day, minutes, clashes);
        for gone in leaving.iter().map(|ix| ground.shift(*ix)) {
            days -= u32::from(gone.date == this.date);
            rostered -= if gone.week == this.week { gone.minutes() } else { 0 };
            clash -= u32::from(clashing(gone));
        }
        days < rules.shifts_per_day && rostered + this.minutes() <= rules.minutes_per_week && clash == 0
    };
    if fits(&[]) {
        ways.push([None, None]);
        return;
    }
    let in_the_way = |other: &Shift| other.week == this.week || other.date == this.date || clashing(other);
    let others = || others.iter().copied().filter(|ix| in_the_way(ground.shift(*ix)));
    ways.extend(others().filter(|ix| fits(&[*ix])).map(|ix| [Some(ix), None]));
    let too_few = |ix: &ShiftIx| !fits(&[*ix]);
    for (at, one) in others().enumerate().filter(|(_, one)| too_few(one)) {
        let pairs = others().skip(at + 1).filter(|other| too_few(other) && fits(&[one, *other]));
        ways.extend(pairs.map(|other| [Some(one), Some(other)]));
    }
}
