//! Problems and complaints, as a terminal shows them.

use super::answer::{Complaint, paint};
use crate::app::report::{Style, report};
use crate::app::session::Opened;
use crate::model::problem::{Problem, Severity};
use crate::speech::Speech;

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
    format!("{word}{}{}\n", speech.colon(), speech.say("cli-warned", &[("count", count.into())]))
}

/// A complaint.
pub fn error(speech: Speech, colour: bool, message: &str) -> Complaint {
    let word = paint(colour, "1;31", &speech.word("cli-error"));
    let shown = format!("{word}{}{message}\n", speech.colon());
    Complaint { shown, bare: message.to_owned() }
}
