//! Someone rings and comes after all: offered where it is asked when a member is away.

use super::Desk;
use super::choice::{Act, Choice};
use super::prompt::Prompt;
use crate::app::session::Session;
use crate::model::MemberIx;
use crate::model::availability::Pattern;
use crate::speech::hours::hours;

impl Desk {
    /// What can be taken back of what was told of `member`: what holds now, from now on; and each time still to come.
    pub(super) fn back_choices(&self, member: MemberIx) -> (Vec<Choice>, Vec<Choice>) {
        let (mut now, mut later) = (Vec::new(), Vec::new());
        for each in self.session.away_still(member) {
            let time = hours(self.speech, std::slice::from_ref(&each.time));
            if self.session.is_away(each) {
                let text = self.speech.word("away-back-now");
                now = vec![Choice::new(text, Act::Back(member, None)).aside(time)];
            } else {
                let text = self.speech.say("away-back-then", &[("time", time.into())]);
                later.push(Choice::new(text, Act::Back(member, Some(each.time.clone()))));
            }
        }
        (now, later)
    }

    /// Notes that a member can stand again.
    pub(super) fn note_back(&mut self, member: MemberIx, time: Option<String>, asked: Option<Prompt>) {
        let back = move |session: &mut Session| {
            let parsed = time.as_deref().and_then(|text| Pattern::parse_window(text).ok().zip(Some(text)));
            session.back(member, parsed.as_ref().map(|(pattern, text)| (pattern, *text)))
        };
        self.carry_out(self.session.is_large(), "busy-noting", back, move |desk, done| match done {
            Ok(done) => desk.tell_entry(&done),
            Err(error) => {
                desk.ask_again(asked);
                desk.refused(None, &error);
            }
        });
    }
}
