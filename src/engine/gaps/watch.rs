//! A watch over a roster: what it lacks, and the places that lead nowhere, kept from one edit to the next.
//!
//! The search that ends in vain proves of every place it met that no chain leads from there to anybody ([`Barren`]). That stays
//! true of nearly all of them when one member moves. So they are kept, and after an edit only what came of it is looked at: who
//! moved, who has time again, the shifts that have other people or other numbers (see [`loose`](super::loose)). A shift that
//! lacks somebody, and whose place is in the set, needs no search.
//!
//! What an edit changed is seen by the watch itself: the roster is held against the one it saw last, the field tells who can
//! come at other times. Only of the shifts that have other numbers it has to be told. A roster of other shifts or members, or
//! one that is another altogether, begins a new watch.

use super::barren::Barren;
use super::edit::{Edit, Holding};
use super::field::Field;
use super::hunt::{Exchange, Keep, Level};
use super::mend::with_pools;
use super::moves::Want;
use crate::model::{Change, Instant, MemberIx, Roster, ShiftIx};
use crate::rules::Ground;
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;

/// A stretch of country that nobody leaves, in one week.
pub(super) type Stretch = (u32, u16);

/// Changes between two looks beyond which everything is looked at anew.
const MANY: usize = 1_000;

/// What is known of a roster's gaps, for [`mend`](super::mend) to keep from one edit to the next. It goes with one
/// [`Field`] and the rosters of one strike; with others it begins anew.
#[derive(Debug, Default)]
pub struct Watch {
    pub(super) kept: Option<Kept>,
}

/// The same once something is known.
#[derive(Debug)]
pub(super) struct Kept {
    field: super::field::Stamp,
    heard: usize,
    roster: Roster,
    from: Option<Instant>,
    /// Those who were taken off a shift by hand, as long as neither is touched again.
    pub off: Vec<(ShiftIx, MemberIx)>,
    lacking: FxHashMap<Stretch, [BTreeSet<ShiftIx>; Level::ALL.len()]>,
    /// Shifts on which no head more could stand, when last looked at; None: that was never.
    pub full: Option<BTreeSet<ShiftIx>>,
    /// By level and by what may change places.
    pub kinds: Vec<Kind>,
}

/// What is known of one kind of search.
#[derive(Debug, Default)]
pub(super) struct Kind {
    pub barren: Barren,
    /// Shifts that lack somebody, and may not be known to lack them for good; a stretch that is not there: all.
    open: FxHashMap<Stretch, BTreeSet<ShiftIx>>,
    /// Members whose places or times are others since the set was last right.
    pub members: BTreeSet<MemberIx>,
    /// Shifts that have other people or other numbers since.
    pub shifts: BTreeSet<ShiftIx>,
    /// What could be filled by a chain that had nothing to do with the edit answered: a plan's business.
    pub passed: BTreeSet<Want>,
}

impl Kind {
    /// Forgets everything.
    pub fn forget(&mut self) {
        *self = Self::default();
    }

    /// The set is right as things are.
    pub fn is_right(&mut self) {
        self.members.clear();
        self.shifts.clear();
    }
}

/// The number of a kind of search.
pub(super) fn kind_of(exchange: Exchange) -> usize {
    exchange.level as usize * Exchange::WAYS + exchange.way()
}

impl Watch {
    /// What is known, brought to `roster` as `edit` made it.
    pub(super) fn catch_up(
        &mut self,
        field: &Field,
        ground: &Ground,
        roster: &Roster,
        edit: &Edit,
        terms: &Holding,
    ) -> &mut Kept {
        let kept = self.kept.take().filter(|kept| kept.goes_on(field, terms) && !edit.all);
        let kept = kept.and_then(|kept| kept.after(field, ground, roster, edit, terms));
        self.kept.insert(kept.unwrap_or_else(|| Kept::new(field, roster, edit, terms)))
    }
}

impl Kept {
    fn new(field: &Field, roster: &Roster, edit: &Edit, terms: &Holding) -> Self {
        let kinds = Level::ALL.len() * Exchange::WAYS;
        Self {
            field: field.stamp(),
            heard: field.heard().len(),
            roster: roster.clone(),
            from: terms.from,
            off: edit.off.clone(),
            lacking: FxHashMap::default(),
            full: None,
            kinds: std::iter::repeat_with(Kind::default).take(kinds).collect(),
        }
    }

    /// True when this is of the same field, and nobody may leave a shift who might not before.
    fn goes_on(&self, field: &Field, terms: &Holding) -> bool {
        self.field == field.stamp() && self.heard <= field.heard().len() && self.from <= terms.from
    }

    /// None: too much is otherwise.
    fn after(mut self, field: &Field, ground: &Ground, roster: &Roster, edit: &Edit, terms: &Holding) -> Option<Self> {
        self.from = terms.from;
        let mut members: BTreeSet<MemberIx> = field.heard()[self.heard..].iter().copied().collect();
        self.heard = field.heard().len();
        let lapses = |&(shift, member): &(ShiftIx, MemberIx)| {
            !edit.off.contains(&(shift, member)) && (edit.members.contains(&member) || edit.shifts.contains(&shift))
        };
        members.extend(self.off.iter().filter(|pair| lapses(pair)).map(|(_, member)| *member));
        self.off.retain(|pair| !lapses(pair) && !edit.off.contains(pair));
        self.off.extend(&edit.off);
        let changes = self.roster.changes_to(roster);
        if changes.len() + edit.shifts.len() + members.len() > MANY {
            return None;
        }
        members.extend(changes.iter().map(Change::member));
        let shifts: BTreeSet<ShiftIx> = changes.iter().map(Change::shift).collect();
        let before = std::mem::replace(&mut self.roster, roster.clone());
        self.turn(field, ground, |shift| before.on(shift).len(), roster, members, &shifts);
        let numbers: BTreeSet<ShiftIx> = edit.shifts.iter().copied().filter(|shift| !shifts.contains(shift)).collect();
        // As if nobody had stood there: with other numbers, who could not be spared may be.
        self.turn(field, ground, |_| 0, roster, BTreeSet::new(), &numbers);
        Some(self)
    }

    /// Takes in that these members have other places or times, and these shifts other people or numbers; before, they had so
    /// many heads.
    pub fn turn(
        &mut self,
        field: &Field,
        ground: &Ground,
        before: impl Fn(ShiftIx) -> usize,
        now: &Roster,
        mut members: BTreeSet<MemberIx>,
        shifts: &BTreeSet<ShiftIx>,
    ) {
        with_pools(ground, &mut members);
        for &shift in shifts {
            let the_shift = ground.shift(shift);
            let stretch = (field.region(ground, the_shift.site), the_shift.week);
            for level in Level::ALL {
                let lacks = level.is_lacking(ground, now, shift);
                let note = |set: &mut BTreeSet<ShiftIx>| if lacks { set.insert(shift) } else { set.remove(&shift) };
                if let Some(lacking) = self.lacking.get_mut(&stretch) {
                    note(&mut lacking[level as usize]);
                }
                let spares = |heads: usize| match level.keep() {
                    Keep::Nothing => heads > 0,
                    Keep::Minimum => heads > the_shift.minimum as usize,
                    Keep::Target => heads > the_shift.target as usize,
                };
                let comes_to_spare = spares(now.on(shift).len()) && !spares(before(shift));
                for kind in self.kinds.iter_mut().skip(level as usize * Exchange::WAYS).take(Exchange::WAYS) {
                    kind.passed.retain(|want| want.0 != shift);
                    if let Some(open) = kind.open.get_mut(&stretch) {
                        note(open);
                    }
                    // Who would have to leave two shifts can, once one of them can spare a head.
                    if comes_to_spare && !kind.barren.is_empty() {
                        kind.members.extend(now.on(shift).iter().map(|each| each.member));
                    }
                }
            }
        }
        for kind in self.kinds.iter_mut().filter(|kind| !kind.barren.is_empty()) {
            kind.members.extend(&members);
            kind.shifts.extend(shifts);
        }
    }

    /// The shifts of a stretch that lack something of a level, in order; the roster is the one last turned to.
    pub fn lacking(
        &mut self,
        field: &Field,
        ground: &Ground,
        roster: &Roster,
        stretch: Stretch,
        level: Level,
    ) -> &BTreeSet<ShiftIx> {
        let lacking = self.lacking.entry(stretch).or_insert_with(|| {
            let shifts = field.shifts_in(ground, stretch.0, stretch.1);
            Level::ALL
                .map(|level| shifts.iter().copied().filter(|shift| level.is_lacking(ground, roster, *shift)).collect())
        });
        &lacking[level as usize]
    }

    /// The same, less those known to lack it for good as far as one kind of search goes.
    pub fn open(
        &mut self,
        field: &Field,
        ground: &Ground,
        roster: &Roster,
        stretch: Stretch,
        exchange: Exchange,
    ) -> &mut BTreeSet<ShiftIx> {
        let kind = kind_of(exchange);
        if !self.kinds[kind].open.contains_key(&stretch) {
            let all = self.lacking(field, ground, roster, stretch, exchange.level).clone();
            self.kinds[kind].open.insert(stretch, all);
        }
        self.kinds[kind].open.entry(stretch).or_default()
    }

    /// Takes places out of the set of a kind; what they lack is to be sought again.
    pub fn take_out(&mut self, field: &Field, ground: &Ground, exchange: Exchange, places: &[super::hunt::Place]) {
        let kind = &mut self.kinds[kind_of(exchange)];
        for place in places {
            kind.barren.remove(field, *place);
            let shift = place.0.0;
            let the_shift = ground.shift(shift);
            let stretch = (field.region(ground, the_shift.site), the_shift.week);
            let lacks = self.lacking.get(&stretch).is_some_and(|all| all[exchange.level as usize].contains(&shift));
            if let Some(open) = kind.open.get_mut(&stretch).filter(|_| lacks) {
                open.insert(shift);
            }
        }
    }

    /// The roster as it is now, answered; these shifts have other people or other numbers.
    pub fn leave(&mut self, ground: &Ground, roster: &Roster, shifts: &[ShiftIx]) {
        let is_full = |shift: &ShiftIx| roster.on(*shift).len() as u32 >= ground.shift(*shift).maximum;
        match &mut self.full {
            None => self.full = Some(ground.timetable.indices().filter(is_full).collect()),
            Some(full) => {
                for shift in shifts {
                    let _ = if is_full(shift) { full.insert(*shift) } else { full.remove(shift) };
                }
            }
        }
        self.roster = roster.clone();
    }
}
