//! `import`: a union database's export brought into the lists of members.

use super::answer::{Answer, DONE, Reply, UNUSABLE};
use super::context::Context;
use super::{acted, list, report, usage};
use crate::app::imported;
use crate::app::report::{Style, report as problems, said};
use crate::app::session::{Broken, NotImported, Session, Staged};
use crate::model::{MemberIx, ShiftIx};
use crate::speech::visible::visible;
use crate::speech::{Speech, place};
use crate::store::import::{Doubt, Person, Preview};
use crate::store::read::{Reading, codes};
use serde::Serialize;
use std::ffi::OsString;
use std::fmt::Write as _;
use std::path::Path;

/// Lines of each list that are shown; the rest is counted.
const SHOWN: usize = 20;

#[derive(Serialize)]
struct Document<'a> {
    strike: &'a str,
    version: u64,
    dry_run: bool,
    summary: String,
    encoding: &'static str,
    separator: char,
    rows: usize,
    unchanged: usize,
    added: Vec<PersonRow<'a>>,
    changed: Vec<ChangedRow<'a>>,
    gone: Vec<PersonRow<'a>>,
    freed: Vec<acted::ChangeRow<'a>>,
    broken: Vec<BrokenRow<'a>>,
    suspicious: Vec<DoubtRow<'a>>,
    files: Vec<&'a str>,
}

#[derive(Serialize)]
struct PersonRow<'a> {
    member: &'a str,
    name: &'a str,
}

/// Which columns, but not what stands in them: telephones and addresses are for captains.
#[derive(Serialize)]
struct ChangedRow<'a> {
    member: &'a str,
    name: &'a str,
    columns: &'a [&'static str],
}

/// An assignment that stays and breaks a rule from now on.
#[derive(Serialize)]
struct BrokenRow<'a> {
    shift: &'a str,
    member: &'a str,
    rule: &'static str,
}

#[derive(Serialize)]
struct DoubtRow<'a> {
    code: &'static str,
    members: &'a [String],
    line: Option<u64>,
    message: String,
}

/// Carries `import` out.
pub fn import(context: &Context, given: &[OsString], map: Option<&Path>, is_dry: bool) -> Reply {
    let (dir, file) = context.folder_and_file(given, usage::IMPORT)?;
    let mut session = context.open(&dir)?;
    let staged = session.stage_import(file, map).map_err(|why| refused(context, &session, why))?;
    let speech = context.speech();
    let summary = if is_dry {
        imported::totals(speech, "import-dry", &staged)
    } else {
        let name = file.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        match session.import(&staged, &name) {
            Ok(done) if done.entry.is_none() => speech.word("cli-nothing-import"),
            Ok(_) => imported::totals(speech, "import-done", &staged),
            Err(why) => return Err(refused(context, &session, why)),
        }
    };
    if context.json {
        return Ok(Answer::json(DONE, &document(speech, &session, &staged, summary, is_dry)));
    }
    let told = told(speech, &session, &staged, &summary, is_dry);
    Ok(Answer::new(DONE, told + &super::held::lines(context, &session)))
}

fn document<'a>(
    speech: Speech,
    session: &'a Session,
    staged: &'a Staged,
    summary: String,
    dry_run: bool,
) -> Document<'a> {
    let preview = &staged.preview;
    let person = |person: &'a Person| PersonRow { member: &person.id, name: &person.name };
    let changed = preview.changed.iter().map(|each| ChangedRow {
        member: &each.person.id,
        name: &each.person.name,
        columns: &each.columns,
    });
    let broken = |each: &Broken| BrokenRow {
        shift: &session.ground.shift(each.shift).id,
        member: &session.ground.strike.member(each.member).id,
        rule: each.rule.word(),
    };
    let doubt = |doubt: &'a Doubt| DoubtRow {
        code: doubt.why.code(),
        members: &doubt.members,
        line: doubt.line,
        message: imported::doubt(speech, doubt),
    };
    Document {
        strike: &session.ground.strike.campaign.name,
        version: session.version,
        dry_run,
        summary,
        encoding: preview.encoding.word(),
        separator: preview.separator,
        rows: preview.rows,
        unchanged: preview.unchanged,
        added: preview.added.iter().map(person).collect(),
        changed: changed.collect(),
        gone: preview.gone.iter().map(person).collect(),
        freed: staged.freed.iter().map(|change| acted::ChangeRow::new(&session.ground, change)).collect(),
        broken: staged.broken.iter().map(broken).collect(),
        suspicious: preview.doubts.iter().map(doubt).collect(),
        files: written(preview),
    }
}

/// The lists that change.
fn written(preview: &Preview) -> Vec<&str> {
    preview.lists.iter().filter(|list| list.is_changed()).map(|list| list.name.as_str()).collect()
}

fn told(speech: Speech, session: &Session, staged: &Staged, summary: &str, is_dry: bool) -> String {
    let preview = &staged.preview;
    let who = |person: &Person| place::named(&person.name, &person.id);
    let mut out = String::new();
    let mut told = |id: &str, rows: Vec<String>| {
        if rows.is_empty() {
            return;
        }
        let _ = writeln!(out, "{}", speech.say(id, &[("count", rows.len().into())]));
        out += &list::first(speech, "  ", SHOWN, rows.into_iter());
    };
    told("import-added", preview.added.iter().map(who).collect());
    let changed = preview.changed.iter();
    told("import-changed", changed.map(|each| speech.of(&who(&each.person), &each.columns.join(", "))).collect());
    told("import-gone", preview.gone.iter().map(who).collect());
    let stands = |shift: ShiftIx, member: MemberIx| {
        format!("{}  {}", visible(&session.ground.shift(shift).id), place::member(&session.ground, member))
    };
    let freed = staged.freed.iter().map(|change| stands(change.shift(), change.member()));
    told("import-freed", freed.collect());
    let broken = staged.broken.iter();
    let broken = broken.map(|each| speech.of(&stands(each.shift, each.member), &imported::rule(speech, each)));
    told("import-broken", broken.collect());
    told("import-suspicious", preview.doubts.iter().map(|doubt| imported::doubt(speech, doubt)).collect());
    let _ = writeln!(out, "{summary}");
    let files = written(preview);
    if !is_dry && !files.is_empty() {
        let kept: Vec<String> = files.iter().map(|name| format!("{name}.bak")).collect();
        let values = [("files", files.join(", ").into()), ("kept", kept.join(", ").into())];
        let _ = writeln!(out, "{}", speech.say("import-kept", &values));
    }
    out
}

fn refused(context: &Context, session: &Session, why: NotImported) -> Answer {
    let speech = context.speech();
    match why {
        NotImported::Act(error) => acted::told(context, session, "import", Err(error)),
        NotImported::Export(error) => {
            let said = imported::unusable(speech, &error);
            context.complaint(UNUSABLE, &said)
        }
        NotImported::Unfit(reading) => unfit(context, speech, &reading),
    }
}

/// The files as they would be have errors: those are shown in their place.
fn unfit(context: &Context, speech: Speech, reading: &Reading) -> Answer {
    let style = Style { colour: context.style.err, width: context.style.width };
    let shown = problems(&reading.problems, &reading.sources, speech, style);
    let complaint = report::error(speech, context.style.err, &speech.word("import-unfit"));
    let is_word = reading.problems.iter().any(|problem| problem.code == codes::UNKNOWN_WORD);
    let hint = if is_word { format!("\n{}\n", speech.word("import-other-words")) } else { String::new() };
    let each = reading.problems.iter().map(|problem| said(problem, speech)).collect();
    Answer::unusable(format!("{}\n{shown}{hint}", complaint.shown), complaint.bare, each)
}
