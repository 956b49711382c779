//! What of a roster the rules forbid since it was made: numbers in the files change, a court sets a cap, somebody is designated
//! to a duty.
//!
//! It tells which assignments those are, and what would have to go for none to be left; who comes in their place is not its
//! business.

use crate::model::{Assignment, Change, Duty, Instant, Roster};
use crate::rules::{Case, Ground, Refusal, refusals};

/// The assignments that break a rule which was not set aside for them, with the first such rule.
pub fn broken<'a>(ground: &'a Ground, roster: &'a Roster) -> impl Iterator<Item = (&'a Assignment, Refusal)> {
    roster.iter().filter_map(move |each| first_breach(ground, roster, each).map(|refusal| (each, refusal)))
}

/// The first rule that an assignment breaks, those set aside for it left out.
pub fn first_breach(ground: &Ground, roster: &Roster, each: &Assignment) -> Option<Refusal> {
    let case = Case { ground, roster, member: each.member, shift: each.shift, duty: each.duty };
    let aside: Vec<&str> = each.overrides.words().collect();
    refusals(&case).into_iter().find(|refusal| {
        // Rest is a matter of two shifts: set aside for one of them, the other breaks nothing either.
        let with_the_other = matches!(refusal, Refusal::Rest { other, .. }
            if roster.get(*other, each.member).is_some_and(|other| other.overrides.rest));
        !aside.contains(&refusal.code().word()) && !with_the_other
    })
}

/// What has to change for no unpinned assignment among `suspects` to break a rule, each with the rule: who holds a post too many
/// stays as a picket, anyone else goes. Of several who break a rule together, the planner's go before a person's, pickets before
/// those who hold a post, those who may be called away before others. Shifts that began before `from` stay as they are.
pub fn amends<'a>(
    ground: &Ground,
    roster: &Roster,
    suspects: impl Iterator<Item = &'a Assignment>,
    from: Option<Instant>,
) -> Vec<(Change, Refusal)> {
    let open = |each: &&Assignment| !each.pinned && from.is_none_or(|from| ground.shift(each.shift).span.start >= from);
    let mut found: Vec<Assignment> =
        suspects.filter(open).filter(|each| first_breach(ground, roster, each).is_some()).cloned().collect();
    found.sort_by_key(|each| {
        (each.origin, std::cmp::Reverse(each.duty), !ground.at_risk(each.member), each.shift, each.member)
    });
    let (mut kept, mut made) = (roster.clone(), Vec::new());
    for each in found {
        let Some(refusal) = first_breach(ground, &kept, &each) else { continue };
        let picket = Assignment { duty: Duty::Picket, ..each.clone() };
        let stays = each.duty != Duty::Picket && first_breach(ground, &kept, &picket).is_none();
        let change = if stays { Change::Altered { before: each, after: picket } } else { Change::Removed(each) };
        kept.apply(&change);
        made.push((change, refusal));
    }
    made
}

/// The roster without the unpinned assignments that break a rule, for the planner to start from. Shifts that began before `from`
/// stay as they are.
pub fn sound(ground: &Ground, roster: &Roster, from: Option<Instant>) -> Roster {
    let mut kept = roster.clone();
    for (change, _) in amends(ground, roster, roster.iter(), from) {
        kept.apply(&change);
    }
    kept
}
