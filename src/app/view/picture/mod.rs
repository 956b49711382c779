//! The coverage picture: how much time it spans, what is left out and folded away, and where the cursor is.

mod grid;
mod region;
mod sheet;

pub use region::{RegionKey, next_of, regions};
pub use sheet::{Column, Row, Sheet, Sum, shift_at, site_text, sum};

use super::list::{List, Step};
use crate::app::fold::Query;
use crate::engine::coverage::{Coverage, Status};
use crate::model::site::SiteKind;
use crate::model::time::week_of;
use crate::model::{ShiftIx, SiteIx, TemplateIx};
use crate::rules::Ground;
use chrono::{Days, NaiveDate};
use region::region_of;
use rustc_hash::FxHashSet;
use sheet::{Key, lets_through, nearest};
use std::cell::Cell;

/// How much time the picture spans.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Zoom {
    /// One day, its templates side by side.
    Day,
    /// The seven days of a week.
    #[default]
    Week,
    /// Every day of the plan.
    Whole,
}

/// What the picture leaves out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only this region.
    pub region: Option<RegionKey>,
    /// Only this kind of site.
    pub kind: Option<SiteKind>,
    /// Only rows with a gap.
    pub gaps_only: bool,
    /// Only rows with a shift of this status.
    pub status: Option<Status>,
    /// Only sites looked after from here.
    pub mine: bool,
    /// Only sites and lines whose name holds these words.
    pub words: String,
}

impl Filter {
    /// True when nothing is left out.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// The state of the picture.
#[derive(Debug, Clone)]
pub struct Picture {
    /// How much time is shown.
    pub zoom: Zoom,
    /// What is left out.
    pub filter: Filter,
    /// The cursor's row.
    pub list: List,
    /// The cursor's day; the column follows from it.
    pub date: NaiveDate,
    /// In the zoom to a day: the cursor's template.
    pub template: Option<TemplateIx>,
    /// The sites looked after from here.
    pub mine: FxHashSet<SiteIx>,
    left: Cell<usize>,
    folded: Folded,
    folds: u64,
    sheet: Option<(Key, Sheet)>,
    /// The row that the cursor goes back to when the sheet has been forgotten.
    back_to: Option<Row>,
}

/// What is folded away.
#[derive(Debug, Clone, Default)]
struct Folded {
    regions: FxHashSet<RegionKey>,
    sites: FxHashSet<SiteIx>,
}

impl Picture {
    /// The picture of the week that holds `date`.
    pub fn new(date: NaiveDate) -> Self {
        Self {
            zoom: Zoom::default(),
            filter: Filter::default(),
            list: List::default(),
            date,
            template: None,
            mine: FxHashSet::default(),
            left: Cell::new(0),
            folded: Folded::default(),
            folds: 0,
            sheet: None,
            back_to: None,
        }
    }

    /// The picture as last worked out.
    pub fn sheet(&self) -> &Sheet {
        static NONE: std::sync::LazyLock<Sheet> = std::sync::LazyLock::new(Sheet::default);
        self.sheet.as_ref().map_or(&NONE, |(_, sheet)| sheet)
    }

    /// Works the picture out anew when something it shows has changed. The cursor stays on its row while that is there.
    pub fn refresh(&mut self, ground: &Ground, coverage: &Coverage, revision: u64, worst: bool) {
        let (first, last) = (ground.strike.campaign.first_day, ground.strike.campaign.last_day());
        self.date = self.date.clamp(first, last);
        let from = match self.zoom {
            Zoom::Day => self.date,
            Zoom::Week => week_of(self.date, ground.strike.pay.week_starts),
            Zoom::Whole => first,
        };
        let key = Key { revision, worst, zoom: self.zoom, from, filter: self.filter.clone(), folds: self.folds };
        if self.sheet.as_ref().is_some_and(|(old, _)| *old == key) {
            return;
        }
        let is_there = |row: &Row| match *row {
            Row::Region(_) => true,
            Row::Site(site) => site.ix() < ground.strike.sites.len(),
            Row::Line(line, _) => line.ix() < ground.strike.lines.len(),
        };
        let before = self.row().or(self.back_to.take()).filter(is_there);
        let sheet = Sheet::new(ground, coverage, &key, &self.folded, &self.mine);
        if let Some(at) = before.and_then(|row| nearest(ground, &sheet.rows, row)) {
            self.list.go(at);
        } else if before.is_none() {
            self.list.go(sheet.rows.iter().position(|row| matches!(row, Row::Line(..))).unwrap_or(0));
        }
        if self.zoom == Zoom::Day && !sheet.columns.iter().any(|column| column.template == self.template) {
            self.template = sheet.columns.first().and_then(|column| column.template);
        }
        self.sheet = Some((key, sheet));
    }

    /// The row the cursor is on.
    pub fn row(&self) -> Option<Row> {
        let rows = &self.sheet().rows;
        rows.get(self.list.at(rows.len())).copied()
    }

    /// The column the cursor is on.
    pub fn column(&self) -> usize {
        let columns = &self.sheet().columns;
        let found = columns.iter().position(|column| {
            column.date == self.date && (self.zoom != Zoom::Day || column.template == self.template)
        });
        found.unwrap_or(0)
    }

    /// The shift the cursor is on.
    pub fn shift(&self, ground: &Ground) -> Option<ShiftIx> {
        shift_at(ground, self.row()?, *self.sheet().columns.get(self.column())?)
    }

    /// Which columns to draw when there is room for so many, with the cursor's among them.
    pub fn columns_in_view(&self, room: usize) -> std::ops::Range<usize> {
        let (len, at) = (self.sheet().columns.len(), self.column());
        let mut left = self.left.get().min(len.saturating_sub(room));
        if at < left {
            left = at;
        } else if room > 0 && at >= left + room {
            left = at + 1 - room;
        }
        self.left.set(left);
        left..len.min(left + room)
    }

    /// Moves up or down.
    pub fn step(&mut self, step: Step) {
        let len = self.sheet().rows.len();
        self.list.step(step, len);
    }

    /// Moves by columns; over the edge, to the next week or day.
    pub fn shift_column(&mut self, ground: &Ground, by: i64) {
        let sheet = self.sheet();
        if self.zoom == Zoom::Day {
            let at = self.column() as i64 + by;
            if let Some(column) = usize::try_from(at).ok().and_then(|at| sheet.columns.get(at)) {
                self.template = column.template;
                return;
            }
            self.template = None;
        }
        let (first, last) = (ground.strike.campaign.first_day, ground.strike.campaign.last_day());
        let moved = if by < 0 {
            self.date.checked_sub_days(Days::new(by.unsigned_abs()))
        } else {
            self.date.checked_add_days(Days::new(by.unsigned_abs()))
        };
        self.date = moved.unwrap_or(self.date).clamp(first, last);
    }

    /// Puts the cursor on a cell of the sheet.
    pub fn go(&mut self, row: usize, column: usize) {
        self.list.go(row);
        if let Some(column) = self.sheet().columns.get(column).copied() {
            self.date = column.date;
            if column.template.is_some() {
                self.template = column.template;
            }
        }
    }

    /// Puts the cursor on a shift, opening its site when it is folded. False when the filter hides it.
    pub fn go_to(&mut self, ground: &Ground, coverage: &Coverage, revision: u64, worst: bool, shift: ShiftIx) -> bool {
        let the_shift = ground.shift(shift);
        let region = self.folded.regions.remove(&region_of(ground, the_shift.site));
        if self.folded.sites.remove(&the_shift.site) || region {
            self.folds += 1;
        }
        self.date = the_shift.date;
        self.template = Some(the_shift.template);
        self.refresh(ground, coverage, revision, worst);
        let wanted = |row: &Row| match *row {
            Row::Line(line, template) => {
                line == the_shift.line && template.is_none_or(|template| template == the_shift.template)
            }
            Row::Site(_) | Row::Region(_) => false,
        };
        match self.sheet().rows.iter().position(wanted) {
            Some(at) => {
                self.list.go(at);
                true
            }
            None => false,
        }
    }

    /// Folds the region or site the cursor is on, or opens it.
    pub fn fold(&mut self, ground: &Ground) {
        let Some(row) = self.row() else { return };
        match row.site(ground) {
            Some(site) if !self.folded.sites.remove(&site) => drop(self.folded.sites.insert(site)),
            Some(_) => {}
            None => {
                let region = row.region(ground);
                if !self.folded.regions.remove(&region) {
                    self.folded.regions.insert(region);
                }
            }
        }
        self.folds += 1;
    }

    /// Counts a site among one's own, or no longer. True when it is now.
    pub fn toggle_mine(&mut self, site: SiteIx) -> bool {
        self.folds += 1;
        if self.mine.remove(&site) {
            self.filter.mine &= !self.mine.is_empty();
            return false;
        }
        self.mine.insert(site)
    }

    /// Forgets what was worked out.
    pub(super) fn forget(&mut self) {
        self.back_to = self.row().or(self.back_to);
        self.sheet = None;
    }

    /// The same sites, seen anew: what is left out, folded and one's own stays, and the cursor where there is such a row.
    #[must_use]
    pub(super) fn anew(self) -> Self {
        let back_to = self.row();
        let Self { zoom, filter, mine, folded, date, .. } = self;
        Self { zoom, filter, mine, folded, back_to, ..Self::new(date) }
    }

    /// Every shift in the rows and columns shown.
    pub fn shifts_shown<'a>(&'a self, ground: &'a Ground) -> impl Iterator<Item = ShiftIx> + 'a {
        let sheet = self.sheet();
        sheet
            .rows
            .iter()
            .flat_map(move |row| sheet.columns.iter().filter_map(move |column| shift_at(ground, *row, *column)))
    }

    /// Every shift of the region or site under the cursor (or the one shift there) in the columns shown, whether its row is
    /// folded away or not.
    pub fn shifts_under(&self, ground: &Ground) -> Vec<ShiftIx> {
        let Some(row) = self.row() else { return Vec::new() };
        let query = Query::new(&self.filter.words);
        let is_under = |site: SiteIx| match row {
            Row::Region(region) => region_of(ground, site) == region,
            Row::Site(under) => under == site,
            Row::Line(..) => false,
        };
        let own = |site: SiteIx| !self.filter.mine || self.mine.contains(&site);
        let sites: Vec<bool> = (0..ground.strike.sites.len())
            .map(|ix| {
                let site = SiteIx::new(ix);
                is_under(site) && own(site) && lets_through(ground, &self.filter, &query, ix)
            })
            .collect();
        let columns = &self.sheet().columns;
        let is_shown = |date: NaiveDate, template: TemplateIx| {
            columns.iter().any(|each| each.date == date && each.template.is_none_or(|shown| shown == template))
        };
        let all = ground.timetable.indices().filter(|ix| {
            let shift = ground.shift(*ix);
            sites[shift.site.ix()] && is_shown(shift.date, shift.template)
        });
        all.collect()
    }

    /// Folds every site; then every region; then opens everything.
    pub fn fold_all(&mut self, ground: &Ground) {
        let regions = regions(ground);
        if self.folded.sites.len() < ground.strike.sites.len() {
            self.folded.sites = (0..ground.strike.sites.len()).map(SiteIx::new).collect();
        } else if regions.len() > 1 && self.folded.regions.len() < regions.len() {
            self.folded.regions = regions.into_iter().collect();
        } else {
            self.folded = Folded::default();
        }
        self.folds += 1;
    }

    /// True when what stands under the row is folded away.
    pub fn is_folded(&self, row: Row) -> bool {
        match row {
            Row::Region(region) => self.folded.regions.contains(&region),
            Row::Site(site) => self.folded.sites.contains(&site),
            Row::Line(..) => false,
        }
    }

    /// The next zoom.
    pub fn zoom_on(&mut self, ground: &Ground) {
        if self.zoom != Zoom::Day
            && let Some(shift) = self.shift(ground)
        {
            self.template = Some(ground.shift(shift).template);
        }
        self.zoom = match self.zoom {
            Zoom::Week => Zoom::Whole,
            Zoom::Whole => Zoom::Day,
            Zoom::Day => Zoom::Week,
        };
    }

    /// The next region.
    pub fn next_region(&mut self, ground: &Ground) {
        self.filter.region = next_of(&regions(ground), self.filter.region);
    }
}

/// Of `gaps`, worst first, the one after that under the cursor (or before it), among the sites the filter lets through.
pub fn next_gap(ground: &Ground, gaps: &[ShiftIx], picture: &Picture, forward: bool) -> Option<ShiftIx> {
    let query = Query::new(&picture.filter.words);
    let own = |ix: usize| !picture.filter.mine || picture.mine.contains(&SiteIx::new(ix));
    let shown: Vec<bool> =
        (0..ground.strike.sites.len()).map(|ix| own(ix) && lets_through(ground, &picture.filter, &query, ix)).collect();
    let gaps: Vec<ShiftIx> = gaps.iter().copied().filter(|ix| shown[ground.shift(*ix).site.ix()]).collect();
    after(&gaps, picture.shift(ground), forward)
}

/// After (or before) `here`, round the end. From anywhere else: the first.
pub fn after(gaps: &[ShiftIx], here: Option<ShiftIx>, forward: bool) -> Option<ShiftIx> {
    let here = here.and_then(|shift| gaps.iter().position(|gap| *gap == shift));
    let next = match (here, forward) {
        (Some(at), true) => at + 1,
        (Some(at), false) => at + gaps.len() - 1,
        (None, _) => 0,
    };
    gaps.get(next % gaps.len().max(1)).copied()
}
