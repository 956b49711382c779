//! Someone rings: can't come, or is called in to essential duty. What is offered is what people say: that day, that shift,
//! until the end of the week; anything else can be typed as an availability.

use super::Desk;
use super::choice::{Act, Choice};
use super::place::Place;
use super::prompt::Prompt;
use crate::app::session::{Cause, Session, absence};
use crate::model::availability::Pattern;
use crate::model::time::{touches, week_of};
use crate::model::{Instant, MemberIx, RequirementIx, ShiftIx};
use crate::speech::calendar;
use chrono::{Days, NaiveDate};

impl Desk {
    /// Two days of the plan, to show how days are written: today where it is one of them, and two days later.
    pub fn days_to_name(&self) -> (NaiveDate, NaiveDate) {
        let campaign = &self.ground().strike.campaign;
        let today = self.now.in_zone(campaign.zone).date_naive().clamp(campaign.first_day, campaign.last_day());
        (today, (today + Days::new(2)).min(campaign.last_day()))
    }

    /// When a member is away.
    pub(super) fn away_choices(
        &self,
        member: MemberIx,
        callin: bool,
        requirement: Option<RequirementIx>,
        typed: &str,
    ) -> Vec<Choice> {
        let choice = |text: String, time: String| {
            let freed = self.freed_by(member, &time).len();
            let frees = self.speech.say("away-frees", &[("shifts", (freed as i64).into())]);
            Choice::new(text, Act::Away { member, time, callin, requirement }).aside(frees)
        };
        let typed = typed.trim();
        if !typed.is_empty() {
            let time = crate::speech::hours::as_files_say(typed);
            return match Pattern::parse_window(&time) {
                Ok(_) => vec![choice(typed.to_owned(), time)],
                Err(_) => vec![Choice::new(self.speech.word("away-how"), Act::Nothing)],
            };
        }
        let campaign = &self.ground().strike.campaign;
        let language = self.speech.language();
        let local = self.now.in_zone(campaign.zone);
        let last = campaign.last_day();
        let today = local.date_naive().clamp(campaign.first_day, last);
        // Who rings is asked about a shift; a call-in is for now, whenever the next shift is.
        let is_meant = |shift: &ShiftIx| {
            !callin || matches!(self.place, Place::Shift(_)) || self.ground().shift(*shift).date == today
        };
        let shift = self.shift_in_question(member).filter(is_meant);
        let day = shift.map_or(today, |shift| self.ground().shift(shift).date);
        let until = |to: NaiveDate| format!("{day}..{to}");
        let say =
            |id: &str, date: NaiveDate| self.speech.say(id, &[("day", calendar::day_short(date, language).into())]);
        let (mut choices, come_after_all) = self.back_choices(member);
        if callin && day == today {
            let from = local.format("%H:%M");
            let text = self.speech.say("away-from-now", &[("time", calendar::time(local.time(), language).into())]);
            choices.push(choice(text, format!("{day} {from}-24:00")));
        }
        choices.push(choice(say("away-day", day), day.to_string()));
        if let Some(shift) = shift {
            let span = self.ground().shift(shift).span;
            let clock = |at: Instant| at.in_zone(campaign.zone).format("%H:%M").to_string();
            let start = span.start.in_zone(campaign.zone).date_naive();
            let text = self.speech.say("away-shift", &[("times", self.words().times(shift).into())]);
            choices.push(choice(text, format!("{start} {}-{}", clock(span.start), clock(span.end))));
        }
        let mut ends: Vec<NaiveDate> = Vec::new();
        let end_of_week = week_of(day, self.ground().strike.pay.week_starts) + Days::new(6);
        for (id, to) in [
            ("away-two-days", day + Days::new(1)),
            ("away-week", end_of_week.min(last)),
            ("away-fortnight", day + Days::new(13)),
            ("away-rest", last),
        ] {
            // What reaches beyond the plan is the rest of it; of two that end alike, one is enough.
            if to > day && to <= last && !ends.contains(&to) {
                ends.push(to);
                choices.push(choice(say(id, to), until(to)));
            }
        }
        choices.extend(come_after_all);
        choices
    }

    /// The shift that is talked about when someone rings: the one under the cursor, else the member's next.
    fn shift_in_question(&self, member: MemberIx) -> Option<ShiftIx> {
        match self.place {
            Place::Shift(shift) if self.session.roster.get(shift, member).is_some() => Some(shift),
            Place::Member(_) => self.person.shift(&self.session.roster),
            Place::Line => self.board.shift,
            _ => None,
        }
        .or_else(|| {
            let shifts = self.session.roster.of(member);
            shifts.iter().copied().find(|shift| self.ground().shift(*shift).span.end > self.now)
        })
    }

    /// The member's shifts that come free when the member is away then.
    fn freed_by(&self, member: MemberIx, time: &str) -> Vec<ShiftIx> {
        let Ok(pattern) = Pattern::parse_window(time) else { return Vec::new() };
        let spans = absence::spans(&self.ground().strike, &pattern);
        let shifts = self.session.roster.of(member).iter().copied();
        shifts.filter(|shift| touches(&spans, self.ground().shift(*shift).span)).collect()
    }

    /// Notes that a member is away, and shows the first shift that comes free by it: someone has to be found for it.
    pub(super) fn note_away(
        &mut self,
        member: MemberIx,
        time: &str,
        (callin, requirement): (bool, Option<RequirementIx>),
        asked: Option<Prompt>,
    ) {
        let Ok(pattern) = Pattern::parse_window(time) else { return };
        let told = |name| asked.as_ref().and_then(|prompt| prompt.told(name)).map(str::to_owned);
        let stand_in = match told("stand-in").map(|text| (self.session.find_member(&text, None), text)) {
            None => None,
            Some((Ok(stand_in), _)) => Some(stand_in),
            Some((Err(unclear), text)) => {
                self.ask_again(asked);
                self.say_unclear(&text, &unclear);
                return;
            }
        };
        let code = told("code");
        let freed = if stand_in.is_some() { Vec::new() } else { self.freed_by(member, time) };
        let time = time.to_owned();
        let time_out = move |session: &mut Session| {
            let cause = if callin { Cause::CalledIn(requirement) } else { Cause::Absent(code.as_deref()) };
            session.time_out(member, &pattern, &time, cause, stand_in)
        };
        self.carry_out(self.session.is_large(), "busy-noting", time_out, move |desk, done| match done {
            Ok(done) => {
                let what = match &done.entry {
                    Some(entry) => desk.words().entry(entry),
                    None => desk.sentence("cli-nothing-absent", &[]).trim_end_matches('.').to_owned(),
                };
                let ahead = freed.iter().copied().find(|shift| desk.ground().shift(*shift).span.end > desk.now);
                let next = ahead.map(|shift| desk.next_of(shift)).unwrap_or_default();
                if let Some(shift) = ahead
                    && desk.place != Place::Line
                {
                    desk.open(Place::Shift(shift));
                }
                desk.tell_done(format!("{what}. {next}").trim_end().to_owned());
            }
            Err(error) => {
                // Nothing was noted, and nothing of what was told is lost.
                desk.ask_again(asked);
                desk.refused(None, &error);
            }
        });
    }

    /// What is to be done about a shift that has come free: it is to be filled, unless enough are left.
    fn next_of(&self, shift: ShiftIx) -> String {
        let (the_shift, tally) = (self.ground().shift(shift), self.coverage().of(shift));
        if tally.status(the_shift).is_gap() {
            return self.speech.word("told-away-next");
        }
        let values = [("heads", i64::from(tally.heads()).into()), ("minimum", i64::from(the_shift.minimum).into())];
        self.speech.say("told-away-enough", &values)
    }
}
