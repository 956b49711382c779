//! What it takes to answer an edit: the moves that leave the plan as good as it can be, for edits of each kind.
//!
//! ```sh
//! cargo bench --bench edits            # all sizes
//! cargo bench --bench edits -- 55000   # one
//! ```
//!
//! Generated strikes, planned; each kind of edit is made at places spread over the whole plan, one after the other, and
//! answered. The field (who could come where) and the watch (what is known of the gaps) are kept between edits, as a session
//! keeps them; what it takes to work the field out is a row of its own, and so are the first answers: those that a watch begins
//! with.
#![allow(clippy::unwrap_used, clippy::print_stdout, missing_docs)]

#[allow(dead_code, reason = "other benches use the rest")]
mod common;

use common::timed;
use picket::engine::coverage::Coverage;
use picket::engine::gaps::{Aim, Edit, Field, Filter, Holding, Repair, Terms, Watch, gaps, repairs_in, strengths};
use picket::engine::plan::{Options, plan};
use picket::model::availability::Pattern;
use picket::model::{Assignment, Instant as Moment, MemberIx, PatternIx, Roster, ShiftIx};
use picket::rules::Ground;
use std::collections::BTreeSet;
use std::time::Duration;

/// Edits of each kind.
const EDITS: usize = 200;
/// Milliseconds in the middle, for 99 of 100, at most; and member-weeks changed on average.
const GOALS: ([f64; 3], f64) = ([0.15, 3.0, 16.0], 2.0);

fn main() {
    for (members, sites) in common::sizes(common::SIZES.len()) {
        table(members, sites);
    }
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// What came of edits of one kind.
#[derive(Default)]
struct Run {
    times: Vec<Duration>,
    watch: Watch,
    /// What it took to begin the watch, before the first.
    first: Duration,
    weeks: usize,
    moves: usize,
    brought: u32,
}

impl Run {
    fn tell(mut self, kind: &str) {
        self.times.sort_unstable();
        let count = self.times.len();
        if count == 0 {
            println!("  {kind:<34} nothing to measure");
            return;
        }
        let at = |part: usize| ms(self.times[(count * part / 100).min(count - 1)]);
        println!(
            "  {kind:<34} p50 {:>7.3}  p99 {:>8.3}  worst {:>8.3} ms   {:>5.2} member-weeks, {:>5.2} people, {:>4} posts of {count}",
            at(50),
            at(99),
            at(100),
            self.weeks as f64 / count as f64,
            self.moves as f64 / count as f64,
            self.brought,
        );
        if self.first > Duration::ZERO {
            println!("  {:<34} {:.0} ms", "  the watch, begun", ms(self.first));
        }
    }
}

fn table(members: usize, sites: usize) {
    let dir = common::folder(members, sites);
    let ground = common::ground(&dir);
    let empty = Roster::new(ground.timetable.len(), ground.strike.members.len());
    let now = plan(&ground, &empty, None, &Options { threads: 2, ..Options::default() }).unwrap().roster;
    let coverage = Coverage::count(&ground, &now);
    let ([p50, p99, worst], weeks) = GOALS;
    println!(
        "\n{members} members, {sites} sites, {} shifts, {} assignments, {} gaps, {} below target",
        ground.timetable.len(),
        now.len(),
        coverage.totals().gaps(),
        ground.timetable.indices().filter(|ix| now.on(*ix).len() < ground.shift(*ix).target as usize).count(),
    );
    println!("  goals{:>33} {p50:>7}  p99 {p99:>8}  worst {worst:>8} ms   {weeks:>5} member-weeks", "p50");
    let (field, new) = timed(|| Field::new(&ground));
    let ((), warm) = timed(|| field.warm(&ground));
    println!("  the field: new {:.2} ms, all of it {:.0} ms", ms(new), ms(warm));
    away(&ground, &now, false).tell("away for a day");
    away(&ground, &now, true).tell("away for a week");
    back(&ground, &now).tell("back after a day");
    unassigned(&ground, &field, &now).tell("taken off by hand");
    numbers(&ground, &now, |shift| shift.minimum = (shift.minimum + 2).min(shift.target)).tell("minimum raised by 2");
    numbers(&ground, &now, |shift| shift.minimum = shift.minimum.saturating_sub(2)).tell("minimum lowered by 2");
    capped(&ground, &now).tell("court cap, half the heads");
    offered(&ground, &field, &now).tell("offered: one shift to its target");
    let all: Vec<ShiftIx> = gaps(&ground, &coverage, Filter::default()).iter().map(|gap| gap.shift).collect();
    let terms = Terms { aim: Aim::NoGap, from: None, told: None };
    let (found, time) = timed(|| repairs_in(&field, &ground, &now, &all, &terms));
    let filled = found.iter().filter(|each| each.brings > 0).count();
    println!("  every gap offered a repair: {:.0} ms, {filled} of {}", ms(time), all.len());
    let shifts: Vec<ShiftIx> = ground.timetable.indices().collect();
    let (strong, time) = timed(|| strengths(&ground, &now, &shifts, 2));
    println!("  fragility of every shift: {:.0} ms, {} shifts", ms(time), strong.len());
}

/// Assignments spread over the whole plan.
fn spread(roster: &Roster) -> Vec<Assignment> {
    let step = (roster.len() / EDITS).max(1);
    roster.iter().step_by(step).take(EDITS).cloned().collect()
}

/// The strike with these members away in those times.
fn with_away(ground: &Ground, away: &[(MemberIx, String)]) -> Ground {
    let mut strike = ground.strike.clone();
    for (member, text) in away {
        let mut pattern =
            strike.member(*member).availability.map_or_else(Pattern::default, |ix| strike.pattern(ix).clone());
        pattern.items.extend(Pattern::parse(&format!("not {text}")).unwrap().items);
        strike.members[member.ix()].availability = Some(PatternIx::new(strike.patterns.len()));
        strike.patterns.push(pattern);
    }
    Ground::new(strike)
}

/// Answers an edit, and takes the answer.
fn answer(run: &mut Run, field: &Field, ground: &Ground, roster: &mut Roster, told: &Roster, edit: &Edit) {
    let terms = Holding { from: None, told: Some(told) };
    let before = roster.clone();
    let watch = &mut run.watch;
    let (found, time) = timed(|| watch.mend(field, ground, roster, edit, &terms));
    run.times.push(time);
    run.brought += found.iter().map(|each| each.brings).sum::<u32>();
    make(roster, &found);
    let changes = before.changes_to(roster);
    let week = |change: &picket::model::Change| (change.member(), ground.shift(change.shift()).week);
    run.weeks += changes.iter().map(week).collect::<BTreeSet<_>>().len();
    run.moves += changes.iter().map(picket::model::Change::member).collect::<BTreeSet<_>>().len();
}

/// A run of edits to come: what is known of the roster is looked up first.
fn begun(field: &Field, ground: &Ground, roster: &Roster, told: &Roster) -> Run {
    let mut run = Run::default();
    let terms = Holding { from: None, told: Some(told) };
    run.first = timed(|| run.watch.look(field, ground, roster, &terms)).1;
    run
}

fn make(roster: &mut Roster, repairs: &[Repair]) {
    for repair in repairs {
        for each in &repair.moves {
            each.from.iter().for_each(|(shift, _)| drop(roster.take(*shift, each.member)));
        }
        for each in &repair.moves {
            each.to.iter().for_each(|(shift, duty)| drop(roster.put(Assignment::planned(each.member, *shift, *duty))));
        }
    }
}

fn away(ground: &Ground, now: &Roster, week: bool) -> Run {
    let those = spread(now);
    let time = |each: &Assignment| {
        let date = ground.shift(each.shift).date;
        let first = ground.timetable.weeks[usize::from(ground.shift(each.shift).week)];
        if week { format!("{first}..{}", first + chrono::Days::new(6)) } else { date.to_string() }
    };
    let times: Vec<(MemberIx, String)> = those.iter().map(|each| (each.member, time(each))).collect();
    let after = with_away(ground, &times);
    let field = Field::new(&after);
    field.warm(&after);
    let (mut run, mut roster) = (begun(&field, &after, now, now), now.clone());
    for each in &those {
        let here = after.shift(each.shift);
        let gone = |shift: &&ShiftIx| {
            let other = after.shift(**shift);
            if week { other.week == here.week } else { other.date == here.date }
        };
        let gone: Vec<ShiftIx> = roster.of(each.member).iter().filter(gone).copied().collect();
        let mut edit = Edit { members: vec![each.member], ..Edit::default() };
        for shift in &gone {
            roster.take(*shift, each.member);
        }
        edit.touch(&after, gone);
        answer(&mut run, &field, &after, &mut roster, now, &edit);
    }
    run
}

/// Those who were away come back one after the other, to a plan made without them.
fn back(ground: &Ground, now: &Roster) -> Run {
    let those = spread(now);
    let date = |each: &Assignment| ground.shift(each.shift).date.to_string();
    let times: Vec<(MemberIx, String)> = those.iter().map(|each| (each.member, date(each))).collect();
    let mut after = with_away(ground, &times);
    let empty = Roster::new(ground.timetable.len(), ground.strike.members.len());
    let mut roster = plan(&after, &empty, Some(now), &Options { threads: 2, ..Options::default() }).unwrap().roster;
    let mut field = Field::new(&after);
    field.warm(&after);
    let mut run = begun(&field, &after, &roster, now);
    for each in &those {
        let member = each.member.ix();
        after.strike.members[member].availability = ground.strike.members[member].availability;
        field.hear(&after, each.member);
        let week = ground.shift(each.shift).week;
        let edit = Edit { members: vec![each.member], weeks: BTreeSet::from([week]), ..Edit::default() };
        answer(&mut run, &field, &after, &mut roster, now, &edit);
    }
    run
}

fn unassigned(ground: &Ground, field: &Field, now: &Roster) -> Run {
    let (mut run, mut roster) = (begun(field, ground, now, now), now.clone());
    for each in spread(now) {
        roster.take(each.shift, each.member);
        let mut edit = Edit { members: vec![each.member], off: vec![(each.shift, each.member)], ..Edit::default() };
        edit.touch(ground, [each.shift]);
        answer(&mut run, field, ground, &mut roster, now, &edit);
    }
    run
}

fn numbers(ground: &Ground, now: &Roster, other: impl Fn(&mut picket::model::Shift)) -> Run {
    let mut after = ground.clone();
    let field = Field::new(&after);
    field.warm(&after);
    let (mut run, mut roster) = (begun(&field, &after, now, now), now.clone());
    for each in spread(now) {
        other(&mut after.timetable.shifts[each.shift.ix()]);
        let mut edit = Edit::default();
        edit.touch(&after, [each.shift]);
        answer(&mut run, &field, &after, &mut roster, now, &edit);
    }
    run
}

fn capped(ground: &Ground, now: &Roster) -> Run {
    let mut after = ground.clone();
    let field = Field::new(&after);
    field.warm(&after);
    let (mut run, mut roster) = (begun(&field, &after, now, now), now.clone());
    for each in spread(now) {
        let shift = &mut after.timetable.shifts[each.shift.ix()];
        let half = (roster.on(each.shift).len() as u32 / 2).max(shift.captains);
        (shift.maximum, shift.target, shift.minimum) = (half, shift.target.min(half), shift.minimum.min(half));
        let mut edit = Edit::default();
        let over: Vec<MemberIx> = roster.on(each.shift).iter().skip(half as usize).map(|each| each.member).collect();
        for member in &over {
            roster.take(each.shift, *member);
        }
        edit.members = over;
        edit.touch(&after, [each.shift]);
        answer(&mut run, &field, &after, &mut roster, now, &edit);
    }
    run
}

/// What is offered on one key: nothing is changed.
fn offered(ground: &Ground, field: &Field, now: &Roster) -> Run {
    let mut run = Run::default();
    let from: Option<Moment> = None;
    for each in spread(now) {
        let mut roster = now.clone();
        roster.take(each.shift, each.member);
        let terms = Terms { aim: Aim::Target, from, told: Some(now) };
        let (found, time) = timed(|| repairs_in(field, ground, &roster, &[each.shift], &terms));
        run.times.push(time);
        run.brought += found.iter().map(|each| each.brings).sum::<u32>();
        run.moves += found.iter().map(|each| each.moves.len()).sum::<usize>();
        run.weeks += found.iter().map(|each| each.moves.len()).sum::<usize>();
    }
    run
}
