//! From a gap outwards: the shifts whose heads would have to come from each other.
//!
//! Who could come to the gap stands elsewhere, that day or all the week; the shifts they stand on can't spare them, and ask
//! in turn who could come there. What is reached in this way takes up all that these people can supply, where the roster is
//! as good as it can be. Whether it really is too little is for [`Range`](super::range::Range) to count: nothing here is a
//! proof.

use super::crowd::Crowd;
use super::muster::Muster;
use super::supply::Need;
use crate::model::ShiftIx;
use chrono::NaiveDate;
use rustc_hash::{FxHashMap, FxHashSet};

/// What going through one set of members costs, in members looked at.
const SET: u64 = 20;

/// Supply left unused beyond this, and beyond twice what the shifts reached lack, ends the search: what is lacking would
/// have to make up for it, and a roster that leaves so much unused is not the best there is.
const UNUSED: u32 = 16;

/// The shifts reached from `gap`, itself first; `looks` is what may still be spent, in members looked at. None: it was not
/// enough, or too much supply is left unused for a proof.
pub(super) fn closure(muster: &Muster, need: &Need, gap: ShiftIx, looks: &mut u64) -> Option<Vec<ShiftIx>> {
    let ground = muster.ground;
    let (week, rules) = (ground.shift(gap).week, &ground.strike.rules);
    let mut found = vec![gap];
    let mut known: FxHashSet<ShiftIx> = std::iter::once(gap).collect();
    let mut asked: FxHashMap<NaiveDate, Crowd> = FxHashMap::default();
    let (mut unused, mut lacking) = (0, 0);
    let mut at = 0;
    while at < found.len() {
        let shift = found[at];
        at += 1;
        let the_shift = ground.shift(shift);
        lacking += need.posts(the_shift).saturating_sub(held(muster, need, shift));
        let mut able = need.able(muster, shift);
        let asked = asked.entry(the_shift.date).or_insert_with(|| muster.nobody());
        able.drop(asked);
        asked.join(&able);
        *looks = looks.saturating_sub(SET);
        for member in able.iter() {
            *looks = looks.checked_sub(1)?;
            let own = muster.roster.of(member).iter().filter(|other| ground.shift(**other).week == week);
            let (mut that_day, mut minutes) = (0, 0);
            own.clone().for_each(|other| {
                let other = ground.shift(*other);
                that_day += u32::from(other.date == the_shift.date);
                minutes += other.minutes();
            });
            let day_full = that_day >= rules.shifts_per_day;
            if !day_full && minutes + the_shift.minutes() <= rules.minutes_per_week {
                unused += 1;
            }
            for other in own.filter(|other| !day_full || ground.shift(**other).date == the_shift.date) {
                if known.contains(other) {
                    continue;
                }
                let duty = muster.roster.get(*other, member).map(|each| each.duty);
                if duty.is_some_and(|duty| need.counts(duty))
                    && held(muster, need, *other) <= need.posts(ground.shift(*other))
                {
                    known.insert(*other);
                    found.push(*other);
                } else {
                    unused += 1;
                }
            }
            // Whoever stands nowhere that week counts here too: where many do, it ends soon.
            if unused > UNUSED + 2 * lacking {
                return None;
            }
        }
    }
    Some(found)
}

/// How many stand in the posts of `shift` that are counted.
fn held(muster: &Muster, need: &Need, shift: ShiftIx) -> u32 {
    muster.roster.on(shift).iter().filter(|each| need.counts(each.duty)).count() as u32
}
