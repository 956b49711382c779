//! Someone comes after all: earlier than was told, or was never away.
//!
//! What was told of the time in question is taken back, the rest of it stands. The shifts that the member lost by it, that have
//! not begun and that still have a place for him or her, are given back in the same action: people were told of those.

use super::action::{ActError, Done, Draft};
use super::{Session, absence};
use crate::model::availability::{Pattern, written};
use crate::model::time::{merged, touches, without};
use crate::model::{Assignment, Change, Duty, Instant, MemberIx, Roster, Span};
use crate::rules::{Case, Refusal, RuleCode, refusals};
use crate::store::record::{Absence, Payload};
use serde_json::json;

/// The action.
pub(super) const BACK: &str = "back";

const MINUTE: i64 = 60;

impl Session {
    /// What was told of `member` that is not over yet, by `absent` or `callin`, in the order in which it was told.
    pub fn away_still(&self, member: MemberIx) -> Vec<&Absence> {
        self.away_during(member, Span::new(self.now(), Instant::FAR))
    }

    /// What was told of `member` that touches `span`, in the order in which it was told.
    pub fn away_during(&self, member: MemberIx, span: Span) -> Vec<&Absence> {
        let id = &self.ground.strike.member(member).id;
        self.absences.iter().filter(|each| each.member == *id && touches(&self.times_of(each), span)).collect()
    }

    /// True when the member is away by it at this moment.
    pub fn is_away(&self, absence: &Absence) -> bool {
        self.times_of(absence).iter().any(|span| span.contains(self.now()))
    }

    /// Notes that `member` can stand again: in `time` (written as an availability), or from now on. What nobody said the member
    /// was away for is nothing to take back.
    pub fn back(&mut self, member: MemberIx, time: Option<(&Pattern, &str)>) -> Result<Done, ActError> {
        self.act(|session| {
            let strike = &session.ground.strike;
            let person = strike.member(member);
            let again = match time {
                Some((pattern, _)) => absence::spans(strike, pattern),
                None => vec![Span::new(Instant(session.now().0 / MINUTE * MINUTE), Instant::FAR)],
            };
            let told = session.absences.iter().filter(|each| each.member == person.id);
            let went: Vec<Absence> =
                told.filter(|each| session.times_of(each).iter().any(|span| touches(&again, *span))).cloned().collect();
            if went.is_empty() {
                return Err(ActError::NothingTo(BACK));
            }
            let rest = |each: &Absence| {
                let left = without(&session.times_of(each), &again);
                let time = written(&left, strike.campaign.zone);
                (!left.is_empty()).then(|| Absence { time, ..each.clone() })
            };
            let came: Vec<Absence> = went.iter().filter_map(rest).collect();
            let changes = session.given_back(member, &went, &came)?;
            let shifts: Vec<&str> = changes.iter().map(|each| session.ground.shift(each.shift()).id.as_str()).collect();
            let mut particulars =
                json!({ "member": person.id, "name": person.name, "stands": shifts.len(), "shifts": shifts });
            if let Some((_, text)) = time {
                particulars["time"] = text.into();
            }
            let payload = Payload { came, went, ..Payload::of_changes(&session.ground, &changes) };
            Ok(Some(Draft::new(BACK, particulars, payload)))
        })
    }

    /// The stretches within the plan that an absence covers.
    fn times_of(&self, absence: &Absence) -> Vec<Span> {
        let spans = Pattern::parse_window(&absence.time).map(|time| absence::spans(&self.ground.strike, &time));
        spans.unwrap_or_default()
    }

    /// The shifts still to come that `member` lost by what is taken back, as they were, where the rules allow it now. `rest` is
    /// what is left of it.
    fn given_back(&self, member: MemberIx, gone: &[Absence], rest: &[Absence]) -> Result<Vec<Change>, ActError> {
        let id = &self.ground.strike.member(member).id;
        let stays = |each: &&Absence| each.member == *id && gone.iter().all(|gone| gone.id != each.id);
        let away = self.absences.iter().filter(stays).chain(rest).flat_map(|each| self.times_of(each));
        let away = merged(away.collect());
        let (mut trial, mut changes) = (self.roster.clone(), Vec::new());
        for absence in gone {
            let (_, payload) = self.record.entry(absence.id)?;
            for (shift, step) in payload.steps().filter(|(_, step)| step.member == *id && step.after.is_none()) {
                let Ok(ix) = self.ground.find(shift) else { continue };
                let span = self.ground.shift(ix).span;
                let was = step.before.as_deref().and_then(|row| row.assignment(&self.ground, ix, id));
                let Some(was) = was.filter(|_| span.start >= self.now() && !touches(&away, span)) else { continue };
                let as_picket = Assignment { duty: Duty::Picket, ..was.clone() };
                let fits = [was, as_picket].into_iter().find(|each| self.takes_again(&trial, each));
                if let Some(each) = fits.filter(|_| trial.get(ix, member).is_none()) {
                    trial.put(each.clone());
                    changes.push(Change::Added(each));
                }
            }
        }
        Ok(changes)
    }

    /// Whether the rules allow somebody's old place again. That the member can come is what was just said; what was set aside
    /// for the place before is set aside still.
    fn takes_again(&self, roster: &Roster, each: &Assignment) -> bool {
        let Assignment { member, shift, duty, .. } = *each;
        let found = refusals(&Case { ground: &self.ground, roster, member, shift, duty });
        let strike = &self.ground.strike;
        let comes = || {
            let (first, last) = (strike.campaign.first_day, strike.campaign.last_day());
            let files = self.originals.availability(strike, member).map(|ix| strike.pattern(ix));
            files.is_none_or(|own| own.windows(first, last, strike.campaign.zone).allow(self.ground.shift(shift).span))
        };
        let set_aside = |code: RuleCode| each.overrides.words().any(|word| word == code.word());
        found.iter().map(Refusal::code).all(|code| set_aside(code) || code == RuleCode::Availability && comes())
    }
}
