//! A zone as a calendar needs it told: its offset when the events begin, and every change of the clock until they end.

use super::Lines;
use crate::model::Instant;
use crate::model::time::offset_seconds;
use chrono_tz::{OffsetComponents, OffsetName, Tz};
use std::io;

/// Days before the first event from which on changes are told.
const BEFORE: i64 = 370;
/// Days after the last.
const AFTER: i64 = 370;
/// No clock changes twice within so many hours.
const STEP: i64 = 12 * 3600;

/// Writes the zone for events from `first` to `last`: a year more at both ends, since some readers look for the rule of the
/// season before.
pub fn write(zone: Tz, first: Instant, last: Instant, lines: &mut Lines<'_>) -> io::Result<()> {
    lines.raw("BEGIN:VTIMEZONE")?;
    lines.raw(&format!("TZID:{}", zone.name()))?;
    let (from, until) = (first.0 - BEFORE * 86_400, last.0 + AFTER * 86_400);
    let begin = Instant(from);
    observance(zone, begin, offset_seconds(zone, begin), lines)?;
    let mut at = from;
    while at < until {
        let next = at + STEP;
        if offset_seconds(zone, Instant(at)) != offset_seconds(zone, Instant(next)) {
            let change = change(zone, at, next);
            observance(zone, change, offset_seconds(zone, Instant(change.0 - 1)), lines)?;
        }
        at = next;
    }
    lines.raw("END:VTIMEZONE")
}

/// The first second with the new offset, which lies after `before` and no later than `after`.
fn change(zone: Tz, mut before: i64, mut after: i64) -> Instant {
    let old = offset_seconds(zone, Instant(before));
    while after - before > 1 {
        let middle = before + (after - before) / 2;
        if offset_seconds(zone, Instant(middle)) == old {
            before = middle;
        } else {
            after = middle;
        }
    }
    Instant(after)
}

/// From `at` on this offset holds; `before` is the one in seconds until then.
fn observance(zone: Tz, at: Instant, before: i32, lines: &mut Lines<'_>) -> io::Result<()> {
    let local = at.in_zone(zone);
    let offset = local.offset();
    let kind = if offset.dst_offset().is_zero() { "STANDARD" } else { "DAYLIGHT" };
    // An onset is told on the clock that held until then.
    let onset = Instant(at.0 + i64::from(before)).in_zone(Tz::UTC).format("%Y%m%dT%H%M%S");
    lines.raw(&format!("BEGIN:{kind}"))?;
    lines.raw(&format!("DTSTART:{onset}"))?;
    lines.raw(&format!("TZOFFSETFROM:{}", offset_of(before)))?;
    lines.raw(&format!("TZOFFSETTO:{}", offset_of(offset_seconds(zone, at))))?;
    if let Some(name) = offset.abbreviation() {
        lines.raw(&format!("TZNAME:{name}"))?;
    }
    lines.raw(&format!("END:{kind}"))
}

/// `-0500`; with seconds where an old clock had them.
fn offset_of(seconds: i32) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let (hours, minutes, rest) = (seconds.abs() / 3600, seconds.abs() / 60 % 60, seconds.abs() % 60);
    if rest == 0 { format!("{sign}{hours:02}{minutes:02}") } else { format!("{sign}{hours:02}{minutes:02}{rest:02}") }
}
