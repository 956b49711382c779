//! The hours of shifts as people were told them, kept by the entry that told them: a shift's id says nothing of its hours,
//! and whoever changes a template in the files after that sends people to the line at an hour nobody told them.
//!
//! Kept are the clock times of templates and the zones of sites, by id, as the strike's files have them. An entry written
//! before hours were kept has none: then nothing is known to be different.

use crate::model::time::{Clock, local_span};
use crate::model::{Roster, ShiftIx, SiteIx, Span, Strike, TemplateIx};
use crate::rules::Ground;
use chrono::NaiveDate;
use chrono_tz::Tz;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Particulars: the clock times of templates, `{"am": "07:30-11:30"}`.
const TIMES: &str = "times";
/// Particulars: the strike's zone.
const ZONE: &str = "zone";
/// Particulars: the zones of sites that have another.
const ZONES: &str = "zones";

/// The hours of shifts as people were told them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hours {
    templates: BTreeMap<String, (Clock, Clock)>,
    zone: Option<Tz>,
    zones: BTreeMap<String, Tz>,
}

/// When a shift was to be, as people were told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Was {
    /// Start and end.
    pub span: Span,
    /// The clock on which that was told.
    pub zone: Tz,
}

impl Hours {
    /// The hours of every shift that someone stands on.
    pub fn of(ground: &Ground, roster: &Roster) -> Self {
        let strike = &ground.strike;
        let mut hours = Self { zone: Some(strike.campaign.zone), ..Self::default() };
        for ix in ground.timetable.indices().filter(|ix| !roster.on(*ix).is_empty()) {
            let shift = ground.shift(ix);
            let (template, site) = (strike.template(shift.template), strike.site(shift.site));
            if !hours.templates.contains_key(&template.id) {
                hours.templates.insert(template.id.clone(), (template.start, template.end));
            }
            if site.zone != strike.campaign.zone && !hours.zones.contains_key(&site.id) {
                hours.zones.insert(site.id.clone(), site.zone);
            }
        }
        hours
    }

    /// The hours that an entry with these particulars told; none, when it is of an older program.
    pub fn told(particulars: &Value) -> Self {
        let clocks = |text: &str| {
            let (start, end) = text.split_once('-')?;
            Some((Clock::parse(start)?, Clock::parse(end)?))
        };
        let zone = |text: &str| text.parse().ok();
        Self {
            templates: each(&particulars[TIMES], clocks),
            zone: particulars[ZONE].as_str().and_then(zone),
            zones: each(&particulars[ZONES], zone),
        }
    }

    /// Writes them into the particulars of the entry that tells them.
    pub fn tell(&self, particulars: &mut Value) {
        if self.templates.is_empty() {
            return;
        }
        let times = self.templates.iter().map(|(id, (start, end))| (id.clone(), format!("{start}-{end}").into()));
        particulars[TIMES] = Value::Object(times.collect::<Map<_, _>>());
        if let Some(zone) = self.zone {
            particulars[ZONE] = zone.name().into();
        }
        if !self.zones.is_empty() {
            let zones = self.zones.iter().map(|(id, zone)| (id.clone(), zone.name().into()));
            particulars[ZONES] = Value::Object(zones.collect::<Map<_, _>>());
        }
    }

    /// When the shift was to be, as people were told. None: as it is now, or it is not known.
    pub fn other(&self, ground: &Ground, shift: ShiftIx) -> Option<Was> {
        let shift = ground.shift(shift);
        self.other_than(&ground.strike, (shift.site, shift.template, shift.date))
    }

    /// As [`other`](Self::other), of a shift that may exist no more.
    pub fn other_than(&self, strike: &Strike, shift: (SiteIx, TemplateIx, NaiveDate)) -> Option<Was> {
        let (site, template) = (strike.site(shift.0), strike.template(shift.1));
        let (start, end) = *self.templates.get(&template.id)?;
        let zone = self.zones.get(&site.id).copied().or(self.zone).unwrap_or(site.zone);
        if (start, end, zone) == (template.start, template.end, site.zone) {
            return None;
        }
        let span = local_span(shift.2, start, end, zone);
        // Another way to write the same hours, or another name of the same zone, is no change.
        (span != local_span(shift.2, template.start, template.end, site.zone)).then_some(Was { span, zone })
    }
}

/// What an object holds that can be read.
fn each<T>(object: &Value, read: impl Fn(&str) -> Option<T>) -> BTreeMap<String, T> {
    let pairs = object.as_object().into_iter().flatten();
    pairs.filter_map(|(id, value)| Some((id.clone(), read(value.as_str()?)?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_was_told_reads_back_and_what_can_not_be_read_is_not_known() {
        let told = json!({
            "version": 3, "times": { "am": "06:30-10:30", "night": "22:00-24:00" },
            "zone": "America/Toronto", "zones": { "kenora": "America/Winnipeg" },
        });
        let mut again = json!({ "version": 3 });
        Hours::told(&told).tell(&mut again);
        assert_eq!(again, told);
        let broken = json!({ "times": { "am": "6:30-10:30", "pm": 4 }, "zone": "Middle/Earth", "zones": [] });
        assert_eq!(Hours::told(&broken), Hours::default());
        let mut nothing = json!({});
        Hours::told(&json!({ "version": 3 })).tell(&mut nothing);
        assert_eq!(nothing, json!({}));
    }
}
