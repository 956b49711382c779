//! essential.toml: what must go on, and who stays for it.

use super::campaign::MOST_HEADS;
use super::codes;
use super::cursor::Cursor;
use super::desk::Desk;
use super::entry::{Entry, Plain, Told};
use super::ids::Ids;
use super::source::File;
use crate::model::availability::{Pattern, PatternError, PatternFault, Windows};
use crate::model::campaign::Campaign;
use crate::model::essential::{Agreement, Bond, Designation, Part, Requirement};
use crate::model::problem::Problem;
use crate::model::site::Site;
use crate::model::{DesignationIx, Instant, MemberIx, RequirementIx, SiteIx, Span};
use chrono::NaiveDate;
use chrono_tz::Tz;
use toml::de::DeTable;

const PARTS: [(&str, Part); 2] = [("essential", Part::Essential), ("emergency", Part::Emergency)];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    FullTime,
    PartTime,
    Pool,
    Alternate,
    OnCall,
}

const KINDS: [(&str, Kind); 5] = [
    ("full_time", Kind::FullTime),
    ("part_time", Kind::PartTime),
    ("pool", Kind::Pool),
    ("alternate", Kind::Alternate),
    ("on_call", Kind::OnCall),
];

/// What the agreement speaks of.
pub(super) struct Around<'a> {
    pub desk: &'a Desk,
    pub campaign: &'a Campaign,
    pub sites: &'a [Site],
    pub site_ids: &'a Ids<SiteIx>,
    pub member_ids: &'a Ids<MemberIx>,
}

/// The agreement of every file.
pub(super) struct Read<'a> {
    pub agreement: Agreement,
    pub ids: Ids<RequirementIx>,
    /// The day of signing, where it is told.
    pub signed: Option<(&'a File, Told<NaiveDate>)>,
}

/// Reads the files of the agreement.
pub(super) fn read<'a>(around: &Around<'_>, files: &[(&'a File, &DeTable<'_>)]) -> Read<'a> {
    let is_whole = files.iter().all(|(file, _)| file.is_whole.get());
    let mut ids = Ids::new("requirement", is_whole);
    let (mut agreement, mut signed) = (Agreement::default(), None);
    let roots: Vec<Cursor<'_>> =
        files.iter().map(|(file, table)| Cursor::new(around.desk, file, table, 0..0)).collect();
    // Requirements of every file before designations of any: a designation may name one that comes later.
    for (root, (file, _)) in roots.iter().zip(files) {
        agreement.version = root.get("version").count(0..=1_000_000).plain().or(agreement.version);
        if let Some(date) = root.get("signed").date() {
            agreement.signed = Some(date.value);
            signed = Some((*file, date));
        }
        for table in root.tables("requirement") {
            read_requirement(around, &table, &mut agreement, &mut ids);
        }
    }
    for root in &roots {
        for table in root.tables("designation") {
            read_designation(around, &table, &mut agreement, &ids);
        }
    }
    for requirement in &mut agreement.requirements {
        requirement.pool.sort_unstable();
        requirement.pool.dedup();
    }
    Read { agreement, ids, signed }
}

fn read_requirement(around: &Around<'_>, table: &Cursor<'_>, agreement: &mut Agreement, ids: &mut Ids<RequirementIx>) {
    let (desk, file) = (table.desk, table.file);
    let id = table.must("id").id();
    let ix = RequirementIx::new(agreement.requirements.len());
    let is_new = id.as_ref().is_some_and(|id| ids.add(desk, file, id, ix));
    ids.is_whole &= id.is_some();
    let site = table.must("site").text().and_then(|id| around.site_ids.find_told(desk, file, &id));
    let zone = site.and_then(|ix| around.sites.get(ix.ix())).map_or(around.campaign.zone, |site| site.zone);
    let part = table.get("part").choice(&PARTS).plain().unwrap_or_default();
    let required = table.must("required").count(0..=MOST_HEADS);
    let normal_complement = table.get("normal_complement").count(0..=MOST_HEADS).plain();
    if let (Some(required), Some(normal)) = (&required, normal_complement)
        && required.value > normal
    {
        let problem = Problem::warning(codes::ABOVE_NORMAL).with("required", required.value).with("normal", normal);
        desk.at(file, required.span.clone(), problem);
    }
    let trigger = table.get("trigger");
    if part == Part::Essential && trigger.is_there() {
        desk.at(file, trigger.key_span(), unused("trigger", "essential"));
    }
    let (windows, windows_text) = read_hours(around.campaign, &table.get("windows"), zone, desk, file);
    let (service, classification) = (table.get("service").note(), table.get("classification").note());
    let trigger = trigger.note();
    if is_new {
        agreement.requirements.push(Requirement {
            id: id.plain().unwrap_or_default(),
            // Stands in when the site is unknown; such a strike is never handed out.
            site: site.unwrap_or(SiteIx(0)),
            service,
            classification,
            part,
            required: required.plain().unwrap_or(0),
            normal_complement,
            windows: windows.unwrap_or(Windows { open: Some(vec![ALWAYS]), shut: Vec::new() }),
            windows_text,
            trigger,
            pool: Vec::new(),
            designations: Vec::new(),
        });
    }
}

const ALWAYS: Span = Span::new(Instant(-Instant::FAR.0), Instant::FAR);

fn unused(key: &'static str, kind: &'static str) -> Problem {
    Problem::warning(codes::KEY_UNUSED).with("key", key).with("kind", kind)
}

/// Times of duty in `zone` and as written; None when nothing is written (or nothing can be read).
fn read_hours(
    campaign: &Campaign,
    entry: &Entry<'_>,
    zone: Tz,
    desk: &Desk,
    file: &File,
) -> (Option<Windows>, Vec<String>) {
    let mut all = Pattern::default();
    let mut texts = Vec::new();
    for told in entry.texts() {
        let known = all.items.len();
        // Blank might be meant for "always" or for "never": about duty nobody guesses.
        let mut is_sound = Pattern::window_items(&told.value).next().is_some();
        if !is_sound {
            let problem = Problem::error(codes::BAD_AVAILABILITY).with("value", told.value.as_str());
            desk.at(file, told.span.clone(), problem.with("fault", "blank").with("key", entry.key()));
        }
        for item in Pattern::window_items(&told.value) {
            match item {
                Ok(item) => all.items.push(item),
                Err(error) => {
                    is_sound = false;
                    let span = file.word_in(told.span.clone(), &told.value, error.at, &error.word);
                    desk.at(file, span, bad_availability(&error, entry.key()));
                }
            }
        }
        if is_sound {
            texts.push(told.value);
        } else {
            all.items.truncate(known);
        }
    }
    if all.items.is_empty() {
        return (None, texts);
    }
    (Some(all.windows(campaign.first_day, campaign.last_day(), zone)), texts)
}

/// A time or day that can't be read.
pub(super) fn bad_availability(error: &PatternError, key: &str) -> Problem {
    let fault = match error.fault {
        PatternFault::Word => "word",
        PatternFault::Day => "day",
        PatternFault::Date => "date",
        PatternFault::Backwards => "backwards",
        PatternFault::Time => "time",
        PatternFault::Order => "order",
        PatternFault::Not => "not",
    };
    let problem = Problem::error(codes::BAD_AVAILABILITY).with("value", error.word.as_str()).with("fault", fault);
    problem.with("key", key)
}

fn read_designation(around: &Around<'_>, table: &Cursor<'_>, agreement: &mut Agreement, ids: &Ids<RequirementIx>) {
    let (desk, file) = (table.desk, table.file);
    let member = table.must("member").name().and_then(|id| around.member_ids.find_told(desk, file, &id));
    let requirement = table.must("requirement").name().and_then(|id| ids.find_told(desk, file, &id));
    let kind_told = table.must("kind").choice(&KINDS);
    let kind = kind_told.as_ref().map(|told| told.value);
    let target = requirement.and_then(|ix| agreement.requirements.get(ix.ix()));
    if let (Some(told), Some(target)) = (&kind_told, target)
        && target.part == Part::Emergency
        && !matches!(told.value, Kind::Alternate | Kind::OnCall)
    {
        let problem = Problem::error(codes::EMERGENCY_KIND).with("requirement", target.id.as_str());
        desk.at(file, told.span.clone(), problem);
    }
    let is_hourly = matches!(kind, None | Some(Kind::FullTime | Kind::PartTime));
    let hours = if kind == Some(Kind::PartTime) { table.must("hours") } else { table.get("hours") };
    let response = table.get("response_minutes");
    let for_whom = if kind == Some(Kind::Alternate) { table.must("alternate_for") } else { table.get("alternate_for") };
    for (key, entry, fits) in [
        ("hours", &hours, is_hourly),
        ("response_minutes", &response, matches!(kind, None | Some(Kind::OnCall))),
        ("alternate_for", &for_whom, matches!(kind, None | Some(Kind::Alternate))),
    ] {
        if entry.is_there() && !fits {
            let word = KINDS.iter().find(|(_, known)| Some(*known) == kind).map_or("", |(word, _)| *word);
            desk.at(file, entry.key_span(), unused(key, word));
        }
    }
    let zone = target.and_then(|it| around.sites.get(it.site.ix())).map_or(around.campaign.zone, |site| site.zone);
    let (own, mut hours_text) = read_hours(around.campaign, &hours, zone, desk, file);
    if !is_hourly {
        hours_text.clear();
    }
    if kind == Some(Kind::PartTime) && hours.is_there() && own.is_none() && hours.list().is_empty() {
        desk.at(file, hours.span().unwrap_or_default(), Problem::error(codes::EMPTY_VALUE).with("key", "hours"));
    }
    let alternate_for = for_whom.name().and_then(|id| around.member_ids.find_told(desk, file, &id));
    let response_minutes = response.count(0..=10_080).plain();
    let (Some(member), Some(requirement), Some(kind)) = (member, requirement, kind) else { return };
    let Some(target) = agreement.requirements.get_mut(requirement.ix()) else { return };
    let own = || own.unwrap_or_else(|| target.windows.clone());
    let bond = match kind {
        Kind::FullTime => Bond::FullTime(own()),
        Kind::PartTime => Bond::PartTime(own()),
        Kind::Pool => Bond::Pool,
        Kind::Alternate => Bond::Alternate,
        Kind::OnCall => Bond::OnCall,
    };
    if kind == Kind::Pool {
        target.pool.push(member);
    }
    let ix = DesignationIx::new(agreement.designations.len());
    let same = |ix: &DesignationIx| {
        let other = &agreement.designations[ix.ix()];
        other.member == member && other.bond.word() == bond.word() && other.hours_text == hours_text
    };
    if target.designations.iter().any(same) {
        table.tell(Problem::warning(codes::DESIGNATED_TWICE));
    }
    target.designations.push(ix);
    agreement.designations.push(Designation { member, requirement, bond, hours_text, alternate_for, response_minutes });
}
