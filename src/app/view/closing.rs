//! A site that is lost, and one that is there again: what it would do is shown before it is done.

use super::Desk;
use super::choice::{Act, Choice};
use super::prompt::{Pick, Prompt, Purpose};
use super::score::Words;
use crate::app::session::{Closing, Session, WouldClose, instant_on};
use crate::model::time::{Clock, week_of};
use crate::model::{Instant, SiteIx};
use crate::store::record::What;
use chrono::Days;

impl Desk {
    /// Asks until when the site under the cursor is closed.
    pub(super) fn ask_close(&mut self) {
        match self.chosen_site() {
            Some(site) => self.pick(Pick::Close(site)),
            None => self.pick(Pick::SiteToClose),
        }
    }

    /// The sites that could be closed.
    pub(super) fn site_to_close_choices(&self, typed: &str) -> Vec<Choice> {
        let query = Words::new(typed);
        let sites = (0..self.ground().strike.sites.len()).map(SiteIx::new);
        let fits = |site: &SiteIx| {
            let text = super::picture::site_text(self.ground(), *site);
            query.fits(&text)
        };
        let choice = |site: SiteIx| {
            let place = self.ground().strike.site(site);
            let about = [place.city.clone(), Some(self.words().region(place.region))];
            let about = about.into_iter().flatten().collect::<Vec<_>>().join(" · ");
            Choice::new(self.words().site(site), Act::AskClose(site)).aside(about)
        };
        sites.filter(fits).map(choice).collect()
    }

    fn is_closed(&self, site: SiteIx) -> bool {
        let id = &self.ground().strike.site(site).id;
        self.session.closures.iter().any(|fact| matches!(&fact.what, What::Closure { site, .. } if site == id))
    }

    /// What is told before anything is chosen: from when on, and where its people would go.
    pub(super) fn close_lines(&self, site: SiteIx, prompt: &Prompt) -> Vec<String> {
        let backup = self.ground().strike.site(site).backup;
        let mut lines = Vec::new();
        if self.is_closed(site) {
            lines.push(self.speech.word("close-is-closed"));
        }
        let zone = self.ground().strike.site(site).zone;
        let today = self.now.in_zone(zone).date_naive();
        let from = prompt.told("from").and_then(|text| instant_on(text, zone, today));
        let from = ("from", from.map_or_else(|| "now".to_owned(), |from| self.day_and_clock(from, zone)).into());
        lines.push(match backup {
            Some(backup) => self.speech.say("close-to-backup", &[("backup", self.words().site(backup).into()), from]),
            None => self.speech.say("close-no-backup", &[from]),
        });
        lines
    }

    /// Until when, and what it would do.
    pub(super) fn close_choices(&self, site: SiteIx, prompt: &Prompt) -> Vec<Choice> {
        let campaign = &self.ground().strike.campaign;
        let zone = self.ground().strike.site(site).zone;
        let today = self.now.in_zone(zone).date_naive();
        let midnight = |days: u64| Clock(0).on(today + Days::new(days), zone);
        let week = week_of(today, self.ground().strike.pay.week_starts) + Days::new(7);
        let mut untils: Vec<(&str, Option<Instant>)> =
            vec![("close-today", Some(midnight(1))), ("close-tomorrow", Some(midnight(2)))];
        if week > today + Days::new(2) && week <= campaign.last_day() {
            untils.push(("close-week", Some(Clock(0).on(week, zone))));
        }
        untils.push(("close-for-good", None));
        // From now on, and until one of these, unless it was told otherwise.
        let told = |name| prompt.told(name).map(|text| instant_on(text, zone, today));
        let (from, end) = (told("from").unwrap_or(Some(self.now)), told("until"));
        let Some(from) = from else { return vec![Choice::new(self.field_how("from"), Act::Nothing)] };
        match end {
            Some(Some(end)) if from < end => untils = vec![("close-until-told", Some(end))],
            Some(_) => return vec![Choice::new(self.speech.word("close-until-how"), Act::Nothing)],
            None => untils.retain(|(_, until)| until.is_none_or(|until| from < until)),
        }
        let would = |(id, until)| (id, until, self.session.preview_close(site, from, until));
        let mut would: Vec<_> = untils.into_iter().map(would).collect();
        // Where it would close nothing until then, it is not offered, as long as something longer does.
        if would.iter().any(|(.., would)| would.shifts > 0) {
            would.retain(|(.., would)| would.shifts > 0);
        }
        let choice = |(id, until, would): (&str, Option<Instant>, WouldClose)| {
            let values =
                [("shifts", would.shifts.into()), ("moved", would.moved.into()), ("freed", would.freed.into())];
            let at = until.map(|until| self.day_and_clock(until, zone)).unwrap_or_default();
            let text = self.speech.say(id, &[("at", at.into())]);
            Choice::new(text, Act::Close(site, from, until)).aside(self.speech.say("close-would", &values))
        };
        let mut choices = Vec::new();
        if self.is_closed(site) {
            choices.push(Choice::new(self.speech.word("close-reopen"), Act::Reopen(site)));
        }
        choices.extend(would.into_iter().map(choice));
        choices
    }

    pub(super) fn close(&mut self, site: SiteIx, from: Instant, until: Option<Instant>, asked: Option<Prompt>) {
        // What was typed to suppose it is no reason.
        let reason = asked.as_ref().filter(|prompt| matches!(prompt.purpose, Purpose::Pick(Pick::Close(_))));
        let reason = reason.map(|prompt| prompt.text().trim().to_owned()).filter(|text| !text.is_empty());
        let close = move |session: &mut Session| session.close_site(site, from, until, reason.as_deref());
        self.carry_out(self.session.is_large(), "busy-closing", close, move |desk, closing| match closing {
            Ok(Closing { done, .. }) => {
                desk.refresh();
                desk.tell_entry(&done);
            }
            Err(error) => {
                desk.ask_again(asked);
                desk.refused(None, &error);
            }
        });
    }

    pub(super) fn reopen(&mut self, site: SiteIx) {
        let reopen = move |session: &mut Session| session.reopen_site(site);
        self.carry_out(self.session.is_large(), "busy-closing", reopen, |desk, done| match done {
            Ok(done) => {
                desk.refresh();
                desk.tell_entry(&done);
            }
            Err(error) => desk.refused(None, &error),
        });
    }
}
