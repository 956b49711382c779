//! A shift, said so that a person knows where and when; a member, by name and id; who goes where.

use super::Speech;
use super::calendar::{day_short, times};
use super::refusal::duty_name;
use super::visible::visible;
use crate::engine::gaps::{Move, Want};
use crate::model::{MemberIx, ShiftIx};
use crate::rules::Ground;

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

/// What a member would do in a repair: `Tremblay, Anne (108-0042) goes from … to …, picket`.
pub fn step(speech: Speech, ground: &Ground, step: &Move) -> String {
    let post = |(_, duty): Want| duty_name(speech, &ground.strike, duty);
    let who = member(ground, step.member);
    match (step.from.as_slice(), step.to.as_slice()) {
        (&[], &[to]) => {
            let values = [("who", who.into()), ("to", shift(speech, ground, to.0).into()), ("duty", post(to).into())];
            speech.say("repair-comes", &values)
        }
        (&[from], &[to]) if from.0 == to.0 => {
            let place = shift(speech, ground, to.0);
            let values =
                [("who", who.into()), ("to", place.into()), ("was", post(from).into()), ("duty", post(to).into())];
            speech.say("repair-changes", &values)
        }
        (&[from], &[]) => {
            let values = [("who", who.into()), ("from", shift(speech, ground, from.0).into())];
            speech.say("repair-leaves", &values)
        }
        (from, to) => {
            let all = |places: &[Want]| {
                let said = places.iter().map(|&place| format!("{} [{}]", shift(speech, ground, place.0), post(place)));
                said.collect::<Vec<_>>().join("; ")
            };
            speech.say("repair-goes", &[("who", who.into()), ("from", all(from).into()), ("to", all(to).into())])
        }
    }
}
