//! What is noted of who was there: signed in or out, did not come, a line of a paper sheet. Of a week that is signed off it
//! is a correction: why is asked then, and only then.

use super::Desk;
use super::choice::{Act, Choice};
use super::notice::Tone;
use super::place::Place;
use super::prompt::{Pick, Prompt};
use crate::app::said;
use crate::app::session::{ActError, By, Done, NotEntered, Told, Way};
use crate::model::{MemberIx, ShiftIx};
use crate::rules::Ground;
use chrono::NaiveDate;

/// Something that is noted of who was there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Noting {
    /// Came, or went.
    Sign {
        /// On which shift.
        shift: ShiftIx,
        /// Who.
        member: MemberIx,
        /// Onto the line, or off it.
        way: Way,
        /// When.
        told: Told,
    },
    /// Did not come.
    NoShow(ShiftIx, MemberIx),
    /// A line of a paper sheet.
    Sheet {
        /// Of which shift.
        shift: ShiftIx,
        /// As it is written.
        text: String,
    },
    /// Duty elsewhere: kitchen, telephones, office.
    Alternate {
        /// Who.
        member: MemberIx,
        /// On which day.
        date: NaiveDate,
        /// How long.
        minutes: i64,
        /// At what, where that was told.
        task: Option<String>,
    },
}

impl Noting {
    fn shift(&self) -> Option<ShiftIx> {
        match self {
            Self::Sign { shift, .. } | Self::NoShow(shift, _) | Self::Sheet { shift, .. } => Some(*shift),
            Self::Alternate { .. } => None,
        }
    }

    /// The day to which it counts.
    fn day(&self, ground: &Ground) -> NaiveDate {
        match self {
            Self::Sign { shift, .. } | Self::NoShow(shift, _) | Self::Sheet { shift, .. } => ground.shift(*shift).date,
            Self::Alternate { date, .. } => *date,
        }
    }
}

impl Desk {
    /// Notes it, and says so. True when that was done; a correction that needs its reason is asked for it.
    pub(super) fn note(&mut self, what: &Noting, by: By<'_>) -> bool {
        match self.try_to_note(what, by) {
            Ok(done) => {
                self.tell_entry(&done);
                self.refresh_board();
                true
            }
            Err(NotEntered::Act(ActError::Locked(_))) => {
                self.pick(Pick::Correct(what.clone()));
                // On whose word it is stays told.
                if let (Some(prompt), Some(captain)) = (&mut self.prompt, by.captain) {
                    prompt.tell("by", captain);
                }
                false
            }
            Err(NotEntered::Act(error)) => {
                self.refused(what.shift(), &error);
                false
            }
            Err(other) => {
                let text = match what {
                    Noting::Sheet { text, .. } => text.as_str(),
                    _ => "",
                };
                let said = said::not_entered(self.speech, self.ground(), text, &other);
                self.tell(Tone::Refused, said);
                false
            }
        }
    }

    fn try_to_note(&mut self, what: &Noting, by: By<'_>) -> Result<Done, NotEntered> {
        Ok(match what {
            Noting::Sign { shift, member, way, told } => self.session.sign(*shift, *member, *way, *told, by)?,
            Noting::NoShow(shift, member) => self.session.no_show(*shift, *member, by)?,
            Noting::Sheet { shift, text } => self.session.enter_line(*shift, text, by)?.1,
            Noting::Alternate { member, date, minutes, task } => {
                self.session.alternate_duty(*member, *date, *minutes, task.as_deref(), by)?
            }
        })
    }

    /// Notes what was asked for, on the word of whoever was told with it.
    pub(super) fn note_asked(&mut self, what: &Noting, asked: Option<Prompt>) {
        let captain = asked.as_ref().and_then(|prompt| prompt.told("by"));
        let correction = match asked.as_ref().map(|prompt| &prompt.purpose) {
            Some(super::prompt::Purpose::Pick(Pick::Correct(_))) => asked.as_ref().map(|prompt| prompt.text().trim()),
            _ => None,
        };
        let leaves = matches!(what, Noting::Sign { way: Way::Out, .. });
        if self.note(what, By { captain, correction }) {
            if self.place == Place::Line && !leaves {
                self.next_expected();
            }
        } else if self.prompt.is_none() && asked.as_ref().is_some_and(|prompt| !prompt.fields.is_empty()) {
            self.ask_again(asked);
        }
    }

    /// Why it is asked for.
    pub(super) fn correct_lines(&self, what: &Noting) -> Vec<String> {
        let week = crate::model::time::week_of(what.day(self.ground()), self.ground().strike.pay.week_starts);
        vec![self.speech.say("correct-why", &[("week", self.week_text_of(&week.to_string()).into())])]
    }

    /// The first day of a week that is kept as `2026-12-07`, as it is read.
    pub(super) fn week_text_of(&self, week: &str) -> String {
        let day = week.parse().map(|day| crate::speech::calendar::day_short(day, self.speech.language()));
        day.unwrap_or_else(|_| week.to_owned())
    }

    pub(super) fn correct_choices(&self, what: &Noting, typed: &str) -> Vec<Choice> {
        if typed.trim().is_empty() {
            return vec![Choice::new(self.speech.word("correct-how"), Act::Nothing)];
        }
        vec![Choice::new(self.speech.word("correct-do"), Act::Note(what.clone()))]
    }
}
