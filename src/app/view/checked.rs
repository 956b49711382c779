//! The files and the record looked over: every problem and warning as a row, where it is, what is wrong and what to do. Where the
//! files have changed since they were read and can be used, the screen goes on with them.

use super::Desk;
use super::page::{Ink, Kind, Matter, Row, Rows, Subject};
use crate::app::commands::Command;
use crate::app::report::{Said, count, said};
use crate::app::said as app_said;
use crate::app::session::{Opened, Session, examine};
use crate::model::problem::{Problem, Severity, Value};
use crate::speech::visible::visible;

/// What was found.
#[derive(Debug)]
pub(super) struct Checked {
    problems: Vec<Problem>,
    /// What else is told first: the word in `speech`.
    about: &'static str,
    /// Entries and seal of the record's journal, where all is in order.
    seal: Option<(u64, String)>,
}

impl Checked {
    /// With the sentence `about` them told first.
    pub(super) fn new(problems: Vec<Problem>, about: &'static str) -> Self {
        Self { problems, about, seal: None }
    }
}

/// Where a problem is: `members.csv:12:5`.
fn place(said: &Said) -> String {
    let file = said.file.as_deref().map(|file| visible(file).into_owned()).unwrap_or_default();
    match (said.line, said.column) {
        (Some(line), Some(column)) => format!("{file}:{line}:{column}"),
        _ => file,
    }
}

impl Rows for Checked {
    fn head(&self, desk: &Desk) -> Vec<String> {
        let head = if self.problems.is_empty() {
            desk.speech.word("cli-no-problems")
        } else {
            format!("{}.", count(&self.problems, desk.speech))
        };
        let mut head = vec![head, desk.sentence(self.about, &[])];
        if let Some((entries, seal)) = &self.seal {
            head.push(app_said::checked(desk.speech, &desk.session));
            if *entries > 0 {
                head.push(app_said::sealed(desk.speech, *entries, seal));
            }
        }
        head
    }

    fn len(&self) -> usize {
        self.problems.len()
    }

    fn row(&self, desk: &Desk, at: usize) -> Row {
        let problem = &self.problems[at];
        let said = said(problem, desk.speech);
        let lead = desk.speech.word(&format!("report-{}", problem.severity.word()));
        let ink = match problem.severity {
            Severity::Error => Ink::Bad,
            Severity::Warning => Ink::Warn,
            Severity::Note => Ink::Plain,
        };
        let place = place(&said);
        let parts = [place.as_str(), &said.message, &said.help];
        let whole = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" — ");
        Row { lead, text: said.message, aside: place, whole, ink, ..Row::default() }
    }

    fn subject(&self, desk: &Desk, at: usize) -> Subject {
        let named = |name: &str| {
            let value = self.problems[at].values.iter().find(|(known, _)| *known == name);
            value.and_then(|(_, value)| if let Value::Text(text) = value { Some(text.as_str()) } else { None })
        };
        let ground = desk.ground();
        Subject {
            shift: named("shift").and_then(|id| ground.find(id).ok()),
            member: named("member").and_then(|id| ground.strike.lookup.members.get(id).copied()),
        }
    }

    fn is_of_roster(&self) -> bool {
        false
    }
}

impl Desk {
    /// Reads everything anew and tells what is wrong with it.
    pub(super) fn check(&mut self) {
        if self.turn_to_waiting(Kind::Check) {
            return;
        }
        let (from, folder, settings) = (self.place, self.session.folder.clone(), self.settings());
        let look = move |_: &Session, _: &super::study::Telling| examine(&folder, settings);
        self.study(true, "busy-checking", Command::Check, look, move |desk, found| match found {
            Ok(opened) => desk.checked(opened, from),
            Err(error) => desk.tell_trouble(&error),
        });
    }

    fn checked(&mut self, opened: Opened, from: super::place::Place) {
        let Opened { session, problems, .. } = opened;
        let seal = session.as_ref().and_then(|session| Some((session.seq(), session.seal().ok()??)));
        let about = match session {
            _ if problems.iter().any(|problem| problem.severity == Severity::Error) => "page-check-unusable",
            Some(anew) if anew.fingerprint != self.session.fingerprint && self.can_go_on_anew() => {
                self.session.go_on_as(anew);
                self.refresh();
                "page-check-anew"
            }
            _ => "page-check-same",
        };
        // Other files have led to the first screen: nobody is elsewhere by that.
        let from = if about == "page-check-anew" { self.place } else { from };
        let seal = seal.filter(|_| about != "page-check-unusable");
        let checked = Checked { seal, ..Checked::new(problems, about) };
        self.show_page(Matter::Check(checked), self.session.version, from);
    }

    /// True when nothing is under way that another reading of the files would part from.
    fn can_go_on_anew(&self) -> bool {
        !self.session.is_lent() && self.session.moment.is_none()
    }
}
