//! A person's shifts as a calendar. What was told and is off is sent as cancelled, so that it leaves the telephone too.

use super::{Gone, gone, shifts};
use crate::export::captain::headquarters;
use crate::export::ics::{self, Event, Standing};
use crate::export::line_day;
use crate::export::view::View;
use crate::model::{Duty, MemberIx, ShiftIx};
use crate::speech::visible::visible;
use std::io::{self, Write};

/// Writes the calendar.
pub fn ics(view: &View<'_>, to: &mut dyn Write) -> io::Result<()> {
    let mut events = Vec::new();
    if let Some(member) = view.only_member {
        let standing = if view.published.is_some() { Standing::Confirmed } else { Standing::Tentative };
        events.extend(shifts(view, member).into_iter().map(|(ix, duty, _)| event(view, member, ix, duty, standing)));
        events.extend(gone(view, member).iter().map(|each| cancelled(view, member, each)));
    }
    ics::write(view, &view.strike_name(), &events, to)
}

fn event(view: &View<'_>, member: MemberIx, ix: ShiftIx, duty: Duty, standing: Standing) -> Event {
    let shift = view.ground.shift(ix);
    let post = line_day::duty(view, duty);
    let mut description = vec![view.say("member-post", &[("post", post.as_str().into())])];
    description.extend(super::text::captains(view, ix, member));
    // A blank to write it on is for paper only.
    description.extend(view.ground.strike.campaign.hq_phone.is_some().then(|| headquarters(view)));
    description.push(line_day::version(view));
    Event {
        about: about(view, member, &shift.id),
        start: shift.span.start,
        end: shift.span.end,
        zone: view.site_of(shift).zone,
        summary: view.of(&view.label(shift), &line_day::place(view, shift.site, shift.line)),
        description,
        location: line_day::location(view, shift.site),
        place: view.site_of(shift).place.map(|place| (place.latitude, place.longitude)),
        standing,
    }
}

fn cancelled(view: &View<'_>, member: MemberIx, gone: &Gone) -> Event {
    let label = visible(view.ground.strike.template(gone.template).label(view.language));
    Event {
        about: about(view, member, &gone.id),
        start: gone.span.start,
        end: gone.span.end,
        zone: gone.zone,
        summary: view.of(&label, &line_day::place(view, gone.site, gone.line)),
        description: vec![view.say("member-off", &[])],
        location: line_day::location(view, gone.site),
        place: None,
        standing: Standing::Cancelled,
    }
}

/// The same for as long as the person may stand there, whatever the post.
fn about(view: &View<'_>, member: MemberIx, shift: &str) -> String {
    format!("{shift}/{}", visible(view.raw_id(member)))
}
