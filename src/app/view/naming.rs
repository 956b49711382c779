//! Naming who stands on a shift for a post there that nobody who can is free for: who it could be, and doing it.

use super::Desk;
use super::choice::{Act, Choice};
use super::notice::Tone;
use super::score::Words;
use crate::app::imported;
use crate::app::session::{NotNamed, Session};
use crate::engine::gaps::Means;
use crate::model::problem::Severity;
use crate::model::{Duty, MemberIx, ShiftIx};
use crate::speech::visible::visible;

impl Desk {
    /// What naming does.
    pub(super) fn name_lines(&self) -> Vec<String> {
        vec![self.speech.word("name-what")]
    }

    /// Those who stand there and could hold the post, were it on the list; of whom the words typed are found.
    pub(super) fn name_choices(&self, shift: ShiftIx, duty: Duty, typed: &str) -> Vec<Choice> {
        let query = Words::new(typed);
        let levers = self.known_ways(shift).map(|ways| ways.levers.as_slice()).unwrap_or_default();
        let of_post = levers.iter().filter(|lever| lever.means == Means::Skill(duty));
        let choice = |&member: &MemberIx| {
            let person = self.ground().strike.member(member);
            let mut aside: Vec<String> = person.classification.iter().map(|each| visible(each).into_owned()).collect();
            aside.extend(self.ground().at_risk(member).then(|| self.speech.word("screen-at-risk")));
            Choice::new(self.words().member(member), Act::Name(shift, member, duty)).aside(aside.join(" · "))
        };
        let found = |choice: &Choice| query.fits(&choice.text);
        of_post.flat_map(|lever| &lever.members).map(choice).filter(found).collect()
    }

    /// Names a member, and reads the strike anew.
    pub(super) fn name(&mut self, shift: ShiftIx, member: MemberIx, duty: Duty) {
        let shape = self.shape();
        let name = move |session: &mut Session| session.name_for(shift, member, duty);
        self.carry_out(self.session.is_large(), "busy-reading", name, move |desk, named| {
            let why = match named {
                Ok(done) => {
                    desk.go_on_anew(shape);
                    return desk.tell_entry(&done);
                }
                Err(NotNamed::Act(error)) => return desk.refused(Some(shift), &error),
                Err(NotNamed::List(error)) => imported::unusable(desk.speech, &error),
                Err(NotNamed::Unfit(reading)) => {
                    let first = reading.problems.iter().find(|problem| problem.severity == Severity::Error);
                    first.map(|problem| desk.speech.problem(problem).0).unwrap_or_default()
                }
            };
            let text = desk.speech.say("told-not-named", &[("detail", why.into())]);
            desk.tell(Tone::Failed, text);
        });
    }
}
