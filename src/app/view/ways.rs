//! What would fill a gap: first the moves that do it without asking anybody for anything, then what would have to be granted,
//! the cheapest first. Each was tried before it is told.

use super::Desk;
use super::choice::{Act, Choice};
use super::muster::Ways;
use super::notice::Tone;
use super::place::Place;
use super::post::{CANDIDATES, Made, RULED_OUT, STANDING, against, can_be_set_aside};
use super::prompt::{Pick, Prompt, Purpose};
use crate::engine::candidates::{candidate_for, missing_posts};
use crate::engine::coverage::Status;
use crate::engine::gaps::{Lever, Means, Repair};
use crate::model::problem::Value;
use crate::model::{Duty, MemberIx, RequirementIx, ShiftIx, SiteIx};
use crate::rules::RuleCode;
use crate::speech::{Speech, lever, place};

/// Moves told one by one.
const MOVES: usize = 8;
/// Names told of those whom a way takes.
const NAMES: usize = 1;

impl Desk {
    /// Asks what would fill the gap under the cursor.
    pub(super) fn ask_ways(&mut self) {
        let Some(shift) = self.chosen_shift() else {
            self.say("told-no-shift-here");
            return;
        };
        if !self.session.coverage.of(shift).status(self.ground().shift(shift)).is_gap() {
            self.say("told-no-gap-here");
            return;
        }
        self.seek_ways(shift);
        self.pick(Pick::Ways(shift));
    }

    pub(super) fn known_ways(&self, shift: ShiftIx) -> Option<&Ways> {
        let of = Made { version: self.session.version, shift };
        self.ways.as_ref().filter(|(known, _)| *known == of).map(|(_, ways)| ways)
    }

    /// Which gap it is about, and how that stands.
    pub(super) fn way_lines(&self, shift: ShiftIx) -> Vec<String> {
        let missing = self.speech.say("screen-missing", &[("what", self.lack(shift).into())]);
        let mut lines = vec![self.words().shift(shift), missing];
        let Some(ways) = self.known_ways(shift) else {
            lines.push(self.speech.word("told-looking"));
            return lines;
        };
        let moves = &ways.repair.moves;
        lines.extend(moves.iter().take(MOVES).map(|each| place::step(self.speech, self.ground(), each, Some(shift))));
        if moves.len() > MOVES {
            lines.push(self.speech.say("cli-candidates-more", &[("count", (moves.len() - MOVES).into())]));
        }
        if moves.is_empty() {
            let id = if ways.levers.is_empty() { "ways-none" } else { "ways-no-moves" };
            lines.push(self.sentence(id, &[]));
        }
        lines
    }

    pub(super) fn way_choices(&self, shift: ShiftIx) -> Vec<Choice> {
        let (ground, speech) = (self.ground(), self.speech);
        let the_shift = ground.shift(shift);
        let choice = |each: &Lever| {
            // In few words where who it is stands beside it.
            let what = match each.means {
                Means::Skill(Duty::Captain) => speech.word("ways-name-captain"),
                Means::Skill(duty) => speech.say("ways-name-skill", &[("duty", self.words().duty(duty).into())]),
                Means::Spare(at) | Means::Release(at) => {
                    let id = format!("cli-lever-{}", lever::word(each.means));
                    speech.say(&id, &[("duty", self.duty_kept(at, the_shift.site).into())])
                }
                means => lever::what(speech, ground, shift, means),
            };
            let act = match (each.means, each.members.first()) {
                (Means::SetAside(_) | Means::Reach { .. }, Some(&member)) if each.at.is_some() => {
                    Act::AskAfar(shift, member)
                }
                (Means::Minimum { to }, _) => Act::Propose(the_shift.line, "minimum", to),
                (Means::Skill(duty), Some(_)) => Act::AskName(shift, duty),
                (Means::Backup { to }, Some(_)) => Act::Send { from: shift, to, members: each.members.clone() },
                (Means::SetAside(_) | Means::Reach { .. }, Some(&member)) => Act::Reason(shift, member),
                (_, Some(&member)) => Act::RuledOut(each.at.map_or(shift, |at| at.0), member),
                (_, None) => Act::Nothing,
            };
            let names: Vec<String> =
                each.members.iter().take(NAMES).map(|member| self.words().member(*member)).collect();
            let mut who = names.join("; ");
            if each.members.len() > names.len() {
                let count = (each.members.len() - names.len()) as i64;
                who = speech.say("cli-lever-more", &[("who", who.into()), ("count", count.into())]);
            }
            let what = lever::whereabouts(speech, what, shift, each, |at| self.words().shift(at));
            Choice::new(what, act).lead(self.lever_lead(shift, each)).aside(who)
        };
        let Some(ways) = self.known_ways(shift) else { return Vec::new() };
        let mut choices = Vec::new();
        if ways.repair.brings > 0 {
            let people = [("people", ways.repair.moves.len().into())];
            let lead = brings(speech, ways.repair.brings.into(), ways.repair.missing.into());
            choices.push(Choice::new(speech.say("ways-move", &people), Act::Repair(shift)).lead(lead));
        }
        choices.extend(ways.levers.iter().map(choice));
        choices
    }

    /// An essential duty by the name of its service, and of its site where that is another than `here`.
    fn duty_kept(&self, at: RequirementIx, here: SiteIx) -> String {
        let requirement = &self.ground().strike.agreement.requirements[at.ix()];
        let service = self.words().service(requirement);
        if requirement.site == here { service } else { format!("{service}, {}", self.words().site(requirement.site)) }
    }

    /// What of that which is missing a way brings: so many heads, captains, of a skill; or how many fewer are missing then.
    fn lever_lead(&self, shift: ShiftIx, lever: &Lever) -> String {
        let count = [("count", lever.brings.into())];
        let of_post = |duty: Duty| match duty {
            Duty::Captain => self.speech.say("lack-captains", &count),
            duty => format!("{} {}", lever.brings, self.words().duty(duty)),
        };
        let status = self.session.coverage.of(shift).status(self.ground().shift(shift));
        let more = match (lever.means, status) {
            (Means::Minimum { .. } | Means::Backup { .. }, _) => return self.speech.say("ways-fewer", &count),
            (Means::Skill(duty), _) => of_post(duty),
            (_, Status::Captain) => of_post(Duty::Captain),
            (_, Status::Skill) => match missing_posts(self.ground(), &self.session.roster, shift).as_slice() {
                &[only] => of_post(only),
                _ => self.speech.say("ways-posts", &count),
            },
            _ => self.speech.say("lack-heads", &count),
        };
        format!("+{more}")
    }

    /// Makes the moves that fill a gap.
    pub(super) fn repair(&mut self, shift: ShiftIx) {
        let Some(repair) = self.known_ways(shift).map(|ways| ways.repair.clone()) else { return };
        let done = self.session.repair(&[repair]);
        self.tell_outcome(done);
    }

    /// Asks for the reason that lets `member` onto another shift, from which somebody moves on to `gap`.
    pub(super) fn ask_afar(&mut self, gap: ShiftIx, member: MemberIx) {
        let at = self.lever_afar(gap, member).and_then(|lever| lever.at);
        if let Some((shift, duty)) = at {
            self.prompt = Some(Prompt::new(Purpose::Reason { shift, member, duty, gap: Some(gap) }, ""));
        }
    }

    /// What would be granted to `member` elsewhere so that `gap` is filled.
    fn lever_afar(&self, gap: ShiftIx, member: MemberIx) -> Option<&Lever> {
        let levers = &self.known_ways(gap)?.levers;
        levers.iter().find(|lever| lever.at.is_some() && lever.members.first() == Some(&member))
    }

    /// Puts the member there, and moves on who leads to `gap`.
    pub(super) fn fill_from_afar(&mut self, gap: ShiftIx, put: (ShiftIx, MemberIx, Duty), reason: &str) {
        let Some(moves) = self.lever_afar(gap, put.1).map(|lever| lever.moves.clone()) else { return };
        let told = Repair { shift: gap, moves, missing: 1, brings: 1, earns: 0 };
        let mut repair = told.clone();
        // Who is put there leaves another shift at most; the rest comes with the reason.
        repair.moves.iter_mut().filter(|each| each.member == put.1).for_each(|each| each.to.clear());
        match self.session.fill_from_afar(&repair, put, reason) {
            Ok(done) => {
                self.tell_entry(&done);
                let moves = self.few_moves(std::slice::from_ref(&told));
                self.tell_more(&moves);
            }
            Err(error) => self.refused(Some(put.0), &error),
        }
    }

    /// Asks for the reason that lets `member` onto `shift`.
    pub(super) fn ask_reason(&mut self, shift: ShiftIx, member: MemberIx) {
        let (ground, roster) = (&self.session.ground, &self.session.roster);
        if !can_be_set_aside(&against(ground, roster, shift, member)) {
            self.show_ruled_out(shift, member);
            return;
        }
        let duty = candidate_for(ground, roster, shift, member).duty;
        self.prompt = Some(Prompt::new(Purpose::Reason { shift, member, duty, gap: None }, ""));
    }

    /// Shows where `member` is among those who stand on `shift`, could, or can't and why.
    pub(super) fn show_on_shift(&mut self, shift: ShiftIx, member: MemberIx) {
        self.post.words.clear();
        self.post.pane = if self.session.roster.get(shift, member).is_some() {
            STANDING
        } else if against(&self.session.ground, &self.session.roster, shift, member).is_empty() {
            CANDIDATES
        } else {
            RULED_OUT
        };
        if self.post.pane == STANDING {
            self.follow(member);
        } else {
            self.post.words = self.words().member(member);
            self.post.lists[self.post.pane].go(0);
        }
        self.say_with("told-on-shift", &[("member", self.words().member(member).into())]);
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
        let in_rules = |key: &str| self.sentence("levers-in-rules", &[("key", key.into())]);
        let text = match code {
            Some(RuleCode::Weekly) => in_rules("hours_per_week"),
            Some(RuleCode::Daily) => in_rules("shifts_per_day"),
            _ => self.sentence("levers-in-agreement", &[]),
        };
        self.tell(Tone::Info, text);
    }
}

/// How many of the heads that are missing a way brings, in words.
fn brings(speech: Speech, brings: Value, missing: Value) -> String {
    speech.say("ways-brings", &[("brings", brings), ("missing", missing)])
}
