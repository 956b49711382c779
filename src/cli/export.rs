//! `export`: which sheet is wanted. The sheets themselves are made in another room.

use super::answer::{Answer, DONE, FAILED, UNUSABLE};
use super::args::ExportArgs;
use super::context::Context;
use super::hand::slipped;
use super::{Doors, report, usage, words};
use crate::app::session::Session;
use crate::model::campaign::Language;
use crate::model::{MemberIx, SiteIx};
use crate::store::record::RecordError;
use chrono::NaiveDate;
use serde::Serialize;
use std::path::Path;

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
            out: None,
        }
    }
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
    /// The disk refused.
    Disk(String),
    /// The record could not be read.
    Record(RecordError),
}

/// What a program hears when the sheet went into a file.
#[derive(Serialize)]
struct Written<'a> {
    strike: &'a str,
    sheet: &'a str,
    file: String,
}

/// Carries `export` out.
pub fn export(context: &Context, args: &ExportArgs, doors: &Doors<'_>) -> Answer {
    let Some((dir, rest)) = words::of_export(&args.words) else {
        return slipped(context, &words::Slip::Count, usage::EXPORT);
    };
    let (mut session, warned) = match context.open(&dir) {
        Ok(opened) => opened,
        Err(answer) => return answer,
    };
    if let Err(answer) = context.look_back(&mut session, args.as_of.as_deref()) {
        return answer;
    }
    if let Some(version) = args.since {
        match session.compare_with(version) {
            Ok(true) => {}
            Ok(false) => {
                let known = session.published_versions().unwrap_or_default();
                let known: Vec<String> = known.iter().map(u64::to_string).collect();
                let values = [("version", version.to_string().into()), ("known", known.join(", ").into())];
                return context.misused(&session, "record-never-published", &values);
            }
            Err(error) => return context.failed(&error),
        }
    }
    if rest[0] == "hours" && (args.site.is_some() || args.day.is_some()) {
        return context.misused(&session, "cli-hours-whole", &[]);
    }
    let chosen = context.site(&session, args.site.as_deref()).and_then(|site| {
        let day = context.day(&session, args.day.as_deref())?;
        let week = context.day(&session, args.week.as_deref())?;
        let member = args.member.as_deref().map(|id| context.owed(&session, id)).transpose()?;
        let person = rest.get(1).map(|id| context.member_by_name(&session, id, None)).transpose()?;
        Ok((site, day, week, member, person))
    });
    let (site, day, week, member, person) = match chosen {
        Ok(chosen) => chosen,
        Err(answer) => return answer,
    };
    if let (true, Some(format), None) = (context.json, args.format.as_deref().filter(|f| *f != "json"), &args.out) {
        return context.misused(&session, "cli-json-format", &[("format", format.into())]);
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
        out: args.out.as_deref(),
    };
    made(context, &session, &sheet, doors).after(&warned)
}

/// The sheet, or why there is none.
pub fn made(context: &Context, session: &Session, sheet: &Sheet<'_>, doors: &Doors<'_>) -> Answer {
    match (doors.export)(session, sheet) {
        Ok(None) if context.json => {
            let file = sheet.out.map(|path| path.display().to_string()).unwrap_or_default();
            let strike = session.ground.strike.campaign.name.as_str();
            Answer::json(DONE, &Written { strike, sheet: sheet.what, file })
        }
        Ok(text) => Answer::new(DONE, text.unwrap_or_default()),
        Err(trouble) => {
            let (status, id, name, value) = match &trouble {
                NoSheet::What(known) => (UNUSABLE, "cli-no-sheet", "known", known),
                NoSheet::Format(known) => (UNUSABLE, "cli-no-format", "known", known),
                NoSheet::OfTheStrike(path) => (UNUSABLE, "cli-out-of-strike", "path", path),
                NoSheet::NotAFile(path) => (UNUSABLE, "cli-out-no-file", "path", path),
                NoSheet::Disk(detail) => (FAILED, "cli-out-disk", "detail", detail),
                NoSheet::Record(error) => return context.failed(error),
            };
            let speech = context.speech_of(session);
            let what = ("what", sheet.what.into());
            let said = speech.say(id, &[what, ("format", sheet.format.unwrap_or("").into()), (name, value.into())]);
            Answer::complaint(status, report::error(speech, context.style.err, &said))
        }
    }
}
