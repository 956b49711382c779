//! The purge after a strike: telephones, e-mail addresses and notes go; hours, strike pay and who stood where stay.
//!
//! The lists of members go first, then the copies the program itself left beside them, then the record: its entry tells that
//! all of it was done. A purge that was cut short is finished by doing it once more. All of it happens under the record's
//! write lock.

use super::Session;
use super::action::ActError;
use crate::model::Instant;
use crate::model::campaign::Mode;
use crate::model::time::resolve;
use crate::store::column;
use crate::store::import::{ImportError, List};
use crate::store::place::{rehearse, replace};
use crate::store::record::{Action, Entry, PURGE, Payload, RecordError, Taken, copies, leftovers};
use serde_json::json;

/// What is to go besides telephones, e-mail addresses and notes, and what is not.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wanted<'a> {
    /// Further columns of the lists of members, by their names in any case.
    pub columns: &'a [String],
    /// Incidents stay as they were told.
    pub keep_incidents: bool,
}

/// What a purge takes out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Purge {
    /// Of which list, from which column, how many values.
    pub values: Vec<(String, String, usize)>,
    /// Columns of the lists that the program does not know and that stay.
    pub unknown: Vec<String>,
    /// From the record.
    pub taken: Taken,
    /// Files that the program itself left in the folder: these are removed.
    pub leftovers: Vec<String>,
    /// Copies of the record in the folder, made by hand: these stay, and say what the record said.
    pub copies: Vec<String>,
    lists: Vec<List>,
}

impl Purge {
    /// True when there is nothing to take out.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty() && self.taken.is_empty() && self.leftovers.is_empty()
    }
}

/// Why nothing was purged.
#[derive(Debug, thiserror::Error)]
pub enum NotPurged {
    /// No list of members has this column; those there are.
    #[error("no column {0}")]
    NoColumn(String, Vec<String>),
    /// The column is needed to know who is who.
    #[error("{0} stays")]
    Needed(String),
    /// A list of members can't be read.
    #[error(transparent)]
    List(#[from] ImportError),
    /// The record refuses.
    #[error(transparent)]
    Act(#[from] ActError),
}

/// Columns that always go, and beginnings of names of columns that the program does not know and that hold the like.
const COLUMNS: [&str; 2] = ["phone", "email"];
const LIKE: [&str; 15] = [
    "phone",
    "tel",
    "tél",
    "cell",
    "mobile",
    "e-mail",
    "email",
    "courriel",
    "note",
    "remark",
    "remarque",
    "comment",
    "emergency contact",
    "address",
    "adresse",
];
/// Columns without which nobody knows who is owed what.
const NEEDED: [&str; 2] = ["id", "name"];

impl Session {
    /// The instant from which nobody stands on a line any more: the first settled phase, else the end of the plan.
    pub fn over_at(&self) -> Instant {
        let strike = &self.ground.strike;
        let settled = strike.phases.iter().filter(|phase| phase.mode == Mode::Settled).map(|phase| phase.from).min();
        let last = self.ground.timetable.indices().map(|ix| self.ground.shift(ix).span.end).max();
        let end = last.unwrap_or_else(|| {
            let after = strike.campaign.last_day() + chrono::Days::new(1);
            resolve(strike.campaign.zone, after.and_time(chrono::NaiveTime::MIN))
        });
        settled.map_or(end, |settled| settled.min(end))
    }

    /// What a purge would take out; nothing is written.
    pub fn stage_purge(&self, wanted: Wanted<'_>) -> Result<Purge, NotPurged> {
        let is = |name: &str, other: &str| name.trim().to_lowercase() == other.trim().to_lowercase();
        if let Some(needed) = wanted.columns.iter().find(|name| NEEDED.iter().any(|needed| is(name, needed))) {
            return Err(NotPurged::Needed(needed.clone()));
        }
        let (mut lists, mut values, mut unknown, mut all) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for name in &self.member_files {
            let mut list = self.list(name)?;
            for (nth, column) in list.header().to_vec().iter().enumerate() {
                let folded = column.trim().to_lowercase();
                let is_known = column::COLUMNS.contains(&folded.as_str());
                let goes = COLUMNS.contains(&folded.as_str())
                    || wanted.columns.iter().any(|each| is(each, column))
                    || !is_known && LIKE.iter().any(|like| folded.starts_with(like));
                all.push(column.trim().to_owned());
                if goes {
                    let blanked = list.rewrite(nth, |_| String::new());
                    if blanked > 0 {
                        values.push((name.clone(), column.trim().to_owned(), blanked));
                    }
                } else if !is_known && !folded.is_empty() {
                    unknown.push(column.trim().to_owned());
                }
            }
            lists.push(list);
        }
        if let Some(missing) = wanted.columns.iter().find(|name| !all.iter().any(|column| is(name, column))) {
            return Err(NotPurged::NoColumn(missing.clone(), all));
        }
        unknown.sort_unstable();
        unknown.dedup();
        let folder = |source| ActError::Record(RecordError::Io { path: self.folder.clone(), source });
        Ok(Purge {
            values,
            unknown,
            taken: self.record.would_purge(wanted.keep_incidents).map_err(ActError::from)?,
            leftovers: leftovers(&self.folder, &self.member_files).map_err(folder)?,
            copies: copies(&self.folder).map_err(folder)?,
            lists,
        })
    }

    /// Purges lists, leftovers and record. The entry is None when there was nothing to take out.
    pub fn purge(&mut self, wanted: Wanted<'_>) -> Result<(Purge, Option<Entry>), NotPurged> {
        if self.moment.is_some() {
            return Err(ActError::InThePast.into());
        }
        // Nothing to do leaves no trace, not even a record.
        let staged = self.stage_purge(wanted)?;
        if staged.is_empty() {
            self.record.clean().map_err(ActError::from)?;
            return Ok((staged, None));
        }
        let news = self.record.begin().map_err(ActError::from)?;
        let done =
            self.hear(&news).map_err(|error| ActError::from(error).into()).and_then(|()| self.purge_locked(wanted));
        let done = done.inspect_err(|_| self.record.cancel())?;
        self.record.clean().map_err(ActError::from)?;
        self.reload(true).map_err(ActError::from)?;
        Ok(done)
    }

    fn purge_locked(&mut self, wanted: Wanted<'_>) -> Result<(Purge, Option<Entry>), NotPurged> {
        let staged = self.stage_purge(wanted)?;
        let failed = |path: &std::path::Path| {
            let path = path.to_owned();
            move |source| ActError::Record(RecordError::Io { path, source })
        };
        let changed: Vec<(_, String)> = (staged.lists.iter().filter(|list| list.is_changed()))
            .map(|list| (self.folder.join(&list.name), list.after()))
            .collect();
        for (path, text) in &changed {
            rehearse(path, text).map_err(failed(path))?;
        }
        for (path, text) in &changed {
            replace(path, text, false).map_err(failed(path))?;
        }
        for name in &staged.leftovers {
            let path = self.folder.join(name);
            std::fs::remove_file(&path).map_err(failed(&path))?;
        }
        let count = |column: &str| -> usize {
            staged.values.iter().filter(|(_, of, _)| of.eq_ignore_ascii_case(column)).map(|(_, _, count)| count).sum()
        };
        let others: usize = staged.values.iter().map(|(_, _, count)| count).sum();
        let (phones, emails, taken) = (count(COLUMNS[0]), count(COLUMNS[1]), staged.taken);
        let mut particulars = json!({ "phones": phones, "emails": emails, "entries": taken.entries });
        if others > phones + emails {
            particulars["others"] = json!(others - phones - emails);
        }
        let action = Action {
            at: self.now(),
            actor: self.actor.clone(),
            action: PURGE,
            particulars,
            turns: None,
            payload: Payload::default(),
            is_final: true,
        };
        let entry = self.record.purge(action, wanted.keep_incidents).map_err(ActError::from)?;
        Ok((staged, Some(entry)))
    }
}
