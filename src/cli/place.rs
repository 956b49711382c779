//! A shift, said so that a person knows where and when; a member, by name and id.

use crate::model::{MemberIx, ShiftIx};
use crate::rules::Ground;
use crate::speech::Speech;
use crate::speech::calendar::{day_short, times};
use crate::speech::visible::visible;

/// `Elgin-Middlesex Detention Centre, Front gate, Mon 7 Dec 07:30–11:30`.
pub fn shift(speech: Speech, ground: &Ground, ix: ShiftIx) -> String {
    let (shift, language) = (ground.shift(ix), speech.language());
    let (site, line) = (ground.strike.site(shift.site), ground.strike.line(shift.line));
    let clock = |at: crate::model::Instant| at.in_zone(site.zone).naive_local();
    let (start, end) = (clock(shift.span.start), clock(shift.span.end));
    let mut said = visible(site.name(language)).into_owned();
    if site.lines.len() > 1 || line.name.is_some() || line.name_fr.is_some() {
        said = format!("{said}, {}", visible(line.name(language)));
    }
    format!("{said}, {} {}", day_short(start.date(), language), times(start.time(), end.time(), language))
}

/// `Tremblay, Anne (108-0042)`.
pub fn member(ground: &Ground, ix: MemberIx) -> String {
    let member = ground.strike.member(ix);
    match member.name.trim() {
        "" => visible(&member.id).into_owned(),
        name => format!("{} ({})", visible(name), visible(&member.id)),
    }
}
