//! sites.toml: sites and their lines.

use super::campaign::{Draft, MOST_HEADS};
use super::codes;
use super::cursor::Cursor;
use super::desk::Desk;
use super::entry::{Entry, Plain, Told};
use super::ids::Ids;
use super::site_numbers::{NumbersDraft, read_numbers};
use super::skills::Skills;
use super::source::File;
use crate::model::geo::Place;
use crate::model::problem::Problem;
use crate::model::site::{Amenity, Cap, Line, Site, SiteKind, StandDown};
use crate::model::{Instant, LineIx, SiteIx, SkillIx, Span, TemplateIx};
use chrono_tz::Tz;
use toml::de::DeTable;

/// The sites of every file.
pub(super) struct Sites {
    pub places: Vec<Site>,
    pub lines: Vec<Line>,
    pub ids: Ids<SiteIx>,
}

/// What reading a site needs to know.
struct Around<'a> {
    desk: &'a Desk,
    draft: &'a Draft,
    strike_file: &'a File,
}

/// What a line takes from its site unless it says otherwise.
struct Inherited {
    numbers: NumbersDraft,
    templates: Vec<TemplateIx>,
    needs: Vec<(SkillIx, u32)>,
}

/// Reads the files of sites.
pub(super) fn read(
    desk: &Desk,
    strike_file: &File,
    files: &[(&File, &DeTable<'_>)],
    draft: &Draft,
    skills: &mut Skills,
) -> Sites {
    let around = Around { desk, draft, strike_file };
    let is_whole = files.iter().all(|(file, _)| file.is_whole.get());
    let mut all = Sites { places: Vec::new(), lines: Vec::new(), ids: Ids::new("site", is_whole) };
    let mut backups: Vec<(SiteIx, &File, Told<String>)> = Vec::new();
    for (file, table) in files {
        let root = Cursor::new(desk, file, table, 0..0);
        // What is written as one table, `[site]`, is told as such, and not as lacking where it is named.
        let tables = root.get("site");
        all.ids.is_whole &= !tables.is_no_list();
        for table in tables.tables() {
            let ix = SiteIx::new(all.places.len());
            let (site, backup) = read_site(&around, &table, ix, &mut all, skills);
            if let Some(backup) = backup {
                backups.push((ix, file, backup));
            }
            all.places.push(site);
        }
    }
    if all.places.is_empty() && all.ids.is_whole {
        let problem = Problem::warning(codes::NO_SITES);
        match files.first() {
            Some((file, _)) => desk.whole(file, problem),
            None => desk.lay(problem),
        }
    }
    for (ix, file, id) in backups {
        let backup = all.ids.find_told(desk, file, &id);
        if backup == Some(ix) {
            desk.at(file, id.span, Problem::warning(codes::OWN_BACKUP));
        } else {
            all.places[ix.ix()].backup = backup;
        }
    }
    all
}

fn read_site(
    around: &Around<'_>,
    table: &Cursor<'_>,
    ix: SiteIx,
    all: &mut Sites,
    skills: &mut Skills,
) -> (Site, Option<Told<String>>) {
    let (desk, file) = (around.desk, table.file);
    let id = table.must("id").slug();
    match &id {
        Some(id) => {
            all.ids.add(desk, file, id, ix);
        }
        None => all.ids.is_whole = false,
    }
    let zone = table.get("timezone").zone().unwrap_or(around.draft.campaign.zone);
    let mut site = Site {
        id: id.plain().unwrap_or_default(),
        name: table.must("name").name().plain().unwrap_or_default(),
        name_fr: table.get("name_fr").note(),
        kind: table.get("kind").choice(&SiteKind::WORDS).plain().unwrap_or(SiteKind::Other),
        address: table.get("address").note(),
        city: table.get("city").note(),
        region: table.get("region").count(0..=9999).plain(),
        place: read_place(table),
        zone,
        backup: None,
        neutral_tenants: table.get("neutral_tenants").texts().into_iter().map(|told| told.value).collect(),
        amenities: table.get("amenities").choices(&Amenity::WORDS),
        stand_downs: read_stand_downs(table, zone),
        lines: Vec::new(),
    };
    let backup = table.get("backup").text();
    let inherited = Inherited {
        templates: read_templates(around, table.file, &table.get("shifts"))
            .unwrap_or_else(|| (0..around.draft.templates.len()).map(TemplateIx::new).collect()),
        needs: read_needs(table, skills).unwrap_or_default(),
        numbers: read_numbers(table).within(&around.draft.line),
    };
    let tables = table.tables("line");
    let first = all.lines.len();
    if tables.is_empty() {
        all.lines.push(main_line(around, table, ix, inherited));
    } else {
        let mut ids = Ids::new("line", file.is_whole.get());
        for line in &tables {
            let line = read_line(around, line, (ix, zone), &inherited, skills, &mut ids);
            all.lines.push(line);
        }
    }
    site.lines = (first..all.lines.len()).map(LineIx::new).collect();
    (site, backup)
}

/// The line of a site that names none.
fn main_line(around: &Around<'_>, table: &Cursor<'_>, site: SiteIx, inherited: Inherited) -> Line {
    let numbers = inherited.numbers.settle(around.desk, &[table.file, around.strike_file], &(table.file, table.span()));
    Line {
        site,
        id: "main".to_owned(),
        name: None,
        name_fr: None,
        numbers,
        templates: inherited.templates,
        needs: inherited.needs,
        caps: Vec::new(),
        stand_downs: Vec::new(),
    }
}

fn read_line(
    around: &Around<'_>,
    table: &Cursor<'_>,
    (site, zone): (SiteIx, Tz),
    inherited: &Inherited,
    skills: &mut Skills,
    ids: &mut Ids<()>,
) -> Line {
    let id = table.must("id").word();
    if let Some(id) = &id {
        ids.add(around.desk, table.file, id, ());
    }
    let numbers = read_numbers(table).within(&inherited.numbers);
    Line {
        site,
        id: id.plain().unwrap_or_default(),
        name: table.get("name").note(),
        name_fr: table.get("name_fr").note(),
        numbers: numbers.settle(around.desk, &[table.file, around.strike_file], &(table.file, table.span())),
        templates: read_templates(around, table.file, &table.get("shifts"))
            .unwrap_or_else(|| inherited.templates.clone()),
        needs: read_needs(table, skills).unwrap_or_else(|| inherited.needs.clone()),
        caps: table.tables("cap").iter().filter_map(|cap| read_cap(cap, zone)).collect(),
        stand_downs: read_stand_downs(table, zone),
    }
}

/// Both coordinates, or neither.
fn read_place(table: &Cursor<'_>) -> Option<Place> {
    let (latitude, longitude) = (table.get("latitude"), table.get("longitude"));
    let (there, missing) = match (latitude.is_there(), longitude.is_there()) {
        (true, false) => (&latitude, "longitude"),
        (false, true) => (&longitude, "latitude"),
        _ => {
            let latitude = latitude.number(-90.0..=90.0).plain();
            let longitude = longitude.number(-180.0..=180.0).plain();
            return latitude.zip(longitude).map(|(latitude, longitude)| Place { latitude, longitude });
        }
    };
    let problem = Problem::error(codes::HALF_COORDINATES).with("missing", missing);
    table.desk.at(table.file, there.key_span(), problem);
    let _ = (latitude.number(-90.0..=90.0), longitude.number(-180.0..=180.0));
    None
}

/// The templates listed, each once; None when the key isn't there.
fn read_templates(around: &Around<'_>, file: &File, entry: &Entry<'_>) -> Option<Vec<TemplateIx>> {
    if !entry.is_there() {
        return None;
    }
    let mut templates: Vec<TemplateIx> = Vec::new();
    for id in entry.texts() {
        let Some(template) = around.draft.template_ids.find_told(around.desk, file, &id) else { continue };
        if templates.contains(&template) {
            let problem = Problem::warning(codes::LISTED_TWICE).with("value", id.value);
            around.desk.at(file, id.span, problem);
        } else {
            templates.push(template);
        }
    }
    Some(templates)
}

/// The needs, none of them zero; None when the key isn't there. Ordered when all skills are known.
fn read_needs(table: &Cursor<'_>, skills: &mut Skills) -> Option<Vec<(SkillIx, u32)>> {
    let needs = table.table("needs")?;
    let mut wanted = Vec::new();
    for (skill, entry) in needs.entries() {
        let (desk, file) = (table.desk, table.file);
        if skill == "captain" || skill == "picket" {
            desk.at(file, entry.key_span(), Problem::error(codes::RESERVED_SKILL).with("skill", skill));
            continue;
        }
        if skill.trim().is_empty() || skill.chars().any(crate::model::text::is_unseen) {
            desk.at(
                file,
                entry.key_span(),
                Problem::error(codes::UNSEEN_IN_ID).with("value", skill).with("key", "needs"),
            );
            continue;
        }
        if let Some(count) = entry.count(0..=MOST_HEADS).plain()
            && count > 0
        {
            let ix = skills.asked(skill, desk, file, entry.key_span());
            wanted.push((ix, count));
        }
    }
    Some(wanted)
}

fn read_cap(table: &Cursor<'_>, zone: Tz) -> Option<Cap> {
    let at_most = table.must("at_most").count(0..=MOST_HEADS).plain();
    let order = table.get("order").note();
    let span = read_span(table, zone, false);
    Some(Cap { at_most: at_most?, span: span?, order })
}

fn read_stand_downs(table: &Cursor<'_>, zone: Tz) -> Vec<StandDown> {
    let read = |table: &Cursor<'_>| {
        let reason = table.get("reason").note();
        read_span(table, zone, true).map(|span| StandDown { span, reason })
    };
    table.tables("stand_down").iter().filter_map(read).collect()
}

/// `from` and `until`; without `until`, where it may be left out, to the end of time.
fn read_span(table: &Cursor<'_>, zone: Tz, needs_end: bool) -> Option<Span> {
    let from = table.must("from").moment(zone);
    let until = if needs_end { table.must("until") } else { table.get("until") };
    let (is_open, until) = (!until.is_there() && !needs_end, until.moment(zone));
    let (from, until) = match (from, until) {
        (Some(from), None) if is_open => return Some(Span::new(from.value, Instant::FAR)),
        (from, until) => (from?, until?),
    };
    if until.value <= from.value {
        let problem = Problem::error(codes::REVERSED).with("from", "from").with("until", "until");
        table.desk.at(table.file, until.span, problem);
        return None;
    }
    Some(Span::new(from.value, until.value))
}
