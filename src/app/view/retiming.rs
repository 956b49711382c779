//! A shift's hours and days, moved from the screen: what is typed, what it would change, and all of it as one action.

use super::Desk;
use super::choice::{Act, Choice};
use super::notice::Tone;
use super::page::{Ink, Kind, Matter, Row, Rows, Subject};
use super::prompt::{Pick, Prompt};
use super::study::Telling;
use crate::app::commands::Command;
use crate::app::session::{NotRetimed, NotSet, Retiming, Session, Times, clock_told};
use crate::app::{imported, said};
use crate::model::availability::{On, Pattern};
use crate::model::problem::Severity;
use crate::model::time::Weekdays;
use crate::model::{Change, LineIx, TemplateIx};
use crate::speech::hours::{as_files_say, hours};

/// What is offered before anything is typed: so many minutes later or earlier.
const STEPS: [i64; 4] = [30, 60, -30, -60];

/// What other times would do.
#[derive(Debug)]
pub(super) struct Retimed {
    staged: Retiming,
    rows: Vec<Line>,
}

/// A row: the name of a list and how long it is, or which of its things.
#[derive(Debug, Clone, Copy)]
enum Line {
    Head(&'static str, usize),
    Broken(usize),
    Freed(usize),
    Told(usize),
}

impl Retimed {
    fn new(staged: Retiming) -> Self {
        let mut rows = Vec::new();
        let mut list = |head, len: usize, line: fn(usize) -> Line| {
            if len > 0 {
                rows.push(Line::Head(head, len));
                rows.extend((0..len).map(line));
            }
        };
        // What a person has to think about comes first.
        list("import-broken", staged.broken.len(), Line::Broken);
        list("hours-freed", staged.freed.len(), Line::Freed);
        list("hours-told", staged.told.len(), Line::Told);
        Self { staged, rows }
    }
}

impl Rows for Retimed {
    fn head(&self, desk: &Desk) -> Vec<String> {
        let staged = &self.staged;
        let label = desk.template_name(staged.template);
        let values = [
            ("template", label.into()),
            ("before", desk.times_text(staged.was).into()),
            ("after", desk.times_text(staged.times).into()),
        ];
        let mut head = vec![desk.speech.say("hours-would", &values)];
        let count = |id: &str, count: usize| (count > 0).then(|| desk.speech.say(id, &[("count", count.into())]));
        let parts = [
            count("hours-moved", staged.moved),
            count("hours-gone", staged.gone.len()),
            count("hours-came", staged.came),
            Some(desk.speech.say("hours-people", &[("count", staged.told.len().into())])),
        ];
        head.push(parts.into_iter().flatten().collect::<Vec<_>>().join(" "));
        head.extend(count("hours-begun", staged.begun));
        head.push(desk.sentence("hours-take", &[]));
        head
    }

    fn len(&self) -> usize {
        self.rows.len()
    }

    fn row(&self, desk: &Desk, at: usize) -> Row {
        match self.rows[at] {
            Line::Head(id, count) => {
                let text = desk.speech.say(id, &[("count", count.into())]);
                Row { text, ink: Ink::Heading, ..Row::default() }
            }
            Line::Broken(at) => {
                let each = &self.staged.broken[at];
                let text = desk.speech.of(&desk.words().member(each.member), &imported::rule(desk.speech, each));
                Row { text, aside: desk.words().shift(each.shift), ink: Ink::Warn, ..Row::default() }
            }
            Line::Freed(at) => {
                let change = &self.staged.freed[at];
                Row { aside: desk.words().member(change.member()), ..Row::of_shift(desk, change.shift()) }
            }
            Line::Told(at) => {
                let (member, shift) = self.staged.told[at];
                Row { aside: desk.words().member(member), ..Row::of_shift(desk, shift) }
            }
        }
    }

    fn subject(&self, _: &Desk, at: usize) -> Subject {
        let of = |shift, member| Subject { shift: Some(shift), member: Some(member) };
        match self.rows[at] {
            Line::Head(..) => Subject::default(),
            Line::Broken(at) => of(self.staged.broken[at].shift, self.staged.broken[at].member),
            Line::Freed(at) => {
                let change: &Change = &self.staged.freed[at];
                of(change.shift(), change.member())
            }
            Line::Told(at) => of(self.staged.told[at].1, self.staged.told[at].0),
        }
    }

    fn can_be_made(&self) -> bool {
        true
    }
}

impl Desk {
    /// Asks for other hours of the shift the cursor is on; without one, which of the line's shifts is meant.
    pub(super) fn ask_times(&mut self) {
        if self.turn_to_waiting(Kind::Hours) {
            return;
        }
        match self.chosen_shift().map(|shift| self.ground().shift(shift).template) {
            Some(template) => self.pick(Pick::Times(template)),
            None => self.show_numbers(),
        }
    }

    /// What people call a template.
    pub fn template_name(&self, template: TemplateIx) -> String {
        let label = self.ground().strike.template(template).label(self.speech.language());
        crate::speech::visible::visible(label).into_owned()
    }

    /// When a template runs.
    pub fn template_times(&self, template: TemplateIx) -> String {
        self.times_text(Times::of(self.ground().strike.template(template)))
    }

    fn times_text(&self, times: Times) -> String {
        hours(self.speech, &[times.written()])
    }

    /// The shifts of a line, each with when it runs.
    pub(super) fn template_choices(&self, line: LineIx) -> Vec<Choice> {
        let choice = |template: &TemplateIx| {
            let text = self.speech.say("number-hours", &[("template", self.template_name(*template).into())]);
            Choice::new(text, Act::AskTimes(*template)).aside(self.template_times(*template))
        };
        self.ground().strike.line(line).templates.iter().map(choice).collect()
    }

    /// Whose hours these are, before anything is chosen.
    pub(super) fn times_lines(&self, template: TemplateIx) -> Vec<String> {
        let lines = self.ground().strike.lines.iter().filter(|line| line.templates.contains(&template)).count();
        vec![self.speech.say("hours-everywhere", &[("lines", lines.into())]), self.speech.word("hours-how")]
    }

    /// What the times typed would be; nothing typed, some that are wanted often.
    pub(super) fn times_choices(&self, template: TemplateIx, typed: &str) -> Vec<Choice> {
        let was = Times::of(self.ground().strike.template(template));
        let choice = |text: String, times: Times| Choice::new(text, Act::Times(template, times));
        if typed.trim().is_empty() {
            let step = |minutes: i64| {
                let id = if minutes > 0 { "hours-later" } else { "hours-earlier" };
                let text = self.speech.say(id, &[("minutes", minutes.abs().into())]);
                choice(text, was.moved(minutes)).aside(self.times_text(was.moved(minutes)))
            };
            return STEPS.into_iter().map(step).collect();
        }
        match told(typed, was) {
            Some(times) if times == was => vec![Choice::new(self.speech.word("hours-same"), Act::Nothing)],
            Some(times) => vec![choice(self.times_text(times), times).aside(self.speech.word("hours-look"))],
            None => vec![Choice::new(self.speech.word("hours-unread"), Act::Nothing)],
        }
    }

    /// Finds out what those times would do, and shows it.
    pub(super) fn stage_times(&mut self, template: TemplateIx, times: Times, asked: Option<Prompt>) {
        let (from, version) = (self.place, self.session.version);
        let stage = move |session: &Session, _: &Telling| session.stage_times(template, times);
        self.study(self.session.is_large(), "busy-hours", Command::Hours, stage, move |desk, staged| match staged {
            Ok(staged) => desk.show_page(Matter::Hours(Retimed::new(staged)), version, from),
            Err(why) => {
                // Other times may do: what was typed is still there.
                desk.ask_again(asked);
                desk.not_retimed(why);
            }
        });
    }

    /// Makes what is looked at so.
    pub(super) fn set_times(&mut self) {
        let Some(page) = self.pages.take(Kind::Hours) else { return };
        let version = page.version();
        let Matter::Hours(retimed) = page.matter else { return };
        let shape = self.shape();
        let set = move |session: &mut Session| {
            let done = session.set_times(&retimed.staged);
            (retimed, done)
        };
        self.carry_out(self.session.is_large(), "busy-reading", set, move |desk, (retimed, done)| match done {
            Ok(done) => {
                desk.leave_page(Kind::Hours);
                desk.go_on_anew(shape);
                desk.refresh();
                desk.tell_entry(&done);
            }
            Err(why) => {
                let from = desk.place;
                desk.show_page(Matter::Hours(retimed), version, from);
                desk.not_retimed(why);
            }
        });
    }

    fn not_retimed(&mut self, why: NotRetimed) {
        let detail = match why {
            NotRetimed::Begun(count) => {
                let text = self.speech.say("told-hours-begun", &[("count", count.into())]);
                self.tell(Tone::Refused, text);
                return;
            }
            NotRetimed::Set(NotSet::Act(error)) => said::no(self.speech, self.ground(), &error),
            NotRetimed::Set(NotSet::Nowhere(template)) => {
                self.speech.say("told-hours-nowhere", &[("template", template.into())])
            }
            NotRetimed::Set(NotSet::Unfit(reading)) => {
                let first = reading.problems.iter().find(|problem| problem.severity == Severity::Error);
                first.map(|problem| self.speech.problem(problem).0).unwrap_or_default()
            }
        };
        let text = self.speech.say("told-number-refused", &[("detail", detail.into())]);
        self.tell(Tone::Failed, text);
    }
}

/// The times that a person types: `8:30` begins it then, as long as before; `8:30-12:30`; `-12:30` ends it then; `+30` and `-30`
/// move it by so many minutes; days as the files write them, with any of these or alone. None: it can't be read.
fn told(typed: &str, was: Times) -> Option<Times> {
    let mut times = was;
    for word in as_files_say(&typed.replace(['–', '−'], "-")).split_whitespace() {
        let minutes = word.strip_prefix(['+', '-']).filter(|rest| rest.len() <= 3 && !rest.contains([':', 'h']));
        if let Some(minutes) = minutes.and_then(|rest| rest.parse::<i64>().ok()) {
            times = times.moved(if word.starts_with('-') { -minutes } else { minutes });
        } else if word.contains(|letter: char| letter.is_ascii_digit()) {
            match word.split_once('-') {
                Some(("", end)) => times.end = clock_told(end)?,
                Some((start, end)) => (times.start, times.end) = (clock_told(start)?, clock_told(end)?),
                None => times = times.beginning(clock_told(word)?),
            }
        } else {
            let pattern = Pattern::parse_window(word).ok()?;
            let Some(On::Weekdays(days)) = pattern.items.first().map(|item| item.on) else { return None };
            times.days = days;
        }
    }
    (times.days != Weekdays::NONE).then_some(times)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::time::Clock;

    #[test]
    fn times_are_read_as_people_write_them() {
        let was = Times { start: Clock(450), end: Clock(690), days: Weekdays::ALL };
        let read = |typed: &str| told(typed, was).map(Times::written);
        let all = "mon,tue,wed,thu,fri,sat,sun";
        for (typed, expected) in [
            ("8:30", format!("{all} 08:30-12:30")),
            ("8h30", format!("{all} 08:30-12:30")),
            ("0830-13:00", format!("{all} 08:30-13:00")),
            ("8:30–13:00", format!("{all} 08:30-13:00")),
            ("-13:00", format!("{all} 07:30-13:00")),
            ("+60", format!("{all} 08:30-12:30")),
            ("-30", format!("{all} 07:00-11:00")),
            ("22:00", format!("{all} 22:00-02:00")),
            ("lun-mer,ven 8:00", "mon,tue,wed,fri 08:00-12:00".to_owned()),
            ("sat,sun", "sat,sun 07:30-11:30".to_owned()),
        ] {
            assert_eq!(read(typed), Some(expected), "{typed}");
        }
        for typed in ["25:00", "8:30-", "monday-ish", "8:61", "2026-12-09", "+999999"] {
            assert_eq!(read(typed), None, "{typed}");
        }
    }
}
