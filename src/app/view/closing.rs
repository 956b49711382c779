//! A site that is lost, and one that is there again: what it would do is shown before it is done.

use super::Desk;
use super::prompt::{Act, Choice, Pick};
use crate::app::session::{Closing, Session};
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
        let query = super::score::Words::new(typed);
        let sites = (0..self.ground().strike.sites.len()).map(SiteIx::new);
        let fits = |site: &SiteIx| {
            let text = super::picture::site_text(self.ground(), *site);
            query.is_empty() || query.score(&super::fold::fold(&text)).is_some()
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

    /// What is told before anything is chosen: where its people would go.
    pub(super) fn close_lines(&self, site: SiteIx) -> Vec<String> {
        let backup = self.ground().strike.site(site).backup;
        let mut lines = Vec::new();
        if self.is_closed(site) {
            lines.push(self.speech.word("close-is-closed"));
        }
        lines.push(match backup {
            Some(backup) => self.speech.say("close-to-backup", &[("backup", self.words().site(backup).into())]),
            None => self.speech.word("close-no-backup"),
        });
        lines
    }

    /// Until when, and what it would do.
    pub(super) fn close_choices(&self, site: SiteIx) -> Vec<Choice> {
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
        let choice = |(id, until): (&str, Option<Instant>)| {
            let would = self.session.preview_close(site, self.now, until);
            let values = [
                ("shifts", (would.shifts as i64).into()),
                ("moved", (would.moved as i64).into()),
                ("freed", (would.freed as i64).into()),
            ];
            Choice::new(self.speech.word(id), Act::Close(site, until)).aside(self.speech.say("close-would", &values))
        };
        let mut choices = Vec::new();
        if self.is_closed(site) {
            choices.push(Choice::new(self.speech.word("close-reopen"), Act::Reopen(site)));
        }
        choices.extend(untils.into_iter().map(choice));
        choices
    }

    pub(super) fn close(&mut self, site: SiteIx, until: Option<Instant>) {
        let from = self.now;
        let close = move |session: &mut Session| session.close_site(site, from, until, None);
        self.carry_out(self.session.is_large(), "busy-closing", close, |desk, closing| match closing {
            Ok(Closing { done, unmoved, .. }) => {
                desk.refresh();
                desk.tell_entry(&done);
                if let (Some(notice), false) = (&mut desk.notice, unmoved.is_empty()) {
                    let more = desk.speech.say("close-free", &[("count", unmoved.len().into())]);
                    notice.add(more.trim_end_matches(':'));
                }
            }
            Err(error) => desk.refused(None, &error),
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
