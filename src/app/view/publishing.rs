//! Telling people: what will be told before it is told.

use super::Desk;
use super::choice::{Act, Choice};
use super::notice::Tone;
use super::paper::Paper;
use super::planner::Kinds;
use super::prompt::Prompt;
use crate::app::session::Session;
use crate::model::Change;

impl Desk {
    /// What will be told when the roster is published.
    pub(super) fn publish_lines(&self) -> Vec<String> {
        let speech = self.speech;
        let no_way_back = speech.word("publish-no-way-back");
        let Some((version, told)) = &self.session.published else {
            let count = self.session.roster.len() as i64;
            return vec![speech.say("publish-first", &[("assignments", count.into())]), no_way_back];
        };
        let changes = told.changes_to(&self.session.roster);
        let hours = self.session.told_other_hours();
        let of_hours = |each: &Change| hours.binary_search(&(each.shift(), each.member())).is_ok();
        let Kinds { came, went, altered } = Kinds::of(changes.iter().filter(|each| !of_hours(each)));
        let others = hours.iter().map(|(_, member)| *member);
        let mut members: Vec<_> = changes.iter().map(Change::member).chain(others).collect();
        members.sort_unstable();
        members.dedup();
        let values = [
            ("version", (*version).into()),
            ("came", came.into()),
            ("went", went.into()),
            ("altered", altered.into()),
            ("members", members.len().into()),
        ];
        let mut lines = vec![speech.say("publish-since", &values)];
        if !hours.is_empty() {
            lines.push(speech.say("publish-hours", &[("hours", hours.len().into())]));
        }
        let gaps = i64::from(self.session.coverage.totals().planned.gaps());
        lines.push(speech.say("publish-gaps", &[("gaps", gaps.into())]));
        lines.push(no_way_back);
        lines
    }

    pub(super) fn publish_choices(&self) -> Vec<Choice> {
        let publish = self.speech.say("publish-do", &[("version", self.session.version.into())]);
        let calls = Paper::of("calls");
        vec![
            Choice::new(publish, Act::Publish).aside(self.speech.word("publish-what")),
            Choice::new(self.speech.word("publish-calls"), Act::Print(calls)),
        ]
    }

    pub(super) fn publish(&mut self, asked: Option<&Prompt>) {
        let takes_long = Session::takes_long(self.session.roster.len());
        let note = asked.map(|prompt| prompt.text().trim().to_owned()).filter(|note| !note.is_empty());
        let publish = move |session: &mut Session| session.publish(note.as_deref());
        self.carry_out(takes_long, "busy-publishing", publish, |desk, done| match done {
            Ok(done) if done.entry.is_none() => desk.say("told-published-already"),
            Ok(done) => {
                let text = desk.sentence("told-published", &[("version", done.version.into())]);
                desk.tell(Tone::Done, text);
            }
            Err(error) => desk.refused(None, &error),
        });
    }
}
