//! strike.toml: everything but the phases (see [`phases`](super::phases)), which speak of sites.

use super::codes;
use super::cursor::Cursor;
use super::desk::Desk;
use super::entry::{Plain, Told};
use super::ids::Ids;
use super::phases::{PhaseDraft, read_phases};
use super::site_numbers::{NumbersDraft, read_numbers};
use super::source::File;
use crate::model::TemplateIx;
use crate::model::campaign::{Campaign, Language, Legal, PayBasis, Rate, RuleBook, Statute, StrikePay, Template};
use crate::model::problem::Problem;
use crate::model::time::{Clock, Weekdays, weekday};
use chrono::{NaiveDate, Weekday};
use chrono_tz::Tz;
use toml::de::DeTable;

const STATUTES: [(&str, Statute); 6] = [
    ("lra", Statute::Lra),
    ("cecba", Statute::Cecba),
    ("sbcba", Statute::Sbcba),
    ("ccba", Statute::Ccba),
    ("federal", Statute::Federal),
    ("other", Statute::Other),
];

const LANGUAGES: [(&str, Language); 2] = [("en", Language::En), ("fr", Language::Fr)];

const BASES: [(&str, PayBasis); 3] =
    [("pro_rata", PayBasis::ProRata), ("daily", PayBasis::Daily), ("weekly", PayBasis::Weekly)];

const WEEK_STARTS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Mon),
    ("tuesday", Weekday::Tue),
    ("wednesday", Weekday::Wed),
    ("thursday", Weekday::Thu),
    ("friday", Weekday::Fri),
    ("saturday", Weekday::Sat),
    ("sunday", Weekday::Sun),
];

/// Farther than any two places on Earth are apart, in kilometres, so that 99999 may say "anywhere".
pub(super) const MOST_KM: f64 = 100_000.0;
/// More shifts, and more hours, than a day and a week have: large numbers may say "no limit".
const MOST_SHIFTS: u32 = 99;
const MOST_HOURS: f64 = 10_000.0;
/// Most heads or people any number can ask for.
pub(super) const MOST_HEADS: u32 = 100_000;

/// strike.toml as read, before sites are known.
pub(super) struct Draft {
    pub campaign: Campaign,
    pub legal: Option<Legal>,
    pub pay: StrikePay,
    pub rules: RuleBook,
    pub line: NumbersDraft,
    pub templates: Vec<Template>,
    pub template_ids: Ids<TemplateIx>,
    pub phases: Vec<PhaseDraft>,
    pub files: FileNames,
}

/// `[files]`: where the rest of the strike is.
pub(super) struct FileNames {
    pub sites: Vec<String>,
    pub members: Vec<String>,
    /// Empty: essential.toml, if there is one.
    pub essential: Vec<String>,
}

/// Reads strike.toml.
pub(super) fn read(desk: &Desk, file: &File, table: &DeTable<'_>) -> Draft {
    let root = Cursor::new(desk, file, table, 0..0);
    let campaign = read_campaign(&root);
    let zone = campaign.zone;
    let (template_ids, templates) = read_templates(&root);
    let legal_table = root.table("legal");
    let legal = legal_table.map(|table| read_legal(&table, zone, campaign.statute));
    Draft {
        legal,
        pay: root.table("strike_pay").map(|table| read_pay(&table)).unwrap_or_default(),
        rules: root.table("rules").map(|table| read_rules(&table)).unwrap_or_default(),
        line: root.table("line").map(|table| read_numbers(&table)).unwrap_or_default(),
        templates,
        template_ids,
        phases: read_phases(&root, zone),
        files: read_files(&root),
        campaign,
    }
}

fn read_campaign(root: &Cursor<'_>) -> Campaign {
    let mut campaign = Campaign {
        name: String::new(),
        union: None,
        statute: Statute::Other,
        zone: Tz::America__Toronto,
        // Stands in until the end of reading when the file's own can't be read; such a strike is never handed out.
        first_day: NaiveDate::default(),
        days: 14,
        language: Language::En,
        hq_phone: None,
    };
    let Some(table) = root.must("strike").table() else { return campaign };
    campaign.name = table.must("name").name().plain().unwrap_or_default();
    campaign.union = table.get("union").note();
    campaign.statute = table.get("statute").choice(&STATUTES).plain().unwrap_or(Statute::Other);
    campaign.zone = table.get("timezone").zone().unwrap_or(campaign.zone);
    campaign.first_day = table.must("first_day").date().plain().unwrap_or_default();
    campaign.days = table.get("days").count(1..=366).plain().map_or(14, |days| days as u16);
    campaign.language = table.get("language").choice(&LANGUAGES).plain().unwrap_or_default();
    campaign.hq_phone = table.get("hq_phone").note();
    campaign
}

fn read_legal(table: &Cursor<'_>, zone: Tz, statute: Statute) -> Legal {
    let lawful_from = table.table("lawful_from").and_then(|agreed| {
        let reason = agreed.get("reason").note().unwrap_or_default();
        agreed.must("at").moment(zone).map(|at| (at.value, reason))
    });
    let vote = table.get("strike_vote");
    if !vote.is_there() {
        table.tell(Problem::warning(codes::NO_STRIKE_VOTE));
    }
    let agreement = table.get("essential_agreement_signed");
    if statute == Statute::Cecba && !agreement.is_there() {
        table.tell(Problem::warning(codes::NO_ESSENTIAL_AGREEMENT));
    }
    Legal {
        no_board_mailed: table.get("no_board_mailed").date().plain(),
        strike_vote: vote.date().plain(),
        notice_served: table.get("notice_served").date().plain(),
        essential_agreement_signed: agreement.date().plain(),
        lawful_from,
    }
}

fn read_pay(table: &Cursor<'_>) -> StrikePay {
    let usual = StrikePay::default();
    // A week's hours divide the rate: none can't earn it.
    let minutes = |key, most| table.get(key).hours(0.25..=most);
    StrikePay {
        minutes_per_week: minutes("hours_per_week", 168.0).unwrap_or(usual.minutes_per_week),
        minutes_per_day: minutes("hours_per_day", 24.0).unwrap_or(usual.minutes_per_day),
        week_starts: table.get("week_starts").choice(&WEEK_STARTS).plain().unwrap_or(usual.week_starts),
        rounding_minutes: table.get("rounding_minutes").whole(1..=1440).plain().unwrap_or(usual.rounding_minutes),
        first_paid_day: table.get("first_paid_day").count(1..=366).plain().unwrap_or(usual.first_paid_day),
        basis: table.get("basis").choice(&BASES).plain().unwrap_or(usual.basis),
        rates: read_rates(table),
    }
}

fn read_rates(pay: &Cursor<'_>) -> Vec<Rate> {
    let mut rates: Vec<Rate> = Vec::new();
    for table in pay.tables("rates") {
        let from_week = table.must("from_week").count(1..=5300);
        let per_week = table.must("per_week").money();
        let (Some(from_week), Some(per_week)) = (from_week, per_week) else { continue };
        if rates.iter().any(|rate| rate.from_week == from_week.value) {
            let problem = Problem::error(codes::RATE_TWICE).with("week", from_week.value);
            table.desk.at(table.file, from_week.span, problem);
            continue;
        }
        rates.push(Rate { from_week: from_week.value, per_week: per_week.value });
    }
    rates.sort_by_key(|rate| rate.from_week);
    rates
}

fn read_rules(table: &Cursor<'_>) -> RuleBook {
    let usual = RuleBook::default();
    let hours = |key, most| table.get(key).hours(0.0..=most);
    RuleBook {
        shifts_per_day: table.get("shifts_per_day").count(0..=MOST_SHIFTS).plain().unwrap_or(usual.shifts_per_day),
        minutes_per_week: hours("hours_per_week", MOST_HOURS).unwrap_or(usual.minutes_per_week),
        min_rest_minutes: hours("min_rest_hours", 168.0).unwrap_or(usual.min_rest_minutes),
        essential_buffer_minutes: table
            .get("essential_buffer_minutes")
            .whole(0..=10_080)
            .plain()
            .unwrap_or(usual.essential_buffer_minutes),
        essential_may_picket_off_duty: table
            .get("essential_may_picket_off_duty")
            .yes_no()
            .unwrap_or(usual.essential_may_picket_off_duty),
        reach_km: table.get("reach_km").number(0.0..=MOST_KM).plain().unwrap_or(usual.reach_km),
        notice_minutes: hours("notice_hours", 8784.0).unwrap_or(usual.notice_minutes),
    }
}

fn read_templates(root: &Cursor<'_>) -> (Ids<TemplateIx>, Vec<Template>) {
    let entry = root.get("shift");
    let is_whole = root.file.is_whole.get() && !entry.is_no_list();
    let mut ids = Ids::new("template", is_whole);
    let mut templates = Vec::new();
    let tables = entry.tables();
    if tables.is_empty() && is_whole {
        root.desk.whole(root.file, Problem::warning(codes::NO_SHIFTS));
    }
    for table in tables {
        let id = table.must("id").word();
        let start = table.must("start").clock(false).plain();
        let end = table.must("end").clock(true).plain();
        let label = table.get("label").note();
        let label_fr = table.get("label_fr").note();
        let days = read_days(&table);
        let information = table.get("information").yes_no().unwrap_or(false);
        let is_first =
            id.as_ref().is_some_and(|id| ids.add(table.desk, table.file, id, TemplateIx::new(templates.len())));
        match id {
            // Without its times the strike is not handed out; the template stands, so that what names it isn't told too.
            Some(id) if is_first => {
                let (start, end) = (start.unwrap_or(Clock(0)), end.unwrap_or(Clock(0)));
                templates.push(Template { id: id.value, label, label_fr, start, end, days, information });
            }
            Some(_) => {}
            None => ids.is_whole = false,
        }
    }
    (ids, templates)
}

fn read_days(table: &Cursor<'_>) -> Weekdays {
    let entry = table.get("days");
    if !entry.is_there() {
        return Weekdays::ALL;
    }
    let mut days = Weekdays::NONE;
    let list = entry.list();
    if list.is_empty() && matches!(entry.span().map(|span| table.file.slice(span)), Some(text) if text.starts_with('['))
    {
        let span = entry.span().unwrap_or_default();
        table.desk.at(table.file, span, Problem::warning(codes::NO_DAYS));
    }
    for item in list {
        let Some(told) = item.text() else { continue };
        if let Some(day) = weekday(&told.value) {
            days = days.with(day);
        } else {
            let words = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map(|word| (word, ()));
            let problem = super::entry::unknown_word(&told.value, &words).with("key", "days");
            table.desk.at(table.file, told.span, problem);
        }
    }
    days
}

fn read_files(root: &Cursor<'_>) -> FileNames {
    let mut names = FileNames { sites: Vec::new(), members: Vec::new(), essential: Vec::new() };
    if let Some(table) = root.table("files") {
        let mut seen = Vec::new();
        let mut read = |key| {
            let told = table.get(key).one_or_more();
            told.into_iter().filter_map(|told| once(&table, &mut seen, told)).collect()
        };
        names = FileNames { sites: read("sites"), members: read("members"), essential: read("essential") };
    }
    let or_usual = |names: Vec<String>, usual: &str| if names.is_empty() { vec![usual.to_owned()] } else { names };
    FileNames {
        sites: or_usual(names.sites, "sites.toml"),
        members: or_usual(names.members, "members.csv"),
        essential: names.essential,
    }
}

fn once(table: &Cursor<'_>, seen: &mut Vec<String>, told: Told<String>) -> Option<String> {
    if seen.contains(&told.value) {
        table.desk.at(table.file, told.span, Problem::error(codes::FILE_TWICE).with("name", told.value));
        return None;
    }
    seen.push(told.value.clone());
    Some(told.value)
}
