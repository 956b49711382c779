//! The program's plans against the best there is, on hundreds of small strikes.
//!
//! Each case is a folder made from a seed. The program checks it, takes the
//! pins, plans, and tells its roster, its levels and its gaps; the second
//! opinion works all of it out again from the folder alone. A longer run, for a
//! change in the planner:
//!
//! ```sh
//! PICKET_ORACLE_CASES=5000 PICKET_ORACLE_FIRST=1000 cargo test --test oracle -- --nocapture
//! ```
//!
//! `PICKET_ORACLE_KEEP=folder` keeps the folders of the cases that failed.

#![allow(clippy::unwrap_used, clippy::print_stdout, missing_docs)]

mod truth;

use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use truth::check::{self, minutes_or_count};
use truth::drive::{document, picket};
use truth::exact::Exact;
use truth::generate::{Case, Size};
use truth::levels::{self, NAMES};
use truth::milp::Trouble;
use truth::roster::{Roster, Seat, list};
use truth::rules::{self, Rule};
use truth::strike::Strike;
use truth::time;

const PROGRAM: &str = env!("CARGO_BIN_EXE_picket");

/// For one whole-number program; a case that needs longer is left out.
const TIME: Duration = Duration::from_secs(3);

/// Gaps of each kind whose `why` is read, of each sample; `PICKET_WHYS` asks for more.
const WHYS: usize = 1;

/// Cases that were not at their best before the planner learned better.
const ONCE_WORSE: [u64; 1] = [70_706];

/// Pairs of member and shift up to which fairness and surplus are compared.
const FAIR_SIZE: usize = 70;

/// What became of one case.
#[derive(Debug, Default)]
struct Outcome {
    /// What is wrong, each with the name of what it is about.
    faults: Vec<(String, String)>,
    /// Left unfilled by level, where the best is not a flow.
    lost: [i64; 5],
    /// Gaps whose `fillable` was compared, and how many of those were told fewer heads than could be had.
    fills: usize,
    modest_fills: usize,
    /// Bottlenecks told, of those gaps that were looked at closely.
    proofs: usize,
    /// Levels whose bound is the best there is.
    tight: [bool; 5],
    /// How far down the levels were compared of which no number is told.
    depth: Depth,
    /// The second opinion ran out of time.
    undecided: bool,
}

/// The levels of which no number is told, from the top.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Depth {
    #[default]
    None,
    Fairness,
    Surplus,
    Last,
}

/// What it costs a member to stand on a shift.
type Cost<'a> = &'a dyn Fn(usize, usize) -> i64;

impl Outcome {
    fn fault(&mut self, about: &str, text: impl Into<String>) {
        self.faults.push((about.to_owned(), text.into()));
    }

    fn findings(&mut self, from: &str, found: Vec<check::Finding>) {
        for finding in found {
            self.fault(&format!("{from} {}", finding.code), finding.to_string());
        }
    }
}

/// One number of each level, from `plan --json`.
struct Told([[i64; 3]; 5]);

impl Told {
    fn read(plan: &Value) -> Option<Self> {
        let mut levels = [[0; 3]; 5];
        for (index, name) in NAMES.iter().enumerate() {
            levels[index] = minutes_or_count(&plan["levels"][*name], index)?;
        }
        Some(Self(levels))
    }
}

fn run(case: &Case, dir: &Path) -> Outcome {
    let mut outcome = Outcome::default();
    let mut done = told(case, dir, &mut outcome);
    if done.is_ok() && case.seed.is_multiple_of(4) {
        done = later(case, dir, &mut outcome);
    }
    if let Err(text) = done {
        outcome.fault("command", text);
    }
    outcome
}

const EXPORT: [&str; 3] = ["roster", "--format", "json"];

fn export(dir: &Path) -> Result<Value, String> {
    document(Path::new(PROGRAM), "export", dir, &EXPORT, &[0])
}

/// What comes after the first plan: people are told, somebody falls ill, it is
/// planned again, taken back, planned from the middle, changed by hand.
fn later(case: &Case, dir: &Path, outcome: &mut Outcome) -> Result<(), String> {
    let program = Path::new(PROGRAM);
    let told = Roster::read(&case.strike, &export(dir)?);
    document(program, "publish", dir, &["--json"], &[0])?;
    let Some(ill) = (0..case.strike.members.len()).max_by_key(|m| told.of(*m).count()) else { return Ok(()) };
    let Some(seat) = told.of(ill).next() else { return Ok(()) };
    let day = time::local(case.strike.tz, case.strike.shifts[seat.shift].span.0).date_naive().to_string();
    let mut strike = case.strike.clone();
    strike.members[ill].availability.push(time::item(&day).negated());
    let id = strike.members[ill].id.clone();
    document(program, "absent", dir, &[&id, &day, "--json"], &[0])?;
    let freed = Roster::read(&strike, &export(dir)?);
    let mut left = told.clone();
    let touched = time::item(&day);
    left.seats.retain(|seat| {
        let span = strike.shifts[seat.shift].span;
        seat.member != ill || !touched.spans(strike.tz, span).iter().any(|off| time::overlap(*off, span))
    });
    if sorted(&freed) != sorted(&left) {
        outcome.fault("absent", format!("{id} on {day}: {freed:?}, not {left:?}"));
    }

    let plan = document(program, "plan", dir, &["--json"], &[0])?;
    let exported = export(dir)?;
    let again = Roster::read(&strike, &exported);
    outcome.findings("replanned", check::roster(&strike, &exported));
    outcome.findings("replanned", check::plan(&strike, &again, &exported, &plan));
    let mut fresh = Outcome::default();
    if let Some(levels) = Told::read(&plan)
        && let Ok(Some(exact)) = compare(&strike, &left.pins(), &again, &levels, &mut fresh)
    {
        // Where there is no time to compare, there is none.
        let _ = compare_last(exact, &strike, Some(&told), &again, &mut fresh);
    }
    outcome.faults.extend(fresh.faults);

    // A plan that changes nothing is nothing to take back.
    if plan["changes"] != 0 {
        document(program, "undo", dir, &["--json"], &[0])?;
        if sorted(&Roster::read(&strike, &export(dir)?)) != sorted(&left) {
            outcome.fault("undo", "the roster is not as it was before the plan");
        }
        document(program, "redo", dir, &["--json"], &[0])?;
        if sorted(&Roster::read(&strike, &export(dir)?)) != sorted(&again) {
            outcome.fault("redo", "the plan did not come back");
        }
    }

    let middle = strike.shifts[strike.shifts.len() / 2].span.0;
    let from = time::local(strike.tz, middle).to_rfc3339();
    let words = ["--from", &from, "--from-scratch", "--seed", "9", "--json"];
    let dry: Vec<&str> = words.iter().copied().chain(["--dry-run"]).collect();
    let before = export(dir)?;
    document(program, "plan", dir, &dry, &[0])?;
    let after = export(dir)?;
    if (&before["shifts"], &before["version"]) != (&after["shifts"], &after["version"]) {
        outcome.fault("dry-run", "it changed the roster");
    }
    document(program, "plan", dir, &words, &[0])?;
    let exported = export(dir)?;
    outcome.findings("from", check::roster(&strike, &exported));
    for (then, now) in list(&before["shifts"]).iter().zip(list(&exported["shifts"])) {
        let index = then["id"].as_str().and_then(|id| strike.shift(id));
        let began = index.is_some_and(|index| strike.shifts[index].span.0 < middle);
        if began && then["assigned"] != now["assigned"] {
            outcome.fault("from", format!("{} began before and was changed", then["id"]));
        }
    }
    by_hand(case.seed, &strike, dir, outcome)
}

fn sorted(roster: &Roster) -> Vec<Seat> {
    let mut seats = roster.seats.clone();
    seats.sort();
    seats
}

/// A few members put where the rules allow it, or not.
fn by_hand(seed: u64, strike: &Strike, dir: &Path, outcome: &mut Outcome) -> Result<(), String> {
    for turn in 0..5_u64 {
        let roster = Roster::read(strike, &export(dir)?);
        let number = (seed * 31 + turn * 17) as usize;
        let (shift, member) = (number % strike.shifts.len(), (number / 7) % strike.members.len());
        if roster.on(shift).any(|seat| seat.member == member) {
            continue;
        }
        let full = roster.on(shift).count() >= strike.shifts[shift].maximum;
        let refusal = rules::refusal(strike, &roster, member, shift).or(full.then_some(Rule::Maximum));
        let (shift, member) = (&strike.shifts[shift].id, &strike.members[member].id);
        let answer = picket(Path::new(PROGRAM), "assign", dir, &[shift, member, "--duty", "picket", "--json"]);
        let wanted = i32::from(refusal.is_some());
        if answer.status != wanted {
            outcome.fault("assign", format!("{member} on {shift}: {refusal:?}, yet {answer:?}"));
        }
        let exported = export(dir)?;
        outcome.findings("assigned", check::roster(strike, &exported));
    }
    Ok(())
}

/// Drives the program over the case and compares; an error is a command that
/// did not do what it should.
fn told(case: &Case, dir: &Path, outcome: &mut Outcome) -> Result<(), String> {
    let program = Path::new(PROGRAM);
    let strike = &case.strike;
    document(program, "check", dir, &["--json"], &[0])?;
    for pin in &case.pins {
        let mut words = vec![pin.shift.as_str(), &pin.member, "--duty", &pin.duty, "--pin"];
        if pin.set_aside.is_some() {
            words.extend(["--reason", "agreed with the member"]);
        }
        let answer = picket(program, "assign", dir, &words);
        if answer.status != 0 {
            return Err(format!("assign {words:?}: {answer:?}"));
        }
    }
    let plan = document(program, "plan", dir, &["--seed", "1", "--json"], &[0])?;
    let exported = export(dir)?;
    let roster = Roster::read(strike, &exported);
    outcome.findings("roster", check::roster(strike, &exported));
    outcome.findings("plan", check::plan(strike, &roster, &exported, &plan));
    let gaps = document(program, "gaps", dir, &["--json"], &[0, 1])?;
    outcome.findings("gaps", check::gaps(strike, &roster, &gaps));

    let pins = case.seats();
    let key = |seats: &[Seat]| {
        let mut seats = seats.to_vec();
        seats.sort();
        seats
    };
    if key(&pins) != key(&roster.pins()) {
        outcome.fault("pins", format!("pinned {pins:?}, exported {:?}", roster.pins()));
    }
    let again = document(program, "plan", dir, &["--seed", "1", "--json"], &[0])?;
    let second = export(dir)?;
    if exported["shifts"] != second["shifts"] {
        outcome.fault("again", format!("a second plan changes {}", again["changes"]));
    }
    if let Some(told) = Told::read(&plan) {
        let compared = compare(strike, &pins, &roster, &told, outcome)
            .and_then(|exact| exact.map_or(Ok(()), |exact| compare_last(exact, strike, None, &roster, outcome)))
            .and_then(|()| reasons(strike, &pins, &roster, &gaps, outcome));
        match compared {
            Ok(()) => {}
            Err(Trouble::Time) => outcome.undecided = true,
            Err(Trouble::Solver(text)) => panic!("seed {}: {text}", case.seed),
        }
    }
    Ok(())
}

/// All that is told of the levels, and those that are not told down to the evenest surplus; with all of it kept, where it was
/// compared and found to be the best, the solver comes back.
fn compare<'a>(
    strike: &'a Strike,
    pins: &[Seat],
    roster: &Roster,
    told: &Told,
    outcome: &mut Outcome,
) -> Result<Option<Exact<'a>>, Trouble> {
    let mut exact = Exact::new(strike, pins, TIME);
    for (level, [filled, _, bound]) in told.0.into_iter().enumerate() {
        let best = exact.most(level)?;
        let name = NAMES[level];
        if filled > best {
            outcome.fault("impossible", format!("{name}: {filled} filled, {best} can be"));
            return Ok(None);
        }
        if bound < best {
            outcome.fault("bound", format!("{name}: bound {bound}, yet {best} can be filled"));
        }
        outcome.lost[level] = best - filled;
        outcome.tight[level] = bound == best;
        if filled < best && (bound == filled || is_flow(strike)) {
            outcome.fault(name, format!("{filled} filled, {best} can be, bound {bound}"));
        }
        exact.keep(level, filled);
    }
    if outcome.lost != [0; 5] || exact.size() > FAIR_SIZE {
        return Ok(None);
    }
    let fairest = exact.fair()?;
    let hours = levels::hours(strike, roster);
    outcome.depth = Depth::Fairness;
    if hours != fairest {
        outcome.fault("fairness", format!("{hours:?}, could be {fairest:?}"));
        return Ok(None);
    }
    let evenest = exact.spread()?;
    let squares: usize = levels::surplus(strike, roster).iter().map(|s| s * s).sum();
    outcome.depth = Depth::Surplus;
    if squares as i64 != evenest {
        outcome.fault("spread", format!("squares of surplus {squares}, could be {evenest}"));
    }
    Ok(outcome.faults.is_empty().then_some(exact))
}

/// The last level, as far as each part of it is at its best: changes to what people were `told`, places asked for, kilometres.
fn compare_last(
    mut exact: Exact,
    strike: &Strike,
    told: Option<&Roster>,
    roster: &Roster,
    outcome: &mut Outcome,
) -> Result<(), Trouble> {
    if let Some(told) = told {
        let (changes, fewest) = (levels::changes(roster, told) as i64, exact.changes(told)?);
        if fewest < changes {
            outcome.fault("stability", format!("{changes} changes to what was told, could be {fewest}"));
            return Ok(());
        }
    }
    let rank = |member: usize, shift: usize| {
        let (who, shift) = (&strike.members[member], &strike.shifts[shift]);
        let place = |asked: &[String], got: &str| asked.iter().position(|id| id == got).unwrap_or(asked.len());
        (place(&who.sites, &strike.sites[shift.site].id) + place(&who.templates, &shift.template)) as i64
    };
    let way = |member: usize, shift: usize| {
        let (from, to) = (strike.members[member].place, strike.sites[strike.shifts[shift].site].place);
        from.zip(to).map_or(0, |(from, to)| rules::great_circle(from, to).round() as i64)
    };
    for (name, cost) in [("wishes", &rank as Cost), ("distance", &way)] {
        let (is, least) = (roster.seats.iter().map(|seat| cost(seat.member, seat.shift)).sum(), exact.least(cost)?);
        if least < is {
            outcome.fault(name, format!("they cost {is}, could be {least}"));
            return Ok(());
        }
    }
    outcome.depth = Depth::Last;
    Ok(())
}

/// Of a few gaps: that `fillable` can be filled, and that a bottleneck supplies
/// no more than it says. (What it asks for, [`check::gaps`] has counted.)
fn reasons(
    strike: &Strike,
    pins: &[Seat],
    roster: &Roster,
    gaps: &Value,
    outcome: &mut Outcome,
) -> Result<(), Trouble> {
    for gap in list(&gaps["gaps"]).iter().take(3) {
        let Some(shift) = gap["shift"].as_str().and_then(|id| strike.shift(id)) else { continue };
        let id = &strike.shifts[shift].id;
        let heads = roster.on(shift).count() as i64;
        // Whether another gap may grow meanwhile is left open: either will do.
        let most = |keep| Exact::new(strike, pins, TIME).heads_without_a_new_gap(roster, shift, keep);
        let (least, most) = (most(true)? - heads, most(false)? - heads);
        let told = gap["fillable"].as_i64().unwrap_or(-1);
        outcome.fills += 1;
        // Chains of moves are searched, not all rosters: the number is never too high, and now and then too low.
        outcome.modest_fills += usize::from(told < least);
        if !(0..=most).contains(&told) {
            outcome.fault("fillable", format!("{id}: told {told}, is {least} to {most}"));
        }
        let proof = &gap["reason"]["bottleneck"];
        if proof.is_object() {
            bottleneck(strike, pins, gap, outcome)?;
        }
    }
    Ok(())
}

fn bottleneck(strike: &Strike, pins: &[Seat], gap: &Value, outcome: &mut Outcome) -> Result<(), Trouble> {
    let (proof, id) = (&gap["reason"]["bottleneck"], &gap["shift"]);
    let set: Vec<usize> = list(&proof["shifts"]).iter().filter_map(|id| strike.shift(id.as_str()?)).collect();
    let level = match gap["status"].as_str() {
        Some("captain") => 0,
        Some("skill") => 1,
        _ => 2,
    };
    // Where only some skills are counted, the rest of that level is left out, unless someone is pinned there.
    let mut asking = strike.clone();
    if level == 1 {
        let counted = list(&proof["skills"]);
        let is_counted = |skill: &String| counted.iter().any(|each| each == skill);
        let some = set.iter().any(|shift| !strike.shifts[*shift].needs.keys().all(is_counted));
        if some && !pins.is_empty() {
            return Ok(());
        }
        for shift in asking.shifts.iter_mut().filter(|_| some) {
            shift.needs.retain(|skill, _| is_counted(skill));
        }
    }
    let supply = Exact::new(&asking, pins, TIME).supply(level, &set)?;
    outcome.proofs += 1;
    if proof["capacity"].as_i64().is_none_or(|capacity| supply > capacity) {
        outcome.fault("bottleneck", format!("{id}: {proof}; {supply} can be supplied"));
    }
    Ok(())
}

/// Whether the strike's rules are those of a flow, for which the planner
/// promises the best: one length, one shift a day, rest that only shifts of the
/// same day could break, and no pool with somebody to spare.
fn is_flow(strike: &Strike) -> bool {
    let one_length = strike.shifts.iter().all(|s| s.minutes() == strike.shifts[0].minutes());
    let pools = strike.pools.iter().any(|pool| pool.spare > 0);
    let mut rest = false;
    for a in 0..strike.shifts.len() {
        for b in a + 1..strike.shifts.len() {
            let other_day = strike.shifts[a].date != strike.shifts[b].date;
            let clash = rules::clash(strike, a, b);
            rest |= other_day && matches!(clash, Some(Rule::Rest | Rule::Overlap));
        }
    }
    one_length && !pools && !rest && strike.shifts_per_day == 1
}

/// The harness can fail: of a best roster a seat is taken, a bound is lowered, a
/// number is raised, and each is noticed.
#[test]
fn a_planted_loss_is_found() {
    let mut with_seats = 0;
    for seed in 0..40 {
        let case = Case::new(seed, Size::Small);
        let (strike, pins) = (&case.strike, case.seats());
        let mut exact = Exact::new(strike, &pins, TIME);
        let Ok(best) = exact.levels() else { continue };
        if exact.fair().and_then(|_| exact.spread()).is_err() {
            continue;
        }
        let roster = exact.roster();
        let faults = |roster: &Roster, told: [[i64; 3]; 5]| {
            let mut outcome = Outcome::default();
            compare(strike, &pins, roster, &Told(told), &mut outcome).unwrap();
            outcome.faults.into_iter().map(|(about, _)| about).collect::<Vec<_>>()
        };
        let sound = best.map(|filled| [filled; 3]);
        assert!(faults(&roster, sound).is_empty(), "seed {seed}");
        for level in 0..5 {
            let step = if level == 4 { 60 } else { 1 };
            if best[level] >= step {
                let (mut less, mut low, mut more) = (sound, sound, sound);
                less[level][0] -= step;
                less[level][2] -= step;
                assert!(faults(&roster, less).contains(&"bound".to_owned()), "seed {seed} {level}");
                low[level][2] -= step;
                assert!(faults(&roster, low).contains(&"bound".to_owned()), "seed {seed} {level}");
                more[level][0] += step;
                more[level][2] += step;
                assert_eq!(faults(&roster, more), ["impossible"], "seed {seed} {level}");
            }
        }
        // With a seat fewer the hours are less fair than they could be.
        let mut fewer = roster.clone();
        if exact.size() <= FAIR_SIZE && fewer.seats.pop().is_some() {
            with_seats += usize::from(faults(&fewer, sound) == ["fairness"]);
        }
    }
    assert!(with_seats >= 10, "{with_seats}");
}

fn number(name: &str, usual: u64) -> u64 {
    std::env::var(name).map_or(usual, |text| text.parse().expect(name))
}

#[test]
fn plans_are_the_best_there_is() {
    let (first, count) = (number("PICKET_ORACLE_FIRST", 0), number("PICKET_ORACLE_CASES", 160));
    let seeds: Vec<u64> = (first..first + count).chain(ONCE_WORSE).collect();
    let next = AtomicUsize::new(0);
    let outcomes: Mutex<BTreeMap<u64, Outcome>> = Mutex::default();
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while let Some(&seed) = seeds.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let size = if seed.is_multiple_of(3) { Size::Tiny } else { Size::Small };
                    let case = Case::new(seed, size);
                    let dir = tempfile::tempdir().unwrap();
                    case.store(dir.path());
                    let outcome = run(&case, dir.path());
                    if !outcome.faults.is_empty() {
                        keep(&case, &outcome);
                    }
                    outcomes.lock().unwrap().insert(seed, outcome);
                }
            });
        }
    });
    report(&outcomes.into_inner().unwrap());
}

fn keep(case: &Case, outcome: &Outcome) {
    if let Some(folder) = std::env::var_os("PICKET_ORACLE_KEEP") {
        let dir = PathBuf::from(folder).join(format!("seed-{}", case.seed));
        std::fs::create_dir_all(&dir).unwrap();
        case.store(&dir);
        std::fs::write(dir.join("faults.txt"), format!("{outcome:#?}\n")).unwrap();
    }
}

fn report(outcomes: &BTreeMap<u64, Outcome>) {
    let cases = outcomes.len();
    let mut faults: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    let (mut lossy, mut tight) = ([0; 5], [0; 5]);
    for (seed, outcome) in outcomes {
        for (about, text) in &outcome.faults {
            faults.entry(about).or_default().push(format!("seed {seed}: {text}"));
        }
        for level in 0..5 {
            lossy[level] += usize::from(outcome.lost[level] > 0);
            tight[level] += usize::from(outcome.tight[level]);
        }
    }
    let count = |of: fn(&Outcome) -> bool| outcomes.values().filter(|o| of(o)).count();
    let undecided = count(|o| o.undecided);
    let proofs: usize = outcomes.values().map(|o| o.proofs).sum();
    let fills: usize = outcomes.values().map(|o| o.fills).sum();
    let modest: usize = outcomes.values().map(|o| o.modest_fills).sum();
    let [fair, spread, last] = [Depth::Fairness, Depth::Surplus, Depth::Last]
        .map(|depth| outcomes.values().filter(|o| o.depth >= depth).count());
    let summary = format!(
        "{cases} strikes, {undecided} undecided; with a loss, by level: {lossy:?}; \
         bound the best, by level: {tight:?}; fairness compared in {fair}, surplus in {spread}, all to the last in {last}; \
         {proofs} bottlenecks; {modest} of {fills} fillable numbers too modest"
    );
    println!("{summary}");
    let told: Vec<String> = faults
        .iter()
        .map(|(about, list)| format!("{about} ({}):\n  {}", list.len(), list[..list.len().min(6)].join("\n  ")))
        .collect();
    assert!(faults.is_empty(), "{summary}\n{}", told.join("\n"));
    assert!(undecided * 10 <= cases, "{summary}");
    assert!(proofs * 2 >= cases, "{summary}");
    assert!(modest * 50 <= fills, "{summary}");
    // What is not a flow may cost a little, never more.
    assert!(lossy.iter().all(|n| n * 100 <= cases), "{summary}");
    assert!(tight.iter().all(|n| (n + undecided) * 100 >= cases * 95), "{summary}");
    assert!(fair * 3 >= cases && spread * 3 >= cases && last * 3 >= cases, "{summary}");
}

/// The line is held: one after the other falls ill, each absence is answered as it comes, and after each the second opinion
/// counts what the roster fills, and what any could.
#[test]
fn a_line_that_is_held_is_as_good_as_any() {
    let cases = number("PICKET_ORACLE_CASES", 160) as usize;
    // Mostly strikes where a flow says all there is to say, and as good is asked for; some where only the rules are.
    let all = (number("PICKET_ORACLE_FIRST", 0)..).map(|seed| Case::new(seed, Size::Small)).take(2 * cases);
    let (flows, others): (Vec<Case>, Vec<Case>) = all.partition(|case| is_flow(&case.strike));
    let chosen: Vec<Case> = flows.into_iter().take(cases / 8).chain(others.into_iter().take(cases / 25)).collect();
    let (mut edits, mut weeks, mut compared, mut undecided) = (0, 0, 0, 0);
    for case in &chosen {
        let dir = tempfile::tempdir().unwrap();
        case.store(dir.path());
        let mut outcome = Outcome::default();
        match held(case, dir.path(), &mut outcome) {
            Ok(told) => {
                edits += told[0];
                weeks += told[1];
                compared += told[2];
                undecided += told[3];
            }
            Err(text) => outcome.fault("command", text),
        }
        assert!(outcome.faults.is_empty(), "seed {}: {:#?}", case.seed, outcome.faults);
    }
    println!("{edits} edits held, {weeks} member-weeks changed; {compared} compared, {undecided} undecided");
    assert!(edits >= chosen.len() && compared * 2 >= edits, "{edits} edits, {compared} compared");
    assert!(weeks <= 2 * edits, "{weeks} member-weeks changed by the answers to {edits} edits");
    assert!(undecided * 10 <= edits, "{undecided} of {edits} undecided");
}

/// Edits, member-weeks changed by their answers, edits compared, and undecided ones.
fn held(case: &Case, dir: &Path, outcome: &mut Outcome) -> Result<[usize; 4], String> {
    let program = Path::new(PROGRAM);
    for pin in &case.pins {
        let mut words = vec![pin.shift.as_str(), &pin.member, "--duty", &pin.duty, "--pin"];
        if pin.set_aside.is_some() {
            words.extend(["--reason", "agreed with the member"]);
        }
        picket(program, "assign", dir, &words);
    }
    document(program, "plan", dir, &["--json"], &[0])?;
    document(program, "publish", dir, &["--json"], &[0])?;
    let mut strike = case.strike.clone();
    let (mut pins, mut told) = (case.seats(), [0; 4]);
    for turn in 0..4 {
        let before = Roster::read(&strike, &export(dir)?);
        let Some(seat) = before.seats.get((case.seed as usize * 13 + turn * 7) % before.seats.len().max(1)) else {
            break;
        };
        let (ill, span) = (seat.member, strike.shifts[seat.shift].span);
        let day = time::local(strike.tz, span.0).date_naive().to_string();
        strike.members[ill].availability.push(time::item(&day).negated());
        let id = strike.members[ill].id.clone();
        document(program, "absent", dir, &[&id, &day, "--hold", "--json"], &[0])?;
        let touches = |shift: usize| {
            let span = strike.shifts[shift].span;
            time::item(&day).spans(strike.tz, span).iter().any(|off| time::overlap(*off, span))
        };
        pins.retain(|pin| pin.member != ill || !touches(pin.shift));
        let exported = export(dir)?;
        outcome.findings("held", check::roster(&strike, &exported));
        let after = Roster::read(&strike, &exported);
        let key = |seats: &[Seat]| {
            let mut seats = seats.to_vec();
            seats.sort();
            seats
        };
        if key(&pins) != key(&after.pins()) {
            outcome.fault("pins", format!("{pins:?} were pinned, {:?} are", after.pins()));
        }
        let has = |roster: &Roster, seat: &Seat| {
            roster.seats.iter().any(|o| (o.shift, o.member) == (seat.shift, seat.member))
        };
        let week = |seat: &Seat| (seat.member, strike.shifts[seat.shift].week);
        let gone = before.seats.iter().filter(|seat| seat.member != ill && !has(&after, seat)).map(week);
        let come = after.seats.iter().filter(|seat| !has(&before, seat)).map(week);
        told[0] += 1;
        told[1] += gone.chain(come).collect::<std::collections::BTreeSet<_>>().len();
        if !is_flow(&strike) {
            continue;
        }
        let mut exact = Exact::new(&strike, &pins, TIME);
        match exact.levels() {
            Ok(best) if best[..4] == levels::filled(&strike, &after)[..4] => told[2] += 1,
            Ok(best) => {
                let filled = levels::filled(&strike, &after);
                outcome.fault("held", format!("turn {turn}, {id} on {day}: {filled:?} filled, {best:?} can be"));
            }
            Err(Trouble::Time) => told[3] += 1,
            Err(Trouble::Solver(text)) => return Err(text),
        }
    }
    Ok(told)
}

/// A sample, copied; harsher: minimums by the target, every fourth member on leave, and fewer hours.
fn sample(name: &str, harsh: bool) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    for file in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("config").join(name)).unwrap() {
        let file = file.unwrap();
        let mut text = std::fs::read_to_string(file.path()).unwrap();
        let which = file.file_name();
        if harsh && which == "members.csv" {
            let row = |(at, line): (usize, &str)| match line.strip_suffix(",active") {
                Some(rest) if at % 4 == 0 => format!("{rest},leave\n"),
                _ => format!("{line}\n"),
            };
            text = text.lines().enumerate().map(row).collect();
        } else if harsh && which == "strike.toml" {
            let hours = "hours_per_week = 20              # most rostered hours a week";
            text = if text.contains(hours) {
                text.replace(hours, "hours_per_week = 16")
            } else {
                text.replace("[rules]", "[rules]\nhours_per_week = 16")
            };
        }
        std::fs::write(dir.path().join(which), text).unwrap();
    }
    dir
}

/// What `why` says of gaps of every kind of the samples, read by its words.
#[test]
fn what_why_says_of_the_samples_is_so() {
    let program = Path::new(PROGRAM);
    let whys = std::env::var("PICKET_WHYS").ok().and_then(|text| text.parse().ok()).unwrap_or(WHYS);
    let (mut kinds, mut means) = (BTreeMap::new(), BTreeMap::new());
    for (name, harsh) in
        [("opseu", false), ("opseu", true), ("cupe", false), ("cupe", true), ("opssu", false), ("opssu", true)]
    {
        let dir = sample(name, harsh);
        let strike = Strike::read(dir.path());
        document(program, "plan", dir.path(), &["--json"], &[0]).unwrap_or_else(|text| panic!("{name}: {text}"));
        let exported = export(dir.path()).unwrap();
        let roster = Roster::read(&strike, &exported);
        // Of each kind some, spread over the list.
        let mut of_kind: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for shift in 0..strike.shifts.len() {
            let status = levels::state(&strike, &roster, shift).status;
            if status != "full" {
                of_kind.entry(status).or_default().push(shift);
            }
        }
        for (kind, shifts) in of_kind {
            for &shift in shifts.iter().step_by((shifts.len() / whys).max(1)).take(whys) {
                let id = strike.shifts[shift].id.as_str();
                let json = document(program, "why", dir.path(), &[id, "--json"], &[0]).unwrap();
                let said = picket(program, "why", dir.path(), &[id, "--lang", "en"]);
                let text = said.out.split_whitespace().collect::<Vec<_>>().join(" ");
                let found = truth::told::faults(&truth::told::Told {
                    strike: &strike,
                    roster: &roster,
                    shift,
                    text: &text,
                    json: &json,
                });
                assert!(found.is_empty(), "{name}, harsh {harsh}: {found:#?}\n{}", said.out);
                *kinds.entry(kind).or_insert(0) += 1;
                for lever in list(&json["levers"]) {
                    *means.entry(lever["means"].as_str().unwrap_or_default().to_owned()).or_insert(0) += 1;
                }
            }
        }
    }
    println!("{kinds:?} looked at, {means:?} offered");
    assert!(["captain", "short", "skill", "thin"].iter().all(|kind| kinds.contains_key(kind)), "{kinds:?}");
    assert!(means.len() >= 6, "{means:?}");
}

/// The samples that people meet first: planned, told, the proof of every gap included, and held to the rules like
/// any other strike, though far too large for the exact solver.
#[test]
fn the_samples_keep_every_rule() {
    let program = Path::new(PROGRAM);
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("config");
    for name in ["opseu", "cupe", "opssu"] {
        let dir = tempfile::tempdir().unwrap();
        for file in std::fs::read_dir(samples.join(name)).unwrap() {
            let file = file.unwrap();
            std::fs::copy(file.path(), dir.path().join(file.file_name())).unwrap();
        }
        let strike = Strike::read(dir.path());
        let document = |command: &str, rest: &[&str]| {
            document(program, command, dir.path(), rest, &[0, 1]).unwrap_or_else(|text| panic!("{name}: {text}"))
        };
        let plan = document("plan", &["--json"]);
        let exported = document("export", &EXPORT);
        let roster = Roster::read(&strike, &exported);
        let mut found = check::roster(&strike, &exported);
        found.extend(check::plan(&strike, &roster, &exported, &plan));
        let gaps = document("gaps", &["--json"]);
        found.extend(check::gaps(&strike, &roster, &gaps));
        let proofs = list(&gaps["gaps"]).iter().filter(|gap| !gap["reason"]["bottleneck"].is_null()).count();
        assert!(proofs * 2 > list(&gaps["gaps"]).len(), "{name}: {proofs} gaps are proven");
        let told: Vec<String> = found.iter().take(12).map(ToString::to_string).collect();
        assert!(found.is_empty(), "{name}: {} findings\n{}", found.len(), told.join("\n"));
        assert!(roster.seats.len() > strike.shifts.len(), "{name} is hardly planned");
    }
}
