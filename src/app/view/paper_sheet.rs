//! A paper sheet of a shift, entered line by line: who by a few letters, then the times as they stand on the paper. Each line
//! is one action; what is next is asked for at once.

use super::Desk;
use super::choice::{Act, Choice};
use super::line::Presence;
use super::notice::Tone;
use super::noting::Noting;
use super::prompt::{Pick, Prompt};
use super::score::Words;
use crate::app::said;
use crate::app::session::{ActError, By, NotEntered, Reading, SheetLine};
use crate::model::{MemberIx, ShiftIx};
use tui_input::Input;

/// Lines of what was entered that stay in sight.
const IN_SIGHT: usize = 4;
/// So many people are offered.
const MOST: usize = 8;

impl Desk {
    /// Asks for the first line.
    pub(super) fn ask_paper_sheet(&mut self) {
        if let Some(shift) = self.line_in_question() {
            self.entered.clear();
            self.pick(Pick::PaperSheet(shift));
        }
    }

    /// What was entered last, and how many are still expected.
    pub(super) fn paper_sheet_lines(&self, shift: ShiftIx) -> Vec<String> {
        let missing = self.not_on_sheet(shift).len();
        let values = [("missing", missing.into()), ("expected", self.session.roster.on(shift).len().into())];
        let mut lines = vec![self.speech.say("sheet-so-much", &values)];
        lines.extend(self.entered.iter().rev().take(IN_SIGHT).rev().cloned());
        lines
    }

    /// Those who are rostered and of whom the sheet says nothing.
    fn not_on_sheet(&self, shift: ShiftIx) -> Vec<MemberIx> {
        let signs = self.session.signs_on(shift).unwrap_or_default();
        let is_on = |member: MemberIx| {
            let id = &self.ground().strike.member(member).id;
            signs.iter().any(|each| each.member == *id)
        };
        let on = self.session.roster.on(shift).iter().map(|each| each.member);
        on.filter(|member| !is_on(*member)).collect()
    }

    /// What the line that is typed would enter; as long as it has no times, whom it could mean.
    pub(super) fn paper_sheet_choices(&self, shift: ShiftIx, typed: &str) -> Vec<Choice> {
        let how = || vec![Choice::new(self.speech.word("sheet-how"), Act::Nothing)];
        if let Some(count) = crate::app::session::guests_on_line(typed) {
            let text = self.speech.say("guests-do", &[("count", count.into())]);
            return vec![Choice::new(text, Act::SheetLine(shift, typed.to_owned()))];
        }
        let Some(line) = SheetLine::parse(typed) else {
            let people = self.meant_on_sheet(shift, typed);
            // By its id a member is found at once, however many there are.
            let choice = |member: MemberIx| {
                let text = format!("{} ", self.ground().strike.member(member).id);
                Choice::new(self.words().member(member), Act::Type(text)).aside(self.on_this_line(shift, member))
            };
            return if people.is_empty() { how() } else { people.into_iter().map(choice).collect() };
        };
        let time = |told: Reading| self.reading_text(told);
        let told = match line.times {
            None => self.speech.word("line-not-come"),
            Some((came, None)) => self.speech.say("sheet-in", &[("time", time(came).into())]),
            Some((came, Some(went))) => {
                self.speech.say("sheet-both", &[("from", time(came).into()), ("to", time(went).into())])
            }
        };
        let people = match self.ground().strike.lookup.members.get(line.who) {
            Some(member) => vec![*member],
            None => self.meant_on_sheet(shift, line.who),
        };
        // Where someone of the shift is meant, nobody else is.
        let is_here = |member: &MemberIx| self.session.roster.get(shift, *member).is_some();
        let here: Vec<MemberIx> = people.iter().copied().filter(is_here).collect();
        let people = if here.is_empty() { people } else { here };
        let times = typed.trim().get(line.who.len()..).unwrap_or_default().trim().to_owned();
        let choice = |member: MemberIx| {
            let values = [("member", self.words().member(member).into()), ("told", told.as_str().into())];
            let id = &self.ground().strike.member(member).id;
            let text = self.speech.say("sheet-line", &values);
            Choice::new(text, Act::SheetLine(shift, format!("{id} {times}"))).aside(self.on_this_line(shift, member))
        };
        if people.is_empty() { how() } else { people.into_iter().map(choice).collect() }
    }

    /// Whom the letters could mean: those of the shift first. No letters: those of whom the sheet says nothing.
    fn meant_on_sheet(&self, shift: ShiftIx, who: &str) -> Vec<MemberIx> {
        let query = Words::new(who);
        if query.is_empty() {
            return self.not_on_sheet(shift);
        }
        let is_here = |member: MemberIx| self.session.roster.get(shift, member).is_some();
        let fits = |member: &MemberIx| query.fits(&self.ground().strike.member(*member).name);
        let on = self.session.roster.on(shift).iter().map(|each| each.member);
        let mut found: Vec<MemberIx> = on.filter(fits).collect();
        found.extend(self.members_found(&query).into_iter().map(|(_, member)| member).filter(|each| !is_here(*each)));
        found.truncate(MOST);
        found
    }

    /// Where a member is expected: here, or nowhere.
    fn on_this_line(&self, shift: ShiftIx, member: MemberIx) -> String {
        let row = self.board.rows().iter().find(|row| row.member == member && self.board.shift == Some(shift));
        match (row.map(|row| row.presence), self.session.roster.get(shift, member)) {
            (Some(Presence::Here(_) | Presence::Gone(..) | Presence::NotCome), _) => self.speech.word("sheet-again"),
            (_, Some(each)) => self.words().duty(each.duty),
            (_, None) => self.speech.word("line-walk-in"),
        }
    }

    /// Says how much was entered, once the sheet is left.
    pub(super) fn say_sheet_left(&mut self) {
        let count = std::mem::take(&mut self.entered).len();
        if count > 0 {
            let text = self.speech.say("sheet-left", &[("count", count.into())]);
            self.tell_done(text);
        }
    }

    /// Enters a line, and asks for the next; one that can't be entered stays to be put right.
    pub(super) fn enter_sheet_line(&mut self, shift: ShiftIx, text: &str, asked: Option<Prompt>) {
        let told = |name| asked.as_ref().and_then(|prompt| prompt.told(name));
        let by = By { captain: told("by"), correction: told("correction") };
        let entered = self.session.enter_line(shift, text, by);
        match entered {
            Ok((_, done)) => {
                let said = done.entry.as_ref().map(|entry| self.words().entry(entry));
                self.entered.push(said.unwrap_or_else(|| self.speech.word("sheet-same")));
                self.refresh_board();
                let next = asked.map(|mut prompt| {
                    prompt.input = Input::default();
                    prompt.field = None;
                    prompt.list.go(0);
                    prompt
                });
                self.ask_again(next);
                let more = self.sentence("sheet-next", &[]);
                self.tell(Tone::Done, more);
            }
            Err(NotEntered::Act(ActError::Locked(_))) => {
                // Why is asked for once, and holds for every line after it.
                let next = asked.map(|mut prompt| {
                    prompt.field = prompt.fields.iter().position(|field| field.name == "correction");
                    prompt
                });
                self.ask_again(next);
                let why = self.correct_lines(&Noting::Sheet { shift, text: text.to_owned() }).concat();
                self.tell(Tone::Refused, why);
            }
            Err(why) => {
                self.ask_again(asked);
                let said = said::not_entered(self.speech, self.ground(), text, &why);
                self.tell(Tone::Refused, said);
            }
        }
    }
}
