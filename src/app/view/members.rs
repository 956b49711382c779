//! Everyone: searched, filtered, sorted, 55,000 rows without delay.

use super::list::List;
pub use super::order::{Column, Order};
use super::picture::{RegionKey, next_of, regions};
use crate::app::fold::{Query, fold, fold_into, letters};
use crate::engine::coverage::Coverage;
use crate::model::essential::Bond;
use crate::model::member::Status;
use crate::model::{MemberIx, Roster, SiteIx};
use crate::rules::Ground;
use crate::speech::order;
use std::sync::{Arc, OnceLock};

/// Whom the list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Who {
    /// Active members.
    Active,
    /// Active members rostered for less than a full week's strike pay, in the week looked at.
    ShortOfHours,
    /// Active members with no shift in the week looked at.
    Free,
    /// Captains.
    Captains,
    /// Everyone with a designation under the agreement.
    Essential,
    /// Members who may be called away.
    AtRisk,
    /// Members who may not be rostered.
    NotActive,
}

impl Who {
    /// Every filter, in the order the key goes through them.
    pub const ALL: [Self; 7] =
        [Self::ShortOfHours, Self::Free, Self::Captains, Self::Essential, Self::AtRisk, Self::Active, Self::NotActive];

    /// The word in `speech`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Active => "who-active",
            Self::ShortOfHours => "who-short-of-hours",
            Self::Free => "who-free",
            Self::Captains => "who-captains",
            Self::Essential => "who-essential",
            Self::AtRisk => "who-at-risk",
            Self::NotActive => "who-not-active",
        }
    }
}

/// What every search needs and no edit changes: names folded, and members in order of name. Made once, off the screen's
/// thread when there is one to spare.
///
/// Texts lie in the order of names, one behind the other: a search reads them from end to end.
#[derive(Debug, Default)]
pub struct Index {
    folded: String,
    ends: Vec<u32>,
    letters: Vec<u64>,
    initials: Vec<u64>,
    by_name: Vec<MemberIx>,
    by_home: Vec<MemberIx>,
    by_id: Vec<MemberIx>,
    by_class: Vec<MemberIx>,
    by_skills: Vec<MemberIx>,
    by_bond: Vec<MemberIx>,
    /// Where a member stands in the order of names.
    places: Vec<u32>,
    sites: Vec<String>,
    bonds: Vec<Option<&'static str>>,
}

impl Index {
    /// Folds every member's name, id, local, classification and skills.
    pub fn new(ground: &Ground) -> Self {
        let members = &ground.strike.members;
        let mut index = Self::default();
        let mut keys: Vec<(String, MemberIx)> =
            ground.strike.member_indices().map(|ix| (order::key(&members[ix.ix()].name), ix)).collect();
        keys.sort_unstable();
        index.by_name = keys.into_iter().map(|(_, member)| member).collect();
        index.places = vec![0; members.len()];
        for (place, ix) in index.by_name.iter().enumerate() {
            index.places[ix.ix()] = place as u32;
            let member = &members[ix.ix()];
            let start = index.folded.len();
            fold_into(&member.name, &mut index.folded);
            for text in [Some(&member.id), member.local.as_ref(), member.classification.as_ref()].into_iter().flatten()
            {
                index.folded.push('\n');
                fold_into(text, &mut index.folded);
            }
            for skill in &member.skills {
                index.folded.push('\n');
                fold_into(ground.strike.skill(*skill), &mut index.folded);
            }
            index.ends.push(index.folded.len() as u32);
            let text = &index.folded[start..];
            index.letters.push(letters(text));
            index.initials.push(super::score::initials(text));
        }
        let sites = (0..ground.strike.sites.len()).map(SiteIx::new);
        index.sites = sites.map(|site| fold(&super::picture::site_text(ground, site))).collect();
        // Orders that no edit changes are sorted once, and filtered ever after.
        index.by_home = index.by_name.clone();
        index.by_home.sort_by_key(|member| {
            let home = members[member.ix()].home;
            (home.is_none(), home)
        });
        index.by_id = index.by_name.clone();
        index.by_id.sort_by(|a, b| members[a.ix()].id.cmp(&members[b.ix()].id));
        index.bonds = bonds(ground);
        // Whoever has nothing in a column comes after those who have.
        let by = |key: &dyn Fn(MemberIx) -> Option<String>| {
            let mut sorted = index.by_name.clone();
            sorted.sort_by_cached_key(|member| {
                let key = key(*member);
                (key.is_none(), key)
            });
            sorted
        };
        let skills = |member: MemberIx| {
            let all = &members[member.ix()].skills;
            let names: Vec<&str> = all.iter().map(|skill| ground.strike.skill(*skill)).collect();
            (!names.is_empty()).then(|| names.join(" "))
        };
        let by_class = by(&|member| members[member.ix()].classification.clone());
        let by_skills = by(&skills);
        let by_bond = by(&|member| index.bonds[member.ix()].map(str::to_owned));
        Self { by_class, by_skills, by_bond, ..index }
    }

    /// The members in order of name.
    pub fn by_name(&self) -> &[MemberIx] {
        &self.by_name
    }

    /// The folded text of every site.
    pub fn sites(&self) -> &[String] {
        &self.sites
    }

    /// How a member is bound by the agreement: the word of the strongest of the member's designations.
    pub fn bond(&self, member: MemberIx) -> Option<&'static str> {
        self.bonds[member.ix()]
    }

    /// The letters and digits in the folded text at a place in the order of names.
    pub fn letters(&self, place: usize) -> u64 {
        self.letters[place]
    }

    /// The letters and digits that words in the folded text at a place begin with.
    pub fn initials(&self, place: usize) -> u64 {
        self.initials[place]
    }

    /// The folded text at a place in the order of names.
    pub fn text(&self, place: usize) -> &str {
        let start = place.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.folded[start as usize..self.ends[place] as usize]
    }

    /// True when a member's folded text holds every word of the query.
    pub fn holds(&self, query: &Query, letters: u64, member: MemberIx) -> bool {
        let place = self.places[member.ix()] as usize;
        letters & !self.letters[place] == 0 && query.matches(self.text(place))
    }
}

/// The word of the strongest designation of every member: what keeps off the line before what may call away.
fn bonds(ground: &Ground) -> Vec<Option<&'static str>> {
    let designations = &ground.strike.agreement.designations;
    let mut first: Vec<Option<&'static str>> = vec![None; ground.strike.members.len()];
    for each in designations {
        first[each.member.ix()].get_or_insert(each.bond.word());
    }
    let strongest = |member: MemberIx| match (ground.bonds(member).first(), ground.pools(member).first()) {
        (Some(bond), _) => Some(designations[bond.ix()].bond.word()),
        (None, Some(_)) => Some(Bond::Pool.word()),
        (None, None) => first[member.ix()],
    };
    ground.strike.member_indices().map(strongest).collect()
}

/// The state of the list.
#[derive(Debug, Clone, Default)]
pub struct Members {
    /// What is searched for.
    pub words: String,
    /// Whom it shows; None: everyone.
    pub who: Option<Who>,
    /// Only members who work in this region.
    pub region: Option<RegionKey>,
    /// The order.
    pub order: Order,
    /// The cursor.
    pub list: List,
    index: Arc<OnceLock<Index>>,
    rows: Option<(Key, Vec<MemberIx>)>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Key {
    revision: u64,
    week: u16,
    query: Query,
    who: Option<Who>,
    region: Option<RegionKey>,
    order: Order,
}

impl Members {
    /// The index, to be filled by whoever has time first.
    pub fn index(&self) -> &Arc<OnceLock<Index>> {
        &self.index
    }

    /// Forgets what was worked out, names included: the files may have changed.
    pub(super) fn forget(&mut self) {
        (self.rows, self.index) = (None, Arc::default());
    }

    /// Has the index made by a thread of its own, so that the first search need not wait for it. Where the thread can't be
    /// had, it will.
    pub(super) fn index_aside(&self, ground: &Arc<Ground>) {
        let (index, ground) = (Arc::clone(&self.index), Arc::clone(ground));
        let make = move || index.get_or_init(|| Index::new(&ground)).by_name.len();
        let _ = std::thread::Builder::new().name("index".to_owned()).spawn(make);
    }

    /// The members listed.
    pub fn rows(&self) -> &[MemberIx] {
        self.rows.as_ref().map_or(&[], |(_, rows)| rows)
    }

    /// The member the cursor is on.
    pub fn member(&self) -> Option<MemberIx> {
        self.rows().get(self.list.at(self.rows().len())).copied()
    }

    /// True when the list is not everyone.
    pub fn is_filtered(&self) -> bool {
        self.who.is_some() || self.region.is_some() || !self.words.trim().is_empty()
    }

    /// Works the list out anew when something it depends on has changed. A longer search looks only through what the
    /// shorter one found.
    pub fn refresh(&mut self, ground: &Ground, roster: &Roster, coverage: &Coverage, revision: u64, week: u16) {
        let query = Query::new(&self.words);
        let key = Key { revision, week, query, who: self.who, region: self.region, order: self.order };
        let mut before = None;
        if let Some((old, rows)) = self.rows.take() {
            // Lists that show no hours do not change when the roster does.
            let hours = matches!(self.who, Some(Who::ShortOfHours | Who::Free))
                || matches!(self.order.by, Column::Hours(_) | Column::Shifts);
            let old = if hours { old } else { Key { revision, week, ..old } };
            if old == key {
                self.rows = Some((key, rows));
                return;
            }
            let narrower = Key { query: old.query.clone(), ..key.clone() } == old && key.query.narrows(&old.query);
            before = narrower.then_some(rows);
        }
        let index = self.index.get_or_init(|| Index::new(ground));
        let rows = match before {
            Some(rows) => {
                let letters = key.query.letters();
                rows.into_iter().filter(|member| index.holds(&key.query, letters, *member)).collect()
            }
            None => listed(ground, roster, coverage, index, &key),
        };
        self.rows = Some((key, rows));
    }

    /// The next of the orders that are asked for most.
    pub fn next_order(&mut self, week: u16) {
        self.order = next_of(&Order::often(week), Some(self.order)).unwrap_or_default();
    }

    /// Sorts by a column; sorted by it already, the other way round.
    pub fn sort_by(&mut self, by: Column) {
        let down = self.order.by == by && !self.order.down;
        self.order = Order { by, down };
    }

    /// Sorts by the column beside the one it is sorted by, of so many weeks.
    pub fn sort_beside(&mut self, right: bool, weeks: u16) {
        if let Some(by) = self.order.by.beside(right, weeks) {
            self.order = Order::up(by);
        }
    }

    /// The next region.
    pub fn next_region(&mut self, ground: &Ground) {
        self.region = next_of(&regions(ground), self.region);
    }
}

/// The region of a member's workplace.
pub fn region_of(ground: &Ground, member: MemberIx) -> Option<u32> {
    ground.strike.member(member).home.and_then(|site| ground.strike.site(site).region)
}

fn listed(ground: &Ground, roster: &Roster, coverage: &Coverage, index: &Index, key: &Key) -> Vec<MemberIx> {
    let full = ground.strike.pay.minutes_per_week;
    let minutes = |member: MemberIx| coverage.week_minutes(member, key.week);
    let active = |member: MemberIx| ground.strike.member(member).status == Status::Active;
    let is_wanted = |member: MemberIx| match key.who {
        None => true,
        Some(Who::Active) => active(member),
        Some(Who::ShortOfHours) => active(member) && minutes(member) < full,
        Some(Who::Free) => active(member) && minutes(member) == 0,
        Some(Who::Captains) => ground.captain.is_some_and(|captain| ground.strike.member(member).has(captain)),
        Some(Who::Essential) => index.bond(member).is_some(),
        Some(Who::AtRisk) => ground.at_risk(member),
        Some(Who::NotActive) => !active(member),
    };
    let letters = key.query.letters();
    let wanted = |member: &MemberIx| {
        is_wanted(*member)
            && key.region.is_none_or(|region| region.0 == region_of(ground, *member))
            && (key.query.is_empty() || index.holds(&key.query, letters, *member))
    };
    let sorted = match key.order.by {
        Column::Name | Column::Hours(_) | Column::Shifts => &index.by_name,
        Column::Home => &index.by_home,
        Column::Id => &index.by_id,
        Column::Class => &index.by_class,
        Column::Skills => &index.by_skills,
        Column::Bond => &index.by_bond,
    };
    let rows = sorted.iter().copied().filter(wanted);
    // A number and the place by name in one: of 55,000 members that sorts within a frame.
    let sign = if key.order.down { -1 } else { 1 };
    let by_number = |number: &dyn Fn(MemberIx) -> i64| {
        let key = |(at, member): (usize, MemberIx)| ((sign * number(member)) << 32 | at as i64, member);
        let mut keys: Vec<(i64, MemberIx)> = rows.clone().enumerate().map(key).collect();
        keys.sort_unstable_by_key(|(key, _)| *key);
        keys.into_iter().map(|(_, member)| member).collect()
    };
    match key.order.by {
        Column::Hours(week) => by_number(&|member| coverage.week_minutes(member, week)),
        Column::Shifts => by_number(&|member| roster.of(member).len() as i64),
        _ if key.order.down => rows.rev().collect(),
        _ => rows.collect(),
    }
}
