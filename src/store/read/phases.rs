//! `[[phase]]`: in two steps, since phases speak of sites and sites are read after strike.toml.

use super::codes;
use super::cursor::Cursor;
use super::desk::Desk;
use super::entry::{Plain, Told};
use super::ids::Ids;
use super::source::File;
use crate::model::campaign::{Campaign, Mode, Phase};
use crate::model::problem::Problem;
use crate::model::site::Site;
use crate::model::time::Clock;
use crate::model::{Instant, SiteIx};
use chrono_tz::Tz;
use std::ops::Range;

const MODES: [(&str, Mode); 6] = [
    ("information", Mode::Information),
    ("work_to_rule", Mode::WorkToRule),
    ("rotating", Mode::Rotating),
    ("full", Mode::Full),
    ("suspended", Mode::Suspended),
    ("settled", Mode::Settled),
];

/// A phase whose sites are still names.
pub(super) struct PhaseDraft {
    mode: Option<Mode>,
    from: Option<Told<Instant>>,
    until: Option<Told<Instant>>,
    sites: Vec<Told<String>>,
    regions: Vec<Told<u32>>,
    header: Range<usize>,
}

/// Reads the phases of strike.toml.
pub(super) fn read_phases(root: &Cursor<'_>, zone: Tz) -> Vec<PhaseDraft> {
    root.tables("phase").iter().map(|table| read_phase(table, zone)).collect()
}

fn read_phase(table: &Cursor<'_>, zone: Tz) -> PhaseDraft {
    let (desk, file) = (table.desk, table.file);
    let mode = table.must("mode").choice(&MODES).plain();
    let from = table.must("from").moment(zone);
    let until = table.get("until").moment(zone);
    if let (Some(from), Some(until)) = (&from, &until)
        && until.value <= from.value
    {
        desk.at(file, until.span.clone(), Problem::error(codes::REVERSED).with("from", "from").with("until", "until"));
    }
    let (sites, regions) = (table.get("sites"), table.get("regions"));
    if mode.is_some_and(|mode| mode != Mode::Rotating) {
        for (key, entry) in [("sites", &sites), ("regions", &regions)] {
            if entry.is_there() {
                desk.at(file, entry.key_span(), Problem::error(codes::ROTATING_ONLY).with("key", key));
            }
        }
    }
    let is_silent = !sites.is_there() && !regions.is_there();
    let sites = sites.texts();
    let listed = regions.list();
    let regions: Vec<_> = listed.iter().filter_map(|entry| entry.count(0..=9999)).collect();
    if mode == Some(Mode::Rotating) && (is_silent || (sites.is_empty() && listed.is_empty())) {
        table.tell(Problem::warning(codes::ROTATING_NOWHERE));
    }
    PhaseDraft { mode, from, until, sites, regions, header: table.span() }
}

/// The phases in order of time, with their sites found; one phase of full strike when there are none.
pub(super) fn link(
    desk: &Desk,
    file: &File,
    drafts: Vec<PhaseDraft>,
    campaign: &Campaign,
    ids: &Ids<SiteIx>,
    sites: &[Site],
) -> Vec<Phase> {
    if drafts.is_empty() {
        let from = Clock(0).on(campaign.first_day, campaign.zone);
        return vec![Phase { mode: Mode::Full, from, until: None, sites: Vec::new(), regions: Vec::new() }];
    }
    let mut phases: Vec<(Phase, Range<usize>)> = Vec::new();
    for draft in drafts {
        let mut listed: Vec<SiteIx> = draft.sites.iter().filter_map(|id| ids.find_told(desk, file, id)).collect();
        listed.sort_unstable();
        listed.dedup();
        for region in &draft.regions {
            if ids.is_whole && !sites.iter().any(|site| site.region == Some(region.value)) {
                let problem = Problem::warning(codes::EMPTY_REGION).with("region", region.value);
                desk.at(file, region.span.clone(), problem);
            }
        }
        let mut regions: Vec<u32> = draft.regions.into_iter().map(|region| region.value).collect();
        regions.sort_unstable();
        regions.dedup();
        let (Some(mode), Some(from)) = (draft.mode, draft.from) else { continue };
        let place = draft.until.as_ref().map_or(draft.header, |until| until.span.clone());
        phases.push((Phase { mode, from: from.value, until: draft.until.plain(), sites: listed, regions }, place));
    }
    phases.sort_by_key(|(phase, _)| phase.from);
    tell_overlaps(desk, file, &phases);
    let starts: Vec<Instant> = phases.iter().skip(1).map(|(phase, _)| phase.from).collect();
    let mut phases: Vec<Phase> = phases.into_iter().map(|(phase, _)| phase).collect();
    for (phase, next) in phases.iter_mut().zip(starts) {
        phase.until.get_or_insert(next);
    }
    phases
}

fn tell_overlaps(desk: &Desk, file: &File, phases: &[(Phase, Range<usize>)]) {
    for pair in phases.windows(2) {
        let [(one, place), (next, next_place)] = pair else { continue };
        let overlaps = one.until.map_or(one.from == next.from, |until| until > next.from);
        if overlaps {
            // The end that comes too late is at fault; of two phases that begin together, the second.
            let place = if one.until.is_some() { place } else { next_place };
            desk.at(file, place.clone(), Problem::error(codes::PHASE_OVERLAP));
        }
    }
}
