//! Hours and strike pay: the ledger of the sign-in sheets, alternate duty and essential hours; weeks signed off, and members
//! who are short of their hours while a shift can still be offered to them.

use super::action::{ActError, Done, Draft};
use super::attendance::By;
use super::{Session, absence, clock_told};
use crate::engine::pay::{Came, Choice, Ledger, Row, Signed, Stint, Week, ledger};
use crate::model::availability::Pattern;
use crate::model::money::Cents;
use crate::model::time::{resolve, week_of};
use crate::model::{Duty, Instant, MemberIx, Shift, ShiftIx, Span};
use crate::rules::closed::day_in;
use crate::rules::{Case, barred, refusals};
use crate::store::record::{Attendance, Fact, RecordError, SignedRow, What};
use chrono::{Days, NaiveDate, NaiveTime};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// Why a week is not signed off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotYet {
    /// It is no week of the plan, and nobody was on duty in it.
    NoWeek(NaiveDate),
    /// It is not over: it ends then.
    Running(Instant),
    /// So many are signed in and not out; the first of them, by id, with the shift.
    StillIn(usize, String, String),
}

/// A member who will not reach full hours in a week by what is rostered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Short {
    /// Who.
    pub member: MemberIx,
    /// Minutes credited so far.
    pub credited: i64,
    /// Minutes rostered in what is left of the week.
    pub ahead: i64,
    /// Minutes missing to full hours.
    pub missing: i64,
    /// A shift still to come that the member may stand on: first those that need heads most.
    pub offer: ShiftIx,
}

impl Session {
    /// Hours and strike pay.
    pub fn ledger(&self, choice: Choice<'_>) -> Result<Ledger, RecordError> {
        let attendance = match choice.member {
            Some(member) => self.record.signs_of(member)?,
            None => self.record.attendance()?,
        };
        let duties = self.record.facts(What::ALTERNATE, choice.member)?;
        let stints = attendance.iter().filter_map(stint).chain(duties.iter().filter_map(duty));
        let mut ledger = ledger(&self.ground, &self.roster, stints, &self.called_in(), choice);
        for fact in self.record.facts(What::SIGNED_OFF, None)? {
            let What::SignedOff { week, rows } = &fact.what else { continue };
            let Some(week) = ledger.weeks.iter_mut().find(|each| each.starts.to_string() == *week) else { continue };
            let (entry, _) = self.record.entry(fact.id)?;
            week.signed_off = Some((entry.actor, Instant(fact.at)));
            let wanted = rows.iter().filter(|row| choice.member.is_none_or(|member| member == row.member));
            for row in wanted {
                set_beside(week, row, |id| self.ground.strike.lookup.members.get(id).copied());
            }
            // Who came into the ledger after it was signed off was owed nothing then.
            for row in &mut week.rows {
                row.signed.get_or_insert_default();
            }
        }
        Ok(ledger)
    }

    /// True when a member of that id was ever on a sign-in sheet or at alternate duty, also when no longer on the list.
    pub fn was_signed(&self, member: &str) -> Result<bool, RecordError> {
        Ok(!self.record.signs_of(member)?.is_empty() || !self.record.facts(What::ALTERNATE, Some(member))?.is_empty())
    }

    /// Signs the week off that holds `day`: its ledger is kept as it is, and from then on attendance in it changes only as a
    /// correction. Can't be taken back.
    pub fn sign_off(&mut self, day: NaiveDate) -> Result<Done, ActError> {
        self.act(|session| {
            let week = week_of(day, session.ground.strike.pay.week_starts);
            let key = week.to_string();
            if session.record.signed_off()?.contains(&key) {
                return Ok(None);
            }
            if let Some(why) = session.may_sign_off(week)? {
                return Err(ActError::NotYet(why));
            }
            let ledger = session.ledger(Choice { week: Some(week), member: None })?;
            let rows: Vec<SignedRow> = ledger.weeks.iter().flat_map(|week| &week.rows).map(signed_row).collect();
            let (credited, pay) = rows.iter().fold((0, 0), |(a, b), row| (a + row.credited, b + row.pay));
            let particulars = json!({
                "week": key, "members": rows.len(), "credited_minutes": credited, "pay": Cents(pay).to_string(),
            });
            let what = What::SignedOff { week: key, rows };
            Ok(Some(Draft { is_final: true, ..session.fact("signoff", particulars, session.now(), what) }))
        })
    }

    /// Notes `minutes` of alternate duty (kitchen, telephones, office) of a member on a day: counted like time on the line.
    pub fn alternate_duty(
        &mut self,
        member: MemberIx,
        date: NaiveDate,
        minutes: i64,
        task: Option<&str>,
        by: By<'_>,
    ) -> Result<Done, ActError> {
        self.act(|session| {
            if by.correction.is_none() {
                session.refuse_if_day_locked(&date.to_string())?;
            }
            let person = session.ground.strike.member(member);
            let length = format!("{}:{:02}", minutes / 60, minutes % 60);
            let mut particulars = json!({
                "member": person.id, "name": person.name, "date": date.to_string(), "minutes": minutes, "length": length,
            });
            if let Some(task) = task {
                particulars["task"] = Value::from(task);
            }
            let campaign = &session.ground.strike.campaign;
            if !(campaign.first_day..=campaign.last_day()).contains(&date) {
                // It may be the strike's next week, or a slip.
                particulars["outside"] = Value::from(true);
            }
            by.tell(&mut particulars);
            let (member, task) = (person.id.clone(), task.map(str::to_owned));
            let what = What::Alternate { member, date: date.to_string(), minutes, task };
            Ok(Some(session.fact("alternate", particulars, session.now(), what)))
        })
    }

    /// Active members who will not reach full hours in the week that holds `day`, and who may still stand on a shift of it
    /// that begins after the present: those who lack most first, then by id.
    pub fn short_of_hours(&self, day: NaiveDate) -> Result<Vec<Short>, RecordError> {
        let (ground, now) = (&self.ground, self.now());
        let week = week_of(day, ground.strike.pay.week_starts);
        let full = ground.strike.pay.minutes_per_week;
        let ledger = self.ledger(Choice { week: Some(week), member: None })?;
        let credited: BTreeMap<&str, i64> =
            ledger.weeks.iter().flat_map(|week| &week.rows).map(|row| (row.member.as_str(), row.credited)).collect();
        let mut ahead: Vec<ShiftIx> = ground
            .timetable
            .indices()
            .filter(|ix| {
                let shift = ground.shift(*ix);
                shift.span.start > now && week_of(shift.date, ground.strike.pay.week_starts) == week
            })
            .collect();
        let heads = |ix: ShiftIx| self.roster.on(ix).len() as i64;
        ahead.sort_by_key(|ix| (heads(*ix) - i64::from(ground.shift(*ix).target), *ix));
        let mut short = Vec::new();
        for member in ground.strike.member_indices() {
            let person = ground.strike.member(member);
            let credited = credited.get(person.id.as_str()).copied().unwrap_or(0);
            let to_come: i64 = self
                .roster
                .of(member)
                .iter()
                .map(|ix| ground.shift(*ix))
                .filter(|shift| shift.span.start > now && week_of(shift.date, ground.strike.pay.week_starts) == week)
                .map(Shift::minutes)
                .sum();
            let missing = full - credited - to_come;
            if missing <= 0 {
                continue;
            }
            if let Some(offer) = ahead.iter().copied().find(|ix| self.may_be_offered(*ix, member)) {
                short.push(Short { member, credited, ahead: to_come, missing, offer });
            }
        }
        short.sort_by(|a, b| {
            let id = |each: &Short| &ground.strike.member(each.member).id;
            b.missing.cmp(&a.missing).then_with(|| id(a).cmp(id(b)))
        });
        Ok(short)
    }

    fn may_be_offered(&self, shift: ShiftIx, member: MemberIx) -> bool {
        if self.roster.get(shift, member).is_some() || barred(&self.ground, member, shift).is_some() {
            return false;
        }
        refusals(&Case { ground: &self.ground, roster: &self.roster, member, shift, duty: Duty::Picket }).is_empty()
    }

    /// When members were called in to essential duty, by id.
    fn called_in(&self) -> BTreeMap<String, Vec<Span>> {
        let mut all: BTreeMap<String, Vec<Span>> = BTreeMap::new();
        for each in self.absences.iter().filter(|each| each.kind == "callin") {
            if let Ok(time) = Pattern::parse_window(&each.time) {
                all.entry(each.member.clone()).or_default().extend(absence::spans(&self.ground.strike, &time));
            }
        }
        all
    }

    /// Why the week that begins on this day can't be signed off yet; None: it can.
    pub fn may_sign_off(&self, week: NaiveDate) -> Result<Option<NotYet>, RecordError> {
        let campaign = &self.ground.strike.campaign;
        let week_of = |day| week_of(day, self.ground.strike.pay.week_starts);
        let is_planned = (week_of(campaign.first_day)..=week_of(campaign.last_day())).contains(&week);
        if !is_planned {
            let ledger = self.ledger(Choice { week: Some(week), member: None })?;
            if ledger.weeks.iter().all(|week| week.rows.is_empty()) {
                return Ok(Some(NotYet::NoWeek(week)));
            }
        }
        let end = resolve(campaign.zone, (week + Days::new(7)).and_time(NaiveTime::MIN));
        if self.now() < end {
            return Ok(Some(NotYet::Running(end)));
        }
        let open = self.still_in(week)?;
        Ok(open.first().map(|first| NotYet::StillIn(open.len(), first.member.clone(), first.shift.clone())))
    }

    /// Who was signed in to a shift of the week that begins on this day, and never out.
    pub fn still_in(&self, week: NaiveDate) -> Result<Vec<Attendance>, RecordError> {
        let last = week + Days::new(6);
        let of_week =
            |each: &Attendance| day_in(&each.shift).parse().is_ok_and(|day: NaiveDate| week <= day && day <= last);
        let mut open = self.record.present()?;
        open.retain(of_week);
        Ok(open)
    }

    /// The first days of the weeks that are signed off, as text.
    pub fn weeks_signed_off(&self) -> Result<BTreeSet<String>, RecordError> {
        self.record.signed_off()
    }
}

fn signed_row(row: &Row) -> SignedRow {
    SignedRow {
        member: row.member.clone(),
        rostered: row.rostered,
        attended: row.attended,
        credited: row.credited,
        pay: row.pay.0,
    }
}

/// A length of time as people write it, in minutes, 1 to a day of them: `08:00-12:00`, `4h`, `3h30`, `90m`.
pub fn length_told(text: &str) -> Option<i64> {
    let text = text.trim().to_lowercase();
    let minutes = if let Some((from, to)) = text.split_once('-') {
        let (from, to) = (i64::from(clock_told(from)?.0), i64::from(clock_told(to)?.0));
        if to > from { to - from } else { to + 24 * 60 - from }
    } else if let Some((hours, rest)) = text.split_once('h') {
        let rest = rest.trim_end_matches("min").trim_end_matches('m');
        let rest: i64 = if rest.is_empty() { 0 } else { rest.parse().ok().filter(|rest| *rest < 60)? };
        hours.parse::<u32>().ok().map(i64::from)? * 60 + rest
    } else {
        text.strip_suffix("min").or_else(|| text.strip_suffix('m'))?.parse().ok()?
    };
    (1..=24 * 60).contains(&minutes).then_some(minutes)
}

/// Sets what was signed off beside the member's row as it is now; a row that is gone comes back with nothing in it.
fn set_beside(week: &mut Week, row: &SignedRow, ix: impl Fn(&str) -> Option<MemberIx>) {
    let at = week.rows.binary_search_by(|each| each.member.as_str().cmp(&row.member)).unwrap_or_else(|at| {
        let full = week.rows.first().map_or(0, |row| row.full);
        week.rows.insert(at, Row::nothing(&row.member, ix(&row.member), full));
        at
    });
    week.rows[at].signed = Some(Signed { credited: row.credited, pay: Cents(row.pay) });
}

/// A line of a sign-in sheet as the ledger takes it. The day stands in the shift's id, which outlives the shift.
fn stint(each: &Attendance) -> Option<Stint<'_>> {
    let date = day_in(&each.shift).parse().ok()?;
    let came = match (each.sign.came, each.sign.minutes()) {
        (None, _) => Came::Not,
        (Some(_), None) => Came::Still,
        (Some(_), Some(minutes)) => Came::For(minutes),
    };
    Some(Stint { member: &each.member, date, came })
}

/// Alternate duty as the ledger takes it.
fn duty(fact: &Fact) -> Option<Stint<'_>> {
    let What::Alternate { member, date, minutes, .. } = &fact.what else { return None };
    Some(Stint { member, date: date.parse().ok()?, came: Came::Elsewhere(*minutes) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_read_as_people_write_them() {
        for (text, wanted) in [
            ("08:00-12:00", 240),
            ("22:00-02:00", 240),
            ("8h-12:30", 270),
            ("4h", 240),
            ("3h30", 210),
            ("90m", 90),
            ("90min", 90),
            ("1h05m", 65),
        ] {
            assert_eq!(length_told(text), Some(wanted), "{text}");
        }
        for bad in ["", "4", "h", "0m", "25h", "4h75", "8:00-12:00-13:00", "soon"] {
            assert_eq!(length_told(bad), None, "{bad}");
        }
    }
}
