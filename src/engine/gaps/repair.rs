//! The repair of a gap: who would come, who would go where instead, so that it is filled and nothing else is worse.
//!
//! Posts first, then heads: each by the shortest chain of moves there is, so that as few people as possible are told something
//! new; of those who can end a chain, the best candidate. Nobody pinned moves, nobody who was put somewhere by hand, and nobody
//! leaves a shift that has begun. What is offered was carried out on a copy of the
//! roster and put before every rule there. It offers; whoever asked decides.

use super::chain::Chains;
use super::field::Field;
use super::hunt::{Hunt, Keep};
use super::moves::Want;
use crate::model::{Duty, Instant, MemberIx, Roster, Shift, ShiftIx};
use crate::rules::{Ground, RuleCode};
use rustc_hash::FxHashSet;

/// How far to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aim {
    /// Until the shift is no gap. Other shifts may be left with their minimum.
    NoGap,
    /// Up to its target, as long as no other shift is left below its own.
    Target,
}

/// What one member would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    /// Who.
    pub member: MemberIx,
    /// The places left; none: comes in addition to all the rest.
    pub from: Vec<Want>,
    /// The places taken: one, as a rule. On a shift that is left too: another post there.
    pub to: Vec<Want>,
    /// The rule that keeps the member from staying where the member is; None: none does.
    pub barred: Option<RuleCode>,
}

/// What would fill a gap, or what can be filled of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repair {
    /// The gap.
    pub shift: ShiftIx,
    /// In the order in which they are told: whoever fills the gap, then whoever takes that member's place, and so on.
    pub moves: Vec<Move>,
    /// Heads and posts that the shift lacked, as far as was aimed.
    pub missing: u32,
    /// How many of these it gets.
    pub brings: u32,
    /// Where it is for hours and not for the shift: the minutes that it brings a member's week nearer to full strike pay.
    pub earns: i64,
}

/// On which terms repairs are made.
#[derive(Debug, Clone, Copy)]
pub struct Terms<'a> {
    /// How far to go.
    pub aim: Aim,
    /// Shifts that begin before this keep whom they have.
    pub from: Option<Instant>,
    /// What people were told: of repairs that move equally few, that which changes least of it.
    pub told: Option<&'a Roster>,
}

/// The repair of `shift` on a roster; shifts that begin before `from` keep whom they have. No moves: nothing is missing, or no
/// re-arrangement was found.
pub fn repair(ground: &Ground, roster: &Roster, shift: ShiftIx, aim: Aim, from: Option<Instant>) -> Repair {
    repairs(ground, roster, &[shift], aim, from).pop().unwrap_or(Repair {
        shift,
        moves: Vec::new(),
        missing: 0,
        brings: 0,
        earns: 0,
    })
}

/// The repairs of several shifts, each made on what those before left. Those of which nothing is missing are left out.
pub fn repairs(ground: &Ground, roster: &Roster, shifts: &[ShiftIx], aim: Aim, from: Option<Instant>) -> Vec<Repair> {
    repairs_in(&Field::new(ground), ground, roster, shifts, &Terms { aim, from, told: None })
}

/// The same, with what is known of the strike's field.
pub fn repairs_in(field: &Field, ground: &Ground, roster: &Roster, shifts: &[ShiftIx], terms: &Terms) -> Vec<Repair> {
    repairs_while(field, ground, roster, shifts, terms, &|_| true).unwrap_or_default()
}

/// The same, for someone who looks on: `go_on` hears how many shifts are done; once it says no, None comes.
pub fn repairs_while(
    field: &Field,
    ground: &Ground,
    roster: &Roster,
    shifts: &[ShiftIx],
    terms: &Terms,
    go_on: &dyn Fn(usize) -> bool,
) -> Option<Vec<Repair>> {
    let mut chains = Chains::new(ground, roster);
    let mut found = Vec::new();
    let aim = terms.aim;
    for (at, &shift) in shifts.iter().enumerate() {
        if !go_on(at) {
            return None;
        }
        let wanted = wanted(ground, chains.roster(), shift, aim);
        if wanted.is_empty() {
            continue;
        }
        let mut made = Repair { shift, moves: Vec::new(), missing: wanted.len() as u32, brings: 0, earns: 0 };
        let keep = match aim {
            Aim::NoGap => Keep::Minimum,
            Aim::Target => Keep::Target,
        };
        let (mut told, mut stuck): (Vec<MemberIx>, Vec<Duty>) = (Vec::new(), Vec::new());
        for duty in wanted {
            // A head that came with a post is a head already.
            if duty == Duty::Picket && !lacks_heads(ground, chains.roster(), shift, aim) {
                made.missing -= 1;
                continue;
            }
            // Where one was sought in vain, another is.
            if stuck.contains(&duty) {
                continue;
            }
            let mut hunt = Hunt::new(shift, if duty == Duty::Picket { keep } else { Keep::Minimum }, u64::MAX);
            (hunt.choosy, hunt.by_hand_stays, hunt.from, hunt.told) = (true, true, terms.from, terms.told);
            let before = chains.done().len();
            if chains.one_more(field, &mut hunt, duty) {
                made.brings += 1;
                // A chain is made from its end; people are told of it from its beginning.
                told.extend(chains.done()[before..].iter().rev().map(|step| step.member));
            } else {
                stuck.push(duty);
            }
        }
        made.moves = moves(&chains, &told);
        if at + 1 < shifts.len() {
            chains.settle();
        }
        found.push(made);
    }
    Some(found)
}

/// What those who are to be told would do all in all, each once.
pub(super) fn moves(chains: &Chains, told: &[MemberIx]) -> Vec<Move> {
    moves_between(chains.base(), chains.roster(), told.iter().copied())
}

/// What these do all in all from one roster to another, each told once; nothing of whoever stays in place.
pub(super) fn moves_between(before: &Roster, after: &Roster, told: impl Iterator<Item = MemberIx>) -> Vec<Move> {
    let mut seen = FxHashSet::default();
    let places = |roster: &Roster, member: MemberIx| -> Vec<Want> {
        roster.of(member).iter().filter_map(|&shift| Some((shift, roster.get(shift, member)?.duty))).collect()
    };
    let net = |member: MemberIx| {
        let (before, after) = (places(before, member), places(after, member));
        let only =
            |these: &[Want], those: &[Want]| these.iter().copied().filter(|place| !those.contains(place)).collect();
        Move { member, from: only(&before, &after), to: only(&after, &before), barred: None }
    };
    let each = told.filter(|&member| seen.insert(member)).map(net);
    each.filter(|each| !each.from.is_empty() || !each.to.is_empty()).collect()
}

/// The posts that are empty, captains first, then heads, as far as is aimed.
fn wanted(ground: &Ground, roster: &Roster, shift: ShiftIx, aim: Aim) -> Vec<Duty> {
    let the_shift = ground.shift(shift);
    let held = |duty: Duty| roster.on(shift).iter().filter(|each| each.duty == duty).count() as u32;
    let asked = std::iter::once((Duty::Captain, the_shift.captains))
        .chain(the_shift.needs.iter().map(|(skill, count)| (Duty::Skill(*skill), *count)));
    let empty = asked.flat_map(|(duty, posts)| (held(duty)..posts).map(move |_| duty));
    let heads = roster.on(shift).len() as u32;
    empty.chain((heads..heads_aimed(the_shift, aim)).map(|_| Duty::Picket)).collect()
}

fn lacks_heads(ground: &Ground, roster: &Roster, shift: ShiftIx, aim: Aim) -> bool {
    (roster.on(shift).len() as u32) < heads_aimed(ground.shift(shift), aim)
}

/// A shift whose minimum is nothing is open all the same while nobody stands there.
fn heads_aimed(shift: &Shift, aim: Aim) -> u32 {
    let aimed = match aim {
        Aim::NoGap => shift.minimum.max(1),
        Aim::Target => shift.target.max(1),
    };
    aimed.min(shift.maximum)
}
