//! Members sent from one shift to another.

use super::Desk;
use super::choice::{Act, Choice};
use super::overview::status;
use super::prompt::{Pick, Prompt};
use super::score::Words;
use crate::app::session::Step;
use crate::engine::coverage::Status;
use crate::model::{MemberIx, ShiftIx};

impl Desk {
    /// Asks where the member under the cursor (or everyone marked) goes instead.
    pub(super) fn ask_move(&mut self) {
        let Some(from) = self.chosen_shift() else { return };
        let marked: Vec<MemberIx> = self.marked_on(from).iter().copied().collect();
        let members = if marked.is_empty() {
            let stands = self.chosen_assignment().map(|each| each.member);
            stands.into_iter().collect()
        } else {
            marked
        };
        if members.is_empty() {
            self.not_done("told-choose-standing", &[]);
        } else {
            self.pick(Pick::Move { from, members });
        }
    }

    /// Where they can go: the backup site at that time first, then every other line at that time, the neediest first.
    pub(super) fn move_choices(&self, from: ShiftIx, members: &[MemberIx], typed: &str) -> Vec<Choice> {
        let ground = self.ground();
        let here = ground.shift(from);
        let query = Words::new(typed);
        let backup = ground.strike.site(here.site).backup;
        let mut found: Vec<(bool, Status, ShiftIx)> = Vec::new();
        for ix in ground.timetable.indices() {
            let shift = ground.shift(ix);
            if ix != from && shift.span.overlaps(here.span) {
                let status = status(ground, &self.session.coverage, ix, false);
                found.push((backup != Some(shift.site), status, ix));
            }
        }
        found.sort_unstable();
        let mut choices = Vec::new();
        for (not_backup, status, to) in found {
            let name = self.words().shift(to);
            if choices.len() < 60 && query.fits(&name) {
                let lead = if not_backup { self.words().status(status) } else { self.speech.word("move-backup") };
                let lack = self.lack(to);
                choices
                    .push(Choice::new(name, Act::Send { from, to, members: members.to_vec() }).lead(lead).aside(lack));
            }
        }
        choices
    }

    pub(super) fn send(&mut self, from: ShiftIx, to: ShiftIx, members: &[MemberIx], asked: Option<Prompt>) {
        if let [only] = members {
            self.transfer(*only, from, to, asked);
            return;
        }
        let steps: Vec<Step> = members.iter().map(|member| Step::Send(from, to, *member)).collect();
        self.carry_out_many(steps);
    }
}
