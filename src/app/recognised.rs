//! A sheet of paper recognised by its code: which it is, and whether it still says what is so.

use super::session::Session;
use crate::model::Instant;
use crate::speech::{Speech, calendar};

/// A sheet recognised by its code.
#[derive(Debug, Clone)]
pub struct Recognised {
    /// What: `roster`, …; the roster's is on the sign-in sheet and the captain's copy too.
    pub what: &'static str,
    /// Where, or whose.
    pub place: String,
    /// The local dates.
    pub dates: String,
    /// The roster as it was: its version, and since when it is another. None: the sheet says what is so now.
    pub past: Option<(u64, Instant)>,
}

/// Which sheet has `code`, and whether it is still right, in one sentence; None: no sheet has it.
pub fn said(speech: Speech, session: &Session, code: &str, found: Option<&Recognised>) -> String {
    let Some(found) = found else { return speech.say("cli-sheet-unknown", &[("code", code.into())]) };
    let (version, until) = found.past.unwrap_or((session.version, session.now()));
    let local = until.in_zone(session.ground.strike.campaign.zone);
    let day = calendar::day_short(local.date_naive(), speech.language());
    let until = format!("{day} {}", calendar::time(local.time(), speech.language()));
    let values = [
        ("what", speech.word(&format!("sheet-{}", found.what)).into()),
        ("place", found.place.as_str().into()),
        ("dates", found.dates.as_str().into()),
        ("version", version.to_string().into()),
        ("now", session.version.to_string().into()),
        ("until", until.into()),
    ];
    speech.say(if found.past.is_none() { "cli-sheet-current" } else { "cli-sheet-old" }, &values)
}
