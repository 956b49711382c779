//! The map: starting points in braille as the ground, sites as their signs, regions beside it.

use super::canvas::{Canvas, Cut};
use super::frame::title;
use super::text::width;
use super::theme::{Role, role_of};
use crate::app::view::Desk;
use crate::app::view::map::{Dots, Region, Spot};
use crate::app::view::overview::count;
use crate::model::SiteIx;
use crate::model::geo::Place as At;
use ratatui::layout::Rect;

/// Draws the map and what it is a map of.
pub fn draw(canvas: &mut Canvas, area: Rect, desk: &Desk) {
    let beside = if area.width >= 110 { area.width / 3 } else { 34.min(area.width / 2) };
    let (picture, list) = area.cut_left(area.width.saturating_sub(beside + 2));
    let list = Rect { x: list.x + 2, width: list.width.saturating_sub(2), ..list };
    draw_picture(canvas, picture, desk);
    if desk.map.zoomed { draw_sites(canvas, list, desk) } else { draw_regions(canvas, list, desk) }
}

/// From degrees to dots: two across and four down in a cell.
struct Chart {
    area: Rect,
    low: At,
    across: f64,
    down: f64,
    top: f64,
}

impl Chart {
    fn new(area: Rect, (low, high): (At, At)) -> Self {
        // A degree of longitude is shorter than one of latitude by the cosine; a dot is about as wide as it is high.
        let squeeze = f64::midpoint(low.latitude, high.latitude).to_radians().cos().max(0.1);
        let (wide, tall) = (f64::from(area.width) * 2.0 - 2.0, f64::from(area.height) * 4.0 - 4.0);
        let across = wide / ((high.longitude - low.longitude) * squeeze).max(1e-6);
        let down = tall / (high.latitude - low.latitude).max(1e-6);
        let scale = across.min(down).max(0.0);
        Self { area, low, across: scale * squeeze, down: scale, top: high.latitude }
    }

    fn dot(&self, at: At) -> Option<(u16, u16)> {
        let x = ((at.longitude - self.low.longitude) * self.across).round();
        let y = ((self.top - at.latitude) * self.down).round();
        let fits =
            x >= 0.0 && y >= 0.0 && x < f64::from(self.area.width) * 2.0 && y < f64::from(self.area.height) * 4.0;
        fits.then_some((x as u16, y as u16))
    }

    /// The cells that hold a place, each with its dots.
    fn sketch(&self, places: &[At]) -> Vec<Dots> {
        let (wide, high) = (usize::from(self.area.width), usize::from(self.area.height));
        let mut cells = vec![0_u8; wide * high];
        for (x, y) in places.iter().filter_map(|at| self.dot(*at)) {
            cells[usize::from(y / 4) * wide + usize::from(x / 2)] |= DOTS[usize::from(y % 4)][usize::from(x % 2)];
        }
        let filled = cells.into_iter().enumerate().filter(|(_, dots)| *dots != 0);
        filled.map(|(ix, dots)| ((ix % wide) as u16, (ix / wide) as u16, dots)).collect()
    }

    fn cell(&self, at: At) -> Option<(u16, u16)> {
        self.dot(at).map(|(x, y)| (self.area.x + x / 2, self.area.y + y / 4))
    }
}

/// The braille dot of a place in its cell.
const DOTS: [[u8; 2]; 4] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]];

fn draw_picture(canvas: &mut Canvas, area: Rect, desk: &Desk) {
    let Some(frame) = desk.map.frame().filter(|_| area.width > 4 && area.height > 3) else {
        let none = desk.speech.word("map-nowhere");
        for (y, text) in super::text::wrapped(&none, area.width).iter().enumerate() {
            canvas.put(area.x, area.y + y as u16, area.width, text, Role::Dim);
        }
        return;
    };
    let chart = Chart::new(area, frame);
    let ground = desk.map.sketch((area.width, area.height), frame, |places| chart.sketch(places));
    for (x, y, dots) in ground.iter() {
        let sign = if canvas.theme.ascii { '.' } else { char::from_u32(0x2800 + u32::from(*dots)).unwrap_or('.') };
        canvas.put(area.x + x, area.y + y, 1, sign.encode_utf8(&mut [0; 4]), Role::Rule);
    }
    let chosen = desk.map.region().map(|region| region.region);
    // Of sites in one cell the worst is on top; those of the chosen region over all others.
    let mut spots: Vec<(bool, &Spot)> = desk
        .map
        .facts()
        .iter()
        .filter(|region| !desk.map.zoomed || Some(region.region) == chosen)
        .flat_map(|region| region.spots.iter().map(move |spot| (Some(region.region) == chosen, spot)))
        .collect();
    spots.sort_by_key(|(lit, spot)| (*lit, std::cmp::Reverse(spot.status.map_or(9, |status| status as u8))));
    let (on, mut named) = (desk.map.site(), None);
    for (lit, spot) in spots {
        let Some((x, y)) = chart.cell(spot.at) else { continue };
        let (sign, role) = match spot.status {
            Some(status) if lit || status.is_gap() => (canvas.theme.sign(status), role_of(status)),
            Some(status) => (canvas.theme.sign(status), Role::Dim),
            None => (canvas.theme.either("·", "."), Role::Dim),
        };
        canvas.put(x, y, 1, sign, role);
        if on == Some(spot.site) {
            canvas.wash(Rect::new(x, y, 1, 1), Role::Cursor);
            named = Some((x, y, spot.site));
        }
    }
    // No other site's sign stands in the name.
    if let Some((x, y, site)) = named {
        draw_name(canvas, area, desk, (x, y), site);
    }
    if !desk.map.zoomed {
        for region in desk.map.facts() {
            draw_number(canvas, &chart, desk, region);
        }
    }
}

/// A site's name beside its sign: after it where there is room for it, else on the side that has more, as shortly as that asks.
fn draw_name(canvas: &mut Canvas, area: Rect, desk: &Desk, (x, y): (u16, u16), site: SiteIx) {
    let (before, after) = (x.saturating_sub(area.x), area.right().saturating_sub(x + 1));
    let whole = width(&desk.words().site(site)) + 2;
    let is_after = whole <= after || after >= before;
    let room = if is_after { after } else { before };
    let name = format!(" {} ", desk.site_in(site, room.saturating_sub(2)));
    let wide = width(&name).min(room);
    canvas.put(if is_after { x + 1 } else { x - wide }, y, wide, &name, Role::TitleOn);
}

/// A region's number and gaps, in the middle of its sites.
fn draw_number(canvas: &mut Canvas, chart: &Chart, desk: &Desk, region: &Region) {
    let n = region.spots.len() as f64;
    if region.spots.is_empty() {
        return;
    }
    let middle = At {
        latitude: region.spots.iter().map(|spot| spot.at.latitude).sum::<f64>() / n,
        longitude: region.spots.iter().map(|spot| spot.at.longitude).sum::<f64>() / n,
    };
    let Some((x, y)) = chart.cell(middle) else { return };
    let gaps: u32 = region.spots.iter().map(|spot| spot.gaps).sum();
    let name = region.region.map_or_else(|| "–".to_owned(), |region| region.to_string());
    let text = if gaps > 0 { format!(" {name}: {gaps} ") } else { format!(" {name} ") };
    let lit = desk.map.region().is_some_and(|chosen| chosen.region == region.region);
    let role = if lit { Role::TitleOn } else { Role::Title };
    // At the edge it stands further left, whole.
    let wide = width(&text).min(chart.area.width);
    let x = x.min(chart.area.right() - wide);
    canvas.put(x, y, wide, &text, role);
    if lit {
        canvas.wash(Rect { x, y, width: wide, height: 1 }, Role::Cursor);
    }
}

fn draw_regions(canvas: &mut Canvas, area: Rect, desk: &Desk) {
    let (speech, words) = (desk.speech, desk.words());
    title(canvas, area.x, area.y, area.width, &speech.word("screen-by-region"), &speech.word("map-today"), true);
    let (_, rows) = area.cut_top(1);
    let facts = desk.map.facts();
    let (rows, note) = rows.cut_bottom(2);
    canvas.list(rows, &desk.map.regions, facts.len(), Some(0), true, |canvas, row, ix| {
        let region = &facts[ix];
        canvas.put(row.x, row.y, 12, &words.region(region.region), Role::Plain);
        let gaps: u32 = region.spots.iter().map(|spot| spot.gaps).sum();
        let text = speech.say("screen-gaps", &[("gaps", i64::from(gaps).into())]);
        let role = if gaps > 0 { Role::Short } else { Role::Dim };
        canvas.put_right(row.right().saturating_sub(12), row.y, 11, &text, role);
        let sums = count(&region.totals, desk.counts_worst()).target;
        let bar = row.width.saturating_sub(26);
        let role = if gaps > 0 { Role::Thin } else { Role::Fill };
        canvas.bar(row.x + 13, row.y, bar, sums.filled, sums.of, role);
    });
    if let Some(region) = desk.map.region().filter(|region| region.unplaced > 0) {
        let text = speech.say("map-unplaced", &[("count", (region.unplaced as i64).into())]);
        for (y, text) in super::text::wrapped(&text, note.width).iter().take(2).enumerate() {
            canvas.put(note.x, note.y + y as u16, note.width, text, Role::Dim);
        }
    }
}

fn draw_sites(canvas: &mut Canvas, area: Rect, desk: &Desk) {
    let Some(region) = desk.map.region() else { return };
    let (speech, words) = (desk.speech, desk.words());
    title(canvas, area.x, area.y, area.width, &words.region(region.region), &speech.word("map-today"), true);
    let (_, rows) = area.cut_top(1);
    canvas.list(rows, &desk.map.sites, region.spots.len(), Some(0), true, |canvas, row, ix| {
        let spot = &region.spots[ix];
        let (sign, role) = spot
            .status
            .map_or((canvas.theme.either("·", "."), Role::Dim), |status| (canvas.theme.sign(status), role_of(status)));
        canvas.put(row.x, row.y, 1, sign, role);
        let gaps = if spot.gaps > 0 {
            speech.say("screen-gaps-short", &[("gaps", i64::from(spot.gaps).into())])
        } else {
            String::new()
        };
        let wide = width(&gaps);
        let room = row.width.saturating_sub(wide + 4);
        canvas.put(row.x + 2, row.y, room, &desk.site_in(spot.site, room), Role::Plain);
        canvas.put_right(row.right().saturating_sub(wide + 1), row.y, wide, &gaps, Role::Short);
    });
}
