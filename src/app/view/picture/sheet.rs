//! What the picture shows of a roster: its rows and columns, and the gaps of each.
//!
//! Where the cursor is, it refuses to know.

use super::region::{RegionKey, region_of, regions_among};
use super::{Filter, Folded, Zoom};
use crate::app::fold::{Query, fold};
use crate::app::view::overview::status;
use crate::engine::coverage::{Coverage, Status};
use crate::model::{LineIx, ShiftIx, SiteIx, TemplateIx};
use crate::rules::Ground;
use chrono::{Days, NaiveDate};
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
            (0..strike.sites.len()).map(|ix| own(ix) && lets_through(ground, &key.filter, &query, ix)).collect();
        let mut sheet = Self { sites: shown.iter().filter(|shown| **shown).count(), ..Self::default() };
        let mut in_order: Vec<SiteIx> =
            (0..strike.sites.len()).map(SiteIx::new).filter(|site| shown[site.ix()]).collect();
        let several = regions_among(ground, &in_order).len() > 1;
        if several {
            in_order.sort_by_key(|site| (strike.site(*site).region.is_none(), strike.site(*site).region, *site));
        }

        // One walk over the shifts tells which rows and columns there are, and the gaps of each.
        let day = key.zoom == Zoom::Day;
        let templates = strike.templates.len().max(1);
        let days = (until - from).num_days().max(0) as usize + 1;
        let row_of =
            |line: LineIx, template: Option<TemplateIx>| line.ix() * templates + template.map_or(0, TemplateIx::ix);
        let mut by_row: Vec<Option<u32>> = vec![None; strike.lines.len() * templates];
        let mut of_status = vec![false; by_row.len()];
        let mut by_column: Vec<Option<u32>> = vec![None; if day { templates } else { days }];
        let wide = by_column.len();
        let regions = if several { regions_among(ground, &in_order) } else { Vec::new() };
        let region_at = |site: SiteIx| regions.iter().position(|each| *each == region_of(ground, site)).unwrap_or(0);
        let region_ats: Vec<usize> = (0..strike.sites.len()).map(|ix| region_at(SiteIx::new(ix))).collect();
        let mut sums = vec![Sum::default(); regions.len() * wide];
        for (ix, shift) in ground.timetable.shifts.iter().enumerate() {
            if shift.date < from || shift.date > until || !shown[shift.site.ix()] {
                continue;
            }
            let state = status(ground, coverage, ShiftIx::new(ix), key.worst);
            let gap = u32::from(state.is_gap());
            let row = row_of(shift.line, (!day).then_some(shift.template));
            *by_row[row].get_or_insert(0) += gap;
            of_status[row] |= key.filter.status == Some(state);
            let column = if day { shift.template.ix() } else { (shift.date - from).num_days() as usize };
            *by_column[column].get_or_insert(0) += gap;
            if several {
                sums[region_ats[shift.site.ix()] * wide + column].add(state);
            }
            sheet.shifts += 1;
            sheet.gaps += gap;
        }
        let column_at = |at: usize| {
            if day {
                Column { date: from, template: Some(TemplateIx::new(at)) }
            } else {
                Column { date: from + Days::new(at as u64), template: None }
            }
        };
        // Every day has its column; of the templates only those that run.
        let mut columns: Vec<usize> = (0..wide).filter(|at| !day || by_column[*at].is_some()).collect();
        if day {
            columns.sort_by_key(|at| strike.template(TemplateIx::new(*at)).start);
        }
        sheet.columns = columns.iter().map(|at| column_at(*at)).collect();
        sheet.column_gaps = columns.iter().map(|at| by_column[*at].unwrap_or_default()).collect();
        for (at, region) in regions.iter().enumerate() {
            for column in 0..wide {
                let sum = sums[at * wide + column];
                if sum.shifts > 0 {
                    sheet.regions.insert((*region, column_at(column)), sum);
                }
            }
        }
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
                    let row = row_of(*line, template);
                    if let Some(gaps) = by_row[row]
                        && (gaps > 0 || !key.filter.gaps_only)
                        && (key.filter.status.is_none() || of_status[row])
                    {
                        below.push((Row::Line(*line, template), gaps));
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
