//! What people on the line need to know.

use super::LineDay;
use crate::export::view::View;
use crate::model::problem::Value;
use crate::model::site::Cap;
use crate::model::time::Clock;
use crate::model::{Instant, SiteIx, Span};
use crate::speech::calendar;
use crate::speech::visible::visible;
use chrono::Days;

/// What people on the line need to know that day: where it is, whose clock counts, court orders, stand-downs, and where to
/// go when the site is lost.
pub fn notes(view: &View<'_>, day: &LineDay) -> Vec<String> {
    let strike = &view.ground.strike;
    let (site, line) = (strike.site(day.site), strike.line(day.line));
    let mut notes = whereabouts(view, day.site);
    notes.extend(orders(view, day));
    let whole_day = Span::new(Clock(0).on(day.date, site.zone), Clock(0).on(day.date + Days::new(1), site.zone));
    for down in site.stand_downs.iter().chain(&line.stand_downs).filter(|down| down.span.overlaps(whole_day)) {
        let values = [
            ("when", span_of(view, down.span, site.zone).into()),
            ("reason", down.reason.as_deref().unwrap_or("").into()),
        ];
        notes.push(view.say(if down.reason.is_some() { "paper-stand-down" } else { "paper-stand-down-bare" }, &values));
    }
    if let Some(backup) = site.backup {
        let there = [Some(view.site_name(backup).into_owned()), address_beyond_name(view, backup)];
        let there = there.into_iter().flatten().collect::<Vec<_>>().join(", ");
        let mut downs = strike.site(backup).stand_downs.iter();
        let is_out = |span: Span| day.shifts.iter().any(|ix| view.ground.shift(*ix).span.overlaps(span));
        notes.push(match downs.find(|down| is_out(down.span)) {
            Some(down) => {
                let when = span_of(view, down.span, strike.site(backup).zone);
                view.say(
                    "paper-backup-closed",
                    &[("site", view.site_name(backup).as_ref().into()), ("when", when.into())],
                )
            }
            None => view.say("paper-backup", &[("site", there.into())]),
        });
    }
    notes
}

/// Where a site is, and whose clock counts there when it is not the strike's.
pub fn whereabouts(view: &View<'_>, at: SiteIx) -> Vec<String> {
    let (strike, site) = (&view.ground.strike, view.ground.strike.site(at));
    let zone =
        (site.zone != strike.campaign.zone).then(|| view.say("paper-zone", &[("zone", site.zone.name().into())]));
    address_beyond_name(view, at).into_iter().chain(zone).collect()
}

/// The court orders that hold for one of the day's shifts.
pub fn orders(view: &View<'_>, day: &LineDay) -> Vec<String> {
    let strike = &view.ground.strike;
    let (zone, line) = (strike.site(day.site).zone, strike.line(day.line));
    let spans = || day.shifts.iter().map(|ix| view.ground.shift(*ix).span);
    let in_force = line.caps.iter().filter(|cap| spans().any(|span| span.overlaps(cap.span)));
    let say = |cap: &Cap| {
        let values = [
            ("order", cap.order.as_deref().unwrap_or("").into()),
            ("most", cap.at_most.into()),
            ("when", span_of(view, cap.span, zone).into()),
        ];
        view.say(if cap.order.is_some() { "paper-cap" } else { "paper-cap-unnamed" }, &values)
    };
    in_force.map(say).collect()
}

/// Street and city of a site, as far as they are known.
fn address(view: &View<'_>, site: SiteIx) -> Option<String> {
    let site = view.ground.strike.site(site);
    let parts: Vec<&str> = site.address.iter().chain(&site.city).map(|part| part.trim()).collect();
    (!parts.is_empty()).then(|| visible(&parts.join(", ")).into_owned())
}

/// A site's name, and its address where it is known.
pub fn location(view: &View<'_>, site: SiteIx) -> String {
    let parts = [Some(view.site_name(site).into_owned()), address(view, site)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// As [`address`], without what the site's name tells already.
fn address_beyond_name(view: &View<'_>, at: SiteIx) -> Option<String> {
    let (site, name) = (view.ground.strike.site(at), view.site_name(at));
    let parts: Vec<&str> = site.address.iter().chain(&site.city).map(|part| part.trim()).collect();
    let beyond: Vec<&str> = parts.into_iter().filter(|part| !name.contains(part)).collect();
    (!beyond.is_empty()).then(|| visible(&beyond.join(", ")).into_owned())
}

/// `from Wed 9 Dec 00:00 to Wed 16 Dec 00:00`, or without an end.
pub fn span_of(view: &View<'_>, span: Span, zone: chrono_tz::Tz) -> String {
    let from = ("from", Value::from(moment(view, span.start, zone)));
    if span.end >= Instant::FAR {
        return view.say("paper-from", &[from]);
    }
    view.say("paper-from-to", &[from, ("to", moment(view, span.end, zone).into())])
}

/// `Mon 7 Dec 07:30–11:30`; both days when it runs past midnight.
pub fn when(view: &View<'_>, span: Span, zone: chrono_tz::Tz) -> String {
    let day = |at: Instant| at.in_zone(zone).date_naive();
    let times = hours(view, span, zone);
    if day(span.start) == day(span.end) {
        format!("{} {times}", calendar::day_short(day(span.start), view.language))
    } else {
        times
    }
}

/// `07:30–11:30`; with both days when it runs past midnight.
pub fn hours(view: &View<'_>, span: Span, zone: chrono_tz::Tz) -> String {
    let (start, end) = (span.start.in_zone(zone), span.end.in_zone(zone));
    if start.date_naive() == end.date_naive() {
        calendar::times(start.time(), end.time(), view.language)
    } else {
        format!("{} – {}", moment(view, span.start, zone), moment(view, span.end, zone))
    }
}

/// `Wed 9 Dec 00:00`.
pub fn moment(view: &View<'_>, at: Instant, zone: chrono_tz::Tz) -> String {
    let local = at.in_zone(zone);
    let day = calendar::day_short(local.date_naive(), view.language);
    format!("{day} {}", calendar::time(local.time(), view.language))
}
