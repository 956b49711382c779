//! Who is out, written into the phases of the person's own strike.toml: comments, order and spaces stay.

use super::numbers::set;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use std::fmt::Write;
use toml_edit::{Array, Datetime, Document, DocumentMut, Item, Table, value};

/// The text of strike.toml with `sites` out in every rotating phase from `from` on, by the strike's clock: one that is on by
/// then ends there, and goes on with them as a phase of its own. None: it can't be read as it is, or no such phase is in it.
pub fn bring_out(text: &str, sites: &[&str], from: NaiveDateTime) -> Option<String> {
    let mut document: DocumentMut = divided(text, from)?.parse().ok()?;
    let phases = document.get_mut("phase")?.as_array_of_tables_mut()?;
    let is_meant =
        |table: &&mut Table| is_rotating(table) && instant(table, "from").is_some_and(|begins| begins >= from);
    let mut is_done = false;
    for table in phases.iter_mut().filter(is_meant) {
        add(table, sites);
        is_done = true;
    }
    is_done.then(|| document.to_string())
}

/// The text of strike.toml with the rotating phase that is on at `at` as two that say the same, the second from then on.
fn divided(text: &str, at: NaiveDateTime) -> Option<String> {
    let mut document: DocumentMut = text.parse().ok()?;
    let phases = document.get_mut("phase")?.as_array_of_tables_mut()?;
    let begun = phases.iter().map(|table| instant(table, "from")).zip(0..).filter(|(from, _)| *from <= Some(at));
    let Some((_, running)) = begun.max().filter(|(from, _)| *from < Some(at)) else { return Some(text.to_owned()) };
    let Some(table) = phases.get_mut(running).filter(|table| is_rotating(table)) else { return Some(text.to_owned()) };
    let mut rest = format!("mode = \"rotating\"\nfrom = {}\n", written(at)?);
    if let Some(until) = table.get("until").and_then(Item::as_datetime).copied() {
        if instant(table, "until")? <= at {
            return Some(text.to_owned());
        }
        let _ = writeln!(rest, "until = {until}");
        set(table, "until", written(at)?);
    }
    for key in ["regions", "sites"] {
        if let Some(array) = table.get(key).and_then(Item::as_array) {
            let mut array = array.clone();
            array.decor_mut().clear();
            let _ = writeln!(rest, "{key} = {array}");
        }
    }
    let text = document.to_string();
    let read = Document::parse(text.as_str()).ok()?;
    let (_, last) = lines_of(&text, read.get("phase")?.as_array_of_tables()?.get(running)?)?;
    Some(with_phase(&text, last, &rest))
}

/// The first and the last line of a table that was read from `text`.
fn lines_of(text: &str, table: &Table) -> Option<(usize, usize)> {
    let line_at = |byte: usize| text[..byte].matches('\n').count();
    let first = line_at(table.span()?.start);
    let ends = table.iter().filter_map(|(_, item)| item.span()).map(|span| line_at(span.end));
    Some((first, ends.max().unwrap_or(first).max(first)))
}

/// The text with one more phase after the line `last`; each line keeps the end it has.
fn with_phase(text: &str, last: usize, phase: &str) -> String {
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let mut lines: Vec<String> = text.split_inclusive('\n').map(str::to_owned).collect();
    if let Some(line) = lines.get_mut(last).filter(|line| !line.ends_with('\n')) {
        line.push_str(end);
    }
    let phase = format!("\n[[phase]]\n{phase}").replace('\n', end);
    lines.insert((last + 1).min(lines.len()), phase);
    lines.concat()
}

fn is_rotating(table: &Table) -> bool {
    table.get("mode").and_then(Item::as_str) == Some("rotating")
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
    let mut last = 0;
    for table in phases {
        let (first, end) = lines_of(&text, table)?;
        last = last.max(end);
        if instant(table, "from")? >= from {
            for line in &mut lines[first..=end] {
                *line = format!("# {line}");
            }
        }
    }
    Some(with_phase(&lines.concat(), last, &format!("mode = \"full\"\nfrom = {}\n", written(from)?)))
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
        let after = bring_out(TEXT, &["yard", "gate"], at("2027-02-01T00:00:00")).expect("there are phases");
        let both = TEXT.replace("[\"yard\"]", "[\"yard\", \"gate\"]");
        assert_eq!(after, both.replace("regions = [1]\n", "regions = [1]\nsites = [\"yard\", \"gate\"]\n"));
        let after = bring_out(TEXT, &["gate"], at("2027-03-03T00:00:00")).expect("the second in time");
        assert_eq!(after, TEXT.replace("[\"yard\"]", "[\"yard\", \"gate\"]"));
        assert_eq!(bring_out(TEXT, &["gate"], at("2027-03-08T06:00:00")), None, "everybody is out in a full phase");
        assert_eq!(bring_out("[[phase", &["gate"], at("2027-03-01T00:00:00")), None);
    }

    #[test]
    fn a_phase_that_is_on_goes_on_with_them_as_one_of_its_own() {
        let after = bring_out(TEXT, &["gate"], at("2027-03-02T06:30:00")).expect("one is on");
        let second =
            "\n[[phase]]\nmode = \"rotating\"\nfrom = 2027-03-02T06:30:00\nregions = [1]\nsites = [\"gate\"]\n";
        let both = TEXT.replace("[\"yard\"]", "[\"yard\", \"gate\"]");
        assert_eq!(after, both.replace("regions = [1]\n", &format!("regions = [1]\n{second}")));
        // One that says when it ends does so from then on for both.
        let ended = TEXT.replace("mode = \"full\"\nfrom = 2027-03-06", "mode = \"full\"\nfrom = 2027-03-09");
        let ended = ended.replace("sites = [\"yard\"]", "until = 2027-03-05  # Friday\nsites = [\"yard\"]");
        let after = bring_out(&ended, &["gate"], at("2027-03-04T06:30:00")).expect("one is on");
        let expected = ended.replace("until = 2027-03-05 ", "until = 2027-03-04T06:30:00 ").replace(
            "  # agreed\n",
            "  # agreed\n\n[[phase]]\nmode = \"rotating\"\nfrom = 2027-03-04T06:30:00\nuntil = 2027-03-05\n\
             sites = [\"yard\", \"gate\"]\n",
        );
        assert_eq!(after, expected);
        assert_eq!(bring_out(&ended, &["gate"], at("2027-03-06T00:00:00")), None, "no rotating phase is on or to come");
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
