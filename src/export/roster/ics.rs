//! The roster as a calendar: an event for each shift, with everyone's post.

use crate::export::ics::{self, Event, Standing};
use crate::export::line_day;
use crate::export::view::View;
use crate::model::ShiftIx;
use std::io::{self, Write};

/// Writes the calendar.
pub fn ics(view: &View<'_>, to: &mut dyn Write) -> io::Result<()> {
    let events: Vec<Event> = view.shifts().map(|ix| event(view, ix)).collect();
    let name = match view.site {
        Some(site) => view.of(&view.strike_name(), &view.site_name(site)),
        None => view.strike_name().into_owned(),
    };
    ics::write(view, &name, &events, to)
}

fn event(view: &View<'_>, ix: ShiftIx) -> Event {
    let shift = view.ground.shift(ix);
    let site = view.site_of(shift);
    let place = line_day::place(view, shift.site, shift.line);
    let mut description = vec![format!("{}. {}", line_day::status(view, ix), line_day::counts(view, ix))];
    description.extend(view.by_name(ix).into_iter().map(|each| {
        let duty = line_day::duty(view, each.duty);
        view.of(&duty, &view.member(each.member))
    }));
    description.push(line_day::version(view));
    Event {
        about: shift.id.clone(),
        start: shift.span.start,
        end: shift.span.end,
        zone: site.zone,
        summary: view.of(&view.label(shift), &format!("{place} ({}/{})", view.tally(ix).heads(), shift.target)),
        description,
        location: line_day::location(view, shift.site),
        place: site.place.map(|place| (place.latitude, place.longitude)),
        standing: match view.changes_since_published(ix) {
            Some(0) => Standing::Confirmed,
            _ => Standing::Tentative,
        },
    }
}
