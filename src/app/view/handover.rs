//! A captain gives the line to the next.

use super::Desk;
use super::choice::{Act, Choice};
use super::notice::Tone;
use super::prompt::{Pick, Prompt};
use super::score::Words;
use crate::app::session::Unclear;
use crate::model::{Duty, MemberIx, ShiftIx};
use crate::rules::skill;

impl Desk {
    /// Asks to whom the line is handed over.
    pub(super) fn ask_hand_over(&mut self) {
        if let Some(shift) = self.line_in_question() {
            self.pick(Pick::HandOver(shift));
        }
    }

    /// Who could take it. Nothing typed: the captains of the next shift on that line, then those of this one; else captains
    /// whose name fits.
    pub(super) fn hand_over_choices(&self, shift: ShiftIx, typed: &str) -> Vec<Choice> {
        let (ground, roster) = (self.ground(), &self.session.roster);
        let query = Words::new(typed);
        let mut takers: Vec<(MemberIx, Option<ShiftIx>)> = Vec::new();
        if query.is_empty() {
            let next = self.next_on_the_line(shift);
            for each in next.into_iter().chain([shift]).flat_map(|shift| roster.on(shift)) {
                if each.duty == Duty::Captain && !takers.iter().any(|(known, _)| *known == each.member) {
                    takers.push((each.member, Some(each.shift)));
                }
            }
            // Captains who stand there in another post, after those who lead.
            for each in next.into_iter().chain([shift]).flat_map(|shift| roster.on(shift)) {
                let can = skill::has(ground, each.member, Duty::Captain);
                if can && !takers.iter().any(|(known, _)| *known == each.member) {
                    takers.push((each.member, Some(each.shift)));
                }
            }
        } else {
            let found = self.members_found(&query).into_iter().map(|(_, member)| member);
            takers
                .extend(found.filter(|member| skill::has(ground, *member, Duty::Captain)).map(|member| (member, None)));
        }
        let choice = |(member, on): (MemberIx, Option<ShiftIx>)| {
            let aside = match on {
                Some(on) if on == shift => self.speech.word("hand-over-this"),
                Some(on) => {
                    let (words, same_day) = (self.words(), ground.shift(on).date == ground.shift(shift).date);
                    let day = if same_day { String::new() } else { format!("{} ", words.day(on)) };
                    let times = format!("{day}{}", words.times(on));
                    self.speech.say("hand-over-next", &[("times", times.into())])
                }
                None => ground.strike.member(member).id.clone(),
            };
            Choice::new(self.words().member(member), Act::HandOver(shift, member)).aside(aside)
        };
        if takers.is_empty() && query.is_empty() {
            return vec![Choice::new(self.speech.word("hand-over-how"), Act::Nothing)];
        }
        takers.into_iter().map(choice).collect()
    }

    /// The shift that comes after this one on its line, within the day.
    fn next_on_the_line(&self, shift: ShiftIx) -> Option<ShiftIx> {
        let here = self.ground().shift(shift);
        let later = (shift.ix() + 1..self.ground().timetable.len()).map(ShiftIx::new);
        let soon = here.span.end.plus_minutes(24 * 60);
        let mut later = later.take_while(|ix| self.ground().shift(*ix).span.start < soon);
        later.find(|ix| {
            let next = self.ground().shift(*ix);
            next.line == here.line && next.span.start > here.span.start
        })
    }

    pub(super) fn hand_over(&mut self, shift: ShiftIx, to: MemberIx, asked: Option<Prompt>) {
        let told = |name| asked.as_ref().and_then(|prompt| prompt.told(name));
        let giver = match told("giver").map(|text| self.session.find_member(text, Some(shift))).transpose() {
            Ok(giver) => giver,
            Err(unclear) => {
                let text = told("giver").unwrap_or_default().to_owned();
                self.ask_again(asked);
                self.say_unclear(&text, &unclear);
                return;
            }
        };
        match self.session.hand_over(shift, giver, to, told("note")) {
            Ok(done) => self.tell_entry(&done),
            Err(error) => {
                self.ask_again(asked);
                self.refused(Some(shift), &error);
            }
        }
    }

    /// Says that it is not clear who is meant.
    pub(super) fn say_unclear(&mut self, text: &str, unclear: &Unclear) {
        let said = crate::app::said::unclear(self.speech, self.ground(), text, unclear);
        self.tell(Tone::Refused, said);
    }
}
