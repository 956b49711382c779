//! What the picture shows of a roster: its rows and columns, and the gaps of each.
//!
//! Where the cursor is, it refuses to know.

use super::grid::Grid;
use super::region::{RegionKey, region_of, regions_among};
use super::{Filter, Folded, Zoom};
use crate::app::fold::{Query, fold};
use crate::app::view::overview::status;
use crate::engine::coverage::{Coverage, Status};
use crate::model::{LineIx, ShiftIx, SiteIx, TemplateIx};
use crate::rules::Ground;
use chrono::NaiveDate;
use rustc_hash::{FxHashMap, FxHashSet};

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

/// What a sheet was worked out from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Key {
    pub revision: u64,
    pub worst: bool,
    pub zoom: Zoom,
    pub from: NaiveDate,
    pub filter: Filter,
    pub folds: u64,
}

/// The shift in a cell; None: there is none, or the cell sums several up.
pub fn shift_at(ground: &Ground, row: Row, column: Column) -> Option<ShiftIx> {
    match row {
        Row::Site(_) | Row::Region(_) => None,
        Row::Line(line, template) => ground.timetable.find(line, column.date, template.or(column.template)?),
    }
}

/// Where the row is now, or what stands for it: the same line, else its site, else its region.
pub(super) fn nearest(ground: &Ground, rows: &[Row], row: Row) -> Option<usize> {
    let find = |wanted: &dyn Fn(&Row) -> bool| rows.iter().position(wanted);
    let same_line = |each: &Row| matches!((each, row), (Row::Line(a, _), Row::Line(b, _)) if *a == b);
    find(&|each| *each == row)
        .or_else(|| find(&same_line))
        .or_else(|| row.site(ground).and_then(|site| find(&|each| *each == Row::Site(site))))
        .or_else(|| find(&|each| *each == Row::Region(row.region(ground))))
}

impl Sheet {
    pub(super) fn new(
        ground: &Ground,
        coverage: &Coverage,
        key: &Key,
        folded: &Folded,
        mine: &FxHashSet<SiteIx>,
    ) -> Self {
        let sites = sites_shown(ground, &key.filter, mine);
        let several = regions_among(ground, &sites).len() > 1;
        let grid = Grid::new(ground, key, &sites, several);
        let mut sheet = Self { sites: sites.len(), ..Self::default() };
        let counts = grid.count(ground, coverage, key, &mut sheet);
        grid.put_columns(ground, &counts, &mut sheet);
        grid.put_rows(ground, &counts, key, folded, &sites, &mut sheet);
        sheet
    }

    pub(super) fn push(&mut self, row: Row, gaps: u32) {
        self.rows.push(row);
        self.row_gaps.push(gaps);
    }
}

/// The sites that the filter lets through; those of one region beside one another, where there are several.
fn sites_shown(ground: &Ground, filter: &Filter, mine: &FxHashSet<SiteIx>) -> Vec<SiteIx> {
    let query = Query::new(&filter.words);
    let own = |site: SiteIx| !filter.mine || mine.contains(&site);
    let all = (0..ground.strike.sites.len()).map(SiteIx::new);
    let mut sites: Vec<SiteIx> =
        all.filter(|site| own(*site) && lets_through(ground, filter, &query, site.ix())).collect();
    if regions_among(ground, &sites).len() > 1 {
        let region = |site: SiteIx| ground.strike.site(site).region;
        sites.sort_by_key(|site| (region(*site).is_none(), region(*site), *site));
    }
    sites
}

/// True when the filter lets a site through, one's own or not.
pub(super) fn lets_through(ground: &Ground, filter: &Filter, query: &Query, ix: usize) -> bool {
    let site = &ground.strike.sites[ix];
    filter.region.is_none_or(|region| region.0 == site.region)
        && filter.kind.is_none_or(|kind| kind == site.kind)
        && (query.is_empty() || query.matches(&fold(&site_text(ground, SiteIx::new(ix)))))
}

/// Everything a site can be found by.
pub fn site_text(ground: &Ground, site: SiteIx) -> String {
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
    pub(super) fn add(&mut self, status: Status) {
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
