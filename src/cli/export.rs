//! `export`: which sheet is wanted. The sheets themselves are made in another room.

use super::answer::{Answer, DONE, FAILED, Reply, UNUSABLE};
use super::context::Context;
use super::{Doors, usage, words};
use crate::app::said;
use crate::app::session::Session;
use crate::model::campaign::Language;
use crate::model::{MemberIx, SiteIx};
use crate::speech::{Speech, disk};
use crate::store::record::RecordError;
use chrono::NaiveDate;
use clap::Args;
use serde::Serialize;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// What `export` is asked.
#[derive(Debug, Args)]
pub struct ExportArgs {
    /// The words
    #[arg(hide = true)]
    pub words: Vec<OsString>,
    /// text, csv, json, markdown, ics, svg, html or xlsx, as far as the sheet comes so [default: text]
    #[arg(long, value_name = "F")]
    pub format: Option<String>,
    /// Only this site
    #[arg(long, value_name = "ID")]
    pub site: Option<String>,
    /// Only shifts that start on this day (YYYY-MM-DD)
    #[arg(long, value_name = "DATE")]
    pub day: Option<String>,
    /// Hours, short: only the week that holds this day (YYYY-MM-DD)
    #[arg(long, value_name = "DATE")]
    pub week: Option<String>,
    /// Hours: only this member
    #[arg(long, value_name = "ID")]
    pub member: Option<String>,
    /// The roster as it was then: an instant, or a version
    #[arg(long, value_name = "WHEN")]
    pub as_of: Option<String>,
    /// Changes and calls: against this published version [default: the last one]
    #[arg(long, value_name = "VERSION")]
    pub since: Option<u64>,
    /// Columns of a sheet of text
    #[arg(long, value_name = "N", default_value_t = 80)]
    pub width: usize,
    /// Text: a form feed between pages, for a printer
    #[arg(long)]
    pub paginate: bool,
    /// CSV: a byte-order mark first, for spreadsheets that take the file for another encoding without one
    #[arg(long)]
    pub bom: bool,
    /// `all`: only files that would say something else than they do
    #[arg(long)]
    pub changed: bool,
    /// Write into this file instead of standard output; `all`: into this folder
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// A sheet wanted.
#[derive(Debug, Clone, Copy)]
pub struct Sheet<'a> {
    /// What: `roster`, …
    pub what: &'a str,
    /// The form; None: the usual one of that sheet.
    pub format: Option<&'a str>,
    /// The language.
    pub language: Language,
    /// Only this site.
    pub site: Option<SiteIx>,
    /// Only shifts that start on this day.
    pub day: Option<NaiveDate>,
    /// Hours: only the week that holds this day.
    pub week: Option<NaiveDate>,
    /// Hours: only the member with this id.
    pub member: Option<&'a str>,
    /// Whose weeks, for a sheet about one person.
    pub person: Option<MemberIx>,
    /// Columns of a sheet of text.
    pub width: usize,
    /// Text: a form feed between pages, for a printer.
    pub paginate: bool,
    /// CSV: a byte-order mark first, for spreadsheets that need one.
    pub byte_order_mark: bool,
    /// Everything at once: only files that would say something else than they do.
    pub only_changed: bool,
    /// Into this file; None: standard output.
    pub out: Option<&'a Path>,
}

impl<'a> Sheet<'a> {
    /// A whole sheet in its usual form, for standard output.
    pub fn new(what: &'a str, language: Language) -> Self {
        Self {
            what,
            format: None,
            language,
            site: None,
            day: None,
            week: None,
            member: None,
            person: None,
            width: 80,
            paginate: false,
            byte_order_mark: false,
            only_changed: false,
            out: None,
        }
    }
}

/// A sheet that came about.
#[derive(Debug)]
pub enum Made {
    /// Here it is.
    Text(String),
    /// It is in the file asked for.
    Written,
    /// Everything is in the folder asked for.
    Filled(Filled),
}

/// A folder filled with a day's files.
#[derive(Debug, Clone, Serialize)]
pub struct Filled {
    /// The day.
    pub day: NaiveDate,
    /// Files written.
    pub written: usize,
    /// Files left, since they say what they would say again.
    pub kept: usize,
    /// Files of an earlier run that are out of date.
    pub stale: Vec<String>,
}

/// Why there is no sheet.
#[derive(Debug)]
pub enum NoSheet {
    /// There is no such sheet; these there are.
    What(String),
    /// It does not come in that form; in these it does.
    Format(String),
    /// The file to write is one of the strike's.
    OfTheStrike(String),
    /// The file to write is none.
    NotAFile(String),
    /// The folder to fill is none.
    NotAFolder(String),
    /// It can only go into a file, or a folder.
    NoPlace,
    /// That is no code.
    Code(String),
    /// The disk refused: which file, where that is known, and why.
    Disk {
        /// The file.
        path: Option<PathBuf>,
        /// What the system says.
        source: std::io::Error,
        /// Other files of the same folder may have been written before.
        is_part: bool,
    },
    /// The record could not be read.
    Record(RecordError),
}

impl NoSheet {
    /// Why there is no sheet `what` in `format`, in one sentence.
    pub fn said(&self, speech: Speech, what: &str, format: Option<&str>) -> String {
        let (id, name, value) = match self {
            Self::What(known) => ("cli-no-sheet", "known", known.as_str()),
            Self::Format(known) => ("cli-no-format", "known", known.as_str()),
            Self::OfTheStrike(path) => ("cli-out-of-strike", "path", path.as_str()),
            Self::NotAFile(path) => ("cli-out-no-file", "path", path.as_str()),
            Self::NotAFolder(path) => ("cli-out-no-folder", "path", path.as_str()),
            Self::NoPlace => ("cli-out-missing", "path", ""),
            Self::Code(code) => ("cli-bad-code", "code", code.as_str()),
            Self::Disk { path, source, is_part } => {
                let why = disk::why(speech, source);
                let detail = path.as_deref().map_or(why.clone(), |path| {
                    speech.say("cli-io", &[("path", path.display().to_string().into()), ("detail", why.into())])
                });
                let id = if *is_part { "cli-out-disk.part" } else { "cli-out-disk" };
                return speech.say(id, &[("detail", detail.into())]);
            }
            Self::Record(error) => return said::record(speech, error),
        };
        let (what, format) = (("what", what.into()), ("format", format.unwrap_or_default().into()));
        speech.say(id, &[what, format, (name, value.into())])
    }
}

/// What a program hears when the sheet went into a file.
#[derive(Serialize)]
struct Written<'a> {
    strike: &'a str,
    sheet: &'a str,
    file: String,
}

/// What a program gets of a sheet that is made for people only.
#[derive(Serialize)]
struct Inside<'a> {
    strike: &'a str,
    version: u64,
    sheet: &'a str,
    text: &'a str,
}

/// The sheets that are about whole weeks of everyone.
const LEDGER: [&str; 2] = ["hours", "short"];

/// An option that the sheet asked for would not heed, and the sheets that do (`all` heeds what its sheets do). Who gives one
/// means something by it, and would take the whole for the part.
fn misplaced(what: &str, args: &ExportArgs) -> Option<(&'static str, &'static [&'static str])> {
    const PLACED: [&str; 13] = [
        "roster",
        "signin",
        "captain",
        "calls",
        "changes",
        "essential",
        "coverage",
        "member",
        "report",
        "board",
        "tree",
        "map",
        "all",
    ];
    let options: [(&str, bool, &[&str]); 6] = [
        ("--site", args.site.is_some(), &PLACED),
        ("--day", args.day.is_some(), &PLACED),
        ("--week", args.week.is_some(), &LEDGER),
        ("--member", args.member.is_some(), &["hours"]),
        ("--since", args.since.is_some(), &["changes", "calls"]),
        ("--changed", args.changed, &["all"]),
    ];
    // A word that is no sheet is told as that.
    let is_known = PLACED.contains(&what) || LEDGER.contains(&what) || what == "calendar";
    let found = options.into_iter().find(|(_, is_given, sheets)| is_known && *is_given && !sheets.contains(&what));
    found.map(|(option, _, sheets)| (option, sheets))
}

/// Carries `export` out.
pub fn export(context: &Context, args: &ExportArgs, doors: &Doors<'_>) -> Reply {
    let (dir, rest) =
        words::of_export(&args.words).ok_or_else(|| context.slipped(&words::Slip::Count, usage::EXPORT))?;
    let mut session = context.open(&dir)?;
    context.look_back(&mut session, args.as_of.as_deref())?;
    if let Some(version) = args.since {
        match session.compare_with(version) {
            Ok(true) => {}
            Ok(false) => {
                let known = session.published_versions().unwrap_or_default();
                let known: Vec<String> = known.iter().map(u64::to_string).collect();
                let values = [("version", version.to_string().into()), ("known", known.join(", ").into())];
                let id = if known.is_empty() { "record-never-published.none" } else { "record-never-published" };
                return Err(context.misused(id, &values));
            }
            Err(error) => return Err(context.failed(&error)),
        }
    }
    if let Some((option, sheets)) = misplaced(&rest[0], args) {
        if LEDGER.contains(&rest[0].as_str()) && ["--site", "--day"].contains(&option) {
            return Err(context.misused("cli-hours-whole", &[]));
        }
        let values =
            [("option", option.into()), ("known", sheets.join(", ").into()), ("what", rest[0].as_str().into())];
        return Err(context.misused("cli-export-option", &values));
    }
    let site = context.site(&session, args.site.as_deref())?;
    let (day, week) = (context.day(args.day.as_deref())?, context.day(args.week.as_deref())?);
    let member = args.member.as_deref().map(|id| context.owed(&session, id)).transpose()?;
    let person = rest.get(1).map(|id| context.member_by_name(&session, id, None)).transpose()?;
    if let (true, Some(format), None) = (context.json, args.format.as_deref().filter(|f| *f != "json"), &args.out) {
        return Err(context.misused("cli-json-format", &[("format", format.into())]));
    }
    let format = args.format.as_deref().or(context.json.then_some("json"));
    let sheet = Sheet {
        what: &rest[0],
        format,
        language: session.language,
        site,
        day,
        week,
        member: member.as_deref(),
        person,
        width: args.width,
        paginate: args.paginate,
        byte_order_mark: args.bom,
        only_changed: args.changed,
        out: args.out.as_deref(),
    };
    let mut outcome = (doors.export)(&session, &sheet);
    if let (true, None, Err(NoSheet::Format(_))) = (context.json, &args.format, &outcome) {
        // No document of its own: the sheet as it is, inside of one.
        outcome = (doors.export)(&session, &Sheet { format: None, ..sheet });
        if let Ok(Made::Text(text)) = &outcome {
            let (strike, version) = (session.ground.strike.campaign.name.as_str(), session.version);
            return Ok(Answer::json(DONE, &Inside { strike, version, sheet: sheet.what, text }));
        }
    }
    Ok(told(context, &session, &sheet, outcome))
}

/// The sheet, or why there is none.
pub fn made(context: &Context, session: &Session, sheet: &Sheet<'_>, doors: &Doors<'_>) -> Answer {
    told(context, session, sheet, (doors.export)(session, sheet))
}

fn told(context: &Context, session: &Session, sheet: &Sheet<'_>, outcome: Result<Made, NoSheet>) -> Answer {
    match outcome {
        Ok(Made::Filled(filled)) => filled_said(context, session, sheet, &filled),
        Ok(Made::Written) if context.json => {
            let file = sheet.out.map(|path| path.display().to_string()).unwrap_or_default();
            let strike = session.ground.strike.campaign.name.as_str();
            Answer::json(DONE, &Written { strike, sheet: sheet.what, file })
        }
        Ok(Made::Written) => Answer::new(DONE, ""),
        Ok(Made::Text(text)) => Answer::new(DONE, text),
        Err(trouble) => refused(context, sheet, &trouble),
    }
}

/// Why there is no sheet, said.
pub fn refused(context: &Context, sheet: &Sheet<'_>, trouble: &NoSheet) -> Answer {
    let status = if matches!(trouble, NoSheet::Disk { .. } | NoSheet::Record(_)) { FAILED } else { UNUSABLE };
    let speech = context.speech();
    let said = trouble.said(speech, sheet.what, sheet.format);
    context.complaint(status, &said)
}

/// What was written into the folder.
fn filled_said(context: &Context, session: &Session, sheet: &Sheet<'_>, filled: &Filled) -> Answer {
    #[derive(Serialize)]
    struct Document<'a> {
        strike: &'a str,
        version: u64,
        folder: String,
        #[serde(flatten)]
        filled: &'a Filled,
    }
    let folder = sheet.out.map(|path| path.display().to_string()).unwrap_or_default();
    if context.json {
        let strike = session.ground.strike.campaign.name.as_str();
        return Answer::json(DONE, &Document { strike, version: session.version, folder, filled });
    }
    let speech = context.speech();
    let told = said::filled(speech, Path::new(&folder), filled.written, filled.kept, filled.stale.len());
    // As with every `--out`, standard output stays empty.
    Answer::new(DONE, "").after(&(told + "\n"))
}
