//! What people were told and is so no longer, also where the files have forgotten whom or what.

use super::hand::Made;
use super::made_of;
use super::readers::Read;
use picket::export::{Format, Published, View, What};
use picket::model::{Assignment, Duty, MemberIx, Roster};
use picket::store::record::{Row, Stranded};

const GATE: &str = "emdc/front-gate/2026-12-07/am";

/// A row of what was told.
fn told(shift: &str, member: &str, duty: &str) -> ((String, String), Row) {
    let row = Row { duty: duty.into(), origin: "plan".into(), pinned: false, overrides: String::new(), reason: None };
    ((shift.into(), member.into()), row)
}

/// Everything stands as told, but for `lost`.
fn with_lost(lost: impl IntoIterator<Item = ((String, String), Row)>) -> Made {
    let all = Made::by_hand();
    Made { before: all.roster.clone(), lost: Stranded::from_iter(lost), ..all }
}

/// How the sheet of the front gate's first day says it stands to what was published.
fn standing(all: &Made) -> String {
    let day = "2026-12-07".parse().ok();
    let text = made_of(&View { day, ..all.view() }, What::Roster, Format::Text);
    let gate = text.lines().skip_while(|line| !line.contains("Front gate")).take(3).collect::<Vec<_>>();
    let line = gate.into_iter().find(|line| line.contains("version 9")).unwrap();
    line.rsplit("  ").next().unwrap().trim().to_owned()
}

#[test]
fn whoever_was_told_and_is_no_longer_on_the_list_is_on_the_lists_of_changes() {
    let all = with_lost([
        told(GATE, "999-0001", "captain"),
        told("no/where/2026-12-07/am", "999-0002", "picket"),
        told("dryden/main/2026-12-09/am", "999-0001", "marshal"),
    ]);
    for what in [What::Changes, What::Calls] {
        let read = Read::of(&all.view(), what);
        assert_eq!(read.column("member"), ["999-0001", "999-0001", "999-0002"]);
        assert_eq!(read.column("name"), ["", "", ""]);
        assert_eq!(read.column("shift"), [GATE, "dryden/main/2026-12-09/am", "no/where/2026-12-07/am"]);
        assert_eq!(read.column("change"), ["removed", "removed", "removed"]);
        assert_eq!(read.column("duty_before"), ["captain", "marshal", "picket"]);
        assert_eq!(read.column("exists"), ["yes", "no", "no"]);
        let text = made_of(&all.view(), what, Format::Text);
        assert!(text.contains("[ ] 999-0001 (no longer on the list of members)"), "{text}");
        assert!(text.contains("2 people; taken off 3, put on 0, another post 0, other hours 0."), "{text}");
    }
    assert_eq!(standing(&all), "DRAFT: 1 change since version 9 was published");
    assert_eq!(standing(&with_lost([])), "As published in version 9");
}

#[test]
fn a_post_that_is_none_any_more_is_a_change_of_post() {
    let all = Made::by_hand();
    let (gate, other) = (all.ground.find(GATE).unwrap(), all.ground.find("emdc/dock/2026-12-07/eve").unwrap());
    // One stands there in another post, one does not stand there at all.
    let (here, off) = (all.roster.on(gate).last().unwrap().member, MemberIx(9));
    let [here_id, off_id] = [here, off].map(|member| all.ground.strike.member(member).id.clone());
    let lost = Stranded::from([told(GATE, &here_id, "marshal"), told(GATE, &off_id, "marshal")]);
    let mut before = all.roster.clone();
    before.take(gate, here);
    let all = Made { before, lost, ..all };
    let read = Read::of(&all.view(), What::Changes);
    let rows: Vec<_> = read.column("member").into_iter().zip(read.column("change")).collect();
    assert_eq!(rows.len(), 2);
    assert!(rows.contains(&(here_id.as_str(), "duty")) && rows.contains(&(off_id.as_str(), "removed")), "{rows:?}");
    assert_eq!(read.column("duty_before"), ["marshal", "marshal"]);
    assert_eq!(standing(&all), "DRAFT: 2 changes since version 9 was published");
    // On their own sheets, one is taken off and the other is not.
    let own = |member| made_of(&View { only_member: Some(member), ..all.view() }, What::Member, Format::Text);
    assert!(!own(here).contains("You are off"), "{}", own(here));
    assert!(own(off).contains("You are off"), "{}", own(off));
    assert!(all.roster.on(other).iter().all(|each| each.member != off), "the harness");
}

#[test]
fn shifts_taken_off_are_on_the_person_s_sheet_for_the_site_and_day_asked_for() {
    let all = Made::by_hand();
    let one = MemberIx(15);
    let shifts = (all.ground.timetable.len(), all.ground.strike.members.len());
    let mut before = Roster::new(shifts.0, shifts.1);
    let off = [all.ground.find(GATE).unwrap(), all.ground.find("dryden/main/2026-12-08/night").unwrap()];
    for shift in off {
        before.put(Assignment::planned(one, shift, Duty::Picket));
    }
    let id = all.ground.strike.member(one).id.clone();
    // And two that exist no more.
    let lost = Stranded::from([
        told("emdc/front-gate/2026-12-08/am", &id, "picket"),
        told("dryden/main/2026-12-09/am", &id, "picket"),
    ]);
    let all = Made { roster: Roster::new(shifts.0, shifts.1), before, lost, ..all };
    assert!(all.ground.find("emdc/front-gate/2026-12-08/am").is_err(), "a stand-down");
    let (emdc, dryden) = (all.ground.strike.lookup.sites["emdc"], all.ground.strike.lookup.sites["dryden"]);
    let taken_off = |site, day: Option<&str>| {
        let day = day.map(|day| day.parse().unwrap());
        let published = Some(Published { version: 9, roster: &all.before, hours: &all.hours });
        let view = View { site, day, published, only_member: Some(one), ..all.view() };
        let text = made_of(&view, What::Member, Format::Text);
        let place = |name| text.lines().filter(|line| line.trim_start().starts_with(name)).count();
        assert_eq!(text.matches("! You are off").count(), place("Elgin") + place("Dryden"), "{text}");
        (place("Elgin"), place("Dryden"))
    };
    assert_eq!(taken_off(None, None), (2, 2));
    assert_eq!(taken_off(Some(emdc), None), (2, 0));
    assert_eq!(taken_off(Some(dryden), None), (0, 2));
    assert_eq!(taken_off(None, Some("2026-12-07")), (1, 0));
    assert_eq!(taken_off(None, Some("2026-12-08")), (1, 1));
    assert_eq!(taken_off(Some(dryden), Some("2026-12-09")), (0, 1));
    assert_eq!(taken_off(Some(emdc), Some("2026-12-09")), (0, 0));
}
