//! The screen kept in step: what it shows is worked out anew where it has changed, and forgotten where it points at what is gone.

use super::lens::Present;
use super::page::Kind;
use super::place::Place;
use super::prompt::{Pick, Purpose};
use super::{Desk, essential, line, map, member, members, overview, page, picture, planning, post, several};
use crate::model::{MemberIx, ShiftIx};

impl Desk {
    /// Forgets everything that points at shifts and members by their places: a site was closed, a list was imported.
    fn begin_anew(&mut self) {
        let today = self.now.in_zone(self.ground().strike.campaign.zone).date_naive();
        self.epoch = self.session.epoch;
        // What it finds would point at other shifts and members.
        self.call_study_off();
        // Of what is looked at only the screen itself stays, not the shift or the member.
        self.place = self.tab().unwrap_or(Place::Overview);
        self.trail.clear();
        (self.present, self.ways, self.supposed, self.offer) = (None, None, None, None);
        self.overview = overview::Overview::default();
        // Shifts have other places now; sites, as long as there are as many, have not.
        let before = std::mem::replace(&mut self.picture, picture::Picture::new(today));
        if self.sites == self.ground().strike.sites.len() {
            self.picture = before.anew();
        }
        self.sites = self.ground().strike.sites.len();
        self.members = members::Members::default();
        self.index_aside();
        self.services = essential::Services::default();
        self.post = post::Post::new(ShiftIx(0));
        self.person = member::Person::new(MemberIx(0));
        self.board = line::Board::default();
        self.map = map::Map::default();
        self.marks = several::Marks::default();
        self.planning = planning::Planning::default();
        self.pages = page::Pages::default();
        self.prompt = None;
        self.history.forget();
    }

    /// Works out anew what the screen shows, where it has changed.
    pub fn refresh(&mut self) {
        if self.epoch != self.session.epoch {
            self.begin_anew();
        }
        self.common.refresh(&self.session.ground, self.session.epoch, self.speech.language());
        self.refresh_present();
        let (revision, worst, week) = (self.counted(), self.counts_worst(), self.week());
        let session = &self.session;
        let coverage = Present::or_planned(self.present.as_ref(), &session.coverage);
        match self.place {
            Place::Overview => self.refresh_gaps(),
            Place::Coverage => self.picture.refresh(&session.ground, coverage, revision, worst),
            Place::Members => {
                self.members.refresh(&session.ground, &session.roster, &session.coverage, session.version, week);
            }
            Place::Shift(_) => self.refresh_post(),
            Place::History => self.refresh_history(),
            Place::Essential => self.services.refresh(&session.ground, &session.roster, session.version),
            Place::Line => self.refresh_board(),
            Place::Map => self.refresh_map(),
            Place::Page(Kind::Calls) => self.refresh_calls(),
            Place::Member(_) | Place::Plan | Place::Help | Place::Start | Place::Page(_) => {}
        }
        if let Some(Purpose::Pick(Pick::Ways(shift))) = self.prompt.as_ref().map(|each| &each.purpose) {
            self.seek_ways(*shift);
        }
    }

    /// Forgets everything worked out from the files and the record.
    pub(super) fn forget_what_was_worked_out(&mut self) {
        self.overview.forget();
        self.picture.forget();
        self.members.forget();
        self.index_aside();
        self.services.forget();
        self.board.forget();
        self.map.forget();
        (self.present, self.ways) = (None, None);
        self.history.forget();
        self.post = post::Post::new(self.post.shift);
    }

    /// Brings the overview in step, and with it the list of gaps that the keys to the next one go by.
    pub(super) fn refresh_gaps(&mut self) {
        let (revision, worst) = (self.counted(), self.counts_worst());
        let coverage = Present::or_planned(self.present.as_ref(), &self.session.coverage);
        self.overview.refresh(&self.session.ground, coverage, revision, worst, self.now);
    }
}
