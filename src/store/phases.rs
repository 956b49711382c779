//! Who is out, written into the phases of the person's own strike.toml: comments, order and spaces stay.

use super::numbers::set;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use toml_edit::{Array, Datetime, Document, DocumentMut, Item, Table, value};

/// The text of strike.toml with `sites` out in every rotating phase that `is_meant`, by its place in order of time. None: it
/// can't be read as it is, or no such phase is in it.
pub fn bring_out(text: &str, sites: &[&str], is_meant: &dyn Fn(usize) -> bool) -> Option<String> {
    let mut document: DocumentMut = text.parse().ok()?;
    let phases = document.get_mut("phase")?.as_array_of_tables_mut()?;
    let mut order: Vec<_> = phases.iter().map(|table| instant(table, "from")).zip(0..).collect();
    order.sort();
    let mut is_done = false;
    for (_, at) in order.into_iter().enumerate().filter(|(place, _)| is_meant(*place)).map(|(_, phase)| phase) {
        let Some(table) = phases.get_mut(at) else { continue };
        if table.get("mode").and_then(Item::as_str) != Some("rotating") {
            continue;
        }
        add(table, sites);
        is_done = true;
    }
    is_done.then(|| document.to_string())
}

/// The text of strike.toml with everybody out from `from` on, by the strike's clock: a phase that is on by then ends there,
/// those that would begin later stand there as comments, and a full one comes after them. None: it can't be read as it is, or
/// has no phases.
pub fn bring_all_out(text: &str, from: NaiveDateTime) -> Option<String> {
    let mut document: DocumentMut = text.parse().ok()?;
    for table in document.get_mut("phase")?.as_array_of_tables_mut()?.iter_mut() {
        let is_on = instant(table, "from")? < from;
        if is_on && table.contains_key("until") && instant(table, "until")? > from {
            set(table, "until", written(from)?);
        }
    }
    let text = document.to_string();
    let read = Document::parse(text.as_str()).ok()?;
    let phases = read.get("phase")?.as_array_of_tables()?;
    // Each line keeps the end it has.
    let mut lines: Vec<String> = text.split_inclusive('\n').map(str::to_owned).collect();
    let line_at = |byte: usize| text[..byte].matches('\n').count();
    let mut last = 0;
    for table in phases {
        let first = line_at(table.span()?.start);
        let ends = table.iter().filter_map(|(_, item)| item.span()).map(|span| line_at(span.end));
        let end = ends.max().unwrap_or(first).max(first);
        last = last.max(end);
        if instant(table, "from")? >= from {
            for line in &mut lines[first..=end] {
                *line = format!("# {line}");
            }
        }
    }
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    if let Some(line) = lines.get_mut(last).filter(|line| !line.ends_with('\n')) {
        line.push_str(end);
    }
    let begins = format!("from = {}", written(from)?);
    let phase = ["", "[[phase]]", "mode = \"full\"", &begins].map(|line| format!("{line}{end}"));
    lines = [&lines[..=last], &phase[..], &lines[last + 1..]].concat();
    Some(lines.concat())
}

/// A local time of a phase; a day alone is its beginning.
fn instant(table: &Table, key: &str) -> Option<NaiveDateTime> {
    let told = table.get(key)?.as_datetime()?;
    let date = told.date?;
    let date = NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())?;
    let time = told.time.map_or(Some(NaiveTime::MIN), |time| {
        NaiveTime::from_hms_opt(time.hour.into(), time.minute.into(), time.second.unwrap_or_default().into())
    });
    Some(date.and_time(time?))
}

fn written(at: NaiveDateTime) -> Option<Datetime> {
    at.format("%Y-%m-%dT%H:%M:%S").to_string().parse().ok()
}

/// Adds the sites that the phase does not list yet.
fn add(table: &mut Table, sites: &[&str]) {
    let listed = |array: &Array, site: &str| array.iter().any(|known| known.as_str() == Some(site));
    match table.get_mut("sites").and_then(Item::as_array_mut) {
        Some(array) => {
            let new: Vec<&str> = sites.iter().copied().filter(|site| !listed(array, site)).collect();
            for site in new {
                array.push(site);
            }
        }
        None => {
            table.insert("sites", value(sites.iter().copied().collect::<Array>()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# Ours.\n[strike]\nname = \"A\"\n\n[[phase]]\nmode = \"rotating\"   # first\nfrom = 2027-03-03T00:00:00\n\
                        sites = [\"yard\"]  # agreed\n\n[[phase]]\nmode = \"rotating\"\nfrom = 2027-03-01T00:01:00\n\
                        regions = [1]\n\n[[phase]]\nmode = \"full\"\nfrom = 2027-03-06T00:00:00\n";

    #[test]
    fn sites_come_out_in_the_phases_that_are_meant_and_nothing_else_changes() {
        let after = bring_out(TEXT, &["yard", "gate"], &|_| true).expect("there are phases");
        let both = TEXT.replace("[\"yard\"]", "[\"yard\", \"gate\"]");
        assert_eq!(after, both.replace("regions = [1]\n", "regions = [1]\nsites = [\"yard\", \"gate\"]\n"));
        let after = bring_out(TEXT, &["gate"], &|place| place == 1).expect("the second in time");
        assert_eq!(after, TEXT.replace("[\"yard\"]", "[\"yard\", \"gate\"]"));
        assert_eq!(bring_out(TEXT, &["gate"], &|place| place == 2), None, "everybody is out in a full phase");
        assert_eq!(bring_out("[[phase", &["gate"], &|_| true), None);
        // The order is that of time, however the times are written.
        let later = TEXT.replace("2027-03-03T00:00:00", "2027-03-01 12:00:00");
        let after = bring_out(&later, &["gate"], &|place| place == 0).expect("the first in time");
        assert_eq!(after, later.replace("regions = [1]\n", "regions = [1]\nsites = [\"gate\"]\n"));
    }

    fn at(text: &str) -> NaiveDateTime {
        text.parse().expect("a time")
    }

    #[test]
    fn everybody_comes_out_and_what_was_to_come_can_still_be_read() {
        let text = TEXT.replace("# first\n", "# first\nuntil = 2027-03-05T00:00:00  # Friday\n");
        let after = bring_all_out(&text, at("2027-03-04T06:30:00")).expect("there are phases");
        let expected = text
            .replace("2027-03-05T00:00:00  # Friday", "2027-03-04T06:30:00  # Friday")
            .replace("[[phase]]\nmode = \"full\"\n", "# [[phase]]\n# mode = \"full\"\n")
            .replace("from = 2027-03-06T00:00:00\n", "# from = 2027-03-06T00:00:00\n");
        assert_eq!(after, format!("{expected}\n[[phase]]\nmode = \"full\"\nfrom = 2027-03-04T06:30:00\n"));
        let parsed: DocumentMut = after.parse().expect("it is read again");
        assert_eq!(parsed["phase"].as_array_of_tables().map(toml_edit::ArrayOfTables::len), Some(3));
        assert_eq!(bring_all_out("[strike]\nname = \"A\"\n", at("2027-03-04T06:30:00")), None);
        assert_eq!(bring_all_out("[[phase", at("2027-03-04T06:30:00")), None);
    }

    #[test]
    fn what_comes_after_the_phases_stays_where_it_is() {
        let text = "[[phase]]\nmode = \"rotating\"\nfrom = 2027-03-01\nsites = [\n  \"a\",\n]  # one\n\n# Pay.\n[strike_pay]\nx = 1\n";
        let after = bring_all_out(text, at("2027-02-01T00:00:00")).expect("there are phases");
        let expected = "# [[phase]]\n# mode = \"rotating\"\n# from = 2027-03-01\n# sites = [\n#   \"a\",\n# ]  # one\n\n[[phase]]\nmode = \"full\"\n\
                        from = 2027-02-01T00:00:00\n\n# Pay.\n[strike_pay]\nx = 1\n";
        assert_eq!(after, expected);
    }
}
