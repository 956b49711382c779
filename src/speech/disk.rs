//! What the system says of a file that could not be read or written, in the language spoken.

use super::Speech;
use std::io::{Error, ErrorKind};

/// Why it could not, in words that follow the file's name.
pub fn why(speech: Speech, error: &Error) -> String {
    of_kind(speech, error.kind(), &error.to_string())
}

/// The same of an error of this kind. What happens too seldom to have words here is said as the system says it, in `detail`.
pub fn of_kind(speech: Speech, kind: ErrorKind, detail: &str) -> String {
    let id = match kind {
        ErrorKind::NotFound => "disk-missing",
        ErrorKind::PermissionDenied => "disk-forbidden",
        ErrorKind::AlreadyExists => "disk-taken",
        ErrorKind::IsADirectory => "disk-folder",
        ErrorKind::NotADirectory => "disk-no-folder",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "disk-full",
        ErrorKind::ReadOnlyFilesystem => "disk-read-only",
        ErrorKind::InvalidFilename => "disk-name",
        ErrorKind::InvalidData => "disk-no-text",
        ErrorKind::FileTooLarge => "disk-too-large",
        _ => return detail.to_owned(),
    };
    speech.word(id)
}
