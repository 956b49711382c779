//! After the strike: what a purge would take out for good is shown, what may stay or go with it is chosen there, and only then
//! it goes.

use super::Desk;
use super::notice::Tone;
use super::page::{Ink, Kind, Matter, Row, Rows, Subject};
use super::study::Telling;
use crate::app::commands::Command;
use crate::app::session::{NotPurged, Purge, Session, Wanted};
use crate::app::{imported, purged, said};
use crate::model::Instant;
use crate::speech::calendar::day_short;
use crate::speech::visible::visible;

/// What is asked for beyond what always goes.
#[derive(Debug, Clone, Default)]
struct Asked {
    columns: Vec<String>,
    keep_incidents: bool,
    /// Although the strike is not over.
    too_early: bool,
}

/// What a purge would take out, and what of it is still open.
#[derive(Debug)]
pub(super) struct Purging {
    staged: Purge,
    asked: Asked,
    /// When the strike is over, where it is not yet.
    ends: Option<Instant>,
    rows: Vec<Line>,
}

/// A row: the name of a list, or which of its things.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Line {
    Head(&'static str),
    TooEarly,
    Values(usize),
    Record,
    Leftover(usize),
    Incidents,
    Column(usize),
    Copy(usize),
    Elsewhere,
}

impl Purging {
    fn new(staged: Purge, asked: Asked, ends: Option<Instant>) -> Self {
        let mut goes: Vec<Line> = (0..staged.values.len()).map(Line::Values).collect();
        goes.extend((!staged.taken.is_empty()).then_some(Line::Record));
        goes.extend((0..staged.leftovers.len()).map(Line::Leftover));
        let mut open: Vec<Line> = ends.map(|_| Line::TooEarly).into_iter().collect();
        open.extend((asked.keep_incidents || staged.taken.incidents > 0).then_some(Line::Incidents));
        open.extend((0..staged.unknown.len()).map(Line::Column));
        let mut stays: Vec<Line> = (0..staged.copies.len()).map(Line::Copy).collect();
        stays.push(Line::Elsewhere);
        let mut rows = Vec::new();
        for (head, list) in [("purge-goes", goes), ("purge-open", open), ("purge-stays", stays)] {
            if !list.is_empty() {
                rows.push(Line::Head(head));
                rows.extend(list);
            }
        }
        Self { staged, asked, ends, rows }
    }

    fn is_too_early(&self) -> bool {
        self.ends.is_some() && !self.asked.too_early
    }

    /// What is asked for when the row `at` is the other way round; None: that is nothing to choose.
    fn turned(&self, at: usize) -> Option<Asked> {
        let mut asked = self.asked.clone();
        match *self.rows.get(at)? {
            Line::TooEarly => asked.too_early = !asked.too_early,
            Line::Incidents => asked.keep_incidents = !asked.keep_incidents,
            Line::Column(at) => asked.columns.push(self.staged.unknown.get(at)?.clone()),
            Line::Values(at) => {
                let (_, column, _) = self.staged.values.get(at)?;
                let place = asked.columns.iter().position(|asked| asked == column)?;
                asked.columns.remove(place);
            }
            Line::Head(_) | Line::Record | Line::Leftover(_) | Line::Copy(_) | Line::Elsewhere => return None,
        }
        Some(asked)
    }
}

impl Rows for Purging {
    fn head(&self, desk: &Desk) -> Vec<String> {
        let mut head = vec![desk.speech.word(if self.staged.is_empty() { "purge-nothing" } else { "page-purge" })];
        if self.can_be_made() {
            head.push(desk.sentence("page-purge-take", &[]));
        } else if let (Some(ends), true) = (self.ends, self.is_too_early()) {
            head.push(desk.speech.say("page-purge-early", &[("day", desk.day_of(ends).into())]));
        }
        head
    }

    fn len(&self) -> usize {
        self.rows.len()
    }

    fn row(&self, desk: &Desk, at: usize) -> Row {
        let speech = desk.speech;
        let plain = |text: String| Row { text, ..Row::default() };
        let open = |id: &str, values: &[_], turn: &str| Row {
            ink: Ink::Warn,
            aside: desk.sentence(turn, &[]),
            ..plain(speech.say(id, values))
        };
        match self.rows[at] {
            Line::Head(id) => Row { ink: Ink::Heading, ..plain(speech.word(id)) },
            Line::TooEarly => {
                let day = self.ends.map(|ends| desk.day_of(ends)).unwrap_or_default();
                let turn = if self.asked.too_early { "purge-turn-later" } else { "purge-turn-early" };
                open("purge-early", &[("day", day.into())], turn)
            }
            Line::Values(at) => {
                let is_asked = self.asked.columns.contains(&self.staged.values[at].1);
                let aside = if is_asked { desk.sentence("purge-turn-back", &[]) } else { String::new() };
                Row { aside, ..plain(purged::values(speech, &self.staged.values[at])) }
            }
            Line::Record => plain(purged::from_record(speech, &self.staged.taken).unwrap_or_default()),
            Line::Leftover(at) => plain(visible(&self.staged.leftovers[at]).into_owned()),
            Line::Incidents if self.asked.keep_incidents => open("purge-incidents-stay", &[], "purge-turn-go"),
            Line::Incidents => open("purge-incidents-go", &[], "purge-turn-stay"),
            Line::Column(at) => {
                let column = visible(&self.staged.unknown[at]).into_owned();
                open("purge-column", &[("column", column.into())], "purge-turn-go")
            }
            Line::Copy(at) => {
                let file = visible(&self.staged.copies[at]).into_owned();
                Row { ink: Ink::Warn, ..plain(speech.say("purge-copy", &[("file", file.into())])) }
            }
            Line::Elsewhere => plain(speech.word("purge-elsewhere")),
        }
    }

    fn subject(&self, _: &Desk, _: usize) -> Subject {
        Subject::default()
    }

    fn can_be_made(&self) -> bool {
        !self.staged.is_empty() && !self.is_too_early()
    }

    fn why_not(&self) -> &'static str {
        if self.is_too_early() { "told-purge-early" } else { "purge-nothing" }
    }
}

impl Desk {
    fn day_of(&self, at: Instant) -> String {
        day_short(at.in_zone(self.ground().strike.campaign.zone).date_naive(), self.speech.language())
    }

    /// Finds out what a purge would take out, and shows it.
    pub(super) fn show_purge(&mut self) {
        if !self.turn_to_waiting(Kind::Purge) {
            self.stage_purge(Asked::default(), 1);
        }
    }

    /// The same with what is `asked`; the cursor on the row `at`.
    fn stage_purge(&mut self, asked: Asked, at: usize) {
        let (from, version) = (self.place, self.session.version);
        let stage = move |session: &Session, _: &Telling| {
            let wanted = Wanted { columns: &asked.columns, keep_incidents: asked.keep_incidents };
            let staged = session.stage_purge(wanted);
            (staged, asked)
        };
        let takes_long = self.session.is_large();
        self.study(takes_long, "busy-purge", Command::Purge, stage, move |desk, (staged, asked)| match staged {
            Ok(staged) => {
                let ends = Some(desk.session.over_at()).filter(|ends| desk.session.now() < *ends);
                desk.show_page(Matter::Purge(Purging::new(staged, asked, ends)), version, from);
                if let Some(page) = desk.pages.get_mut(Kind::Purge) {
                    page.list.go(at);
                }
            }
            Err(why) => desk.not_purged(why),
        });
    }

    fn purging(&self) -> Option<&Purging> {
        match &self.pages.get(Kind::Purge)?.matter {
            Matter::Purge(purging) => Some(purging),
            _ => None,
        }
    }

    /// Lets what the row under the cursor names go with the rest, or stay after all.
    pub(super) fn turn_purge_row(&mut self) {
        let at = self.page().map_or(0, super::page::Page::at);
        match self.purging().and_then(|purging| purging.turned(at)) {
            Some(asked) => self.stage_purge(asked, at),
            None => self.say("told-purge-no-choice"),
        }
    }

    /// Takes out what is looked at.
    pub(super) fn purge(&mut self) {
        let Some(Asked { columns, keep_incidents, .. }) = self.purging().map(|purging| purging.asked.clone()) else {
            return;
        };
        let purge = move |session: &mut Session| session.purge(Wanted { columns: &columns, keep_incidents });
        self.carry_out(true, "busy-purging", purge, |desk, done| match done {
            Ok((_, entry)) => {
                desk.leave_page(Kind::Purge);
                desk.refresh();
                let what = entry.map(|entry| format!("{}.", said::summary(desk.speech, &entry)));
                let what = what.unwrap_or_else(|| desk.speech.word("purge-nothing"));
                desk.tell(Tone::Done, format!("{what} {}", desk.speech.word("purge-elsewhere")));
            }
            Err(why) => desk.not_purged(why),
        });
    }

    fn not_purged(&mut self, why: NotPurged) {
        match why {
            // What was taken out before the fault stays out; once more finishes it.
            NotPurged::Act(error) => {
                self.refused(None, &error);
                if let Some(notice) = self.notice.as_mut().filter(|notice| notice.tone == Tone::Failed) {
                    notice.add(&self.speech.word("purge-again"));
                }
            }
            NotPurged::List(error) => {
                let text = imported::unusable(self.speech, &error);
                self.tell(Tone::Refused, text);
            }
            // Only columns that the lists have are offered, and none that is needed: the lists were changed meanwhile.
            NotPurged::NoColumn(column, known) => {
                let values = [("column", column.into()), ("known", known.join(", ").into())];
                self.not_done("purge-no-column", &values);
            }
            NotPurged::Needed(column) => self.not_done("purge-needed", &[("column", column.into())]),
        }
    }
}
