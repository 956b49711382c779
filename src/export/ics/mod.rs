//! Calendar events, RFC 5545: what a telephone's calendar takes and keeps up to date.
//!
//! Every shift has one event for as long as it lives: its UID is made from ids alone, so a newer document replaces the
//! older one event by event (`SEQUENCE` is the roster's version), and one that is off is sent as cancelled. Local times
//! come with their zones, whose clock changes are told in full.
//!
//! Written by hand: the kept libraries write events but not the zones they name, and those are most of the matter.

mod zone;

use super::code::Code;
use super::view::View;
use crate::model::Instant;
use crate::speech::visible::visible;
use chrono_tz::Tz;
use std::collections::BTreeMap;
use std::io::{self, Write};
use unicode_segmentation::UnicodeSegmentation;

/// Octets of a line, without its end.
const LINE: usize = 75;

/// Whether an event stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// As people were told.
    Confirmed,
    /// Not told yet.
    Tentative,
    /// Off.
    Cancelled,
}

/// One event.
#[derive(Debug, Clone)]
pub struct Event {
    /// What it is about, by ids: the same for as long as it lives.
    pub about: String,
    /// Start and end.
    pub start: Instant,
    /// The first instant after.
    pub end: Instant,
    /// The clock it is told on.
    pub zone: Tz,
    /// In a few words.
    pub summary: String,
    /// Everything else, in lines.
    pub description: Vec<String>,
    /// Where.
    pub location: String,
    /// Where, in degrees north and east.
    pub place: Option<(f64, f64)>,
    /// Whether it stands.
    pub standing: Standing,
}

/// Writes a calendar of events.
pub fn write(view: &View<'_>, name: &str, events: &[Event], to: &mut dyn Write) -> io::Result<()> {
    let mut lines = Lines(to);
    lines.raw("BEGIN:VCALENDAR")?;
    lines.raw("VERSION:2.0")?;
    lines.raw("PRODID:-//Picket//Picket//EN")?;
    lines.raw("CALSCALE:GREGORIAN")?;
    lines.raw("METHOD:PUBLISH")?;
    lines.text("X-WR-CALNAME", name)?;
    let mut zones: BTreeMap<&str, (Tz, Instant, Instant)> = BTreeMap::new();
    for each in events {
        let (_, first, last) = zones.entry(each.zone.name()).or_insert((each.zone, each.start, each.end));
        (*first, *last) = ((*first).min(each.start), (*last).max(each.end));
    }
    for (zone, first, last) in zones.into_values() {
        zone::write(zone, first, last, &mut lines)?;
    }
    for each in events {
        event(view, each, &mut lines)?;
    }
    lines.raw("END:VCALENDAR")
}

fn event(view: &View<'_>, event: &Event, lines: &mut Lines<'_>) -> io::Result<()> {
    let made = utc(view.generated);
    let campaign = &view.ground.strike.campaign;
    let uid = Code::of([campaign.name.as_str(), campaign.union.as_deref().unwrap_or(""), &event.about]);
    let zone = event.zone;
    lines.raw("BEGIN:VEVENT")?;
    // The ids make it unique within a strike, the code among strikes.
    lines.text("UID", &format!("{}-{uid}@picket", event.about.replace('/', "-")))?;
    lines.raw(&format!("DTSTAMP:{made}"))?;
    lines.raw(&format!("LAST-MODIFIED:{made}"))?;
    lines.raw(&format!("SEQUENCE:{}", view.version.min(i32::MAX as u64)))?;
    lines.raw(&format!("DTSTART;TZID={}:{}", zone.name(), local(event.start, zone)))?;
    lines.raw(&format!("DTEND;TZID={}:{}", zone.name(), local(event.end, zone)))?;
    lines.raw(match event.standing {
        Standing::Confirmed => "STATUS:CONFIRMED",
        Standing::Tentative => "STATUS:TENTATIVE",
        Standing::Cancelled => "STATUS:CANCELLED",
    })?;
    lines.text("SUMMARY", &event.summary)?;
    lines.text("LOCATION", &event.location)?;
    if let Some((north, east)) = event.place {
        lines.raw(&format!("GEO:{north:.6};{east:.6}"))?;
    }
    if !event.description.is_empty() {
        lines.text("DESCRIPTION", &event.description.join("\n"))?;
    }
    lines.raw("END:VEVENT")
}

fn utc(at: Instant) -> String {
    at.in_zone(Tz::UTC).format("%Y%m%dT%H%M%SZ").to_string()
}

fn local(at: Instant, zone: Tz) -> String {
    at.in_zone(zone).format("%Y%m%dT%H%M%S").to_string()
}

/// Lines as the standard has them: they end in CR LF, and none is longer than 75 octets.
pub(super) struct Lines<'a>(&'a mut dyn Write);

impl Lines<'_> {
    /// A line that needs nothing done to it but folding.
    pub(super) fn raw(&mut self, line: &str) -> io::Result<()> {
        let mut room = LINE;
        for piece in line.graphemes(true) {
            // A character is never broken; one longer than a line goes on a line of its own.
            if piece.len() > room && room < LINE {
                self.0.write_all(b"\r\n ")?;
                room = LINE - 1;
            }
            self.0.write_all(piece.as_bytes())?;
            room = room.saturating_sub(piece.len());
        }
        self.0.write_all(b"\r\n")
    }

    /// A property whose value is text: harmless, and with what means something to a reader of calendars escaped.
    pub(super) fn text(&mut self, name: &str, text: &str) -> io::Result<()> {
        let mut line = format!("{name}:");
        for (at, part) in text.split('\n').enumerate() {
            if at > 0 {
                line.push_str("\\n");
            }
            for c in visible(part).chars() {
                if matches!(c, '\\' | ';' | ',') {
                    line.push('\\');
                }
                line.push(c);
            }
        }
        self.raw(&line)
    }
}
