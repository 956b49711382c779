//! The map: sites where they lie, with how they stand today; members' starting points as the ground they lie on.

use super::Desk;
use super::list::List;
use crate::engine::coverage::{Group, Status, Totals};
use crate::model::geo::Place as At;
use crate::model::{ShiftIx, SiteIx};
use crate::rules::Ground;
use chrono::NaiveDate;
use std::cell::RefCell;
use std::rc::Rc;

/// Into how many parts a degree is cut, of which starting points are kept: more than a screen can show, less than 55,000 dots.
const GRAIN: f64 = 100.0;

/// A site on the map.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spot {
    /// Which.
    pub site: SiteIx,
    /// Where.
    pub at: At,
    /// The worst of its shifts today; None: it has none.
    pub status: Option<Status>,
    /// Its gaps today.
    pub gaps: u32,
}

/// A region of the map.
#[derive(Debug, Clone)]
pub struct Region {
    /// Its number; None: the sites without one.
    pub region: Option<u32>,
    /// Its sums over the whole strike.
    pub totals: Totals,
    /// Its sites that have a place, worst first.
    pub spots: Vec<Spot>,
    /// Its sites that have none: they can't be drawn.
    pub unplaced: usize,
}

/// The state of the map.
#[derive(Debug, Clone, Default)]
pub struct Map {
    /// The cursor among the regions.
    pub regions: List,
    /// The cursor among the sites of the region looked into.
    pub sites: List,
    /// The region looked into.
    pub zoomed: bool,
    facts: Vec<Region>,
    ground: Vec<At>,
    /// What was counted, on which day.
    key: Option<(u64, NaiveDate)>,
    sketch: RefCell<Option<(Sketched, Rc<Vec<Dots>>)>>,
}

/// The dots of a cell, counted from the picture's corner: column, row, pattern.
pub type Dots = (u16, u16, u8);

/// What a sketch of the ground was made for: the columns and rows of the picture, the corners of what it shows.
type Sketched = ((u16, u16), (At, At));

impl Map {
    /// The regions, in order.
    pub fn facts(&self) -> &[Region] {
        &self.facts
    }

    /// The ground as it is drawn in a picture of this size with these corners: made once, by `make`, until one of them, or the
    /// strike, is another.
    pub fn sketch(&self, size: (u16, u16), frame: (At, At), make: impl FnOnce(&[At]) -> Vec<Dots>) -> Rc<Vec<Dots>> {
        let mut kept = self.sketch.borrow_mut();
        match &*kept {
            Some((of, dots)) if *of == (size, frame) => Rc::clone(dots),
            _ => {
                let dots = Rc::new(make(&self.ground));
                *kept = Some(((size, frame), Rc::clone(&dots)));
                dots
            }
        }
    }

    /// The region the cursor is on.
    pub fn region(&self) -> Option<&Region> {
        self.facts.get(self.regions.at(self.facts.len()))
    }

    /// The site the cursor is on, when a region is looked into.
    pub fn site(&self) -> Option<SiteIx> {
        let spots = &self.region().filter(|_| self.zoomed)?.spots;
        spots.get(self.sites.at(spots.len())).map(|spot| spot.site)
    }

    /// The list that has the cursor, and its length.
    pub(super) fn list(&mut self) -> (&mut List, usize) {
        if self.zoomed {
            let len = self.region().map_or(0, |region| region.spots.len());
            (&mut self.sites, len)
        } else {
            let len = self.facts.len();
            (&mut self.regions, len)
        }
    }

    pub(super) fn forget(&mut self) {
        (self.key, self.ground) = (None, Vec::new());
        self.sketch.take();
    }

    /// The corners of what is drawn: everything, or the region looked into; with some room around.
    pub fn frame(&self) -> Option<(At, At)> {
        let all: Vec<At> = if self.zoomed {
            self.region().into_iter().flat_map(|region| &region.spots).map(|spot| spot.at).collect()
        } else {
            self.facts.iter().flat_map(|region| &region.spots).map(|spot| spot.at).collect()
        };
        let mut frame = all.first().map(|at| (*at, *at))?;
        for at in all {
            frame.0.latitude = frame.0.latitude.min(at.latitude);
            frame.0.longitude = frame.0.longitude.min(at.longitude);
            frame.1.latitude = frame.1.latitude.max(at.latitude);
            frame.1.longitude = frame.1.longitude.max(at.longitude);
        }
        let around = |low: f64, high: f64| ((high - low) * 0.04).max(0.02);
        let (tall, wide) = (around(frame.0.latitude, frame.1.latitude), around(frame.0.longitude, frame.1.longitude));
        frame.0 = At { latitude: frame.0.latitude - tall, longitude: frame.0.longitude - wide };
        frame.1 = At { latitude: frame.1.latitude + tall, longitude: frame.1.longitude + wide };
        Some(frame)
    }
}

impl Desk {
    /// Works the map out anew when what it shows has changed.
    pub(super) fn refresh_map(&mut self) {
        let zone = self.ground().strike.campaign.zone;
        let today = self.now.in_zone(zone).date_naive();
        let key = (self.counted(), today);
        if self.map.key == Some(key) {
            return;
        }
        let ground = &self.session.ground;
        let mut today_of: Vec<(Option<Status>, u32)> = vec![(None, 0); ground.strike.sites.len()];
        let shifts = &ground.timetable.shifts;
        let campaign = &ground.strike.campaign;
        let day = today.clamp(campaign.first_day, campaign.last_day());
        for (ix, shift) in shifts.iter().enumerate().filter(|(_, shift)| shift.date == day) {
            let status = self.status_of(ShiftIx::new(ix));
            let (worst, gaps) = &mut today_of[shift.site.ix()];
            *worst = Some(worst.map_or(status, |worst| worst.min(status)));
            *gaps += u32::from(status.is_gap());
        }
        let mut facts: Vec<Region> = Vec::new();
        for super::picture::RegionKey(region) in super::picture::regions(ground) {
            let totals = self.coverage().sum(Group::Region(region));
            let (mut spots, mut unplaced) = (Vec::new(), 0);
            for (ix, site) in ground.strike.sites.iter().enumerate().filter(|(_, site)| site.region == region) {
                let (status, gaps) = today_of[ix];
                match site.place {
                    Some(at) => spots.push(Spot { site: SiteIx::new(ix), at, status, gaps }),
                    None => unplaced += 1,
                }
            }
            spots.sort_by_key(|spot| (spot.status.is_none(), spot.status, spot.site));
            facts.push(Region { region, totals, spots, unplaced });
        }
        let starts = if self.map.ground.is_empty() { starts(ground) } else { std::mem::take(&mut self.map.ground) };
        (self.map.facts, self.map.ground, self.map.key) = (facts, starts, Some(key));
    }
}

/// Where members start from, each place once.
fn starts(ground: &Ground) -> Vec<At> {
    let mut cells: Vec<(i64, i64)> = ground
        .strike
        .members
        .iter()
        .filter_map(|member| member.start)
        .map(|at| ((at.latitude * GRAIN) as i64, (at.longitude * GRAIN) as i64))
        .collect();
    cells.sort_unstable();
    cells.dedup();
    let back = |cell: i64| cell as f64 / GRAIN;
    cells.into_iter().map(|(latitude, longitude)| At { latitude: back(latitude), longitude: back(longitude) }).collect()
}
