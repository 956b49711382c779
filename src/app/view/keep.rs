//! What the lists keep and leave out: one switch each, and the menu of them.

use super::Desk;
use super::choice::{Act, Choice};
use super::members::{Column, Order, Who};
use super::picture::{RegionKey, Zoom, regions};
use super::place::Place;
use super::score::Words;
use crate::engine::coverage::Status;
use crate::model::site::SiteKind;
use crate::speech::calendar;
use chrono::NaiveDate;

/// A switch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    /// Only rows with a gap.
    Gaps,
    /// Only rows with a shift of this status in the time shown.
    Status(Status),
    /// Only sites looked after from here.
    Mine,
    /// Only this region.
    Region(RegionKey),
    /// Only this kind of site.
    Kind(SiteKind),
    /// Only this day.
    Day(NaiveDate),
    /// Only these members.
    Who(Who),
    /// Everything again.
    Nothing,
}

impl Desk {
    /// The switches of this screen, those in force first marked.
    pub(super) fn keep_choices(&self, typed: &str) -> Vec<Choice> {
        let (words, speech) = (self.words(), self.speech);
        let query = Words::new(typed);
        let mut all: Vec<(Keep, &str, String)> = Vec::new();
        let shows_regions = |all: &mut Vec<(Keep, &str, String)>| {
            for region in regions(self.ground()) {
                all.push((Keep::Region(region), "keep-region", words.region(region.0)));
            }
        };
        if self.place == Place::Members {
            all.extend(Who::ALL.map(|who| (Keep::Who(who), "keep-who", speech.word(who.word()))));
            shows_regions(&mut all);
        } else {
            all.push((Keep::Gaps, "keep-status", speech.word("screen-gaps-only")));
            all.extend(Status::ALL.map(|status| (Keep::Status(status), "keep-status", words.status(status))));
            all.push((Keep::Mine, "keep-mine", speech.word("screen-mine")));
            shows_regions(&mut all);
            let mut kinds: Vec<SiteKind> = self.ground().strike.sites.iter().map(|site| site.kind).collect();
            kinds.sort_unstable();
            kinds.dedup();
            all.extend(kinds.into_iter().map(|kind| (Keep::Kind(kind), "keep-kind", words.kind(kind))));
            let campaign = &self.ground().strike.campaign;
            let days = campaign.first_day.iter_days().take(usize::from(campaign.days));
            all.extend(days.map(|day| (Keep::Day(day), "keep-day", calendar::day_short(day, speech.language()))));
        }
        let mut choices = vec![Choice::new(speech.word("keep-all"), Act::Keep(Keep::Nothing))];
        for (keep, group, text) in all {
            let group = speech.word(group);
            if query.fits(&format!("{text} {group}")) {
                let on = if self.keeps(keep) { speech.word("keep-on") } else { String::new() };
                choices.push(Choice::new(text, Act::Keep(keep)).lead(group).aside(on));
            }
        }
        let any = choices.iter().any(|choice| !choice.aside.is_empty());
        if !any || !query.is_empty() {
            choices.remove(0);
        }
        choices
    }

    /// True when a switch is on.
    pub fn keeps(&self, keep: Keep) -> bool {
        let (filter, members) = (&self.picture.filter, &self.members);
        match keep {
            Keep::Gaps => filter.gaps_only,
            Keep::Status(status) => filter.status == Some(status),
            Keep::Mine => filter.mine,
            Keep::Region(region) if self.place == Place::Members => members.region == Some(region),
            Keep::Region(region) => filter.region == Some(region),
            Keep::Kind(kind) => filter.kind == Some(kind),
            Keep::Day(day) => self.picture.zoom == Zoom::Day && self.picture.date == day,
            Keep::Who(who) => members.who == Some(who),
            Keep::Nothing => false,
        }
    }

    /// Turns a switch on, or off when it is on.
    pub(super) fn keep(&mut self, keep: Keep) {
        let on = self.keeps(keep);
        let week = self.week();
        let (filter, members) = (&mut self.picture.filter, &mut self.members);
        match keep {
            Keep::Gaps => filter.gaps_only = !on,
            Keep::Status(status) => filter.status = (!on).then_some(status),
            Keep::Mine if self.picture.mine.is_empty() && !on => self.say("told-none-mine"),
            Keep::Mine => filter.mine = !on,
            Keep::Region(region) if self.place == Place::Members => members.region = (!on).then_some(region),
            Keep::Region(region) => filter.region = (!on).then_some(region),
            Keep::Kind(kind) => filter.kind = (!on).then_some(kind),
            Keep::Day(_) if on => self.picture.zoom = Zoom::Week,
            Keep::Day(day) => {
                self.picture.zoom = Zoom::Day;
                self.picture.date = day;
            }
            Keep::Who(who) => {
                members.who = (!on).then_some(who);
                // Who is short of hours is asked to find those who are shortest of them.
                if members.who == Some(Who::ShortOfHours) && members.order == Order::default() {
                    members.order = Order::up(Column::Hours(week));
                }
            }
            Keep::Nothing => self.clear(),
        }
    }
}
