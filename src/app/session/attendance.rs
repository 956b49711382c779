//! On the line: who came, who went, who did not come. Facts of the day, kept as they were told: the rules that say who may
//! be rostered do not say who was there.
//!
//! A member may leave and come back; each time in and out is one attendance. Nobody is on two lines at once. Times are kept
//! to the minute, as a paper sheet has them.

use super::action::{ActError, Done, Draft};
use super::sheet::Reading;
use super::{Session, When};
use crate::model::time::second_reading;
use crate::model::{Instant, MemberIx, ShiftIx, Span};
use crate::store::record::{Attendance, Payload, RecordError, Sign, Signing};
use chrono::{Days, NaiveDate};
use chrono_tz::Tz;
use serde_json::{Value, json};

/// Which way a member goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Onto the line.
    In,
    /// Off it.
    Out,
}

/// When, as a person tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// A reading of the site's clock: the one nearest to the shift is meant.
    Clock(Reading),
    /// An instant; a local time is the site's.
    At(When),
}

/// Why a line of a sign-in sheet can't be as told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotSigned {
    /// Signed in already, at this instant, and not out.
    AlreadyIn(Instant),
    /// Signed out already, at this instant.
    AlreadyOut(Instant),
    /// Not signed in.
    NotIn,
    /// The sign-out lies before the sign-in.
    OutBeforeIn(Instant),
    /// The instant told lies more than a day from the shift.
    Far(Instant),
    /// The member was on this shift from then till then.
    Elsewhere(String, Span),
    /// The member came: no no-show.
    CameIn(Instant),
    /// The member was not expected there: no no-show.
    NotExpected,
}

/// On whose word something is noted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct By<'a> {
    /// The captain who notes it.
    pub captain: Option<&'a str>,
    /// Why something of a week that is signed off is told otherwise; None: it is not to be.
    pub correction: Option<&'a str>,
}

impl<'a> By<'a> {
    /// On a captain's word.
    pub fn captain(captain: Option<&'a str>) -> Self {
        Self { captain, correction: None }
    }

    /// Adds it to the particulars of an entry.
    pub(super) fn tell(self, particulars: &mut Value) {
        for (name, value) in [("by", self.captain), ("correction", self.correction)] {
            if let Some(value) = value {
                particulars[name] = Value::from(value);
            }
        }
    }
}

impl Session {
    /// Signs `member` in to `shift` or out of it. `by`: the captain who does.
    pub fn sign(
        &mut self,
        shift: ShiftIx,
        member: MemberIx,
        way: Way,
        told: Told,
        by: By<'_>,
    ) -> Result<Done, ActError> {
        self.act_on(&[(shift, member)], |session| {
            session.unlocked(shift, by)?;
            match way {
                Way::In => session.sign_in(shift, member, told, by).map(Some),
                Way::Out => session.sign_out(shift, member, told, by).map(Some),
            }
        })
    }

    /// Notes that `member`, who stands on `shift`, did not come.
    pub fn no_show(&mut self, shift: ShiftIx, member: MemberIx, by: By<'_>) -> Result<Done, ActError> {
        self.act_on(&[(shift, member)], |session| {
            session.unlocked(shift, by)?;
            let before = session.signs(shift, member)?;
            if let Some(came) = before.iter().find_map(|sign| sign.came) {
                return Err(ActError::NotSigned(NotSigned::CameIn(Instant(came)), session.zone(shift)));
            }
            if session.roster.get(shift, member).is_none() {
                return Err(ActError::NotSigned(NotSigned::NotExpected, session.zone(shift)));
            }
            if !before.is_empty() {
                return Ok(None);
            }
            let note = Sign { by_in: by.captain.map(str::to_owned), ..Sign::default() };
            let particulars = session.who(shift, member, by);
            Ok(Some(session.signing("noshow", particulars, shift, member, before, vec![note])))
        })
    }

    /// A member's line on a shift's sign-in sheet, in order of time.
    pub fn signs(&self, shift: ShiftIx, member: MemberIx) -> Result<Vec<Sign>, RecordError> {
        self.record.signs(&self.ground.shift(shift).id, &self.ground.strike.member(member).id)
    }

    /// Every sign-in sheet, in order of shift, member and time.
    pub fn attendance(&self) -> Result<Vec<Attendance>, RecordError> {
        self.record.attendance()
    }

    /// A shift's sign-in sheet, in order of member and time.
    pub fn signs_on(&self, shift: ShiftIx) -> Result<Vec<Attendance>, RecordError> {
        self.record.signs_on(&self.ground.shift(shift).id)
    }

    /// The sign-in sheets of several shifts, in order of the shifts' ids, then of member and time.
    pub fn signs_on_all(&self, shifts: &[ShiftIx]) -> Result<Vec<Attendance>, RecordError> {
        let ids: Vec<&str> = shifts.iter().map(|shift| self.ground.shift(*shift).id.as_str()).collect();
        self.record.signs_on_all(&ids)
    }

    pub(super) fn sign_in(&self, shift: ShiftIx, member: MemberIx, told: Told, by: By<'_>) -> Result<Draft, ActError> {
        let no = |why| ActError::NotSigned(why, self.zone(shift));
        let before = self.signs(shift, member)?;
        if let Some(came) = before.iter().find(|sign| sign.is_open()).and_then(|sign| sign.came) {
            return Err(no(NotSigned::AlreadyIn(Instant(came))));
        }
        let at = self.instant(shift, told, None);
        self.refuse_if_far(shift, told, at).map_err(no)?;
        let id = &self.ground.strike.member(member).id;
        let everywhere = self.record.signs_of(id)?;
        refuse_if_elsewhere(&everywhere, Span::new(at, at.plus_minutes(1))).map_err(no)?;
        let walk_in = self.roster.get(shift, member).is_none();
        let mut after: Vec<Sign> = before.iter().filter(|sign| sign.came.is_some()).cloned().collect();
        after.push(Sign { came: Some(at.0), went: None, walk_in, by_in: by.captain.map(str::to_owned), by_out: None });
        after.sort_by_key(|sign| sign.came);

        let mut particulars = self.who(shift, member, by);
        self.tell_time(&mut particulars, shift, at);
        if let Told::Clock(_) = told {
            self.tell_turn(&mut particulars, "twice", shift, at);
        }
        particulars["walkin"] = Value::from(walk_in);
        let wanted = self.ground.shift(shift);
        let late = at.minutes_since(wanted.span.start);
        if late > 0 && after.len() == 1 {
            particulars["late"] = Value::from(late);
        }
        if let Some(open) = everywhere.iter().find(|each| each.sign.is_open()) {
            particulars["open"] = Value::from(open.shift.as_str());
        }
        let here = self.signs_on(shift)?.iter().filter(|each| each.sign.is_open()).count() + 1;
        if here > wanted.maximum as usize {
            particulars["here"] = Value::from(here);
            particulars["maximum"] = Value::from(wanted.maximum);
        }
        Ok(self.signing("sign-in", particulars, shift, member, before, after))
    }

    fn sign_out(&self, shift: ShiftIx, member: MemberIx, told: Told, by: By<'_>) -> Result<Draft, ActError> {
        let no = |why| ActError::NotSigned(why, self.zone(shift));
        let before = self.signs(shift, member)?;
        let mut after = before.clone();
        let Some(sign) = after.iter_mut().find(|sign| sign.is_open()) else {
            let went = before.iter().filter_map(|sign| sign.went).max();
            return Err(no(went.map_or(NotSigned::NotIn, |went| NotSigned::AlreadyOut(Instant(went)))));
        };
        let came = Instant(sign.came.unwrap_or_default());
        let at = self.instant(shift, told, Some(came));
        if at < came {
            return Err(no(NotSigned::OutBeforeIn(came)));
        }
        self.refuse_if_far(shift, told, at).map_err(no)?;
        let everywhere = self.record.signs_of(&self.ground.strike.member(member).id)?;
        refuse_if_elsewhere(&everywhere, Span::new(came, at)).map_err(no)?;
        (sign.went, sign.by_out) = (Some(at.0), by.captain.map(str::to_owned));

        let mut particulars = self.who(shift, member, by);
        self.tell_time(&mut particulars, shift, at);
        if let Told::Clock(_) = told {
            self.tell_turn(&mut particulars, "twice", shift, at);
        }
        particulars["minutes"] = Value::from(at.minutes_since(came));
        let early = self.ground.shift(shift).span.end.minutes_since(at);
        if early > 0 {
            particulars["early"] = Value::from(early);
        }
        Ok(self.signing("sign-out", particulars, shift, member, before, after))
    }

    /// What an entry tells of whom it is about.
    pub(super) fn who(&self, shift: ShiftIx, member: MemberIx, by: By<'_>) -> Value {
        let person = self.ground.strike.member(member);
        let mut who = json!({ "shift": self.ground.shift(shift).id, "member": person.id, "name": person.name });
        by.tell(&mut who);
        who
    }

    /// Refuses when the shift's week is signed off and this is no correction.
    pub(super) fn unlocked(&self, shift: ShiftIx, by: By<'_>) -> Result<(), ActError> {
        if by.correction.is_some() { Ok(()) } else { self.refuse_if_locked(&self.ground.shift(shift).id) }
    }

    /// Adds the time told to the particulars of an entry.
    pub(super) fn tell_time(&self, particulars: &mut Value, shift: ShiftIx, at: Instant) {
        let zone = self.zone(shift);
        particulars["time"] = Value::from(at.in_zone(zone).format("%H:%M").to_string());
        particulars["at"] = Value::from(at.rfc3339(zone));
        // A time alone is taken for one of the shift's own days.
        let (span, day) = (self.ground.shift(shift).span, at.in_zone(zone).date_naive());
        if [span.start, span.end].iter().all(|end| end.in_zone(zone).date_naive() != day) {
            particulars["day"] = Value::from(day.to_string());
        }
    }

    pub(super) fn zone(&self, shift: ShiftIx) -> Tz {
        self.ground.strike.site(self.ground.shift(shift).site).zone
    }

    /// Adds, under this name, which of the two it is that a reading in the hour which comes twice was taken for.
    pub(super) fn tell_turn(&self, particulars: &mut Value, name: &str, shift: ShiftIx, at: Instant) {
        if let Some(second) = second_reading(self.zone(shift), at) {
            particulars[name] = Value::from(if at == second { "second" } else { "first" });
        }
    }

    /// The minute that was told; `came`: as a sign-out, of one signed in then.
    pub fn instant(&self, shift: ShiftIx, told: Told, came: Option<Instant>) -> Instant {
        let (wanted, zone) = (self.ground.shift(shift), self.zone(shift));
        let at = match told {
            Told::Clock(reading) => nearest(wanted.span, wanted.date, zone, reading, came),
            Told::At(when) => when.resolve(zone, self.clock),
        };
        Instant(at.0 - at.0.rem_euclid(60))
    }

    /// Refuses an instant told with a date that can't be meant. Who signs in without a time may do so at any.
    fn refuse_if_far(&self, shift: ShiftIx, told: Told, at: Instant) -> Result<(), NotSigned> {
        let is_dated = matches!(told, Told::At(When::At(_) | When::Local(_)));
        let is_near = self.ground.shift(shift).span.widened(24 * 60).contains(at);
        if is_dated && !is_near { Err(NotSigned::Far(at)) } else { Ok(()) }
    }

    /// An action that makes a member's line on a shift's sign-in sheet another.
    pub(super) fn signing(
        &self,
        action: &'static str,
        particulars: Value,
        shift: ShiftIx,
        member: MemberIx,
        before: Vec<Sign>,
        after: Vec<Sign>,
    ) -> Draft {
        let (shift, member) = (self.ground.shift(shift).id.clone(), self.ground.strike.member(member).id.clone());
        let signed = vec![Signing { shift, member, before, after }];
        Draft::new(action, particulars, Payload { signed, ..Payload::default() })
    }
}

/// Refuses when the member was on a line in `span`.
pub(super) fn refuse_if_elsewhere(everywhere: &[Attendance], span: Span) -> Result<(), NotSigned> {
    let stood = |each: &Attendance| Some(Span::new(Instant(each.sign.came?), Instant(each.sign.went?)));
    let open = |each: &Attendance| Some(Span::new(Instant(each.sign.came?), Instant(each.sign.came?).plus_minutes(1)));
    for each in everywhere {
        // Of a member who was never signed out elsewhere, only the sign-in is known; its own is where `span` begins.
        let known = stood(each).or_else(|| open(each).filter(|known| known.start > span.start));
        if let Some(known) = known.filter(|known| known.overlaps(span)) {
            return Err(NotSigned::Elsewhere(each.shift.clone(), known));
        }
    }
    Ok(())
}

/// The instant nearest to the shift's `span` at which the site's clock shows what was told; of two as near, the earlier for a
/// sign-in and the later for a sign-out. `came`: a sign-out, of one signed in then: in the hour that an autumn night has
/// twice, the second reading is meant where the first lies before the sign-in.
fn nearest(span: Span, date: NaiveDate, zone: Tz, told: Reading, came: Option<Instant>) -> Instant {
    let away = |at: Instant| (span.start.0 - at.0).max(at.0 - span.end.0).max(0);
    let on = |day: NaiveDate| {
        let first = told.clock.on(day, zone);
        let is_second = told.is_second || came.is_some_and(|came| first < came);
        second_reading(zone, first).filter(|_| is_second).unwrap_or(first)
    };
    let readings = [date - Days::new(1), date, date + Days::new(1), date + Days::new(2)].map(on);
    let best = match came {
        None => readings.into_iter().min_by_key(|at| (away(*at), at.0)),
        Some(_) => readings.into_iter().min_by_key(|at| (away(*at), -at.0)),
    };
    best.unwrap_or(span.start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::session::reading_told;
    use crate::model::time::{Clock, local_span};
    use chrono_tz::America::Toronto;

    fn read(date: &str, shift: (&str, &str), told: &str, came: Option<&str>) -> String {
        let date: NaiveDate = date.parse().expect("a date");
        let clock = |text: &str| Clock::parse(text).expect("a clock");
        let span = local_span(date, clock(shift.0), clock(shift.1), Toronto);
        let at = |text| When::parse(text).expect("an instant").resolve(Toronto, crate::app::session::Clock::System);
        nearest(span, date, Toronto, reading_told(told).expect("a reading"), came.map(at)).rfc3339(Toronto)
    }

    #[test]
    fn a_reading_is_the_one_nearest_to_the_shift() {
        let day = ("07:30", "11:30");
        assert_eq!(read("2026-12-07", day, "07:25", None), "2026-12-07T07:25:00-05:00");
        assert_eq!(read("2026-12-07", day, "12:10", Some("2026-12-07T07:25")), "2026-12-07T12:10:00-05:00");
        let night = ("22:00", "02:00");
        assert_eq!(read("2026-12-07", night, "21:50", None), "2026-12-07T21:50:00-05:00");
        assert_eq!(read("2026-12-07", night, "00:15", None), "2026-12-08T00:15:00-05:00");
        assert_eq!(read("2026-12-07", night, "02:20", Some("2026-12-07T21:50")), "2026-12-08T02:20:00-05:00");
        assert_eq!(read("2026-12-07", ("00:30", "04:30"), "23:50", None), "2026-12-06T23:50:00-05:00");
        let round = ("07:30", "07:30");
        assert_eq!(read("2026-12-07", round, "07:30", None), "2026-12-07T07:30:00-05:00");
        assert_eq!(read("2026-12-07", round, "07:30", Some("2026-12-07T07:30")), "2026-12-08T07:30:00-05:00");
    }

    #[test]
    fn in_the_hour_that_comes_twice_nobody_leaves_before_coming() {
        let night = ("22:00", "02:00");
        assert_eq!(read("2026-10-31", night, "01:30", Some("2026-10-31T22:00")), "2026-11-01T01:30:00-04:00");
        let after_one = Some("2026-11-01T01:45:00-04:00");
        assert_eq!(read("2026-10-31", night, "01:30", after_one), "2026-11-01T01:30:00-05:00");
        assert_eq!(read("2026-10-31", night, "01:30/2", Some("2026-10-31T22:00")), "2026-11-01T01:30:00-05:00");
        assert_eq!(read("2026-10-30", night, "01:30/2", Some("2026-10-30T22:00")), "2026-10-31T01:30:00-04:00", "once");
    }
}
