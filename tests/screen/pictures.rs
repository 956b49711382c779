//! The pictures of the README, drawn from the cells of the screen. A picture that no longer shows what is drawn fails; run
//! with `PICKET_UPDATE=1` to draw it anew.

use crate::stage::Stage;
use picket::model::campaign::Language;
use picket::tui::theme::{Depth, Theme};
use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier};
use std::fmt::Write;
use std::path::Path;

/// Size of a cell in the picture.
const CELL: (f64, f64) = (8.4, 18.0);
const INK: &str = "#c8ccd4";
const GROUND: &str = "#15171c";

#[test]
fn the_pictures_show_what_is_drawn() {
    for (name, language, keys) in [
        ("overview", Language::En, ""),
        ("coverage", Language::En, "2n"),
        ("shift", Language::En, "<enter>"),
        ("fill", Language::En, "2nF"),
        ("couverture", Language::Fr, "2n"),
    ] {
        let mut stage = Stage::filled(language);
        stage.press(keys);
        let drawn = svg(&stage.cells((104, 30), &Theme::new(Depth::True, false, false)));
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/pictures/{name}.svg"));
        if std::env::var_os("PICKET_UPDATE").is_some() {
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(&path, drawn).unwrap();
        } else {
            let kept = std::fs::read_to_string(&path).unwrap_or_default();
            assert!(kept == drawn, "{} is out of date: run with PICKET_UPDATE=1", path.display());
        }
    }
}

fn svg(cells: &Buffer) -> String {
    let (width, height) = (f64::from(cells.area.width) * CELL.0, f64::from(cells.area.height) * CELL.1);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {w:.1} {h:.1}\" width=\"{w:.0}\" height=\"{h:.0}\" \
         font-family=\"DejaVu Sans Mono, Menlo, Consolas, monospace\" font-size=\"14\">\n\
         <rect width=\"{w:.1}\" height=\"{h:.1}\" rx=\"6\" fill=\"{GROUND}\"/>\n",
        w = width + 24.0,
        h = height + 24.0
    );
    for y in 0..cells.area.height {
        // Neighbours that look alike are drawn as one.
        let mut x = 0;
        while x < cells.area.width {
            let style = cells[(x, y)].style();
            let from = x;
            let mut text = String::new();
            while x < cells.area.width && cells[(x, y)].style() == style {
                text.push_str(cells[(x, y)].symbol());
                x += 1;
            }
            let (left, top) = (12.0 + f64::from(from) * CELL.0, 12.0 + f64::from(y) * CELL.1);
            if let Some(ground) = style.bg.and_then(hex) {
                let wide = f64::from(x - from) * CELL.0;
                let _ = writeln!(
                    svg,
                    "<rect x=\"{left:.1}\" y=\"{top:.1}\" width=\"{wide:.1}\" height=\"{:.1}\" fill=\"{ground}\"/>",
                    CELL.1
                );
            }
            if !text.trim().is_empty() {
                let ink = style.fg.and_then(hex).unwrap_or_else(|| INK.to_owned());
                let weight = if style.add_modifier.contains(Modifier::BOLD) { " font-weight=\"bold\"" } else { "" };
                let lead = text.chars().take_while(|c| *c == ' ').count();
                let length = text.trim().chars().count();
                let _ = writeln!(
                    svg,
                    "<text x=\"{:.1}\" y=\"{:.1}\" fill=\"{ink}\"{weight} textLength=\"{:.1}\" xml:space=\"preserve\">{}</text>",
                    left + lead as f64 * CELL.0,
                    top + 13.5,
                    length as f64 * CELL.0,
                    escaped(text.trim())
                );
            }
        }
    }
    svg.push_str("</svg>\n");
    svg
}

fn hex(colour: Color) -> Option<String> {
    match colour {
        Color::Rgb(r, g, b) => Some(format!("#{r:02x}{g:02x}{b:02x}")),
        _ => None,
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
