//! What would fill a gap, if it were granted: each way was tried before it is told, the cheapest stands first.

use super::Desk;
use super::place::Place;
use super::post::{Made, RULED_OUT, against, can_be_set_aside};
use super::prompt::{Act, Choice, Pick, Prompt, Purpose};
use crate::engine::candidates::candidate_for;
use crate::engine::gaps::{Lever, Means};
use crate::model::{MemberIx, ShiftIx};
use crate::rules::RuleCode;
use crate::speech::lever;

/// Names told of those whom a way takes.
const NAMES: usize = 1;

impl Desk {
    /// Asks what would fill the gap under the cursor.
    pub(super) fn ask_levers(&mut self) {
        let Some(shift) = self.chosen_shift() else {
            self.say("told-no-shift-here");
            return;
        };
        if !self.session.coverage.of(shift).status(self.ground().shift(shift)).is_gap() {
            self.say("told-no-gap-here");
            return;
        }
        self.seek_levers(shift);
        self.pick(Pick::Levers(shift));
    }

    fn known_levers(&self, shift: ShiftIx) -> Option<&[Lever]> {
        let of = Made { version: self.session.version, shift };
        self.levers.as_ref().filter(|(known, _)| *known == of).map(|(_, levers)| levers.as_slice())
    }

    /// Which gap it is about, and how that stands.
    pub(super) fn lever_lines(&self, shift: ShiftIx) -> Vec<String> {
        let missing = self.speech.say("screen-missing", &[("what", self.lack(shift).into())]);
        let mut lines = vec![format!("{}: {missing}", self.words().shift(shift))];
        match self.known_levers(shift) {
            None => lines.push(self.speech.word("told-looking")),
            Some([]) => lines.push(self.speech.word("levers-none")),
            Some(_) => {}
        }
        lines
    }

    pub(super) fn lever_choices(&self, shift: ShiftIx) -> Vec<Choice> {
        let (ground, speech) = (self.ground(), self.speech);
        let the_shift = ground.shift(shift);
        let missing = self.session.coverage.of(shift).planned().shortfall(the_shift).max(1);
        let choice = |each: &Lever| {
            let what = lever::what(speech, ground, shift, each.means);
            let act = match (each.means, each.members.first()) {
                (Means::Minimum { to }, _) => Act::Propose(the_shift.line, "minimum", to),
                (Means::SetAside(_) | Means::Reach { .. }, Some(&member)) => Act::Reason(shift, member),
                (_, Some(&member)) => Act::RuledOut(shift, member),
                (_, None) => Act::Nothing,
            };
            let names: Vec<String> =
                each.members.iter().take(NAMES).map(|member| self.words().member(*member)).collect();
            let mut who = names.join("; ");
            if each.members.len() > names.len() {
                let count = (each.members.len() - names.len()) as i64;
                who = speech.say("cli-lever-more", &[("who", who.into()), ("count", count.into())]);
            }
            Choice::new(what, act).lead(format!("{}/{missing}", each.brings)).aside(who)
        };
        self.known_levers(shift).unwrap_or_default().iter().map(choice).collect()
    }

    /// Asks for the reason that lets `member` onto `shift`.
    pub(super) fn ask_reason(&mut self, shift: ShiftIx, member: MemberIx) {
        let (ground, roster) = (&self.session.ground, &self.session.roster);
        if !can_be_set_aside(&against(ground, roster, shift, member)) {
            self.show_ruled_out(shift, member);
            return;
        }
        let duty = candidate_for(ground, roster, shift, member).duty;
        self.prompt = Some(Prompt::new(Purpose::Reason { shift, member, duty }, ""));
    }

    /// Shows `member` among those who can't stand on `shift`: what speaks against that is told there whole.
    pub(super) fn show_ruled_out(&mut self, shift: ShiftIx, member: MemberIx) {
        self.open(Place::Shift(shift));
        self.post.pane = RULED_OUT;
        self.post.words = self.words().member(member);
        self.post.lists[RULED_OUT].go(0);
        let why = against(&self.session.ground, &self.session.roster, shift, member);
        let code = why.first().map(crate::rules::Refusal::code);
        // What no reason sets aside is a matter for the files, or for the employer.
        let id = match code {
            Some(RuleCode::Weekly | RuleCode::Daily) => "levers-in-rules",
            _ => "levers-in-agreement",
        };
        self.say(id);
    }
}
