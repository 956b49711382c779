//! The command line: what was asked, and how it is answered on standard output.
//!
//! Every command is a function from what was asked to an [`Answer`]; nothing is printed on the way. What belongs to the
//! other rooms of this floor (paper, the screen) comes in through [`Doors`], which the program's `main` opens.

mod acted;
mod answer;
pub mod args;
mod backup;
mod branches;
mod check;
mod context;
mod export;
mod fold;
mod fragile;
mod freed;
mod gap_table;
mod gaps;
mod generate;
mod hand;
mod happening;
mod held;
mod help;
mod history;
mod import;
mod ledger;
mod levers;
mod line;
mod line_now;
mod list;
mod man;
mod moves;
mod parser;
mod plan;
mod purge;
mod redact;
mod reference;
mod repair;
mod report;
mod sheet;
mod usage;
mod verify;
mod what_if;
mod why;
mod words;

pub use answer::{Answer, DONE, FAILED, NO, Reply, Style, UNUSABLE};
pub use context::Context;
pub use export::{Filled, Made, NoSheet, Sheet};
pub use happening::{list as incident_list, table as incident_table};

use crate::app::recognised::Recognised;
use crate::app::session::{By, Opened, Opening, Session, open_sample, open_telling};
use crate::model::nearest::nearest;
use crate::speech::Speech;
use crate::store::read::STRIKE;
use crate::store::record::RecordError;
use args::{Command, Line, told};
use clap::error::ErrorKind;
use clap::{CommandFactory, FromArgMatches};
use line::HoursArgs;
use serde::Serialize;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// What other rooms do for the command line.
pub struct Doors<'a> {
    /// Makes a sheet: gives its text, or writes it to the file asked for.
    pub export: &'a MakeSheet,
    /// Finds the sheet of a code; None: no sheet of this strike has it.
    pub verify: &'a FindSheet,
    /// Opens the screen on a strike, as lines of text when the second says so.
    pub screen: &'a dyn Fn(Opening, bool) -> Result<(), NotShown>,
}

/// Why the screen was not opened, or how it ended.
#[derive(Debug)]
pub enum NotShown {
    /// The input has errors.
    Unusable(Box<Opened>),
    /// The record can't be read now.
    Failed(RecordError),
    /// What went wrong, told in the language spoken there.
    Told(String),
}

/// Makes a sheet of a session.
pub type MakeSheet = dyn Fn(&Session, &Sheet<'_>) -> Result<Made, NoSheet>;

/// Finds the sheet of a code.
pub type FindSheet = dyn Fn(&Session, &str) -> Result<Option<Recognised>, NoSheet>;

/// Answers a command line.
pub fn run(line: impl IntoIterator<Item = OsString>, style: Style, doors: &Doors<'_>) -> Answer {
    let line: Vec<OsString> = line.into_iter().collect();
    let wants_json = line.iter().take_while(|word| *word != "--").any(|word| word == "--json");
    let answer = answered(line, style, doors);
    if wants_json { answer.as_json() } else { answer }
}

fn answered(line: Vec<OsString>, style: Style, doors: &Doors<'_>) -> Answer {
    let language = help::language(&line, &|name| std::env::var(name).ok());
    let command = help::spoken(Line::command(), language);
    let first = line.get(1).map(PathBuf::from);
    let parsed = command.try_get_matches_from(help::bare(line)).and_then(|matches| Line::from_arg_matches(&matches));
    let line = match parsed {
        Ok(line) => line,
        Err(error) => {
            let speech = Speech::new(language);
            let slip = first.as_deref().filter(|_| error.kind() == ErrorKind::UnknownArgument);
            return slip
                .and_then(|word| no_command(word, speech, style))
                .unwrap_or_else(|| parser::answer(&error, speech, style));
        }
    };
    let context = match Context::new(&line.common, style, language) {
        Ok(context) => context,
        Err(answer) => return answer,
    };
    match (&line.command, &line.dir) {
        (None, dir) => screen(&context, dir.as_deref(), line.plain, doors),
        (Some(_), Some(dir)) => {
            let values = [("dir", dir.display().to_string().into())];
            context::misused(context.speech(), style, "cli-dir-first", &values)
        }
        (Some(command), None) => {
            // Complaints are printed as answers are.
            let answer = carry_out(&context, command, doors).unwrap_or_else(|complaint| complaint);
            // Of a slip on the command line nothing is told but the slip.
            let answer = if answer.status == UNUSABLE { answer } else { answer.after(&context.warned()) };
            // Sheets, pages and documents have lines of their own.
            let has_lines = context.json
                || matches!(
                    command,
                    Command::Export(_)
                        | Command::Hours(HoursArgs { short: false, .. })
                        | Command::Incidents { .. }
                        | Command::Completions { .. }
                        | Command::Man
                );
            answer.folded(style.width, !has_lines)
        }
    }
}

fn carry_out(context: &Context, command: &Command, doors: &Doors<'_>) -> Reply {
    match command {
        Command::Check { dir, seal } => check::check(context, dir, seal.as_deref()),
        Command::Plan(args) => plan::plan(context, args),
        Command::Gaps { dir, part } => gaps::gaps(context, dir, part),
        Command::Why { words } => why::why(context, words),
        Command::Assign(args) => hand::assign(context, args),
        Command::Unassign { words } => hand::unassign(context, words),
        Command::Export(args) => export::export(context, args, doors),
        Command::VerifySheet { words } => verify::verify(context, words, doors),
        Command::Publish { dir, note } => {
            hand::plain(context, dir, "publish", |session| session.publish(note.as_deref()))
        }
        Command::Back { words } => hand::back(context, words),
        Command::Absent { words, code, alternate } => {
            hand::time_out(context, words, hand::Away::Absent(code.as_deref()), alternate.as_deref())
        }
        Command::Callin { words, requirement, alternate } => {
            hand::time_out(context, words, hand::Away::Callin(requirement.as_deref()), alternate.as_deref())
        }
        Command::Fragile { dir, part } => fragile::fragile(context, dir, part),
        Command::WhatIf(args) => what_if::what_if(context, args),
        Command::Repair(args) => repair::repair(context, args),
        Command::Swap { words, reason } => moves::swap(context, words, reason.as_deref()),
        Command::Transfer { words, duty, reason } => {
            moves::transfer(context, words, duty.as_deref(), reason.as_deref())
        }
        Command::Close(args) => moves::close(context, args),
        Command::Reopen { words } => moves::reopen(context, words),
        Command::Sign { words, noted } => line::sign(context, words, noted.by()),
        Command::Noshow { words, noted } => line::no_show(context, words, noted.by()),
        Command::Sheet { words, noted } => sheet::sheet(context, words, noted.by()),
        Command::Line { dir, site, at } => line_now::line(context, dir, site.as_deref(), at.as_deref()),
        Command::Guests { words, who, by } => {
            let by = By { captain: told(by.as_deref()), correction: None };
            happening::guests(context, words, who.as_deref(), by)
        }
        Command::Handover { words, from, note } => {
            happening::hand_over(context, words, from.as_deref(), note.as_deref())
        }
        Command::Incident(args) => happening::incident(context, args),
        Command::Incidents { dir, site, day, csv } => {
            happening::incidents(context, dir, site.as_deref(), day.as_deref(), *csv)
        }
        Command::Alternate { words, task, noted } => ledger::alternate(context, words, task.as_deref(), noted.by()),
        Command::Signoff { words } => ledger::sign_off(context, words),
        Command::Hours(args) => line::hours(context, args, doors),
        Command::Import { words, map, dry_run } => import::import(context, words, map.as_deref(), *dry_run),
        Command::History(args) => history::history(context, args),
        Command::Undo { dir } => hand::plain(context, dir, "undo", Session::undo),
        Command::Redo { dir } => hand::plain(context, dir, "redo", Session::redo),
        Command::Backup { words } => backup::backup(context, words),
        Command::Purge(args) => purge::purge(context, args),
        Command::Redact { words } => redact::redact(context, words),
        Command::Generate(args) => generate::generate(context, args),
        Command::Completions { shell } => {
            let mut text = Vec::new();
            clap_complete::generate(*shell, &mut Line::command(), "picket", &mut text);
            Ok(self::text(context, "completions", Answer::new(DONE, String::from_utf8_lossy(&text))))
        }
        Command::Man => Ok(text(context, "man", man::man())),
    }
}

/// Opens the screen: on `dir`, else on the strike in the current folder, else on the built-in sample.
fn screen(context: &Context, dir: Option<&Path>, plain: bool, doors: &Doors<'_>) -> Answer {
    let missing = dir.filter(|dir| !dir.exists());
    if let Some((dir, near)) = missing.and_then(|dir| Some((dir, nearest_command(dir)?))) {
        let values = [("word", dir.display().to_string().into()), ("near", near.into())];
        return context.misused("cli-no-command", &values);
    }
    let dir = dir.map_or_else(|| Path::new(STRIKE).exists().then(|| PathBuf::from(".")), |dir| Some(dir.to_owned()));
    if let Some(dir) = &dir {
        context.turn_to(dir);
    }
    let (settings, folder) = (context.settings(), dir.clone());
    let opening = Opening {
        name: dir.as_deref().map(|dir| dir.display().to_string()).unwrap_or_default(),
        folder: dir,
        language: context.language,
        open: Box::new(move |progress| match folder {
            Some(folder) => open_telling(&folder, settings, progress),
            None => open_sample(settings),
        }),
    };
    match (doors.screen)(opening, plain) {
        Ok(()) => Answer::default(),
        Err(NotShown::Unusable(opened)) => context.unusable(&opened),
        Err(NotShown::Failed(error)) => context.failed(&error),
        Err(NotShown::Told(message)) => context.complaint(FAILED, &message),
    }
}

/// The complaint about a first word that is neither a command nor a folder; None: it is one. The parser takes any word there
/// for a folder, and finds fault with those after it only.
fn no_command(word: &Path, speech: Speech, style: Style) -> Option<Answer> {
    let name = word.to_str().filter(|name| !name.starts_with('-') && *name != "help")?;
    if word.exists() || Line::command().find_subcommand(name).is_some() {
        return None;
    }
    let told = |id, near: String| context::misused(speech, style, id, &[("word", name.into()), ("near", near.into())]);
    Some(match nearest_command(word) {
        Some(near) => told("cli-no-command", near),
        None => told("usage-command", String::new()),
    })
}

/// The command that a mistyped word was meant to be.
fn nearest_command(word: &Path) -> Option<String> {
    let word = word.to_str()?;
    let commands = Line::command();
    nearest(word, commands.get_subcommands().map(clap::Command::get_name)).map(str::to_owned)
}

/// A text that is made for people and shells, as a document.
#[derive(Serialize)]
struct Text<'a> {
    command: &'a str,
    text: &'a str,
}

fn text(context: &Context, command: &str, answer: Answer) -> Answer {
    if context.json && answer.status == DONE {
        return Answer::json(DONE, &Text { command, text: &answer.out });
    }
    answer
}
