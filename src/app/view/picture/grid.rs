//! The shifts counted into the picture: every row and column that there could be has its place, one walk over the shifts tells
//! which there are, and what they come to.

use super::region::{RegionKey, region_of, regions_among};
use super::sheet::{Column, Key, Row, Sheet, Sum};
use super::{Folded, Zoom};
use crate::app::view::overview::status;
use crate::engine::coverage::Coverage;
use crate::model::{LineIx, ShiftIx, SiteIx, TemplateIx};
use crate::rules::Ground;
use chrono::{Days, NaiveDate};

/// Where each shift counts: the days looked at, and a place for every row and column that there could be.
pub(super) struct Grid {
    from: NaiveDate,
    until: NaiveDate,
    /// The columns are the templates of one day.
    is_day: bool,
    templates: usize,
    /// Columns that there could be.
    wide: usize,
    shown: Vec<bool>,
    /// The regions summed up; none: there are not several.
    regions: Vec<RegionKey>,
    /// The place of each site's region among them.
    region_of: Vec<usize>,
}

/// What the shifts come to, by the places of the grid. None: no shift is there.
pub(super) struct Counts {
    rows: Vec<Option<u32>>,
    /// Rows that hold a shift of the status asked for.
    of_status: Vec<bool>,
    columns: Vec<Option<u32>>,
    sums: Vec<Sum>,
}

impl Grid {
    pub fn new(ground: &Ground, key: &Key, sites: &[SiteIx], several: bool) -> Self {
        let strike = &ground.strike;
        let last = strike.campaign.last_day();
        let until = match key.zoom {
            Zoom::Day => key.from,
            Zoom::Week => last.min(key.from + Days::new(6)),
            Zoom::Whole => last,
        };
        let from = key.from.max(strike.campaign.first_day);
        let is_day = key.zoom == Zoom::Day;
        let templates = strike.templates.len().max(1);
        let days = (until - from).num_days().max(0) as usize + 1;
        let mut shown = vec![false; strike.sites.len()];
        for site in sites {
            shown[site.ix()] = true;
        }
        let regions = if several { regions_among(ground, sites) } else { Vec::new() };
        let place = |site: SiteIx| regions.iter().position(|each| *each == region_of(ground, site)).unwrap_or(0);
        let region_of = (0..strike.sites.len()).map(|ix| place(SiteIx::new(ix))).collect();
        Self { from, until, is_day, templates, wide: if is_day { templates } else { days }, shown, regions, region_of }
    }

    fn row(&self, line: LineIx, template: Option<TemplateIx>) -> usize {
        line.ix() * self.templates + template.map_or(0, TemplateIx::ix)
    }

    fn column(&self, at: usize) -> Column {
        if self.is_day {
            Column { date: self.from, template: Some(TemplateIx::new(at)) }
        } else {
            Column { date: self.from + Days::new(at as u64), template: None }
        }
    }

    /// One walk over the shifts tells which rows and columns there are, and the gaps of each.
    pub fn count(&self, ground: &Ground, coverage: &Coverage, key: &Key, sheet: &mut Sheet) -> Counts {
        let rows = ground.strike.lines.len() * self.templates;
        let mut counts = Counts {
            rows: vec![None; rows],
            of_status: vec![false; rows],
            columns: vec![None; self.wide],
            sums: vec![Sum::default(); self.regions.len() * self.wide],
        };
        for (ix, shift) in ground.timetable.shifts.iter().enumerate() {
            if shift.date < self.from || shift.date > self.until || !self.shown[shift.site.ix()] {
                continue;
            }
            let state = status(ground, coverage, ShiftIx::new(ix), key.worst);
            let gap = u32::from(state.is_gap());
            let row = self.row(shift.line, (!self.is_day).then_some(shift.template));
            *counts.rows[row].get_or_insert(0) += gap;
            counts.of_status[row] |= key.filter.status == Some(state);
            let day = || (shift.date - self.from).num_days() as usize;
            let column = if self.is_day { shift.template.ix() } else { day() };
            *counts.columns[column].get_or_insert(0) += gap;
            if !self.regions.is_empty() {
                counts.sums[self.region_of[shift.site.ix()] * self.wide + column].add(state);
            }
            sheet.shifts += 1;
            sheet.gaps += gap;
        }
        counts
    }

    /// Every day has its column; of the templates only those that run.
    pub fn put_columns(&self, ground: &Ground, counts: &Counts, sheet: &mut Sheet) {
        let mut columns: Vec<usize> =
            (0..self.wide).filter(|at| !self.is_day || counts.columns[*at].is_some()).collect();
        if self.is_day {
            columns.sort_by_key(|at| ground.strike.template(TemplateIx::new(*at)).start);
        }
        sheet.columns = columns.iter().map(|at| self.column(*at)).collect();
        sheet.column_gaps = columns.iter().map(|at| counts.columns[*at].unwrap_or_default()).collect();
        for (at, sum) in counts.sums.iter().enumerate().filter(|(_, sum)| sum.shifts > 0) {
            sheet.regions.insert((self.regions[at / self.wide], self.column(at % self.wide)), *sum);
        }
    }

    /// The rows, region by region and site by site; what is folded away counts in the row above.
    pub fn put_rows(
        &self,
        ground: &Ground,
        counts: &Counts,
        key: &Key,
        folded: &Folded,
        sites: &[SiteIx],
        sheet: &mut Sheet,
    ) {
        let slots = self.slots(ground);
        // The row of the region that the sites stand under.
        let mut head: Option<(RegionKey, usize)> = None;
        for &site in sites {
            let lines = &ground.strike.site(site).lines;
            let below: Vec<(Row, u32)> = lines
                .iter()
                .flat_map(|line| slots.iter().map(|template| (*line, *template)))
                .filter_map(|(line, template)| {
                    Some((Row::Line(line, template), self.gaps(counts, key, line, template)?))
                })
                .collect();
            if below.is_empty() {
                continue;
            }
            let gaps: u32 = below.iter().map(|(_, gaps)| gaps).sum();
            if !self.regions.is_empty() {
                let region = region_of(ground, site);
                if head.is_none_or(|(above, _)| above != region) {
                    head = Some((region, sheet.rows.len()));
                    sheet.push(Row::Region(region), 0);
                }
                if let Some((_, at)) = head {
                    sheet.row_gaps[at] += gaps;
                }
                if folded.regions.contains(&region) {
                    continue;
                }
            }
            // A site with a single line needs no row of its own above it, unless it is folded.
            let is_folded = folded.sites.contains(&site);
            if lines.len() > 1 || is_folded {
                sheet.push(Row::Site(site), gaps);
            }
            for (row, gaps) in below.into_iter().filter(|_| !is_folded) {
                sheet.push(row, gaps);
            }
        }
    }

    /// What a line has a row for: each template, in the order of the day; of a single day all of them have one.
    fn slots(&self, ground: &Ground) -> Vec<Option<TemplateIx>> {
        if self.is_day {
            return vec![None];
        }
        let mut templates: Vec<TemplateIx> = (0..ground.strike.templates.len()).map(TemplateIx::new).collect();
        templates.sort_by_key(|template| (ground.strike.template(*template).start, *template));
        templates.into_iter().map(Some).collect()
    }

    /// The gaps of a row; None: it has no shift, or the filter leaves it out.
    fn gaps(&self, counts: &Counts, key: &Key, line: LineIx, template: Option<TemplateIx>) -> Option<u32> {
        let row = self.row(line, template);
        let gaps = counts.rows[row]?;
        let is_let_through =
            (gaps > 0 || !key.filter.gaps_only) && (key.filter.status.is_none() || counts.of_status[row]);
        is_let_through.then_some(gaps)
    }
}
