//! A member, told as people tell one on the line: by id, by name, by a few letters of it.

use super::Session;
use crate::app::fold::{Query, fold};
use crate::model::{MemberIx, ShiftIx};

/// Who is meant is not clear: several fit, or nobody (then none is named).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unclear(pub Vec<MemberIx>);

impl Session {
    /// The member with that id; else the only one whose name has every word of `text` in it, whatever case and accents. When
    /// several fit and only one of them stands on `shift`, that one is meant.
    pub fn find_member(&self, text: &str, shift: Option<ShiftIx>) -> Result<MemberIx, Unclear> {
        let strike = &self.ground.strike;
        if let Some(member) = strike.lookup.members.get(text) {
            return Ok(*member);
        }
        let query = Query::new(text);
        let fits = |member: &MemberIx| !query.is_empty() && query.matches(&fold(&strike.member(*member).name));
        let found: Vec<MemberIx> = strike.member_indices().filter(fits).collect();
        if let [only] = found.as_slice() {
            return Ok(*only);
        }
        let here = |member: &&MemberIx| shift.is_some_and(|shift| self.roster.get(shift, **member).is_some());
        match found.iter().filter(here).collect::<Vec<_>>().as_slice() {
            [only] => Ok(**only),
            _ => Err(Unclear(found)),
        }
    }
}
