//! Why the record could not be read or written.

use crate::speech::{Speech, disk};
use crate::store::record::{Holder, RecordError};

/// Why, in one sentence; of a faulty file, with what to do on a line of its own.
pub fn record(speech: Speech, trouble: &RecordError) -> String {
    match trouble {
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
        RecordError::ReadOnly(_) => speech.word("cli-record-read-only"),
        RecordError::Gone => speech.word("record-gone"),
        RecordError::Full(_) => speech.word("record-full"),
        RecordError::Io { .. } if trouble.is_full() => speech.word("record-full"),
        RecordError::Io { path, source } => {
            let values = [("path", path.display().to_string().into()), ("detail", disk::why(speech, source).into())];
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
    }
}
