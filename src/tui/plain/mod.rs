//! The screen as lines of text, for a screen reader or a line printer: the same desk, the same commands, one line at a time.
//!
//! A line that is typed is a key (`n`), a command by its name (`next-gap`), a number (goes to that row), `/words` (finds), or
//! nothing (opens the row). What is answered is what changed, the row one is on, and where one is.

mod listing;

use super::run::Paper;
use crate::app::commands::{Key, TABLE};
use crate::app::keymap::parse;
use crate::app::view::lens::Counting;
use crate::app::view::place::{Place, Target};
use crate::app::view::planner::{News, carry_out};
use crate::app::view::{Desk, Effect, Message};
use crate::speech::visible::visible;
use listing::Listing;
use std::io::{self, BufRead, Write};

/// Rows read out around the one the cursor is on.
const AROUND: usize = 7;

/// Runs the desk on lines until the input ends or someone leaves.
pub fn run(mut desk: Desk, input: impl BufRead, output: &mut impl Write, paper: &Paper) -> io::Result<Desk> {
    let shown = |desk: &Desk| {
        let place = (desk.place, desk.cursor().0, Listing::of(desk).len);
        (place, desk.session.version, desk.counting, desk.speech.language())
    };
    page(&desk, output)?;
    // What was read out last: what a list over it has changed is read when that is closed.
    let mut read = shown(&desk);
    for line in input.lines() {
        let line = line?;
        if let Some(effect) = take(&mut desk, line.trim_end()) {
            match effect {
                Effect::Quit => return Ok(desk),
                other => paper.serve(&mut desk, &other),
            }
        }
        while let Some(job) = desk.take_job() {
            let version = job.version;
            let what = carry_out(job, &|_, _| {});
            desk.handle(Message::News(News { version, what }));
        }
        desk.handle(Message::Now(desk.session.now()));
        desk.hear_others();
        if let Some(notice) = &desk.notice {
            say(output, &notice.sentence())?;
        } else if let Some(news) = &desk.news {
            say(output, news)?;
        }
        if desk.prompt.is_some() {
            read_prompt(&desk, output)?;
        } else if read != shown(&desk) {
            page(&desk, output)?;
            read = shown(&desk);
        } else {
            let listing = Listing::of(&desk);
            if listing.len > 0 {
                say(output, &listing.row(desk.cursor().1))?;
            }
        }
        output.flush()?;
    }
    Ok(desk)
}

fn say(output: &mut impl Write, text: &str) -> io::Result<()> {
    writeln!(output, "{}", visible(text))
}

/// Does what a line asks for.
fn take(desk: &mut Desk, line: &str) -> Option<Effect> {
    if desk.prompt.is_some() {
        return take_for_prompt(desk, line);
    }
    // As after a key, what was said before is not said again.
    desk.notice = None;
    if line.is_empty() {
        return desk.handle(Message::Key(Key::Enter));
    }
    if let Some(words) = line.strip_prefix('/') {
        desk.handle(Message::Key(Key::Char('/')));
        return type_in(desk, words);
    }
    if let Ok(row) = line.parse::<usize>()
        && (row > 9 || line.len() > 1 || Place::TABS.len() < row)
    {
        return go_to_row(desk, row);
    }
    if let Some(row) = line.strip_prefix('#').and_then(|row| row.trim().parse::<usize>().ok()) {
        return go_to_row(desk, row);
    }
    let named = TABLE
        .iter()
        .find(|entry| entry.name == line || desk.speech.word(&format!("command-{}.hint", entry.name)) == line);
    if let Some(entry) = named.filter(|entry| entry.places.meets(desk.place.kind())) {
        let effect = desk.command(entry.command);
        desk.refresh();
        return effect;
    }
    match parse(line) {
        Some(key) if desk.keymap.find(key, desk.place.kind()).is_some() => desk.handle(Message::Key(key)),
        _ => {
            let text = desk.speech.say("plain-unknown", &[("text", line.into())]);
            desk.tell(crate::app::view::notice::Tone::Refused, text);
            None
        }
    }
}

fn go_to_row(desk: &mut Desk, row: usize) -> Option<Effect> {
    let (pane, at) = desk.cursor();
    let wanted = row.saturating_sub(1).min(Listing::of(desk).len.saturating_sub(1));
    if wanted == at { None } else { desk.handle(Message::Click(Target::Row(pane, wanted))) }
}

/// A number chooses (where numbers are answers: `#` and a number), an empty line takes the first, words narrow the choice or
/// are the answer.
fn take_for_prompt(desk: &mut Desk, line: &str) -> Option<Effect> {
    let chooses = desk.prompt.as_ref().is_some_and(crate::app::view::prompt::Prompt::chooses);
    if line == "esc" {
        return desk.handle(Message::Key(Key::Esc));
    }
    if line == "tab" && desk.prompt.as_ref().is_some_and(|prompt| !prompt.fields.is_empty()) {
        return desk.handle(Message::Key(Key::Tab));
    }
    if chooses && line.is_empty() {
        return desk.handle(Message::Key(Key::Enter));
    }
    let takes_numbers = desk.prompt.as_ref().is_some_and(crate::app::view::prompt::Prompt::takes_numbers);
    let row = line.strip_prefix('#').or_else(|| (!takes_numbers).then_some(line));
    if chooses && let Some(row) = row.and_then(|row| row.trim().parse::<usize>().ok()) {
        return desk.handle(Message::Click(Target::Choice(row.saturating_sub(1))));
    }
    let effect = type_in(desk, line);
    if chooses { effect } else { desk.handle(Message::Key(Key::Enter)) }
}

/// Puts words in place of what was typed before.
fn type_in(desk: &mut Desk, words: &str) -> Option<Effect> {
    if !words.is_empty() {
        desk.handle(Message::Key(Key::Ctrl('u')));
    }
    desk.handle(Message::Paste(words.to_owned()));
    None
}

fn read_prompt(desk: &Desk, output: &mut impl Write) -> io::Result<()> {
    let Some(prompt) = &desk.prompt else { return Ok(()) };
    say(output, &super::prompt::heading_text(desk, prompt))?;
    for line in super::prompt::field_lines(desk, prompt) {
        say(output, &line)?;
    }
    if let Some((head, rows)) = prompt.table.split_first() {
        for row in rows {
            // Each number with the word above it: a table can't be heard.
            let cells = head.iter().zip(row).skip(1).filter(|(_, cell)| !cell.is_empty());
            let cells: Vec<String> = cells.map(|(head, cell)| format!("{head} {cell}")).collect();
            say(output, &desk.speech.of(&row[0], &cells.join(", ")))?;
        }
    }
    for line in &prompt.lines {
        say(output, line)?;
    }
    for (at, choice) in prompt.choices.iter().take(20).enumerate() {
        let aside = desk.aside_in(choice, u16::MAX);
        let parts: Vec<&str> =
            [choice.lead.as_str(), &choice.text, &aside].into_iter().filter(|part| !part.is_empty()).collect();
        say(output, &format!("{}. {}", at + 1, parts.join(", ")))?;
    }
    if prompt.chooses() {
        let id = if prompt.choices.is_empty() {
            "screen-nothing-found"
        } else if prompt.takes_numbers() {
            "plain-choose-typed"
        } else {
            "plain-choose"
        };
        say(output, &desk.speech.word(id))?;
        if !prompt.fields.is_empty() {
            say(output, &desk.speech.word("plain-fields"))?;
        }
    }
    Ok(())
}

/// Where one is, what there is to know, and the rows around the cursor.
fn page(desk: &Desk, output: &mut impl Write) -> io::Result<()> {
    let speech = desk.speech;
    let values = [
        ("place", speech.word(desk.place.word()).into()),
        ("strike", (&desk.ground().strike.campaign.name).into()),
        ("at", desk.words().instant(desk.now).into()),
        ("version", desk.session.version.into()),
    ];
    say(output, &speech.say("plain-place", &values))?;
    match desk.counting {
        Counting::Planned => {}
        Counting::Worst => say(output, &speech.word("told-worst"))?,
        Counting::Now => say(output, &speech.word("told-now"))?,
    }
    if desk.holds_the_line() {
        say(output, &speech.word("screen-hold"))?;
    }
    let listing = Listing::of(desk);
    for line in &listing.head {
        say(output, line)?;
    }
    let at = desk.cursor().1.min(listing.len.saturating_sub(1));
    let first = at.saturating_sub(AROUND / 2).min(listing.len.saturating_sub(AROUND));
    for row in first..listing.len.min(first + AROUND) {
        let mark = if row == at { "> " } else { "" };
        say(output, &format!("{mark}{}", listing.row(row)))?;
    }
    let values = [("count", listing.len.into())];
    say(output, &speech.say("plain-rows", &values))?;
    output.flush()
}
