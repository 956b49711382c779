//! Whom to ring about what has changed since people were told: who can't wait first, what was told, what is now. Nobody's
//! telephone is on the list; it is said for the row under the cursor when asked for. Who was reached is ticked off, for everyone
//! who has the list before them.

use super::Desk;
use super::page::{Ink, Kind, Matter, Row, Rows, Subject};
use super::study::Telling;
use crate::app::commands::Command;
use crate::app::session::{Heard, Session};
use crate::app::told::{Asked, Difference, Person, Place};
use crate::model::{Duty, MemberIx};
use crate::speech::calendar;
use crate::speech::visible::visible;
use crate::store::record::{News, RecordError};

/// The calls to make, a row for each thing that somebody has to hear.
#[derive(Debug)]
pub(super) struct Calling {
    rows: Vec<Call>,
    people: usize,
    soon: usize,
    version: u64,
    heard: Heard,
    /// The entry of the journal that the ticks are of.
    seq: u64,
}

/// Something that somebody has to hear.
#[derive(Debug)]
struct Call {
    /// None: no longer on the list of members.
    member: Option<MemberIx>,
    id: String,
    /// The first of what this person has to hear.
    first: bool,
    soon: bool,
    what: Difference,
    news: News,
}

impl Calling {
    /// None: nobody was told anything yet.
    fn of(session: &Session) -> Result<Option<Self>, RecordError> {
        let asked = session.asked();
        let Some((version, _)) = session.published else { return Ok(None) };
        let differences = asked.differences(true);
        let is_soon = |all: &[Difference]| all.iter().any(|each| each.is_short_notice(&asked));
        let (people, soon) = (differences.len(), differences.iter().filter(|(_, all)| is_soon(all)).count());
        let calls = |(person, all): (Person<'_>, Vec<Difference>)| calls(session, &asked, person, all);
        let rows = differences.into_iter().flat_map(calls).collect();
        Ok(Some(Self { rows, people, soon, version, heard: session.heard()?, seq: session.seq() }))
    }

    /// True when whom a row is about has heard it.
    fn is_heard(&self, call: &Call) -> bool {
        self.heard.holds(&call.id, &call.news)
    }

    /// How many people have heard all there is for them.
    fn reached(&self) -> usize {
        self.rows.chunk_by(|a, b| a.id == b.id).filter(|all| all.iter().all(|call| self.is_heard(call))).count()
    }

    /// The first row after `at`, round the end, of somebody who has not heard it.
    fn next_to_ring(&self, at: usize) -> Option<usize> {
        let rows = (at + 1..self.rows.len()).chain(0..at);
        rows.into_iter().find(|row| !self.is_heard(&self.rows[*row]))
    }
}

fn calls(session: &Session, asked: &Asked<'_>, person: Person<'_>, all: Vec<Difference>) -> Vec<Call> {
    let id = person.id(asked.ground).to_owned();
    let member = match person {
        Person::Member(member) => Some(member),
        Person::Gone(_) => None,
    };
    let call = |(at, what): (usize, Difference)| Call {
        member,
        id: id.clone(),
        first: at == 0,
        soon: what.is_short_notice(asked),
        news: session.news_of(&what),
        what,
    };
    all.into_iter().enumerate().map(call).collect()
}

impl Call {
    fn name(&self, desk: &Desk) -> String {
        self.member.map_or_else(|| visible(&self.id).into_owned(), |member| desk.words().member(member))
    }

    /// The shift it is about.
    fn row(&self, desk: &Desk) -> Row {
        match self.what.at {
            Place::Shift(shift) => Row::of_shift(desk, shift),
            Place::Lost(lost) => {
                let language = desk.speech.language();
                let zone = desk.ground().strike.site(lost.site).zone;
                let [start, end] = [lost.span.start, lost.span.end].map(|at| at.in_zone(zone).time());
                let when =
                    format!("{} {}", calendar::day_short(lost.date, language), calendar::times(start, end, language));
                let shift = format!("{when}, {}", desk.words().stretch(lost.line));
                Row { text: desk.speech.say("told-lost", &[("shift", shift.into())]), ..Row::default() }
            }
            Place::Unknown => {
                let shift = visible(&self.what.id).into_owned();
                Row { text: desk.speech.say("told-lost", &[("shift", shift.into())]), ..Row::default() }
            }
        }
    }

    /// What is to be said of it.
    fn told(&self, desk: &Desk) -> String {
        let (speech, what) = (desk.speech, &self.what);
        let post = |word: &Option<String>| {
            let word = word.as_deref().unwrap_or_default();
            let known = Duty::parse(word, &desk.ground().strike);
            known.map_or_else(|| visible(word).into_owned(), |duty| desk.words().duty(duty))
        };
        let values = [("before", post(&what.before).into()), ("after", post(&what.after).into())];
        match (what.word(), what.was) {
            (word @ ("added" | "removed"), _) => speech.say(&format!("calls-{word}"), &values),
            (_, Some(was)) => {
                let [start, end] = [was.span.start, was.span.end].map(|at| at.in_zone(was.zone).time());
                let times = calendar::times(start, end, speech.language());
                speech.say("calls-time", &[("times", times.into())])
            }
            _ => speech.say("calls-duty", &values),
        }
    }
}

impl Rows for Calling {
    fn head(&self, desk: &Desk) -> Vec<String> {
        let values = [("people", self.people.into()), ("version", self.version.to_string().into())];
        let mut head = vec![desk.speech.say("calls-sum", &values)];
        let mut so_far = Vec::new();
        if self.soon > 0 {
            let hours = desk.ground().strike.rules.notice_minutes / 60;
            so_far.push(desk.speech.say("calls-soon", &[("count", self.soon.into()), ("hours", hours.into())]));
        }
        let reached = self.reached();
        if reached > 0 {
            so_far.push(desk.speech.say("calls-reached", &[("count", reached.into())]));
        }
        if !so_far.is_empty() {
            head.push(so_far.join(" "));
        }
        head.push(desk.sentence("calls-how", &[]));
        head
    }

    fn len(&self) -> usize {
        self.rows.len()
    }

    fn row(&self, desk: &Desk, at: usize) -> Row {
        let call = &self.rows[at];
        let (row, name) = (call.row(desk), call.name(desk));
        let mut whole = format!("{} · {}", desk.speech.of(&name, &row.text), call.told(desk));
        let is_heard = self.is_heard(call);
        if is_heard {
            whole = format!("{whole} · {}", desk.speech.word("calls-heard"));
        }
        let ink = match (is_heard, call.soon) {
            (true, _) => Ink::Done,
            (false, true) => Ink::Warn,
            (false, false) => Ink::Plain,
        };
        let lead = if call.first { name } else { String::new() };
        Row { lead, aside: call.told(desk), whole, ink, ticked: Some(is_heard), ..row }
    }

    fn subject(&self, _: &Desk, at: usize) -> Subject {
        let call = &self.rows[at];
        let shift = match call.what.at {
            Place::Shift(shift) => Some(shift),
            Place::Lost(_) | Place::Unknown => None,
        };
        Subject { shift, member: call.member }
    }
}

impl Desk {
    /// Shows whom to ring about what has changed since people were told.
    pub(super) fn show_calls(&mut self) {
        if self.turn_to_waiting(Kind::Calls) {
            return;
        }
        let (from, version) = (self.place, self.session.version);
        let find = |session: &Session, _: &Telling| Calling::of(session);
        self.study(self.session.is_large(), "busy-calls", Command::Calls, find, move |desk, calls| match calls {
            Err(error) => desk.tell_trouble(&error),
            Ok(None) => desk.say("calls-unpublished"),
            Ok(Some(calls)) if calls.rows.is_empty() => {
                let text = desk.speech.say("calls-none", &[("version", calls.version.to_string().into())]);
                desk.tell(super::notice::Tone::Info, text);
            }
            Ok(Some(calls)) => desk.show_page(Matter::Calls(calls), version, from),
        });
    }

    fn calling(&self) -> Option<&Calling> {
        match &self.pages.get(Kind::Calls)?.matter {
            Matter::Calls(calling) => Some(calling),
            _ => None,
        }
    }

    /// Brings the list in step with what was noted since, also by others: the ticks, and where that takes no time the calls
    /// themselves.
    pub(super) fn refresh_calls(&mut self) {
        let version = self.session.version;
        let is_old = self.page().is_some_and(|page| page.version() != version);
        match self.calling() {
            Some(calling) if calling.seq != self.session.seq() || is_old => {}
            _ => return,
        }
        if is_old && !self.session.is_large() {
            match Calling::of(&self.session) {
                Ok(Some(calling)) => self.renew_page(Matter::Calls(calling), version),
                Ok(None) => {}
                Err(error) => self.tell_trouble(&error),
            }
            return;
        }
        let (seq, heard) = (self.session.seq(), self.session.heard());
        match (heard, self.pages.get_mut(Kind::Calls).map(|page| &mut page.matter)) {
            (Ok(heard), Some(Matter::Calls(calling))) => (calling.heard, calling.seq) = (heard, seq),
            (Err(error), _) => self.tell_trouble(&error),
            (Ok(_), _) => {}
        }
    }

    /// Ticks off whoever the cursor is on: reached, with all that is on the list for that person; or takes the tick away.
    pub(super) fn tick_reached(&mut self) {
        let at = self.page().map_or(0, super::page::Page::at);
        let Some((calling, call)) = self.calling().and_then(|calling| Some((calling, calling.rows.get(at)?))) else {
            self.say("told-nobody-here");
            return;
        };
        let id = call.id.clone();
        let done = if calling.is_heard(call) {
            self.session.not_reached(&id)
        } else {
            let news: Vec<News> =
                calling.rows.iter().filter(|each| each.id == id).map(|each| each.news.clone()).collect();
            self.session.reached(&id, &news)
        };
        self.tell_outcome(done);
        self.refresh_calls();
        let next = self.calling().filter(|calling| calling.rows.get(at).is_some_and(|call| calling.is_heard(call)));
        if let Some(next) = next.and_then(|calling| calling.next_to_ring(at)) {
            self.go_on_page(Kind::Calls, next);
        }
    }
}
