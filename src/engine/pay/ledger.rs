//! The ledger: for each week, who was rostered, who came, and what is owed.

use super::{credited, rate, strike_pay, strike_week};
use crate::model::money::Cents;
use crate::model::time::week_of;
use crate::model::{MemberIx, Roster};
use crate::rules::Ground;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// One line of a sign-in sheet. It keeps ids, since people are owed what they earned also when the list of members or the
/// plan has changed since.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stint<'a> {
    /// Id of the member.
    pub member: &'a str,
    /// The local date on which the shift starts.
    pub date: NaiveDate,
    /// What happened.
    pub came: Came,
}

/// What a line of a sign-in sheet tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Came {
    /// On the line for so many minutes.
    For(i64),
    /// Signed in, and not out yet.
    Still,
    /// Did not come.
    Not,
}

/// What of the ledger is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Choice<'a> {
    /// Only the week that holds this day.
    pub week: Option<NaiveDate>,
    /// Only the member with this id.
    pub member: Option<&'a str>,
}

/// Weeks, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ledger {
    /// Every week of the plan, and any other in which someone was on a line.
    pub weeks: Vec<Week>,
}

/// One week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Week {
    /// Its first day.
    pub starts: NaiveDate,
    /// Its number in the strike, from 1.
    pub number: i64,
    /// Full strike pay in it.
    pub rate: Cents,
    /// Everyone with a rostered shift or a line on a sign-in sheet, in order of id.
    pub rows: Vec<Row>,
}

/// One member's week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The id.
    pub member: String,
    /// The member; None: no longer on the list.
    pub ix: Option<MemberIx>,
    /// Minutes of the shifts the member is rostered for.
    pub rostered: i64,
    /// Minutes between signing in and signing out.
    pub attended: i64,
    /// Minutes that count towards pay.
    pub credited: i64,
    /// Minutes that earn full pay.
    pub full: i64,
    /// What is owed.
    pub pay: Cents,
    /// Times signed in and not out; they count for nothing until they are.
    pub open: u32,
    /// Times expected and not there.
    pub no_shows: u32,
}

/// A member's week as it is gathered.
#[derive(Default)]
struct Gathered {
    rostered: i64,
    attended: Vec<(NaiveDate, i64)>,
    open: u32,
    no_shows: u32,
}

/// The ledger of a roster and its sign-in sheets.
pub fn ledger<'a>(
    ground: &'a Ground,
    roster: &Roster,
    stints: impl IntoIterator<Item = Stint<'a>>,
    choice: Choice<'_>,
) -> Ledger {
    let (strike, pay) = (&ground.strike, &ground.strike.pay);
    let first_day = strike.campaign.first_day;
    let wanted = choice.week.map(|day| week_of(day, pay.week_starts));
    let is_wanted = |week: NaiveDate, id: &str| {
        wanted.is_none_or(|wanted| wanted == week) && choice.member.is_none_or(|wanted| wanted == id)
    };
    let mut weeks: BTreeMap<NaiveDate, BTreeMap<&str, Gathered>> = match wanted {
        Some(week) => BTreeMap::from([(week, BTreeMap::new())]),
        None => ground.timetable.weeks.iter().map(|week| (*week, BTreeMap::new())).collect(),
    };
    for each in roster.iter() {
        let (shift, id) = (ground.shift(each.shift), strike.member(each.member).id.as_str());
        let week = week_of(shift.date, pay.week_starts);
        if is_wanted(week, id) {
            weeks.entry(week).or_default().entry(id).or_default().rostered += shift.minutes();
        }
    }
    for stint in stints {
        let week = week_of(stint.date, pay.week_starts);
        if !is_wanted(week, stint.member) {
            continue;
        }
        let row = weeks.entry(week).or_default().entry(stint.member).or_default();
        match stint.came {
            Came::For(minutes) => row.attended.push((stint.date, minutes)),
            Came::Still => row.open += 1,
            Came::Not => row.no_shows += 1,
        }
    }
    let week = |(starts, rows): (NaiveDate, BTreeMap<&str, Gathered>)| {
        let number = strike_week(pay, first_day, starts);
        let rate = rate(pay, number);
        let row = |(id, gathered): (&str, Gathered)| {
            let days = credited(pay, first_day, gathered.attended.iter().copied());
            Row {
                member: id.to_owned(),
                ix: strike.lookup.members.get(id).copied(),
                rostered: gathered.rostered,
                attended: gathered.attended.iter().map(|(_, minutes)| minutes).sum(),
                credited: days.values().sum(),
                full: pay.minutes_per_week,
                pay: strike_pay(pay, rate, days.into_values()),
                open: gathered.open,
                no_shows: gathered.no_shows,
            }
        };
        Week { starts, number, rate, rows: rows.into_iter().map(row).collect() }
    };
    Ledger { weeks: weeks.into_iter().map(week).collect() }
}
