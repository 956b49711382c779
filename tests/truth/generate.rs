//! Small strikes from a seed, written as the folders a person would write.
//!
//! Every feature of the contract that a planner can trip over has a knob; each
//! seed turns some of them on. What comes out is read back through [`Strike`],
//! so that what is asked of the program is exactly what its files say.

use super::check;
use super::roster::{Roster, Seat};
use super::rules::{self, Rule};
use super::strike::Strike;
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;

/// What a generated strike may contain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Feature {
    /// Shifts across midnight, and close enough for rest to matter.
    Overnight,
    /// Shifts of different lengths.
    Mixed,
    /// Shifts that overlap in part.
    Overlapping,
    TwoADay,
    Pins,
    Caps,
    StandDowns,
    Pools,
    /// Full-time and part-time designations.
    Essential,
    /// Alternates and on-call.
    AtRisk,
    Needs,
    Restrictions,
    Availability,
    Reach,
    Statuses,
    Phases,
    /// A second time zone.
    Zones,
    /// A first day near a change of the clocks.
    Clocks,
    /// Weeks that begin inside the plan.
    Weeks,
}

impl Feature {
    pub const ALL: [Self; 19] = [
        Self::Overnight,
        Self::Mixed,
        Self::Overlapping,
        Self::TwoADay,
        Self::Pins,
        Self::Caps,
        Self::StandDowns,
        Self::Pools,
        Self::Essential,
        Self::AtRisk,
        Self::Needs,
        Self::Restrictions,
        Self::Availability,
        Self::Reach,
        Self::Statuses,
        Self::Phases,
        Self::Zones,
        Self::Clocks,
        Self::Weeks,
    ];
}

/// How much a generated strike leaves to decide: pairs of member and shift.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// Few enough to try everything.
    Tiny,
    Small,
    /// For longer runs.
    Middling,
}

impl Size {
    fn pairs(self) -> std::ops::RangeInclusive<usize> {
        match self {
            Self::Tiny => 3..=super::brute::MOST - 3,
            Self::Small => 10..=140,
            Self::Middling => 120..=420,
        }
    }

    /// Most members, sites, days.
    fn most(self) -> (u32, u32, u32) {
        match self {
            Self::Tiny => (4, 2, 3),
            Self::Small => (14, 3, 5),
            Self::Middling => (25, 4, 7),
        }
    }
}

/// A pin to be made by hand before the plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Pin {
    pub shift: String,
    pub member: String,
    pub duty: String,
    /// A † rule is set aside, so a reason is due.
    pub set_aside: Option<Rule>,
}

#[derive(Debug, Clone)]
pub struct Case {
    pub seed: u64,
    pub features: BTreeSet<Feature>,
    /// File name and text.
    pub files: Vec<(&'static str, String)>,
    pub strike: Strike,
    pub pins: Vec<Pin>,
}

impl Case {
    /// The case of a seed: its features are drawn too.
    pub fn new(seed: u64, size: Size) -> Self {
        let mut dice = Dice::new(seed, 0);
        let features = Feature::ALL.into_iter().filter(|_| dice.in_hundred(40)).collect();
        Self::with(seed, size, features)
    }

    pub fn with(seed: u64, size: Size, features: BTreeSet<Feature>) -> Self {
        for attempt in 1..10_000 {
            let mut dice = Dice::new(seed, attempt);
            let files = write(&mut dice, size, &features);
            let dir = tempfile::tempdir().expect("a folder for the time being");
            store(&files, dir.path());
            let strike = Strike::read(dir.path());
            let pairs = eligible_pairs(&strike).len();
            if size.pairs().contains(&pairs) {
                let pins = if features.contains(&Feature::Pins) { pins(&mut dice, &strike) } else { Vec::new() };
                return Self { seed, features, files, strike, pins };
            }
        }
        panic!("seed {seed}: no strike of this size with {features:?}")
    }

    pub fn store(&self, dir: &Path) {
        store(&self.files, dir);
        let mut text = format!("seed {} {:?}\n", self.seed, self.features);
        for pin in &self.pins {
            writeln!(text, "pin {} {} {} {:?}", pin.shift, pin.member, pin.duty, pin.set_aside).expect("text");
        }
        std::fs::write(dir.join("case.txt"), text).expect("a note beside the case");
    }

    /// The pins as seats, for the exact solvers.
    pub fn seats(&self) -> Vec<Seat> {
        let seat = |pin: &Pin| Seat {
            shift: self.strike.shift(&pin.shift).expect("a shift"),
            member: self.strike.member(&pin.member).expect("a member"),
            duty: pin.duty.clone(),
            pinned: true,
            overrides: pin.set_aside.iter().map(|rule| rule.code().to_owned()).collect(),
        };
        self.pins.iter().map(seat).collect()
    }
}

fn store(files: &[(&'static str, String)], dir: &Path) {
    for (name, text) in files {
        std::fs::write(dir.join(name), text).expect("a file of the case");
    }
}

pub fn eligible_pairs(strike: &Strike) -> Vec<(usize, usize)> {
    let shifts = 0..strike.shifts.len();
    shifts
        .flat_map(|s| (0..strike.members.len()).map(move |m| (m, s)))
        .filter(|&(m, s)| rules::eligible(strike, m, s))
        .collect()
}

/// The hard rules that decide something in this strike: without the rule, a
/// roster would be allowed that is not.
pub fn binding(strike: &Strike) -> BTreeSet<Rule> {
    let mut found = BTreeSet::new();
    let pairs = eligible_pairs(strike);
    for shift in 0..strike.shifts.len() {
        for member in 0..strike.members.len() {
            if let [rule] = rules::alone(strike, member, shift)[..] {
                found.insert(rule);
            }
        }
        let able: Vec<usize> = pairs.iter().filter(|p| p.1 == shift).map(|p| p.0).collect();
        let what = &strike.shifts[shift];
        if able.len() > what.maximum {
            found.insert(Rule::Maximum);
        }
        if able.iter().any(|m| !strike.members[*m].skills.contains("captain")) {
            found.insert(Rule::Skill);
        }
    }
    for member in 0..strike.members.len() {
        let theirs: Vec<usize> = pairs.iter().filter(|p| p.0 == member).map(|p| p.1).collect();
        for (index, &a) in theirs.iter().enumerate() {
            found.extend(theirs[index + 1..].iter().filter_map(|&b| rules::clash(strike, a, b)));
        }
        let at = |s: usize| &strike.shifts[s];
        for &a in &theirs {
            let apart = |s: &&usize| **s == a || rules::clash(strike, a, **s).is_none();
            let day = theirs.iter().filter(apart).filter(|s| at(**s).date == at(a).date);
            if day.count() > strike.shifts_per_day {
                found.insert(Rule::Daily);
            }
            // One shift a day, the longest of each, is surely possible by rest.
            let mut week = 0;
            for day in strike.first_day.iter_days().take(strike.days as usize) {
                let of_day = theirs
                    .iter()
                    .filter(|s| at(**s).date == day && at(**s).week == at(a).week)
                    .map(|s| at(*s).minutes());
                week += of_day.max().unwrap_or(0);
            }
            if week > strike.week_minutes {
                found.insert(Rule::Weekly);
            }
        }
    }
    for pool in strike.pools.iter().filter(|pool| pool.spare > 0) {
        let theirs: Vec<usize> = (0..strike.shifts.len()).collect();
        for moment in rules::moments(strike, pool, &theirs) {
            let able: BTreeSet<usize> = pairs
                .iter()
                .filter(|(m, s)| pool.members.contains(m) && moment.shifts.contains(s))
                .map(|(m, _)| *m)
                .collect();
            if able.len() > pool.spare {
                found.insert(Rule::Pool);
            }
        }
    }
    let templates: BTreeSet<&str> = strike.shifts.iter().map(|s| s.template.as_str()).collect();
    let sites: BTreeSet<usize> = strike.shifts.iter().map(|s| s.site).collect();
    let even = templates.len().max(1) * sites.len().max(1);
    if !strike.shifts.len().is_multiple_of(even) {
        found.insert(Rule::Closed);
    }
    found
}

fn pins(dice: &mut Dice, strike: &Strike) -> Vec<Pin> {
    let mut roster = Roster::default();
    let mut found = Vec::new();
    for _ in 0..40 {
        if found.len() == 3 {
            break;
        }
        let shift = dice.below(strike.shifts.len());
        let member = dice.below(strike.members.len());
        let set_aside = match rules::alone(strike, member, shift)[..] {
            [] => None,
            [rule] if rule.can_be_set_aside() && dice.in_hundred(30) => Some(rule),
            _ => continue,
        };
        let skills: Vec<&String> =
            strike.members[member].skills.iter().filter(|skill| strike.shifts[shift].posts(skill) > 0).collect();
        let duty = match skills.len() {
            n if n > 0 && dice.in_hundred(60) => skills[dice.below(n)].clone(),
            _ => "picket".to_owned(),
        };
        let mut more = roster.clone();
        more.seat(shift, member, &duty);
        let seat = more.seats.last_mut().expect("the new seat");
        seat.pinned = true;
        seat.overrides.extend(set_aside.map(|rule| rule.code().to_owned()));
        if check::hard_rules(strike, &more).is_empty() {
            roster = more;
            found.push(Pin {
                shift: strike.shifts[shift].id.clone(),
                member: strike.members[member].id.clone(),
                duty,
                set_aside,
            });
        }
    }
    found
}

struct Dice(Pcg64Mcg);

impl Dice {
    fn new(seed: u64, attempt: u64) -> Self {
        Self(Pcg64Mcg::seed_from_u64(seed.wrapping_mul(10_007).wrapping_add(attempt)))
    }

    fn in_hundred(&mut self, chance: u32) -> bool {
        self.0.random_range(0..100) < chance
    }

    fn below(&mut self, end: usize) -> usize {
        if end == 0 { 0 } else { self.0.random_range(0..end) }
    }

    fn within(&mut self, low: u32, high: u32) -> u32 {
        self.0.random_range(low..=high.max(low))
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }
}

struct Plan {
    features: BTreeSet<Feature>,
    first_day: chrono::NaiveDate,
    days: u32,
    sites: u32,
    members: u32,
    templates: Vec<&'static str>,
}

impl Plan {
    fn has(&self, feature: Feature) -> bool {
        self.features.contains(&feature)
    }

    fn day(&self, dice: &mut Dice) -> chrono::NaiveDate {
        self.first_day + chrono::Duration::days(i64::from(dice.within(0, self.days - 1)))
    }
}

fn write(dice: &mut Dice, size: Size, on: &BTreeSet<Feature>) -> Vec<(&'static str, String)> {
    let (members, sites, days) = size.most();
    let date = |y, m, d| chrono::NaiveDate::from_ymd_opt(y, m, d).expect("a date");
    let first_day = if on.contains(&Feature::Clocks) {
        dice.pick(&[date(2026, 10, 30), date(2026, 10, 31), date(2026, 3, 6), date(2026, 3, 7)])
    } else {
        dice.pick(&[date(2026, 12, 7), date(2026, 6, 10), date(2026, 9, 4)])
    };
    let least = if on.contains(&Feature::Weeks) { days.min(3) } else { 1 };
    let mut plan = Plan {
        features: on.clone(),
        first_day,
        days: dice.within(least, days),
        sites: dice.within(1, sites),
        members: dice.within(2, members),
        templates: Vec::new(),
    };
    let strike = strike_toml(dice, &mut plan);
    let mut files = vec![
        ("strike.toml", strike),
        ("sites.toml", sites_toml(dice, &plan)),
        ("members.csv", members_csv(dice, &plan)),
    ];
    let essential = [Feature::Pools, Feature::Essential, Feature::AtRisk];
    if essential.into_iter().any(|feature| plan.has(feature)) {
        files.push(("essential.toml", essential_toml(dice, &plan)));
    }
    files
}

/// id, start, end of every template there can be.
const TEMPLATES: [(&str, &str, &str); 9] = [
    ("am", "07:30", "11:30"),
    ("mid", "11:30", "15:30"),
    ("pm", "15:30", "19:30"),
    ("night", "22:00", "02:00"),
    ("dawn", "01:30", "05:30"),
    ("long", "08:00", "14:00"),
    ("brief", "16:00", "18:30"),
    ("noon", "10:00", "14:00"),
    ("lunch", "12:00", "13:00"),
];

fn strike_toml(dice: &mut Dice, plan: &mut Plan) -> String {
    let mut some = vec!["am", "mid", "pm"];
    for (feature, ids) in [
        (Feature::Overnight, &["night", "dawn"][..]),
        (Feature::Mixed, &["long", "brief"]),
        (Feature::Overlapping, &["noon"]),
    ] {
        if plan.has(feature) {
            some.extend(ids);
        }
    }
    // The features' own templates come last: those are the ones to keep.
    let most = dice.within(1, 4) as usize;
    while some.len() > most.max(usize::from(some.len() > 3) * 2) {
        let index = dice.below(some.len().min(3));
        some.remove(index);
    }
    plan.templates.clone_from(&some);
    let (from, last) = (plan.first_day, plan.first_day + chrono::Duration::days(2));
    let week_starts =
        if plan.has(Feature::Weeks) { format!("{:?}", chrono::Datelike::weekday(&last)) } else { "mon".to_owned() };
    let week_starts = match week_starts.to_lowercase().as_str() {
        "sun" => "sunday",
        "mon" => "monday",
        "tue" => "tuesday",
        "wed" => "wednesday",
        "thu" => "thursday",
        "fri" => "friday",
        _ => "saturday",
    };
    let per_day = if plan.has(Feature::TwoADay) { 2 } else { 1 };
    let rest =
        if plan.has(Feature::TwoADay) { dice.pick(&["0", "2", "4"]) } else { dice.pick(&["8", "8", "11", "16"]) };
    let mut text = format!(
        "[strike]\nname = \"Generated\"\nfirst_day = {from}\ndays = {}\n\n\
         [strike_pay]\nhours_per_week = {}\nweek_starts = \"{week_starts}\"\n\n\
         [rules]\nshifts_per_day = {per_day}\nhours_per_week = {}\nmin_rest_hours = {rest}\n\
         essential_buffer_minutes = {}\nessential_may_picket_off_duty = {}\nreach_km = {}\n\n\
         [line]\nminimum = 1\ntarget = 2\nmaximum = {}\n",
        plan.days,
        dice.pick(&[20, 20, 12, 8]),
        dice.pick(&[20, 20, 12, 8, 24]),
        dice.pick(&[60, 60, 0, 120]),
        dice.in_hundred(85),
        if plan.has(Feature::Reach) { dice.pick(&[20, 35]) } else { 200 },
        dice.pick(&[3, 4, 6]),
    );
    if plan.has(Feature::Phases) {
        let later = plan.first_day + chrono::Duration::days(1);
        let mode = dice.pick(&["information", "work_to_rule", "rotating", "suspended"]);
        let listed = if mode == "rotating" { "regions = [1]\n" } else { "" };
        let hour = dice.pick(&["00:01:00", "12:00:00", "00:00:00"]);
        write!(
            text,
            "\n[[phase]]\nmode = \"{mode}\"\nfrom = {from}T00:00:00\n{listed}\n\
             [[phase]]\nmode = \"full\"\nfrom = {later}T{hour}\n"
        )
        .expect("text");
        plan.templates.push("lunch");
    }
    for id in &plan.templates {
        let (_, start, end) = TEMPLATES.iter().find(|t| t.0 == *id).expect("a template");
        write!(text, "\n[[shift]]\nid = \"{id}\"\nstart = \"{start}\"\nend = \"{end}\"\n").expect("text");
        if *id == "lunch" {
            text.push_str("information = true\n");
        } else if dice.in_hundred(10) {
            text.push_str("days = [\"mon\", \"tue\", \"wed\", \"fri\", \"sat\"]\n");
        }
    }
    text
}

fn sites_toml(dice: &mut Dice, plan: &Plan) -> String {
    let mut text = String::new();
    for site in 0..plan.sites {
        write!(
            text,
            "[[site]]\nid = \"s{site}\"\nname = \"Site {site}\"\nregion = {}\n\
             latitude = {:.3}\nlongitude = {:.3}\n",
            dice.within(1, 2),
            43.0 + f64::from(dice.within(0, 400)) / 1000.0,
            -81.0 + f64::from(dice.within(0, 400)) / 1000.0,
        )
        .expect("text");
        if plan.has(Feature::Zones) && site > 0 {
            text.push_str("timezone = \"America/Winnipeg\"\n");
        }
        if plan.has(Feature::Restrictions) && dice.in_hundred(50) {
            text.push_str("amenities = [\"seating\", \"washroom\"]\n");
        }
        heads(dice, &mut text, 100);
        if plan.has(Feature::Needs) && dice.in_hundred(75) {
            let skill = dice.pick(&["first_aid", "french"]);
            writeln!(text, "needs = {{ {skill} = {} }}", dice.within(1, 2)).expect("text");
        }
        let several = dice.in_hundred(25);
        let capped = plan.has(Feature::Caps) && dice.in_hundred(70);
        let down = plan.has(Feature::StandDowns) && dice.in_hundred(50);
        for line in 0..if several { 2 } else { 1 } {
            if several || capped {
                write!(text, "\n[[site.line]]\nid = \"l{line}\"\n").expect("text");
                heads(dice, &mut text, 30);
                if plan.has(Feature::Needs) && dice.in_hundred(20) {
                    text.push_str("needs = { marshal = 1 }\n");
                }
            }
            if capped {
                let from = plan.day(dice);
                let until = from + chrono::Duration::days(i64::from(dice.within(1, 2)));
                write!(
                    text,
                    "\n[[site.line.cap]]\nat_most = {}\nfrom = {from}T08:00:00\n\
                     until = {until}T00:00:00\n",
                    dice.pick(&[0, 1, 1, 2, 2, 3]),
                )
                .expect("text");
            }
        }
        if down {
            let day = plan.day(dice);
            write!(
                text,
                "\n[[site.stand_down]]\nfrom = {day}T11:00:00\nuntil = {day}T13:00:00\n\
                 reason = \"funeral\"\n"
            )
            .expect("text");
        }
        text.push('\n');
    }
    text
}

fn heads(dice: &mut Dice, text: &mut String, chance: u32) {
    if !dice.in_hundred(chance) {
        return;
    }
    let minimum = dice.pick(&[0, 1, 1, 2, 2, 3]);
    let target = minimum + dice.pick(&[0, 1, 1, 2, 3]);
    let maximum = target.max(1) + dice.pick(&[0, 0, 1, 2, 4]);
    writeln!(
        text,
        "minimum = {minimum}\ntarget = {target}\nmaximum = {maximum}\ncaptain_ratio = {}",
        dice.pick(&[10, 10, 2, 1, 3])
    )
    .expect("text");
}

fn members_csv(dice: &mut Dice, plan: &Plan) -> String {
    let mut text = String::from(
        "id,name,home_site,latitude,longitude,reach_km,skills,availability,sites,shifts,\
         restrictions,status\n",
    );
    for member in 0..plan.members {
        let home = if dice.in_hundred(90) { format!("s{}", dice.within(0, plan.sites - 1)) } else { String::new() };
        let (latitude, longitude) = if home.is_empty() || dice.in_hundred(20) {
            (
                format!("{:.3}", 43.0 + f64::from(dice.within(0, 400)) / 1000.0),
                format!("{:.3}", -81.0 + f64::from(dice.within(0, 400)) / 1000.0),
            )
        } else {
            (String::new(), String::new())
        };
        let reach = if plan.has(Feature::Reach) && dice.in_hundred(30) { dice.pick(&["5", "25", "40"]) } else { "" };
        let mut skills = Vec::new();
        for (skill, chance) in [("captain", 35), ("first_aid", 30), ("french", 30), ("marshal", 20)] {
            if dice.in_hundred(chance) {
                skills.push(skill);
            }
        }
        let availability = if plan.has(Feature::Availability) && dice.in_hundred(60) {
            availability(dice, plan)
        } else {
            String::new()
        };
        let sites = if plan.has(Feature::Reach) && dice.in_hundred(30) {
            format!("s{}", dice.within(0, plan.sites - 1))
        } else {
            String::new()
        };
        let shifts = if dice.in_hundred(20) { dice.pick(&plan.templates) } else { "" };
        let restrictions = if plan.has(Feature::Restrictions) && dice.in_hundred(40) {
            dice.pick(&["no_nights", "seating", "no_line", "seating;no_nights", "shelter"])
        } else {
            ""
        };
        let status = if plan.has(Feature::Statuses) && dice.in_hundred(25) {
            dice.pick(&["leave", "ltd", "wsib", "parental", "excluded", "arbitration"])
        } else {
            dice.pick(&["", "active"])
        };
        writeln!(
            text,
            "m{member:02},Member {member},{home},{latitude},{longitude},{reach},{},\
             {availability},{sites},{shifts},{restrictions},{status}",
            skills.join(";"),
        )
        .expect("text");
    }
    text
}

fn availability(dice: &mut Dice, plan: &Plan) -> String {
    let day = plan.day(dice);
    let until = day + chrono::Duration::days(1);
    match dice.below(7) {
        0 => "07:00-16:00".to_owned(),
        1 => "15:00-03:00".to_owned(),
        2 => format!("not {day}"),
        3 => format!("not {day} 12:00-20:00"),
        4 => "mon-fri; sat 06:00-12:00".to_owned(),
        5 => format!("{day}..{until}"),
        _ => "00:00-12:00;11:00-24:00;not wed".to_owned(),
    }
}

fn essential_toml(dice: &mut Dice, plan: &Plan) -> String {
    let mut text = String::from("version = 1\n");
    let member = |dice: &mut Dice| format!("m{:02}", dice.within(0, plan.members - 1));
    let windows =
        |dice: &mut Dice| dice.pick(&["", "windows = [\"mon-sun 07:00-13:00\"]\n", "windows = [\"14:00-23:00\"]\n"]);
    let mut designations = String::new();
    let mut designate = |requirement: &str, member: &str, rest: &str| {
        write!(designations, "\n[[designation]]\nrequirement = \"{requirement}\"\nmember = \"{member}\"\n{rest}")
            .expect("text");
    };
    let site = |dice: &mut Dice| format!("s{}", dice.within(0, plan.sites - 1));
    if plan.has(Feature::Pools) {
        for pool in 0..dice.within(1, 2) {
            let who: BTreeSet<String> = (0..dice.within(2, 6)).map(|_| member(dice)).collect();
            write!(
                text,
                "\n[[requirement]]\nid = \"pool{pool}\"\nsite = \"{}\"\nrequired = {}\n{}",
                site(dice),
                who.len().saturating_sub(dice.pick(&[1, 1, 2, 0])),
                windows(dice),
            )
            .expect("text");
            for id in &who {
                designate(&format!("pool{pool}"), id, "kind = \"pool\"\n");
            }
        }
    }
    if plan.has(Feature::Essential) {
        write!(
            text,
            "\n[[requirement]]\nid = \"care\"\nsite = \"{}\"\nrequired = 1\n\
             windows = [\"mon-sun 06:00-10:00\"]\n",
            site(dice),
        )
        .expect("text");
        designate("care", &member(dice), "kind = \"full_time\"\n");
        let hours = dice.pick(&["12:00-16:00", "mon,wed,fri 20:00-04:00", "sat-tue 07:00-09:00"]);
        let rest = format!("kind = \"part_time\"\nhours = [\"{hours}\"]\n");
        designate("care", &member(dice), &rest);
    }
    if plan.has(Feature::AtRisk) {
        write!(
            text,
            "\n[[requirement]]\nid = \"storm\"\nsite = \"{}\"\npart = \"emergency\"\n\
             required = 1\ntrigger = \"a storm\"\n",
            site(dice),
        )
        .expect("text");
        let other = member(dice);
        let rest = format!("kind = \"alternate\"\nalternate_for = \"{other}\"\n");
        designate("storm", &member(dice), &rest);
        designate("storm", &member(dice), "kind = \"on_call\"\nresponse_minutes = 60\n");
    }
    text + &designations
}
