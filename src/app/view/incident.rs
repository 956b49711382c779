//! What happened on a line: facts, noted in a row of keys, and the list of them to be read.

use super::Desk;
use super::choice::{Act, Choice};
use super::paper::INCIDENTS;
use super::paper::Paper;
use super::prompt::{Pick, Prompt};
use super::score::Words;
use crate::app::said;
use crate::app::session::{Report, instant_told};
use crate::model::{Instant, LineIx, SiteIx};

impl Desk {
    /// Asks what happened, on the line or at the site that the cursor is on.
    pub(super) fn ask_incident(&mut self) {
        let line = self.chosen_shift().map(|shift| self.ground().shift(shift).line);
        match (line, self.chosen_site()) {
            (Some(line), _) => self.pick(Pick::Incident(self.ground().strike.line(line).site, Some(line))),
            (None, Some(site)) => self.pick(Pick::Incident(site, None)),
            (None, None) => self.not_done("told-no-site-here", &[]),
        }
    }

    /// Where it is noted; what happened before.
    pub(super) fn incident_choices(&self, site: SiteIx, line: Option<LineIx>, prompt: &Prompt) -> Vec<Choice> {
        let mut choices = Vec::new();
        let zone = self.ground().strike.site(site).zone;
        let at = prompt.told("when").map_or(Some(self.now), |text| instant_told(text, zone, self.now));
        match at {
            _ if prompt.text().trim().is_empty() => {
                choices.push(Choice::new(self.speech.word("incident-how"), Act::Nothing));
            }
            None => choices.push(Choice::new(self.field_how("when"), Act::Nothing)),
            Some(at) => {
                let clock = self.clock_of(at, zone);
                let choice = |text: String, line: Option<LineIx>| {
                    let text = self.speech.say("incident-do", &[("place", text.into())]);
                    Choice::new(text, Act::Incident(site, line, at)).aside(clock.clone())
                };
                choices.extend(line.map(|line| choice(self.words().stretch(line), Some(line))));
                // A site with one line is that line.
                let has_more = line.is_none_or(|line| self.words().line(line).is_some());
                if has_more {
                    choices.push(choice(self.words().site(site), None));
                }
            }
        }
        let before = self.session.incidents(Some(site), None).map_or(0, |found| found.len());
        if before > 0 {
            let text = self.speech.say("incident-before", &[("count", before.into())]);
            choices.push(Choice::new(text, Act::Incidents(Some(site))));
        }
        choices
    }

    pub(super) fn note_incident(&mut self, site: SiteIx, line: Option<LineIx>, at: Instant, asked: Option<Prompt>) {
        let told = |name| asked.as_ref().and_then(|prompt| prompt.told(name));
        let facts = asked.as_ref().map_or("", |prompt| prompt.text().trim());
        let report = Report { facts, vehicle: told("vehicle"), police: told("police"), witness: told("witness") };
        match self.session.incident(site, line, at, report) {
            Ok(done) => self.tell_entry(&done),
            Err(error) => {
                self.ask_again(asked);
                self.refused(None, &error);
            }
        }
    }

    /// Shows what happened so far: at the site that the cursor is on, else everywhere.
    pub(super) fn show_incidents(&mut self) {
        let site = self.chosen_site();
        let here = site.filter(|site| self.session.incidents(Some(*site), None).is_ok_and(|found| !found.is_empty()));
        self.pick(Pick::Incidents(here));
    }

    /// What happened so far, the latest first; of one site: the rest of them too.
    pub(super) fn incidents_choices(&self, site: Option<SiteIx>, typed: &str) -> Vec<Choice> {
        let found = match self.session.incidents(site, None) {
            Ok(found) => found,
            Err(error) => return vec![Choice::new(self.record_trouble(&error), Act::Nothing)],
        };
        let query = Words::new(typed);
        let mut choices = Vec::new();
        for each in found.iter().rev() {
            let place = said::incident_place(self.speech, self.ground(), each);
            let text = said::incident_lines(self.speech, each).join(" · ");
            let when = self.day_and_clock(each.at, each.zone);
            if query.fits(&format!("{when} {place} {text}")) {
                choices.push(Choice::new(text, Act::Nothing).lead(when).aside(place));
            }
        }
        if choices.is_empty() && query.is_empty() {
            choices.push(Choice::new(self.speech.word("incidents-none"), Act::Nothing));
        }
        if !found.is_empty() && query.is_empty() {
            let list = Paper { site, ..Paper::of(INCIDENTS) };
            choices.push(Choice::new(self.speech.word("incidents-print"), Act::Print(list)));
            let table = Paper { format: Some("csv"), ..list };
            choices.push(Choice::new(self.speech.word("incidents-table"), Act::Print(table)));
            if let Some(last) = found.last() {
                let day = last.at.in_zone(last.zone).date_naive();
                let values = [("day", crate::speech::calendar::day_short(day, self.speech.language()).into())];
                let of_day = |id: &str, paper: Paper| {
                    Choice::new(self.speech.say(id, &values), Act::Print(Paper { site, day: Some(day), ..paper }))
                };
                choices.push(of_day("incidents-of-day", Paper::of(INCIDENTS)));
                choices.push(of_day("incidents-report", Paper::of("report")));
            }
        }
        if site.is_some() {
            choices.push(Choice::new(self.speech.word("incidents-everywhere"), Act::Incidents(None)));
        }
        choices
    }
}
