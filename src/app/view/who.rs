//! Who rings: the member under the cursor; where there is none, whoever is chosen. For a call-in, the duty too.

use super::Desk;
use super::choice::{Act, Choice, Spot};
use super::place::Place;
use super::prompt::Pick;
use super::score::Words;
use crate::model::essential::Bond;
use crate::model::{Instant, MemberIx, RequirementIx, ShiftIx};

/// So many of those who are to stand next are offered before anything is typed.
const NEXT: usize = 60;

impl Desk {
    /// Asks when a member is away: the one under the cursor, or whoever is chosen first.
    pub(super) fn ask_away(&mut self, callin: bool) {
        if let Some(member) = self.chosen_member() {
            self.ask_away_of(member, callin);
            return;
        }
        let duty = self.services.requirement(self.ground());
        match duty.filter(|_| self.place == Place::Essential && callin) {
            // On a duty of the agreement it is asked who of those designated to it is called in.
            Some(duty) => self.pick(Pick::Called(duty)),
            None => self.pick(Pick::Who { callin }),
        }
    }

    /// Asks when this member is away.
    pub(super) fn ask_away_of(&mut self, member: MemberIx, callin: bool) {
        if !callin {
            self.pick(Pick::Away { member, callin, requirement: None });
            return;
        }
        // On the agreement's own screen the duty is under the other cursor; else it is the member's, when there is only one.
        if self.place == Place::Essential {
            let requirement = self.services.requirement(self.ground());
            self.pick(Pick::Away { member, callin, requirement });
            return;
        }
        let mut duties: Vec<RequirementIx> = super::member::designations(self.ground(), member)
            .map(|ix| self.ground().strike.agreement.designations[ix.ix()].requirement)
            .collect();
        duties.sort_unstable();
        duties.dedup();
        match duties.as_slice() {
            [] => self.pick(Pick::Away { member, callin, requirement: None }),
            [only] => self.pick(Pick::Away { member, callin, requirement: Some(*only) }),
            _ => self.pick(Pick::Duties(member)),
        }
    }

    /// Who may be meant: by name or number; before anything is typed, whoever stands now or next, and of a call-in whoever
    /// may be called at any time.
    pub(super) fn who_choices(&self, callin: bool, typed: &str) -> Vec<Choice> {
        let words = Words::new(typed);
        let members: Vec<MemberIx> = if words.is_empty() {
            let on_call = if callin { self.on_call() } else { Vec::new() };
            if on_call.is_empty() { self.next_to_stand() } else { on_call }
        } else {
            // Of those whom the words fit equally well, who stands next rings more likely.
            let starts = |member| self.next_shift(member).map(|shift| self.ground().shift(shift).span.start);
            let mut found = self.members_found(&words);
            found.sort_by_key(|(cost, member)| (*cost, starts(*member).unwrap_or(Instant::FAR)));
            found.into_iter().map(|(_, member)| member).collect()
        };
        let choice = |member| {
            let id = self.ground().strike.member(member).id.as_str();
            let choice = Choice::new(self.words().member(member), Act::Who(member, callin)).lead(id);
            match self.next_shift(member) {
                Some(shift) => {
                    let when = format!("{} {}, ", self.words().day(shift), self.words().start(shift));
                    choice.aside(when).at(Spot::Line(self.ground().shift(shift).line))
                }
                None => choice.aside(self.speech.word("who-no-shift")),
            }
        };
        members.into_iter().map(choice).collect()
    }

    /// What is to be known before a call-in is noted: that no agreement asks for it, or no duty of the agreement.
    pub(super) fn call_lines(&self, callin: bool, of: Option<(MemberIx, Option<RequirementIx>)>) -> Vec<String> {
        let is_empty = self.ground().strike.agreement.requirements.is_empty();
        let is_free = of.is_some_and(|(member, duty)| {
            duty.is_none() && super::member::designations(self.ground(), member).next().is_none()
        });
        if !callin || !(is_empty || is_free) {
            return Vec::new();
        }
        vec![self.sentence(if is_empty { "callin-no-agreement" } else { "callin-no-duty" }, &[])]
    }

    /// Those who stand now or next, by the start of their shifts.
    fn next_to_stand(&self) -> Vec<MemberIx> {
        let shifts = &self.ground().timetable.shifts;
        let mut members: Vec<MemberIx> = Vec::new();
        for (ix, _) in shifts.iter().enumerate().filter(|(_, shift)| shift.span.end > self.now) {
            let standing = self.session.roster.on(ShiftIx::new(ix)).iter().map(|each| each.member);
            for member in standing {
                if !members.contains(&member) {
                    members.push(member);
                }
            }
            if members.len() >= NEXT {
                break;
            }
        }
        members
    }

    /// Those who can be called in at any time, then the pools.
    fn on_call(&self) -> Vec<MemberIx> {
        let designations = &self.ground().strike.agreement.designations;
        let mut people: Vec<_> = designations.iter().filter(|each| ease(&each.bond) <= ease(&Bond::Pool)).collect();
        people.sort_by_key(|each| ease(&each.bond));
        let mut members: Vec<MemberIx> = Vec::new();
        for each in people {
            if !members.contains(&each.member) {
                members.push(each.member);
            }
            if members.len() == NEXT {
                break;
            }
        }
        members
    }

    /// The shift that a member stands on now or next.
    fn next_shift(&self, member: MemberIx) -> Option<ShiftIx> {
        let mut shifts = self.session.roster.of(member).iter().copied();
        shifts.find(|shift| self.ground().shift(*shift).span.end > self.now)
    }

    /// The duties a member can be called in to.
    pub(super) fn duty_choices(&self, member: MemberIx, typed: &str) -> Vec<Choice> {
        let query = Words::new(typed);
        let agreement = &self.ground().strike.agreement;
        let mut choices = Vec::new();
        for ix in super::member::designations(self.ground(), member) {
            let each = &agreement.designations[ix.ix()];
            let requirement = &agreement.requirements[each.requirement.ix()];
            let text = self.words().service(requirement);
            if query.fits(&text) {
                let act = Act::CallInTo(member, Some(each.requirement));
                choices.push(Choice::new(text, act).aside(self.words().bond(each.bond.word())));
            }
        }
        choices
    }

    /// Those designated to a duty: who may be called in at any time first, who is on duty by hours anyway last.
    pub(super) fn called_choices(&self, duty: RequirementIx, typed: &str) -> Vec<Choice> {
        let query = Words::new(typed);
        let agreement = &self.ground().strike.agreement;
        let designations = agreement.requirements[duty.ix()].designations.iter();
        let mut people: Vec<_> = designations.map(|ix| &agreement.designations[ix.ix()]).collect();
        people.sort_by_key(|each| ease(&each.bond));
        let mut choices = Vec::new();
        for each in people {
            let name = self.words().member(each.member);
            if query.fits(&name) {
                let mut about = vec![self.words().bond(each.bond.word())];
                about.extend(
                    each.response_minutes
                        .map(|minutes| self.speech.say("called-response", &[("minutes", minutes.into())])),
                );
                about.extend(self.line_now(each.member).map(|shift| self.words().shift(shift)));
                choices.push(Choice::new(name, Act::CallInTo(each.member, Some(duty))).aside(about.join(" · ")));
            }
        }
        choices
    }

    /// The shift that a member stands on now.
    fn line_now(&self, member: MemberIx) -> Option<ShiftIx> {
        let mut shifts = self.session.roster.of(member).iter().copied();
        shifts.find(|shift| self.ground().shift(*shift).span.contains(self.now))
    }
}

/// How easily one may be called in: who may be called at any time first, who is on duty by hours anyway last.
fn ease(bond: &Bond) -> u8 {
    match bond {
        Bond::OnCall => 0,
        Bond::Alternate => 1,
        Bond::Pool => 2,
        Bond::PartTime(_) => 3,
        Bond::FullTime(_) => 4,
    }
}
