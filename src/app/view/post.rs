//! One shift: its posts and who stands in them, who could come, and who can't and why.

use super::list::List;
use super::members::Index;
use super::place::Pane;
use crate::app::fold::Query;
use crate::engine::candidates::{Candidate, candidates, missing_posts};
use crate::model::member::Status;
use crate::model::{Assignment, Duty, Instant, MemberIx, Roster, ShiftIx};
use crate::rules::{Case, Ground, Refusal, RuleCode, reach, refusals, skill};
use std::sync::OnceLock;

/// Who stands there.
pub const STANDING: Pane = 0;
/// Who could.
pub const CANDIDATES: Pane = 1;
/// Who can't.
pub const RULED_OUT: Pane = 2;

/// A place on the shift: held, or asked for and empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stand {
    /// The post.
    pub duty: Duty,
    /// Who holds it; None: nobody yet.
    pub who: Option<Assignment>,
}

/// What the lists were made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Made {
    /// The version of the roster.
    pub version: u64,
    /// The shift.
    pub shift: ShiftIx,
}

/// The state of a shift's screen.
#[derive(Debug, Clone)]
pub struct Post {
    /// Which shift.
    pub shift: ShiftIx,
    /// Which list has the cursor.
    pub pane: Pane,
    /// The cursors, by pane.
    pub lists: [List; 3],
    /// Only members whose name holds these words.
    pub words: String,
    /// Minutes of the shift so far in which fewer than the minimum were there, and when that first was so.
    pub(super) short: Option<(i64, Instant)>,
    /// Which entry of the journal, and which minute, that is of.
    pub(super) short_of: Option<(u64, Instant)>,
    /// What the candidates were made from, and those ruled out: the two come apart, from a worker.
    made: [Option<Made>; 2],
    all: Facts,
    shown: Option<(Option<Made>, Option<Made>, String)>,
    facts: Facts,
}

/// What the screen of a shift lists.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    /// Its posts in order of duty: those held, then those empty, of each.
    pub stands: Vec<Stand>,
    /// Those who could come, best first.
    pub candidates: Vec<Candidate>,
    /// Those who can't, nearest to being able first.
    pub ruled_out: Vec<MemberIx>,
}

impl Post {
    /// The screen of `shift`, with the cursor on the candidates: that is what one comes for.
    pub fn new(shift: ShiftIx) -> Self {
        Self {
            shift,
            pane: CANDIDATES,
            lists: Default::default(),
            words: String::new(),
            short: None,
            short_of: None,
            made: [None; 2],
            all: Facts::default(),
            shown: None,
            facts: Facts::default(),
        }
    }

    /// Minutes of the shift so far in which fewer than the minimum were there, and when that first was so.
    pub fn short(&self) -> Option<(i64, Instant)> {
        self.short
    }

    /// True when the candidates are those of this roster.
    pub fn is_made_of(&self, version: u64) -> bool {
        self.made[0] == Some(Made { version, shift: self.shift })
    }

    /// True when a list is worked out for this roster.
    pub fn knows(&self, pane: Pane, version: u64) -> bool {
        pane == STANDING || self.made[usize::from(pane == RULED_OUT)] == Some(Made { version, shift: self.shift })
    }

    /// Works everything out on the spot.
    pub fn make(&mut self, ground: &Ground, roster: &Roster, version: u64) {
        let made = Some(Made { version, shift: self.shift });
        self.all.candidates = candidates(ground, roster, self.shift);
        self.all.ruled_out =
            Facts::ruled_out(ground, roster, self.shift, &self.all.candidates, &|| false).unwrap_or_default();
        self.made = [made, made];
    }

    /// Takes what the worker found, when it is still of use.
    pub fn take(&mut self, found: super::muster::Found, version: u64) {
        use super::muster::Found;
        let wanted = Made { version, shift: self.shift };
        match found {
            Found::Candidates(of, candidates) if of == wanted => {
                (self.all.candidates, self.made[0]) = (candidates, Some(of));
            }
            Found::RuledOut(of, ruled_out) if of == wanted => {
                (self.all.ruled_out, self.made[1]) = (ruled_out, Some(of));
            }
            Found::Candidates(..) | Found::RuledOut(..) | Found::Ways(..) | Found::Answer(..) => {}
        }
    }

    /// Brings what is shown in step: the posts, and the lists as far as they are known, with only the words looked for.
    /// Until the worker has answered, whoever stands there by now is left out of the old lists.
    pub fn refresh(&mut self, ground: &Ground, roster: &Roster, version: u64, index: &OnceLock<Index>) {
        let key = (self.made[0], self.made[1], self.words.clone());
        if self.shown.as_ref() == Some(&key) && self.is_made_of(version) {
            return;
        }
        let query = Query::new(&self.words);
        let letters = query.letters();
        let found = |member: MemberIx| {
            roster.get(self.shift, member).is_none()
                && (query.is_empty() || index.get_or_init(|| Index::new(ground)).holds(&query, letters, member))
        };
        self.facts = Facts {
            stands: stands(ground, roster, self.shift),
            candidates: self.all.candidates.iter().filter(|each| found(each.member)).cloned().collect(),
            ruled_out: self.all.ruled_out.iter().copied().filter(|member| found(*member)).collect(),
        };
        self.shown = Some(key);
    }

    /// The lists as last worked out.
    pub fn facts(&self) -> &Facts {
        &self.facts
    }

    /// The length of a list.
    pub fn len(&self, pane: Pane) -> usize {
        let facts = self.facts();
        match pane {
            STANDING => facts.stands.len(),
            CANDIDATES => facts.candidates.len(),
            _ => facts.ruled_out.len(),
        }
    }

    /// The row the cursor is on in a list.
    pub fn at(&self, pane: Pane) -> usize {
        self.lists[pane.min(RULED_OUT)].at(self.len(pane))
    }

    /// The member the cursor is on.
    pub fn member(&self) -> Option<MemberIx> {
        let facts = self.facts();
        match self.pane {
            STANDING => facts.stands.get(self.at(STANDING))?.who.as_ref().map(|who| who.member),
            CANDIDATES => facts.candidates.get(self.at(CANDIDATES)).map(|each| each.member),
            _ => facts.ruled_out.get(self.at(RULED_OUT)).copied(),
        }
    }

    /// Who would be put where by one key: the candidate the cursor is on; from an empty post, the best who can hold it.
    pub fn choice(&self, ground: &Ground, roster: &Roster) -> Option<(MemberIx, Duty)> {
        let facts = self.facts();
        if self.pane == CANDIDATES {
            return facts.candidates.get(self.at(CANDIDATES)).map(|each| (each.member, each.duty));
        }
        let stand = facts.stands.get(self.at(STANDING)).filter(|stand| self.pane == STANDING && stand.who.is_none());
        let Some(stand) = stand else {
            return facts.candidates.first().map(|each| (each.member, each.duty));
        };
        let can_hold = |each: &&Candidate| {
            each.duty == stand.duty
                || refusals(&Case { ground, roster, member: each.member, shift: self.shift, duty: stand.duty })
                    .is_empty()
        };
        facts.candidates.iter().find(can_hold).map(|each| (each.member, stand.duty))
    }
}

impl Facts {
    /// Those who can't stand there, nearest to being able first. None: called off by `stop`.
    pub fn ruled_out(
        ground: &Ground,
        roster: &Roster,
        shift: ShiftIx,
        able: &[Candidate],
        stop: &dyn Fn() -> bool,
    ) -> Option<Vec<MemberIx>> {
        let mut is_able = vec![false; ground.strike.members.len()];
        let standing = roster.on(shift).iter().map(|each| each.member);
        for member in able.iter().map(|each| each.member).chain(standing) {
            is_able[member.ix()] = true;
        }
        let site = ground.shift(shift).site;
        let missing = missing_posts(ground, roster, shift);
        // Those who could fill a post that nobody holds are worth a reason before all others.
        let wanted = |member: MemberIx| missing.iter().any(|duty| skill::has(ground, member, *duty));
        let (mut near, mut far) = (Vec::new(), Vec::new());
        for member in ground.strike.member_indices().filter(|member| !is_able[member.ix()]) {
            if member.ix() % 512 == 0 && stop() {
                return None;
            }
            let hopeless = ground.strike.member(member).status != Status::Active;
            if hopeless || reach::refuses(ground, member, site).is_some() {
                far.push((hopeless, member));
            } else {
                let (hard, never, rules) = farness(&against(ground, roster, shift, member));
                near.push((hard, !wanted(member), never, rules, member));
            }
        }
        near.sort_unstable();
        far.sort_unstable();
        Some(near.into_iter().map(|(.., member)| member).chain(far.into_iter().map(|(_, member)| member)).collect())
    }
}

/// Every rule against a member on a shift, in whatever post.
pub fn against(ground: &Ground, roster: &Roster, shift: ShiftIx, member: MemberIx) -> Vec<Refusal> {
    refusals(&Case { ground, roster, member, shift, duty: Duty::Picket })
}

/// How far a member is from being able to come: first those whom a reason would let in, then by the number of rules.
fn farness(refusals: &[Refusal]) -> (bool, bool, usize) {
    let hard = refusals.iter().any(|refusal| !refusal.code().can_be_set_aside());
    let never = refusals.iter().any(|refusal| matches!(refusal.code(), RuleCode::Status | RuleCode::Restriction));
    (hard, never, refusals.len())
}

/// True when every rule against it is one that a person may set aside with a reason.
pub fn can_be_set_aside(refusals: &[Refusal]) -> bool {
    !refusals.is_empty() && refusals.iter().all(|refusal| refusal.code().can_be_set_aside())
}

/// A shift's posts in order of duty. Pickets are asked for up to the target.
pub fn stands(ground: &Ground, roster: &Roster, shift: ShiftIx) -> Vec<Stand> {
    let the_shift = ground.shift(shift);
    let on = roster.on(shift);
    let mut stands = Vec::with_capacity(on.len().max(the_shift.target as usize));
    let mut posts = vec![(Duty::Captain, the_shift.captains)];
    posts.extend(the_shift.needs.iter().map(|(skill, count)| (Duty::Skill(*skill), *count)));
    let asked: u32 = posts.iter().map(|(_, count)| count).sum();
    posts.push((Duty::Picket, the_shift.target.saturating_sub(asked)));
    for (duty, count) in posts {
        let held: Vec<_> = on.iter().filter(|each| each.duty == duty).cloned().collect();
        let empty = (count as usize).saturating_sub(held.len());
        stands.extend(held.into_iter().map(|who| Stand { duty, who: Some(who) }));
        stands.extend((0..empty).map(|_| Stand { duty, who: None }));
    }
    stands
}

/// The posts a member could hold on a shift besides `now`, in order of duty.
pub fn other_duties(ground: &Ground, roster: &Roster, shift: ShiftIx, member: MemberIx, now: Duty) -> Vec<Duty> {
    let the_shift = ground.shift(shift);
    let mut duties = vec![Duty::Captain];
    duties.extend(the_shift.needs.iter().map(|(skill, _)| Duty::Skill(*skill)));
    duties.push(Duty::Picket);
    let standing = roster.get(shift, member).map(|each| each.overrides).unwrap_or_default();
    duties.retain(|&duty| {
        duty != now
            && refusals(&Case { ground, roster, member, shift, duty }).iter().all(|refusal| match refusal.code() {
                // Rules set aside when the member was put there stay set aside.
                RuleCode::Availability => standing.availability,
                RuleCode::Reach => standing.reach,
                RuleCode::Rest => standing.rest,
                _ => false,
            })
    });
    duties
}
