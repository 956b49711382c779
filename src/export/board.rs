//! The board at headquarters: one day, every line, counts and nothing but counts; fit for a wall that anyone can read.

use super::code::Code;
use super::fit::{edges, wrap};
use super::furniture::{Block, Counted, Head, Row, RowKind, Sheet, paper_width};
use super::line_day;
use super::numbers::Numbers;
use super::press;
use super::shut::{self, Shut};
use super::view::View;
use crate::engine::coverage::{Status, Totals};
use crate::model::{LineIx, ShiftIx};
use crate::speech::{number, refusal::coverage_word};
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// Writes the board.
pub fn text(view: &View<'_>, to: &mut dyn Write) -> io::Result<()> {
    press::print(view, &[sheet(view)], "", to)
}

/// The day asked for; else the present one; before and after the plan its first and last.
pub fn day(view: &View<'_>) -> NaiveDate {
    let campaign = &view.ground.strike.campaign;
    let today = view.generated.in_zone(campaign.zone).date_naive();
    view.day.unwrap_or(today.clamp(campaign.first_day, campaign.last_day()))
}

/// A line's day in numbers.
#[derive(Default)]
struct Line {
    totals: Totals,
    wanted: u32,
    /// Places above what people are rostered for, shift by shift.
    missing: i64,
    came: usize,
    worst: Option<Status>,
    shut: Option<Shut>,
}

impl Line {
    fn add(&mut self, view: &View<'_>, ix: ShiftIx) {
        let (shift, tally) = (view.ground.shift(ix), view.tally(ix));
        let status = tally.status(shift);
        self.totals += Totals::of(shift, tally);
        self.wanted += shift.target;
        self.missing += i64::from(shift.target.saturating_sub(tally.heads()));
        self.came += came(view, ix);
        self.worst = Some(self.worst.map_or(status, |worst| worst.min(status)));
    }

    fn numbers(&self, view: &View<'_>) -> [String; 6] {
        let whole = |value: i64| number::whole(value, view.language);
        let captains = self.totals.planned.captain;
        [
            format!("{}/{}", whole(i64::from(self.totals.assignments)), whole(i64::from(self.wanted))),
            whole(self.missing),
            format!("{}/{}", whole(captains.filled), whole(captains.of)),
            whole(i64::from(self.totals.gaps())),
            whole(self.totals.worst.heads),
            whole(self.came as i64),
        ]
    }
}

/// How many came to a shift: whoever left and came back has several lines, one after the other, and is one person.
pub fn came(view: &View<'_>, ix: ShiftIx) -> usize {
    let here = view.signed_on(ix).iter().filter(|each| each.sign.came.is_some());
    let mut here: Vec<&str> = here.map(|each| each.member.as_str()).collect();
    here.dedup();
    here.len()
}

/// How much of a line is closed, and where its people go.
fn closed(view: &View<'_>, shut: &Shut) -> String {
    let what = match shut.left {
        0 => view.say("board-closed", &[]),
        left => view.say("board-closed-part", &[("gone", shut.gone.into()), ("of", (shut.gone + left).into())]),
    };
    let whither = match shut.instead {
        Some(site) => view.say("board-closed-go", &[("site", view.site_name(site).as_ref().into())]),
        None => view.say("board-closed-ring", &[]),
    };
    format!("{what} {whither}")
}

/// The board's sheet.
pub fn sheet(view: &View<'_>) -> Sheet {
    let view = &View { day: Some(day(view)), ..view.clone() };
    let width = paper_width(view);
    let word = |id: &str| view.say(id, &[]);
    let mut regions: BTreeMap<(bool, Option<u32>), BTreeMap<LineIx, Line>> = BTreeMap::new();
    let mut all = Line::default();
    let shifts: Vec<ShiftIx> = view.shifts().collect();
    for ix in &shifts {
        let shift = view.ground.shift(*ix);
        let region = view.site_of(shift).region;
        // Sites without a region come last.
        let lines = regions.entry((region.is_none(), region)).or_default();
        lines.entry(shift.line).or_default().add(view, *ix);
        all.add(view, *ix);
    }
    let shut = shut::on(view, day(view));
    for each in &shut {
        let region = view.ground.strike.site(view.ground.strike.line(each.line).site).region;
        let lines = regions.entry((region.is_none(), region)).or_default();
        lines.entry(each.line).or_default().shut = Some(each.clone());
    }
    let titles = ["people", "missing", "captains", "gaps", "worst", "came"];
    let titles = titles.map(|name| word(&format!("board-column-{name}")));
    let sum = all.numbers(view);
    let table = Numbers::of(width, &titles, [&sum]);
    let mut blocks: Vec<Block> = Vec::new();
    for ((_, region), lines) in &regions {
        let mut rows: Vec<Row> = Vec::new();
        let mut gaps = 0;
        for (ix, of) in lines {
            let place = line_day::place(view, view.ground.strike.line(*ix).site, *ix);
            let runs = of.shut.as_ref().is_none_or(|shut| shut.left > 0);
            let mut printed = if runs { table.row(&place, &of.numbers(view)) } else { wrap(&place, width, 3) };
            if let Some(worst) = of.worst.filter(|worst| worst.is_gap()) {
                let mark = format!("  ! {}", coverage_word(view.speech(), worst));
                printed.push(super::fit::cut(&mark, width));
            }
            if let Some(shut) = &of.shut {
                printed.extend(
                    wrap(&closed(view, shut), width.saturating_sub(4), 3)
                        .into_iter()
                        .enumerate()
                        .map(|(at, line)| if at == 0 { format!("  x {line}") } else { format!("    {line}") }),
                );
            }
            gaps += of.totals.gaps();
            rows.push(Row { lines: printed, kind: RowKind::Open });
        }
        let name = match region {
            Some(region) => view.say("board-region", &[("region", region.to_string().into())]),
            None => word("board-region-none"),
        };
        let heading = edges(&name, &view.say("board-gaps", &[("gaps", gaps.into())]), width);
        blocks.push(Block { again: heading.clone(), heading, rows, ..Block::default() });
    }
    let total = Row { lines: table.row(&word("coverage-all"), &sum), kind: RowKind::Remark };
    let rule = Row { lines: vec!["=".repeat(width)], kind: RowKind::Remark };
    blocks.push(Block { rows: vec![rule, total], ..Block::default() });
    let mut head = table.row(&word("coverage-column-line"), &titles);
    head.push("-".repeat(width));
    let mut parts = vec!["board".to_owned(), view.ground.strike.campaign.name.clone(), day(view).to_string()];
    for ix in &shifts {
        let (shift, tally) = (view.ground.shift(*ix), view.tally(*ix));
        parts.push(shift.id.clone());
        parts.extend([shift.target, tally.heads(), tally.worst_case()].map(|number| number.to_string()));
        parts.extend([tally.status(shift).word().to_owned(), came(view, *ix).to_string()]);
    }
    for each in &shut {
        let line = view.ground.strike.line(each.line);
        let instead = each.instead.map_or("", |site| view.ground.strike.site(site).id.as_str());
        let place = [view.ground.strike.site(line.site).id.as_str(), &line.id, instead].map(str::to_owned);
        parts.extend(place.into_iter().chain([each.gone.to_string(), each.left.to_string()]));
    }
    Sheet {
        head: Head {
            title: word("board-title"),
            place: line_day::where_shown(view),
            dates: line_day::day_dates(view, day(view), &shifts),
            version: line_day::version(view),
            state: line_day::state(view, &shifts),
            code: Some(Code::of(parts)),
        },
        notes: if shifts.is_empty() && shut.is_empty() { vec![word("paper-nothing")] } else { Vec::new() },
        columns: head,
        blocks,
        totals: vec![line_day::totals(view, &shifts)],
        counted: Counted::Rows,
    }
}
