//! Whom to ring about what has changed since people were told: who can't wait first, what was told, what is now. Nobody's
//! telephone is on the list; it is said for the row under the cursor when asked for.

use super::Desk;
use super::page::{Ink, Kind, Matter, Row, Rows, Subject};
use super::study::Telling;
use crate::app::commands::Command;
use crate::app::session::Session;
use crate::app::told::{Asked, Difference, Person, Place};
use crate::model::{Duty, MemberIx};
use crate::speech::calendar;
use crate::speech::visible::visible;

/// The calls to make, a row for each thing that somebody has to hear.
#[derive(Debug)]
pub(super) struct Calling {
    rows: Vec<Call>,
    people: usize,
    soon: usize,
    version: u64,
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
}

impl Calling {
    fn of(session: &Session) -> Option<Self> {
        let asked = session.asked();
        let version = session.published.as_ref()?.0;
        let differences = asked.differences(true);
        let is_soon = |all: &[Difference]| all.iter().any(|each| each.is_short_notice(&asked));
        let (people, soon) = (differences.len(), differences.iter().filter(|(_, all)| is_soon(all)).count());
        let calls = |(person, all): (Person<'_>, Vec<Difference>)| calls(&asked, person, all);
        Some(Self { rows: differences.into_iter().flat_map(calls).collect(), people, soon, version })
    }
}

fn calls(asked: &Asked<'_>, person: Person<'_>, all: Vec<Difference>) -> Vec<Call> {
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
    fn news(&self, desk: &Desk) -> String {
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
        if self.soon > 0 {
            let hours = desk.ground().strike.rules.notice_minutes / 60;
            head.push(desk.speech.say("calls-soon", &[("count", self.soon.into()), ("hours", hours.into())]));
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
        let whole = format!("{} · {}", desk.speech.of(&name, &row.text), call.news(desk));
        Row {
            lead: if call.first { name } else { String::new() },
            aside: call.news(desk),
            whole,
            ink: if call.soon { Ink::Warn } else { Ink::Plain },
            ..row
        }
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
            None => desk.say("calls-unpublished"),
            Some(calls) if calls.rows.is_empty() => {
                let text = desk.speech.say("calls-none", &[("version", calls.version.to_string().into())]);
                desk.tell(super::notice::Tone::Info, text);
            }
            Some(calls) => desk.show_page(Matter::Calls(calls), version, from),
        });
    }
}
