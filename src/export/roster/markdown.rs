//! The roster as tables for web pages and notes: a section for each line's day, a table for each shift.

use super::end;
use crate::export::furniture::made;
use crate::export::line_day::{self as sheets, LineDay, Place};
use crate::export::view::View;
use crate::model::ShiftIx;
use std::io::{self, Write};

/// Writes the document.
pub fn markdown(view: &View<'_>, to: &mut dyn Write) -> io::Result<()> {
    let days = sheets::line_days(view);
    writeln!(to, "# {}\n", escape(&view.strike_name()))?;
    let shown: Vec<ShiftIx> = view.shifts().collect();
    let state = sheets::state(view, &shown);
    writeln!(to, "{}. {}. {}.", escape(&sheets::version(view)), escape(&state), escape(&made(view)))?;
    for day in &days {
        section(view, day, to)?;
    }
    writeln!(to, "\n---\n\n{}", escape(&end(view, days.len())))
}

fn section(view: &View<'_>, day: &LineDay, to: &mut dyn Write) -> io::Result<()> {
    writeln!(to, "\n## {}, {}\n", escape(&sheets::where_to(view, day)), escape(&sheets::dates(view, day)))?;
    writeln!(to, "{}. {}", escape(&sheets::state(view, &day.shifts)), escape(&sheets::totals(view, &day.shifts)))?;
    for (at, note) in sheets::notes(view, day).iter().enumerate() {
        writeln!(to, "{}- {}", if at == 0 { "\n" } else { "" }, escape(note))?;
    }
    day.shifts.iter().try_for_each(|ix| shift(view, *ix, to))
}

fn shift(view: &View<'_>, ix: ShiftIx, to: &mut dyn Write) -> io::Result<()> {
    let word = |id: &str| escape(&view.say(id, &[]));
    writeln!(to, "\n### {} — {}\n", escape(&sheets::shift_title(view, ix)), escape(&sheets::status(view, ix)))?;
    writeln!(to, "{}\n", escape(&sheets::counts(view, ix)))?;
    let heads = ["paper-column-post", "paper-column-name", "paper-column-member", "paper-column-local"].map(word);
    writeln!(to, "| {} | {} |", heads.join(" | "), word("paper-column-remarks"))?;
    writeln!(to, "| --- | --- | --- | --- | --- |")?;
    let places = sheets::places(view, ix);
    for place in &places.rows {
        writeln!(to, "| {} |", cells(view, place).map(|cell| escape(&cell)).join(" | "))?;
    }
    for remark in sheets::remarks(view, &places) {
        writeln!(to, "| | | | | {} |", escape(&remark))?;
    }
    Ok(())
}

fn cells(view: &View<'_>, place: &Place<'_>) -> [String; 5] {
    match place {
        Place::Open(duty) => {
            let none = String::new;
            [sheets::duty(view, *duty), none(), none(), none(), view.say("paper-open", &[])]
        }
        Place::Held(each) => {
            let mut remarks: Vec<String> = Vec::new();
            if view.ground.at_risk(each.member) {
                remarks.push(view.say("paper-at-risk", &[]));
            }
            remarks.extend(sheets::set_aside(view, each));
            [
                sheets::duty(view, each.duty),
                view.member_name(each.member).into_owned(),
                view.member_id(each.member).into_owned(),
                view.member_local(each.member).into_owned(),
                remarks.join("; "),
            ]
        }
    }
}

/// `text` with everything that Markdown, its tables, or the pages that show it would take for markup, taken literally.
fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + 8);
    for (at, c) in text.char_indices() {
        let markup = match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~' | '&' | '!' | '$' | '@' => true,
            // `https://` and `www.` become links by themselves.
            ':' => text[at..].starts_with("://"),
            '.' => at >= 3 && text.as_bytes()[at - 3..at].eq_ignore_ascii_case(b"www"),
            _ => false,
        };
        if markup {
            safe.push('\\');
        }
        safe.push(c);
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn markup_is_taken_literally() {
        assert_eq!(escape("a|b <i> *c* _d_"), r"a\|b \<i\> \*c\* \_d\_");
        assert_eq!(escape("[x](https://evil.example)"), r"\[x\](https\://evil.example)");
        assert_eq!(escape("WWW.evil.example & St. Thomas"), r"WWW\.evil.example \& St. Thomas");
    }
}
