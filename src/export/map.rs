//! The map: every site with coordinates in its place, as large as its line and as dark as its worst shift of the days shown.
//! There is no coast on it, since the program carries no atlas: cities are named where there is room, and degrees ruled.

use super::furniture::made;
use super::line_day;
use super::picture::{FONT, escape, fitted, look, room};
use super::view::View;
use crate::engine::coverage::{Status, Totals};
use crate::model::{ShiftIx, SiteIx};
use crate::speech::refusal::coverage_word;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Write};

/// Pixels of the picture and of its head.
const WIDTH: f64 = 1000.0;
const TOP: f64 = 100.0;
const MARGIN: f64 = 40.0;
/// Pixels that the map is no higher than.
const TALLEST: f64 = 1000.0;

/// Writes the picture.
pub fn svg(view: &View<'_>, to: &mut dyn Write) -> io::Result<()> {
    to.write_all(b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")?;
    to.write_all(drawn(view).as_bytes())
}

/// Degrees to pixels: equal rectangles, true to scale at the middle latitude.
struct Projection {
    west: f64,
    north: f64,
    across: f64,
    down: f64,
    height: f64,
}

impl Projection {
    fn of(places: impl Iterator<Item = (f64, f64)>) -> Self {
        let (mut south, mut north, mut west, mut east) = (90.0_f64, -90.0_f64, 180.0_f64, -180.0_f64);
        for (latitude, longitude) in places {
            (south, north) = (south.min(latitude), north.max(latitude));
            (west, east) = (west.min(longitude), east.max(longitude));
        }
        if south > north {
            (south, north, west, east) = (0.0, 1.0, 0.0, 1.0);
        }
        // Places a few metres apart still get a picture.
        let (tall, wide) = ((north - south).max(0.05), (east - west).max(0.05));
        let squeeze = f64::midpoint(north, south).to_radians().cos().max(0.1);
        let across = ((WIDTH - 2.0 * MARGIN) / wide).min((TALLEST - 2.0 * MARGIN) * squeeze / tall);
        let down = across / squeeze;
        Self { west, north, across, down, height: (tall * down + 2.0 * MARGIN).max(120.0) }
    }

    fn at(&self, latitude: f64, longitude: f64) -> (f64, f64) {
        (MARGIN + (longitude - self.west) * self.across, TOP + MARGIN + (self.north - latitude) * self.down)
    }
}

/// The picture as an element.
pub fn drawn(view: &View<'_>) -> String {
    let shifts: Vec<ShiftIx> = view.shifts().collect();
    let mut sites: BTreeMap<SiteIx, Totals> = BTreeMap::new();
    for ix in &shifts {
        let shift = view.ground.shift(*ix);
        *sites.entry(shift.site).or_default() += Totals::of(shift, view.tally(*ix));
    }
    let place = |site: &SiteIx| view.ground.strike.site(*site).place.map(|place| (place.latitude, place.longitude));
    let projection = Projection::of(sites.keys().filter_map(place));
    let placed = sites.keys().filter(|site| place(site).is_some()).count();
    let height = TOP + projection.height + 54.0;
    let language = view.say("picture-language", &[]);
    let title = view.say("map-title", &[]);
    let mut svg = String::new();
    let _ = writeln!(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{height:.0}\" viewBox=\"0 0 {WIDTH} {height:.0}\" \
         lang=\"{language}\" role=\"img\" font-family=\"{FONT}\" font-size=\"11\" fill=\"#000\">\n\
         <title>{}</title>\n<rect width=\"{WIDTH}\" height=\"{height:.0}\" fill=\"#fff\"/>",
        escape(&view.of(&title, &view.strike_name())),
    );
    let days = view.day.map_or_else(|| line_day::plan_days(view), |day| line_day::day_dates(view, day, &shifts));
    let about = format!("{}. {}. {}.", line_day::version(view), line_day::state(view, &shifts), made(view));
    for (text, y, size) in [(format!("{} — {title}", view.strike_name()), 24, 15), (days, 42, 11), (about, 58, 11)] {
        let shown = fitted(&text, WIDTH as usize - 24, size);
        let weight = if size > 11 { " font-weight=\"bold\"" } else { "" };
        let _ = writeln!(svg, "<text x=\"12\" y=\"{y}\" font-size=\"{size}\"{weight}>{}</text>", escape(&shown));
    }
    legend(view, &mut svg);
    grid(&projection, &mut svg);
    // Large ones first, so that small ones are not hidden; gaps last, so that nothing hides them.
    let mut order: Vec<(&SiteIx, &Totals)> = sites.iter().collect();
    order.sort_by_key(|(site, totals)| (totals.gaps(), -totals.planned.target.of, **site));
    let mut taken: Vec<[f64; 4]> = Vec::new();
    for (site, totals) in &order {
        if let Some((latitude, longitude)) = place(site) {
            let (x, y) = projection.at(latitude, longitude);
            let half = radius(totals);
            taken.push([x - half, y - half, x + half, y + half]);
            dot(view, &mut svg, **site, totals, (x, y));
        }
    }
    // Names: of sites with gaps first, then the largest; only where they cover no other.
    order.sort_by_key(|(site, totals)| (std::cmp::Reverse(totals.gaps()), -totals.planned.target.of, **site));
    for (site, totals) in order {
        if let Some((latitude, longitude)) = place(site) {
            let (x, y) = projection.at(latitude, longitude);
            name(view, &mut svg, *site, (x, y), radius(totals) + 2.0, &mut taken);
        }
    }
    let values = [("sites", placed.into()), ("missing", (sites.len() - placed).into())];
    for (text, below) in [(view.say("map-totals", &values), 28.0), (line_day::totals(view, &shifts), 12.0)] {
        let _ = writeln!(svg, "<text x=\"12\" y=\"{:.0}\">{}</text>", height - below, escape(&text));
    }
    svg.push_str("</svg>\n");
    svg
}

fn legend(view: &View<'_>, svg: &mut String) {
    let speech = view.speech();
    let mut left = 20;
    for status in Status::ALL {
        let word = coverage_word(speech, status);
        circle(svg, status, (left as f64, 80.0), 8.0, "");
        let _ = writeln!(svg, "<text x=\"{}\" y=\"84\">{}</text>", left + 12, escape(&word));
        left += 34 + room(&word, 11);
    }
}

/// A line for every whole degree, when there are not too many.
fn grid(projection: &Projection, svg: &mut String) {
    let (right, bottom) = (WIDTH - MARGIN / 2.0, TOP + projection.height);
    let step = if projection.across < 40.0 { 5.0 } else { 1.0 };
    let first = |edge: f64| (edge / step).ceil() * step;
    let mut longitude = first(projection.west - MARGIN / projection.across);
    loop {
        let (x, _) = projection.at(0.0, longitude);
        if x > right {
            break;
        }
        let _ = writeln!(
            svg,
            "<path d=\"M{x:.1} {TOP}V{bottom:.1}\" stroke=\"#ccc\" stroke-width=\".7\"/>\
             <text x=\"{x:.1}\" y=\"{:.1}\" font-size=\"9\" fill=\"#555\">{longitude:.0}°</text>",
            bottom + 10.0
        );
        longitude += step;
    }
    let mut latitude = first(projection.north - (projection.height - MARGIN) / projection.down);
    loop {
        let (_, y) = projection.at(latitude, 0.0);
        if y < TOP {
            break;
        }
        let _ = writeln!(
            svg,
            "<path d=\"M10 {y:.1}H{right:.1}\" stroke=\"#ccc\" stroke-width=\".7\"/>\
             <text x=\"2\" y=\"{:.1}\" font-size=\"9\" fill=\"#555\">{latitude:.0}°</text>",
            y - 2.0
        );
        latitude += step;
    }
}

/// Area grows with the places wanted.
fn radius(totals: &Totals) -> f64 {
    (4.0 + (totals.planned.target.of as f64 / f64::from(totals.shifts.max(1))).sqrt() * 1.4).min(16.0)
}

fn dot(view: &View<'_>, svg: &mut String, site: SiteIx, totals: &Totals, at: (f64, f64)) {
    let Some(status) = totals.planned.worst_status() else { return };
    let target = totals.planned.target;
    let values = [
        ("filled", target.filled.into()),
        ("of", target.of.into()),
        ("gaps", totals.gaps().into()),
        ("shifts", totals.shifts.into()),
    ];
    let about = view.of(&view.site_name(site), &view.say("map-site", &values));
    circle(svg, status, at, radius(totals), &about);
}

fn circle(svg: &mut String, status: Status, (x, y): (f64, f64), radius: f64, about: &str) {
    let look = look(status);
    let about = if about.is_empty() { String::new() } else { format!("<title>{}</title>", escape(about)) };
    let _ = writeln!(
        svg,
        "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{radius:.1}\" fill=\"{}\" stroke=\"#000\" stroke-width=\".8\">{about}</circle>",
        look.fill
    );
    if !look.sign.is_empty() {
        let size = (radius * 1.5).max(8.0);
        let _ = writeln!(
            svg,
            "<text x=\"{x:.1}\" y=\"{:.1}\" text-anchor=\"middle\" font-size=\"{size:.1}\" font-weight=\"bold\" fill=\"{}\" \
             pointer-events=\"none\">{}</text>",
            y + size * 0.35,
            look.ink,
            look.sign
        );
    }
}

/// The name at the right of its dot, or at the left where that is taken; none where both are.
fn name(view: &View<'_>, svg: &mut String, site: SiteIx, (x, y): (f64, f64), beside: f64, taken: &mut Vec<[f64; 4]>) {
    let name = view.site_name(site);
    let name = fitted(&name, 190, 9);
    let width = room(&name, 9) as f64;
    let is_free = |area: &[f64; 4]| {
        let overlaps =
            |other: &[f64; 4]| area[0] < other[2] && other[0] < area[2] && area[1] < other[3] && other[1] < area[3];
        area[0] >= 0.0 && area[2] <= WIDTH && !taken.iter().any(overlaps)
    };
    let sides = [(x + beside, x + beside + width, "start"), (x - beside - width, x - beside, "end")];
    let free = sides.into_iter().find(|(left, right, _)| is_free(&[*left, y - 7.0, *right, y + 5.0]));
    let Some((left, right, anchor)) = free else { return };
    taken.push([left, y - 7.0, right, y + 5.0]);
    let at = if anchor == "start" { left } else { right };
    let _ = writeln!(
        svg,
        "<text x=\"{at:.1}\" y=\"{:.1}\" font-size=\"9\" text-anchor=\"{anchor}\">{}</text>",
        y + 3.0,
        escape(&name)
    );
}
