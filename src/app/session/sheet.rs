//! A paper sheet, entered afterwards: one line a person, as it is read from the paper. Each line is one action, so that a
//! slip costs one undo.
//!
//! A line is `WHO IN OUT`, `WHO IN` or `WHO no`: who by id or by letters of the name, times as HH:MM (or HMM) on the site's
//! clock, with `/2` behind the second of two in the night when the clocks go back. What the paper says takes the place of what
//! stood there for that person on that shift. `guests 6` counts guests.

use super::Session;
use super::action::{ActError, Done, Draft};
use super::attendance::{By, NotSigned, Told, refuse_if_elsewhere};
use super::find::Unclear;
use super::happening::guests_told;
use crate::model::time::Clock;
use crate::model::{MemberIx, ShiftIx, Span};
use crate::store::record::Sign;
use serde_json::Value;
use std::fmt;

/// A line of a paper sheet, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetLine<'a> {
    /// Who, as written.
    pub who: &'a str,
    /// In and out; None: did not come.
    pub times: Option<(Reading, Option<Reading>)>,
}

/// What stands behind the second of two readings.
pub const SECOND: &str = "/2";

/// A reading of a clock. In the night in which the clocks go back some come twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// What it shows.
    pub clock: Clock,
    /// Of two, the second is meant.
    pub is_second: bool,
}

impl fmt::Display for Reading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.clock, if self.is_second { SECOND } else { "" })
    }
}

impl From<Clock> for Reading {
    fn from(clock: Clock) -> Self {
        Self { clock, is_second: false }
    }
}

/// Why a line was not entered.
#[derive(Debug, thiserror::Error)]
pub enum NotEntered {
    /// It is no line of a sheet.
    #[error("not a line of a sheet")]
    Form,
    /// It is not clear who is meant.
    #[error("not clear who is meant")]
    Who(Unclear),
    /// It can't be as written.
    #[error(transparent)]
    Act(#[from] ActError),
}

impl<'a> SheetLine<'a> {
    /// Reads a line; None when it is none.
    pub fn parse(text: &'a str) -> Option<Self> {
        let (rest, last) = text.trim().rsplit_once(char::is_whitespace)?;
        let rest = rest.trim_end();
        if ["no", "noshow", "no-show", "non", "absent", "-"].contains(&last.to_lowercase().as_str()) {
            return Some(Self { who: rest, times: None });
        }
        let last = reading_told(last)?;
        let two =
            rest.rsplit_once(char::is_whitespace).and_then(|(who, first)| Some((who.trim_end(), reading_told(first)?)));
        Some(match two {
            Some((who, first)) => Self { who, times: Some((first, Some(last))) },
            None => Self { who: rest, times: Some((last, None)) },
        })
    }
}

/// A reading of a clock as people write it: `7:30`, `07:30`, `7h30` (in French) or `730`.
pub fn clock_told(text: &str) -> Option<Clock> {
    let text = text.replace(['h', 'H', '.'], ":");
    if let Some((hour, minute)) = text.split_once(':') {
        let minute = if minute.is_empty() { "00" } else { minute };
        return Clock::parse(&format!("{hour:0>2}:{minute}"));
    }
    let is_number = (3..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    let (hour, minute) = is_number.then(|| text.split_at(text.len() - 2))?;
    Clock::parse(&format!("{hour:0>2}:{minute}"))
}

/// The same; with `/2` behind it, the second of two.
pub fn reading_told(text: &str) -> Option<Reading> {
    let (clock, is_second) = text.strip_suffix(SECOND).map_or((text, false), |clock| (clock, true));
    Some(Reading { is_second, ..clock_told(clock)?.into() })
}

/// The guests that a line of a sheet tells of.
pub fn guests_on_line(text: &str) -> Option<u32> {
    let text = text.trim().to_lowercase();
    let count = ["guests", "guest", "invités", "invité", "invitées"].iter().find_map(|word| text.strip_prefix(word))?;
    guests_told(count)
}

impl Session {
    /// Enters a line of the paper sheet of `shift`. Gives who it was about (nobody: guests), and what was done.
    pub fn enter_line(
        &mut self,
        shift: ShiftIx,
        text: &str,
        by: By<'_>,
    ) -> Result<(Option<MemberIx>, Done), NotEntered> {
        if let Some(count) = guests_on_line(text) {
            return Ok((None, self.guests(shift, count, None, by)?));
        }
        let line = SheetLine::parse(text).ok_or(NotEntered::Form)?;
        let member = self.find_member(line.who, Some(shift)).map_err(NotEntered::Who)?;
        let done = self.act_on(&[(shift, member)], |session| session.sheet_line(shift, member, &line, by))?;
        Ok((Some(member), done))
    }

    fn sheet_line(
        &self,
        shift: ShiftIx,
        member: MemberIx,
        line: &SheetLine<'_>,
        by: By<'_>,
    ) -> Result<Option<Draft>, ActError> {
        self.unlocked(shift, by)?;
        let no = |why| ActError::NotSigned(why, self.zone(shift));
        let before = self.signs(shift, member)?;
        let is_rostered = self.roster.get(shift, member).is_some();
        let captain = by.captain.map(str::to_owned);
        let mut particulars = self.who(shift, member, by);
        let after = match line.times {
            None if !is_rostered => return Err(no(NotSigned::NotExpected)),
            None => Sign { by_in: captain, ..Sign::default() },
            Some((came, went)) => {
                let came = self.instant(shift, Told::Clock(came), None);
                let went = went.map(|went| self.instant(shift, Told::Clock(went), Some(came)));
                self.tell_turn(&mut particulars, "twice", shift, came);
                if went.is_some_and(|went| went < came) {
                    return Err(no(NotSigned::OutBeforeIn(came)));
                }
                self.tell_time(&mut particulars, shift, came);
                if let Some(went) = went {
                    self.tell_turn(&mut particulars, "twice-out", shift, went);
                    particulars["out"] = Value::from(went.in_zone(self.zone(shift)).format("%H:%M").to_string());
                    particulars["minutes"] = Value::from(went.minutes_since(came));
                }
                particulars["walkin"] = Value::from(!is_rostered);
                let id = self.ground.shift(shift).id.as_str();
                let mut elsewhere = self.record.signs_of(&self.ground.strike.member(member).id)?;
                elsewhere.retain(|each| each.shift != id);
                let span = Span::new(came, went.unwrap_or_else(|| came.plus_minutes(1)));
                refuse_if_elsewhere(&elsewhere, span).map_err(no)?;
                let by_out = captain.clone().filter(|_| went.is_some());
                Sign {
                    came: Some(came.0),
                    went: went.map(|went| went.0),
                    walk_in: !is_rostered,
                    by_in: captain,
                    by_out,
                }
            }
        };
        let times = |sign: &Sign| (sign.came, sign.went);
        if before.len() == 1 && before.iter().all(|sign| times(sign) == times(&after)) {
            return Ok(None);
        }
        let minutes: i64 = before.iter().filter_map(Sign::minutes).sum();
        if !before.is_empty() && before.iter().any(|sign| sign.went.is_some()) {
            particulars["instead"] = Value::from(minutes);
        }
        let action = if after.came.is_none() { "noshow" } else { "sheet" };
        Ok(Some(self.signing(action, particulars, shift, member, before, vec![after])))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_read_as_people_write_them() {
        let read = |text| {
            SheetLine::parse(text).map(|line| {
                let times = line.times.map(|(a, b)| (a.to_string(), b.map(|b| b.to_string())));
                (line.who, times)
            })
        };
        let in_out = |a: &str, b: &str| Some((a.to_owned(), Some(b.to_owned())));
        assert_eq!(read("108-0042 07:25 11:32"), Some(("108-0042", in_out("07:25", "11:32"))));
        assert_eq!(read("  tremblay  anne   7:25 1132 "), Some(("tremblay  anne", in_out("07:25", "11:32"))));
        assert_eq!(read("zoé 7h30 11h"), Some(("zoé", in_out("07:30", "11:00"))));
        assert_eq!(read("zoé 22h 1h45/2"), Some(("zoé", in_out("22:00", "01:45/2"))));
        assert_eq!(read("zoé 730"), Some(("zoé", Some(("07:30".to_owned(), None)))));
        assert_eq!(read("Bell, Ray\tno"), Some(("Bell, Ray", None)));
        assert_eq!(guests_on_line(" Guests 6 "), Some(6));
        assert_eq!(guests_on_line("invités 12"), Some(12));
        for who in ["guests", "guests 0", "Guest, Ann 7:30", "guests many"] {
            assert_eq!(guests_on_line(who), None, "{who}");
        }
        for bad in ["", "zoé", "07:30", "zoé soon", "zoé 25:00", "zoé 7:3"] {
            assert_eq!(read(bad), None, "{bad}");
        }
    }
}
