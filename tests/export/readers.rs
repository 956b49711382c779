//! Every data format, as a reader that is not ours takes it: what comes out is what went in, by count and by name.

use super::hand::{Made, generated};
use super::made_of;
use picket::export::{Format, View, What};
use picket::model::MemberIx;
use picket::speech::visible::visible;
use serde_json::Value;
use std::collections::BTreeSet;

/// A table as it is read: each row by column.
pub struct Read {
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Read {
    pub fn of(view: &View<'_>, what: What) -> Self {
        let text = made_of(view, what, Format::Csv);
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let columns: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
        assert_eq!(columns.iter().collect::<BTreeSet<_>>().len(), columns.len(), "{}: a name twice", what.word());
        assert!(columns.iter().all(|name| name.chars().all(|c| c.is_ascii_lowercase() || c == '_')), "{columns:?}");
        let rows: Vec<Vec<String>> =
            reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
        Self { columns, rows }
    }

    pub fn column(&self, name: &str) -> Vec<&str> {
        let at = self.columns.iter().position(|column| column == name).unwrap_or_else(|| panic!("no column {name}"));
        self.rows.iter().map(|row| row[at].as_str()).collect()
    }

    fn sum(&self, name: &str) -> i64 {
        self.column(name).iter().map(|cell| cell.parse::<i64>().unwrap()).sum()
    }
}

/// A name as a cell shows it.
fn shown(name: &str) -> String {
    let shown = visible(name).into_owned();
    if shown.starts_with(['=', '+', '-', '@']) { format!("'{shown}") } else { shown }
}

#[test]
fn the_coverage_table_has_every_shift_and_its_counts() {
    let all = Made::by_hand();
    let read = Read::of(&all.view(), What::Coverage);
    let wanted: BTreeSet<&str> = all.ground.timetable.shifts.iter().map(|shift| shift.id.as_str()).collect();
    let found = read.column("shift");
    assert_eq!(found.len(), wanted.len());
    assert_eq!(found.into_iter().collect::<BTreeSet<_>>(), wanted);
    assert_eq!(read.sum("heads"), all.roster.len() as i64);
    let document: Value = serde_json::from_str(&made_of(&all.view(), What::Coverage, Format::Json)).unwrap();
    let shifts = document["shifts"].as_array().unwrap();
    for (name, field) in
        [("heads", "heads"), ("worst_case", "worst_case"), ("target", "target"), ("minimum", "minimum")]
    {
        let in_document: i64 = shifts.iter().map(|shift| shift[field].as_i64().unwrap()).sum();
        assert_eq!(read.sum(name), in_document, "{name}");
    }
    let days = document["days"].as_array().unwrap();
    for field in ["heads", "worst_case", "gaps", "shifts"] {
        let in_days: i64 = days.iter().map(|day| day[field].as_i64().unwrap()).sum();
        let wanted = match field {
            "gaps" => document["totals"]["gaps"].as_i64().unwrap(),
            "shifts" => shifts.len() as i64,
            _ => read.sum(field),
        };
        assert_eq!(in_days, wanted, "{field} of the days");
    }
    assert_eq!(read.column("is_gap").iter().filter(|cell| **cell == "yes").count() as u64, document["totals"]["gaps"]);
    assert_eq!(document["totals"]["assignments"], all.roster.len());
}

#[test]
fn the_ledger_is_the_same_as_table_and_as_document() {
    let all = Made::by_hand();
    let read = Read::of(&all.view(), What::Hours);
    let rows: Vec<_> = all.ledger.weeks.iter().flat_map(|week| &week.rows).collect();
    assert_eq!(read.rows.len(), rows.len());
    for (name, of) in [
        ("rostered_minutes", rows.iter().map(|row| row.rostered).sum::<i64>()),
        ("attended_minutes", rows.iter().map(|row| row.attended).sum()),
        ("credited_minutes", rows.iter().map(|row| row.credited).sum()),
        ("no_shows", rows.iter().map(|row| i64::from(row.no_shows)).sum()),
        ("not_signed_out", rows.iter().map(|row| i64::from(row.open)).sum()),
    ] {
        assert_eq!(read.sum(name), of, "{name}");
    }
    assert!(read.sum("attended_minutes") > 0 && read.sum("no_shows") > 0 && read.sum("not_signed_out") > 0);
    let document: Value = serde_json::from_str(&made_of(&all.view(), What::Hours, Format::Json)).unwrap();
    let weeks = document["weeks"].as_array().unwrap();
    let members: Vec<&Value> = weeks.iter().flat_map(|week| week["members"].as_array().unwrap()).collect();
    assert_eq!(members.len(), rows.len());
    for (at, (row, each)) in rows.iter().zip(members).enumerate() {
        assert_eq!(each["member"], row.member.as_str());
        assert_eq!(each["credited_minutes"], row.credited);
        assert_eq!(each["strike_pay"], format!("{}.{:02}", row.pay.0 / 100, row.pay.0 % 100));
        assert_eq!(each["strike_pay"], read.column("strike_pay")[at]);
        assert_eq!(read.column("member")[at], row.member);
        let name = row.ix.map_or_else(String::new, |ix| all.ground.strike.member(ix).name.clone());
        assert_eq!(read.column("name")[at], shown(&name));
    }
}

#[test]
fn the_essential_table_has_every_designation_and_call_in() {
    let all = Made::by_hand();
    let read = Read::of(&all.view(), What::Essential);
    let agreement = &all.ground.strike.agreement;
    let wanted: BTreeSet<(&str, &str, &str)> = agreement
        .designations
        .iter()
        .map(|each| {
            let requirement = agreement.requirements[each.requirement.ix()].id.as_str();
            (requirement, all.ground.strike.member(each.member).id.as_str(), each.bond.word())
        })
        .collect();
    let (entries, kinds) = (read.column("entry"), read.column("kind"));
    let (requirements, members) = (read.column("requirement"), read.column("member"));
    let found: Vec<(&str, &str, &str)> = (0..entries.len())
        .filter(|at| entries[*at] == "designation")
        .map(|at| (requirements[at], members[at], kinds[at]))
        .collect();
    assert_eq!((found.len(), found.into_iter().collect::<BTreeSet<_>>()), (wanted.len(), wanted));
    let call = entries.iter().position(|entry| *entry == "call_in").unwrap();
    assert_eq!(entries.iter().filter(|entry| **entry == "call_in").count(), 1);
    assert_eq!((members[call], read.column("called_for")[call]), ("108-0056", "2026-12-08 07:00-15:00"));
}

#[test]
fn whoever_is_short_of_hours_is_in_the_table() {
    let all = Made::by_hand();
    let read = Read::of(&all.view(), What::Short);
    let full = all.ground.strike.pay.minutes_per_week;
    let at = |name| read.column(name).iter().map(|cell| cell.parse::<i64>().unwrap()).collect::<Vec<_>>();
    let (credited, to_come, short) = (at("credited_minutes"), at("to_come_minutes"), at("short_minutes"));
    assert!((0..short.len()).all(|row| short[row] == full - credited[row] - to_come[row] && short[row] > 0));
    assert!(short.is_sorted_by(|a, b| a >= b) || all.ledger.weeks.len() > 1);
    // Nobody in this strike stands for a full week.
    assert_eq!(short.len(), all.ground.strike.members.len() * all.ledger.weeks.len());
}

#[test]
fn every_change_is_in_the_table_and_every_call_has_its_number() {
    let all = Made::by_hand();
    let same = |a: &picket::model::Roster, b: &picket::model::Roster| -> BTreeSet<(String, String)> {
        let of = |each: &picket::model::Assignment| {
            (all.ground.strike.member(each.member).id.clone(), all.ground.shift(each.shift).id.clone())
        };
        a.iter().filter(|each| b.get(each.shift, each.member).is_none()).map(of).collect()
    };
    let (came, went) = (same(&all.roster, &all.before), same(&all.before, &all.roster));
    for what in [What::Changes, What::Calls] {
        let read = Read::of(&all.view(), what);
        let (members, shifts, changes) = (read.column("member"), read.column("shift"), read.column("change"));
        let of = |wanted: &str| -> BTreeSet<(String, String)> {
            let rows = (0..changes.len()).filter(|row| changes[*row] == wanted);
            rows.map(|row| (members[row].to_owned(), shifts[row].to_owned())).collect()
        };
        let mut went = went.clone();
        went.extend(all.lost.keys().map(|(shift, member)| (member.clone(), shift.clone())));
        assert_eq!((of("added"), of("removed")), (came.clone(), went), "{}", what.word());
        // What the files still know of a shift that was lost is told.
        let lost = read.column("exists").iter().position(|cell| *cell == "no").unwrap();
        assert_eq!(read.column("site_name")[lost], "Dryden Jail");
        assert_eq!(read.column("starts")[lost], "2026-12-09T07:00:00-06:00");
        let has_phones = read.columns.iter().any(|column| column == "phone");
        assert_eq!(has_phones, what == What::Calls);
    }
    // What is over needs no call; what is near is marked, though it was lost.
    let later = View { generated: generated().plus_minutes(60 * 24 * 7), ..all.view() };
    let read = Read::of(&later, What::Calls);
    let lost = read.column("exists").iter().position(|cell| *cell == "no").unwrap();
    assert_eq!(read.column("short_notice")[lost], "yes");
    let over = View { generated: generated().plus_minutes(60 * 24 * 30), ..all.view() };
    assert!(Read::of(&over, What::Calls).rows.is_empty() && !Read::of(&over, What::Changes).rows.is_empty());
}

#[test]
fn a_change_is_near_until_the_shift_is_over() {
    let mut all = Made::by_hand();
    let find = |id: &str| all.ground.find(id).unwrap();
    let (gate, dock) = (find("emdc/front-gate/2026-12-07/am"), find("emdc/dock/2026-12-07/am"));
    let span = all.ground.shift(gate).span;
    // One goes from one line to the other at the same hour.
    let one = MemberIx(15);
    all.before = picket::model::Roster::new(all.ground.timetable.len(), all.ground.strike.members.len());
    all.roster = all.before.clone();
    all.before.put(picket::model::Assignment::planned(one, gate, picket::model::Duty::Picket));
    all.roster.put(picket::model::Assignment::planned(one, dock, picket::model::Duty::Picket));
    let told = |what, generated| -> Vec<(String, String)> {
        let read = Read::of(&View { generated, told_lost: None, ..all.view() }, what);
        let rows = read.column("change").into_iter().zip(read.column("short_notice"));
        rows.map(|(change, soon)| (change.to_owned(), soon.to_owned())).collect()
    };
    let both = |soon: &str| vec![("removed".to_owned(), soon.to_owned()), ("added".to_owned(), soon.to_owned())];
    let notice = all.ground.strike.rules.notice_minutes;
    assert_eq!(told(What::Calls, span.start.plus_minutes(-notice)), both("no"), "what goes comes first");
    assert_eq!(told(What::Calls, span.start.plus_minutes(1 - notice)), both("yes"));
    assert_eq!(told(What::Calls, span.start.plus_minutes(10)), both("yes"), "it goes on");
    assert!(told(What::Calls, span.end).is_empty(), "it is over");
    assert_eq!(told(What::Changes, span.end), both("no"));
}

#[test]
fn whoever_must_hear_at_once_is_rung_first() {
    let mut all = Made::by_hand();
    let everyone: Vec<_> = all.roster.iter().map(|each| (each.shift, each.member)).collect();
    for (shift, member) in &everyone {
        all.before.take(*shift, *member);
    }
    // One has a shift within the day, the others later ones only.
    let starts = |at: &usize| all.ground.shift(everyone[*at].0).span.start;
    let first = (0..everyone.len()).min_by_key(starts).unwrap();
    let view = View { generated: starts(&first).plus_minutes(-60), ..all.view() };
    let urgent = |what| -> Vec<bool> {
        let read = Read::of(&view, what);
        let (members, soon) = (read.column("member"), read.column("short_notice"));
        let mut order: Vec<&str> = members.clone();
        order.dedup();
        let is_urgent = |who: &&str| members.iter().zip(&soon).any(|(member, soon)| member == who && *soon == "yes");
        order.iter().map(is_urgent).collect()
    };
    let calls = urgent(What::Calls);
    assert!(calls.contains(&true) && calls.contains(&false), "{calls:?}");
    assert!(calls.is_sorted_by(|before, after| before >= after), "{calls:?}");
    assert!(!urgent(What::Changes).is_sorted_by(|before, after| before >= after), "the list of changes goes by name");
}

#[test]
fn every_event_names_everyone_on_its_shift() {
    let all = Made::by_hand();
    let text = made_of(&all.view(), What::Roster, Format::Ics);
    let unfolded = icalendar::parser::unfold(&text);
    let calendar = icalendar::parser::read_calendar(&unfolded).unwrap();
    let of = |event: &icalendar::parser::Component<'_>, name: &str| {
        let property = event.properties.iter().find(|each| each.name == name).unwrap();
        property.val.to_string().replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\")
    };
    let events: Vec<_> = calendar.components.iter().filter(|each| each.name == "VEVENT").collect();
    for ix in all.ground.timetable.indices() {
        let shift = all.ground.shift(ix);
        let event = events.iter().find(|each| of(each, "UID").starts_with(&shift.id.replace('/', "-"))).unwrap();
        let lines: Vec<String> = of(event, "DESCRIPTION").lines().map(str::to_owned).collect();
        for each in all.roster.on(ix) {
            let member = all.ground.strike.member(each.member);
            // Who has no name goes by the id.
            let wanted = match member.name.trim() {
                "" => member.id.clone(),
                name => format!("{} ({})", visible(name), member.id),
            };
            assert!(lines.iter().any(|line| line.ends_with(&wanted)), "{wanted} is not in {lines:?}");
        }
        // Besides the people: the counts, and the version.
        assert_eq!(lines.len(), all.roster.on(ix).len() + 2, "{}", shift.id);
    }
}

/// Every text of an element of this name, as a reader of XML finds them.
fn texts(xml: &str, name: &str) -> Vec<String> {
    let mut reader = quick_xml::Reader::from_str(xml);
    let (mut inside, mut found) = (false, Vec::new());
    loop {
        match reader.read_event().unwrap() {
            quick_xml::events::Event::Start(tag) if tag.name().as_ref() == name => {
                inside = true;
                found.push(String::new());
            }
            quick_xml::events::Event::End(tag) if tag.name().as_ref() == name => inside = false,
            quick_xml::events::Event::Text(text) if inside => {
                found.last_mut().unwrap().push_str(&text);
            }
            quick_xml::events::Event::GeneralRef(name) if inside => {
                let entity = format!("&{};", &*name);
                found.last_mut().unwrap().push_str(&quick_xml::escape::unescape(&entity).unwrap());
            }
            quick_xml::events::Event::Eof => return found,
            _ => {}
        }
    }
}

#[test]
fn the_pictures_show_every_shift_and_every_site() {
    let all = Made::by_hand();
    let coverage = made_of(&all.view(), What::Coverage, Format::Svg);
    let titles = texts(&coverage, "title");
    for shift in &all.ground.timetable.shifts {
        let ix = all.ground.find(&shift.id).unwrap();
        let numbers = format!("{}/{}.", all.roster.on(ix).len(), shift.target);
        let told = titles.iter().filter(|title| title.starts_with(&format!("{}:", shift.id))).collect::<Vec<_>>();
        assert_eq!(told.len(), 1, "{}", shift.id);
        assert!(told[0].contains(&numbers), "{}: {}", shift.id, told[0]);
    }
    let map = texts(&made_of(&all.view(), What::Map, Format::Svg), "title");
    for site in all.ground.strike.sites.iter().filter(|site| site.place.is_some()) {
        assert_eq!(
            map.iter().filter(|title| title.starts_with(&format!("{}:", site.name))).count(),
            1,
            "{}",
            site.name
        );
    }
}

#[test]
fn a_page_for_browsers_says_what_the_paper_says() {
    let all = Made::by_hand();
    for what in What::WORDS.map(|(_, what)| what).into_iter().filter(|what| *what != What::Coverage) {
        if !what.formats().contains(&Format::Text) {
            continue;
        }
        let paper = made_of(&View { form_feeds: true, ..all.view() }, what, Format::Text);
        let page = made_of(&all.view(), what, Format::Html);
        let shown: Vec<String> = page
            .split("<pre>")
            .skip(1)
            .map(|rest| quick_xml::escape::unescape(rest.split_once("</pre>").unwrap().0).unwrap().into_owned())
            .collect();
        let wanted: Vec<&str> = paper.split('\u{c}').map(str::trim_end).collect();
        assert_eq!(shown, wanted, "{}", what.word());
        let title = page.split_once("<title>").unwrap().1.split_once("</title>").unwrap().0;
        assert!(title.starts_with("OPS Unified, December 2026: ") && !title.contains("sheet-"), "{title}");
    }
}

#[test]
fn the_tables_for_web_pages_hold_everyone_and_nothing_that_links() {
    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
    let all = Made::by_hand();
    let text = made_of(&all.view(), What::Roster, Format::Markdown);
    let (mut rows, mut cells, mut cell): (usize, Vec<String>, Option<String>) = (0, Vec::new(), None);
    for event in Parser::new_ext(&text, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::TableRow) => rows += 1,
            Event::Start(Tag::TableCell) => cell = Some(String::new()),
            Event::End(TagEnd::TableCell) => cells.extend(cell.take()),
            Event::Text(part) => {
                if let Some(cell) = &mut cell {
                    cell.push_str(&part);
                }
            }
            Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::Emphasis | Tag::Strong | Tag::HtmlBlock)
            | Event::Html(_)
            | Event::InlineHtml(_)
            | Event::Code(_) => panic!("{event:?}"),
            _ => {}
        }
    }
    for each in all.roster.iter() {
        let member = all.ground.strike.member(each.member);
        let name = if member.name.trim().is_empty() { &member.id } else { member.name.trim() };
        let told = cells.iter().filter(|cell| **cell == visible(name)).count();
        assert!(told >= all.roster.of(each.member).len(), "{name:?} stands {told} times in {cells:#?}");
    }
    assert!(rows >= all.roster.len() && cells.len().is_multiple_of(5), "{rows} rows, {} cells", cells.len());
    assert!(all.roster.iter().any(|each| each.member == MemberIx(9)), "the name made of markup is on the roster");
}
