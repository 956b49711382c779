//! `purge`: telephones, e-mail addresses and notes taken out after the strike.

use super::acted;
use super::answer::{Answer, DONE, FAILED, NO, Reply, UNUSABLE};
use super::context::Context;
use crate::app::session::{NotPurged, Purge, Session, Wanted};
use crate::app::{imported, purged, said};
use crate::speech::Speech;
use crate::speech::calendar::day_short;
use crate::store::record::Taken;
use clap::Args;
use serde::Serialize;
use std::path::PathBuf;

/// What `purge` is asked.
#[derive(Debug, Args)]
pub struct PurgeArgs {
    /// The strike's folder
    #[arg(default_value = ".")]
    pub dir: PathBuf,
    /// Show what would go; remove nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Also while the strike is not over
    #[arg(long)]
    pub yes: bool,
    /// Empty this column of the lists of members too (several times for several): restrictions, latitude, …
    #[arg(long = "column", value_name = "NAME")]
    pub columns: Vec<String>,
    /// Keep incidents as they were told: counsel may still need them
    #[arg(long)]
    pub keep_incidents: bool,
}

#[derive(Serialize)]
struct Document<'a> {
    strike: &'a str,
    version: u64,
    dry_run: bool,
    summary: String,
    lists: Vec<Blanked<'a>>,
    record: Taken,
    /// Files in the folder that go.
    removed: &'a [String],
    /// Columns that the program does not know, and that stay.
    columns_kept: &'a [String],
    /// Copies of the record in the folder, made by hand, that stay.
    copies_kept: &'a [String],
}

#[derive(Serialize)]
struct Blanked<'a> {
    file: &'a str,
    column: &'a str,
    values: usize,
}

/// Carries `purge` out.
pub fn purge(context: &Context, args: &PurgeArgs) -> Reply {
    let mut session = context.open(&args.dir)?;
    let speech = context.speech();
    let wanted = Wanted { columns: &args.columns, keep_incidents: args.keep_incidents };
    if args.dry_run {
        let staged = session.stage_purge(wanted).map_err(|why| refused(context, &session, why))?;
        let id = if staged.is_empty() { "purge-nothing" } else { "purge-dry" };
        return Ok(shown(context, &session, &staged, speech.word(id), true));
    }
    let over = session.over_at();
    if session.now() < over && !args.yes {
        let day = over.in_zone(session.ground.strike.campaign.zone).date_naive();
        let values = [("day", day_short(day, speech.language()).into())];
        let said = speech.say("purge-too-early", &values);
        return Err(context.complaint(NO, &said));
    }
    match session.purge(wanted) {
        Ok((purged, entry)) => {
            let summary = entry.map_or_else(|| speech.word("purge-nothing"), |entry| said::summary(speech, &entry));
            Ok(shown(context, &session, &purged, summary, false))
        }
        Err(why) => Err(refused(context, &session, why)),
    }
}

fn shown(context: &Context, session: &Session, purge: &Purge, summary: String, dry_run: bool) -> Answer {
    let speech = context.speech();
    if context.json {
        let lists =
            purge.values.iter().map(|(file, column, values)| Blanked { file, column, values: *values }).collect();
        let document = Document {
            strike: &session.ground.strike.campaign.name,
            version: session.version,
            dry_run,
            summary,
            lists,
            record: purge.taken,
            removed: &purge.leftovers,
            columns_kept: &purge.unknown,
            copies_kept: &purge.copies,
        };
        return Answer::json(DONE, &document);
    }
    Answer::new(DONE, told(speech, purge, &summary))
}

fn told(speech: Speech, purge: &Purge, summary: &str) -> String {
    let mut lines = purged::lines(speech, purge);
    lines.push(summary.to_owned());
    if !purge.is_empty() {
        lines.push(speech.word("purge-elsewhere"));
    }
    lines.join("\n") + "\n"
}

fn refused(context: &Context, session: &Session, why: NotPurged) -> Answer {
    let speech = context.speech();
    match why {
        NotPurged::NoColumn(name, known) => {
            let values = [("column", name.into()), ("known", known.join(", ").into())];
            context.misused("purge-no-column", &values)
        }
        NotPurged::Needed(name) => context.misused("purge-needed", &[("column", name.into())]),
        NotPurged::List(error) => {
            let said = imported::unusable(speech, &error);
            context.complaint(UNUSABLE, &said)
        }
        NotPurged::Act(error) => {
            let answer = acted::told(context, session, "purge", Err(error));
            // What was taken out before the fault stays out; once more finishes it.
            if answer.status == FAILED { answer.after_all(&speech.word("purge-again")) } else { answer }
        }
    }
}
