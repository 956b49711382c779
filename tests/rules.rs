//! Each hard rule at its border, on strikes written as a captain would write them.
#![allow(clippy::unwrap_used, missing_docs)]

use picket::model::roster::Assignment;
use picket::model::{Duty, MemberIx, Roster, ShiftIx};
use picket::rules::closed::Closed;
use picket::rules::lawful::lawful;
use picket::rules::reach;
use picket::rules::{Case, Ground, RuleCode, refusal, refusals};

const STRIKE: &str = r#"
[strike]
name = "Border cases"
first_day = 2026-12-07
days = 14

[[shift]]
id = "am"
start = "07:30"
end = "11:30"

[[shift]]
id = "mid"
start = "11:30"
end = "15:30"

[[shift]]
id = "late"
start = "18:00"
end = "22:00"

[[shift]]
id = "night"
start = "22:00"
end = "02:00"
"#;

const SITES: &str = r#"
[[site]]
id = "north"
name = "North"
latitude = 43.0
longitude = -81.0
amenities = ["seating"]
minimum = 1
target = 2
maximum = 3
needs = { first_aid = 1 }

[[site]]
id = "south"
name = "South"
latitude = 42.0
longitude = -81.0
"#;

fn ground(strike: &str, sites: &str, members: &str, essential: &str) -> Ground {
    let dir = tempfile::tempdir().unwrap();
    for (name, text) in [("strike.toml", strike), ("sites.toml", sites), ("members.csv", members)] {
        std::fs::write(dir.path().join(name), text).unwrap();
    }
    if !essential.is_empty() {
        std::fs::write(dir.path().join("essential.toml"), essential).unwrap();
    }
    let reading = picket::store::read::read_strike(dir.path());
    let strike = reading.strike.unwrap_or_else(|| panic!("the folder must read: {:#?}", reading.problems));
    Ground::new(strike)
}

/// A roster under test: names in, refusals out.
struct Desk {
    ground: Ground,
    roster: Roster,
}

impl Desk {
    fn new(ground: Ground) -> Self {
        let roster = Roster::new(ground.timetable.len(), ground.strike.members.len());
        Self { ground, roster }
    }

    fn member(&self, id: &str) -> MemberIx {
        self.ground.strike.lookup.members[id]
    }

    fn shift(&self, id: &str) -> ShiftIx {
        self.ground.find(id).unwrap_or_else(|closed| panic!("{id} should exist: {closed:?}"))
    }

    fn stand(&mut self, member: &str, shift: &str) -> &mut Self {
        let (member, shift) = (self.member(member), self.shift(shift));
        self.roster.put(Assignment::planned(member, shift, Duty::Picket));
        self
    }

    fn codes(&self, member: &str, shift: &str) -> Vec<RuleCode> {
        self.codes_as(member, shift, Duty::Picket)
    }

    fn codes_as(&self, member: &str, shift: &str, duty: Duty) -> Vec<RuleCode> {
        let (member, shift) = (self.member(member), self.shift(shift));
        let case = Case { ground: &self.ground, roster: &self.roster, member, shift, duty };
        let all = refusals(&case);
        assert_eq!(refusal(&case), all.first().cloned(), "the first refusal is the first of all");
        all.iter().map(picket::rules::Refusal::code).collect()
    }
}

fn desk(members: &str) -> Desk {
    Desk::new(ground(STRIKE, SITES, members, ""))
}

fn with_agreement(rules: &str, members: &str, essential: &str) -> Desk {
    Desk::new(ground(&format!("{STRIKE}\n[rules]\n{rules}\n"), SITES, members, essential))
}

use RuleCode::{
    Availability, Daily, Essential, Maximum, Overlap, Pool, Reach, Rest, Restriction, Skill, Status, Weekly,
};

#[test]
fn the_member_may_stand_where_nothing_forbids_it() {
    let desk = desk("id,name,home_site\nm,Member,north\n");
    assert_eq!(desk.codes("m", "north/main/2026-12-07/am"), []);
}

#[test]
fn overlap_is_half_open_and_across_sites() {
    let mut desk = desk("id,name,sites\nm,Member,north>south\n");
    desk.stand("m", "north/main/2026-12-07/am");
    assert_eq!(desk.codes("m", "south/main/2026-12-07/am"), [Overlap, Daily]);
    assert_eq!(
        desk.codes("m", "south/main/2026-12-07/mid"),
        [Daily, Rest],
        "touching is no overlap, but no rest either"
    );
    assert_eq!(desk.codes("m", "north/main/2026-12-07/am"), [], "the place in question is left out");
}

#[test]
fn rest_counts_across_midnight_and_at_its_border() {
    let mut desk = desk("id,name,home_site\nm,Member,north\n");
    desk.stand("m", "north/main/2026-12-07/night");
    assert_eq!(desk.codes("m", "north/main/2026-12-08/am"), [Rest], "02:00 to 07:30");
    assert_eq!(desk.codes("m", "north/main/2026-12-08/mid"), [], "02:00 to 11:30");
}

#[test]
fn daily_and_weekly_count_by_the_day_a_shift_starts() {
    let mut desk = desk("id,name,home_site\nm,Member,north\n");
    for day in ["07", "08", "09", "10"] {
        desk.stand("m", &format!("north/main/2026-12-{day}/am"));
    }
    assert_eq!(desk.codes("m", "north/main/2026-12-11/am"), [], "twenty hours are allowed");
    desk.stand("m", "north/main/2026-12-11/am");
    assert_eq!(desk.codes("m", "north/main/2026-12-12/am"), [Weekly]);
    assert_eq!(desk.codes("m", "north/main/2026-12-13/night"), [Weekly], "Sunday night counts to Sunday's week");
    assert_eq!(desk.codes("m", "north/main/2026-12-14/am"), [], "a new week");
    assert_eq!(desk.codes("m", "north/main/2026-12-11/late"), [Daily, Weekly, Rest]);
    let none = ground(&format!("{STRIKE}\n[rules]\nshifts_per_day = 0\n"), SITES, "id,name,home_site\nm,M,north\n", "");
    assert_eq!(Desk::new(none).codes("m", "north/main/2026-12-07/am"), [Daily], "no shift at all in a day");
}

#[test]
fn status_reach_and_availability() {
    let members = "id,name,home_site,latitude,longitude,reach_km,sites,availability,status\n\
                   far,Far,,42.0,-81.0,50,,,\n\
                   near,Near,,42.0,-81.0,112,,,\n\
                   asked,Asked,,42.0,-81.0,1,north,,\n\
                   nowhere,Nowhere,,,,,,,\n\
                   mornings,Mornings,north,,,,,mon-fri 07:30-11:30,\n\
                   away,Away,north,,,,,not 2026-12-07,\n\
                   leave,Leave,north,,,,,,leave\n";
    let desk = desk(members);
    let am = "north/main/2026-12-07/am";
    assert_eq!(desk.codes("far", am), [Reach]);
    assert_eq!(desk.codes("near", am), [], "one degree of latitude is 111.195 km");
    assert_eq!(desk.codes("asked", am), []);
    assert_eq!(desk.codes("nowhere", am), [Reach]);
    assert_eq!(desk.codes("mornings", am), []);
    assert_eq!(desk.codes("mornings", "north/main/2026-12-07/mid"), [Availability]);
    assert_eq!(desk.codes("away", am), [Availability]);
    assert_eq!(desk.codes("leave", am), [Status]);
    // That distance included: the very distance is within reach, the next smaller number is not.
    let (near, north) = (desk.member("near"), desk.ground.shift(desk.shift(am)).site);
    let km = reach::distance_km(&desk.ground, near, north).unwrap();
    for (reach_km, expected) in [(km, vec![]), (km.next_down(), vec![Reach])] {
        let mut strike = desk.ground.strike.clone();
        strike.members[near.ix()].reach_km = reach_km;
        assert_eq!(Desk::new(Ground::new(strike)).codes("near", am), expected, "{reach_km} km for {km} km");
    }
}

#[test]
fn restrictions_ask_the_site_and_the_clock() {
    let members = "id,name,sites,restrictions\n\
                   seat,Seat,north>south,seating\n\
                   day,Day,north>south,no_nights\n\
                   desk,Desk,north>south,no_line\n";
    let early = "[[shift]]\nid = \"five\"\nstart = \"05:59\"\nend = \"09:00\"\n[[shift]]\nid = \"six\"\nstart = \"06:00\"\nend = \"09:00\"\n\
                 [[shift]]\nid = \"evening\"\nstart = \"18:30\"\nend = \"22:01\"\n";
    let desk = Desk::new(ground(&format!("{STRIKE}\n{early}"), SITES, members, ""));
    assert_eq!(desk.codes("day", "north/main/2026-12-07/five"), [Restriction], "the night's last minute");
    assert_eq!(desk.codes("day", "north/main/2026-12-07/six"), [], "06:00 is no night");
    assert_eq!(desk.codes("day", "north/main/2026-12-07/evening"), [Restriction], "the night that begins that day");
    assert_eq!(desk.codes("seat", "north/main/2026-12-07/am"), []);
    assert_eq!(desk.codes("seat", "south/main/2026-12-07/am"), [Restriction]);
    assert_eq!(desk.codes("day", "north/main/2026-12-07/late"), [], "22:00 is not touched");
    assert_eq!(desk.codes("day", "north/main/2026-12-07/night"), [Restriction]);
    assert_eq!(desk.codes("desk", "north/main/2026-12-07/am"), [Restriction]);
}

#[test]
fn posts_have_numbers_and_skills() {
    let members =
        "id,name,sites,skills\nc,C,north,captain\nd,D,north,captain;first_aid\np,P,north,\nq,Q,north,\nr,R,north,\n";
    let mut desk = desk(members);
    let am = "north/main/2026-12-07/am";
    let first_aid = Duty::Skill(desk.ground.strike.find_skill("first_aid").unwrap());
    assert_eq!(desk.codes_as("p", am, Duty::Captain), [Skill]);
    assert_eq!(desk.codes_as("c", am, first_aid), [Skill]);
    assert_eq!(desk.codes_as("d", "south/main/2026-12-07/am", first_aid), [Reach, Maximum], "no such post there");
    let (c, shift) = (desk.member("c"), desk.shift(am));
    desk.roster.put(Assignment::planned(c, shift, Duty::Captain));
    assert_eq!(desk.codes_as("d", am, Duty::Captain), [Maximum], "the one captain post is held");
    assert_eq!(desk.codes_as("c", am, Duty::Captain), [], "by the member in question");
    desk.stand("p", am).stand("q", am);
    assert_eq!(desk.codes("r", am), [Maximum]);
    assert_eq!(desk.codes("q", am), []);
}

const DUTY: &str = r#"
[[requirement]]
id = "health"
site = "north"
required = 2
windows = ["mon-sun 07:00-19:00"]

[[designation]]
member = "whole"
requirement = "health"
kind = "full_time"

[[designation]]
member = "part"
requirement = "health"
kind = "part_time"
hours = ["mon 15:00-16:30"]
"#;

#[test]
fn essential_duty_is_dated_hours_with_a_buffer() {
    let members = "id,name,home_site\nwhole,Whole,north\npart,Part,north\n";
    let desk = with_agreement("essential_buffer_minutes = 120", members, DUTY);
    assert_eq!(desk.codes("whole", "north/main/2026-12-07/late"), [Essential]);
    assert_eq!(desk.codes("whole", "north/main/2026-12-07/night"), [], "three hours clear before, five after");
    assert_eq!(desk.codes("part", "north/main/2026-12-07/am"), []);
    assert_eq!(desk.codes("part", "north/main/2026-12-07/mid"), [Essential]);
    assert_eq!(desk.codes("part", "north/main/2026-12-07/late"), [Essential], "16:30 to 18:00 is less than the buffer");
    assert_eq!(desk.codes("part", "north/main/2026-12-08/mid"), []);
    let never = with_agreement("essential_may_picket_off_duty = false", members, DUTY);
    assert_eq!(never.codes("part", "north/main/2026-12-08/mid"), [Essential]);
    let touching = with_agreement("essential_buffer_minutes = 90", members, DUTY);
    assert_eq!(touching.codes("part", "north/main/2026-12-07/late"), [], "the buffer may just touch");
}

fn pool(required: u32) -> Desk {
    let essential = format!(
        "[[requirement]]\nid = \"p\"\nsite = \"north\"\nrequired = {required}\nwindows = [\"mon-fri 08:00-20:00\"]\n{}",
        ["a", "b", "c"]
            .map(|m| format!("[[designation]]\nmember = \"{m}\"\nrequirement = \"p\"\nkind = \"pool\"\n"))
            .concat()
    );
    let members = "id,name,sites,status\na,A,north>south,\nb,B,north>south,\nc,C,north>south,leave\n";
    with_agreement("shifts_per_day = 2\nmin_rest_hours = 0\nhours_per_week = 60", members, &essential)
}

#[test]
fn a_pool_counts_each_member_once_at_each_instant() {
    let mut two = pool(2);
    two.stand("a", "north/main/2026-12-07/am");
    assert_eq!(two.codes("b", "south/main/2026-12-07/am"), [Pool]);
    assert_eq!(two.codes("b", "south/main/2026-12-07/mid"), [Pool], "the buffers overlap from 10:30 to 12:30");
    assert_eq!(two.codes("b", "south/main/2026-12-07/late"), []);
    assert_eq!(two.codes("a", "south/main/2026-12-07/mid"), [], "one member is off the line only once");
    assert_eq!(two.codes("b", "south/main/2026-12-12/am"), [], "no window on Saturday");
    let mut one = pool(1);
    one.stand("a", "north/main/2026-12-07/am");
    assert_eq!(one.codes("b", "south/main/2026-12-07/am"), [], "the member on leave counts to the pool");
    assert_eq!(pool(3).codes("a", "north/main/2026-12-07/am"), [Pool]);
    for (required, held) in [(2, false), (3, true), (9, true)] {
        let desk = pool(required);
        let (member, am) = (desk.member("a"), desk.shift("north/main/2026-12-07/am"));
        assert_eq!(picket::rules::pool::holds(&desk.ground, member, am), held, "{required} of three stay off the line");
        let night = desk.shift("north/main/2026-12-07/night");
        assert!(!picket::rules::pool::holds(&desk.ground, member, night), "clear of the window");
    }
    assert_eq!(
        pool(9).codes("a", "north/main/2026-12-07/night"),
        [],
        "22:00 less the buffer is 21:00: clear of the window"
    );
}

#[test]
fn a_shift_that_does_not_exist_says_why() {
    let ground = ground(STRIKE, SITES, "id,name\nm,M\n", "");
    let closed = |id: &str| ground.find(id).unwrap_err();
    assert_eq!(closed("north/main/2026-12-07"), Closed::Form);
    assert_eq!(closed("nord/main/2026-12-07/am"), Closed::Site("nord".into()));
    assert_eq!(closed("north/gate/2026-12-07/am"), Closed::Line("gate".into()));
    assert_eq!(closed("north/main/2026-12-07/pm"), Closed::Template("pm".into()));
    assert_eq!(closed("north/main/2026-12-21/am"), Closed::Horizon);
    assert_eq!(closed("north/main/2026-12-06/night"), Closed::Horizon);
}

fn legal(statute: &str, dates: &str) -> Option<String> {
    let strike =
        format!("{STRIKE}\n[legal]\n{dates}\n").replace("[strike]", &format!("[strike]\nstatute = \"{statute}\""));
    let ground = ground(&strike, SITES, "id,name\nm,M\n", "");
    lawful(&ground.strike).map(|lawful| lawful.at.rfc3339(ground.strike.campaign.zone))
}

#[test]
fn the_lawful_instant_follows_the_dates() {
    for (mailed, lawful) in [
        ("2018-02-11", "2018-02-28T00:01:00-05:00"),
        ("2022-10-17", "2022-11-03T00:01:00-04:00"),
        ("2019-09-06", "2019-09-23T00:01:00-04:00"),
        ("2015-12-24", "2016-01-10T00:01:00-05:00"),
    ] {
        assert_eq!(legal("lra", &format!("no_board_mailed = {mailed}")).as_deref(), Some(lawful));
    }
    for (served, lawful) in [("2022-10-30", "2022-11-04T00:01:00-04:00"), ("2020-01-26", "2020-01-31T00:01:00-05:00")] {
        assert_eq!(legal("sbcba", &format!("notice_served = {served}")).as_deref(), Some(lawful));
        assert_eq!(legal("lra", &format!("notice_served = {served}")), None, "no notice under this act");
    }
    let both = "no_board_mailed = 2026-11-16\nnotice_served = 2026-11-30";
    assert_eq!(legal("ccba", both).as_deref(), Some("2026-12-05T00:01:00-05:00"));
    let signed = "no_board_mailed = 2026-11-16\nessential_agreement_signed = 2026-12-10";
    assert_eq!(legal("cecba", signed).as_deref(), Some("2026-12-10T00:00:00-05:00"));
    let agreed = "no_board_mailed = 2026-11-16\nlawful_from = { at = 2026-12-01T06:00:00, reason = \"agreed\" }";
    assert_eq!(legal("lra", agreed).as_deref(), Some("2026-12-01T06:00:00-05:00"));
}
