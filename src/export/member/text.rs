//! A person's weeks on paper: to be folded and put into a coat.

use super::{Gone, News, gone, shifts};
use crate::export::captain::headquarters;
use crate::export::code::Code;
use crate::export::fit::{edges, wrap};
use crate::export::furniture::{Block, Counted, Head, Row, RowKind, Sheet, paper_width};
use crate::export::line_day;
use crate::export::press;
use crate::export::view::View;
use crate::model::essential::{Bond, Designation};
use crate::model::time::{resolve, week_of};
use crate::model::{Duty, MemberIx, ShiftIx, SiteIx, Span};
use crate::speech::visible::visible;
use crate::speech::{calendar, number};
use chrono::{Days, NaiveDate, NaiveTime};
use std::collections::BTreeMap;
use std::io::{self, Write};

/// Something in a person's week.
enum Item<'a> {
    Shift(ShiftIx, Duty, News),
    Gone(&'a Gone),
    /// Essential duty: the service, and when.
    Service(String, SiteIx, Span),
}

/// Writes the sheet.
pub fn text(view: &View<'_>, to: &mut dyn Write) -> io::Result<()> {
    let Some(member) = view.only_member else { return Ok(()) };
    press::print(view, &[sheet(view, member)], "", to)
}

fn sheet(view: &View<'_>, member: MemberIx) -> Sheet {
    let width = paper_width(view);
    let (mine, off) = (shifts(view, member), gone(view, member));
    let mut weeks: BTreeMap<NaiveDate, Vec<(Span, Item<'_>)>> = BTreeMap::new();
    let starts = view.ground.strike.pay.week_starts;
    for (ix, duty, news) in &mine {
        let shift = view.ground.shift(*ix);
        weeks.entry(week_of(shift.date, starts)).or_default().push((shift.span, Item::Shift(*ix, *duty, *news)));
    }
    for each in &off {
        let date = each.span.start.in_zone(each.zone).date_naive();
        weeks.entry(week_of(date, starts)).or_default().push((each.span, Item::Gone(each)));
    }
    for (service, site, span) in services(view, member) {
        let date = span.start.in_zone(view.ground.strike.site(site).zone).date_naive();
        weeks.entry(week_of(date, starts)).or_default().push((span, Item::Service(service, site, span)));
    }
    for items in weeks.values_mut() {
        items.sort_by_key(|(span, _)| *span);
    }
    let mut notes = vec![headquarters(view)];
    if mine.is_empty() && off.is_empty() {
        notes.insert(0, view.say("member-nothing", &[]));
    }
    notes.extend(may_be_called(view, member));
    let minutes: i64 = mine.iter().map(|(ix, ..)| view.ground.shift(*ix).minutes()).sum();
    let values = [("shifts", mine.len().into()), ("hours", number::length(minutes).into()), ("off", off.len().into())];
    let name = view.member(member);
    let local = view.member_local(member);
    let place = if local.is_empty() {
        name
    } else {
        format!("{name}, {}", view.say("member-local", &[("local", local.as_ref().into())]))
    };
    Sheet {
        head: Head {
            title: view.say("member-title", &[]),
            place,
            dates: view.day.map_or_else(|| line_day::plan_days(view), |day| calendar::day_long(day, view.language)),
            version: line_day::version(view),
            state: state(view, &mine, &off),
            code: Some(code(view, member)),
        },
        notes,
        columns: Vec::new(),
        blocks: weeks.iter().map(|(week, items)| block(view, width, member, *week, items)).collect(),
        totals: vec![view.say("member-totals", &values)],
        counted: Counted::Rows,
    }
}

/// Whether the person's own shifts stand as told.
fn state(view: &View<'_>, mine: &[(ShiftIx, Duty, News)], off: &[Gone]) -> String {
    let Some(published) = view.published else { return view.say("paper-draft", &[]) };
    let changes = off.len() + mine.iter().filter(|(.., news)| *news != News::None).count();
    let version = ("published", published.version.to_string().into());
    match changes {
        0 => view.say("paper-published", &[version]),
        _ => view.say("paper-changed", &[version, ("changes", changes.into())]),
    }
}

fn block(view: &View<'_>, width: usize, member: MemberIx, week: NaiveDate, items: &[(Span, Item<'_>)]) -> Block {
    let (first, last) = (week, week + Days::new(6));
    let minutes = |(_, item): &(Span, Item<'_>)| match item {
        Item::Shift(ix, ..) => view.ground.shift(*ix).minutes(),
        _ => 0,
    };
    let rostered: i64 = items.iter().map(minutes).sum();
    let full = view.ground.strike.pay.minutes_per_week;
    let title = view.say("member-week", &[("days", calendar::days(first, last, view.language).into())]);
    let values = [("hours", number::length(rostered).into()), ("full", number::length(full).into())];
    let heading = edges(&title, &view.say("member-hours", &values), width);
    let again = wrap(&view.say("paper-continued", &[("what", title.into())]), width, 2);
    let rows = items.iter().map(|(_, item)| row(view, width, member, item)).collect();
    Block { heading, again, rows, whole: true, ..Block::default() }
}

fn row(view: &View<'_>, width: usize, member: MemberIx, item: &Item<'_>) -> Row {
    let indented = |lines: Vec<String>| lines.into_iter().map(|line| format!("      {line}"));
    let below = |text: &str| indented(wrap(text, width - 6, 3)).collect::<Vec<_>>();
    let mut lines = Vec::new();
    match item {
        Item::Shift(ix, duty, news) => {
            let shift = view.ground.shift(*ix);
            let when = line_day::when(view, shift.span, view.site_of(shift).zone);
            let title = format!("  {when}  {} ({})", view.label(shift), number::length(shift.minutes()));
            lines.extend(edges(&title, &line_day::duty(view, *duty), width));
            lines.extend(below(&line_day::place(view, shift.site, shift.line)));
            lines.extend(line_day::whereabouts(view, shift.site).iter().flat_map(|text| below(text)));
            lines.extend(captains(view, *ix, member).iter().flat_map(|text| below(text)));
            let news = match news {
                News::None => Vec::new(),
                News::Added => vec![view.say("member-added", &[])],
                News::Changed { duty, was } => {
                    let hours = was.map(|was| {
                        view.say("member-time", &[("was", line_day::hours_told(view, shift.site, was).into())])
                    });
                    hours.into_iter().chain(duty.then(|| view.say("member-duty", &[]))).collect()
                }
            };
            lines.extend(news.iter().flat_map(|said| below(&format!("! {said}"))));
        }
        Item::Gone(gone) => {
            let label = visible(view.ground.strike.template(gone.template).label(view.language));
            let title = format!("  {}  {label}", line_day::when(view, gone.span, gone.zone));
            lines.extend(edges(&title, &view.say("member-off-short", &[]), width));
            lines.extend(below(&line_day::place(view, gone.site, gone.line)));
            lines.extend(below(&format!("! {}", view.say("member-off", &[]))));
        }
        Item::Service(service, site, span) => {
            let title = format!("  {}  {service}", line_day::when(view, *span, view.ground.strike.site(*site).zone));
            lines.extend(edges(&title, &view.say("member-service", &[]), width));
            lines.extend(below(&view.site_name(*site)));
        }
    }
    Row { lines, kind: RowKind::Open }
}

/// Who leads the shift, when that is someone else.
pub(super) fn captains(view: &View<'_>, ix: ShiftIx, member: MemberIx) -> Option<String> {
    let others = view.by_name(ix).into_iter().filter(|each| each.duty == Duty::Captain && each.member != member);
    let names: Vec<String> = others.map(|each| view.member_name(each.member).into_owned()).collect();
    let values = [("names", names.join("; ").into()), ("count", names.len().into())];
    (!names.is_empty()).then(|| view.say("signin-captains", &values))
}

/// Minutes of a day.
const LONGEST: i64 = 24 * 60;

/// The person's own hours of essential duty in the days shown.
fn services(view: &View<'_>, member: MemberIx) -> Vec<(String, SiteIx, Span)> {
    let agreement = &view.ground.strike.agreement;
    let campaign = &view.ground.strike.campaign;
    let mut all = Vec::new();
    for ix in view.ground.bonds(member) {
        let designation = &agreement.designations[ix.ix()];
        let requirement = &agreement.requirements[designation.requirement.ix()];
        let zone = view.ground.strike.site(requirement.site).zone;
        let (Bond::FullTime(hours) | Bond::PartTime(hours)) = &designation.bond else { continue };
        let (first, last) = view.day.map_or((campaign.first_day, campaign.last_day()), |day| (day, day));
        if view.site.is_some_and(|site| site != requirement.site) {
            continue;
        }
        let midnight = |day: NaiveDate| resolve(zone, day.and_time(NaiveTime::MIN));
        let days = Span { start: midnight(first), end: midnight(last + Days::new(1)) };
        let shown = hours.open.iter().flatten().filter_map(|span| {
            // Duty belongs to the day on which it starts; what goes on for days is shown for as long as the days shown.
            if span.minutes() <= LONGEST {
                return (days.start <= span.start && span.start < days.end).then_some(*span);
            }
            let part = Span { start: span.start.max(days.start), end: span.end.min(days.end) };
            (part.start < part.end).then_some(part)
        });
        let service = visible(requirement.service.as_deref().unwrap_or(&requirement.id)).into_owned();
        all.extend(shown.map(|span| (service.clone(), requirement.site, span)));
    }
    all
}

/// What else the agreement asks of the person: to step in for another, to come when called, to be one of a pool.
fn may_be_called(view: &View<'_>, member: MemberIx) -> Vec<String> {
    let agreement = &view.ground.strike.agreement;
    let mine = agreement.designations.iter().filter(|each| each.member == member);
    mine.filter_map(|each| {
        let requirement = &agreement.requirements[each.requirement.ix()];
        let service = requirement.service.as_deref().unwrap_or(&requirement.id);
        let service = ("service", format!("{service}, {}", view.site_name(requirement.site)).into());
        match each.bond {
            Bond::Alternate => {
                let name = each.alternate_for.map(|other| view.member_name(other)).unwrap_or_default();
                Some(view.say("member-alternate", &[service, ("name", name.as_ref().into())]))
            }
            Bond::OnCall => Some(view.say("member-on-call", &[service])),
            Bond::Pool => Some(view.say("member-pool", &[service])),
            Bond::FullTime(_) | Bond::PartTime(_) if is_always(each) => Some(view.say("member-always", &[service])),
            Bond::FullTime(_) | Bond::PartTime(_) => None,
        }
    })
    .collect()
}

/// True for duty all the time, which is no list of hours.
fn is_always(designation: &Designation) -> bool {
    matches!(&designation.bond, Bond::FullTime(hours) | Bond::PartTime(hours) if hours.open.is_none())
}

/// Another code whenever the person's shifts, their hours or the posts are others.
pub fn code(view: &View<'_>, member: MemberIx) -> Code {
    let mut parts =
        ["member", view.ground.strike.campaign.name.as_str(), view.raw_id(member)].map(str::to_owned).to_vec();
    for (ix, duty, _) in shifts(view, member) {
        let shift = view.ground.shift(ix);
        parts.extend([shift.id.as_str(), view.duty_word(duty)].map(str::to_owned));
        parts.extend([shift.span.start, shift.span.end].map(|at| at.0.to_string()));
    }
    Code::of(parts)
}
