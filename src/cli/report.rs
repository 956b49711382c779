//! Problems and complaints, as a terminal shows them.

use super::answer::{Complaint, paint};
use crate::app::report::{Style, report};
use crate::app::session::Opened;
use crate::model::problem::{Problem, Severity};
use crate::speech::Speech;
use crate::store::record::{Holder, RecordError};

/// Every problem, underlined in its source, and how many there are.
pub fn problems(speech: Speech, colour: bool, opened: &Opened, width: usize) -> String {
    report(&opened.problems, &opened.sources, speech, Style { colour, width })
}

/// One line on how many warnings there are, for the commands that do not list them.
pub fn warned(speech: Speech, colour: bool, problems: &[Problem]) -> String {
    let count = problems.iter().filter(|problem| problem.severity == Severity::Warning).count();
    if count == 0 {
        return String::new();
    }
    let word = paint(colour, "1;33", &speech.word("cli-warning"));
    format!("{word}: {}\n", speech.say("cli-warned", &[("count", count.into())]))
}

/// A complaint.
pub fn error(speech: Speech, colour: bool, message: &str) -> Complaint {
    let shown = format!("{}: {message}\n", paint(colour, "1;31", &speech.word("cli-error")));
    Complaint { shown, bare: message.to_owned() }
}

/// The complaint about a record that can't be used now.
pub fn record_error(speech: Speech, colour: bool, trouble: &RecordError) -> Complaint {
    let said = match trouble {
        RecordError::Busy(Some(Holder { pid, program, user })) => {
            let id = match (program, user) {
                (Some(_), Some(_)) => "cli-record-busy.user",
                (Some(_), None) => "cli-record-busy.program",
                (None, _) => "cli-record-busy",
            };
            let text = |text: &Option<String>| text.as_deref().unwrap_or("").into();
            let values = [("pid", pid.to_string().into()), ("program", text(program)), ("user", text(user))];
            speech.say(id, &values)
        }
        RecordError::Busy(None) => speech.word("cli-record-busy-unknown"),
        RecordError::ReadOnly(detail) => speech.say("cli-record-read-only", &[("detail", detail.into())]),
        RecordError::Full(_) => speech.word("record-full"),
        RecordError::Io { .. } if trouble.is_full() => speech.word("record-full"),
        RecordError::Io { path, source } => {
            let values = [("path", path.display().to_string().into()), ("detail", source.to_string().into())];
            speech.say("cli-io", &values)
        }
        RecordError::Database(source) => speech.say("cli-database", &[("detail", source.to_string().into())]),
        RecordError::Damaged(_)
        | RecordError::NotOurs
        | RecordError::OtherStrike { .. }
        | RecordError::Newer { .. } => trouble.problem().map_or_else(String::new, |problem| {
            let (message, help) = speech.problem(&problem);
            if help.is_empty() { message } else { format!("{message}\n  = {help}") }
        }),
    };
    error(speech, colour, &said)
}
