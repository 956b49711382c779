//! The strike worked out from its files: which shifts exist, with which posts;
//! who the members are; what the essential services agreement asks of them.

use super::files::{self, Folder, Line, LineKeys, Phase, Site as SiteRow, StandDown};
use super::time::{self, Instant, Item, Span};
use chrono::{Datelike, Duration, NaiveDate, Weekday};
use chrono_tz::Tz;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use toml::value::Datetime;

#[derive(Debug, Clone)]
pub struct Strike {
    pub name: String,
    pub tz: Tz,
    pub first_day: NaiveDate,
    pub days: u32,
    pub week_starts: Weekday,
    /// Minutes a week that earn full strike pay: what level 5 counts up to.
    pub pay_minutes: i64,
    /// Most rostered minutes a week.
    pub week_minutes: i64,
    pub shifts_per_day: usize,
    /// Seconds.
    pub rest: i64,
    /// Seconds.
    pub buffer: i64,
    pub sites: Vec<Site>,
    /// In order of start, then id.
    pub shifts: Vec<Shift>,
    pub members: Vec<Member>,
    pub pools: Vec<Pool>,
}

#[derive(Debug, Clone)]
pub struct Site {
    pub id: String,
    pub tz: Tz,
    pub place: Option<(f64, f64)>,
    pub amenities: BTreeSet<String>,
}

#[derive(Debug, Clone)]
pub struct Shift {
    pub id: String,
    pub site: usize,
    pub template: String,
    /// The local date on which it starts: the day to which it counts.
    pub date: NaiveDate,
    /// First day of the week to which it counts.
    pub week: NaiveDate,
    pub span: Span,
    pub minimum: usize,
    pub target: usize,
    pub maximum: usize,
    pub captains: usize,
    pub needs: BTreeMap<String, usize>,
}

impl Shift {
    pub fn minutes(&self) -> i64 {
        (self.span.1 - self.span.0) / 60
    }

    pub fn widened(&self, buffer: i64) -> Span {
        (self.span.0 - buffer, self.span.1 + buffer)
    }

    /// Posts that ask for a skill: `captain` and each need.
    pub fn posts(&self, duty: &str) -> usize {
        match duty {
            "picket" => self.maximum,
            "captain" => self.captains,
            skill => self.needs.get(skill).copied().unwrap_or(0),
        }
    }
}

#[derive(Debug, Clone)]
pub struct Member {
    pub id: String,
    pub active: bool,
    pub skills: BTreeSet<String>,
    pub availability: Vec<Item>,
    pub restrictions: BTreeSet<String>,
    pub home: Option<usize>,
    pub place: Option<(f64, f64)>,
    pub reach_km: f64,
    /// Site ids, best first.
    pub sites: Vec<String>,
    /// Template ids, best first.
    pub templates: Vec<String>,
    /// Designated full or part time under an agreement that forbids picketing.
    pub never: bool,
    /// Essential duty of full-time and part-time designations.
    pub duty: Vec<(Tz, Vec<Item>)>,
    pub at_risk: bool,
}

#[derive(Debug, Clone)]
pub struct Pool {
    pub requirement: String,
    pub tz: Tz,
    pub windows: Vec<Item>,
    pub members: BTreeSet<usize>,
    /// How many may stand at once.
    pub spare: usize,
}

impl Strike {
    pub fn read(dir: &Path) -> Self {
        Self::of(&Folder::read(dir))
    }

    pub fn of(folder: &Folder) -> Self {
        let head = &folder.strike.strike;
        let tz = zone(head.timezone.as_deref(), chrono_tz::America::Toronto);
        let rules = &folder.strike.rules;
        let pay = &folder.strike.strike_pay;
        let sites: Vec<Site> = folder
            .sites
            .iter()
            .map(|row| Site {
                id: row.id.clone(),
                tz: zone(row.timezone.as_deref(), tz),
                place: row.latitude.zip(row.longitude),
                amenities: row.amenities.iter().cloned().collect(),
            })
            .collect();
        let mut strike = Self {
            name: head.name.clone(),
            tz,
            first_day: files::date(&head.first_day),
            days: head.days.unwrap_or(14),
            week_starts: time::weekday(&pay.week_starts),
            pay_minutes: whole_minutes(pay.hours_per_week),
            week_minutes: whole_minutes(rules.hours_per_week),
            shifts_per_day: rules.shifts_per_day,
            rest: whole_minutes(rules.min_rest_hours) * 60,
            buffer: rules.essential_buffer_minutes * 60,
            sites,
            shifts: Vec::new(),
            members: Vec::new(),
            pools: Vec::new(),
        };
        strike.shifts = strike.expand(folder);
        strike.members = strike.people(folder);
        strike.designate(folder);
        strike
    }

    pub fn shift(&self, id: &str) -> Option<usize> {
        self.shifts.iter().position(|shift| shift.id == id)
    }

    pub fn member(&self, id: &str) -> Option<usize> {
        self.members.iter().position(|member| member.id == id)
    }

    pub fn weeks(&self) -> BTreeSet<NaiveDate> {
        self.shifts.iter().map(|shift| shift.week).collect()
    }

    fn expand(&self, folder: &Folder) -> Vec<Shift> {
        let mut shifts = Vec::new();
        let lawful = lawful(folder, self.tz);
        for (index, (row, site)) in folder.sites.iter().zip(&self.sites).enumerate() {
            let alone = [main_line()];
            let lines = if row.line.is_empty() { &alone[..] } else { &row.line[..] };
            for line in lines {
                let runs = line.shifts.as_ref().or(row.shifts.as_ref());
                for template in &folder.strike.shift {
                    if runs.is_some_and(|list| !list.contains(&template.id)) {
                        continue;
                    }
                    let days: Option<Vec<Weekday>> =
                        template.days.as_ref().map(|days| days.iter().map(|day| time::weekday(day)).collect());
                    for date in self.first_day.iter_days().take(self.days as usize) {
                        if days.as_ref().is_some_and(|days| !days.contains(&date.weekday())) {
                            continue;
                        }
                        let from = time::minutes(&template.start);
                        let mut to = time::minutes(&template.end);
                        if to <= from {
                            to += 24 * 60;
                        }
                        let span = (time::at(site.tz, date, from), time::at(site.tz, date, to));
                        if span.0 >= span.1 || !self.out(folder, row, span.0, template.information, lawful) {
                            continue;
                        }
                        let stood_down =
                            row.stand_down.iter().chain(&line.stand_down).any(|StandDown { from, until, .. }| {
                                time::overlap(span, stretch(site.tz, from, Some(until)))
                            });
                        let cap = line
                            .cap
                            .iter()
                            .filter(|cap| {
                                let order = stretch(site.tz, &cap.from, cap.until.as_ref());
                                time::overlap(span, order)
                            })
                            .map(|cap| cap.at_most)
                            .min();
                        if stood_down || cap == Some(0) {
                            continue;
                        }
                        let mut shift = Shift {
                            id: format!("{}/{}/{date}/{}", row.id, line.id, template.id),
                            site: index,
                            template: template.id.clone(),
                            date,
                            week: time::week_of(date, self.week_starts),
                            span,
                            minimum: 0,
                            target: 0,
                            maximum: 0,
                            captains: 0,
                            needs: BTreeMap::new(),
                        };
                        post(&mut shift, &folder.strike.line, row, line, cap);
                        shifts.push(shift);
                    }
                }
            }
        }
        shifts.sort_by(|a, b| (a.span.0, &a.id).cmp(&(b.span.0, &b.id)));
        shifts
    }

    /// Whether a shift that starts at `start` exists, as far as phases and the
    /// law decide it.
    fn out(&self, folder: &Folder, site: &SiteRow, start: Instant, information: bool, lawful: Option<Instant>) -> bool {
        let phases = &folder.strike.phase;
        let begins = |phase: &Phase| time::instant(self.tz, files::local(&phase.from));
        let mode = if phases.is_empty() {
            (start >= time::at(self.tz, self.first_day, 0)).then_some("full")
        } else {
            phases
                .iter()
                .find(|phase| {
                    let from = begins(phase);
                    let until = phase.until.as_ref().map_or_else(
                        || phases.iter().map(begins).filter(|next| *next > from).min(),
                        |until| Some(time::instant(self.tz, files::local(until))),
                    );
                    start >= from && until.is_none_or(|until| start < until)
                })
                .filter(|phase| {
                    let listed = phase.sites.iter().flatten().any(|id| *id == site.id)
                        || phase.regions.iter().flatten().any(|r| site.region == Some(*r));
                    phase.mode != "rotating" || listed
                })
                .map(|phase| phase.mode.as_str())
        };
        match mode {
            Some("information") => information,
            Some("rotating" | "full") => !information && lawful.is_none_or(|lawful| start >= lawful),
            _ => false,
        }
    }

    fn people(&self, folder: &Folder) -> Vec<Member> {
        let site = |id: &str| self.sites.iter().position(|site| site.id == id);
        folder
            .members
            .iter()
            .map(|row| {
                let cell = |name: &str| row.get(name).map(String::as_str).filter(|c| !c.is_empty());
                let list = |name: &str, between: char| -> Vec<String> {
                    let parts = cell(name).unwrap_or("").split(between).map(str::trim);
                    parts.filter(|p| !p.is_empty()).map(str::to_owned).collect()
                };
                let number = |name: &str| cell(name).map(|c| c.parse::<f64>().expect(name));
                let home = cell("home_site").map(|id| site(id).expect("a site"));
                Member {
                    id: cell("id").expect("an id").to_owned(),
                    active: cell("status").is_none_or(|s| s.eq_ignore_ascii_case("active")),
                    skills: list("skills", ';').into_iter().collect(),
                    availability: time::items(cell("availability").unwrap_or("")),
                    restrictions: list("restrictions", ';').into_iter().collect(),
                    home,
                    place: number("latitude")
                        .zip(number("longitude"))
                        .or_else(|| home.and_then(|home| self.sites[home].place)),
                    reach_km: number("reach_km").unwrap_or(folder.strike.rules.reach_km),
                    sites: list("sites", '>'),
                    templates: list("shifts", '>'),
                    never: false,
                    duty: Vec::new(),
                    at_risk: false,
                }
            })
            .collect()
    }

    fn designate(&mut self, folder: &Folder) {
        let off_duty = folder.strike.rules.essential_may_picket_off_duty;
        for requirement in &folder.essential.requirement {
            let site = self.sites.iter().find(|site| site.id == requirement.site).expect("a site");
            let tz = site.tz;
            let always = vec![time::item("")];
            let windows =
                requirement.windows.as_ref().map_or(always, |list| list.iter().map(|text| time::item(text)).collect());
            let mut pool = BTreeSet::new();
            let of_this = |d: &&files::Designation| d.requirement == requirement.id;
            for designation in folder.essential.designation.iter().filter(of_this) {
                let index = self.member(&designation.member).expect("a member");
                let member = &mut self.members[index];
                match designation.kind.as_str() {
                    "full_time" | "part_time" => {
                        member.never |= !off_duty;
                        let hours = designation
                            .hours
                            .as_ref()
                            .map_or_else(|| windows.clone(), |list| list.iter().map(|text| time::item(text)).collect());
                        member.duty.push((tz, hours));
                    }
                    "pool" => {
                        pool.insert(index);
                    }
                    "alternate" | "on_call" => member.at_risk = true,
                    other => panic!("{other:?} is no kind of designation"),
                }
            }
            if !pool.is_empty() {
                self.pools.push(Pool {
                    requirement: requirement.id.clone(),
                    tz,
                    windows,
                    spare: pool.len().saturating_sub(requirement.required),
                    members: pool,
                });
            }
        }
    }
}

fn zone(name: Option<&str>, usual: Tz) -> Tz {
    name.map_or(usual, |name| name.parse().expect("a time zone"))
}

fn whole_minutes(hours: f64) -> i64 {
    (hours * 60.0).round() as i64
}

fn main_line() -> Line {
    toml::from_str(r#"id = "main""#).expect("a line")
}

fn stretch(tz: Tz, from: &Datetime, until: Option<&Datetime>) -> Span {
    let until = until.map_or(Instant::MAX, |until| time::instant(tz, files::local(until)));
    (time::instant(tz, files::local(from)), until)
}

/// The instant before which only information shifts exist, if any.
fn lawful(folder: &Folder, tz: Tz) -> Option<Instant> {
    let legal = folder.strike.legal.as_ref()?;
    if let Some(over) = &legal.lawful_from {
        return Some(time::instant(tz, files::local(&over.at)));
    }
    let statute = folder.strike.strike.statute.as_deref().unwrap_or("other");
    let after = |from: &Option<Datetime>, days: i64| {
        from.as_ref().map(|from| time::at(tz, files::date(from) + Duration::days(days), 1))
    };
    let mut waits = vec![after(&legal.no_board_mailed, 17)];
    if matches!(statute, "sbcba" | "ccba") {
        waits.push(after(&legal.notice_served, 5));
    }
    if statute == "cecba" {
        let signed = legal.essential_agreement_signed.as_ref();
        waits.push(signed.map(|signed| time::at(tz, files::date(signed), 0)));
    }
    waits.into_iter().flatten().max()
}

/// Heads and posts of a shift, after a court's cap.
fn post(shift: &mut Shift, defaults: &LineKeys, site: &SiteRow, line: &Line, cap: Option<usize>) {
    let cap = cap.unwrap_or(usize::MAX);
    shift.maximum = line.maximum.or(site.maximum).or(defaults.maximum).unwrap_or(40).min(cap);
    shift.target = line.target.or(site.target).or(defaults.target).unwrap_or(10).min(shift.maximum);
    shift.minimum = line.minimum.or(site.minimum).or(defaults.minimum).unwrap_or(4).min(shift.target);
    let ratio = line.captain_ratio.or(site.captain_ratio).or(defaults.captain_ratio).unwrap_or(10);
    let mut room = shift.maximum;
    shift.captains = shift.target.div_ceil(ratio).max(1).min(room);
    room -= shift.captains;
    for (skill, count) in line.needs.as_ref().unwrap_or(&site.needs) {
        let count = room.min(*count);
        room -= count;
        if count > 0 {
            shift.needs.insert(skill.clone(), count);
        }
    }
}
