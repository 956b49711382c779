//! Why the record could not be read or written.

use crate::speech::{Speech, disk};
use crate::store::record::{Holder, RecordError};
use rusqlite::{Error, ErrorCode};

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
        RecordError::Database(source) => speech.say("cli-database", &[("detail", database(speech, source).into())]),
        RecordError::Damaged(_)
        | RecordError::NotOurs
        | RecordError::OtherStrike { .. }
        | RecordError::Newer { .. } => trouble.problem().map_or_else(String::new, |problem| {
            let (message, help) = speech.problem(&problem);
            if help.is_empty() { message } else { format!("{message}\n  = {help}") }
        }),
    }
}

/// What the database says, in the language spoken; what it says too seldom to have words here, in its own.
fn database(speech: Speech, source: &Error) -> String {
    let id = match source.sqlite_error_code() {
        Some(ErrorCode::CannotOpen) => "database-unopened",
        Some(ErrorCode::PermissionDenied | ErrorCode::AuthorizationForStatementDenied) => "disk-forbidden",
        Some(ErrorCode::SystemIoFailure) => "database-disk",
        Some(ErrorCode::FileLockingProtocolFailed) => "database-locks",
        Some(ErrorCode::OutOfMemory) => "database-memory",
        Some(ErrorCode::TooBig) => "database-large",
        _ => return speech.say("database-other", &[("detail", source.to_string().into())]),
    };
    speech.word(id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::campaign::Language;
    use rusqlite::ffi;

    #[test]
    fn what_the_database_says_is_said_in_the_language_spoken() {
        let said = |code| {
            let trouble = Error::SqliteFailure(ffi::Error::new(code), None);
            [Language::En, Language::Fr].map(|language| database(Speech::new(language), &trouble))
        };
        for code in [ffi::SQLITE_CANTOPEN, ffi::SQLITE_PERM, ffi::SQLITE_IOERR, ffi::SQLITE_PROTOCOL, ffi::SQLITE_NOMEM]
        {
            let [english, french] = said(code);
            let own = ffi::Error::new(code).to_string();
            assert!(english != french && !french.contains(&own), "{code}: {french}");
        }
        let [english, french] = said(ffi::SQLITE_MISUSE);
        assert_ne!(english, french, "what it says itself stands among our words");
    }
}
