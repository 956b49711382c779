//! A member who stands on a shift, named for a post there that the list doesn't yet say the member can hold: captain, or a
//! skill. It is written into the member's own row, and the member takes the post, in one action.

use super::Session;
use super::action::{ActError, Done, Draft};
use super::hand::set_aside;
use crate::model::{Assignment, Change, Duty, MemberIx, Origin, ShiftIx};
use crate::rules::{Case, RuleCode, refusals};
use crate::store::import::{ImportError, List};
use crate::store::read::Reading;
use crate::store::record::Payload;
use crate::store::skill;
use serde_json::json;

/// Why a member was not named.
#[derive(Debug, thiserror::Error)]
pub enum NotNamed {
    /// A list of members can't be read.
    #[error(transparent)]
    List(#[from] ImportError),
    /// With it, the strike's files would have errors; these.
    #[error("the lists would have errors")]
    Unfit(Box<Reading>),
    /// A rule, the record or the disk refuses.
    #[error(transparent)]
    Act(#[from] ActError),
}

impl Session {
    /// Writes the skill of `duty` into the row of `member`, who stands on `shift`, and gives the member that post.
    pub fn name_for(&mut self, shift: ShiftIx, member: MemberIx, duty: Duty) -> Result<Done, NotNamed> {
        let word = duty.word(&self.ground.strike).to_owned();
        let id = self.ground.strike.member(member).id.clone();
        let mut changed = None;
        for name in &self.member_files {
            let mut list = self.list(name)?;
            if skill::add(&mut list, &id, &word) {
                changed = Some(list);
                break;
            }
        }
        if let Some(list) = &changed {
            let files = [(list.name.clone(), list.after())];
            self.read_with(&files).map_err(NotNamed::Unfit)?;
            self.rehearse(&files)?;
        }
        let file = changed.as_ref().map(|list| list.name.clone()).unwrap_or_default();
        let done = self.act_on(&[(shift, member)], |session| {
            if let Some(list) = &changed {
                session.refuse_if_not(&list.name, list.before())?;
            }
            let before = session.roster.get(shift, member).ok_or(ActError::NotThere(shift, member))?.clone();
            let case = Case { ground: &session.ground, roster: &session.roster, member, shift, duty };
            // That the list doesn't say so is what is mended here; every other rule holds.
            let others = refusals(&case).into_iter().filter(|refusal| refusal.code() != RuleCode::Skill).collect();
            let overrides = set_aside(others, before.overrides, false).map_err(ActError::Refused)?;
            let after = Assignment { duty, overrides, origin: Origin::Hand, ..before.clone() };
            let mut particulars = session.particulars(shift, member, duty);
            particulars["file"] = json!(file);
            let changes = [Change::Altered { before, after }];
            let files = changed.iter().map(List::patch).collect();
            let payload = Payload { files, ..Payload::of_changes(&session.ground, &changes) };
            Ok(Some(Draft::new("name", particulars, payload)))
        })?;
        Ok(done)
    }
}
