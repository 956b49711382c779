//! Sheets as a web page: one file that needs nothing else, shows every page as it is printed, and breaks where the sheets
//! do. Any browser prints it, or keeps it as a PDF, with the letters of every script that the machine has.

use super::furniture::paper_width;
use super::picture::{FONT, escape};
use super::view::View;
use super::{ExportError, Format, What, coverage, map};
use std::io::Write;

/// Lines of text of a letter page at six lines an inch.
const LINES: usize = 60;

/// Writes sheets of text as a page.
pub fn sheets(view: &View<'_>, what: What, to: &mut dyn Write) -> Result<(), ExportError> {
    let mut text = Vec::new();
    // A form feed marks where a page ends; here it becomes a page.
    super::write(&View { form_feeds: true, ..view.clone() }, what, Format::Text, &mut text)?;
    let text = String::from_utf8_lossy(&text);
    begin(view, &view.of(&view.strike_name(), &view.say(&format!("sheet-{}", what.word()), &[])), to)?;
    for page in text.split('\u{c}') {
        writeln!(to, "<section><pre>{}</pre></section>", escape_lines(page.trim_end()))?;
    }
    end(to)?;
    Ok(())
}

/// Writes the coverage picture, or the map, as a page.
pub fn picture(view: &View<'_>, what: What, to: &mut dyn Write) -> Result<(), ExportError> {
    begin(view, &view.of(&view.strike_name(), &view.say(&format!("sheet-{}", what.word()), &[])), to)?;
    let drawn = if what == What::Map { map::drawn(view) } else { coverage::drawn(view) };
    writeln!(to, "<figure>{drawn}</figure>")?;
    end(to)?;
    Ok(())
}

fn begin(view: &View<'_>, title: &str, to: &mut dyn Write) -> std::io::Result<()> {
    let language = view.say("picture-language", &[]);
    // So many letters of a fixed width fit the paper's 7.5 inches of 72 points each; a letter is 0.6 as wide as high.
    let size = (7.5 * 72.0 / (paper_width(view) as f64 * 0.602)).min(10.0);
    let height = 9.9 * 72.0 / LINES as f64;
    writeln!(
        to,
        "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{}</title>\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<style>\n\
         @page {{ size: letter; margin: .5in }}\n\
         body {{ margin: 0; color: #000; background: #fff; font-family: {FONT} }}\n\
         section {{ break-after: page; padding: .5in; border-bottom: 1px dashed #999 }}\n\
         section:last-child {{ break-after: auto }}\n\
         pre {{ margin: 0; font: {size:.2}pt/{height:.2}pt 'DejaVu Sans Mono', 'Noto Sans Mono', Consolas, Menlo, 'Courier New', monospace }}\n\
         figure {{ margin: 1em }}\nfigure svg {{ max-width: 100%; height: auto }}\n\
         @media print {{ section {{ padding: 0; border: 0 }} figure {{ margin: 0 }} }}\n</style>\n</head>\n<body>",
        escape(title)
    )
}

fn end(to: &mut dyn Write) -> std::io::Result<()> {
    writeln!(to, "</body>\n</html>")
}

/// As [`escape`], line by line: a line's end is no control character here.
fn escape_lines(text: &str) -> String {
    text.split('\n').map(escape).collect::<Vec<_>>().join("\n")
}
