//! Undo and redo. What one has just done oneself is taken back with one key; what somebody else did, or what was done long ago,
//! is shown first: a slip of the finger must not cost anyone the morning's plan.

use super::Desk;
use super::choice::{Act, Choice};
use super::history::Line;
use super::notice::{Notice, Tone};
use super::prompt::Pick;
use crate::app::commands::Command;
use crate::app::session::{ActError, Session};
use crate::store::record::{Entry, RecordError};

/// What was done longer ago than so many minutes is looked at before it is taken back.
const JUST_NOW: i64 = 60;

impl Desk {
    /// Takes the last change back, or asks first.
    pub(super) fn undo(&mut self) {
        match self.to_be_looked_at() {
            Ok(Some(entry)) => self.pick(Pick::TakeBack(entry)),
            Ok(None) => self.undo_or_redo(false),
            Err(error) => self.refused(None, &ActError::Record(error)),
        }
    }

    /// What undo would take back, where that is not what one has just done oneself.
    fn to_be_looked_at(&self) -> Result<Option<Entry>, RecordError> {
        let Some(seq) = self.session.next_undo()? else { return Ok(None) };
        let is_ones_own = |entry: &Entry| entry.actor == self.session.actor();
        let is_new = |entry: &Entry| entry.at.plus_minutes(JUST_NOW) >= self.now;
        Ok(self.session.entry(seq)?.filter(|entry| !(is_ones_own(entry) && is_new(entry))))
    }

    /// What taking it back would take back, and who did it when.
    pub(super) fn take_back_choices(&self, entry: &Entry) -> Vec<Choice> {
        let values = [("actor", (&entry.actor).into()), ("at", self.words().instant(entry.at).into())];
        let by = self.speech.say("take-back-by", &values);
        vec![Choice::new(self.speech.word("take-back-do"), Act::TakeBack(entry.seq)).aside(by)]
    }

    /// Takes this entry back; where another is the last by now, asks anew.
    pub(super) fn take_back(&mut self, seq: u64) {
        match self.session.next_undo() {
            Ok(Some(next)) if next == seq => self.undo_or_redo(false),
            Ok(_) => self.undo(),
            Err(error) => self.refused(None, &ActError::Record(error)),
        }
    }

    /// Takes the last change back, or brings the last one that was taken back.
    pub(super) fn undo_or_redo(&mut self, redo: bool) {
        let (id, busy, how) =
            if redo { ("deed-redo", "busy-redoing", "told-undo") } else { ("deed-undo", "busy-undoing", "told-redo") };
        let next = if redo { self.session.next_redo() } else { self.session.next_undo() };
        let takes_long = match next.and_then(|seq| seq.map_or(Ok(false), |seq| self.session.is_heavy(seq))) {
            Ok(takes_long) => takes_long,
            Err(error) => {
                self.refused(None, &ActError::Record(error));
                return;
            }
        };
        let turn = move |session: &mut Session| if redo { session.redo() } else { session.undo() };
        self.carry_out(takes_long, busy, turn, move |desk, turned| match turned {
            Ok(done) => {
                let what = done.entry.as_ref().map_or_else(|| desk.speech.word(id), |entry| desk.words().entry(entry));
                let text = format!("{}.", what.trim_end_matches('.'));
                desk.notice = Some(Notice { tone: Tone::Done, text, how: desk.sentence(how, &[]) });
            }
            Err(error) => desk.refused(None, &error),
        });
    }

    /// How far things can be taken back: the entry under the cursor alone, or with everything after it; or the last hour, which
    /// comes first where the cursor is on what was done last.
    pub(super) fn rewind_choices(&self, seq: u64) -> Vec<Choice> {
        if self.looks_back() {
            return Vec::new();
        }
        let left: Vec<&Line> = self.history.all().iter().filter(|line| !line.undone && line.undoable()).collect();
        let count = |n: usize| self.speech.say("rewind-count", &[("count", n.into())]);
        let offer = |id: &str, act: Act, n: usize| Choice::new(self.speech.word(id), act).aside(count(n));
        let mut choices = Vec::new();
        let since = left.iter().filter(|line| line.entry.seq >= seq).count();
        if since > 1 && self.can_go_alone(seq) {
            choices.push(offer("rewind-alone", Act::TakeBackAlone(seq), 1));
        }
        if since > 0 {
            choices.push(offer("rewind-here", Act::Rewind(seq), since));
        }
        let hour = self.now.plus_minutes(-JUST_NOW);
        let of_hour: Vec<u64> =
            left.iter().take_while(|line| line.entry.at >= hour).map(|line| line.entry.seq).collect();
        if let Some(first) = of_hour.last() {
            let place = if since > 1 { choices.len() } else { 0 };
            choices.insert(place, offer("rewind-hour", Act::Rewind(*first), of_hour.len()));
        }
        let key = self.key_of(Command::LookBack);
        choices.push(Choice::new(self.speech.word("rewind-look"), Act::LookBack(seq)).aside(key));
        choices
    }

    /// True where an entry can be taken back although others came after it. What a large one changed is not read for that.
    fn can_go_alone(&self, seq: u64) -> bool {
        let is_left = |line: &Line| line.entry.seq == seq && !line.undone && line.undoable();
        self.history.all().iter().any(is_left)
            && self.session.is_heavy(seq).is_ok_and(|is_heavy| !is_heavy)
            && self.session.alone(seq).is_ok_and(|changes| changes.is_some())
    }

    /// Takes this entry back alone.
    pub(super) fn take_back_alone(&mut self, seq: u64) {
        let done = self.session.take_back_alone(seq);
        self.tell_outcome(done);
    }

    /// Takes back everything from the entry with this number on, the latest first.
    pub(super) fn rewind(&mut self, seq: u64) {
        let back = move |session: &mut Session| {
            let mut taken_back = 0;
            while session.next_undo()?.is_some_and(|next| next >= seq) {
                session.undo()?;
                taken_back += 1;
            }
            Ok::<i64, ActError>(taken_back)
        };
        self.carry_out(self.session.is_large(), "busy-undoing", back, |desk, taken_back| match taken_back {
            Ok(count) => {
                let text = desk.sentence("told-rewound", &[("count", count.into())]);
                desk.tell(Tone::Done, text);
            }
            Err(error) => desk.refused(None, &error),
        });
    }
}
