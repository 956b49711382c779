//! A shift, said so that a person knows where and when; a member, by name and id; who goes where.

use super::Speech;
use super::calendar::{day_short, days, times};
use super::refusal::duty_name;
use super::visible::visible;
use crate::engine::gaps::{Move, Want};
use crate::model::{LineIx, MemberIx, ShiftIx};
use crate::rules::Ground;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// `Elgin-Middlesex Detention Centre, Front gate, Mon 7 Dec 07:30–11:30`.
pub fn shift(speech: Speech, ground: &Ground, ix: ShiftIx) -> String {
    let (shift, language) = (ground.shift(ix), speech.language());
    let site = ground.strike.site(shift.site);
    let clock = |at: crate::model::Instant| at.in_zone(site.zone).naive_local();
    let (start, end) = (clock(shift.span.start), clock(shift.span.end));
    let said = stretch(speech, ground, shift.line);
    format!("{said}, {} {}", day_short(start.date(), language), times(start.time(), end.time(), language))
}

/// `Elgin-Middlesex Detention Centre, Front gate`; of a site's only line that has no name, the site.
pub fn stretch(speech: Speech, ground: &Ground, ix: LineIx) -> String {
    let (line, language) = (ground.strike.line(ix), speech.language());
    let site = ground.strike.site(line.site);
    let name = visible(site.name(language));
    if site.lines.len() > 1 || line.name.is_some() || line.name_fr.is_some() {
        return format!("{name}, {}", visible(line.name(language)));
    }
    name.into_owned()
}

/// The same of what the record writes: `emdc`, `emdc/front-gate`. None: the files don't know it (any more).
pub fn of_ids(speech: Speech, ground: &Ground, id: &str) -> Option<String> {
    let (site, line) = id.split_once('/').map_or((id, None), |(site, line)| (site, Some(line)));
    let site = ground.strike.site(*ground.strike.lookup.sites.get(site)?);
    let Some(line) = line else { return Some(visible(site.name(speech.language())).into_owned()) };
    let line = site.lines.iter().copied().find(|ix| ground.strike.line(*ix).id == line)?;
    Some(stretch(speech, ground, line))
}

/// Many shifts, a line each for every line of pickets: `emdc/front-gate  am, pm 7–11 Dec; weekend 12–13 Dec`.
pub fn shifts(speech: Speech, ground: &Ground, all: &[ShiftIx]) -> Vec<String> {
    let mut lines: BTreeMap<(&str, &str), BTreeMap<usize, BTreeSet<NaiveDate>>> = BTreeMap::new();
    for shift in all.iter().map(|ix| ground.shift(*ix)) {
        let (site, line) = (ground.strike.site(shift.site), ground.strike.line(shift.line));
        lines.entry((&site.id, &line.id)).or_default().entry(shift.template.ix()).or_default().insert(shift.date);
    }
    let told = |((site, line), templates): ((&str, &str), BTreeMap<usize, BTreeSet<NaiveDate>>)| {
        let mut apart: Vec<(Vec<&str>, BTreeSet<NaiveDate>)> = Vec::new();
        for (template, dates) in templates {
            let id = ground.strike.templates[template].id.as_str();
            match apart.iter_mut().find(|(_, known)| *known == dates) {
                Some((ids, _)) => ids.push(id),
                None => apart.push((vec![id], dates)),
            }
        }
        let parts = apart.iter().map(|(ids, dates)| format!("{} {}", ids.join(", "), stretches(speech, dates)));
        format!("{site}/{line}  {}", parts.collect::<Vec<_>>().join("; "))
    };
    lines.into_iter().map(told).collect()
}

/// `7–11 Dec, 14 Dec`.
fn stretches(speech: Speech, dates: &BTreeSet<NaiveDate>) -> String {
    let mut runs: Vec<(NaiveDate, NaiveDate)> = Vec::new();
    for &date in dates {
        match runs.last_mut() {
            Some((_, last)) if last.succ_opt() == Some(date) => *last = date,
            _ => runs.push((date, date)),
        }
    }
    let told = |&(first, last): &(NaiveDate, NaiveDate)| days(first, last, speech.language());
    runs.iter().map(told).collect::<Vec<_>>().join(", ")
}

/// `Tremblay, Anne (108-0042)`.
pub fn member(ground: &Ground, ix: MemberIx) -> String {
    let member = ground.strike.member(ix);
    named(&member.name, &member.id)
}

/// A person by name and id; by the id alone where there is no name.
pub fn named(name: &str, id: &str) -> String {
    match name.trim() {
        "" => visible(id).into_owned(),
        name => format!("{} ({})", visible(name), visible(id)),
    }
}

/// What a member would do in a repair: `Tremblay, Anne (108-0042) goes from … to …, picket`. The shift that is looked at, if
/// one is, is called `here`.
pub fn step(speech: Speech, ground: &Ground, step: &Move, here: Option<ShiftIx>) -> String {
    let post = |(_, duty): Want| duty_name(speech, &ground.strike, duty);
    let who = member(ground, step.member);
    let id = |id: &str, ix: ShiftIx| if here == Some(ix) { format!("{id}.here") } else { id.to_owned() };
    match (step.from.as_slice(), step.to.as_slice()) {
        (&[], &[to]) => {
            let values = [("who", who.into()), ("to", shift(speech, ground, to.0).into()), ("duty", post(to).into())];
            speech.say(&id("repair-comes", to.0), &values)
        }
        (&[from], &[to]) if from.0 == to.0 => {
            let place = shift(speech, ground, to.0);
            let values =
                [("who", who.into()), ("to", place.into()), ("was", post(from).into()), ("duty", post(to).into())];
            speech.say(&id("repair-changes", to.0), &values)
        }
        (&[from], &[]) => {
            let mut values = vec![("who", who.into()), ("from", shift(speech, ground, from.0).into())];
            let leaves = match step.barred {
                Some(rule) => {
                    values.push(("rule", speech.word(&format!("rule-{}", rule.word())).into()));
                    "repair-barred"
                }
                None => "repair-leaves",
            };
            speech.say(&id(leaves, from.0), &values)
        }
        (from, to) => {
            let at = |ix: ShiftIx| {
                if here == Some(ix) { speech.word("repair-goes.here") } else { shift(speech, ground, ix) }
            };
            let all = |places: &[Want]| {
                let said = places.iter().map(|&place| format!("{} [{}]", at(place.0), post(place)));
                said.collect::<Vec<_>>().join("; ")
            };
            speech.say("repair-goes", &[("who", who.into()), ("from", all(from).into()), ("to", all(to).into())])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_has_no_name_is_called_by_the_id() {
        assert_eq!(named(" Tremblay, Anne ", "108-0042"), "Tremblay, Anne (108-0042)");
        assert_eq!(named("  ", "108-0042"), "108-0042");
        assert_eq!(named("a\u{202e}b", "1"), format!("{} (1)", visible("a\u{202e}b")));
    }
}
