//! The coverage picture: lines and templates down, days across; what is shown of it, and where the cursor is.

use super::fold::{Query, fold};
use super::list::{List, Step};
use super::overview::status;
use crate::engine::coverage::{Coverage, Status};
use crate::model::site::SiteKind;
use crate::model::time::week_of;
use crate::model::{Instant, LineIx, ShiftIx, SiteIx, TemplateIx};
use crate::rules::Ground;
use chrono::{Days, NaiveDate};
use rustc_hash::{FxHashMap, FxHashSet};
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

/// A region to filter by; None: the sites without one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RegionKey(pub Option<u32>);

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

/// A row of the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// A region, above its sites; its cells sum them up. Only where there are several.
    Region(RegionKey),
    /// A site, above its lines; its cells sum them up.
    Site(SiteIx),
    /// A line's shifts of one template; in the zoom to a day, of all.
    Line(LineIx, Option<TemplateIx>),
}

impl Row {
    /// The site of the row; None: it is a region's.
    pub fn site(self, ground: &Ground) -> Option<SiteIx> {
        match self {
            Self::Region(_) => None,
            Self::Site(site) => Some(site),
            Self::Line(line, _) => Some(ground.strike.line(line).site),
        }
    }

    /// The region of the row.
    pub fn region(self, ground: &Ground) -> RegionKey {
        match self {
            Self::Region(region) => region,
            Self::Site(site) => region_of(ground, site),
            Self::Line(line, _) => region_of(ground, ground.strike.line(line).site),
        }
    }
}

fn region_of(ground: &Ground, site: SiteIx) -> RegionKey {
    RegionKey(ground.strike.site(site).region)
}

/// A column of the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Column {
    /// The day.
    pub date: NaiveDate,
    /// In the zoom to a day: the template.
    pub template: Option<TemplateIx>,
}

/// What the picture shows, worked out once for a roster and a filter.
#[derive(Debug, Clone, Default)]
pub struct Sheet {
    /// The rows, folded ones left out.
    pub rows: Vec<Row>,
    /// The columns.
    pub columns: Vec<Column>,
    /// Gaps by row.
    pub row_gaps: Vec<u32>,
    /// Gaps by column, of all rows whether folded or not.
    pub column_gaps: Vec<u32>,
    /// Shifts and gaps in all of it.
    pub shifts: u32,
    /// Gaps in all of it.
    pub gaps: u32,
    /// Sites the filter lets through.
    pub sites: usize,
    /// What a region's sites come to in a column, of those the filter lets through.
    pub regions: FxHashMap<(RegionKey, Column), Sum>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Key {
    revision: u64,
    worst: bool,
    zoom: Zoom,
    from: NaiveDate,
    filter: Filter,
    folds: u64,
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
        let before = self.row();
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
        self.sheet = None;
    }

    /// The same sites, seen anew: what is left out, folded and one's own stays; the cursor goes to `date`.
    #[must_use]
    pub(super) fn anew(self, date: NaiveDate) -> Self {
        let Self { zoom, filter, mine, folded, .. } = self;
        Self { zoom, filter, mine, folded, ..Self::new(date) }
    }

    /// Every shift in the rows and columns shown.
    pub fn shifts_shown<'a>(&'a self, ground: &'a Ground) -> impl Iterator<Item = ShiftIx> + 'a {
        let sheet = self.sheet();
        sheet
            .rows
            .iter()
            .flat_map(move |row| sheet.columns.iter().filter_map(move |column| shift_at(ground, *row, *column)))
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

/// The regions there are, in order; the sites without one last.
pub fn regions(ground: &Ground) -> Vec<RegionKey> {
    let all: Vec<SiteIx> = (0..ground.strike.sites.len()).map(SiteIx::new).collect();
    regions_among(ground, &all)
}

fn regions_among(ground: &Ground, sites: &[SiteIx]) -> Vec<RegionKey> {
    let mut regions: Vec<Option<u32>> = sites.iter().map(|site| ground.strike.site(*site).region).collect();
    regions.sort_by_key(|region| (region.is_none(), *region));
    regions.dedup();
    regions.into_iter().map(RegionKey).collect()
}

/// After `now` in `all`; after the last, none.
pub fn next_of<T: Copy + PartialEq>(all: &[T], now: Option<T>) -> Option<T> {
    match now {
        None => all.first().copied(),
        Some(now) => all.iter().position(|each| *each == now).and_then(|at| all.get(at + 1)).copied(),
    }
}

/// The shift in a cell; None: there is none, or the cell sums several up.
pub fn shift_at(ground: &Ground, row: Row, column: Column) -> Option<ShiftIx> {
    match row {
        Row::Site(_) | Row::Region(_) => None,
        Row::Line(line, template) => ground.timetable.find(line, column.date, template.or(column.template)?),
    }
}

/// Where the row is now, or what stands for it: the same line, else its site, else its region.
fn nearest(ground: &Ground, rows: &[Row], row: Row) -> Option<usize> {
    let find = |wanted: &dyn Fn(&Row) -> bool| rows.iter().position(wanted);
    let same_line = |each: &Row| matches!((each, row), (Row::Line(a, _), Row::Line(b, _)) if *a == b);
    find(&|each| *each == row)
        .or_else(|| find(&same_line))
        .or_else(|| row.site(ground).and_then(|site| find(&|each| *each == Row::Site(site))))
        .or_else(|| find(&|each| *each == Row::Region(row.region(ground))))
}

impl Sheet {
    fn new(ground: &Ground, coverage: &Coverage, key: &Key, folded: &Folded, mine: &FxHashSet<SiteIx>) -> Self {
        let strike = &ground.strike;
        let last = strike.campaign.last_day();
        let until = match key.zoom {
            Zoom::Day => key.from,
            Zoom::Week => last.min(key.from + Days::new(6)),
            Zoom::Whole => last,
        };
        let from = key.from.max(strike.campaign.first_day);
        let query = Query::new(&key.filter.words);
        let own = |ix: usize| !key.filter.mine || mine.contains(&SiteIx::new(ix));
        let shown: Vec<bool> =
            (0..strike.sites.len()).map(|ix| own(ix) && lets_through(ground, key, &query, ix)).collect();
        let mut sheet = Self { sites: shown.iter().filter(|shown| **shown).count(), ..Self::default() };
        let mut in_order: Vec<SiteIx> =
            (0..strike.sites.len()).map(SiteIx::new).filter(|site| shown[site.ix()]).collect();
        let several = regions_among(ground, &in_order).len() > 1;
        if several {
            in_order.sort_by_key(|site| (strike.site(*site).region.is_none(), strike.site(*site).region, *site));
        }

        // One walk over the shifts tells which rows and columns there are, and the gaps of each.
        let mut by_row: FxHashMap<(LineIx, Option<TemplateIx>), u32> = FxHashMap::default();
        let mut by_column: FxHashMap<Column, u32> = FxHashMap::default();
        let mut of_status: FxHashSet<(LineIx, Option<TemplateIx>)> = FxHashSet::default();
        let day = key.zoom == Zoom::Day;
        for (ix, shift) in ground.timetable.shifts.iter().enumerate() {
            if shift.date < from || shift.date > until || !shown[shift.site.ix()] {
                continue;
            }
            let state = status(ground, coverage, ShiftIx::new(ix), key.worst);
            let gap = u32::from(state.is_gap());
            let row = (shift.line, (!day).then_some(shift.template));
            *by_row.entry(row).or_default() += gap;
            if key.filter.status == Some(state) {
                of_status.insert(row);
            }
            let column = Column { date: shift.date, template: day.then_some(shift.template) };
            *by_column.entry(column).or_default() += gap;
            if several {
                sheet.regions.entry((region_of(ground, shift.site), column)).or_default().add(state);
            }
            sheet.shifts += 1;
            sheet.gaps += gap;
        }
        if day {
            for ix in 0..strike.templates.len() {
                let column = Column { date: from, template: Some(TemplateIx::new(ix)) };
                if by_column.contains_key(&column) {
                    sheet.columns.push(column);
                }
            }
            sheet.columns.sort_by_key(|column| column.template.map(|template| strike.template(template).start));
        } else {
            let days = from.iter_days().take_while(|date| *date <= until);
            sheet.columns = days.map(|date| Column { date, template: None }).collect();
        }
        sheet.column_gaps =
            sheet.columns.iter().map(|column| by_column.get(column).copied().unwrap_or_default()).collect();
        let mut templates: Vec<TemplateIx> = (0..strike.templates.len()).map(TemplateIx::new).collect();
        templates.sort_by_key(|template| (strike.template(*template).start, *template));
        // The row of the region that the sites stand under.
        let mut head: Option<(RegionKey, usize)> = None;
        for site in in_order {
            let mut below = Vec::new();
            for line in &strike.site(site).lines {
                let slots: &mut dyn Iterator<Item = Option<TemplateIx>> =
                    if day { &mut std::iter::once(None) } else { &mut templates.iter().copied().map(Some) };
                for template in slots {
                    if let Some(gaps) = by_row.get(&(*line, template))
                        && (*gaps > 0 || !key.filter.gaps_only)
                        && (key.filter.status.is_none() || of_status.contains(&(*line, template)))
                    {
                        below.push((Row::Line(*line, template), *gaps));
                    }
                }
            }
            if below.is_empty() {
                continue;
            }
            let gaps: u32 = below.iter().map(|(_, gaps)| gaps).sum();
            if several {
                let region = region_of(ground, site);
                let at = match head {
                    Some((same, at)) if same == region => at,
                    _ => {
                        sheet.rows.push(Row::Region(region));
                        sheet.row_gaps.push(0);
                        sheet.rows.len() - 1
                    }
                };
                head = Some((region, at));
                sheet.row_gaps[at] += gaps;
                if folded.regions.contains(&region) {
                    continue;
                }
            }
            // A site with a single line needs no row of its own above it, unless it is folded.
            if sites_line_count(ground, site) > 1 || folded.sites.contains(&site) {
                sheet.rows.push(Row::Site(site));
                sheet.row_gaps.push(gaps);
            }
            if !folded.sites.contains(&site) {
                for (row, gaps) in below {
                    sheet.rows.push(row);
                    sheet.row_gaps.push(gaps);
                }
            }
        }
        sheet
    }
}

fn sites_line_count(ground: &Ground, site: SiteIx) -> usize {
    ground.strike.site(site).lines.len()
}

fn lets_through(ground: &Ground, key: &Key, query: &Query, ix: usize) -> bool {
    let site = &ground.strike.sites[ix];
    key.filter.region.is_none_or(|region| region.0 == site.region)
        && key.filter.kind.is_none_or(|kind| kind == site.kind)
        && (query.is_empty() || query.matches(&fold(&site_text(ground, SiteIx::new(ix)))))
}

/// Everything a site can be found by.
pub(super) fn site_text(ground: &Ground, site: SiteIx) -> String {
    let site = ground.strike.site(site);
    let mut text = format!("{} {} {}", site.id, site.name, site.name_fr.as_deref().unwrap_or_default());
    text.extend([" ", site.city.as_deref().unwrap_or_default()]);
    for line in &site.lines {
        let line = ground.strike.line(*line);
        text.extend([" ", line.name.as_deref().unwrap_or_default(), " ", line.name_fr.as_deref().unwrap_or_default()]);
    }
    text
}

/// What a site's lines come to in one column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sum {
    /// Shifts.
    pub shifts: u32,
    /// Gaps among them.
    pub gaps: u32,
    /// The worst status.
    pub worst: Option<Status>,
}

impl Sum {
    fn add(&mut self, status: Status) {
        self.shifts += 1;
        self.gaps += u32::from(status.is_gap());
        self.worst = Some(self.worst.map_or(status, |worst| worst.min(status)));
    }
}

/// Sums a site up in one column.
pub fn sum(ground: &Ground, coverage: &Coverage, site: SiteIx, column: Column, worst: bool) -> Sum {
    let mut sum = Sum::default();
    for &line in &ground.strike.site(site).lines {
        for &template in &ground.strike.line(line).templates {
            if column.template.is_some_and(|wanted| wanted != template) {
                continue;
            }
            if let Some(shift) = ground.timetable.find(line, column.date, template) {
                sum.add(status(ground, coverage, shift, worst));
            }
        }
    }
    sum
}

/// The gap after the one under the cursor (or before it), by severity, among the sites the filter lets through; round the
/// end. From anywhere else: the worst.
pub fn next_gap(
    ground: &Ground,
    coverage: &Coverage,
    picture: &Picture,
    worst: bool,
    forward: bool,
    now: Instant,
) -> Option<ShiftIx> {
    let query = Query::new(&picture.filter.words);
    let key =
        Key { revision: 0, worst, zoom: picture.zoom, from: picture.date, filter: picture.filter.clone(), folds: 0 };
    let own = |ix: usize| !picture.filter.mine || picture.mine.contains(&SiteIx::new(ix));
    let shown: Vec<bool> =
        (0..ground.strike.sites.len()).map(|ix| own(ix) && lets_through(ground, &key, &query, ix)).collect();
    let (mut gaps, _) = super::overview::gaps(ground, coverage, worst, now);
    gaps.retain(|ix| shown[ground.shift(*ix).site.ix()]);
    let here = picture.shift(ground).and_then(|shift| gaps.iter().position(|gap| *gap == shift));
    let next = match (here, forward) {
        (Some(at), true) => at + 1,
        (Some(at), false) => at + gaps.len() - 1,
        (None, _) => 0,
    };
    gaps.get(next % gaps.len().max(1)).copied()
}
