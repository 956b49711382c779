//! The ledger: for each week, who was rostered, who came, and what is owed.

use super::{credited, rate, strike_pay, strike_week};
use crate::model::essential::Bond;
use crate::model::money::Cents;
use crate::model::time::{merged, resolve, week_of};
use crate::model::{Instant, MemberIx, Roster, Span};
use crate::rules::Ground;
use chrono::{Days, NaiveDate, NaiveTime};
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
    /// At alternate duty for so many minutes: counted as if on the line.
    Elsewhere(i64),
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
    /// Everyone with a rostered shift, a line on a sign-in sheet or alternate duty, in order of id.
    pub rows: Vec<Row>,
    /// Who signed the week off, and when; None: nobody has.
    pub signed_off: Option<(String, Instant)>,
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
    /// Minutes between signing in and signing out, and at alternate duty.
    pub attended: i64,
    /// Those at alternate duty.
    pub alternate: i64,
    /// Minutes of essential duty: the hours of the designations, and call-ins. They earn no strike pay.
    pub essential: i64,
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
    /// What was signed off, when the week was.
    pub signed: Option<Signed>,
}

/// A row as it was signed off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Signed {
    /// Minutes credited.
    pub credited: i64,
    /// What was owed.
    pub pay: Cents,
}

impl Row {
    /// The row of someone with nothing in the week.
    pub fn nothing(member: &str, ix: Option<MemberIx>, full: i64) -> Self {
        Self {
            member: member.to_owned(),
            ix,
            rostered: 0,
            attended: 0,
            alternate: 0,
            essential: 0,
            credited: 0,
            full,
            pay: Cents(0),
            open: 0,
            no_shows: 0,
            signed: None,
        }
    }

    /// What is owed beyond what was signed off (less, when negative); None: nothing was signed off, or nothing changed.
    pub fn correction(&self) -> Option<Cents> {
        let signed = self.signed?;
        (signed.credited != self.credited || signed.pay != self.pay).then_some(Cents(self.pay.0 - signed.pay.0))
    }
}

/// A member's week as it is gathered.
#[derive(Default)]
struct Gathered {
    rostered: i64,
    attended: Vec<(NaiveDate, i64)>,
    alternate: i64,
    open: u32,
    no_shows: u32,
}

/// The ledger of a roster and its sign-in sheets. `called_in`: when members were called in to essential duty, by id.
pub fn ledger<'a>(
    ground: &'a Ground,
    roster: &Roster,
    stints: impl IntoIterator<Item = Stint<'a>>,
    called_in: &BTreeMap<String, Vec<Span>>,
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
            Came::Elsewhere(minutes) => {
                row.attended.push((stint.date, minutes));
                row.alternate += minutes;
            }
        }
    }
    let week = |(starts, rows): (NaiveDate, BTreeMap<&str, Gathered>)| {
        let number = strike_week(pay, first_day, starts);
        let rate = rate(pay, number);
        let span = Span::new(
            resolve(strike.campaign.zone, starts.and_time(NaiveTime::MIN)),
            resolve(strike.campaign.zone, (starts + Days::new(7)).and_time(NaiveTime::MIN)),
        );
        let row = |(id, gathered): (&str, Gathered)| {
            let days = credited(pay, first_day, gathered.attended.iter().copied());
            let ix = strike.lookup.members.get(id).copied();
            Row {
                member: id.to_owned(),
                ix,
                alternate: gathered.alternate,
                essential: essential(ground, ix, called_in.get(id).map_or(&[][..], Vec::as_slice), span),
                signed: None,
                rostered: gathered.rostered,
                attended: gathered.attended.iter().map(|(_, minutes)| minutes).sum(),
                credited: days.values().sum(),
                full: pay.minutes_per_week,
                pay: strike_pay(pay, rate, days.into_values()),
                open: gathered.open,
                no_shows: gathered.no_shows,
            }
        };
        Week { starts, number, rate, rows: rows.into_iter().map(row).collect(), signed_off: None }
    };
    Ledger { weeks: weeks.into_iter().map(week).collect() }
}

/// Minutes of essential duty of a member within `week`.
fn essential(ground: &Ground, member: Option<MemberIx>, called_in: &[Span], week: Span) -> i64 {
    let mut spans = called_in.to_vec();
    for designation in member.map_or(&[][..], |member| ground.bonds(member)) {
        if let Bond::FullTime(hours) | Bond::PartTime(hours) =
            &ground.strike.agreement.designations[designation.ix()].bond
        {
            spans.extend(hours.open.iter().flatten().copied());
        }
    }
    let within = |span: Span| Span::new(span.start.max(week.start), span.end.min(week.end));
    merged(spans.into_iter().map(within).collect()).into_iter().map(Span::minutes).sum()
}
